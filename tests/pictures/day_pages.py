"""Entries, paper, the day and the export, over a sample register of invented people."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.books.corrections import as_written
from db.books.crossings import Reading
from db.books.entries import entries_of_day
from db.books.verdict import Direction
from db.register import open_register
from desktop.devices.drives import Drive, Release
from desktop.operations import days, entries, passing
from desktop.operations.exports import ExportMoved, ExportStep
from desktop.operations.sample import fill_sample
from desktop.session import Session
from desktop.views.day.page import DayPage
from desktop.views.entries.correct_sheet import CorrectSheet
from desktop.views.entries.page import EntriesPage
from desktop.views.entries.void_sheet import VoidSheet
from desktop.views.exchange.page import ExportPage
from desktop.views.exchange.stage import Stage
from desktop.views.shell import Page, Shell
from tests.pictures.registry import Scene, picture
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, make_register

DAY = "2020-02-10"
EVENING = f"{DAY} 20:06"


class _Sessions:
    """Sessions over copies of one sample register, closed at the end of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "day-pages"
        self._sample = self._folder / "sample"
        self._open: list[Session] = []
        clock = FakeClock()
        clock.at(EVENING)
        path, _ = make_register(self._sample, clock)
        with open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock()) as register:
            fill_sample(register, passes=120, days=3, per_day=420)

    def new(self) -> Session:
        """A session over a fresh copy."""
        copy = self._folder / f"{len(self._open)}"
        shutil.copytree(self._sample, copy)
        clock = FakeClock()
        clock.at(EVENING)
        register = open_register(copy / "312.gatebook", OPERATOR, PASSPHRASE, clock=clock.clock())
        self._open.append(Session(register))
        return self._open[-1]

    def folder(self, name: str) -> Path:
        """A folder that stands for a drive."""
        drive = self._folder / f"drive-{len(self._open)}" / name
        drive.mkdir(parents=True)
        return drive

    def close(self) -> None:
        """Ends the threads and closes the registers."""
        for session in self._open:
            session.close()


class _Drives:
    """Drives as a picture wants them."""

    def __init__(self, *drives: Drive, how: Release = Release.SAFE) -> None:
        self.drives, self.how = list(drives), how

    def list(self) -> list[Drive]:
        return list(self.drives)

    def release(self, drive: Drive) -> Release:
        return self.how


def _sessions(scene: Scene) -> _Sessions:
    return scene.once("day pages", _Sessions)


def _wait(done: Callable[[], bool]) -> None:
    """Lets events come until what a picture shows is there."""
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _idle(session: Session) -> None:
    """Until nothing is under way, twice: an answer can ask for more."""
    for _ in range(3):
        QApplication.processEvents()
        _wait(lambda: session.tasks.idle)
        QApplication.processEvents()


def _in_shell(scene: Scene, session: Session, key: str, page: QWidget) -> Shell:
    names = {
        "gate": ("gate", scene.say("门岗", "Gate")),
        "passes": ("pass", scene.say("通行证", "Passes")),
        "entries": ("list", scene.say("登记", "Entries")),
        "day": ("chart", scene.say("每日报告", "Day report")),
        "export": ("usb", scene.say("导出", "Export")),
        "settings": ("gear", scene.say("设置", "Settings")),
    }
    pages = [
        Page(one, icon, partial(str, words), page if one == key else QWidget(), at_foot=one == "settings")
        for one, (icon, words) in names.items()
    ]
    shell = Shell(pages)
    register = session.register
    shell.top.set_gate(register.gate.name)
    shell.top.set_operator(register.access.name)
    shell.top.set_now(register.clock.now())
    shell.show_page(key)
    shell.setProperty("session", session)
    return shell


def _session_of(shell: QWidget) -> Session:
    session = shell.property("session")
    assert isinstance(session, Session)
    return session


# Entries


