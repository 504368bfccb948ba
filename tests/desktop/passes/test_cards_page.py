"""Printing cards: which ones, on which paper, to a printer, into a file, and what goes wrong there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book, PassId
from db.books.passes import card_digits, get_pass
from db.books.prints import last_print, never_printed, open_blanks
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.register import Register
from db.trust.roles import Role
from db.trust.tokens import HomeToken, read_token
from desktop.devices.pdf_printing import open_pdf
from desktop.operations import cards
from desktop.operations.cards import Printing, Source
from desktop.paper.card_face import Layout
from desktop.session import Session
from desktop.views.passes.cards_view import CardsView
from desktop.views.passes.page import PassesPage
from desktop.views.passes.place_chooser import PlaceChooser
from tests.desktop.devices.scripted_printers import ScriptedPrinters, asked
from tests.desktop.passes.conftest import EXPIRED, GOOD, LATER, REVOKED, SOON, Wait
from tests.drives import small_drive
from tests.registers import as_role

DOTS_PER_MM = 8
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


Print = Callable[[CardsView], None]


@pytest.fixture
def print_now(qtbot: QtBot, wait: Wait) -> Print:
    """Prints as a person does: asks for it, and says yes to the printer that is offered."""

    def act(view: CardsView) -> None:
        view.print_now()
        wait()
        asked(view.window(), qtbot).print_button.click()
        qtbot.waitUntil(lambda: not view.job.running, timeout=60_000)
        wait()

    return act


@pytest.fixture
def printers(tmp_path: Path) -> ScriptedPrinters:
    return ScriptedPrinters(tmp_path / "printed.pdf")


@pytest.fixture
def view(page: PassesPage, printers: ScriptedPrinters, wait: Wait) -> CardsView:
    page.cards.job.printers = printers
    page.print_cards([])
    wait()
    return page.cards


def choose(view: CardsView, source: Source, wait: Wait) -> None:
    view.choices.source.choose(source.value)
    view.choices.source.chosen.emit(source.value)
    view._ask()
    wait()


def shown(view: CardsView) -> list[PassId]:
    return [face.pass_id for face in view._cards.faces]


def pages_of(pdf: bytes, dots_per_mm: float = DOTS_PER_MM) -> Iterator[Image.Image]:
    document, buffer = open_pdf(pdf)
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        scale = dots_per_mm * 25.4 / 72
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        picture = document.render(number, size)
        white = Image.new("RGBA", (picture.width(), picture.height()), "white")
        data = picture.convertToFormat(picture.Format.Format_RGBA8888)
        drawn = Image.frombytes(
            "RGBA", white.size, bytes(data.constBits()), "raw", "RGBA", data.bytesPerLine()
        )
        yield Image.alpha_composite(white, drawn).convert("L")
    document.close()
    buffer.close()


def codes(pdf: bytes) -> list[str]:
    """The digits of every code, page by page, from top to bottom and left to right."""
    found = []
    for picture in pages_of(pdf):
        read = zxingcpp.read_barcodes(picture, QR)
        place = {
            code.text: (round(code.position.top_left.y / 100), code.position.top_left.x) for code in read
        }
        found += sorted(place, key=lambda text: place[text])
    return found


def digits(register: Register, *ids: PassId) -> list[str]:
    with register.reading() as connection:
        known = [get_pass(connection, id) for id in ids]
        return [card_digits(connection, one) for one in known if one is not None]


def test_what_was_never_printed_is_offered_first_without_revoked_passes(view: CardsView) -> None:
    assert view.choices.current_source() is Source.UNPRINTED
    assert shown(view) == [GOOD, SOON, EXPIRED, LATER]


def test_ticked_passes_come_in_their_order_and_a_revoked_one_is_told(page: PassesPage, wait: Wait) -> None:
    page.print_cards([LATER, REVOKED, GOOD])
    wait()
    assert shown(page.cards) == [LATER, GOOD]
    assert page.cards.banner.isVisible()


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1-3", [1, 2, 3]),
        ("2,5", [2, 5]),
        ("１－２、５", [1, 2, 5]),
        ("3 1 3", [1, 3]),
        ("2 - 4", [2, 3, 4]),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, numbers: list[int]) -> None:
    assert cards.parse_numbers(written) == numbers


@pytest.mark.parametrize("written", ["", "a", "5-2", "0", "1-99999999", "1--2"])
def test_numbers_that_are_none_are_refused(written: str) -> None:
    with pytest.raises(Refusal) as refused:
        cards.parse_numbers(written)
    assert refused.value.params["field"] == "numbers"


def test_numbers_choose_cards_and_bad_ones_are_said_at_the_field(view: CardsView, wait: Wait) -> None:
    view.choices.numbers.set_text("1-2, 5")
    choose(view, Source.NUMBERS, wait)
    assert shown(view) == [GOOD, SOON, LATER]
    view.choices.numbers.set_text("five")
    choose(view, Source.NUMBERS, wait)
    assert view.choices.numbers.has_error() and shown(view) == []


@pytest.mark.parametrize(
    ("layout", "colour", "pages"),
    [("a4", "colour", 1), ("a4", "mono", 1), ("cr80", "colour", 4), ("a6", "mono", 4)],
)
def test_printed_cards_read_back_to_the_codes_of_the_register(
    view: CardsView,
    printers: ScriptedPrinters,
    register: Register,
    wait: Wait,
    layout: str,
    colour: str,
    pages: int,
    print_now: Print,
) -> None:
    view.choices.layout_choice.choose(layout)
    view.choices.colour.choose(colour)
    print_now(view)
    assert codes(printers.path.read_bytes()) == digits(register, GOOD, SOON, EXPIRED, LATER)
    assert len(list(pages_of(printers.path.read_bytes(), 1))) == pages
    with register.reading() as connection:
        assert never_printed(connection, 312, Book.MEDICAL) == []
        printed = last_print(connection, GOOD)
    assert printed is not None and printed.layout == layout


def test_a_code_is_printed_25_mm_wide(
    view: CardsView, printers: ScriptedPrinters, wait: Wait, print_now: Print
) -> None:
    """Measured on what came out of the printer."""
    view.choices.layout_choice.choose("cr80")
    print_now(view)
    picture = next(pages_of(printers.path.read_bytes(), 20))
    (code,) = zxingcpp.read_barcodes(picture, QR)
    width = code.position.top_right.x - code.position.top_left.x
    assert abs(width / 20 - 25) < 0.5


def test_a_partly_used_sheet_goes_on_at_the_chosen_place(
    view: CardsView, printers: ScriptedPrinters, wait: Wait, print_now: Print
) -> None:
    view.choices.place.set_place(9)
    assert view.pages() == 2
    print_now(view)
    sheets = list(pages_of(printers.path.read_bytes()))
    assert [len(zxingcpp.read_barcodes(sheet, QR)) for sheet in sheets] == [2, 2]
    assert view.choices.place.place() == 1, "the next job begins on a fresh sheet"


def test_the_place_is_chosen_by_mouse_and_arrows(qtbot: QtBot) -> None:
    chooser = PlaceChooser()
    qtbot.addWidget(chooser)
    chooser.resize(chooser.sizeHint())
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton, pos=chooser.cell(5).center().toPoint())
    assert chooser.place() == 6
    QTest.keyClick(chooser, Qt.Key.Key_Up)
    assert chooser.place() == 4
    for _ in range(9):
        QTest.keyClick(chooser, Qt.Key.Key_Right)
    assert chooser.place() == 10


def test_no_printer_is_said_and_the_file_is_offered(
    view: CardsView, printers: ScriptedPrinters, register: Register, wait: Wait, tmp_path: Path, qtbot: QtBot
) -> None:
    printers.told = ()
    view.print_now()
    qtbot.waitUntil(lambda: not view.job.running)
    assert view.trouble.accessibleName().startswith("No printer was found. Nothing is lost.")
    assert printers.orders == []
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4
    view.save_to(tmp_path / "cards.pdf")
    wait()
    assert codes((tmp_path / "cards.pdf").read_bytes()) == digits(register, GOOD, SOON, EXPIRED, LATER)
    with register.reading() as connection:
        assert never_printed(connection, 312, Book.MEDICAL) == []


def test_with_no_card_the_buttons_say_why_and_a_saved_file_leaves_the_focus_on_the_page(
    view: CardsView, wait: Wait, tmp_path: Path
) -> None:
    buttons = (view.stick_button, view.save_button, view.print_button)
    assert all(button.isEnabled() for button in buttons) and view.message._words == ""
    view.save_button.setFocus()
    during: list[object] = []
    view.job.began.connect(lambda _count: during.append(view.window().focusWidget()))
    view.save_to(tmp_path / "cards.pdf")
    wait()
    assert during == [view]
    # All of the book is printed now.
    assert shown(view) == [] and not any(button.isEnabled() for button in buttons)
    assert view.message._words == "No card to print. Choose others"
    focused = view.window().focusWidget()
    assert focused is not None and view.choices.isAncestorOf(focused)
    view.choices.numbers.set_text("1-2")
    choose(view, Source.NUMBERS, wait)
    assert all(button.isEnabled() for button in buttons) and view.message._words == ""
    view.save_button.setFocus()
    view.save_to(tmp_path / "again.pdf")
    wait()
    assert view.window().focusWidget() is view.save_button


def test_whoever_does_not_print_after_all_prints_and_remembers_nothing(
    view: CardsView, printers: ScriptedPrinters, register: Register, qtbot: QtBot
) -> None:
    view.print_now()
    asked(view.window(), qtbot).cancel_button.click()
    assert printers.orders == [] and not printers.path.exists() and not view.job.running
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4


def test_stopping_at_the_printer_marks_nothing(
    view: CardsView, printers: ScriptedPrinters, register: Register, print_now: Print
) -> None:
    view.job.sending.connect(lambda _done, _total: view.job.cancel())
    print_now(view)
    assert view.message._words.startswith("Stopped.")
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4


def test_some_pages_of_a_job_leave_the_others_as_not_printed(
    view: CardsView, printers: ScriptedPrinters, register: Register, wait: Wait, qtbot: QtBot
) -> None:
    view.choices.layout_choice.choose("cr80")
    view.print_now()
    wait()
    sheet = asked(view.window(), qtbot)
    sheet.pages.set_text("9")
    sheet.print_button.click()
    assert sheet.pages.has_error() and printers.orders == []
    sheet.pages.set_text("2-3")
    sheet.print_button.click()
    qtbot.waitUntil(lambda: not view.job.running)
    wait()
    assert codes(printers.path.read_bytes()) == digits(register, SOON, EXPIRED)
    with register.reading() as connection:
        assert never_printed(connection, 312, Book.MEDICAL) == [GOOD, LATER]


def test_a_printer_that_jams_leaves_the_cards_as_not_printed(
    view: CardsView, printers: ScriptedPrinters, register: Register, wait: Wait, print_now: Print
) -> None:
    printers.jams_after = 1
    view.choices.layout_choice.choose("a6")
    print_now(view)
    assert view.trouble.isVisible() and not view.job.running
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4


def test_a_full_disk_leaves_no_half_a_file_and_nothing_marked(
    view: CardsView, session: Session, register: Register, wait: Wait, tmp_path: Path
) -> None:
    with small_drive(tmp_path / "drive", kilobytes=16) as drive:
        view.save_to(drive / "cards.pdf")
        wait()
        assert list(drive.iterdir()) == []
    assert view.trouble.accessibleName().startswith("The disk is full.")
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4


def test_cancelling_stops_and_marks_nothing(
    view: CardsView, register: Register, wait: Wait, tmp_path: Path
) -> None:
    view.job.began.connect(lambda _count: view.job.cancel())
    view.save_to(tmp_path / "cards.pdf")
    wait()
    assert not (tmp_path / "cards.pdf").exists()
    assert view.message._words.startswith("Stopped.")
    with register.reading() as connection:
        assert len(never_printed(connection, 312, Book.MEDICAL)) == 4


def test_blank_cards_are_reserved_when_they_are_printed_and_carry_their_codes(
    view: CardsView, printers: ScriptedPrinters, register: Register, wait: Wait, print_now: Print
) -> None:
    view.choices.count.set_text("3")
    choose(view, Source.BLANKS, wait)
    with register.reading() as connection:
        assert open_blanks(connection, 312, Book.MEDICAL) == [], "a preview reserves nothing"
    print_now(view)
    with register.reading() as connection:
        blanks = open_blanks(connection, 312, Book.MEDICAL)
    assert [id.number for id, _ in blanks] == [6, 7, 8]
    tokens = [HomeToken(312, Book.MEDICAL, id.number, 1, code).digits() for id, code in blanks]
    assert codes(printers.path.read_bytes()) == tokens


def test_blanks_that_met_no_printer_keep_their_numbers_for_the_file(
    view: CardsView,
    printers: ScriptedPrinters,
    register: Register,
    wait: Wait,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    printers.told = ()
    view.choices.count.set_text("2")
    choose(view, Source.BLANKS, wait)
    view.print_now()
    wait()
    qtbot.waitUntil(lambda: not view.job.running)
    view.save_to(tmp_path / "blanks.pdf")
    wait()
    with register.reading() as connection:
        assert [id.number for id, _ in open_blanks(connection, 312, Book.MEDICAL)] == [6, 7]
    assert [read_token(code).number for code in codes((tmp_path / "blanks.pdf").read_bytes())] == [6, 7]  # type: ignore[union-attr]


def test_waiting_blanks_can_be_printed_once_more(
    view: CardsView, printers: ScriptedPrinters, register: Register, wait: Wait, print_now: Print
) -> None:
    view.choices.count.set_text("2")
    choose(view, Source.BLANKS, wait)
    print_now(view)
    first = codes(printers.path.read_bytes())
    view.choices.again.setChecked(True)
    choose(view, Source.BLANKS, wait)
    print_now(view)
    assert codes(printers.path.read_bytes()) == first
    with register.reading() as connection:
        assert len(open_blanks(connection, 312, Book.MEDICAL)) == 2


@pytest.mark.parametrize("count", ["", "0", "501", "many"])
def test_a_number_of_blanks_that_cannot_be_is_said_at_the_field(
    view: CardsView, wait: Wait, count: str
) -> None:
    view.choices.count.set_text(count)
    choose(view, Source.BLANKS, wait)
    assert view.choices.count.has_error()


def test_a_preview_never_carries_a_code_that_opens_the_gate(register: Register) -> None:
    with register.reading() as connection:
        one = get_pass(connection, GOOD)
    assert one is not None
    face = cards.preview_face(register, GOOD, 1, one.holder, None, "en")
    assert face.token != digits(register, GOOD)[0]
    token = read_token(face.token)
    assert isinstance(token, HomeToken) and token.code == "0" * 13


def test_characters_that_no_typeface_has_are_said_beforehand_by_name(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    """Thaana, a script of which letters change with their neighbours, prints with no typeface here."""
    from db.books.issuing import reissue_pass

    with register.reading() as connection:
        one = get_pass(connection, GOOD)
    assert one is not None
    from dataclasses import replace

    with register.writing() as ledger:
        reissue_pass(ledger, GOOD, "changed", replace(one.holder, name="މުޙައްމަދު"))
    page.print_cards([GOOD])
    wait()
    assert page.cards.banner.isVisible()
    assert "މުޙައްމަދު" in page.cards.banner.accessibleName()


def test_more_cards_than_one_job_takes_are_left_for_the_next(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = cards.faces(register, [GOOD, SOON, EXPIRED], "en", most=2)
    assert (len(found.faces), found.more) == (2, 1)


def test_a_volunteer_prints_nothing(register: Register, tmp_path: Path) -> None:
    found = cards.faces(register, [GOOD], "en")
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        cards.save(register, found.faces, Printing(Layout.A4), tmp_path / "cards.pdf")
    with pytest.raises(Denied):
        cards.reserve(register, Book.MEDICAL, 1, "en")
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_is_no_pdf_is_a_fault_of_the_machine() -> None:
    with pytest.raises(Fault) as fault:
        open_pdf(io.BytesIO(b"not a pdf").getvalue())
    assert fault.value.code is FaultCode.IO


def test_refusals_keep_their_code(register: Register) -> None:
    with pytest.raises(Refusal) as refused:
        cards.ids_of_numbers(register, Book.MEDICAL, "x")
    assert refused.value.code is RefusalCode.INVALID
