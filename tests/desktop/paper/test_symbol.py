"""The fast way to a symbol gives the library's own symbol, module by module."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from desktop.paper.symbol import MASK, Symbol, numeric_symbol, seal_symbol, text_symbol, token_symbol
from tests.desktop.paper.paper import district_faces, read_by_zxing

# The most digits that versions 1, 6 and 7 hold at level M (ISO/IEC 18004, table 7).
CAPACITY = {1: 34, 6: 255, 7: 293}


def library_rows(digits: str, version: int) -> tuple[int, ...]:
    code = QRCode(version=version, error_correction=ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.add_data(digits, optimize=0)
    code.make(fit=False)
    return tuple(int("".join("1" if module else "0" for module in row), 2) for row in code.modules)


def picture(symbol: Symbol) -> Image.Image:
    image = Image.new("L", (symbol.size + 8, symbol.size + 8), 255)
    for y, row in enumerate(symbol.rows):
        for x in range(symbol.size):
            if row >> symbol.size - 1 - x & 1:
                image.putpixel((x + 4, y + 4), 0)
    return image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)


@given(
    st.sampled_from(sorted(CAPACITY)).flatmap(
        lambda version: st.tuples(
            st.just(version), st.text("0123456789", min_size=1, max_size=CAPACITY[version])
        )
    )
)
def test_every_symbol_is_the_librarys_symbol(case: tuple[int, str]) -> None:
    version, digits = case
    assert numeric_symbol(digits, version).rows == library_rows(digits, version)


@pytest.mark.parametrize("version", sorted(CAPACITY))
def test_a_full_symbol_is_the_librarys_and_one_digit_more_is_refused(version: int) -> None:
    digits = "9" * CAPACITY[version]
    assert numeric_symbol(digits, version).rows == library_rows(digits, version)
    with pytest.raises(ValueError, match="do not fit"):
        numeric_symbol(digits + "9", version)


def test_a_home_token_is_21_modules_wide_and_a_district_token_always_41() -> None:
    assert token_symbol("2" + "0" * 29).size == 21
    assert token_symbol("1" + "0" * 250).size == 41
    assert token_symbol("1" + "0" * 190).size == 41


def test_a_seal_of_256_digits_fits() -> None:
    digits = str(int.from_bytes(b"\x03" + b"\xff" * 106, "big"))
    assert len(digits) == 256
    assert read_by_zxing(picture(seal_symbol(digits))) == [digits]


def test_the_published_district_tokens_read_back() -> None:
    for face in district_faces():
        assert read_by_zxing(picture(token_symbol(face.token))) == [face.token]


def test_a_recovery_key_reads_back() -> None:
    key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
    assert read_by_zxing(picture(text_symbol(key))) == [key]


def test_what_is_not_digits_is_no_token() -> None:
    with pytest.raises(ValueError, match="decimal digits only"):
        token_symbol("２００３１２")
