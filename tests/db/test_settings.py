"""What a gate has set, on its own machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from db.errors import Refusal, RefusalCode
from db.register import Register
from db.settings import GateSettings, get_setting, put_setting, read_settings, write_settings
from tests.registers import new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        yield register


def kept(register: Register) -> GateSettings:
    with register.reading() as connection:
        return read_settings(connection)


def test_where_nobody_chose_the_rules_are_those_of_the_design(register: Register) -> None:
    found = kept(register)
    assert (found.fever_tenths, found.lane, found.method, found.temp_in) == (373, "auto", "forehead", True)
    assert found == GateSettings()


def test_what_is_set_is_read_again(register: Register) -> None:
    wanted = replace(
        GateSettings(),
        fever_tenths=372,
        temp_out=False,
        lane="in",
        fever_place="门岗东侧帐篷",
        mute=True,
        idle_minutes=0,
    )
    with register.changing() as connection:
        write_settings(connection, wanted)
    assert kept(register) == wanted


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fever_tenths", 364),
        ("fever_tenths", 401),
        ("fever_tenths", "373"),
        ("fever_tenths", 37.3),
        ("fever_tenths", True),
        ("temp_in", 1),
        ("lane", "up"),
        ("method", "hand"),
        ("wait_minutes", -1),
        ("valid_days", 0),
        ("valid_days", 366),
        ("volume", 101),
        ("fever_place", None),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_and_changes_nothing(
    register: Register, field: str, value: object
) -> None:
    with pytest.raises(Refusal) as raised, register.changing() as connection:
        write_settings(
            connection, GateSettings(**{**asdict(GateSettings()), "lead_name": "李", field: value})
        )
    assert (raised.value.code, raised.value.params["field"]) == (RefusalCode.INVALID, field)
    assert kept(register) == GateSettings()


def test_a_stored_value_that_no_longer_fits_counts_as_not_set(register: Register) -> None:
    with register.changing() as connection:
        put_setting(connection, "gate.fever_tenths", "999")
        put_setting(connection, "gate.lane", '"sideways"')
        put_setting(connection, "gate.of_tomorrow", "1")
        put_setting(connection, "gate.valid_days", "60")
    assert kept(register) == replace(GateSettings(), valid_days=60)


def test_one_value_replaces_another(register: Register) -> None:
    with register.changing() as connection:
        put_setting(connection, "last_lane", "in")
        put_setting(connection, "last_lane", "out")
        assert get_setting(connection, "last_lane") == "out"
        assert get_setting(connection, "nothing", "else") == "else"
