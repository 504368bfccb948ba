"""The bench runs: each topic at a size that says nothing of speed, each row in its form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.__main__ import TOPICS, main

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("topic", TOPICS)
def test_each_row_is_measured_and_has_its_form(topic: str) -> None:
    command = [sys.executable, "-m", "tests.bench", "--quick", "--json", topic]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["rows"]
    assert [row["name"] for row in rows] == list(TOPICS[topic])
    for row in rows:
        assert {"name", "ours", "rival", "ratio", "goal", "met"} <= row.keys()
        assert isinstance(row["ours"], float | int) and row["ours"] >= 0
        assert isinstance(row["met"], bool)
        assert row["rival"] is None or row["rival"] >= 0


def test_a_name_that_is_no_row_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "warp"]) == 2
    assert "warp" in capsys.readouterr().err
