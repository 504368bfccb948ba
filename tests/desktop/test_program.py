"""The program as a whole: from the first window into a register, into practice and back."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.books.days import days_with_lines
from db.register import create_register, open_register
from desktop.app import Program
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.operations.opening import PRACTICE_PASSPHRASE
from desktop.operations.sample import fill_sample
from desktop.places import practice_register, register_in, registers_elsewhere
from desktop.preferences import Preferences, load_preferences
from desktop.views.settings.set_up_page import SetUpPage
from desktop.views.settings.start_window import StartWindow
from desktop.views.settings.unlock_page import UnlockPage
from desktop.views.settings.welcome_page import WelcomePage
from tests.registers import OPERATOR, PASSPHRASE, new_register


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's folder."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program sets the hooks for bugs; afterwards they are the tests' again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


class Programs:
    """Starts programs, and closes them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.started: list[Program] = []

    def start(self, path: Path) -> Program:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        install_language("en")
        apply_theme(application, Theme())
        program = Program(application, Preferences(language="en"), path)
        self.started.append(program)
        program.start()
        return program

    def start_page(self, program: Program) -> object:
        assert isinstance(program.window, StartWindow)
        return program.window.page


@pytest.fixture
def programs(qtbot: QtBot, no_crash: None) -> Iterator[Programs]:
    programs = Programs(qtbot)
    yield programs
    for program in programs.started:
        program.close()
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
        program.deleteLater()


def small_practice_register() -> None:
    """As the program makes it, with fewer people."""
    path = practice_register()
    path.parent.mkdir(parents=True, exist_ok=True)
    create_register(path, 312, "东门", "李秀兰", PRACTICE_PASSPHRASE, "")
    register = open_register(path, None, PRACTICE_PASSPHRASE)
    fill_sample(register, passes=3, days=1, per_day=3)
    register.close()


def test_practice_is_another_register_and_leads_back_to_the_passphrase(
    home: Path, programs: Programs, qtbot: QtBot
) -> None:
    small_practice_register()
    real = new_register(home / "real")
    path = real.path
    real.close()
    program = programs.start(path)
    page = programs.start_page(program)
    assert isinstance(page, UnlockPage)
    page.asked.emit(OPERATOR, PASSPHRASE)
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    session = program.session
    assert session is not None and not session.register.gate.practice

    main = session  # the real one, to be left
    window = program.window
    help_page = window.widget_of("help")  # type: ignore[union-attr]
    help_page.practice_button.click()
    qtbot.waitUntil(lambda: program.session not in (None, main), timeout=20_000)
    assert program.session is not None
    assert program.session.register.gate.practice
    assert program.session.register.path == practice_register()

    program.window.widget_of("help").practice_button.click()  # type: ignore[union-attr]
    page = programs.start_page(program)
    assert isinstance(page, UnlockPage)
    assert program.session is None
    page.asked.emit(OPERATOR, PASSPHRASE)
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    assert program.session is not None
    register = program.session.register
    assert register.path == path
    with register.reading() as connection:
        assert days_with_lines(connection, register.gate.gate) == []
    assert load_preferences().register == "", "practice is nobody's register"


def test_a_register_may_lie_in_another_folder_and_is_found_there_again(
    home: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = home / "D 盘"
    disk.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk))
    program = programs.start(home / "home" / "Gatebook" / "register.gatebook")
    welcome = programs.start_page(program)
    assert isinstance(welcome, WelcomePage)
    welcome.set_up.click()
    page = programs.start_page(program)
    assert isinstance(page, SetUpPage)
    page.elsewhere.click()
    assert page.place.text() == f"Kept in {disk / 'Gatebook'}"
    for field, words in zip(
        page.fields, ("312", "East gate", "", OPERATOR, PASSPHRASE, PASSPHRASE), strict=True
    ):
        field.set_text(words)
    page.go.click()
    made = register_in(disk)
    qtbot.waitUntil(lambda: load_preferences().register == str(made), timeout=20_000)
    assert made.is_file()

    # The machine forgets its preferences, as some do at each start: the register is offered.
    disks = [type("Disk", (), {"mountpoint": str(folder)})() for folder in (disk, home / "no disk")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all=False: disks)
    assert registers_elsewhere() == [made]
    again = programs.start(home / "home" / "Gatebook" / "register.gatebook")
    page = programs.start_page(again)
    assert isinstance(page, WelcomePage)
    qtbot.waitUntil(lambda: page.found.isVisibleTo(page), timeout=10_000)
    page.found.click()
    opened = programs.start_page(again)
    assert isinstance(opened, UnlockPage)
    assert opened.operator.text() == OPERATOR


def test_the_gate_does_not_wait_for_what_only_paper_devices_and_drives_need() -> None:
    """All of it is loaded when it is first wanted. Together it is as much again as the window itself."""
    code = (
        "import sys; from desktop.quick_start import load_qt; load_qt(); import desktop.main_window;"
        "late = {'reportlab', 'PIL', 'qrcode', 'psutil', 'wakepy', 'xlsxwriter', 'python_calamine', 'pypinyin',"
        " 'alembic', 'zxingcpp', 'psycopg', 'PySide6.QtMultimedia', 'PySide6.QtTextToSpeech', 'PySide6.QtSerialPort',"
        " 'PySide6.QtPdf', 'PySide6.QtPrintSupport'};"
        "sys.exit(', '.join(sorted(late & set(sys.modules))) or 0)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (loaded.returncode, loaded.stderr) == (0, "")
