"""A command post: sticks in, what came of them, two accounts of a line, gates, the answer. All of it is invented."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from db.books.posts import admit_gate
from db.exchange.admission import name_compound
from db.exchange.signed_document import sign_document
from db.register import Register
from desktop.desk_window import DeskWindow
from desktop.devices.drives import Drive
from desktop.operations import posts
from desktop.operations.sticks import LinesMoved
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.post.answers_page import AnswersPage
from desktop.views.post.gates_page import GatesPage
from desktop.views.post.stick_view import StickView
from desktop.views.post.take_in import Stage
from desktop.views.post.take_in_page import TakeInPage
from tests.desks import RECIPIENT, MadeGate, copied, file_desk, open_again, stamp, take
from tests.pictures.day_pages import _idle, _wait
from tests.pictures.registry import Scene, picture
from tests.registers import FakeClock, new_register

_NAMES = ("东门", "西门", "南门", "北门", "一号门", "二号门")
_COMPOUNDS = ("泉韵佳苑", "滨河小区", "红星里", "翠湖花园", "金桂苑", "和平里", "府前小区", "长乐苑")
_DAYS = 3
_FORKED, _CLONED_AT, _LATE, _KNOWN, _STRANGER = 312, 20, 315, 301, 340


class _City:
    """Two dozen gates with three days each, and a post that had the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "post"
        self._open: list[Session] = []
        self.gates = [_gate(number) for number in range(301, 325)]
        self.stranger = _gate(_STRANGER)
        self._folder.mkdir()
        with file_desk(self._folder, _evening()) as desk:
            self._fill(desk)

    def _fill(self, desk: Register) -> None:
        with desk.writing() as ledger:
            for place, gate in enumerate(self.gates):
                compound = _COMPOUNDS[place % len(_COMPOUNDS)]
                key, at = gate.key.public.hex(), stamp(0, 0)
                name = _NAMES[place % len(_NAMES)]
                admit_gate(ledger, gate.number, name, compound, RECIPIENT, key, at, True)
            for place, compound in enumerate(_COMPOUNDS):
                name_compound(ledger, compound, compound, f"{place // 2 + 1}片区")
        take(desk, *(gate.bundle(1, 15) for gate in self.gates))

    def new(self) -> tuple[Session, Path]:
        """A session over a fresh post, and a folder for its sticks."""
        folder = self._folder / f"{len(self._open)}"
        desk = open_again(copied(self._folder / "post.gatebook", folder), _evening())
        self._open.append(Session(desk))
        return self._open[-1], folder

    def gate(self, number: int) -> MadeGate:
        return next(gate for gate in self.gates if gate.number == number)

    def close(self) -> None:
        for session in self._open:
            session.close()


def _evening() -> FakeClock:
    clock = FakeClock()
    clock.at("2020-02-12 20:06")
    return clock


def _gate(number: int) -> MadeGate:
    gate = MadeGate.open(number)
    for one in range(1, 6):
        gate.issue(one, name=("周文静", "王芳", "李建军", "陈晓", "刘志强")[one - 1])
    for day in range(_DAYS):
        for one in range(12 + number % 7):
            name = ("周文静", "王芳", "李建军", "陈晓", "刘志强")[one % 5]
            gate.cross("in" if one % 2 else "out", gate.pass_id(one % 5 + 1), day, 420 + one * 30, name=name)
    return gate


def _post(scene: Scene) -> _City:
    return scene.once("post", _City)


def _stick(folder: Path, label: str) -> Drive:
    mount = folder / label
    mount.mkdir()
    return Drive(mount, "/dev/sdb1", label, "vfat", 14_000_000_000, 16_000_000_000, True, False)


def _drives(scene: Scene, city: _City, folder: Path, session: Session) -> list[Drive]:
    """Three sticks: all sorts of bundles, a request, and holiday pictures."""
    drives = [_stick(folder, label) for label in ("KINGSTON", scene.say("片区3", "AREA 3"), "HP x5600")]
    for place, gate in enumerate(city.gates):
        first = 30 if gate.number == _LATE else 1 if gate.number == _KNOWN else 16
        last = 15 if gate.number == _KNOWN else None
        gate.bundle(first, last).put(drives[place % 2].mount)
    clone = city.gate(_FORKED).clone(_CLONED_AT)
    for _ in range(4):
        clone.cross("out", clone.pass_id(2), 1, 500, name="王芳")
    (drives[0].mount / "copy.gbk").write_bytes(clone.bundle(1).data)
    city.stranger.bundle().put(drives[1].mount)
    (drives[1].mount / "damaged.gbk").write_bytes(city.gates[3].bundle().data[:-40])
    (drives[2].mount / "IMG_0001.JPG").write_bytes(b"")
    request = drives[1].mount / "gatebook-request-0312.json"
    with new_register(folder / "gate") as asking:
        posts.ask_to_be_admitted(asking, request)
    doc = {"format": "gatebook-request/1", "gate": _STRANGER, "name": "西门", "compound": "红星里"}
    doc |= {"recipient": RECIPIENT, "made_at": stamp(1, 600)}
    (drives[2].mount / "gatebook-request-0340.json").write_bytes(sign_document(doc, city.stranger.key))
    return drives


