"""What the gate page's flow asks for: verdicts, lines, sounds, panels, and what to say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from db.books.crossings import Reading
from db.books.pass_id import PassId
from db.books.verdict import Direction
from desktop.devices.tones import Tone
from desktop.views.gate.person import Person


class Note(StrEnum):
    """What the page says under the temperature. `TRAY_FULL` and what follows are said with a name, `KEPT_GONE` with
    the temperature, `QUEUE_ENDED` with how many passed."""

    CHOOSE_DIRECTION = "choose_direction"
    TEMPERATURE_FIRST = "temperature_first"
    UNFINISHED = "unfinished"
    OUT_OF_RANGE = "out_of_range"
    LOW_AGAIN = "low_again"
    LOW_TWICE = "low_twice"
    EARLY = "early"
    SECOND_NEEDED = "second_needed"
    BIND_FIRST = "bind_first"
    SCAN_FIRST = "scan_first"
    KEPT_GONE = "kept_gone"
    LANE_IN_QUEUE = "lane_in_queue"
    NOTHING_MISSED = "nothing_missed"
    NOT_SAVED = "not_saved"
    TRAY_FULL = "tray_full"
    IN_FRONT = "in_front"
    WAITING_ALREADY = "waiting_already"
    CANCELLED = "cancelled"
    FRONT_FIRST = "front_first"
    QUEUE_ENDED = "queue_ended"


class Panel(Enum):
    """What a key opens beside the gate."""

    SEARCH = 2
    NEW_PASS = 3
    CAMERA = 4
    WITHOUT_CARD = 5
    CALL = 7
    RETESTS = 8
    VOID = 9
    CANNOT_MEASURE = 10
    OVERRIDE = 11
    QUEUE = 12
    MENU = 13


@dataclass(frozen=True)
class LookAt:
    """Wish: the verdict on what was scanned; answer with `looked`."""

    scanned: str
    lane: Direction | None


@dataclass(frozen=True)
class LookAtPass:
    """Wish: the verdict on someone found by hand; answer with `looked`."""

    id: PassId
    lane: Direction | None


@dataclass(frozen=True)
class Record:
    """Wish: write the crossing; answer with `recorded` or `not_recorded`. `note` is why it was not measured."""

    person: Person
    direction: Direction
    reading: Reading
    note: str = ""


@dataclass(frozen=True)
class FillIn:
    """Wish: write the crossing that was missed; answer with `filled_in` or `not_filled_in`."""

    person: Person
    direction: Direction


@dataclass(frozen=True)
class Play:
    """Wish: a sound."""

    tone: Tone


class Word(Enum):
    """What is said aloud where the system has a voice."""

    ENTER = "enter"
    LEAVE = "leave"
    RETEST = "retest"
    LOOK = "look"
    STOP = "stop"
    ISOLATE = "isolate"


@dataclass(frozen=True)
class Say:
    """Wish: spoken words, and the temperature (tenths of °C) read back before them."""

    word: Word
    tenths: int | None = None


@dataclass(frozen=True)
class Open:
    """Wish: a panel beside the gate."""

    panel: Panel


@dataclass(frozen=True)
class NextLane:
    """Wish: the next position of the lane switch."""


Wish = LookAt | LookAtPass | Record | FillIn | Play | Say | Open | NextLane
