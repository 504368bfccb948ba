"""The page of passes in all its states: books, form, lists handed in, printing, and what is asked before."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from db.books.check import look_at_pass
from db.books.crossings import Reading, record_crossing
from db.books.issuing import issue_passes, reserve_blanks, revoke_pass
from db.books.papers import Paper, checked_text
from db.books.pass_id import Book, PassId
from db.books.passes import Holder
from db.books.verdict import Direction
from db.register import Register, open_register
from db.trust.roles import Role
from desktop.operations.cards import Source
from desktop.session import Session
from desktop.views.passes.page import PassesPage
from desktop.views.pdf_preview import PdfPreview
from desktop.views.shell import Page, Shell
from tests.desktop.devices.scripted_printers import ScriptedPrinters
from tests.pictures.registry import Scene, picture
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, as_role, make_register

LISTS = Path(__file__).parents[1] / "data" / "rosters"
MORNING = "2020-02-10 08:42"
UNITS = (
    "咸宁市中心医院",
    "温泉社区卫生服务中心",
    "咸宁市中医医院",
    "市疾控中心",
    "咸宁市妇幼保健院",
    "120 急救站",
)
PEOPLE = (
    ("周文静", 0, date(2020, 3, 11)), ("张伟", 0, date(2020, 3, 11)), ("郑文博", 1, date(2020, 2, 14)),
    ("赵文娟", 2, date(2020, 2, 13)), ("朱婉清", 0, date(2020, 3, 15)), ("邹伟明", 3, date(2020, 2, 8)),
    ("曾薇", 4, date(2020, 3, 11)), ("章武", 5, date(2020, 3, 11)), ("钟文斌", 0, date(2020, 3, 2)),
    ("祝玮", 1, date(2020, 3, 17)), ("左雯", 0, date(2020, 3, 11)), ("林晓梅", 0, date(2020, 3, 11)),
    ("阿依古丽·买买提", 2, date(2020, 3, 11)), ("欧阳丽华", 3, date(2020, 3, 11)), ("刘洋", 0, date(2020, 2, 17)),
)  # fmt: skip
FIRST, BLANK = PassId(312, Book.MEDICAL, 1), PassId(312, Book.MEDICAL, 46)


class _Sample:
    """A register with three books, copied for each picture; sessions are closed at the end of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "passes"
        self._open: list[Session] = []
        clock = FakeClock()
        path, _ = make_register(self._folder / "sample", clock)
        with open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock()) as register:
            _fill(register, clock)

    def new(self) -> Session:
        copy = self._folder / f"{len(self._open)}"
        shutil.copytree(self._folder / "sample", copy)
        clock = FakeClock()
        clock.at(MORNING)
        register = open_register(copy / "312.gatebook", OPERATOR, PASSPHRASE, clock=clock.clock())
        self._open.append(Session(register))
        return self._open[-1]

    def close(self) -> None:
        for session in self._open:
            session.close()


def _fill(register: Register, clock: FakeClock) -> None:
    checked = checked_text([Paper.ID_CARD, Paper.WORK_CARD], OPERATOR, date(2020, 2, 1))
    people = [
        Holder(
            Book.MEDICAL, name, date(2020, 2, 1), until, id_no=f"42230119900315{1824 + place:04d}", post="护士",
            phone=f"1380000{7716 + place:04d}", unit=UNITS[unit], home="泉韵佳苑23栋3单元202", checked=checked,
        )
        for place, (name, unit, until) in enumerate(PEOPLE * 3)
    ]  # fmt: skip
    people += [Holder(Book.OFFICIAL, "李雷", date(2020, 2, 1), date(2020, 3, 1), unit="区政府")] * 8
    people += [Holder(Book.SUPPORT, "陈国强", date(2020, 2, 1), date(2020, 3, 1), unit="惠民超市配送")] * 13
    with register.writing() as ledger:
        issued = issue_passes(ledger, people)
        reserve_blanks(ledger, Book.MEDICAL, 3)
        revoke_pass(ledger, PassId(312, Book.MEDICAL, 9), "离岗")
    for place, one in enumerate(issued[:20]):
        if one.holder.valid_until < date(2020, 2, 10) or place == 8 or place % 5 == 4:
            continue
        for step in range(1 + place % 3):
            clock.forward(minutes=1)
            direction = Direction.IN if step % 2 == 0 else Direction.OUT
            with register.writing() as ledger:
                look = look_at_pass(ledger.connection, 312, one.id, register.clock.stamp(), direction)
                record_crossing(ledger, look, direction, Reading(364 + step, "forehead"), 373)


