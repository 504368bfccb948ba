"""How long lines say who somebody was: the days, what is past them, and the purge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal

from db.errors import GatebookError
from db.register import Register
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.language import current_language
from desktop.operations.sheets import wall_notice
from desktop.operations.upkeep import Due, PurgeChecked, purge_and_check
from desktop.session import Session
from desktop.views.print_sheet import print_sheet
from desktop.views.retention_banner import RetentionBanner
from desktop.views.settings.waiting_work import WaitingWork

LONGEST = 3650


class KeepingCard(Retranslating, Card):
    """The card on the settings page. Signals: `days_chosen(int)`; `failed(GatebookError)`; `work_told(str)`."""

    days_chosen = Signal(int)
    failed = Signal(object)
    work_told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.days = TextField(input_method=False)
        self.days.left.connect(self._days_left)
        self.days.entered.connect(self._days_left)
        self.reminder = RetentionBanner(session)
        self.reminder.looked.connect(self._show_due)
        self.copies = Label("", Type.SMALL, "text2", wrap=True)
        self.work = WaitingWork(session)
        self.work.told.connect(self.work_told)
        self.said = Label("", Type.SMALL_STRONG, wrap=True)
        self.said.hide()
        self.purge = Button("", ButtonKind.DANGER, icon="trash")
        self.purge.clicked.connect(self._ask)
        self.notice = Button("", ButtonKind.SECONDARY, icon="print")
        self.notice.clicked.connect(self._notice)
        for widget in (self.days, self.reminder, self.copies, self.work, self.said):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.purge, self.notice, STRETCH, gap=12))
        session.operator_changed.connect(self._fit_role)
        session.settings_changed.connect(self._fill_days)
        session.changes.changed.connect(self._on_change)
        self.retranslate()

    def showEvent(self, event: object) -> None:
        self.reminder.look()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.SETTINGS) and self.isVisible():
            self.reminder.look()

    # The days

    def _days_left(self) -> None:
        text = self.days.text().strip()
        if not text.isdecimal() or int(text) > LONGEST:
            self.days.set_error(self.tr("From {low} to {high}").format(low=0, high=LONGEST))
            return
        self.days.set_error("")
        self.days_chosen.emit(int(text))

    def _fill_days(self) -> None:
        self.days.set_text(str(self._session.settings.retention_days))
        self._fit_role()

    def _fit_role(self) -> None:
        due = self.reminder.due
        lead = self._session.register.access.role >= Role.LEAD
        self.purge.setEnabled(lead and due is not None and due.lines > 0 and not self.work.running)
        self.purge.setToolTip("" if lead else self.tr("Only a lead removes names"))

    def _show_due(self, due: Due) -> None:
        self.copies.setText(_copies_words(due))
        self.copies.setVisible(bool(due.copies or due.elsewhere))
        self._fit_role()

    # Removing

    def _ask(self) -> None:
        due = self.reminder.due
        if due is None or self.work.running:
            return
        sheet = purge_sheet(due)
        sheet.confirmed.connect(lambda _reason: self._purge(due))
        sheet.open_over(self.window())

    def _purge(self, due: Due) -> None:
        def purge(register: Register, progress: Any, write: Callable[..., Any]) -> Any:
            return purge_and_check(register, due.days, progress, write)

        self.said.hide()
        self.work.begin(
            purge,
            self.tr("Names are being removed. Scans wait"),
            done=self._purged,
            failed=self._failed,
            then=self.tr("What is left is being checked. Scans go on"),
        )
        self._fit_role()

    def _failed(self, error: GatebookError) -> None:
        self._fit_role()
        self.failed.emit(error)

    def _purged(self, done: PurgeChecked) -> None:
        purged, report = done.purged, done.report
        words = [
            self.tr("%n line(s) up to {day} hold no names any more.", "", purged.lines).format(
                day=purged.through
            )
        ]
        if report.ok:
            words.append(self.tr("Checked afterwards: %n line(s), none changed.", "", report.lines))
        else:
            words.append(self.tr('The check afterwards found something: use "Check it".'))
        left: tuple[Path, ...] = purged.backups.left
        if left:
            paths = self.tr(", ", "between names").join(str(path) for path in left)
            words.append(self.tr("Not reached, and unchanged: {paths}.").format(paths=paths))
        if not purged.swept:
            words.append(self.tr("The file is cleaned when the register is next opened."))
        self.said.set_ink("allow_text" if report.ok and not left else "attn_text")
        self.said.setText(" ".join(words))
        self.said.show()
        self.reminder.look()

    # The notice

    def _notice(self) -> None:
        settings = self._session.settings
        data = wall_notice(
            self._session.register.gate, settings.retention_days, settings.lead_phone, current_language()
        )
        print_sheet(data, self.tr("Notice"), self, self._session.tasks, lambda pages: None, self.failed.emit)

    def retranslate(self) -> None:
        self.set_title(self.tr("How long names are kept"))
        self.days.set_label(self.tr("Days that a line says who it was"))
        self.days.set_hint(self.tr("0: nobody has decided"))
        self.purge.setText(self.tr("Remove names…"))
        self.notice.setText(self.tr("Notice for the wall"))
        self.notice.setToolTip(self.tr("A page for the wall: what is kept, why, how long"))
        if self.reminder.due is not None:
            self._show_due(self.reminder.due)
        self._fill_days()


def purge_sheet(due: Due) -> ConfirmSheet:
    """Asks before names are removed: what goes, what stays, and that nothing brings it back."""
    translate = QCoreApplication.translate
    said = [
        translate(
            "PurgeSheet",
            "Names, numbers and temperatures in them go for good; nothing brings them back. That a line was written,"
            " the days' counts, passes that are still good and revocations stay, and the chain can still be checked.",
        )
    ]
    if due.copies or due.elsewhere:
        said.append(_copies_words(due))
    said.append(translate("PurgeSheet", "Scans wait meanwhile: seconds, minutes after a year."))
    words = ConfirmWords(
        translate("PurgeSheet", "Remove the names from %n line(s) up to {day}?", "", due.lines).format(
            day=due.through
        ),
        "\n".join(said),
        translate("PurgeSheet", "Remove for good"),
        translate("PurgeSheet", "Keep"),
    )
    return ConfirmSheet(words, icon="trash")


def _copies_words(due: Due) -> str:
    translate = QCoreApplication.translate
    joint = translate("PurgeSheet", ", ", "between names")
    said = []
    if due.copies:
        words = translate("PurgeSheet", "Copies that are made anew: {paths}.")
        said.append(words.format(paths=joint.join(path.name for path in due.copies)))
    if due.elsewhere:
        words = translate(
            "PurgeSheet", "Copies that cannot be reached and keep the names: {paths}. Plug them in first."
        )
        said.append(words.format(paths=joint.join(path.name for path in due.elsewhere)))
    return " ".join(said)