def _entries(scene: Scene) -> QWidget:
    session = _sessions(scene).new()
    register = session.register
    with register.reading() as connection:
        lines = entries_of_day(connection, 312, DAY)
    passing.void_line(register, 1, lines[-4].seq, scene.say("重复登记", "Written twice"))
    passing.look_at_scan(register, "4" * 30, Direction.IN)
    passing.record_without_card(
        register, "visitor", "刘大爷", Direction.IN, Reading(363), scene.say("送菜", "vegetables")
    )
    wrong = lines[-3]
    reason = scene.say("体温记错", "Wrong temperature")
    entries.correct_entry(register, 1, wrong.seq, replace(as_written(wrong), tenths=366), reason)
    look = passing.look_at_person(register, lines[-9].pass_id, Direction.IN)  # type: ignore[arg-type]
    passing.record_scan(register, look, Direction.IN, Reading(378))
    return _in_shell(scene, session, "entries", EntriesPage(session))


def _choose(shell: QWidget, row: int) -> EntriesPage:
    page = shell.findChild(EntriesPage)
    assert isinstance(page, EntriesPage)
    session = _session_of(shell)
    _idle(session)
    page.table.choose_row(row)
    _idle(session)
    return page


def _choose_second(scene: Scene, shell: QWidget) -> None:
    _choose(shell, 1)


@picture("entries", after=_choose_second)
def entries_page(scene: Scene) -> QWidget:
    return _entries(scene)


def _ask_void(scene: Scene, shell: QWidget) -> None:
    page = _choose(shell, 8)
    page.panel.void_button.click()
    sheet = shell.findChildren(VoidSheet)[-1]
    sheet.reasons.choose("person")


@picture("entries-void", after=_ask_void)
def entries_void(scene: Scene) -> QWidget:
    return _entries(scene)


def _ask_correction(scene: Scene, shell: QWidget) -> None:
    page = _choose(shell, 8)
    page.panel.correct_button.click()
    sheet = shell.findChildren(CorrectSheet)[-1]
    with _session_of(shell).register.reading() as connection:
        name = entries_of_day(connection, 312, DAY)[3].name
    sheet.person.edit.setText(name[0])
    sheet.holders_wanted.emit(name[0])
    _idle(_session_of(shell))


@picture("entries-correct", after=_ask_correction)
def entries_correct(scene: Scene) -> QWidget:
    return _entries(scene)


def _another_day(scene: Scene, shell: QWidget) -> None:
    page = shell.findChild(EntriesPage)
    assert isinstance(page, EntriesPage)
    page.show_day(date(2020, 1, 20))
    _idle(_session_of(shell))


@picture("entries-empty", after=_another_day)
def entries_empty(scene: Scene) -> QWidget:
    return _entries(scene)


# Paper


def _show_paper(scene: Scene, shell: QWidget) -> EntriesPage:
    page = shell.findChild(EntriesPage)
    assert isinstance(page, EntriesPage)
    _idle(_session_of(shell))
    page.show_paper()
    return page


def _only_show_paper(scene: Scene, shell: QWidget) -> None:
    _show_paper(scene, shell)


@picture("paper-empty", after=_only_show_paper)
def paper_empty(scene: Scene) -> QWidget:
    return _entries(scene)


def _type_paper(scene: Scene, shell: QWidget) -> None:
    page, session = _show_paper(scene, shell), _session_of(shell)
    with session.register.reading() as connection:
        known = entries_of_day(connection, 312, DAY)[5]
    fields = page.paper.input
    visitor, note = scene.say("送菜刘师傅", "Liu, vegetables"), scene.say("夜班换岗", "night shift")
    for time, way, who, temperature, said in (
        ("1305", "in", "M2", "365", ""),
        ("1307", "out", "O3", "346", note),
        ("1312", "in", visitor, "", ""),
        ("1315", "out", "S4", "378", ""),
        (known.time[11:19], known.direction.value, known.pass_id.human() if known.pass_id else "", "365", ""),
    ):
        fields.load({})
        fields.time.set_text(time)
        fields.way.set_text(way)
        fields.who.set_text(who)
        fields.temperature.set_text(temperature)
        fields.note.set_text(said)
        fields.submit()
        _idle(session)
    fields.time.set_text("1321")
    fields.way.set_text("in")
    fields.who.set_text("M9")
    fields.temperature.set_text("3.6")
    fields.submit()
    _idle(session)


