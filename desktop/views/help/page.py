"""Help inside the program: Markdown in the program's language, opened by F1 at the topic of the page shown."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.kit.buttons import Button
from desktop.kit.cards import Card
from desktop.kit.choices import Option, Segmented
from desktop.kit.figures import figure_of
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.markdown import dress
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, sized_font, themes
from desktop.language import current_language
from desktop.operations.help_sheet import help_sheet
from desktop.session import Session
from desktop.views.print_sheet import print_sheet

TOPICS = ("volunteer", "keys", "lead", "formats", "threats")
POST_TOPICS = ("post", "lead", "formats", "threats")
"""What there is to read at a gate, and at a command post."""
OF_PAGE = {
    "gate": "volunteer",
    "settings": "lead",
    "passes": "lead",
    "export": "lead",
    "day": "lead",
    "scanner": "lead",
}
"""Where F1 opens the help; elsewhere at the first topic."""
SCANNER_LINK = "gatebook:scanner"


def help_text(topic: str, language: str) -> str:
    """A topic's Markdown in `zh` or `en`."""
    return (files("resources") / "help" / language / f"{topic}.md").read_text("utf-8")


class _Reader(QTextBrowser):
    """Shows Markdown, and the figures that it names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        shown = figure_of(QUrl(name), self.devicePixelRatioF())
        return shown if shown is not None else super().loadResource(kind, QUrl(name))


class HelpPage(Retranslating, QWidget):
    """The help page. `show_topic(name)` opens one of `topics_here`. Signal `practice_asked`: to the practice register,
    or back from it; `scanner_asked`: the page that looks at scanners."""

    practice_asked = Signal()
    scanner_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.topics_here = POST_TOPICS if session.desk else TOPICS
        self._topic = self.topics_here[0]
        self.title = Label("", Type.TITLE)
        self.topics = Segmented()
        self.topics.chosen.connect(self.show_topic)
        self.print_button = Button("", icon="print")
        self.print_button.clicked.connect(self._print)
        self.practice_button = Button("", icon="eye")
        self.practice_button.clicked.connect(self.practice_asked)
        if session.desk:
            self.practice_button.hide()
        self.text = _Reader()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        # A link leads to a page of the program, never out of it.
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        card = Card(padding=(20, 12, 8, 12))
        card.body.addWidget(self.text)
        head = row(self.title, 16, self.topics, STRETCH, self.practice_button, self.print_button, gap=8)
        whole = column(head, card, gap=12, margins=(16, 16, 16, 16), parent=self)
        whole.setStretch(1, 1)
        self.setFocusProxy(self.text)
        themes().changed.connect(self._fill)
        self.retranslate()

    def _follow(self, link: QUrl) -> None:
        if link.toString() == SCANNER_LINK:
            self.scanner_asked.emit()

    def show_topic(self, topic: str) -> None:
        """Opens a topic at its beginning."""
        self._topic = topic if topic in self.topics_here else self.topics_here[0]
        self.topics.choose(self._topic)
        self.text.setAccessibleName(self.topics.button(self._topic).text())
        self._fill()

    def _fill(self) -> None:
        document = self.text.document()
        document.setDefaultFont(sized_font(17))
        self.text.setMarkdown(help_text(self._topic, current_language()))
        document.setDocumentMargin(px(4))
        dress(document)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _print(self) -> None:
        data = help_sheet(help_text(self._topic, current_language()), one_page=self._topic == "keys")
        title = self.topics.button(self._topic).text()
        print_sheet(data, title, self, self._session.tasks, lambda pages: None, self._session.refused.emit)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Help"))
        self.print_button.setText(self.tr("Print"))
        self.practice_button.setText(
            self.tr("End practice") if self._session.register.gate.practice else self.tr("Practise")
        )
        names = {
            "volunteer": self.tr("Five minutes"),
            "post": self.tr("Command post"),
            "keys": self.tr("Keys"),
            "lead": self.tr("For leads"),
            "formats": self.tr("Formats"),
            "threats": self.tr("Threats"),
        }
        self.topics.set_options([Option(topic, names[topic]) for topic in self.topics_here])
        self.topics.setMinimumSize(QSize(px(440), 0))
        self.show_topic(self._topic)