def _window(scene: Scene, key: str) -> QWidget:
    session, folder = _post(scene).new()
    window = DeskWindow(session, Preferences(language=scene.language))
    window.setParent(window.shell)
    window.shell.setProperty("window", window)
    window.shell.setProperty("folder", str(folder))
    window.shell.show_page(key)
    return window.shell


def window_of(shell: QWidget) -> DeskWindow:
    window = shell.property("window")
    assert isinstance(window, DeskWindow)
    return window


def _take_in(shell: QWidget) -> tuple[TakeInPage, Session]:
    window = window_of(shell)
    page = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    session = window._session
    page.sticks.watch.stop()
    QThreadPool.globalInstance().waitForDone()
    page.sticks.watch.changed.disconnect(page.sticks.work.set_drives)
    _idle(session)
    return page, session


def _plugged_in(scene: Scene, shell: QWidget) -> StickView:
    page, session = _take_in(shell)
    folder = Path(shell.property("folder"))
    (folder / "gate").mkdir()
    page.sticks.work.set_drives(_drives(scene, _post(scene), folder, session))
    _wait(lambda: page.sticks.work.stage is Stage.READY)
    _idle(session)
    return page.sticks


def _look(scene: Scene, shell: QWidget) -> None:
    _plugged_in(scene, shell).card.grid.choose_row(2)


def _go(scene: Scene, shell: QWidget) -> StickView:
    view = _plugged_in(scene, shell)
    view.card.main_button.click()
    _wait(lambda: view.work.stage is Stage.DONE)
    _idle(window_of(shell)._session)
    return view


def _went(scene: Scene, shell: QWidget) -> None:
    _go(scene, shell)


@picture("desk-take-in", after=_look)
def take_in(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


@picture("desk-taken-in", after=_went)
def taken_in(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


@picture("desk-empty", after=lambda scene, shell: (_take_in(shell), None)[1])
def empty(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _half_way(scene: Scene, shell: QWidget) -> None:
    view = _plugged_in(scene, shell)
    view.work.stage = Stage.TAKING
    view._on_stage()
    rows = view.card.model.rows()
    for row in rows[:9]:
        view.card.show_running(LinesMoved(row.key, 0))
    view.card.progress.say(view.tr("Taking in: {gate}").format(gate="0309 东门"))
    view.card.progress.set_progress(8, len(rows))


@picture("desk-taking-in", after=_half_way)
def taking_in(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _forks(scene: Scene, shell: QWidget) -> None:
    view = _go(scene, shell)
    view.forks_asked.emit()
    _idle(window_of(shell)._session)


@picture("desk-two-accounts", after=_forks)
def two_accounts(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _aside(scene: Scene, shell: QWidget) -> None:
    _go(scene, shell)
    page, session = _take_in_again(shell)
    page.show_part("aside")
    _idle(session)


def _take_in_again(shell: QWidget) -> tuple[TakeInPage, Session]:
    window = window_of(shell)
    page = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    return page, window._session


@picture("desk-not-taken-in", after=_aside)
def not_taken_in(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _asked(scene: Scene, shell: QWidget, gate: int = _STRANGER) -> GatesPage:
    view = _go(scene, shell)
    window = window_of(shell)
    requests = list(view.work.requests.values())
    window.go_to("gates", requests)
    _idle(window._session)
    page = window.page_of("gates")
    assert isinstance(page, GatesPage)
    page.table.choose_row(next(place for place, one in enumerate(requests) if one.request.gate == gate))
    return page


@picture("desk-gate-refused", after=lambda scene, shell: (_asked(scene, shell, 312), None)[1])
def gate_refused(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


@picture("desk-gate-asks", after=lambda scene, shell: (_asked(scene, shell), None)[1])
def gate_asks(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _cut_off(scene: Scene, shell: QWidget) -> None:
    page = _asked(scene, shell)
    page._choose(_LATE)
    page.gate.cut_button.click()
    _idle(window_of(shell)._session)


@picture("desk-cut-off", after=_cut_off)
def cut_off(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _gate_chosen(scene: Scene, shell: QWidget) -> None:
    _asked(scene, shell)._choose(305)


@picture("desk-gates", after=_gate_chosen)
def gates(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


def _answers(scene: Scene, shell: QWidget) -> None:
    _go(scene, shell)
    window = window_of(shell)
    window.shell.show_page("answers")
    page = window.page_of("answers")
    assert isinstance(page, AnswersPage)
    page.watch.stop()
    QThreadPool.globalInstance().waitForDone()
    folder = Path(shell.property("folder"))
    page.watch.changed.disconnect(page._on_drives)
    page._on_drives([_stick(folder, "SANDISK"), _stick(folder, "KINGSTON 2")])
    _idle(window._session)


@picture("desk-answers", after=_answers)
def answers(scene: Scene) -> QWidget:
    return _window(scene, "take_in")


@picture("desk-settings")
def settings(scene: Scene) -> QWidget:
    return _window(scene, "settings")
