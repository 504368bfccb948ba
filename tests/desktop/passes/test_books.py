"""The three books on their page: what is listed, found, counted, ticked and shown of one pass."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book
from db.books.pass_search import State
from db.ledger.store import read_lines
from db.register import Register
from db.trust.roles import Role
from desktop.kit.cells import Role as CellRole
from desktop.kit.chips import Way
from desktop.language import install_language
from desktop.models.passes import PassColumn
from desktop.operations import passes
from desktop.session import Session
from desktop.views.passes.book_view import BookView
from desktop.views.passes.page import PassesPage
from tests.desktop.passes.conftest import EXPIRED, GOOD, LATER, REVOKED, SOON, Wait
from tests.registers import as_role


@pytest.fixture
def books(page: PassesPage) -> BookView:
    return page.books


def words(books: BookView, column: PassColumn) -> list[str]:
    return [books.model.index(row, column).data() for row in range(books.model.rowCount())]


def pills(books: BookView) -> dict[str, str]:
    return {button.option.key: button.option.detail for button in books.pills._buttons}


def choose(books: BookView, row: int, wait: Wait) -> None:
    books.table.choose_row(row)
    wait()


def test_a_book_is_listed_with_state_and_last_crossing(books: BookView) -> None:
    assert words(books, PassColumn.NUMBER) == [f"M-0312-00000{number}" for number in range(1, 6)]
    assert words(books, PassColumn.NAME) == ["周文静", "张伟", "邹伟明", "钟文斌", "曾薇"]
    assert words(books, PassColumn.STATE) == ["Valid", "Ends soon", "Expired", "Revoked", "Not yet valid"]
    assert words(books, PassColumn.LAST)[0].startswith("Today 08:00")
    assert words(books, PassColumn.LAST)[1:] == ["Never crossed"] * 4
    assert books.model.index(0, PassColumn.LAST).data(CellRole.WAY) == Way.IN


def test_tabs_show_how_many_passes_each_book_holds(books: BookView) -> None:
    shown = {button.option.key: button.option.detail for button in books.tabs._buttons}
    assert shown == {"official": "0", "medical": "5", "support": "1"}


def test_pills_count_the_states_and_filter_by_one(books: BookView, wait: Wait) -> None:
    assert pills(books) == {"all": "5", "good": "3", "soon": "1", "expired": "1", "revoked": "1"}
    books.pills.chosen.emit(State.SOON.value)
    wait()
    assert words(books, PassColumn.NAME) == ["张伟"]
    assert pills(books)["all"] == "5", "the counts stay those of the whole book"


def test_what_is_typed_finds_and_its_initials_are_marked(books: BookView, wait: Wait) -> None:
    books.search.set_text("zw")
    wait()
    assert words(books, PassColumn.NAME) == ["周文静", "张伟", "邹伟明", "钟文斌", "曾薇"]
    marks = [books.model.index(row, PassColumn.NAME).data(CellRole.INITIALS) for row in range(5)]
    assert marks == [("zwj", 2), ("zw", 2), ("zwm", 2), ("zwb", 2), ("zw", 2)]
    books.search.set_text("23-3")
    wait()
    assert words(books, PassColumn.NAME) == ["周文静"]
    assert books.model.index(0, PassColumn.NAME).data(CellRole.INITIALS) is None


def test_only_the_answer_to_the_last_letter_is_shown(books: BookView, wait: Wait) -> None:
    """Letters come faster than answers; those in between are never asked."""
    for typed in ("z", "zw", "zwj", "zwj x"):
        books.search.set_text(typed)
    books.search.set_text("zwb")
    wait()
    assert words(books, PassColumn.NAME) == ["钟文斌"]


def test_nobody_found_says_what_to_try(books: BookView, wait: Wait) -> None:
    books.search.set_text("quite unknown")
    wait()
    assert books.model.rowCount() == 0 and books.empty.isVisible()
    books.empty.acted.emit()
    wait()
    assert books.model.rowCount() == 5


def test_a_column_sorts_both_ways(books: BookView, wait: Wait) -> None:
    books.table.sortByColumn(PassColumn.UNTIL, Qt.SortOrder.AscendingOrder)
    wait()
    assert words(books, PassColumn.NAME)[0] == "邹伟明"
    books.table.sortByColumn(PassColumn.NUMBER, Qt.SortOrder.DescendingOrder)
    wait()
    assert words(books, PassColumn.NUMBER)[0] == "M-0312-000005"


def test_ticked_passes_bring_the_bar_and_stay_ticked_while_searching(books: BookView, wait: Wait) -> None:
    books.table.tick_row(0)
    books.search.set_text("zwb")
    wait()
    books.table.tick_row(0)
    assert books.model.ticked() == [GOOD, REVOKED]
    assert books.card.bar.isVisible()
    books.search.set_text("")
    wait()
    assert books.model.all_ticked() is Qt.CheckState.PartiallyChecked
    books.table.all_ticked.emit(True)
    assert len(books.model.ticked()) == 5
    books.card.bar.cancelled.emit()
    assert books.model.ticked() == [] and not books.card.bar.isVisible()


def test_another_book_unticks(books: BookView, wait: Wait) -> None:
    books.table.tick_row(0)
    books.show_book(Book.SUPPORT)
    wait()
    assert books.model.ticked() == []
    assert words(books, PassColumn.NAME) == ["陈国强"]


def test_the_panel_shows_all_about_a_pass_with_its_numbers_masked(books: BookView, wait: Wait) -> None:
    choose(books, 0, wait)
    panel = books.panel
    assert panel.shown() == GOOD
    assert panel.name.text() == "周文静" and panel.number.text() == "M-0312-000001"
    shown = [widget.text() for widget in panel._fact_widgets if hasattr(widget, "text")]
    assert "3604 **** **** 890X" in shown and "138 **** 7716" in shown
    assert "First card, not printed yet" in shown
    assert panel.crossings.isVisible()


def test_a_number_is_shown_in_full_for_a_while_and_the_asking_is_a_line(
    books: BookView, register: Register, wait: Wait
) -> None:
    choose(books, 0, wait)
    books.panel.reveal_buttons["id_no"].click()
    wait()
    shown = [widget.text() for widget in books.panel._fact_widgets if hasattr(widget, "text")]
    assert "36049919830415890X" in shown and "138 **** 7716" in shown
    with register.reading() as connection:
        *_, last = read_lines(connection, 312, 1)
    assert last.head.kind == "personal.revealed"
    assert last.body == {"pass": "M-0312-000001", "field": "id_no"}
    books.panel._masking.timeout.emit()
    shown = [widget.text() for widget in books.panel._fact_widgets if hasattr(widget, "text")]
    assert "36049919830415890X" not in shown


def test_another_pass_hides_what_was_shown_in_full(books: BookView, wait: Wait) -> None:
    choose(books, 0, wait)
    books.panel.reveal_buttons["phone"].click()
    wait()
    choose(books, 1, wait)
    choose(books, 0, wait)
    shown = [widget.text() for widget in books.panel._fact_widgets if hasattr(widget, "text")]
    assert "13800007716" not in shown


def test_a_volunteer_looks_but_changes_nothing(
    books: BookView, session: Session, register: Register, wait: Wait
) -> None:
    as_role(register, Role.VOLUNTEER)
    session.operator_changed.emit()
    choose(books, 0, wait)
    panel = books.panel
    for button in (books.new_button, books.import_button, panel.revoke_button, panel.print_button):
        assert not button.isEnabled()
    assert not panel.reveal_buttons["id_no"].isEnabled()
    assert panel.why_not.isVisible()


def test_a_revoked_pass_offers_only_a_new_card(books: BookView, wait: Wait) -> None:
    choose(books, 3, wait)
    assert books.panel.shown() == REVOKED
    assert books.panel.reissue_button.isVisible()
    assert not books.panel.revoke_button.isVisible() and not books.panel.print_button.isVisible()


def test_a_change_made_elsewhere_is_seen(books: BookView, session: Session, wait: Wait) -> None:
    session.do(passes.revoke, SOON, "Misused")
    wait()
    assert words(books, PassColumn.STATE)[1] == "Revoked"
    assert pills(books)["revoked"] == "2"


def test_a_hidden_page_asks_nothing_until_it_is_shown(
    page: PassesPage, session: Session, wait: Wait, qtbot: QtBot
) -> None:
    page.hide()
    session.do(passes.revoke, LATER, "Misused")
    wait()
    assert pills(page.books)["revoked"] == "1"
    page.show()
    wait()
    assert pills(page.books)["revoked"] == "2"


def test_one_pass_can_be_shown_from_another_page(page: PassesPage, wait: Wait) -> None:
    page.books.search.set_text("nobody")
    wait()
    page.show_pass(EXPIRED)
    wait()
    assert page.books.panel.shown() == EXPIRED
    assert page.books.search.text() == ""


def test_the_page_speaks_the_other_language_at_once(books: BookView, wait: Wait) -> None:
    install_language("zh")
    wait()
    assert books.title.text() == "通行证"
    assert words(books, PassColumn.NUMBER)[0] == "医-0312-000001"
    assert words(books, PassColumn.STATE)[:2] == ["有效", "快到期"]
    install_language("en")


def test_the_model_keeps_the_rules_of_qt(books: BookView, qtmodeltester: ModelTester, wait: Wait) -> None:
    QAbstractItemModelTester(books.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(books.model)
    books.search.set_text("zwj")
    wait()
    books.search.set_text("")
    wait()
    qtmodeltester.check(books.model)
