"""The fixtures of a gate with a day in it, and of a session over it."""

from tests.desktop.gate_day import busy_gate, clock, gate
from tests.desktop.page_session import session

__all__ = ["busy_gate", "clock", "gate", "session"]
