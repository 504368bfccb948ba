"""Words on a page: a label that knows its type role and its ink, and stays right when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.paint import smooth, text, text_width
from desktop.kit.theme import Type, color, font, px, themes


class Label(QLabel):
    """Plain text in a role and an ink: `Label("单位", Type.SMALL, "text2")`. `wrap=True` breaks long text.

    Text is never read as markup, so a name from a file cannot become a link or a picture.
    """

    def __init__(
        self,
        words: str = "",
        role: Type = Type.BODY,
        ink: str = "text",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._ink = role, ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._restyle()
        themes().changed.connect(self._restyle)
        self.setText(words)

    def set_ink(self, ink: str) -> None:
        if ink != self._ink:
            self._ink = ink
            self._restyle()

    def set_role(self, role: Type) -> None:
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        face = font(self._role)
        self.setFont(face)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, color(self._ink))
        self.setPalette(palette)
        # Noto's line box sits low on its letters; a margin under it centres them.
        self.setContentsMargins(0, 0, 0, round(face.pixelSize() * 0.128))


class ElidedLabel(QWidget):
    """One line that ends in … when it does not fit, with the whole of it in a tool tip."""

    def __init__(
        self, words: str = "", role: Type = Type.BODY, ink: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._role, self._ink = words, role, ink
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)
        self.setText(words)

    def text(self) -> str:
        return self._words

    def setText(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._note_whether_cut()
        self.update()

    def set_ink(self, ink: str) -> None:
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        face = font(self._role)
        return QSize(round(text_width(self._words, face)) + 2, round(face.pixelSize() * 1.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), self.sizeHint().height())

    def _note_whether_cut(self) -> None:
        cut = text_width(self._words, font(self._role)) > self.width() + 0.5
        self.setToolTip(self._words if cut else "")

    def resizeEvent(self, event: object) -> None:
        self._note_whether_cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        text(painter, 0, self.height() / 2, self._words, font(self._role), self._ink, room=self.width())


class IconLabel(QWidget):
    """An icon alone, as decoration; a screen reader skips it."""

    def __init__(
        self,
        name: str,
        size: int = 20,
        ink: str = "text2",
        stroke: float = 2.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._side, self._ink, self._stroke = name, size, ink, stroke
        self._fit()
        themes().changed.connect(self._fit)

    def set_icon(self, name: str, ink: str | None = None) -> None:
        self._name = name
        self._ink = ink or self._ink
        self.update()

    def _fit(self) -> None:
        self.setFixedSize(px(self._side), px(self._side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(smooth(QPainter(self)), self._name, QRectF(self.rect()), self._ink, self._stroke)


class PhotoLabel(QWidget):
    """A person's photograph with round corners, or the outline of a person when there is none."""

    def __init__(self, width: int = 112, height: int = 136, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._height = width, height
        self._photo = QPixmap()
        self._fit()
        themes().changed.connect(self._fit)

    def set_photo(self, photo: QPixmap | None) -> None:
        self._photo = photo or QPixmap()
        self.update()

    def set_photo_size(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(px(self._width), px(self._height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.kit.photo import paint_photo

        paint_photo(smooth(QPainter(self)), QRectF(self.rect()), self._photo)


def line_height(role: Type) -> int:
    """The height of one line of a role, 1.5 em."""
    return round(font(role).pixelSize() * 1.5)
