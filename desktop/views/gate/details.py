"""What stands under a verdict: who it is, and the three things worth checking."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.books.check import Look
from db.books.masking import mask_phone
from db.books.pass_id import Book
from desktop.kit.books import book_full_name
from desktop.language import current_language
from desktop.views.gate.person import Guest, Person
from desktop.views.gate.words import Setting, clock_time, say, way


@dataclass(frozen=True)
class Fact:
    """One thing worth knowing, with a quieter word beside it."""

    icon: str
    label: str
    value: str
    beside: str = ""


@dataclass(frozen=True)
class Details:
    """`book` None for someone without a card, or a card that says nothing; `known` whether anyone knows who it is."""

    name: str
    number: str = ""
    unit: str = ""
    band: str = ""
    book: Book | None = None
    known: bool = True
    photo: bytes | None = None
    facts: tuple[Fact, ...] = ()


def details_of(person: Person, setting: Setting) -> Details:
    """What is shown of someone on the page."""
    look = person.look
    if look is None:
        return _of_guest(person.guest) if person.guest else Details("")
    if not look.genuine:
        return _of_stranger(look)
    holder = look.one.holder if look.one else None
    assert look.id is not None
    return Details(
        name=look.name or say("Nobody's yet"),
        number=look.id.human(chinese=current_language() == "zh"),
        unit=" · ".join(word for word in (holder.unit, holder.post) if word) if holder else "",
        band=book_full_name(look.id.book),
        book=look.id.book,
        photo=person.arrival.photo if person.arrival else None,
        facts=(_validity(look, setting), _last_seen(look, setting), _check(person)),
    )


def _of_guest(guest: Guest) -> Details:
    facts = [
        Fact("house", say("Goes to"), guest.home),
        Fact("phone", say("Phone"), mask_phone(guest.phone)),
        Fact("note", say("Why"), guest.reason),
    ]
    shown = tuple(fact for fact in facts if fact.value)
    return Details(guest.name, say("No card"), guest.kind, say("No card"), facts=shown)


def _of_stranger(look: Look) -> Details:
    """Nobody knows whose card this is; what it says of itself is shown as such."""
    said = say("Says {number}").format(number=look.id.human(current_language() == "zh")) if look.id else ""
    what = say("No such pass")
    return Details(what, said, say("This scan is noted"), say("Not known"), known=False)


def _validity(look: Look, setting: Setting) -> Fact:
    label = say("Valid until")
    # Another gate's card stands in no register here; it says itself until when it is good, and is signed.
    known = look.one.holder if look.one else look
    if known.valid_from is None or known.valid_until is None:
        return Fact("calendar", label, say("Not known"))
    left = (known.valid_until - setting.today).days
    if left < 0:
        beside = say("expired")
    elif known.valid_from > setting.today:
        beside = say("not begun")
    elif left == 0:
        beside = say("last day")
    else:
        beside = QCoreApplication.translate("Gate", "%n day(s) left", "", left)
    return Fact("calendar", label, known.valid_until.isoformat(), beside)


def _last_seen(look: Look, setting: Setting) -> Fact:
    label = say("Last seen")
    if look.last is None:
        return Fact("clock", label, say("Not yet"))
    time = clock_time(look.last.time, setting.today)
    today = look.last.time[:10] == setting.today.isoformat()
    words = say("Today {time} {way}") if today else say("{time} {way}")
    return Fact("clock", label, words.format(time=time, way=way(look.last.direction)))


def _check(person: Person) -> Fact:
    label = say("Check")
    look = person.look
    if look is not None and look.answer_old:
        # Another gate's card, and what the post says of it is old.
        days = QCoreApplication.translate("Gate", "list %n day(s) old", "", look.answer_days or 0)
        return Fact("eye", label, say("Photo and ID"), days)
    if person.by_hand:
        return Fact("eye", label, say("Photo and ID"), say("found by hand"))
    if person.arrival and person.arrival.photo:
        return Fact("eye", label, say("Face against photo"))
    return Fact("eye", label, say("Name and person"))
