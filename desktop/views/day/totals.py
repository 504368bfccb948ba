"""What each book came to: in, out, inside, second readings; residents and visitors too, so that it adds up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.days import ENTRY_BOOKS, DaySummary
from db.books.pass_id import Book
from desktop.kit.books import book_full_name, book_name, paint_book_mark
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, fitted, rule, smooth, text
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.line_words import entry_book_name

_NARROW = 400


@dataclass(frozen=True)
class TotalsRow:
    """One row. `inside` is None where it is not counted."""

    book: str
    ins: int
    outs: int
    inside: int | None
    retaken: int


def rows_of(summary: DaySummary) -> list[TotalsRow]:
    """The rows of a day, the three books first."""
    rows = []
    for book in ENTRY_BOOKS:
        tally = summary.counters.books[book]
        inside = summary.counters.inside[Book(book)] if book in set(Book) else None
        retaken = sum(hold.book == book for hold in summary.holds)
        rows.append(TotalsRow(book, tally.ins, tally.outs, inside, retaken))
    return rows


def total_of(rows: list[TotalsRow]) -> TotalsRow:
    """The sum of rows."""
    return TotalsRow(
        "",
        sum(row.ins for row in rows),
        sum(row.outs for row in rows),
        sum(row.inside or 0 for row in rows),
        sum(row.retaken for row in rows),
    )


class TotalsTable(QWidget):
    """Painted by hand; a screen reader hears the rows as one description."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[TotalsRow] = []
        self._now = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_rows(self, rows: list[TotalsRow], now: bool) -> None:
        """`now` says that who is inside is told as of now, and not of the day's end."""
        self._rows, self._now = rows, now
        said = [f"{self._name(row)}: {row.ins} / {row.outs} / {row.inside}" for row in rows]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(164))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(150))

    def _name(self, row: TotalsRow) -> str:
        if row.book not in set(Book):
            return entry_book_name(row.book)
        return book_name(Book(row.book)) if self.width() < px(_NARROW) else book_full_name(Book(row.book))

    def _columns(self) -> list[tuple[str, float]]:
        """(words, right edge); the room left of the first is the names'."""
        right, narrow = self.width() - px(20), self.width() < px(_NARROW)
        inside = self.tr("Inside now") if self._now else self.tr("Inside at the end")
        if narrow:
            inside = self.tr("Inside")
        ends = (168, 116, 52, 0) if narrow else (216, 148, 56, 0)
        words = (self.tr("In"), self.tr("Out"), inside, self.tr("Second"))
        return [(said, right - px(end)) for said, end in zip(words, ends, strict=True)]

    def _rooms(self, columns: list[tuple[str, float]]) -> list[float]:
        edges = [px(52), *(right for _, right in columns)]
        return [after - before for before, after in pairwise(edges)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        head = px(28)
        columns = self._columns()
        box(painter, QRectF(0, 0, self.width(), head), 0, "surface2")
        rule(painter, 0, 0, self.width(), 0)
        rule(painter, 0, head - 1, self.width(), head - 1)
        caption = font(Type.SMALL_STRONG)
        text(painter, px(20), head / 2, self.tr("Book"), caption, "text2")
        for (words, right), room in zip(columns, self._rooms(columns), strict=True):
            face = fitted(caption, words, room - px(6))
            text(painter, right, head / 2, words, face, "text2", "right")
        foot = max(px(32), round((self.height() - head) / (len(self._rows) + 1) * 1.15))
        high = (self.height() - head - foot) / max(len(self._rows), 1)
        y = float(head)
        for row in self._rows:
            self._paint_row(painter, row, y, high, columns)
            y += high
        ground = QRectF(0, y, self.width(), self.height() - y)
        box(painter, ground, px(11), "surface2", corners="cd")
        rule(painter, 0, round(y), self.width(), round(y))
        if self._rows:
            total = total_of(self._rows)
            middle = ground.center().y()
            text(painter, px(20), middle, self.tr("Total"), sized_font(17, True))
            self._paint_numbers(painter, total, middle, columns, True)

    def _paint_row(
        self, painter: QPainter, row: TotalsRow, y: float, high: float, columns: list[tuple[str, float]]
    ) -> None:
        middle = y + high / 2
        if y > px(29):
            rule(painter, px(20), round(y), self.width() - px(20), round(y))
        side = min(px(28), high - px(4))
        spot = QRectF(px(20), middle - side / 2, side, side)
        if row.book in set(Book):
            paint_book_mark(painter, Book(row.book), spot)
        else:
            paint_icon(
                painter, "house" if row.book == "resident" else "person", spot.adjusted(2, 2, -2, -2), "text2"
            )
        left = px(52)
        room = columns[0][1] - left - px(32)
        face = fitted(sized_font(16, True), self._name(row), room)
        text(painter, left, middle, self._name(row), face, room=room)
        self._paint_numbers(painter, row, middle, columns, False)

    def _paint_numbers(
        self, painter: QPainter, row: TotalsRow, middle: float, columns: list[tuple[str, float]], strong: bool
    ) -> None:
        face = sized_font(22 if strong else 18, strong)
        for value, (_, right) in zip((row.ins, row.outs, row.inside, row.retaken), columns, strict=True):
            words = "–" if value is None else str(value)
            text(painter, right, middle, words, face, "text" if value else "text3", "right")
