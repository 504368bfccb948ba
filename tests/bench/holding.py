"""How long the window is held up at most while long work goes on behind it.

The whole window on a real register, its real pages worked as a person would: a list of 3,000 rows read and issued,
1,000 cards printed, the folder of a day with 5,000 lines exported, one after another. All the while a timer on the GUI
thread should fire every 5 milliseconds; the longest time by which it came late is the row. Beside it stands what the
same timer comes to in the same window while nothing goes on, between the jobs: what this machine alone does to it.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from db.books.pass_id import Book
from db.books.pass_search import find_passes
from db.books.passes import card_digits, get_passes
from db.books.verdict import Direction
from desktop.devices.print_orders import Found, Order
from desktop.devices.printer import Failed, Job, Listed, Moved, Printed, SystemPrinters
from desktop.kit.more_fields import SearchField
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.main_window import MainWindow
from desktop.operations import sample
from desktop.operations.cards import Source
from desktop.preferences import Preferences
from desktop.quick_start import collect_again, give_way_often
from desktop.session import Session
from desktop.views.printing.choice_sheet import ChoiceSheet
from tests.bench.measuring import Row, below, sized
from tests.bench.registers import new_folder, new_register

ENTRIES = sized(5_000, 40)
PASSES = sized(3_000, 60)
ROWS_OF_LIST = sized(3_000, 30)
CARDS = sized(1_000, 30)
SCANS = sized(30, 3)
LIMIT_MS = 50.0
NOTHING = "nothing goes on"
_BEAT_MS = 5
_IDLE_MS = sized(2_000, 100)


def held_up() -> Row:
    """The row `gui_hold_ms`."""
    holds = holds_of_each()
    for what, held in holds.items():
        print(
            f"  held up while {what}: {held.late:.1f} ms at most, {held.own:.1f} ms at work", file=sys.stderr
        )
    nothing = holds.pop(NOTHING)
    return below(
        "gui_hold_ms", max(held.late for held in holds.values()), LIMIT_MS, "ms", beside=nothing.late
    )


ROWS: list[Callable[[], Row]] = [held_up]


@dataclass(frozen=True)
class Hold:
    """In milliseconds: the longest time by which a beat came too `late`, and the most that the GUI thread itself
    worked (`own`) between two beats. Where the first is much more, others had the processor or Python's lock."""

    late: float = 0.0
    own: float = 0.0

    def or_worse(self, other: Hold) -> Hold:
        """The worse of both, each for itself."""
        return Hold(max(self.late, other.late), max(self.own, other.own))


class Heart(QObject):
    """Beats on the GUI thread. `hold` is the worst since it was started anew."""

    def __init__(self) -> None:
        super().__init__()
        self.restart()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def restart(self) -> None:
        """Begins to measure anew."""
        self.hold, self._last, self._worked = Hold(), time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        beat = Hold((now - self._last) * 1000 - _BEAT_MS, (worked - self._worked) * 1000)
        self.hold = self.hold.or_worse(beat)
        self._last, self._worked = now, worked


class PrinterIntoFile(SystemPrinters):
    """The machine's own way to a printer, with a PDF at its end. `sheet` is the question how to print."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def list(self, listed: Listed, failed: Failed) -> Job:
        return super().list(lambda _found: listed([Found("PDF", True)]), failed)

    def send(
        self,
        order: Order,
        data: bytes,
        moved: Moved,
        printed: Printed,
        failed: Failed,
        drawn: Moved | None = None,
    ) -> Job:
        return super().send(replace(order, into=str(self._path)), data, moved, printed, failed, drawn)


def holds_of_each() -> dict[str, Hold]:
    """The worst during each job, and while nothing goes on."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    install_language("zh")
    apply_theme(application, Theme())
    yesterday = date.today() - timedelta(days=1)
    with new_folder() as folder, new_register(folder) as register:
        sample.fill_sample(register, PASSES, 1, ENTRIES, end=yesterday)
        session = Session(register)
        crashes: list[object] = []
        session.tasks.crashed.connect(crashes.append)
        try:
            holds = _work(session, folder, yesterday)
        finally:
            session.tasks.close()
        assert not crashes, crashes
    return holds


def _work(session: Session, folder: Path, day: date) -> dict[str, Hold]:
    window = MainWindow(session, Preferences(language="zh"))
    made: list[bool] = []
    window.all_made.connect(lambda: made.append(True))
    window.shell.resize(1366, 697)
    window.shell.show()
    _wait(session, lambda: bool(made))
    collect_again()
    give_way_often()
    heart = Heart()
    holds = {NOTHING: Hold()}
    listed = _list(folder / "名单.csv")
    steps: list[tuple[str, Callable[[], None], Callable[[], None]]] = [
        ("a list is read", lambda: _open_lists(window), lambda: _read_list(window, session, listed)),
        ("a list is issued", lambda: None, lambda: _issue_list(window, session)),
        (
            "cards are printed",
            lambda: _choose_printer(window, session, folder),
            lambda: _print_cards(window, session),
        ),
        (
            "someone is searched for at the gate",
            lambda: window.shell.show_page("gate"),
            lambda: _search(window.gate.finder.field, session),
        ),
        ("cards are scanned", window.gate.finder.leave, lambda: _scan(window, session)),
        (
            "someone is searched for in the book",
            lambda: window.shell.show_page("passes"),
            lambda: _search(window.passes.books.search, session),
        ),
        (
            "a day is exported",
            lambda: _choose_day(window, session, folder / "usb", day),
            lambda: _export(window, session),
        ),
    ]
    for what, go_there, work in steps:
        go_there()
        _wait(session, lambda: True)
        holds[NOTHING] = holds[NOTHING].or_worse(_idle(heart))
        heart.restart()
        work()
        holds[what] = heart.hold
    window.shell.close()
    window.scans.close()
    window.sounds.close()
    return holds