Prepare = Callable[[PassesPage, Scene], None]


class _Window(Shell):
    """The window with the page of passes, ready to be looked at."""

    def __init__(self, scene: Scene, session: Session, prepare: Prepare) -> None:
        self.session, self.scene = session, scene
        self.view = PassesPage(session)
        pages = [
            Page("gate", "gate", lambda: scene.say("门岗", "Gate"), QWidget()),
            Page("passes", "pass", lambda: scene.say("通行证", "Passes"), self.view),
            Page("entries", "list", lambda: scene.say("登记", "Entries"), QWidget()),
            Page("day", "chart", lambda: scene.say("每日报告", "Day report"), QWidget()),
            Page("export", "usb", lambda: scene.say("导出", "Export"), QWidget()),
        ]
        super().__init__(pages)
        self.top.set_gate(scene.say("1 号门·东门", "Gate 1, East"))
        self.top.set_operator(scene.say(OPERATOR, "Li Xiulan"))
        self.top.set_now(session.register.clock.now())
        self.show_page("passes")
        self._prepare = prepare

    def prepare(self) -> None:
        """Once it is shown: what a person would press."""
        self.view.books.show_book(Book.MEDICAL)
        self.quiet()
        self._prepare(self.view, self.scene)
        self.quiet()

    def quiet(self) -> None:
        for _ in range(4):
            while not self.session.tasks.idle:
                QApplication.processEvents()
                time.sleep(0.002)
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()
            while any(one.busy for one in self.findChildren(PdfPreview)):
                QApplication.processEvents()
                time.sleep(0.002)


def _ready(_scene: Scene, window: QWidget) -> None:
    assert isinstance(window, _Window)
    window.prepare()


def _window(scene: Scene, prepare: Prepare) -> QWidget:
    return _Window(scene, scene.once("passes", _Sample).new(), prepare)


def _search(page: PassesPage, _scene: Scene) -> None:
    page.books.search.set_text("zw")
    _quiet(page)
    for row in range(4):
        page.books.table.tick_row(row)
    page.books.search.edit.setFocus()


def _quiet(page: PassesPage) -> None:
    window = page.window()
    assert isinstance(window, _Window)
    window.quiet()


@picture("passes", after=_ready)
def passes(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: None)


@picture("passes-search", after=_ready)
def search(scene: Scene) -> QWidget:
    return _window(scene, _search)


@picture("passes-nobody", after=_ready)
def nobody(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.books.search.set_text("xq"))


