"""The lines by which the books of passes change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from db import models
from db.books.pass_id import PassId
from db.books.pass_words import forget_words, put_words
from db.books.passes import FACTS, is_pass
from db.ledger.kinds import Item, insert_into, kind, stray, upsert

_passes, _issues, _reserved = models.passes, models.pass_issues, models.reservations


class PassIssued(msgspec.Struct, frozen=True):
    """A new pass, or a further issue of one (`pass.reissued`), which supersedes every lower one."""

    pass_: str = msgspec.field(name="pass")
    issue: int
    book: str
    name: str
    id_type: str
    id_no: str
    phone: str
    unit: str
    post: str
    home: str
    valid_from: str
    valid_until: str
    scope: int
    photo: str | None
    checked: str
    code: str | None = None
    token: str | None = None
    digits: str | None = None
    plate: str = ""
    remark: str = ""
    reason: str | None = None


class PassAmended(msgspec.Struct, frozen=True):
    """Facts about the holder that the card's code does not carry were put right."""

    pass_: str = msgspec.field(name="pass")
    id_type: str
    id_no: str
    phone: str
    unit: str
    post: str
    home: str
    photo: str | None
    checked: str
    plate: str = ""
    remark: str = ""


class PassRevoked(msgspec.Struct, frozen=True):
    """The pass is good for nothing any more."""

    pass_: str = msgspec.field(name="pass")
    reason: str


class PassReserved(msgspec.Struct, frozen=True):
    """Blank cards printed ahead, to be bound to a person later. `codes` holds one code a number."""

    book: str
    from_: int = msgspec.field(name="from")
    to: int
    codes: list[str]


def own_pass(connection: Connection, item: Item, text: str) -> PassId | None:
    """The pass that a line is about; None, and the line a stray, where it belongs to another gate."""
    try:
        found = PassId.parse(text)
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
    issues = []
    for item in items:
        body: PassIssued = item.body
        found = own_pass(connection, item, body.pass_)
        if found is None:
            continue
        at = item.line.head.at
        key = {"gate": found.gate, "book": found.book.value, "number": found.number, "issue": body.issue}
        facts = {name: getattr(body, name) for name in FACTS}
        days = {"valid_from": body.valid_from, "valid_until": body.valid_until, "scope": body.scope}
        rows[found] = {
            **key, **facts, **days, "name": body.name, "issued_at": at, "revoked_at": None, "revoked_reason": None
        }  # fmt: skip
        code = {"code": body.code, "token": body.token, "digits": body.digits}
        issues.append(
            {**key, **code, **days, "reason": body.reason, "at": at, "operator": item.line.head.operator}
        )
    if not rows:
        return
    put = upsert(connection, _passes)
    columns = {c.name: put.excluded[c.name] for c in _passes.c if not c.primary_key}
    connection.execute(
        put.on_conflict_do_update(index_elements=list(_passes.primary_key), set_=columns), [*rows.values()]
    )
    connection.execute(insert(_issues), issues)
    _bind_reserved(connection, rows)
    put_words(connection, rows)


def _bind_reserved(connection: Connection, issued: Collection[PassId]) -> None:
    """Blanks that got a person are no longer open."""
    if connection.execute(select(_reserved.c.number).limit(1)).first() is None:
        return
    for found in issued:
        key = {"gate": found.gate, "book": found.book.value, "number": found.number}
        connection.execute(update(_reserved).where(models.same_key(_reserved, key)).values(bound=True))


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


@kind("pass.reserved", PassReserved)
def _pass_reserved(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: PassReserved = item.body
        numbers = range(body.from_, body.to + 1)
        gate = item.line.head.gate
        rows = [
            {"gate": gate, "book": body.book, "number": number, "code": code, "bound": False}
            for number, code in zip(numbers, body.codes, strict=False)
        ]
        if len(body.codes) != len(numbers) or not rows:
            stray(connection, item.line, "codes do not fit the numbers")
        else:
            connection.execute(insert_into(_reserved), rows)
