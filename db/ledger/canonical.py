"""Canonical JSON (RFC 8785) for the values that a ledger line may hold.

Only objects with ASCII keys, arrays, strings without U+0000 or lone surrogates, integers within ±(2^53−1),
booleans and null exist here. There is no floating point anywhere, so RFC 8785 reduces to sorted keys, no white
space and the shortest string escapes, which is what msgspec writes; every line is written and hashed this way, so
it counts that it does so ten times faster than `json`.
"""

from __future__ import annotations

import contextlib
import json
from typing import Any

import msgspec

from db.errors import Refusal, RefusalCode

MAX_INTEGER = 2**53 - 1

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder().decode


def canonical(value: Any) -> bytes:
    """The canonical bytes of `value`; raises `Refusal` (`BAD_LINE`) where it holds what a line may not."""
    _check(value, 0)
    try:
        return _encode(value)
    except UnicodeEncodeError:
        raise Refusal(RefusalCode.BAD_LINE, why="lone surrogate") from None


def read_value(data: bytes) -> Any:
    """The value of bytes that were found canonical before."""
    return _decode(data)


def written(value: Any) -> bytes:
    """The canonical bytes of a value, or a part of one, that was read from canonical bytes."""
    return _encode(value)


def loads(data: bytes) -> Any:
    """Reads JSON in any layout, but with unique keys and no value that a line may not hold.

    Raises `Refusal` (`BAD_LINE`)."""
    value = _parse(data)
    canonical(value)
    return value


def strict_loads(data: bytes) -> Any:
    """Reads JSON that must already be canonical, byte for byte; raises `Refusal` (`BAD_LINE`)."""
    # Quick, for the usual case. A key that stands twice is lost in reading, and so is missed in writing.
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError, Refusal):
        value = _decode(data)
        if canonical(value) == data:
            return value
    # What is wrong with the others.
    value = _parse(data)
    if canonical(value) != data:
        raise Refusal(RefusalCode.BAD_LINE, why="not canonical")
    return value


def _parse(data: bytes) -> Any:
    try:
        return json.loads(
            data.decode("utf-8"), object_pairs_hook=_unique, parse_float=_no_float, parse_constant=_no_float
        )
    except (ValueError, RecursionError) as error:
        raise Refusal(RefusalCode.BAD_LINE, why=_plain(error)) from None


def _check(value: Any, depth: int) -> None:
    kind = type(value)
    if kind is dict:
        for key in value:
            if type(key) is not str or not key.isascii() or "\0" in key:
                raise Refusal(RefusalCode.BAD_LINE, why="key not ASCII")
        items = value.values()
    elif kind in (list, tuple):
        items = value
    else:
        items = (value,)
    if depth == 32 and items:
        raise Refusal(RefusalCode.BAD_LINE, why="too deep")
    # In one loop and not by calling itself for each: every line that is merged passes here more than once.
    for item in items:
        kind = type(item)
        if kind is str:
            if "\0" in item:
                raise Refusal(RefusalCode.BAD_LINE, why="U+0000")
        elif kind is int:
            if not -MAX_INTEGER <= item <= MAX_INTEGER:
                raise Refusal(RefusalCode.BAD_LINE, why="integer too large")
        elif kind in _HOLD_OTHERS:
            _check(item, depth + 1)
        elif item is not None and kind is not bool:
            raise Refusal(RefusalCode.BAD_LINE, why=f"a {kind.__name__}")


_HOLD_OTHERS = (dict, list, tuple)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_float(text: str) -> Any:
    raise ValueError("a number that is not an integer")


def _plain(error: Exception) -> str:
    return "not JSON" if isinstance(error, json.JSONDecodeError | UnicodeDecodeError) else str(error)
