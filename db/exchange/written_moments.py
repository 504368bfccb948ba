"""Moments and temperatures as they are written on paper and typed into a table."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

from db.books.checked import CellValue, Problem, cell_text
from db.books.written_dates import read_date

_CLOCK = re.compile(
    r"(?P<half>上午|下午|早上|早|中午|晚上|晚|凌晨|am|pm)?\s*"
    r"(?:(?P<h>\d{1,2})(?:\s*[:.]\s*(?P<m>\d{1,2})(?:\s*:\s*(?P<s>\d{1,2}(?:\.\d{1,6})?))?"
    r"|\s*[时点](?:整|(?P<half_hour>半)|\s*(?P<m2>\d{1,2})\s*分?(?:\s*(?P<s2>\d{1,2})\s*秒)?)?)"
    r"|(?P<h2>\d{2})(?P<m3>\d{2}))\s*(?P<after>am|pm)?"
)
_DAY_THEN_CLOCK = re.compile(
    r"(?P<day>(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?)[\sT,]*(?P<clock>\S.*)",
    re.IGNORECASE,
)
_LATER_HALF = ("下午", "晚上", "晚", "pm")
_DEGREES = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?(?:℃|°c|度|c)?", re.IGNORECASE)


def read_moment(raw: CellValue, day: date | None, zone: timezone, now: datetime) -> datetime | None:
    """A moment, in the gate's `zone`: with its own offset where one is written, else in the gate's. None
    where it cannot be understood, or where only a clock is written and there is no `day`.

    A day without a year is the latest such day that is not after `now`.
    """
    if isinstance(raw, datetime):
        return raw.replace(tzinfo=zone)
    if isinstance(raw, timedelta):
        raw = (datetime.min + raw).time() if timedelta() <= raw < timedelta(days=1) else None
    if isinstance(raw, time):
        return datetime.combine(day, raw, zone) if day is not None else None
    if not isinstance(raw, str) or len(raw) > 60:
        return None
    text = " ".join(unicodedata.normalize("NFKC", raw).strip().strip("'").split())
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is not None and len(text) > 10:
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    match = _DAY_THEN_CLOCK.fullmatch(text)
    if match and not re.fullmatch(r"\d{1,2}\.\d{1,2}", match["day"]):
        day = read_past_day(match["day"], now.astimezone(zone).date())
        text = match["clock"]
    clock = _clock(text)
    if day is None or clock is None:
        return None
    return datetime.combine(day, time(), zone) + clock


def read_past_day(raw: CellValue, today: date) -> date | None:
    """A day written on paper; one without a year is the latest that is not after `today`."""
    checked = read_date(raw, today.year)
    if checked.value is None and Problem.DATE_IMPOSSIBLE not in checked.problems:
        return None
    earlier = read_date(raw, today.year - 1).value
    if checked.value is None or (checked.value > today and earlier is not None):
        return earlier
    return checked.value


def _clock(text: str) -> timedelta | None:
    match = _CLOCK.fullmatch(text.lower())
    if match is None:
        return None
    hour = int(match["h"] or match["h2"])
    minute = 30 if match["half_hour"] else int(match["m"] or match["m2"] or match["m3"] or 0)
    second = float(match["s"] or match["s2"] or 0)
    half = match["half"] or match["after"]
    if half in _LATER_HALF and hour < 12:
        hour += 12
    if half in ("上午", "凌晨", "am") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or second >= 60 or (hour == 24 and (minute or second)):
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


def read_temperature(raw: CellValue) -> int | None:
    """A temperature in tenths of °C as it was typed: `36.5`, `365`, `36。5`, `36.5℃`, `36度5`; None where it
    is no number of a thermometer (10.0 to 99.9). Whether it is plausible is not asked: what was written on
    paper is what happened."""
    if isinstance(raw, bool) or raw is None:
        return None
    text = unicodedata.normalize("NFKC", cell_text(raw)).strip().strip("'")
    text = re.sub(r"\s", "", text)
    text = re.sub(r"(?<=\d)[。,、·](?=\d)|(?<=\d)度(?=\d)", ".", text)
    match = _DEGREES.fullmatch(text)
    if match is None:
        return None
    whole, part = match[1], match[2]
    if part is None and len(whole) == 3:
        return int(whole)
    tenths = Decimal(f"{whole}.{part or 0}").quantize(Decimal("0.1"), ROUND_HALF_UP) * 10
    return int(tenths) if 100 <= tenths < 1000 else None
