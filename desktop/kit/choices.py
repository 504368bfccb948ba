"""Choosing one of a few: segmented control, in/out slab, filter pills, cards with a radio dot, book tabs.

All are radio buttons to the keyboard and to a screen reader: Tab reaches the chosen one, arrows move the choice.

    lane = Segmented(look=SegmentLook.SLAB, height=92)
    lane.set_options([Option("in", self.tr("In"), "in"), Option("out", self.tr("Out"), "out")])
    lane.chosen.connect(...)            # by hand only, with the option's key
    lane.choose("in"); lane.choose(None)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.books.pass_id import Book
from desktop.kit.books import paint_book_mark
from desktop.kit.icons import paint_icon
from desktop.kit.layouts import FlowLayout
from desktop.kit.paint import box, disc, fitted, smooth, text, text_width
from desktop.kit.pressing import Pressable
from desktop.kit.theme import px, sized_font, themes


@dataclass(frozen=True)
class Option:
    """One thing to choose. `detail` is a second line (card) or a count (pill, tab); `book` draws its mark."""

    key: str
    words: str
    icon: str | None = None
    detail: str = ""
    book: Book | None = None


class SegmentLook(Enum):
    SLAB = "slab"
    """The chosen one is a slab of the blue: in and out on the gate page."""
    PLAIN = "plain"
    """The chosen one is a white pill in the well."""


class _Choice(Pressable, QRadioButton):
    """One radio button that paints itself; its group decides how."""

    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(option.words, parent)
        self.option = option
        self.setAccessibleDescription(option.detail)
        self.prepare(8)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Group(QWidget):
    """A row of choices; one or none is chosen. Signal `chosen(str)` when a person chooses."""

    chosen = Signal(str)

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[_Choice] = []

    def _make(self, option: Option) -> _Choice:
        raise NotImplementedError

    def set_options(self, options: Sequence[Option]) -> None:
        """Put these in place of what there was; the choice stays where its key is still there."""
        before = self.current()
        layout = self.layout()
        assert layout is not None
        keys = [option.key for option in options]
        if keys == [button.option.key for button in self._buttons]:
            for button, option in zip(self._buttons, options, strict=True):
                button.option = option
                button.setText(option.words)
                button.setAccessibleDescription(option.detail)
                button.updateGeometry()
                button.update()
            return
        for button in self._buttons:
            layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for option in options:
            button = self._make(option)
            button.clicked.connect(self._clicked)
            layout.addWidget(button)
            self._buttons.append(button)
        self.choose(before)

    def _clicked(self) -> None:
        self._settle_focus()
        self.chosen.emit(self.current() or "")

    def current(self) -> str | None:
        return next((button.option.key for button in self._buttons if button.isChecked()), None)

    def choose(self, key: str | None) -> None:
        """Choose without telling anyone; None for no choice."""
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.option.key == key)
        for button in self._buttons:
            button.setAutoExclusive(True)
        self._settle_focus()
        self.update()

    def button(self, key: str) -> QRadioButton:
        return next(button for button in self._buttons if button.option.key == key)

    def set_option_enabled(self, key: str, enabled: bool) -> None:
        self.button(key).setEnabled(enabled)

    def set_no_focus(self) -> None:
        """Keep the keyboard out: for a page whose keys act on it directly."""
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _settle_focus(self) -> None:
        """Tab goes to the chosen one only, or to the first when none is chosen."""
        current = self.current()
        for index, button in enumerate(self._buttons):
            if button.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            here = button.option.key == current or (current is None and index == 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


class _Segment(_Choice):
    def __init__(self, option: Option, parent: Segmented) -> None:
        super().__init__(option, parent)
        self._well = parent
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _words_size(self) -> int:
        if self._well.height_at_100 < 64:
            return 15
        return 40 if len(self.option.words) == 1 else 26

    def sizeHint(self) -> QSize:
        size = self._words_size()
        wide = text_width(self.option.words, sized_font(size, True)) + px(32)
        if self.option.icon:
            wide += px(size * 0.85 + 12)
        return QSize(round(wide), px(self._well.height_at_100) - 2 * px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, on, slab = QRectF(self.rect()), self.isChecked(), self._well.look is SegmentLook.SLAB
        ink = "text2"
        if on:
            fill, line, ink = ("accent", None, "accent_text") if slab else ("surface", "line2", "text")
            box(painter, rect, px(9 if slab and rect.height() > px(56) else 7), fill, line)
        elif self.underMouse() and self.isEnabled():
            box(painter, rect, px(7), "line")
        if not self.isEnabled():
            ink = "text3"
        size = self._words_size()
        icon_side = px(32 if size >= 26 else 18) if self.option.icon else 0
        gap = px(12 if size >= 26 else 6) if self.option.icon else 0
        face = fitted(sized_font(size, on), self.option.words, rect.width() - icon_side - gap - px(10))
        total = icon_side + gap + text_width(self.option.words, face)
        x, centre = rect.center().x() - total / 2, rect.center().y()
        if self.option.icon:
            spot = QRectF(x, centre - icon_side / 2, icon_side, icon_side)
            paint_icon(painter, self.option.icon, spot, ink, 2.6 if on else 2.2)
        text(painter, x + icon_side + gap, centre, self.option.words, face, ink)


class Segmented(_Group):
    """A well with two to five segments. `height` at 100 %; from 64 up the words are large."""

    def __init__(self, look: SegmentLook = SegmentLook.PLAIN, height: int = 44) -> None:
        layout = QHBoxLayout()
        super().__init__(layout)
        self.look, self.height_at_100 = look, height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._measure)
        self._measure()

    def set_height(self, height: int) -> None:
        self.height_at_100 = height
        self._measure()

    def _measure(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(4), px(4), px(4), px(4))
        layout.setSpacing(px(4))
        self.setFixedHeight(px(self.height_at_100))

    def _make(self, option: Option) -> _Choice:
        return _Segment(option, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = px(12 if self.height_at_100 >= 64 else 9)
        box(smooth(QPainter(self)), QRectF(self.rect()), radius, "sunken", "line2")


class _Pill(_Choice):
    def sizeHint(self) -> QSize:
        wide = px(24) + text_width(self.option.words, sized_font(15, True))
        wide += px(22) if self.option.icon else 0
        wide += px(8) + text_width(self.option.detail, sized_font(15)) if self.option.detail else 0
        return QSize(round(wide), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, on = QRectF(self.rect()), self.isChecked()
        fill = "text" if on else "surface2" if self.underMouse() else "surface"
        box(painter, rect, rect.height() / 2, fill, None if on else "line2")
        ink = "surface" if on else "text" if self.isEnabled() else "text3"
        quiet = "surface" if on else "text2"
        face = sized_font(15, on)
        total = text_width(self.option.words, face) + (px(22) if self.option.icon else 0)
        total += px(8) + text_width(self.option.detail, sized_font(15)) if self.option.detail else 0
        x, centre = rect.center().x() - total / 2, rect.center().y()
        if self.option.icon:
            side = px(17)
            paint_icon(painter, self.option.icon, QRectF(x, centre - side / 2, side, side), quiet, 2.2)
            x += px(22)
        x += text(painter, x, centre, self.option.words, face, ink) + px(8)
        if self.option.detail:
            text(painter, x, centre, self.option.detail, sized_font(15), quiet)


class FilterPills(_Group):
    """Pills with counts that wrap: `Option("valid", self.tr("Valid"), "check", detail="8")`."""

    def __init__(self) -> None:
        super().__init__(FlowLayout(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _make(self, option: Option) -> _Choice:
        button = _Pill(option, self)
        button.setProperty("ringRadius", 20)
        return button


def paint_radio(painter: QPainter, rect: QRectF, on: bool, enabled: bool = True) -> None:
    """A radio dot in a square."""
    line = "line2" if not enabled else "accent_fg" if on else "field"
    disc(painter, rect.center(), rect.width() / 2 - 1, "surface", line, px(2))
    if on:
        disc(painter, rect.center(), rect.width() * 0.26, "accent_fg" if enabled else "text3")


class CardLook(Enum):
    REASON = "reason"
    """40 px: dot and words, side by side, for a reason or a method."""
    BOOK = "book"
    """64 px: mark or icon, words with a second line, dot at the end."""
    TAB = "tab"
    """48 px: mark, words, count; no dot."""


class _Card(_Choice):
    def __init__(self, option: Option, parent: RadioCards) -> None:
        super().__init__(option, parent)
        self._look = parent.look
        stretch = (
            QSizePolicy.Policy.Expanding if self._look is CardLook.BOOK else QSizePolicy.Policy.Preferred
        )
        self.setSizePolicy(stretch, QSizePolicy.Policy.Fixed)

    def _measures(self) -> tuple[int, int, int]:
        """Height, size of the words, side of the mark, at 100 %."""
        return {CardLook.REASON: (44, 15, 20), CardLook.BOOK: (64, 18, 36), CardLook.TAB: (48, 17, 28)}[
            self._look
        ]

    def sizeHint(self) -> QSize:
        height, size, mark = self._measures()
        wide = text_width(self.option.words, sized_font(size, True))
        if self._look is CardLook.BOOK:
            wide = max(wide, text_width(self.option.detail, sized_font(14))) + px(14 + 14 + 10 + 22 + 12)
            wide += px(mark) if self.option.book or self.option.icon else 0
        elif self._look is CardLook.TAB:
            wide += text_width(self.option.detail, sized_font(16, True)) + px(12 + mark + 12 + 24 + 14)
        else:
            wide += px(10 + mark + 8 + 14)
        return QSize(round(wide), px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, on, book = QRectF(self.rect()), self.isChecked(), self.option.book
        fill, line = ("surface2" if self.underMouse() else "surface"), "field"
        if self._look is CardLook.TAB:
            line = "line2"
        if on:
            fill, line = (f"{book}_tint", f"{book}_line") if book else ("accent_tint", "accent_fg")
        box(painter, rect, px(8 if self._look is CardLook.REASON else 10), fill, line, px(2) if on else 1)
        if self._look is CardLook.REASON:
            self._paint_reason(painter, rect, on)
        else:
            self._paint_marked(painter, rect, on)

    def _paint_reason(self, painter: QPainter, rect: QRectF, on: bool) -> None:
        side, centre = px(20), rect.center().y()
        paint_radio(painter, QRectF(px(10), centre - side / 2, side, side), on, self.isEnabled())
        ink = "text" if self.isEnabled() else "text3"
        text(painter, px(38), centre, self.option.words, sized_font(15, on), ink, room=rect.width() - px(46))

    def _paint_marked(self, painter: QPainter, rect: QRectF, on: bool) -> None:
        _, size, mark = self._measures()
        x, centre, side = float(px(13)), rect.center().y(), px(mark)
        spot = QRectF(x, centre - side / 2, side, side)
        if self.option.book:
            paint_book_mark(painter, self.option.book, spot)
        elif self.option.icon:
            paint_icon(painter, self.option.icon, spot.adjusted(2, 2, -2, -2), "accent_fg" if on else "text2")
        if self.option.book or self.option.icon:
            x += side + px(12)
        end = rect.right() - px(14)
        if self._look is CardLook.TAB:
            face = sized_font(16, on)
            end -= text(
                painter, end, centre, self.option.detail, face, "text" if on else "text2", "right"
            ) + px(10)
            text(painter, x, centre, self.option.words, sized_font(size, on), "text", room=end - x)
            return
        dot = px(22)
        paint_radio(painter, QRectF(end - dot, centre - dot / 2, dot, dot), on, self.isEnabled())
        room = end - dot - px(8) - x
        if self.option.detail:
            text(painter, x, centre - px(11), self.option.words, sized_font(size, True), "text", room=room)
            text(painter, x, centre + px(13), self.option.detail, sized_font(14), "text2", room=room)
        else:
            text(painter, x, centre, self.option.words, sized_font(size, on), "text", room=room)


class RadioCards(_Group):
    """Cards to choose from: reasons, books, tabs of books. `upright` puts them under one another."""

    def __init__(
        self, look: CardLook = CardLook.REASON, *, upright: bool = False, wrap: bool = False
    ) -> None:
        layout: QLayout = FlowLayout(8) if wrap else QVBoxLayout() if upright else QHBoxLayout()
        super().__init__(layout)
        self.look = look
        layout.setSpacing(px(8))
        if isinstance(layout, QBoxLayout) and not upright and look is not CardLook.BOOK:
            layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _make(self, option: Option) -> _Choice:
        return _Card(option, self)
