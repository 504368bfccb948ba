"""What a command post shows of the whole city."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import PassId
from desktop.desk_window import PAGES
from desktop.session import Session
from desktop.views.board.findings_page import FindingsPage
from desktop.views.board.page import BoardPage
from desktop.views.board.person_page import PersonPage
from desktop.views.shell import Page, Shell
from tests.city_desk import FORKED, fill_city_desk
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
    index = page.model.place(FORKED, page.picker.day().isoformat())
    page.grid.setCurrentIndex(index)
    page.grid.cell_opened.emit(index)


@picture("board-gap", after=_open_gap)
def board_gap(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "board", BoardPage(session))


def _choose_copied(scene: Scene, shell: QWidget) -> None:
    _settle(scene, shell)
    page = shell.findChild(FindingsPage)
    assert isinstance(page, FindingsPage)
    page.table.choose_row(4)


@picture("findings", after=_choose_copied)
def findings_page(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "findings", FindingsPage(session))


def _follow(scene: Scene, shell: QWidget, view: str) -> None:
    desk = _desk(scene)
    page = shell.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    page.search.set_text("zw")
    idle(desk.session)
    page.show_subject(PassId.parse(desk.city.card))
    idle(desk.session)
    page.views.button(view).click()
    idle(desk.session)


def _follow_way(scene: Scene, shell: QWidget) -> None:
    _follow(scene, shell, "way")


def _follow_contacts(scene: Scene, shell: QWidget) -> None:
    _follow(scene, shell, "contacts")


@picture("person", after=_follow_way)
def person_page(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "person", PersonPage(session))


@picture("person-contacts", after=_follow_contacts)
def person_contacts(scene: Scene) -> QWidget:
    session = _desk(scene).session
    return in_desk(session, "person", PersonPage(session))
