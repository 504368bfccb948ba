"""Speaks a few words, where the system has a voice for their language. Without a speech engine, a voice or the library
it stays silent, and all else works.

voice = Voice(); voice.known.connect(...); voice.speak("请进", "zh", 0.8); voice.hush(); voice.close()
"""

from __future__ import annotations

import logging
import time
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QLibrary,
    QLocale,
    QObject,
    Qt,
    QThread,
    QTimer,
    Signal,
    Slot,
)

_log = logging.getLogger(__name__)

LATEST_MS = 1_500
"""Words that could not be begun by then are not said: late words are about someone who has gone."""
PATIENCE_MS = 3_000
"""How long the end of the program waits for a speech engine that does not answer."""
_NEEDS = {"speechd": "libspeechd.so.2"}
_TERRITORIES = {"zh": QLocale.Country.China, "en": QLocale.Country.UnitedStates}
_stuck: list[tuple[QThread, QObject]] = []


class Voice(QObject):
    """Speaks on a thread of its own: finding a voice can take seconds, and nobody waits for it. New words cut off the
    old ones. `engine` names the speech engine, empty for the system's.

    Signals: `known(str, bool)`, whether there is a voice for a language; `said(str)`, words handed to the engine."""

    known = Signal(str, bool)
    said = Signal(str)
    _wanted = Signal(str, str, float, int, int)
    _asked = Signal(str)
    _hushed = Signal()
    _ending = Signal()

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._thread: QThread | None = None
        self._speaker: _Speaker | None = None

    def speak(self, words: str, language: str, volume: float, after_ms: int = 0) -> None:
        """Says `words` of a `language` (`zh`, `en`), `after_ms` from now, and returns at once. `volume` 0 to 1."""
        self._start()
        self._wanted.emit(words, language, volume, after_ms, _now())

    def ask(self, language: str) -> None:
        """Whether there is a voice for it; `known` tells."""
        self._start()
        self._asked.emit(language)

    def hush(self) -> None:
        """Cuts off what is being said."""
        if self._thread is not None:
            self._hushed.emit()

    def close(self) -> None:
        """Ends the voice and its thread. One that hangs in its engine is left behind."""
        thread, speaker = self._thread, self._speaker
        if thread is None or speaker is None:
            return
        self._ending.emit()
        if not thread.wait(QDeadlineTimer(PATIENCE_MS)):
            _log.warning("the speech engine does not answer")
            _stuck.append((thread, speaker))
        # Not before: the speaker must be there to be told.
        self._thread = self._speaker = None

    def _start(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("voice")
        self._speaker = speaker = _Speaker(self._engine, self._thread)
        speaker.moveToThread(self._thread)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        later = Qt.ConnectionType.QueuedConnection
        self._wanted.connect(speaker.speak, later)
        self._asked.connect(speaker.ask, later)
        self._hushed.connect(speaker.hush, later)
        self._ending.connect(speaker.end, later)
        speaker.known.connect(self.known, later)
        speaker.said.connect(self.said, later)
        self._thread.start()


class _Speaker(QObject):
    """Lives in the voice's thread. The library is imported there, once it is needed."""

    known = Signal(str, bool)
    said = Signal(str)

    def __init__(self, engine: str, thread: QThread) -> None:
        super().__init__()
        self._engine_name, self._own_thread = engine, thread
        self._engine: Any = None
        self._silent = False
        self._locales: dict[str, QLocale | None] = {}
        self._asked: set[str] = set()
        self._next: tuple[str, str, float, int] | None = None
        self._pause: QTimer | None = None

    @Slot(str, str, float, int, int)
    def speak(self, words: str, language: str, volume: float, after_ms: int, asked_at: int) -> None:
        self.hush()
        if self._silent or not self._open() or not self._ready():
            return
        self._next = (words, language, volume, asked_at + after_ms)
        if self._pause is None:
            self._pause = QTimer(self)
            self._pause.setSingleShot(True)
            self._pause.timeout.connect(self._say)
        self._pause.start(max(0, asked_at + after_ms - _now()))

    @Slot(str)
    def ask(self, language: str) -> None:
        if self._silent or not self._open():
            self.known.emit(language, False)
        elif self._ready():
            self.known.emit(language, self._locale(language) is not None)
        else:
            self._asked.add(language)

    @Slot()
    def hush(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._next = None
        if self._engine is not None and self._ready():
            self._engine.stop()

    @Slot()
    def end(self) -> None:
        self.hush()
        if self._engine is not None:
            self._engine.deleteLater()
            self._engine = None
        self._pause = None
        self._own_thread.quit()

    def _say(self) -> None:
        wanted, self._next = self._next, None
        if wanted is None or self._engine is None:
            return
        words, language, volume, due = wanted
        locale = self._locale(language)
        if locale is None or _now() - due > LATEST_MS:
            return
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.setVolume(volume)
        self._engine.say(words)
        self.said.emit(words)

    def _open(self) -> bool:
        if self._engine is not None:
            return True
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as missing:
            return self._stay_silent(str(missing))
        engine = self._engine_name or next(filter(_works, QTextToSpeech.availableEngines()), "")
        if not engine:
            return self._stay_silent("no speech engine")
        self._engine = QTextToSpeech(engine, self)
        self._engine.stateChanged.connect(self._state_changed)
        if self._engine.state() == QTextToSpeech.State.Error:
            return self._stay_silent(self._engine.errorString())
        return True

    def _ready(self) -> bool:
        from PySide6.QtTextToSpeech import QTextToSpeech

        return self._engine is not None and self._engine.state() not in (
            QTextToSpeech.State.Error,
            QTextToSpeech.State.Synthesizing,
        ) and bool(self._engine.availableLocales())  # fmt: skip

    def _state_changed(self, _state: object) -> None:
        """An engine that finds its voices later: who asked is answered now."""
        if self._asked and self._ready():
            asked, self._asked = self._asked, set()
            for language in asked:
                self.ask(language)

    def _locale(self, language: str) -> QLocale | None:
        """The locale of a voice for a language; where there are several, that of the country."""
        if language not in self._locales:
            wanted = QLocale(language).language()
            found = [one for one in self._engine.availableLocales() if one.language() == wanted]
            home = [one for one in found if one.territory() == _TERRITORIES.get(language)]
            self._locales[language] = next(iter([*home, *found]), None)
        return self._locales[language]

    def _stay_silent(self, why: str) -> bool:
        _log.info("no voice: %s", why)
        self._silent = True
        for language in self._asked:
            self.known.emit(language, False)
        return False


def _works(engine: str) -> bool:
    """Whether an engine that Qt knows is there: on a Linux without a speech service it only says that it is not."""
    if engine == "mock":
        return False
    return engine not in _NEEDS or QLibrary(_NEEDS[engine]).load()


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
