"""Names that FAT32 takes, and names that it does not."""

from __future__ import annotations

import pytest

from db.exchange.file_names import check_names, is_safe_name


@pytest.mark.parametrize(
    "name",
    [
        "day-log.csv",
        "SHA256SUMS",
        "gatebook-0312-e1-000001-000420.gbk.age",
        "名单.xlsx",
        "a b",
        ".hidden",
        "CONSOLE",
        "com10",
        "x" * 255,
    ],
)
def test_ordinary_names_are_taken(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "a/b",
        "a\\b",
        "a:b",
        "a?b",
        "a*b",
        'a"b',
        "a<b",
        "a|b",
        "a\nb",
        "a\0",
        "a.",
        "a ",
        " a",
        "CON",
        "nul.txt",
        "Lpt1.csv",
        "com¹",
        "x" * 256,
        "𠮷" * 128,
        "\ud800",
    ],
)
def test_names_that_some_drive_does_not_take_are_refused(name: str) -> None:
    assert not is_safe_name(name)


def test_names_that_differ_only_in_case_are_one_file() -> None:
    check_names(["day-log.csv", "day-log.xlsx"])
    with pytest.raises(ValueError, match="one on a drive"):
        check_names(["day-log.csv", "Day-Log.CSV"])
