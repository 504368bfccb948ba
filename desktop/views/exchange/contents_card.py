"""What goes into the day's folder: the files, the lines, the seal; and what only a lead may ask for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.buttons import Button
from desktop.kit.cards import Card, Divider
from desktop.kit.checks import CheckBox
from desktop.kit.fields import TextField
from desktop.kit.icons import paint_icon
from desktop.kit.labels import Label
from desktop.kit.layouts import column, row
from desktop.kit.paint import rule, smooth, text
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.operations.exports import CSV, PDF, XLSX, ExportedFile, ExportPlan
from desktop.views.exchange.drive_list import size_words

_ROW, _LEAST_ROW = 48, 36
SUMS = "SHA256SUMS"


class FileList(QWidget):
    """The files of the folder: what each is for, and its size once it was read back."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._done: dict[str, ExportedFile] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.updateGeometry)

    def set_names(self, names: Sequence[str]) -> None:
        """What will be written."""
        self._names, self._done = list(names), {}
        self._told()

    def set_files(self, files: Sequence[ExportedFile]) -> None:
        """What was written and read back."""
        self._names = [file.path.name for file in files]
        self._done = {file.path.name: file for file in files}
        self._told()

    def _told(self) -> None:
        self.setAccessibleName("; ".join(f"{name}: {self._what(name)}" for name in self._names))
        self.updateGeometry()
        self.update()

    def _what(self, name: str) -> str:
        known = {
            CSV: self.tr("the log, for other programs"),
            XLSX: self.tr("the log, for WPS or Excel"),
            PDF: self.tr("the day's report, to read and sign"),
            SUMS: self.tr("checksums of the files"),
        }
        if name in known:
            return known[name]
        if name.endswith(".age"):
            return self.tr("the ledger, signed and encrypted")
        return self.tr("the ledger, signed, not encrypted")

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_LEAST_ROW) * max(len(self._names), 5))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(_LEAST_ROW) * max(len(self._names), 5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high = min(px(_ROW), self.height() / max(len(self._names), 1))
        two = high >= px(35)
        for number, name in enumerate(self._names):
            y = number * high
            middle, end = y + high / 2, float(self.width())
            if number:
                rule(painter, 0, round(y), self.width(), round(y))
            done = self._done.get(name)
            side = px(20)
            icon, ink = ("check", "allow_text") if done else ("note", "text2")
            paint_icon(painter, icon, QRectF(0, middle - side / 2, side, side), ink, 2.4)
            if done:
                face = font(Type.SMALL)
                end -= text(painter, end, middle, size_words(done.bytes), face, "text2", "right") + px(10)
            x = float(px(32))
            strong, small = sized_font(15, True), font(Type.SMALL)
            if two:
                text(painter, x, middle - px(10), name, strong, room=end - x)
                text(painter, x, middle + px(11), self._what(name), small, "text2", room=end - x)
            else:
                x += text(painter, x, middle, name, strong, room=(end - x) * 0.7) + px(12)
                text(painter, x, middle, self._what(name), small, "text2", room=end - x)


class ContentsCard(Retranslating, Card):
    """Signals: `seal_asked`; `options_changed`, the lead wants something else."""

    seal_asked = Signal()
    options_changed = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(20, 4, 20, 14), gap=8)
        self._plan: ExportPlan | None = None
        self._may_seal = self._is_lead = False
        self.files = FileList()
        self.body.addWidget(self.files, 1)
        self.body.addWidget(Divider())
        self.seal_words = Label("", Type.CELL, wrap=True)
        self.seal_button = Button("", icon="lock", height=40, size=15)
        self.seal_button.clicked.connect(self.seal_asked)
        line = row(self.seal_words, self.seal_button, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.whole_names, self.plain = CheckBox(), CheckBox()
        self.reason = TextField(with_message=True)
        self.options = QWidget()
        column(Divider(), self.whole_names, self.plain, self.reason, gap=4, parent=self.options)
        self.body.addWidget(self.options)
        self.body.addStretch(0)
        for check in (self.whole_names, self.plain):
            check.toggled.connect(self._on_option)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(48))
        self.retranslate()
        self._on_option()

    # What is wanted

    def masked(self) -> bool:
        """Whether names are masked."""
        return not (self._is_lead and self.whole_names.isChecked())

    def is_plain(self) -> bool:
        """Whether the bundle is not encrypted."""
        return self._is_lead and self.plain.isChecked()

    def reason_text(self) -> str:
        """Why more leaves than usual."""
        return self.reason.text().strip()

    def check(self) -> bool:
        """Whether a reason is there where one is needed; says so where it is not."""
        if (self.masked() and not self.is_plain()) or self.reason_text():
            return True
        self.reason.set_error(self.tr("Write why: it goes into the ledger"))
        self.reason.focus_editor()
        return False

    def clear_options(self) -> None:
        """Nothing out of the way for the next export."""
        for check in (self.whole_names, self.plain):
            check.setChecked(False)
        self.reason.set_text("")

    # What is shown

    def set_plan(self, plan: ExportPlan, may_seal: bool, is_lead: bool) -> None:
        """What would be written now."""
        self._plan, self._may_seal, self._is_lead = plan, may_seal, is_lead
        self.files.set_names(plan.files)
        self.retranslate()

    def set_written(self, files: Sequence[ExportedFile]) -> None:
        """What is on the drive."""
        self.files.set_files(files)

    def set_busy(self, busy: bool) -> None:
        """Nothing can be chosen while an export runs."""
        for widget in (self.whole_names, self.plain, self.reason, self.seal_button):
            widget.setEnabled(not busy)

    def _on_option(self) -> None:
        wanted = self.whole_names.isChecked() or self.plain.isChecked()
        self.reason.setVisible(wanted)
        if not wanted:
            self.reason.set_error("")
        self.options_changed.emit()

    def retranslate(self) -> None:
        self.set_title(self.tr("What is written"))
        self.seal_button.setText(self.tr("Seal first"))
        self.whole_names.setText(self.tr("Whole names in log and report"))
        self.plain.setText(self.tr("Ledger without encryption"))
        self.reason.set_label(self.tr("Reason"))
        self.reason.set_hint(self.tr("goes into the ledger"))
        self.options.setVisible(self._is_lead)
        self.files.update()
        plan = self._plan
        if plan is None:
            return
        if not plan.sealed:
            self.seal_words.setText(self.tr("This day is not sealed yet"))
        elif plan.supplements:
            self.seal_words.setText(self.tr("Sealed; %n line(s) came later", "", plan.supplements))
        else:
            self.seal_words.setText(self.tr("This day is sealed"))
        open_ = not plan.sealed or plan.supplements > 0
        self.seal_button.setVisible(open_ and self._may_seal)
