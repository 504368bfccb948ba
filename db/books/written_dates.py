"""Days as people write them: 2020-03-15, 2020.3.15, 2020/3/15, 2020年3月15日, 3月15日, a spreadsheet's."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum

from db.books.checked import CellValue, Checked, Cleaner, Note, Problem, is_blank, says_nothing


class DateRole(StrEnum):
    """Which end of a pass's validity a day is."""

    START = "start"
    END = "end"


_TAIL = r"(?:\s+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:\s*[止前起])?"
_STYLES: tuple[tuple[re.Pattern[str], Note | None], ...] = (
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})" + _TAIL), None),
    (re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"), None),
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})T\d{2}:\d{2}.*"), None),
    (re.compile(r"(?P<y>\d{4})\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})\.?" + _TAIL), Note.DATE_DOTTED),
    (re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})" + _TAIL), Note.DATE_SLASH),
    (re.compile(r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]?" + _TAIL), Note.DATE_CN),
    (re.compile(r"(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]?" + _TAIL), Note.DATE_NO_YEAR),
    (re.compile(r"(?P<m>\d{1,2})[./-](?P<d>\d{1,2})"), Note.DATE_NO_YEAR),
)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SERIAL_ZERO = datetime.date(1899, 12, 30)
_SERIALS = range(36526, 73051)
"""Day numbers of a spreadsheet from 2000-01-01 to 2100-01-01; other bare numbers are no days."""
_LEADING_WORDS = re.compile(r"^[至到自从]\s*")


def check_date(
    raw: CellValue, *, today: datetime.date, role: DateRole = DateRole.END
) -> Checked[datetime.date]:
    """One day of a pass's validity; a pass is good through its last day.

    A day without a year is in `today`'s. An end before `today` or more than a year after it is a slip in the
    year. A blank end is a warning (the default validity applies), a blank start is today's and no problem.
    """
    if is_blank(raw) or (isinstance(raw, str) and says_nothing(raw)):
        return Checked(None, (Problem.DATE_MISSING,) if role is DateRole.END else ())
    read = read_date(raw, today.year)
    if read.value is None or role is DateRole.START:
        return read
    if read.value < today:
        return Checked(None, (Problem.DATE_PAST,))
    if read.value > _a_year_after(today):
        return Checked(None, (Problem.DATE_FAR,))
    return read


def read_date(raw: CellValue, year: int) -> Checked[datetime.date]:
    """A day in any of the styles, wherever it lies; `year` is meant where none is written."""
    if isinstance(raw, datetime.datetime):
        return Checked(raw.date())
    if isinstance(raw, datetime.date):
        return Checked(raw)
    if isinstance(raw, bool | datetime.time | datetime.timedelta):
        return Checked(None, (Problem.DATE_NOT_A_DATE,))
    if isinstance(raw, int | float):
        raw = str(int(raw)) if float(raw).is_integer() and abs(raw) < 1e9 else str(raw)
    if raw is None or len(raw) > 60:
        return Checked(None, (Problem.DATE_NOT_A_DATE,))
    cleaner = Cleaner(raw)
    cleaner.drop_invisible()
    cleaner.trim()
    cleaner.narrow(everything=True)
    cleaner.unwrap()
    text = _LEADING_WORDS.sub("", cleaner.text)
    if _SERIAL.fullmatch(text):
        serial = int(float(text))
        if serial in _SERIALS:
            return cleaner.done(_SERIAL_ZERO + datetime.timedelta(days=serial), Problem.DATE_SERIAL)
        return Checked(None, (Problem.DATE_NOT_A_DATE,))
    for style, note in _STYLES:
        match = style.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        try:
            day = datetime.date(int(parts.get("y") or year), int(parts["m"]), int(parts["d"]))
        except ValueError:
            return Checked(None, (Problem.DATE_IMPOSSIBLE,))
        if note is not None:
            cleaner.notes.append(note)
        return cleaner.done(day)
    return Checked(None, (Problem.DATE_NOT_A_DATE,))


def split_range(raw: CellValue) -> tuple[str, str] | None:
    """`2020.2.12-2020.3.15` in one cell as its two days, or None where it is not two."""
    if not isinstance(raw, str) or len(raw) > 80:
        return None
    parts = re.split(r"\s*(?:至|到|—+|–|~|～|-{1,2}(?=\s*(?:\d{4}[.年/]|\d{1,2}月))|\s-\s)\s*", raw.strip())
    if len(parts) != 2 or not all(parts):
        return None
    return parts[0], parts[1]


def _a_year_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)
