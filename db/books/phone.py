"""Telephone and plate numbers."""

from __future__ import annotations

import re

from db.books.checked import CellValue, Checked, Cleaner, Note, Problem, is_blank, plain_number, says_nothing

_MOBILE = re.compile(r"1[3-9]\d{9}")
_COUNTRY = re.compile(r"(?:\(?\+\s?86\)?|\(?0086\)?)[\s-]*")
_COUNTRY_BARE = re.compile(r"86[\s-]*(?=1[\d\s-]{10,}$)")
_LANDLINE = re.compile(r"\(?0\d{2,3}\)?[-\s]*[2-9]?\d{6,7}(?:[-\s转*]+\d{1,6})?|[2-9]\d{6,7}")
_DASHES = re.compile("[-\u2010-\u2015\u2212.·_]")
_BETWEEN_NUMBERS = re.compile(r"[;；,，、/／|｜\n或和]+|\s+")


def check_phone(raw: CellValue) -> Checked[str]:
    """A mobile number of the mainland: `1[3-9]` and nine more digits, kept as 11 digits.

    Where two numbers stand in one cell the first good one is taken, with a warning.
    """
    if is_blank(raw):
        return Checked(None, (Problem.MOBILE_MISSING,))
    number_cell = isinstance(raw, int | float) and not isinstance(raw, bool)
    text = plain_number(raw) if isinstance(raw, int | float) else raw
    if not isinstance(text, str) or len(text) > 200:
        return Checked(None, (Problem.MOBILE_LENGTH,))
    cleaner = Cleaner(text)
    if number_cell:
        cleaner.notes.append(Note.NUMBER_CELL)
    cleaner.drop_invisible()
    numbers = _numbers_in(cleaner.text)
    if len(numbers) < 2:
        return _one_number(cleaner)
    answers = [_one_number(Cleaner(number)) for number in numbers]
    for answer in answers:
        if answer.value is not None:
            return Checked(answer.value, (Problem.MOBILE_TWO_NUMBERS,), tuple(cleaner.notes) + answer.notes)
    return answers[0]


def _numbers_in(text: str) -> list[str]:
    """The parts that could each be a number of their own (seven digits or more)."""
    if len(text) < 14:
        return []
    parts = _BETWEEN_NUMBERS.split(text)
    return [part for part in parts if sum(character.isdigit() for character in part) >= 7]


def _one_number(cleaner: Cleaner) -> Checked[str]:
    cleaner.narrow(everything=True)
    cleaner.unwrap()
    if not cleaner.text.strip() or says_nothing(cleaner.text):
        return Checked(None, (Problem.MOBILE_MISSING,))
    if _MOBILE.fullmatch(cleaner.text):
        return cleaner.done(cleaner.text)
    for country in (_COUNTRY, _COUNTRY_BARE):
        match = country.match(cleaner.text.strip())
        if match:
            cleaner.become(cleaner.text.strip()[match.end() :], Note.COUNTRY_CODE)
            break
    if _LANDLINE.fullmatch(cleaner.text.strip()):
        return Checked(None, (Problem.MOBILE_LANDLINE,))
    cleaner.become(_DASHES.sub("", cleaner.text), Note.SEPARATORS)
    cleaner.drop_spaces()
    number = cleaner.text
    if not (number.isascii() and number.isdigit()) or len(number) != 11:
        return Checked(None, (Problem.MOBILE_LENGTH,))
    if not _MOBILE.fullmatch(number):
        return Checked(None, (Problem.MOBILE_PREFIX,))
    return cleaner.done(number)


# GA 36-2018: province, letter of the city, five letters or digits without I and O; new-energy cars have six,
# with D, F (or A, B, C, E, G, H, J, K) first on small ones and D or F last on large ones.
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z](?:"
    r"[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领]|[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])"
    rf"|WJ[{_PROVINCES}]?\d{{4}}[0-9A-Z]|\d{{6}}使|使\d{{6}}"
)
_NO_PLATE = frozenset({"无车", "没", "无车辆", "没车", "否", "不开车", "0"})
_PLATE_MARKS = re.compile(r"[\s\-_.·•・･‧．∙⋅●—–]")


def check_plate(raw: CellValue) -> Checked[str]:
    """A plate number without marks, upper case; blank, a dash or 无 is no vehicle."""
    if is_blank(raw):
        return Checked(None)
    if not isinstance(raw, str) or len(raw) > 100:
        return Checked(None, (Problem.PLATE_BAD,))
    if says_nothing(raw) or raw.strip() in _NO_PLATE:
        return Checked(None, (), (Note.PLATE_NONE,))
    cleaner = Cleaner(raw)
    cleaner.drop_invisible()
    cleaner.narrow(everything=True)
    cleaner.text = _PLATE_MARKS.sub("", cleaner.text).upper()
    if not _PLATE.fullmatch(cleaner.text):
        return Checked(None, (Problem.PLATE_BAD,))
    return Checked(cleaner.text, (), (Note.PLATE_FORMAT,) if cleaner.text != raw else ())
