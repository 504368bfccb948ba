"""What the gate page says about somebody: a word, what is behind it, and what to do next.

Written for someone tired: the verb first, nobody accused, the cause in words. Names and numbers are data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.check import Look
from db.books.temperature import LOW_TENTHS, show_tenths
from db.books.verdict import Direction, Verdict, Worry
from db.times import from_stamp
from desktop.kit.books import book_name
from desktop.kit.dates import day_words
from desktop.views.gate.person import Person, Result, Stage, TurnedAway


def say(text: str) -> str:
    """A sentence of the gate page in the person's language."""
    return QCoreApplication.translate("Gate", text)


@dataclass(frozen=True)
class Face:
    """A verdict as it is shown. `kind`: `measure` (blue), `allow`, `attn`, `deny`; `glyph` says why inside the
    shape; `hazard` for what is not ours; `todo` is what to do next; `plate` and `number` the line's number; `way` the
    arrow beside the word, `in` or `out` or none."""

    kind: str
    glyph: str
    word: str
    sub: str = ""
    todo: str = ""
    plate: str = ""
    number: str = ""
    hazard: bool = False
    way: str = ""


@dataclass(frozen=True)
class Setting:
    """What the words depend on beside the person: the day, the fever line, the wait, the next number."""

    today: date
    fever_tenths: int = 373
    wait_minutes: int = 10
    next_no: int = 1


def degrees(tenths: int) -> str:
    """`36.5 ℃`."""
    return say("{degrees} °C").format(degrees=show_tenths(tenths))


def clock_time(stamp: str, today: date) -> str:
    """`07:12`, with its day where that is another one."""
    moment = from_stamp(stamp)
    if moment.date() == today:
        return f"{moment:%H:%M}"
    return say("{day} {time}").format(day=day_words(moment.date()), time=f"{moment:%H:%M}")


def way(direction: Direction) -> str:
    """进 or 出."""
    return say("in") if direction is Direction.IN else say("out")


def numbered(no: int) -> str:
    """`0213`."""
    return f"{no:04d}"


# Someone on the page


def face_of(person: Person, setting: Setting, wait_left: str = "") -> Face:
    """What the head says about the one in front. `wait_left` is what is left of a fever's wait, in words."""
    face = _face_of(person, setting, wait_left)
    if person.stage is Stage.REFUSED:
        return face
    return replace(face, plate=say("Will be"), number=numbered(setting.next_no))


def _face_of(person: Person, setting: Setting, wait_left: str) -> Face:
    look = person.look
    if look is None:
        guest = person.guest.kind if person.guest else ""
        sub = say("No card: {kind}. {way}").format(kind=guest, way=_direction_words(person, setting))
        return Face("measure", "thermo", say("Measure"), sub)
    if person.stage is Stage.REFUSED:
        return refused(look, setting)
    if person.override:
        sub = say("In spite of: {what}. Why: {why}").format(
            what=refused(look, setting).sub, why=person.override
        )
        return Face("attn", "shield", say("Lead lets in"), sub, say("Measure first"))
    if look.hold is not None:
        return _held(look, setting, wait_left)
    if look.verdict in (Verdict.ALREADY_INSIDE, Verdict.ALREADY_OUTSIDE):
        return _already(person, look, setting)
    if person.stray and look.verdict is Verdict.OK and look.id is not None:
        sub = say("Another book than the queue: {book}").format(book=book_name(look.id.book))
        return Face("attn", "people", say("Look first"), sub, say("The pass is good: measure, then Enter"))
    if look.verdict is Verdict.ATTENTION:
        return attention(look, setting)
    if person.direction is None:
        return Face("measure", "thermo", say("Valid. Measure"), say("In or out? Press + or −"))
    return Face("measure", "thermo", say("Valid. Measure"), _direction_words(person, setting))


def _direction_words(person: Person, setting: Setting) -> str:
    if person.direction is None:
        return say("In or out? Press + or −")
    last = person.arrival.look.last if person.arrival else None
    if last is None:
        first = say("First time here, going in") if person.arrival else say("Going in")
        out = say("First time here, going out") if person.arrival else say("Going out")
        return first if person.direction is Direction.IN else out
    time = clock_time(last.time, setting.today)
    if person.direction is Direction.IN:
        return say("Last out {time}, now going in").format(time=time)
    return say("Last in {time}, now going out").format(time=time)


def refused(look: Look, setting: Setting) -> Face:
    """A card that lets nobody in: one face for each verdict that refuses."""
    word, again = say("No entry"), say("Ask for a newer card")
    verdict = look.verdict if look.verdict.refuses else Verdict(look.reason or "")
    if verdict is Verdict.UNREADABLE:
        return Face(
            "deny", "scan", word, say("Not one of our codes, or not all of it"), say("Scan it once more")
        )
    if verdict in (Verdict.UNKNOWN_ISSUER, Verdict.FORGED):
        sub = say("Not our pass") if verdict is Verdict.FORGED else say("From a gate that we do not know")
        return Face("deny", "question", word, sub, say("Do not argue, call the lead"), hazard=True)
    if verdict is Verdict.REVOKED:
        reason = (
            look.reason if look.verdict is Verdict.REVOKED else (look.one.revoked_reason if look.one else "")
        )
        sub = say("Pass revoked: {reason}").format(reason=reason) if reason else say("Pass revoked")
        return Face("deny", "ban", word, sub, again)
    if verdict is Verdict.SUPERSEDED:
        return Face("deny", "refresh", word, say("A newer card was made, this one is old"), again)
    holder = look.one.holder if look.one else None
    if verdict is Verdict.NOT_YET_VALID:
        sub = say("Not valid yet")
        if holder and holder.valid_from > setting.today:
            sub = say("Valid from {day}").format(day=day_words(holder.valid_from))
        return Face("deny", "calendar", word, sub, say("Come back on that day"))
    if verdict is Verdict.EXPIRED:
        sub = say("Expired")
        if holder and holder.valid_until < setting.today:
            sub = say("Expired on {day}").format(day=day_words(holder.valid_until))
        return Face("deny", "calendar", word, sub, say("Have it renewed at the office"))
    sub = (
        say("Good at gate {gate}, not here").format(gate=f"{look.id.gate:04d}")
        if look.id
        else say("Not here")
    )
    return Face("deny", "gate", word, sub, say("Send them to their own gate"))


