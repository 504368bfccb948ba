"""Keeping the register well: a whole copy, and checking that nothing in it was changed."""

from __future__ import annotations

from pathlib import Path

from db.ledger.verify import Report, verify_register
from db.register import Register


def back_up(register: Register, target: Path) -> Path:
    """Writes a whole, encrypted copy of the register and its key file."""
    register.backup_to(target)
    return target


def verify_all(register: Register) -> Report:
    """Checks every line, every seal, and that the views are what the lines say."""
    with register.reading() as connection:
        return verify_register(connection)
