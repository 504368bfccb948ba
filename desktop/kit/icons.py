"""Icons, drawn as paths on a grid of 24 with a stroke of 2 and round ends. No picture files.

paint_icon(painter, "usb", QRectF(...), "text2")     in a paintEvent
icon("print", 20, "text")                            a QIcon for a menu or an action
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop.kit.icon_outlines import OUTLINES, Outline
from desktop.kit.paint import as_color, disc, octagon, polygon, smooth
from desktop.kit.theme import px

NAMES = tuple(OUTLINES)


def svg_path(text: str) -> QPainterPath:
    """A path from the few SVG commands the outlines use: M L H V C Z, absolute."""
    path = QPainterPath()
    command = ""
    numbers: list[float] = []
    need = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}
    for token in re.findall(r"[MLHVCZ]|-?\d*\.?\d+", text):
        if token.isalpha():
            command = token
            if command == "Z":
                path.closeSubpath()
            continue
        numbers.append(float(token))
        if len(numbers) < need[command]:
            continue
        if command == "M":
            path.moveTo(*numbers)
            command = "L"
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "H":
            path.lineTo(numbers[0], path.currentPosition().y())
        elif command == "V":
            path.lineTo(path.currentPosition().x(), numbers[0])
        else:
            path.cubicTo(*numbers)
        numbers = []
    return path


def _add(outline: Outline, lines: QPainterPath, dots: QPainterPath) -> None:
    kind, *given = outline
    if kind == "path":
        lines.addPath(svg_path(str(given[0])))
        return
    n = [float(value) for value in given]
    if kind == "box":
        lines.addRoundedRect(
            QRectF(n[0], n[1], n[2], n[3]), n[4] if len(n) > 4 else 0, n[4] if len(n) > 4 else 0
        )
    elif kind == "line":
        lines.moveTo(n[0], n[1])
        lines.lineTo(n[2], n[3])
    elif kind == "circle":
        lines.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif kind == "dot":
        dots.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif kind == "arc":
        box = QRectF(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2])
        lines.arcMoveTo(box, n[3])
        lines.arcTo(box, n[3], n[4])
    elif kind == "rays":
        for step in range(int(n[4])):
            angle = 2 * math.pi * step / n[4] + math.pi / 8
            lines.moveTo(n[0] + n[2] * math.cos(angle), n[1] + n[2] * math.sin(angle))
            lines.lineTo(n[0] + n[3] * math.cos(angle), n[1] + n[3] * math.sin(angle))
    else:
        raise ValueError(kind)


@lru_cache(maxsize=128)
def outline_paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    """The strokes and the filled dots of an icon on the grid of 24. Raises KeyError for an unknown name."""
    lines, dots = QPainterPath(), QPainterPath()
    if name == "thermo":
        glass, bulb = QPainterPath(), QPainterPath()
        glass.addRoundedRect(QRectF(9, 2.6, 6, 14), 3, 3)
        bulb.addEllipse(QPointF(12, 17), 4.6, 4.6)
        lines.addPath(glass.united(bulb))
    for outline in OUTLINES[name]:
        _add(outline, lines, dots)
    return lines, dots


def paint_icon(
    painter: QPainter, name: str, rect: QRectF, ink: str | QColor = "text", stroke: float = 2.0
) -> None:
    """Draw an icon into a square; `stroke` is in units of the grid. Small icons keep 1.6 px of line."""
    lines, dots = outline_paths(name)
    size = min(rect.width(), rect.height())
    scale = size / 24
    painter.save()
    painter.translate(rect.center().x() - size / 2, rect.center().y() - size / 2)
    painter.scale(scale, scale)
    width = stroke if size >= 24 else max(stroke, 1.6 / scale)
    paint = as_color(ink)
    painter.setPen(
        QPen(paint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(lines)
    painter.fillPath(dots, QBrush(paint))
    painter.restore()


def icon_pixmap(name: str, size: float = 20, ink: str | QColor = "text", stroke: float = 2.0) -> QPixmap:
    """An icon `size` pixels (at 100 %) wide, sharp on the densest screen of the machine."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    side = px(size)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = smooth(QPainter(pixmap))
    paint_icon(painter, name, QRectF(0, 0, side, side), ink, stroke)
    painter.end()
    return pixmap


def icon(name: str, size: float = 20, ink: str | QColor = "text") -> QIcon:
    """The same as a QIcon, for menus and actions; made in today's colours, so make it again when they change."""
    return QIcon(icon_pixmap(name, size, ink))


def paint_severity(
    painter: QPainter,
    kind: str,
    centre: QPointF,
    size: float,
    plate: str | QColor,
    glyph: str | QColor,
    glyph_name: str | None = None,
) -> None:
    """Severity by shape: `allow` a disc, `attn` a triangle, `deny` an octagon; the glyph inside says why."""
    x, y = centre.x(), centre.y()
    if kind == "allow":
        disc(painter, centre, size / 2, plate)
        name, part, stroke, drop = glyph_name or "check", 0.66, 3.2, 0.0
    elif kind == "attn":
        high = size * 0.90
        corners = [
            (x, y - high * 0.52),
            (x + size * 0.53, y + high * 0.44),
            (x - size * 0.53, y + high * 0.44),
        ]
        polygon(painter, corners, plate, size * 0.09)
        plain = glyph_name in (None, "bang")
        name, part, stroke, drop = (
            glyph_name or "bang",
            0.56 if plain else 0.44,
            3.0 if plain else 2.2,
            size * 0.10,
        )
    elif kind == "deny":
        polygon(painter, octagon(centre, size * 0.54), plate, size * 0.03)
        name, part, stroke, drop = glyph_name or "x", 0.62, 2.8 if glyph_name else 3.4, 0.0
    else:
        raise ValueError(kind)
    side = size * part
    paint_icon(painter, name, QRectF(x - side / 2, y + drop - side / 2, side, side), glyph, stroke)
