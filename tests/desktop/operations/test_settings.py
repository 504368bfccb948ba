"""Settings are kept: the rules by a lead, ways of working by anyone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import Denied, RefusalCode
from db.ledger.store import read_lines
from db.register import Register
from db.settings import GateSettings, read_settings
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.operations.settings import keep_settings
from tests.registers import as_role, new_register

USUAL = GateSettings()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        yield register


def kept(register: Register) -> GateSettings:
    with register.reading() as connection:
        return read_settings(connection)


def noted(register: Register) -> list[object]:
    """The bodies of the lines that say that rules were changed."""
    with register.reading() as connection:
        return [line.body for line in read_lines(connection, 312, 1) if line.head.kind == "settings.changed"]


def test_a_lead_changes_the_rules_and_the_line_says_which(register: Register) -> None:
    wanted = replace(USUAL, fever_tenths=372, lead_phone="13800007716", lane="in")
    done = keep_settings(register, wanted, USUAL)
    assert (done.value, done.change) == (wanted, Change.of(Topic.SETTINGS))
    assert kept(register) == wanted
    assert noted(register) == [{"fever_tenths": 372, "lead_phone": "13800007716"}]


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REGISTRAR])
def test_others_choose_how_they_work_and_change_no_rule(register: Register, role: Role) -> None:
    as_role(register, role)
    keep_settings(register, replace(USUAL, lane="out", method="ear", mute=True, volume=30), USUAL)
    assert kept(register).lane == "out"
    with pytest.raises(Denied) as raised:
        keep_settings(register, replace(USUAL, lane="in", fever_tenths=380), USUAL)
    assert raised.value.code is RefusalCode.NOT_ALLOWED
    assert (kept(register).lane, kept(register).fever_tenths) == ("out", 373)
    assert noted(register) == []


def test_whoever_says_that_the_rule_was_so_before_changes_it_no_less(register: Register) -> None:
    as_role(register, Role.VOLUNTEER)
    wanted = replace(USUAL, fever_tenths=400)
    keep_settings(register, wanted, wanted)
    assert kept(register).fever_tenths == 373


def test_what_another_changed_meanwhile_stays(register: Register) -> None:
    keep_settings(register, replace(USUAL, fever_tenths=372), USUAL)
    keep_settings(register, replace(USUAL, wait_minutes=15), USUAL)
    assert (kept(register).fever_tenths, kept(register).wait_minutes) == (372, 15)


def test_keeping_what_is_kept_already_is_no_line(register: Register) -> None:
    wanted = replace(USUAL, fever_tenths=372)
    keep_settings(register, wanted, USUAL)
    keep_settings(register, wanted, USUAL)
    assert len(noted(register)) == 1
