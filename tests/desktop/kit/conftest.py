"""Every test of the kit begins with the light theme at 100 %, in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.theme import Theme, apply_theme

OnPage = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Theme())
    yield
    apply_theme(qapp, Theme())


@pytest.fixture
def on_page(qtbot: QtBot) -> Iterator[OnPage]:
    """Lays widgets under one another on a page, shows it as the active window, and keeps it for the test."""
    pages: list[QWidget] = []

    def lay(*widgets: QWidget) -> QWidget:
        page = QWidget()
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(page)
        pages.append(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.isActiveWindow())
        return page

    yield lay
    for page in pages:
        page.hide()
        page.deleteLater()
