"""The gates of a command post: how each stands, and what it would mean to cut one off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.books.arrivals import Missing, last_arrivals, missing_lines
from db.books.joined_post import taken_answers
from db.books.posts import Admission, Witnessed, admissions, compounds, signers_of, witnessed
from db.exchange.admission import live_tokens
from db.register import Register
from db.trust.keys import fingerprint


@dataclass(frozen=True)
class GateKey:
    """A key that signs, or signed, for a gate: its fingerprint, and the line at which it was cut off."""

    fingerprint: str
    cut_off: Witnessed | None
    until: bool


@dataclass(frozen=True)
class GateStanding:
    """A gate as the post knows it. `area` is where its compound lies, `last` the last line of it that counts here,
    `came_at` when something of it last came in, `answer` the newest answer that it took, 0 for none."""

    admission: Admission
    area: str
    keys: tuple[GateKey, ...]
    last: Witnessed
    came_at: str
    answer: int


def standings(register: Register) -> list[GateStanding]:
    """Every gate that was admitted, by number."""
    post = register.gate.gate
    with register.reading() as connection:
        areas = {one.id: one.area for one in compounds(connection, post)}
        came, taken = last_arrivals(connection, post), taken_answers(connection)
        found = []
        for one in admissions(connection, post):
            keys = tuple(
                GateKey(fingerprint(bytes.fromhex(key.key)), key.cut_off, key.until is not None)
                for key in signers_of(connection, post, one.gate)
            )
            number, _ = taken.get(one.gate, (0, ""))
            last = witnessed(connection, one.gate)
            found.append(
                GateStanding(one, areas.get(one.compound, ""), keys, last, came.get(one.gate, ""), number)
            )
        return found


def areas_of(standings: Sequence[GateStanding]) -> list[str]:
    """The areas there are, in order."""
    return sorted({one.area for one in standings if one.area})


@dataclass(frozen=True)
class CutOffMeans:
    """What cutting a gate off now would mean: lines count as far as `last`, `kept` of its signed cards could stay
    good, and `missing` lines could never come any more."""

    last: Witnessed
    kept: int
    missing: tuple[Missing, ...]


def what_cut_off_means(register: Register, gate: int) -> CutOffMeans:
    """What cutting this gate off now would mean."""
    today = register.clock.today().isoformat()
    with register.reading() as connection:
        return CutOffMeans(
            witnessed(connection, gate),
            len(live_tokens(connection, gate, today)),
            tuple(missing_lines(connection, gate)),
        )
