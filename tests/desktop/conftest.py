"""What holds for every test of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from desktop.kit.density import Room, density


@pytest.fixture(autouse=True)
def _usual_room() -> None:
    """Each test begins with a window of the usual size, whatever the one before made of it."""
    room = density()
    room.level, room.narrow, room.size = Room.FULL, False, QSize(1366, 768)
