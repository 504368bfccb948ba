"""The only place that wires everything: window, pages, session, language, theme, and what happens to a bug."""

from __future__ import annotations

import sys
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import GatebookError
from db.register import Register
from desktop.changes import Changes
from desktop.crash import catch_bugs
from desktop.devices.clipboard import ClipboardGuard
from desktop.kit.density import largest_scale
from desktop.kit.program_icon import program_icon
from desktop.kit.theme import DARK, LIGHT, Theme, apply_theme
from desktop.language import current_language, install_language
from desktop.places import practice_register
from desktop.preferences import Preferences, load_preferences, save_preferences
from desktop.quick_start import collect_again, give_way_often
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from desktop.cli.arguments import Given
    from desktop.open_window import OpenWindow
    from desktop.views.laptop_notices import LaptopNotices
    from desktop.views.settings.start_window import StartWindow

FIRST_SIZE = (1366, 697)


class Program(QObject):
    """The running window: before a register is open the start window, then the shell with its pages.

    Attribute `window`: the one that is shown. Signal `settled()`: a window stands, and once more when
    all its pages do."""

    settled = Signal()
    _bug = Signal(object)

    def __init__(self, application: QApplication, preferences: Preferences, path: Path | str) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences
        self._path = path
        self.window: QWidget | None = None
        self.session: Session | None = None
        self._laptop: LaptopNotices | None = None
        self._tasks = Tasks(Changes(self), self)
        self._tasks.crashed.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
        self._bug.connect(self._show_bug, Qt.ConnectionType.QueuedConnection)
        catch_bugs(self._bug.emit)
        self._clipboard = ClipboardGuard(application.clipboard(), self)
        application.aboutToQuit.connect(self.close)

    def start(self, register: Register | None = None, said: GatebookError | None = None) -> None:
        """Opens the first window. `said` is why the register named on the command line did not open."""
        if register is not None:
            self._enter(register)
            return
        start = self._show_start()
        show_error = getattr(start.page, "show_error", None)
        if said is not None and show_error is not None:
            show_error(said)

    def _show_start(self) -> StartWindow:
        from desktop.views.settings.start_window import StartWindow

        start = StartWindow(self._tasks, self._path, current_language())
        start.opened.connect(self._enter)
        start.language_asked.connect(self._choose_language)
        start.register_chosen.connect(self._choose_register)
        self._show(start)
        return start

    def _change_practice(self) -> None:
        """From the real register to the practice one, or back to the passphrase of the real one."""
        if self.session is None or getattr(self.window, "hold_close", False):
            return
        practising = self.session.register.gate.practice
        start = self._show_start()
        self._leave()
        if not practising:
            start.practise()

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.setWindowTitle(QCoreApplication.translate("Program", "Gatebook"))
        if old is None:
            window.resize(*self._room(window))
        else:
            window.setGeometry(old.geometry())
            if old.isMaximized():
                window.setWindowState(Qt.WindowState.WindowMaximized)
        window.show()
        window.activateWindow()
        if old is not None:
            old.close()
            old.deleteLater()
        self.settled.emit()

    def _room(self, window: QWidget) -> tuple[int, int]:
        screen = window.screen()
        free = screen.availableGeometry().size() if screen is not None else None
        width, height = FIRST_SIZE
        return (min(width, free.width()), min(height, free.height())) if free is not None else FIRST_SIZE

    def _screen(self) -> QSize | None:
        """The free room of the screen that the window is on."""
        screen = self.window.screen() if self.window is not None else self._application.primaryScreen()
        return screen.availableGeometry().size() if screen is not None else None

    def _enter(self, register: Register) -> None:
        session = Session(register, self)
        self.session = session
        session.tasks.crashed.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
        main = self._window_of(session)
        main.preferences_asked.connect(self._prefer)
        main.practice_asked.connect(self._change_practice)
        main.all_made.connect(self.settled)
        self._show(main.shell)
        main.setParent(main.shell)
        self._laptop = main.laptop
        # The gate comes first: battery and sleep are looked after once every page is there.
        main.all_made.connect(main.laptop.begin)

    def _window_of(self, session: Session) -> OpenWindow:
        if session.desk:
            from desktop.desk_window import DeskWindow

            return DeskWindow(session, self.preferences)
        from desktop.main_window import MainWindow

        return MainWindow(session, self.preferences)

    def _choose_register(self, path: Path | str) -> None:
        self._path = path
        if path != practice_register():
            self._prefer(replace(self.preferences, register=str(path)))

    def _choose_language(self, language: str) -> None:
        self._prefer(replace(self.preferences, language=language))
        set_language = getattr(self.window, "set_language", None)
        if set_language is not None:
            set_language(language)

    def _prefer(self, preferences: Preferences) -> None:
        before, self.preferences = self.preferences, preferences
        save_preferences(preferences)
        if preferences.language != before.language:
            install_language(preferences.language)
        if (preferences.theme, preferences.size) != (before.theme, before.size):
            apply_theme(self._application, theme_of(preferences, self._screen()))

    def _show_bug(self, where: Path | None) -> None:
        from desktop.views.settings.bug_sheet import BugSheet

        if self.window is not None:
            BugSheet(where).open_over(self.window)

    def close(self) -> None:
        """Ends background work and closes the register."""
        self._leave()
        self._clipboard.wipe()
        self._tasks.close()

    def _leave(self) -> None:
        if self._laptop is not None:
            self._laptop.end()
            self._laptop = None
        if self.session is not None:
            self.session.close()
            self.session = None


def theme_of(preferences: Preferences, screen: QSize | None = None) -> Theme:
    """The theme that the preferences name, no larger than a screen has room for: a window that reaches beyond it could
    not be worked."""
    most = largest_scale(screen) if screen is not None else 2.0
    return Theme(DARK if preferences.theme == "dark" else LIGHT, min(preferences.size / 100, most))


def open_window(given: Given, opening: Future[Register] | None = None) -> int:
    """Opens the window and runs until it is closed. `opening` is the register on its way, where operator and
    passphrase are given."""
    from desktop.cli.run import register_path, tell

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Gatebook")
    # What Qt's multimedia tells of a machine without sound is nobody's business at a gate.
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    application.setWindowIcon(program_icon())
    preferences = load_preferences()
    install_language(given.lang or preferences.language)
    screen = application.primaryScreen()
    room = screen.availableGeometry().size() if screen is not None else None
    apply_theme(application, theme_of(preferences, room))
    path = register_path(given) if given.register else preferences.register_path
    program = Program(application, preferences, path)
    program.settled.connect(collect_again)
    register, said = None, None
    if opening is not None:
        import desktop.main_window  # noqa: F401  while the passphrase is being stretched

        try:
            register = opening.result()
        except GatebookError as error:
            said = error
            tell(sentence(error))
    give_way_often()
    QTimer.singleShot(0, lambda: program.start(register, said))
    code = application.exec()
    program.close()
    return code


def main() -> int:
    """The windowed program's start: the same command line, without a console."""
    from desktop.cli import main as command_line

    return command_line()
