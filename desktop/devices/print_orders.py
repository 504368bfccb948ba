"""What is said to the process that prints (`desktop.cli.print_process`), and what it says back. Plain data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

PRINTS = "--print"
"""The one word on the command line that makes the program the process that prints."""


@dataclass(frozen=True)
class Page:
    """The form of the paper, in millimetres."""

    width_mm: float
    height_mm: float
    name: str

    @property
    def is_a4(self) -> bool:
        """Whether every printer has it."""
        return (self.width_mm, self.height_mm) == (A4.width_mm, A4.height_mm)


A4 = Page(210, 297, "A4")


@dataclass(frozen=True)
class Adjustment:
    """What a printer must be told so that a page comes out in its place and at its size: everything is drawn
    `scale_x` and `scale_y` times as large (1 is as it is) from the paper's upper left corner, and then `right_mm` and
    `down_mm` away from it."""

    right_mm: float = 0.0
    down_mm: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    @property
    def does_nothing(self) -> bool:
        """Whether the page goes out as it is."""
        return self == Adjustment()


@dataclass(frozen=True)
class Order:
    """Pages to be printed: a PDF, or with `cards` the cards themselves, which are drawn where they are printed.

    `printer` is the name that the system knows; `title` what its queue shows, never a person's name. `first` and
    `last` are pages from 1, both 0 for all. `on_a4` lays a smaller page into the middle of a sheet of A4. `grey` asks
    for black ink alone. `into` is the path of a PDF to be printed instead of paper; tests and the self-test use it.
    `dpi` is the resolution of that PDF's printer, 0 for its usual one."""

    printer: str
    title: str
    page: Page
    copies: int = 1
    first: int = 0
    last: int = 0
    on_a4: bool = False
    grey: bool = False
    adjustment: Adjustment = field(default_factory=Adjustment)
    into: str = ""
    dpi: int = 0
    cards: bool = False

    @property
    def paper(self) -> Page:
        """What the printer is fed with."""
        return A4 if self.on_a4 else self.page


@dataclass(frozen=True)
class Found:
    """A printer that the system knows. `usual`: the one that it takes where nobody chooses."""

    name: str
    usual: bool = False


def encode_order(order: Order | None) -> bytes:
    """The line that goes before the PDF; None asks for the list of printers."""
    return json.dumps(asdict(order) if order is not None else None).encode("ascii") + b"\n"


def decode_order(line: bytes) -> Order | None:
    """The order of a line. Raises `ValueError` or `TypeError` for what is none."""
    said = json.loads(line)
    if said is None:
        return None
    return Order(
        **{**said, "page": Page(**said["page"]), "adjustment": Adjustment(**said["adjustment"])},
    )


def encode_answer(**said: Any) -> str:
    """One line of the process that prints: `printers`; `drawn` of `cards`; `done` and `total` pages; `printed` pages;
    or `error`, a code, with what belongs to it as `params`."""
    return json.dumps(said) + "\n"


def decode_answer(line: bytes) -> dict[str, Any]:
    """What such a line says; nothing for a line that something else in the process wrote."""
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
