"""Passes: what the three books say. How they come about is in `issuing`, the lines in `pass_lines`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from db import models
from db.books.numbers import highest_used
from db.books.pass_id import MAX_NUMBER, Book, PassId, Scope
from db.errors import Refusal, RefusalCode
from db.prepared import Prepared
from db.trust.tokens import HomeToken

_passes, _issues, _reserved = models.passes, models.pass_issues, models.reservations

FACTS = ("id_type", "id_no", "phone", "unit", "post", "home", "plate", "remark", "photo", "checked")
"""What a pass says of its holder beside what its code carries; the names of the view's columns too."""


@dataclass(frozen=True)
class Holder:
    """Who a pass is for and where it is good: all that a person fills in on the form.

    `photo` is the SHA-256 of an attachment, `checked` says which papers were seen and by whom."""

    book: Book
    name: str
    valid_from: date
    valid_until: date
    id_type: str = "id_card"
    id_no: str = ""
    phone: str = ""
    unit: str = ""
    post: str = ""
    home: str = ""
    plate: str = ""
    remark: str = ""
    scope: Scope = Scope.GATE
    photo: str | None = None
    checked: str = ""


@dataclass(frozen=True)
class Pass:
    """A pass as its book shows it. `revoked_at` and `revoked_reason` are None while it is good."""

    id: PassId
    issue: int
    holder: Holder
    issued_at: str
    revoked_at: str | None = None
    revoked_reason: str | None = None


def is_pass(found: PassId) -> ColumnElement[bool]:
    """The condition that a row of the view is this pass."""
    return models.same_key(_passes, {"gate": found.gate, "book": found.book.value, "number": found.number})


def highest_number(connection: Connection, gate: int, book: Book) -> int:
    """The highest number given out in a gate's book, blanks and numbers that were skipped or purged included; 0 in an
    empty book."""
    tops = [
        connection.scalar(
            select(func.max(table.c.number)).where(table.c.gate == gate, table.c.book == book.value)
        )
        for table in (_passes, _reserved)
    ]
    tops.append(highest_used(connection, gate, book.value))
    return min(max(top or 0 for top in tops), MAX_NUMBER)


_ONE = Prepared(
    select(_passes).where(
        _passes.c.gate == bindparam("gate"),
        _passes.c.book == bindparam("book"),
        _passes.c.number == bindparam("number"),
    )
)


def get_pass(connection: Connection, id: PassId) -> Pass | None:
    """One pass, at its newest issue."""
    row = _ONE.first(connection, gate=id.gate, book=id.book.value, number=id.number)
    return to_pass(row) if row else None


def get_passes(connection: Connection, ids: Iterable[PassId]) -> dict[PassId, Pass]:
    """Many passes at once; those that do not exist are absent."""
    found: dict[PassId, Pass] = {}
    groups: dict[tuple[int, Book], list[int]] = {}
    for id in ids:
        groups.setdefault((id.gate, id.book), []).append(id.number)
    for (gate, book), numbers in groups.items():
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            where = (_passes.c.gate == gate, _passes.c.book == book.value, _passes.c.number.in_(some))
            for row in connection.execute(select(_passes).where(*where)):
                one = to_pass(row)
                found[one.id] = one
    return found


@dataclass(frozen=True)
class Issue:
    """One issue of a pass: the code or token of the card that was printed for it. `revoked_at` and
    `revoked_reason` stay where a further issue made the pass good again."""

    issue: int
    code: str | None
    token: str | None
    digits: str | None
    valid_from: date
    valid_until: date
    scope: Scope
    reason: str | None
    at: str
    revoked_at: str | None
    revoked_reason: str | None


_ISSUES = Prepared(
    select(_issues)
    .where(
        _issues.c.gate == bindparam("gate"),
        _issues.c.book == bindparam("book"),
        _issues.c.number == bindparam("number"),
    )
    .order_by(_issues.c.issue)
)


def issues_of(connection: Connection, id: PassId) -> list[Issue]:
    """Every issue of a pass, oldest first."""
    rows = _ISSUES.rows(connection, gate=id.gate, book=id.book.value, number=id.number)
    return [
        Issue(
            issue=row.issue,
            code=row.code,
            token=row.token,
            digits=row.digits,
            valid_from=date.fromisoformat(row.valid_from),
            valid_until=date.fromisoformat(row.valid_until),
            scope=Scope(row.scope),
            reason=row.reason,
            at=row.at,
            revoked_at=row.revoked_at,
            revoked_reason=row.revoked_reason,
        )
        for row in rows
    ]


