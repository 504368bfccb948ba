"""The gate's keys: the fingerprint to read out, the command post it belongs to, another signing or recovery key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal

from db.books.joined_post import JoinedPost
from db.register import Register
from db.trust.keys import fingerprint
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card, Surface
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations import operators, posts
from desktop.operations.operators import Recovered
from desktop.operations.upkeep import Rotated, rotate_key
from desktop.session import Session
from desktop.views.settings.recovery_sheet import RecoverySheet
from desktop.views.settings.vouched_sheet import Point, StepWords, VouchedSheet


class KeysCard(Retranslating, Card):
    """The card on the settings page. Signal `failed(GatebookError)`."""

    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._post: JoinedPost | None = None
        well = Surface("surface2", "line2", 8)
        self.what = Label("", Type.SMALL, "text2", wrap=True)
        self.mark = Label("", Type.CARD_TITLE)
        self.mark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column(self.what, self.mark, gap=2, margins=(16, 10, 16, 8), parent=well)
        self.post = Label("", Type.BODY, "text2", wrap=True)
        self.said = Label("", Type.SMALL_STRONG, "allow_text", wrap=True)
        self.said.hide()
        self.rotate = Button("", ButtonKind.SECONDARY, icon="refresh")
        self.recovery = Button("", ButtonKind.SECONDARY, icon="lock")
        self.rotate.clicked.connect(self._ask_rotate)
        self.recovery.clicked.connect(self._ask_recovery)
        for widget in (well, self.post, self.said):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.rotate, self.recovery, STRETCH, gap=12))
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._show)
        session.settings_changed.connect(self._show)
        self.retranslate()

    def showEvent(self, event: object) -> None:
        self._load()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.TRUST) and self.isVisible():
            self._load()

    def _load(self) -> None:
        self._session.do(posts.post_of, done=self._take)

    def _take(self, post: JoinedPost | None) -> None:
        self._post = post
        self._show()

    def _show(self) -> None:
        register = self._session.register
        self.mark.setText(fingerprint(register.key_file.gate_key))
        self.post.setText(self._post_words())
        self.post.setVisible(not self._session.desk)
        old = self._post is not None and self._is_old(self._post)
        self.post.set_ink("attn_text" if old else "text2")
        lead = register.access.role >= Role.LEAD
        for button in (self.rotate, self.recovery):
            button.setEnabled(lead)
            button.setToolTip("" if lead else self.tr("Only a lead changes keys"))

    # The post

    def _age(self, post: JoinedPost) -> int:
        """Whole days since the newest answer was made, by the post's clock."""
        made = datetime.fromisoformat(post.made_at or post.joined_at)
        return max(0, (self._session.register.clock.now() - made).days)

    def _is_old(self, post: JoinedPost) -> bool:
        return bool(post.number) and self._age(post) > self._session.settings.answer_days

    def _post_words(self) -> str:
        post = self._post
        if post is None:
            return self.tr('This gate stands alone. Joining a command post: page "Export".')
        mark = fingerprint(bytes.fromhex(post.key))
        words = self.tr("Command post: {name}, fingerprint {mark}.").format(name=post.name, mark=mark)
        if not post.number:
            return words + " " + self.tr("No answer of it was taken in yet.")
        days = self._age(post)
        said = self.tr("Newest answer: no. {number}, %n day(s) old.", "", days).format(number=post.number)
        if self._is_old(post):
            said += " " + self.tr("Ask for a newer one: cards revoked since then are not known here.")
        return f"{words} {said}"

    # Another signing key

    def _ask_rotate(self) -> None:
        sheet = rotate_desk_sheet() if self._session.desk else rotate_sheet(self._post is not None)
        sheet.asked.connect(lambda passphrase: self._rotate(sheet, passphrase))
        sheet.open_here(self)

    def _rotate(self, sheet: VouchedSheet, passphrase: str) -> None:
        def done(rotated: Rotated) -> None:
            sheet.close_sheet()
            self._show()
            words = self.tr("Signed with a new key from now on: {mark}")
            self._say(words.format(mark=rotated.fingerprint))

        own = self._session.register.access.name
        self._session.do(_rotate, own, passphrase, done=done, failed=sheet.show_error)

    # Another recovery key

    def _ask_recovery(self) -> None:
        sheet = recovery_key_sheet()
        sheet.asked.connect(lambda passphrase: self._new_recovery(sheet, passphrase))
        sheet.open_here(self)

    def _new_recovery(self, sheet: VouchedSheet, passphrase: str) -> None:
        def made(recovered: Recovered) -> None:
            sheet.close_sheet()
            self._show_recovery(recovered)

        own = self._session.register.access.name
        self._session.do(_new_recovery, own, passphrase, done=made, failed=sheet.show_error)

    def _show_recovery(self, recovered: Recovered) -> None:
        sheet = RecoverySheet(self._session, recovered.recovery_key)

        def kept(_: object) -> None:
            sheet.close_sheet()
            self._say(self.tr("The new recovery key is in force. Destroy the old sheet."))

        sheet.kept.connect(
            lambda: self._session.do(_keep_recovery, recovered, done=kept, failed=sheet.show_error)
        )
        sheet.open_over(self.window(), sheet.print)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()

    def retranslate(self) -> None:
        self.set_title(self.tr("Keys"))
        self.what.setText(
            self.tr("This post's fingerprint. A gate that joins compares it by phone or on paper.")
            if self._session.desk
            else self.tr("This gate's fingerprint. Read it out when the command post asks by phone.")
        )
        self.rotate.setText(
            self.tr("Another key for the post") if self._session.desk else self.tr("Another key for the gate")
        )
        self.recovery.setText(self.tr("New recovery key"))
        self._show()


