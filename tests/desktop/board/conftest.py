"""A session over a command post that has seen six weeks of a small city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.session import Session
from tests.city_desk import CityDesk, fill_city_desk
from tests.desks import copied, file_desk, open_again, where_of
from tests.registers import FakeClock


@dataclass(frozen=True)
class Filled:
    """A closed post, what is in it, and its clock."""

    where: Path
    city: CityDesk
    clock: FakeClock


@dataclass(frozen=True)
class Desk:
    """An open post of its own, with what is in it."""

    session: Session
    city: CityDesk


@pytest.fixture(scope="package")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """Filled once; tests copy it."""
    folder = tmp_path_factory.mktemp("city-desk")
    clock = FakeClock()
    with file_desk(folder, clock) as register:
        city = fill_city_desk(register, clock, folder / "sticks", gates=20)
        where = where_of(register)
    assert isinstance(where, Path)
    return Filled(where, city, clock)


@pytest.fixture
def desk(filled: Filled, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """The post, open as its lead, in English."""
    install_language("en")
    apply_theme(qapp, Theme())
    clock = FakeClock(filled.clock.now)
    session = Session(open_again(copied(filled.where, tmp_path / "desk"), clock))
    crashes: list[object] = []
    session.tasks.crashed.connect(crashes.append)
    yield Desk(session, filled.city)
    qtbot.waitUntil(lambda: session.tasks.idle, timeout=20_000)
    session.close()
    assert crashes == []
