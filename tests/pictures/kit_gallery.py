"""The parts that every page is made of, in their states."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import Book
from desktop.kit.books import BookMark, book_full_name
from desktop.kit.buttons import Button, ButtonKind, Spinner
from desktop.kit.cards import Banner, Card, EmptyState, ResultPanel, SidePanel
from desktop.kit.cells import Cell, Role, RowLook, Status
from desktop.kit.checks import CheckBox
from desktop.kit.chips import Chip, ChipKind, Way, WayChip, void_word
from desktop.kit.choices import CardLook, FilterPills, Option, RadioCards, Segmented, SegmentLook
from desktop.kit.date_field import DateField
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.fields import TextField
from desktop.kit.key_cap import KeyCap
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, grid, row
from desktop.kit.more_fields import ComboField, SearchField
from desktop.kit.progress import StepsList, StepState, WorkProgress
from desktop.kit.strips import CountersStrip, Counts
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, color
from desktop.views.shell import Notice, Page, Shell
from tests.pictures.registry import Scene, picture

WIDE = ((1366, 960),)


class Ground(QWidget):
    """A page's ground for parts that stand alone."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("bg"))


def _after_parts(scene: Scene, page: QWidget) -> None:
    focused = page.findChild(SearchField, "focused")
    assert focused is not None
    focused.edit.setFocus()


@picture("kit-parts", sizes=WIDE, after=_after_parts)
def parts(scene: Scene) -> QWidget:
    page = Ground()
    title = row(
        Label(scene.say("组件与状态", "Parts and states"), Type.DIALOG_TITLE),
        Label(scene.say("所有页面共用", "shared by all pages"), Type.CELL, "text2"),
        STRETCH,
        gap=16,
    )
    first = row(_buttons(scene), _fields(scene), gap=16)
    second = row(_books(scene), _marks(scene), _notices(scene), gap=16)
    third = row(_empty(scene), _choices(scene), gap=16)
    column(title, first, second, third, gap=16, margins=24, parent=page)
    return page


def _buttons(scene: Scene) -> Card:
    card = Card(scene.say("按钮", "Buttons"))
    words = (scene.say("记录", "Record"), scene.say("打印", "Print"), scene.say("吊销", "Revoke"))
    kinds = (ButtonKind.PRIMARY, ButtonKind.SECONDARY, ButtonKind.DANGER)
    icons = ("check", "print", "ban")
    lines = grid(gap=10)
    for line, (kind, word, icon) in enumerate(zip(kinds, words, icons, strict=True)):
        disabled = Button(word, kind)
        disabled.setEnabled(False)
        busy = Button(word, kind)
        busy.set_busy(True)
        for place, button in enumerate(
            (Button(word, kind), Button(word, kind, icon=icon), Button(word, kind, key="F12"), busy, disabled)
        ):
            lines.addWidget(button, line, place)
    card.body.addLayout(lines)
    more = row(
        Button(scene.say("查找", "Find"), ButtonKind.QUIET, icon="search", height=40, size=14),
        Button(scene.say("吊销", "Revoke"), ButtonKind.DANGER_FILL, icon="ban"),
        Button(scene.say("插 U 盘更新", "Update by USB"), ButtonKind.GHOST),
        Spinner(),
        STRETCH,
    )
    card.body.addLayout(more)
    return card


