"""The commands for lists handed in and for cards."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from db.books.pass_id import Book, Scope
from db.exchange.rosters.roster import Roster, RosterRow
from desktop.cli.arguments import Given, tr
from desktop.cli.run import Answer, WrongUsage, day_of, opened
from desktop.language import current_language
from desktop.operations import cards as card_operations
from desktop.operations import passes as pass_operations
from desktop.operations import rosters
from desktop.operations.cards import Printing
from desktop.paper.card_face import Layout
from desktop.problems import row_words


def issue(given: Given) -> Answer:
    """Reads a list, issues what is valid, reports every row that is not."""
    until = date.fromisoformat(day_of(given.valid_until)) if given.valid_until else None
    book = Book(given.book) if given.book else None
    with opened(given) as register:
        roster = rosters.read_list(register, given.file, rosters.Said(book, until))
        done = rosters.issue_list(register, roster, scope=Scope.from_word(given.scope)).value
        if done.stopped is not None:
            raise done.stopped
    refused = [
        {"row": row, "field": str(error.params.get("field", "")), "problem": error.code.value}
        for row, error in done.refused
    ]
    late: list[dict[str, Any]] = [
        {"row": row, "of_row": None, "kind": "near", "differs": []} for row in done.repeats
    ]
    data = {
        "rows": len(roster.rows),
        "issued": len(done.numbers),
        "rejected": _problems(roster.rejected, errors=True) + refused,
        "warnings": _problems([row for row in roster.rows if row.ok], errors=False),
        "duplicates": [_repeat(row) for row in roster.repeated] + late,
        "passes": [{"row": row, "pass": id.human()} for row, id in done.numbers],
    }
    if given.report:
        rosters.hand_back(given.report, roster, roster.rejected, row_words, tr("What is wrong"))
        data["report"] = str(given.report.absolute())
    return Answer(data, _issue_words(roster, len(done.numbers)))


def _problems(rows: Any, errors: bool) -> list[dict[str, Any]]:
    return [
        {"row": row.row, "field": problem.field.value, "problem": problem.code.value}
        for row in rows
        for problem in (row.errors if errors else row.warnings)
    ]


def _repeat(row: RosterRow) -> dict[str, Any]:
    assert row.repeat is not None
    differs = [field.value for field in row.repeat.differs]
    return {"row": row.row, "of_row": row.repeat.of_row, "kind": row.repeat.kind.value, "differs": differs}


def _issue_words(roster: Roster, issued: int) -> str:
    words = [tr("%n pass(es) issued.", issued)]
    words += [
        tr("Row {row}: {problems}").format(row=row.row, problems=row_words(row)) for row in roster.rejected
    ]
    if roster.repeated:
        rows = ", ".join(str(row.row) for row in roster.repeated)
        words.append(tr("In the book already, and not issued again: row {rows}.").format(rows=rows))
    return "\n".join(words)


def cards(given: Given) -> Answer:
    """Card sheets as PDF; with `--blank` the next numbers are reserved and printed without a name."""
    layout = Layout(given.layout)
    printing = Printing(layout, not given.black_and_white, given.first_place, True, given.line_code)
    book, language, out = Book(given.book), current_language(), Path(given.out)
    if given.blank is not None:
        with opened(given) as register:
            faces = card_operations.reserve(register, book, given.blank, language).value
            card_operations.save_pdf(card_operations.pdf(faces, printing), out)
        missing: list[Any] = []
        left_out: tuple[Any, ...] = ()
    else:
        with opened(given, read_only=True) as register:
            if given.numbers:
                ids = card_operations.ids_of_numbers(register, book, given.numbers)
            else:
                ids = list(pass_operations.find(register, pass_operations.Query(book=book)).ids)
            found = card_operations.faces(register, ids, language, most=None)
            faces, left_out = list(found.faces), found.left_out
            if not faces:
                raise WrongUsage(
                    tr("There is no pass to print. Nothing was written. Look at the book and numbers.")
                )
            missing = card_operations.not_printable(faces)
            card_operations.save(register, faces, printing, out)
    data = {
        "path": str(out.absolute()),
        "cards": len(faces),
        "passes": [face.pass_id.human() for face in faces],
        "left_out": [id.human() for id in left_out],
        "unprintable": [{"pass": one.face.pass_id.human(), "characters": one.characters} for one in missing],
    }
    words = [tr("%n card(s) written to {path}.", len(faces)).format(path=out)]
    for one in missing:
        said = tr("{number}: no typeface here has {characters}. The place is left free; write it by hand.")
        words.append(said.format(number=one.face.pass_id.human(), characters=one.characters))
    return Answer(data, "\n".join(words))
