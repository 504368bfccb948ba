"""What is printed on one card, and what cards of one batch have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from db.books.pass_id import Book, PassId, Scope


class Layout(StrEnum):
    """How cards lie on paper; the values are the command line's."""

    A4 = "a4"
    CR80 = "cr80"
    A6 = "a6"


@dataclass(frozen=True)
class CardFace:
    """One card.

    issue: 1 for the first card of a pass; later ones say so, as each makes the one before worthless.
    name: None for a blank, which gets lines to write on instead.
    compound: the name of the compound; gate_name, gate_phone: where a found card is taken.
    valid_from, valid_until: both valid days themselves; None leaves room to write.
    token: the digits in the code.
    photo: the bytes of a picture file, or None.
    language: of the words on the card, `zh` or `en`.
    practice: the card is from a practice register and says so.
    line_code: a home token is printed as Code 128 too, where the form has room for it: the A6 card.
    """

    pass_id: PassId
    issue: int
    name: str | None
    unit: str
    post: str
    compound: str
    gate_name: str
    gate_phone: str | None
    scope: Scope
    valid_from: date | None
    valid_until: date | None
    token: str
    photo: bytes | None = None
    language: str = "zh"
    practice: bool = False
    line_code: bool = False

    @property
    def has_line_code(self) -> bool:
        """Whether there is a code of one line; a district token is too long for one."""
        return self.line_code and self.scope is Scope.GATE

    @property
    def common(self) -> Common:
        """What this card shares with the others of its batch."""
        return Common(
            self.pass_id.book,
            self.name is None,
            self.compound,
            self.gate_name,
            self.gate_phone or "",
            self.scope,
            self.language,
            self.has_line_code,
        )


class Common(NamedTuple):
    """The part of a card that is drawn once for all cards that have it."""

    book: Book
    blank: bool
    compound: str
    gate_name: str
    gate_phone: str
    scope: Scope
    language: str
    line_code: bool = False
