"""The gate's settings: read them, keep them."""

from __future__ import annotations

from db.register import Register
from db.settings import GateSettings, write_settings
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic

FOR_ANYONE = frozenset({"lane", "method", "mute", "volume"})
"""What a volunteer may set: how they work, not what the rules are."""


def keep_settings(register: Register, settings: GateSettings, before: GateSettings) -> Done[GateSettings]:
    """Keeps the gate's settings. The rules (fever line, whether to measure, who to call) are the lead's.

    Raises `Denied` (`NOT_ALLOWED`), `Refusal` (`INVALID`)."""
    with register.writing() as ledger:
        changed = {name for name in vars(settings) if getattr(settings, name) != getattr(before, name)}
        if changed - FOR_ANYONE:
            ledger.require(Role.LEAD)
        write_settings(ledger.connection, settings)
        rules = {name: getattr(settings, name) for name in sorted(changed - FOR_ANYONE)}
        if rules:
            ledger.append("settings.changed", rules)
    return Done(settings, Change.of(Topic.SETTINGS))
