"""Taking a holder's photo: a frame of 3:4 in the live picture, take, look at it, use it or take another.

sheet = PhotoSheet(source); sheet.taken.connect(form.use_photo); sheet.open_over(self.window())
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from db.errors import Refusal
from desktop.devices.camera import FrameSource, Trouble
from desktop.devices.frame_reader import FrameReader, let_go
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.density import Room, density
from desktop.kit.dialogs import Sheet
from desktop.kit.labels import Label
from desktop.kit.theme import Type
from desktop.operations.photos import card_photo
from desktop.sentences import sentence
from desktop.views.camera.chooser import CameraChooser
from desktop.views.camera.view import CameraView, photo_part
from desktop.views.camera.words import can_be_tried_again, trouble_words


class PhotoSheet(Sheet):
    """Signal `taken(bytes)`: the photo as it is kept, a JPEG of at most 60 KB, cut to 3:4 and not mirrored. The
    camera runs while the sheet is open; a photo that is not used is kept nowhere."""

    taken = Signal(bytes)

    def __init__(self, source: FrameSource) -> None:
        wide = 500 if density().level is Room.TIGHT else 720
        super().__init__("", icon="camera", width=wide)
        self._source = source
        self._newest = QImage()
        self._photo: bytes | None = None
        self._holder = object()
        self.view = CameraView(guided=True)
        self.reader = FrameReader(reads=False, parent=self)
        self.chooser = CameraChooser(source, level=True)
        self._words = Label("", Type.BODY, "text2", wrap=True)
        self.cancel_button = Button("", key="Esc")
        self.retry_button = Button("", icon="retry")
        self.again_button = Button("", icon="undo")
        self.take_button = Button("", ButtonKind.PRIMARY, icon="camera", key="Enter")
        self.use_button = Button("", ButtonKind.PRIMARY, icon="check", key="Enter")
        self._lay_out()
        self.cancel_button.clicked.connect(self.close_sheet)
        self.retry_button.clicked.connect(source.retry)
        self.again_button.clicked.connect(self.take_again)
        self.take_button.clicked.connect(self.take)
        self.use_button.clicked.connect(self.use)
        self.reader.pictured.connect(self._show_picture)
        self.chooser.mirrored_changed.connect(self._show_mirrored)
        source.frame_came.connect(self._offer)
        source.troubled.connect(self._on_trouble)
        self.closed.connect(self._stop)
        self.destroyed.connect(partial(let_go, source, self._holder, self.reader))
        self._name_all()
        self._show_state()

    def _lay_out(self) -> None:
        self.body.addWidget(self.view)
        self.body.addWidget(self._words)
        policy = self.chooser.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chooser.setSizePolicy(policy)
        self.body.addWidget(self.chooser)
        self.body.addStretch(1)
        self.foot_row.addWidget(self.cancel_button)
        self.foot_row.addWidget(self.retry_button)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.again_button)
        self.foot_row.addWidget(self.take_button)
        self.foot_row.addWidget(self.use_button)

    def _name_all(self) -> None:
        title = self.tr("Photo of the holder")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.cancel_button.setText(self.tr("Cancel"))
        self.retry_button.setText(self.tr("Try again"))
        self.again_button.setText(self.tr("Take another"))
        self.take_button.setText(self.tr("Take the photo"))
        self.use_button.setText(self.tr("Use it"))

    def said(self) -> str:
        """The sentence that stands under the picture."""
        return self._words.text()

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        self.chooser.open()
        self._source.hold(self._holder)
        self.chooser.show_cameras()
        self._show_mirrored(self.chooser.choice.mirrored)
        self._show_state()
        super().open_over(window, focus or self._main_button())

    def _main_button(self) -> Button:
        return self.take_button if self.take_button.isEnabled() else self.cancel_button

    def _stop(self) -> None:
        self._source.frame_came.disconnect(self._offer)
        self._source.troubled.disconnect(self._on_trouble)
        let_go(self._source, self._holder, self.reader)
        self.view.clear()
        self._newest, self._photo = QImage(), None

    # What the person does

    def take(self) -> None:
        """Keeps the picture that is shown, cut to its frame."""
        if self._newest.isNull() or self._photo is not None:
            return
        part = photo_part(QRectF(self._newest.rect())).toRect()
        cut = self._newest.copy(part)
        try:
            self._photo = card_photo(_packed(cut))
        except Refusal as error:
            self._words.setText(sentence(error))
            return
        self._newest = QImage()
        self.view.set_guided(False)
        # As others see the person, not as in a mirror: so it will be on the card.
        self.view.set_mirrored(False)
        self.view.set_picture(cut)
        self._show_state()
        self.use_button.setFocus()

    def take_again(self) -> None:
        """Back to the live picture."""
        self._photo = None
        self.view.clear()
        self.view.set_guided(True)
        self._show_mirrored(self.chooser.choice.mirrored)
        self._show_state()
        self.take_button.setFocus()

    def use(self) -> None:
        """Gives the photo to whoever asked, and closes."""
        photo = self._photo
        if photo is not None:
            self.close_sheet()
            self.taken.emit(photo)

    # What comes from the camera

    def _offer(self, frame: object) -> None:
        if self._photo is None:
            self.reader.offer(frame)  # type: ignore[arg-type]

    def _show_picture(self, picture: QImage) -> None:
        if self._photo is not None or self._source.trouble is not None:
            return
        first, self._newest = self._newest.isNull(), picture
        self.view.set_picture(picture)
        if first:
            self._show_state()
            self.take_button.setFocus()

    def _on_trouble(self, trouble: Trouble | None) -> None:
        if trouble is not None and self._photo is None:
            self._newest = QImage()
            self.view.clear()
        self._show_state()
        if not self.take_button.isEnabled() and self._photo is None:
            self.cancel_button.setFocus()

    def _show_mirrored(self, mirrored: bool) -> None:
        if self._photo is None:
            self.view.set_mirrored(mirrored)

    def _show_state(self) -> None:
        trouble = self._source.trouble
        done = self._photo is not None
        if done:
            words = self.tr("Is the face sharp and light enough?")
        elif trouble is not None:
            words = trouble_words(trouble, for_photo=True)
        elif self._newest.isNull():
            words = self.tr("Starting the camera")
        else:
            words = self.tr("Face into the oval, looking at the camera")
        self._words.setText(words)
        self.view.setAccessibleName(words)
        self.again_button.setVisible(done)
        self.use_button.setVisible(done)
        self.chooser.setVisible(not done)
        self.take_button.setVisible(not done)
        self.take_button.setEnabled(not self._newest.isNull())
        self.retry_button.setVisible(not done and trouble is not None and can_be_tried_again(trouble))
        self.on_enter = self.use_button if done else self.take_button


def _packed(picture: QImage) -> bytes:
    """A picture without loss, for the one place that makes photos small."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"bmp")).write(picture.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(buffer.data().data())