def attention(look: Look, setting: Setting) -> Face:
    """Why a person should look first. Going out, that is also the name of what would refuse the card."""
    reason, word = look.reason or "", say("Look first")
    if reason == Worry.HELD.value:
        return _held(look, setting, "")
    if reason == Worry.FEVER_EARLIER.value:
        return Face("attn", "thermo", word, say("Fever earlier today"), say("Measure with care"))
    if reason == Worry.OVERDUE.value:
        return Face("attn", "clock", word, _with(say("Back later than agreed"), look.note), say("Ask why"))
    if reason == Worry.KEY_PERSON.value:
        return Face(
            "attn",
            "keyperson",
            word,
            _with(say("Key person"), look.note),
            say("Look at the person"),
        )
    if reason == Worry.BLANK.value:
        sub = say("Nobody is written on it yet")
        return Face("attn", "blank", say("Blank card"), sub, say("Press F3 and write whose it is"))
    if reason == Worry.ADOPTED.value:
        sub = say("Out on paper, nobody is written in yet")
        return Face(
            "attn",
            "blank",
            say("Card on paper"),
            sub,
            say("Look at the card, F3: write it in"),
        )
    if reason == Worry.UNREGISTERED.value:
        sub = say("Our card, but not in the register")
        return Face("attn", "question", word, sub, say("Look at an ID, then call the lead"))
    why = refused(look, setting)
    sub = say("{why}. Going out is allowed").format(why=why.sub)
    return Face("attn", why.glyph, word, sub, say("Look at the person, then record"))


def _with(words: str, note: str) -> str:
    return say("{words}: {note}").format(words=words, note=note) if note else words


def _held(look: Look, setting: Setting, wait_left: str) -> Face:
    hold = look.hold
    if hold is None:
        return Face("attn", "thermo", say("Retest first"), say("Waits for the second reading"))
    first = say("{time}: {degrees}").format(
        time=clock_time(hold.at, setting.today), degrees=degrees(hold.temp_tenths)
    )
    rest = say("sit {left} more").format(left=wait_left) if wait_left else say("time is up, measure again")
    sub = say("{first}, {rest}").format(first=first, rest=rest)
    return Face("attn", "thermo", say("Retest first"), sub, say("Second reading, then Enter"))


def _already(person: Person, look: Look, setting: Setting) -> Face:
    no = person.arrival.last_no if person.arrival else None
    time = clock_time(look.last.time, setting.today) if look.last else ""
    facts = {"time": time, "no": numbered(no) if no else "–"}
    if look.verdict is Verdict.ALREADY_INSIDE:
        sub = say("In at {time} (no. {no}), out was not recorded").format(**facts)
        return Face("attn", "inside", say("Already inside"), sub, say("Is it the same person?"))
    sub = say("Out at {time} (no. {no}), in was not recorded").format(**facts)
    return Face("attn", "house", say("Already outside"), sub, say("Is it the same person?"))


# What came of someone


def face_of_result(result: Result, setting: Setting) -> Face:
    """The verdict after Enter: let in, let out, wait with a fever, or isolation."""
    face = _face_of_result(result, setting)
    return face if result.held else replace(face, plate=say("Line"), number=numbered(result.no))


def _face_of_result(result: Result, setting: Setting) -> Face:
    held, person = result.held, result.person
    limit = degrees(setting.fever_tenths)
    if held is not None:
        sub = say("{degrees}; from {limit} it is a fever").format(
            degrees=degrees(held.temp_tenths), limit=limit
        )
        todo = say("Sit down and wait, {minutes} min").format(minutes=setting.wait_minutes)
        return Face("attn", "thermo", say("Retest first"), sub, todo)
    direction = person.direction
    if result.turned_away:
        word = say("No entry") if direction is Direction.IN else say("To isolation")
        sub = say("Twice {limit} or more").format(limit=limit)
        return Face("deny", "thermo", word, sub, say("Press F8 and take the steps"))
    word = say("Let in") if direction is Direction.IN else say("Let out")
    arrow = direction.value if direction is not None else ""
    return Face("allow", "check", word, _saved(result), way=arrow)


def _saved(result: Result) -> str:
    tenths = result.tenths
    if tenths is None and result.person.unmeasured:
        return say("Not measured: {reason}. Recorded").format(reason=result.person.unmeasured)
    if tenths is None:
        return say("Recorded. No temperature needed")
    if result.second:
        return say("Second reading {degrees}, recorded").format(degrees=degrees(tenths))
    if tenths < LOW_TENTHS:
        return say("{degrees}, low twice, recorded").format(degrees=degrees(tenths))
    return say("{degrees}, normal, recorded").format(degrees=degrees(tenths))


def face_of_turned_away(away: TurnedAway) -> Face:
    """Someone without a card was sent away."""
    sub = say("No card: {reason}. It is written down").format(reason=away.reason)
    return Face("deny", "ban", say("Sent away"), sub)
