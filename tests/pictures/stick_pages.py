"""A gate and its command post by the stick: asking, comparing a fingerprint, what an answer changes, drives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import Book, PassId
from db.exchange.admission import cut_off, stop_pass
from desktop.devices.drives import Release
from desktop.operations.exports import export_day
from desktop.session import Session
from desktop.views.exchange.page import ExportPage
from desktop.views.exchange.stage import Stage
from desktop.views.shell import Shell
from tests.district import District
from tests.pictures.day_pages import _Drives, _export_page, _idle, _in_shell, _session_of, _usb, _wait
from tests.pictures.registry import Scene, picture
from tests.registers import FakeClock, issue

FINDING = {
    "kind": "two_places",
    "pass": "M-0312-000001",
    "gate": 315,
    "time": "2020-02-10T07:59:00.000+08:00",
    "before": {"gate": 312, "time": "2020-02-10T07:52:00.000+08:00"},
}


class _Districts:
    """A post and a gate for each picture, closed at the end of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "districts"
        self._open: list[District] = []
        self._sessions: list[Session] = []

    def new(self) -> District:
        folder = self._folder / str(len(self._open))
        folder.mkdir(parents=True)
        clock = FakeClock()
        self._open.append(District(folder, clock))
        return self._open[-1]

    def session(self, district: District) -> Session:
        self._sessions.append(Session(district.gates[312]))
        return self._sessions[-1]

    def close(self) -> None:
        """Ends the threads and closes the registers."""
        for session in self._sessions:
            session.tasks.close()
        for district in self._open:
            district.close()


def _page(scene: Scene, district: District, *drives: Path, how: Release = Release.SAFE) -> Shell:
    session = scene.once("districts", _Districts).session(district)
    page = ExportPage(session, _Drives(*(_usb(drive) for drive in drives), how=how))
    return _in_shell(scene, session, "export", page)


def _new(scene: Scene) -> tuple[District, Path]:
    district = scene.once("districts", _Districts).new()
    gate = district.gate(312)
    issue(gate, "周文静")
    stick = district.folder / "usb"
    stick.mkdir()
    return district, stick


def _answer(district: District, stick: Path, **wanted: Any) -> None:
    made = district.answer(**wanted)
    (stick / made.file_name).write_bytes(made.data)


def _see(then: Callable[[ExportPage], None] | None = None) -> Callable[[Scene, QWidget], None]:
    def after(scene: Scene, shell: QWidget) -> None:
        page = _export_page(shell)
        page.show_post()
        _idle(_session_of(shell))
        if then is not None:
            then(page)
        _idle(_session_of(shell))
        QApplication.processEvents()

    return after


@picture("joining-alone", after=_see())
def post_alone(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    return _page(scene, district, stick)


@picture("joining-asked", after=_see(lambda page: page.post.write_request()))
def post_asked(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    return _page(scene, district, stick)


@picture("joining-met", after=_see())
def post_met(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    _answer(district, stick)
    return _page(scene, district, stick)


@picture("joining-news", after=_see())
def post_news(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    for number in (313, 314):
        district.gate(number)
    district.join(district.gates[312])
    district.bring(district.gates[313])
    for number in (315, 316, 317):
        district.gate(number, compound="锦绣园")
    with district.post.writing() as ledger:
        cut_off(ledger, 313, "笔记本丢了")
        for number in range(1, 13):
            stop_pass(ledger, PassId(314, Book.MEDICAL, number), "查无此人")
    _answer(
        district,
        stick,
        resend=[{"gate": 312, "epoch": 1, "from": 1, "to": 2}],
        findings=[FINDING],
        orders=[
            scene.say("今晚 8 点换班后消杀一次", "Disinfect once after the change of shift at 8 tonight")
        ],
        notes=[scene.say("口罩明天上午送到", "Masks come tomorrow morning")],
    )
    district.clock.forward(minutes=-25)
    return _page(scene, district, stick)


@picture("joining-cut-off", after=_see())
def post_cut_off(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    district.join(district.gates[312])
    district.bring(district.gates[312])
    with district.post.writing() as ledger:
        cut_off(ledger, 312, "笔记本丢了")
    district.inform(district.gates[312])
    district.clock.now += timedelta(days=5)
    return _page(scene, district, stick)


def _plug_in_a_stranger(page: ExportPage) -> None:
    (drive,) = page._drives.list()
    (drive.mount / "gatebook-answer-000099.json").write_bytes(b'{"doc": {}')
    page.post.look_on([drive.mount])


@picture("joining-refused", after=_see(_plug_in_a_stranger))
def post_refused(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    district.join(district.gates[312])
    return _page(scene, district, stick)


def _pulled_early(scene: Scene, shell: QWidget) -> None:
    page = _export_page(shell)
    page.export()
    _wait(lambda: page.stage is Stage.TAKEN)
    _idle(_session_of(shell))


@picture("export-taken", after=_pulled_early)
def export_taken(scene: Scene) -> QWidget:
    district, stick = _new(scene)
    return _page(scene, district, stick, how=Release.GONE)


def _look(scene: Scene, shell: QWidget) -> None:
    _export_page(shell)


@picture("export-used", after=_look)
def export_used(scene: Scene) -> QWidget:
    """A stick that another gate used last."""
    district, stick = _new(scene)
    export_day(district.gate(313), "2020-02-09", stick)
    return _page(scene, district, stick)
