"""Passes as a spreadsheet for people: what a card says, numbers masked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import IO

from db.books.pass_id import PassId, Scope
from desktop.paper.spreadsheets import DAY, HEAD, TEXT, new_workbook
from desktop.paper.words import pass_number, scope_word, words

_WIDTHS = (18, 16, 26, 16, 22, 18, 26, 12, 12, 10, 12)


@dataclass(frozen=True)
class ListRow:
    """One pass. `id_no` and `phone` are masked already; `state` is a word for what is not good any more, empty for a
    good one."""

    pass_id: PassId
    name: str
    unit: str
    post: str
    id_no: str
    phone: str
    home: str
    valid_from: date
    valid_until: date
    scope: Scope
    state: str


def write_pass_list(rows: Iterable[ListRow], out: IO[bytes], language: str) -> int:
    """Writes the workbook and gives the number of rows."""
    own = words(language)
    book = new_workbook(out)
    sheet = book.add_worksheet(own.translate("Paper", "Passes"))
    head = book.add_format(HEAD)
    text = book.add_format(TEXT)
    day = book.add_format(DAY)
    titles = (
        own.translate("Paper", "Pass"),
        own.translate("Paper", "Name"),
        own.translate("Paper", "Unit"),
        own.translate("Paper", "Post"),
        own.translate("Paper", "ID number"),
        own.translate("Paper", "Mobile"),
        own.translate("Paper", "Home"),
        own.translate("Paper", "Valid from"),
        own.translate("Paper", "Valid until"),
        own.translate("Paper", "Opens"),
        own.translate("Paper", "State"),
    )
    for column, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, 1):
        values = (
            pass_number(own, row.pass_id), row.name, row.unit, row.post, row.id_no, row.phone, row.home,
            row.valid_from, row.valid_until, scope_word(own, row.scope), row.state,
        )  # fmt: skip
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(count, column, value, day)
            else:
                sheet.write_string(count, column, value, text)
    book.close()
    return count
