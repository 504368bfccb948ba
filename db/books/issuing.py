"""Issuing: what a registrar does to the books of passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from db.books.pass_id import MAX_HOME_NUMBER, MAX_ISSUE, Book, PassId, Scope
from db.books.pass_lines import MOST_ADOPTED
from db.books.passes import FACTS, Holder, Pass, get_pass, highest_number, reservation
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.trust.roles import Role
from db.trust.tokens import HomeToken, new_code, sign_district_token, token_sha256


def issue_passes(ledger: Ledger, holders: Sequence[Holder]) -> list[Pass]:
    """Issues a pass to each holder, numbers in their order. All or none.

    Raises `Denied` for a volunteer, `Refusal` (`INVALID`) for days out of order or out of a token's range."""
    ledger.require(Role.REGISTRAR)
    next_number = {book: highest_number(ledger.connection, ledger.gate, book) + 1 for book in Book}
    acts, made = [], []
    at = ledger.clock.stamp()
    for holder in holders:
        number = next_number[holder.book]
        next_number[holder.book] += 1
        new = Pass(PassId(ledger.gate, holder.book, number), 1, holder, at)
        made.append(new)
        acts.append(("pass.issued", _issue_body(ledger, new, None, None)))
    if acts:
        ledger.append_many(acts, at)
    return made


def issue_pass(ledger: Ledger, holder: Holder) -> Pass:
    """Issues one pass; see `issue_passes`."""
    return issue_passes(ledger, [holder])[0]


def bind_blank(ledger: Ledger, blank: PassId, holder: Holder) -> Pass:
    """Issues the pass whose blank card went out ahead, under the code that is printed on it; one that was taken over
    from paper has none there and gets one now, for a card that may be printed later.

    Raises `Refusal` (`NO_SUCH_PASS`) for a number that is no unbound blank."""
    ledger.require(Role.REGISTRAR)
    found = reservation(ledger.connection, blank) if blank.gate == ledger.gate else None
    if found is None or found[1]:
        raise Refusal(RefusalCode.NO_SUCH_PASS, number=blank.human())
    new = Pass(blank, 1, replace(holder, book=blank.book, scope=Scope.GATE), ledger.clock.stamp())
    ledger.append("pass.issued", _issue_body(ledger, new, None, found[0]), new.issued_at)
    return new


def reissue_pass(ledger: Ledger, id: PassId, reason: str, holder: Holder | None = None) -> Pass:
    """A further issue under the same number, which kills every earlier card: for a lost card, new days or a new
    name. `holder` None keeps all facts. A revoked pass becomes good again by it.

    Raises `Refusal` (`NO_SUCH_PASS`, `ISSUES_USED_UP`)."""
    ledger.require(Role.REGISTRAR)
    old = _own(ledger, id)
    if old.issue >= MAX_ISSUE:
        raise Refusal(RefusalCode.ISSUES_USED_UP, number=id.human())
    kept = replace(holder or old.holder, book=id.book)
    new = Pass(id, old.issue + 1, kept, ledger.clock.stamp())
    ledger.append("pass.reissued", _issue_body(ledger, new, reason, None), new.issued_at)
    return new


def renew_pass(ledger: Ledger, id: PassId, valid_until: date) -> Pass:
    """A reissue with new days: good from today, or from its old first day where that is still ahead."""
    ledger.require(Role.REGISTRAR)
    old = _own(ledger, id)
    first = max(old.holder.valid_from, ledger.today())
    return reissue_pass(ledger, id, "renewed", replace(old.holder, valid_from=first, valid_until=valid_until))


def amend_pass(ledger: Ledger, id: PassId, holder: Holder) -> Pass:
    """Puts facts right that the code on the card does not carry (all but name, days, scope and book).

    Raises `Refusal` (`NO_SUCH_PASS`; `INVALID` where the card itself would have to change)."""
    ledger.require(Role.REGISTRAR)
    old = _own(ledger, id)
    if card_changes(old.holder, holder):
        raise Refusal(RefusalCode.INVALID, field="card", value=id.human())
    ledger.append("pass.amended", {"pass": id.human(), **{name: getattr(holder, name) for name in FACTS}})
    return replace(old, holder=holder)


