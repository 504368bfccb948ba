"""The translation catalogues: which source files belong to which, and how they are brought up to date.

    python -m resources.catalogues [AREA ...]

One Chinese catalogue an area, `<area>_zh_CN.ts`; an English one, `<area>_en.ts`, only where `%n` needs plural
forms. Source strings are English. Existing translations are kept, new strings come in as unfinished, and the
strings that the source no longer has go.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from resources.build import TRANSLATIONS, BuildFailed, compile_translations, run_qt_tool
from resources.source_strings import UnreadableString, as_cpp, strings_of

ROOT = Path(__file__).resolve().parent.parent
COMMON = "common"
PAPER = "paper"


def area_of(source: Path) -> str:
    """The area that a file of `desktop/` belongs to: its page's folder, `paper`, or `common`."""
    parts = source.relative_to(ROOT / "desktop").parts
    if parts[0] == PAPER:
        return PAPER
    if parts[0] == "views" and len(parts) > 2:
        return parts[1]
    return COMMON


def sources() -> dict[str, list[Path]]:
    """Every area that has source files, with its files in a fixed order."""
    areas: dict[str, list[Path]] = {}
    for source in sorted((ROOT / "desktop").rglob("*.py")):
        areas.setdefault(area_of(source), []).append(source)
    return areas


def catalogue(area: str, language: str, folder: Path = TRANSLATIONS) -> Path:
    """Where the area's catalogue of `zh_CN` or `en` lies."""
    return folder / f"{area}_{language}.ts"


def update(area: str, files: list[Path], folder: Path = TRANSLATIONS) -> list[Path]:
    """Brings the area's catalogues in `folder` up to date with `files`; returns those that there are.

    A catalogue without any string is removed. Raises BuildFailed when PySide6's lupdate is missing or fails.
    """
    kept = []
    for language, options in (("zh_CN", ()), ("en", ("-pluralonly",))):
        path = catalogue(area, language, folder)
        run_lupdate(files, path, language, *options)
        if messages(path):
            kept.append(path)
        else:
            path.unlink()
    return kept


def run_lupdate(files: list[Path], path: Path, language: str, *options: str) -> None:
    """Lets lupdate merge the strings of `files` into `path`, without line numbers: a moved line is no change."""
    with tempfile.TemporaryDirectory() as scratch:
        strings = Path(scratch) / "strings.cpp"
        try:
            strings.write_text(as_cpp([string for file in files for string in strings_of(file)]), "utf-8")
        except UnreadableString as problem:
            raise BuildFailed(str(problem)) from None
        languages = ("-source-language", "en", "-target-language", language)
        flags = ("-silent", "-no-obsolete", "-locations", "none", *options)
        run_qt_tool("lupdate", *flags, *languages, str(strings), "-ts", str(path))


def messages(path: Path) -> list[ElementTree.Element]:
    """Every `<message>` of a catalogue."""
    return ElementTree.parse(path).getroot().findall("context/message")


def unfinished(path: Path) -> int:
    """How many strings of a catalogue still wait for a translation."""
    return sum(message.find("translation[@type='unfinished']") is not None for message in messages(path))


def main(wanted: list[str]) -> int:
    areas = sources()
    if unknown := [area for area in wanted if area not in areas]:
        print(f"No such area: {', '.join(unknown)}. There are {', '.join(areas)}.", file=sys.stderr)
        return 2
    try:
        for area in wanted or areas:
            for path in update(area, areas[area]):
                print(
                    f"{path.relative_to(ROOT)}: {len(messages(path))} strings, {unfinished(path)} unfinished"
                )
        compile_translations()
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
