"""A line of a gate's ledger in words, field by field, so that two accounts of it can be laid side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.books.pass_id import PassId
from db.exchange.merge.resolving import Side
from desktop.line_words import entry_book_name, method_word, pass_words, temperature_words, verdict_word
from desktop.marking import QT_TRANSLATE_NOOP

MOST_FACTS = 9

_KINDS = {
    "gate.opened": QT_TRANSLATE_NOOP("LineFacts", "The gate's first line"),
    "epoch.opened": QT_TRANSLATE_NOOP("LineFacts", "Went on after a restore"),
    "key.rotated": QT_TRANSLATE_NOOP("LineFacts", "Another key"),
    "pass.reserved": QT_TRANSLATE_NOOP("LineFacts", "Blank cards printed"),
    "pass.issued": QT_TRANSLATE_NOOP("LineFacts", "Pass issued"),
    "pass.reissued": QT_TRANSLATE_NOOP("LineFacts", "Pass issued again"),
    "pass.revoked": QT_TRANSLATE_NOOP("LineFacts", "Pass revoked"),
    "pass.amended": QT_TRANSLATE_NOOP("LineFacts", "Pass corrected"),
    "entry.recorded": QT_TRANSLATE_NOOP("LineFacts", "Somebody through the gate"),
    "entry.held": QT_TRANSLATE_NOOP("LineFacts", "A fever's first reading"),
    "temperature.retaken": QT_TRANSLATE_NOOP("LineFacts", "Second reading"),
    "entry.voided": QT_TRANSLATE_NOOP("LineFacts", "A line voided"),
    "scan.refused": QT_TRANSLATE_NOOP("LineFacts", "Refused at the gate"),
    "day.sealed": QT_TRANSLATE_NOOP("LineFacts", "Day closed"),
    "purged": QT_TRANSLATE_NOOP("LineFacts", "Old lines purged"),
    "operator.added": QT_TRANSLATE_NOOP("LineFacts", "Operator added"),
    "shift.changed": QT_TRANSLATE_NOOP("LineFacts", "Change of shift"),
}
_FIELDS = {
    "no": QT_TRANSLATE_NOOP("LineFacts", "Number"),
    "day": QT_TRANSLATE_NOOP("LineFacts", "Day"),
    "time": QT_TRANSLATE_NOOP("LineFacts", "When"),
    "direction": QT_TRANSLATE_NOOP("LineFacts", "Which way"),
    "name": QT_TRANSLATE_NOOP("LineFacts", "Name"),
    "pass": QT_TRANSLATE_NOOP("LineFacts", "Pass"),
    "temp_tenths": QT_TRANSLATE_NOOP("LineFacts", "Temperature"),
    "method": QT_TRANSLATE_NOOP("LineFacts", "Taken at"),
    "book": QT_TRANSLATE_NOOP("LineFacts", "Book"),
    "verdict": QT_TRANSLATE_NOOP("LineFacts", "Verdict"),
    "outcome": QT_TRANSLATE_NOOP("LineFacts", "Ended"),
    "unit": QT_TRANSLATE_NOOP("LineFacts", "Unit"),
    "home": QT_TRANSLATE_NOOP("LineFacts", "Home"),
    "reason": QT_TRANSLATE_NOOP("LineFacts", "Reason"),
    "entries": QT_TRANSLATE_NOOP("LineFacts", "Lines that day"),
    "valid_until": QT_TRANSLATE_NOOP("LineFacts", "Good until"),
    "issue": QT_TRANSLATE_NOOP("LineFacts", "Issue"),
    "old_epoch": QT_TRANSLATE_NOOP("LineFacts", "After epoch"),
    "last_seq": QT_TRANSLATE_NOOP("LineFacts", "After line"),
}
_VALUES = {
    "in": QT_TRANSLATE_NOOP("LineFacts", "in"),
    "out": QT_TRANSLATE_NOOP("LineFacts", "out"),
    "passed": QT_TRANSLATE_NOOP("LineFacts", "let through"),
    "turned_away": QT_TRANSLATE_NOOP("LineFacts", "turned away"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineFacts", text)


def kind_words(kind: str) -> str:
    """What kind of line it is. A kind that this program does not know stands as it is."""
    return _tr(_KINDS[kind]) if kind in _KINDS else kind


def moment_words(at: str) -> str:
    """`02-10 07:31:05`."""
    return f"{at[5:10]} {at[11:19]}"


def facts(side: Side, operators: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What a line says, as (field, value) in words by the field's own name. Hashes and codes are left out; names are
    not masked: the lead has to tell two people apart."""
    found = {
        "kind": (_tr("What"), kind_words(side.kind)),
        "at": (_tr("Written"), moment_words(side.at)),
        "operator": (_tr("By"), operators.get(side.operator, side.operator)),
    }
    if side.body is None:
        return found
    for key, label in _FIELDS.items():
        value = side.body.get(key)
        if value is not None and value != "":
            found[key] = (_tr(label), _value_words(key, value))
    return found


def _value_words(key: str, value: Any) -> str:
    if key == "temp_tenths" and isinstance(value, int):
        return temperature_words(value)
    if key == "time" and isinstance(value, str):
        return moment_words(value)
    if key == "pass" and isinstance(value, str):
        try:
            return pass_words(PassId.parse(value))
        except ValueError:
            return value
    if key == "verdict":
        return verdict_word(str(value))
    if key == "method":
        return method_word(str(value))
    if key == "book" and isinstance(value, str):
        try:
            return entry_book_name(value)
        except ValueError:
            return value
    return _tr(_VALUES[value]) if isinstance(value, str) and value in _VALUES else str(value)


def compared(sides: list[dict[str, tuple[str, str]]]) -> list[tuple[str, list[str], bool]]:
    """The facts of all sides, one row a field: (field, its value on each side, whether they differ). What differs comes
    first, as much as there is room for."""
    keys = list(dict.fromkeys(key for side in sides for key in side))
    rows = []
    for key in keys:
        label = next(side[key][0] for side in sides if key in side)
        values = [side[key][1] if key in side else "" for side in sides]
        rows.append((label, values, len(set(values)) > 1))
    rows.sort(key=lambda row: not row[2])
    return rows[:MOST_FACTS]
