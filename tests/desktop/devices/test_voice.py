"""Words are said where there is a voice for their language, late words never, and without a voice nothing is amiss."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.sound import Sounds
from desktop.devices.voice import Voice


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[Voice]:
    """Qt's own speech engine for tests: it speaks English, and no Chinese."""
    voice = Voice("mock")
    yield voice
    voice.close()


@pytest.fixture
def sounds(voice: Voice) -> Iterator[Sounds]:
    sounds = Sounds(voice=voice)
    sounds.set_spoken(True)
    yield sounds
    sounds.close()


def heard(voice: Voice) -> list[str]:
    words: list[str] = []
    voice.said.connect(words.append)
    return words


def test_words_are_said_in_a_language_that_there_is_a_voice_for(voice: Voice, qtbot: QtBot) -> None:
    words = heard(voice)
    voice.speak("请进", "zh", 0.8)
    voice.speak("Please go in", "en", 0.8)
    qtbot.waitUntil(lambda: words != [])
    assert words == ["Please go in"]


def test_it_is_known_for_which_language_there_is_a_voice(voice: Voice, qtbot: QtBot) -> None:
    known: dict[str, bool] = {}
    voice.known.connect(known.__setitem__)
    voice.ask("zh")
    voice.ask("en")
    qtbot.waitUntil(lambda: len(known) == 2)
    assert known == {"zh": False, "en": True}


def test_new_words_take_the_place_of_those_that_wait_and_a_scan_takes_them_all(
    voice: Voice, qtbot: QtBot
) -> None:
    words = heard(voice)
    voice.speak("Not allowed in", "en", 0.8, after_ms=600)
    voice.hush()
    voice.speak("One moment, please", "en", 0.8, after_ms=600)
    voice.speak("36.5. Please go in", "en", 0.8, after_ms=80)
    qtbot.waitUntil(lambda: words != [])
    assert words == ["36.5. Please go in"]


@pytest.mark.parametrize("how", ["muted", "no volume", "not wanted"])
def test_what_makes_the_gate_silent_keeps_it_from_speaking(sounds: Sounds, voice: Voice, how: str) -> None:
    sounds.set_muted(how == "muted")
    sounds.set_volume(0 if how == "no volume" else 80)
    sounds.set_spoken(how != "not wanted")
    sounds.speak("Please go in", "en")
    assert voice._thread is None


def test_without_the_library_nothing_is_said_and_nothing_is_amiss(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("PySide6.QtTextToSpeech"):
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    voice = Voice()
    with qtbot.waitSignal(voice.known) as told:
        voice.speak("请进", "zh", 0.8)
        voice.ask("zh")
    assert told.args == ["zh", False]
    voice.close()
