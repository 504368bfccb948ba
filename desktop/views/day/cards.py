"""The cards of the day's page: totals, charts, fevers, what is to be reported with the seal, and the export."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.day_record import DayRecord
from db.times import from_stamp
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.chips import Chip, ChipKind
from desktop.kit.dates import day_words
from desktop.kit.density import density
from desktop.kit.labels import ElidedLabel, IconLabel, Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.paint import box, fitted, smooth, text, text_width
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.views.day.charts import QuarterChart, TemperatureBars, busiest, quarter_words
from desktop.views.day.fever_list import FeverList
from desktop.views.day.totals import TotalsTable, rows_of


class TotalsCard(Retranslating, Card):
    """In, out, inside and second readings by book."""

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._record: DayRecord | None = None
        self.table = TotalsTable()
        self.body.addWidget(self.table, 1)
        self._said = Label("", Type.CELL, "text2")
        self.head_tail.addWidget(self._said)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(48))
        self.retranslate()

    def set_record(self, record: DayRecord, today: bool) -> None:
        self._record = record
        self.table.set_rows(rows_of(record.summary), today)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Totals"))
        if self._record is None:
            return
        summary = self._record.summary
        words = self.tr("%n line(s)", "", summary.entries)
        if summary.voided:
            words = self.tr("{lines}, {voided} of them void").format(lines=words, voided=summary.voided)
        self._said.setText(words)


class _Legend(QWidget):
    """In solid, out hollow, with their sums."""

    def __init__(self) -> None:
        super().__init__()
        self._ins = self._outs = 0
        themes().changed.connect(self._fit)
        self._fit()

    def set_sums(self, ins: int, outs: int) -> None:
        self._ins, self._outs = ins, outs
        self._fit()

    def _words(self) -> tuple[str, str]:
        return (
            self.tr("In {count}").format(count=self._ins),
            self.tr("Out {count}").format(count=self._outs),
        )

    def _fit(self) -> None:
        face = sized_font(15, True)
        wide = sum(text_width(words, face) + px(22) for words in self._words()) + px(20)
        self.setFixedSize(round(wide), px(28))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, face = smooth(QPainter(self)), sized_font(15, True)
        x, middle, side = 0.0, self.height() / 2, px(14)
        for words, fill, line in zip(self._words(), ("accent", "surface"), (None, "text2"), strict=True):
            box(painter, QRectF(x, middle - side / 2, side, side), px(2), fill, line, px(2))
            x += side + px(8)
            x += text(painter, x, middle, words, face) + px(20)


class QuartersCard(Retranslating, Card):
    """Crossings by quarter of an hour."""

    def __init__(self) -> None:
        super().__init__(padding=(20, 0, 20, 8), gap=0)
        self._record: DayRecord | None = None
        self.chart = QuarterChart()
        self.legend = _Legend()
        self.body.addWidget(self.chart, 1)
        self.head_tail.addWidget(self.legend)
        self.title.set_role(Type.SECTION)
        self.note.set_role(Type.CELL)
        self._head.setMinimumHeight(px(48))
        self.retranslate()

    def set_record(self, record: DayRecord) -> None:
        self._record = record
        quarters = record.summary.quarters
        self.chart.set_quarters(quarters)
        self.legend.set_sums(sum(one.ins for one in quarters), sum(one.outs for one in quarters))
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Every 15 minutes"))
        quarters = self._record.summary.quarters if self._record else []
        peak = busiest(quarters)
        words = ""
        if peak is not None:
            words = self.tr("busiest {time}, %n in", "", quarters[peak].ins).format(time=quarter_words(peak))
        self.set_note("" if density().narrow else words)
        self.legend.set_sums(sum(one.ins for one in quarters), sum(one.outs for one in quarters))


class TemperaturesCard(Retranslating, Card):
    """How the temperatures fell."""

    def __init__(self) -> None:
        super().__init__(padding=(20, 0, 20, 4), gap=0)
        self._count = 0
        self.bars = TemperatureBars()
        self.body.addWidget(self.bars, 1)
        self._said = Label("", Type.CELL, "text2")
        self.head_tail.addWidget(self._said)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(48))
        self.retranslate()

    def set_record(self, record: DayRecord) -> None:
        counts = record.first_readings
        self._count = sum(counts.values())
        self.bars.set_temperatures(counts, record.fever_tenths)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Temperatures"))
        if density().narrow:
            self._said.setText(self.tr("%n reading(s)", "", self._count))
        else:
            self._said.setText(self.tr("%n reading(s), only first ones", "", self._count))


class FeversCard(Retranslating, Card):
    """Who had a fever."""

    def __init__(self) -> None:
        super().__init__(padding=(0, 0, 0, 6), gap=0)
        self._record: DayRecord | None = None
        self.list = FeverList()
        self.body.addWidget(self.list, 1)
        self._said = Label("", Type.CELL, "text2")
        self.head_tail.addWidget(self._said)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(36))
        self.retranslate()

    def set_record(self, record: DayRecord) -> None:
        self._record = record
        self.list.set_fevers(record.fevers)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Fevers"))
        if self._record is not None:
            degrees = f"{self._record.fever_tenths // 10}.{self._record.fever_tenths % 10}"
            words = self.tr("%n person(s) at {degrees} or over", "", len(self._record.fevers))
            self._said.setText(words.format(degrees=degrees))


class _Tiles(QWidget):
    """A number with its name, four times. Amber where there is any."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_tiles(self, tiles: list[tuple[str, int]]) -> None:
        self._tiles = tiles
        self.setAccessibleName("; ".join(f"{name} {count}" for name, count in tiles))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(50))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        gap, high = px(8), min(self.height(), px(60))
        wide = (self.width() - gap * (len(self._tiles) - 1)) / max(len(self._tiles), 1)
        for number, (name, count) in enumerate(self._tiles):
            rect = QRectF(number * (wide + gap), 0, wide, high)
            box(painter, rect, px(8), "attn_tint" if count else "surface2", "attn_line" if count else "line")
            middle = rect.center().x()
            face = fitted(font(Type.SMALL), name, wide - px(8))
            text(painter, middle, high * 0.28, name, face, "attn_text" if count else "text2", "middle")
            text(painter, middle, high * 0.69, str(count), sized_font(22, True), "text", "middle")


