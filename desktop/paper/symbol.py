"""QR symbols as rows of bits: fast for the two tokens and the seal, by the `qrcode` library for any other text.

For one version, level and mask a QR symbol is an affine function, over the field of two elements, of its data
bits: the picture of a token is the picture of no data, with one fixed pattern flipped in for every bit that is
set. Those patterns are worked out once from the library's own drawing and error correction; after that a card's
symbol costs some four hundred exclusive-ors instead of a polynomial division and a walk over all modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from qrcode import QRCode, base
from qrcode.constants import ERROR_CORRECT_M

HOME_DIGITS = 30
HOME_VERSION = 1
DISTRICT_VERSION = 6
SEAL_VERSION = 7

# Of the eight masks the one with the lowest mean penalty over many tokens, in each of the three versions; the
# search for the best of each single symbol costs five times its drawing.
MASK = 2

_NUMERIC_MODE = 0b0001
_COUNT_BITS = 10
_PADDING = (0xEC, 0x11)


@dataclass(frozen=True)
class Symbol:
    """A QR symbol without its quiet zone.

    size: modules on each side.
    rows: one integer a row from the top, `size` bits each, the left module highest; 1 is black.
    """

    size: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class _Template:
    size: int
    data_bits: int
    blank: int
    flips: tuple[int, ...]


def token_symbol(digits: str) -> Symbol:
    """The symbol of a pass token: version 1 for the home token's 30 digits, version 6 for all others."""
    return numeric_symbol(digits, HOME_VERSION if len(digits) == HOME_DIGITS else DISTRICT_VERSION)


def seal_symbol(digits: str) -> Symbol:
    """The symbol of a day's seal; its 256 digits are one too many for the district token's version."""
    return numeric_symbol(digits, SEAL_VERSION)


def numeric_symbol(digits: str, version: int) -> Symbol:
    """Digits as a symbol of this very version at level M; raises `ValueError` where they do not fit."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a token is decimal digits only")
    template = _template(version)
    bits = _data_bits(digits, template.data_bits)
    picture = template.blank
    for position, flip in enumerate(template.flips):
        if bits >> position & 1:
            picture ^= flip
    return _symbol(picture, template.size)


def text_symbol(text: str) -> Symbol:
    """Any text in the smallest version at level M, by the library alone."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return _symbol(_picture(code.modules), code.modules_count)


def _data_bits(digits: str, capacity: int) -> int:
    bits = _NUMERIC_MODE << _COUNT_BITS | len(digits)
    length = 4 + _COUNT_BITS
    for start in range(0, len(digits), 3):
        group = digits[start : start + 3]
        width = (4, 7, 10)[len(group) - 1]
        bits = bits << width | int(group)
        length += width
    if length > capacity:
        raise ValueError(f"{len(digits)} digits do not fit into {capacity} bits")
    terminator = min(4, capacity - length)
    terminator += -(length + terminator) % 8
    bits <<= terminator
    for index in range((capacity - length - terminator) // 8):
        bits = bits << 8 | _PADDING[index % 2]
    return bits


def _symbol(picture: int, size: int) -> Symbol:
    row = (1 << size) - 1
    return Symbol(size, tuple(picture >> size * (size - 1 - y) & row for y in range(size)))


def _picture(modules: list[list[bool | None]]) -> int:
    return int("".join("1" if module else "0" for row in modules for module in row), 2)


@cache
def _template(version: int) -> _Template:
    blocks = base.rs_blocks(version, ERROR_CORRECT_M)
    total = sum(block.total_count for block in blocks)
    size = 17 + 4 * version
    blank = _draw(version, [0] * total)
    module = _module_of_bit(version, total, blank)
    data_of_block, correction_of_block = _interleaving(
        [(b.data_count, b.total_count - b.data_count) for b in blocks]
    )
    # Data bits in the order of the message: block after block, most significant first.
    flips: list[int] = []
    for block, places in enumerate(data_of_block):
        correction = _corrections(len(places), len(correction_of_block[block]))
        for byte, place in enumerate(places):
            for bit in range(8):
                flip = 1 << module[place * 8 + bit]
                for check, value in zip(correction_of_block[block], correction[byte][bit], strict=True):
                    for other in range(8):
                        if value >> 7 - other & 1:
                            flip |= 1 << module[check * 8 + other]
                flips.append(flip)
    return _Template(size, len(flips), blank, tuple(reversed(flips)))


def _draw(version: int, codewords: list[int]) -> int:
    code = QRCode(version=version, error_correction=ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.data_cache = codewords
    code.makeImpl(False, MASK)
    return _picture(code.modules)


def _module_of_bit(version: int, total: int, blank: int) -> list[int]:
    """Which bit of the picture shows bit n of the stream of codewords.

    The library is asked to draw the binary places of n themselves, one place a drawing, so its zigzag through
    the symbol need not be written down a second time.
    """
    bits = total * 8
    number_at: dict[int, int] = {}
    # Counted from 1, so that modules that show no data stay at 0.
    for place in range(bits.bit_length()):
        stream = [
            sum(((index * 8 + bit + 1) >> place & 1) << (7 - bit) for bit in range(8))
            for index in range(total)
        ]
        changed = _draw(version, stream) ^ blank
        while changed:
            lowest = changed & -changed
            position = lowest.bit_length() - 1
            number_at[position] = number_at.get(position, 0) | 1 << place
            changed ^= lowest
    module = [0] * bits
    for position, number in number_at.items():
        module[number - 1] = position
    return module


def _interleaving(blocks: list[tuple[int, int]]) -> tuple[list[list[int]], list[list[int]]]:
    """Places in the stream of each block's data and correction codewords (ISO/IEC 18004, 7.6)."""
    place = 0
    placed: list[list[list[int]]] = []
    for kind in (0, 1):
        of_block: list[list[int]] = [[] for _ in blocks]
        for index in range(max(block[kind] for block in blocks)):
            for number, block in enumerate(blocks):
                if index < block[kind]:
                    of_block[number].append(place)
                    place += 1
        placed.append(of_block)
    return placed[0], placed[1]


def _corrections(data: int, correction: int) -> list[list[list[int]]]:
    """The correction codewords of a block with a single bit set: by byte, and by bit from the highest."""
    generator = [1]
    for power in range(correction):
        root = base.gexp(power)
        generator = [a ^ _multiply(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
    remainder = generator[1:]
    by_byte: list[list[list[int]]] = []
    for _ in range(data):
        by_byte.append([[_multiply(value, 1 << 7 - bit) for value in remainder] for bit in range(8)])
        factor = remainder[0]
        remainder = [
            value ^ _multiply(factor, coefficient)
            for value, coefficient in zip([*remainder[1:], 0], generator[1:], strict=True)
        ]
    by_byte.reverse()
    return by_byte


def _multiply(a: int, b: int) -> int:
    """Product in the field of 256 elements of QR's error correction."""
    return int(base.gexp(base.glog(a) + base.glog(b))) if a and b else 0
