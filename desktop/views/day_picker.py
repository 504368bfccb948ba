"""Choosing a day of the gate: one back, typed or picked, one on. No day to come."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import ButtonKind, IconButton
from desktop.kit.date_field import DateField
from desktop.kit.dates import weekday_word
from desktop.kit.labels import Label
from desktop.kit.layouts import row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes


class DayPicker(Retranslating, QWidget):
    """Signal `picked(date)`: another day was chosen by hand.."""

    picked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = self._day = today
        self.before = IconButton("left", "", ButtonKind.SECONDARY, side=44, glyph=20)
        self.after = IconButton("right", "", ButtonKind.SECONDARY, side=44, glyph=20)
        self.field = DateField(today=today, with_message=False)
        self._weekday = Label("", Type.BODY, "text2")
        self.field.frame.tail.insertWidget(0, self._weekday)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.field.picked.connect(self._typed)
        self.field.left.connect(lambda: self.field.set_date(self._day))
        row(self.before, self.field, self.after, gap=8, parent=self)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self._show()

    def day(self) -> date:
        """The day that is chosen."""
        return self._day

    def set_day(self, day: date) -> None:
        """Choose without telling anyone."""
        self._day = min(day, self._today)
        self.field.set_date(self._day)
        self._show()

    def set_today(self, today: date) -> None:
        """The gate's day, after which there is nothing."""
        followed = self._day == self._today
        self._today = today
        self.field.set_today(today)
        if followed and today != self._day:
            self.set_day(today)
        self._show()

    def go(self, days: int) -> None:
        """Some days on or back."""
        self._go(days)

    def _go(self, days: int) -> None:
        wanted = min(self._day + timedelta(days=days), self._today)
        if wanted != self._day:
            self.set_day(wanted)
            self.picked.emit(wanted)

    def _typed(self) -> None:
        wanted = self.field.date()
        if wanted is not None and wanted <= self._today and wanted != self._day:
            self._day = wanted
            self._show()
            self.picked.emit(wanted)

    def _show(self) -> None:
        if self.field.date() != self._day and not self.field.edit.hasFocus():
            self.field.set_date(self._day)
        self._weekday.setText(weekday_word(self._day))
        self.after.setEnabled(self._day < self._today)
        self.after.setCursor(
            Qt.CursorShape.PointingHandCursor if self.after.isEnabled() else Qt.CursorShape.ArrowCursor
        )

    def _fit(self) -> None:
        self.field.setFixedWidth(px(214))

    def retranslate(self) -> None:
        self.before.set_name(self.tr("The day before"))
        self.after.set_name(self.tr("The day after"))
        self.field.frame.editor.setAccessibleName(self.tr("Day"))
        self.field.name_calendar(self.tr("Choose from the calendar"))
        self._weekday.setText(weekday_word(self._day))
