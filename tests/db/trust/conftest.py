"""Fixtures of the tests of trust."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.district import District


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    """A command post, and gates as a test opens them."""
    made = District(tmp_path)
    yield made
    made.close()


@pytest.fixture
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots and PINs made in this test cost less to try; how much a guess costs stands in each."""
    for module in ("db.trust.key_slot", "db.trust.pins"):
        monkeypatch.setattr(f"{module}._MEMORY_BYTES", 8 * 1024 * 1024)
        monkeypatch.setattr(f"{module}._OPERATIONS", 1)
