"""Looking at a card: gathers the facts about it, and asks for the verdict. Records nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from db.books.entries import Crossing, last_crossing
from db.books.gates import get_gate, trusted_keys
from db.books.holds import Hold, holds_of_pass
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Issue, Pass, get_pass, issues_of, reservation
from db.books.verdict import Direction, Facts, Verdict, Worry, decide
from db.books.watch import watched_for
from db.times import instant_of
from db.trust.keys import key_id
from db.trust.tokens import (
    DistrictToken,
    HomeToken,
    Unreadable,
    normalise,
    read_token,
    token_sha256,
    verify_signature,
)


@dataclass(frozen=True)
class Look:
    """What a card, or a person chosen by hand, is worth here and now.

    `direction` is the lane's or, in the automatic lane, the one that follows from the last crossing; None while
    it is not known. `one` is the register's pass where the card is genuine and registered here; `name` and
    `book` are the token's own where it is genuine but not registered. `hold` is the open hold of its holder."""

    verdict: Verdict
    reason: str | None
    direction: Direction | None
    id: PassId | None
    one: Pass | None
    name: str
    book: Book | None
    last: Crossing | None
    hold: Hold | None
    token_sha256: str | None
    note: str = ""

    @property
    def genuine(self) -> bool:
        """Whether the card really is the pass that it says it is; only then is it written under that pass."""
        refused = {self.verdict.value, self.reason}
        untrue = {Verdict.UNREADABLE.value, Verdict.UNKNOWN_ISSUER.value, Verdict.FORGED.value}
        return self.id is not None and not refused & untrue


def turned(look: Look, direction: Direction) -> Look:
    """The same look for the way that a person chose: going out nobody is kept in by a card, and who is said to be
    there already is asked again."""
    refusal = look.verdict if look.verdict.refuses else _as_refusal(look.reason)
    worry = look.reason if look.verdict is Verdict.ATTENTION and refusal is None else None
    if refusal is not None:
        out = direction is Direction.OUT
        verdict, reason = (Verdict.ATTENTION, refusal.value) if out else (refusal, _reason_of(look, refusal))
    elif worry is not None:
        verdict, reason = Verdict.ATTENTION, worry
    else:
        last = look.last.direction if look.last else None
        verdict, reason = decide(Facts(last=last), direction, date.min)
    return replace(look, verdict=verdict, reason=reason, direction=direction)


def _as_refusal(reason: str | None) -> Verdict | None:
    """The refusal that became a reason to look because its holder goes out."""
    found = next((verdict for verdict in Verdict if verdict.value == reason), None)
    return found if found is not None and found.refuses else None


def _reason_of(look: Look, refusal: Verdict) -> str | None:
    if refusal is not Verdict.REVOKED:
        return None
    return look.reason if look.verdict is refusal else (look.one.revoked_reason or "") if look.one else ""


def look_at_card(
    connection: Connection, gate: int, scanned: str, at: str, lane: Direction | None = None
) -> Look:
    """The verdict on scanned (or typed) digits at the moment `at`. `lane` None lets the direction follow from the
    last crossing."""
    digits = normalise(scanned)
    token = read_token(scanned)
    sha = token_sha256(digits)
    today = date.fromisoformat(at[:10])
    if isinstance(token, Unreadable):
        verdict, reason = decide(Facts(readable=False), lane, today)
        return Look(verdict, reason, lane, None, None, "", None, None, None, sha)
    known = _known_issuer(connection, token)
    if isinstance(token, HomeToken):
        facts, issue = _home_facts(connection, gate, token)
    else:
        facts, issue = _district_facts(connection, gate, token, known)
    return _look(connection, gate, token.pass_id, facts, issue, token, sha, at, lane)


def look_at_pass(
    connection: Connection, gate: int, id: PassId, at: str, lane: Direction | None = None
) -> Look:
    """The verdict on a pass chosen by hand (number typed, person found by name), at any moment now or past.

    Nothing was scanned, so nothing can be forged: the newest issue at that moment is judged."""
    one = get_pass(connection, id)
    issues = [issue for issue in issues_of(connection, id) if instant_of(issue.at) <= instant_of(at)]
    if one is None or not issues:
        here = id.gate == gate
        blank = reservation(connection, id)
        worry = Worry.BLANK if blank and not blank[1] else Worry.UNREGISTERED
        facts = Facts(good_here=here, worries=(worry,) if here else ())
        return _look(connection, gate, id, facts, None, None, None, at, lane)
    facts = _dated(issues[-1], one, at, _reaches(connection, gate, issues[-1].scope, id.gate))
    return _look(connection, gate, id, facts, issues[-1], None, None, at, lane)


