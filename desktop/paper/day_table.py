"""The table of a day's lines on paper: as many one-line rows a page as can be read, nothing cut off unmarked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.paper import fonts
from desktop.paper.day_log import DayLogRow
from desktop.paper.fitting import elide
from desktop.paper.pen import INK, QUIET, RULE, Pen
from desktop.paper.words import Words, book_word, direction_word, temperature, verdict_word

_SIZE = 2.7
_ROW = 4.5
_HEAD = 6.0
_LEFT = 12.0
_GAP = 2.0


class _Column(NamedTuple):
    title: str
    width: float
    right: bool
    text: Callable[[DayLogRow], str]


def rows_on_page(height: float) -> int:
    """How many rows a page's `height` (millimetres) holds under the head of the table."""
    return int((height - _HEAD) / _ROW)


def draw_table(pen: Pen, own: Words, rows: Sequence[DayLogRow], top: float, fever_from: int) -> None:
    """One page of the table. Voided lines are struck through, temperatures from `fever_from` on are bold."""
    columns = _columns(own)
    x = _LEFT
    edges = []
    for column in columns:
        edges.append(x + column.width if column.right else x)
        x += column.width + _GAP
    width = x - _GAP - _LEFT
    pen.box(_LEFT, top, width, _HEAD, fill="#E4E8EE")
    for column, edge in zip(columns, edges, strict=True):
        pen.fitted(
            edge,
            top + _HEAD / 2,
            column.title,
            _SIZE,
            column.width,
            True,
            INK,
            "right" if column.right else "left",
        )
    first = top + _HEAD + _ROW / 2
    for column, edge in zip(columns, edges, strict=True):
        cells = [column.text(row) for row in rows]
        if not column.right:
            room = column.width / _SIZE
            cells = [elide(cell, room) if len(cell) * _WIDEST > room else cell for cell in cells]
        pen.column(edge, first, _ROW, cells, _SIZE, column.right)
    for index, row in enumerate(rows):
        pen.rule(_LEFT, first + index * _ROW + _ROW / 2, width, 0.08, RULE)
        if row.voided:
            pen.rule(_LEFT, first + index * _ROW - 0.1, width, 0.2, QUIET)
        if row.temp_tenths is not None and row.temp_tenths >= fever_from:
            pen.box(_LEFT - 2, first + index * _ROW - _ROW / 2, 1, _ROW, fill=INK)


# No character is wider than an em, so shorter texts need no measuring.
_WIDEST = 1.0


def _columns(own: Words) -> tuple[_Column, ...]:
    # Looked up once a page and not once a row.
    direction = {way: direction_word(own, way) for way in ("in", "out")}
    book = {name: book_word(own, name) for name in ("official", "medical", "support", "resident", "visitor")}
    verdicts: dict[str, str] = {}
    voided = own.translate("Paper", "Voided")

    def verdict(row: DayLogRow) -> str:
        if row.verdict not in verdicts:
            verdicts[row.verdict] = verdict_word(own, row.verdict)
        return verdicts[row.verdict]

    def note(row: DayLogRow) -> str:
        text = f"{voided} {row.note}".strip() if row.voided else row.note
        return fonts.printable(text) if text else ""

    return (
        _Column(own.translate("Paper", "No."), 9, True, lambda row: str(row.no)),
        _Column(own.translate("Paper", "Time"), 12, False, lambda row: f"{row.time:%H:%M:%S}"),
        _Column(own.translate("Paper", "Way"), 6, False, lambda row: direction[row.direction]),
        _Column(own.translate("Paper", "Book"), 13, False, lambda row: book[row.book]),
        _Column(own.translate("Paper", "Pass"), 24, False, lambda row: row.pass_text),
        _Column(own.translate("Paper", "Name"), 22, False, lambda row: row.name),
        _Column(own.translate("Paper", "Unit"), 28, False, lambda row: row.unit),
        _Column(own.translate("Paper", "°C"), 7, True, lambda row: temperature(row.temp_tenths)),
        _Column(own.translate("Paper", "Verdict"), 17, False, verdict),
        _Column(own.translate("Paper", "Recorded by"), 14, False, lambda row: row.operator),
        _Column(own.translate("Paper", "Note"), 14, False, note),
    )
