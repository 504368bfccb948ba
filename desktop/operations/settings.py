"""The gate's settings: read them, keep them."""

from __future__ import annotations

from dataclasses import replace

from db.register import Register
from db.settings import GateSettings, read_settings, write_settings
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic

FOR_ANYONE = frozenset({"lane", "line_code", "method", "mute", "scanner_ports", "speak", "volume"})
"""What a volunteer may set: how they work, not what the rules are."""


def keep_settings(register: Register, settings: GateSettings, before: GateSettings) -> Done[GateSettings]:
    """Keeps what somebody changed, going by what they saw (`before`); what changed meanwhile stays. The rules (fever
    line, whether to measure, who to call) are the lead's, and changing them is a line.

    Raises `Denied` (`NOT_ALLOWED`), `Refusal` (`INVALID`)."""
    meant = _differing(settings, before)
    with register.writing() as ledger:
        now = read_settings(ledger.connection)
        wanted = replace(now, **{name: getattr(settings, name) for name in meant})
        rules = _differing(wanted, now) - FOR_ANYONE
        if rules:
            ledger.require(Role.LEAD)
        write_settings(ledger.connection, wanted)
        if rules:
            ledger.append("settings.changed", {name: getattr(wanted, name) for name in sorted(rules)})
    return Done(wanted, Change.of(Topic.SETTINGS))


def _differing(one: GateSettings, other: GateSettings) -> set[str]:
    return {name for name, value in vars(one).items() if value != getattr(other, name)}
