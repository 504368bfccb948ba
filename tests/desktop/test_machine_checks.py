"""Machines that will not do are told so in a sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.machine_checks import INSIDE_ZIP, TOO_OLD, why_unfit

GOOD_BUILD = 19045
UNPACKED = r"D:\门岗\gatebook\gatebook-window.exe"


@pytest.mark.parametrize(("build", "fits"), [(9600, False), (17134, False), (17763, True), (22631, True)])
def test_windows_before_1809_is_too_old(build: int, fits: bool) -> None:
    assert why_unfit("win32", build, UNPACKED) == ("" if fits else TOO_OLD)


@pytest.mark.parametrize(
    "program",
    [
        r"C:\Users\张\AppData\Local\Temp\Temp1_gatebook.zip\gatebook\gatebook.exe",
        r"C:\Users\张\AppData\Local\Temp\7zO4C2A\gatebook\gatebook.exe",
        r"C:\Users\张\AppData\Local\Temp\Rar$EXa7216.4181\gatebook\gatebook.exe",
        r"C:\Users\张\AppData\Local\Temp\BNZ.5e4c1f\gatebook\gatebook.exe",
    ],
)
def test_a_program_inside_its_zip_asks_to_be_unpacked(program: str) -> None:
    assert why_unfit("win32", GOOD_BUILD, program) == INSIDE_ZIP


@pytest.mark.parametrize(
    "program", [UNPACKED, r"E:\gatebook.exe", r"C:\Users\张\Desktop\gatebook-0.1\gatebook.exe", ""]
)
def test_an_unpacked_program_runs_wherever_it_lies(program: str) -> None:
    assert why_unfit("win32", GOOD_BUILD, program) == ""


def test_other_systems_are_not_asked() -> None:
    assert why_unfit("linux", 0, "/tmp/gatebook.zip/gatebook") == ""


def test_the_check_loads_nothing_that_an_old_system_could_not() -> None:
    code = "import sys, desktop.machine_checks; sys.exit(any(m.startswith(('PySide6', 'db')) for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
