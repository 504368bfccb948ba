"""A gate that was let in: what the post holds of it, its area, and ending its work here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.books.posts import GateState
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.chips import Chip, ChipKind
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, grid, row, scrolling
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.gates import GateStanding
from desktop.views.post.line_facts import moment_words

_FACTS = ("compound", "last", "came", "answer", "key")


class GatePanel(Retranslating, Card):
    """Signals: `area_chosen(str)`; `retire_asked`; `cut_off_asked`."""

    area_chosen = Signal(str)
    retire_asked = Signal()
    cut_off_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._gate: GateStanding | None = None
        self._may = True
        self.title = Label("", Type.CARD_TITLE, wrap=True)
        self.state = Chip()
        self._names = {key: Label("", Type.SMALL, "text2") for key in _FACTS}
        self._values = {key: ElidedLabel("", Type.CELL_STRONG) for key in _FACTS}
        facts = grid(gap=12, row_gap=8)
        for place, key in enumerate(_FACTS):
            facts.addWidget(self._names[key], place, 0)
            facts.addWidget(self._values[key], place, 1)
        facts.setColumnStretch(1, 1)
        self.area = ComboField(editable=True, with_message=False)
        self.area_button = Button("", height=44, size=15)
        self.area_button.clicked.connect(lambda: self.area_chosen.emit(self.area.text().strip()))
        self._area_row = QWidget()
        line = row(self.area, self.area_button, gap=8, parent=self._area_row)
        line.setStretch(0, 1)
        line.setAlignment(self.area_button, Qt.AlignmentFlag.AlignBottom)
        host = QWidget()
        column(
            row(self.title, self.state, STRETCH, gap=10),
            facts,
            self._area_row,
            STRETCH,
            gap=14,
            margins=(20, 14, 20, 10),
            parent=host,
        )
        self.body.addWidget(scrolling(host), 1)
        self.retire_button = Button("", height=44)
        self.cut_button = Button("", ButtonKind.DANGER, icon="ban", height=44)
        self._foot = self.foot((16, 10, 16, 10))
        self._foot.addWidget(self.retire_button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cut_button)
        self.retire_button.clicked.connect(self.retire_asked)
        self.cut_button.clicked.connect(self.cut_off_asked)
        self.retranslate()

    def show_gate(self, gate: GateStanding, areas: Sequence[str], may: bool) -> None:
        """Which one. `may`: whether this operator decides about gates."""
        other = self._gate is None or self._gate.admission.gate != gate.admission.gate
        self._gate, self._may = gate, may
        if other or not self.area.hasFocus():
            self.area.set_choices([(one, one) for one in areas])
            self.area.set_text(gate.area)
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            "compound": self.tr("Compound"),
            "last": self.tr("Held here"),
            "came": self.tr("Last came in"),
            "answer": self.tr("Took answer"),
            "key": self.tr("Key"),
        }
        for key, label in self._names.items():
            label.setText(words[key])
        self.area.set_label(self.tr("Area"))
        self.area_button.setText(self.tr("Keep"))
        self.retire_button.setText(self.tr("Retire"))
        self.cut_button.setText(self.tr("Laptop lost: cut off"))
        gate = self._gate
        if gate is None:
            return
        one = gate.admission
        self.title.setText(f"{one.gate:04d} {one.name}")
        self.state.set_chip(*self._state_chip(one.state))
        self._values["compound"].setText(one.compound or "–")
        if gate.last.seq:
            said = self.tr("up to line {line}, epoch {epoch}")
            self._values["last"].setText(said.format(line=f"{gate.last.seq:,}", epoch=gate.last.epoch))
        else:
            self._values["last"].setText(self.tr("nothing yet"))
        self._values["came"].setText(moment_words(gate.came_at) if gate.came_at else "–")
        self._values["answer"].setText(str(gate.answer) if gate.answer else self.tr("none yet"))
        standing = [key for key in gate.keys if key.cut_off is None and not key.until] or list(gate.keys)
        self._values["key"].setText(standing[-1].fingerprint if standing else "–")
        self._area_row.setVisible(bool(one.compound) and self._may)
        self.retire_button.setVisible(one.state is GateState.ADMITTED)
        self.cut_button.setVisible(one.state is not GateState.CUT_OFF)
        for button in (self.retire_button, self.cut_button):
            button.setEnabled(self._may)
            button.setToolTip("" if self._may else self.tr("Only a lead decides about gates."))

    def _state_chip(self, state: GateState) -> tuple[str, ChipKind]:
        if state is GateState.ADMITTED:
            return self.tr("Let in"), ChipKind.ACCENT
        if state is GateState.RETIRED:
            return self.tr("Retired"), ChipKind.NEUTRAL
        return self.tr("Cut off"), ChipKind.DENY
