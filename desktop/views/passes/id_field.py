"""The number of a document: an ID card's in groups as on the card, counted, the digit that is off in red."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from db.books.checked import Problem
from db.books.id_number import IdType, check_id_no
from desktop.kit.density import density
from desktop.kit.fields import InputFrame, LabelledField
from desktop.kit.labels import Label
from desktop.kit.paint import box, smooth, text
from desktop.kit.theme import Type, px, sized_font, themes
from desktop.problems import problem_words

LENGTH = 18
_GROUPS = (6, 10, 14)
_LINE_EDIT_MARGIN = 2
"""Pixels that QLineEdit keeps free before its text."""


def grouped(number: str) -> str:
    """`422301 1990 0315 1827`: region, year, day, order and check digit."""
    parts = [number[start:end] for start, end in zip((0, *_GROUPS), (*_GROUPS, None), strict=True)]
    return " ".join(part for part in parts if part)


class _Editor(QLineEdit):
    """Marks its last character when it is the one that is off."""

    def __init__(self) -> None:
        super().__init__()
        self.last_is_off = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self.text()
        if not self.last_is_off or not words:
            return
        painter = smooth(QPainter(self))
        metrics = QFontMetricsF(self.font())
        left = _LINE_EDIT_MARGIN + metrics.horizontalAdvance(words[:-1])
        width = metrics.horizontalAdvance(words[-1])
        spot = QRectF(left - px(2), px(3), width + px(6), self.height() - px(6))
        box(painter, spot, px(4), "deny")
        text(painter, spot.center().x(), spot.center().y(), words[-1], self.font(), "deny_ink", "middle")


class IdField(LabelledField):
    """Signal `left` as every field. The kind of document is set by the page; spaces are only for reading."""

    def __init__(self) -> None:
        self.edit = _Editor()
        super().__init__(InputFrame(self.edit, height=48))
        self._type = IdType.ID_CARD
        self.counter = Label("", Type.CELL, "text2")
        self.frame.tail.insertWidget(0, self.counter)
        self.set_input_method(False)
        self.edit.textEdited.connect(self._regroup)
        self.edit.textChanged.connect(self._count)
        self.add_check(self._check)
        themes().changed.connect(self._restyle)
        density().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.counter.setVisible(not density().narrow)
        self.edit.setFont(sized_font(16 if density().narrow else 22, True))

    def set_type(self, id_type: IdType) -> None:
        """Another kind of document: other rules, other look."""
        self._type = id_type
        self.set_number(self.number())
        self.set_error("")

    def number(self) -> str:
        """Without spaces."""
        return "".join(self.edit.text().split())

    def set_number(self, number: str) -> None:
        self.edit.setText(grouped(number) if self._type is IdType.ID_CARD else number)
        self._count()

    def text(self) -> str:
        return self.number()

    def set_error(self, words: str) -> None:
        super().set_error(words)
        if not words:
            self._mark(False)

    def _mark(self, off: bool) -> None:
        self.edit.last_is_off = off
        self.edit.update()

    def _check(self, number: str) -> str:
        problems = check_id_no(number, self._type).problems
        self._mark(Problem.ID_CHECK_DIGIT in problems)
        return problem_words(problems[0]) if problems else ""

    def _regroup(self) -> None:
        """Puts the spaces where they belong, and the cursor where it was."""
        self._on_typed()
        if self._type is not IdType.ID_CARD:
            return
        before = self._digits_before(self.edit.cursorPosition())
        self.edit.setText(grouped(self.number().upper()))
        after = (place for place in range(len(self.edit.text()) + 1) if self._digits_before(place) == before)
        self.edit.setCursorPosition(next(after, 0))

    def _digits_before(self, place: int) -> int:
        return len("".join(self.edit.text()[:place].split()))

    def _count(self) -> None:
        shown = self._type is IdType.ID_CARD
        self.counter.setText(f"{len(self.number())} / {LENGTH}" if shown and self.number() else "")
