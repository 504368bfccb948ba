"""What holds for every test: no screen, no home folder, nothing left running, one Qt application."""

from __future__ import annotations

import gc
import os
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer

# Before the first Qt application: no screen is needed, and none is used where there is one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

SECONDS_TO_END = 5.0

# Machines differ in speed, so time decides nothing; a shared fixture is meant to be shared between examples.
settings.register_profile(
    "gatebook",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("gatebook")


@pytest.fixture(scope="session", autouse=True)
def _own_home() -> Iterator[Path]:
    """Folders of the person who runs the tests are neither read nor written."""
    with tempfile.TemporaryDirectory(prefix="gatebook-home-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        names = (
            "HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "LOCALAPPDATA",
        )
        with pytest.MonkeyPatch.context() as patch:
            for name in names:
                patch.setenv(name, str(home))
            for name in ("GATEBOOK_PASSPHRASE", "GATEBOOK_REGISTER"):
                patch.delenv(name, raising=False)
            yield home


@pytest.fixture(autouse=True)
def _nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a thread or a timer running: it would work on in the tests that follow."""
    threads_before = set(threading.enumerate())
    qt_threads = _starts_of(QThread, monkeypatch)
    timers = _starts_of(QTimer, monkeypatch)
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert QThreadPool.globalInstance().waitForDone(int(SECONDS_TO_END * 1000)), (
            "the thread pool still works"
        )
    left = [
        *(thread for thread in set(threading.enumerate()) - threads_before if not _ends(thread)),
        *(thread for thread in _alive(qt_threads) if thread.isRunning()),
    ]
    if any(timer.isActive() for timer in _alive(timers)):
        gc.collect()  # a window held only by a cycle of references is not left by the test
        left += [timer for timer in _alive(timers) if timer.isActive()]
    assert not left, f"left running: {[_description(item) for item in left]}"


def _starts_of(kind: type[Any], monkeypatch: pytest.MonkeyPatch) -> weakref.WeakSet[Any]:
    """Collects every object of a Qt class that is started from Python during the test."""
    started: weakref.WeakSet[Any] = weakref.WeakSet()
    original = kind.start

    def start(self: Any, *arguments: Any, **options: Any) -> None:
        started.add(self)
        original(self, *arguments, **options)

    monkeypatch.setattr(kind, "start", start)
    return started


def _alive(started: weakref.WeakSet[Any]) -> list[Any]:
    return [item for item in started if shiboken6.isValid(item)]


def _ends(thread: threading.Thread) -> bool:
    end = time.monotonic() + SECONDS_TO_END
    thread.join(max(0.0, end - time.monotonic()))
    return not thread.is_alive()


def _description(item: Any) -> str:
    if isinstance(item, QTimer):
        return f"timer of {item.interval()} ms, parent {item.parent()!r}"
    return repr(item)
