"""Broken, hostile and huge files: refused in words, before they cost much, and never with anything but a refusal."""

from __future__ import annotations

import json
import random
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from db.books.person import Book, Problem
from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from db.exchange.rosters import Roster, read_roster
from db.exchange.tables.limits import DEFAULT_LIMITS, Limits
from tests.db.exchange.made_lists import (
    DATA,
    TODAY,
    id_number,
    make_ods,
    make_text,
    make_xlsx,
    ods_row,
    raw_xlsx,
    sheet_of,
    sheet_xml,
)

EXPECTED: dict[str, Any] = json.loads((DATA / "EXPECTED.json").read_text("utf-8"))["bad"]
HEADER = ("姓名", "身份证号", "手机号", "单位")


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Roster:
    return read_roster(path, today=TODAY, book=Book.MEDICAL, limits=limits)


def refusal(path: Path, limits: Limits = DEFAULT_LIMITS) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(path, limits)
    return caught.value


@pytest.mark.parametrize(
    ("file", "code", "reason"),
    [
        ("empty.xlsx", RefusalCode.NOT_A_LIST, "empty"),
        ("not-a-zip.xlsx", RefusalCode.NOT_A_LIST, "not_a_workbook"),
        ("truncated.xlsx", RefusalCode.NOT_A_LIST, "damaged"),
        ("password.xlsx", RefusalCode.LIST_NEEDS_PASSWORD, None),
        ("latin1-mojibake.csv", RefusalCode.LIST_WITHOUT_HEADER, None),
        ("wrong-columns.csv", RefusalCode.LIST_WITHOUT_HEADER, None),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(file: str, code: RefusalCode, reason: str | None) -> None:
    assert EXPECTED[file]["expect"].startswith("refuse")
    error = refusal(DATA / "bad" / file)
    assert error.code == code
    assert error.params.get("reason") == reason


def test_a_list_without_known_columns_tells_what_is_needed_to_ask_for_a_mapping() -> None:
    error = refusal(DATA / "bad" / "wrong-columns.csv")
    assert error.params == {
        "sheet": None,
        "header_row": 1,
        "header": ("商品编码", "品名", "规格", "数量", "单价", "供货商"),
        "missing": ("name", "id_no"),
    }


def test_a_header_and_nobody_below_it_is_an_empty_list() -> None:
    assert EXPECTED["header-only.csv"]["expect"] == "no rows"
    assert read(DATA / "bad" / "header-only.csv").rows == ()


def test_a_cell_of_five_million_bytes_rejects_its_row_and_no_other(tmp_path: Path) -> None:
    rows = [
        f"王芳,{id_number(1)},13800000001,白班",
        f"李伟,{id_number(2)},13800000002,{'泉' * EXPECTED['huge-cell.csv']['cell_chars']}",
        f"张娜,{id_number(3)},13800000003,夜班",
    ]
    got = read(make_text(tmp_path / "a.csv", "\n".join(["姓名,身份证,电话,备注", *rows])))
    assert [[problem.code for problem in row.problems] for row in got.rows] == [
        [],
        [Problem.CELL_TOO_LONG],
        [],
    ]
    kept = got.rows[1].cells[3]
    assert isinstance(kept, str) and len(kept) < 40_000


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    rows = b"<row>" + b"<c t='inlineStr'><is><t>" + b"x" * 27_000 + b"</t></is></c></row>"
    chunk = rows * 40
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(DEFAULT_LIMITS.unpacked_bytes // len(chunk) + 1):
                sheet.write(chunk)
    assert path.stat().st_size < 2_000_000
    tracemalloc.start()
    try:
        error = refusal(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.code == RefusalCode.LIST_TOO_LARGE
    assert error.params == {"what": "unpacked_bytes", "limit": DEFAULT_LIMITS.unpacked_bytes}
    assert peak < 8_000_000


def test_a_directory_that_lies_about_sizes_does_not_unpack_more(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "a.xlsx", sheet_of(b"<row>" + b" " * 3_000_000 + b"</row>"))
    data = bytearray(path.read_bytes())
    size = (3_000_000 + len(sheet_of(b"<row></row>"))).to_bytes(4, "little")
    assert data.count(size) == 2  # beside the member, and in the directory
    path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    small = Limits(unpacked_bytes=1_000_000)
    assert refusal(path, small).code == RefusalCode.LIST_TOO_LARGE
    assert refusal(path).params == {"reason": "damaged"}


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c></row><x:row r="1048576"><x:c t="n" r="XFD1048576"><v>1</v></x:c></x:row>',
        b"<row r='1048576'>" + b"<c><v>1</v></c>" * 500 + b"</row>",
    ],
)
def test_two_cells_at_the_ends_of_a_sheet_do_not_make_it_stand_whole_in_memory(
    tmp_path: Path, cells: bytes
) -> None:
    error = refusal(raw_xlsx(tmp_path / "a.xlsx", sheet_of(cells)))
    assert (error.code, error.params["what"]) == (RefusalCode.LIST_TOO_LARGE, "grid_cells")


def test_styled_empty_cells_far_out_do_no_harm(tmp_path: Path) -> None:
    rows = sheet_xml([HEADER, ("王芳", id_number(1), "13800000001", "甲")])
    rows = rows.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
    assert len(read(raw_xlsx(tmp_path / "a.xlsx", rows)).rows) == 1


def test_repeated_filled_cells_of_open_document_are_not_expanded(tmp_path: Path) -> None:
    rows = ods_row(
        'table:number-columns-repeated="16384"|x', attributes='table:number-rows-repeated="1048576"'
    )
    error = refusal(make_ods(tmp_path / "a.ods", rows))
    assert (error.code, error.params["what"]) == (RefusalCode.LIST_TOO_LARGE, "grid_cells")


def test_a_million_repeated_empty_rows_cost_nothing(tmp_path: Path) -> None:
    rows = ods_row(*HEADER) + ods_row("王芳", id_number(1), "13800000001", "甲")
    rows += ods_row(
        'table:number-columns-repeated="16384"|', attributes='table:number-rows-repeated="1048570"'
    )
    got = read(make_ods(tmp_path / "a.ods", rows))
    assert [row.values.name for row in got.rows] == ["王芳"]


def test_an_encrypted_open_document_needs_its_password(tmp_path: Path) -> None:
    manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    error = refusal(make_ods(tmp_path / "a.ods", "", manifest))
    assert error.code == RefusalCode.LIST_NEEDS_PASSWORD


def test_an_old_workbook_with_a_password_needs_it(tmp_path: Path) -> None:
    data = (DATA / "bureau-official.xls").read_bytes()
    codepage = bytes.fromhex("42000200")
    assert codepage in data
    path = tmp_path / "a.xls"
    path.write_bytes(data.replace(codepage, bytes.fromhex("2f000200"), 1))
    assert refusal(path).code == RefusalCode.LIST_NEEDS_PASSWORD


def test_an_old_workbook_that_claims_four_thousand_million_rows_is_refused(tmp_path: Path) -> None:
    data = (DATA / "bureau-official.xls").read_bytes()
    start = data.index(bytes.fromhex("00020e00"))  # DIMENSIONS: first row, last row and one, columns
    path = tmp_path / "a.xls"
    path.write_bytes(data[: start + 8] + b"\xff\xff\xff\xff" + data[start + 12 :])
    assert refusal(path).params["what"] == "grid_cells"


def test_a_file_of_another_program_is_no_list(tmp_path: Path) -> None:
    other = tmp_path / "a.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert refusal(other).params == {"reason": "not_a_workbook"}
    picture = tmp_path / "b.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20)
    assert refusal(picture).params == {"reason": "not_text"}


def test_fifty_thousand_rows_are_read_and_more_than_the_stated_limit_are_refused(tmp_path: Path) -> None:
    count = EXPECTED["50k-rows.xlsx"]["data_rows"]
    rows = [HEADER, *(("王芳", id_number(n), f"1380000{n % 10000:04}", "甲") for n in range(count))]
    # The numbers of nobody repeat after a while; the first of each is what counts here.
    got = read(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))
    assert len(got.rows) == count
    assert not any(row.problems for row in got.rows)
    error = refusal(tmp_path / "a.xlsx", Limits(rows=1000))
    assert error.params == {"what": "rows", "limit": 1000}


def test_a_file_beyond_the_limit_of_bytes_is_not_read(tmp_path: Path) -> None:
    path = make_text(tmp_path / "a.csv", "姓名,身份证号\n" * 100)
    assert refusal(path, Limits(file_bytes=100)).params == {"what": "file_bytes", "limit": 100}


def test_a_file_that_is_not_there_or_a_folder_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault) as missing:
        read(tmp_path / "nothing.xlsx")
    assert missing.value.code == FaultCode.NOT_FOUND
    with pytest.raises(Fault) as folder:
        read(tmp_path)
    assert folder.value.code == FaultCode.UNREADABLE_FILE


