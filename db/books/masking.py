"""Names and numbers as they are shown to those who need not read them in full."""

from __future__ import annotations

import re

MASK = "*"
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def mask_name(name: str) -> str:
    """王小芳 is 王*芳, 王芳 is 王*; a longer name keeps its first and last character and one star a
    character between.

    Of a name in Latin letters each word keeps its first letter: `Mary O'Neill` is `M*** O******`, whatever
    is hidden keeps its length no longer than six. In a name with a middle dot the part after the last dot
    keeps its last character: 阿依古丽·买买提 is 阿***·**提.
    """
    name = name.strip()
    if not _HAN.search(name):
        return " ".join(word[0] + MASK * min(len(word) - 1, 6) for word in name.split())
    if len(name) < 2:
        return name and MASK
    if len(name) == 2:
        return name[0] + MASK
    hidden = re.sub(r"[^·]", MASK, name[1:-1])
    return name[0] + hidden + name[-1]


def mask_id_no(id_no: str) -> str:
    """`4223 **** **** 1824`: the first four and the last four of an identity number.

    Shorter documents keep two at either end, of fewer than six characters nothing is shown.
    """
    number = id_no.strip()
    if len(number) >= 15:
        return f"{number[:4]} **** **** {number[-4:]}"
    if len(number) < 6:
        return MASK * len(number)
    return number[:2] + MASK * (len(number) - 4) + number[-2:]


def mask_phone(phone: str) -> str:
    """`138 **** 7716`: the first three and the last four of a mobile number; of another number the last
    two."""
    number = phone.strip()
    if len(number) == 11:
        return f"{number[:3]} **** {number[-4:]}"
    if len(number) < 4:
        return MASK * len(number)
    return MASK * (len(number) - 2) + number[-2:]