class ReportCard(Retranslating, Card):
    """What is to be reported, whether it is a zero report, and the seal. Signal `seal_asked`."""

    seal_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(20, 0, 20, 8), gap=4)
        self._record: DayRecord | None = None
        self._may_seal = False
        self.chip = Chip("", ChipKind.ALLOW, icon="check", size=13, height=26)
        self.seal_button = Button("", icon="lock", height=32, size=14)
        self.seal_button.clicked.connect(self.seal_asked)
        self.chip.hide()
        self.seal_button.hide()
        self.head_tail.addWidget(self.seal_button)
        self.tiles = _Tiles()
        self.body.addWidget(self.tiles, 1)
        self.sentence = Label("", Type.CELL, wrap=True)
        foot = row(self.sentence, self.chip, gap=12)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(44))
        self.retranslate()

    def set_record(self, record: DayRecord, may_seal: bool) -> None:
        self._record, self._may_seal = record, may_seal
        self.retranslate()

    def counts(self) -> list[tuple[str, int]]:
        """The tiles: what and how many."""
        record = self._record
        if record is None:
            return []
        return [
            (self.tr("Fevers"), len(record.fevers)),
            (self.tr("Card trouble"), sum(record.refused_cards.values())),
            (self.tr("Turned away"), record.turned_away),
            (self.tr("Incidents"), len(record.summary.incidents)),
        ]

    def retranslate(self) -> None:
        record = self._record
        if record is None:
            return
        zero = record.nothing_to_report
        self.set_title(self.tr("Zero report") if zero else self.tr("To report"))
        self.tiles.set_tiles(self.counts())
        self.sentence.setText(self._sentence(record))
        # In a narrow window the seal needs the line; the counts stand in the tiles above.
        self.sentence.setVisible(zero or record.seal is None or not density().narrow)
        self._show_seal(record)

    def _sentence(self, record: DayRecord) -> str:
        counts = self.counts()
        if record.nothing_to_report:
            return self.tr("No fever, no card trouble, nobody turned away, no incident. So reported.")
        between = self.tr(", ", "between parts of a list")
        some = between.join(
            self.tr("{what} {count}").format(what=name, count=count) for name, count in counts if count
        )
        none = sum(not count for _, count in counts)
        if none:
            return self.tr("{some}; the other %n none.", "", none).format(some=some)
        return self.tr("{some}.").format(some=some)

    def _show_seal(self, record: DayRecord) -> None:
        seal, later = record.seal, record.supplements
        self.chip.setVisible(seal is not None)
        if seal is not None:
            moment = from_stamp(seal.at)
            when = moment.strftime("%H:%M")
            if moment.date() != date.fromisoformat(record.day):
                when = f"{day_words(moment.date())} {when}"
            words = self.tr("Sealed by {name}, {when}").format(name=record.name_of(seal.operator), when=when)
            if later:
                words = self.tr("Sealed, %n line(s) came later", "", later)
            kind = ChipKind.ATTN if later else ChipKind.ALLOW
            self.chip.set_chip(words, kind, "clock" if later else "check")
        open_ = seal is None or later > 0
        self.seal_button.setVisible(open_ and self._may_seal)
        self.seal_button.setText(self.tr("Seal again") if seal is not None else self.tr("Seal the day"))


