"""The sounds are what the people at the gate have learnt, and a machine without sound stays calm."""

from __future__ import annotations

import builtins
import io
import itertools
import wave
from array import array
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.sound import Sounds
from desktop.devices.tones import NOTES, RATE, Tone, as_wave, milliseconds, samples


def test_the_sounds_are_as_long_and_as_high_as_they_are_said_to_be() -> None:
    assert NOTES[Tone.LET_IN] == ((1200, 80),)
    assert NOTES[Tone.LET_OUT] == ((800, 80),)
    assert [note for note in NOTES[Tone.ATTENTION] if note[0]] == [(900, 150), (900, 150)]
    assert NOTES[Tone.STOP] == ((650, 600),)
    assert [note for note in NOTES[Tone.FORGED] if note[0]] == [(650, 600), (650, 600)]
    assert milliseconds(Tone.SAVED) == 20
    rising = [hertz for hertz, _ in NOTES[Tone.RETEST_DUE] if hertz]
    assert len(rising) == 3 and rising == sorted(set(rising))
    safe = [hertz for hertz, _ in NOTES[Tone.SAFE_TO_REMOVE] if hertz]
    assert len(safe) == 2 and safe == sorted(set(safe))


@pytest.mark.parametrize("tone", Tone)
def test_nothing_is_lower_than_a_laptops_speaker_carries(tone: Tone) -> None:
    assert all(hertz == 0 or hertz >= 600 for hertz, _ in NOTES[tone])


def pitch(sound: array[int]) -> float:
    """Hertz, by counting how often the wave crosses zero upwards."""
    ups = sum(before < 0 <= now for before, now in itertools.pairwise(sound))
    return ups * RATE / len(sound)


@pytest.mark.parametrize(("tone", "hertz"), [(Tone.LET_IN, 1200), (Tone.LET_OUT, 800), (Tone.STOP, 650)])
def test_a_sound_has_its_pitch_and_begins_and_ends_softly(tone: Tone, hertz: int) -> None:
    sound = array("h", samples(tone))
    assert len(sound) == RATE * milliseconds(tone) // 1000
    assert pitch(sound) == pytest.approx(hertz, rel=0.02)
    assert sound[0] == 0 and abs(sound[-1]) < 50
    assert 20_000 < max(sound) <= 32_767


def test_a_sound_is_also_a_wave_file() -> None:
    with wave.open(io.BytesIO(as_wave(Tone.LET_IN))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.readframes(file.getnframes()) == samples(Tone.LET_IN)


def test_without_an_audio_library_it_is_silent_and_says_what_it_would_have_played(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("PySide6.QtMultimedia"):
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    sounds = Sounds()
    played: list[Tone] = []
    sounds.played.connect(played.append)
    sounds.play(Tone.LET_IN)
    sounds.play(Tone.STOP)
    sounds.close()
    assert played == [Tone.LET_IN, Tone.STOP]


def test_a_muted_gate_opens_no_speaker(qtbot: QtBot) -> None:
    sounds = Sounds()
    sounds.set_muted(True)
    sounds.play(Tone.LET_IN)
    assert sounds._thread is None
    sounds.set_muted(False)
    sounds.set_volume(0)
    sounds.play(Tone.LET_IN)
    assert sounds._thread is None
    sounds.close()
