"""Plays the gate's sounds and speaks its words. A machine without a speaker, a voice or a library stays silent, and
all else works.

sounds = Sounds(); sounds.set_volume(80); sounds.play(Tone.LET_IN); sounds.speak("请进", "zh"); sounds.close()
"""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODeviceBase,
    QObject,
    Qt,
    QThread,
    Signal,
    Slot,
)

from desktop.devices.tones import RATE, Tone, milliseconds, samples
from desktop.devices.voice import Voice

_log = logging.getLogger(__name__)


class Sounds(QObject):
    """What plays sounds, off the GUI thread: opening a speaker can take a while. A new sound cuts off the old one,
    new words the old words.

    Attribute `voice`. `played(Tone)` and `spoken(str)` tell what was asked for, heard or not, muted or not."""

    played = Signal(object)
    spoken = Signal(str)
    _wanted = Signal(object, float)
    _ending = Signal()

    def __init__(self, parent: QObject | None = None, voice: Voice | None = None) -> None:
        super().__init__(parent)
        self._volume, self._muted, self._speaks = 80, False, False
        self._tone: Tone | None = None
        self.voice = voice or Voice(parent=self)
        self._thread: QThread | None = None
        self._player: _Player | None = None

    def set_volume(self, volume: int) -> None:
        """From 0 to 100."""
        self._volume = max(0, min(100, volume))

    def set_muted(self, muted: bool) -> None:
        """Silent for now, as for the rest of a shift."""
        self._muted = muted
        if muted:
            self.hush()

    def set_spoken(self, on: bool) -> None:
        """Whether words are spoken, where the system has a voice for their language."""
        self._speaks = on
        if not on:
            self.hush()

    def speak(self, words: str, language: str) -> None:
        """Says `words` of a `language` (`zh`, `en`) once the sound that was just played is over; returns at once."""
        self.spoken.emit(words)
        tone, self._tone = self._tone, None
        if self._muted or not self._volume or not self._speaks:
            return
        self.voice.speak(words, language, self._volume / 100, milliseconds(tone) if tone is not None else 0)

    def hush(self) -> None:
        """Cuts off the words that are being said."""
        self.voice.hush()

    def play(self, tone: Tone) -> None:
        """Plays a sound and returns at once."""
        self.played.emit(tone)
        self._tone = tone
        if self._muted or not self._volume:
            return
        if self._thread is None:
            self._start()
        self._wanted.emit(tone, self._volume / 100)

    def close(self) -> None:
        """Stops sound and words, and their threads."""
        self.voice.close()
        if self._thread is None:
            return
        self._ending.emit()
        self._thread.wait()
        self._thread = self._player = None

    def _start(self) -> None:
        self._thread = QThread()
        self._thread.setObjectName("sound")
        self._player = _Player(self._thread)
        self._player.moveToThread(self._thread)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        self._wanted.connect(self._player.play, Qt.ConnectionType.QueuedConnection)
        self._ending.connect(self._player.end, Qt.ConnectionType.QueuedConnection)
        self._thread.start()


class _Player(QObject):
    """Lives in the sound's thread. The audio library is imported there, once it is needed."""

    def __init__(self, thread: QThread) -> None:
        super().__init__()
        self._own_thread = thread
        self._sink: Any = None
        self._buffer: QBuffer | None = None
        self._silent = False

    @Slot(object, float)
    def play(self, tone: Tone, volume: float) -> None:
        if self._silent or (self._sink is None and not self._open()):
            return
        self._sink.stop()
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(samples(tone)))
        self._buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
        self._sink.setVolume(volume)
        self._sink.start(self._buffer)

    @Slot()
    def end(self) -> None:
        if self._sink is not None:
            self._sink.stop()
            self._sink = None
        self._own_thread.quit()

    def _open(self) -> bool:
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError as missing:
            return self._stay_silent(str(missing))
        speaker = QMediaDevices.defaultAudioOutput()
        if speaker.isNull():
            return self._stay_silent("no speaker")
        format = QAudioFormat()
        format.setSampleRate(RATE)
        format.setChannelCount(1)
        format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(speaker, format)
        return True

    def _stay_silent(self, why: str) -> bool:
        _log.info("no sound: %s", why)
        self._silent = True
        return False
