"""What this machine knows of its printers: which one was chosen last for a paper, and how each is adjusted.

A small file beside the preferences: printers belong to a machine and not to a register, and their names are nobody's
secret."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from desktop.devices.print_orders import Adjustment
from desktop.places import preferences_file

MOST_MM = 20.0
"""A page that lies further off than this is not adjusted but laid wrongly into the printer."""
LEAST_SCALE, MOST_SCALE = 0.9, 1.1


@dataclass(frozen=True)
class PrinterMemory:
    """`last`: the printer chosen last, by the name of its paper; `adjusted`: by printer and name of the paper."""

    last: dict[str, str] = field(default_factory=dict)
    adjusted: dict[tuple[str, str], Adjustment] = field(default_factory=dict)

    def adjustment(self, printer: str, paper: str) -> Adjustment:
        """How pages for this printer and paper are to be drawn."""
        return self.adjusted.get((printer, paper), Adjustment())

    def choosing(self, printer: str, paper: str) -> PrinterMemory:
        """The same with this printer as the last one for the paper."""
        return replace(self, last={**self.last, paper: printer})

    def adjusting(self, printer: str, paper: str, adjustment: Adjustment) -> PrinterMemory:
        """The same with another adjustment."""
        kept = {key: value for key, value in self.adjusted.items() if key != (printer, paper)}
        if not adjustment.does_nothing:
            kept[(printer, paper)] = adjustment
        return replace(self, adjusted=kept)


def sensible(adjustment: Adjustment) -> bool:
    """Whether a printer can be as far off as this."""
    near = abs(adjustment.right_mm) <= MOST_MM and abs(adjustment.down_mm) <= MOST_MM
    return near and all(LEAST_SCALE <= one <= MOST_SCALE for one in (adjustment.scale_x, adjustment.scale_y))


def memory_file() -> Path:
    """Where it is kept."""
    return preferences_file().with_name("printers.json")


def load_printers(path: Path | None = None) -> PrinterMemory:
    """What is known; a file that is missing or damaged counts as none, and so does an adjustment beyond sense."""
    try:
        stored = json.loads((path or memory_file()).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return PrinterMemory()
    if not isinstance(stored, dict):
        return PrinterMemory()
    last = stored.get("last")
    last = {k: v for k, v in last.items() if isinstance(v, str)} if isinstance(last, dict) else {}
    adjusted = {}
    rows = stored.get("adjusted")
    for row in rows if isinstance(rows, list) else []:
        one = _adjustment(row)
        if one is not None and sensible(one):
            adjusted[(str(row["printer"]), str(row["paper"]))] = one
    return PrinterMemory(last, adjusted)


def save_printers(memory: PrinterMemory, path: Path | None = None) -> None:
    """Keeps it. A machine that keeps nothing is no reason to stop."""
    target = path or memory_file()
    rows = [
        {"printer": printer, "paper": paper, **asdict(one)}
        for (printer, paper), one in sorted(memory.adjusted.items())
    ]
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.write_text(json.dumps({"last": memory.last, "adjusted": rows}, indent=1), "ascii")
        os.replace(part, target)


def _adjustment(row: Any) -> Adjustment | None:
    if not isinstance(row, dict) or "printer" not in row or "paper" not in row:
        return None
    values = {one.name: row.get(one.name) for one in fields(Adjustment)}
    if not all(isinstance(value, int | float) for value in values.values()):
        return None
    return Adjustment(**{name: float(value) for name, value in values.items()})  # type: ignore[arg-type]
