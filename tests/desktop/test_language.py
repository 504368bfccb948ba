"""Chinese or English, by the system's language, switchable while the window is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import language
from desktop.language import LANGUAGES, current_language, install_language, system_language

SENTENCE = ("Sentences", "There is a register already. It was not touched. Open it, or choose another place.")


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    install_language("en")
    QLocale.setDefault(before)


def say() -> str:
    return QCoreApplication.translate(*SENTENCE)


def test_a_language_is_installed_and_replaced(qapp: QApplication) -> None:
    assert install_language("zh") == current_language() == "zh"
    assert say() != SENTENCE[1] and any("\u4e00" <= sign <= "\u9fff" for sign in say())
    assert QLocale().language() is QLocale.Language.Chinese
    assert install_language("en") == current_language() == "en"
    assert say() == SENTENCE[1]


def test_an_open_window_is_told(qtbot: QtBot) -> None:
    install_language("en")
    told: list[QEvent.Type] = []

    class Window(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            told.append(event.type())
            super().changeEvent(event)

    window = Window()
    qtbot.addWidget(window)
    install_language("zh")
    QCoreApplication.sendPostedEvents(None, 0)
    assert QEvent.Type.LanguageChange in told
    assert isinstance(window, QObject)


@pytest.mark.parametrize(
    ("first", "expected"),
    [("zh-Hans-CN", "zh"), ("zh_TW", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("de-DE", "en"), (None, "en")],
)
def test_the_systems_first_language_decides(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, first: str | None, expected: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return [first, "zh-CN"] if first else []

    class Locale(QLocale):
        @staticmethod
        def system() -> System:  # type: ignore[override]
            return System()

    monkeypatch.setattr(language, "QLocale", Locale)
    assert system_language() == expected
    assert install_language("") == expected
    assert install_language("fr") == expected, "a language that there is not"


def test_every_language_can_be_chosen(qapp: QApplication) -> None:
    assert {install_language(one) for one in LANGUAGES} == {"zh", "en"}
