"""One line of a gate's ledger: its head, its salt and its body, and how they are hashed.

The head commits to the body (`commit`) and to the line before (`prev`). A purge may drop salt and body later; the
head stays, and so does the chain.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from db.errors import Refusal, RefusalCode
from db.ledger.canonical import canonical, read_value, strict_loads, written
from db.times import instant_of

ZERO_HASH = "0" * 64
_LINE_PREFIX = b"gatebook line v1\n"
MAX_LINE_BYTES = 65_536
_MAX_BODY_BYTES = MAX_LINE_BYTES - 1024
"""Leaves room for the longest head: what is written here must be readable everywhere."""

_HEX64 = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")
_KIND = re.compile(r"[a-z_]{1,40}\.[a-z_]{1,40}|purged")


@dataclass(frozen=True)
class Head:
    """The part of a line that is never dropped. `at` is the gate's clock, `commit` and `prev` are hex SHA-256."""

    gate: int
    epoch: int
    seq: int
    at: str
    operator: str
    kind: str
    commit: str
    prev: str

    def as_dict(self) -> dict[str, Any]:
        """The head as the object that is written."""
        return dict(self.__dict__)

    @property
    def key(self) -> tuple[int, int, int]:
        """(gate, epoch, seq), by which a line is known."""
        return (self.gate, self.epoch, self.seq)


@dataclass(frozen=True)
class Line:
    """A line of a ledger. `salt` (32 hex digits) and `body` are None where a purge has dropped them."""

    head: Head
    salt: str | None
    body: dict[str, Any] | None

    @cached_property
    def hash(self) -> str:
        """Hex SHA-256 over the canonical head: what the next line's `prev` holds."""
        return line_hash(self.head)

    @cached_property
    def body_bytes(self) -> bytes:
        """The canonical body, which the head commits to."""
        return canonical(self.body)

    def encode(self) -> bytes:
        """The line's canonical JSON, without a line end."""
        return canonical({"head": self.head.as_dict(), "salt": self.salt, "body": self.body})


def line_hash(head: Head) -> str:
    """Hex SHA-256 of `gatebook line v1\\n` and the canonical head."""
    return hashlib.sha256(_LINE_PREFIX + canonical(head.as_dict())).hexdigest()


def commitment(salt: str, body_bytes: bytes) -> str:
    """Hex SHA-256 of the salt's bytes and the canonical body."""
    return hashlib.sha256(bytes.fromhex(salt) + body_bytes).hexdigest()


def make_line(
    gate: int, epoch: int, seq: int, at: str, operator: str, kind: str, body: dict[str, Any], prev: str
) -> Line:
    """A new line with a fresh random salt. Raises `Refusal` (`BAD_LINE`) for values that no line may hold, or too
    much of them."""
    salt = secrets.token_hex(16)
    body_bytes = canonical(body)
    if len(body_bytes) > _MAX_BODY_BYTES:
        raise Refusal(RefusalCode.BAD_LINE, why="too long")
    commit = commitment(salt, body_bytes)
    return Line(Head(gate, epoch, seq, at, operator, kind, commit, prev), salt, body)


def parse_line(data: bytes) -> Line:
    """Reads one line as it stands in a file (canonical JSON, no line end) and checks form and commitment.

    Raises `Refusal` (`BAD_LINE`) with `why`. The chain is not checked here: that needs the line before."""
    if len(data) > MAX_LINE_BYTES:
        raise Refusal(RefusalCode.BAD_LINE, why="too long")
    value = strict_loads(data)
    if type(value) is not dict or set(value) != {"head", "salt", "body"}:
        raise Refusal(RefusalCode.BAD_LINE, why="not a line")
    line = _with_bytes(Line(parse_head(value["head"]), value["salt"], value["body"]), data, value["head"])
    check_commitment(line)
    return line


def read_line_again(data: bytes) -> Line:
    """A line from bytes that `parse_line` has read before; nothing is checked again."""
    value = read_value(data)
    return _with_bytes(Line(Head(**value["head"]), value["salt"], value["body"]), data, value["head"])


def _with_bytes(line: Line, data: bytes, head: Any) -> Line:
    """The line, with its hash and the bytes of its body taken from the bytes that it was read from, which are
    canonical: so they need not be written again to be hashed."""
    head_bytes = written(head)
    end = b',"head":%b,"salt":%b}' % (head_bytes, written(line.salt))
    vars(line)["hash"] = hashlib.sha256(_LINE_PREFIX + head_bytes).hexdigest()
    vars(line)["body_bytes"] = data[len(b'{"body":') : -len(end)]
    return line


def parse_head(value: Any) -> Head:
    """A head from its object; every field must have its type and form. Raises `Refusal` (`BAD_LINE`)."""
    if type(value) is not dict or set(value) != set(Head.__dataclass_fields__):
        raise Refusal(RefusalCode.BAD_LINE, why="not a head")
    head = Head(**value)
    well = (
        _is_number(head.gate, 65535)
        and _is_number(head.epoch, 65535)
        and _is_number(head.seq, 2**32 - 1)
        and _is_text(head.kind, _KIND)
        and _is_text(head.commit, _HEX64)
        and _is_text(head.prev, _HEX64)
        and type(head.operator) is str
        and 1 <= len(head.operator) <= 64
        and _is_stamp(head.at)
    )
    if not well:
        raise Refusal(RefusalCode.BAD_LINE, why="head out of form")
    return head


def _is_number(value: Any, top: int) -> bool:
    return type(value) is int and 1 <= value <= top


def _is_text(value: Any, form: re.Pattern[str]) -> bool:
    return type(value) is str and form.fullmatch(value) is not None


def _is_stamp(at: Any) -> bool:
    try:
        return type(at) is str and bool(instant_of(at))
    except ValueError:
        return False


def check_commitment(line: Line) -> None:
    """Raises `Refusal` (`BAD_LINE`) unless the body is the one that the head commits to, or is purged."""
    if line.salt is None and line.body is None:
        return
    if type(line.salt) is not str or not _SALT.fullmatch(line.salt) or type(line.body) is not dict:
        raise Refusal(RefusalCode.BAD_LINE, why="salt or body out of form")
    if commitment(line.salt, line.body_bytes) != line.head.commit:
        raise Refusal(RefusalCode.BAD_LINE, why="body is not the one committed to")
