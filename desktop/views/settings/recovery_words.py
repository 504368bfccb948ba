"""What is said about printing a recovery key: it is nowhere but on the screen until somebody has it on paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.errors import FaultCode, GatebookError
from desktop.sentences import sentence


def key_sentence(error: GatebookError) -> str:
    """Why the sheet with the key was not printed, and what to do while the key is still shown."""
    if error.code is not FaultCode.NO_PRINTER:
        return sentence(error)
    return QCoreApplication.translate(
        "RecoveryWords",
        "No printer was found. The key stays on the screen. Copy it by hand, or save the PDF and print it elsewhere.",
    )
