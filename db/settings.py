"""What a gate has set. Kept in its register, on this machine only: a setting decides what is written, never what
a line means."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import msgspec
from sqlalchemy import Connection, select

from db import models
from db.errors import Refusal, RefusalCode
from db.ledger.kinds import Item, kind
from db.prepared import Prepared

MOVED_TO = "moved_to"
"""Where a register went on; it stays to be read."""

_table = models.settings
_PREFIX = "gate."


@dataclass(frozen=True)
class GateSettings:
    """A gate's settings, with what they are where nobody chose.

    `fever_tenths`: the fever line in tenths of °C. `temp_in`, `temp_out`: whether that direction needs a
    temperature. `wait_minutes`: how long someone with a fever sits before the second reading. `lane`: `in`,
    `out` or `auto`. `method`: the thermometer used. `valid_days`: how long a new pass is good. `fever_place`,
    `lead_phone`, `doctor_phone`: what the fever steps say. `card_phone`: printed on cards. `idle_minutes`:
    until all but the gate page locks, 0 for never. `retention_days`: how long lines say who somebody was, 0 for as
    long as nobody has decided. `answer_days`: how old the command post's answer may be before it is said.
    `speak`: whether words are said aloud, where the system has a voice. `line_code`: whether large cards have a code
    of one line too, for scanners that read no other. `scanner_ports`: the serial ports that somebody said are
    scanners', by keys with spaces between."""

    fever_tenths: int = 373
    temp_in: bool = True
    temp_out: bool = True
    wait_minutes: int = 10
    lane: str = "auto"
    method: str = "forehead"
    valid_days: int = 30
    fever_place: str = ""
    lead_name: str = ""
    lead_phone: str = ""
    doctor_phone: str = ""
    card_phone: str = ""
    idle_minutes: int = 15
    mute: bool = False
    volume: int = 80
    speak: bool = True
    retention_days: int = 90
    answer_days: int = 3
    line_code: bool = False
    scanner_ports: str = ""


class SettingsChanged(msgspec.Struct, frozen=True):
    """Rules of the gate were changed; the body holds the new values by name."""


@kind("settings.changed", SettingsChanged)
def _settings_changed(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; the settings themselves are this machine's own."""


_CHOICES = {"lane": ("auto", "in", "out"), "method": ("forehead", "wrist", "neck", "armpit", "ear")}
_RANGES = {
    "fever_tenths": (365, 400),
    "wait_minutes": (0, 60),
    "valid_days": (1, 365),
    "idle_minutes": (0, 480),
    "volume": (0, 100),
    "retention_days": (0, 3650),
    "answer_days": (1, 60),
}


_USUAL = GateSettings()
_KEPT = Prepared(select(_table).where(_table.c.name.startswith(_PREFIX)))


def read_settings(connection: Connection) -> GateSettings:
    """The gate's settings; a stored value that no longer fits its range counts as not set."""
    chosen = {row.name.removeprefix(_PREFIX): json.loads(row.value) for row in _KEPT.rows(connection)}
    fits = {name: value for name, value in chosen.items() if hasattr(_USUAL, name) and _fits(name, value)}
    return replace(_USUAL, **fits)


def write_settings(connection: Connection, settings: GateSettings) -> None:
    """Keeps the settings. Raises `Refusal` (`INVALID` with the field) for one out of range."""
    for name, value in asdict(settings).items():
        if not _fits(name, value):
            raise Refusal(RefusalCode.INVALID, field=name, value=value)
        put_setting(connection, _PREFIX + name, json.dumps(value, ensure_ascii=False))


def _fits(name: str, value: object) -> bool:
    if type(value) is not type(getattr(_USUAL, name)):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES:
        low, high = _RANGES[name]
        return isinstance(value, int) and low <= value <= high
    return True


def get_setting(connection: Connection, name: str, default: str = "") -> str:
    """One stored value of this machine's register."""
    value = connection.scalar(_table.select().with_only_columns(_table.c.value).where(_table.c.name == name))
    return default if value is None else value


def put_setting(connection: Connection, name: str, value: str) -> None:
    """Stores one value of this machine's register."""
    connection.execute(_table.delete().where(_table.c.name == name))
    connection.execute(_table.insert().values(name=name, value=value))
