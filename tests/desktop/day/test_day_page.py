"""The page of the day: totals that add up, 24 hours, masked names, seal, print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.books.days import Tally
from db.books.verdict import Direction
from db.ledger.seal import seals_of
from db.trust.roles import Role
from desktop.kit.dialogs import ConfirmSheet
from desktop.operations import operators
from desktop.session import Session
from desktop.views.day.charts import busiest, grid_step, quarter_words
from desktop.views.day.page import DayPage, report_sheet
from desktop.views.day.totals import rows_of, total_of
from tests.desktop.devices.scripted_printers import ScriptedPrinters, asked
from tests.desktop.gate_day import Gate
from tests.registers import OPERATOR, PASSPHRASE

DAY = "2020-02-10"


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[DayPage]:
    """The page, shown, its day read."""
    window = QWidget()
    made = DayPage(session)
    made.setParent(window)
    window.resize(1270, 641)
    made.resize(1270, 641)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: made.report.seal_button.isVisible() or made.report.chip.isVisible())
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def test_the_totals_are_the_sum_of_all_books(page: DayPage) -> None:
    assert page._record is not None
    rows = rows_of(page._record.summary)
    assert [(row.book, row.ins, row.outs, row.inside, row.retaken) for row in rows] == [
        ("official", 1, 1, 0, 1),
        ("medical", 1, 0, 1, 0),
        ("support", 0, 0, 0, 0),
        ("resident", 0, 0, None, 0),
        ("visitor", 1, 0, None, 0),
    ]
    total = total_of(rows)
    assert (total.ins, total.outs) == (3, 1)
    assert sum(tally.ins for tally in page._record.summary.quarters) == total.ins


def test_names_of_fevers_are_masked_where_the_queue_can_see_them(page: DayPage) -> None:
    said = page.fevers.list.accessibleDescription()
    assert "赵*" in said and "赵伟" not in said
    assert "37.8 36.8" in said


def test_what_is_to_be_reported_is_counted_and_no_zero_report(page: DayPage) -> None:
    assert page.report.counts() == [("Fevers", 1), ("Card trouble", 1), ("Turned away", 1), ("Incidents", 0)]
    assert page.report.title.text() == "To report"


def test_a_day_without_anything_is_a_zero_report(page: DayPage, qtbot: QtBot) -> None:
    page.show_day(date(2020, 2, 9))
    qtbot.waitUntil(lambda: page.report.title.text() == "Zero report")
    assert page.report.sentence.text().startswith("No fever")


def test_the_day_is_sealed_after_a_question_and_a_supplement_is_told(
    page: DayPage, busy_gate: Gate, session: Session, qtbot: QtBot
) -> None:
    page.report.seal_button.click()
    asked = page.window().findChildren(ConfirmSheet)[-1]
    asked.confirm_button.click()
    qtbot.waitUntil(lambda: page.report.chip.isVisible())
    assert page.report.chip.accessibleName().startswith("Sealed by 李秀兰")
    assert not page.report.seal_button.isVisible()
    busy_gate.cross(busy_gate.medic, Direction.OUT, 364)
    page.show_day(date(2020, 2, 10))
    qtbot.waitUntil(lambda: page.report.seal_button.isVisible())
    assert page.report.chip.accessibleName() == "Sealed, 1 line came later"
    with busy_gate.register.reading() as connection:
        assert [seal.entries for seal in seals_of(connection, 312, DAY)] == [5]


def test_a_volunteer_is_not_offered_the_seal(
    page: DayPage, busy_gate: Gate, session: Session, qtbot: QtBot
) -> None:
    lead = busy_gate.register.key_file.unlock(OPERATOR, PASSPHRASE)
    operators.add(busy_gate.register, lead, "小陈", Role.VOLUNTEER, "volunteer pass 1")
    busy_gate.register.as_operator(busy_gate.register.key_file.unlock("小陈", "volunteer pass 1"))
    session.operator_changed.emit()
    qtbot.waitUntil(lambda: not page.report.seal_button.isVisible())


def test_the_report_is_previewed_printed_and_saved(
    page: DayPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    printers = ScriptedPrinters(tmp_path / "printed.pdf")
    sheet = report_sheet(session, DAY, printers)
    sheet.open_over(page.window())
    qtbot.waitUntil(lambda: sheet.pages.text() == "1 / 2")
    sheet.print_button.click()
    asked(page.window(), qtbot).print_button.click()
    qtbot.waitUntil(lambda: sheet.message.accessibleName() == "2 pages sent to the printer")
    assert printers.path.read_bytes().startswith(b"%PDF-")
    target = tmp_path / "report.pdf"
    sheet.save_to(target)
    qtbot.waitUntil(lambda: sheet.message.accessibleName() == "Saved as report.pdf")
    assert target.read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: not sheet.preview.busy)
    sheet.close_sheet()


@pytest.mark.parametrize(("most", "step"), [(0, 1), (2, 1), (3, 2), (19, 10), (40, 20), (41, 25), (901, 500)])
def test_grid_lines_stand_at_round_numbers(most: int, step: int) -> None:
    assert grid_step(most, 2) == step


def test_the_busiest_quarter_is_the_first_with_most_people_in() -> None:
    quarters = [Tally()] * 96
    assert busiest(quarters) is None
    quarters[33] = quarters[70] = Tally(5, 1)
    assert busiest(quarters) == 33
    assert quarter_words(33) == "08:15"
