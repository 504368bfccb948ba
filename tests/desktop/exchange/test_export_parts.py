"""An export that is too large for one file leaves in several, which together are the same lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from db.books.export_parts import Limits, in_parts
from db.books.exports import Range, unexported
from db.books.issuing import issue_pass
from db.books.photos import put_photo
from db.exchange.manifest import bundle_name
from desktop.operations.exported import unexported_count
from desktop.operations.exports import export_day, plan_export
from tests.desktop.exchange import independent
from tests.desktop.gate_day import Gate
from tests.registers import holder

DAY = "2020-02-10"
KILOBYTE = 1024


def with_photos(gate: Gate) -> None:
    """Three more people, with photos of 10, 20 and 10 KB, the last the same as the first."""
    small, large = b"\xff\xd8" + bytes(10 * KILOBYTE - 2), b"\xff\xd8" + bytes(20 * KILOBYTE - 2)
    with gate.register.writing() as ledger:
        for name, photo in (("甲", small), ("乙", large), ("丙", small)):
            issue_pass(ledger, holder(name, photo=put_photo(ledger, photo)))


def parts_of(gate: Gate, limits: Limits) -> tuple[Range, list[Range]]:
    with gate.register.reading() as connection:
        whole = unexported(connection, 312)
        return whole[0], in_parts(connection, 312, whole, limits)


def test_what_fits_is_one_bundle(busy_gate: Gate) -> None:
    whole, parts = parts_of(busy_gate, Limits())
    assert parts == [whole]


@pytest.mark.parametrize("limits", [Limits(bytes=4_000), Limits(photos=1)])
def test_the_parts_follow_one_another_without_a_gap(busy_gate: Gate, limits: Limits) -> None:
    with_photos(busy_gate)
    whole, parts = parts_of(busy_gate, limits)
    assert len(parts) > 1 and (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all(one.last + 1 == other.first for one, other in pairwise(parts))
    assert all(part.count > 0 for part in parts)


def test_each_part_stays_under_the_limit_and_together_they_are_all_lines_and_photos(
    busy_gate: Gate, tmp_path: Path
) -> None:
    with_photos(busy_gate)
    limit = 24 * KILOBYTE
    result = export_day(
        busy_gate.register, DAY, tmp_path, plain=True, reason="核对", limits=Limits(limit)
    ).value
    whole, parts = parts_of_export(result.folder)
    assert len(parts) >= 3
    assert independent.check_sums(result.folder).keys() >= set(parts)
    lines, photos = [], set()
    for name in parts:
        path = result.folder / name
        assert path.stat().st_size < limit
        bundle = independent.read(path.read_bytes(), None)
        lines += [line["head"]["seq"] for line in bundle.lines]
        photos |= set(bundle.attachments)
    assert lines == list(range(1, result.lines + 1)) and whole
    assert len(photos) == 3
    assert unexported_count(busy_gate.register) == 0
    again = plan_export(busy_gate.register, DAY)
    assert [(some.first, some.last) for some in again.ranges] == [(1, result.lines)]


def test_the_room_that_is_asked_for_is_enough_and_not_far_too_much(busy_gate: Gate, tmp_path: Path) -> None:
    with_photos(busy_gate)
    planned = plan_export(busy_gate.register, DAY).bytes
    result = export_day(busy_gate.register, DAY, tmp_path).value
    taken = sum(file.bytes for file in result.files)
    assert taken <= planned < taken + 3_000_000


def parts_of_export(folder: Path) -> tuple[bool, list[str]]:
    """Whether each bundle's name begins where the one before ends; the names in order."""
    names = sorted(path.name for path in folder.glob("gatebook-*"))
    ends = [tuple(int(part) for part in name.split(".")[0].split("-")[3:]) for name in names]
    assert names == [bundle_name(312, 1, first, last, encrypted=False) for first, last in ends]
    return all(one[1] + 1 == other[0] for one, other in pairwise(ends)), names
