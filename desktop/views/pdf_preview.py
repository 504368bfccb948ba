"""The page as it will be printed: the real PDF, drawn off the GUI thread into the room there is.

The PDF is made on a thread of the pool, and its page drawn by Qt's own renderer on a thread of Qt's: `QPdfDocument`
would draw with Python's lock held, and a sheet of ten cards takes longer than the window may be held up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from db.errors import GatebookError
from desktop.devices.pdf_printing import open_pdf
from desktop.kit.buttons import Spinner
from desktop.kit.paint import box, smooth, text
from desktop.kit.theme import Type, font, px, themes

Make = Callable[[], bytes]
"""Makes the PDF; called on a thread of its own, so it may touch neither widgets nor the register."""


class PdfPreview(QWidget):
    """One page of a PDF on a sunken ground. What is asked for while a page is drawn replaces what waits.

    Signals: `drawn(int)` with the number of pages, `failed(GatebookError)`; the last good page stays."""

    drawn = Signal(int)
    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Make | None = None
        self._pdf = b""
        self._picture = QImage()
        self._page, self._pages = 0, 0
        self._busy, self._wanted = False, False
        self._document: tuple[QPdfDocument, QBuffer] | None = None
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take_picture)
        self._words = ""
        self._spinner = Spinner(32, self)
        self._spinner.hide()
        self._finished.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(160), px(160))
        themes().changed.connect(self.update)

    # What is shown

    def show_pdf(self, make: Make, page: int = 0) -> None:
        """Draws a page of a PDF that `make` makes."""
        self._make, self._page, self._words = make, page, ""
        self._pdf = b""
        self._again()

    def show_page(self, page: int) -> None:
        """Turns to another page of the PDF that is shown, from 0."""
        self._page = page
        self._again()

    def show_words(self, words: str) -> None:
        """Nothing to be printed, and why."""
        self._make, self._words, self._picture = None, words, QImage()
        self._wanted = False
        self._spinner.hide()
        self.setAccessibleName(words)
        self.update()

    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def picture(self) -> QImage:
        """What is on the screen."""
        return self._picture

    @property
    def busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._busy

    # Drawing

    def _again(self) -> None:
        if not self.isVisible() or self._make is None:
            self._wanted = True
            return
        if self._busy:
            self._wanted = True
            return
        self._busy, self._wanted = True, False
        self._spinner.setVisible(self._picture.isNull())
        if self._pdf:
            self._draw()
            return
        make = self._make
        QThreadPool.globalInstance().start(lambda: self._work(make))

    def _work(self, make: Make) -> None:
        outcome: object
        try:
            outcome = make()
        except Exception as error:
            outcome = error
        # The window may have gone meanwhile.
        if isValid(self):
            self._finished.emit(outcome)

    @Slot(object)
    def _take(self, outcome: object) -> None:
        """What was made. Where something else is wanted by now, it is made instead."""
        if self._wanted or self._make is None:
            self._end()
            return
        try:
            if isinstance(outcome, Exception):
                raise outcome
            assert isinstance(outcome, bytes)
            document, buffer = open_pdf(outcome)
        except GatebookError as error:
            self._end()
            self.failed.emit(error)
            return
        except Exception:
            self._end()
            raise
        self._renderer.setDocument(document)
        self._close()
        self._document, self._pdf, self._pages = (document, buffer), outcome, document.pageCount()
        self._draw()

    def _draw(self) -> None:
        """The page into the room there is, by a thread of Qt's."""
        assert self._document is not None
        self._page = max(0, min(self._page, self._pages - 1))
        points = self._document[0].pagePointSize(self._page)
        ratio = self.devicePixelRatioF()
        room = self._room().size() * ratio
        scale = min(room.width() / points.width(), room.height() / points.height())
        size = QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))
        self._renderer.requestPage(self._page, size)

    @Slot(int, QSize, QImage)
    def _take_picture(self, _page: int, _size: QSize, picture: QImage, *_more: object) -> None:
        if not self._end() and self._make is not None:
            flat = QImage(picture.size(), QImage.Format.Format_RGB32)
            flat.fill(Qt.GlobalColor.white)
            painter = QPainter(flat)
            painter.drawImage(0, 0, picture)
            painter.end()
            flat.setDevicePixelRatio(self.devicePixelRatioF())
            self._picture = flat
            self.drawn.emit(self._pages)
        self.update()

    def _end(self) -> bool:
        """Nothing is drawn any more; begins anew where something else is wanted by now, and says so."""
        self._busy = False
        if self._wanted:
            self._again()
            return True
        self._spinner.hide()
        return False

    def _close(self) -> None:
        if self._document is not None:
            document, buffer = self._document
            document.close()
            buffer.close()
        self._document = None

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(px(20), px(20), -px(20), -px(20))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted:
            self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spinner.move(
            (self.width() - self._spinner.width()) // 2, (self.height() - self._spinner.height()) // 2
        )
        if self._make is not None:
            self._again()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(420))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(12), "sunken")
        room = self._room()
        if self._picture.isNull():
            if self._words:
                painter.setFont(font(Type.BODY))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.setPen(self.palette().color(self.foregroundRole()))
                painter.drawText(room, flags, self._words)
            return
        size = self._picture.deviceIndependentSize()
        scale = min(1.0, room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        left, top = room.center().x() - width / 2, room.center().y() - height / 2
        sheet = QRectF(round(left), round(top), width, height)
        painter.drawImage(sheet, self._picture)
        box(painter, sheet.adjusted(-1, -1, 1, 1), 0, None, "line2")
        if self._pages > 1:
            words = f"{self._page + 1} / {self._pages}"
            text(
                painter,
                self.width() / 2,
                self.height() - px(10),
                words,
                font(Type.CAPTION),
                "text2",
                "middle",
            )
