"""Cards: which ones, as PDF, into a file or to a printer, and which of them were printed."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from db.books.issuing import reserve_blanks
from db.books.pass_id import Book, PassId, Scope
from db.books.pass_search import find_passes
from db.books.passes import Holder, Pass, cards_digits, get_passes, highest_number, reservation
from db.books.photos import get_photos
from db.books.prints import never_printed, note_printed, open_blanks
from db.errors import Denied, Refusal, RefusalCode
from db.files import write_whole
from db.register import Register
from db.settings import read_settings
from db.trust.roles import Role
from db.trust.tokens import HomeToken
from desktop.changes import Change, Done, Topic
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import Unprintable, cards_pdf, unprintable
from desktop.tasks import Progress

MOST_AT_ONCE = 1000
"""Cards of one job: a hundred sheets. What is left stands under "not printed yet"."""
MOST_BLANKS = 500
_LOOKED_UP = 500

_RANGE = re.compile(r"(\d{1,10})(?:-(\d{1,10}))?")
# Digits in the shape of each token that are no card's: a preview must not open a gate.
_NO_CODE = "0" * 13
_NO_DISTRICT_TOKEN = "1" + "0" * 240


@dataclass(frozen=True)
class Cards:
    """Cards to be printed. `left_out`: passes asked for that get no card, because they are revoked; `more`: how
    many go into a further job; `waiting`: blank cards of the book that are out and wait for a person."""

    faces: tuple[CardFace, ...]
    left_out: tuple[PassId, ...] = ()
    more: int = 0
    waiting: int = 0


class Source(StrEnum):
    """Which cards a job is about."""

    TICKED = "ticked"
    UNPRINTED = "unprinted"
    NUMBERS = "numbers"
    BOOK = "book"
    BLANKS = "blanks"


@dataclass(frozen=True)
class Wanted:
    """The cards that were asked for. `ids` are the ticked ones, `numbers` as written, `count` that of new blanks;
    `again` prints blanks that are reserved already."""

    source: Source
    book: Book
    ids: Sequence[PassId] = ()
    numbers: str = ""
    count: int = 10
    again: bool = False


@dataclass(frozen=True)
class Printing:
    """How cards are to lie on paper. `first_place`: the first free place of an A4 sheet, 1 to 10. `line_code`: a code
    of one line too, on A6."""

    layout: Layout = Layout.A4
    colour: bool = True
    first_place: int = 1
    boxes_for_missing: bool = False
    line_code: bool = False


def parse_numbers(text: str) -> list[int]:
    """`1-50`, `3,7,12` and both together, in any width, as numbers in order, each once.

    Raises `Refusal` (`INVALID`, field `numbers`)."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub("[‐‑‒–—―−~～至到]", "-", re.sub(r"\s*-\s*", "-", plain))
    numbers: dict[int, None] = {}
    for part in filter(None, re.split(r"[\s,、;，；]+", plain.strip())):
        match = _RANGE.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not 1 <= first <= last or last - first >= 1_000_000:
            raise Refusal(RefusalCode.INVALID, field="numbers", value=text)
        numbers |= dict.fromkeys(range(first, last + 1))
    if not numbers:
        raise Refusal(RefusalCode.INVALID, field="numbers", value=text)
    return sorted(numbers)


def ids_of_numbers(register: Register, book: Book, numbers: str) -> list[PassId]:
    """The passes of the own gate's book under these numbers; those that do not exist are left out."""
    wanted = [PassId(register.gate.gate, book, number) for number in parse_numbers(numbers)]
    with register.reading() as connection:
        found = get_passes(connection, wanted)
    return [id for id in wanted if id in found]


def ids_never_printed(register: Register, book: Book | None = None) -> Sequence[PassId]:
    """The good passes whose newest card was never printed."""
    with register.reading() as connection:
        return never_printed(connection, register.gate.gate, book)


