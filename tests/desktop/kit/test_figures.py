"""The figures of the help."""

from __future__ import annotations

import io
import re
from importlib.resources import files

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from desktop.kit.figures import FIGURES, figure, figure_of, painted_light
from desktop.kit.theme import DARK, LIGHT, Theme, apply_theme, theme
from desktop.operations.help_sheet import help_sheet
from desktop.views.help.page import help_text

LANGUAGES = ("zh", "en")


def named(language: str) -> list[str]:
    folder = files("resources") / "help" / language
    pages = [page for page in folder.iterdir() if page.name.endswith(".md")]
    return [
        name
        for page in sorted(pages, key=lambda page: page.name)
        for name in re.findall(r"\]\(figure:(\w+)\)", page.read_text("utf-8"))
    ]


def test_every_figure_that_the_help_names_can_be_drawn_in_both_languages(qapp: QApplication) -> None:
    assert sorted(named("zh")) == sorted(named("en")) == sorted(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_in_the_theme_and_light_on_paper(name: str, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(LIGHT))
    light = figure(name)
    apply_theme(qapp, Theme(DARK))
    try:
        assert figure(name) != light
        with painted_light():
            assert figure(name) == light
        assert theme().dark
    finally:
        apply_theme(qapp, Theme())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_prints_with_its_figures_and_the_keys_fit_one_page(
    language: str, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(DARK))
    try:
        volunteer = PdfReader(io.BytesIO(help_sheet(help_text("volunteer", language))))
        keys = PdfReader(io.BytesIO(help_sheet(help_text("keys", language), one_page=True)))
    finally:
        apply_theme(qapp, Theme())
    assert sum(len(page.images) for page in volunteer.pages) == 3
    assert "Enter" in "".join(page.extract_text() for page in volunteer.pages)
    assert len(keys.pages) == 1, "the page for the wall is one page"


def test_other_links_are_nobodys_figure(qapp: QApplication) -> None:
    assert figure_of(QUrl("figure:nothing")) is None
    assert figure_of(QUrl("https://example.org/steps")) is None
    drawn = figure_of(QUrl("figure:steps"), 2.0)
    assert drawn is not None and drawn.devicePixelRatio() == 2.0
