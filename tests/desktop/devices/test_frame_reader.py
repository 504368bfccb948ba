"""Looking at pictures beside the GUI thread: the newest one, never a queue, nothing kept."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.devices.camera import Frame
from desktop.devices.code_reading import FIRST, MILD, STEPS, STRONG
from desktop.devices.frame_reader import SLOW_SECONDS, FrameReader, Look, Pace, is_dark
from tests.webcam import SMALL, Story, empty_scene, printed, webcam

CARD = printed("home")


def frame(image: QImage, at: float = 0.0) -> Frame:
    return Frame(at, lambda: image)


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[FrameReader]:
    made = FrameReader()
    yield made
    made.stop()


def look_at(qtbot: QtBot, reader: FrameReader, shown: Frame) -> Look:
    with qtbot.waitSignal(reader.looked, timeout=10_000) as looked:
        reader.offer(shown)
    look = looked.args[0]
    assert isinstance(look, Look)
    return look


def texts(look: Look) -> list[str | None]:
    return [code.text for code in look.codes]


def test_a_card_that_is_blurred_first_is_read_when_it_is_sharp(qtbot: QtBot, reader: FrameReader) -> None:
    sharp = webcam(CARD, 4, 5, size=SMALL)
    blurred = sharp.scaled(80, 60).scaled(*SMALL)
    assert texts(look_at(qtbot, reader, frame(empty_scene(1, SMALL), 0.0))) == []
    assert CARD.digits not in texts(look_at(qtbot, reader, frame(blurred, 0.1)))
    look = look_at(qtbot, reader, frame(sharp, 0.2))
    assert texts(look) == [CARD.digits]
    assert (look.at, look.width, look.height, look.dark) == (0.2, *SMALL, False)


def test_the_newest_picture_wins_and_none_waits_in_a_queue(qtbot: QtBot, reader: FrameReader) -> None:
    let_go = threading.Event()

    def slow() -> QImage:
        let_go.wait(10)
        return empty_scene(1, SMALL)

    times: list[float] = []
    reader.looked.connect(lambda look: times.append(look.at))
    reader.offer(Frame(0.0, slow))
    for at in (1.0, 2.0, 3.0):
        reader.offer(frame(empty_scene(2, SMALL), at))
    let_go.set()
    qtbot.waitUntil(lambda: times == [0.0, 3.0], timeout=10_000)


def test_nothing_comes_after_stopping(qtbot: QtBot, reader: FrameReader) -> None:
    told: list[object] = []
    reader.looked.connect(told.append)
    reader.pictured.connect(told.append)
    for _ in range(3):
        reader.offer(frame(webcam(CARD, 4, 5, size=SMALL)))
        reader.stop()
    assert texts(look_at(qtbot, reader, frame(webcam(CARD, 4, 5, size=SMALL), 9.0))) == [CARD.digits]
    assert [look.at for look in told if isinstance(look, Look)] == [9.0]
    assert len(told) == 2


def test_the_picture_comes_before_the_codes_and_no_larger_than_it_is_shown(
    qtbot: QtBot, reader: FrameReader
) -> None:
    told: list[str] = []
    reader.pictured.connect(lambda image: told.append(f"{image.width()}x{image.height()}"))
    reader.looked.connect(lambda look: told.append("look"))
    reader.preview_width = 320
    look_at(qtbot, reader, frame(empty_scene(1, SMALL)))
    reader.preview_width = 0
    look_at(qtbot, reader, frame(empty_scene(1, SMALL)))
    assert told == ["320x240", "look", "640x480", "look"]


def test_everything_is_told_on_the_gui_thread(qtbot: QtBot, reader: FrameReader) -> None:
    threads: list[QThread] = []
    reader.pictured.connect(lambda image: threads.append(QThread.currentThread()))
    reader.looked.connect(lambda look: threads.append(QThread.currentThread()))
    look_at(qtbot, reader, frame(empty_scene(1, SMALL)))
    assert threads == [reader.thread(), reader.thread()]


def test_no_picture_is_kept_once_it_was_looked_at(qtbot: QtBot, reader: FrameReader) -> None:
    shown = frame(empty_scene(1, SMALL))
    watched = weakref.ref(shown)
    look_at(qtbot, reader, shown)
    del shown
    qtbot.waitUntil(lambda: watched() is None)


def test_without_reading_there_are_only_pictures(qtbot: QtBot) -> None:
    reader = FrameReader(reads=False)
    looks: list[object] = []
    reader.looked.connect(looks.append)
    with qtbot.waitSignal(reader.pictured):
        reader.offer(frame(webcam(CARD, 4, 5, size=SMALL)))
    reader.stop()
    assert looks == []


def test_a_frame_that_holds_no_picture_is_passed_over(qtbot: QtBot, reader: FrameReader) -> None:
    reader.offer(frame(QImage()))
    assert look_at(qtbot, reader, frame(empty_scene(1, SMALL), 2.0)).at == 2.0


def test_a_bug_is_told_once_and_not_with_every_picture(qtbot: QtBot, reader: FrameReader) -> None:
    asked: list[float] = []

    def broken(at: float) -> Frame:
        def image() -> QImage:
            asked.append(at)
            raise ZeroDivisionError

        return Frame(at, image)

    with qtbot.captureExceptions() as caught:
        reader.offer(broken(0.0))
        qtbot.waitUntil(lambda: len(caught) == 1)
        reader.offer(broken(1.0))
    reader.stop()
    assert asked == [0.0]
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert texts(look_at(qtbot, reader, frame(webcam(CARD, 4, 5, size=SMALL)))) == [CARD.digits]


def test_a_closed_lens_cover_is_noticed(qtbot: QtBot, reader: FrameReader) -> None:
    black = QImage(*SMALL, QImage.Format.Format_RGB32)
    black.fill(0x050607)
    assert look_at(qtbot, reader, frame(black)).dark
    # A gate at night is dim, and no closed cover.
    assert not is_dark(webcam(CARD, 3, 5, Story.DIM, SMALL))


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_half_of_the_time_is_left_to_the_machine() -> None:
    watch = Watch()
    pace = Pace(watch)
    assert pace.steps() == STEPS
    pace.took(STEPS, 0.05)
    watch.now += 0.04
    assert pace.steps() == (FIRST,)
    pace.took((FIRST,), 0.002)
    watch.now += 0.02
    assert pace.steps() == STEPS


def test_a_slow_machine_takes_the_dear_steps_in_turns() -> None:
    watch = Watch()
    pace = Pace(watch)
    pace.took(STEPS, SLOW_SECONDS * 3)
    watch.now += SLOW_SECONDS * 4
    first = pace.steps()
    pace.took(first, SLOW_SECONDS)
    watch.now += SLOW_SECONDS * 2
    assert {tuple(first), tuple(pace.steps())} == {(FIRST, MILD), (FIRST, STRONG)}
