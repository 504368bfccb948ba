"""Reads what was written on paper while the laptop was down, typed into a table: one crossing a row.

What happened is recorded, valid or not, plausible or not; only a row that cannot be understood is rejected.
Numbers, verdicts and lines are not made here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path

from db.books.checked import MAX_NAME, CellValue, cell_text, is_blank, says_nothing
from db.books.names import check_name
from db.books.pass_id import PassId
from db.books.verdict import Direction
from db.exchange.tables.choose import choose_table
from db.exchange.tables.header import Column, Words
from db.exchange.tables.limits import DEFAULT_LIMITS, Cancelled, Limits, Progress, Watch, too_large
from db.exchange.tables.sheet import SheetRow
from db.exchange.written_moments import read_moment, read_past_day, read_temperature


class PaperField(StrEnum):
    """A column of the table; the values are its English titles."""

    TIME = "time"
    DAY = "day"
    DIRECTION = "direction"
    PASS = "pass"
    NAME = "name"
    TEMPERATURE = "temp"
    NOTE = "note"


class PaperProblem(StrEnum):
    """Why a row cannot be understood. All are errors."""

    TIME_MISSING = "time_missing"
    TIME_NOT_A_TIME = "time_not_a_time"
    TIME_WITHOUT_DAY = "time_without_day"
    TIME_IN_FUTURE = "time_in_future"
    DIRECTION_MISSING = "direction_missing"
    DIRECTION_UNKNOWN = "direction_unknown"
    PASS_NOT_A_NUMBER = "pass_not_a_number"
    NOBODY = "nobody"
    """Neither pass nor name."""
    NAME_NOT_A_NAME = "name_not_a_name"
    TEMP_NOT_A_NUMBER = "temp_not_a_number"
    CELL_TOO_LONG = "cell_too_long"


@dataclass(frozen=True)
class PaperRowProblem:
    """One problem of one row; `value` is the cell as it was typed."""

    field: PaperField
    code: PaperProblem
    value: CellValue


@dataclass(frozen=True)
class PaperLine:
    """One crossing. `row` as the spreadsheet numbers it; `time` in the gate's offset; `temp_tenths` in
    tenths of °C, None where none was taken; `pass_id` None for a person without a card. Values that could
    not be understood are None, with a problem. `paper_no` is the number that stands on the paper before the line,
    where there is one: the line gets a number of its own."""

    row: int
    cells: tuple[CellValue, ...]
    time: datetime | None
    direction: Direction | None
    pass_id: PassId | None
    name: str | None
    temp_tenths: int | None
    note: str | None
    problems: tuple[PaperRowProblem, ...] = ()
    paper_no: int | None = None

    @property
    def ok(self) -> bool:
        """Whether it can be recorded."""
        return not self.problems


@dataclass(frozen=True)
class PaperLines:
    """A table of crossings, in its own order (the caller sorts by time where order matters)."""

    path: Path
    sheet: str | None
    header_row: int
    columns: tuple[Column[PaperField], ...]
    lines: tuple[PaperLine, ...]
    skipped: tuple[int, ...]
    """Rows below the header without a moment and with nothing beside it: footers and the like."""

    @property
    def good(self) -> tuple[PaperLine, ...]:
        """What can be recorded."""
        return tuple(line for line in self.lines if line.ok)

    @property
    def rejected(self) -> tuple[PaperLine, ...]:
        """What cannot be understood."""
        return tuple(line for line in self.lines if not line.ok)


_WHOLE: dict[PaperField, str] = {
    PaperField.TIME: "时间 登记时间 出入时间 进出时间 通行时间 时刻 日期时间 time at when datetime timestamp",
    PaperField.DAY: "日期 登记日期 day date",
    PaperField.DIRECTION: "进出 方向 出入 进/出 出/入 出入方向 进出方向 进出门 direction inout way",
    PaperField.PASS: (
        "证号 通行证号 出入证号 通行证编号 出入证编号 证件编号 卡号 通行证 出入证 编号 "
        "pass passno passnumber card cardno"
    ),
    PaperField.NAME: "姓名 名字 人员姓名 name fullname",
    PaperField.TEMPERATURE: "体温 温度 测温 体温℃ temp temperature degrees",
    PaperField.NOTE: "备注 说明 note notes remark remarks",
}
_WITHIN: tuple[tuple[str, PaperField | None], ...] = (
    (r"电话|手机|身份证|单位|住址|值守|签", None),
    (r"体温|温度", PaperField.TEMPERATURE),
    (r"证号|证编号|卡号", PaperField.PASS),
    (r"姓名", PaperField.NAME),
    (r"进出|出入|方向", PaperField.DIRECTION),
    (r"时间|时刻", PaperField.TIME),
    (r"日期", PaperField.DAY),
    (r"备注", PaperField.NOTE),
)
PAPER_WORDS: Words[PaperField] = Words(
    whole={word: field for field, words in _WHOLE.items() for word in words.split()},
    within=tuple((re.compile(pattern), field) for pattern, field in _WITHIN),
    needed=(PaperField.TIME, PaperField.DIRECTION, PaperField.PASS, PaperField.NAME),
    enough=lambda fields: PaperField.TIME in fields and bool({PaperField.PASS, PaperField.NAME} & fields),
)

_IN = frozenset(
    {"in", "i", "进", "入", "进入", "进门", "入门", "进小区", "回", "回来", "返回", "enter", "进来"}
)
_OUT = frozenset({"out", "o", "出", "外出", "出门", "出去", "离开", "出小区", "exit", "leave", "出外"})
_NOT_TAKEN = frozenset({"测不出", "未测", "没测", "无法测量", "未测温"})
_WHEN = (PaperField.TIME, PaperField.DAY)
_LONGEST_NOTE = 500
_CLOCKS_DIFFER = timedelta(minutes=1)
"""A minute written on paper may be ahead of the gate's clock by less than itself."""


