"""The form: a new pass, an old one put right, a blank card bound; what it refuses and where it says so."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.books.issuing import reserve_blanks
from db.books.papers import Paper, read_checked
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Pass, get_pass
from db.books.photos import MAX_BYTES, get_photo
from db.register import Register
from db.trust.roles import Role
from desktop.operations import passes
from desktop.operations.photos import card_photo, read_photo
from desktop.session import Session
from desktop.views.passes.form import PassForm, Purpose
from desktop.views.passes.page import PassesPage
from tests.desktop.passes.conftest import EXPIRED, GOOD, ID_NO, Wait
from tests.registers import as_role

NEXT = PassId(312, Book.MEDICAL, 6)
RIGHT_ID, WRONG_ID = "421299198206080498", "421299198206080497"


@pytest.fixture
def form(page: PassesPage, wait: Wait) -> PassForm:
    page.new_pass(Book.MEDICAL)
    wait()
    return page.form


def fill(form: PassForm, **words: str) -> None:
    given = {"name": "林晓梅", "phone": "13800008590", "id_no": RIGHT_ID, "unit": "咸宁市中心医院"} | words
    form.fields.name.set_text(given["name"])
    form.fields.phone.set_text(given["phone"])
    form.fields.id_no.set_number(given["id_no"])
    form.fields.unit.set_text(given["unit"])


def saved(register: Register, id: PassId) -> Pass | None:
    with register.reading() as connection:
        return get_pass(connection, id)


def picture(size: tuple[int, int] = (1200, 900), kind: str = "PNG") -> bytes:
    """Noise, the hardest picture to make small."""
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, kind)
    return out.getvalue()


def test_the_number_is_shown_before_saving_and_follows_the_book(form: PassForm, wait: Wait) -> None:
    assert form.number() == NEXT
    form.fields.books.choose(Book.SUPPORT.value)
    form.fields.books.chosen.emit(Book.SUPPORT.value)
    assert form.number() == PassId(312, Book.SUPPORT, 2)


def test_a_filled_form_becomes_a_pass_with_all_its_facts(
    form: PassForm, register: Register, wait: Wait
) -> None:
    fill(form)
    form.fields.post.set_text("护士")
    form.fields.home.set_text("23-3-202")
    form.fields.plate.set_text("鄂 Z·12345")
    form.fields.remark.set_text("夜班")
    form.fields.papers[Paper.ID_CARD].setChecked(True)
    form.fields.papers[Paper.LETTER].setChecked(True)
    form.fields.scope.choose(str(int(Scope.COMPOUND)))
    form.save(False)
    wait()
    one = saved(register, NEXT)
    assert one is not None
    holder = one.holder
    assert (holder.name, holder.id_no, holder.phone) == ("林晓梅", RIGHT_ID, "13800008590")
    assert (holder.unit, holder.post, holder.home) == ("咸宁市中心医院", "护士", "23-3-202")
    assert (holder.plate, holder.remark, holder.scope) == ("鄂Z12345", "夜班", Scope.COMPOUND)
    assert (holder.valid_from, holder.valid_until) == (date(2020, 2, 10), date(2020, 3, 11))
    checked = read_checked(holder.checked)
    assert checked is not None
    assert checked.papers == (Paper.ID_CARD, Paper.LETTER)
    assert (checked.by, checked.day) == ("李秀兰", date(2020, 2, 10))


def test_unit_and_papers_stay_for_the_next_person_and_the_number_moves_on(
    form: PassForm, page: PassesPage, wait: Wait
) -> None:
    fill(form)
    form.fields.papers[Paper.WORK_CARD].setChecked(True)
    form.save(False)
    wait()
    assert page.shown() is form
    assert form.fields.unit.text() == "咸宁市中心医院"
    assert form.fields.papers[Paper.WORK_CARD].isChecked()
    assert form.fields.name.text() == form.fields.phone.text() == form.fields.id_no.number() == ""
    assert form.number() == PassId(312, Book.MEDICAL, 7)


def test_without_keeping_the_saved_pass_is_shown_in_its_book(
    form: PassForm, page: PassesPage, wait: Wait
) -> None:
    form.keep.setChecked(False)
    fill(form)
    form.save(False)
    wait()
    assert page.shown() is page.books
    assert page.books.panel.shown() == NEXT


def test_saving_and_printing_opens_printing_with_this_card(
    form: PassForm, page: PassesPage, wait: Wait
) -> None:
    fill(form)
    form.save(True)
    wait()
    assert page.shown() is page.cards
    assert [face.pass_id for face in page.cards._cards.faces] == [NEXT]


WRONG = (
    ("name", "", "Write the name"),
    ("name", "=1+1", "This is no name. Write it as on the ID card"),
    ("id_no", WRONG_ID, "The last digit is off. Compare with the card from the start"),
    ("id_no", "42129919820608", "Not the right length. An ID card has 18 characters"),
    ("id_no", "", "Write the number of the document"),
    ("phone", "12754224833", "No mobile begins like this. Ask for the number again"),
)


def test_an_error_stands_at_its_field_and_nothing_is_saved(
    form: PassForm, register: Register, wait: Wait
) -> None:
    for field, words, said in WRONG:
        fill(form, **{field: words})
        form.save(False)
        wait()
        wrong = getattr(form.fields, field)
        assert wrong.has_error() and wrong.message() == said
        assert form.message._words.startswith("1 to mend: ")
        assert wrong.frame.editor.hasFocus() or not form.window().isActiveWindow()
        assert saved(register, NEXT) is None


def test_the_digit_that_is_off_is_marked_until_it_is_mended(form: PassForm, qtbot: QtBot) -> None:
    field = form.fields.id_no
    field.set_number(WRONG_ID)
    assert not field.recheck()
    assert field.edit.last_is_off
    field.edit.setCursorPosition(len(field.edit.text()))
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert not field.edit.last_is_off and not field.has_error()
    QTest.keyClick(field.edit, Qt.Key.Key_8)
    assert field.recheck()
    assert field.edit.text() == "421299 1982 0608 0498"


def test_digits_are_grouped_while_typing_and_the_cursor_stays_in_place(form: PassForm) -> None:
    field = form.fields.id_no
    QTest.keyClicks(field.edit, "4212991982")
    assert field.edit.text() == "421299 1982"
    field.edit.setCursorPosition(3)
    QTest.keyClicks(field.edit, "0")
    assert field.edit.text() == "421029 9198 2"
    assert field.edit.cursorPosition() == 4


def test_a_missing_phone_is_worth_a_word_but_hinders_nothing(
    form: PassForm, register: Register, wait: Wait
) -> None:
    fill(form, phone="")
    form.save(False)
    wait()
    one = saved(register, NEXT)
    assert one is not None and one.holder.phone == ""


def test_a_passport_has_rules_of_its_own(form: PassForm, register: Register, wait: Wait) -> None:
    form.fields.kind.choose("passport")
    form.fields.kind.chosen.emit("passport")
    fill(form, id_no="E12345678")
    form.save(False)
    wait()
    one = saved(register, NEXT)
    assert one is not None and (one.holder.id_type, one.holder.id_no) == ("passport", "E12345678")


DAYS = (
    ("2020-02-10", "2020-02-09", "The last day lies before the first"),
    ("2020-02-01", "2020-02-09", "This day is past. Look at the year"),
    ("2020-02-10", "2202-03-15", "More than a year ahead. Look at the year"),
    ("2020-02-10", "2020-02-30", "Write the day, for example 2020-03-15"),
)


def test_days_are_checked_together(form: PassForm, register: Register, wait: Wait) -> None:
    fill(form)
    for first, last, said in DAYS:
        form.fields.validity.first.edit.setText(first)
        form.fields.validity.last.edit.setText(last)
        form.save(False)
        wait()
        assert form.fields.validity.message._words == said
        assert saved(register, NEXT) is None


def test_a_span_sets_the_last_day(form: PassForm) -> None:
    form.fields.validity.spans.chosen.emit("7")
    assert form.fields.validity.days() == (date(2020, 2, 10), date(2020, 2, 17))


def test_a_person_who_has_a_pass_in_the_book_is_seen_and_can_be_opened(
    form: PassForm, page: PassesPage, register: Register, wait: Wait
) -> None:
    fill(form, id_no=ID_NO)
    form.fields.id_no.left.emit()
    wait()
    assert form.banner.isVisible()
    form.save(False)
    wait()
    assert saved(register, NEXT) is None
    form.banner.acted.emit()
    wait()
    assert page.shown() is page.books and page.books.panel.shown() == GOOD


def test_the_same_person_may_have_a_pass_in_another_book(
    form: PassForm, register: Register, wait: Wait
) -> None:
    form.fields.books.choose(Book.OFFICIAL.value)
    fill(form, id_no=ID_NO)
    form.fields.id_no.left.emit()
    wait()
    form.save(False)
    wait()
    assert saved(register, PassId(312, Book.OFFICIAL, 1)) is not None


def test_putting_a_phone_right_leaves_the_card_alone(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    old = saved(register, GOOD)
    assert old is not None
    page.form.open_change(old)
    page._show(page.form)
    wait()
    page.form.fields.phone.set_text("13900002394")
    assert not page.form.told.isVisible()
    page.form.save(False)
    wait()
    new = saved(register, GOOD)
    assert new is not None and (new.issue, new.holder.phone) == (1, "13900002394")


def test_a_new_name_is_told_to_need_a_new_card_and_gets_one(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    old = saved(register, GOOD)
    assert old is not None
    page.form.open_change(old)
    page._show(page.form)
    wait()
    page.form.fields.name.set_text("周文晶")
    page.form.fields.changed.emit()
    assert page.form.told.isVisible()
    page.form.save(False)
    wait()
    new = saved(register, GOOD)
    assert new is not None and (new.issue, new.holder.name) == (2, "周文晶")
    assert new.holder.home == old.holder.home


def test_facts_of_an_expired_pass_can_be_put_right_without_renewing_it(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    old = saved(register, EXPIRED)
    assert old is not None
    page.form.open_change(old)
    wait()
    fill(page.form, name=old.holder.name)
    page.form.save(False)
    wait()
    new = saved(register, EXPIRED)
    assert new is not None and (new.issue, new.holder.id_no) == (1, RIGHT_ID)


def test_a_blank_card_is_bound_to_a_person_under_its_own_code(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    with register.writing() as ledger:
        (token,) = reserve_blanks(ledger, Book.MEDICAL, 1)
    blank = PassId(312, Book.MEDICAL, token.number)
    page.bind_blank(blank)
    wait()
    assert page.form.purpose is Purpose.BIND and page.form.number() == blank
    fill(page.form)
    page.form.save(False)
    wait()
    one = saved(register, blank)
    assert one is not None and one.holder.name == "林晓梅"
    assert not passes.is_blank(register, blank)
    assert page.books.panel.shown() == blank


def test_a_photo_is_kept_small_upright_and_three_to_four(
    form: PassForm, register: Register, tmp_path: Path, wait: Wait
) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(picture())
    form.photo.take(path)
    wait()
    fill(form)
    form.save(False)
    wait()
    one = saved(register, NEXT)
    assert one is not None
    with register.reading() as connection:
        kept = get_photo(connection, one.holder.photo)
    assert kept is not None and len(kept) <= MAX_BYTES
    made = Image.open(io.BytesIO(kept))
    assert made.format == "JPEG" and made.width * 4 == made.height * 3
    assert not made.getexif()


def test_what_is_no_picture_is_said_and_the_form_goes_on(form: PassForm, tmp_path: Path, wait: Wait) -> None:
    path = tmp_path / "photo.jpg"
    path.write_text("no picture at all")
    form.photo.take(path)
    wait()
    assert "photo" in form.trouble.accessibleName()


def test_a_picture_that_the_camera_turned_is_turned_back() -> None:
    """Orientation 6: the camera was held upright, the file lies on its side."""
    lying = Image.new("RGB", (800, 600), "blue")
    lying.paste("red", (0, 0, 400, 600))
    out = io.BytesIO()
    exif = Image.Exif()
    exif[274] = 6
    lying.save(out, "JPEG", exif=exif)
    upright = Image.open(io.BytesIO(card_photo(out.getvalue())))
    top, bottom = (
        upright.getpixel((upright.width // 2, 10)),
        upright.getpixel((upright.width // 2, upright.height - 10)),
    )
    assert top[0] > 200 and bottom[2] > 200  # type: ignore[index]


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    path.write_bytes(picture((60, 80)))
    assert Image.open(io.BytesIO(read_photo(path))).size == (60, 80)


def test_a_volunteer_gets_a_sentence_and_no_pass(
    form: PassForm, session: Session, register: Register, wait: Wait
) -> None:
    fill(form)
    as_role(register, Role.VOLUNTEER)
    form.save(False)
    wait()
    assert form.trouble.accessibleName().startswith("Only a registrar or the lead may do this.")
    assert saved(register, NEXT) is None


def test_keys_save(form: PassForm, register: Register, wait: Wait, qtbot: QtBot) -> None:
    fill(form)
    form.window().activateWindow()
    qtbot.waitUntil(form.window().isActiveWindow)
    form.fields.name.edit.setFocus()
    QTest.keyClick(form.fields.name.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait()
    assert saved(register, NEXT) is not None


def test_the_preview_is_the_card_that_prints(form: PassForm, wait: Wait) -> None:
    fill(form)
    form.fields.changed.emit()
    form._preview()
    wait()
    picture_shown = form.side.preview.picture()
    assert not picture_shown.isNull()
    assert abs(picture_shown.width() / picture_shown.height() - 105 / 148) < 0.01


def test_a_form_left_half_filled_in_goes_on_where_it_was(
    form: PassForm, page: PassesPage, wait: Wait
) -> None:
    form.fields.name.set_text("林晓梅")
    form.left.emit()
    assert page.shown() is page.books
    page.new_pass(Book.MEDICAL)
    wait()
    assert page.shown() is form and form.fields.name.text() == "林晓梅"


def test_a_saved_form_is_empty_for_the_next(form: PassForm, page: PassesPage, wait: Wait) -> None:
    form.keep.setChecked(False)
    fill(form)
    form.save(False)
    wait()
    page.new_pass(Book.MEDICAL)
    wait()
    assert form.fields.is_blank()


def test_a_volunteer_is_told_who_issues(page: PassesPage, register: Register, wait: Wait) -> None:
    as_role(register, Role.VOLUNTEER)
    page.new_pass(Book.MEDICAL)
    assert page.shown() is page.books
    assert page.toasts.toast.accessibleName().startswith("Only a registrar or the lead may do this.")
    page.bind_blank(PassId(312, Book.MEDICAL, 9))
    assert page.shown() is page.books