def test_reading_can_be_watched_and_cancelled(tmp_path: Path) -> None:
    rows = [HEADER, *(("王芳", id_number(n), "13800000001", "甲") for n in range(2000))]
    path = make_xlsx(tmp_path / "a.xlsx", {"名单": rows})
    steps: list[tuple[int, int]] = []
    read_roster(path, today=TODAY, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (2000, 2000)
    assert all(0 <= done <= 2001 for done, _ in steps)

    def cancelled() -> bool:
        return len(steps) > 3

    steps.clear()
    with pytest.raises(Refusal) as caught:
        read_roster(path, today=TODAY, progress=lambda *step: steps.append(step), cancelled=cancelled)
    assert caught.value.code == RefusalCode.CANCELLED


@pytest.mark.parametrize(
    "file", ["bureau-official.xls", "hospital-medical.xlsx", "et-like.ods", "property-support-gbk.csv"]
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(file: str, tmp_path: Path) -> None:
    whole = (DATA / file).read_bytes()
    chance = random.Random(7)
    for turn in range(25):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / f"{turn}{Path(file).suffix}"
        path.write_bytes(data[: chance.randrange(len(data))] if turn % 5 == 0 else data)
        try:
            read(path)
        except GatebookError as error:
            assert isinstance(error, Refusal)
