"""The numbers on paper while its lines are typed in: each follows the one before, the first one the day's book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from db.errors import GatebookError
from desktop.models.paper_lines import PaperModel, PaperRow
from desktop.operations.paper_sheets import next_paper_number
from desktop.session import Session
from desktop.views.entries.paper_input import PaperInput


class PaperNumbers(QObject):
    """Fills the input's number, and judges the one that is typed. `day` gives the day of the paper."""

    def __init__(
        self, session: Session, input: PaperInput, model: PaperModel, day: Callable[[], date]
    ) -> None:
        super().__init__(input)
        self._session, self._input, self._model, self._day = session, input, model, day

    def ask(self) -> None:
        """Where nothing is typed yet, the paper is taken to go on where the book of its day stands."""
        if self._model.rows():
            self._input.set_paper_number(self._model.next_number())
        else:
            self._session.do(next_paper_number, self._day().isoformat(), done=self._take, failed=self._none)

    def _take(self, number: int) -> None:
        if not self._model.rows():
            self._input.set_paper_number(number)

    def _none(self, _error: GatebookError) -> None:
        """Nobody is kept from typing: a number is written by hand then."""

    def typed(self, old: PaperRow | None) -> int | None:
        """The number of the line on paper; None where it cannot be, which is said. `old` is the row that it mends."""
        number = self._input.paper_number()
        if number is None:
            self._input.show_number_problem(self.tr("The number printed before the line, as 413"))
        elif any(one is not old and one.line.row == number for one in self._model.rows()):
            self._input.show_number_problem(self.tr("No. {number} is typed in already").format(number=number))
            return None
        return number
