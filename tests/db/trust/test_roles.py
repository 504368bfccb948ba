"""Roles have an order of their own."""

from __future__ import annotations

import random

from db.trust.roles import Role


def test_a_lead_is_above_a_registrar_and_a_registrar_above_a_volunteer() -> None:
    assert Role.VOLUNTEER < Role.REGISTRAR < Role.LEAD
    assert Role.LEAD >= Role.REGISTRAR >= Role.REGISTRAR > Role.VOLUNTEER
    assert not Role.VOLUNTEER >= Role.REGISTRAR
    shuffled = list(Role)
    random.shuffle(shuffled)
    assert sorted(shuffled) == [Role.VOLUNTEER, Role.REGISTRAR, Role.LEAD]


def test_a_role_is_its_word() -> None:
    assert Role("lead") is Role.LEAD
    assert f"{Role.REGISTRAR}" == "registrar"


def test_a_volunteer_cannot_sign() -> None:
    assert [role.may_sign for role in (Role.VOLUNTEER, Role.REGISTRAR, Role.LEAD)] == [False, True, True]
