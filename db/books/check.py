"""Looking at a card: gathers the facts about it, and asks for the verdict. Records nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from db.books.entries import Crossing, last_crossing
from db.books.gates import get_gate
from db.books.holds import Hold, holds_as_of, holds_of_pass
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Issue, Pass, get_pass, issues_of, reservation
from db.books.purges import purged_pass
from db.books.verdict import Direction, Facts, Verdict, Worry, decide
from db.books.watch import watched_for
from db.settings import read_settings
from db.times import instant_of
from db.trust.tokens import (
    DistrictToken,
    HomeToken,
    Unreadable,
    normalise,
    read_token,
    token_sha256,
    verify_signature,
)
from db.trust.trust_list import (
    CUT_OFF,
    believed_keys,
    days_since_answer,
    is_cut_off,
    shares_compound,
    standing_of,
)


@dataclass(frozen=True)
class Look:
    """What a card, or a person chosen by hand, is worth here and now.

    `direction` is the lane's or, in the automatic lane, the one that follows from the last crossing; None while
    it is not known. `one` is the register's pass where the card is genuine and registered here; `name` and
    `book` are the token's own where it is genuine but not registered. `hold` is the open hold of its holder.
    `answer_days`: for another gate's card, how many days old what the command post said is; None where it never
    said anything. `answer_old`: whether that is longer than the gate has set. `valid_from`, `valid_until`: the days
    that a genuine card is good, None where they are not known."""

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
    answer_days: int | None = None
    answer_old: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def genuine(self) -> bool:
        """Whether the card really is the pass that it says it is; only then is it written under that pass."""
        said = self.reason if self.verdict is Verdict.ATTENTION else self.verdict.value
        return self.id is not None and said not in _UNTRUE


_UNTRUE = frozenset({Verdict.UNREADABLE.value, Verdict.UNKNOWN_ISSUER.value, Verdict.FORGED.value})


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
    token = read_token(scanned)
    sha = token_sha256(normalise(scanned))
    if isinstance(token, Unreadable):
        verdict, reason = decide(Facts(readable=False), lane, date.fromisoformat(at[:10]))
        return Look(verdict, reason, lane, None, None, "", None, None, None, sha)
    issues = issues_of(connection, token.pass_id)
    one = get_pass(connection, token.pass_id) if issues else None
    if isinstance(token, HomeToken):
        facts = _home_facts(connection, gate, token, issues, one)
    else:
        facts = _district_facts(connection, gate, token, issues, one)
    look = _Asked(gate, token.pass_id, at, lane)
    if not (facts.known_issuer and facts.genuine):
        return _aged(connection, look.answered(facts, None, None, [], token_sha256=sha), gate, at)
    facts = _with_post(connection, look, facts, token.issue, issues)
    if isinstance(token, DistrictToken) and is_cut_off(connection, gate, token.gate, sha):
        facts = replace(facts, revoked=CUT_OFF)
    last, holds = last_crossing(connection, gate, look.id), holds_of_pass(connection, gate, look.id, look.day)
    signed_name = token.name if isinstance(token, DistrictToken) else ""
    facts, note = _with_worries(connection, look, facts, holds)
    return _aged(connection, look.answered(facts, one, last, holds, note, signed_name, sha), gate, at)


def look_at_pass(
    connection: Connection, gate: int, id: PassId, at: str, lane: Direction | None = None
) -> Look:
    """The verdict now (at the clock's stamp `at`) on a pass chosen by hand: number typed, person found by name.

    Nothing was scanned, so nothing can be forged: the newest issue is judged."""
    look = _Asked(gate, id, at, lane)
    one, issues = get_pass(connection, id), issues_of(connection, id)
    last, holds = last_crossing(connection, gate, id), holds_of_pass(connection, gate, id, look.day)
    facts = _pass_facts(connection, gate, id, one, issues)
    if issues:
        facts = _with_post(connection, look, facts, issues[-1].issue, issues)
    facts, note = _with_worries(connection, look, facts, holds)
    return _aged(connection, look.answered(facts, one, last, holds, note), gate, at)


def look_back(connection: Connection, gate: int, id: PassId, at: str, direction: Direction) -> Look:
    """The verdict on a pass as of the past moment `at`: by the issue in force then, what was known of its holder then,
    and the last crossing before it."""
    look = _Asked(gate, id, at, direction)
    then = instant_of(at)
    one = get_pass(connection, id)
    issues = [issue for issue in issues_of(connection, id) if instant_of(issue.at) <= then]
    last, holds = last_crossing(connection, gate, id, before=at), holds_as_of(connection, gate, id, at)
    facts = _pass_facts(connection, gate, id, one, issues)
    if issues:
        newest = issues[-1]
        revoked = newest.revoked_at is not None and instant_of(newest.revoked_at) <= then
        facts = replace(facts, revoked=(newest.revoked_reason or "") if revoked else None)
    facts, note = _with_worries(connection, look, facts, holds)
    return look.answered(facts, one, last, holds, note)


@dataclass(frozen=True)
class _Asked:
    """What is looked at, where and when."""

    gate: int
    id: PassId
    at: str
    lane: Direction | None

    @property
    def day(self) -> str:
        return self.at[:10]

    def answered(
        self,
        facts: Facts,
        one: Pass | None,
        last: Crossing | None,
        holds: list[Hold],
        note: str = "",
        signed_name: str = "",
        token_sha256: str | None = None,
    ) -> Look:
        """The verdict with all that was found. A card that is not genuine tells nothing of its holder."""
        direction = self.lane or (last.direction.other if last else None)
        facts = replace(facts, last=last.direction if last else None)
        verdict, reason = decide(facts, direction, date.fromisoformat(self.day))
        name = one.holder.name if one else signed_name
        hold = next((hold for hold in holds if hold.outcome is None), None)
        known = facts.known_issuer and facts.genuine and facts.valid_until not in (date.min, date.max)
        return Look(
            verdict,
            reason,
            direction,
            self.id,
            one,
            name,
            self.id.book,
            last,
            hold,
            token_sha256,
            note,
            valid_from=facts.valid_from if known else None,
            valid_until=facts.valid_until if known else None,
        )


def _with_worries(connection: Connection, look: _Asked, facts: Facts, holds: list[Hold]) -> tuple[Facts, str]:
    """The facts with the reasons to look at the holder, the gravest first, and what the first of them says."""
    worries, note = list(facts.worries), ""
    if holds:
        still = any(hold.outcome is None for hold in holds)
        worries.append(Worry.HELD if still else Worry.FEVER_EARLIER)
    for what, why in watched_for(connection, look.gate, look.id, look.at):
        worries.append(Worry(what))
        note = note or why
    worries.sort(key=list(Worry).index)
    return replace(facts, worries=tuple(worries)), note


def _with_post(connection: Connection, look: _Asked, facts: Facts, issue: int, issues: list[Issue]) -> Facts:
    """The facts with what the command post says of the pass; the gate's own word comes first."""
    issued_at = issues[-1].at if issues and look.id.gate == look.gate else None
    said = standing_of(connection, look.gate, look.id, issue, issued_at)
    if facts.revoked is None and said.revoked is not None:
        facts = replace(facts, revoked=said.revoked)
    return replace(facts, superseded=True) if said.superseded else facts


def _aged(connection: Connection, look: Look, gate: int, at: str) -> Look:
    """The look, with the age of what is known of other gates' cards."""
    if look.id is None or look.id.gate == gate:
        return look
    days = days_since_answer(connection, gate, at)
    old = days is not None and days > read_settings(connection).answer_days
    return replace(look, answer_days=days, answer_old=old)


def _home_facts(
    connection: Connection, gate: int, token: HomeToken, issues: list[Issue], one: Pass | None
) -> Facts:
    """A home token is compared with the pass's line. Another gate's cannot be, and is good only there."""
    if token.gate != gate:
        return Facts(good_here=False)
    mine = next((issue for issue in issues if issue.issue == token.issue), None)
    gone = None if issues else _gone(connection, token.pass_id)
    if gone is not None:
        return gone
    if mine is None:
        blank = reservation(connection, token.pass_id)
        genuine = bool(blank and not blank[1] and blank[0] == token.code and token.issue == 1)
        return Facts(genuine=genuine, worries=(Worry.BLANK,) if genuine else ())
    if mine.code != token.code:
        return Facts(genuine=False)
    return _card_facts(mine, one, issues[-1].issue, True)


def _district_facts(
    connection: Connection, gate: int, token: DistrictToken, issues: list[Issue], one: Pass | None
) -> Facts:
    """A district token carries its own facts, under a signature; the register knows what came after it. A gate's
    key signs for that gate's books alone."""
    known = believed_keys(connection, gate, token.key_id)
    if not known:
        return Facts(known_issuer=False)
    if not any(key.gate == token.gate and verify_signature(token, key.key) for key in known):
        return Facts(genuine=False)
    here = _reaches(connection, gate, token.scope, token.gate)
    mine = next((issue for issue in issues if issue.issue == token.issue), None)
    if mine is not None:
        return _card_facts(mine, one, issues[-1].issue, here)
    gone = None if issues else _gone(connection, token.pass_id)
    if gone is not None:
        return replace(gone, good_here=here)
    return Facts(
        superseded=bool(issues) and issues[-1].issue > token.issue,
        valid_from=token.valid_from,
        valid_until=token.valid_until,
        good_here=here,
        worries=(Worry.UNREGISTERED,) if token.gate == gate else (),
    )


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


def _gone(connection: Connection, id: PassId) -> Facts | None:
    """The facts of a pass whose lines a purge has dropped: it had ended before that, and lets nobody in."""
    why = purged_pass(connection, id)
    if why is None:
        return None
    return Facts(revoked="") if why == "revoked" else Facts(valid_until=date.min)


def _pass_facts(
    connection: Connection, gate: int, id: PassId, one: Pass | None, issues: list[Issue]
) -> Facts:
    """The facts of a pass itself, by the newest of its issues."""
    if one is None or not issues:
        gone = _gone(connection, id)
        if gone is not None:
            return gone
        here = id.gate == gate
        blank = reservation(connection, id)
        waits = blank is not None and not blank[1]
        worry = (Worry.BLANK if blank and blank[0] else Worry.ADOPTED) if waits else Worry.UNREGISTERED
        return Facts(good_here=here, worries=(worry,) if here else ())
    newest = issues[-1]
    return _card_facts(newest, one, newest.issue, _reaches(connection, gate, newest.scope, id.gate))


def _reaches(connection: Connection, gate: int, scope: Scope, issuer: int) -> bool:
    """Whether a pass of `issuer` with this scope is good at `gate`."""
    if scope is Scope.DISTRICT or issuer == gate:
        return True
    if scope is Scope.GATE:
        return False
    listed = shares_compound(connection, gate, issuer)
    if listed is not None:
        return listed
    own, other = get_gate(connection, gate), get_gate(connection, issuer)
    return bool(own and other and own.compound and own.compound == other.compound)