def rotate_sheet(joined: bool) -> VouchedSheet:
    """Asks before the gate gets another signing key."""
    translate = QCoreApplication.translate
    points = [
        Point(
            "pass",
            translate(
                "RotateSheet",
                "Cards that are out stay good until their day. The old key vouches for the new one in the ledger.",
            ),
        ),
    ]
    if joined:
        points.append(
            Point(
                "usb",
                translate(
                    "RotateSheet",
                    "The command post learns of it with the next export. Until its next answer, other gates do not know"
                    " cards that are signed from now on.",
                ),
            )
        )
    points.append(
        Point(
            "alert",
            translate(
                "RotateSheet",
                "If the old key itself was stolen, this is not enough: the command post must cut it off.",
            ),
            warns=True,
        )
    )
    return _another_key(translate("RotateSheet", "Another key for the gate"), points)


def rotate_desk_sheet() -> VouchedSheet:
    """Asks before the command post gets another signing key."""
    translate = QCoreApplication.translate
    points = [
        Point(
            "usb",
            translate(
                "RotateSheet",
                "Gates that know this post take the new key with its next answer: the old key vouches for it there.",
            ),
        ),
        Point(
            "alert",
            translate(
                "RotateSheet",
                "If the old key itself was stolen, hurry: until the next answer is there, a gate still believes the"
                " old key.",
            ),
            warns=True,
        ),
    ]
    return _another_key(translate("RotateSheet", "Another key for the post"), points)


def _another_key(title: str, points: Sequence[Point]) -> VouchedSheet:
    """The sheet for a gate or a post; why is said first, alike for both."""
    translate = QCoreApplication.translate
    why = Point(
        "info",
        translate(
            "RotateSheet",
            "Do this when someone who could sign has left, or when the laptop was out of sight.",
        ),
    )
    words = StepWords(
        title,
        [why, *points],
        translate("RotateSheet", "Change the key"),
        translate("RotateSheet", "Keep the old one"),
    )
    return VouchedSheet(words, icon="refresh")


def recovery_key_sheet() -> VouchedSheet:
    """Asks before a new recovery key is made."""
    translate = QCoreApplication.translate
    points = [
        Point(
            "info",
            translate(
                "NewRecovery",
                "Do this when the sealed sheet is lost or was opened. It cannot be printed again: nobody keeps the key,"
                " a new one is made.",
            ),
        ),
        Point(
            "lock",
            translate(
                "NewRecovery",
                "The new key is shown once. The old sheet opens nothing of this register any more.",
            ),
        ),
        Point(
            "alert",
            translate(
                "NewRecovery",
                "Copies of the register made before, and this gate's own encrypted exports, still open with the old"
                " sheet only.",
            ),
            warns=True,
        ),
    ]
    words = StepWords(
        translate("NewRecovery", "New recovery key"),
        points,
        translate("NewRecovery", "Make a new one"),
        translate("NewRecovery", "Keep the old one"),
    )
    return VouchedSheet(words, icon="lock")


def _rotate(register: Register, own: str, passphrase: str) -> Done[Rotated]:
    return rotate_key(register, register.unlock(own, passphrase))


def _new_recovery(register: Register, own: str, passphrase: str) -> Recovered:
    return operators.renew_recovery(register, register.unlock(own, passphrase))


def _keep_recovery(_register: Register, recovered: Recovered) -> Register:
    return operators.keep_recovery(recovered)
