"""A day as it leaves the register on paper and in tables: the rows of its log, and what its report says."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from db.books.day_record import DayRecord, read_day
from db.books.days import ENTRY_BOOKS
from db.books.entries import Entry
from db.books.masking import mask_name
from db.books.pass_id import Book
from db.register import Register
from db.times import from_stamp
from desktop.paper.day_log import DayLogRow
from desktop.paper.day_report import BookTotal, DayReport, Fever, day_report_pdf
from desktop.paper.line_notes import line_note
from desktop.paper.words import words


def log_rows(
    entries: Iterable[Entry], operators: dict[str, str], masked: bool, language: str
) -> list[DayLogRow]:
    """The rows of a day's log, names masked unless they are to be shown."""
    own = words(language)
    return [
        DayLogRow(
            no=entry.no,
            time=from_stamp(entry.time),
            direction=entry.direction.value,
            book=entry.book,
            pass_text=entry.pass_id.human() if entry.pass_id else "",
            name=mask_name(entry.name) if masked else entry.name,
            unit=entry.unit,
            temp_tenths=entry.temp_tenths,
            verdict=entry.verdict,
            operator=operators.get(entry.operator, entry.operator),
            voided=entry.voided_at is not None,
            note=line_note(own, entry),
        )
        for entry in entries
    ]


def report_of(register: Register, record: DayRecord, masked: bool, language: str) -> DayReport:
    """What the day's report says; `record` was read with its lines."""
    gate, summary, seal = register.gate, record.summary, record.seal
    inside = summary.counters.inside
    totals = {
        book: BookTotal(
            summary.counters.books[book].ins,
            summary.counters.books[book].outs,
            inside[Book(book)] if book in set(Book) else None,
        )
        for book in ENTRY_BOOKS
    }
    return DayReport(
        gate=gate.gate,
        gate_name=gate.name,
        compound=gate.compound,
        day=date.fromisoformat(record.day),
        totals=totals,
        quarters=[(tally.ins, tally.outs) for tally in summary.quarters],
        temperatures=record.first_readings,
        fever_from=record.fever_tenths,
        fevers=[
            Fever(one.book, mask_name(one.name) if masked else one.name, one.readings, one.outcome)
            for one in record.fevers
        ],
        refusals=record.refused_cards,
        turned_away=record.turned_away,
        incidents=len(summary.incidents),
        voided=summary.voided,
        lines=log_rows(record.lines, record.operators, masked, language),
        seal=seal.digits() if seal else None,
        sealed_by=record.name_of(seal.operator) if seal else "",
        sealed_at=from_stamp(seal.at) if seal else None,
        sealed_lines=seal.entries if seal else 0,
        language=language,
        practice=gate.practice,
    )


def print_day(register: Register, day: str, language: str) -> bytes:
    """The day's report as PDF, for preview and print. Names are masked. Raises `Fault` (`MISSING_FONT`)."""
    with register.reading() as connection:
        record = read_day(connection, register.gate.gate, day, _today(register), with_lines=True)
    out = io.BytesIO()
    day_report_pdf(report_of(register, record, True, language), out)
    return out.getvalue()


def _today(register: Register) -> str:
    return register.clock.today().isoformat()
