"""Finding someone by number, name, initials, phone or home: the first few, in place of the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.masking import mask_phone
from db.books.pass_id import PassId
from db.books.passes import Pass
from desktop.kit.books import paint_book_mark
from desktop.kit.cards import Surface
from desktop.kit.chips import ChipKind, chip_width, paint_chip
from desktop.kit.density import density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.paint import rule, smooth, text
from desktop.kit.theme import Type, color, font, px, themes
from desktop.language import current_language
from desktop.views.gate.words import say

MOST = 8


class _Rows(QWidget):
    """The passes, one of them current."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.passes: list[Pass] = []
        self.current = 0
        self.today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self.update)

    def row_height(self) -> int:
        return px(density().pick(62, 58, 52))

    def sizeHint(self) -> QSize:
        return QSize(px(280), self.row_height() * max(1, len(self.passes)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.row_height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // self.row_height()
        if 0 <= place < len(self.passes):
            self.picked.emit(self.passes[place].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high = self.row_height()
        for place, one in enumerate(self.passes):
            top = place * high
            if top >= self.height():
                break
            if place == self.current:
                painter.fillRect(QRectF(1, top, self.width() - 2, high), color("accent_tint"))
                painter.fillRect(QRectF(1, top, px(4), high), color("accent"))
            elif place:
                rule(painter, px(16), top, self.width() - px(16), top)
            self._paint_pass(painter, one, QRectF(px(18), top, self.width() - px(34), high))

    def _paint_pass(self, painter: QPainter, one: Pass, area: QRectF) -> None:
        centre, side, end = area.center().y(), px(30), area.right()
        paint_book_mark(painter, one.id.book, QRectF(area.x(), centre - side / 2, side, side))
        word, kind = _state(one, self.today)
        if word:
            end -= chip_width(word)
            paint_chip(painter, end, centre, word, kind)
            end -= px(10)
        x = area.x() + side + px(14)
        number = one.id.human(chinese=current_language() == "zh")
        used = text(painter, x, centre - px(12), one.holder.name, font(Type.SECTION), room=end - x - px(60))
        text(painter, x + used + px(10), centre - px(12), number, font(Type.SMALL_STRONG), "text2",
             room=end - x - used - px(10))  # fmt: skip
        known = [one.holder.unit, one.holder.home, mask_phone(one.holder.phone)]
        words = " · ".join(word for word in known if word)
        text(painter, x, centre + px(13), words, font(Type.SMALL), "text2", room=end - x)


def _state(one: Pass, today: date) -> tuple[str, ChipKind]:
    if one.revoked_at is not None:
        return say("Revoked"), ChipKind.DENY
    if one.holder.valid_until < today:
        return say("Expired"), ChipKind.DENY
    return "", ChipKind.NEUTRAL


class SearchPanel(Surface):
    """Signal `picked(PassId)`. Up and Down of the search field move the current one."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", Type.CARD_TITLE)
        self._count = Label("", Type.BODY, "text2")
        self._none = Label("", Type.BODY, "text2", wrap=True)
        self.rows = _Rows()
        self.rows.picked.connect(self.picked)
        head = row(self._title, self._count, STRETCH, gap=12, margins=(20, 12, 16, 8))
        empty = row(self._none, margins=(20, 0, 20, 0))
        whole = column(head, empty, self.rows, gap=0, margins=(0, 0, 0, 12), parent=self)
        whole.setStretch(2, 1)
        self.show_passes([], "", date.min)

    def show_passes(self, passes: Sequence[Pass], typed: str, today: date) -> None:
        """What was found for what was typed."""
        self.rows.passes, self.rows.current, self.rows.today = list(passes), 0, today
        self._title.setText(say("Found") if passes or not typed else say("Nobody found"))
        self._count.setText(str(len(passes)) if passes else "")
        hint = say("Number, name, initials, phone, home or plate. Up and Down, or +, choose. Enter takes.")
        nobody = say("Try fewer letters, or press F5 for a person without a card.")
        self._none.setText(nobody if typed else hint)
        self._none.setVisible(not passes)
        self._tell()

    def step(self, by: int, around: bool = False) -> None:
        """The next or the one before; `around`, after the last comes the first."""
        most = len(self.rows.passes)
        if most:
            place = self.rows.current + by
            self.rows.current = place % most if around else max(0, min(most - 1, place))
            self._tell()

    def current(self) -> PassId | None:
        """The one that Enter takes."""
        return self.rows.passes[self.rows.current].id if self.rows.passes else None

    def _tell(self) -> None:
        if self.rows.passes:
            one = self.rows.passes[self.rows.current]
            self.rows.setAccessibleName(f"{one.holder.name} {one.id.human()} {one.holder.unit}")
        self.rows.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_passes(self.rows.passes, "", self.rows.today)
