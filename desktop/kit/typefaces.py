"""The typeface: Noto Sans SC in two weights, or what the machine has.

The two static files are made when the package is built (`resources/fonts/`). Without them the program takes the
Chinese typeface of Windows or macOS, so it still reads well.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

from PySide6.QtGui import QFontDatabase

FAMILY = "Noto Sans SC"
FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
# Rare characters of names (𠮷) that the first two lack, cut out of sister fonts.
RARE_FILES = (
    "NotoSansJP-Rare-Regular.ttf",
    "NotoSansJP-Rare-Bold.ttf",
    "NotoSansTC-Rare-Regular.ttf",
    "NotoSansTC-Rare-Bold.ttf",
)
FALLBACK = (
    "Noto Sans JP",
    "Noto Sans TC",
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)


@lru_cache(maxsize=1)
def load_typefaces() -> bool:
    """Give the shipped files to Qt, once a run. False when they are not there."""
    loaded = 0
    for name in (*FILES, *RARE_FILES):
        resource = files("resources") / "fonts" / name
        if not resource.is_file():
            continue
        with as_file(resource) as path:
            # A path in a folder with a Chinese user name is read by Qt itself: no narrow C string is involved.
            loaded += QFontDatabase.addApplicationFont(str(path)) >= 0
    return loaded == len(FILES) + len(RARE_FILES)


def families() -> list[str]:
    """Family names in the order in which they are tried."""
    return [FAMILY, *FALLBACK]