def _idle(heart: Heart) -> Hold:
    loop = QEventLoop()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    heart.restart()
    loop.exec()
    return heart.hold


def _open_lists(window: MainWindow) -> None:
    window.shell.show_page("passes")
    window.passes.books.show_book(Book.SUPPORT)
    window.passes.books.import_asked.emit()


def _read_list(window: MainWindow, session: Session, path: Path) -> None:
    roster = window.passes.roster
    roster.read(path)
    _wait(session, lambda: roster.shown() is roster.preview)


def _issue_list(window: MainWindow, session: Session) -> None:
    roster = window.passes.roster
    roster.preview.issue()
    _wait(session, lambda: roster.shown() is roster.result)


def _choose_cards(window: MainWindow, session: Session, folder: Path) -> None:
    page = window.passes
    page.cards.job.printers = PrinterIntoFile(folder / "cards.pdf")
    page.roster.left.emit()
    page.books.show_book(Book.SUPPORT)
    page.print_cards([])
    choices = page.cards.choices
    choices.numbers.set_text(f"1-{CARDS}")
    choices.source.choose(Source.NUMBERS.value)
    choices.source.chosen.emit(Source.NUMBERS.value)
    _wait(session, lambda: len(page.cards._cards.faces) == CARDS)


def _choose_printer(window: MainWindow, session: Session, folder: Path) -> None:
    """As far as a person goes before anything is printed: the cards are chosen, and the printer."""
    _choose_cards(window, session, folder)
    window.passes.cards.print_now()
    _wait(session, lambda: _question(window).print_button.isEnabled())


def _question(window: MainWindow) -> ChoiceSheet:
    found = [one for one in window.shell.findChildren(ChoiceSheet) if one.isVisible()]
    return found[-1]


def _print_cards(window: MainWindow, session: Session) -> None:
    printed: list[int] = []
    window.passes.cards.job.printed.connect(printed.append)
    _question(window).print_button.click()
    _wait(session, lambda: bool(printed))
    assert printed == [-(-CARDS // 10)]


def _search(field: SearchField, session: Session) -> None:
    """Typed letter by letter."""
    for typed in ("w", "wa", "wan", "1", "13", "138", "王", "王小", "19-3", ""):
        field.set_text(typed)
        _wait(session, lambda: True)


def _scan(window: MainWindow, session: Session) -> None:
    """A queue of people, scanned and measured one after the other."""
    with session.register.reading() as connection:
        found = find_passes(connection, session.register.gate.gate, date.today(), Book.SUPPORT).ids[:SCANS]
        cards = [card_digits(connection, one) for one in get_passes(connection, found).values()]
    conductor = window.gate.conductor
    conductor.start_queue(Book.SUPPORT, Direction.IN)
    for digits in cards:
        window.gate.take_scan(digits)
        _wait(session, lambda: True)
        for char in "365":
            conductor.type(char)
        conductor.enter()
        _wait(session, lambda: True)
    conductor.end_queue()


def _choose_day(window: MainWindow, session: Session, target: Path, day: date) -> None:
    target.mkdir()
    window.shell.show_page("export")
    window.export.show_day(day)
    window.export.use_folder(target)
    _wait(session, lambda: window.export._plan is not None)


def _export(window: MainWindow, session: Session) -> None:
    window.export.export()
    _wait(session, lambda: window.export.stage.ended)
    assert window.export._result is not None and len(window.export._result.files) == 5


def _wait(session: Session, until: Callable[[], bool], seconds: float = 300) -> None:
    """Lets the window run until then, and until nothing goes on behind it."""
    loop, timer, pool = QEventLoop(), QTimer(), QThreadPool.globalInstance()
    end = time.monotonic() + seconds

    def look() -> None:
        quiet = session.tasks.idle and pool.activeThreadCount() == 0
        if (quiet and until()) or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    assert until(), "this did not end in time"


def _list(path: Path) -> Path:
    """A list as a unit hands it in."""
    chance = random.Random(7)
    people = [sample._holder(Book.SUPPORT, date.today(), chance) for _ in range(ROWS_OF_LIST)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("序号", "姓名", "身份证号", "联系电话", "工作单位", "岗位", "住址"))
        for number, one in enumerate(people, 1):
            writer.writerow((number, one.name, one.id_no, one.phone, one.unit, one.post, one.home))
    return path
