"""Forms that fields of several bodies have. A line whose body breaks one is a stray: it stays in its chain and changes
nothing, so that no view ever holds what a page could not show."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from db.times import from_day, instant_of

Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
"""Hex SHA-256, or a public key."""
SignatureHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]
Code = Annotated[str, Meta(pattern=r"\A[0-9]{13}\Z")]
"""The random digits of a home token."""
Word = Annotated[str, Meta(max_length=16)]
Tenths = Annotated[int, Meta(ge=0, le=999)]
"""A temperature in tenths of °C, plausible or not."""
Count = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Number = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Seq = Annotated[int, Meta(ge=1, le=2**32 - 1)]
Epoch = Annotated[int, Meta(ge=1, le=65535)]
GateNumber = Annotated[int, Meta(ge=1, le=65535)]
Issue = Annotated[int, Meta(ge=1, le=255)]
Short = Annotated[str, Meta(max_length=64)]
"""An id, or an age public key."""


def check_days(*days: str) -> None:
    """Raises `ValueError` unless each is a day like `2020-02-10`."""
    for day in days:
        from_day(day)


def check_stamps(*stamps: str) -> None:
    """Raises `ValueError` unless each is a moment as lines hold it."""
    for stamp in stamps:
        instant_of(stamp)
