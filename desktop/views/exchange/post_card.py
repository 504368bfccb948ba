"""The gate and its command post: asking to be taken in, comparing a fingerprint once, what the newest answer says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from db.exchange.answer_choice import Met
from db.exchange.answer_news import News, Said
from desktop.devices.drives import Release
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, Card, Divider, ResultPanel
from desktop.kit.chips import Chip, ChipKind
from desktop.kit.fingerprint import FingerprintView
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.operations.joining import AskedFor, Standing
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.exchange.drive_list import Place
from desktop.views.exchange.post_words import (
    changed,
    finding_lines,
    moment,
    standing_line,
    text_lines,
    wanted_lines,
)
from desktop.views.exchange.telling_list import TellingList


class PostCard(Retranslating, Card):
    """Signals: `request_asked`, to be written to the place that is chosen; `same_found(Met)` and `differs_found`, what
    a person says of a fingerprint; `file_asked`, an answer is to be chosen by hand."""

    request_asked = Signal()
    same_found = Signal(object)
    differs_found = Signal()
    file_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(padding=(20, 4, 20, 14), gap=10)
        self._session = session
        self._standing: Standing | None = None
        self._met: Met | None = None
        self._news: News | None = None
        self._refused: GatebookError | None = None
        self._asked: tuple[AskedFor, Release | None] | None = None
        self._place: Place | None = None
        self._differs = False
        self.chip = Chip()
        self.head_tail.addWidget(self.chip)
        self.trouble = Banner("alert", "attn")
        self.state = Banner("ban", "attn")
        self.name = Label("", Type.SECTION)
        self.what = Label("", Type.CELL, "text2", wrap=True)
        self.whose = Label("", Type.CELL_STRONG)
        self.mark = FingerprintView()
        self.next = Label("", Type.CELL, "text2", wrap=True)
        self.written = ResultPanel("allow", "eject")
        self.same = Button("", icon="check", height=44, size=15)
        self.differs = Button("", ButtonKind.DANGER, icon="x", height=44, size=15)
        self.who_may = Label("", Type.SMALL_STRONG, "attn_text", wrap=True)
        self.judging = QWidget()
        column(row(self.same, self.differs, STRETCH, gap=12), self.who_may, gap=6, parent=self.judging)
        self.lists = [TellingList() for _ in range(4)]
        self.news, self.wanted, self.findings, self.texts = self.lists
        self.line = Divider()
        self.request_button = Button("", icon="write", height=40, size=15)
        self.file_button = Button("", icon="folder", height=40, size=15)
        self.marks = ElidedLabel("", Type.SMALL, "text2")
        above: tuple[QWidget, ...] = (self.trouble, self.state, self.name, self.what)
        for part in (*above, self.whose, self.mark, self.next, self.written):
            self.body.addWidget(part)
        self.body.addWidget(self.judging)
        for one in self.lists:
            self.body.addWidget(one)
        self.body.addStretch(1)
        self.body.addWidget(self.line)
        self.body.addWidget(self.marks)
        self.body.addLayout(row(self.request_button, self.file_button, STRETCH, gap=12))
        self.request_button.clicked.connect(self.request_asked)
        self.file_button.clicked.connect(self.file_asked)
        self.same.clicked.connect(self._same)
        self.differs.clicked.connect(self._differ)
        self.title.set_role(Type.SECTION)
        self._head.setMinimumHeight(px(48))
        self.retranslate()

    # What is to be shown

    @property
    def wants_a_person(self) -> bool:
        """Whether somebody has to look: a fingerprint to compare, news, or something refused."""
        return self._met is not None or self._news is not None or self._refused is not None

    def set_standing(self, standing: Standing) -> None:
        """How the gate stands with its post now."""
        self._standing = standing
        if standing.post is not None:
            self._met = self._asked = None
        self.retranslate()

    def set_place(self, place: Place | None) -> None:
        """Where a request would be written."""
        self._place = place
        self._say_request()

    def set_met(self, met: Met) -> None:
        """A post that the gate does not know yet: a person is to compare."""
        self._met, self._refused, self._asked, self._differs = met, None, None, False
        self.retranslate()

    def set_news(self, news: News) -> None:
        """What was just taken in."""
        self._news, self._refused, self._met = news, None, None
        self.retranslate()

    def set_refused(self, error: GatebookError) -> None:
        """Why nothing was taken in."""
        self._refused = error
        for button in (self.same, self.differs):
            button.set_busy(False)
        self.retranslate()

    def set_asked(self, asked: AskedFor, release: Release | None) -> None:
        """The request is on the drive; `release` once it was tried to let that go."""
        self._asked, self._refused = (asked, release), None
        self.retranslate()

    def set_writing(self, writing: bool) -> None:
        """The request is under way."""
        self.request_button.set_busy(writing)

    def clear_trouble(self) -> None:
        """Other drives are there now."""
        if self._refused is not None:
            self._refused = None
            self.retranslate()

    # What a person says

    def _same(self) -> None:
        if self._met is not None:
            self.same.set_busy(True)
            self.same_found.emit(self._met)

    def _differ(self) -> None:
        self._met, self._differs = None, True
        self.differs_found.emit()
        self.retranslate()

    # Showing

    def retranslate(self) -> None:
        self.set_title(self.tr("Command post"))
        self.same.setText(self.tr("The same"))
        self.differs.setText(self.tr("Not the same"))
        self.file_button.setText(self.tr("Choose an answer"))
        self.trouble.setVisible(self._refused is not None or self._differs)
        if self._differs:
            self.trouble.set_words(
                self.tr("Nothing was taken in. Do not use this drive; tell the lead and the command post.")
            )
        if self._refused is not None:
            self.trouble.set_words(sentence(self._refused))
        standing = self._standing
        if standing is None:
            for part in (self.chip, self.state, self.written, self.judging):
                part.hide()
            return
        self._say_state(standing)
        self._say_lists(standing)
        if self._met is not None:
            self._say_met(standing, self._met)
        elif standing.post is None:
            self._say_alone(standing)
        else:
            self._say_joined(standing)
        self._say_request()

    def _say_state(self, standing: Standing) -> None:
        line = standing_line(standing.said) if standing.said else None
        self.state.setVisible(line is not None)
        if line is not None:
            self.state.set_words(line.words)
        self.chip.setVisible(standing.post is not None)
        if standing.post is None:
            return
        if standing.said is None or standing.days is None:
            self.chip.set_chip(self.tr("No answer yet"), ChipKind.NEUTRAL, "clock")
        elif standing.old:
            self.chip.set_chip(self.tr("%n day(s) old", "", standing.days), ChipKind.ATTN, "clock")
        else:
            age = self.tr("%n day(s) old", "", standing.days) if standing.days else self.tr("Of today")
            self.chip.set_chip(age, ChipKind.ALLOW, "check")

    def _say_met(self, standing: Standing, met: Met) -> None:
        self._show(
            self.what,
            self.tr("Call the command post and have it read out its fingerprint. Compare all four groups."),
        )
        whose = self.tr("Answer {number} of {post} for %n gate(s)", "", met.gates)
        self._show(self.whose, whose.format(number=met.number, post=met.post))
        self.mark.show()
        self.mark.set_fingerprint(met.fingerprint)
        self.judging.show()
        for button in (self.same, self.differs):
            button.set_busy(False)
        self.same.setEnabled(standing.may_join)
        self._show(
            self.who_may, "" if standing.may_join else self.tr("Only the lead says whether it is the same")
        )
        self._show(self.next, "")
        self._show(self.name, "")
        self.written.hide()

    def _say_alone(self, standing: Standing) -> None:
        self.judging.hide()
        self._show(self.name, "")
        self.next.set_ink("text2")
        asked = self._asked
        self._show(
            self.what,
            self.tr(
                "This gate stands alone, and all of it works. With a command post it knows other gates' cards."
            )
            if asked is None
            else "",
        )
        self._show(self.whose, self.tr("This gate's fingerprint, to read out by phone"))
        self.mark.show()
        self.mark.set_fingerprint(standing.own)
        self._show(
            self.next,
            self.tr("1. Write the request to a drive. 2. Bring it to the post. 3. Plug it in here again.")
            if asked is None
            else self.tr("Request: {name}").format(name=asked[0].path.name),
        )
        self.written.setVisible(asked is not None)
        if asked is not None:
            self._say_written(asked[1])

    def _say_written(self, release: Release | None) -> None:
        after = self.tr("Bring it to the command post, then plug it in here again")
        if release is Release.STILL_HELD:
            self.written.set_kind("attn")
            self.written.set_words(
                self.tr("Written, but still held"),
                self.tr("Close the windows that show the drive, then pull it"),
            )
        elif release is None:
            self.written.set_kind("attn", "clock")
            self.written.set_words(self.tr("Letting the drive go…"))
        else:
            safe = release is not Release.WRITTEN
            self.written.set_kind("allow", "eject" if safe else "check")
            self.written.set_words(self.tr("Safe to remove") if safe else self.tr("It is written"), after)

    def _say_joined(self, standing: Standing) -> None:
        post = standing.post
        assert post is not None
        self.judging.hide()
        self.written.hide()
        self.mark.hide()
        today = self._session.register.clock.today()
        said = standing.said
        self._show(self.name, post.name)
        self._show(self.whose, "")
        words = self.tr("No answer of it was taken in yet.")
        if said is not None:
            words = self.tr("{when}: answer {number}, %n gate(s)", "", said.gates)
            words = words.format(number=said.number, when=moment(said.made_at, today))
            words += self.tr(", %n card(s) revoked", "", said.revoked)
        self._show(self.what, words)
        old = self.tr(
            "Older than this gate's settings bear. Bring the next export to the post and its answer back."
        )
        self._show(self.next, old if standing.old else "")
        self.next.set_ink("attn_text")

    def _say_lists(self, standing: Standing) -> None:
        today = self._session.register.clock.today()
        news = self._news if self._met is None else None
        said: Said | None = standing.said if self._met is None else None
        lines = changed(news) if news else []
        self.news.set_lines(
            self.tr("Taken in just now") if lines or not news else self.tr("Taken in just now: nothing new"),
            lines,
        )
        self.news.setVisible(news is not None)
        self.wanted.set_lines(self.tr("The post has not got"), wanted_lines(said) if said else [])
        self.findings.set_lines(
            self.tr("About this gate's cards and clock"), finding_lines(said.findings, today) if said else []
        )
        self.texts.set_lines(self.tr("The post writes"), text_lines(said) if said else [])

    def _say_request(self) -> None:
        standing = self._standing
        alone = standing is not None and standing.post is None and self._met is None
        self.request_button.setVisible(alone and self._asked is None)
        self.file_button.setVisible(standing is not None)
        joined = standing is not None and standing.post is not None
        if standing is None:
            self.marks.hide()
            return
        place = self._place
        can = standing.may_ask and not self._session.register.gate.practice
        self.request_button.setEnabled(can and place is not None and place.writable)
        self.request_button.setText(self.tr("Write the request"))
        if joined:
            marks = self.tr("Its fingerprint {theirs}, this gate's {own}")
            self.marks.setText(marks.format(theirs=standing.theirs, own=standing.own))
        elif self._session.register.gate.practice:
            self.marks.setText(self.tr("A practice register joins no command post"))
        elif not standing.may_ask:
            self.marks.setText(self.tr("Asking is for a registrar or the lead"))
        elif self._asked is None and (place is None or not place.writable):
            self.marks.setText(self.tr("Plug in a USB drive first"))
        elif self._asked is None and place is not None:
            name = place.drive.label if place.drive and place.drive.label else str(place.target)
            self.marks.setText(self.tr("Goes to {name}").format(name=name))
        else:
            self.marks.setText("")
        self.marks.setVisible((alone or joined) and bool(self.marks.text()))

    @staticmethod
    def _show(label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
