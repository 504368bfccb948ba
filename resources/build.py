"""Makes what the repository does not carry: the Chinese fonts and the compiled translations.

Called by the build hook for every wheel and editable install, and by hand after a change:

    python -m resources.build [fonts] [translations] [--again]

Both results are ignored by git and shipped in the wheel and in the frozen program.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent
FONTS = RESOURCES / "fonts"
TRANSLATIONS = RESOURCES / "translations"

FONT_PACKAGE = "justmytype_intl_cjk"
FONT_FOLDER = "fonts/ofl/notosanssc"
FONT_SOURCE = "NotoSansSC[wght].ttf"
FONT_LICENCE = "OFL.txt"
WEIGHTS = {"NotoSansSC-Regular.ttf": 400, "NotoSansSC-Bold.ttf": 700}
# What Noto Sans SC lacks, in names above all (𠮷), from its sisters in the same package: folder, source, made file.
RARE_SOURCES = {
    "NotoSansJP-Rare": ("fonts/ofl/notosansjp", "NotoSansJP[wght].ttf"),
    "NotoSansTC-Rare": ("fonts/ofl/notosanstc", "NotoSansTC[wght].ttf"),
}
RARE_FROM = 0x3400
# Raised when the instancing below changes, so that fonts made the old way are made again.
FONT_RECIPE = 2


class BuildFailed(Exception):
    """A tool or source that the build needs is missing, or refused its input; the message says which."""


def make_fonts(folder: Path = FONTS, again: bool = False) -> list[Path]:
    """Instances Noto Sans SC Regular (400) and Bold (700), the rare characters of its sisters in the same weights,
    with their licence, and returns all files.

    Static files, because Qt shows the variable one Thin whatever the style sheet says, and reportlab too.
    Takes some ten seconds a weight; skipped when `folder` already holds fonts of this source and recipe.
    Raises BuildFailed when the package with the variable font is not installed.
    """
    made = [folder / name for name in font_names()]
    licence = folder / FONT_LICENCE
    stamp = folder / "made-from.txt"
    source_folder = _package_folder(FONT_PACKAGE)
    if source_folder is None:
        # Made earlier by the build, whose own environment has the source; this one need not.
        if fonts_made(folder) and not again:
            return [*made, licence]
        raise BuildFailed(f"The package {FONT_PACKAGE} with the variable Noto Sans SC is not installed.")
    source = source_folder / FONT_FOLDER / FONT_SOURCE
    origin = f"recipe {FONT_RECIPE}, sha256 {hashlib.sha256(source.read_bytes()).hexdigest()}\n"
    if not again and fonts_made(folder) and stamp.exists() and stamp.read_text("ascii") == origin:
        return [*made, licence]
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    licence.write_bytes((source_folder / FONT_FOLDER / FONT_LICENCE).read_bytes())
    # One process a weight, at the same time: fontTools works on every glyph, and one core each takes ten seconds.
    orders = [["instance", str(source), str(weight), str(folder / name)] for name, weight in WEIGHTS.items()]
    orders.append(["rare", str(source_folder), str(folder)])
    workers = [
        subprocess.Popen([sys.executable, __file__, *order], stderr=subprocess.PIPE, text=True)
        for order in orders
    ]
    errors = [worker.communicate()[1] for worker in workers]
    if any(worker.returncode for worker in workers):
        raise BuildFailed(f"The fonts could not be made: {' '.join(errors)}")
    stamp.write_text(origin, "ascii")
    return [*made, licence]


def instance_font(source: Path, weight: int, target: Path) -> None:
    """Writes the static instance of `source` at `weight` to `target`, named so that Qt sees one family."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

    font = TTFont(source, recalcTimestamp=False)
    # updateFontNames renames by the STAT table: family "Noto Sans SC", style Regular or Bold.
    # Overlapping outlines are kept and flagged, as renderers fill them rightly and removal takes minutes.
    instantiateVariableFont(
        font, {"wght": weight}, inplace=True, overlap=OverlapMode.KEEP_AND_SET_FLAGS, updateFontNames=True
    )
    _save(font, target)


