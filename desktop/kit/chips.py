"""Chips: a short state in a pill, the way through the gate, a voided or feverish line.

Going in is a solid slate chip, going out an outlined one, a held line has a clock: never green or red. Icon and
word always go together. A chip is painted in a table by `paint_chip`, or stands on a page as `Chip`.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, smooth, text, text_width
from desktop.kit.theme import px, sized_font, themes


class ChipKind(StrEnum):
    NEUTRAL = "neutral"
    ALLOW = "allow"
    ATTN = "attn"
    DENY = "deny"
    ACCENT = "accent"
    SOLID = "solid"
    ATTN_FILL = "attn_fill"


_LOOKS: dict[ChipKind, tuple[str, str | None, str]] = {
    ChipKind.NEUTRAL: ("surface2", "line2", "text2"),
    ChipKind.ALLOW: ("allow_tint", "allow", "allow_text"),
    ChipKind.ATTN: ("attn_tint", "attn_line", "attn_text"),
    ChipKind.DENY: ("deny_tint", "deny", "deny_text"),
    ChipKind.ACCENT: ("accent_tint", "accent_fg", "accent_fg"),
    ChipKind.SOLID: ("accent", None, "accent_text"),
    ChipKind.ATTN_FILL: ("attn", None, "attn_ink"),
}


class Way(StrEnum):
    """Which way a line goes, or that it is held for a second reading."""

    IN = "in"
    OUT = "out"
    HELD = "held"


def way_word(way: Way) -> str:
    """进, 出, 待测."""
    if way is Way.IN:
        return QCoreApplication.translate("Ways", "In")
    if way is Way.OUT:
        return QCoreApplication.translate("Ways", "Out")
    return QCoreApplication.translate("Ways", "Hold", "held for a second reading, very short")


def void_word() -> str:
    """作废, on a voided line."""
    return QCoreApplication.translate("Ways", "Void", "a voided line, very short")


def fever_word() -> str:
    """发热, on a feverish line."""
    return QCoreApplication.translate("Ways", "Fever")


def chip_width(words: str, icon: str | None = None, size: int = 13) -> float:
    return text_width(words, sized_font(size, True)) + (px(size + 6) if icon else 0) + px(16)


def paint_chip(
    painter: QPainter,
    x: float,
    centre: float,
    words: str,
    kind: ChipKind = ChipKind.NEUTRAL,
    *,
    icon: str | None = None,
    size: int = 13,
    height: int = 24,
    radius: int | None = None,
    align: str = "left",
) -> float:
    """A chip with its left (or right) edge at `x`; returns its width. `radius` None makes a pill, 5 a row chip."""
    fill, line, ink = _LOOKS[kind]
    width, high = chip_width(words, icon, size), px(height)
    left = x - width if align == "right" else x
    rect = QRectF(left, centre - high / 2, width, high)
    box(painter, rect, high / 2 if radius is None else px(radius), fill, line)
    spot = left + px(8)
    if icon:
        side = px(size + 2)
        paint_icon(painter, icon, QRectF(spot - px(1), centre - side / 2, side, side), ink, 2.2)
        spot += px(size + 6)
    text(painter, spot, centre, words, sized_font(size, True), ink)
    return width


def paint_way_chip(painter: QPainter, rect: QRectF, way: Way, *, dim: bool = False, words: str = "") -> None:
    """進/出/待测 in `rect`, 52x26 in a table. `dim` for a voided line."""
    label = words or way_word(way)
    fill, line, ink = "surface", "field", "text"
    if way is Way.IN:
        fill, line, ink = ("line2", "", "text3") if dim else ("text2", "", "surface")
    elif way is Way.HELD:
        line, ink = "attn_line", "attn_text"
    elif dim:
        line, ink = "line2", "strike"
    box(painter, rect, px(6), fill, line or None)
    size = 14 if way is not Way.HELD and len(label) < 3 else 13
    side, gap = px(15), px(5 if size == 14 else 3)
    face = sized_font(size, True)
    total = side + gap + text_width(label, face)
    x, centre = rect.center().x() - total / 2, rect.center().y()
    icon = "clock" if way is Way.HELD else str(way)
    paint_icon(painter, icon, QRectF(x, centre - side / 2, side, side), ink, 2.2)
    text(painter, x + side + gap, centre, label, face, ink)


class Chip(QWidget):
    """A chip standing on a page: `Chip(self.tr("Valid"), ChipKind.ALLOW, icon="check")`."""

    def __init__(
        self,
        words: str = "",
        kind: ChipKind = ChipKind.NEUTRAL,
        *,
        icon: str | None = None,
        size: int = 14,
        height: int = 28,
        radius: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._icon = words, kind, icon
        self._size, self._height, self._radius = size, height, radius
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        themes().changed.connect(self._measure)

    def set_chip(self, words: str, kind: ChipKind | None = None, icon: str | None = None) -> None:
        """New words; a new kind and icon when given together with it."""
        self._words = words
        if kind is not None:
            self._kind, self._icon = kind, icon
        self.setAccessibleName(words)
        self._measure()

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._words, self._icon, self._size) + 0.5), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(
            smooth(QPainter(self)), 0, self.height() / 2, self._words, self._kind,
            icon=self._icon, size=self._size, height=self._height, radius=self._radius,
        )  # fmt: skip


class WayChip(QWidget):
    """The way chip standing on a page."""

    def __init__(self, way: Way, width: int = 56, height: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way, self._size = way, (width, height)
        themes().changed.connect(self._fit)
        self._fit()

    def set_way(self, way: Way) -> None:
        self._way = way
        self._fit()

    def _fit(self) -> None:
        self.setAccessibleName(way_word(self._way))
        self.setFixedSize(px(self._size[0]), px(self._size[1]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_way_chip(smooth(QPainter(self)), QRectF(self.rect()), self._way)
