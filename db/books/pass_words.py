"""The words by which a pass is found while someone types: name, pinyin initials, number, phone, home, plate.

An index and not a view: it is rebuilt with the views, but depends on the pinyin table of the program's version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, select

from db import models
from db.books.initials import pinyin_initials
from db.books.pass_id import Book, PassId
from db.ledger.kinds import upsert

_words = models.pass_words
_LONGEST = 64


def words_of(number: int, facts: Mapping[str, Any]) -> set[str]:
    """Every word of which a typed beginning finds this pass."""
    name, phone, id_no = facts["name"], facts["phone"], facts["id_no"]
    words = {str(number), name, name[1:], phone, phone[-4:], id_no, id_no[-4:], facts["plate"], facts["unit"]}
    for initials in pinyin_initials(name):
        words |= {initials, initials[1:]}
    words |= _home_words(facts["home"])
    words |= set(name.split()) | set(name.split("·"))
    return {_plain(word)[:_LONGEST] for word in words if _plain(word)}


def _home_words(home: str) -> set[str]:
    parts = re.findall(r"\d+", home)
    return {home} | {"-".join(parts[start:]) for start in range(len(parts))}


def _plain(word: str) -> str:
    return re.sub(r"\s", "", word).casefold()


def put_words(connection: Connection, passes: Mapping[PassId, Mapping[str, Any]]) -> None:
    """Indexes passes; words that are there already stay."""
    rows = [
        {"word": word, "gate": id.gate, "book": id.book.value, "number": id.number}
        for id, facts in passes.items()
        for word in sorted(words_of(id.number, facts))
    ]
    if rows:
        connection.execute(upsert(connection.dialect.name, _words).on_conflict_do_nothing(), rows)


def forget_words(connection: Connection, id: PassId) -> None:
    """Drops a pass from the index."""
    own = (_words.c.gate == id.gate, _words.c.book == id.book.value, _words.c.number == id.number)
    connection.execute(delete(_words).where(*own))


def passes_with(typed: str, own_gate: int, book: Book | None = None) -> Select[Any] | None:
    """Selects (gate, book, number) of the passes that `typed` finds, in one book or all: each of its words must
    begin one of theirs. None where nothing was typed."""
    columns = (_words.c.gate, _words.c.book, _words.c.number)
    own_book = [] if book is None else [_words.c.book == book.value]
    try:
        id = PassId.parse(typed, own_gate)
        return select(*columns).where(
            _words.c.gate == id.gate,
            _words.c.book == id.book.value,
            _words.c.number == id.number,
            _words.c.word == str(id.number),
            *own_book,
        )
    except ValueError:
        pass
    words = {_number(_plain(part)) for part in typed.split()}
    queries = [select(*columns).where(*_beginning(word), *own_book) for word in sorted(words) if word]
    if not queries:
        return None
    first, *others = queries
    return first.distinct() if not others else first.intersect(*others).subquery().select()


_SHORT = 4


def _beginning(word: str) -> list[ColumnElement[bool]]:
    """The words that begin with this one. One to three figures mean a pass number or a home: nearly every phone
    number begins with them."""
    found = [_words.c.word >= word, _words.c.word < word + "\U0010ffff"]
    if word.isdecimal() and len(word) < _SHORT:
        found.append(func.length(_words.c.word) <= _SHORT)
    return found


def _number(word: str) -> str:
    """`000123`, as it stands on the card, finds number 123."""
    return word.lstrip("0") if re.fullmatch(r"0{2,}[1-9]\d*", word) else word
