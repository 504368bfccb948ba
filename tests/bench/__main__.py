"""`python -m tests.bench [--json] [--quick | --full] [NAME…]`: measures, each row beside its rival in the same run.

A NAME is a row or a topic (a module of this folder). Each topic runs in a process of its own, so that none finds
imports, memory or threads of another.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.measuring import FULL, QUICK, SHARE, SIZE_VARIABLE, Row

ROOT = Path(__file__).resolve().parents[2]

TOPICS = {
    "cards": ("cards_vs_image", "cards_vs_widget"),
    "scan": ("scan_p50", "scan_p99"),
    "imports": ("import",),
    "merge": tuple(
        f"{name}_{database}" for database in ("file", "server") for name in ("merge_1", "merge_3", "merge_10")
    ),
    "city": tuple(
        f"{name}_{database}"
        for database in ("file", "server")
        for name in ("board", "path", "contacts", "findings", "people")
    ),
    "search": ("search_p99_ms",),
    "day_folder": ("day_folder",),
    "start": ("start", "memory_mb"),
    "holding": ("gui_hold_ms",),
    "intake": ("intake_hold_ms",),
    "camera": (
        *(f"camera_{kind}_{scale}" for kind in ("home", "district") for scale in (25, 30, 40)),
        *(f"camera_{story}" for story in ("dim", "creased", "phone", "shaken")),
        "camera_frame_ms",
    ),
}
"""Each topic's module, and the rows that it gives."""


def main(arguments: list[str] | None = None) -> int:
    """Gives 0 when everything that was asked for was measured, goals met or not; 1 when a topic broke."""
    given = _parse(sys.argv[1:] if arguments is None else arguments)
    if given.here:
        print(json.dumps(_measure(given.here)))
        return 0
    unknown = [name for name in given.names if name not in TOPICS and name not in _names()]
    if unknown:
        print(f"no such row or topic: {', '.join(unknown)}; there are {', '.join(_names())}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    broken = False
    for topic, names in TOPICS.items():
        wanted = [name for name in names if not given.names or {name, topic} & set(given.names)]
        if not wanted:
            continue
        if not given.json:
            print(f"{topic} …", file=sys.stderr, flush=True)
        measured = _in_own_process(topic, QUICK if given.quick else FULL if given.full else "")
        broken = broken or measured is None
        rows += [row for row in measured or [] if row["name"] in wanted]
    print(json.dumps({"rows": rows}) if given.json else _table(rows))
    return int(broken)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="tiny sizes: whether it runs, not how fast")
    size.add_argument(
        "--full", action="store_true", help="the city's rows at its whole size: hours, 40 GB of disk"
    )
    parser.add_argument("--here", choices=TOPICS, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _names() -> list[str]:
    return [name for names in TOPICS.values() for name in names]


def _measure(topic: str) -> list[Row]:
    """The rows of a topic. A module's `ROWS` are functions that each give a row or several."""
    rows: list[Row] = []
    for measure in import_module(f"tests.bench.{topic}").ROWS:
        made = measure()
        rows += made if isinstance(made, list) else [made]
    return rows


def _in_own_process(topic: str, size: str) -> list[Row] | None:
    """The rows of a topic, or None where it broke; what it said then is on standard error."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", SIZE_VARIABLE: size}
    command = [sys.executable, "-m", "tests.bench", "--here", topic]
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        return None
    rows: list[Row] = json.loads(done.stdout.splitlines()[-1])
    return rows


def _table(rows: list[Row]) -> str:
    head = ("row", "ours", "rival", "unit", "ratio", "goal", "met")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 3) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    sign = "≥" if row["better"] == "higher" else "≤"
    limit = row["ratio"] is None and row["unit"] != SHARE
    goal = f"< {row['goal']:g}" if limit else f"{sign} {row['goal']:g}{'' if row['unit'] == SHARE else 'x'}"
    return (
        row["name"],
        f"{row['ours']:.4g}",
        "" if row["rival"] is None else f"{row['rival']:.4g}",
        row["unit"],
        "" if row["ratio"] is None else f"{row['ratio']:.2f}x",
        goal,
        "yes" if row["met"] else "NO",
    )


if __name__ == "__main__":
    sys.exit(main())
