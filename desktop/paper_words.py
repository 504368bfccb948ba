"""What is wrong with a line from paper, and what its columns are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.exchange.paper_lines import PaperField, PaperLine, PaperProblem
from desktop.marking import QT_TRANSLATE_NOOP

_PROBLEMS = {
    PaperProblem.TIME_MISSING: QT_TRANSLATE_NOOP("PaperLines", "Write the time"),
    PaperProblem.TIME_NOT_A_TIME: QT_TRANSLATE_NOOP("PaperLines", "This is no time. Write it as 0905"),
    PaperProblem.TIME_WITHOUT_DAY: QT_TRANSLATE_NOOP("PaperLines", "Which day? Choose the paper's day above"),
    PaperProblem.TIME_IN_FUTURE: QT_TRANSLATE_NOOP(
        "PaperLines", "This time is still to come. Look at the day"
    ),
    PaperProblem.DIRECTION_MISSING: QT_TRANSLATE_NOOP("PaperLines", "In or out?"),
    PaperProblem.DIRECTION_UNKNOWN: QT_TRANSLATE_NOOP("PaperLines", "Only in or out"),
    PaperProblem.PASS_NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "PaperLines", "This is no pass number. Write it as M12"
    ),
    PaperProblem.NOBODY: QT_TRANSLATE_NOOP("PaperLines", "Who? Write a pass number or a name"),
    PaperProblem.NAME_NOT_A_NAME: QT_TRANSLATE_NOOP("PaperLines", "This is no name"),
    PaperProblem.TEMP_NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "PaperLines", "This is no temperature. Write it as 365, or leave it empty"
    ),
    PaperProblem.CELL_TOO_LONG: QT_TRANSLATE_NOOP("PaperLines", "Far too long. Write less"),
}


def paper_problem(code: PaperProblem) -> str:
    """What to do about one problem."""
    return QCoreApplication.translate("PaperLines", _PROBLEMS[code])


def problems_of(line: PaperLine) -> str:
    """What is wrong with a line, in one sentence after another."""
    between = QCoreApplication.translate("PaperLines", ". ", "between two sentences")
    return between.join(paper_problem(problem.code) for problem in line.problems)


def paper_titles() -> dict[PaperField, str]:
    """What the columns are called; a table with these titles can be read again."""
    return {
        PaperField.DAY: QCoreApplication.translate("PaperLines", "day", "title of a column"),
        PaperField.TIME: QCoreApplication.translate("PaperLines", "time", "title of a column"),
        PaperField.DIRECTION: QCoreApplication.translate("PaperLines", "direction", "title of a column"),
        PaperField.PASS: QCoreApplication.translate("PaperLines", "pass", "title of a column"),
        PaperField.NAME: QCoreApplication.translate("PaperLines", "name", "title of a column"),
        PaperField.TEMPERATURE: QCoreApplication.translate("PaperLines", "temp", "title of a column"),
        PaperField.NOTE: QCoreApplication.translate("PaperLines", "note", "title of a column"),
    }
