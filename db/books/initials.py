"""The letters by which a name is looked up: the first of each syllable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

ENOUGH_READINGS = 64
"""Combinations kept of one name: a name of many heteronyms must not fill the register."""

# Family names that are not read as the character usually is. Where both readings are families' own, both
# letters count. Source: 通用规范汉字字典's notes on readings as surnames (旧读 left out).
_SINGLE = """
曾z 单s 仇q 解x 区o 查z 朴p 盖g 乐yl 覃qt 翟zd 谌cs 召sz 隗kw 员y 繁p 缪m 种c 折s 么y 秘b 藏z 祭z 宓m 句g 洗x
冼x 郇xh 俞y 褚c 车c 石s 沈s 柏b 牟m 贾j 盛s 宿s 曲q 瞿q 尉w 行x 教j 那n 都d 强q
"""
_DOUBLE = "尉迟yc 万俟mq 长孙zs 令狐lh 单于cy 澹台tt 呼延hy 鲜于xy 宰父zf"
_FAMILY_NAMES: dict[str, tuple[str, ...]] = {word[0]: (word[1:],) for word in _SINGLE.split()}
_FAMILY_NAMES |= {word[:2]: tuple(word[2:]) for word in _DOUBLE.split()}

_WITHOUT_READING = {"𠮷": "j"}
"""Characters in people's names for which pypinyin 0.55 has no reading."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECES = re.compile(f"[{_HAN}]|[^\\W\\d_{_HAN}]+")


@lru_cache(maxsize=4096)
def pinyin_initials(name: str) -> frozenset[str]:
    """The strings of letters for one name: 周芳 is `zf`, 单雄信 `sxx`; 王重阳 is both `wzy` and `wcy`.

    A family name is read as a family name (曾 is z, 单 s, 仇 q, 解 x), other characters with all their
    readings, since nobody at a gate knows which one a person uses. A word in Latin letters gives its first
    letter. A character without a known reading is left out. Empty for a name of which nothing can be read.
    """
    return frozenset(_readings(name)) - {""}


def usual_initials(name: str) -> str:
    """Those of them by the commonest reading of each character, for showing: 赵强 is `zq`, though `zj` finds it too.
    Empty for a name of which nothing can be read."""
    return next(iter(_readings(name)), "")


def _readings(name: str) -> list[str]:
    """The strings of letters for a name, the commonest reading of each character first."""
    choices: list[str] = []
    rest = name
    for length in (2, 1):
        family = _FAMILY_NAMES.get(name[:length])
        if family is not None:
            choices.extend(family)
            rest = name[length:]
            break
    for piece in _PIECES.findall(rest):
        letters = _letters(piece, family_name=not choices)
        if letters:
            choices.append(letters)
    return ["".join(letters) for letters in islice(product(*choices), ENOUGH_READINGS)]


def _letters(piece: str, family_name: bool) -> str:
    """The first letters of one character's readings, the commonest first, or of one Latin word."""
    if len(piece) > 1 or not _PIECES.match(piece) or ord(piece) < 0x3007:
        return _plain(piece)[:1]
    if piece in _WITHOUT_READING:
        return _WITHOUT_READING[piece]
    # Imported late: its tables take memory and time, and most starts of the program never ask.
    from pypinyin import Style, pinyin

    readings = pinyin(piece, style=Style.NORMAL, heteronym=not family_name, errors="ignore")
    first = [_plain(reading)[:1] for reading in (readings[0] if readings else [])]
    return "".join(dict.fromkeys(letter for letter in first if letter.isascii() and letter.isalpha()))


def _plain(text: str) -> str:
    """Without tone marks and accents, lower case."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in bare if not unicodedata.combining(character))
