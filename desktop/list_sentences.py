"""What is said of lists of people that cannot be taken: the sentences of their codes (`desktop.sentences` chooses)."""

from __future__ import annotations

from enum import StrEnum

from db.errors import RefusalCode
from desktop.marking import QT_TRANSLATE_NOOP

LISTS: dict[StrEnum, str] = {
    RefusalCode.LIST_NEEDS_PASSWORD: QT_TRANSLATE_NOOP(
        "Sentences",
        "This list is locked with a password. Nobody was issued. Open it, save it without the password, choose again.",
    ),
    RefusalCode.LIST_WITHOUT_HEADER: QT_TRANSLATE_NOOP(
        "Sentences",
        "No row with the titles name and ID number was found. Nobody was issued."
        " Say which column is which, or ask for another list.",
    ),
}

NOT_A_LIST: dict[str, str] = {
    "empty": QT_TRANSLATE_NOOP(
        "Sentences", "The file is empty. Nobody was issued. Ask the unit to send the list once more."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "The file is damaged or was cut off. Nobody was issued. Ask the unit to send it once more.",
    ),
    "not_a_workbook": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is no table, whatever its name says. Nobody was issued. Ask for an xlsx, xls, ods or csv file.",
    ),
    "not_text": QT_TRANSLATE_NOOP(
        "Sentences", "This csv holds no readable text. Nobody was issued. Ask for the list as an xlsx file."
    ),
}
"""By the reason."""

TOO_LARGE: dict[str, str] = {
    "rows": QT_TRANSLATE_NOOP(
        "Sentences", "The list has more than {limit} rows. Nobody was issued. Split it into several files."
    ),
    "cell_characters": QT_TRANSLATE_NOOP(
        "Sentences",
        "One cell holds more than {limit} characters. Nobody was issued. Ask the unit to mend the list.",
    ),
    "file": QT_TRANSLATE_NOOP(
        "Sentences",
        "The file is far larger than a list of people. Nobody was issued. Ask the unit for the list alone, without"
        " pictures.",
    ),
}
"""By what is too large."""
