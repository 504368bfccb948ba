"""Names of people: what counts as one, and how it is put right."""

from __future__ import annotations

import re
import unicodedata

from db.books.checked import MAX_NAME, CellValue, Checked, Cleaner, Note, Problem, is_blank

# U+3007 is a letter of names (〇); the blocks hold all that Unicode calls Han, the compatibility ones
# included.
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_SPACE_AT_HAN = re.compile(rf"\s+(?=[{_HAN}·])|(?<=[{_HAN}·])\s+")
_DOTS = re.compile("[•・･‧．∙⋅●․·᛫]")
_DOT_AT_HAN = re.compile(rf"(?<=[{_HAN}])\.(?=[{_HAN}])")
_FORMULA_SIGNS = "=+-@#"
_NEVER_IN_NAMES = re.compile('[=@<>{}\\[\\]|\\\\^~`$%*?!:;,/&_#"，、；：？！。／＊＝＠�…—]')
_NOT_NAMES = frozenset(
    {"无", "没有", "暂无", "同上", "未知", "待定", "不详", "空", "合计", "总计", "小计", "共计", "姓名"}
    | {"none", "null", "na", "nan", "name", "total", "true", "false"}
)


def check_name(raw: CellValue) -> Checked[str]:
    """A person's name. Spaces go from Chinese names (they only widen short ones) and stay single in others;
    every sign that units use for the dot in Uighur, Kazakh and other names becomes U+00B7."""
    if is_blank(raw):
        return Checked(None, (Problem.NAME_MISSING,))
    if not isinstance(raw, str):
        return Checked(None, (Problem.NAME_NOT_A_NAME,))
    if len(raw) > 10 * MAX_NAME:
        return Checked(None, (Problem.CELL_TOO_LONG,))
    cleaner = Cleaner(raw)
    cleaner.drop_invisible()
    cleaner.narrow()
    if cleaner.text.strip()[:1] in _FORMULA_SIGNS and '"' not in cleaner.text[:3]:
        return Checked(None, (Problem.NAME_NOT_A_NAME,))
    cleaner.unwrap()
    if _HAN_CHARACTER.search(cleaner.text):
        dotted = _DOT_AT_HAN.sub("·", _DOTS.sub("·", cleaner.text))
        cleaner.become(dotted, Note.MIDDLE_DOT)
        cleaner.become(_SPACE_AT_HAN.sub("", cleaner.text), Note.SPACES)
    cleaner.become(" ".join(cleaner.text.split()), Note.SPACES)
    name = cleaner.text
    if not name:
        return Checked(None, (Problem.NAME_MISSING,))
    if len(name) > MAX_NAME:
        return Checked(None, (Problem.CELL_TOO_LONG,))
    if not _is_a_name(name):
        return Checked(None, (Problem.NAME_NOT_A_NAME,))
    return cleaner.done(name, *([Problem.NAME_HAS_DIGIT] if any(map(str.isdigit, name)) else []))


def _is_a_name(name: str) -> bool:
    if name.lower() in _NOT_NAMES or _NEVER_IN_NAMES.search(name):
        return False
    kinds = {unicodedata.category(character) for character in name}
    return any(kind[0] == "L" for kind in kinds) or "〇" in name
