"""What comes before the register is open: welcome, set-up, recovery key, unlocking."""

from __future__ import annotations

from pathlib import PureWindowsPath

from PySide6.QtWidgets import QWidget

from db.errors import Denied, RefusalCode
from desktop.views.settings.recovery_page import RecoveryPage
from desktop.views.settings.restore_page import NewLeadPage, RestorePage
from desktop.views.settings.set_up_page import SetUpPage
from desktop.views.settings.unlock_page import UnlockPage
from desktop.views.settings.welcome_page import WelcomePage
from tests.pictures.registry import Scene, picture

_KEY = "AGE-SECRET-KEY-1MYXQFTUXR4M57XYZFFY8FWL2CLQH3T4MTVS4322U60X5696T46SSV0GS5J"


@picture("start-welcome")
def welcome(scene: Scene) -> QWidget:
    return WelcomePage(scene.language)


def _offer(scene: Scene, page: QWidget) -> None:
    assert isinstance(page, WelcomePage)
    page.offer([PureWindowsPath(r"D:\Gatebook\register.gatebook")])


@picture("start-found", after=_offer)
def found(scene: Scene) -> QWidget:
    return WelcomePage(scene.language)


def _try_empty(scene: Scene, page: QWidget) -> None:
    assert isinstance(page, SetUpPage)
    page.go.click()


@picture("start-set-up", after=_try_empty)
def set_up(scene: Scene) -> QWidget:
    page = SetUpPage(scene.language)
    page.show_place(PureWindowsPath(r"C:\Users\李秀兰\AppData\Local\Gatebook\register.gatebook"))
    return page


@picture("start-recovery-key")
def recovery_key(scene: Scene) -> QWidget:
    return RecoveryPage(scene.language, _KEY)


def _refuse(scene: Scene, page: QWidget) -> None:
    assert isinstance(page, UnlockPage)
    page.show_error(Denied(RefusalCode.WRONG_PASSPHRASE))


@picture("start-unlock", after=_refuse)
def unlock(scene: Scene) -> QWidget:
    return UnlockPage(scene.language, scene.say("1 号门·东门", "East gate"), ["李秀兰", "王建国"])


@picture("start-restore")
def restore(scene: Scene) -> QWidget:
    return RestorePage(scene.language, "gatebook-0312-2020-03-01.gatebook", ["李秀兰", "王建国"])


def _try_short(scene: Scene, page: QWidget) -> None:
    assert isinstance(page, NewLeadPage)
    page.go.click()


@picture("start-new-lead", after=_try_short)
def new_lead(scene: Scene) -> QWidget:
    return NewLeadPage(scene.language, ["李秀兰", "王建国"])


def _choose_post(scene: Scene, page: QWidget) -> None:
    assert isinstance(page, SetUpPage)
    page.kind.choose("post")
    page.kind.chosen.emit("post")
    page.gate_name.set_text(scene.say("东城指挥部", "Command post East"))


@picture("start-set-up-post", after=_choose_post)
def set_up_post(scene: Scene) -> QWidget:
    return SetUpPage(scene.language)