def card_digits(connection: Connection, one: Pass) -> str:
    """The digits of the code on the newest card of a pass. Raises `Refusal` (`NO_SUCH_PASS`)."""
    issues = issues_of(connection, one.id)
    if not issues or issues[-1].issue != one.issue:
        raise Refusal(RefusalCode.NO_SUCH_PASS, number=one.id.human())
    newest = issues[-1]
    if newest.digits:
        return newest.digits
    return HomeToken(one.id.gate, one.id.book, one.id.number, newest.issue, newest.code or "").digits()


def cards_digits(connection: Connection, passes: Iterable[Pass]) -> dict[PassId, str]:
    """The digits of the newest card of many passes at once; see `card_digits`."""
    newest = {one.id: one.issue for one in passes}
    groups: dict[tuple[int, Book], list[int]] = {}
    for id in newest:
        groups.setdefault((id.gate, id.book), []).append(id.number)
    found: dict[PassId, str] = {}
    i = _issues.c
    for (gate, book), numbers in groups.items():
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            wanted = select(i.number, i.issue, i.code, i.digits)
            for row in connection.execute(
                wanted.where(i.gate == gate, i.book == book.value, i.number.in_(some))
            ):
                id = PassId(gate, book, row.number)
                if row.issue == newest[id]:
                    home = HomeToken(gate, book, row.number, row.issue, row.code or "")
                    found[id] = row.digits or home.digits()
    return found


def usual_units(connection: Connection, gate: int, most: int = 200) -> list[str]:
    """The units of this gate's passes, the commonest first: what the form offers."""
    wanted = (
        select(_passes.c.unit)
        .where(_passes.c.gate == gate, _passes.c.unit != "")
        .group_by(_passes.c.unit)
        .order_by(func.count().desc(), _passes.c.unit)
    )
    return list(connection.scalars(wanted.limit(most)))


def reservation(connection: Connection, id: PassId) -> tuple[str | None, bool] | None:
    """(code, whether bound) of a number reserved for a blank card; None for a number that is not."""
    key = {"gate": id.gate, "book": id.book.value, "number": id.number}
    wanted = select(_reserved.c.code, _reserved.c.bound).where(models.same_key(_reserved, key))
    row = connection.execute(wanted).first()
    return (row.code, row.bound) if row else None


def same_person(connection: Connection, gate: int, book: Book, id_no: str) -> list[Pass]:
    """Passes of this book that the person with this ID number holds and that were not revoked."""
    if not id_no:
        return []
    where = (
        _passes.c.id_no == id_no,
        _passes.c.book == book.value,
        _passes.c.gate == gate,
        _passes.c.revoked_at.is_(None),
    )
    return [to_pass(row) for row in connection.execute(select(_passes).where(*where))]


def people_with(connection: Connection, gate: int, id_nos: Iterable[str]) -> dict[tuple[Book, str], Pass]:
    """Of the people with these ID numbers those who hold a pass of this gate that was not revoked, by book; the
    first pass of each."""
    found: dict[tuple[Book, str], Pass] = {}
    wanted = sorted(set(id_nos) - {""})
    for start in range(0, len(wanted), 500):
        some = _passes.c.id_no.in_(wanted[start : start + 500])
        where = (some, _passes.c.gate == gate, _passes.c.revoked_at.is_(None))
        for row in connection.execute(select(_passes).where(*where).order_by(_passes.c.number)):
            one = to_pass(row)
            found.setdefault((one.id.book, one.holder.id_no), one)
    return found


def to_pass(row: Any) -> Pass:
    """A `Pass` from a row of the view."""
    holder = Holder(
        book=Book(row.book),
        name=row.name,
        valid_from=date.fromisoformat(row.valid_from),
        valid_until=date.fromisoformat(row.valid_until),
        scope=Scope(row.scope),
        **{name: getattr(row, name) for name in FACTS},
    )
    id = PassId(row.gate, holder.book, row.number)
    return Pass(id, row.issue, holder, row.issued_at, row.revoked_at, row.revoked_reason)
