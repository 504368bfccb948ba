"""People, keys and old names, as a lead deals with them on the settings page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.backups import back_up
from db.books.check import Look
from db.errors import Denied, RefusalCode
from db.ledger.store import read_lines
from db.register import open_register
from db.trust.key_file import KeyFile
from db.trust.keys import fingerprint
from db.trust.roles import Role
from desktop.kit.dialogs import ConfirmSheet, Sheet
from desktop.language import current_language
from desktop.operations import days, operators, passing, upkeep
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.settings.operator_sheet import OperatorSheet
from desktop.views.settings.page import SettingsPage
from desktop.views.settings.recovery_sheet import RecoverySheet
from desktop.views.settings.vouched_sheet import VouchedSheet
from tests.desktop.gate_day import Gate
from tests.registers import OPERATOR, PASSPHRASE, as_role

pytestmark = pytest.mark.usefixtures("cheap_guesses")
T = TypeVar("T", bound=Sheet)
THEIRS = "a volunteer's passphrase"


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[SettingsPage]:
    """The settings page, shown and filled, in a window of its own; `陈晓` is a volunteer."""
    lead = session.register.unlock(OPERATOR, PASSPHRASE)
    operators.add(session.register, lead, "陈晓", Role.VOLUNTEER, THEIRS)
    made = SettingsPage(session, Preferences(language="en"))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    qtbot.waitUntil(lambda: session.tasks.idle)
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def sheet_of(page: QWidget, kind: type[T], qtbot: QtBot) -> T:
    """The sheet that is open over the page."""

    def there() -> list[T]:
        return [sheet for sheet in page.findChildren(kind) if sheet.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def kinds(session: Session) -> list[str]:
    with session.register.reading() as connection:
        return [line.head.kind for line in read_lines(connection, 312, 1)]


def ask_to_disable(page: SettingsPage, qtbot: QtBot) -> VouchedSheet:
    one = next(one for one in page.operators._people if one.name == "陈晓")
    page.operators._change(one)
    sheet_of(page, OperatorSheet, qtbot).stop.click()
    return sheet_of(page, VouchedSheet, qtbot)


def test_whoever_is_disabled_is_out_and_the_page_says_before_what_that_does(
    page: SettingsPage,
    session: Session,
    busy_gate: Gate,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("db.rekeying._STEPS", 1000)
    back_up(session.register, tmp_path / "copy.gatebook")
    old_keys = session.register.key_file.encode()
    told: list[str] = []
    page.work_told.connect(told.append)
    # Somebody comes while the register is being written anew.
    scanned: list[Look] = []
    page.work_told.connect(
        lambda words: (
            session.do(passing.look_at_scan, busy_gate.medic, done=scanned.append)
            if "%" in words and not scanned
            else None
        )
    )
    sheet = ask_to_disable(page, qtbot)
    said = " ".join(label.text() for label in sheet.findChildren(type(sheet.title)))
    assert "陈晓 no longer works here?" in said
    assert "a whole copy of the register made before still opens with their passphrase" in said
    assert sheet.focusWidget() is sheet.keep_button, "the safe button has the focus"
    sheet.passphrase.set_text("not the passphrase")
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.go.busy())
    assert "passphrase" in sheet.said.text()
    assert "operator.changed" not in kinds(session)
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.go.click()
    qtbot.waitUntil(lambda: page.operators.said.isVisible())
    assert "陈晓 can open nothing here any more." in page.operators.said.text()
    assert told[0].endswith("Scans wait") and told[-1] == ""
    qtbot.waitUntil(lambda: page.operators.gone.text() == "No longer here: 陈晓")
    assert kinds(session)[-1] == "operator.changed"
    qtbot.waitUntil(lambda: bool(scanned))
    assert scanned[0].genuine, "whoever was scanned meanwhile is not lost"
    with pytest.raises(Denied):
        session.register.unlock("陈晓", THEIRS)
    theirs = KeyFile.parse(old_keys).unlock("陈晓", THEIRS).register_key
    assert session.register.unlock(OPERATOR, PASSPHRASE).register_key != theirs
    with pytest.raises(Denied) as out:
        open_register(tmp_path / "copy.gatebook", "陈晓", THEIRS, read_only=True)
    assert out.value.code is RefusalCode.OPERATOR_DISABLED


def test_changing_the_key_can_be_stopped_and_then_nothing_was_changed(
    page: SettingsPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.rekeying._STEPS", 100)
    page.operators.work.told.connect(lambda _words: page.operators.work._stop_work())
    sheet = ask_to_disable(page, qtbot)
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.go.click()
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    assert "operator.changed" not in kinds(session)
    assert session.register.unlock("陈晓", THEIRS).role is Role.VOLUNTEER
    assert not page.operators.work.isVisible()


def test_nobody_changes_themselves_and_who_leads_nothing_changes_nobody(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    def offered() -> list[str]:
        buttons = page.operators.findChildren(type(page.operators.add))
        return [one.accessibleName() for one in buttons if one.isVisible() and "陈晓" in one.accessibleName()]

    assert offered() == ["Change 陈晓"]
    assert page.keys.rotate.isEnabled()
    as_role(session.register, Role.REGISTRAR)
    session.operator_changed.emit()
    qtbot.waitUntil(lambda: not page.operators.add.isEnabled())
    qtbot.waitUntil(lambda: offered() == [])
    assert not page.keys.rotate.isEnabled() and not page.keys.recovery.isEnabled()
    assert not page.keeping.purge.isEnabled()


def test_the_days_are_kept_and_what_is_older_is_said_and_can_be_removed(
    page: SettingsPage, session: Session, busy_gate: Gate, qtbot: QtBot
) -> None:
    assert not page.keeping.reminder.isVisible()
    page.keeping.days.set_text("4000")
    page.keeping.days.left.emit()
    assert page.keeping.days.message() == "From 0 to 3650"
    page.keeping.days.set_text("30")
    page.keeping.days.left.emit()
    qtbot.waitUntil(lambda: session.settings.retention_days == 30)
    busy_gate.clock.forward(days=40)
    page.keeping.reminder.look()
    qtbot.waitUntil(lambda: page.keeping.reminder.isVisible())
    page.keeping.purge.click()
    sheet = sheet_of(page, ConfirmSheet, qtbot)
    assert sheet.focusWidget() is sheet.keep_button
    assert "2020-02-19" in sheet.title.text()
    told: list[str] = []
    page.work_told.connect(told.append)
    sheet.confirm_button.click()
    qtbot.waitUntil(lambda: page.keeping.said.isVisible())
    assert [words[-4:] for words in told if "%" in words] == ["16 %", "33 %", "50 %", "66 %", "83 %"]
    assert told[-2:] == ["What is left is being checked. Scans go on", ""]
    assert "hold no names any more" in page.keeping.said.text()
    assert "none changed" in page.keeping.said.text()
    qtbot.waitUntil(lambda: not page.keeping.reminder.isVisible())
    assert "purged" in kinds(session)


def test_the_fingerprint_is_there_to_be_read_out_and_follows_the_key(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    before = fingerprint(session.register.key_file.gate_key)
    assert page.keys.mark.text() == before
    page.keys.rotate.click()
    sheet = sheet_of(page, VouchedSheet, qtbot)
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.go.click()
    qtbot.waitUntil(lambda: page.keys.said.isVisible())
    after = fingerprint(session.register.key_file.gate_key)
    assert after != before
    assert page.keys.mark.text() == after and after in page.keys.said.text()
    assert kinds(session)[-1] == "key.rotated"


def test_a_new_recovery_key_is_in_force_when_somebody_says_that_it_is_on_paper(
    page: SettingsPage, session: Session, busy_gate: Gate, qtbot: QtBot
) -> None:
    old = busy_gate.made.recovery_key
    page.keys.recovery.click()
    asked = sheet_of(page, VouchedSheet, qtbot)
    asked.passphrase.set_text(PASSPHRASE)
    asked.go.click()
    sheet = sheet_of(page, RecoverySheet, qtbot)
    assert session.register.key_file.unlock_with_recovery(old).role is Role.LEAD, "not yet"
    sheet.on_paper.setChecked(True)
    sheet.go.click()
    qtbot.waitUntil(lambda: page.keys.said.isVisible())
    assert kinds(session)[-1] == "recovery.renewed"
    with pytest.raises(Denied):
        session.register.key_file.unlock_with_recovery(old)
    new = sheet._key
    assert session.register.key_file.unlock_with_recovery(new).role is Role.LEAD


def test_a_printed_seal_that_was_scanned_says_whether_the_register_stands_where_it_was_printed(
    page: SettingsPage, session: Session
) -> None:
    digits = days.seal(session.register, "2020-02-10").value.digits()
    assert digits is not None
    page.register.show_paper(upkeep.check_paper(session.register, digits))
    assert page.register.said.text().startswith("The printed seal of 2020-02-10 fits.")
    other = str(int(digits) ^ 1 << (64 * 8))
    page.register.show_paper(upkeep.check_paper(session.register, other))
    assert "does not fit" in page.register.said.text()


def test_the_language_that_is_shown_is_the_one_chosen_though_nobody_chose_it(
    session: Session, qtbot: QtBot
) -> None:
    page = SettingsPage(session, Preferences())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.language.current() == current_language())
    qtbot.waitUntil(lambda: session.tasks.idle)
