"""A verdict in one line, for the command line."""

from __future__ import annotations

from db.books.check import Look
from desktop.cli.arguments import tr
from desktop.language import current_language
from desktop.paper.words import verdict_word, words


def verdict_words(look: Look) -> str:
    """`M-0312-000123 周文静: expired`, in the chosen language."""
    own = words(current_language())
    said = verdict_word(own, look.verdict.value)
    if look.reason and look.verdict.value == "attention":
        said = f"{said} ({reason_word(look)})"
    if look.answer_old and look.answer_days is not None:
        said += " " + tr("(the command post's list is %n day(s) old)", look.answer_days)
    who = " ".join(filter(None, (look.id.human() if look.id else "", look.name if look.genuine else "")))
    return f"{who}: {said}" if who else said


def reason_word(look: Look) -> str:
    """The reason in a word or two: a worry's, or the name of the verdict that it would have been going in."""
    worries = {
        "held": tr("held with a fever"),
        "fever_earlier": tr("fever earlier today"),
        "overdue": tr("overdue"),
        "key_person": tr("key person"),
        "blank": tr("blank card, nobody's yet"),
        "adopted": tr("out on paper, nobody is written in yet"),
        "unregistered": tr("not in this register"),
    }
    reason = look.reason or ""
    return worries.get(reason) or verdict_word(words(current_language()), reason)
