"""A command post that has seen six weeks of a small city: some gates late, some with gaps, one silent, and cards that
were where they could not be."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from db import desk_models
from db.books.posts import admit_gate
from db.register import Register
from tests.desks import FIRST_DAY, POST, RECIPIENT, MadeGate, bring, day_of, stamp
from tests.registers import FakeClock

DAYS = 45
TODAY = FIRST_DAY + timedelta(days=DAYS - 1)
NOW = f"{TODAY} 08:10"
AREAS = ("永安片区", "浮山片区", "温泉片区")
_PLACES = ("泉韵佳苑", "龙潭家园", "桂花园", "银泉小区", "碧桂园", "书台街", "同心花园", "香城一品")
SILENT, GAPPED, PARTIAL, LATE, FORKED = 5, 9, 12, 14, 17
"""Gates by what is odd about them; the others are in order."""


@dataclass(frozen=True)
class CityDesk:
    """`gates` by number; `card` is used at several gates, `copied` at two at once."""

    gates: dict[int, MadeGate]
    card: str
    copied: str


def fill_city_desk(register: Register, clock: FakeClock, folder: Path, gates: int = 24) -> CityDesk:
    """Fills an empty post, and leaves its clock on the morning of `NOW`."""
    clock.at(f"{FIRST_DAY} 07:00")
    made = {number: _gate(number) for number in range(1, gates + 1)}
    _admit(register, made)
    _paint_weeks(register, made)
    clock.at(NOW)
    card, copied = _odd_days(made)
    folder.mkdir(parents=True, exist_ok=True)
    for number, gate in made.items():
        if number == GAPPED:
            bring(register, folder, gate.bundle(1, 4), gate.bundle(9))
        elif number == FORKED:
            other = gate.clone(3)
            other.cross("out", None, DAYS - 2, 700)
            bring(register, folder, gate.bundle(), other.bundle(4))
        else:
            bring(register, folder, gate.bundle())
    clock.at(NOW)
    return CityDesk(made, card, copied)


def _gate(number: int) -> MadeGate:
    return MadeGate.open(number)


def _admit(register: Register, gates: dict[int, MadeGate]) -> None:
    with register.writing() as ledger:
        for number, gate in gates.items():
            place = f"{_PLACES[number % len(_PLACES)]}{number // len(_PLACES) + 1} 区"
            name = ("东门", "西门", "南门")[number % 3]
            key = gate.key.public.hex()
            admit_gate(ledger, number, name, place, RECIPIENT, key, stamp(0, 0), True)
            area = AREAS[(number - 1) * len(AREAS) // len(gates)]
            ledger.append("compound.named", {"id": place, "name": place, "area": area})


def _paint_weeks(register: Register, gates: dict[int, MadeGate]) -> None:
    """What the board reads of the weeks before, written straight into its tables."""
    dice = random.Random(7)
    counts: list[dict[str, Any]] = []
    arrivals: list[dict[str, Any]] = []
    for number in gates:
        for day in range(DAYS - 1):
            if _not_in(number, day):
                continue
            counts.append(_counts(dice, number, day))
            if number == PARTIAL and day == DAYS - 2:
                continue
            late = number == LATE and day % 6 == 1
            came = stamp(day + 2 if late else day + 1, 8 * 60 + 4)
            # Before the post's own lines, so that these are what came first.
            row = {"post": POST, "epoch": 0, "seq": len(arrivals), "at": came, "gate": number}
            row |= {"of_epoch": 1, "first": 1, "last": 1, "head": "0" * 64, "new": 1}
            row |= {"from_day": day_of(day), "until_day": day_of(day + 1), "sealed_day": day_of(day)}
            arrivals.append(row | {"latest_at": stamp(day, 1300)})
    with register.changing() as connection:
        connection.execute(insert(desk_models.day_counts), counts)
        connection.execute(insert(desk_models.arrivals), arrivals)


def _not_in(number: int, day: int) -> bool:
    return number in (SILENT, GAPPED, FORKED) and day >= DAYS - (4 if number == SILENT else 3)


def _counts(dice: random.Random, number: int, day: int) -> dict[str, Any]:
    books = {
        f"{book}_{way}": dice.randrange(most // 2, most)
        for book, most in (
            ("official", 80),
            ("medical", 90),
            ("support", 60),
            ("resident", 160),
            ("visitor", 40),
        )
        for way in ("in", "out")
    }
    trouble = dice.random() < 0.3
    row: dict[str, Any] = {"gate": number, "day": day_of(day), **books}
    row |= {"entries": sum(books.values()) + 3, "voided": 2, "turned_away": int(trouble)}
    return row | {"fevers": int(trouble), "refused": 2 * trouble, "incidents": int(trouble), "sealed": 1}


def _odd_days(gates: dict[int, MadeGate]) -> tuple[str, str]:
    """The last two days, as the gates wrote them: what only the whole can see, and somebody's way through the city."""
    home, other, third, fourth = gates[1], gates[2], gates[3], gates[4]
    home.issue(1, "周文静")
    home.issue(2, "郑文博", id_no="421202198811230017", phone="13800007716", unit="供电公司", post="抢修")
    home.issue(3, "赵丽华", id_no="421202197503120029", phone="13700001234")
    third.issue(1, "陈思远", id_no="421202199305060038")
    gates[FORKED].cross("in", None, DAYS - 2, 600)
    gates[FORKED].cross("out", None, DAYS - 2, 640)
    gates[FORKED].cross("in", None, DAYS - 2, 660)
    for turn in range(10):
        gates[GAPPED].cross("in" if turn % 2 == 0 else "out", None, DAYS - 3, 420 + 20 * turn)
    card, copied, revoked, twice = home.pass_id(1), home.pass_id(2), home.pass_id(3), third.pass_id(1)
    for day in range(DAYS - 5, DAYS - 1):
        home.cross("out", card, day, 425, name="周文静")
        other.cross("in", card, day, 470, name="周文静")
        other.cross("out", card, day, 1050, name="周文静")
        home.cross("in", card, day, 1100, name="周文静")
        for minute, name in ((428, "王芳"), (431, "李秀英"), (1095, "王芳")):
            home.cross("out" if minute < 500 else "in", None, day, minute, name=name)
    day = DAYS - 2
    home.cross("in", copied, day, 480, name="郑文博")
    other.cross("in", copied, day, 540, name="郑文博")
    other.cross("out", copied, day, 590, name="郑文博")
    home.cross("out", copied, day, 640, name="郑文博")
    home.write("pass.revoked", {"pass": revoked, "reason": "挂失"}, day, 660)
    fourth.cross("in", revoked, day, 700, name="赵丽华")
    third.cross("in", twice, day, 710, name="陈思远")
    fourth.cross("in", twice, day, 713, name="陈思远")
    fourth.write("clock.noted", {"anomaly": "behind", "by_seconds": 5400}, day, 720)
    return card, copied
