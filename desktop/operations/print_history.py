"""What was printed: the jobs of a gate, and the cards of one of them as they lay on their sheets."""

from __future__ import annotations

from dataclasses import dataclass

from db.books.operators import list_operators
from db.books.pass_id import PassId
from db.books.prints import Print, PrintJob, cards_of_job, print_jobs, prints_of
from db.register import Register

MOST_JOBS = 500


@dataclass(frozen=True)
class PrintedJob:
    """A job, and the name of who printed it."""

    job: PrintJob
    operator: str


@dataclass(frozen=True)
class PrintedCard:
    """One printing of a card, and the name of who printed it."""

    one: Print
    operator: str


def printed_jobs(register: Register) -> list[PrintedJob]:
    """What was printed here, the newest first."""
    gate = register.gate.gate
    with register.reading() as connection:
        names = {one.operator: one.name for one in list_operators(connection, gate)}
        jobs = print_jobs(connection, gate, MOST_JOBS)
    return [PrintedJob(job, names.get(job.operator, job.operator)) for job in jobs]


def printed_cards(register: Register, job: PrintJob) -> list[Print]:
    """The cards of a job, by sheet and place."""
    with register.reading() as connection:
        return cards_of_job(connection, register.gate.gate, job.epoch, job.seq)


def printings_of(register: Register, id: PassId) -> list[PrintedCard]:
    """Every time that a card of this pass was printed, the newest first."""
    with register.reading() as connection:
        names = {one.operator: one.name for one in list_operators(connection, register.gate.gate)}
        found = prints_of(connection, id)
    return [PrintedCard(one, names.get(one.operator, one.operator)) for one in found]
