"""A city's weeks as they stand in a command post's register, written straight into its tables: what the questions are
asked of that are asked of the whole. Importing 18 million lines the real way would take most of a day.

Gates are admitted and passes come in as they really do. Of the crossings every row is there that an import would have
written (lines, entries, who is inside, the days' counts, what came when), only that no chain holds the lines together.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from db import desk_models, models
from db.books.day_counts import count_days
from db.books.days import ENTRY_BOOKS
from db.books.posts import post_identity
from db.exchange.merge.importing import import_file
from db.register import Register
from db.times import instant_of
from tests.desks import POST, MadeGate, admit, day_of

WITH_CARD = 0.8
TRAVELLERS = 0.05
"""How many of those who leave a compound pass another gate on their way, and come back."""
COPIES = 500
"""One traveller in so many is seen at the other gate too soon, and another does not leave it before being home."""
TRAVELLING_CARDS = 10
"""Only one card in so many ever travels, to the same few gates."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国红玉梅琳辉玲晓燕欣怡宇轩子涵梓晨浩然思远志海波"
)
_MINUTE = 60_000


@dataclass(frozen=True)
class City:
    """How much of it there is. `per_day` lines a gate and day, about."""

    gates: int = 203
    days: int = 45
    per_day: int = 2_000
    passes: int = 1_000

    @property
    def lines(self) -> int:
        """About how many lines they are."""
        return self.gates * self.days * self.per_day


@dataclass(frozen=True)
class _Event:
    """Somebody at a gate, `at` milliseconds of the day. `card` is (home gate, number)."""

    at: int
    gate: int
    direction: str
    card: tuple[int, int] | None
    name: str


def fill_city(register: Register, city: City, folder: Path) -> None:
    """Fills an empty post."""
    gates = [MadeGate.open(number) for number in range(1, city.gates + 1)]
    admit(register, *gates)
    with register.writing() as ledger:
        for gate in gates:
            compound = f"小区 {gate.number}"
            area = f"{(gate.number - 1) // 14 + 1:02d} 片区"
            ledger.append("compound.named", {"id": compound, "name": compound, "area": area})
    with register.reading() as connection:
        identity: Any = post_identity(connection)
    for gate in gates:
        for number in range(1, city.passes + 1):
            facts: dict[str, Any] = {
                "id_no": f"4212{gate.number:06d}{number:08d}",
                "phone": f"139{gate.number:03d}{number:05d}",
            }
            gate.issue(number, name_of(gate.number, number), **facts)
        path = gate.bundle().put(folder)
        assert import_file(register, path, lambda work: work(), identity).taken is not None
        path.unlink()
    weeks = _Weeks(city, {gate.number: len(gate.lines) for gate in gates})
    for day in range(city.days):
        with register.changing() as connection:
            for table, rows in weeks.day(day).items():
                _put(connection, table, rows)
    with register.changing() as connection:
        _put(connection, models.presence, weeks.inside.values())
        for gate in gates:
            count_days(connection, gate.number, [])


def learn(register: Register) -> None:
    """Lets a server look at its tables, as it does by itself some time after they grew."""
    if register.place.on_server:
        with register.changing() as connection:
            connection.exec_driver_sql("ANALYZE")


def name_of(gate: int, number: int) -> str:
    """The name of the holder of a pass."""
    dice = random.Random(gate * 1_000_003 + number)
    return dice.choice(_SURNAMES) + "".join(dice.choices(_GIVEN, k=dice.choice((1, 2, 2))))


