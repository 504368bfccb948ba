"""One line with all about it, beside the table: who, when, what the thermometer said, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from db.books.entries import Entry
from db.books.holds import Hold
from db.books.refusals import RefusedScan
from db.times import from_stamp
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Divider, EmptyState, Strip, Surface
from desktop.kit.chips import Way, WayChip
from desktop.kit.dates import day_words
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, grid, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.line_words import (
    entry_book_name,
    method_word,
    pass_words,
    reason_word,
    temperature_words,
    verdict_word,
)
from desktop.operations.entries import Line, LineDetails
from desktop.views.entries.panel_parts import CrossingsList, PanelHead
from desktop.views.entries.temperature_chart import Point, TemperatureChart


class LinePanel(Retranslating, Surface):
    """Signals: `void_asked(Entry)`, `correct_asked(LineDetails)`, `line_asked(Entry)` another version of it."""

    void_asked = Signal(object)
    correct_asked = Signal(object)
    line_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Line | None = None
        self._details: LineDetails | None = None
        self._fever, self._today = 373, date.today()
        self._may_correct = True
        self.head = PanelHead()
        self.name = Label("", Type.TITLE, wrap=True)
        self.way = WayChip(Way.IN, 60, 30)
        self.number = Label("", Type.SECTION)
        self.unit = Label("", Type.BODY, "text2", wrap=True)
        self._facts: QGridLayout = grid(gap=12, row_gap=1)
        self._facts.setColumnStretch(1, 1)
        self._fact_labels: list[Label] = []
        self.log_title = Label("", Type.CELL_STRONG, "text2")
        self.chart = TemperatureChart()
        self.crossings = CrossingsList()
        self.other = Button("", ButtonKind.GHOST, height=36, size=15, icon="right")
        self.other.clicked.connect(self._ask_other)
        self._log = QWidget()
        column(Divider(), self.log_title, self.chart, self.crossings, gap=4, parent=self._log)
        content = QWidget()
        who = row(self.name, self.way, gap=12)
        who.setStretch(0, 1)
        column(
            who, self.number, self.unit, 2, Divider(), 2, self._facts,
            row(self.other, STRETCH), self._log, STRETCH,
            gap=3, margins=(20, 10, 20, 10), parent=content,
        )  # fmt: skip
        self.area = scrolling(content)
        self.correct_button = Button("", icon="write", size=15)
        self.void_button = Button("", ButtonKind.DANGER, icon="undo", size=15)
        self.why_not = Label("", Type.SMALL, "text2", wrap=True)
        self.correct_button.clicked.connect(self._ask_correction)
        self.void_button.clicked.connect(self._ask_void)
        self.foot = Strip("cd")
        buttons = row(self.correct_button, self.void_button, gap=8)
        column(self.why_not, buttons, gap=4, margins=(20, 10, 20, 10), parent=self.foot)
        self.empty = EmptyState("list")
        self._empty_host = QWidget()
        column(self.empty, STRETCH, margins=12, parent=self._empty_host)
        whole = column(self.head, self.area, self.foot, self._empty_host, gap=0, margins=1, parent=self)
        whole.setStretch(1, 1)
        whole.setStretch(3, 1)
        self.retranslate()

    # What is shown

    def set_rules(self, fever_tenths: int, today: date, may_correct: bool) -> None:
        """The fever line, the gate's day, and whether this operator may put lines right."""
        self._fever, self._today, self._may_correct = fever_tenths, today, may_correct
        self._show()

    def show_nothing(self) -> None:
        """No line is chosen."""
        self._shown = self._details = None
        self._show()

    def show_line(self, line: Line) -> None:
        """A line as the table knows it; its details may follow."""
        if line != self._shown:
            self._details = None
        self._shown = line
        self._show()

    def show_details(self, details: LineDetails) -> None:
        """All about the numbered line."""
        self._shown, self._details = details.story.entry, details
        self._show()

    def details(self) -> LineDetails | None:
        """What is shown, where it is a numbered line that was read."""
        return self._details

    def _show(self) -> None:
        line = self._shown
        for part in (self.head, self.area, self.foot):
            part.setVisible(line is not None)
        self._empty_host.setVisible(line is None)
        if line is None:
            return
        self.name.setText(line.name or self.tr("Not known"))
        direction = getattr(line, "direction", None)
        self.way.setVisible(direction is not None)
        if direction is not None:
            self.way.set_way(Way.HELD if isinstance(line, Hold) else Way(direction.value))
        self.number.setText(pass_words(line.pass_id))
        self.number.setVisible(line.pass_id is not None)
        unit = getattr(line, "unit", "")
        if self._details is not None and self._details.one is not None:
            unit = self._details.one.holder.unit or unit
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self._clear_facts()
        if isinstance(line, Entry):
            self._show_entry(line)
        elif isinstance(line, Hold):
            self._show_hold(line)
        else:
            self._show_refusal(line)
        numbered = isinstance(line, Entry)
        stands = isinstance(line, Entry) and line.voided_at is None
        self.foot.setVisible(numbered and stands)
        self.correct_button.setEnabled(self._may_correct)
        self.why_not.setVisible(not self._may_correct)
        self._show_log()

    def _show_entry(self, entry: Entry) -> None:
        book = entry.pass_id.book if entry.pass_id else None
        state, icon = "", ""
        if entry.voided_at is not None:
            state, icon = self.tr("Void"), "undo"
        elif entry.outcome == "turned_away":
            state, icon = self.tr("Turned away"), "ban"
        elif entry.inferred:
            state, icon = self.tr("Filled in"), "write"
        self.head.set_head(book, f"{entry.no:04d}", state, icon)
        self._fact(self.tr("Time"), self._moment(entry.time))
        self._fact(self.tr("Temperature"), self._temperature(entry), hot=self._is_hot(entry))
        if entry.pass_id is None:
            self._fact(self.tr("Book"), entry_book_name(entry.book))
        self._fact(self.tr("Verdict"), self._verdict(entry))
        if entry.override:
            self._fact(self.tr("Let through"), entry.override)
        hold = self._details.story.hold if self._details else None
        if hold is not None:
            self._fact(self.tr("First reading"), self._first_reading(hold), hot=True)
        if entry.note:
            self._fact(self.tr("Note"), entry.note)
        details = self._details
        if details is not None:
            self._fact(self.tr("Recorded by"), details.operator)
            later = from_stamp(details.written_at) - from_stamp(entry.time) > timedelta(minutes=1)
            if later:
                self._fact(self.tr("Written"), self._moment(details.written_at))
        if entry.voided_at is not None:
            said = self.tr("{when}, {reason}").format(
                when=self._moment(entry.voided_at), reason=entry.voided_reason
            )
            self._fact(self.tr("Void"), said)
        self._show_other(entry)

    def _show_other(self, entry: Entry) -> None:
        """The line that this one was corrected to, or from."""
        versions = self._details.story.versions if self._details else ()
        other = next((one for one in reversed(versions) if one.key != entry.key), None)
        self.other.setVisible(other is not None)
        if other is not None:
            words = self.tr("Written again as {no}") if other.seq > entry.seq else self.tr("Stands for {no}")
            self.other.setText(words.format(no=f"{other.no:04d}"))

    def _show_hold(self, hold: Hold) -> None:
        book = hold.pass_id.book if hold.pass_id else None
        self.head.set_head(book, self.tr("No number yet"), self.tr("Waiting"), "clock")
        self._fact(self.tr("Time"), self._moment(hold.at))
        self._fact(self.tr("First reading"), self._first_reading(hold), hot=True)
        self._fact(self.tr("Next"), self.tr("Take the second reading on the gate page (F8)"))
        self.other.hide()

    def _show_refusal(self, one: RefusedScan) -> None:
        book = one.pass_id.book if one.pass_id else None
        self.head.set_head(book, self.tr("No number"), self.tr("Refused"), "ban")
        self._fact(self.tr("Time"), self._moment(one.at))
        self._fact(self.tr("Verdict"), verdict_word(one.verdict))
        if one.reason:
            self._fact(self.tr("Reason"), reason_word(one.reason))
        if one.token_sha256 and one.pass_id is None:
            self._fact(self.tr("Code"), one.token_sha256[:12])
        self.other.hide()

    def _show_log(self) -> None:
        log = self._details.log if self._details is not None else []
        self._log.setVisible(bool(log))
        if not log:
            return
        self.log_title.setText(self.tr("Temperatures of this person"))
        points = [
            Point(from_stamp(one.time).date(), _part_of_day(one.time), one.temp_tenths)
            for one in log
            if one.temp_tenths is not None and one.voided_at is None
        ]
        self.chart.setVisible(bool(points))
        self.chart.set_points(points, self._fever, self._today)
        self.crossings.set_rows([(self._moment(one.time), one) for one in log], self._fever)

    # Words

    def _moment(self, stamp: str) -> str:
        moment = from_stamp(stamp)
        clock = moment.strftime("%H:%M")
        ago = (self._today - moment.date()).days
        if ago == 0:
            return self.tr("Today {time}").format(time=clock)
        if ago == 1:
            return self.tr("Yesterday {time}").format(time=clock)
        return f"{day_words(moment.date())} {clock}"

    def _temperature(self, entry: Entry) -> str:
        if entry.temp_tenths is None:
            return self.tr("Not taken")
        words = f"{temperature_words(entry.temp_tenths)} ℃"
        if not entry.method:
            return words
        return self.tr("{temperature} ({method})").format(temperature=words, method=method_word(entry.method))

    def _first_reading(self, hold: Hold) -> str:
        return self.tr("{temperature} ℃ at {time}").format(
            temperature=temperature_words(hold.temp_tenths), time=hold.at[11:16]
        )

    def _verdict(self, entry: Entry) -> str:
        words = verdict_word(entry.verdict)
        if not entry.reason:
            return words
        return self.tr("{verdict}: {reason}").format(verdict=words, reason=reason_word(entry.reason))

    def _is_hot(self, entry: Entry) -> bool:
        return (entry.temp_tenths or 0) >= self._fever

    # Rows

    def _clear_facts(self) -> None:
        for label in self._fact_labels:
            self._facts.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._fact_labels = []

    def _fact(self, name: str, value: str, *, hot: bool = False) -> None:
        line = len(self._fact_labels) // 2
        said = Label(name, Type.CELL, "text2")
        said.setMinimumWidth(px(64))
        shown = Label(
            value, Type.BODY_STRONG if hot else Type.BODY, "attn_text" if hot else "text", wrap=True
        )
        self._facts.addWidget(said, line, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(shown, line, 1)
        self._fact_labels += [said, shown]

    # Asking

    def _ask_void(self) -> None:
        if isinstance(self._shown, Entry):
            self.void_asked.emit(self._shown)

    def _ask_correction(self) -> None:
        if self._details is not None:
            self.correct_asked.emit(self._details)

    def _ask_other(self) -> None:
        details = self._details
        if details is None:
            return
        other = next(
            (one for one in reversed(details.story.versions) if one.key != details.story.entry.key), None
        )
        if other is not None:
            self.line_asked.emit(other)

    def retranslate(self) -> None:
        self.correct_button.setText(self.tr("Correct"))
        self.void_button.setText(self.tr("Void"))
        self.why_not.setText(self.tr("Correcting is for a registrar or the lead"))
        self.empty.set_words(self.tr("Choose a line"), self.tr("All about it is shown here"))
        self._show()


def _part_of_day(stamp: str) -> float:
    return (int(stamp[11:13]) * 60 + int(stamp[14:16])) / 1440
