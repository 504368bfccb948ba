"""Registers to measure on, made by the program's own sample, in the encrypted file that it really uses."""

from __future__ import annotations

import hashlib
import inspect
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import platformdirs
from sqlalchemy.schema import CreateIndex, CreateTable

from db import models, planner
from db.register import Register, create_register, open_register
from desktop.operations import sample

OPERATOR = "李秀兰"
PASSPHRASE = "a bench at the gate"
GATE = 312
PER_DAY = 2_000
"""Crossings of a busy gate in a day."""


@contextmanager
def new_folder() -> Iterator[Path]:
    """A folder that goes away with what is in it."""
    with tempfile.TemporaryDirectory(prefix="gatebook-bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def new_register(folder: Path, gate: int = GATE) -> Register:
    """An empty register in `folder`, open as its lead."""
    path = folder / f"{gate}.gatebook"
    create_register(path, gate, "1 号门·东门", OPERATOR, PASSPHRASE, "泉韵佳苑")
    return open_register(path, OPERATOR, PASSPHRASE)


def register_of_lines(lines: int) -> Path:
    """A closed register of about this many lines: a fiftieth are passes, the rest whole days up to yesterday.

    It is kept in the user's cache, since a million lines take minutes to make. Whoever opens it may add a little;
    whoever changes more must copy it."""
    passes = lines // 50
    days = max(1, (lines - passes) // PER_DAY)
    return _kept(passes, days, min(PER_DAY, lines))


def register_of_passes(passes: int) -> Path:
    """A closed register of this many passes and one small day, kept like the other."""
    return _kept(passes, 1, 200)


def _kept(passes: int, days: int, per_day: int) -> Path:
    what = f"{passes}-passes-{days}-days-of-{per_day}"
    cache = platformdirs.user_cache_path("gatebook-bench")
    folder = cache / f"{what}-{_version()}"
    path = folder / f"{GATE}.gatebook"
    if not path.exists():
        for old in cache.glob(f"{what}-*"):
            shutil.rmtree(old, ignore_errors=True)
        part = folder.with_name(folder.name + ".part")
        part.mkdir(parents=True)
        with new_register(part) as register:
            yesterday = date.today() - timedelta(days=1)
            sample.fill_sample(register, passes, days, per_day, end=yesterday)
        part.rename(folder)
    return path


def _version() -> str:
    """Changes with what the kept registers are made by."""
    tables = [str(CreateTable(table)) for table in models.metadata.sorted_tables]
    indexes = [str(CreateIndex(index)) for table in models.metadata.sorted_tables for index in table.indexes]
    made_by = "".join([*tables, *sorted(indexes), inspect.getsource(sample), inspect.getsource(planner)])
    return hashlib.sha256(made_by.encode()).hexdigest()[:12]
