"""The day's report: sums, the zero report, the seal that anyone can check, every line."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from pypdf import PdfReader

from db.errors import Refusal, RefusalCode
from desktop.paper.day_log import DayLogRow
from desktop.paper.day_report import BookTotal, DayReport, Fever, day_report_pdf
from tests.desktop.paper.paper import pages_of, read_by_zbar, read_by_zxing, text_of

ZONE = timezone(timedelta(hours=8))
SEAL = str(int.from_bytes(b"\x03\x01\x38\x00\x01\x00\x00\x02\x35\x00\x32" + bytes(range(96)), "big"))


def lines(count: int) -> list[DayLogRow]:
    start = datetime(2020, 2, 20, 0, 0, tzinfo=ZONE)
    return [
        DayLogRow(
            number,
            start + timedelta(seconds=number * 15),
            "in" if number % 2 else "out",
            "medical",
            f"M-0312-{number:06d}",
            "王*芳",
            "咸宁市中心医院",
            365,
            "ok",
            "李秀兰",
            number == 2,
            "",
        )
        for number in range(1, count + 1)
    ]


def report(**changed: object) -> DayReport:
    quarters = [(0, 0)] * 96
    quarters[32] = (19, 4)
    plain = DayReport(
        gate=312,
        gate_name="1 号门岗亭（东门）",
        compound="香城花园小区",
        day=date(2020, 2, 20),
        totals={
            "official": BookTotal(74, 71, 12),
            "medical": BookTotal(118, 112, 44),
            "support": BookTotal(96, 89, 21),
            "resident": BookTotal(5, 6),
            "visitor": BookTotal(3, 2),
        },
        quarters=quarters,
        temperatures={364: 300, 365: 250, 374: 1, 378: 1},
        fever_from=373,
        fevers=(
            Fever("medical", "赵*华", (378, 376), "turned_away"),
            Fever("official", "马*", (374, 368), "passed"),
        ),
        refusals={"expired": 2, "forged": 1},
        turned_away=3,
        incidents=1,
        voided=1,
        lines=lines(5),
        seal=SEAL,
        sealed_by="李秀兰",
        sealed_at=datetime(2020, 2, 21, 0, 3, tzinfo=ZONE),
        sealed_lines=5,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def quiet_report() -> DayReport:
    return report(fevers=(), refusals={}, turned_away=0, incidents=0, temperatures={364: 3})


def pdf_of_report(wanted: DayReport) -> bytes:
    out = io.BytesIO()
    day_report_pdf(wanted, out)
    return out.getvalue()


def test_the_head_names_gate_place_and_day() -> None:
    text = text_of(pdf_of_report(report()))
    for said in ("每日报告", "2020-02-20周四", "0312", "香城花园小区", "1号门岗亭（东门）"):
        assert said in text


def test_the_totals_add_up() -> None:
    text = text_of(pdf_of_report(report()))
    assert "公务747112" in text
    assert "医务11811244" in text
    assert "保障968921" in text
    assert "居民56–" in text
    assert "合计29628077" in text


def test_fevers_are_listed_with_readings_and_outcome() -> None:
    text = text_of(pdf_of_report(report()))
    assert "赵*华37.8›37.6已送隔离" in text
    assert "马*37.4›36.8复测正常，放行" in text


def test_refused_cards_are_counted_by_verdict() -> None:
    assert "证件：已过期2，不是我们发的证1" in text_of(pdf_of_report(report()))


def test_the_zero_report_stands_only_where_all_is_nothing() -> None:
    sentence = "零报告：今日发热、证件问题、劝返、事件均为零。特此报告。"
    assert sentence in text_of(pdf_of_report(quiet_report()))
    for something in (
        {"fevers": report().fevers},
        {"refusals": {"expired": 1}},
        {"turned_away": 1},
        {"incidents": 1},
    ):
        assert sentence not in text_of(pdf_of_report(replace(quiet_report(), **something)))


@pytest.mark.parametrize("dots_per_inch", [203, 300])
def test_the_seal_reads_from_the_printed_page(dots_per_inch: int) -> None:
    page = pages_of(pdf_of_report(report()), dots_per_inch)[0]
    assert read_by_zxing(page) == [SEAL]
    assert read_by_zbar(page) == [SEAL]


def test_a_day_not_sealed_says_so_and_has_no_code() -> None:
    pdf = pdf_of_report(report(seal=None))
    assert "还没签名" in text_of(pdf)
    assert read_by_zxing(pages_of(pdf, 203)[0]) == []


def test_lines_after_the_seal_are_told() -> None:
    assert "签名后又补了2条" in text_of(pdf_of_report(report(sealed_lines=3)))
    assert "签名后" not in text_of(pdf_of_report(report()))


def test_every_line_is_in_the_table_and_pages_are_counted() -> None:
    pdf = pdf_of_report(report(lines=lines(200)))
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    text = text_of(pdf)
    assert all(f"M-0312-{number:06d}" in text for number in range(1, 201))
    assert f"第{pages}页，共{pages}页" in text
    assert "作废" in text


def test_english_readers_get_english() -> None:
    text = text_of(pdf_of_report(replace(quiet_report(), language="en")))
    assert "Dayreport" in text and "Zeroreport" in text and "Thursday" in text
    assert "每日报告" not in text


def test_a_practice_day_says_so_on_every_page() -> None:
    assert text_of(pdf_of_report(report(practice=True, lines=lines(100)))).count("练习") == 3


def test_an_empty_day_still_has_its_report() -> None:
    pdf = pdf_of_report(
        replace(quiet_report(), totals={}, quarters=[(0, 0)] * 96, temperatures={}, lines=[], voided=0)
    )
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert "0条" in text_of(pdf)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert pdf_of_report(report()) == pdf_of_report(report())


def test_writing_can_be_stopped_between_pages() -> None:
    with pytest.raises(Refusal) as refused:
        day_report_pdf(report(lines=lines(200)), io.BytesIO(), cancelled=lambda: True)
    assert refused.value.code is RefusalCode.CANCELLED
