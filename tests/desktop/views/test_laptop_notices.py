"""What is said of battery, disk and sleep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.register import Register
from desktop.devices.laptop import Laptop, LaptopWatch, look_at_laptop
from desktop.language import install_language
from desktop.views.laptop_notices import LaptopNotices
from tests.registers import new_register


@pytest.fixture
def register(tmp_path: Path, qapp: QApplication) -> Iterator[Register]:
    register = new_register(tmp_path)
    yield register
    register.close()


def notices_of(register: Register, seen: list[Laptop]) -> LaptopNotices:
    install_language("en")
    return LaptopNotices(register, watch=LaptopWatch(lambda: seen[-1]))


def test_a_low_battery_is_said_early_with_the_time_that_is_left(register: Register, qtbot: QtBot) -> None:
    seen = [Laptop(percent=31, minutes=60, has_battery=True)]
    notices = notices_of(register, seen)
    notices.watch.look()
    assert notices.notices() == []
    seen.append(Laptop(percent=30, minutes=55, has_battery=True))
    with qtbot.waitSignal(notices.changed):
        notices.watch.look()
    (notice,) = notices.notices()
    assert (notice.words, notice.kind) == ("Battery 30 %, about 55 min: plug it in", "attn")
    seen.append(Laptop(has_battery=True))
    notices.watch.look()
    assert notices.notices() == []


def test_a_nearly_empty_battery_is_said_aloud_once(register: Register) -> None:
    seen = [Laptop(percent=10, has_battery=True)]
    notices = notices_of(register, seen)
    said: list[str] = []
    notices.warned.connect(said.append)
    notices.watch.look()
    seen.append(Laptop(percent=9, has_battery=True))
    notices.watch.look()
    assert len(said) == 1 and "10 %" in said[0]
    assert notices.notices()[0].words == "Battery 9 %: plug it in"


def test_a_full_disk_is_said_before_it_is_full(register: Register) -> None:
    notices = notices_of(register, [Laptop(free=320 * 2**20)])
    notices.watch.look()
    assert [notice.words for notice in notices.notices()] == ["320 MB left on the disk: make room"]


@pytest.mark.parametrize("has_battery", [True, False])
def test_sleep_is_spoken_of_only_where_a_laptop_cannot_be_kept_awake(
    register: Register, has_battery: bool
) -> None:
    notices = notices_of(register, [Laptop(has_battery=has_battery)])
    notices.watch.look()
    assert notices.notices() == []
    notices.hold(False)
    assert bool(notices.notices()) is has_battery


def test_what_the_system_tells_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def battery(percent: float, secsleft: int, power_plugged: bool) -> None:
        told = SimpleNamespace(percent=percent, secsleft=secsleft, power_plugged=power_plugged)
        monkeypatch.setattr(psutil, "sensors_battery", lambda: told, raising=False)

    battery(18.4, 2430, False)
    seen = look_at_laptop(tmp_path / "register")
    assert (seen.percent, seen.minutes, seen.has_battery) == (18, 40, True)
    assert seen.free is not None and seen.free > 0
    battery(18.4, psutil.POWER_TIME_UNKNOWN, False)
    assert look_at_laptop(None) == Laptop(percent=18, has_battery=True)
    battery(99.0, psutil.POWER_TIME_UNLIMITED, True)
    assert look_at_laptop(None) == Laptop(has_battery=True)
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None)
    assert look_at_laptop(None) == Laptop()
