"""Gates let in, left, refused, cut off; the answer out of its own page."""

from __future__ import annotations

import json
from pathlib import Path

from db.books.posts import GateState, get_admission
from db.exchange.signed_document import sign_document
from desktop.kit.dialogs import ConfirmSheet
from desktop.operations import sticks
from desktop.operations.stick_files import FoundRequest, read_requests
from desktop.views.post.answers_page import AnswersPage
from desktop.views.post.gates_page import GatesPage
from tests.desks import POST, RECIPIENT, MadeGate, stamp
from tests.desktop.post.conftest import WAIT_MS, Post, gate_of


def asks(folder: Path, gate: MadeGate, name: str = "西门") -> list[FoundRequest]:
    doc = {"format": "gatebook-request/1", "gate": gate.number, "name": name, "compound": "红星里"}
    doc |= {"recipient": RECIPIENT, "made_at": stamp(1, 600)}
    path = folder / f"gatebook-request-{gate.number:04d}.json"
    path.write_bytes(sign_document(doc, gate.key))
    return read_requests([path])


def state_of(post: Post, gate: int) -> GateState | None:
    with post.session.register.reading() as connection:
        found = get_admission(connection, POST, gate)
    return found.state if found is not None else None


def test_a_gate_is_let_in_when_its_fingerprint_was_compared(post: Post) -> None:
    stranger = gate_of(8)
    path = stranger.bundle().put(post.folder)
    sticks.import_bundles(post.session.register, [path])
    page = GatesPage(post.session)
    post.shown(page)
    badges: list[str] = []
    page.badge_changed.connect(badges.append)
    page.show_subject(asks(post.folder, stranger))
    post.settle()
    assert badges[-1] == "1"
    panel = page.request
    assert not panel.admit_button.isEnabled()
    panel.compared.setChecked(True)
    panel.compound.set_text("和平里")
    panel.area.set_text("3片区")
    panel.admit_button.click()
    post.qtbot.waitUntil(lambda: state_of(post, 8) is GateState.ADMITTED, timeout=WAIT_MS)
    post.settle()
    # What it brought before it was let in is in now.
    gate = next(one for one in page._gates if one.admission.gate == 8)
    post.qtbot.waitUntil(lambda: sticks.kept_aside(post.session.register) == [], timeout=WAIT_MS)
    assert (gate.admission.compound, gate.area) == ("和平里", "3片区")
    assert badges[-1] == ""


def test_a_number_that_another_key_has_is_refused_in_words(post: Post) -> None:
    page = GatesPage(post.session)
    post.shown(page)
    page.add_requests(asks(post.folder, MadeGate.open(7, seed=99)))
    post.settle()
    page.table.choose_row(0)
    assert page.request.refused.accessibleName().startswith("Number 7 belongs to another key already.")
    assert not page.request.compared.isVisible() and not page.request.admit_button.isEnabled()
    page.request.leave_button.click()
    assert page.model.rowCount() == 2
    # A gate that asks again as it is known changes nothing, and is not asked about.
    page.add_requests(asks(post.folder, post.gates[7], "7 号门"))
    post.settle()


def test_a_lost_laptop_is_cut_off_at_the_last_line_that_is_here(post: Post) -> None:
    register = post.session.register
    sticks.import_bundles(register, [post.gates[7].bundle(1, 6).put(post.folder)])
    page = GatesPage(post.session)
    post.shown(page)
    page.show_subject(7)
    page.gate.cut_button.click()
    post.qtbot.waitUntil(lambda: bool(page.findChildren(ConfirmSheet)), timeout=WAIT_MS)
    (sheet,) = page.findChildren(ConfirmSheet)
    assert sheet.title.text() == "Cut gate 0007 7 号门 off at line 6"
    assert sheet.reasons is not None
    sheet.reasons.choose("lost")
    sheet.confirm_button.click()
    post.qtbot.waitUntil(lambda: state_of(post, 7) is GateState.CUT_OFF, timeout=WAIT_MS)
    post.settle()
    late = sticks.import_bundles(register, [post.gates[7].bundle(7).put(post.folder)]).value
    assert [one.refused.code.value for one in late.refused if one.refused] == ["signer_cut_off"]
    assert not page.gate.cut_button.isVisible()


def test_the_answer_tells_what_it_will_hold_and_is_written(post: Post) -> None:
    sticks.import_bundles(post.session.register, [post.gates[7].bundle(4).put(post.folder)])
    page = AnswersPage(post.session, post.drives)
    post.shown(page)
    assert page.title.text() == "Answer 1"
    assert page._values["resend"].text() == "gate 0007 lines 1–3"
    page.notes.edit.setPlainText("明天停电\n\n")
    page.orders.edit.setPlainText("查验返咸人员")
    stick, folder = post.stick("KINGSTON"), post.folder / "folder"
    folder.mkdir()
    page.watch.look()
    post.qtbot.waitUntil(lambda: page.write_button.text() == "Write onto 1 drive", timeout=WAIT_MS)
    page.use_folder(folder)
    page.write_button.click()
    post.qtbot.waitUntil(lambda: page.title.text() == "Answer 2", timeout=WAIT_MS)
    assert page.state.text() == "Answer 1 is on 2 drives"
    doc = json.loads((stick / "gatebook-answer-000001.json").read_bytes())["doc"]
    assert (doc["notes"], doc["orders"]) == (["明天停电"], ["查验返咸人员"])
    assert (folder / "gatebook-answer-000001.json").exists()
    assert {row.cells[-1].words for row in page.model.rows()} == {"None yet"}
