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
