"""The live picture: the newest one, with what was found in it outlined, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, rounded_path, saved, smooth
from desktop.kit.theme import color, px, themes

PHOTO_SHAPE = 3 / 4
"""Width to height of a holder's photo."""


@dataclass(frozen=True)
class Outline:
    """A code in the picture. Its corners are shares of the picture's width and height; `counts` for a card that is
    read, else it is drawn with dashes."""

    corners: tuple[tuple[float, float], ...]
    counts: bool


class CameraView(QWidget):
    """As wide as there is room, 16:9 high; a picture of another shape stands in its middle, so that nothing jumps.

    `guided` draws the part that a photo keeps. Only the picture that is shown is held, and none when it is hidden."""

    def __init__(self, *, guided: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guided = guided
        self._mirrored = False
        self._picture = QImage()
        self._outlines: Sequence[Outline] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes().changed.connect(self.update)

    # What it shows

    def picture(self) -> QImage:
        """The picture that is shown; a null one for none."""
        return self._picture

    def set_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def set_outlines(self, outlines: Sequence[Outline]) -> None:
        self._outlines = tuple(outlines)
        self.update()

    def outlines(self) -> Sequence[Outline]:
        return self._outlines

    def set_mirrored(self, mirrored: bool) -> None:
        """Show it as in a mirror."""
        self._mirrored = mirrored
        self.update()

    def set_guided(self, guided: bool) -> None:
        """Whether the part that a photo keeps is drawn."""
        self._guided = guided
        self.update()

    def clear(self) -> None:
        """Show no picture, and keep none."""
        self._picture = QImage()
        self._outlines = ()
        self.update()

    # Size

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(180))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    # Painting

    def picture_rect(self) -> QRectF:
        """Where the picture stands."""
        room = QRectF(self.rect())
        if self._picture.isNull():
            return room
        size = self._picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRectF(QPointF(0, 0), size)
        spot.moveCenter(room.center())
        return spot

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        whole = QRectF(self.rect())
        painter.setClipPath(rounded_path(whole, px(8)))
        box(painter, whole, 0, "sunken")
        if self._picture.isNull():
            side = px(48)
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(whole.center())
            paint_icon(painter, "camera", spot, "text3", 1.6)
        else:
            self._paint_picture(painter, self.picture_rect())
        painter.setClipping(False)
        box(painter, whole, px(8), None, "line2")

    def _paint_picture(self, painter: QPainter, spot: QRectF) -> None:
        with saved(painter):
            if self._mirrored:
                painter.translate(spot.center().x(), 0)
                painter.scale(-1, 1)
                painter.translate(-spot.center().x(), 0)
            painter.drawImage(spot, self._picture)
            for outline in self._outlines:
                self._paint_outline(painter, spot, outline)
        if self._guided:
            self._paint_guide(painter, spot)

    def _paint_outline(self, painter: QPainter, spot: QRectF, outline: Outline) -> None:
        corners = QPolygonF(
            [QPointF(spot.x() + x * spot.width(), spot.y() + y * spot.height()) for x, y in outline.corners]
        )
        # White under the blue: one of them is seen on any picture.
        for ink, width in ((QColor(Qt.GlobalColor.white), px(6)), (color("accent"), px(3))):
            pen = QPen(ink, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if not outline.counts and ink == color("accent"):
                pen.setDashPattern([1.5, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(corners)

    def _paint_guide(self, painter: QPainter, spot: QRectF) -> None:
        kept = photo_part(spot)
        around = QPainterPath()
        around.addRect(spot)
        inside = QPainterPath()
        inside.addRect(kept)
        painter.fillPath(around.subtracted(inside), color("scrim", 0.6))
        pen = QPen(QColor(Qt.GlobalColor.white), px(2))
        painter.setPen(pen)
        painter.drawRect(kept.adjusted(1, 1, -1, -1))
        # A head that fills this fills a photo as an identity card's does.
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        head = QRectF(0, 0, kept.width() * 0.5, kept.height() * 0.54)
        head.moveCenter(QPointF(kept.center().x(), kept.y() + kept.height() * 0.42))
        painter.drawEllipse(head)


def photo_part(whole: QRectF) -> QRectF:
    """The largest part of a picture that has a photo's shape, in its middle."""
    width = min(whole.width(), whole.height() * PHOTO_SHAPE)
    kept = QRectF(0, 0, width, width / PHOTO_SHAPE)
    kept.moveCenter(whole.center())
    return kept
