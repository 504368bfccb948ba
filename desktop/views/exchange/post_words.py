"""What an answer of the command post says and changes, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.exports import Range
from db.exchange.answer_news import NamedGate, News, Said, ToldFinding
from db.times import from_stamp
from desktop.kit.dates import moment_words
from desktop.language import current_language

MOST_NAMED = 4


@dataclass(frozen=True)
class Line:
    """A sentence with its icon; `kind` is `""`, or `attn` for what somebody should look into."""

    icon: str
    words: str
    kind: str = ""


def say(text: str, count: int = -1) -> str:
    """A sentence of this area."""
    return QCoreApplication.translate("Exchange", text, "", count)


def moment(stamp: str, today: date) -> str:
    """A stamp as people say it."""
    return moment_words(from_stamp(stamp), today)


def headline(news: News) -> str:
    """The most that fits into one line: what came and the first things that it changes."""
    first = say("Answer {number} from {post}").format(number=news.said.number, post=news.said.post)
    lines = changed(news)
    rest = say(", ").join(line.words for line in lines[:2]) or say("nothing new for this gate")
    return say("{first}: {rest}").format(first=first, rest=rest)


def changed(news: News) -> list[Line]:
    """What an answer changed, the most pressing first."""
    found = [standing_line(news.said)] if news.state_changed else []
    found.append(_clock(news.behind))
    found += [
        _gates("ban", say("%n gate(s) cut off: {names}", len(news.cut_off)), news.cut_off, "attn"),
        Line("ban", say("%n card(s) revoked", news.revoked)) if news.revoked else None,
        _gates("plus", say("%n gate(s) new: {names}", len(news.added)), news.added),
        _gates("minus", say("%n gate(s) retired: {names}", len(news.retired)), news.retired),
        _gates("minus", say("%n gate(s) no longer listed: {names}", len(news.gone)), news.gone),
    ]
    return [line for line in found if line is not None]


def standing_line(said: Said) -> Line | None:
    """What became of this gate at its post; None while all is well."""
    if said.state == "cut_off":
        return Line(
            "ban",
            say(
                "The command post has cut this gate's key off: new lines and signed cards count nowhere. Ask them."
            ),
            "attn",
        )
    if said.state == "retired":
        return Line(
            "minus",
            say("The command post has retired this gate. Its cards stay good until their day."),
            "attn",
        )
    if said.state is None:
        return Line("question", say("The command post no longer lists this gate. Ask them."), "attn")
    return None


def wanted_lines(said: Said) -> list[Line]:
    """The ledger's lines that the post has not got; they go with the next export by themselves."""
    if not said.wanted:
        return []
    spans = say(", ").join(span(some) for some in said.wanted)
    return [Line("usb", say("Lines {spans} go along again with the next export").format(spans=spans))]


def span(some: Range) -> str:
    """`412 – 430`."""
    return f"{some.first} – {some.last}" if some.last > some.first else str(some.first)


def finding_lines(findings: Sequence[ToldFinding], today: date) -> list[Line]:
    """What is odd about this gate's cards and clock."""
    return [Line("alert", _finding(one, today), "attn") for one in findings]


def text_lines(said: Said) -> list[Line]:
    """What the post has written itself: what to do, then what to know."""
    orders = [Line("flag", words) for words in said.orders]
    return orders + [Line("note", words) for words in said.notes]


def _clock(behind: int | None) -> Line | None:
    if behind is None:
        return None
    words = say("This laptop's clock is %n minute(s) or more behind theirs. Put it right", behind // 60)
    return Line("clock", words, "attn")


def _gates(icon: str, words: str, gates: Sequence[NamedGate], kind: str = "") -> Line | None:
    if not gates:
        return None
    names = say(", ").join(f"{one.gate:04d} {one.name}".strip() for one in gates[:MOST_NAMED])
    if len(gates) > MOST_NAMED:
        names = say("{names} and more").format(names=names)
    return Line(icon, words.format(names=names), kind)


def _finding(one: ToldFinding, today: date) -> str:
    if one.pass_id is None:
        at = one.at[-1][1] if one.at else ""
        kinds: dict[str, Callable[[], str]] = {
            "clock_ahead": lambda: say("{time}: this gate's clock was ahead"),
            "clock_behind": lambda: say("{time}: this gate's clock was behind"),
            "clock_before_2020": lambda: say("{time}: this gate's clock had lost the date"),
        }
        words = kinds.get(one.kind, lambda: say("{time}: something about this gate's clock"))()
        return words.format(time=moment(at, today) if at else "")
    places = say(", ").join(f"{gate:04d} {moment(time, today)}" for gate, time in one.at)
    cards = {
        "inside_twice": say("{card} is inside at two gates: {places}"),
        "two_places": say("{card} was at two places, so there are two of it: {places}"),
        "too_fast": say("{card} was too fast between two gates: {places}"),
        "revoked_elsewhere": say("{card} was revoked and let through elsewhere: {places}"),
    }
    words = cards.get(one.kind, say("{card}: the command post asks you to look at it: {places}"))
    return words.format(card=one.pass_id.human(chinese=current_language() == "zh"), places=places)