def make_rare(source_folder: Path, folder: Path) -> None:
    """Writes the small fonts of the Chinese characters that Noto Sans SC has not and a sister has, each once.

    Two thousand characters in a second or two, as they are cut out before they are instanced.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

    there = set(TTFont(source_folder / FONT_FOLDER / FONT_SOURCE, lazy=True).getBestCmap())
    for name, (place, file) in RARE_SOURCES.items():
        source = source_folder / place / file
        rare = {code for code in TTFont(source, lazy=True).getBestCmap() if code >= RARE_FROM} - there
        there |= rare
        for kept, weight in WEIGHTS.items():
            font = TTFont(source, recalcTimestamp=False)
            subsetter = subset.Subsetter(
                subset.Options(layout_features=[], notdef_outline=True, name_IDs=["*"])
            )
            subsetter.populate(unicodes=rare)
            subsetter.subset(font)
            instantiateVariableFont(
                font,
                {"wght": weight},
                inplace=True,
                overlap=OverlapMode.KEEP_AND_SET_FLAGS,
                updateFontNames=True,
            )
            _save(font, folder / f"{name}-{_style(kept)}.ttf")


def font_names() -> list[str]:
    """The font files that are made, the two weights of Noto Sans SC first."""
    return [*WEIGHTS, *(f"{name}-{_style(kept)}.ttf" for name in RARE_SOURCES for kept in WEIGHTS)]


def _style(file: str) -> str:
    return Path(file).stem.rpartition("-")[2]


def _save(font: Any, target: Path) -> None:
    partial = target.with_suffix(".partial")
    font.save(partial)
    os.replace(partial, target)


def fonts_made(folder: Path = FONTS) -> bool:
    """Whether all fonts and the licence are in `folder`."""
    return all((folder / name).is_file() for name in (*font_names(), FONT_LICENCE))


def compile_translations(folder: Path = TRANSLATIONS, again: bool = False) -> list[Path]:
    """Compiles each `.ts` in `folder` to a `.qm` beside it, removes orphans, and returns the `.qm` files.

    Skips a catalogue whose `.qm` is newer. Raises BuildFailed when PySide6's lrelease is missing or fails.
    """
    catalogues = sorted(folder.glob("*.ts"))
    wanted = [catalogue.with_suffix(".qm") for catalogue in catalogues]
    for orphan in set(folder.glob("*.qm")) - set(wanted):
        orphan.unlink()
    for catalogue, compiled in zip(catalogues, wanted, strict=True):
        if again or not _is_newer(compiled, catalogue):
            run_qt_tool("lrelease", "-silent", str(catalogue), "-qm", str(compiled))
    return wanted


def stale_translations(folder: Path = TRANSLATIONS) -> list[Path]:
    """The catalogues whose `.qm` is missing or older."""
    return [ts for ts in sorted(folder.glob("*.ts")) if not _is_newer(ts.with_suffix(".qm"), ts)]


def run_qt_tool(name: str, *arguments: str) -> str:
    """Runs a Qt tool that lies in the PySide6 package and returns what it printed; raises BuildFailed."""
    package = _package_folder("PySide6")
    if package is None:
        raise BuildFailed(f"PySide6, which brings {name}, is not installed.")
    tool = package / (f"{name}.exe" if sys.platform == "win32" else name)
    done = subprocess.run(
        [tool, *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        raise BuildFailed(f"{name} failed ({done.returncode}): {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def _package_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    places: Iterable[str] = spec.submodule_search_locations or () if spec else ()
    return next((Path(place) for place in places), None)


def _is_newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["instance"]:  # a worker of make_fonts
        source, weight, target = arguments[1:]
        instance_font(Path(source), int(weight), Path(target))
        return 0
    if arguments[:1] == ["rare"]:  # another
        make_rare(*map(Path, arguments[1:]))
        return 0
    parser = argparse.ArgumentParser(prog="python -m resources.build")
    parser.add_argument("what", nargs="*", help="fonts, translations; both when nothing is named")
    parser.add_argument("--again", action="store_true", help="even when they are there and current")
    options = parser.parse_args(arguments)
    steps = {"fonts": make_fonts, "translations": compile_translations}
    if unknown := set(options.what) - set(steps):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    try:
        for name in options.what or steps:
            for path in steps[name](again=options.again):
                print(path.relative_to(RESOURCES.parent))
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
