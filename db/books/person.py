"""The value rules of one person, shared by the form for a new pass and the lists that units hand in.

`check_person` takes what was entered field by field and gives the values to keep with every problem found.
The rules of single values are in the modules beside this one and can be asked alone (a form checks a field
when it is left).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from db.books.checked import (
    MAX_TEXT,
    CellValue,
    Checked,
    Note,
    Problem,
    Severity,
    cell_text,
    check_remark,
    check_text,
    is_blank,
)
from db.books.home import Home, check_home, compound_of, join_home, read_home
from db.books.id_number import IdType, Sex, check_id_no, check_sex, read_id_type
from db.books.initials import pinyin_initials
from db.books.masking import mask_id_no, mask_name, mask_phone
from db.books.names import check_name
from db.books.pass_id import Book
from db.books.phone import check_phone, check_plate
from db.books.written_dates import DateRole, check_date, split_range

__all__ = [
    "Book", "CellValue", "Checked", "CheckedPerson", "Field", "FieldNote", "FieldProblem", "Home", "IdType",
    "Note", "PersonValues", "Problem", "Severity", "Sex", "check_book", "check_date", "check_home",
    "check_id_no", "check_name", "check_person", "check_phone", "check_plate", "check_remark", "check_sex",
    "check_text", "compound_of", "mask_id_no", "mask_name", "mask_phone", "pinyin_initials", "read_home",
]  # fmt: skip


T = TypeVar("T")


class Field(StrEnum):
    """What an entry is about. The values are the words of the lists' published judgements."""

    NAME = "name"
    SEX = "sex"
    ID_TYPE = "id_type"
    ID_NO = "id_no"
    PHONE = "mobile"
    UNIT = "unit"
    DEPARTMENT = "dept"
    POST = "post"
    HOME = "address"
    COMPOUND = "compound"
    BUILDING = "building"
    STAIR = "stair"
    ROOM = "room"
    VALID_FROM = "valid_from"
    VALID_UNTIL = "valid_to"
    PLATE = "plate"
    CATEGORY = "category"
    REMARK = "remark"
    SEQ = "seq"
    """The list's own running number: read, never kept."""


@dataclass(frozen=True)
class FieldProblem:
    """One problem of one field; `value` is the cell as it was handed in."""

    field: Field
    code: Problem
    severity: Severity
    value: CellValue


@dataclass(frozen=True)
class FieldNote:
    """One thing put right in one field."""

    field: Field
    how: Note


@dataclass(frozen=True)
class PersonValues:
    """What the register should keep; None where nothing was entered or nothing of it can be kept."""

    book: Book | None = None
    name: str | None = None
    sex: Sex | None = None
    id_type: IdType | None = None
    id_no: str | None = None
    phone: str | None = None
    unit: str | None = None
    department: str | None = None
    post: str | None = None
    home: str | None = None
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    plate: str | None = None
    remark: str | None = None

    @property
    def employer(self) -> str | None:
        """The pass's `unit`: the unit, or the department where the list names only that, or both."""
        if self.unit and self.department and self.department not in self.unit:
            return f"{self.unit} {self.department}"
        return self.unit or self.department

    @property
    def compound(self) -> str | None:
        """The compound's name in the home."""
        return compound_of(self.home) if self.home else None


