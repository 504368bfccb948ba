"""Lists made for tests: workbooks, OpenDocument and text with what each test is about, and people in them."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

TODAY = datetime.date(2020, 2, 12)
DATA = Path(__file__).parents[2] / "data" / "rosters"


def id_number(number: int, sex: str = "女") -> str:
    """The `number`th identity number of nobody: region 420199 was never assigned to a county."""
    order = number * 2 + (1 if sex == "男" else 0)
    digits = (
        f"420199{1960 + number // 336 % 40}{number // 28 % 12 + 1:02}{number % 28 + 1:02}{order % 1000:03}"
    )
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return digits + "10X98765432"[remainder]


@dataclass(frozen=True)
class Someone:
    """Values that pass every check."""

    number: int

    @property
    def name(self) -> str:
        return "王李张刘陈"[self.number % 5] + "芳伟娜敏静"[self.number // 5 % 5]

    @property
    def id_no(self) -> str:
        return id_number(self.number)

    @property
    def phone(self) -> str:
        return f"1380000{self.number % 10000:04}"


def people(count: int) -> list[Someone]:
    return [Someone(number) for number in range(1, count + 1)]


def make_xlsx(
    path: Path,
    sheets: Mapping[str, Sequence[Any]],
    *,
    merges: Sequence[str] = (),
    hidden: Sequence[str] = (),
    hidden_columns: str | None = None,
    first_row: int = 0,
    first_column: int = 0,
) -> Path:
    """A workbook of the given sheets; `merges` (`A1:C1`) are of the first sheet. Dates become date cells."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False})
    day = book.add_format({"num_format": "yyyy/m/d"})
    clock = book.add_format({"num_format": "h:mm"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for position, (name, rows) in enumerate(sheets.items()):
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows, start=first_row):
            for column, value in enumerate(cells, start=first_column):
                if value is None or value == "":
                    continue
                if isinstance(value, datetime.datetime):
                    sheet.write_datetime(row, column, value, moment)
                elif isinstance(value, datetime.date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, datetime.time):
                    sheet.write_datetime(row, column, value, clock)
                elif isinstance(value, int | float):
                    sheet.write_number(row, column, value)
                else:
                    sheet.write_string(row, column, str(value))
        if position == 0:
            for area in merges:
                sheet.merge_range(area, "")
                top = area.split(":")[0]
                column, row = ord(top[0]) - 65, int(top[1:]) - 1
                sheet.write_string(row, column, str(rows[row - first_row][column - first_column]))
            if hidden_columns:
                sheet.set_column(hidden_columns, None, None, {"hidden": True})
        if name in hidden:
            sheet.hide()
    book.close()
    return path


def make_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def raw_xlsx(path: Path, sheet_xml: bytes, level: int = 1) -> Path:
    """A workbook around one sheet's XML, whatever stands in it."""
    parts = {
        "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
        b'+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": b'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        b'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        b'<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        b'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml)
    return path


_SHEET_START = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_SHEET_END = b"</sheetData></worksheet>"


def sheet_xml(rows: Sequence[Sequence[str]]) -> bytes:
    """A sheet of inline strings."""
    memory = io.BytesIO()
    memory.write(_SHEET_START)
    for number, cells in enumerate(rows, start=1):
        line = "".join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for column, cell in enumerate(cells)
        )
        memory.write(f'<row r="{number}">{line}</row>'.encode())
    memory.write(_SHEET_END)
    return memory.getvalue()


def sheet_of(cells: bytes) -> bytes:
    """A sheet around rows written by hand."""
    return _SHEET_START + cells + _SHEET_END


def make_ods(path: Path, rows: str, manifest: str = "") -> Path:
    """An OpenDocument sheet around rows written by hand."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="名单">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{manifest}</manifest:manifest>',
        )
        archive.writestr("content.xml", content)
    return path


def ods_row(*cells: str, attributes: str = "") -> str:
    """A row of strings; a cell may bring its own attributes before a `|`, an empty one has no content."""
    line = ""
    for cell in cells:
        own, _, text = cell.rpartition("|")
        if text:
            line += f'<table:table-cell {own} office:value-type="string"><text:p>{escape(text)}</text:p>'
            line += "</table:table-cell>"
        else:
            line += f"<table:table-cell {own}/>"
    return f"<table:table-row {attributes}>{line}</table:table-row>"
