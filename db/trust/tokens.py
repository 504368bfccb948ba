"""Tokens: what the code on a card says, as decimal digits only.

Digits pack best in a QR code and survive what breaks other codes when a USB scanner "types" them. A card that
is good at its own gate carries the short home token, whose random code is compared with the register; a
card for a compound or the whole district carries a signed token that is verified with no register at hand.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import struct
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from db.books.pass_id import MAX_GATE, MAX_HOME_NUMBER, MAX_ISSUE, MAX_NUMBER, Book, PassId, Scope
from db.errors import Refusal, RefusalCode
from db.trust.keys import SIGNATURE_BYTES, Purpose, SigningKey, key_id, verify

FIRST_DAY = date(2020, 1, 1)
MAX_DAY_NUMBER = 65535
LAST_DAY = FIRST_DAY + timedelta(days=MAX_DAY_NUMBER)
MAX_NAME_BYTES = 23
MAX_DIGITS = 251
HOME_DIGITS = 30
CODE_DIGITS = 13

# Longer than any token with any mark a scanner adds; what is longer is not worth a look.
_MAX_RAW = 2_000
_VERSION = 1
# version, key id, scope and book, gate, number, issue, first day, last day, length of the name
_FIXED = struct.Struct(">B4sBHIBHHB")
_TOKEN = re.compile(r"[1-9][0-9]{0,250}")
_HOME = re.compile(r"2(\d{5})([1-3])(\d{7})(\d{3})(\d{13})", re.ASCII)
_CODE = re.compile(r"\d{13}", re.ASCII)
# "]Q1" says "QR code, model 2" (AIM symbology identifier); "\000026" says "UTF-8" (extended channel).
_MARKS = re.compile(r"(?:\][A-Za-z][0-9A-Za-z])?(?:\\[0-9]{6})?")
# An input method in full-width mode turns every ASCII character that the scanner types into its wide twin.
_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# The characters with Unicode's Bidi_Control property: they turn the reading direction of what is around them.
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class UnreadableWhy(StrEnum):
    """What is wrong with digits that are no token."""

    NOT_DIGITS = "not_digits"
    WRONG_LENGTH = "wrong_length"
    WRONG_VERSION = "wrong_version"
    OUT_OF_RANGE = "out_of_range"
    BAD_NAME = "bad_name"


@dataclass(frozen=True)
class Unreadable:
    """Not a token: the verdict `unreadable`. `why` is for the log, a person needs only the verdict."""

    why: UnreadableWhy


@dataclass(frozen=True)
class HomeToken:
    """The short token of a card that is good at its own gate only. `code` is 13 random digits."""

    gate: int
    book: Book
    number: int
    issue: int
    code: str

    @property
    def pass_id(self) -> PassId:
        """The pass that the card says it is."""
        return PassId(self.gate, self.book, self.number)

    def digits(self) -> str:
        """The 30 digits. Raises `Refusal` (`ISSUES_USED_UP`, `INVALID`) for values out of the token's
        ranges."""
        _check_pass(self.gate, self.number, self.issue, MAX_HOME_NUMBER)
        if not _CODE.fullmatch(self.code):
            raise Refusal(RefusalCode.INVALID, field="code")
        return f"2{self.gate:05d}{self.book.digit}{self.number:07d}{self.issue:03d}{self.code}"


@dataclass(frozen=True)
class DistrictToken:
    """The signed token of a card for its compound or the district. Both days are valid days themselves.

    Being well formed says nothing about the signature: see `verify_signature`."""

    key_id: bytes
    scope: Scope
    book: Book
    gate: int
    number: int
    issue: int
    valid_from: date
    valid_until: date
    name: str
    signature: bytes

    @property
    def pass_id(self) -> PassId:
        """The pass that the card says it is."""
        return PassId(self.gate, self.book, self.number)

    def signed_bytes(self) -> bytes:
        """What the signature is over, without the prefix of its purpose."""
        name = self.name.encode("utf-8")
        return (
            _FIXED.pack(
                _VERSION,
                self.key_id,
                self.scope << 4 | self.book.digit,
                self.gate,
                self.number,
                self.issue,
                (self.valid_from - FIRST_DAY).days,
                (self.valid_until - FIRST_DAY).days,
                len(name),
            )
            + name
        )

    def digits(self) -> str:
        """The token's decimal form: at most 251 digits, never 30, never with a leading zero."""
        return str(int.from_bytes(self.signed_bytes() + self.signature, "big"))


Token = HomeToken | DistrictToken


def normalise(text: str) -> str:
    """What a scanner sent or a person pasted, without what is not the token: full-width characters become
    half-width, spaces, line ends and symbology marks go."""
    plain = "".join(text.split()).translate(_HALF_WIDTH)
    return plain[_MARKS.match(plain).end() :]  # type: ignore[union-attr]  # it matches the empty text too


