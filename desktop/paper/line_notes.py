"""What stands in the last column of the day's log: remarks, and everything about a line that is out of the way."""

from __future__ import annotations

from db.books.entries import Entry
from desktop.paper.words import Words, verdict_word


def line_note(own: Words, entry: Entry) -> str:
    """The note of a line in the language of the paper; empty for most."""
    parts = [entry.note]
    if entry.outcome == "turned_away":
        parts.append(own.translate("Paper", "Turned away"))
    if entry.inferred:
        parts.append(own.translate("Paper", "Filled in, not scanned"))
    if entry.reason:
        parts.append(reason_word(own, entry.reason))
    if entry.override:
        parts.append(own.translate("Paper", "Let through: {reason}").format(reason=entry.override))
    if entry.voided_reason is not None:
        parts.append(own.translate("Paper", "Voided: {reason}").format(reason=entry.voided_reason))
    return ("；" if own.chinese else "; ").join(part for part in parts if part)


def reason_word(own: Words, reason: str) -> str:
    """Why a line's verdict was what it was; what is no fixed name is a person's own words and stays."""
    return {
        "held": own.translate("Paper", "Waiting for a second reading"),
        "fever_earlier": own.translate("Paper", "Fever earlier that day"),
        "overdue": own.translate("Paper", "Overdue"),
        "key_person": own.translate("Paper", "Key person"),
        "blank": own.translate("Paper", "Blank card"),
        "adopted": own.translate("Paper", "Card on paper, not written in yet"),
        "unregistered": own.translate("Paper", "Card not in the register"),
    }.get(reason) or verdict_word(own, reason)
