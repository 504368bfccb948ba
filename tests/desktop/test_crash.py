"""A bug is written down without anything about anyone."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

import pytest

from desktop import crash
from desktop.crash import catch_bugs, describe, keep_memory_here, write_crash

NAME, NUMBER = "欧阳修远", "11010519491231002X"


class RowWrong(Exception):
    """An error whose text holds what it was about, as many do."""


def fail() -> None:
    name, number = NAME, NUMBER
    try:
        raise RowWrong(f"{name} {number}")
    except RowWrong as error:
        error.add_note(name)
        raise ValueError(f"cannot write {number}") from error


@pytest.fixture
def bug() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        fail()
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path / "log")
    return tmp_path / "log"


def test_it_says_what_and_where_and_nothing_of_whom(
    bug: tuple[type[BaseException], BaseException, TracebackType | None],
) -> None:
    text = describe(*bug)
    assert "builtins.ValueError" in text and "RowWrong" in text
    assert "test_crash.py" in text and "fail" in text and 'raise RowWrong(f"{name} {number}")' in text
    assert NAME not in text and NUMBER not in text
    assert str(Path(__file__).parent) not in text, "a path may hold a person's name too"


def test_an_error_that_is_its_own_cause_ends() -> None:
    error = ValueError()
    error.__cause__ = error
    assert "ValueError" in describe(ValueError, error, None)


def test_it_lies_beside_the_log_and_the_oldest_go(
    folder: Path, bug: tuple[type[BaseException], BaseException, TracebackType | None]
) -> None:
    written = [write_crash(*bug) for _ in range(23)]
    kept = sorted(folder.iterdir())
    assert kept == sorted(path for path in written[3:] if path is not None)
    assert NAME not in kept[0].read_text("utf-8")


def test_without_a_place_for_logs_it_lies_with_the_temporary_files_and_touches_none_of_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bug: tuple[type[BaseException], BaseException, TracebackType | None],
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path / "file" / "log")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(crash.tempfile, "gettempdir", lambda: str(temporary))
    others = [temporary / f"crash-{number}.txt" for number in range(30)]
    for other in others:
        other.write_text("another program's")
    path = write_crash(*bug)
    assert path is not None and path.parent == temporary
    assert all(other.exists() for other in others)


def test_where_nothing_can_be_written_nothing_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bug: tuple[type[BaseException], BaseException, TracebackType | None],
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path / "file" / "log")
    monkeypatch.setattr(crash.tempfile, "gettempdir", lambda: str(tmp_path / "file"))
    assert write_crash(*bug) is None
    assert write_crash(None, None, None) is None


def test_bugs_are_caught_on_every_thread_and_an_interruption_is_none(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    bug: tuple[type[BaseException], BaseException, TracebackType | None],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    default: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: default.append(kind))
    shown: list[Path | None] = []
    catch_bugs(shown.append)
    sys.excepthook(*bug)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [path is not None and path.exists() for path in shown] == [True, True]
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    ends = threading.Thread(target=sys.exit)
    ends.start()
    ends.join()
    assert len(shown) == 2 and default == [KeyboardInterrupt, SystemExit]


def test_a_broken_process_writes_no_memory_to_the_disk() -> None:
    keep_memory_here()
    if sys.platform != "win32":
        import resource

        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