def _fields(scene: Scene) -> Card:
    card = Card(scene.say("输入框", "Fields"))
    plain = SearchField()
    plain.edit.setAccessibleName("Search")
    plain.set_placeholder(scene.say("姓名拼音首字母", "Name or initials"))
    plain.set_key("F2")
    focused = SearchField()
    focused.edit.setAccessibleName("Search")
    focused.setObjectName("focused")
    focused.set_text("zwj")
    focused.set_count(scene.say("12 人", "12"))
    wrong = TextField(scene.say("体温", "Temperature"))
    wrong.set_text("38.")
    wrong.set_error(scene.say("体温还差一位，例：365", "One digit missing, e.g. 365"))
    noticed = DateField(scene.say("有效至", "Valid until"), today=datetime.date(2026, 3, 18))
    noticed.set_date(datetime.date(2026, 5, 30))
    noticed.set_notice(scene.say("超过 30 天，要组长同意", "Over 30 days: the lead must agree"))
    secret = TextField(scene.say("口令", "Passphrase"), secret=True, with_message=False)
    secret.set_text("correct horse")
    secret.name_eye("Show")
    unit = ComboField(scene.say("单位", "Unit"), with_message=False)
    unit.set_choices([("a", scene.say("咸宁市中心医院", "Xianning Central Hospital"))])
    lines = grid(gap=18, row_gap=8)
    for index, field in enumerate((plain, focused, wrong, noticed, secret, unit)):
        lines.addWidget(field, index // 2, index % 2)
    card.body.addLayout(lines)
    return card


def _books(scene: Scene) -> Card:
    card = Card(scene.say("册：形 + 字 + 纹 + 色", "Books: shape, letter, texture, colour"))
    for book in Book:
        name = Label(book_full_name(book), Type.SECTION)
        card.body.addLayout(row(BookMark(book, 32), 8, name, STRETCH))
    card.body.addStretch(1)
    return card


def _marks(scene: Scene) -> Card:
    card = Card(scene.say("标记", "Marks"))
    ways = [WayChip(way) for way in Way]
    card.body.addLayout(row(*ways, Chip(void_word(), size=13, height=24, radius=5), STRETCH, gap=12))
    states = (
        (scene.say("有效", "Valid"), ChipKind.ALLOW, "check"),
        (scene.say("快到期", "Ends soon"), ChipKind.ATTN, "clock"),
        (scene.say("已吊销", "Revoked"), ChipKind.DENY, "ban"),
    )
    card.body.addLayout(row(*[Chip(words, kind, icon=icon) for words, kind, icon in states], STRETCH, gap=10))
    ticked, mixed = CheckBox(scene.say("1 号门", "Gate 1")), CheckBox()
    mixed.setAccessibleName("All gates")
    empty = CheckBox()
    empty.setAccessibleName("No gate")
    ticked.setChecked(True)
    mixed.setTristate(True)
    mixed.setCheckState(Qt.CheckState.PartiallyChecked)
    fever = Chip(scene.say("发热", "Fever"), ChipKind.ATTN_FILL, size=13, height=24, radius=5)
    caps = (KeyCap("Enter"), KeyCap(scene.say("空格", "Space")))
    card.body.addLayout(row(fever, empty, mixed, ticked, *caps, STRETCH, gap=12))
    card.body.addStretch(1)
    return card


def _notices(scene: Scene) -> Card:
    card = Card(scene.say("提示", "Notices"))
    banner = Banner()
    banner.set_words(
        scene.say("吊销名单 8 天没更新", "Revoked list is 8 days old"), scene.say("插 U 盘更新", "Update")
    )
    card.body.addWidget(banner)
    card.body.addStretch(1)
    return card


def _empty(scene: Scene) -> Card:
    card = Card(scene.say("空着的时候", "When there is nothing"))
    waiting, nothing = EmptyState("scan"), EmptyState("list")
    waiting.set_words(
        scene.say("等下一张证", "Waiting for a pass"),
        scene.say("把证放到扫码枪下面", "Hold it under the scanner"),
    )
    waiting.set_key("F2", scene.say("手工查找", "Find by hand"))
    nothing.set_words(
        scene.say("今天还没登记", "No lines today"), scene.say("扫第一张证就有了", "Scan the first pass")
    )
    card.body.addLayout(row(waiting, nothing, gap=16))
    return card


def _choices(scene: Scene) -> Card:
    card = Card(scene.say("选一个", "Choosing"))
    way = Segmented(SegmentLook.SLAB, 64)
    way.set_options([Option("in", scene.say("进", "In"), "in"), Option("out", scene.say("出", "Out"), "out")])
    way.choose("in")
    paper = Segmented()
    paper.set_options([Option("a6", "A6"), Option("cr80", "CR80"), Option("a4", "A4")])
    paper.choose("a6")
    tabs = RadioCards(CardLook.TAB)
    tabs.set_options([Option(book.value, book_full_name(book), book=book, detail="86") for book in Book])
    tabs.choose("medical")
    pills = FilterPills()
    pills.set_options(
        [
            Option("all", scene.say("全部", "All"), detail="12"),
            Option("valid", scene.say("有效", "Valid"), "check", "8"),
            Option("soon", scene.say("7 天内到期", "7 days left"), "clock", "2"),
        ]
    )
    pills.choose("all")
    card.body.addLayout(row(way, paper, gap=16))
    card.body.addWidget(tabs)
    card.body.addWidget(pills)
    return card


class Lines(QAbstractTableModel):
    """Today's lines as the pictures show them."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        say = scene.say
        self._heads = (
            "", say("编号", "Pass"), say("姓名", "Name"), say("单位", "Unit"), say("状态", "State"),
            say("进出", "In/out"), "℃",
        )  # fmt: skip
        valid, soon = (
            (say("有效", "Valid"), Status("check", "allow")),
            (say("快到期", "Ends soon"), Status("clock", "attn")),
        )
        gone = (say("已吊销", "Revoked"), Status("ban", "deny"))
        fever, voided = RowLook(fever=True), RowLook(voided=True)
        hospital = say("咸宁市中心医院感染科门诊值班室", "Xianning Central Hospital, infectious diseases")
        self._rows = [
            (Book.SUPPORT, "0312-000048", say("陈国强", "Chen Guoqiang"), hospital, valid, Way.IN, "36.4", RowLook()),
            (Book.MEDICAL, "0312-000123", say("周文静", "Zhou Wenjing"), hospital, valid, Way.OUT, "36.6", RowLook()),
            (Book.OFFICIAL, "0312-000015", say("黄志远", "Huang Zhiyuan"), hospital, soon, Way.IN, "36.3", RowLook()),
            (Book.MEDICAL, "0312-000087", say("赵丽华", "Zhao Lihua"), hospital, valid, Way.HELD, "37.8", fever),
            (Book.SUPPORT, "0312-000031", say("刘洋", "Liu Yang"), hospital, valid, Way.IN, "36.2", voided),
            (Book.SUPPORT, "0312-000031", say("刘洋", "Liu Yang"), hospital, gone, Way.OUT, "36.2", RowLook(dim=True)),
        ]  # fmt: skip
        self._ticked = {1, 2}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        book, number, name, unit, state, way, heat, look = self._rows[index.row()]
        words = ("", number, name, unit, state[0], "", heat)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: words[index.column()],
            Role.ROW: look,
            Role.BOOK: book,
            Role.WAY: way,
            Role.STATUS: state[1],
            Role.INITIALS: ("zwj", 2) if index.row() == 1 else None,
        }
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        return answers.get(role)


PLANS = [
    ColumnPlan(Cell.CHECK, 48),
    ColumnPlan(Cell.PASS, 156),
    ColumnPlan(Cell.NAME, 200, least=150, stretch=1),
    ColumnPlan(Cell.TEXT, 220, least=120, stretch=3, drop=1),
    ColumnPlan(Cell.STATUS, 120),
    ColumnPlan(Cell.WAY, 76),
    ColumnPlan(Cell.TEMPERATURE, 88),
]


@picture("kit-table")
def table(scene: Scene) -> QWidget:
    lines = GateTable(PLANS)
    lines.setAccessibleName("Lines")
    model = Lines(scene)
    model.setParent(lines)
    lines.set_model(model)
    lines.set_all_state(Qt.CheckState.PartiallyChecked)
    lines.choose_row(1)
    card = TableCard(lines)
    card.bar.add(scene.say("打印", "Print"), "print")
    card.bar.add(scene.say("吊销", "Revoke"), "ban", danger=True)
    card.bar.set_words(scene.say("已选 2 张", "2 ticked"), scene.say("Esc 取消", "Esc: none"))
    card.show_bar(True)
    panel = SidePanel("usb", width=360)
    panel.set_title(scene.say("导出到 U 盘", "Export to a drive"), scene.say("关闭", "Close"))
    steps = StepsList(44)
    chinese, english = ["写入", "读回核对", "签名", "可以拔出"], ["Write", "Read back", "Sign", "Unplug"]
    steps.set_steps(chinese if scene.chinese else english)
    steps.set_step(0, StepState.DONE, scene.say("37 条", "37 lines"), "08:43:02")
    steps.set_step(1, StepState.RUNNING)
    steps.set_step(2, StepState.CUT, "", "21 / 37")
    progress = WorkProgress()
    progress.start(scene.say("正在写", "Writing"))
    progress.set_progress(21, 37)
    done = ResultPanel("allow", "eject")
    done.set_words(
        scene.say("可以拔 U 盘了", "Safe to remove"), scene.say("电脑里也留着一份", "A copy stays here")
    )
    for part in (steps, done, progress):
        panel.body.addWidget(part)
    panel.body.addStretch(1)
    page = QWidget()
    column(card, margins=16, parent=page)
    shell = _shell(scene, page)
    shell.open_side(panel)
    return shell


def _shell(scene: Scene, page: QWidget) -> Shell:
    strip = CountersStrip()
    strip.set_counts(
        {
            Book.OFFICIAL: Counts(31, 24, 16),
            Book.MEDICAL: Counts(46, 41, 43),
            Book.SUPPORT: Counts(41, 27, 28),
        },
        1,
    )
    strip.set_unexported(37, scene.say("上次 07:30", "last 07:30"))
    named = [
        ("gate", "gate", scene.say("门岗", "Gate")),
        ("passes", "pass", scene.say("通行证", "Passes")),
        ("entries", "list", scene.say("登记", "Entries")),
        ("day", "chart", scene.say("每日报告", "Day report")),
        ("export", "usb", scene.say("导出", "Export")),
        ("settings", "gear", scene.say("设置", "Settings")),
    ]
    pages = [
        Page(
            key, icon, _constant(words), page if key == "gate" else QWidget(),
            bottom=strip if key == "gate" else None, at_foot=key == "settings",
        )
        for key, icon, words in named
    ]  # fmt: skip
    shell = Shell(pages)
    shell.top.set_gate(scene.say("1 号门·东门", "Gate 1, East"))
    shell.top.set_operator(
        scene.say("李秀兰", "Li Xiulan"), scene.say("早班 06:00–14:00", "Morning 06:00–14:00")
    )
    shell.top.set_notices([Notice("laptop", scene.say("本机运行，不用联网", "Works offline"))])
    shell.top.set_now(datetime.datetime(2026, 3, 18, 8, 42))
    shell.top.set_practice(scene.dark)
    shell.set_badge("export", "37")
    return shell


def _constant(words: str) -> Callable[[], str]:
    return lambda: words


def _after_confirm(scene: Scene, page: QWidget) -> None:
    say = scene.say
    words = ConfirmWords(
        say("吊销 周文静 的证（医-0312-000123）？", "Revoke the pass of Zhou Wenjing (M-0312-000123)?"),
        say(
            "吊销后不能再凭证进入，不能撤回。要再进出，请补办。",
            "No entry with this pass from now on. This cannot be undone. For a new card, reissue it.",
        ),
        say("吊销", "Revoke"),
        say("不吊销", "Keep it"),
    )
    reasons = [
        Option("left", say("离岗", "Left post")),
        Option("abuse", say("违规", "Misused")),
        Option("mistake", say("办错", "Made in error")),
    ]
    sheet = ConfirmSheet(words, reasons=reasons)
    sheet.open_over(page)
    QApplication.processEvents()
    sheet.confirm_button.click()


@picture("kit-confirm", after=_after_confirm)
def confirm(scene: Scene) -> QWidget:
    empty = EmptyState("pass")
    empty.set_words(scene.say("还没有证", "No passes yet"), scene.say("先办第一张", "Issue the first one"))
    empty.set_button(scene.say("办新证", "New pass"), "plus", "F3")
    page = QWidget()
    column(empty, STRETCH, margins=16, parent=page)
    return _shell(scene, page)
