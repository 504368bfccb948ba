"""Every sentence that a person can meet is there in Chinese, whole, with the places its values go to."""

from __future__ import annotations

import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from resources import catalogues
from resources.build import TRANSLATIONS, compile_translations

AREAS = catalogues.sources()
CATALOGUES = sorted(TRANSLATIONS.glob("*.ts"))


def name_of(path: Path) -> str:
    return path.stem


def key(context: ElementTree.Element, message: ElementTree.Element) -> tuple[str, str, str, bool]:
    """What makes a string itself: context, source, comment, plural or not."""
    context_name, source, comment = (
        context.findtext("name"),
        message.findtext("source"),
        message.findtext("comment"),
    )
    return context_name or "", source or "", comment or "", message.get("numerus") == "yes"


def keys(path: Path) -> set[tuple[str, str, str, bool]]:
    return {
        key(context, message)
        for context in ElementTree.parse(path).getroot().findall("context")
        for message in context.findall("message")
    }


def translations(path: Path) -> Iterator[tuple[str, list[str], bool]]:
    """For each string its source, its translated forms, and whether they are finished."""
    for message in catalogues.messages(path):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        yield message.findtext("source") or "", forms, translation.get("type") is None


def places(text: str) -> list[str]:
    """What is filled in at run time: `{name}`, `%n`, `%1`."""
    fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted({*fields, *re.findall(r"%(?:n|L?\d+)", text)})


def has_access_key(text: str) -> bool:
    return re.search(r"&[^&\s]", text.replace("&&", "")) is not None


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?\w+", text))


@pytest.mark.parametrize("area", sorted(AREAS))
def test_the_catalogues_have_the_strings_of_the_source_and_no_others(area: str, tmp_path: Path) -> None:
    for path in TRANSLATIONS.glob(f"{area}_*.ts"):
        shutil.copy(path, tmp_path)
    updated = catalogues.update(area, AREAS[area], tmp_path)
    assert {path.name for path in updated} == {path.name for path in TRANSLATIONS.glob(f"{area}_*.ts")}
    for path in updated:
        assert keys(TRANSLATIONS / path.name) == keys(path), f"run: python -m resources.catalogues {area}"


def test_every_catalogue_belongs_to_an_area() -> None:
    languages = ("zh_CN", "en")
    known = {catalogues.catalogue(area, language) for area in AREAS for language in languages}
    assert set(CATALOGUES) - known == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_nothing_is_unfinished_or_empty(path: Path) -> None:
    open_strings = [
        source
        for source, forms, finished in translations(path)
        if not finished or not all(map(str.strip, forms))
    ]
    assert open_strings == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_a_translation_keeps_its_places_keys_and_tags(path: Path) -> None:
    """A plural form may leave out the count: "one pass"."""
    differing = []
    for source, forms, _ in translations(path):
        for form in forms:
            wanted, given = places(source), places(form)
            if len(forms) > 1:
                wanted, given = ([place for place in found if place != "%n"] for found in (wanted, given))
            same = (
                wanted == given
                and has_access_key(source) == has_access_key(form)
                and tags(source) == tags(form)
            )
            if not same:
                differing.append((source, form))
    assert differing == []


def test_the_compiled_catalogues_are_made_from_every_source(tmp_path: Path) -> None:
    for path in CATALOGUES:
        shutil.copy(path, tmp_path)
    compiled = compile_translations(tmp_path)
    assert [path.stem for path in compiled] == [path.stem for path in CATALOGUES]
    assert all(path.stat().st_size > 0 for path in compiled)
