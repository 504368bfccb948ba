"""A register that does not open any more goes on from its copy; with the recovery key somebody new leads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.backups import back_up
from db.ledger.store import tip
from db.register import Register
from db.trust.roles import Role
from desktop.changes import Changes
from desktop.language import install_language
from desktop.tasks import Tasks
from desktop.views.settings.recovery_page import RecoveryPage
from desktop.views.settings.restore_page import NewLeadPage, RestorePage
from desktop.views.settings.start_window import StartWindow
from desktop.views.settings.unlock_page import UnlockPage
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, make_register, new_register

pytestmark = pytest.mark.usefixtures("cheap_guesses")


@pytest.fixture
def lost(tmp_path: Path) -> tuple[Path, Path, str]:
    """A register whose file was damaged, its copy, and the recovery key."""
    clock = FakeClock()
    with new_register(tmp_path, clock) as register:
        back_up(register, tmp_path / "copy.gatebook")
        path = register.path
    path.write_bytes(bytes(8192))
    _, made = make_register(tmp_path / "elsewhere", FakeClock())
    return path, tmp_path / "copy.gatebook", made.recovery_key


@pytest.fixture
def opened() -> Iterator[list[Register]]:
    registers: list[Register] = []
    yield registers
    for register in registers:
        register.close()


@pytest.fixture
def window(
    lost: tuple[Path, Path, str], opened: list[Register], qapp: QApplication, qtbot: QtBot
) -> Iterator[StartWindow]:
    install_language("en")
    tasks = Tasks(Changes())
    made = StartWindow(tasks, lost[0], "en")
    made.opened.connect(opened.append)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: tasks.idle)
    tasks.close()


def test_a_register_that_does_not_open_offers_its_copy_and_goes_on_beside_it(
    window: StartWindow, lost: tuple[Path, Path, str], opened: list[Register], qtbot: QtBot
) -> None:
    page = window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.set_text(PASSPHRASE)
    page.go.click()
    qtbot.waitUntil(page.restore.isVisible)
    chosen: list[Path] = []
    window.register_chosen.connect(chosen.append)
    window.show_restore(lost[1])
    page = window.page
    assert isinstance(page, RestorePage)
    assert "copy.gatebook" in page.what.text()
    page.passphrase.set_text("not the passphrase")
    page.go.click()
    qtbot.waitUntil(page.said.isVisible)
    assert list(lost[0].parent.glob("312-2*")) == [], "nothing was begun"
    page.passphrase.set_text(PASSPHRASE)
    page.go.click()
    qtbot.waitUntil(lambda: bool(opened))
    register = opened[0]
    assert register.path == lost[0].with_name("312-2.gatebook") and chosen == [register.path]
    assert register.access.name == OPERATOR
    with register.reading() as connection:
        assert tip(connection, 312).epoch == 2


def test_with_the_recovery_key_somebody_leads_it_under_a_passphrase_of_their_own(
    window: StartWindow, lost: tuple[Path, Path, str], opened: list[Register], qtbot: QtBot
) -> None:
    window.show_restore(lost[1])
    page = window.page
    assert isinstance(page, RestorePage)
    page.lost.click()
    page.recovery.set_text(lost[2])
    page.go.click()
    qtbot.waitUntil(lambda: isinstance(window.page, RecoveryPage))
    shown = window.page
    assert isinstance(shown, RecoveryPage) and shown.key != lost[2]
    shown.kept.setChecked(True)
    shown.go.click()
    qtbot.waitUntil(lambda: isinstance(window.page, NewLeadPage))
    lead = window.page
    assert isinstance(lead, NewLeadPage)
    lead.go.click()
    assert (lead.name_field.message(), lead.passphrase.message()) == (
        "Write your name",
        "At least 6 characters",
    )
    lead.name_field.box.setEditText("新负责人")
    lead.passphrase.set_text("a new passphrase")
    lead.again.set_text("another passphrase")
    lead.go.click()
    assert lead.again.message() == "Not the same. Type it once more"
    lead.again.set_text("a new passphrase")
    lead.go.click()
    qtbot.waitUntil(lambda: bool(opened))
    register = opened[0]
    assert (register.access.name, register.access.role) == ("新负责人", Role.LEAD)
    assert register.access.signer is not None
    assert register.unlock("新负责人", "a new passphrase").role is Role.LEAD
