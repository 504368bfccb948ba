"""The commands that read and write files: lists, cards, paper lines, exports, copies, verification."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from tests.desktop.cli.conftest import Gatebook, id_number


def test_a_list_is_issued_but_for_the_rows_at_fault(gatebook: Gatebook, tmp_path: Path) -> None:
    listed = tmp_path / "名单.csv"
    good, twice = id_number("李雷"), id_number("韩梅梅")
    rows = [
        "类别,姓名,身份证号,手机",
        f"医务人员,李雷,{good},13800001234",
        f"保障人员,韩梅梅,{twice},13900001234",
        f"保障人员,韩梅梅,{twice},13900001234",
        f"外星人,李四,{id_number('李四')},13800001234",
        f"医务人员,,{id_number('王五')},13800001234",
    ]
    listed.write_text("\n".join(rows) + "\n", "gb18030")
    done = gatebook("issue", listed, "--book", "medical", "--report", tmp_path / "back.xlsx")
    assert done.code == 0
    assert (done.data["rows"], done.data["issued"]) == (5, 2)
    assert {(one["row"], one["problem"]) for one in done.data["rejected"]} == {
        (5, "category_unknown"),
        (6, "name_missing"),
    }
    assert [one["row"] for one in done.data["duplicates"]] == [4]
    assert [one["pass"] for one in done.data["passes"]] == ["M-0312-000001", "S-0312-000001"]
    assert (tmp_path / "back.xlsx").read_bytes()[:2] == b"PK"
    again = gatebook("issue", listed, "--book", "medical")
    assert again.data["issued"] == 0 and len(again.data["duplicates"]) == 3


def test_a_file_that_is_no_list_is_refused_in_one_sentence(gatebook: Gatebook, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("plain text", "utf-8")
    for name, code in (("a.xlsx", 1), ("none.xlsx", 3)):
        done = gatebook("issue", tmp_path / name, "--book", "medical")
        assert (done.code, done.out, done.err.count("\n")) == (code, "", 1), name


def _codes(path: Path) -> list[str]:
    document = QPdfDocument()
    document.load(str(path))
    found = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page) * 3
        picture = QImage(document.render(page, QSize(int(size.width()), int(size.height()))))
        flat = QImage(picture.size(), QImage.Format.Format_Grayscale8)
        flat.fill(255)
        from PySide6.QtGui import QPainter

        painter = QPainter(flat)
        painter.drawImage(0, 0, picture)
        painter.end()
        memory = memoryview(flat.constBits()).cast("B", (flat.height(), flat.bytesPerLine()))
        found += [one.text for one in zxingcpp.read_barcodes(memory)]
    document.close()
    return found


def test_printed_cards_read_back_as_the_registers_tokens(gatebook: Gatebook, tmp_path: Path) -> None:
    number = gatebook.issue()
    for layout in ("a4", "cr80", "a6"):
        out = tmp_path / f"{layout}.pdf"
        done = gatebook("cards", "--book", "medical", "--numbers", "1", "--layout", layout, "--out", out)
        assert done.data["passes"] == [number]
        assert _codes(out) == [gatebook.digits(number)]
    out = tmp_path / "lines.pdf"
    gatebook("cards", "--book", "medical", "--layout", "a6", "--line-code", "--out", out)
    assert _codes(out) == [gatebook.digits(number)] * 2


def test_blank_cards_take_the_next_numbers_and_wait_for_a_person(gatebook: Gatebook, tmp_path: Path) -> None:
    gatebook.issue()
    done = gatebook("cards", "--book", "medical", "--blank", 3, "--out", tmp_path / "b.pdf")
    assert done.data["passes"] == ["M-0312-000002", "M-0312-000003", "M-0312-000004"]
    codes = _codes(tmp_path / "b.pdf")
    assert len(codes) == 3
    looked = gatebook("check", codes[0])
    assert (looked.data["verdict"], looked.data["reason"]) == ("attention", "blank")
    assert gatebook.issue("王芳") == "M-0312-000005"


def test_lines_from_paper_become_lines_of_their_own_day(gatebook: Gatebook, tmp_path: Path) -> None:
    number = gatebook.issue()
    paper = tmp_path / "paper.csv"
    rows = [
        "time,direction,pass,name,temp,note",
        f"2020-02-11 07:30,out,{number},,34.6,",
        f"2020-02-11T09:05:00+09:00,in,{number},,36.6,夜里停电",
        "2020-02-12 10:00,in,,来访者,36.5,",
        "someday,in,,甲,36.5,",
        f"2020-02-11 07:30,out,{number},,34.6,",
    ]
    paper.write_text("\n".join(rows), "utf-8")
    done = gatebook("backfill", paper)
    assert done.code == 0
    assert (done.data["rows"], done.data["recorded"]) == (5, 3)
    assert [one["row"] for one in done.data["rejected"]] == [5]
    assert [one["row"] for one in done.data["duplicates"]] == [6]
    assert [(one["row"], one["day"], one["no"]) for one in done.data["entries"]] == [
        (2, "2020-02-11", 1),
        (3, "2020-02-11", 2),
        (4, "2020-02-12", 1),
    ]
    again = gatebook("backfill", paper)
    assert again.data["recorded"] == 0 and len(again.data["duplicates"]) == 4


def test_the_days_folder_holds_what_its_checksums_say(gatebook: Gatebook, tmp_path: Path) -> None:
    digits = gatebook.digits(gatebook.issue("王小芳"))
    gatebook("record", digits, "--temp", "36.5", "--direction", "in")
    done = gatebook("export", "--to", tmp_path / "stick")
    names = {Path(file["path"]).name for file in done.data["files"]}
    assert {"day-log.csv", "day-log.xlsx", "day-report.pdf", "SHA256SUMS"} <= names
    folder = Path(done.data["files"][0]["path"]).parent
    assert folder == tmp_path / "stick" / "Gatebook" / "0312" / done.data["day"]
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        sha, name = line.split(maxsplit=1)
        assert hashlib.sha256((folder / name.lstrip("*")).read_bytes()).hexdigest() == sha
    text = (folder / "day-log.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    row = next(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert (row["no"], row["direction"], row["pass"], row["name"]) == ("1", "in", "M-0312-000001", "王*芳")
    second = gatebook("export", "--to", tmp_path / "stick")
    assert Path(second.data["files"][0]["path"]).parent.name == done.data["day"] + "-2"


def test_an_exported_bundle_verifies_with_the_recovery_key_and_not_when_a_byte_is_changed(
    gatebook: Gatebook, tmp_path: Path
) -> None:
    gatebook.issue()
    done = gatebook("export", "--to", tmp_path, "--bundle", "--since", 0, "--plain", "--reason", "演练")
    bundle = Path(done.data["files"][0]["path"])
    assert bundle.name.startswith("gatebook-0312-e1-000001-") and bundle.suffix == ".gbk"
    good = gatebook("verify", bundle)
    assert good.code == 0 and good.data["ok"] and good.data["lines"] == done.data["lines"]
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    bad = gatebook("verify", bundle)
    assert bad.code == 1 and not bad.data["ok"]


def test_a_copy_of_the_register_opens_with_the_same_passphrase(gatebook: Gatebook, tmp_path: Path) -> None:
    gatebook.issue()
    before = gatebook("verify").data
    copy = tmp_path / "copy.gatebook"
    assert gatebook("backup", copy).code == 0
    assert gatebook("backup", copy).code == 1
    gatebook.register = copy
    assert gatebook("verify").data["views"] == before["views"]


def test_a_sample_is_marked_practice_and_is_the_same_for_the_same_seed(gatebook: Gatebook) -> None:
    done = gatebook("sample", "--passes", 40, "--days", 2, "--per-day", 60, "--seed", 7)
    assert done.data["passes"] == 40 and done.data["entries"] > 0
    assert gatebook("verify").data["ok"]
    refused = gatebook("sample", "--passes", 1)
    assert refused.code == 1


def test_a_day_is_sealed_and_the_seal_on_paper_verifies(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue())
    gatebook("record", digits, "--temp", "36.5", "--direction", "in")
    sealed = gatebook("seal")
    assert sealed.data["entries"] == 1
    report = gatebook("verify", "--seal", sealed.data["digits"])
    assert report.data["ok"] and report.data["seals"] == 1
    other = str(int(sealed.data["digits"]) + 1)
    assert gatebook("verify", "--seal", other).code == 1
    assert gatebook("verify", "--seal", "").code == 1, "a scanner that read nothing"
