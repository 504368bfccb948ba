"""What a day is said to have come to."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from db.books.pass_id import Book
from db.books.verdict import Direction
from db.errors import Refusal
from desktop.operations.day_paper import print_day
from desktop.operations.days import look_at_day, seal
from desktop.operations.exports import export_day
from tests.desktop.gate_day import Gate

DAY = "2020-02-10"


def test_the_totals_add_up(busy_gate: Gate) -> None:
    record = look_at_day(busy_gate.register, DAY)
    summary = record.summary
    assert (summary.entries, summary.voided) == (5, 1)
    total = summary.counters.total
    assert (total.ins, total.outs) == (3, 1)
    assert sum(tally.ins for tally in summary.quarters) == 3
    assert sum(tally.outs for tally in summary.quarters) == 1
    assert len(summary.quarters) == 96
    assert summary.counters.inside == {Book.OFFICIAL: 0, Book.MEDICAL: 1, Book.SUPPORT: 0}
    assert summary.temperatures == {362: 1, 365: 1, 368: 1}
    assert record.first_readings == {362: 1, 365: 1, 378: 1}


def test_refused_cards_and_people_turned_away_are_told_apart(busy_gate: Gate) -> None:
    record = look_at_day(busy_gate.register, DAY)
    assert (record.refused_cards, record.turned_away) == ({"unreadable": 1}, 1)
    assert [(one.name, one.readings, one.outcome) for one in record.fevers] == [
        ("赵伟", (378, 368), "passed")
    ]
    assert not record.nothing_to_report


def test_a_day_with_only_clean_crossings_is_a_zero_report(gate: Gate) -> None:
    assert look_at_day(gate.register, DAY).nothing_to_report


def test_a_seal_says_who_and_when_and_what_came_later(busy_gate: Gate) -> None:
    made = seal(busy_gate.register, DAY).value
    record = look_at_day(busy_gate.register, DAY)
    assert record.seal == made
    assert (record.name_of(made.operator), made.entries, record.supplements) == ("李秀兰", 5, 0)
    busy_gate.cross(busy_gate.medic, Direction.OUT, 365)
    assert look_at_day(busy_gate.register, DAY).supplements == 1
    seal(busy_gate.register, DAY)
    assert [one.entries for one in look_at_day(busy_gate.register, DAY).seals] == [5, 6]


def test_a_day_to_come_is_not_sealed(busy_gate: Gate) -> None:
    with pytest.raises(Refusal):
        seal(busy_gate.register, "2020-02-11")


def test_the_report_to_print_masks_names(busy_gate: Gate, tmp_path: Path) -> None:
    pages = pypdf.PdfReader(io.BytesIO(print_day(busy_gate.register, DAY, "zh"))).pages
    text = "".join(page.extract_text() for page in pages)
    assert "王*芳" in text and "王小芳" not in text


def test_the_newest_export_of_the_day_is_remembered(busy_gate: Gate, tmp_path: Path) -> None:
    assert look_at_day(busy_gate.register, DAY).exported is None
    export_day(busy_gate.register, DAY, tmp_path)
    record = look_at_day(busy_gate.register, DAY)
    assert record.exported is not None and record.exported.target == str(tmp_path)
    assert record.waiting == []