def faces(register: Register, ids: Sequence[PassId], language: str, most: int | None = MOST_AT_ONCE) -> Cards:
    """The cards of these passes, in their order; at most `most`, the number of the others is told.

    Raises `Denied` for a volunteer: who prints a card has another one of it."""
    if register.access.role < Role.REGISTRAR:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
    limit = len(ids) if most is None else most
    known: list[Pass] = []
    good: list[Pass] = []
    looked = 0
    with register.reading() as connection:
        while looked < len(ids) and len(good) < limit:
            some = ids[looked : looked + _LOOKED_UP]
            looked += len(some)
            found = get_passes(connection, some)
            known += [found[id] for id in some if id in found]
            good = [one for one in known if one.revoked_at is None]
        shown = good[:limit]
        digits = cards_digits(connection, shown)
        photos = get_photos(connection, {one.holder.photo for one in shown if one.holder.photo})
        phone = read_settings(connection).card_phone
    made = tuple(
        replace(
            _face(register, one.id, one.issue, one.holder, digits[one.id], phone),
            photo=photos.get(one.holder.photo or ""),
            language=language,
        )
        for one in shown
    )
    left_out = tuple(one.id for one in known if one.revoked_at is not None)
    return Cards(made, left_out, len(good) - len(shown) + len(ids) - looked)


def wanted_cards(register: Register, wanted: Wanted, language: str) -> Cards:
    """The cards that were asked for; new blanks are shown by one that is nobody's, and reserved when they are printed.

    Raises `Refusal` (`INVALID`: `numbers`, `blank`)."""
    if wanted.source is Source.BLANKS:
        return _wanted_blanks(register, wanted, language)
    if wanted.source is Source.NUMBERS:
        ids: Sequence[PassId] = ids_of_numbers(register, wanted.book, wanted.numbers)
    elif wanted.source is Source.UNPRINTED:
        ids = ids_never_printed(register, wanted.book)
    elif wanted.source is Source.BOOK:
        with register.reading() as connection:
            ids = find_passes(connection, register.gate.gate, register.clock.today(), wanted.book).ids
    else:
        return _ticked(register, wanted.ids, language)
    return faces(register, ids, language)


def _ticked(register: Register, ids: Sequence[PassId], language: str) -> Cards:
    """The cards of these numbers; among those that were printed before may be blanks that wait for a person."""
    found, ids = faces(register, ids, language), ids[:MOST_AT_ONCE]
    with register.reading() as connection:
        known = get_passes(connection, ids)
        waiting = {id: reservation(connection, id) for id in ids if id not in known}
        phone = read_settings(connection).card_phone
    blanks = [
        _blank(register, id, kept[0], phone, language)
        for id, kept in waiting.items()
        if kept is not None and kept[0] and not kept[1]
    ]
    return replace(found, faces=(*found.faces, *blanks)) if blanks else found


def _wanted_blanks(register: Register, wanted: Wanted, language: str) -> Cards:
    waiting = blanks_waiting(register, wanted.book, language)
    if wanted.again:
        return Cards(tuple(waiting[:MOST_AT_ONCE]), (), max(0, len(waiting) - MOST_AT_ONCE), len(waiting))
    if not 1 <= wanted.count <= MOST_BLANKS:
        raise Refusal(RefusalCode.INVALID, field="blank", value=wanted.count)
    with register.reading() as connection:
        first = highest_number(connection, register.gate.gate, wanted.book) + 1
        phone = read_settings(connection).card_phone
    ids = [PassId(register.gate.gate, wanted.book, first + place) for place in range(wanted.count)]
    return Cards(tuple(_blank(register, id, _NO_CODE, phone, language) for id in ids), waiting=len(waiting))


def preview_face(
    register: Register, id: PassId, issue: int, holder: Holder, photo: bytes | None, language: str
) -> CardFace:
    """The card that a form would give. Its code is nobody's."""
    with register.reading() as connection:
        phone = read_settings(connection).card_phone
        kept = photo or get_photos(connection, {holder.photo} if holder.photo else set()).get(
            holder.photo or ""
        )
    home = HomeToken(id.gate, id.book, id.number, issue, _NO_CODE)
    digits = home.digits() if holder.scope is Scope.GATE else _NO_DISTRICT_TOKEN
    return replace(_face(register, id, issue, holder, digits, phone), photo=kept, language=language)


def reserve(register: Register, book: Book, count: int, language: str) -> Done[list[CardFace]]:
    """Reserves the next numbers of a book for blank cards, and gives their faces. Raises `Denied` for a volunteer,
    `Refusal` (`INVALID`, field `blank`) for fewer than 1 or more than 500."""
    with register.writing() as ledger:
        tokens = reserve_blanks(ledger, book, count)
        phone = read_settings(ledger.connection).card_phone
    numbers = [(PassId(token.gate, token.book, token.number), token.code) for token in tokens]
    made = [_blank(register, id, code, phone, language) for id, code in numbers]
    return Done(made, Change.of(Topic.PASSES))