class DayExportCard(Retranslating, Card):
    """What has not left yet. Signal `export_asked`."""

    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(20, 0, 20, 16), gap=6)
        self._record: DayRecord | None = None
        self.big = Label("", Type.TITLE)
        self.state = _State()
        self.where = ElidedLabel("", Type.CELL, "text2")
        self.why = Label("", Type.CELL, "text2", wrap=True)
        self.button = Button("", ButtonKind.SECONDARY, icon="usb", height=44, size=15)
        self.button.clicked.connect(self.export_asked)
        self.body.addWidget(self.big)
        self.body.addWidget(self.state)
        self.body.addWidget(self.where)
        self.body.addWidget(self.why)
        self.body.addStretch(1)
        self.body.addWidget(self.button)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(48))
        self.retranslate()

    def set_record(self, record: DayRecord) -> None:
        self._record = record
        self.retranslate()

    def waiting(self) -> int:
        """Lines that no drive holds."""
        return sum(some.count for some in self._record.waiting) if self._record else 0

    def retranslate(self) -> None:
        self.set_title(self.tr("Export"))
        record = self._record
        if record is None:
            return
        waiting, last = self.waiting(), record.exported
        self.big.setText(self.tr("%n line(s)", "", waiting or record.summary.entries))
        if waiting:
            self.state.set_state("usb", "attn", self.tr("of the ledger not on a drive yet"))
        else:
            self.state.set_state("check", "allow", self.tr("all on a drive"))
        if last is not None:
            moment = from_stamp(last.at)
            words = self.tr("Last exported {when}").format(when=f"{day_words(moment.date())} {moment:%H:%M}")
            self.where.setText(words)
            self.where.setToolTip(last.target)
            self.why.setText("")
        else:
            self.where.setText(self.tr("Not exported yet"))
            self.why.setText(self.tr("The day goes home on a USB drive: log, report and signed bundle."))
        self.why.setVisible(last is None)
        self.button.setText(
            self.tr("Export this day") if waiting or last is None else self.tr("Another copy")
        )


class _State(QWidget):
    """An icon and a word in a verdict's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", 20, "allow_text", 2.6)
        self._words = Label("", Type.BODY_STRONG, "allow_text")
        row(self._icon, self._words, STRETCH, gap=8, parent=self)

    def set_state(self, icon: str, kind: str, words: str) -> None:
        self._icon.set_icon(icon, f"{kind}_text")
        self._words.set_ink(f"{kind}_text")
        self._words.setText(words)