def _look(
    connection: Connection,
    gate: int,
    id: PassId,
    facts: Facts,
    issue: Issue | None,
    token: HomeToken | DistrictToken | None,
    sha: str | None,
    at: str,
    lane: Direction | None,
) -> Look:
    """Adds what is known of the holder to what is known of the card, and decides."""
    genuine = facts.known_issuer and facts.genuine
    one = get_pass(connection, id) if genuine else None
    last = last_crossing(connection, gate, id, at if token is None else None) if genuine else None
    holds = holds_of_pass(connection, gate, id, at[:10]) if genuine else []
    open_hold = next((hold for hold in holds if hold.outcome is None), None)
    worries, note = list(facts.worries), ""
    if open_hold:
        worries.append(Worry.HELD)
    elif holds:
        worries.append(Worry.FEVER_EARLIER)
    if genuine:
        for what, why in watched_for(connection, gate, id, at):
            worries.append(Worry(what))
            note = note or why
    worries.sort(key=list(Worry).index)
    direction = lane or (last.direction.other if last else None)
    facts = Facts(
        readable=facts.readable,
        known_issuer=facts.known_issuer,
        genuine=facts.genuine,
        revoked=facts.revoked,
        superseded=facts.superseded,
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        good_here=facts.good_here,
        worries=tuple(worries),
        last=last.direction if last else None,
    )
    verdict, reason = decide(facts, direction, date.fromisoformat(at[:10]))
    name = one.holder.name if one else (token.name if genuine and isinstance(token, DistrictToken) else "")
    return Look(verdict, reason, direction, id, one, name, id.book, last, open_hold, sha, note)


def _known_issuer(connection: Connection, token: HomeToken | DistrictToken) -> list[tuple[int, bytes]]:
    """(gate, key) of the trusted keys with the token's key id."""
    if isinstance(token, HomeToken):
        return []
    keys = [(gate, bytes.fromhex(key)) for gate, key in trusted_keys(connection)]
    return [(gate, key) for gate, key in keys if key_id(key) == token.key_id]


def _home_facts(connection: Connection, gate: int, token: HomeToken) -> tuple[Facts, Issue | None]:
    """A home token is compared with the pass's line. Another gate's cannot be, and is good only there."""
    if token.gate != gate:
        return Facts(good_here=False), None
    issues = issues_of(connection, token.pass_id)
    mine = next((issue for issue in issues if issue.issue == token.issue), None)
    if mine is None:
        blank = reservation(connection, token.pass_id)
        genuine = bool(blank and not blank[1] and blank[0] == token.code and token.issue == 1)
        return Facts(genuine=genuine, worries=(Worry.BLANK,) if genuine else ()), None
    if mine.code != token.code:
        return Facts(genuine=False), mine
    one = get_pass(connection, token.pass_id)
    return _card_facts(mine, one, issues[-1].issue, True), mine


def _district_facts(
    connection: Connection, gate: int, token: DistrictToken, known: list[tuple[int, bytes]]
) -> tuple[Facts, Issue | None]:
    """A district token carries its own facts, under a signature; the register knows what came after it."""
    if not known:
        return Facts(known_issuer=False), None
    if not any(verify_signature(token, key) for _, key in known):
        return Facts(genuine=False), None
    here = _reaches(connection, gate, token.scope, token.gate)
    issues = issues_of(connection, token.pass_id)
    mine = next((issue for issue in issues if issue.issue == token.issue), None)
    if mine is None:
        superseded = bool(issues) and issues[-1].issue > token.issue
        worries = (Worry.UNREGISTERED,) if token.gate == gate else ()
        facts = Facts(
            superseded=superseded,
            valid_from=token.valid_from,
            valid_until=token.valid_until,
            good_here=here,
            worries=worries,
        )
        return facts, None
    return _card_facts(mine, get_pass(connection, token.pass_id), issues[-1].issue, here), mine


def _card_facts(mine: Issue, one: Pass | None, newest: int, here: bool) -> Facts:
    """The facts of a genuine card by its own issue's line."""
    revoked = (one.revoked_reason or "") if one and one.revoked_at else None
    return Facts(
        revoked=revoked,
        superseded=newest > mine.issue,
        valid_from=mine.valid_from,
        valid_until=mine.valid_until,
        good_here=here,
    )


def _dated(issue: Issue, one: Pass, at: str, here: bool) -> Facts:
    """The facts of a pass as they were at a moment, by the issue in force then."""
    revoked = one.revoked_at is not None and instant_of(one.revoked_at) <= instant_of(at)
    return Facts(
        revoked=(one.revoked_reason or "") if revoked else None,
        valid_from=issue.valid_from,
        valid_until=issue.valid_until,
        good_here=here,
    )


def _reaches(connection: Connection, gate: int, scope: Scope, issuer: int) -> bool:
    """Whether a pass of `issuer` with this scope is good at `gate`."""
    if scope is Scope.DISTRICT or issuer == gate:
        return True
    if scope is Scope.GATE:
        return False
    own, other = get_gate(connection, gate), get_gate(connection, issuer)
    return bool(own and other and own.compound and own.compound == other.compound)
