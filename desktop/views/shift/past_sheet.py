"""Past changes of shift: who, when, what was handed over; and their pages once more."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.books.shifts import Shift
from db.errors import GatebookError
from db.times import from_stamp
from desktop.devices.printer import Printers
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Divider, EmptyState
from desktop.kit.dates import moment_words
from desktop.kit.dialogs import Sheet
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.theme import Type
from desktop.language import current_language
from desktop.operations.shift_paper import print_shift
from desktop.operations.shifts import PastShifts, shifts_so_far
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.printing.paper_sheet import PaperSheet


def paper_of(session: Session, shift: Shift, printers: Printers | None = None) -> PaperSheet:
    """The page of a change of shift, to be printed or saved."""
    moment = from_stamp(shift.at)
    title = QCoreApplication.translate("PastShiftsSheet", "Change of shift {when}")
    name = QCoreApplication.translate("PastShiftsSheet", "change of shift {when}.pdf")
    make = partial(print_shift, epoch=shift.epoch, seq=shift.seq, language=current_language())
    return PaperSheet(
        session,
        title.format(when=f"{moment:%Y-%m-%d %H:%M}"),
        name.format(when=f"{moment:%Y-%m-%d %H%M}"),
        make,
        printers,
    )


class PastShiftsSheet(Sheet):
    shift_asked = Signal()

    def __init__(self, session: Session, with_change: bool = True) -> None:
        super().__init__("", icon="shuffle", width=760)
        self._session = session
        self.title.setText(self.tr("Past shifts"))
        self._empty = EmptyState("shuffle")
        self._empty.set_words(
            self.tr("No change of shift yet"), self.tr("Each leaves a page that can be printed again")
        )
        self._empty.hide()
        self._trouble = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._empty)
        self.body.addWidget(self._trouble)
        self.buttons: list[Button] = []
        self.change = Button(self.tr("Change of shift"), ButtonKind.PRIMARY, icon="shuffle", key="Ctrl+H")
        self.change.clicked.connect(self._change)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.change)
        self.change.setVisible(with_change)
        session.do_long(shifts_so_far, done=self.show_shifts, failed=self._say)

    def show_shifts(self, past: PastShifts) -> None:
        """Puts the rows in."""
        today = self._session.register.clock.today()
        self._empty.setVisible(not past.shifts)
        for shift in past.shifts:
            self.body.addWidget(self._row(shift, past, today))
            self.body.addWidget(Divider())
        # The sheet grows with its rows once they are laid out.
        QTimer.singleShot(0, self, self._place)

    def _row(self, shift: Shift, past: PastShifts, today: date) -> QWidget:
        page = shift.page
        took = past.name_of(page.took) if page.took is not None else self.tr("gate closed")
        who = self.tr("{gave} to {took}").format(gave=past.name_of(page.gave), took=took)
        when = moment_words(from_stamp(shift.at), today)
        line = QWidget()
        button = Button(self.tr("Print"), ButtonKind.QUIET, icon="print", height=40)
        button.setAccessibleName(f"{self.tr('Print')} {when}")
        button.clicked.connect(lambda: self._print(shift))
        self.buttons.append(button)
        words = column(
            row(Label(when, Type.BODY_STRONG), Label(who, Type.BODY), STRETCH, gap=16),
            ElidedLabel(self._what(shift), Type.SMALL, "text2"),
            gap=2,
        )
        inside = row(gap=12, parent=line)
        inside.addLayout(words, 1)
        inside.addWidget(button)
        return line

    def _what(self, shift: Shift) -> str:
        page = shift.page
        said = [self.tr("in {ins}, out {outs}").format(ins=page.total.ins, outs=page.total.outs)]
        said += [f"{thing.name} {thing.count}" for thing in page.things]
        if page.remarks:
            said.append(" ".join(page.remarks.split()))
        return self.tr("; ", "between things handed over").join(said)

    def _print(self, shift: Shift) -> None:
        window = self.parentWidget()
        self.close_sheet()
        if window is not None:
            paper_of(self._session, shift).open_over(window)

    def _change(self) -> None:
        self.close_sheet()
        self.shift_asked.emit()

    def _say(self, error: GatebookError) -> None:
        self._trouble.setText(sentence(error))
        self._trouble.show()
