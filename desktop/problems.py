"""What is wrong with one value, in words that say what to do: under a field of a form, in a cell of a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.books.checked import Problem
from db.books.person import Field
from db.exchange.rosters.roster import RosterRow
from desktop.marking import QT_TRANSLATE_NOOP

_PROBLEMS: dict[Problem, str] = {
    Problem.NAME_MISSING: QT_TRANSLATE_NOOP("Problems", "Write the name"),
    Problem.NAME_NOT_A_NAME: QT_TRANSLATE_NOOP("Problems", "This is no name. Write it as on the ID card"),
    Problem.NAME_HAS_DIGIT: QT_TRANSLATE_NOOP(
        "Problems", "The name holds a digit. Compare it with the ID card"
    ),
    Problem.ID_MISSING: QT_TRANSLATE_NOOP("Problems", "Write the number of the document"),
    Problem.ID_PRECISION_LOST: QT_TRANSLATE_NOOP(
        "Problems", "The spreadsheet lost the last digits. Copy the number from the ID card"
    ),
    Problem.ID_LENGTH: QT_TRANSLATE_NOOP("Problems", "Not the right length. An ID card has 18 characters"),
    Problem.ID_BAD_CHAR: QT_TRANSLATE_NOOP("Problems", "Something in it is no digit. Only the last may be X"),
    Problem.ID_CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "Problems", "The last digit is off. Compare with the card from the start"
    ),
    Problem.ID_BIRTH_DATE: QT_TRANSLATE_NOOP(
        "Problems", "There is no such birth date. Compare digits 7 to 14"
    ),
    Problem.MOBILE_MISSING: QT_TRANSLATE_NOOP("Problems", "Write a mobile number"),
    Problem.MOBILE_PREFIX: QT_TRANSLATE_NOOP(
        "Problems", "No mobile begins like this. Ask for the number again"
    ),
    Problem.MOBILE_LENGTH: QT_TRANSLATE_NOOP("Problems", "A mobile number has 11 digits. Ask for it again"),
    Problem.MOBILE_LANDLINE: QT_TRANSLATE_NOOP("Problems", "This is a landline. Ask for a mobile number"),
    Problem.MOBILE_TWO_NUMBERS: QT_TRANSLATE_NOOP("Problems", "Two numbers. The first one is taken"),
    Problem.SEX_CONFLICT: QT_TRANSLATE_NOOP(
        "Problems", "The ID number says otherwise. Compare with the ID card"
    ),
    Problem.ADDRESS_MISSING: QT_TRANSLATE_NOOP("Problems", "No home given. It can be added later"),
    Problem.DATE_MISSING: QT_TRANSLATE_NOOP("Problems", "No last day given. The usual one is taken"),
    Problem.DATE_SERIAL: QT_TRANSLATE_NOOP("Problems", "A spreadsheet's day number, read as this date"),
    Problem.DATE_IMPOSSIBLE: QT_TRANSLATE_NOOP("Problems", "There is no such day. Look at month and day"),
    Problem.DATE_NOT_A_DATE: QT_TRANSLATE_NOOP("Problems", "This is no date. Write it as 2020-03-15"),
    Problem.DATE_PAST: QT_TRANSLATE_NOOP("Problems", "This day is past. Look at the year"),
    Problem.DATE_FAR: QT_TRANSLATE_NOOP("Problems", "More than a year ahead. Look at the year"),
    Problem.DATE_ORDER: QT_TRANSLATE_NOOP("Problems", "The last day lies before the first"),
    Problem.CATEGORY_UNKNOWN: QT_TRANSLATE_NOOP("Problems", "Which book? Official, medical or support"),
    Problem.PLATE_BAD: QT_TRANSLATE_NOOP("Problems", "This is no plate number. It is left out"),
    Problem.CELL_TOO_LONG: QT_TRANSLATE_NOOP("Problems", "Far too long. Write only what belongs here"),
}

_FIELDS: dict[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("Problems", "Name"),
    Field.SEX: QT_TRANSLATE_NOOP("Problems", "Sex"),
    Field.ID_TYPE: QT_TRANSLATE_NOOP("Problems", "Kind of document"),
    Field.ID_NO: QT_TRANSLATE_NOOP("Problems", "ID number"),
    Field.PHONE: QT_TRANSLATE_NOOP("Problems", "Mobile"),
    Field.UNIT: QT_TRANSLATE_NOOP("Problems", "Unit"),
    Field.DEPARTMENT: QT_TRANSLATE_NOOP("Problems", "Department"),
    Field.POST: QT_TRANSLATE_NOOP("Problems", "Post"),
    Field.HOME: QT_TRANSLATE_NOOP("Problems", "Home"),
    Field.COMPOUND: QT_TRANSLATE_NOOP("Problems", "Compound"),
    Field.BUILDING: QT_TRANSLATE_NOOP("Problems", "Building"),
    Field.STAIR: QT_TRANSLATE_NOOP("Problems", "Stairway"),
    Field.ROOM: QT_TRANSLATE_NOOP("Problems", "Room"),
    Field.VALID_FROM: QT_TRANSLATE_NOOP("Problems", "Good from"),
    Field.VALID_UNTIL: QT_TRANSLATE_NOOP("Problems", "Good until"),
    Field.PLATE: QT_TRANSLATE_NOOP("Problems", "Plate"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("Problems", "Book"),
    Field.REMARK: QT_TRANSLATE_NOOP("Problems", "Remark"),
    Field.SEQ: QT_TRANSLATE_NOOP("Problems", "No."),
}


def problem_words(code: Problem) -> str:
    """What to do about a problem, without a full stop: it stands under a field or in a cell's tool tip."""
    return QCoreApplication.translate("Problems", _PROBLEMS[code])


def field_words(field: Field) -> str:
    """What a field of a person is called, as over a column."""
    return QCoreApplication.translate("Problems", _FIELDS[field])


def row_words(row: RosterRow) -> str:
    """What is wrong with a row of a list, as one text: each field with its problem."""
    one = QCoreApplication.translate("Problems", "{field}: {problem}")
    told = [
        one.format(field=field_words(problem.field), problem=problem_words(problem.code))
        for problem in row.errors
    ]
    return QCoreApplication.translate("Problems", "; ").join(told)
