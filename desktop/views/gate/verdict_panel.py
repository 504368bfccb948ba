"""The verdict, to be read from two metres: a filled head with shape, word and number, and who it is under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.books import book_name, paint_book_band, paint_book_mark
from desktop.kit.density import Room, density
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.paint import box, disc, fitted, in_two, polygon, rule, saved, smooth, text, text_width
from desktop.kit.photo import paint_photo
from desktop.kit.theme import Type, color, font, px, sized_font, themes
from desktop.views.gate.details import Details, Fact
from desktop.views.gate.words import Face

_HEAD = {Room.FULL: 160, Room.COMPACT: 128, Room.TIGHT: 104}
_ICON = {Room.FULL: 112, Room.COMPACT: 96, Room.TIGHT: 76}
_FILL = {"measure": ("accent", "accent_text"), "waiting": ("surface2", "text")}
_STRIPES = 12
LEAST_WORD = 40
USUAL = (830, 345)
"""Width and height at 100 % up to which the panel is drawn as it is."""
MOST_GROWN = 4.0


class VerdictPanel(QWidget):
    """Painted by hand. `show_face(face, details)` puts another verdict up at once; there is no fading."""

    def __init__(self) -> None:
        super().__init__()
        self._face = Face("waiting", "scan", "")
        self._details: Details | None = None
        self._photo = QPixmap()
        self._photo_of: bytes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self._measure_again)
        density().changed.connect(self._measure_again)

    def _measure_again(self) -> None:
        self.updateGeometry()
        self.update()

    def face(self) -> Face:
        """What is shown."""
        return self._face

    def details(self) -> Details | None:
        """Who is shown."""
        return self._details

    def show_face(self, face: Face, details: Details | None) -> None:
        """Another verdict, and told to a screen reader."""
        if (face, details) == (self._face, self._details):
            return
        new_word = face.word != self._face.word
        self._face, self._details = face, details
        photo = details.photo if details else None
        if photo is not self._photo_of:
            self._photo_of, self._photo = photo, QPixmap()
            if photo:
                self._photo.loadFromData(photo)
        said = [face.word, details.name if details else "", face.sub, face.plate, face.number]
        self.setAccessibleName(", ".join(word for word in said if word))
        self.setAccessibleDescription(face.todo)
        if new_word:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(560), self._head_height() + px(density().pick(168, 144, 100)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(480), self._head_height() + px(density().pick(152, 128, 96)))

    def _head_height(self) -> int:
        return px(_HEAD[density().level])

    def _grown(self) -> float:
        """On a large screen the verdict is as much larger as there is room, to be read from further away."""
        wide, high = self.width() / px(USUAL[0]), self.height() / px(USUAL[1])
        return max(1.0, min(wide, high, MOST_GROWN))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        grown = self._grown()
        painter.scale(grown, grown)
        whole, high = QRectF(0, 0, self.width() / grown, self.height() / grown), self._head_height()
        box(painter, whole, px(16), "surface", "line")
        fill, ink = _FILL.get(self._face.kind, (self._face.kind, f"{self._face.kind}_ink"))
        head = QRectF(0, 0, whole.width(), high)
        box(painter, head, px(16), fill, corners="ab")
        if self._face.hazard:
            _paint_hazard(painter, QRectF(0, high - px(_STRIPES), whole.width(), px(_STRIPES)), ink, fill)
        self._paint_head(painter, head, ink, fill)
        if self._details is not None:
            self._paint_details(painter, self._details, QRectF(0, high, whole.width(), whole.height() - high))

    def _paint_head(self, painter: QPainter, head: QRectF, ink: str, fill: str) -> None:
        face, high = self._face, head.height() - (px(_STRIPES) if self._face.hazard else 0)
        side = px(_ICON[density().level])
        centre = QRectF(px(24), 0, side, high).center()
        if face.kind == "measure":
            disc(painter, centre, side / 2, ink)
            glyph = side * 0.58
            spot = QRectF(centre.x() - glyph / 2, centre.y() - glyph / 2, glyph, glyph)
            paint_icon(painter, face.glyph, spot, fill, 2.0)
        else:
            size = side * (0.94 if face.kind == "attn" else 1)
            paint_severity(painter, face.kind, centre, size, ink, fill, face.glyph)
        x = px(24) + side + px(24)
        end = self._paint_plate(painter, head, ink) - px(12)
        word_face = fitted(self._word_font(), face.word, end - x, px(LEAST_WORD))
        size = word_face.pixelSize()
        sub_face = font(Type.SUBLINE)
        lines = size + px(6) + sub_face.pixelSize() * 1.3
        top = (high - lines) / 2
        used = text(painter, x, top + size * 0.52, face.word, word_face, ink, room=end - x)
        sub = fitted(sub_face, face.sub, end - x, px(15))
        low = high - top - sub_face.pixelSize() * 0.62
        used = max(used, text(painter, x + px(2), low, face.sub, sub, ink, room=end - x))
        arrow = side * 0.62
        if face.way and end - x - used > arrow + px(48):
            # Let in and let out are two words, two sounds, and two arrows.
            spot = QRectF(end - px(16) - arrow, (high - arrow) / 2, arrow, arrow)
            paint_icon(painter, face.way, spot, ink, 2.4)

    def _word_font(self) -> QFont:
        """Large where the word is short; what stands there in English is longer."""
        words = self._face.word
        han = any(ord(char) > 0x2E7F for char in words)
        large = len(words) <= (3 if han else 7)
        usual = Type.VERDICT.pixels if large else Type.VERDICT_LONG.pixels
        most = {Room.FULL: 88, Room.COMPACT: 72, Room.TIGHT: 64}[density().level]
        return sized_font(min(usual, most), True)

    def _paint_plate(self, painter: QPainter, head: QRectF, ink: str) -> float:
        """The line's number; returns where the plate begins."""
        if not self._face.number:
            return head.right() - px(24)
        tight = head.width() < px(700)
        wide, high = (
            px(116 if tight else 160),
            head.height() * (0.72 if density().level is Room.TIGHT else 0.70),
        )
        plate = QRectF(head.right() - px(16 if tight else 24) - wide, (head.height() - high) / 2, wide, high)
        box(painter, plate, px(12), color("#000000", 0.20 if self._face.kind != "attn" else 0.10))
        number = sized_font(40 if tight else 48 if density().level is not Room.FULL else 56, True)
        middle = plate.center().x()
        text(painter, middle, plate.y() + high * 0.24, self._face.plate, font(Type.BODY), ink, "middle")
        text(painter, middle, plate.y() + high * 0.63, self._face.number, number, ink, "middle")
        return plate.x()

    def _paint_details(self, painter: QPainter, details: Details, area: QRectF) -> None:
        narrow, low = area.width() < px(700), area.height() < px(130)
        band = QRectF(area.x() + 1, area.y(), px(60 if narrow else 72), area.height() - 1)
        self._paint_band(painter, details, band)
        margin = px(10 if low else 16)
        high = min(px(136), area.height() - 2 * margin)
        photo = QRectF(band.right() + margin, area.y() + (area.height() - high) / 2, high * 112 / 136, high)
        if details.known:
            paint_photo(painter, photo, self._photo)
        else:
            box(painter, photo, px(8), "surface2", "line2", dash=[4, 3])
            side = px(40)
            spot = QRectF(photo.center().x() - side / 2, photo.center().y() - side / 2, side, side)
            paint_icon(painter, "question", spot, "text3")
        x = photo.right() + px(16 if narrow else 24)
        facts_width = px(214 if narrow else 276) if details.facts else 0
        end = area.right() - (facts_width + px(24) if facts_width else px(16))
        self._paint_person(painter, details, x, end - px(16), area)
        if details.facts:
            rule(painter, end, area.y() + px(16), end, area.bottom() - px(16))
            self._paint_facts(painter, details.facts, end + px(16 if narrow else 22), area)

    def _paint_band(self, painter: QPainter, details: Details, band: QRectF) -> None:
        if details.book is None:
            box(painter, band, px(15), "sunken", corners="d")
            side = px(34)
            spot = QRectF(band.center().x() - side / 2, band.center().y() - side * 0.8, side, side)
            paint_icon(painter, "person" if details.known else "question", spot, "text2")
            ink = "text2"
        else:
            paint_book_band(painter, details.book, band, px(15), "d")
            side = px(44 if band.height() > px(120) else 38)
            spot = QRectF(band.center().x() - side / 2, band.center().y() - side * 0.82, side, side)
            paint_book_mark(painter, details.book, spot, on_band=True)
            ink = f"{details.book}_ink"
        words, room = details.band, band.width() - px(6)
        face = fitted(font(Type.BODY_STRONG), words, room, px(12))
        if details.book is not None and text_width(words, face) > room:
            words = book_name(details.book)
            face = fitted(font(Type.BODY_STRONG), words, room, px(11))
        text(painter, band.center().x(), spot.bottom() + px(20), words, face, ink, "middle")

    def _paint_person(self, painter: QPainter, details: Details, x: float, end: float, area: QRectF) -> None:
        low, room = area.height() < px(130), end - x
        han = any(ord(char) > 0x2E7F for char in details.name)
        name = sized_font((40 if han else 36) if not low else 30, True)
        name = fitted(name, details.name, room, px(20))
        number = fitted(sized_font(28 if not low else 22, True), details.number, room, px(15))
        unit = sized_font(20 if not low else 16)
        step = area.height() / 2
        if text_width(details.name, name) <= room:
            text(painter, x, area.y() + step * 0.48, details.name, name, "text", room=room)
            at_number, at_unit = 1.08, 1.58
        else:
            # Who it is must be read to the end.
            lines = in_two(details.name, name, room)
            name = fitted(name, lines[1], room, px(15))
            for line, at in zip(lines, (0.32, 0.72), strict=True):
                text(painter, x, area.y() + step * at, line, name, "text", room=room)
            at_number, at_unit = 1.20, 1.64
        text(painter, x, area.y() + step * at_number, details.number, number, "text", room=room)
        text(painter, x, area.y() + step * at_unit, details.unit, unit, "text", room=room)

    def _paint_facts(self, painter: QPainter, facts: tuple[Fact, ...], x: float, area: QRectF) -> None:
        low = area.height() < px(130)
        if low:
            self._paint_facts_in_lines(painter, facts, x, area)
            return
        step = (area.height() - px(12)) / 3
        label, value = font(Type.SMALL), font(Type.SECTION)
        for place, fact in enumerate(facts):
            top = area.y() + px(6) + place * step
            side = px(22)
            paint_icon(painter, fact.icon, QRectF(x, top + step / 2 - side / 2, side, side), "text2")
            left = x + side + px(12)
            room = area.right() - px(12) - left
            text(painter, left, top + step * 0.26, fact.label, label, "text2", room=room)
            fits = fitted(value, fact.value, room, px(14))
            wide = text(painter, left, top + step * 0.70, fact.value, fits, "text", room=room)
            beside, more = text_width(fact.beside, label), room - wide - px(10)
            if fact.beside and more >= beside:
                text(painter, left + wide + px(10), top + step * 0.71, fact.beside, label, "text2")
            elif fact.beside:
                used = text_width(fact.label, label) + px(8)
                text(painter, left + used, top + step * 0.26, fact.beside, label, "text2", room=room - used)

    def _paint_facts_in_lines(
        self, painter: QPainter, facts: tuple[Fact, ...], x: float, area: QRectF
    ) -> None:
        """One line each, where there is no room for two."""
        step = (area.height() - px(16)) / 3
        for place, fact in enumerate(facts):
            centre, side = area.y() + px(8) + (place + 0.5) * step, px(20)
            paint_icon(painter, fact.icon, QRectF(x, centre - side / 2, side, side), "text2")
            left = x + side + px(10)
            room = area.right() - px(10) - left
            fits = fitted(font(Type.BODY_STRONG), fact.value, room, px(12))
            left += text(painter, left, centre, fact.value, fits, "text", room=room) + px(8)
            if text_width(fact.beside, font(Type.SMALL)) <= area.right() - px(8) - left:
                text(painter, left, centre, fact.beside, font(Type.SMALL), "text2")


def _paint_hazard(painter: QPainter, strip: QRectF, one: str, other: str) -> None:
    """Slanted stripes along the foot of the head: what is not ours is seen without reading."""
    with saved(painter):
        painter.setClipRect(strip, Qt.ClipOperation.IntersectClip)
        painter.fillRect(strip, color(one))
        high, step, x = strip.height(), px(28), strip.x() - strip.height()
        while x < strip.right() + high:
            top, foot = strip.y(), strip.bottom()
            polygon(
                painter, [(x, foot), (x + high, top), (x + high + step / 2, top), (x + step / 2, foot)], other
            )
            x += step
