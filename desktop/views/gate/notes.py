"""What the page says under the temperature, and the words of ways to measure."""

from __future__ import annotations

from db.errors import GatebookError
from desktop.sentences import sentence
from desktop.views.gate.wishes import Note
from desktop.views.gate.words import say


def note_words(note: Note, name: str = "", wait_left: str = "", error: GatebookError | None = None) -> str:
    """One short sentence: what to do. `name` is who it is about, `wait_left` what is left of a fever's wait."""
    who = name or say("This person")
    match note:
        case Note.CHOOSE_DIRECTION:
            return say("Choose in or out first: + or −")
        case Note.TEMPERATURE_FIRST:
            return say("Take the temperature first")
        case Note.UNFINISHED:
            return say("One digit is missing. Example: 365")
        case Note.OUT_OF_RANGE:
            return say("Only 30.0 to 43.0. Type it again")
        case Note.LOW_AGAIN:
            return say("Too low. Measure again, elsewhere if you can: /")
        case Note.LOW_TWICE:
            return say("{name}: low twice, recorded as such").format(name=who)
        case Note.EARLY:
            return say("{left} of the wait left. Enter again to take it now").format(left=wait_left)
        case Note.SECOND_NEEDED:
            return say("The second reading is needed")
        case Note.BIND_FIRST:
            return say("Blank card. Press F3 and write whose it is")
        case Note.SCAN_FIRST:
            return say("Scan the pass first")
        case Note.KEPT_GONE:
            return say("No scan came: {degrees} was dropped. Type it again").format(degrees=name)
        case Note.LANE_IN_QUEUE:
            return say("In a queue the direction stays. Ctrl+Q ends it")
        case Note.FRONT_FIRST:
            return say("{name} first: look at the temperature, then Enter").format(name=who)
        case Note.QUEUE_ENDED:
            return say("Queue ended. {count} passed").format(count=name)
        case Note.NOTHING_MISSED:
            return say("Nothing was missed")
        case Note.NOT_SAVED:
            why = sentence(error) if error is not None else say("Try again")
            return say("Not saved. {why}").format(why=why)
        case Note.TRAY_FULL:
            return say("Measure those in front first, then scan again")
        case Note.IN_FRONT:
            return say("{name} is on the screen already").format(name=who)
        case Note.WAITING_ALREADY:
            return say("{name} is waiting already").format(name=who)
        case Note.CANCELLED:
            return say("{name} was not recorded").format(name=who)


def method_name(method: str) -> str:
    """Where the thermometer is held, in one short word."""
    names = {
        "forehead": say("Forehead"),
        "wrist": say("Wrist"),
        "neck": say("Neck"),
        "armpit": say("Armpit"),
        "ear": say("Ear"),
    }
    return names.get(method, method)
