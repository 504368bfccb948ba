"""Search while typing among many passes: what each key costs, through the operations that the pages use.

Every beginning of a name, of initials, a phone, a home, a number is one key pressed: on the page of passes the list
with its counts and the rows that are shown then, on the gate page its suggestions. No rival: a frame is a frame.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from db.books.pass_id import Book
from db.books.passes import Pass, get_passes
from db.books.person import pinyin_initials
from db.register import Register, open_register
from desktop.operations import arrivals, passes
from desktop.operations.passes import Query
from tests.bench.measuring import Row, below, percentile, seconds, sized
from tests.bench.registers import OPERATOR, PASSPHRASE, register_of_passes

PASSES = sized(100_000, 100)
PEOPLE = sized(60, 3)
"""How many people are looked for, each in every way."""
LIMIT_MS = 50.0
_SHOWN = 60
_SUGGESTED = 6


def found_while_typing() -> Row:
    """The row `search_p99_ms`: of each page's keys the hundredth that takes longest, of the two pages the slower."""
    with open_register(register_of_passes(PASSES), OPERATOR, PASSPHRASE) as register:
        chance = random.Random(1)
        typed = [beginning for one in _people(register, chance) for beginning in _keys(one)]
        chance.shuffle(typed)
        for words in typed[:20]:
            _on_pass_page(register, words, None)
        books = [chance.choice((*Book, None)) for _ in typed]
        on_pass_page = [
            seconds(lambda words=words, book=book: _on_pass_page(register, words, book))  # type: ignore[misc]
            for words, book in zip(typed, books, strict=True)
        ]
        on_gate_page = [
            seconds(lambda words=words: arrivals.suggest(register, words, _SUGGESTED))  # type: ignore[misc]
            for words in typed
        ]
    slower = max(percentile(on_pass_page, 99), percentile(on_gate_page, 99))
    return below("search_p99_ms", slower * 1000, LIMIT_MS, "ms")


ROWS: list[Callable[[], Row]] = [found_while_typing]


def _on_pass_page(register: Register, typed: str, book: Book | None) -> None:
    seen = passes.overview(register, Query(book=book, typed=typed))
    passes.rows(register, seen.found.ids[:_SHOWN])


def _people(register: Register, chance: random.Random) -> list[Pass]:
    ids = [passes.find(register, Query(book=book)).ids for book in Book]
    wanted = [chance.choice(chance.choice(ids)) for _ in range(PEOPLE)]
    with register.reading() as connection:
        return list(get_passes(connection, wanted).values())


def _keys(one: Pass) -> Iterator[str]:
    """What stands in the search field after each key, in every way in which someone may look this person up."""
    initials = min(pinyin_initials(one.holder.name))
    phone, home = one.holder.phone, one.holder.home
    for word in (one.holder.name, initials, phone, phone[-4:], home, str(one.id.number), one.id.human()):
        yield from (word[:length] for length in range(1, len(word) + 1))
    # Two words, as someone does who has too many of one name.
    yield f"{one.holder.name[0]} {phone[-4:]}"
    yield f"{initials} {home}"
