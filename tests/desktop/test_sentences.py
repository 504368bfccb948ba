"""Every error and every problem has its words, in both languages, and they keep to the house's manner."""

from __future__ import annotations

from enum import StrEnum

import pytest

from db.books.checked import Problem
from db.books.person import Field
from db.errors import Denied, Fault, FaultCode, GatebookError, Refusal, RefusalCode
from desktop.problems import field_words, problem_words
from desktop.sentences import sentence

CODES: list[StrEnum] = [*FaultCode, *RefusalCode]


def error(code: StrEnum, **params: object) -> GatebookError:
    return Fault(code, **params) if isinstance(code, FaultCode) else Refusal(code, **params)


@pytest.mark.parametrize("code", CODES, ids=str)
def test_every_error_has_a_sentence_that_ends_and_names_no_code(code: StrEnum) -> None:
    said = sentence(error(code))
    assert said.endswith(".")
    assert "{" not in said and code.value not in said.split()
    assert "!" not in said


@pytest.mark.parametrize("code", CODES, ids=str)
def test_a_sentence_says_more_than_that_something_went_wrong(code: StrEnum) -> None:
    """What happened, what is safe, what to do: at least two sentences."""
    assert sentence(error(code)).count(". ") >= 1


@pytest.mark.parametrize("reason", ["empty", "damaged", "not_a_workbook", "not_text"])
def test_each_way_of_being_no_list_is_told_apart(reason: str) -> None:
    others = {sentence(error(RefusalCode.NOT_A_LIST, reason=other)) for other in ("empty", "damaged")}
    said = sentence(error(RefusalCode.NOT_A_LIST, reason=reason))
    assert "issued" in said
    assert reason in ("empty", "damaged") or said not in others


def test_the_values_of_an_error_stand_in_its_sentence() -> None:
    assert "M-0312-000123" in sentence(error(RefusalCode.ALREADY_REVOKED, number="M-0312-000123"))
    assert "60000" in sentence(error(RefusalCode.LIST_TOO_LARGE, what="rows", limit=60000))
    assert "list.xlsx" in sentence(error(FaultCode.UNREADABLE_FILE, path="/media/usb/list.xlsx"))


def test_a_value_with_braces_is_only_a_value() -> None:
    assert "{name}" in sentence(error(RefusalCode.UNKNOWN_OPERATOR, name="{name}"))


def test_who_may_do_it_is_said_by_role() -> None:
    lead = sentence(Denied(RefusalCode.NOT_ALLOWED, role="lead"))
    registrar = sentence(Denied(RefusalCode.NOT_ALLOWED, role="registrar"))
    assert "registrar" in registrar and "registrar" not in lead


@pytest.mark.parametrize("field", ["photo", "valid_until", "card", "numbers", "something_new"])
def test_a_bad_value_is_named_or_told_what_to_do(field: str) -> None:
    assert "Nothing was" in sentence(error(RefusalCode.INVALID, field=field))


@pytest.mark.parametrize("problem", Problem, ids=str)
def test_every_problem_of_a_value_has_words_for_under_its_field(problem: Problem) -> None:
    said = problem_words(problem)
    assert said and not said.endswith(".") and len(said) <= 70


@pytest.mark.parametrize("field", Field, ids=str)
def test_every_column_has_a_name(field: Field) -> None:
    assert field_words(field)
