"""The days on which a pass is good: first, last, and the usual spans to choose from."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.choices import FilterPills, Option
from desktop.kit.date_field import DateField
from desktop.kit.density import density
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.views.passes.sheets import SPANS

LONGEST = timedelta(days=366)


class ValidityFields(Retranslating, QWidget):
    """Two days and pills. Signal `changed`: by hand. One message stands under both."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = self._last_before = today
        self.title = Label("", Type.SMALL_STRONG)
        self.first = DateField(today=today, with_message=False)
        self.between = Label("", Type.BODY, "text2")
        self.last = DateField(today=today, with_message=False)
        self.message = Message()
        self.spans = FilterPills()
        self._days = row(self.first, self.between, self.last, gap=8)
        self._days.setStretch(0, 1)
        self._days.setStretch(2, 1)
        self._head = row(self.title, STRETCH)
        column(self._head, 4, self._days, 2, self.message, gap=0, parent=self)
        for field in (self.first, self.last):
            field.left.connect(self.recheck)
            field.picked.connect(self._picked)
        self.spans.chosen.connect(lambda key: self._take_span(int(key)))
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _fit(self) -> None:
        """With little room the pills stand over the days."""
        for layout in (self._days, self._head):
            layout.removeWidget(self.spans)
        (self._head if density().narrow else self._days).addWidget(self.spans)

    # What stands in them

    def set_today(self, today: date) -> None:
        """The gate's day."""
        self._today = today
        self.first.set_today(today)
        self.last.set_today(today)

    def set_days(self, first: date, last: date) -> None:
        """Both days; `last` stays allowed even where it is past: an old pass may have its other facts put right."""
        self._last_before = last
        self.first.set_date(first)
        self.last.set_date(last)
        self._show_span()

    def days(self) -> tuple[date, date]:
        """First and last, in order, right or not."""
        first, last = self.first.date() or self._today, self.last.date() or self._today
        return first, max(first, last)

    # What is wrong

    def recheck(self) -> None:
        """Shows what is wrong with the days."""
        first, last = self.first.date(), self.last.date()
        self.first.set_error("" if first is not None else self.tr("Write the day, for example 2020-03-15"))
        words = ""
        if last is None:
            words = self.tr("Write the day, for example 2020-03-15")
        elif first is not None and last < first:
            words = self.tr("The last day lies before the first")
        elif last < self._today and last != self._last_before:
            words = self.tr("This day is past. Look at the year")
        elif last > self._today + LONGEST:
            words = self.tr("More than a year ahead. Look at the year")
        self.last.set_error(words)
        self.message.set_message(words or self.first.message())

    def _picked(self) -> None:
        self.message.set_message("")
        self._show_span()
        self.changed.emit()

    def _take_span(self, days: int) -> None:
        self.last.set_date((self.first.date() or self._today) + timedelta(days=days))
        self.recheck()
        self.changed.emit()

    def _show_span(self) -> None:
        first, last = self.first.date(), self.last.date()
        days = (last - first).days if first and last else 0
        self.spans.choose(str(days) if days in SPANS else None)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Good from and until"))
        for field, name in ((self.first, self.tr("Good from")), (self.last, self.tr("Good until"))):
            field.edit.setAccessibleName(name)
            field.name_calendar(self.tr("Choose a day"))
        self.between.setText(self.tr("to", "between two days"))
        self.spans.set_options([Option(str(span), self.tr("%n day(s)", "", span)) for span in SPANS])
