"""The table of threats in the help is true row by row: each test that it names is there, in both languages."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from desktop.views.help.page import POST_TOPICS, TOPICS, help_text

ROOT = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
STRIDE = 6
LANGUAGES = ("zh", "en")


def tables(language: str) -> list[list[list[str]]]:
    """The rows of each table, cells stripped, without its head."""
    found: list[list[list[str]]] = []
    for line in help_text("threats", language).splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if set("".join(cells)) == {"-"}:
            found.append([])
        elif found and "`tests/" in line:
            found[-1].append(cells)
    return found


@cache
def names_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_says_what_holds_what_shows_it_and_what_remains(language: str) -> None:
    found = tables(language)
    assert len(found) == STRIDE and all(found)
    for row in (row for table in found for row in table):
        assert len(row) == 4 and all(row), row
        assert NAMED.sub("", row[2]).strip() == "" and NAMED.findall(row[2]), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_test_that_is_named_is_there(language: str) -> None:
    named = NAMED.findall(help_text("threats", language))
    assert len(named) > 40
    assert [f"{path}::{name}" for path, name in named if name not in names_in(path)] == []


def test_both_languages_have_the_same_rows_and_name_the_same_tests() -> None:
    chinese, english = (
        [[NAMED.findall(row[2]) for row in table] for table in tables(one)] for one in LANGUAGES
    )
    assert chinese == english


def test_it_can_be_read_at_a_gate_and_at_a_command_post() -> None:
    assert "threats" in TOPICS and "threats" in POST_TOPICS
