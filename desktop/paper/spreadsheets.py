"""What every spreadsheet that leaves the register has in common."""

from __future__ import annotations

from typing import IO, Any

import xlsxwriter

HEAD = {"bold": True, "bg_color": "#E4E8EE", "bottom": 1}
TEXT = {"num_format": "@"}
DAY = {"num_format": "yyyy-mm-dd", "align": "left"}


def new_workbook(out: IO[bytes], options: dict[str, Any] | None = None) -> xlsxwriter.Workbook:
    """A workbook whose strings stay strings, whatever they look like. Kept in memory: the library's temporary files
    would leave names readable on the disk."""
    plain = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    return xlsxwriter.Workbook(out, {**plain, **(options or {})})
