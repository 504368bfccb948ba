"""Gates for the tests of merging: with everything that changes a view, with troubles, and in two accounts."""

from __future__ import annotations

from db.trust.keys import SigningKey
from tests.desks import MadeGate, day_of


def busy_gate(number: int, days: int = 2, crossings: int = 6, passes: int = 2) -> MadeGate:
    """A gate with a few days of everything that changes a view in its own order."""
    gate = MadeGate.open(number)
    for one in range(1, passes + 1):
        gate.issue(one)
    for day in range(days):
        for turn in range(crossings):
            card = gate.pass_id(turn % passes + 1) if turn % 3 else None
            line = gate.cross("in" if turn % 2 else "out", card, day)
            if turn == 2:
                body = {"day": day_of(day), "no": gate.numbers[day_of(day)], "entry_epoch": gate.epoch}
                gate.write("entry.voided", body | {"entry_seq": line.head.seq, "reason": "按错"}, day)
        held = gate.write(
            "entry.held",
            {
                "pass": gate.pass_id(1),
                "name": "周文静",
                "direction": "in",
                "temp_tenths": 379,
                "method": "ear",
            },
            day,
        )
        seq = held.head.seq
        gate.write("temperature.retaken", {"held": seq, "temp_tenths": 368, "method": "ear"}, day)
        gate.cross("in", gate.pass_id(1), day, held=seq)
        gate.write(
            "scan.refused", {"verdict": "expired", "token_sha256": None, "pass": None, "reason": None}, day
        )
        gate.seal(day)
    gate.write("pass.revoked", {"pass": gate.pass_id(1), "reason": "挂失"}, days - 1)
    gate.issue(1, issue=2, day=days - 1)
    return gate


def troubled_gate(number: int) -> MadeGate:
    """A gate that changed its key, lost its laptop's last lines, and went on from a copy."""
    gate = busy_gate(number, days=1, crossings=3)
    gate.rotate(SigningKey((number + 500).to_bytes(32, "big")))
    at = len(gate.lines)
    gate.cross("in", gate.pass_id(2))
    gate.cross("out", gate.pass_id(2))
    gate.restore(at)
    gate.issue(7, name="李娜")
    gate.cross("in", gate.pass_id(7))
    gate.write("pass.revoked", {"pass": gate.pass_id(2), "reason": "离职"})
    return gate


def forked(number: int = 312) -> tuple[MadeGate, MadeGate]:
    """A gate with ten lines, and a copy of its laptop that went its own way after the eighth."""
    gate = MadeGate.open(number)
    gate.issue(1)
    for turn in range(8):
        gate.cross("in" if turn % 2 else "out", gate.pass_id(1), minute=400 + turn)
    clone = gate.clone(8)
    for turn in range(5):
        clone.cross("in", None, minute=600 + turn, name="李强")
    return gate, clone
