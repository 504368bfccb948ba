"""The temperature as it is typed, large, with what it means beside it. It takes no focus: the page gives it digits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.density import Room, density
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, fitted, smooth, text, text_width
from desktop.kit.theme import Type, color, font, px, sized_font, themes

_RING = 5
"""Room around the box for its ring, which is that of the focus."""
_HEIGHTS = {Room.FULL: 92, Room.COMPACT: 84, Room.TIGHT: 68}


@dataclass(frozen=True)
class Meaning:
    """What stands beside the digits: an icon, a word, and the ink's kind (`allow`, `attn`, `deny`, `text2`)."""

    icon: str
    words: str
    kind: str


class TemperatureBox(QWidget):
    """Painted by hand. `set_temperature(shown, meaning, hint)`; `set_live(on)` draws caret and ring."""

    def __init__(self) -> None:
        super().__init__()
        self._shown, self._hint, self._live, self._flawed = "", "", False, False
        self._meaning: Meaning | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(px(box_height() + 2 * _RING))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(272 + 2 * _RING), px(box_height() + 2 * _RING))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def set_temperature(self, shown: str, meaning: Meaning | None, hint: str, flawed: bool = False) -> None:
        """`shown` as typed; `hint` stands beside an empty field; `flawed` where it was refused."""
        self._shown, self._meaning, self._hint, self._flawed = shown, meaning, hint, flawed
        self.setAccessibleDescription(f"{shown} {meaning.words if meaning else hint}".strip())
        self.update()

    def set_live(self, on: bool) -> None:
        """Whether digits come here now."""
        self._live = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        ring = px(_RING)
        field = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        line = "deny" if self._flawed else "accent_fg" if self._live else "field"
        fill = "deny_tint" if self._flawed else "surface"
        box(painter, field, px(10), fill, line, px(2) if self._live or self._flawed else 1)
        if self._live:
            self._paint_ring(painter, field)
        small = density().level is Room.TIGHT
        face = sized_font(52, True) if small else font(Type.TEMPERATURE)
        x, centre = field.x() + px(18), field.center().y()
        x += text(painter, x, centre, self._shown, face) if self._shown else 0
        if self._live:
            high = field.height() - px(36 if not small else 28)
            box(painter, QRectF(x + px(5), centre - high / 2, px(3), high), 1, "accent_fg")
        meant = text_width(self._meaning.words, font(Type.CELL_STRONG)) if self._meaning else 0
        if self._shown and field.right() - x > px(60) + meant:
            drop = px(8 if small else 10)
            text(painter, x + px(16), centre + drop, "℃", sized_font(20 if small else 24), "text2")
        self._paint_meaning(painter, field, x + px(16))

    def _paint_ring(self, painter: QPainter, field: QRectF) -> None:
        reach = px(2) + px(3) / 2
        painter.setPen(QPen(color("accent_fg"), px(3)))
        around = field.adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(around, px(10) + reach, px(10) + reach)

    def _paint_meaning(self, painter: QPainter, field: QRectF, begin: float) -> None:
        end, centre = field.right() - px(14), field.center().y()
        if self._meaning is None:
            if not self._shown:
                hint = fitted(font(Type.SMALL), self._hint, end - begin - px(8), px(11))
                text(painter, end, centre, self._hint, hint, "text2", "right", room=end - begin)
            return
        unit = px(30)
        face = font(Type.CELL_STRONG)
        wide = min(max(text_width(self._meaning.words, face), px(28)), end - begin - unit)
        middle, side = end - wide / 2, px(28)
        ink = f"{self._meaning.kind}_text" if self._meaning.kind != "text2" else "text2"
        top = QPointF(middle, centre - px(13))
        spot = QRectF(top.x() - side / 2, top.y() - side / 2, side, side)
        paint_icon(painter, self._meaning.icon, spot, ink, 3 if self._meaning.icon == "check" else 2.2)
        fits = fitted(face, self._meaning.words, wide, px(11))
        text(painter, middle, centre + px(17), self._meaning.words, fits, ink, "middle")


def box_height() -> int:
    """The height of the controls in the action card, at 100 %."""
    return _HEIGHTS[density().level]
