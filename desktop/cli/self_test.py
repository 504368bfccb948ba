"""`gatebook --self-test`: the whole program once through, on a throwaway register. Used on the frozen build too."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from db.books.check import look_at_card
from db.books.crossings import Reading, Recorded
from db.books.pass_id import Book, Scope
from db.books.passes import Holder, card_digits
from db.books.verdict import Direction, Verdict
from db.exchange.bundle_reading import read_bundle
from db.ledger.verify import verify_lines
from db.register import Register, create_register, open_register
from db.trust.age_keys import read_identity
from desktop.cli.arguments import Given, tr
from desktop.cli.run import REFUSED, Answer
from desktop.devices.print_orders import Order, Page, decode_answer, encode_order
from desktop.devices.printer import command
from desktop.operations import cards, exports, passes, passing, upkeep
from desktop.operations.cards import Printing
from desktop.operations.sent_cards import send_cards
from desktop.paper.card_face import Layout

_PASSPHRASE = "a throwaway register"
_DAYS = 30


class Failed(Exception):
    """A step did not give what it must; the message says what it gave."""


def self_test(given: Given) -> Answer:
    """Sets up, issues, prints, reads back, scans, records, seals, exports, verifies, opens the window's parts."""
    done: list[str] = []
    trouble = ""
    with tempfile.TemporaryDirectory(prefix="gatebook-self-test-") as folder:
        try:
            for name, step in _steps(Path(folder)):
                step()
                done.append(name)
        except Exception as error:  # the answer must name the step, whatever went wrong in it
            trouble = f"{_NAMES[len(done)]}: {type(error).__name__}: {error}"
    data: dict[str, Any] = {"ok": not trouble, "steps": done, "trouble": trouble}
    words = tr("The self-test passed: {steps}.") if not trouble else tr("The self-test failed. {trouble}")
    return Answer(data, words.format(steps=", ".join(done), trouble=trouble), REFUSED if trouble else 0)


_NAMES = ("set-up", "issue", "print", "read back", "scan", "export", "verify", "window")


def _steps(folder: Path) -> list[tuple[str, Callable[[], None]]]:
    story = _Story(folder)
    acts = (story.set_up, story.issue, story.print, story.read_back, story.scan, story.export, story.verify)
    return list(zip(_NAMES, (*acts, _window), strict=True))


class _Story:
    """One gate, two passes, one crossing, one drive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.register: Register
        self.digits: list[str] = []

    def set_up(self) -> None:
        path = self.folder / "测试 register.gatebook"
        made = create_register(path, 312, "自检", "自检", _PASSPHRASE)
        self.recovery_key = made.recovery_key
        if path.read_bytes()[:15] == b"SQLite format 3":
            raise Failed("the register is not encrypted")
        self.register = open_register(path, None, _PASSPHRASE)

    def issue(self) -> None:
        today = self.register.clock.today()
        for name, scope in (("周文静", Scope.GATE), ("㐱𠮷", Scope.DISTRICT)):
            holder = Holder(Book.MEDICAL, name, today, today + timedelta(days=_DAYS), scope=scope)
            one = passes.issue(self.register, holder).value
            with self.register.reading() as connection:
                self.digits.append(card_digits(connection, one))

    def print(self) -> None:
        ids = passes.find(self.register, passes.Query(book=Book.MEDICAL)).ids
        faces = cards.faces(self.register, ids, "zh").faces
        self.pdf = cards.pdf(faces, Printing())
        if not self.pdf.startswith(b"%PDF"):
            raise Failed("no PDF")
        self._print_process(send_cards(faces, Printing(Layout.A6)))

    def _print_process(self, cards: bytes) -> None:
        """The program's other self, which draws and prints; into a file, since there may be no printer."""
        target = self.folder / "printed.pdf"
        order = Order("", "self-test", Page(105, 148, "A6"), into=str(target), dpi=150, cards=True)
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(
            command(), input=encode_order(order) + cards, capture_output=True, env=environment, timeout=120
        )
        answers = [decode_answer(line) for line in done.stdout.splitlines()]
        if {"printed": len(self.digits)} not in answers or not target.read_bytes().startswith(b"%PDF"):
            raise Failed("the process that prints")

    def read_back(self) -> None:
        import qrcode
        import zxingcpp
        from PIL import Image

        for digits in self.digits:
            code = qrcode.QRCode(border=4, box_size=4)
            code.add_data(digits)
            picture = io.BytesIO()
            code.make_image().save(picture)
            read = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
            if [one.text for one in read] != [digits]:
                raise Failed("the code does not read back")

    def scan(self) -> None:
        for digits in self.digits:
            look = passing.look_at_scan(self.register, digits, Direction.IN).value
            if look.verdict is not Verdict.OK:
                raise Failed(look.verdict.value)
            done = passing.record_scan(self.register, look, Direction.IN, Reading(365)).value
            if not isinstance(done, Recorded):
                raise Failed("held")
        stranger = self.digits[0][:-1] + str((int(self.digits[0][-1]) + 1) % 10)
        with self.register.reading() as connection:
            look = look_at_card(connection, 312, stranger, self.register.clock.stamp())
        if look.verdict is not Verdict.FORGED:
            raise Failed("a changed code is not found out")

    def export(self) -> None:
        drive = self.folder / "drive"
        drive.mkdir()
        day = self.register.clock.today().isoformat()
        done = exports.export_day(self.register, day, drive).value
        for file in done.files:
            if hashlib.sha256(file.path.read_bytes()).hexdigest() != file.sha256:
                raise Failed(file.path.name)
        bundle = next(file.path for file in done.files if file.path.name.endswith(".gbk.age"))
        with bundle.open("rb") as opened:
            read = read_bundle(opened, read_identity(self.recovery_key))
            if not verify_lines(read.lines(), read.manifest.prev).ok:
                raise Failed("the bundle does not verify")

    def verify(self) -> None:
        report = upkeep.verify_all(self.register)
        self.register.close()
        if not report.ok:
            raise Failed(report.problems[0].kind.value)


def _window() -> None:
    """The parts of the window that a frozen program may lack: Qt's widgets, typefaces, translations, PDF."""
    from importlib.resources import files

    from PySide6 import QtPdf, QtPrintSupport, QtWidgets

    if not (QtWidgets and QtPdf and QtPrintSupport):
        raise Failed("Qt")
    for name in ("fonts/NotoSansSC-Regular.ttf", "translations/common_zh_CN.qm"):
        if not (files("resources") / name).is_file():
            raise Failed(name)
    from desktop.main_window import MainWindow

    if not hasattr(MainWindow, "preferences_asked"):
        raise Failed("main window")
