"""What an error says to a person: what happened, what is safe, what to do. One sentence group for each code.

The register gives codes and parameters; here they become words in the person's language. Never an accusation,
never a code, no exclamation mark."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.errors import FaultCode, GatebookError, RefusalCode
from desktop.field_sentences import FIELDS
from desktop.list_sentences import LISTS, NOT_A_LIST, TOO_LARGE
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.post_sentences import MERGING, SERVER
from desktop.trust_sentences import KEY_FILE, TRUST

_FAULTS: dict[StrEnum, str] = {
    FaultCode.DISK_FULL: QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk is full. What was saved before is safe. Free some space or choose another drive, then try again.",
    ),
    FaultCode.DRIVE_GONE: QT_TRANSLATE_NOOP(
        "Sentences", "The drive is gone. Nothing is lost. Plug it back in and do it again."
    ),
    FaultCode.READ_ONLY: QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing can be written to {path}. Nothing is lost. Choose another place, or take off the write protection.",
    ),
    FaultCode.UNREADABLE_FILE: QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be read. Nothing was changed. Close it in other programs, or ask for it once more.",
    ),
    FaultCode.NOT_FOUND: QT_TRANSLATE_NOOP(
        "Sentences", "{path} is not there. Nothing was changed. See that the drive is in, and choose again."
    ),
    FaultCode.READ_BACK_DIFFERS: QT_TRANSLATE_NOOP(
        "Sentences",
        "What is on the drive differs from what was written. The register is safe. Use another drive and write again.",
    ),
    FaultCode.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences",
        "A file is larger than this drive can take. The register is safe. Export fewer days, or use another drive.",
    ),
    FaultCode.IO: QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk did not answer as it should. What was saved before is safe. Try again, then tell the lead.",
    ),
    FaultCode.MISSING_FONT: QT_TRANSLATE_NOOP(
        "Sentences",
        "The program's Chinese typeface is missing. Recording goes on. Install the program again to print.",
    ),
    FaultCode.NO_PRINTER: QT_TRANSLATE_NOOP(
        "Sentences",
        "No printer was found. Nothing is lost. Save the PDF to a USB drive and print it where there is one.",
    ),
    FaultCode.PRINTERS_SILENT: QT_TRANSLATE_NOOP(
        "Sentences",
        "The system does not say which printers there are. Nothing is lost. Save a PDF instead, or try again later.",
    ),
    FaultCode.PRINTER_STOPPED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer stopped. Nothing is marked as printed. See to its paper and cable, then print again.",
    ),
}

_REGISTER: dict[StrEnum, str] = {
    RefusalCode.NOT_A_REGISTER: QT_TRANSLATE_NOOP(
        "Sentences",
        "This file is not a register, or is damaged. Nothing was changed. Choose another, or a backup.",
    ),
    RefusalCode.NEWER_REGISTER: QT_TRANSLATE_NOOP(
        "Sentences",
        "This register was made by a newer version. Nothing was changed. Install the newer version to open it.",
    ),
    RefusalCode.REGISTER_EXISTS: QT_TRANSLATE_NOOP(
        "Sentences", "There is a register already. It was not touched. Open it, or choose another place."
    ),
    RefusalCode.NO_REGISTER: QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no register here yet. Nothing was changed. Set up the gate first, or choose a file.",
    ),
    RefusalCode.IN_USE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The register is open in another window. Nothing was changed. Go on in that window, or close it first.",
    ),
    RefusalCode.KEY_FILE_MISSING: QT_TRANSLATE_NOOP(
        "Sentences",
        "The key file that belongs beside the register is missing. The register is safe. Put it back, or use a backup.",
    ),
    RefusalCode.KEY_FILE_DAMAGED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The key file does not fit this register or is damaged. The register is safe. Take both files from a backup.",
    ),
    RefusalCode.REGISTER_NOT_EMPTY: QT_TRANSLATE_NOOP(
        "Sentences",
        "This register is in use already. Nothing was changed. A sample goes only into an empty one: set up another.",
    ),
}

_WHO_MAY: dict[StrEnum, str] = {
    RefusalCode.WRONG_PASSPHRASE: QT_TRANSLATE_NOOP(
        "Sentences", "The passphrase is not right. Nothing was opened. Look at Caps Lock, and type it again."
    ),
    RefusalCode.UNKNOWN_OPERATOR: QT_TRANSLATE_NOOP(
        "Sentences", "Nobody here is called {name}. Nothing was opened. Choose a name from the list."
    ),
    RefusalCode.OPERATOR_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences", "More than one person works here. Nothing was opened. Say whose passphrase it is."
    ),
    RefusalCode.TOO_MANY_OPERATORS: QT_TRANSLATE_NOOP(
        "Sentences",
        "There are {most} operators, and no more fit. Nobody was added. Disable one who has left.",
    ),
    RefusalCode.LAST_LEAD: QT_TRANSLATE_NOOP(
        "Sentences", "This is the only lead. Nothing was changed. Make somebody else a lead first."
    ),
    RefusalCode.OPERATOR_DISABLED: QT_TRANSLATE_NOOP(
        "Sentences", "{name} no longer works here. Nothing was opened. Ask the lead."
    ),
    RefusalCode.PASSPHRASE_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences", "The register is locked. Nothing was changed. Give the operator's passphrase."
    ),
    RefusalCode.PASSPHRASE_TOO_SHORT: QT_TRANSLATE_NOOP(
        "Sentences", "The passphrase is too short. Nothing was changed. Use at least {least} characters."
    ),
    RefusalCode.RECOVERY_KEY_WRONG: QT_TRANSLATE_NOOP(
        "Sentences",
        "The recovery key is not right. Nothing was opened. Compare it with the paper, group by group.",
    ),
}

_VALUES: dict[StrEnum, str] = {
    RefusalCode.WEAK_KEY: QT_TRANSLATE_NOOP(
        "Sentences",
        "This key protects nothing and is not taken. Nothing was changed. Ask for the file once more.",
    ),
    RefusalCode.BAD_SIGNATURE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The signature does not fit: the file was changed. Nothing was taken in. Ask for it once more.",
    ),
    RefusalCode.BAD_LINE: QT_TRANSLATE_NOOP(
        "Sentences",
        "A line of the ledger is not as it was written. Nothing was taken in. Ask for the file once more.",
    ),
    RefusalCode.BROKEN_CHAIN: QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger's lines do not follow on each other at line {seq}. Nothing was taken in. Tell the command post.",
    ),
}

_PASSES: dict[StrEnum, str] = {
    RefusalCode.NO_SUCH_PASS: QT_TRANSLATE_NOOP(
        "Sentences",
        "This gate has no pass {number}. Nothing was changed. Look at the number on the card again.",
    ),
    RefusalCode.ALREADY_REVOKED: QT_TRANSLATE_NOOP(
        "Sentences",
        "{number} is revoked already. Nothing more is needed. To let the person in again, reissue it.",
    ),
    RefusalCode.ISSUES_USED_UP: QT_TRANSLATE_NOOP(
        "Sentences", "{number} was reissued as often as can be. Nothing was changed. Make a new pass instead."
    ),
    RefusalCode.DUPLICATE_PERSON: QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has pass {number} in this book already. Nothing was issued. Open it to reissue or renew.",
    ),
    RefusalCode.CHARACTERS_NOT_PRINTABLE: QT_TRANSLATE_NOOP(
        "Sentences",
        "No typeface here has {characters} ({names}). Nothing is printed yet."
        " Print with empty boxes and write them in by hand.",
    ),
}

_ENTRIES: dict[StrEnum, str] = {
    RefusalCode.SCAN_REFUSED: QT_TRANSLATE_NOOP(
        "Sentences",
        "This card lets nobody in. No line was written. Look at the verdict, and call the lead if in doubt.",
    ),
    RefusalCode.NO_SUCH_ENTRY: QT_TRANSLATE_NOOP(
        "Sentences", "This line is not there. Nothing was changed. Open the day again and choose it there."
    ),
    RefusalCode.ALREADY_VOIDED: QT_TRANSLATE_NOOP(
        "Sentences", "Line {no} is void already. Nothing more is needed."
    ),
    RefusalCode.DIRECTION_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences", "Which way is not known. No line was written. Choose in or out."
    ),
    RefusalCode.TEMPERATURE_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences", "The temperature is missing. No line was written. Take it, for example 365, then Enter."
    ),
    RefusalCode.TEMPERATURE_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Sentences", "A temperature is from 30.0 to 43.0. No line was written. Read it again: 365 is 36.5."
    ),
    RefusalCode.REASON_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences", "The reason is missing. Nothing was changed. Choose or write one."
    ),
}

_FILES: dict[StrEnum, str] = {
    RefusalCode.BUNDLE_DAMAGED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The bundle is damaged or incomplete. Nothing was taken in. Ask the gate to export it once more.",
    ),
    RefusalCode.BUNDLE_NEWER: QT_TRANSLATE_NOOP(
        "Sentences",
        "The bundle was made by a newer version. Nothing was taken in. Install the newer version first.",
    ),
    RefusalCode.BUNDLE_FORBIDDEN_MEMBER: QT_TRANSLATE_NOOP(
        "Sentences",
        "The bundle holds a file that does not belong in it. Nothing was taken in. Ask where it comes from.",
    ),
    RefusalCode.BUNDLE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The bundle is larger than one can be. Nothing was taken in. Ask the gate to export fewer days.",
    ),
    RefusalCode.BUNDLE_NOT_FOR_US: QT_TRANSLATE_NOOP(
        "Sentences",
        "This file is sealed for somebody else. Nothing was taken in. Ask for one made for this place.",
    ),
    RefusalCode.DOCUMENT_DAMAGED: QT_TRANSLATE_NOOP(
        "Sentences", "The document is damaged. Nothing was taken in. Ask for it once more."
    ),
    RefusalCode.DOCUMENT_NEWER: QT_TRANSLATE_NOOP(
        "Sentences",
        "The document was made by a newer version. Nothing was taken in. Install the newer version first.",
    ),
    RefusalCode.DOCUMENT_OTHER: QT_TRANSLATE_NOOP(
        "Sentences",
        "This is another kind of document. Nothing was taken in. Choose the file that was asked for.",
    ),
    RefusalCode.NOTHING_TO_EXPORT: QT_TRANSLATE_NOOP(
        "Sentences", "There is nothing new to export. Everything is on the drive already."
    ),
    RefusalCode.FILE_EXISTS: QT_TRANSLATE_NOOP(
        "Sentences", "{file} is there already and was not replaced. Choose another name or another folder."
    ),
    RefusalCode.CANCELLED: QT_TRANSLATE_NOOP(
        "Sentences", "Stopped. What was finished before stays; the rest was not done."
    ),
}

_SENTENCES: dict[StrEnum, str] = {
    **_FAULTS, **_REGISTER, **_WHO_MAY, **_VALUES, **_PASSES, **_ENTRIES, **LISTS, **_FILES,
    **SERVER, **MERGING, **TRUST,
}  # fmt: skip


def sentence(error: GatebookError) -> str:
    """The sentence of an error in the language that is installed. A code without a sentence of its own never
    happens (a test holds every code to it)."""
    return _fill(_source(error), error.params)


def _source(error: GatebookError) -> str:
    code, params = error.code, error.params
    if code is RefusalCode.NOT_A_LIST:
        return NOT_A_LIST.get(str(params.get("reason")), NOT_A_LIST["damaged"])
    if code is RefusalCode.LIST_TOO_LARGE:
        return TOO_LARGE.get(str(params.get("what")), TOO_LARGE["file"])
    if code is RefusalCode.NOT_ALLOWED:
        return _only_lead() if params.get("role") == "lead" else _only_registrar()
    if code is RefusalCode.INVALID:
        if params.get("why") == "taken":
            return _name_taken()
        return FIELDS.get(str(params.get("field")), _invalid())
    if code is RefusalCode.KEY_FILE_DAMAGED:
        return KEY_FILE.get(str(params.get("why")), _SENTENCES[code])
    if code is FaultCode.READ_ONLY and not params.get("path"):
        return _read_only_here()
    if code is FaultCode.NOT_FOUND and not params.get("path"):
        return _not_found_here()
    return _SENTENCES[code]


def _only_lead() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences", "Only the lead may do this. Nothing was changed. Ask the lead, or change operator."
    )


def _only_registrar() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences",
        "Only a registrar or the lead may do this. Nothing was changed. Ask one, or change operator.",
    )


def _name_taken() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences",
        "Somebody here has this name already. Nothing was changed. Add something to tell them apart.",
    )


def _invalid() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences", "A value cannot be used: {field}. Nothing was changed. Put it right and try again."
    )


def _read_only_here() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing can be written here. Nothing is lost. Choose another place, or take off the write protection.",
    )


def _not_found_here() -> str:
    return QT_TRANSLATE_NOOP(
        "Sentences", "The register's file is not there. See that the drive is in, and open it again."
    )


class _Params(dict[str, Any]):
    """A place for which there is no value stays empty: a sentence is never lost for want of a detail."""

    def __missing__(self, key: str) -> str:
        return ""


def _fill(source: str, params: Mapping[str, Any]) -> str:
    values = _Params({name: _plain(value) for name, value in params.items()})
    if values.get("path") and not values.get("file"):
        values["file"] = PurePath(str(values["path"])).name
    return QCoreApplication.translate("Sentences", source).format_map(values)


def _plain(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
