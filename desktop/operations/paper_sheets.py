"""Sheets to write on while there is no power, numbered on from the day's book."""

from __future__ import annotations

import io
from dataclasses import dataclass

from db.books.entries import next_number
from db.register import Register
from db.settings import read_settings

PAGES = 4
"""Close to a hundred lines: a night, or the rush of one morning."""


@dataclass(frozen=True)
class PaperSheets:
    """The sheets as PDF, and the numbers on them."""

    pdf: bytes
    first: int
    last: int
    pages: int


def paper_sheets(register: Register, language: str, pages: int = PAGES) -> PaperSheets:
    """The sheets for today. They hold nobody's name, so anyone on duty prints them. Raises `Fault` (`MISSING_FONT`)."""
    # Loaded when a sheet is wanted: the gate's window waits for nothing that only paper needs.
    from desktop.paper.power_cut_sheet import LINES_ON_PAGE, PowerCutSheet, power_cut_pdf

    gate, clock = register.gate, register.clock
    with register.reading() as connection:
        first = next_number(connection, gate.gate, clock.today().isoformat())
        fever = read_settings(connection).fever_tenths
    out = io.BytesIO()
    sheet = PowerCutSheet(
        gate.gate, gate.name, gate.compound, clock.today(), first, pages, clock.now(), fever, gate.practice
    )
    power_cut_pdf(sheet, out, language)
    return PaperSheets(out.getvalue(), first, first + pages * LINES_ON_PAGE - 1, pages)


def next_paper_number(register: Register, day: str) -> int:
    """The number that the next line of a day gets: the first one on paper that the laptop has not used."""
    with register.reading() as connection:
        return next_number(connection, register.gate.gate, day)
