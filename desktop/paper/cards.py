"""Cards as PDF: sheets of ten, single cards, large cards, in colour or in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Protocol

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from db.errors import Refusal, RefusalCode
from desktop.paper import fonts
from desktop.paper.card_face import CardFace, Common, Layout
from desktop.paper.layouts import a4, a6, cr80
from desktop.paper.pen import Pen, new_canvas
from desktop.paper.words import pass_number, words

PLACES_ON_SHEET = a4.PLACES
_NAMES_SHOWN = 5


class _Form(Protocol):
    WIDTH: float
    HEIGHT: float

    def draw_common(self, pen: Pen, common: Common) -> None: ...

    def draw_own(self, pen: Pen, face: CardFace) -> None: ...


@dataclass(frozen=True)
class Unprintable:
    """A card with characters that no font here has."""

    face: CardFace
    characters: str


def unprintable(faces: Iterable[CardFace]) -> list[Unprintable]:
    """The cards of which a character cannot be printed, and which."""
    found = []
    for face in faces:
        missing = fonts.missing_characters(
            (face.name or "", face.unit, face.post, face.compound, face.gate_name, face.gate_phone or "")
        )
        if missing:
            found.append(Unprintable(face, missing))
    return found


def check_printable(faces: Iterable[CardFace]) -> None:
    """Raises `Refusal` (`CHARACTERS_NOT_PRINTABLE`: `characters`, `names`, `count`) where `unprintable` finds
    cards; those can still be printed with a box to write each missing character into."""
    if found := unprintable(faces):
        characters = "".join(dict.fromkeys("".join(card.characters for card in found)))
        names = "、".join(card.face.name or card.face.pass_id.human() for card in found[:_NAMES_SHOWN])
        raise Refusal(
            RefusalCode.CHARACTERS_NOT_PRINTABLE, characters=characters, names=names, count=len(found)
        )


def cards_pdf(
    faces: Sequence[CardFace],
    layout: Layout,
    out: IO[bytes],
    colour: bool = True,
    first_place: int = 1,
    boxes_for_missing: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Writes the cards to `out` as PDF and returns the number of pages. Nothing is written before the last card
    is drawn.

    first_place: on the A4 sheet the first free place, 1 to 10 along the rows; other layouts have one place.
    boxes_for_missing: prints an empty box for a character that no font has, instead of refusing.
    progress: called with cards done and all cards. cancelled: asked before each card.

    Raises `Refusal`: `CHARACTERS_NOT_PRINTABLE` as `check_printable`, `CANCELLED`, `INVALID` (`first_place`);
    `Fault` (`MISSING_FONT`). The same cards give the same bytes.
    """
    if not 1 <= first_place <= PLACES_ON_SHEET:
        raise Refusal(RefusalCode.INVALID, field="first_place", value=first_place)
    if not boxes_for_missing:
        check_printable(faces)
    form = a6 if layout is Layout.A6 else cr80
    page = (a4.WIDTH, a4.HEIGHT) if layout is Layout.A4 else (form.WIDTH, form.HEIGHT)
    language = words(faces[0].language if faces else "zh")
    canvas = new_canvas(out, language.translate("Paper", "Passes"), page)
    printer = _Printer(canvas, form, colour, layout is Layout.A4)
    pages = 0
    place = first_place if layout is Layout.A4 else 1
    for number, face in enumerate(faces):
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        if layout is Layout.A4:
            x, y = a4.place_corner(place)
            printer.draw(face, x, a4.HEIGHT - y - cr80.HEIGHT)
        else:
            printer.draw(face, 0, 0)
        last = number == len(faces) - 1
        if layout is not Layout.A4 or place == PLACES_ON_SHEET or last:
            if layout is Layout.A4:
                on_sheet = faces[number - min(number, place - (first_place if not pages else 1)) : number + 1]
                printer.draw_sheet(on_sheet)
            canvas.showPage()
            pages += 1
            place = 0
        place += 1
        if progress is not None:
            progress(number + 1, len(faces))
    if not pages:
        canvas.showPage()
    canvas.save()
    return pages


class _Printer:
    """Draws cards on one document, what they have in common only once."""

    def __init__(self, canvas: Canvas, form: _Form, colour: bool, to_be_cut: bool) -> None:
        self._canvas = canvas
        self._to_be_cut = to_be_cut
        self._form = form
        self._colour = colour
        self._own = Pen(canvas, form.HEIGHT, colour)
        self._drawn: dict[Common, str] = {}

    def draw(self, face: CardFace, x: float, y: float) -> None:
        """One card with its lower left corner at (x, y), in millimetres."""
        name = self._common(face.common)
        self._canvas.saveState()
        self._canvas.translate(x * mm, y * mm)
        self._canvas.doForm(name)
        self._form.draw_own(self._own, face)
        self._canvas.restoreState()

    def draw_sheet(self, faces: Sequence[CardFace]) -> None:
        """Cut marks, and which numbers are on the sheet."""
        canvas = self._canvas
        if not canvas.hasForm("cut-marks"):
            canvas.beginForm("cut-marks", 0, 0, a4.WIDTH * mm, a4.HEIGHT * mm)
            a4.draw_cut_marks(Pen(canvas, a4.HEIGHT, self._colour))
            canvas.endForm()
        canvas.doForm("cut-marks")
        own = words(faces[0].language)
        first, last = (pass_number(own, face.pass_id) for face in (faces[0], faces[-1]))
        hint = own.translate("Paper", "Print at 100 %, do not fit to the page")
        a4.draw_foot(Pen(canvas, a4.HEIGHT, self._colour), f"{first} – {last} · {hint}")

    def _common(self, common: Common) -> str:
        name = self._drawn.get(common)
        if name is None:
            name = self._drawn[common] = f"card-{len(self._drawn) + 1}"
            self._canvas.beginForm(name, 0, 0, self._form.WIDTH * mm, self._form.HEIGHT * mm)
            self._form.draw_common(self._own, common)
            if self._to_be_cut:
                cr80.draw_edge(self._own)
            self._canvas.endForm()
        return name