def card_changes(old: Holder, new: Holder) -> bool:
    """Whether going from `old` to `new` changes what is printed in the code, and so needs a reissue."""
    carried = ("book", "name", "valid_from", "valid_until", "scope")
    return any(getattr(old, name) != getattr(new, name) for name in carried)


def revoke_pass(ledger: Ledger, id: PassId, reason: str) -> Pass:
    """Revokes a pass for good, until it is reissued. Raises `Refusal` (`NO_SUCH_PASS`, `ALREADY_REVOKED`,
    `REASON_NEEDED`)."""
    ledger.require(Role.REGISTRAR)
    old = _own(ledger, id)
    if old.revoked_at:
        raise Refusal(RefusalCode.ALREADY_REVOKED, number=id.human())
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    line = ledger.append("pass.revoked", {"pass": id.human(), "reason": reason.strip()})
    return replace(old, revoked_at=line.head.at, revoked_reason=reason.strip())


def reserve_blanks(ledger: Ledger, book: Book, count: int) -> list[HomeToken]:
    """Reserves the next `count` numbers of a book for blank cards, and gives their home tokens."""
    ledger.require(Role.REGISTRAR)
    if not 1 <= count <= 500:
        raise Refusal(RefusalCode.INVALID, field="blank", value=count)
    first = highest_number(ledger.connection, ledger.gate, book) + 1
    codes = [new_code() for _ in range(count)]
    body = {"book": book.value, "from": first, "to": first + count - 1, "codes": codes}
    ledger.append("pass.reserved", body)
    return [HomeToken(ledger.gate, book, first + place, 1, code) for place, code in enumerate(codes)]


def adopt_numbers(ledger: Ledger, book: Book, last: int) -> range:
    """Takes over the numbers of a book that went out on paper before, up to `last`; numbering goes on after it. Gives
    the numbers that were taken over, from the first one that was not given out yet.

    Raises `Denied` for a volunteer, `Refusal` (`INVALID`, field `last`, with `highest`, the highest number given out)
    where there is nothing to take over or too much for one step."""
    ledger.require(Role.REGISTRAR)
    highest = highest_number(ledger.connection, ledger.gate, book)
    if not highest < last <= min(highest + MOST_ADOPTED, MAX_HOME_NUMBER):
        raise Refusal(RefusalCode.INVALID, field="last", value=last, highest=highest)
    ledger.append("pass.adopted", {"book": book.value, "from": highest + 1, "to": last})
    return range(highest + 1, last + 1)


def _issue_body(ledger: Ledger, new: Pass, reason: str | None, code: str | None) -> dict[str, Any]:
    holder = new.holder
    if holder.valid_until < holder.valid_from:
        raise Refusal(RefusalCode.INVALID, field="valid_until", value=holder.valid_until.isoformat())
    if not holder.name.strip():
        raise Refusal(RefusalCode.INVALID, field="name", value=holder.name)
    body: dict[str, Any] = {
        "pass": new.id.human(),
        "issue": new.issue,
        "book": holder.book.value,
        "name": holder.name,
        "valid_from": holder.valid_from.isoformat(),
        "valid_until": holder.valid_until.isoformat(),
        "scope": int(holder.scope),
        **{name: getattr(holder, name) for name in FACTS},
    }
    if reason is not None:
        body["reason"] = reason
    if holder.scope is Scope.GATE:
        if new.id.number > MAX_HOME_NUMBER:
            raise Refusal(RefusalCode.INVALID, field="number", value=new.id.number)
        body["code"] = code or new_code()
    else:
        digits = _district_digits(ledger, new)
        body["token"], body["digits"] = token_sha256(digits), digits
    return body


def _district_digits(ledger: Ledger, new: Pass) -> str:
    holder = new.holder
    return sign_district_token(
        ledger.access.signing_key(),
        scope=holder.scope,
        book=holder.book,
        gate=new.id.gate,
        number=new.id.number,
        issue=new.issue,
        valid_from=holder.valid_from,
        valid_until=holder.valid_until,
        name=holder.name,
    ).digits()


def _own(ledger: Ledger, id: PassId) -> Pass:
    found = get_pass(ledger.connection, id) if id.gate == ledger.gate else None
    if found is None:
        raise Refusal(RefusalCode.NO_SUCH_PASS, number=id.human())
    return found
