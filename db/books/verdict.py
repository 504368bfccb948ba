"""The verdict: what a card is worth at this gate, now. The order of the questions below is the rule.

`decide` is the whole of it; everything else gathers the facts that it asks about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Direction(StrEnum):
    """Which way someone goes: into the compound, or out of it."""

    IN = "in"
    OUT = "out"

    @property
    def other(self) -> Direction:
        """The other way."""
        return Direction.OUT if self is Direction.IN else Direction.IN


class Verdict(StrEnum):
    """The fixed names, in the order in which they are decided."""

    UNREADABLE = "unreadable"
    UNKNOWN_ISSUER = "unknown_issuer"
    FORGED = "forged"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    WRONG_GATE = "wrong_gate"
    ATTENTION = "attention"
    ALREADY_INSIDE = "already_inside"
    ALREADY_OUTSIDE = "already_outside"
    OK = "ok"

    @property
    def refuses(self) -> bool:
        """Whether nobody is let in with it."""
        return self in _REFUSALS


_REFUSALS = frozenset(list(Verdict)[: list(Verdict).index(Verdict.ATTENTION)])


class Worry(StrEnum):
    """Why a person should look (`attention`), the gravest first. Going out, a refusal's name is a reason too."""

    HELD = "held"
    FEVER_EARLIER = "fever_earlier"
    OVERDUE = "overdue"
    KEY_PERSON = "key_person"
    BLANK = "blank"
    ADOPTED = "adopted"
    """A number that went out on paper before the program came, and was not written in yet."""
    UNREGISTERED = "unregistered"


@dataclass(frozen=True)
class Facts:
    """All that a verdict is decided from.

    `readable`: the code is a token. `known_issuer`: a trusted key has the token's id. `genuine`: the signature
    verifies, or the home code is the pass's. `revoked`: the reason, or None. `good_here`: the scope reaches this
    gate. `last`: which way the holder went last, None before a first crossing."""

    readable: bool = True
    known_issuer: bool = True
    genuine: bool = True
    revoked: str | None = None
    superseded: bool = False
    valid_from: date = date.min
    valid_until: date = date.max
    good_here: bool = True
    worries: tuple[Worry, ...] = ()
    last: Direction | None = None


def decide(facts: Facts, direction: Direction | None, today: date) -> tuple[Verdict, str | None]:
    """The verdict and its reason. `direction` None (not known yet) is judged as going in.

    Nobody is kept in by a card: going out, every refusal becomes `attention` with its name as the reason."""
    refused = _refusal(facts, today)
    if refused is not None:
        if direction is Direction.OUT:
            return Verdict.ATTENTION, refused.value
        return refused, facts.revoked if refused is Verdict.REVOKED else None
    if facts.worries:
        return Verdict.ATTENTION, facts.worries[0].value
    if direction is not None and direction is facts.last:
        return (Verdict.ALREADY_INSIDE if direction is Direction.IN else Verdict.ALREADY_OUTSIDE), None
    return Verdict.OK, None


def _refusal(facts: Facts, today: date) -> Verdict | None:
    if not facts.readable:
        return Verdict.UNREADABLE
    if not facts.known_issuer:
        return Verdict.UNKNOWN_ISSUER
    if not facts.genuine:
        return Verdict.FORGED
    if facts.revoked is not None:
        return Verdict.REVOKED
    if facts.superseded:
        return Verdict.SUPERSEDED
    if today < facts.valid_from:
        return Verdict.NOT_YET_VALID
    if today > facts.valid_until:
        return Verdict.EXPIRED
    if not facts.good_here:
        return Verdict.WRONG_GATE
    return None
