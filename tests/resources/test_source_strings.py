"""Strings are found however the call is written, and what cannot be found is refused aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources.build import BuildFailed
from resources.catalogues import messages, update
from resources.source_strings import SourceString, UnreadableString, strings_of


def found(tmp_path: Path, source: str) -> list[SourceString]:
    path = tmp_path / "page.py"
    path.write_text(source, "utf-8")
    return strings_of(path)


def test_a_method_takes_its_class_for_context(tmp_path: Path) -> None:
    source = "class Page:\n  def name(self):\n    return self.tr('Gate {number}').format(number=1)\n"
    assert found(tmp_path, source) == [SourceString("Page", "Gate {number}", "", False)]


@pytest.mark.parametrize(
    "call",
    [
        "QCoreApplication.translate('Day', '%n lines', None, len(lines))",
        "QCoreApplication.translate('Day', '%n lines', '', count)",
        "QCoreApplication.translate('Day', '%n lines', n=count)",
        "translate('Day', '%n ' 'lines', n=count)",
        "QT_TRANSLATE_N_NOOP('Day', '%n lines')",
    ],
)
def test_a_count_makes_a_plural_wherever_it_stands(tmp_path: Path, call: str) -> None:
    assert found(tmp_path, call) == [SourceString("Day", "%n lines", "", True)]


def test_a_short_form_brings_its_own_context(tmp_path: Path) -> None:
    source = """
def tr(text):
    return QCoreApplication.translate("CommandLine", text)
class Parser:
    usage = tr("Nothing was done.")
"""
    assert found(tmp_path, source) == [SourceString("CommandLine", "Nothing was done.", "", False)]


def test_a_short_form_is_known_where_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text("def say(text):\n  return app.translate('Gate', text)\n", "utf-8")
    source = "from words import say as tell\ntell('Go in.')"
    assert found(tmp_path, source) == [SourceString("Gate", "Go in.", "", False)]


def test_a_comment_tells_two_equal_words_apart(tmp_path: Path) -> None:
    source = "translate('Gate', 'In', 'direction'); translate('Gate', 'In', disambiguation='inside')"
    assert [string.comment for string in found(tmp_path, source)] == ["direction", "inside"]


@pytest.mark.parametrize(
    "call",
    [
        "QCoreApplication.translate('Day', f'{count} lines')",
        "QCoreApplication.translate('Day', 'lines ' + count)",
        "QCoreApplication.translate('Day', '{} lines'.format(count))",
        "translate('Day', f'{count} lines')",
        "self.tr(f'{count} lines')",
        "self.tr('%n lines', comment, count)",
        "tr('lines')",
    ],
)
def test_a_string_that_only_exists_at_run_time_is_refused(tmp_path: Path, call: str) -> None:
    with pytest.raises(UnreadableString, match=r"page\.py:1"):
        found(tmp_path, call)


@pytest.mark.parametrize(
    "call",
    ["text.translate(WIDE)", "painter.translate(x + 1, y)", "QCoreApplication.translate('Day', WORDS[code])"],
)
def test_what_is_no_string_or_marked_elsewhere_is_passed_over(tmp_path: Path, call: str) -> None:
    assert found(tmp_path, call) == []


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.py", tmp_path / "out"
    folder.mkdir()
    page.write_text("translate('Day', 'Open \"the\" day\\n下一行'); translate('Day', 'Old')", "utf-8")
    (catalogue,) = update("day", [page], folder)
    text = catalogue.read_text("utf-8")
    text = text.replace('<translation type="unfinished"></translation>', "<translation>打开</translation>", 1)
    catalogue.write_text(text, "utf-8")
    page.write_text("translate('Day', 'Open \"the\" day\\n下一行'); translate('Day', 'New')", "utf-8")
    assert update("day", [page], folder) == [catalogue]
    assert [
        (message.findtext("source"), message.findtext("translation")) for message in messages(catalogue)
    ] == [
        ('Open "the" day\n下一行', "打开"),
        ("New", ""),
    ]


def test_an_english_catalogue_exists_for_plurals_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text("translate('Day', 'Day'); translate('Day', '%n lines', None, count)", "utf-8")
    chinese, english = update("day", [page], tmp_path)
    assert (chinese.name, english.name) == ("day_zh_CN.ts", "day_en.ts")
    assert [message.findtext("source") for message in messages(english)] == ["%n lines"]


def test_an_unreadable_string_stops_the_update(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text("self.tr(f'{x}')", "utf-8")
    with pytest.raises(BuildFailed, match="run time"):
        update("day", [page], tmp_path)
