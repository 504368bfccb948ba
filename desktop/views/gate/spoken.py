"""What is said aloud after a verdict, with the temperature read back: 三十六度五，请进."""

from __future__ import annotations

from db.books.temperature import show_tenths
from desktop.views.gate.wishes import Word
from desktop.views.gate.words import say

_DIGITS = "零一二三四五六七八九"


def spoken_degrees(tenths: int, language: str) -> str:
    """A temperature as people say it: 365 is 三十六度五, 360 is 三十六度; in other languages `36.5`."""
    if language != "zh":
        return show_tenths(tenths)
    whole, tenth = divmod(tenths, 10)
    words = f"{_DIGITS[whole // 10]}十" + (_DIGITS[whole % 10] if whole % 10 else "") + "度"
    return words + (_DIGITS[tenth] if tenth else "")


def spoken(word: Word, tenths: int | None, language: str) -> str:
    """The words for the speaker; `tenths` of °C are read back first."""
    said = {
        Word.ENTER: say("Please go in"),
        Word.LEAVE: say("Please go out"),
        Word.RETEST: say("Sit down, measured again later"),
        Word.LOOK: say("One moment, please"),
        Word.STOP: say("Not allowed in"),
        Word.ISOLATE: say("To isolation, please"),
    }[word]
    if tenths is None:
        return said
    return say("{degrees}. {words}").format(degrees=spoken_degrees(tenths, language), words=said)
