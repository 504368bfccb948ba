"""The two charts of a day: crossings by quarter of an hour over 24 hours, and how the temperatures fell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from db.books.days import Tally
from desktop.kit.paint import box, fitted, polygon, rule, smooth, text
from desktop.kit.theme import Type, font, px, sized_font, themes

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)


def grid_step(most: int, lines: int) -> int:
    """The distance of grid lines for values up to `most`: a round number, at most `lines` of them."""
    return next((step for step in _STEPS if most <= step * lines), -(-most // lines))


def quarter_words(quarter: int) -> str:
    """`08:15` for the 33rd quarter of an hour."""
    return f"{quarter // 4:02d}:{quarter % 4 * 15:02d}"


def busiest(quarters: Sequence[Tally]) -> int | None:
    """The quarter in which most people went in; None on a day without any."""
    most = max((tally.ins for tally in quarters), default=0)
    return next((i for i, tally in enumerate(quarters) if tally.ins == most), None) if most else None


class QuarterChart(QWidget):
    """In upwards and solid, out downwards and hollow, so that no colour is needed. A tool tip tells the counts."""

    def __init__(self) -> None:
        super().__init__()
        self._quarters: list[Tally] = [Tally()] * 96
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_quarters(self, quarters: Sequence[Tally]) -> None:
        """96 pairs, from midnight on."""
        self._quarters = list(quarters)
        total = sum(t.ins for t in quarters), sum(t.outs for t in quarters)
        self.setAccessibleName(f"{total[0]} / {total[1]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(120))

    def _plot(self) -> QRectF:
        return QRectF(px(36), px(14), self.width() - px(38), self.height() - px(14 + 26))

    def _top(self) -> tuple[int, int]:
        """(value at the edge, distance of the grid lines)."""
        most = max((max(t.ins, t.outs) for t in self._quarters), default=0)
        step = grid_step(max(most, 4), 2)
        return max(step * -(-max(most, 1) // step), step), step

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        plot = self._plot()
        top, step = self._top()
        middle, half = round(plot.center().y()), plot.height() / 2
        small = font(Type.CAPTION)
        for value in range(step, top + 1, step):
            for sign in (-1, 1):
                y = round(middle + sign * value / top * half)
                rule(painter, plot.left(), y, plot.right(), y)
                text(painter, plot.left() - px(10), y, str(value), small, "text2", "right")
        text(painter, plot.left() - px(10), middle, "0", small, "text2", "right")
        slot = plot.width() / len(self._quarters)
        # A whole number of pixels for each bar and its gap, or the bars shimmer.
        wide = max(2, int(slot) - (2 if slot >= px(7) else 1))
        radius = min(px(2), wide / 3)
        for index, tally in enumerate(self._quarters):
            x = round(plot.left() + index * slot + (slot - wide) / 2)
            if tally.ins:
                high = max(2, round(tally.ins / top * half))
                box(painter, QRectF(x, middle - high, wide, high), radius, "accent", corners="ab")
            if tally.outs:
                high = max(3, round(tally.outs / top * half))
                line = 1.5 if wide >= 6 else 1.2
                box(
                    painter, QRectF(x, middle + 1, wide, high), radius, "surface", "text2", line, corners="cd"
                )
        rule(painter, plot.left(), middle, plot.right(), middle, "text2")
        self._paint_hours(painter, plot, slot)
        peak = busiest(self._quarters)
        if peak is not None:
            at = plot.left() + (peak + 0.5) * slot
            tip = middle - self._quarters[peak].ins / top * half
            polygon(
                painter, [(at - px(5), tip - px(11)), (at + px(5), tip - px(11)), (at, tip - px(4))], "text"
            )

    def _paint_hours(self, painter: QPainter, plot: QRectF, slot: float) -> None:
        every = 2 if plot.width() > px(560) else 3 if plot.width() > px(380) else 4
        for hour in range(0, 25, every):
            align = "left" if hour == 0 else "right" if hour == 24 else "middle"
            x = plot.left() + hour * 4 * slot
            text(painter, x, self.height() - px(10), f"{hour:02d}:00", font(Type.CAPTION), "text2", align)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, globally: QPoint) -> None:
        plot = self._plot()
        index = int((at.x() - plot.left()) / plot.width() * len(self._quarters))
        if not 0 <= index < len(self._quarters):
            QToolTip.hideText()
            return
        tally = self._quarters[index]
        words = self.tr("{time}: in {ins}, out {outs}").format(
            time=quarter_words(index), ins=tally.ins, outs=tally.outs
        )
        QToolTip.showText(globally, words, self)


class TemperatureBars(QWidget):
    """How often each tenth of a degree was read. From the fever line on the ground is amber, and bars have their
    count."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[int, int] = {}
        self._fever = 373
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_temperatures(self, counts: Mapping[int, int], fever_tenths: int) -> None:
        """Tenths of °C → how often, and the fever line."""
        self._counts, self._fever = dict(counts), fever_tenths
        self.update()

    def fevers(self) -> int:
        """Readings at or over the fever line."""
        return sum(count for tenths, count in self._counts.items() if tenths >= self._fever)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(120))

    def _span(self) -> tuple[int, int]:
        """The first and last tenth of the axis. Readings far off (34.2, 41.0) stand at its ends."""
        usual = [tenths for tenths in self._counts if 350 <= tenths <= 400]
        return min([356, *usual]), max([self._fever + 7, *usual])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        first, last = self._span()
        shown: dict[int, int] = {}
        for tenths, count in self._counts.items():
            place = min(max(tenths, first), last)
            shown[place] = shown.get(place, 0) + count
        left, right, top, base = px(4), self.width() - px(4), px(4), self.height() - px(28)
        slot = (right - left) / (last - first + 1)
        self._paint_ground(painter, left, right, top, base, slot, first)
        most = max(shown.values(), default=0)
        room = base - top - px(24)
        step = grid_step(max(most, 3), 3)
        for value in range(step, most, step):
            y = round(base - value / most * room)
            rule(painter, left, y, left + (self._fever - first) * slot, y)
            text(painter, left, y - px(9), str(value), font(Type.CAPTION), "text2")
        wide = max(2, int(slot) - 2)
        for tenths, count in shown.items():
            x = round(left + (tenths - first) * slot) + 1
            high = max(px(3), round(count / most * room))
            hot = tenths >= self._fever
            fill, line = ("attn", "attn_line") if hot else ("text3", None)
            box(painter, QRectF(x, base - high, wide, high), px(2), fill, line, 1.5, corners="ab")
            if hot:
                middle = x + wide / 2
                text(
                    painter,
                    middle,
                    base - high - px(11),
                    str(count),
                    font(Type.CELL_STRONG),
                    "attn_text",
                    "middle",
                )
        rule(painter, left, base, right, base, "text2")
        self._paint_degrees(painter, left, right, base, slot, first, last)

    def _paint_ground(
        self, painter: QPainter, left: float, right: float, top: float, base: float, slot: float, first: int
    ) -> None:
        x = round(left + (self._fever - first) * slot)
        box(painter, QRectF(x, top, right - x, base - top), 0, "attn_tint")
        rule(painter, x, top, x, base, "attn_line", px(2))
        from_words = self.tr("From {temperature}").format(temperature=_degrees(self._fever))
        room = right - x - px(12)
        face = fitted(sized_font(15, True), from_words, room, 12)
        text(painter, x + px(8), top + px(16), from_words, face, "attn_text", room=room)
        fevers = self.fevers()
        words = self.tr("%n reading(s)", "", fevers) if fevers else self.tr("None")
        text(painter, x + px(8), top + px(38), words, font(Type.SMALL), "attn_text", room=room)

    def _paint_degrees(
        self, painter: QPainter, left: float, right: float, base: float, slot: float, first: int, last: int
    ) -> None:
        small = font(Type.CAPTION)
        end = text(painter, right, base + px(17), "℃", small, "text2", "right")
        for tenths in range(-(-first // 5) * 5, last + 1, 5):
            middle = left + (tenths - first + 0.5) * slot
            if middle - left > px(14) and right - end - middle > px(20):
                text(painter, middle, base + px(17), _degrees(tenths), small, "text2", "middle")


def _degrees(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"
