"""What all measurements share: their size, taking turns with a rival, and the form of a row."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

SIZE_VARIABLE = "GATEBOOK_BENCH_SIZE"
QUICK, FULL = "quick", "full"
"""Set to `quick`, everything runs at a size that shows that it runs, and says nothing of speed. Set to `full`, the rows
of a city are measured at its whole size, which takes hours and 40 GB of disk."""

Row = dict[str, Any]
SHARE = "of 100"
"""The unit of a share, whose goal is a share too and not a ratio."""


def sized(usual: int, quick: int, full: int | None = None) -> int:
    """How much of something is measured: `quick` where only the bench itself is tried, `full` where the whole city is
    wanted, if it is given."""
    size = os.environ.get(SIZE_VARIABLE)
    if size == FULL and full is not None:
        return full
    return quick if size == QUICK else usual


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, in seconds of the wall."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(
    ours: Callable[[], float], rival: Callable[[], float], rounds: int
) -> tuple[list[float], list[float]]:
    """Both measured `rounds` times, ours, rival, ours, rival: what else the machine does hits both alike."""
    pairs = [(ours(), rival()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def percentile(values: Sequence[float], hundredths: int) -> float:
    """The value that `hundredths` of a hundred do not exceed, by linear interpolation."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[hundredths - 1]


def at_most(name: str, ours: float, rival: float, goal: float, unit: str) -> Row:
    """A row where less is better: ours may be `goal` times the rival's."""
    ratio = ours / rival
    return _row(name, unit, ours, rival, ratio, goal, "lower", ratio <= goal)


def at_least(name: str, ours: float, rival: float, goal: float, unit: str) -> Row:
    """A row where more is better, as work done in a second: ours must be `goal` times the rival's."""
    ratio = ours / rival
    return _row(name, unit, ours, rival, ratio, goal, "higher", ratio >= goal)


def below(name: str, ours: float, limit: float, unit: str, beside: float | None = None) -> Row:
    """A row with a limit of its own. `beside` is no rival, but what the machine alone comes to."""
    return _row(name, unit, ours, beside, None, limit, "lower", ours < limit)


def share(name: str, ours: float, rival: float, goal: float) -> Row:
    """A row of shares of 100, more being better; the goal is ours alone, the rival shows what it is worth."""
    ratio = ours / rival if rival else None
    return _row(name, SHARE, ours, rival, ratio, goal, "higher", ours >= goal)


def _row(
    name: str,
    unit: str,
    ours: float,
    rival: float | None,
    ratio: float | None,
    goal: float,
    better: str,
    met: bool,
) -> Row:
    return {
        "name": name,
        "unit": unit,
        "ours": round(ours, 4),
        "rival": None if rival is None else round(rival, 4),
        "ratio": None if ratio is None else round(ratio, 2),
        "goal": goal,
        "better": better,
        "met": met,
    }
