"""What is on a card, where, and what printing says beforehand."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from pypdf import PdfReader

from db.books.pass_id import Book, PassId, Scope
from db.errors import Refusal, RefusalCode
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import cards_pdf, check_printable, unprintable
from tests.desktop.paper.paper import home_face, pages_of, pdf_of, text_of, words_of

# No font that can be shipped has it: CJK Extension B, outside every name table.
UNKNOWN = "𪚥"

LONG_NAMES = [
    ("阿卜杜热西提·阿卜杜热合曼", "新疆维吾尔自治区人民医院援鄂医疗队重症医学科第二支队", "主治医师"),
    (
        "Muhammad Abdurahman Al-Khwarizmi ibn Musa",
        "United Nations Logistics Base",
        "Driver of the second shift",
    ),
    ("Wolfeschlegelsteinhausenbergerdorff", "x" * 60, "网格员"),
    ("欧阳修远", "湖北省咸宁市咸安区人民政府温泉街道办事处社会事务管理综合服务中心", ""),
    ("王", "", ""),
]


def long_faces() -> list[CardFace]:
    return [
        home_face(
            number,
            name=name,
            unit=unit,
            post=post,
            compound="香城花园二期北区（含沿街商铺与幼儿园）小区",
            gate_name="幸福路与和平大道交叉口东北角应急通道岗亭",
            issue=255,
            pass_id=PassId(65535, Book.MEDICAL, 9_999_999),
        )
        for number, (name, unit, post) in enumerate(LONG_NAMES, 1)
    ]


@pytest.mark.parametrize("layout", list(Layout))
def test_a_card_says_all_that_it_must(layout: Layout) -> None:
    text = text_of(pdf_of([home_face()], layout))
    for said in (
        "医-0312-000123",
        "周文静",
        "护士",
        "香城花园小区",
        "2020-03-31",
        "本门",
        "一人一证，不能借",
        "过期不能用",
        "捡到请送回：1号门岗亭（东门）",
        "0715-0000000",
    ):
        assert said in text, said
    assert "咸宁市中心医院" in text.replace("\n", "") or "咸宁市中心" in text


def test_the_three_books_carry_word_and_letter() -> None:
    for book, word in ((Book.OFFICIAL, "公务"), (Book.MEDICAL, "医务"), (Book.SUPPORT, "保障")):
        text = text_of(pdf_of([home_face(pass_id=PassId(312, book, 7))], Layout.A6))
        assert f"{word}通行证" in text
        assert f"{book.character}-0312-000007" in text


def test_the_scope_is_named() -> None:
    token = "1" * 200
    for scope, word in ((Scope.GATE, "本门"), (Scope.COMPOUND, "本小区"), (Scope.DISTRICT, "全区")):
        face = home_face(scope=scope, token=home_face().token if scope is Scope.GATE else token)
        assert f"可走{word}" in text_of(pdf_of([face], Layout.A6))


def test_an_english_card_speaks_english_whatever_the_window_speaks() -> None:
    text = text_of(pdf_of([home_face(language="en")], Layout.A6))
    assert "Medicalpass" in text
    assert "M-0312-000123" in text
    assert "Worthlessafterthat" in text
    assert "医务" not in text


def test_a_reissued_card_says_which_it_is_and_a_first_one_does_not() -> None:
    assert "第2张" in text_of(pdf_of([home_face(issue=2)]))
    assert "张" not in text_of(pdf_of([home_face()]))


def test_a_blank_has_its_number_and_room_to_write() -> None:
    blank = home_face(9, name=None, unit="", post="", valid_from=None, valid_until=None)
    for layout in Layout:
        text = text_of(pdf_of([blank], layout))
        assert "姓名" in text and "单位" in text and "年月日" in text


def test_a_practice_card_says_so() -> None:
    assert "练习" in text_of(pdf_of([home_face(practice=True)]))
    assert "练习" not in text_of(pdf_of([home_face()]))


@pytest.mark.parametrize("layout", [Layout.CR80, Layout.A6])
def test_long_names_stay_on_the_card_and_off_each_other(layout: Layout) -> None:
    pdf = pdf_of(long_faces(), layout)
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    words = words_of(pdf)
    for word in words:
        assert word.left >= 0 and word.top >= 0, word
        assert word.right <= float(box.width) and word.bottom <= float(box.height), word
    for page in range(len(LONG_NAMES)):
        on_page = [word for word in words if word.page == page]
        overlapping = [(a.text, b.text) for a, b in combinations(on_page, 2) if a.overlaps(b)]
        assert not overlapping


@pytest.mark.parametrize("layout", [Layout.CR80, Layout.A6])
def test_a_long_name_is_printed_whole(layout: Layout) -> None:
    for face in long_faces():
        assert face.name is not None
        assert face.name.replace(" ", "") in text_of(pdf_of([face], layout))


def test_ten_cards_fill_a_sheet_and_the_eleventh_starts_another() -> None:
    out = io.BytesIO()
    assert cards_pdf([home_face(number) for number in range(1, 12)], Layout.A4, out) == 2
    page = PdfReader(out).pages[0].mediabox
    assert (float(page.width), float(page.height)) == pytest.approx((595.28, 841.89), abs=0.01)


def test_a_used_sheet_is_filled_from_the_chosen_place() -> None:
    out = io.BytesIO()
    assert cards_pdf([home_face(number) for number in range(1, 6)], Layout.A4, out, first_place=7) == 2
    words = [word for word in words_of(out.getvalue()) if word.text.startswith("医-0312-")]
    cards = sorted(
        (word for word in words if word.bottom - word.top > 12),
        key=lambda word: (word.page, word.top, word.left),
    )
    # Places 7 to 10 are the two lowest rows of the first sheet, place 1 is the upper left of the next.
    assert [word.page for word in cards] == [0, 0, 0, 0, 1]
    columns, rows = [word.left < 297 for word in cards], [int((word.top - 38) / 153) for word in cards]
    assert columns == [True, False, True, False, True]
    assert rows == [3, 3, 4, 4, 0]


def test_a_place_that_no_sheet_has_is_refused() -> None:
    for place in (0, 11):
        with pytest.raises(Refusal) as refused:
            pdf_of([home_face()], Layout.A4, first_place=place)
        assert refused.value.code is RefusalCode.INVALID


def test_printing_says_beforehand_which_character_it_cannot() -> None:
    faces = [home_face(1), home_face(2, name=f"王{UNKNOWN}")]
    assert [(card.face.name, card.characters) for card in unprintable(faces)] == [(f"王{UNKNOWN}", UNKNOWN)]
    out = io.BytesIO()
    with pytest.raises(Refusal) as refused:
        cards_pdf(faces, Layout.A4, out)
    assert refused.value.code is RefusalCode.CHARACTERS_NOT_PRINTABLE
    assert refused.value.params == {"characters": UNKNOWN, "names": f"王{UNKNOWN}", "count": 1}
    assert out.getvalue() == b""


def test_it_can_be_printed_all_the_same_with_a_box_to_write_into() -> None:
    text = text_of(pdf_of([home_face(name=f"王{UNKNOWN}芳")], boxes_for_missing=True))
    assert "王" in text and "芳" in text and UNKNOWN not in text


def test_rare_characters_of_names_print_and_can_be_copied() -> None:
    face = home_face(name="㐱𠮷𬱖", unit="𨭎䶮集团")
    check_printable([face])
    text = text_of(pdf_of([face]))
    assert "㐱𠮷𬱖" in text and "𨭎䶮集团" in text


def fonts_of_first_page(pdf: bytes) -> dict[str, Any]:
    resources: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    return {name: entry.get_object() for name, entry in resources["/Font"].items()}


def test_fonts_are_embedded_and_subset() -> None:
    pdf = pdf_of([home_face(number, name=f"王芳{number}") for number in range(1, 30)], Layout.A4)
    used = [font for font in fonts_of_first_page(pdf).values() if font["/BaseFont"] != "/Helvetica"]
    assert used
    for font in used:
        # Six capitals and a plus sign before the name mark a subset.
        assert re.fullmatch(r"/[A-Z]{6}\+NotoSans.*", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]
    assert len(pdf) < 200_000


def test_no_page_draws_with_a_font_that_is_not_embedded() -> None:
    pdf = pdf_of([home_face()], Layout.A4)
    content = PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    for name, font in fonts_of_first_page(pdf).items():
        if font["/BaseFont"] == "/Helvetica":
            assert f"{name} ".encode() not in content.get_data()


def test_the_file_says_nothing_of_people_or_of_the_machine() -> None:
    out = io.BytesIO(pdf_of([home_face()], Layout.A4))
    metadata = PdfReader(out).metadata
    assert metadata is not None
    assert metadata.title == "通行证"
    assert metadata.author == metadata.creator == "Gatebook"
    assert "周文静" not in str(dict(metadata))


def test_the_same_cards_give_the_same_bytes() -> None:
    faces = [home_face(1), home_face(2, name=None, valid_until=None), home_face(3, photo=None)]
    for layout in Layout:
        assert pdf_of(faces, layout) == pdf_of(faces, layout)


def test_printing_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    pdf_of([home_face(number) for number in (1, 2, 3)], progress=lambda done, all_: told.append((done, all_)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    out = io.BytesIO()
    with pytest.raises(Refusal) as refused:
        cards_pdf([home_face(1), home_face(2)], Layout.A4, out, cancelled=lambda: True)
    assert refused.value.code is RefusalCode.CANCELLED
    assert out.getvalue() == b""


def test_black_and_white_is_without_colour_and_text_is_without_grey() -> None:
    content = PdfReader(io.BytesIO(pdf_of([home_face()], colour=False))).pages[0].get_contents()
    assert content is not None
    assert b" rg" not in content.get_data() and b" RG" not in content.get_data()


def test_the_books_can_be_told_apart_in_black_and_white() -> None:
    faces = [home_face(number, pass_id=PassId(312, book, 1)) for number, book in enumerate(Book, 1)]
    bands = [
        page.crop((0, 0, page.width, round(page.height * 0.03)))
        for page in pages_of(pdf_of(faces, Layout.A6, colour=False), 100)
    ]
    blackness = [sum(band.histogram()[:128]) / (band.width * band.height) for band in bands]
    official, medical, support = blackness
    assert official > 0.9
    assert 0.05 < medical < 0.45
    assert 0.25 < support < 0.75
    assert len({band.tobytes() for band in bands}) == 3


def test_no_cards_are_an_empty_page() -> None:
    assert len(PdfReader(io.BytesIO(pdf_of([], Layout.A4))).pages) == 1


def test_days_print_as_dates_are_written() -> None:
    face = home_face(valid_from=date(2020, 1, 1), valid_until=date(2020, 12, 9))
    text = text_of(pdf_of([face], Layout.A6))
    assert "2020-01-01" in text and "2020-12-09" in text
