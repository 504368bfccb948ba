"""The fixtures of a gate with a day in it."""

from tests.desktop.gate_day import busy_gate, clock, gate

__all__ = ["busy_gate", "clock", "gate"]
