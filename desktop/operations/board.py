"""The coverage board of a command post: looked at, printed, saved as a spreadsheet."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from db.books.board import Board, board
from db.files import write_whole
from db.register import Register
from desktop.paper.board_sheet import BoardSheet, board_pdf
from desktop.paper.board_table import write_board


def look_at_board(register: Register, first: date, last: date) -> Board:
    """The board from one day to another, both on it, as of now."""
    with register.reading() as connection:
        return board(connection, register.gate.gate, register.clock.now(), first, last)


def print_board(register: Register, shown: Board, day: date, area: str, language: str) -> bytes:
    """The board for the morning's meeting, as PDF: `day` and what is missing of it, then the days up to it. `area` is
    the one that `shown` was narrowed to, or empty. Raises `Fault` (`MISSING_FONT`)."""
    out = io.BytesIO()
    gate = register.gate
    sheet = BoardSheet(gate.name, shown, day, register.clock.now(), area, language, gate.practice)
    board_pdf(sheet, out)
    return out.getvalue()


def save_board(register: Register, shown: Board, day: date, area: str, path: Path, language: str) -> Path:
    """Saves the board, as PDF where the name ends so, else as a spreadsheet with a sheet of states and one of each
    day's counts by gate. Raises `Fault`."""
    if path.suffix.lower() == ".pdf":
        data = print_board(register, shown, day, area, language)
    else:
        out = io.BytesIO()
        write_board(shown, out, language)
        data = out.getvalue()
    write_whole(path, data)
    return path
