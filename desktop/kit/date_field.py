"""A date that is typed, in whatever way people write dates, or picked from a calendar."""

from __future__ import annotations

import datetime
import re
import unicodedata

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.kit.buttons import ButtonKind, IconButton
from desktop.kit.fields import InputFrame, LabelledField, prepare_line
from desktop.kit.icons import icon
from desktop.kit.theme import color, px, themes

_WITH_YEAR = re.compile(r"(\d{4}|\d{2})\D+(\d{1,2})\D+(\d{1,2})\D*")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\D+(\d{1,2})\D*")


def parse_date(words: str, today: datetime.date) -> datetime.date | None:
    """The date that `words` mean, or None.

    `2026-05-30`, `2026/5/30`, `2026.5.30`, `2026年5月30日`, `20260530`, `26-5-30`; without a year (`5-30`,
    `5月30日`, `0530`) the year of `today`. Full-width digits count as digits.
    """
    plain = unicodedata.normalize("NFKC", words).strip()
    parts: tuple[str, str, str] | None = None
    if re.fullmatch(r"\d{8}", plain):
        parts = plain[:4], plain[4:6], plain[6:]
    elif re.fullmatch(r"\d{4}", plain):
        parts = str(today.year), plain[:2], plain[2:]
    elif found := _WITH_YEAR.fullmatch(plain):
        parts = found[1], found[2], found[3]
    elif found := _WITHOUT_YEAR.fullmatch(plain):
        parts = str(today.year), found[1], found[2]
    if parts is None:
        return None
    year, month, day = (int(part) for part in parts)
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


class _CalendarPopup(QFrame):
    """The calendar in a frame under its field."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setProperty("ringRadius", -1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.setObjectName("calendarPopup")

    def restyle(self) -> None:
        self.setStyleSheet(f"#calendarPopup {{ border: 1px solid {color('line2').name()}; }}")
        plain = QTextCharFormat()
        plain.setForeground(color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(color("text2"))
        head.setBackground(color("surface2"))
        self.calendar.setHeaderTextFormat(head)
        for name, drawn in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(drawn, 20, "text"))
        self.setFixedSize(self.calendar.minimumSizeHint().expandedTo(QSize(px(392), px(312))))


class DateField(LabelledField):
    """Typed or picked; rewritten as `2026-05-30` on leaving when it can be read.

    Signal `picked`: the date changed by hand. Up and Down go a day on or back.
    """

    picked = Signal()

    def __init__(
        self,
        label: str = "",
        *,
        today: datetime.date | None = None,
        height: int = 44,
        with_message: bool = True,
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(InputFrame(self.edit, height=height), with_message=with_message)
        self._today = today or datetime.date.today()
        self._open = IconButton("calendar", "", ButtonKind.GHOST, side=32, glyph=20)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self._show_calendar)
        self.frame.tail.addWidget(self._open)
        self._popup: _CalendarPopup | None = None
        self.set_input_method(False)
        self.edit.setPlaceholderText(self._today.isoformat())
        if label:
            self.set_label(label)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textEdited.connect(self.picked)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        prepare_line(self.edit)

    def set_today(self, today: datetime.date) -> None:
        """The gate's own day, which may not be the machine's."""
        self._today = today
        self.edit.setPlaceholderText(today.isoformat())

    def name_calendar(self, words: str) -> None:
        self._open.set_name(words)

    def text(self) -> str:
        return self.edit.text()

    def date(self) -> datetime.date | None:
        """The date, or None when it is empty or cannot be read."""
        return parse_date(self.edit.text(), self._today)

    def set_date(self, value: datetime.date | None) -> None:
        self.edit.setText(value.isoformat() if value else "")

    def _on_left(self) -> None:
        value = self.date()
        if value is not None:
            self.set_date(value)
        super()._on_left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        value = self.date()
        if step is None or value is None:
            super().keyPressEvent(event)
            return
        self.set_date(datetime.date.fromordinal(value.toordinal() + step))
        self.picked.emit()

    def _show_calendar(self) -> None:
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.calendar.clicked.connect(self._take)
            self._popup.calendar.activated.connect(self._take)
        shown = self.date() or self._today
        self._popup.restyle()
        self._popup.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._popup.move(self.frame.mapToGlobal(QPoint(0, self.frame.height() + px(6))))
        self._popup.show()

    def _take(self, chosen: QDate) -> None:
        self.set_date(datetime.date(chosen.year(), chosen.month(), chosen.day()))
        self.set_error("")
        if self._popup is not None:
            self._popup.hide()
        self.picked.emit()
