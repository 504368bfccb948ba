"""What a finding says: what is odd with both sides, and what to do about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.findings import Finding, FindingKind, Side
from db.times import from_stamp
from desktop.kit.dates import day_words
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.operations.findings import Found
from desktop.views.board.words import gate_words

ICONS = {
    FindingKind.INSIDE_TWICE: "inside",
    FindingKind.TWO_PLACES: "copy",
    FindingKind.TOO_FAST: "forward",
    FindingKind.REVOKED_ELSEWHERE: "ban",
    FindingKind.CLOCK_AHEAD: "clock",
    FindingKind.CLOCK_BEHIND: "clock",
    FindingKind.CLOCK_BEFORE_2020: "clock",
}
_KINDS = {
    FindingKind.INSIDE_TWICE: QT_TRANSLATE_NOOP("Findings", "Inside at two gates"),
    FindingKind.TWO_PLACES: QT_TRANSLATE_NOOP("Findings", "One card at two places"),
    FindingKind.TOO_FAST: QT_TRANSLATE_NOOP("Findings", "Too fast"),
    FindingKind.REVOKED_ELSEWHERE: QT_TRANSLATE_NOOP("Findings", "Revoked card used"),
    FindingKind.CLOCK_AHEAD: QT_TRANSLATE_NOOP("Findings", "Clock ahead"),
    FindingKind.CLOCK_BEHIND: QT_TRANSLATE_NOOP("Findings", "Clock went back"),
    FindingKind.CLOCK_BEFORE_2020: QT_TRANSLATE_NOOP("Findings", "Clock lost"),
}
_WHAT = {
    FindingKind.INSIDE_TWICE: QT_TRANSLATE_NOOP(
        "Findings", "The card came in at {first} and later at {last}, and went out of neither."
    ),
    FindingKind.TWO_PLACES: QT_TRANSLATE_NOOP(
        "Findings", "While the card was inside at {first}, it crossed at {last}: there are two of it."
    ),
    FindingKind.TOO_FAST: QT_TRANSLATE_NOOP("Findings", "The card was at {first}, and {by} later at {last}."),
    FindingKind.REVOKED_ELSEWHERE: QT_TRANSLATE_NOOP(
        "Findings", "The pass was revoked, and {last} let it through all the same."
    ),
    FindingKind.CLOCK_AHEAD: QT_TRANSLATE_NOOP(
        "Findings", "Lines of {last} came {by} before the time that they bear: its clock is ahead."
    ),
    FindingKind.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "Findings", "The clock of {last} stood {by} behind its last line."
    ),
    FindingKind.CLOCK_BEFORE_2020: QT_TRANSLATE_NOOP(
        "Findings", "The clock of {last} stood before 2020: the laptop's battery is dead."
    ),
}
_WHAT_TO_DO = {
    FindingKind.INSIDE_TWICE: QT_TRANSLATE_NOOP(
        "Findings", "Ask the first gate: most likely one way out was not scanned. It fills the crossing in."
    ),
    FindingKind.TWO_PLACES: QT_TRANSLATE_NOOP(
        "Findings",
        "Call the home gate and the holder. One card is a copy: stop the pass, and issue it again.",
    ),
    FindingKind.TOO_FAST: QT_TRANSLATE_NOOP(
        "Findings",
        "Compare the clocks of both gates. If they are right, the card was lent or copied: call the holder.",
    ),
    FindingKind.REVOKED_ELSEWHERE: QT_TRANSLATE_NOOP(
        "Findings", "Bring that gate the newest answer, and let it take the card in."
    ),
    FindingKind.CLOCK_AHEAD: QT_TRANSLATE_NOOP(
        "Findings",
        "Call the gate: set the clock by a telephone's. The order of its lines is right all the same.",
    ),
    FindingKind.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "Findings", "Call the gate: was the clock set anew? The order of its lines is right all the same."
    ),
    FindingKind.CLOCK_BEFORE_2020: QT_TRANSLATE_NOOP(
        "Findings", "Call the gate: set the clock each morning, or change the battery."
    ),
}


def kind_word(kind: FindingKind) -> str:
    """两处在里面, Too fast: what is odd in a word."""
    return QCoreApplication.translate("Findings", _KINDS[kind])


def what_words(finding: Finding, found: Found) -> str:
    """What is odd, with both sides."""
    first, last = finding.sides[0], finding.sides[-1]
    return QCoreApplication.translate("Findings", _WHAT[finding.kind]).format(
        first=place_words(first, found), last=place_words(last, found), by=span_words(finding.seconds or 0)
    )


def todo_words(kind: FindingKind) -> str:
    """What to do about it."""
    return QCoreApplication.translate("Findings", _WHAT_TO_DO[kind])


def place_words(side: Side, found: Found) -> str:
    """The gate of a side as people call it."""
    place = found.place(side.gate)
    return gate_words(place.gate, place.compound, place.name)


def time_words(stamp: str, today: date) -> str:
    """`3 月 14 日 07:12`, the gate's own time; with the year where it is not this one."""
    moment = from_stamp(stamp)
    day = day_words(moment.date()) if moment.year == today.year else moment.date().isoformat()
    return f"{day} {moment:%H:%M}"


def span_words(seconds: int) -> str:
    """4 分钟, 2 days: the two largest that say something."""
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return QCoreApplication.translate("Findings", "%n day(s)", None, days)
    if hours:
        told = QCoreApplication.translate("Findings", "%n hour(s)", None, hours)
        rest = minutes % 60
        return (
            f"{told} {QCoreApplication.translate('Findings', '%n minute(s)', None, rest)}" if rest else told
        )
    if minutes:
        return QCoreApplication.translate("Findings", "%n minute(s)", None, minutes)
    return QCoreApplication.translate("Findings", "%n second(s)", None, seconds)
