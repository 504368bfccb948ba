"""Background work: in order, off the GUI thread, and its results back on it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from db.errors import Denied, Fault, FaultCode, GatebookError, Refusal, RefusalCode
from desktop.changes import Change, Changes, Done, Topic
from desktop.tasks import Progress, Tasks


@pytest.fixture
def changes(qapp: object) -> Changes:
    return Changes()


@pytest.fixture
def tasks(changes: Changes, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(changes)
    yield made
    made.close()


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle)


class Gate:
    """Work that waits until it is let go on."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self.reached = threading.Event()

    def __call__(self) -> str:
        self.reached.set()
        assert self._open.wait(10)
        return "through"

    def open(self) -> None:
        self._open.set()


def test_work_is_done_elsewhere_and_its_result_comes_back_here(tasks: Tasks, qtbot: QtBot) -> None:
    here = threading.current_thread()
    seen: list[tuple[threading.Thread, threading.Thread]] = []
    tasks.run(threading.current_thread, lambda there: seen.append((there, threading.current_thread())))
    assert seen == [] and not tasks.idle
    wait(qtbot, tasks)
    ((there, back),) = seen
    assert there is not here and back is here


def test_the_register_is_touched_by_one_thread_in_the_order_asked(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    threads: set[str] = set()

    def work(number: int) -> int:
        threads.add(threading.current_thread().name)
        order.append(number)
        return number

    done: list[int] = []
    for number in range(50):
        tasks.run(lambda number=number: work(number), done.append)  # type: ignore[misc]
    wait(qtbot, tasks)
    assert order == done == list(range(50)) and len(threads) == 1


def test_a_scan_does_not_wait_behind_long_work(tasks: Tasks, qtbot: QtBot) -> None:
    long = Gate()
    done: list[str] = []
    tasks.run_long(long, done.append)
    assert long.reached.wait(10)
    tasks.run(lambda: "scan", done.append)
    qtbot.waitUntil(lambda: done == ["scan"])
    long.open()
    wait(qtbot, tasks)
    assert done == ["scan", "through"]


def test_long_work_writes_its_parts_between_scans(tasks: Tasks, qtbot: QtBot) -> None:
    names: list[str] = []

    def long() -> str:
        for _ in range(3):
            names.append(tasks.and_wait(lambda: threading.current_thread().name))
        return threading.current_thread().name

    tasks.run_long(long, names.append)
    wait(qtbot, tasks)
    assert len(set(names[:3])) == 1 and names[3] != names[0]


def test_what_a_part_refuses_long_work_hears(tasks: Tasks, qtbot: QtBot) -> None:
    def part() -> None:
        raise Fault(FaultCode.DISK_FULL)

    heard: list[GatebookError] = []
    tasks.run_long(lambda: tasks.and_wait(part), failed=heard.append)
    wait(qtbot, tasks)
    assert [error.code for error in heard] == [FaultCode.DISK_FULL]


def test_what_changed_is_told_before_the_result(tasks: Tasks, changes: Changes, qtbot: QtBot) -> None:
    told: list[object] = []
    changes.changed.connect(told.append)
    change = Change.of(Topic.ENTRIES, Topic.DAYS)
    tasks.run(lambda: Done("value", change), told.append)
    tasks.run(lambda: Done("nothing changed"), told.append)
    wait(qtbot, tasks)
    assert told == [change, "value", "nothing changed"]


@pytest.mark.parametrize(
    "error", [Refusal(RefusalCode.IN_USE), Denied(RefusalCode.NOT_ALLOWED), Fault(FaultCode.DISK_FULL)]
)
def test_a_refusal_goes_to_who_asked_or_else_to_the_window(
    tasks: Tasks, qtbot: QtBot, error: GatebookError
) -> None:
    def refused() -> None:
        raise error

    here: list[GatebookError] = []
    window: list[GatebookError] = []
    crashes: list[object] = []
    tasks.failed.connect(window.append)
    tasks.crashed.connect(crashes.append)
    tasks.run(refused, failed=here.append)
    tasks.run(refused)
    wait(qtbot, tasks)
    assert (here, window, crashes) == ([error], [error], [])


def test_a_bug_is_no_refusal_and_stops_nothing(
    tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    person = "欧阳修远 13912345678"

    def bug() -> None:
        raise KeyError(person)

    crashes: list[BaseException] = []
    failed: list[GatebookError] = []
    done: list[object] = []
    tasks.crashed.connect(crashes.append)
    with caplog.at_level(logging.ERROR):
        tasks.run(bug, done.append, failed.append)
        tasks.run(lambda: "next", done.append)
        wait(qtbot, tasks)
    assert [type(error) for error in crashes] == [KeyError]
    assert (failed, done) == ([], ["next"])
    assert "KeyError" in caplog.text and "test_tasks.py" in caplog.text
    assert "欧阳" not in caplog.text and "139" not in caplog.text, "a log holds no names"


def test_the_end_waits_for_what_is_under_way_and_tells_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    did: list[str] = []
    done: list[str] = []
    gate = Gate()
    tasks.run(gate, done.append)
    tasks.run(lambda: did.append("written"), done.append)  # type: ignore[misc]
    assert gate.reached.wait(10)
    gate.open()
    tasks.close()
    assert did == ["written"], "what was asked before is done"
    qtbot.wait(1)
    assert (done, tasks.idle) == ([], True)


def test_long_work_that_had_not_begun_is_left_at_the_end(tasks: Tasks, qtbot: QtBot) -> None:
    did: list[str] = []
    gate = Gate()
    tasks.run_long(gate)
    tasks.run_long(lambda: did.append("second"))
    assert gate.reached.wait(10)
    gate.open()
    tasks.close()
    assert len(did) <= 1 and tasks.idle


def test_whoever_asks_after_the_end_is_not_heard(tasks: Tasks, qtbot: QtBot) -> None:
    did: list[str] = []
    tasks.close()
    tasks.run(lambda: did.append("late"))
    tasks.run_long(lambda: did.append("late"))
    assert (did, tasks.idle) == ([], True)


def test_an_answer_to_a_page_that_is_gone_goes_nowhere(tasks: Tasks, qtbot: QtBot) -> None:
    class Page(QObject):
        def take(self, value: object) -> None:
            raise AssertionError("it was closed")

    import shiboken6

    gate = Gate()
    page = Page()
    window: list[GatebookError] = []
    tasks.failed.connect(window.append)

    def refused() -> None:
        raise Refusal(RefusalCode.IN_USE)

    tasks.run(gate, page.take)
    tasks.run(refused, failed=page.take)
    assert gate.reached.wait(10)
    shiboken6.delete(page)
    gate.open()
    wait(qtbot, tasks)
    assert [error.code for error in window] == [RefusalCode.IN_USE], "a refusal is still said by the window"


def progress_of(work: Callable[[Progress], None], tasks: Tasks, qtbot: QtBot) -> list[tuple[int, int]]:
    progress = Progress()
    moves: list[tuple[int, int]] = []
    threads: set[QThread] = set()

    def moved(done: int, total: int) -> None:
        moves.append((done, total))
        threads.add(QThread.currentThread())

    progress.moved.connect(moved)
    tasks.run_long(lambda: work(progress))
    wait(qtbot, tasks)
    assert len(threads) <= 1
    return moves


def test_progress_is_told_once_a_hundredth(tasks: Tasks, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(10_001):
            progress.report(done, 10_000)

    moves = progress_of(work, tasks, qtbot)
    assert [done * 100 // total for done, total in moves] == list(range(101))


def test_progress_of_nothing_is_no_trouble(tasks: Tasks, qtbot: QtBot) -> None:
    assert progress_of(lambda progress: progress.report(0, 0), tasks, qtbot) == [(0, 0)]


def test_work_that_is_told_to_stop_stops_at_its_next_report(tasks: Tasks, qtbot: QtBot) -> None:
    progress = Progress()
    reached: list[int] = []
    heard: list[GatebookError] = []

    def work() -> None:
        for done in range(1000):
            progress.report(done, 1000)
            reached.append(done)
            if done == 3:
                progress.cancel()

    tasks.run_long(work, failed=heard.append)
    wait(qtbot, tasks)
    assert progress.cancelled and reached == [0, 1, 2, 3]
    assert [error.code for error in heard] == [RefusalCode.CANCELLED]
