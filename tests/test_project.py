"""The parts that the program stands on are the ones it was measured with."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPainterPath

from db.version import APP, VERSION


def test_a_void_qt_call_costs_no_reference_to_none() -> None:
    """PySide6 6.12.0 on Python below 3.12 loses one with each call, and aborts after some 5,000."""
    path = QPainterPath()
    before = sys.getrefcount(None)
    for step in range(1000):
        path.moveTo(step, step)
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_program_names_itself_with_its_version() -> None:
    assert APP == f"gatebook {VERSION}"
    assert all(part.isdigit() for part in VERSION.split("."))
