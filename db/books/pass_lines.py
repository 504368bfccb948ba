"""The lines by which the books of passes change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, select, union_all, update

from db import models
from db.books.pass_id import MAX_ISSUE, MAX_NUMBER, Book, PassId
from db.books.pass_words import forget_words, put_words
from db.books.passes import FACTS, is_pass
from db.ledger.body_fields import Code, Digest, Word, check_days
from db.ledger.kinds import Item, kind, stray, upsert
from db.prepared import Prepared, add_rows

_passes, _issues, _reserved = models.passes, models.pass_issues, models.reservations

MOST_ADOPTED = 5000
"""Numbers of one line: more cards than any gate wrote by hand."""

IssueNumber = Annotated[int, msgspec.Meta(ge=1, le=MAX_ISSUE)]
PassNumber = Annotated[int, msgspec.Meta(ge=1, le=MAX_NUMBER)]


class PassIssued(msgspec.Struct, frozen=True):
    """A new pass, or a further issue of one (`pass.reissued`), which supersedes every lower one."""

    pass_: str = msgspec.field(name="pass")
    issue: IssueNumber
    book: Book
    name: str
    id_type: Word
    id_no: str
    phone: str
    unit: str
    post: str
    home: str
    valid_from: str
    valid_until: str
    scope: Annotated[int, msgspec.Meta(ge=0, le=2)]
    photo: Digest | None
    checked: str
    code: Code | None = None
    token: Digest | None = None
    digits: Annotated[str, msgspec.Meta(pattern=r"\A[1-9][0-9]{0,250}\Z")] | None = None
    plate: str = ""
    remark: str = ""
    reason: str | None = None

    def __post_init__(self) -> None:
        check_days(self.valid_from, self.valid_until)


class PassAmended(msgspec.Struct, frozen=True):
    """Facts about the holder that the card's code does not carry were put right."""

    pass_: str = msgspec.field(name="pass")
    id_type: Word
    id_no: str
    phone: str
    unit: str
    post: str
    home: str
    photo: Digest | None
    checked: str
    plate: str = ""
    remark: str = ""


class PassRevoked(msgspec.Struct, frozen=True):
    """The pass is good for nothing any more."""

    pass_: str = msgspec.field(name="pass")
    reason: str


class PassReserved(msgspec.Struct, frozen=True):
    """Blank cards printed ahead, to be bound to a person later. `codes` holds one code a number."""

    book: Book
    from_: PassNumber = msgspec.field(name="from")
    to: PassNumber
    codes: list[Code]


class PassAdopted(msgspec.Struct, frozen=True):
    """Numbers of cards that went out on paper before there was this register. Those cards carry no code: nothing can be
    scanned, the number is typed. They wait for a person as blanks do."""

    book: Book
    from_: PassNumber = msgspec.field(name="from")
    to: PassNumber


def own_pass(connection: Connection, item: Item, text: str) -> PassId | None:
    """The pass that a line is about; None, and the line a stray, where it belongs to another gate."""
    try:
        found = PassId.from_line(text)
    except ValueError:
        stray(connection, item.line, "no pass number")
        return None
    if found.gate != item.line.head.gate:
        stray(connection, item.line, "another gate's record")
        return None
    return found


@kind("pass.issued", PassIssued)
@kind("pass.reissued", PassIssued)
def _pass_issued(connection: Connection, items: Sequence[Item]) -> None:
    rows: dict[PassId, dict[str, Any]] = {}
    issues, renamed = [], set()
    for item in items:
        body: PassIssued = item.body
        found = own_pass(connection, item, body.pass_)
        if found is None:
            continue
        before = rows[found]["issue"] if found in rows else _issue_of(connection, found)
        if body.book is not found.book or body.issue <= before:
            stray(connection, item.line, "another book's" if body.issue > before else "no higher issue")
            continue
        if before:
            renamed.add(found)
        at = item.line.head.at
        key = {**_key(found), "issue": body.issue}
        facts = {name: getattr(body, name) for name in FACTS}
        days = {"valid_from": body.valid_from, "valid_until": body.valid_until, "scope": body.scope}
        good = {"revoked_at": None, "revoked_reason": None}
        rows[found] = {**key, **facts, **days, **good, "name": body.name, "issued_at": at}
        code = {"code": body.code, "token": body.token, "digits": body.digits}
        by = {"reason": body.reason, "at": at, "operator": item.line.head.operator}
        issues.append({**key, **code, **days, **good, **by})
    if not rows:
        return
    _PUT.run_all(connection, rows.values())
    add_rows(connection, _issues, issues)
    _bind_reserved(connection, rows)
    for found in renamed:
        forget_words(connection, found)
    put_words(connection, rows)


