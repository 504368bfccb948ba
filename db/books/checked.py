"""What a check of one value gives back, and the cleaning that all checks share.

A check takes what was typed into a form or stands in a cell of a list, and answers with the value that the
register should keep (`None` where there is none to keep), the problems found, and what was put right on the
way. The problems' names are those of the lists' published judgements; an error keeps a person from being
issued, a warning is issued and reported.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

CellValue = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None
"""What a cell can hold; `datetime.datetime` is a `datetime.date` too."""

T = TypeVar("T")


class Severity(StrEnum):
    """Whether a problem keeps the row from being issued."""

    ERROR = "error"
    WARNING = "warning"


class Problem(StrEnum):
    """What is wrong with a value."""

    NAME_MISSING = "name_missing"
    NAME_NOT_A_NAME = "name_not_a_name"
    NAME_HAS_DIGIT = "name_has_digit"
    ID_MISSING = "id_missing"
    ID_PRECISION_LOST = "id_precision_lost"
    ID_LENGTH = "id_length"
    ID_BAD_CHAR = "id_bad_char"
    ID_CHECK_DIGIT = "id_check_digit"
    ID_BIRTH_DATE = "id_birth_date"
    MOBILE_MISSING = "mobile_missing"
    MOBILE_PREFIX = "mobile_prefix"
    MOBILE_LENGTH = "mobile_length"
    MOBILE_LANDLINE = "mobile_landline"
    MOBILE_TWO_NUMBERS = "mobile_two_numbers"
    SEX_CONFLICT = "sex_conflict"
    ADDRESS_MISSING = "address_missing"
    DATE_MISSING = "date_missing"
    DATE_SERIAL = "date_serial"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_NOT_A_DATE = "date_not_a_date"
    DATE_PAST = "date_past"
    DATE_FAR = "date_far"
    DATE_ORDER = "date_order"
    CATEGORY_UNKNOWN = "category_unknown"
    PLATE_BAD = "plate_bad"
    CELL_TOO_LONG = "cell_too_long"
    """More characters than such a value can have: a slip, or a hostile file."""

    @property
    def severity(self) -> Severity:
        """What the problem means for its row, where the row's columns do not say otherwise."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Problem.NAME_HAS_DIGIT,
        Problem.MOBILE_TWO_NUMBERS,
        Problem.SEX_CONFLICT,
        Problem.ADDRESS_MISSING,
        Problem.DATE_MISSING,
        Problem.DATE_SERIAL,
        Problem.PLATE_BAD,
    }
)


class Note(StrEnum):
    """What was put right without asking."""

    FULL_WIDTH = "full_width"
    SPACES = "spaces"
    ZERO_WIDTH = "zero_width"
    SEPARATORS = "separators"
    COUNTRY_CODE = "country_code"
    NUMBER_CELL = "number_cell"
    LOWER_X = "lower_x"
    APOSTROPHE = "apostrophe"
    EXCEL_TEXT_FORMULA = "excel_text_formula"
    MIDDLE_DOT = "middle_dot"
    DATE_DOTTED = "date_dotted"
    DATE_CN = "date_cn"
    DATE_NO_YEAR = "date_no_year"
    DATE_SLASH = "date_slash"
    PLATE_FORMAT = "plate_format"
    PLATE_NONE = "plate_none"
    MERGED_FILL = "merged_fill"
    SEX_VARIANT = "sex_variant"
    CATEGORY_VARIANT = "category_variant"
    ID_TYPE_GUESSED = "id_type_guessed"
    """The document was taken for a passport or permit by the look of its number."""