@picture("paper-typed", after=_type_paper)
def paper_typed(scene: Scene) -> QWidget:
    return _entries(scene)


def _write_paper(scene: Scene, shell: QWidget) -> None:
    _type_paper(scene, shell)
    page = shell.findChild(EntriesPage)
    assert isinstance(page, EntriesPage)
    page.paper.input.clear()
    page.paper.write()
    _idle(_session_of(shell))


@picture("paper-written", after=_write_paper)
def paper_written(scene: Scene) -> QWidget:
    return _entries(scene)


def _read_table(scene: Scene, shell: QWidget) -> None:
    page, session = _show_paper(scene, shell), _session_of(shell)
    table = _sessions(scene).folder("table") / "paper.csv"
    table.write_text(
        "time,direction,pass,name,temp,note\n13:05,in,M2,,36.5,\nnoon,in,M3,,36.5,\n13:09,sideways,O1,,,\n"
        "13:12,out,,王五,36.8,\n13:15,out,X9,,36.6,\n",
        "utf-8",
    )
    page.paper.read_file(table)
    _wait(lambda: page.paper.model.rowCount() == 5)
    _idle(session)


@picture("paper-table", after=_read_table)
def paper_table(scene: Scene) -> QWidget:
    return _entries(scene)


# The day


def _day(scene: Scene) -> QWidget:
    session = _sessions(scene).new()
    passing.look_at_scan(session.register, "4" * 30, Direction.IN)
    return _in_shell(scene, session, "day", DayPage(session))


def _day_page(shell: QWidget) -> DayPage:
    page = shell.findChild(DayPage)
    assert isinstance(page, DayPage)
    _idle(_session_of(shell))
    return page


def _see_day(scene: Scene, shell: QWidget) -> None:
    _day_page(shell)


@picture("day", after=_see_day)
def day(scene: Scene) -> QWidget:
    return _day(scene)


@picture("day-zero", after=lambda scene, shell: _no_day(shell))
def day_zero(scene: Scene) -> QWidget:
    return _day(scene)


def _no_day(shell: QWidget) -> None:
    _day_page(shell).show_day(date(2020, 1, 20))
    _idle(_session_of(shell))


@picture("day-sealed", after=_see_day)
def day_sealed(scene: Scene) -> QWidget:
    shell = _day(scene)
    days.seal(_session_of(shell).register, DAY)
    return shell


@picture("day-supplement", after=_see_day)
def day_supplement(scene: Scene) -> QWidget:
    shell = _day(scene)
    register = _session_of(shell).register
    days.seal(register, DAY)
    passing.record_without_card(register, "resident", "刘大爷", Direction.IN, Reading(363))
    return shell


@picture("day-seal-asked", after=lambda scene, shell: _day_page(shell).report.seal_button.click())
def day_seal_asked(scene: Scene) -> QWidget:
    return _day(scene)


def _preview(scene: Scene, shell: QWidget) -> None:
    from desktop.views.printing.paper_sheet import PaperSheet

    _day_page(shell).print_day()
    sheet = shell.findChildren(PaperSheet)[-1]
    _wait(lambda: sheet.pages.text() != "" and not sheet.preview.busy)


@picture("day-print", after=_preview)
def day_print(scene: Scene) -> QWidget:
    return _day(scene)


# The export


def _usb(folder: Path) -> Drive:
    return Drive(folder, "/dev/sdb1", "KINGSTON", "vfat", 14_200_000_000, 14_400_000_000, True, False)


def _export(scene: Scene, drives: _Drives) -> Shell:
    session = _sessions(scene).new()
    return _in_shell(scene, session, "export", ExportPage(session, drives))


