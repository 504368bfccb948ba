"""What an export puts on a drive, read back by someone who has only the contract."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import openpyxl
import pypdf
import pytest

from db.books.verdict import Direction
from db.errors import Denied, Refusal, RefusalCode
from db.exchange.bundle_reading import read_bundle
from db.ledger.store import tip
from db.register import open_register
from db.trust.age_keys import read_identity
from db.trust.roles import Role
from desktop.operations import operators
from desktop.operations.days import seal
from desktop.operations.exported import unexported_count
from desktop.operations.exports import export_day, plan_export
from desktop.tasks import Progress
from tests.desktop.exchange import independent
from tests.desktop.gate_day import PHOTO, Gate
from tests.registers import OPERATOR, PASSPHRASE

DAY = "2020-02-10"


def drive_in(folder: Path, name: str = "drive") -> Path:
    """An empty drive."""
    drive = folder / name
    drive.mkdir()
    return drive


def only_bundle(folder: Path) -> Path:
    """The bundle of a day's folder."""
    return next(folder.glob("gatebook-*"))


def test_the_days_folder_holds_what_the_contract_names(busy_gate: Gate, tmp_path: Path) -> None:
    drive = drive_in(tmp_path)
    result = export_day(busy_gate.register, DAY, drive).value
    folder = drive / "Gatebook" / "0312" / "2020-02-10"
    assert result.folder == folder
    last = unexported_last(busy_gate)
    assert sorted(independent.check_sums(folder)) == [
        "day-log.csv",
        "day-log.xlsx",
        "day-report.pdf",
        f"gatebook-0312-e1-000001-{last:06d}.gbk.age",
    ]
    assert [file.path.name for file in result.files][-1] == "SHA256SUMS"
    for file in result.files:
        data = file.path.read_bytes()
        assert (file.bytes, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (result.day, result.first, result.last, result.lines) == (DAY, 1, last, last)
    assert not list(drive.rglob("*.part"))


def unexported_last(gate: Gate) -> int:
    """The ledger's last line."""
    with gate.register.reading() as connection:
        return tip(connection, 312).seq


def test_the_bundle_opens_with_the_recovery_key_and_every_hash_and_signature_fits(
    busy_gate: Gate, tmp_path: Path
) -> None:
    result = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value
    data = only_bundle(result.folder).read_bytes()
    bundle = independent.read(data, busy_gate.made.recovery_key)
    assert bundle.manifest["format"] == "gatebook-bundle/1"
    assert bundle.manifest["key"] == busy_gate.made.key
    assert bundle.manifest["prev"] == "0" * 64
    kinds = [line["head"]["kind"] for line in bundle.lines]
    assert kinds[0] == "gate.opened"
    assert kinds.count("entry.recorded") == 5
    assert list(bundle.attachments.values()) == [PHOTO]
    assert "王小芳".encode() not in data


def test_the_csv_has_each_numbered_line_masked_and_inert(busy_gate: Gate, tmp_path: Path) -> None:
    folder = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value.folder
    raw = (folder / "day-log.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert ",".join(rows[0]) == "no,time,direction,book,pass,name,unit,temp,verdict,operator,voided,note"
    shown = [[row[0], *row[2:10]] for row in rows[1:]]
    assert shown == [
        ["1", "in", "medical", "M-0312-000002", "王*芳", "市中心医院", "36.5", "ok", "李秀兰"],
        ["2", "in", "official", "O-0312-000001", "赵*", '\'=HYPERLINK("x")', "36.2", "ok", "李秀兰"],
        ["3", "out", "medical", "M-0312-000002", "王*芳", "市中心医院", "36.6", "ok", "李秀兰"],
        ["4", "out", "official", "O-0312-000001", "赵*", '\'=HYPERLINK("x")', "36.8", "attention", "李秀兰"],
        ["5", "in", "visitor", "", "刘*爷", "", "", "ok", "李秀兰"],
    ]
    assert [row[1] for row in rows[1:3]] == ["2020-02-10T08:00:00+08:00", "2020-02-10T08:07:00+08:00"]
    assert [bool(row[10]) for row in rows[1:]] == [False, False, True, False, False]
    assert "记错人" in rows[3][11] and "送菜" in rows[5][11]


def test_the_xlsx_says_the_same(busy_gate: Gate, tmp_path: Path) -> None:
    folder = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value.folder
    sheet = openpyxl.load_workbook(folder / "day-log.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5]
    assert [row[5] for row in rows] == ["王*芳", "赵*", "王*芳", "赵*", "刘*爷"]
    assert [row[7] for row in rows] == [36.5, 36.2, 36.6, 36.8, None]
    assert rows[1][6] == '=HYPERLINK("x")'
    assert sheet.cell(3, 7).data_type == "s"


def test_the_report_is_a_pdf_without_a_whole_name(busy_gate: Gate, tmp_path: Path) -> None:
    folder = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value.folder
    text = "".join(page.extract_text() for page in pypdf.PdfReader(folder / "day-report.pdf").pages)
    assert "2020-02-10" in text and "赵*" in text
    assert "王小芳" not in text and "赵伟" not in text


@pytest.mark.parametrize("plain", [False, True], ids=["encrypted", "plain"])
def test_one_byte_changed_anywhere_in_a_bundle_is_refused(gate: Gate, tmp_path: Path, plain: bool) -> None:
    gate.cross(gate.medic, Direction.IN, 365)
    reason = "本次不加密" if plain else None
    result = export_day(gate.register, DAY, drive_in(tmp_path), plain, reason).value
    data = only_bundle(result.folder).read_bytes()
    identity = None if plain else read_identity(gate.made.recovery_key)
    assert read_bundle(io.BytesIO(data), identity).manifest.last == result.last
    step = max(1, len(data) // 400)
    for place in range(0, len(data), step):
        changed = data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]
        with pytest.raises(Refusal):
            read_bundle(io.BytesIO(changed), identity)


def test_a_second_export_replaces_nothing_and_holds_only_what_is_new(busy_gate: Gate, tmp_path: Path) -> None:
    drive = drive_in(tmp_path)
    first = export_day(busy_gate.register, DAY, drive).value
    before = {path: path.read_bytes() for path in first.folder.iterdir()}
    assert unexported_count(busy_gate.register) == 0
    busy_gate.cross(busy_gate.medic, Direction.OUT, 364)
    assert unexported_count(busy_gate.register) == 1
    second = export_day(busy_gate.register, DAY, drive).value
    assert second.folder.name == "2020-02-10-2"
    assert (second.first, second.lines) == (first.last + 1, 1)
    assert {path: path.read_bytes() for path in first.folder.iterdir()} == before
    bundle = independent.read(only_bundle(second.folder).read_bytes(), busy_gate.made.recovery_key)
    assert bundle.manifest["prev"] != "0" * 64
    assert [line["head"]["kind"] for line in bundle.lines] == ["entry.recorded"]


def test_another_copy_for_another_drive_holds_the_last_lines_again(busy_gate: Gate, tmp_path: Path) -> None:
    first = export_day(busy_gate.register, DAY, drive_in(tmp_path, "one")).value
    assert plan_export(busy_gate.register, DAY).again
    second = export_day(busy_gate.register, DAY, drive_in(tmp_path, "two")).value
    assert (second.first, second.last) == (first.first, first.last)
    assert second.folder.name == "2020-02-10"


def test_lines_since_a_line_and_the_bundle_alone(busy_gate: Gate, tmp_path: Path) -> None:
    drive = drive_in(tmp_path)
    result = export_day(busy_gate.register, DAY, drive, since=3, bundle_only=True).value
    assert [file.path.parent for file in result.files] == [drive]
    bundle = independent.read(result.files[0].path.read_bytes(), busy_gate.made.recovery_key)
    assert bundle.manifest["first"] == 4
    assert unexported_count(busy_gate.register) == result.last, "lines 1 to 3 are on no drive"


def test_whole_names_are_a_leads_and_the_reason_is_a_line(busy_gate: Gate, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_day(busy_gate.register, DAY, tmp_path, masked=False, reason="  ")
    assert refused.value.code is RefusalCode.REASON_NEEDED
    assert not (tmp_path / "Gatebook").exists()
    result = export_day(busy_gate.register, DAY, drive_in(tmp_path), masked=False, reason="流调要全名").value
    assert "王小芳" in (result.folder / "day-log.csv").read_text("utf-8-sig")
    last = independent.read(only_bundle(result.folder).read_bytes(), busy_gate.made.recovery_key).lines[-1]
    assert last["head"]["kind"] == "export.unmasked"
    assert last["body"] == {"day": DAY, "reason": "流调要全名"}


def test_a_plain_bundle_says_why_and_is_a_leads(busy_gate: Gate, tmp_path: Path) -> None:
    result = export_day(busy_gate.register, DAY, drive_in(tmp_path), plain=True, reason="指挥部要求").value
    bundle = only_bundle(result.folder)
    assert bundle.name.endswith(".gbk")
    line = independent.read(bundle.read_bytes(), None).lines[-1]
    assert (line["head"]["kind"], line["body"]["reason"]) == ("export.plain", "指挥部要求")


def test_a_sealed_day_carries_its_seal_on_paper(busy_gate: Gate, tmp_path: Path) -> None:
    assert not plan_export(busy_gate.register, DAY).sealed
    seal(busy_gate.register, DAY)
    plan = plan_export(busy_gate.register, DAY)
    assert plan.sealed and plan.supplements == 0 and plan.entries == 5
    folder = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value.folder
    text = pypdf.PdfReader(folder / "day-report.pdf").pages[0].extract_text()
    assert "5" in text and "李秀兰" in text


def test_yesterday_is_sealed_before_it_leaves(busy_gate: Gate, tmp_path: Path) -> None:
    busy_gate.clock.forward(days=1)
    result = export_day(busy_gate.register, DAY, drive_in(tmp_path)).value
    kinds = [
        line["head"]["kind"]
        for line in independent.read(
            only_bundle(result.folder).read_bytes(), busy_gate.made.recovery_key
        ).lines
    ]
    assert kinds[-1] == "day.sealed"
    assert unexported_count(busy_gate.register) == 0


def test_a_day_on_which_nothing_happened_leaves_too(gate: Gate, tmp_path: Path) -> None:
    result = export_day(gate.register, DAY, drive_in(tmp_path)).value
    lines = (result.folder / "day-log.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 1
    text = pypdf.PdfReader(result.folder / "day-report.pdf").pages[0].extract_text()
    assert "零报告" in text


@pytest.mark.parametrize("day", ["2020-02-11", "today", "2020-02-31"])
def test_a_day_to_come_or_no_day_is_refused(gate: Gate, tmp_path: Path, day: str) -> None:
    with pytest.raises(Refusal) as refused:
        export_day(gate.register, day, tmp_path)
    assert refused.value.params["field"] == "day"


def test_the_day_is_one_state_of_the_register(busy_gate: Gate, tmp_path: Path) -> None:
    """What is written while the files are on their way is in none of them."""
    progress = Progress()
    seen: list[object] = []

    def meanwhile(told: object) -> None:
        if not seen:
            busy_gate.cross(busy_gate.medic, Direction.OUT, 364)
        seen.append(told)

    progress.told.connect(meanwhile)
    result = export_day(busy_gate.register, DAY, drive_in(tmp_path), progress=progress).value
    rows = (result.folder / "day-log.csv").read_text("utf-8-sig").splitlines()
    bundle = independent.read(only_bundle(result.folder).read_bytes(), busy_gate.made.recovery_key)
    assert len(rows) - 1 == 5
    assert sum(line["head"]["kind"] == "entry.recorded" for line in bundle.lines) == 5
    assert unexported_count(busy_gate.register) == 1


def test_a_volunteer_cannot_sign_and_nothing_is_written(busy_gate: Gate, tmp_path: Path) -> None:
    lead = busy_gate.register.key_file.unlock(OPERATOR, PASSPHRASE)
    operators.add(busy_gate.register, lead, "小陈", Role.VOLUNTEER, "volunteer pass 1")
    unlocked = busy_gate.register.key_file.unlock("小陈", "volunteer pass 1")
    busy_gate.register.as_operator(unlocked)
    with pytest.raises(Denied):
        export_day(busy_gate.register, DAY, tmp_path)
    with pytest.raises(Denied):
        seal(busy_gate.register, DAY)
    assert not (tmp_path / "Gatebook").exists()


def test_another_register_opens_the_same_file_read_only_and_may_not_export(
    busy_gate: Gate, tmp_path: Path
) -> None:
    with open_register(busy_gate.path, OPERATOR, PASSPHRASE, read_only=True) as beside:
        with pytest.raises(Refusal) as refused:
            export_day(beside, DAY, drive_in(tmp_path))
    assert refused.value.code is RefusalCode.IN_USE
