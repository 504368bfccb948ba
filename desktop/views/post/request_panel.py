"""A gate that asks to be let in: its fingerprint, to be compared by phone, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.exchange.admission import Considered
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, Card, Surface
from desktop.kit.checks import CheckBox
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, scrolling
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.stick_files import FoundRequest
from desktop.sentences import sentence


@dataclass(frozen=True)
class Grant:
    """A request that somebody grants, with the post's word on compound and area."""

    found: FoundRequest
    compound: str
    area: str


class Fingerprint(Surface):
    """A fingerprint in large groups of four, two rows of two, to be read out."""

    def __init__(self) -> None:
        super().__init__("surface2", "line2", 10)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._upper = Label("", Type.TITLE, align=centre)
        self._lower = Label("", Type.TITLE, align=centre)
        column(self._upper, self._lower, gap=2, margins=(12, 10, 12, 8), parent=self)

    def set_fingerprint(self, words: str) -> None:
        groups = words.split("-")
        self._upper.setText("   ".join(groups[:2]))
        self._lower.setText("   ".join(groups[2:]))
        self.setAccessibleName(words)


class RequestPanel(Retranslating, Card):
    """Signals: `granted(Grant)`; `left(FoundRequest)`, nothing is done with it now."""

    granted = Signal(object)
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._found: FoundRequest | None = None
        self._considered: Considered | None = None
        self._may = True
        self.title = Label("", Type.CARD_TITLE, wrap=True)
        self.what = Label("", Type.CELL, "text2", wrap=True)
        self.print = Fingerprint()
        self.refused = Banner("ban", "attn")
        self.compared = CheckBox(framed=True)
        self.compared.toggled.connect(self._say)
        self.compound = TextField(with_message=False)
        self.area = ComboField(editable=True, with_message=False)
        host = QWidget()
        column(
            self.title,
            self.refused,
            self.what,
            self.print,
            self.compared,
            self.compound,
            self.area,
            STRETCH,
            gap=10,
            margins=(16, 14, 16, 10),
            parent=host,
        )
        self.body.addWidget(scrolling(host), 1)
        self.leave_button = Button("", height=44)
        self.admit_button = Button("", ButtonKind.PRIMARY, icon="check", height=44)
        foot = self.foot((16, 10, 16, 10))
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.admit_button)
        self.leave_button.clicked.connect(lambda: self.left.emit(self._found))
        self.admit_button.clicked.connect(self._grant)
        self.retranslate()

    def show_request(
        self, found: FoundRequest, considered: Considered, areas: Sequence[str], area: str, may: bool
    ) -> None:
        """Which one. `area` is that of its compound as far as it is known; `may` whether this operator can admit."""
        other = self._found is None or self._found.data != found.data
        self._found, self._considered, self._may = found, considered, may
        if other:
            self.compared.setChecked(False)
            before = considered.before
            self.compound.set_text(before.compound if before is not None else found.request.compound)
            self.area.set_choices([(one, one) for one in areas])
            self.area.set_text(area)
        self.admit_button.set_busy(False)
        self.retranslate()

    def show_refused(self, words: str) -> None:
        """Why it was not granted."""
        self.admit_button.set_busy(False)
        self.refused.set_words(words)
        self.refused.show()

    def _grant(self) -> None:
        if self._found is None or not self.compared.isChecked():
            return
        self.admit_button.set_busy(True)
        self.granted.emit(Grant(self._found, self.compound.text().strip(), self.area.text().strip()))

    def _say(self) -> None:
        good = self._considered is not None and self._considered.refused is None
        self.admit_button.setEnabled(good and self._may and self.compared.isChecked())

    def retranslate(self) -> None:
        self.compared.setText(self.tr("Compared by phone: the same"))
        self.compound.set_label(self.tr("Compound"))
        self.area.set_label(self.tr("Area"))
        self.leave_button.setText(self.tr("Leave it"))
        self.admit_button.setText(self.tr("Let it in"))
        found, considered = self._found, self._considered
        if found is None or considered is None:
            return
        request = found.request
        self.title.setText(
            self.tr("{gate} {name} asks to be let in").format(gate=f"{request.gate:04d}", name=request.name)
        )
        if considered.before is not None and considered.refused is None:
            said = self.tr(
                "This number was let in before; its laptop or key is another now. Be sure whom you call."
            )
        else:
            said = self.tr("Call that gate. It reads this out; let it in only when all of it is the same.")
        self.what.setText(said)
        self.print.set_fingerprint(found.fingerprint)
        good = considered.refused is None
        self.refused.setVisible(not good or not self._may)
        if not good:
            assert considered.refused is not None
            self.refused.set_words(sentence(considered.refused))
        elif not self._may:
            self.refused.set_words(self.tr("Only a lead lets gates in."))
        for widget in (self.what, self.compared, self.compound, self.area):
            widget.setVisible(good and self._may)
        self._say()
