"""The coverage board for the morning's meeting, as PDF: a day in numbers, whom to ask for what, and the days before.

In black and white, so a mark is told by its shape: a block is missing, half of one a part, two are a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import IO

from db.books.board import Board, BoardRow, Cell, DayState
from db.books.days import ENTRY_BOOKS
from db.books.pass_id import Book
from desktop.paper.board_words import asked_of, place_word, state_word
from desktop.paper.fitting import elide
from desktop.paper.marks import draw_tile
from desktop.paper.pen import BLACK, INK, QUIET, RULE, TEXT, WHITE, Pen, new_canvas
from desktop.paper.words import Words, book_sign, book_word, words

WIDTH, HEIGHT = 210.0, 297.0
DAYS = 14
_LEFT, _RIGHT = 12.0, 198.0
_ROW = 5.0
_BOTTOM = HEIGHT - 16
_GATE = 64.0
_DAY = (_RIGHT - _LEFT - _GATE) / DAYS
_NOT_IN = (DayState.MISSING, DayState.PARTIAL, DayState.GAP)


@dataclass(frozen=True)
class BoardSheet:
    """What is printed. `day` is the meeting's, `area` the one that the board was narrowed to, or empty; `made_at` is
    the moment as of which the board stands."""

    post: str
    board: Board
    day: date
    made_at: datetime
    area: str
    language: str
    practice: bool = False


def board_pdf(sheet: BoardSheet, out: IO[bytes]) -> int:
    """Writes the pages to `out` and returns their number. Raises `Fault` (`MISSING_FONT`)."""
    own = words(sheet.language)
    pages = [[], *_board_pages(sheet)]
    title = f"{own.translate('Board', 'Coverage board')} {sheet.day.isoformat()}"
    canvas = new_canvas(out, title, (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT, colour=False)
    asked = list(_to_ask(sheet))
    first = _asked_on_first(asked)
    more = [asked[start : start + _ON_PAGE] for start in range(first, len(asked), _ON_PAGE)]
    total = len(pages) + len(more)
    _draw_first(pen, own, sheet, asked[:first])
    _draw_foot(pen, own, sheet, 1, total)
    canvas.showPage()
    for number, some in enumerate(more, start=2):
        _draw_head(pen, own, sheet)
        _draw_asked(pen, own, some, 30)
        _draw_foot(pen, own, sheet, number, total)
        canvas.showPage()
    for number, rows in enumerate(pages[1:], start=2 + len(more)):
        _draw_head(pen, own, sheet)
        _draw_board(pen, own, sheet, rows)
        _draw_foot(pen, own, sheet, number, total)
        canvas.showPage()
    canvas.save()
    return total


# The first page: a day in numbers, and whom to ask

_TOP_OF_ASKED = 116.0
_ON_PAGE = int((_BOTTOM - 38) / _ROW)


def _asked_on_first(asked: Sequence[tuple[BoardRow, Cell]]) -> int:
    return min(len(asked), int((_BOTTOM - _TOP_OF_ASKED - 8) / _ROW))


def _to_ask(sheet: BoardSheet) -> Iterator[tuple[BoardRow, Cell]]:
    at = _place(sheet)
    for row in sheet.board.rows:
        if at is not None and row.cells[at].state in _NOT_IN:
            yield row, row.cells[at]


def _place(sheet: BoardSheet) -> int | None:
    day = sheet.day.isoformat()
    return sheet.board.days.index(day) if day in sheet.board.days else None


def _draw_first(pen: Pen, own: Words, sheet: BoardSheet, asked: Sequence[tuple[BoardRow, Cell]]) -> None:
    pen.text(_LEFT, 17, own.translate("Board", "Coverage board"), 8.4, True)
    pen.text(_RIGHT, 17, sheet.day.isoformat(), 7, True, INK, "right")
    made = own.translate("Board", "as of {when}").format(when=f"{sheet.made_at:%Y-%m-%d %H:%M}")
    pen.fitted(_LEFT, 26, " · ".join(filter(None, (sheet.post, sheet.area))), 4.4, 110, False, TEXT)
    pen.text(_RIGHT, 26, made, 3.8, False, TEXT, "right")
    pen.rule(_LEFT, 31, _RIGHT - _LEFT, 0.6, INK)
    at = _place(sheet)
    cells = [row.cells[at] for row in sheet.board.rows] if at is not None else []
    _draw_states(pen, own, cells)
    _draw_books(pen, own, sheet)
    pen.text(_LEFT, _TOP_OF_ASKED - 6, own.translate("Board", "To be asked for"), 4.6, True)
    if asked:
        _draw_asked(pen, own, asked, _TOP_OF_ASKED)
    else:
        pen.text(
            _LEFT,
            _TOP_OF_ASKED + 3,
            own.translate("Board", "Nothing is missing of this day."),
            4,
            False,
            TEXT,
        )


def _draw_states(pen: Pen, own: Words, cells: Sequence[Cell]) -> None:
    states = [cell.state for cell in cells]
    kept = sum(state is not DayState.NOT_KEPT for state in states)
    lines: list[tuple[DayState, bool, bool, str, int]] = [
        (state, False, False, state_word(own, state), states.count(state))
        for state in (DayState.MISSING, DayState.PARTIAL, DayState.GAP, DayState.PENDING)
    ]
    zero, late = sum(cell.zero for cell in cells), sum(cell.late for cell in cells)
    lines.insert(0, (DayState.RECEIVED, False, True, own.translate("Board", "of them late"), late))
    lines.insert(0, (DayState.RECEIVED, True, False, own.translate("Board", "of them zero report"), zero))
    here = states.count(DayState.RECEIVED)
    pen.text(_LEFT, 40, own.translate("Board", "Gates that are all in"), 4.2, True)
    pen.text(_LEFT + 84, 40, f"{here} / {kept}", 6.4, True, INK, "right")
    y = 50.0
    for state, is_zero, is_late, words_, count in lines:
        _draw_mark(pen, own, _LEFT + 3, y, state, is_zero, is_late)
        pen.text(_LEFT + 8, y, words_, 3.8, False, TEXT)
        pen.text(_LEFT + 84, y, str(count), 4.4, count > 0 and state in _NOT_IN, INK, "right")
        pen.rule(_LEFT, y + 3.6, 84, 0.12, RULE)
        y += 7.2


def _draw_books(pen: Pen, own: Words, sheet: BoardSheet) -> None:
    left = 108.0
    counts = sheet.board.on(sheet.day.isoformat())
    inside = sheet.board.inside
    rights = (_RIGHT - 44, _RIGHT - 23, _RIGHT)
    titles = (
        own.translate("Board", "In"),
        own.translate("Board", "Out"),
        own.translate("Board", "Inside now"),
    )
    for title, right in zip(titles, rights, strict=True):
        pen.fitted(right, 40, title, 3.4, 20, True, QUIET, "right")
    y = 47.0
    for name in ENTRY_BOOKS:
        book = Book(name) if name in set(Book) else None
        if book is not None:
            draw_tile(pen, book, book_sign(own, book), left, y, 4.4)
        pen.text(left + 7, y, book_word(own, name), 3.8, True)
        tally = counts.books[name]
        values = (str(tally.ins), str(tally.outs), str(inside[book]) if book else "–")
        for value, right in zip(values, rights, strict=True):
            pen.text(right, y, value, 4.2, False, INK, "right")
        pen.rule(left, y + 3.4, _RIGHT - left, 0.12, RULE)
        y += 6.8
    crossed = counts.crossed
    pen.text(left, y, own.translate("Board", "Total"), 4, True)
    for total, right in zip((crossed.ins, crossed.outs, sum(inside.values())), rights, strict=True):
        pen.text(right, y, str(total), 4.4, True, INK, "right")
    told = own.translate(
        "Board", "Fevers {fevers} · cards refused {refused} · turned away {away} · incidents {incidents}"
    ).format(
        fevers=counts.fevers, refused=counts.refused, away=counts.turned_away, incidents=counts.incidents
    )
    pen.fitted(left, y + 9, told, 3.8, _RIGHT - left, True, INK)


def _draw_asked(pen: Pen, own: Words, asked: Sequence[tuple[BoardRow, Cell]], top: float) -> None:
    titles = (
        own.translate("Board", "Area"),
        own.translate("Board", "Gate"),
        own.translate("Board", "State"),
        own.translate("Board", "To be asked for"),
        own.translate("Board", "Last line"),
    )
    edges, rooms = (_LEFT + 1, _LEFT + 27, _LEFT + 95, _LEFT + 114, _LEFT + 156), (24, 66, 17, 40, 30)
    pen.box(_LEFT, top, _RIGHT - _LEFT, 6, fill="#E4E8EE")
    for title, x, room in zip(titles, edges, rooms, strict=True):
        pen.fitted(x, top + 3, title, 3.2, room, True, INK)
    y = top + 6 + _ROW / 2
    for row, cell in asked:
        last = row.last_at[:16].replace("T", " ") if row.last_at else "–"
        told = (
            row.area, f"{row.gate:04d} {place_word(row)}", state_word(own, cell.state), asked_of(own, row, cell), last
        )  # fmt: skip
        for value, x, room in zip(told, edges, rooms, strict=True):
            pen.text(x, y, elide(value, room / 3.2), 3.2)
        pen.rule(_LEFT, y + _ROW / 2, _RIGHT - _LEFT, 0.08, RULE)
        y += _ROW


# The pages with the days before

Line = BoardRow | str
"""A gate, or the name of the area that begins."""


def _board_pages(sheet: BoardSheet) -> list[list[Line]]:
    lines: list[Line] = []
    for area, rows in groupby(sheet.board.rows, key=lambda row: row.area):
        if area:
            lines.append(area)
        lines += rows
    on_page = int((_BOTTOM - 34) / _ROW)
    return [lines[start : start + on_page] for start in range(0, len(lines), on_page)]


def _draw_board(pen: Pen, own: Words, sheet: BoardSheet, lines: Sequence[Line]) -> None:
    last = _place(sheet)
    days = sheet.board.days[: last + 1][-DAYS:] if last is not None else sheet.board.days[-DAYS:]
    start = sheet.board.days.index(days[0])
    pen.box(_LEFT, 26, _RIGHT - _LEFT, 7, fill="#E4E8EE")
    pen.text(_LEFT + 1, 29.5, own.translate("Board", "Gate"), 3.4, True)
    for place, day in enumerate(days):
        pen.text(
            _LEFT + _GATE + (place + 0.5) * _DAY,
            29.5,
            f"{int(day[5:7])}-{int(day[8:])}",
            3,
            True,
            INK,
            "centre",
        )
    y = 33 + _ROW / 2
    for line in lines:
        if isinstance(line, str):
            pen.box(_LEFT, y - _ROW / 2, _RIGHT - _LEFT, _ROW, fill="#F0F2F5")
            pen.text(_LEFT + 1, y, line, 3.4, True)
        else:
            pen.text(_LEFT + 1, y, f"{line.gate:04d}", 3.1, False, QUIET)
            pen.text(_LEFT + 10, y, elide(place_word(line), (_GATE - 11) / 3.1), 3.1)
            for place, cell in enumerate(line.cells[start : start + len(days)]):
                x = _LEFT + _GATE + (place + 0.5) * _DAY
                _draw_mark(pen, own, x, y, cell.state, cell.zero, cell.late)
        pen.rule(_LEFT, y + _ROW / 2, _RIGHT - _LEFT, 0.08, RULE)
        y += _ROW


def _draw_mark(
    pen: Pen, own: Words, x: float, y: float, state: DayState, zero: bool = False, late: bool = False
) -> None:
    side = 3.4
    left, top = x - side / 2, y - side / 2
    if state is DayState.RECEIVED:
        word = own.translate("Board", "L", "late, one letter") if late else "0" if zero else "·"
        if late or zero:
            pen.text(x, y, word, 3.2, False, INK, "centre")
        else:
            pen.polygon(
                [
                    (x - 1.5, y + 0.1), (x - 1.1, y - 0.3), (x - 0.4, y + 0.5), (x + 1.3, y - 1.4), (x + 1.6, y - 1.0),
                    (x - 0.4, y + 1.2),
                ],
                INK,
            )  # fmt: skip
    elif state is DayState.MISSING:
        pen.box(left, top, side, side, 0.5, fill=BLACK)
    elif state is DayState.PARTIAL:
        pen.box(left, top, side, side, 0.5, line=BLACK, line_width=0.35)
        pen.box(left, y, side, side / 2, fill=BLACK)
    elif state is DayState.GAP:
        pen.box(left, top, side * 0.38, side, fill=BLACK)
        pen.box(left + side * 0.62, top, side * 0.38, side, fill=BLACK)
    elif state is DayState.PENDING:
        pen.box(x - 0.35, y - 0.35, 0.7, 0.7, 0.35, fill=QUIET)
    else:
        pen.rule(x - 0.8, y, 1.6, 0.2, RULE)


def _draw_head(pen: Pen, own: Words, sheet: BoardSheet) -> None:
    title = f"{own.translate('Board', 'Coverage board')} · {sheet.day.isoformat()}"
    pen.text(_LEFT, 16, title, 4.6, True)
    place = " · ".join(filter(None, (sheet.post, sheet.area)))
    pen.fitted(_RIGHT, 16, place, 3.6, 90, False, TEXT, "right")


def _draw_foot(pen: Pen, own: Words, sheet: BoardSheet, page: int, pages: int) -> None:
    told = own.translate("Paper", "Page {page} of {pages}").format(page=page, pages=pages)
    pen.text(_RIGHT, 289, told, 3, False, QUIET, "right")
    x = _LEFT
    for state, zero, late, said in (
        (DayState.RECEIVED, False, False, state_word(own, DayState.RECEIVED)),
        (DayState.RECEIVED, True, False, own.translate("Board", "zero report")),
        (DayState.RECEIVED, False, True, own.translate("Board", "late")),
        *((state, False, False, state_word(own, state)) for state in (*_NOT_IN, DayState.PENDING)),
    ):
        _draw_mark(pen, own, x + 2, 289, state, zero, late)
        x += 5 + pen.text(x + 5, 289, said, 3, False, TEXT) + 4
    if sheet.practice:
        pen.box(_RIGHT - 60, 285.5, 30, 7, 1, fill=BLACK)
        pen.fitted(_RIGHT - 45, 289, own.translate("Paper", "PRACTICE"), 4.2, 26, True, WHITE, "centre")