class _Weeks:
    """The days of a city, one after another. `inside` are the rows of who is where."""

    def __init__(self, city: City, seqs: dict[int, int]) -> None:
        self._city = city
        self._dice = random.Random(20200210)
        self._seqs = seqs
        self._names: dict[tuple[int, int], str] = {}
        self._arrived = 0
        self.inside: dict[tuple[int, int, int], tuple[Any, ...]] = {}

    def day(self, day: int) -> dict[Table, list[tuple[Any, ...]]]:
        """The rows of a day, by gate."""
        at_gate: dict[int, list[_Event]] = {gate: [] for gate in self._seqs}
        for event in self._events():
            at_gate[event.gate].append(event)
        rows: dict[Table, list[tuple[Any, ...]]] = {
            table: []
            for table in (models.lines, models.entries, desk_models.day_counts, desk_models.arrivals)
        }
        for gate, events in at_gate.items():
            events.sort(key=lambda event: event.at)
            self._gate_day(gate, day, events, rows)
        return rows

    def _events(self) -> Iterator[_Event]:
        city, dice = self._city, self._dice
        ways = int(city.per_day * WITH_CARD / 2 / (1 + TRAVELLERS))
        for gate in self._seqs:
            for number in dice.sample(range(1, city.passes + 1), min(ways, city.passes)):
                left = dice.randrange(6 * 60, 12 * 60) * _MINUTE + dice.randrange(_MINUTE)
                back = left + dice.randrange(120, 600) * _MINUTE
                card = (gate, number)
                name = self._name(card)
                yield _Event(left, gate, "out", card, name)
                yield _Event(back, gate, "in", card, name)
                if number % TRAVELLING_CARDS == 0 and dice.random() < TRAVELLERS * TRAVELLING_CARDS:
                    other = (gate + number // TRAVELLING_CARDS * (1 + dice.randrange(3))) % city.gates + 1
                    if other == gate:
                        continue
                    odd = dice.randrange(COPIES)
                    yield _Event(left + (2 if odd == 0 else 40) * _MINUTE, other, "in", card, name)
                    if odd != 1:
                        yield _Event(back - 30 * _MINUTE, other, "out", card, name)
            for turn in range(int(city.per_day * (1 - WITH_CARD))):
                at = dice.randrange(6 * 60, 22 * 60) * _MINUTE + dice.randrange(_MINUTE)
                yield _Event(at, gate, "in" if turn % 2 else "out", None, f"访客{dice.randrange(5000)}")

    def _name(self, card: tuple[int, int]) -> str:
        if card not in self._names:
            self._names[card] = name_of(*card)
        return self._names[card]

    def _gate_day(
        self, gate: int, day: int, events: list[_Event], rows: dict[Table, list[tuple[Any, ...]]]
    ) -> None:
        written, counted = day_of(day), Counter[tuple[str, str]]()
        first = self._seqs[gate] + 1
        lines, entries = rows[models.lines], rows[models.entries]
        time = ""
        for no, event in enumerate(events, start=1):
            self._seqs[gate] += 1
            seq = self._seqs[gate]
            time = _stamp(written, event.at)
            instant = instant_of(time)
            book = "medical" if event.card else "visitor"
            human = f"M-{event.card[0]:04d}-{event.card[1]:06d}" if event.card else None
            temp = 360 + seq % 12
            body = {"no": no, "day": written, "time": time, "direction": event.direction, "inferred": False}
            body |= {
                "book": book,
                "pass": human,
                "name": event.name,
                "unit": "市中心医院",
                "temp_tenths": temp,
            }
            body |= {
                "method": "forehead",
                "verdict": "ok",
                "override": None,
                "held": None,
                "outcome": "passed",
            }
            number = gate << 32 | seq
            text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
            chain = (f"{number * 3:064x}", f"{number - 1:064x}", f"{number:064x}", f"{number:032x}")
            lines.append((gate, 1, seq, time, "op-1", "entry.recorded", *chain, text))
            card = (event.card[0], "medical", event.card[1]) if event.card else (None, None, None)
            told = (event.name, "市中心医院", temp, "forehead", "ok", None, None, None, "passed", "", "op-1")
            when = (written, no, time, instant, event.direction, False, book)
            entries.append((gate, 1, seq, *when, *card, *told, None, None))
            counted[book, event.direction] += 1
            if event.card:
                own = (gate, card[0], "medical", card[2])
                self.inside[gate, *event.card] = (*own, time, instant, 1, seq, event.direction)
        crossed = tuple(counted[book, way] for book in ENTRY_BOOKS for way in ("in", "out"))
        rows[desk_models.day_counts].append((gate, written, len(events), 0, 0, *crossed, 0, 0, 0, None))
        self._arrived += 1
        came = (_stamp(day_of(day + 1), 8 * 60 * _MINUTE), gate, 1, first, self._seqs[gate], "0" * 64)
        days = (len(events), written, day_of(day + 1), written, time)
        rows[desk_models.arrivals].append((POST, 1, 1_000_000 + self._arrived, *came, *days))


def _stamp(day: str, at: int) -> str:
    minutes, rest = divmod(at, _MINUTE)
    return f"{day}T{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}+08:00"


def _put(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Writes rows as quickly as the database takes them."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        marks = ",".join("?" * len(table.c))
        driver.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
        return
    columns = ",".join(f'"{column.name}"' for column in table.c)
    with driver.cursor().copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write("\t".join("\\N" if value is None else str(value) for value in row) + "\n")
