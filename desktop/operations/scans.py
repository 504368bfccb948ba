"""What scanners send, where one card is not simply one line of digits; and the sheet to try them with."""

from __future__ import annotations

import io

from db.books.tangled import Untangled, untangle
from db.errors import Refusal
from db.ledger.seal import read_paper_seal
from db.register import Register
from desktop.devices.readings import CODES, CardCode

__all__ = ["Untangled", "is_printed_seal", "scanner_card", "take_apart"]


def take_apart(register: Register, digits: str) -> Untangled | None:
    """Two cards that two scanners sent at once, or one among whose digits a hand typed; None for neither."""
    with register.reading() as connection:
        return untangle(connection, register.gate.gate, digits)


def scanner_card(language: str, a4: bool = True) -> bytes:
    """The sheet with the codes that a scanner is tried with, as PDF bytes: A4, or A6."""
    # Loaded when a sheet is wanted: the gate's window waits for nothing that only paper needs.
    from desktop.paper.scanner_card import CardCodes, scanner_card_pdf

    out = io.BytesIO()
    codes = CardCodes(CODES[CardCode.HOME], CODES[CardCode.DISTRICT], CODES[CardCode.LINE])
    scanner_card_pdf(codes, a4, out, language)
    return out.getvalue()


def is_printed_seal(digits: str) -> bool:
    """Whether digits are those of the code on a printed day report."""
    try:
        read_paper_seal(digits)
    except Refusal:
        return False
    return True
