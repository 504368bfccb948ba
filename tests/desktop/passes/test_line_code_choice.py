"""A bar code on large cards: offered where there is room for it, printed, and remembered."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.register import Register
from db.settings import read_settings
from desktop.paper.card_face import Layout
from desktop.session import Session
from desktop.views.passes.cards_view import CardsView
from desktop.views.passes.page import PassesPage
from tests.desktop.passes.conftest import Wait


def test_the_bar_code_is_chosen_once_for_large_cards(
    page: PassesPage, session: Session, register: Register, wait: Wait, qtbot: QtBot
) -> None:
    page.print_cards([])
    wait()
    choices = page.cards.choices
    assert not choices.line_code.isVisible()
    assert not choices.printing().line_code
    choices.layout_choice.button(Layout.A6.value).click()
    wait()
    assert choices.line_code.isVisible()
    choices.line_code.click()
    wait()
    assert choices.printing().line_code
    with register.reading() as connection:
        assert read_settings(connection).line_code
    choices.layout_choice.button(Layout.A4.value).click()
    wait()
    assert not choices.printing().line_code
    qtbot.waitUntil(lambda: session.settings.line_code)
    another = CardsView(session)
    qtbot.addWidget(another)
    assert another.choices.line_code.isChecked()
