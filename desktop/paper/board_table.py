"""The coverage board as a spreadsheet: what came of each gate's day, and what each day came to."""

from __future__ import annotations

from datetime import date
from typing import IO, Any

from db.books.board import Board, DayCounts, DayState
from db.books.days import ENTRY_BOOKS
from desktop.paper.board_words import cell_word, place_word
from desktop.paper.spreadsheets import DAY, HEAD, TEXT, new_workbook
from desktop.paper.words import Words, book_word, words

_NOT_IN = (DayState.MISSING, DayState.PARTIAL, DayState.GAP)


def write_board(board: Board, out: IO[bytes], language: str) -> None:
    """Writes the workbook: gates by days in words, then the counts of every gate's day."""
    own = words(language)
    book = new_workbook(out)
    formats = {
        "head": book.add_format(HEAD),
        "text": book.add_format(TEXT),
        "strong": book.add_format({**TEXT, "bold": True}),
        "day": book.add_format(DAY),
        "day_head": book.add_format({**HEAD, "num_format": "m-d"}),
        "number": book.add_format({"num_format": "0"}),
    }
    _write_states(book.add_worksheet(own.translate("Board", "Board")), own, board, formats)
    _write_counts(book.add_worksheet(own.translate("Board", "Counts")), own, board, formats)
    book.close()


def _write_states(sheet: Any, own: Words, board: Board, formats: dict[str, Any]) -> None:
    titles = _gate_titles(own)
    for column, (title, width) in enumerate(titles):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, formats["head"])
    first = len(titles)
    sheet.set_column(first, first + len(board.days), 9)
    for column, day in enumerate(board.days, start=first):
        sheet.write_datetime(0, column, date.fromisoformat(day), formats["day_head"])
    sheet.freeze_panes(1, first)
    for line, row in enumerate(board.rows, start=1):
        _write_gate(sheet, line, row, formats)
        for column, cell in enumerate(row.cells, start=first):
            face = formats["strong" if cell.state in _NOT_IN else "text"]
            sheet.write_string(line, column, cell_word(own, cell), face)


def _write_counts(sheet: Any, own: Words, board: Board, formats: dict[str, Any]) -> None:
    titles = [(own.translate("Board", "Day"), 12), *_gate_titles(own), (own.translate("Board", "State"), 14)]
    titles += [
        (own.translate("Board", "Lines"), 9),
        (own.translate("Board", "Voided"), 9),
        (own.translate("Board", "Turned away"), 9),
        (own.translate("Board", "Fevers"), 9),
        (own.translate("Board", "Cards refused"), 9),
        (own.translate("Board", "Incidents"), 9),
    ]
    for name in ENTRY_BOOKS:
        word = book_word(own, name)
        titles += [
            (own.translate("Board", "{book} in").format(book=word), 10),
            (own.translate("Board", "{book} out").format(book=word), 10),
        ]
    for column, (title, width) in enumerate(titles):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, formats["head"])
    sheet.freeze_panes(1, 0)
    line = 0
    for at, day in enumerate(board.days):
        for row in board.rows:
            cell = row.cells[at]
            if cell.state is DayState.NOT_KEPT and not cell.counts.entries:
                continue
            line += 1
            sheet.write_datetime(line, 0, date.fromisoformat(day), formats["day"])
            _write_gate(sheet, line, row, formats, 1)
            sheet.write_string(line, 5, cell_word(own, cell), formats["text"])
            for column, value in enumerate(_values(cell.counts), start=6):
                sheet.write_number(line, column, value, formats["number"])
    sheet.autofilter(0, 0, max(line, 1), len(titles) - 1)


def _values(counts: DayCounts) -> list[int]:
    values = [
        counts.entries, counts.voided, counts.turned_away, counts.fevers, counts.refused, counts.incidents
    ]  # fmt: skip
    for name in ENTRY_BOOKS:
        tally = counts.books[name]
        values += [tally.ins, tally.outs]
    return values


def _gate_titles(own: Words) -> list[tuple[str, int]]:
    return [
        (own.translate("Board", "Area"), 14),
        (own.translate("Board", "Gate"), 8),
        (own.translate("Board", "Compound and name"), 28),
        (own.translate("Board", "Last line"), 18),
    ]


def _write_gate(sheet: Any, line: int, row: Any, formats: dict[str, Any], column: int = 0) -> None:
    last = row.last_at[:16].replace("T", " ") if row.last_at else ""
    for offset, value in enumerate((row.area, f"{row.gate:04d}", place_word(row), last)):
        sheet.write_string(line, column + offset, value, formats["text"])
