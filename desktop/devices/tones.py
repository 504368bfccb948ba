"""The sounds of the gate, made when they are needed: short, for one small speaker, nothing below 600 Hz.

A sound never says anything that the screen does not say too."""

from __future__ import annotations

import io
import math
import wave
from array import array
from enum import StrEnum
from functools import lru_cache

RATE = 44_100
_EDGE_MS = 5
_GAP_MS = 90


class Tone(StrEnum):
    """What is heard. `LET_IN` is high and `LET_OUT` lower; `ATTENTION` asks for a look, `STOP` is long."""

    MEASURE = "measure"
    LET_IN = "let_in"
    LET_OUT = "let_out"
    ATTENTION = "attention"
    FEVER = "fever"
    STOP = "stop"
    FORGED = "forged"
    RETEST_DUE = "retest_due"
    SAVED = "saved"
    SAFE_TO_REMOVE = "safe_to_remove"


# (Hz, ms) in order; 0 Hz is silence.
NOTES: dict[Tone, tuple[tuple[int, int], ...]] = {
    Tone.MEASURE: ((1000, 40),),
    Tone.LET_IN: ((1200, 80),),
    Tone.LET_OUT: ((800, 80),),
    Tone.ATTENTION: ((900, 150), (0, _GAP_MS), (900, 150)),
    Tone.FEVER: ((1000, 120), (800, 120), (1000, 120), (800, 120)),
    Tone.STOP: ((650, 600),),
    Tone.FORGED: ((650, 600), (0, 150), (650, 600)),
    Tone.RETEST_DUE: ((700, 130), (0, 40), (930, 130), (0, 40), (1240, 180)),
    Tone.SAVED: ((2000, 20),),
    Tone.SAFE_TO_REMOVE: ((900, 110), (0, 40), (1200, 150)),
}
_SOFT = {Tone.SAVED: 0.35, Tone.MEASURE: 0.6}


def milliseconds(tone: Tone) -> int:
    """How long a sound lasts."""
    return sum(length for _, length in NOTES[tone])


@lru_cache(maxsize=16)
def samples(tone: Tone) -> bytes:
    """One channel of 16-bit samples at `RATE`, at full volume."""
    sound = array("h")
    for hertz, length in NOTES[tone]:
        sound.extend(_note(hertz, length, _SOFT.get(tone, 1.0)))
    return sound.tobytes()


def as_wave(tone: Tone) -> bytes:
    """The same as a WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples(tone))
    return target.getvalue()


def _note(hertz: int, length: int, loudness: float) -> array[int]:
    count = RATE * length // 1000
    edge = max(1, min(RATE * _EDGE_MS // 1000, count // 2))
    note = array("h", bytes(2 * count))
    if not hertz:
        return note
    turn = 2 * math.pi * hertz / RATE
    for place in range(count):
        # A third part of the third overtone: a small speaker carries it through the noise of a street.
        value = (math.sin(turn * place) + math.sin(3 * turn * place) / 3) * 0.75
        # Soft at both ends, or it clicks.
        value *= min(1.0, place / edge, (count - 1 - place) / edge)
        note[place] = round(32_000 * loudness * value)
    return note
