"""Temperatures as people type them. Inside the program they are tenths of a degree Celsius, never a fraction."""

from __future__ import annotations

import re
import unicodedata

from db.errors import Refusal, RefusalCode

LOWEST_TENTHS, HIGHEST_TENTHS = 300, 430
"""What a thermometer for people can say, in tenths of °C."""
LOW_TENTHS = 350
"""Below this a forehead thermometer in the cold is not believed at once: it is measured once more."""
FEVER_TENTHS = 373
"""The usual fever line, in tenths of °C; a setting can move it."""

_WITH_POINT = re.compile(r"(\d{2})[.。,，·、．](\d)")
_WITHOUT = re.compile(r"(\d{2})(\d)")
_WHOLE = re.compile(r"(\d{2})[.。,，·、．]?")


def read_tenths(text: str) -> int | None:
    """`365`, `36.5`, `36。5`, `36,5` or `36` as tenths of °C, in any width; None for what is no temperature.

    A range is not asked for here: what was written on paper is taken as it is."""
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("℃").removesuffix("°C").strip()
    if match := _WITH_POINT.fullmatch(plain) or _WITHOUT.fullmatch(plain):
        return int(match[1]) * 10 + int(match[2])
    if match := _WHOLE.fullmatch(plain):
        return int(match[1]) * 10
    return None


def parse_tenths(text: str) -> int:
    """A temperature typed at the gate, 30.0 to 43.0. Raises `Refusal` (`TEMPERATURE_OUT_OF_RANGE`)."""
    tenths = read_tenths(text)
    if tenths is None or not LOWEST_TENTHS <= tenths <= HIGHEST_TENTHS:
        raise Refusal(RefusalCode.TEMPERATURE_OUT_OF_RANGE, typed=text)
    return tenths


def show_tenths(tenths: int) -> str:
    """`36.5` for 365."""
    return f"{tenths // 10}.{tenths % 10}"