def blanks_waiting(register: Register, book: Book, language: str) -> list[CardFace]:
    """The blank cards that are reserved and wait for a person, to be printed once more."""
    with register.reading() as connection:
        waiting = open_blanks(connection, register.gate.gate, book)
        phone = read_settings(connection).card_phone
    return [_blank(register, id, code, phone, language) for id, code in waiting]


def not_printable(cards: Sequence[CardFace]) -> list[Unprintable]:
    """The cards of which no typeface here has every character."""
    return unprintable(cards)


def pdf(cards: Sequence[CardFace], printing: Printing, progress: Progress | None = None) -> bytes:
    """The cards as PDF. Raises `Refusal` (`CHARACTERS_NOT_PRINTABLE`, `CANCELLED`), `Fault` (`MISSING_FONT`)."""
    return draw(cards, printing, progress.report if progress is not None else None)


def draw(
    cards: Sequence[CardFace], printing: Printing, report: Callable[[int, int], None] | None = None
) -> bytes:
    """The same; `report` is told cards done and all cards."""
    out = io.BytesIO()
    if printing.line_code:
        cards = [replace(face, line_code=True) for face in cards]
    cards_pdf(
        cards,
        printing.layout,
        out,
        printing.colour,
        printing.first_place,
        printing.boxes_for_missing,
        report,
    )
    return out.getvalue()


def save_pdf(data: bytes, path: Path) -> Path:
    """Puts the PDF into a file, whole or not at all. Raises `Fault`."""
    write_whole(path, data)
    return path


def draw_to_file(
    _register: Register, faces: Sequence[CardFace], printing: Printing, path: Path, progress: Progress
) -> Path:
    """Draws cards into a file: long work, which does not touch the register. Raises as `pdf`, and `Fault`."""
    return save_pdf(pdf(faces, printing, progress), path)


def save(
    register: Register,
    cards: Sequence[CardFace],
    printing: Printing,
    path: Path,
    progress: Progress | None = None,
) -> Path:
    """Draws the cards into a file and remembers them as printed, unless the register is open for reading only."""
    require_registrar(register)
    save_pdf(pdf(cards, printing, progress), path)
    if register.writes:
        remember_printed(register, cards, printing)
    return path


def remember_printed(
    register: Register, cards: Sequence[CardFace], printing: Printing, printer: str = ""
) -> Done[int]:
    """Notes the cards that the system took from us, and gives how many. `printer` is its name, empty for a file."""
    first = printing.first_place if printing.layout is Layout.A4 else 0
    with register.writing() as ledger:
        taken = [(face.pass_id, face.issue) for face in cards]
        note_printed(ledger, taken, printing.layout.value, printer, first)
    return Done(len(cards), Change.of(Topic.PASSES, passes=tuple(face.pass_id for face in cards[:50])))


def require_registrar(register: Register) -> None:
    """Raises `Denied` for a volunteer: whoever prints cards could print them for anyone."""
    if register.access.role < Role.REGISTRAR:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)


def _face(register: Register, id: PassId, issue: int, holder: Holder, digits: str, phone: str) -> CardFace:
    gate = register.gate
    return CardFace(
        pass_id=id,
        issue=issue,
        name=holder.name,
        unit=holder.unit,
        post=holder.post,
        compound=gate.compound,
        gate_name=gate.name,
        gate_phone=phone or None,
        scope=holder.scope,
        valid_from=holder.valid_from,
        valid_until=holder.valid_until,
        token=digits,
        practice=gate.practice,
    )


def _blank(register: Register, id: PassId, code: str, phone: str, language: str) -> CardFace:
    gate = register.gate
    return CardFace(
        pass_id=id,
        issue=1,
        name=None,
        unit="",
        post="",
        compound=gate.compound,
        gate_name=gate.name,
        gate_phone=phone or None,
        scope=Scope.GATE,
        valid_from=None,
        valid_until=None,
        token=HomeToken(id.gate, id.book, id.number, 1, code).digits(),
        language=language,
        practice=gate.practice,
    )
