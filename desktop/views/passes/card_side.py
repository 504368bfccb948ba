"""The card as it will print, at the side of the form."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from db.books.pass_id import PassId
from db.books.passes import Holder
from desktop.kit.choices import Option, Segmented
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.language import current_language
from desktop.operations import cards
from desktop.operations.cards import Printing
from desktop.paper.card_face import CardFace, Layout
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.pdf_preview import PdfPreview


class CardSide(Retranslating, QWidget):
    """Title, choice of the layout, and the real page."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._face: CardFace | None = None
        self._faces = Latest(session, cards.preview_face, self._take_face, parent=self)
        self.title = Label("", Type.CARD_TITLE)
        self.layout_choice = Segmented(height=48)
        self.layout_choice.chosen.connect(lambda _key: self._draw())
        self.preview = PdfPreview()
        whole = column(row(self.title, STRETCH, self.layout_choice, gap=8), self.preview, gap=16, parent=self)
        whole.setStretch(1, 1)
        self.retranslate()
        self.layout_choice.choose(Layout.A6.value)

    def show_card(self, id: PassId, issue: int, holder: Holder, photo: bytes | None) -> None:
        """Draws the card that these facts would give. What is asked for meanwhile takes its place."""
        self._faces.ask(id, issue, holder, photo, current_language())

    def _take_face(self, face: CardFace) -> None:
        self._face = face
        self._draw()

    def _draw(self) -> None:
        if self._face is not None:
            layout = Layout(self.layout_choice.current() or Layout.A6.value)
            printing = Printing(layout, boxes_for_missing=True)
            self.preview.show_pdf(partial(cards.pdf, [self._face], printing))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Preview"))
        self.layout_choice.set_options(
            [Option(Layout.A6.value, self.tr("A6 paper")), Option(Layout.CR80.value, self.tr("CR80 card"))]
        )
