"""A day at the gate through the real page, compared line by line with what should stand in the book."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from db.books.issuing import revoke_pass
from db.books.pass_id import Book
from tests.desktop.gate.desk import Desk

PEOPLE, CROSSINGS = 24, 70
DIRECTIONS = {"in": "+", "out": "-"}


@dataclass
class Expected:
    """A line as it should stand: outcome and whether it is void may change later."""

    name: str
    direction: str
    tenths: int | None
    outcome: str = "passed"
    void: bool = False


def test_a_busy_day_is_in_the_book_as_it_happened(desk: Desk) -> None:
    """Crossings both ways, doubles, two or three scanned ahead, refused cards, fevers, visitors, a voided line."""
    chance = random.Random(20200210)
    books = list(Book)
    cards = {f"人{place:02d}": desk.issue(f"人{place:02d}", books[place % 3])[1] for place in range(PEOPLE)}
    gone, gone_card = desk.issue("离岗的人")
    late_card = desk.issue("过期的人", valid_until=date(2020, 2, 1))[1]
    with desk.register.writing() as ledger:
        revoke_pass(ledger, gone.id, "离岗")
    inside: set[str] = set()
    expected: list[Expected] = []
    refused = 0
    names = list(cards)

    def direction(name: str) -> str:
        return "out" if name in inside else "in"

    def cross(name: str, tenths: int) -> None:
        way = direction(name)
        desk.keys(f"{DIRECTIONS[way]}{tenths}⏎")
        expected.append(Expected(name, way, tenths))
        (inside.add if way == "in" else inside.discard)(name)

    while len(expected) < CROSSINGS:
        dice = chance.random()
        name = chance.choice(names)
        desk.clock.forward(seconds=chance.randint(5, 60))
        if dice < 0.70:
            desk.scan(cards[name])
            if dice < 0.05:
                desk.scan(cards[name], after=1)
            cross(name, chance.randint(355, 372))
        elif dice < 0.82:
            queue = chance.sample(names, chance.randint(2, 4))
            for one in queue:
                desk.scan(cards[one], after=1)
            for one in queue:
                cross(one, chance.randint(355, 372))
        elif dice < 0.88:
            desk.scan(chance.choice([gone_card, late_card]))
            assert desk.kind == "deny"
            desk.keys("⏎")
            refused += 1
        elif dice < 0.92:
            way, first, second = direction(name), chance.randint(373, 385), chance.choice([366, 376])
            desk.scan(cards[name])
            desk.keys(f"{DIRECTIONS[way]}{first}⏎")
            desk.clock.forward(minutes=11)
            desk.press(Qt.Key.Key_F8)
            desk.keys(f"{second}⏎")
            turned_away = second >= 373
            desk.keys("⏎⏎⏎⏎" if turned_away else "⏎")
            desk.page.close_fevers()
            expected.append(Expected(name, way, second, "turned_away" if turned_away else "passed"))
            if not turned_away:
                (inside.add if way == "in" else inside.discard)(name)
        elif dice < 0.96:
            desk.press(Qt.Key.Key_F5)
            assert desk.page.panels.guest is not None
            desk.page.panels.guest.name.set_text(f"访客{len(expected)}")
            desk.page.panels.guest.directions.choose("in")
            desk.keys("⏎")
            desk.keys("364⏎")
            expected.append(Expected(f"访客{len(expected)}", "in", 364))
        elif expected and not expected[-1].void and expected[-1].outcome == "passed":
            desk.press(Qt.Key.Key_F9)
            desk.keys("1⏎")
            last = expected[-1]
            last.void = True
            if last.name in cards:
                # What was before it counts again.
                (inside.discard if last.direction == "in" else inside.add)(last.name)

    entries = desk.entries
    assert [entry.no for entry in entries] == list(range(1, len(expected) + 1))
    written = [
        Expected(
            entry.name, entry.direction.value, entry.temp_tenths, entry.outcome, entry.voided_at is not None
        )
        for entry in entries
    ]
    assert written == expected
    assert len(desk.refused) == refused
    standing = [one for one in expected if not one.void and one.outcome == "passed"]
    total = desk.page.counters.total()
    assert total.entered == sum(one.direction == "in" for one in standing)
    assert total.left == sum(one.direction == "out" for one in standing)
    assert total.inside == len(inside)
    assert desk.page.conductor.flow.front is None and desk.page.conductor.flow.waiting == []
