"""What a command post shows of the whole city."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk_window import PAGES
from desktop.session import Session
from desktop.views.board.page import BoardPage
from desktop.views.shell import Page, Shell
from tests.city_desk import GAPPED, fill_city_desk
from tests.desks import file_desk
from tests.pictures.registry import Scene, picture
from tests.registers import FakeClock


class _Desk:
    """One filled post for all pictures."""

    def __init__(self, folder: Path) -> None:
        clock = FakeClock()
        home = folder / "city-desk"
        home.mkdir()
        self.session = Session(file_desk(home, clock))
        self.city = fill_city_desk(self.session.register, clock, home / "sticks", gates=40)

    def close(self) -> None:
        self.session.close()


def _desk(scene: Scene) -> _Desk:
    return scene.once("city desk", _Desk)


def idle(session: Session) -> None:
    """Until nothing is under way, and an answer has had time to ask for more."""
    for _ in range(3):
        QApplication.processEvents()
        while not session.tasks.idle:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()


def in_desk(session: Session, key: str, page: QWidget) -> Shell:
    """A page of the post in the window's frame."""
    pages = [Page(one.key, one.icon, one.title, page if one.key == key else QWidget()) for one in PAGES]
    if key not in {one.key for one in PAGES}:
        pages.append(Page(key, "chart", lambda: key, page))
    shell = Shell(pages)
    shell.top.set_gate(session.register.gate.name)
    shell.top.set_operator(session.register.access.name)
    shell.top.set_now(session.register.clock.now())
    shell.show_page(key)
    return shell


After = Callable[[Scene, QWidget], None]


def _settle(scene: Scene, shell: QWidget) -> None:
    idle(_desk(scene).session)


@picture("board", after=_settle)
def board_page(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "board", BoardPage(session))


def _open_gap(scene: Scene, shell: QWidget) -> None:
    _settle(scene, shell)
    page = shell.findChild(BoardPage)
    assert isinstance(page, BoardPage)
    page.pills.button("missing").click()
    index = page.model.place(GAPPED, page.picker.day().isoformat())
    page.grid.setCurrentIndex(index)
    page.grid.cell_opened.emit(index)


@picture("board-gap", after=_open_gap)
def board_gap(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "board", BoardPage(session))