@dataclass(frozen=True)
class Checked(Generic[T]):
    """The answer of one check: `value` is what to keep, `None` where nothing can be kept."""

    value: T | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def ok(self) -> bool:
        """No error; warnings are allowed."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


MAX_NAME = 60
MAX_TEXT = 200
MAX_REMARK = 2000

# Zero-width and direction marks (Unicode categories Cf and Cc but for the spaces among them).
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_WIDE_ALL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE_ALNUM = {wide: narrow for wide, narrow in _WIDE_ALL.items() if chr(narrow).isalnum()}
_APOSTROPHES = "'\u2018\u2019`"
_TEXT_FORMULA = re.compile(r'=\s*"(.*)"', re.DOTALL)
NOTHING = frozenset(
    {"-", "--", "—", "——", "/", "\\", "无", "没有", "暂无", "无此项", "none", "n/a", "na", "null"}
)
"""Words and dashes with which people fill a cell that has no value."""


class Cleaner:
    """One text on its way to a value, remembering what was put right. The order of the notes is that of the
    steps."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[Note] = []

    def become(self, text: str, note: Note) -> bool:
        """Takes the new text; notes it if it differs."""
        if text == self.text:
            return False
        self.text = text
        if note not in self.notes:
            self.notes.append(note)
        return True

    def drop_invisible(self) -> None:
        """Zero-width characters, direction marks and control characters go."""
        if not self.text.isascii() or not self.text.isprintable():
            self.become(_CONTROL.sub("", _INVISIBLE.sub("", self.text)), Note.ZERO_WIDTH)

    def trim(self) -> None:
        """Spaces of every kind go from both ends."""
        self.become(self.text.strip(), Note.SPACES)

    def drop_spaces(self) -> None:
        """Spaces of every kind go from everywhere."""
        self.become("".join(self.text.split()), Note.SPACES)

    def narrow(self, everything: bool = False) -> None:
        """Full-width digits and letters, or with `everything` signs too, become half-width."""
        if not self.text.isascii():
            self.become(self.text.translate(_WIDE_ALL if everything else _WIDE_ALNUM), Note.FULL_WIDTH)

    def unwrap(self) -> None:
        """`="123"` and `'123`, the ways to keep a spreadsheet from counting with a number."""
        match = _TEXT_FORMULA.fullmatch(self.text)
        if match:
            self.become(match[1], Note.EXCEL_TEXT_FORMULA)
        bare = self.text.lstrip()
        # All of them: what stayed behind would be taken off when the list is checked once more.
        while bare and bare[0] in _APOSTROPHES:
            bare = bare[1:].lstrip()
            self.become(bare, Note.APOSTROPHE)

    def done(self, value: T, *problems: Problem) -> Checked[T]:
        """The answer with what was noted."""
        return Checked(value, problems, tuple(self.notes))


def plain_number(value: float) -> str:
    """A number cell as digits: `13800000000.0` is `13800000000`; a fraction keeps its point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def cell_text(raw: CellValue) -> str:
    """A cell as the text that a person sees in it; dates as `2020-03-15`."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, int | float):
        return plain_number(raw)
    if isinstance(raw, datetime.datetime):
        shown = raw.date() if raw.time() == datetime.time() else raw.replace(microsecond=0)
        return shown.isoformat() if not isinstance(shown, datetime.datetime) else shown.isoformat(" ")
    return str(raw)


def is_blank(raw: CellValue) -> bool:
    """Nothing in it, or only spaces and characters that nobody can see."""
    if raw is None:
        return True
    if not isinstance(raw, str) or raw[:1].isalnum():
        return False
    return not raw or raw.isspace() or not _INVISIBLE.sub("", raw).strip()


def says_nothing(text: str) -> bool:
    """A dash or 无: the cell was filled in to say that there is nothing."""
    return text.strip().lower() in NOTHING


def check_text(raw: CellValue) -> Checked[str]:
    """A unit or a post: outer spaces and what nobody can see go, the rest is kept; a dash is nothing."""
    if is_blank(raw):
        return Checked(None)
    text = cell_text(raw)
    if len(text) > MAX_TEXT:
        return Checked(None, (Problem.CELL_TOO_LONG,))
    if says_nothing(text):
        return Checked(None)
    cleaner = Cleaner(text)
    cleaner.drop_invisible()
    return Checked(cleaner.text.strip())


def check_remark(raw: CellValue) -> Checked[str]:
    """A remark, kept to the letter."""
    text = cell_text(raw)
    if not text:
        return Checked(None)
    return Checked(text) if len(text) <= MAX_REMARK else Checked(None, (Problem.CELL_TOO_LONG,))
