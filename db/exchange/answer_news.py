"""What an answer says to one gate, and what of it is new: for people. A verdict never asks it.

The post may write more than this version knows into `findings`, `orders` and `notes`: what is not understood is shown
as it stands or passed over, and never refuses an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from db import trust_models
from db.books.exports import Range
from db.books.pass_id import PassId
from db.errors import GatebookError
from db.exchange.answers import Answer, AnswerGate, book_of, read_answer
from db.times import from_stamp, instant_of

CLOCK_SLACK = timedelta(minutes=2)
_MOST_TEXTS = 50
_MOST_FINDINGS = 200
_TEXT_LENGTH = 500
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class NamedGate:
    """A gate as the post calls it."""

    gate: int
    name: str


@dataclass(frozen=True)
class ToldFinding:
    """Something odd that the post tells a gate: `kind` as `db.books.findings.FindingKind` names it or as a later
    version does, a card or (None) the gate's own clock, where and when (stamps) with the newest last, and how many
    seconds a clock is off."""

    kind: str
    pass_id: PassId | None
    at: tuple[tuple[int, str], ...]
    seconds: int | None


@dataclass(frozen=True)
class Said:
    """What an answer says to this gate. `state` is the gate's own at the post: `admitted`, `retired`, `cut_off`, or
    None where it does not stand there. `stopped` are own passes that the post has revoked or that it knows to be."""

    number: int
    post: str
    made_at: str
    gates: int
    revoked: int
    state: str | None
    wanted: tuple[Range, ...]
    findings: tuple[ToldFinding, ...]
    orders: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """What an answer that was just taken in changed. `behind` is by how many seconds this laptop's clock is behind the
    post's at least; None where nothing shows it."""

    said: Said
    joined: bool
    added: tuple[NamedGate, ...]
    gone: tuple[NamedGate, ...]
    retired: tuple[NamedGate, ...]
    cut_off: tuple[NamedGate, ...]
    revoked: int
    state_changed: bool
    behind: int | None


def said_to(answer: Answer, gate: int) -> Said:
    """What an answer says to `gate`."""
    mine = answer.gate(gate)
    return Said(
        number=answer.number,
        post=_clean(answer.post.name),
        made_at=answer.made_at,
        gates=len(answer.gates),
        revoked=len(answer.revoked),
        state=mine.state if mine else None,
        wanted=tuple(Range(some.epoch, some.from_, some.to) for some in answer.for_gate(gate)),
        findings=tuple(_findings(answer.findings, gate)),
        orders=tuple(_texts(answer.orders)),
        notes=tuple(_texts(answer.notes)),
    )


def news_of(answer: Answer, before: Answer | None, gate: int, now: datetime) -> News:
    """What `answer` changes at `gate` against the one `before`."""
    was = {one.gate: one for one in before.gates} if before else {}
    now_known = {one.gate: one for one in answer.gates}
    others = [one for one in answer.gates if one.gate != gate]
    own, own_before = now_known.get(gate), was.get(gate)
    gap = from_stamp(answer.made_at) - now
    return News(
        said=said_to(answer, gate),
        joined=before is None,
        added=_named(one for one in others if one.gate not in was),
        gone=_named(one for one in was.values() if one.gate not in now_known and one.gate != gate),
        retired=_named(one for one in others if _became(one, was, "retired")),
        cut_off=_named(one for one in others if _became(one, was, "cut_off")),
        revoked=len(_revoked(answer) - (_revoked(before) if before else set())),
        state_changed=own_before is not None and own is not None and own.state != own_before.state,
        behind=int(gap.total_seconds()) if gap > CLOCK_SLACK else None,
    )


def newest_answer(connection: Connection) -> Answer | None:
    """The answer that was taken in last; None before the first, and where its copy was damaged."""
    document = connection.scalar(select(trust_models.answers.c.document))
    if document is None:
        return None
    try:
        return read_answer(str(document).encode("utf-8")).answer
    except GatebookError:
        return None


def _named(gates: Iterable[AnswerGate]) -> tuple[NamedGate, ...]:
    return tuple(NamedGate(one.gate, _clean(one.name)) for one in sorted(gates, key=lambda one: one.gate))


def _became(one: AnswerGate, was: dict[int, AnswerGate], state: str) -> bool:
    before = was.get(one.gate)
    return one.state == state and before is not None and before.state != state


def _revoked(answer: Answer) -> set[tuple[Any, ...]]:
    return {(gate, book_of(book), number, lowest) for gate, book, number, lowest in answer.revoked}


def _texts(value: Any) -> Iterator[str]:
    """Sentences of a list: strings as they stand, objects by what they call their text."""
    for one in list(_list(value))[:_MOST_TEXTS]:
        text = one.get("text") if isinstance(one, dict) else one
        if text is None or isinstance(text, (dict, list)):
            text = json.dumps(one, ensure_ascii=False)
        if cleaned := _clean(str(text)):
            yield cleaned


def _findings(value: Any, gate: int) -> Iterator[ToldFinding]:
    found = (_finding(one) for one in _list(value))
    mine = (one for one in found if one is not None and _concerns(one, gate))
    yield from islice(mine, _MOST_FINDINGS)


def _concerns(one: ToldFinding, gate: int) -> bool:
    """A card of this gate, or something that was seen at it."""
    return (one.pass_id is not None and one.pass_id.gate == gate) or any(place == gate for place, _ in one.at)


def _finding(value: Any) -> ToldFinding | None:
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        return None
    try:
        card = PassId.parse(str(value["pass"])) if value.get("pass") else None
    except (GatebookError, ValueError):
        return None
    before, at = value.get("before"), value.get("at")
    places: Sequence[Any] = at if isinstance(at, list) else [before, {**value, "time": value.get("time", at)}]
    seconds = value.get("seconds")
    return ToldFinding(
        kind=value["kind"][:40],
        pass_id=card,
        at=tuple(place for place in map(_place, places) if place is not None),
        seconds=seconds if isinstance(seconds, int) and not isinstance(seconds, bool) else None,
    )


def _place(value: Any) -> tuple[int, str] | None:
    if not isinstance(value, dict):
        return None
    gate, time = value.get("gate"), value.get("time")
    if not isinstance(gate, int) or not isinstance(time, str):
        return None
    try:
        instant_of(time)
    except ValueError:
        return None
    return gate, time


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else [value] if isinstance(value, str) and value else []


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:_TEXT_LENGTH]
