"""Bugs: a plain page for the person, and a log without personal data for whoever mends it."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from db.version import APP
from desktop.places import log_folder

_PREFIX = "gatebook-crash-"
"""Told apart from other programs' files in the folder for temporary ones."""
_KEPT = 20
_WER_NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP of the Windows API."""


def keep_memory_here() -> None:
    """What stands in memory is not written to a disk when the process breaks: no core on Linux and macOS, no heap in
    what Windows reports."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.WerSetFlags(_WER_NO_HEAP)
        else:
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The error's type and where it came from: file names, line numbers and the program's own source lines. Neither
    values nor messages, for those may hold names and numbers of people."""
    told = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.extract_tb(link.__traceback__ if link is not error else trace)
        told.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in frames:
            told.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}: {frame.line}")
        link = link.__cause__ or link.__context__
    return "\n".join([APP, f"Python {sys.version.split()[0]} on {sys.platform}", *told, ""])


def write_crash(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> Path | None:
    """Writes the description beside the program's log and gives its place; None where nothing could be written."""
    if kind is None or error is None:
        return None
    text = describe(kind, error, trace)
    name = f"{_PREFIX}{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    for folder in (log_folder(), Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(text, "utf-8")
            for old in sorted(folder.glob(f"{_PREFIX}*.txt"))[:-_KEPT]:
                old.unlink(missing_ok=True)
            return path
    return None


def catch_bugs(show: Callable[[Path | None], None]) -> None:
    """From now on every bug, on any thread, is written down and `show` is told where. `show` must be safe to call
    from any thread."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        show(write_crash(kind, error, trace))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
