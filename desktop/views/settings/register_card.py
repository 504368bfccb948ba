"""The register itself: where it lies, a copy of it, whether anything in it was changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from db.errors import GatebookError
from db.ledger.verify import Report
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.upkeep import PaperChecked, back_up, verify_all
from desktop.session import Session


class RegisterCard(Retranslating, Card):
    """The card on the settings page. Signal `failed(GatebookError)`."""

    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.place = ElidedLabel(session.register.place.shown, Type.SMALL, "text2")
        self.copy = Button("", ButtonKind.SECONDARY, icon="usb")
        self.check = Button("", ButtonKind.SECONDARY, icon="check")
        self.said = Label("", Type.SMALL_STRONG, wrap=True)
        self.said.hide()
        self.again = Label("", Type.SMALL, "text2", wrap=True)
        self.body.addWidget(self.place)
        self.body.addLayout(row(self.copy, self.check, STRETCH, gap=12))
        self.body.addWidget(self.said)
        self.body.addWidget(self.again)
        self.copy.clicked.connect(self._copy)
        self.check.clicked.connect(self._check)
        self.retranslate()

    def _say(self, words: str, good: bool = True) -> None:
        self.said.set_ink("allow_text" if good else "deny_text")
        self.said.setText(words)
        self.said.show()

    def _failed(self, error: GatebookError) -> None:
        for button in (self.copy, self.check):
            button.set_busy(False)
        self.failed.emit(error)

    def _copy(self) -> None:
        day = self._session.register.clock.today().isoformat()
        wanted = f"gatebook-{self._session.register.gate.gate:04d}-{day}.gatebook"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("A copy of the register"), wanted)
        if not name:
            return
        self.copy.set_busy(True)

        def done(path: Path) -> None:
            self.copy.set_busy(False)
            self._say(self.tr("Copied, encrypted. The key file lies beside it; keep both."))

        wait = self._session.tasks.and_wait
        self._session.do_long(back_up, Path(name), wait, done=done, failed=self._failed)

    def _check(self) -> None:
        self.check.set_busy(True)
        self._session.do_long(verify_all, done=self._checked, failed=self._failed)

    def show_paper(self, checked: PaperChecked) -> None:
        """What a printed seal that somebody scanned says of the register."""
        if not checked.fits:
            words = self.tr(
                "The printed seal of {day} does not fit: lines before it were changed or are gone. Keep the paper and a"
                " copy, and tell the command post."
            )
            self._say(words.format(day=checked.day), good=False)
        elif checked.report.ok:
            lines = checked.report.lines
            words = self.tr(
                "The printed seal of {day} fits. %n line(s) checked, nothing was changed.", "", lines
            )
            self._say(words.format(day=checked.day))
        else:
            self._checked(checked.report)

    def _checked(self, report: Report) -> None:
        self.check.set_busy(False)
        if report.ok:
            self._say(self.tr("%n line(s) checked, nothing was changed.", "", report.lines))
        else:
            first = report.problems[0]
            words = self.tr("Line {seq} is not as it was written. Tell the command post; keep a copy.")
            self._say(words.format(seq=first.seq), good=False)

    def retranslate(self) -> None:
        self.set_title(self.tr("The register"))
        self.copy.setText(self.tr("Copy it"))
        self.check.setText(self.tr("Check it"))
        self.again.setText(
            self.tr(
                'A copy is opened with "Restore a copy", on the first page of a laptop without a register.'
            )
        )