@dataclass(frozen=True)
class CheckedPerson:
    """The answer of `check_person`."""

    values: PersonValues
    problems: tuple[FieldProblem, ...] = ()
    notes: tuple[FieldNote, ...] = ()

    @property
    def ok(self) -> bool:
        """No error; warnings are allowed."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


_BOOK_WORDS = {"公务": Book.OFFICIAL, "医务": Book.MEDICAL, "保障": Book.SUPPORT}
_BOOK_WORDS |= {book.value: book for book in Book}


def check_book(raw: CellValue) -> Checked[Book]:
    """A category word: 公务人员, 医务人员, 保障人员, also without 人员 or spaced, or a book's English name.

    Anything else, blank too, is unknown: a guess would put a person into the wrong book.
    """
    text = cell_text(raw) if not is_blank(raw) else ""
    word = re.sub(r"[\s\u200b\ufeff]", "", text[:MAX_TEXT]).lower()
    book = _BOOK_WORDS.get(re.sub(r"(人员|类|册)+$", "", word))
    if book is None:
        return Checked(None, (Problem.CATEGORY_UNKNOWN,))
    plain = text in ("公务人员", "医务人员", "保障人员", book.value)
    return Checked(book, (), () if plain else (Note.CATEGORY_VARIANT,))


class _Gathering:
    """Problems and notes on their way into a `CheckedPerson`."""

    def __init__(self, entries: Mapping[Field, CellValue]) -> None:
        self.entries = entries
        self.problems: list[FieldProblem] = []
        self.notes: list[FieldNote] = []

    def take(self, field: Field, checked: Checked[T], severity: Severity | None = None) -> T | None:
        for code in checked.problems:
            self.problem(field, code, severity)
        for how in checked.notes:
            self.notes.append(FieldNote(field, how))
        return checked.value

    def problem(self, field: Field, code: Problem, severity: Severity | None = None) -> None:
        value = self.entries.get(field)
        self.problems.append(FieldProblem(field, code, severity or code.severity, value))


def check_person(
    entries: Mapping[Field, CellValue],
    *,
    today: datetime.date,
    book: Book | None = None,
    default_valid_until: datetime.date | None = None,
) -> CheckedPerson:
    """Checks all that was entered about one person.

    A field that is not in `entries` was not asked: it is missing from nobody, but for name and ID number,
    which every pass needs, and the phone, whose lack is then only a warning. `book` is the one of the whole
    list; an entry for the category overrides it. `default_valid_until` is the end that a pass without one
    will get: it is held against the start, not put among the values.
    """
    got = _Gathering(entries)
    if Field.CATEGORY in entries:
        book = got.take(Field.CATEGORY, check_book(entries[Field.CATEGORY]))
    name = got.take(Field.NAME, check_name(entries.get(Field.NAME)))
    document = check_id_no(entries.get(Field.ID_NO), read_id_type(entries.get(Field.ID_TYPE)), today)
    id_type, id_no = got.take(Field.ID_NO, document) or (None, None)
    card = id_no if id_type is IdType.ID_CARD else None
    sex = got.take(Field.SEX, check_sex(entries.get(Field.SEX), card))
    phone_severity = None if Field.PHONE in entries else Severity.WARNING
    phone = got.take(Field.PHONE, check_phone(entries.get(Field.PHONE)), phone_severity)
    valid_from, valid_until = _validity(got, today, default_valid_until)
    values = PersonValues(
        book=book,
        name=name,
        sex=sex,
        id_type=id_type,
        id_no=id_no,
        phone=phone,
        unit=got.take(Field.UNIT, check_text(entries.get(Field.UNIT))),
        department=got.take(Field.DEPARTMENT, check_text(entries.get(Field.DEPARTMENT))),
        post=got.take(Field.POST, check_text(entries.get(Field.POST))),
        home=_home(got),
        valid_from=valid_from,
        valid_until=valid_until,
        plate=got.take(Field.PLATE, check_plate(entries.get(Field.PLATE))),
        remark=got.take(Field.REMARK, check_remark(entries.get(Field.REMARK))),
    )
    return CheckedPerson(values, tuple(got.problems), tuple(got.notes))


def _home(got: _Gathering) -> str | None:
    """The home from its one column, or from the columns that hold its parts."""
    entries = got.entries
    fields = (Field.COMPOUND, Field.BUILDING, Field.STAIR, Field.ROOM)
    if not any(field in entries for field in fields):
        return got.take(Field.HOME, check_home(entries[Field.HOME])) if Field.HOME in entries else None
    compound, *rest = (check_home(entries.get(field)).value for field in fields)
    written = check_home(entries.get(Field.HOME)).value or ""
    if compound and compound not in written:
        written = compound + written
    joined = join_home(written or None, *rest)
    return got.take(Field.HOME, check_home(joined))


def _validity(
    got: _Gathering, today: datetime.date, default_valid_until: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    start, end = got.entries.get(Field.VALID_FROM), got.entries.get(Field.VALID_UNTIL)
    both = split_range(end) if is_blank(start) else None
    if both is not None:
        start, end = both
    valid_from = got.take(Field.VALID_FROM, check_date(start, today=today, role=DateRole.START))
    valid_until = None
    if Field.VALID_UNTIL in got.entries:
        valid_until = got.take(Field.VALID_UNTIL, check_date(end, today=today))
    blank = Field.VALID_UNTIL not in got.entries or is_blank(end)
    last = default_valid_until if blank else valid_until
    if valid_from is not None and last is not None and last < valid_from:
        got.problem(Field.VALID_UNTIL, Problem.DATE_ORDER)
    return valid_from, valid_until
