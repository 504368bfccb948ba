"""Numbers of identity documents.

The resident identity card's rule is GB 11643-1999: 18 characters, six digits of region, eight of birth date,
three of order (odd for men), one check digit that may be X. The region is not looked up: codes are added and
withdrawn every year, and a person with an unlisted one still stands at the gate.
"""

from __future__ import annotations

import datetime
import re
from enum import StrEnum

from stdnum.cn import ric

from db.books.checked import CellValue, Checked, Cleaner, Note, Problem, is_blank, plain_number, says_nothing


class IdType(StrEnum):
    """Which document a number belongs to; the values are those of ledger lines."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    OTHER = "other"
    """Travel permits of Hong Kong, Macau and Taiwan, residence permits, officers' cards."""


class Sex(StrEnum):
    """As a list or an identity number says it."""

    MALE = "male"
    FEMALE = "female"


ID_LENGTH = 18
_LARGEST_EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number; from here on the last ones are zeros."""

_ID_CARD_TYPES = ("身份证", "idcard", "identitycard", "residentidcard")
_PASSPORT_TYPES = ("护照", "passport")
_SCIENTIFIC = re.compile(r"\d(\.\d*)?[eE]\+?\d+")
_LONG_FLOAT = re.compile(r"\d{16,}\.0*")
_HYPHENS = str.maketrans("", "", "-\u2010\u2011\u2012\u2013\u2014\u2212")
_PERMIT = re.compile(r"[HM]\d{8}(\d{2})?|[A-Z]{3}\d{12}")
_PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,8}|[A-Z]\d{6,7}[A-Z]")
_DOCUMENT = re.compile(r"[A-Z0-9]+")


def read_id_type(raw: CellValue) -> IdType | None:
    """The document a cell names (身份证, 护照, anything else is `OTHER`), or None for a blank one."""
    if is_blank(raw) or not isinstance(raw, str):
        return None
    word = re.sub(r"[\s_-]", "", raw).lower()
    if says_nothing(word):
        return None
    if any(known in word for known in _PASSPORT_TYPES):
        return IdType.PASSPORT
    if any(known in word for known in _ID_CARD_TYPES) or word == "id":
        return IdType.ID_CARD
    return IdType.OTHER


def guess_id_type(number: str) -> IdType:
    """By the look of a cleaned number; what begins with a digit is an identity card's."""
    if _PERMIT.fullmatch(number):
        return IdType.OTHER
    return IdType.PASSPORT if _PASSPORT.fullmatch(number) else IdType.ID_CARD


def sex_of(id_no: str) -> Sex:
    """The 17th digit of a valid identity number: odd for men."""
    return Sex.MALE if int(id_no[16]) % 2 else Sex.FEMALE


def birth_date_of(id_no: str) -> datetime.date | None:
    """The birth date in an identity number, or None where no such day exists."""
    try:
        return datetime.date(int(id_no[6:10]), int(id_no[10:12]), int(id_no[12:14]))
    except ValueError:
        return None


def check_id_no(
    raw: CellValue, id_type: IdType | None = None, today: datetime.date | None = None
) -> Checked[tuple[IdType, str]]:
    """Checks a document's number; with `id_type` None the document is guessed from it.

    `today` refuses a birth date that is still to come. A number cell of more than 15 digits is refused
    whatever its check digit, because its last digits are not the person's.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        if abs(raw) >= _LARGEST_EXACT:
            return Checked(None, (Problem.ID_PRECISION_LOST,))
        raw = plain_number(raw)
    if is_blank(raw):
        return Checked(None, (Problem.ID_MISSING,))
    if not isinstance(raw, str):
        return Checked(None, (Problem.ID_BAD_CHAR,))
    if len(raw) > 100:
        return Checked(None, (Problem.ID_LENGTH,))
    cleaner = Cleaner(raw)
    cleaner.drop_invisible()
    cleaner.narrow(everything=True)
    cleaner.drop_spaces()
    cleaner.unwrap()
    cleaner.drop_spaces()
    if not cleaner.text or says_nothing(cleaner.text):
        return Checked(None, (Problem.ID_MISSING,))
    if _SCIENTIFIC.fullmatch(cleaner.text) or _LONG_FLOAT.fullmatch(cleaner.text):
        return Checked(None, (Problem.ID_PRECISION_LOST,))
    cleaner.become(cleaner.text.translate(_HYPHENS), Note.SEPARATORS)
    if cleaner.text[-1:] == "x":
        cleaner.become(cleaner.text[:-1] + "X", Note.LOWER_X)
    number = cleaner.text.upper()
    if id_type is None:
        id_type = guess_id_type(number)
        if id_type is not IdType.ID_CARD:
            cleaner.notes.append(Note.ID_TYPE_GUESSED)
    problem = _id_card_problem(number, today) if id_type is IdType.ID_CARD else _document_problem(number)
    if problem is not None:
        return Checked(None, (problem,))
    return cleaner.done((id_type, number))


def _id_card_problem(number: str, today: datetime.date | None) -> Problem | None:
    if len(number) != ID_LENGTH:
        return Problem.ID_LENGTH
    if not (number.isascii() and number[:-1].isdigit() and (number[-1].isdigit() or number[-1] == "X")):
        return Problem.ID_BAD_CHAR
    if ric.calc_check_digit(number) != number[-1]:
        return Problem.ID_CHECK_DIGIT
    born = birth_date_of(number)
    if born is None or born.year < 1900 or (today is not None and born > today):
        return Problem.ID_BIRTH_DATE
    return None


def _document_problem(number: str) -> Problem | None:
    if not 5 <= len(number) <= 20:
        return Problem.ID_LENGTH
    return None if _DOCUMENT.fullmatch(number) else Problem.ID_BAD_CHAR


_SEX_WORDS = {
    "男": Sex.MALE, "男性": Sex.MALE, "m": Sex.MALE, "male": Sex.MALE, "男士": Sex.MALE,
    "女": Sex.FEMALE, "女性": Sex.FEMALE, "f": Sex.FEMALE, "female": Sex.FEMALE, "女士": Sex.FEMALE,
}  # fmt: skip


def check_sex(raw: CellValue, id_no: str | None = None) -> Checked[Sex]:
    """A sex cell, held against the identity number's 17th digit where there is a valid one."""
    if is_blank(raw) or not isinstance(raw, str):
        return Checked(None)
    sex = _SEX_WORDS.get("".join(raw.split()).lower())
    if sex is None:
        return Checked(None)
    notes = () if raw in ("男", "女") else (Note.SEX_VARIANT,)
    conflict = id_no is not None and sex is not sex_of(id_no)
    return Checked(sex, (Problem.SEX_CONFLICT,) if conflict else (), notes)
