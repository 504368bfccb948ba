"""What is done to one pass or to the ticked ones: asked first, then done, and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, PassId
from db.books.passes import Pass, get_pass
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.store import read_lines
from db.register import Register
from db.trust.roles import Role
from desktop.kit.dialogs import ConfirmSheet
from desktop.operations import passes
from desktop.operations.pass_list import save_list
from desktop.tasks import Progress
from desktop.views.passes.page import PassesPage
from desktop.views.passes.sheets import ReissueSheet, RenewSheet
from tests.desktop.passes.conftest import EXPIRED, GOOD, LATER, REVOKED, SOON, Wait
from tests.drives import small_drive
from tests.registers import as_role


def saved(register: Register, id: PassId) -> Pass:
    with register.reading() as connection:
        one = get_pass(connection, id)
    assert one is not None
    return one


def sheet(page: PassesPage, kind: type[QWidget]) -> QWidget:
    """The sheet that is open."""
    return page.window().findChildren(kind)[-1]


def toast(page: PassesPage) -> str:
    return page.toasts.toast.accessibleName()


def test_revoking_asks_by_name_and_number_for_a_reason(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    page.books.panel.revoke_button.click()
    wait()
    asked = sheet(page, ConfirmSheet)
    assert isinstance(asked, ConfirmSheet) and asked.reasons is not None
    assert asked.accessibleName() == "Revoke 周文静's pass (M-0312-000001)?"
    asked.confirm_button.click()
    wait()
    assert saved(register, GOOD).revoked_at is None, "without a reason nothing happens"
    asked.reasons.choose("left")
    asked.confirm_button.click()
    wait()
    assert saved(register, GOOD).revoked_reason == "Left the post"
    assert toast(page) == "1 pass done"


def test_the_ticked_ones_are_revoked_together_and_those_revoked_already_are_told(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    page.books.model.tick_all(True)
    page.books.bulk_revoke.click()
    asked = sheet(page, ConfirmSheet)
    assert isinstance(asked, ConfirmSheet) and asked.reasons is not None
    assert asked.accessibleName() == "Revoke the 5 ticked passes?"
    asked.reasons.choose("ordered")
    asked.confirm_button.click()
    wait()
    for id in (GOOD, SOON, EXPIRED, LATER):
        assert saved(register, id).revoked_reason == "Ordered from above"
    assert saved(register, REVOKED).revoked_reason == "Left the post"
    assert toast(page) == "4 passes done, 1 could not be"
    assert page.books.model.ticked_count() == 0


def test_a_lost_card_gets_a_new_one_and_goes_on_to_print(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    page.books.panel.reissue_button.click()
    asked = sheet(page, ReissueSheet)
    assert isinstance(asked, ReissueSheet)
    asked.confirm_button.click()
    assert saved(register, GOOD).issue == 1, "lost or damaged must be said"
    asked.reasons.choose("lost")
    asked.confirm_button.click()
    wait()
    assert saved(register, GOOD).issue == 2
    assert page.shown() is page.cards
    assert [face.pass_id for face in page.cards._cards.faces] == [GOOD]
    page.show_pass(GOOD)
    wait()
    shown = [widget.text() for widget in page.books.panel._fact_widgets if hasattr(widget, "text")]
    assert "Card 2: Card lost, not printed yet" in shown


def test_renewing_gives_new_days_and_a_new_card(page: PassesPage, register: Register, wait: Wait) -> None:
    page.books.table.choose_row(1)
    wait()
    page.books.panel.renew_button.click()
    wait()
    asked = sheet(page, RenewSheet)
    assert isinstance(asked, RenewSheet)
    asked.print_too.setChecked(False)
    asked.spans.chosen.emit("14")
    asked.confirm_button.click()
    wait()
    one = saved(register, SOON)
    assert (one.issue, one.holder.valid_until) == (2, date(2020, 2, 24))
    assert page.shown() is page.books


@pytest.mark.parametrize("day", ["2020-02-09", "2022-02-10", "soon"])
def test_a_day_that_cannot_be_is_not_taken(
    page: PassesPage, register: Register, wait: Wait, day: str
) -> None:
    page._open_renew(saved(register, SOON), [SOON])
    asked = sheet(page, RenewSheet)
    assert isinstance(asked, RenewSheet)
    asked.until.edit.setText(day)
    asked.confirm_button.click()
    wait()
    assert asked.until.has_error()
    assert saved(register, SOON).issue == 1


def test_a_batch_that_is_stopped_keeps_what_was_done(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    class AfterTwo(Progress):
        def report(self, done: int, total: int) -> None:
            if done >= 2:
                self.cancel()
            super().report(done, total)

    monkeypatch.setattr(passes, "_IN_ONE_GO", 2)
    batch = passes.renew_many(
        register, [GOOD, SOON, EXPIRED, LATER], date(2020, 4, 1), progress=AfterTwo()
    ).value
    assert batch.done == (GOOD, SOON)
    assert batch.stopped is not None and batch.stopped.code is RefusalCode.CANCELLED
    assert saved(register, SOON).holder.valid_until == date(2020, 4, 1)
    assert saved(register, EXPIRED).issue == 1


def test_a_volunteer_changes_nothing_in_a_batch_either(register: Register) -> None:
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        passes.revoke_many(register, [GOOD, SOON], "Misused")
    assert saved(register, GOOD).revoked_at is None


def test_a_revoked_pass_is_good_again_once_it_is_reissued(register: Register) -> None:
    passes.reissue(register, REVOKED, "lost")
    assert saved(register, REVOKED).revoked_at is None


def test_the_same_person_cannot_slip_in_by_a_change(register: Register) -> None:
    other = saved(register, SOON)
    from dataclasses import replace

    with pytest.raises(Refusal) as refused:
        passes.amend(register, SOON, replace(other.holder, id_no=saved(register, GOOD).holder.id_no))
    assert refused.value.code is RefusalCode.DUPLICATE_PERSON


def test_a_list_for_people_masks_numbers_and_keeps_formulas_dead(register: Register, tmp_path: Path) -> None:
    from tests.registers import issue

    trick, _ = issue(register, "王芳", Book.OFFICIAL, unit="=HYPERLINK(1)")
    save_list(register, [GOOD, REVOKED, trick.id], tmp_path / "list.xlsx", "en")
    sheet_ = load_workbook(tmp_path / "list.xlsx").active
    assert sheet_ is not None
    rows = list(sheet_.iter_rows(values_only=True))
    assert rows[1][0] == "M-0312-000001" and rows[1][1] == "周文静"
    assert rows[1][4] == "3604 **** **** 890X" and rows[1][5] == "138 **** 7716"
    assert rows[2][-1] == "Revoked"
    assert rows[3][2] == "=HYPERLINK(1)" and sheet_.cell(4, 3).data_type == "s"


def test_a_list_that_meets_a_full_drive_says_so(page: PassesPage, wait: Wait, tmp_path: Path) -> None:
    with small_drive(tmp_path / "drive", kilobytes=4) as drive:
        page.save_list([GOOD, SOON], drive / "list.xlsx")
        wait()
        assert list(drive.iterdir()) == []
    assert toast(page).startswith("The disk is full.")


def test_putting_facts_right_shows_the_numbers_in_full_and_that_is_a_line_each(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    page.show_pass(GOOD)
    wait()
    page.books.panel.edit_button.click()
    wait()
    assert page.form.isVisible()
    assert page.form.fields.phone.text() == "13800007716"
    with register.reading() as connection:
        noted = [
            line.body for line in read_lines(connection, 312, 1) if line.head.kind == "personal.revealed"
        ]
    assert [(body["pass"], body["field"]) for body in noted if body is not None] == [
        (GOOD.human(), "id_no"),
        (GOOD.human(), "phone"),
    ]