def read_token(text: str) -> Token | Unreadable:
    """The token of a scan, or why there is none. Neither code nor signature has been checked."""
    if len(text) > _MAX_RAW:
        return Unreadable(UnreadableWhy.WRONG_LENGTH)
    digits = normalise(text)
    if not _TOKEN.fullmatch(digits):
        longer = digits.isascii() and digits.isdigit() and len(digits) > MAX_DIGITS
        return Unreadable(UnreadableWhy.WRONG_LENGTH if longer else UnreadableWhy.NOT_DIGITS)
    if len(digits) == HOME_DIGITS:
        return _read_home(digits)
    number = int(digits)
    return _read_district(number.to_bytes((number.bit_length() + 7) // 8, "big"))


def sign_district_token(
    key: SigningKey,
    *,
    scope: Scope,
    book: Book,
    gate: int,
    number: int,
    issue: int,
    valid_from: date,
    valid_until: date,
    name: str,
) -> DistrictToken:
    """A district token signed by the gate's key; the name is cut to what the token has room for.

    Raises `Refusal`: `ISSUES_USED_UP` for an issue above 255, `INVALID` with `field` for anything else out of
    the token's ranges (scope `GATE`, a day outside 2020-01-01 to 2199-06-06, a name with control
    characters)."""
    if scope is Scope.GATE:
        raise Refusal(RefusalCode.INVALID, field="scope")
    _check_pass(gate, number, issue, MAX_NUMBER)
    if not FIRST_DAY <= valid_from <= LAST_DAY:
        raise Refusal(RefusalCode.INVALID, field="valid_from", value=valid_from.isoformat())
    if not valid_from <= valid_until <= LAST_DAY:
        raise Refusal(RefusalCode.INVALID, field="valid_until", value=valid_until.isoformat())
    short = cut_name(name)
    if not is_plain_name(short):
        raise Refusal(RefusalCode.INVALID, field="name")
    unsigned = DistrictToken(
        key_id(key.public), scope, book, gate, number, issue, valid_from, valid_until, short, b""
    )
    signature = key.sign(Purpose.PASS, unsigned.signed_bytes())
    return replace(unsigned, signature=signature)


def verify_signature(token: DistrictToken, public_key: bytes) -> bool:
    """Whether the token is signed by `public_key`, and names it by its id."""
    if token.key_id != key_id(public_key):
        return False
    return verify(public_key, Purpose.PASS, token.signed_bytes(), token.signature)


def token_sha256(digits: str) -> str:
    """Hex SHA-256 of a token's digits, as ledger lines hold it."""
    # What was scanned may be anything: a file name that is no UTF-8 reaches the command line as lone surrogates.
    return hashlib.sha256(digits.encode("utf-8", "surrogatepass")).hexdigest()


def new_code() -> str:
    """Thirteen random digits for a home token: a stranger guesses one in ten million million."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def cut_name(name: str) -> str:
    """As much of the name as 23 bytes of UTF-8 hold, whole characters only.

    Raises `Refusal` (`INVALID`, field `name`) for lone surrogates, which no UTF-8 holds."""
    try:
        return name.encode("utf-8")[:MAX_NAME_BYTES].decode("utf-8", "ignore")
    except UnicodeEncodeError:
        raise Refusal(RefusalCode.INVALID, field="name") from None


def is_plain_name(name: str) -> bool:
    """Whether the name has neither control characters nor any that turn the reading direction."""
    return not any(unicodedata.category(sign) == "Cc" or sign in _BIDIRECTIONAL for sign in name)


def _check_pass(gate: int, number: int, issue: int, most: int) -> None:
    if not 1 <= gate <= MAX_GATE:
        raise Refusal(RefusalCode.INVALID, field="gate", value=gate)
    if not 1 <= number <= most:
        raise Refusal(RefusalCode.INVALID, field="number", value=number)
    if issue > MAX_ISSUE:
        raise Refusal(RefusalCode.ISSUES_USED_UP)
    if issue < 1:
        raise Refusal(RefusalCode.INVALID, field="issue", value=issue)


def _read_home(digits: str) -> HomeToken | Unreadable:
    match = _HOME.fullmatch(digits)
    if not match:
        return Unreadable(UnreadableWhy.OUT_OF_RANGE)
    gate, number, issue = int(match[1]), int(match[3]), int(match[4])
    if not (1 <= gate <= MAX_GATE and number >= 1 and 1 <= issue <= MAX_ISSUE):
        return Unreadable(UnreadableWhy.OUT_OF_RANGE)
    return HomeToken(gate, Book.from_digit(int(match[2])), number, issue, match[5])


def _read_district(data: bytes) -> DistrictToken | Unreadable:
    if len(data) < _FIXED.size + SIGNATURE_BYTES:
        return Unreadable(UnreadableWhy.WRONG_LENGTH)
    version, signer, kind, gate, number, issue, first, last, length = _FIXED.unpack_from(data)
    if version != _VERSION:
        return Unreadable(UnreadableWhy.WRONG_VERSION)
    if length > MAX_NAME_BYTES or len(data) != _FIXED.size + length + SIGNATURE_BYTES:
        return Unreadable(UnreadableWhy.WRONG_LENGTH)
    scope, book = kind >> 4, kind & 0x0F
    if scope > Scope.COMPOUND or not 1 <= book <= 3 or 0 in (gate, number, issue) or last < first:
        return Unreadable(UnreadableWhy.OUT_OF_RANGE)
    end = _FIXED.size + length
    try:
        name = data[_FIXED.size : end].decode("utf-8")
    except UnicodeDecodeError:
        return Unreadable(UnreadableWhy.BAD_NAME)
    if not is_plain_name(name):
        return Unreadable(UnreadableWhy.BAD_NAME)
    return DistrictToken(
        signer,
        Scope(scope),
        Book.from_digit(book),
        gate,
        number,
        issue,
        FIRST_DAY + timedelta(days=first),
        FIRST_DAY + timedelta(days=last),
        name,
        data[end:],
    )
