"""Which days still want a seal: those with a line that came after their newest one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db.books.crossings import record_past
from db.books.verdict import Direction
from db.ledger.append import Ledger
from db.ledger.seal import seals_of, unsealed_days
from db.register import Register
from tests.registers import FakeClock, new_register


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as made:
        yield made


def came(ledger: Ledger, at: str, name: str) -> None:
    record_past(ledger, datetime.fromisoformat(f"{at}:00.000+08:00"), Direction.IN, None, name, 365)


def unsealed(register: Register) -> list[str]:
    with register.reading() as connection:
        return unsealed_days(connection, register.gate.gate, register.clock.today().isoformat())


def test_a_day_is_sealed_once_and_again_for_what_came_later(register: Register, clock: FakeClock) -> None:
    today = register.clock.today().isoformat()
    with register.writing() as ledger:
        came(ledger, "2020-02-08T09:00", "甲")
        came(ledger, "2020-02-09T09:00", "乙")
        came(ledger, f"{today}T00:00", "丙")
    assert unsealed(register) == ["2020-02-08", "2020-02-09"], "the day that goes on is none of them"
    clock.forward(days=1)
    with register.writing() as ledger:
        came(ledger, "2020-02-09T10:00", "丁")
    assert unsealed(register) == ["2020-02-09"]
    clock.forward(days=1)
    with register.writing():
        pass
    assert unsealed(register) == []
    with register.reading() as connection:
        counts = {
            day: [seal.entries for seal in seals_of(connection, register.gate.gate, day)]
            for day in ("2020-02-08", "2020-02-09", today)
        }
    assert counts == {"2020-02-08": [1], "2020-02-09": [1, 2], today: [1]}
