"""Cards that went out on paper before the program came: their numbers are taken over, and written in one by one."""

from __future__ import annotations

from dataclasses import dataclass

from db.books.issuing import adopt_numbers
from db.books.pass_id import Book, PassId
from db.books.passes import highest_number
from db.books.prints import open_adopted
from db.register import Register
from desktop.changes import Change, Done, Topic


@dataclass(frozen=True)
class PaperCards:
    """What each book gives next, and its numbers on paper that nobody is written in for yet."""

    next_number: dict[Book, int]
    waiting: dict[Book, list[PassId]]

    @property
    def any_waiting(self) -> bool:
        """Whether a number waits for a person."""
        return any(self.waiting.values())


def paper_cards(register: Register) -> PaperCards:
    """The state of all books."""
    gate = register.gate.gate
    with register.reading() as connection:
        return PaperCards(
            {book: highest_number(connection, gate, book) + 1 for book in Book},
            {book: open_adopted(connection, gate, book) for book in Book},
        )


def adopt(register: Register, book: Book, last: int) -> Done[list[PassId]]:
    """Takes over the numbers up to `last`. Raises as `adopt_numbers`."""
    with register.writing() as ledger:
        numbers = adopt_numbers(ledger, book, last)
    return Done([PassId(register.gate.gate, book, number) for number in numbers], Change.of(Topic.PASSES))