_ISSUE_OF = Prepared(
    select(_passes.c.issue).where(
        _passes.c.gate == bindparam("gate"),
        _passes.c.book == bindparam("book"),
        _passes.c.number == bindparam("number"),
    )
)


def _issue_of(connection: Connection, id: PassId) -> int:
    """The newest issue of a pass so far; 0 for a number that is nobody's."""
    row = _ISSUE_OF.first(connection, gate=id.gate, book=id.book.value, number=id.number)
    return row.issue if row else 0


def _put_pass(dialect: str) -> Any:
    put = upsert(dialect, _passes)
    columns = {c.name: put.excluded[c.name] for c in _passes.c if not c.primary_key}
    return put.on_conflict_do_update(index_elements=list(_passes.primary_key), set_=columns)


_PUT = Prepared(_put_pass)


def _bind_reserved(connection: Connection, issued: Collection[PassId]) -> None:
    """Blanks that got a person are no longer open."""
    if connection.execute(select(_reserved.c.number).limit(1)).first() is None:
        return
    for found in issued:
        own = models.same_key(_reserved, _key(found))
        connection.execute(update(_reserved).where(own).values(bound=True))


def _key(id: PassId) -> dict[str, Any]:
    return {"gate": id.gate, "book": id.book.value, "number": id.number}


@kind("pass.amended", PassAmended)
def _pass_amended(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        found = own_pass(connection, item, item.body.pass_)
        if found is None:
            continue
        facts = {name: getattr(item.body, name) for name in FACTS}
        connection.execute(update(_passes).where(is_pass(found)).values(facts))
        row = connection.execute(select(_passes).where(is_pass(found))).first()
        if row:
            forget_words(connection, found)
            put_words(connection, {found: row._asdict()})


@kind("pass.revoked", PassRevoked)
def _pass_revoked(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        found = own_pass(connection, item, item.body.pass_)
        if found:
            change = {"revoked_at": item.line.head.at, "revoked_reason": item.body.reason}
            connection.execute(update(_passes).where(is_pass(found)).values(change))
            issue = {**_key(found), "issue": _issue_of(connection, found)}
            connection.execute(update(_issues).where(models.same_key(_issues, issue)).values(change))


@kind("pass.reserved", PassReserved)
def _pass_reserved(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: PassReserved = item.body
        numbers = range(body.from_, body.to + 1)
        if len(body.codes) != len(numbers) or not body.codes:
            stray(connection, item.line, "codes do not fit the numbers")
            continue
        _reserve(connection, item, body.book, body.from_, body.codes)


@kind("pass.adopted", PassAdopted)
def _pass_adopted(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: PassAdopted = item.body
        count = body.to - body.from_ + 1
        if not 1 <= count <= MOST_ADOPTED:
            stray(connection, item.line, "no range of numbers")
            continue
        _reserve(connection, item, body.book, body.from_, [None] * count)


def _reserve(connection: Connection, item: Item, book: Book, first: int, codes: Sequence[str | None]) -> None:
    """Numbers that wait for a person, each with the code that is printed on its card, if any."""
    gate, last = item.line.head.gate, first + len(codes) - 1
    if _TAKEN.first(connection, gate=gate, book=book.value, first=first, last=last):
        stray(connection, item.line, "numbers given out")
        return
    rows = [
        {"gate": gate, "book": book.value, "number": first + place, "code": code, "bound": False}
        for place, code in enumerate(codes)
    ]
    add_rows(connection, _reserved, rows)


def _given_out(table: Table) -> Any:
    c = table.c
    own = (c.gate == bindparam("gate"), c.book == bindparam("book"))
    return select(c.number).where(*own, c.number.between(bindparam("first"), bindparam("last")))


_TAKEN = Prepared(union_all(_given_out(_passes), _given_out(_reserved)))
