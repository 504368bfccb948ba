"""What a table cell holds and how it is painted: marks, names, chips, temperatures, voided and feverish lines.

A model gives the plain words in `DisplayRole` (a screen reader reads them, a long one shows them in its tool tip)
and what goes with them in the roles below. A column says how its cells are painted by its `Cell` kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from db.books.pass_id import Book
from desktop.kit.books import paint_book_mark
from desktop.kit.checks import paint_check
from desktop.kit.chips import (
    ChipKind,
    Way,
    chip_width,
    fever_word,
    paint_chip,
    paint_way_chip,
    void_word,
    way_word,
)
from desktop.kit.icons import paint_icon
from desktop.kit.paint import rule, text, text_width
from desktop.kit.theme import px, sized_font

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """`RowLook` of the row; the same at every column."""
    BOOK = Qt.ItemDataRole.UserRole + 2
    """`Book` of a mark."""
    WAY = Qt.ItemDataRole.UserRole + 3
    """`Way` of a way chip, None for none."""
    STATUS = Qt.ItemDataRole.UserRole + 4
    """`Status` of a status cell."""
    INITIALS = Qt.ItemDataRole.UserRole + 5
    """(initials, how many of them were searched for) beside a name."""
    SORT = Qt.ItemDataRole.UserRole + 6
    """Native value to sort by."""
    KEY = Qt.ItemDataRole.UserRole + 7
    """What the row stands for: an id."""


@dataclass(frozen=True)
class RowLook:
    """How a whole row looks. `voided`: struck through, chip after the name. `fever`: amber. `dim`: no longer good.

    `chip` is a word of the page's own after the name (inferred, supplement, ...).
    """

    voided: bool = False
    fever: bool = False
    dim: bool = False
    chip: str = ""


PLAIN = RowLook()


@dataclass(frozen=True)
class Status:
    """An icon and its severity beside the words: `Status("check", "allow")`; `""` for plain ink."""

    icon: str
    kind: str = ""


class Cell(Enum):
    TEXT = "text"
    STRONG = "strong"
    QUIET = "quiet"
    NUMBER = "number"
    """Right-aligned."""
    CHECK = "check"
    """A check box from `CheckStateRole`."""
    BOOK = "book"
    """The mark alone."""
    PASS = "pass"
    """The mark and the pass number."""
    NAME = "name"
    """Bold, then initials, then 作废 and 发热 where they apply."""
    WAY = "way"
    """The way chip."""
    STATUS = "status"
    """Icon and words in the colour of severity."""
    TEMPERATURE = "temperature"
    """Right-aligned; a thermometer with a fever."""
    LAST = "last"
    """Words, then the way at the right edge, quiet."""


RIGHT = (Cell.NUMBER, Cell.TEMPERATURE)


def _data(index: Index, role: int) -> Any:
    return index.data(role)


def row_look(index: Index) -> RowLook:
    look = _data(index, Role.ROW)
    return look if isinstance(look, RowLook) else PLAIN


def _words(index: Index) -> str:
    value = _data(index, Qt.ItemDataRole.DisplayRole)
    return "" if value is None else str(value)


def _ink(look: RowLook, usual: str = "text") -> str:
    if look.voided:
        return "strike"
    return "text2" if look.dim else usual


def _face(cell: Cell, look: RowLook) -> QFont:
    strong = cell in (Cell.STRONG, Cell.NAME) and not look.voided
    size = 16 if cell in (Cell.NAME, Cell.NUMBER, Cell.TEMPERATURE) else 15
    if cell is Cell.TEMPERATURE and look.fever and not look.voided:
        return sized_font(17, True)
    return sized_font(size, strong, look.voided)


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, index: Index) -> None:
    """Paint what is in a cell into `rect`, which has the padding taken off already."""
    look, centre = row_look(index), rect.center().y()
    if cell is Cell.CHECK:
        side = px(22)
        state = Qt.CheckState(_data(index, Qt.ItemDataRole.CheckStateRole) or 0)
        paint_check(painter, QRectF(rect.x(), centre - side / 2, side, side), state)
    elif cell in (Cell.BOOK, Cell.PASS):
        _paint_pass(painter, rect, cell, index, look)
    elif cell is Cell.NAME:
        _paint_name(painter, rect, index, look)
    elif cell is Cell.WAY:
        _paint_way(painter, rect, index, look)
    elif cell is Cell.STATUS:
        _paint_status(painter, rect, index, look)
    elif cell is Cell.TEMPERATURE:
        _paint_temperature(painter, rect, index, look)
    elif cell is Cell.LAST:
        _paint_last(painter, rect, index, look)
    elif cell is Cell.NUMBER:
        text(
            painter, rect.right(), centre, _words(index), _face(cell, look), _ink(look), "right", rect.width()
        )
    else:
        usual = "text2" if cell is Cell.QUIET else "text"
        text(
            painter, rect.x(), centre, _words(index), _face(cell, look), _ink(look, usual), room=rect.width()
        )


def _paint_pass(painter: QPainter, rect: QRectF, cell: Cell, index: Index, look: RowLook) -> None:
    book, x = _data(index, Role.BOOK), rect.x() + px(1)
    if book is not None:
        side = px(22)
        spot = QRectF(x, rect.center().y() - side / 2, side, side)
        paint_book_mark(painter, Book(book), spot, dim=look.voided)
        x += side + px(10)
    if cell is Cell.PASS:
        text(
            painter, x, rect.center().y(), _words(index), _face(cell, look), _ink(look), room=rect.right() - x
        )


def _paint_name(painter: QPainter, rect: QRectF, index: Index, look: RowLook) -> None:
    x, centre, end = rect.x(), rect.center().y(), rect.right()
    chips: list[tuple[str, ChipKind]] = []
    if look.voided:
        chips.append((void_word(), ChipKind.NEUTRAL))
    elif look.fever:
        chips.append((fever_word(), ChipKind.ATTN_FILL))
    if look.chip:
        chips.append((look.chip, ChipKind.NEUTRAL))
    taken = sum(chip_width(words) + px(8) for words, _ in chips)
    x += text(
        painter, x, centre, _words(index), _face(Cell.NAME, look), _ink(look), room=end - x - taken
    ) + px(8)
    initials = _data(index, Role.INITIALS)
    if initials and not look.voided:
        x += _paint_initials(painter, x, centre, initials[0], initials[1], end - taken)
    for words, kind in chips:
        if x + chip_width(words) <= end + 1:
            x += paint_chip(painter, x, centre, words, kind, height=22, radius=5) + px(6)


def _paint_initials(
    painter: QPainter, x: float, centre: float, initials: str, found: int, end: float
) -> float:
    bold, plain = sized_font(13, True), sized_font(13)
    head, tail = initials[:found], initials[found:]
    width = text_width(head, bold) + text_width(tail, plain)
    if x + width > end:
        return 0
    part = text(painter, x, centre + 1, head, bold, "accent_fg")
    text(painter, x + part, centre + 1, tail, plain, "text2")
    if head:
        rule(
            painter,
            round(x),
            round(centre + px(10)),
            round(x + part),
            round(centre + px(10)),
            "accent_fg",
            px(2),
        )
    return width + px(8)


def _paint_way(painter: QPainter, rect: QRectF, index: Index, look: RowLook) -> None:
    way = _data(index, Role.WAY)
    if way is None:
        text(
            painter,
            rect.x(),
            rect.center().y(),
            _words(index),
            _face(Cell.TEXT, look),
            _ink(look),
            room=rect.width(),
        )
        return
    chip = QRectF(rect.x(), rect.center().y() - px(13), min(rect.width(), px(56)), px(26))
    paint_way_chip(painter, chip, Way(way), dim=look.voided)


def _paint_status(painter: QPainter, rect: QRectF, index: Index, look: RowLook) -> None:
    status, x, centre = _data(index, Role.STATUS), rect.x(), rect.center().y()
    ink, strong = _ink(look), False
    if isinstance(status, Status):
        side = px(18)
        colour = f"{status.kind}_text" if status.kind else "text2"
        paint_icon(painter, status.icon, QRectF(x, centre - side / 2, side, side), colour, 2.4)
        x += px(24)
        strong = status.kind in ("attn", "deny")
        ink = colour if strong else "text"
    text(painter, x, centre, _words(index), sized_font(15, strong), ink, room=rect.right() - x)


def _paint_temperature(painter: QPainter, rect: QRectF, index: Index, look: RowLook) -> None:
    hot = look.fever and not look.voided
    face, ink = _face(Cell.TEMPERATURE, look), "attn_text" if hot else _ink(look)
    centre = rect.center().y()
    width = text(painter, rect.right(), centre, _words(index), face, ink, "right", rect.width())
    if hot:
        side = px(16)
        spot = QRectF(rect.right() - width - px(6) - side, centre - side / 2, side, side)
        paint_icon(painter, "thermo", spot, "attn_text", 2.2)


def _paint_last(painter: QPainter, rect: QRectF, index: Index, look: RowLook) -> None:
    way, end, centre = _data(index, Role.WAY), rect.right(), rect.center().y()
    if way is not None:
        word = way_word(Way(way))
        end -= text(painter, end, centre, word, sized_font(15, True), _ink(look), "right") + px(6)
        side = px(16)
        paint_icon(painter, str(Way(way)), QRectF(end - side, centre - side / 2, side, side), "text2", 2.2)
        end -= side + px(8)
    ink = "text2" if look.dim or way is None else "text"
    text(painter, rect.x(), centre, _words(index), sized_font(15), ink, room=end - rect.x())


def cell_width(cell: Cell, index: Index) -> float:
    """How wide a cell's words are when nothing is cut, to know whether it needs a tool tip."""
    look = row_look(index)
    width = text_width(_words(index), _face(cell, look))
    if cell in (Cell.PASS, Cell.STATUS):
        width += px(33)
    elif cell is Cell.NAME and (look.voided or look.fever or look.chip):
        width += px(8) + chip_width(void_word() if look.voided else fever_word() if look.fever else look.chip)
    elif cell is Cell.LAST and _data(index, Role.WAY) is not None:
        width += px(60)
    return width
