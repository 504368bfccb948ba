"""Fits text into a box: as large as it may be, wrapped where it must be, never over the edge.

Chinese breaks between any two characters but before closing and after opening marks; other writing breaks at
spaces, after hyphens and after the dot of a transcribed name (阿依古丽·买买提), and inside a word only when the
word alone is wider than the box.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.paper import fonts
from desktop.paper.pen import INK, Pen

ELLIPSIS = "…"

_SHRINK = 0.96
_NOT_FIRST = "，。、；：？！）》」』】％…·•,.;:?!)]}%"
_NOT_LAST = "（《「『【([{"
# A part of a name with the space or dot after it.
_NAME_PART = re.compile(r"[^\s·•]+[\s·•]*|[\s·•]+")
# A word of other writing with the mark that allows a break after it, a space, or one character.
_UNIT = re.compile(
    r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff·•-]+[·•-]?|\s|.", re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """Lines of text of one size.

    size: millimetres of the em.
    """

    lines: tuple[str, ...]
    size: float


@lru_cache(maxsize=2048)
def fit_name(name: str, width: float, height: float, largest: float, smallest: float) -> Block:
    """A person's name, bold, broken only at spaces and dots while that leaves it readable (`smallest`)."""
    name = fonts.printable(name)
    parts = _NAME_PART.findall(name)
    size = largest
    while size >= smallest:
        lines = _fill(parts, width / size, True)
        if all(fonts.width(line, True) <= width / size for line in lines) and _fits(
            len(lines), size, height, 1.2
        ):
            return Block(tuple(lines), size)
        size *= _SHRINK
    return fit(name, width, height, largest, bold=True)


@lru_cache(maxsize=2048)
def fit(
    text: str,
    width: float,
    height: float,
    largest: float,
    smallest: float = 0.5,
    bold: bool = False,
    leading: float = 1.2,
) -> Block:
    """The text in the largest type that fits into width x height (millimetres), in as few lines as that takes.

    `\\n` starts a new line. Where even `smallest` is too large, the text ends in an ellipsis.
    """
    paragraphs = tuple(paragraph for paragraph in map(fonts.printable, text.split("\n")) if paragraph)
    if not paragraphs:
        return Block((), largest)
    size = largest
    while True:
        lines = tuple(line for paragraph in paragraphs for line in wrap(paragraph, width / size, bold))
        # A single letter can be wider than the room: it is not broken, so the type gets smaller.
        narrow = all(fonts.width(line, bold) <= width / size for line in lines)
        if narrow and _fits(len(lines), size, height, leading):
            return Block(lines, size)
        if size <= smallest:
            room = max(1, int((height / size - 1) / leading) + 1)
            kept = (*lines[: room - 1], elide(lines[room - 1] + ELLIPSIS, width / size, bold))
            return Block(kept, size)
        size = max(size * _SHRINK, smallest)


def draw_block(
    pen: Pen,
    x: float,
    top: float,
    block: Block,
    bold: bool = False,
    colour: str = INK,
    leading: float = 1.2,
) -> float:
    """Draws the lines from `top` down, and returns where the last one ends."""
    for index, line in enumerate(block.lines):
        pen.text(x, top + block.size * (0.5 + index * leading), line, block.size, bold, colour)
    return top + block_height(block, leading)


def block_height(block: Block, leading: float = 1.2) -> float:
    """From the top of the first line to the foot of the last, in millimetres."""
    return block.size * (1 + leading * (len(block.lines) - 1)) if block.lines else 0


def wrap(text: str, room: float, bold: bool = False) -> tuple[str, ...]:
    """One paragraph in lines no wider than `room`, in em."""
    if fonts.width(text, bold) <= room:
        return (text,)
    lines: list[str] = []
    for line in _fill(_units(text), room, bold):
        while fonts.width(line, bold) > room and len(line) > 1:
            cut = _longest(line, room, bold)
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return tuple(lines)


def elide(text: str, room: float, bold: bool = False) -> str:
    """The text, or as much of it as fits before an ellipsis; `room` in em."""
    if fonts.width(text, bold) <= room:
        return text
    kept = text.rstrip(ELLIPSIS)
    return kept[: _longest(kept, room - fonts.width(ELLIPSIS, bold), bold)].rstrip() + ELLIPSIS


def _fill(units: list[str], room: float, bold: bool) -> list[str]:
    """Units put on as few lines as they need; a unit wider than `room` has a line of its own."""
    lines: list[str] = []
    line = ""
    for unit in units:
        if line and fonts.width(line + unit, bold) > room:
            lines.append(line.strip())
            line = ""
        line += unit
    return [*lines, line.strip()] if line.strip() else lines


def _units(text: str) -> list[str]:
    """What must stay on one line."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        if units and (unit in _NOT_FIRST or units[-1][-1] in _NOT_LAST):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def _longest(text: str, room: float, bold: bool) -> int:
    """How many characters from the start fit, at least one."""
    used = 0.0
    for index, character in enumerate(text):
        used += fonts.width(character, bold)
        if used > room:
            return max(1, index)
    return len(text)


def _fits(lines: int, size: float, height: float, leading: float) -> bool:
    return size * (1 + leading * (lines - 1)) <= height + 1e-9
