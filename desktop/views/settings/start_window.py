"""The window before the register is open: welcome, set-up, recovery key, unlocking. Ends with an open register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from db.books.posts import is_desk
from db.errors import FaultCode, GatebookError, RefusalCode
from db.register import Register
from db.server import holds_password
from desktop.kit.density import density
from desktop.kit.dialogs import MessageSheet
from desktop.kit.theme import color
from desktop.operations import opening
from desktop.operations.opening import Opened, SetUp
from desktop.operations.operators import Recovered, keep_recovery, take_over
from desktop.operations.sheets import recovery_sheet, save_sheet
from desktop.places import default_register, practice_register, register_in, registers_elsewhere
from desktop.sentences import sentence
from desktop.tasks import Tasks
from desktop.views.print_sheet import print_sheet
from desktop.views.settings.recovery_page import RecoveryPage
from desktop.views.settings.recovery_words import key_sentence
from desktop.views.settings.restore_page import NewLeadPage, RestorePage
from desktop.views.settings.set_up_page import SetUpPage
from desktop.views.settings.start_frame import StartFrame
from desktop.views.settings.unlock_page import UnlockPage
from desktop.views.settings.welcome_page import WelcomePage

_LOST = (
    RefusalCode.NOT_A_REGISTER,
    RefusalCode.KEY_FILE_MISSING,
    RefusalCode.KEY_FILE_DAMAGED,
    FaultCode.UNREADABLE_FILE,
)
"""Why a register opens with no passphrase at all."""


class StartWindow(QWidget):
    """Signals: `opened(Register)`; `language_asked(str)`; `register_chosen(Path | str)`, another register than before.

    The register is a file, or the database of a URL."""

    opened = Signal(object)
    language_asked = Signal(str)
    register_chosen = Signal(object)

    def __init__(self, tasks: Tasks, path: Path | str, language: str) -> None:
        super().__init__()
        self._tasks = tasks
        self._path = path
        self._language = language
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._register: Register | None = None
        if isinstance(path, str):
            # A server may take its time to answer.
            self._ask_passphrase([])
            self._tasks.run(lambda: opening.operators_of(path), self._ask_passphrase, self._say)
        elif path.exists():
            self.show_unlock(path)
        else:
            self.show_welcome()

    @property
    def page(self) -> StartFrame:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, StartFrame)
        return page

    def show_welcome(self) -> None:
        """The first page of a laptop that has no register yet."""
        page = WelcomePage(self._language)
        page.set_up_asked.connect(self.show_set_up)
        page.sample_asked.connect(self.practise)
        page.open_asked.connect(self._choose_register)
        page.restore_asked.connect(self._choose_copy)
        page.found_asked.connect(self._open_found)
        self._show(page)
        self._tasks.run_long(registers_elsewhere, lambda found: self._offer(page, found), lambda _: None)

    def show_set_up(self) -> None:
        """The six fields."""
        page = SetUpPage(self._language)
        page.show_place(self._path if isinstance(self._path, Path) else None)
        page.elsewhere_asked.connect(lambda: self._choose_folder(page))
        page.back_asked.connect(self.show_welcome)
        page.asked.connect(lambda wanted: self._set_up(page, wanted))
        self._show(page)

    def show_unlock(self, path: Path) -> None:
        """The passphrase of the register at `path`."""
        self._path = path
        try:
            self._ask_passphrase(opening.operators_of(path))
        except GatebookError as error:
            self._ask_anyway(error)

    def _ask_anyway(self, trouble: GatebookError) -> None:
        self._ask_passphrase([])
        self._say(trouble)

    def _say(self, trouble: GatebookError) -> None:
        page = self.page
        if isinstance(page, UnlockPage):
            page.show_error(trouble)
            if trouble.code in _LOST and isinstance(self._path, Path):
                page.offer_restore()

    def _ask_passphrase(self, operators: list[str]) -> None:
        page = UnlockPage(self._language, "", operators)
        page.asked.connect(lambda name, passphrase: self._unlock(page, name, passphrase))
        page.recovery_asked.connect(lambda key: self._unlock_with_recovery(page, key))
        page.other_asked.connect(self._choose_register)
        page.restore_asked.connect(self._choose_copy)
        page.practice_asked.connect(self.practise)
        self._show(page)

    def set_language(self, language: str) -> None:
        """Which language the next pages show as chosen."""
        self._language = language

    def _show(self, page: StartFrame) -> None:
        page.language_asked.connect(self.language_asked)
        old = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        page.fit_again()
        page.setFocus()

    def _set_up(self, page: SetUpPage, wanted: SetUp) -> None:
        page.set_busy(True)
        where: Path | str = wanted.server or self._path

        def made(opened: Opened) -> None:
            self._path = where
            self._show_recovery(opened)

        self._tasks.run(lambda: opening.set_up(where, wanted), made, page.show_error)

    def _choose_folder(self, page: SetUpPage) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where the register is kept"))
        if folder:
            self._path = register_in(Path(folder))
            page.show_place(self._path)

    def _show_recovery(self, made: Opened) -> None:
        if isinstance(self._path, Path) or not holds_password(self._path):
            self.register_chosen.emit(self._path)
        page = self._recovery_page(made.register, made.made.recovery_key)
        page.finished.connect(lambda: self._finish(made.register))
        self._show(page)

    def _recovery_page(self, register: Register, key: str) -> RecoveryPage:
        self._register = register
        with register.reading() as connection:
            page = RecoveryPage(self._language, key, post=is_desk(connection))
        page.print_asked.connect(lambda: self._print_sheet(page, register))
        page.save_asked.connect(lambda: self._save_sheet(page, register))
        return page

    def _sheet(self, page: RecoveryPage, register: Register) -> bytes:
        gate = register.gate
        return recovery_sheet(page.key, gate.gate, gate.name, register.clock.today(), self._language)

    def _print_sheet(self, page: RecoveryPage, register: Register) -> None:
        print_sheet(
            self._sheet(page, register),
            self.tr("Recovery key"),
            self,
            self._tasks,
            lambda pages: page.say(self.tr("Sent to the printer. Seal the sheet.")),
            lambda error: page.say(key_sentence(error)),
            says=key_sentence,
        )

    def _save_sheet(self, page: RecoveryPage, register: Register) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), "gatebook-recovery.pdf", "PDF (*.pdf)"
        )
        if not name:
            return
        data = self._sheet(page, register)
        self._tasks.run(
            lambda: save_sheet(data, Path(name)),
            lambda _: page.say(self.tr("Saved. Print it, then delete the file.")),
            lambda error: page.say(sentence(error)),
        )

    def _unlock(self, page: UnlockPage, name: str, passphrase: str) -> None:
        page.set_busy(True)
        self._tasks.run(lambda: opening.unlock(self._path, name or None, passphrase), self._finish, self._say)

    def _unlock_with_recovery(self, page: UnlockPage, key: str) -> None:
        page.set_busy(True)
        self._tasks.run(
            lambda: opening.unlock_with_recovery(self._path, key), self._show_new_recovery, page.show_error
        )

    def _show_new_recovery(self, recovered: Recovered) -> None:
        """The next recovery key; the old one stays good until somebody says that this one is written down."""
        page = self._recovery_page(recovered.register, recovered.recovery_key)
        page.finished.connect(
            lambda: self._tasks.run(
                lambda: keep_recovery(recovered),
                lambda _: self._ask_new_lead(recovered),
                lambda error: page.say(sentence(error)),
            )
        )
        self._show(page)

    def _ask_new_lead(self, recovered: Recovered) -> None:
        """With the recovery key nobody in particular opened the register; somebody must lead it from now on."""
        names = [slot.name for slot in recovered.register.key_file.operators]
        page = NewLeadPage(self._language, names)
        page.asked.connect(
            lambda name, passphrase: self._tasks.run(
                lambda: take_over(recovered, name, passphrase), self._finish, page.show_error
            )
        )
        self._show(page)

    # Restoring

    def _choose_copy(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Restore from a copy"), "", self.tr("Registers (*.gatebook);;All files (*)")
        )
        if name:
            self.show_restore(Path(name))

    def show_restore(self, copy: Path) -> None:
        """Who restores, and with what."""
        trouble: GatebookError | None = None
        try:
            names = opening.operators_of(copy)
        except GatebookError as error:
            names, trouble = [], error
        page = RestorePage(self._language, copy.name, names)
        base = self._path if isinstance(self._path, Path) else default_register()
        target = opening.free_place(base)
        page.asked.connect(
            lambda name, passphrase: self._restore(
                page, lambda: opening.restore(copy, target, name or None, passphrase), target, self._finish
            )
        )
        page.recovery_asked.connect(
            lambda key: self._restore(
                page,
                lambda: opening.restore_with_recovery(copy, target, key),
                target,
                self._show_new_recovery,
            )
        )
        page.other_asked.connect(self._back)
        self._show(page)
        if trouble is not None:
            page.show_error(trouble)

    def _restore(
        self,
        page: RestorePage,
        work: Callable[[], Any],
        target: Path,
        then: Callable[[Any], None],
    ) -> None:
        page.set_busy(True)

        def done(opened: Any) -> None:
            self._path = target
            self.register_chosen.emit(target)
            then(opened)

        self._tasks.run(work, done, page.show_error)

    def _back(self) -> None:
        if isinstance(self._path, Path) and self._path.exists():
            self.show_unlock(self._path)
        else:
            self.show_welcome()

    def practise(self) -> None:
        """Opens the practice register, which is another file than the real one."""
        page = self.page
        assert isinstance(page, WelcomePage | UnlockPage)
        page.set_practising(True)
        names = (self.tr("East gate"), self.tr("Spring Garden"), self.tr("Li Xiulan"))

        def failed(error: GatebookError) -> None:
            page.set_practising(False)
            MessageSheet(self.tr("The sample did not open"), sentence(error)).open_over(self)

        self._tasks.run(lambda: opening.open_practice(practice_register(), *names), self._finish, failed)

    def _choose_register(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a register"),
            str(self._path.parent) if isinstance(self._path, Path) else "",
            self.tr("Registers (*.gatebook);;All files (*)"),
        )
        if name:
            self._open_found(Path(name))

    def _offer(self, page: WelcomePage, found: list[Path]) -> None:
        if self._stack.currentWidget() is page:
            page.offer(found)

    def _open_found(self, path: Path) -> None:
        self.register_chosen.emit(path)
        self.show_unlock(path)

    def _finish(self, register: Register) -> None:
        self._register = None
        self.opened.emit(register)

    def closeEvent(self, event: object) -> None:
        if self._register is not None:
            self._register.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        density().measure(event.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("bg"))
