"""Where a person lives: compound, building, unit (stairway) and room, as people write them.

`泉韵佳苑23栋3单元202`, `泉韵佳苑18-3-502`, `泉韵佳苑１７栋５０３室` and `测试一区月亮湾小区15号楼201` are
homes. The text is kept as written; what is read out of it serves search and sorting.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from db.books.checked import MAX_TEXT, CellValue, Checked, Cleaner, Problem, cell_text, is_blank, says_nothing

_HOME = re.compile(
    r"(?P<compound>.*?)"
    r"(?:(?P<building>\d{1,4}|[A-Z]\d{0,3})(?:栋|幢|号楼|楼|座|#|-))?"
    r"(?:(?P<stair>\d{1,3}|[A-Z])(?:单元|门|-))?"
    r"(?:\d{1,3}(?:楼|层))?"
    r"(?:(?P<room>\d{1,5}[A-Z]?)(?:号?室|号|房)?)?"
)
# An area before the compound's own name: 测试一区, 咸安区, 某某街道. 小区 ends a compound's name, not an
# area's.
_AREA = re.compile(r"(?:[\u3400-\u9fff]{2,6}?(?:省|市|县|(?<!小)区|街道|镇|乡))+(?=[\u3400-\u9fff]{2})")


@dataclass(frozen=True)
class Home:
    """A home taken apart; None where that part is not written."""

    compound: str | None
    building: str | None = None
    stair: str | None = None
    room: str | None = None

    @property
    def short(self) -> str:
        """`23-3-202`, without what is not known."""
        return "-".join(part for part in (self.building, self.stair, self.room) if part)


def check_home(raw: CellValue) -> Checked[str]:
    """A home as text. Blank is a warning; a cell that a spreadsheet turned into a day (`12-1-3`) counts as
    blank."""
    if is_blank(raw) or isinstance(raw, datetime.date | datetime.time | datetime.timedelta):
        return Checked(None, (Problem.ADDRESS_MISSING,))
    text = cell_text(raw)
    if says_nothing(text):
        return Checked(None, (Problem.ADDRESS_MISSING,))
    if len(text) > MAX_TEXT:
        return Checked(None, (Problem.CELL_TOO_LONG,))
    cleaner = Cleaner(text)
    cleaner.drop_invisible()
    return Checked(cleaner.text.strip())


def read_home(text: str) -> Home:
    """Takes a home apart as far as its writing allows; never fails."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text[:MAX_TEXT])).upper()
    plain = re.sub("[‐‑‒–—―−_]", "-", plain).replace("号楼", "栋")
    match = _HOME.fullmatch(plain)
    if match is None:
        return Home(_compound(plain))
    return Home(_compound(match["compound"]), match["building"], match["stair"], match["room"])


def compound_of(text: str) -> str | None:
    """The compound's own name, without the area before it and the numbers after it."""
    return read_home(text).compound


def join_home(compound: str | None, building: str | None, stair: str | None, room: str | None) -> str:
    """A home from the four columns in which some lists give it: bare numbers are joined as `18-3-502`,
    numbers that carry their word (`18栋`) as they stand."""
    parts = [part for part in (building, stair, room) if part]
    bare = all(re.fullmatch(r"[A-Za-z]?\d+[A-Za-z]?|[A-Za-z]", part) for part in parts)
    return (compound or "") + ("-" if bare else "").join(parts)


def _compound(text: str) -> str | None:
    name = text.strip("-,，、。·")
    area = _AREA.match(name)
    if area:
        name = name[area.end() :]
    return name or None
