"""A gate with a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.ledger.replay import fingerprints, replayed_fingerprints
from db.register import Register
from tests.registers import FakeClock, new_register


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    """A gate; whatever a test did there, the views are what the lines say."""
    with new_register(tmp_path, clock) as register:
        yield register
        with register.reading() as connection:
            assert fingerprints(connection) == replayed_fingerprints(connection)
