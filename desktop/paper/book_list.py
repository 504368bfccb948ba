"""A book as a list on paper: every pass of one category, in the order of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO

from db.books.pass_id import Book, PassId, Scope
from db.errors import Refusal, RefusalCode
from desktop.paper.fitting import elide
from desktop.paper.marks import draw_tile
from desktop.paper.pen import INK, QUIET, RULE, TEXT, Pen, new_canvas
from desktop.paper.words import Words, book_sign, book_word, pass_number, scope_word, words

WIDTH, HEIGHT = 210.0, 297.0

_LEFT, _RIGHT = 12.0, 198.0
_TOP, _HEAD, _ROW = 26.0, 6.5, 5.2
_SIZE = 3.0
_ON_PAGE = int((HEIGHT - _TOP - _HEAD - 15) / _ROW)
_WIDTHS = (28.0, 34.0, 44.0, 24.0, 18.0, 22.0)
_NAME_WIDTH = _WIDTHS[1]
_GAP = 3.0


@dataclass(frozen=True)
class BookRow:
    """A pass in the list. `state` is a word for the last column, empty for a pass that is good."""

    pass_id: PassId
    name: str
    unit: str
    post: str
    scope: Scope
    valid_until: date
    state: str = ""


def book_list_pdf(
    book: Book,
    rows: Sequence[BookRow],
    gate: int,
    gate_name: str,
    day: date,
    out: IO[bytes],
    language: str,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Writes the list as of `day` to `out` and returns the number of pages. Raises `Refusal` (`CANCELLED`)."""
    own = words(language)
    title = own.translate("Paper", "Book: {book}").format(book=book_word(own, book))
    canvas = new_canvas(out, title, (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT)
    pages = max(1, -(-len(rows) // _ON_PAGE))
    for page in range(pages):
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        draw_tile(pen, book, book_sign(own, book), _LEFT, 15, 8)
        pen.text(_LEFT + 11, 15, title, 6.4, True)
        count = own.translate("Paper", "{count} passes").format(count=len(rows))
        aside = f"{gate:04d} · {gate_name} · {day.isoformat()} · {count}"
        pen.fitted(_RIGHT, 15, aside, 3.6, 120, False, TEXT, "right")
        _draw_rows(pen, own, rows[page * _ON_PAGE : (page + 1) * _ON_PAGE])
        foot = own.translate("Paper", "Page {page} of {pages}").format(page=page + 1, pages=pages)
        pen.text(_RIGHT, 289, foot, 3, False, QUIET, "right")
        canvas.showPage()
    canvas.save()
    return pages


def _draw_rows(pen: Pen, own: Words, rows: Sequence[BookRow]) -> None:
    titles = (
        own.translate("Paper", "Pass"),
        own.translate("Paper", "Name"),
        own.translate("Paper", "Unit"),
        own.translate("Paper", "Post"),
        own.translate("Paper", "Opens"),
        own.translate("Paper", "Valid until"),
    )
    pen.box(_LEFT, _TOP, _RIGHT - _LEFT, _HEAD, fill="#E4E8EE")
    first = _TOP + _HEAD + _ROW / 2
    x = _LEFT + 1
    columns = zip(*(_cells(own, row) for row in rows), strict=True) if rows else ((),) * len(titles)
    for title, width, cells in zip(titles, _WIDTHS, columns, strict=True):
        pen.fitted(x, _TOP + _HEAD / 2, title, _SIZE, width, True, INK)
        if width == _NAME_WIDTH:
            # Never cut off: the name is what is looked for.
            for index, cell in enumerate(cells):
                pen.fitted(x, first + index * _ROW, cell, _SIZE, width)
        else:
            pen.column(x, first, _ROW, [elide(cell, width / _SIZE) for cell in cells], _SIZE, False)
        x += width + _GAP
    for index, row in enumerate(rows):
        pen.rule(_LEFT, first + index * _ROW + _ROW / 2, _RIGHT - _LEFT, 0.08, RULE)
        if row.state:
            # Worthless, and told so where the day stands: the number stays in the book.
            pen.rule(_LEFT + 1, first + index * _ROW - 0.1, sum(_WIDTHS[:4]) + 3 * _GAP, 0.2, QUIET)


def _cells(own: Words, row: BookRow) -> tuple[str, ...]:
    return (
        pass_number(own, row.pass_id),
        row.name,
        row.unit,
        row.post,
        scope_word(own, row.scope),
        row.state or row.valid_until.isoformat(),
    )
