"""The program's own icon: a gate on the one blue, painted, so that no picture file is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from desktop.kit.icons import paint_icon
from desktop.kit.paint import smooth

SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_BLUE = "#0D52B5"


def icon_image(side: int) -> QImage:
    """The icon in one size, in pixels; the same in every theme, for it stands on the system's own bar."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = smooth(QPainter(image))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BLUE))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.2, side * 0.2)
    inner = side * 0.68
    edge = (side - inner) / 2
    # Small ones need a bolder line to be seen at all.
    paint_icon(
        painter, "gate", QRectF(edge, edge, inner, inner), QColor("#FFFFFF"), 2.6 if side < 40 else 2.2
    )
    painter.end()
    return image


def program_icon() -> QIcon:
    """The icon in all its sizes."""
    icon = QIcon()
    for side in SIDES:
        icon.addPixmap(QPixmap.fromImage(icon_image(side)))
    return icon