def _export_page(shell: QWidget) -> ExportPage:
    page = shell.findChild(ExportPage)
    assert isinstance(page, ExportPage)
    _idle(_session_of(shell))
    _wait(lambda: not page.watch.busy)
    QApplication.processEvents()
    return page


def _see_export(scene: Scene, shell: QWidget) -> None:
    _export_page(shell)


@picture("export-none", after=_see_export)
def export_none(scene: Scene) -> QWidget:
    return _export(scene, _Drives())


@picture("export-ready", after=_see_export)
def export_ready(scene: Scene) -> QWidget:
    usb = _usb(_sessions(scene).folder("usb"))
    locked = replace(usb, mount=Path("/media/backup"), device="/dev/sdc1", label="BACKUP", read_only=True)
    return _export(scene, _Drives(usb, locked))


def _write_and(stage: Stage) -> Callable[[Scene, QWidget], None]:
    def after(scene: Scene, shell: QWidget) -> None:
        page = _export_page(shell)
        page.export()
        _wait(lambda: page.stage is stage)
        _idle(_session_of(shell))

    return after


@picture("export-safe", after=_write_and(Stage.SAFE))
def export_safe(scene: Scene) -> QWidget:
    return _export(scene, _Drives(_usb(_sessions(scene).folder("usb"))))


@picture("export-held", after=_write_and(Stage.HELD))
def export_held(scene: Scene) -> QWidget:
    return _export(scene, _Drives(_usb(_sessions(scene).folder("usb")), how=Release.STILL_HELD))


def _pull_out(scene: Scene, shell: QWidget) -> None:
    page = _export_page(shell)
    place = page.card.list.current()
    assert place is not None
    drive = place.target

    def pull(moved: ExportMoved) -> None:
        if moved.file.startswith("gatebook-") and drive.exists():
            drive.rename(drive.with_name("pocket"))

    page._drives.drives.clear()  # type: ignore[attr-defined]
    page.export()
    assert page._progress is not None
    page._progress.told.connect(pull, Qt.ConnectionType.DirectConnection)
    _wait(lambda: page.stage is Stage.CUT)
    _idle(_session_of(shell))


@picture("export-cut", after=_pull_out)
def export_cut(scene: Scene) -> QWidget:
    return _export(scene, _Drives(_usb(_sessions(scene).folder("usb"))))


def _half_way(scene: Scene, shell: QWidget) -> None:
    """As it looks in the middle: a day is on the drive before a picture could be taken."""
    page = _export_page(shell)
    page.stage = Stage.WORKING
    page._show()
    for step, file in ((ExportStep.WRITING, "day-report.pdf"), (ExportStep.READING_BACK, "day-report.pdf")):
        page.card.show_moved(ExportMoved(step, 2, 4, file), "20:06:02")


@picture("export-writing", after=_half_way)
def export_writing(scene: Scene) -> QWidget:
    return _export(scene, _Drives(_usb(_sessions(scene).folder("usb"))))


def _to_folder(scene: Scene, shell: QWidget) -> None:
    page = _export_page(shell)
    page.use_folder(_sessions(scene).folder("Documents"))
    page.export()
    _wait(lambda: page.stage is Stage.WRITTEN)
    _idle(_session_of(shell))


@picture("export-folder", after=_to_folder)
def export_folder(scene: Scene) -> QWidget:
    return _export(scene, _Drives())


def _to_nowhere(scene: Scene, shell: QWidget) -> None:
    page = _export_page(shell)
    page.use_folder(_sessions(scene).folder("Documents") / "gone")
    page.contents.whole_names.setChecked(True)
    page.contents.reason.set_text(scene.say("流调要全名", "Contact tracing needs names"))
    page.export()
    _wait(lambda: page.stage is Stage.FAILED)
    _idle(_session_of(shell))


@picture("export-failed", after=_to_nowhere)
def export_failed(scene: Scene) -> QWidget:
    return _export(scene, _Drives())
