"""What the gate page says of another gate's card: its days by its own signature, and how old the post's list is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.books.pass_id import Scope
from db.books.verdict import Direction
from desktop.language import install_language
from desktop.operations.arrivals import Arrival
from desktop.views.gate.details import Fact, details_of
from desktop.views.gate.person import Person
from desktop.views.gate.words import Setting
from tests.district import District, look
from tests.registers import issue


@pytest.fixture
def district(tmp_path: Path) -> District:
    return District(tmp_path)


def test_its_days_are_told_and_the_age_of_the_list_once_it_is_too_old(
    district: District, qapp: QApplication
) -> None:
    install_language("en")
    here, there = district.gate(312), district.gate(313)
    _, digits = issue(there, scope=Scope.DISTRICT, valid_until=date(2020, 3, 15))
    district.join(here)

    def facts() -> tuple[Fact, ...]:
        arrival = Arrival(look(here, digits), None, None)
        return details_of(Person(arrival, Direction.IN, "forehead"), Setting(here.clock.today())).facts

    fresh = facts()
    assert (fresh[0].value, fresh[0].beside) == ("2020-03-15", "34 days left")
    assert "old" not in fresh[2].beside
    district.clock.forward(days=4)
    assert (facts()[2].value, facts()[2].beside) == ("Photo and ID", "list 4 days old")
    district.close()