def read_paper_lines(
    path: Path,
    *,
    gate: int,
    now: datetime,
    zone: timezone,
    day: date | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[int, PaperField] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PaperLines:
    """Reads crossings from csv or a workbook with the columns `time,direction,pass,name,temp,note` (时间
    进出 证号 姓名 体温 备注) in any order.

    `gate` is this gate's number, for passes written without one (医123); `now` the gate's moment, after
    which nothing can have happened; `zone` the gate's offset; `day` the paper's day where rows hold only a
    clock time. Raises `Refusal` and `Fault` as `read_roster` does.
    """
    watch = Watch(progress, cancelled)
    path = Path(path)
    chosen = choose_table(
        path, PAPER_WORDS, sheet=sheet, header_row=header_row, mapping=mapping, limits=limits, watch=watch
    )
    columns = chosen.header.columns
    index = {column.field: column.index for column in columns if column.field is not None}
    fills = chosen.sheet.fills()
    rows = [row for row in chosen.sheet.rows if row.number > chosen.header.last_row]
    if len(rows) > limits.rows:
        raise too_large("rows", limits.rows)
    lines: list[PaperLine] = []
    skipped: list[int] = []
    for position, row in enumerate(rows, start=1):
        watch.step(position, len(rows))
        cells = {field: _cell(row, column, fills) for field, column in index.items()}
        line = _Reader(cells).line(row.number, row.cells, gate, now, zone, day)
        told = [field for field in cells if field not in _WHEN and not is_blank(cells[field])]
        if line.time is None and not told:
            skipped.append(row.number)
        else:
            lines.append(line)
    return PaperLines(path, chosen.sheet.name, chosen.header.row, columns, tuple(lines), tuple(skipped))


def read_typed_line(
    row: int, cells: Mapping[PaperField, str], *, gate: int, now: datetime, zone: timezone, day: date | None
) -> PaperLine:
    """Reads one crossing that is typed into the program, by the same rules; `row` numbers it."""
    return _Reader(cells).line(row, tuple(cells.values()), gate, now, zone, day)


def _cell(row: SheetRow, column: int, fills: Mapping[tuple[int, int], CellValue]) -> CellValue:
    cell = row.cell(column)
    return fills.get((row.number, column)) if is_blank(cell) else cell


class _Reader:
    """One row on its way to a `PaperLine`."""

    def __init__(self, cells: Mapping[PaperField, CellValue]) -> None:
        self.cells = cells
        self.problems: list[PaperRowProblem] = []

    def line(
        self,
        row: int,
        typed: tuple[CellValue, ...],
        gate: int,
        now: datetime,
        zone: timezone,
        day: date | None,
    ) -> PaperLine:
        moment = self._time(now, zone, day)
        direction = self._direction()
        pass_id = self._pass(gate)
        name = self._name()
        without_card = pass_id is None and not self._has(PaperField.PASS)
        if name is None and without_card and not self._has(PaperField.NAME):
            self._problem(PaperField.NAME, PaperProblem.NOBODY)
        temperature = self._temperature()
        note = self._note()
        return PaperLine(
            row, typed, moment, direction, pass_id, name, temperature, note, tuple(self.problems)
        )

    def _problem(self, field: PaperField, code: PaperProblem) -> None:
        self.problems.append(PaperRowProblem(field, code, self.cells.get(field)))

    def _has(self, field: PaperField) -> bool:
        return not is_blank(self.cells.get(field)) and not says_nothing(cell_text(self.cells.get(field)))

    def _word(self, field: PaperField) -> str:
        text = unicodedata.normalize("NFKC", cell_text(self.cells.get(field))[:200])
        return re.sub(r"\s", "", text).lower()

    def _time(self, now: datetime, zone: timezone, day: date | None) -> datetime | None:
        raw = self.cells.get(PaperField.TIME)
        if is_blank(raw):
            self._problem(PaperField.TIME, PaperProblem.TIME_MISSING)
            return None
        if self._has(PaperField.DAY):
            day = read_past_day(self.cells.get(PaperField.DAY), now.astimezone(zone).date())
            if day is None:
                self._problem(PaperField.DAY, PaperProblem.TIME_NOT_A_TIME)
                return None
        moment = read_moment(raw, day, zone, now)
        if moment is None:
            alone = day is None and read_moment(raw, now.date(), zone, now) is not None
            code = PaperProblem.TIME_WITHOUT_DAY if alone else PaperProblem.TIME_NOT_A_TIME
            self._problem(PaperField.TIME, code)
        elif moment > now + _CLOCKS_DIFFER:
            self._problem(PaperField.TIME, PaperProblem.TIME_IN_FUTURE)
            return None
        return moment

    def _direction(self) -> Direction | None:
        word = self._word(PaperField.DIRECTION)
        if word in _IN:
            return Direction.IN
        if word in _OUT:
            return Direction.OUT
        missing = not self._has(PaperField.DIRECTION)
        self._problem(
            PaperField.DIRECTION,
            PaperProblem.DIRECTION_MISSING if missing else PaperProblem.DIRECTION_UNKNOWN,
        )
        return None

    def _pass(self, gate: int) -> PassId | None:
        if not self._has(PaperField.PASS):
            return None
        try:
            return PassId.parse(cell_text(self.cells.get(PaperField.PASS))[:100], own_gate=gate)
        except ValueError:
            self._problem(PaperField.PASS, PaperProblem.PASS_NOT_A_NUMBER)
            return None

    def _name(self) -> str | None:
        if not self._has(PaperField.NAME):
            return None
        raw = self.cells.get(PaperField.NAME)
        name = check_name(raw).value
        if name is None:
            # 顺丰/王师傅 is no name for a card, but it is who came.
            text = " ".join(cell_text(raw)[: MAX_NAME + 1].split())
            if text[:1] not in "=+-@" and len(text) <= MAX_NAME:
                return text
            self._problem(PaperField.NAME, PaperProblem.NAME_NOT_A_NAME)
        return name

    def _temperature(self) -> int | None:
        if not self._has(PaperField.TEMPERATURE) or self._word(PaperField.TEMPERATURE) in _NOT_TAKEN:
            return None
        tenths = read_temperature(self.cells.get(PaperField.TEMPERATURE))
        if tenths is None:
            self._problem(PaperField.TEMPERATURE, PaperProblem.TEMP_NOT_A_NUMBER)
        return tenths

    def _note(self) -> str | None:
        text = cell_text(self.cells.get(PaperField.NOTE)).strip()
        if len(text) > _LONGEST_NOTE:
            self._problem(PaperField.NOTE, PaperProblem.CELL_TOO_LONG)
            return None
        return text or None
