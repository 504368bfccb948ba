"""The page that looks at a scanner: scan the test card, and it says how fast the scanner is, what is wrong with its
settings, and how to mend it. Cards of people that are scanned meanwhile go to the gate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from db.errors import GatebookError
from desktop.devices.readings import (
    CODES,
    DISTRICT_LENGTH,
    HOME_LENGTH,
    PAUSE_MS,
    CardCode,
    Fitness,
    Flaw,
    Report,
    Stroke,
    examine,
)
from desktop.devices.scanner import Scanner
from desktop.devices.serial_scanner import SerialScanners
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Banner, Card, EmptyState, ResultPanel, Tile
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes
from desktop.language import current_language
from desktop.operations.scans import scanner_card
from desktop.operations.sheets import save_sheet
from desktop.paper.symbol import DISTRICT_VERSION, HOME_VERSION, numeric_symbol
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.print_sheet import print_sheet
from desktop.views.settings.scanner_parts import CodeView, FlawView, PortView
from desktop.views.settings.scanner_words import (
    cost_words,
    end_words,
    flaw_words,
    seconds_words,
    verdict_words,
)

_KINDS = {Fitness.GOOD: "allow", Fitness.WORKS: "attn", Fitness.UNUSABLE: "deny"}
_HARMLESS = {Flaw.BEFORE, Flaw.AFTER, Flaw.NO_END}
_MOST_FLAWS = 4
_ASIDE_WIDTH = 380
_LEAST_WIDTH = 900
_ANY_WIDTH = 16_777_215


class ScannerPage(Retranslating, QWidget):
    """Listens while it is shown. Attribute `report`: the last reading's, None before. Signals: `left`, back to where
    one came from; `told(str)`, what was done, for a toast; `ports_chosen(str)`, to be remembered."""

    left = Signal()
    told = Signal(str)
    ports_chosen = Signal(str)

    def __init__(self, session: Session, scanner: Scanner, ports: SerialScanners) -> None:
        super().__init__()
        self._session, self._scanner, self._ports = session, scanner, ports
        self.report: Report | None = None
        self._read: set[CardCode] = set()
        self.back = IconButton("left", "", side=44)
        self.back.clicked.connect(self.left)
        self.title = Label("", Type.TITLE)
        self.print_button = Button("", ButtonKind.PRIMARY, icon="print")
        self.save_button = Button("", ButtonKind.SECONDARY, icon="save")
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_where)
        self.trouble = Banner("alert", "attn")
        self.trouble.hide()
        self._make_reading()
        self._make_codes()
        self._make_ports()
        self._lay_out()
        self._ended = QTimer(self)
        self._ended.setSingleShot(True)
        self._ended.setInterval(PAUSE_MS + 50)
        self._ended.timeout.connect(lambda: self.take(scanner.strokes.all))
        scanner.struck.connect(self._ended.start)
        ports.read.connect(self._take_from_port)
        ports.changed.connect(self._show_ports)
        themes().changed.connect(self._stand_columns)
        self.retranslate()

    def _make_reading(self) -> None:
        self.reading = Card()
        self.empty = EmptyState("scan")
        self.verdict = ResultPanel("allow", "check")
        names = ("median", "worst", "end", "digits", "home", "district")
        self.tiles = {name: Tile() for name in names}
        self._figures = QWidget()
        line = row(*self.tiles.values(), gap=6, parent=self._figures)
        for place in range(line.count()):
            line.setStretch(place, 1)
        self._flaws = column(gap=8)
        for part in (self.empty, self.verdict, self._figures):
            self.reading.body.addWidget(part)
        self.reading.body.addLayout(self._flaws)
        self.reading.body.addStretch(1)

    def _make_codes(self) -> None:
        self.codes = Card()
        self.views = {
            CardCode.HOME: CodeView(numeric_symbol(CODES[CardCode.HOME], HOME_VERSION), 5),
            CardCode.DISTRICT: CodeView(numeric_symbol(CODES[CardCode.DISTRICT], DISTRICT_VERSION), 3),
        }
        self._captions = {code: Label("", Type.SMALL_STRONG, wrap=True) for code in self.views}
        self.screen_hint = Label("", Type.SMALL, "text2", wrap=True)
        pairs = [column(self._captions[code], view, STRETCH, gap=6) for code, view in self.views.items()]
        self.codes.body.addLayout(row(*pairs, STRETCH, gap=20, top=True))
        self.codes.body.addWidget(self.screen_hint)

    def _make_ports(self) -> None:
        self.ports = Card()
        self.ports_words = Label("", Type.BODY, "text2", wrap=True)
        self._port_rows = column(gap=12)
        self.port_views: list[PortView] = []
        self.ports.body.addWidget(self.ports_words)
        self.ports.body.addLayout(self._port_rows)

    def _lay_out(self) -> None:
        head = row(self.back, self.title, STRETCH, self.save_button, self.print_button, gap=12)
        content = QWidget()
        self._aside = QWidget()
        column(self.codes, self.ports, STRETCH, gap=16, parent=self._aside)
        self._columns = row(column(self.reading, STRETCH, gap=16), self._aside, gap=16, parent=content)
        self._columns.setStretch(0, 1)
        whole = column(head, self.trouble, scrolling(content), gap=12, margins=(16, 16, 16, 16), parent=self)
        whole.setStretch(2, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", -1)
        self._stand_columns()

    def _stand_columns(self) -> None:
        """Side by side while there is room for both."""
        way = QBoxLayout.Direction
        tight = self.width() < px(_LEAST_WIDTH)
        self._columns.setDirection(way.TopToBottom if tight else way.LeftToRight)
        self._aside.setMaximumWidth(_ANY_WIDTH if tight else px(_ASIDE_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_columns()

    # Listening

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scanner.listens = True
        self._ports.look()
        if self._scanner.strokes.all:
            # The card was scanned on another page, which led here.
            self._ended.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._scanner.listens = False
        self._ended.stop()

    def take(self, strokes: Sequence[Stroke]) -> None:
        """Looks at one reading, unless a hand typed it."""
        report = examine(strokes)
        if report is None:
            return
        self.report = report
        if report.code is not None and report.fitness is not Fitness.UNUSABLE:
            self._read.add(report.code)
        self._show_report()

    def _take_from_port(self, strokes: Sequence[Stroke]) -> None:
        if self.isVisible():
            self.take(strokes)

    # Showing

    def _show_report(self) -> None:
        report = self.report
        self.empty.setVisible(report is None)
        for part in (self.verdict, self._figures):
            part.setVisible(report is not None)
        while item := self._flaws.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for code, view in self.views.items():
            view.set_read(code in self._read)
        if report is None:
            return
        other = Flaw.OTHER_CODE in report.flaws
        kind = "attn" if other else _KINDS[report.fitness]
        self.verdict.set_kind(kind, {"allow": "check", "deny": "x"}.get(kind))
        self.verdict.set_words(
            verdict_words(report), "" if other or report.fitness is Fitness.UNUSABLE else cost_words(report)
        )
        self._show_figures(report)
        shown = [flaw for flaw in report.flaws if not other or flaw is Flaw.OTHER_CODE]
        for flaw in shown[:_MOST_FLAWS]:
            self._flaws.addWidget(FlawView(*flaw_words(flaw, report), flaw in _HARMLESS))

    def _show_figures(self, report: Report) -> None:
        late = {Flaw.TOO_SLOW, Flaw.UNEVEN} & set(report.flaws)
        wrong = report.code is not None and report.digits != report.expected
        values = {
            "median": (self.tr("A digit"), f"{round(report.median_ms)} ms", Flaw.SLOW in report.flaws),
            "worst": (self.tr("Slowest"), f"{report.worst_ms} ms", bool(late)),
            "end": (self.tr("End mark"), end_words(report.end), False),
            "digits": (
                self.tr("Digits"),
                f"{report.digits} / {report.expected}" if report.code else str(report.digits),
                wrong,
            ),
            "home": (self.tr("30 digits"), self._cost(report, HOME_LENGTH), False),
            "district": (self.tr("251 digits"), self._cost(report, DISTRICT_LENGTH), False),
        }
        for name, (words, value, bad) in values.items():
            self.tiles[name].set_kind("attn" if bad else "")
            self.tiles[name].set_words(words, value)

    @staticmethod
    def _cost(report: Report, digits: int) -> str:
        unusable = report.fitness is Fitness.UNUSABLE or Flaw.OTHER_CODE in report.flaws
        return "–" if unusable else seconds_words(report.seconds(digits))

    def _show_ports(self) -> None:
        while item := self._port_rows.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.port_views = []
        if not self._ports.available:
            self.ports_words.setText(self.tr("This machine has no library for serial ports. All else works."))
        elif not self._ports.found:
            self.ports_words.setText(
                self.tr(
                    "None is plugged in. A scanner that is set to USB virtual "
                    "COM sends a whole card at once; "
                    "it is found by itself."
                )
            )
        else:
            self.ports_words.setText(self.tr("At the fastest setting, USB virtual COM:"))
        for found in self._ports.found:
            view = PortView(found)
            view.allowed.connect(lambda on, port=found.port: self._allow(port, on))
            self.port_views.append(view)
            self._port_rows.addWidget(view)

    def _allow(self, port: object, on: bool) -> None:
        # Not from within the button, which goes with its row.
        QTimer.singleShot(0, self, lambda: self._allow_now(port, on))

    def _allow_now(self, port: object, on: bool) -> None:
        self._ports.allow(port, on)  # type: ignore[arg-type]
        self.ports_chosen.emit(" ".join(self._ports.allowed))
        self._show_ports()

    # The sheet

    def _print(self) -> None:
        self._with_sheet(
            lambda pdf: print_sheet(
                pdf, self.title.text(), self, self._session.tasks, self._printed, self._failed
            )
        )

    def _ask_where(self) -> None:
        name = self.tr("scanner-test") + ".pdf"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Saves the sheet."""

        def saved(written: Path) -> None:
            self.told.emit(self.tr("Saved as {name}").format(name=written.name))

        self._with_sheet(
            lambda pdf: self._session.tasks.run_long(lambda: save_sheet(pdf, path), saved, self._failed)
        )

    def _with_sheet(self, act: object) -> None:
        """The typefaces are read for it, which takes a second the first time."""
        assert callable(act)
        self.trouble.hide()
        language = current_language()
        self._session.tasks.run_long(lambda: scanner_card(language), act, self._failed)

    def _printed(self, _pages: int) -> None:
        self.told.emit(self.tr("The test card is at the printer"))

    def _failed(self, error: GatebookError) -> None:
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    # Words

    def retranslate(self) -> None:
        self.title.setText(self.tr("Scanner"))
        self.back.set_name(self.tr("Back"))
        self.print_button.setText(self.tr("Print the test card"))
        self.save_button.setText(self.tr("Save as PDF"))
        self.reading.set_title(self.tr("What the scanner sends"))
        self.empty.set_words(
            self.tr("Scan a code of the test card"),
            self.tr(
                "From this screen or from paper. It is measured and told at "
                "once; the gate hears nothing of it."
            ),
        )
        self.codes.set_title(self.tr("Test card"))
        self._captions[CardCode.HOME].setText(self.tr("Card of this gate"))
        self._captions[CardCode.DISTRICT].setText(self.tr("Card of the district"))
        self.screen_hint.setText(
            self.tr(
                "Many scanners read from a screen. One that does not reads "
                "the printed sheet, which has a bar code too."
            )
        )
        self.ports.set_title(self.tr("Serial scanners"))
        self._show_ports()
        self._show_report()