@picture("passes-volunteer", after=_ready)
def volunteer(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        as_role(page._session.register, Role.VOLUNTEER)
        page._session.operator_changed.emit()

    return _window(scene, prepare)


@picture("passes-revoke", after=_ready)
def revoke(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.books.revoke_asked.emit([FIRST]))


@picture("passes-reissue", after=_ready)
def reissue(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.books.panel.reissue_button.click())


@picture("passes-renew", after=_ready)
def renew(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.books.renew_asked.emit([FIRST]))


def _fill_form(page: PassesPage, id_no: str) -> None:
    fields = page.form.fields
    fields.name.set_text("林晓梅")
    fields.phone.set_text("13800007716")
    fields.id_no.set_number(id_no)
    fields.unit.set_text("咸宁市中心医院")
    fields.post.set_text("护士")
    fields.papers[Paper.ID_CARD].setChecked(True)
    fields.changed.emit()
    page.form._preview()


@picture("pass-form", after=_ready)
def form(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.new_pass(Book.MEDICAL)
        _quiet(page)
        _fill_form(page, "421299198206080498")

    return _window(scene, prepare)


@picture("pass-form-error", after=_ready)
def form_error(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.new_pass(Book.MEDICAL)
        _quiet(page)
        _fill_form(page, "421299198206080497")
        page.form.save(True)

    return _window(scene, prepare)


@picture("pass-form-foot", after=_ready)
def form_foot(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.new_pass(Book.SUPPORT)
        _quiet(page)
        page.form.side.layout_choice.choose("cr80")
        _fill_form(page, "421299198206080498")
        page.form.area.verticalScrollBar().setValue(10_000)

    return _window(scene, prepare)


@picture("pass-form-here-already", after=_ready)
def form_duplicate(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.new_pass(Book.MEDICAL)
        _quiet(page)
        _fill_form(page, "36049919830415890X")
        _quiet(page)
        page.form.save(False)
        _quiet(page)
        page.new_pass(Book.MEDICAL)
        _fill_form(page, "36049919830415890X")
        page.form.fields.id_no.left.emit()

    return _window(scene, prepare)


@picture("pass-form-change", after=_ready)
def form_change(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.books.panel.edit_button.click()
        _quiet(page)
        page.form.fields.name.set_text("周文晶")
        page.form.fields.changed.emit()
        page.form._preview()

    return _window(scene, prepare)


@picture("pass-form-blank", after=_ready)
def form_blank(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.bind_blank(BLANK))


@picture("list-choose", after=_ready)
def list_choose(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: page.books.import_asked.emit())


def _read(page: PassesPage, path: Path) -> None:
    page.books.import_asked.emit()
    page.roster.read(path)
    _quiet(page)


@picture("list-broken", after=_ready)
def list_broken(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: _read(page, LISTS / "bad" / "password.xlsx"))


@picture("list-columns", after=_ready)
def list_columns(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: _read(page, LISTS / "bad" / "wrong-columns.csv"))


@picture("list-preview", after=_ready)
def list_preview(scene: Scene) -> QWidget:
    return _window(scene, lambda page, _scene: _read(page, LISTS / "hospital-medical.xlsx"))


@picture("list-to-mend", after=_ready)
def list_to_mend(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        _read(page, LISTS / "hospital-medical.xlsx")
        page.roster.preview.pills.choose("wrong")
        page.roster.preview.pills.chosen.emit("wrong")

    return _window(scene, prepare)


@picture("list-issuing", after=_ready)
def list_issuing(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        preview = page.roster.preview
        _read(page, LISTS / "hospital-medical.xlsx")
        preview._buttons.hide()
        preview.progress.show()
        preview.progress.start(preview.tr("Issuing %n pass(es)", "", 275))
        preview.progress.set_progress(100, 275)

    return _window(scene, prepare)


@picture("list-issued", after=_ready)
def list_issued(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        _read(page, LISTS / "support-utf8-bom.csv")
        page.roster.preview.issue()

    return _window(scene, prepare)


@picture("cards-a4", after=_ready)
def cards_a4(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.print_cards([PassId(312, Book.MEDICAL, number) for number in range(1, 40)])
        _quiet(page)
        page.cards.choices.place.set_place(4)
        page.cards.choices.printing_changed.emit()

    return _window(scene, prepare)


@picture("cards-a6-black", after=_ready)
def cards_a6(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.print_cards([FIRST])
        page.cards.choices.layout_choice.choose("a6")
        page.cards.choices.colour.choose("mono")
        page.cards.choices.line_code.setChecked(True)
        page.cards.choices._layout_chosen()

    return _window(scene, prepare)


@picture("cards-blank", after=_ready)
def cards_blank(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.print_cards([])
        page.cards.choices.source.choose(Source.BLANKS.value)
        page.cards.choices._source_chosen()
        page.cards._ask()

    return _window(scene, prepare)


@picture("cards-no-printer", after=_ready)
def cards_no_printer(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        page.cards.job.printers = ScriptedPrinters(_scene.folder / "none.pdf", ())
        page.print_cards([FIRST])
        _quiet(page)
        page.cards.print_now()

    return _window(scene, prepare)
