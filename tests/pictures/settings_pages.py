"""The settings: who works here, how long names are kept, keys; and what is said before a step that cannot be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QTextBrowser, QWidget

from db.books.operators import Operator
from db.trust.roles import Role
from desktop.operations import operators
from desktop.operations.upkeep import Due
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.day.page import DayPage
from desktop.views.help.page import HelpPage
from desktop.views.settings.keeping_card import purge_sheet
from desktop.views.settings.keys_card import recovery_key_sheet, rotate_sheet
from desktop.views.settings.operator_sheet import OperatorSheet, disable_sheet, role_options
from desktop.views.settings.page import SettingsPage
from desktop.views.settings.recovery_sheet import RecoverySheet
from tests.pictures.day_pages import _idle, _in_shell, _session_of, _sessions
from tests.pictures.registry import Scene, picture
from tests.pictures.start_pages import _KEY
from tests.registers import OPERATOR, PASSPHRASE

_COPIES = (Path("/media/usb/gatebook-0312-2020-03-01.gatebook"),)
_AWAY = (Path("/media/old/gatebook-0312-2020-02-20.gatebook"),)


def _page(session: Session) -> SettingsPage:
    return SettingsPage(session, Preferences(language="zh"))


def _settings(scene: Scene) -> QWidget:
    session = _sessions(scene).new()
    lead = session.register.unlock(OPERATOR, PASSPHRASE)
    people = (
        (scene.say("王建国", "Wang Jianguo"), Role.REGISTRAR),
        (scene.say("陈晓", "Chen Xiao"), Role.VOLUNTEER),
    )
    for name, role in people:
        operators.add(session.register, lead, name, role, "a passphrase of theirs")
    return _in_shell(scene, session, "settings", _page(session))


def _ready(scene: Scene, shell: QWidget) -> SettingsPage:
    _idle(_session_of(shell))
    page = shell.findChild(SettingsPage)
    assert page is not None
    return page


def _scrolled(scene: Scene, shell: QWidget) -> None:
    page = _ready(scene, shell)
    page.keeping.reminder._take(Due(90, "2019-11-11", 1284, _COPIES, _AWAY))
    area = page.findChild(QScrollArea)
    assert area is not None
    _idle(_session_of(shell))
    area.ensureWidgetVisible(page.register)


def _see(scene: Scene, shell: QWidget) -> None:
    _ready(scene, shell)


@picture("settings", after=_see)
def settings(scene: Scene) -> QWidget:
    return _settings(scene)


@picture("settings-below", after=_scrolled)
def settings_below(scene: Scene) -> QWidget:
    return _settings(scene)


def _ask_disable(scene: Scene, shell: QWidget) -> None:
    one = Operator("op-2", scene.say("王建国", "Wang Jianguo"), Role.REGISTRAR, False)
    disable_sheet(one, 1, 1).open_here(_ready(scene, shell))


@picture("settings-disable", after=_ask_disable)
def settings_disable(scene: Scene) -> QWidget:
    return _settings(scene)


def _ask_add(scene: Scene, shell: QWidget) -> None:
    sheet = OperatorSheet(scene.say("添加人员", "Add someone"), role_options(), with_name=True)
    sheet.open_over(_ready(scene, shell).window(), sheet.name)


@picture("settings-add", after=_ask_add)
def settings_add(scene: Scene) -> QWidget:
    return _settings(scene)


def _ask_purge(scene: Scene, shell: QWidget) -> None:
    page = _ready(scene, shell)
    purge_sheet(Due(90, "2019-11-11", 1284, _COPIES, _AWAY)).open_over(page.window())


@picture("settings-purge", after=_ask_purge)
def settings_purge(scene: Scene) -> QWidget:
    return _settings(scene)


@picture("settings-rotate", after=lambda scene, shell: rotate_sheet(True).open_here(_ready(scene, shell)))
def settings_rotate(scene: Scene) -> QWidget:
    return _settings(scene)


@picture(
    "settings-new-recovery",
    after=lambda scene, shell: recovery_key_sheet().open_here(_ready(scene, shell)),
)
def settings_new_recovery(scene: Scene) -> QWidget:
    return _settings(scene)


def _show_key(scene: Scene, shell: QWidget) -> None:
    page = _ready(scene, shell)
    RecoverySheet(_session_of(shell), _KEY).open_over(page.window())


@picture("settings-recovery-key", after=_show_key)
def settings_recovery_key(scene: Scene) -> QWidget:
    return _settings(scene)


def _remind(scene: Scene, shell: QWidget) -> None:
    _idle(_session_of(shell))
    page = shell.findChild(DayPage)
    assert page is not None
    page.retention._take(Due(90, "2019-11-11", 1284))


@picture("day-retention", after=_remind)
def day_retention(scene: Scene) -> QWidget:
    session = _sessions(scene).new()
    return _in_shell(scene, session, "day", DayPage(session))


def _scroll_down(scene: Scene, page: QWidget) -> None:
    text = page.findChild(QTextBrowser)
    assert text is not None
    text.verticalScrollBar().setValue(230)


@picture("help-threats", after=_scroll_down)
def help_threats(scene: Scene) -> QWidget:
    session = _sessions(scene).new()
    page = HelpPage(session)
    page.show_topic("threats")
    return page
