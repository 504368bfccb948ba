"""Printing: the question how, a printer that is adjusted, and what was printed before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.books.issuing import adopt_numbers
from db.books.pass_id import Book, PassId
from db.books.prints import note_printed
from desktop.views.passes.adopt_sheet import AdoptSheet
from desktop.views.passes.page import PassesPage
from desktop.views.printing.adjust_sheet import AdjustSheet
from desktop.views.printing.choice_sheet import ChoiceSheet
from tests.desktop.devices.scripted_drives import ScriptedDrives, made_drive
from tests.desktop.devices.scripted_printers import ScriptedPrinters
from tests.pictures.passes import _quiet, _ready, _window
from tests.pictures.registry import Scene, picture


def _ask_printer(page: PassesPage, scene: Scene) -> ChoiceSheet:
    told = ("HP LaserJet 1020", "Zebra ZC100", scene.say("办公室彩色 2 楼", "Office colour, second floor"))
    page.cards.job.printers = ScriptedPrinters(scene.folder / "printed.pdf", told)
    page.print_cards([PassId(312, Book.MEDICAL, number) for number in range(1, 24)])
    _quiet(page)
    page.cards.choices.layout_choice.choose("cr80")
    page.cards.choices._layout_chosen()
    page.cards.print_now()
    _quiet(page)
    return next(one for one in page.window().findChildren(ChoiceSheet) if one.isVisible())


@picture("cards-printer", after=_ready)
def cards_printer(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        _ask_printer(page, scene)

    return _window(scene, prepare)


@picture("cards-adjust", after=_ready)
def cards_adjust(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        _ask_printer(page, scene).adjust_button.click()
        sheet = page.window().findChildren(AdjustSheet)[-1]
        sheet.fields[0].set_text("11.2")
        sheet.fields[1].set_text("65.4")
        sheet._show()

    return _window(scene, prepare)


@picture("cards-printed", after=_ready)
def cards_printed(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        jobs = (
            (1, 30, "a4", "HP LaserJet 1020"),
            (31, 4, "cr80", "Zebra ZC100"),
            (35, 6, "a6", ""),
            (41, 5, "a4", "HP LaserJet 1020"),
        )
        with page._session.register.writing() as ledger:
            for first, count, layout, printer in jobs:
                ids = [PassId(312, Book.MEDICAL, number) for number in range(first, first + count)]
                note_printed(ledger, [(id, 1) for id in ids], layout, printer, 4 if layout == "a4" else 0)
        page.show_printed()
        _quiet(page)
        page.printed.table.choose_row(0)
        _quiet(page)
        page.printed.places.press(5)

    return _window(scene, prepare)


@picture("cards-stick", after=_ready)
def cards_stick(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        drives = [made_drive("/media/a", "KINGSTON"), made_drive("/media/b", scene.say("指挥部", "POST"))]
        page.cards.drives = ScriptedDrives(drives)
        page.print_cards([PassId(312, Book.MEDICAL, number) for number in range(1, 24)])
        _quiet(page)
        page.cards.ask_which_drive()

    return _window(scene, prepare)


@picture("passes-on-paper", after=_ready)
def on_paper(scene: Scene) -> QWidget:
    def prepare(page: PassesPage, _scene: Scene) -> None:
        with page._session.register.writing() as ledger:
            adopt_numbers(ledger, Book.MEDICAL, 60)
        page.books.import_asked.emit()
        page.roster.paper_asked.emit()
        _quiet(page)
        sheet = page.window().findChildren(AdoptSheet)[-1]
        sheet.last.set_text("120")
        sheet._show()

    return _window(scene, prepare)
