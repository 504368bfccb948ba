"""The page of the day: what it came to, its seal, printing it, and on to the export."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from db.books.day_record import DayRecord
from db.errors import GatebookError
from db.ledger.seal import Seal
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.devices.printer import Printers
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner
from desktop.kit.density import Room, density
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, row, scaled, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, themes
from desktop.language import current_language
from desktop.operations.day_paper import print_day
from desktop.operations.days import look_at_day, seal
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.day.cards import (
    DayExportCard,
    FeversCard,
    QuartersCard,
    ReportCard,
    TemperaturesCard,
    TotalsCard,
)
from desktop.views.day_picker import DayPicker
from desktop.views.latest import Latest
from desktop.views.printing.paper_sheet import PaperSheet
from desktop.views.retention_banner import RetentionBanner
from desktop.views.shift.past_sheet import PastShiftsSheet


def report_sheet(session: Session, day: str, printers: Printers | None = None) -> PaperSheet:
    """The day's report, to be printed or saved. Names are masked, as in the day's folder."""
    title = QCoreApplication.translate("DayPage", "Report of {day}").format(day=day)
    name = QCoreApplication.translate("DayPage", "day report {day}.pdf").format(day=day)
    make = partial(print_day, day=day, language=current_language())
    return PaperSheet(session, title, name, make, printers)


class DayPage(Retranslating, QWidget):
    """What a day came to. Nothing is read while the page is hidden.

    Signals: `export_asked(date)`; `shift_asked`; `entries_asked(date)`, the lines behind the fevers;
    `keeping_asked`, how long names are kept."""

    export_asked = Signal(object)
    entries_asked = Signal(object)
    shift_asked = Signal()
    keeping_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record: DayRecord | None = None
        self._stale = True
        self._look = Latest(session, look_at_day, self._take, self._failed, self)
        self._make_head()
        self._make_cards()
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._show)
        session.settings_changed.connect(self._refresh)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        for keys, days in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda days=days: self.picker.go(days))
        self._fit()
        self.retranslate()

    def _make_head(self) -> None:
        self.title = Label("", Type.TITLE)
        self.picker = DayPicker(self._session.register.clock.today())
        self.picker.picked.connect(lambda _day: self._refresh())
        self.span = ElidedLabel("", Type.CELL, "text2")
        self.shifts_button = Button("", icon="shuffle", height=48)
        self.shifts_button.clicked.connect(self.show_shifts)
        self.print_button = Button("", icon="print", key="Ctrl+P", height=48)
        self.print_button.clicked.connect(self.print_day)
        self.export_button = Button("", ButtonKind.PRIMARY, icon="usb", key="F10", height=48)
        self.export_button.clicked.connect(self._ask_export)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self, self.print_day)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.trouble = Banner()
        self.trouble.hide()
        self.retention = RetentionBanner(self._session, action=True)
        self.retention.acted.connect(self.keeping_asked)

    def _make_cards(self) -> None:
        self.totals, self.quarters = TotalsCard(), QuartersCard()
        self.temperatures, self.fevers = TemperaturesCard(), FeversCard()
        self.report, self.export = ReportCard(), DayExportCard()
        self.report.seal_asked.connect(self._ask_seal)
        self.export.export_asked.connect(self._ask_export)
        self.fevers.list.pressed.connect(lambda: self.entries_asked.emit(self.picker.day()))
        self._upper = row(self.totals, self.quarters, gap=16)
        self._middle = column(self.fevers, self.report, gap=16)
        self._lower = row(self.temperatures, self._middle, self.export, gap=16)
        self._content = QWidget()
        self._cards = column(self._upper, self._lower, gap=16, parent=self._content)
        buttons = (self.shifts_button, self.print_button, self.export_button)
        head = row(self.title, 8, self.picker, self.span, *buttons, gap=8)
        head.setStretch(head.indexOf(self.span), 1)
        self._area = scrolling(self._content)
        self._column = column(head, self.trouble, self.retention, self._area, gap=16, margins=16, parent=self)
        self._column.setStretch(3, 1)

    # What is shown

    def show_day(self, day: date) -> None:
        """What this day came to."""
        self.picker.set_day(day)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.picker.set_today(self._session.register.clock.today())
        self.retention.look()
        if self._stale or self._record is None or self._record.day != self._day():
            self._refresh()

    def _day(self) -> str:
        return self.picker.day().isoformat()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ENTRIES, Topic.HOLDS, Topic.REFUSALS, Topic.DAYS, Topic.EXPORTS):
            self.picker.set_today(self._session.register.clock.today())
            self._refresh()

    def _refresh(self) -> None:
        """Reads the day; while the page is hidden it only remembers to."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._look.ask(self._day())

    def _take(self, record: DayRecord) -> None:
        self._record = record
        self.trouble.hide()
        self._show()

    def _failed(self, error: GatebookError) -> None:
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    def _show(self) -> None:
        record = self._record
        if record is None:
            return
        today = self._session.register.clock.today().isoformat()
        self.totals.set_record(record, record.day == today)
        self.quarters.set_record(record)
        self.temperatures.set_record(record)
        self.fevers.set_record(record)
        self.report.set_record(record, self._session.register.access.role >= Role.REGISTRAR)
        self.export.set_record(record)
        self.span.setText(self._span_words(record))

    def _span_words(self, record: DayRecord) -> str:
        """Who recorded; where the card that says so has no room, what has not left yet."""
        if density().level is Room.TIGHT and self.export.waiting():
            return self.tr("%n to export", "", self.export.waiting())
        names = [record.name_of(one) for one in record.summary.operators]
        if not names:
            return ""
        return self.tr("recorded by {names}").format(names=self.tr(", ", "between names").join(names))

    # What can be done

    def _ask_export(self) -> None:
        self.export_asked.emit(self.picker.day())

    def _ask_seal(self) -> None:
        record = self._record
        if record is None:
            return
        sheet = ConfirmSheet(
            ConfirmWords(
                self.tr("Seal {day}, %n line(s)?", "", record.summary.entries).format(day=record.day),
                self.tr("What comes later for this day is kept too, and gets a further seal."),
                self.tr("Seal the day"),
                self.tr("Not yet"),
            ),
            icon="lock",
        )
        sheet.confirm_button.set_kind(ButtonKind.PRIMARY)
        sheet.confirmed.connect(lambda _reason: self._seal(record.day))
        sheet.open_over(self.window())

    def _seal(self, day: str) -> None:
        def done(_seal: Seal) -> None:
            """The change tells the page."""

        self._session.do(seal, day, done=done, failed=self._failed)

    def print_day(self) -> None:
        """The day's report, previewed, to be printed or saved."""
        report_sheet(self._session, self._day()).open_over(self.window())

    def show_shifts(self) -> None:
        """The changes of shift so far, and their pages."""
        sheet = PastShiftsSheet(self._session)
        sheet.shift_asked.connect(self.shift_asked)
        sheet.open_over(self.window())

    # Words and sizes

    def _fit(self) -> None:
        tight = density().level is Room.TIGHT
        scaled(self._column, 12 if tight else 16, 12 if tight else 16)
        gap = 12 if tight else 16
        for layout in (self._cards, self._upper, self._lower, self._middle):
            scaled(layout, gap)
        # Where there is little height, fevers and report stand side by side, and the head tells what has not left.
        self._middle.setDirection(
            QBoxLayout.Direction.LeftToRight if tight else QBoxLayout.Direction.TopToBottom
        )
        self.export.setVisible(not tight)
        self._middle.setStretch(0, 1)
        self._middle.setStretch(1, 1 if tight else 0)
        for place, share in enumerate((53, 47) if tight else (46, 54)):
            self._cards.setStretch(place, share)
        shares = (30, 70, 0) if tight else (35, 36, 28)
        for place, share in enumerate(shares):
            self._lower.setStretch(place, share)
        for place, share in enumerate((40, 60) if density().narrow else (35, 65)):
            self._upper.setStretch(place, share)
        for button in (self.shifts_button, self.print_button, self.export_button):
            button.set_height(44 if tight else 48)
        self._name_buttons()
        self._show()

    def _name_buttons(self) -> None:
        """In a narrow window the words are fewer."""
        narrow, shifts = density().narrow, self.tr("Shifts")
        self.print_button.set_key("" if narrow else "Ctrl+P")
        self.export_button.setText(self.tr("Export") if narrow else self.tr("Export to USB drive"))
        self.shifts_button.setText("" if narrow else shifts)
        self.shifts_button.setAccessibleName(shifts)
        self.shifts_button.setToolTip(shifts if narrow else "")

    def retranslate(self) -> None:
        self.title.setText(self.tr("Day report"))
        self.print_button.setText(self.tr("Print"))
        self._name_buttons()
        self._show()
