"""The day's lines in csv and xlsx: to the letter for programs, readable for people, inert for spreadsheets."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta, timezone

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from desktop.paper.day_files import COLUMNS, inert, write_day_csv, write_day_xlsx
from desktop.paper.day_log import DayLogRow

ZONE = timezone(timedelta(hours=8))
MADE_AT = datetime(2020, 2, 20, 23, 59, tzinfo=ZONE)
NASTY = ["=1+1", "+86 715", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"]


def row(no: int = 1, **changed: object) -> DayLogRow:
    values: dict[str, object] = {
        "no": no,
        "time": datetime(2020, 2, 20, 6, 20, 57, 123000, tzinfo=ZONE),
        "direction": "in",
        "book": "medical",
        "pass_text": "M-0312-000123",
        "name": "王*芳",
        "unit": "中心医院",
        "temp_tenths": 365,
        "verdict": "ok",
        "operator": "李秀兰",
        "voided": False,
        "note": "",
    }
    return DayLogRow(**{**values, **changed})  # type: ignore[arg-type]


def csv_of(*rows: DayLogRow) -> bytes:
    out = io.BytesIO()
    assert write_day_csv(rows, out) == len(rows)
    return out.getvalue()


def xlsx_of(*rows: DayLogRow, language: str = "zh") -> io.BytesIO:
    out = io.BytesIO()
    assert write_day_xlsx(rows, out, language, MADE_AT) == len(rows)
    return out


def test_the_csv_is_to_the_letter() -> None:
    voided = row(
        2, direction="out", book="visitor", pass_text="", unit="", temp_tenths=None, voided=True, note="补记"
    )
    assert csv_of(row(), voided).decode("utf-8") == (
        "\ufeffno,time,direction,book,pass,name,unit,temp,verdict,operator,voided,note\r\n"
        "1,2020-02-20T06:20:57+08:00,in,medical,M-0312-000123,王*芳,中心医院,36.5,ok,李秀兰,,\r\n"
        "2,2020-02-20T06:20:57+08:00,out,visitor,,王*芳,,,ok,李秀兰,yes,补记\r\n"
    )


def test_the_csv_reads_back_with_every_awkward_character() -> None:
    awkward = '他说："量过了", 36.5\n第二行'
    text = csv_of(row(note=awkward)).decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["note"] == awkward


@pytest.mark.parametrize("text", NASTY)
def test_cells_that_a_spreadsheet_would_run_are_made_inert(text: str) -> None:
    assert inert(text) == f"'{text}"
    cells = list(csv.reader(io.StringIO(csv_of(row(name=text, note=text)).decode("utf-8-sig"), newline="")))[
        1
    ]
    assert cells[5] == cells[11] == f"'{text}"


def test_ordinary_cells_stay_as_they_are() -> None:
    for text in ("王*芳", "", "1-2", "a=b", "'"):
        assert inert(text) == text


def test_half_a_degree_and_forty_degrees_are_written_with_one_place() -> None:
    lines = csv_of(row(temp_tenths=400), row(2, temp_tenths=346)).decode("utf-8-sig").splitlines()
    assert [line.split(",")[7] for line in lines[1:]] == ["40.0", "34.6"]


def test_the_file_stays_open_for_its_owner() -> None:
    out = io.BytesIO()
    write_day_csv([row()], out)
    assert not out.closed


def test_the_xlsx_has_headers_in_the_language_of_its_readers() -> None:
    for language, title, way in (("zh", "体温 ℃", "进"), ("en", "Temp. °C", "In")):
        sheet = openpyxl.load_workbook(xlsx_of(row(), language=language)).active
        assert sheet is not None
        assert sheet["H1"].value == title
        assert sheet["C2"].value == way
        assert len([cell for cell in sheet[1] if cell.value]) == len(COLUMNS)


def test_the_xlsx_keeps_text_as_text_and_numbers_as_numbers() -> None:
    sheet = openpyxl.load_workbook(xlsx_of(row(unit="0715"), *(row(name=text) for text in NASTY))).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["H2"].value) == (1, 36.5)
    assert sheet["B2"].value == datetime(2020, 2, 20, 6, 20, 57)
    assert (sheet["G2"].value, sheet["G2"].data_type) == ("0715", "s")
    for number, _ in enumerate(NASTY, 3):
        assert sheet.cell(number, 6).data_type in ("s", "inlineStr")
    assert sheet["F3"].value == "=1+1"


def test_the_xlsx_stays_on_its_headers_and_filters_by_them() -> None:
    sheet = openpyxl.load_workbook(xlsx_of(row(), row(2))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L3"
    assert sheet.column_dimensions["G"].width > 20


def test_a_voided_line_is_struck_and_says_so() -> None:
    sheet = openpyxl.load_workbook(xlsx_of(row(voided=True))).active
    assert sheet is not None
    assert sheet["F2"].font.strike
    assert sheet["K2"].value == "作废"


def test_another_reader_reads_the_xlsx_too() -> None:
    file = xlsx_of(row())
    file.seek(0)
    rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert rows[1][4:9] == ["M-0312-000123", "王*芳", "中心医院", 36.5, "有效"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    sheet = openpyxl.load_workbook(xlsx_of(row(name="王\x00\x07芳\ud800", note="x" * 40_000))).active
    assert sheet is not None
    assert sheet["F2"].value == "王芳"
    assert len(str(sheet["L2"].value)) == 32_767


def test_the_same_day_gives_the_same_bytes() -> None:
    assert xlsx_of(row(), row(2)).getvalue() == xlsx_of(row(), row(2)).getvalue()


def test_a_day_without_lines_is_a_header() -> None:
    assert csv_of().decode("utf-8-sig").strip() == ",".join(COLUMNS)
    sheet = openpyxl.load_workbook(xlsx_of()).active
    assert sheet is not None and sheet.max_row == 1
