"""Cards as a PDF on a USB drive, for a print shop: where there is no printer."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from db.books.pass_id import PassId
from db.errors import Fault, FaultCode
from db.exchange.read_back import read_back
from db.files import fault_of, write_whole
from db.register import Register
from desktop.operations.cards import Printing, pdf, require_registrar
from desktop.paper.card_face import CardFace
from desktop.tasks import Progress

_MOST_TRIES = 1000


def write_for_shop(
    register: Register, faces: Sequence[CardFace], printing: Printing, drive: Path, progress: Progress
) -> Path:
    """Writes the cards under `Gatebook/0312/cards/` of a drive, under a name that is not there yet, reads the file back
    and gives its place. It is a plain PDF: a shop could open nothing else.

    Raises `Denied` for a volunteer, `Fault` (`READ_BACK_DIFFERS` and those of writing), and as `cards.pdf`."""
    require_registrar(register)
    data = pdf(faces, printing, progress)
    folder = drive / "Gatebook" / f"{register.gate.gate:04d}" / "cards"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_name(folder, shop_name(register.clock.today().isoformat(), faces))
        write_whole(path, data)
        if b"".join(read_back(path)) != data:
            with contextlib.suppress(OSError):
                path.unlink()
            raise Fault(FaultCode.READ_BACK_DIFFERS, path=str(path))
    except OSError as error:
        raise fault_of(error, drive) from None
    return path


def shop_name(day: str, faces: Sequence[CardFace]) -> str:
    """`cards-2020-02-10-M-000001-000050`: day, book and numbers, nobody's name."""
    ids: list[PassId] = [face.pass_id for face in faces]
    books = "".join(dict.fromkeys(id.book.letter for id in ids))
    numbers = [id.number for id in ids]
    return f"cards-{day}-{books}-{min(numbers):06d}-{max(numbers):06d}"


def _free_name(folder: Path, name: str) -> Path:
    """A file that is not there: nothing on a drive is replaced."""
    for turn in range(1, _MOST_TRIES):
        path = folder / (f"{name}.pdf" if turn == 1 else f"{name}-{turn}.pdf")
        if not path.exists():
            return path
    raise Fault(FaultCode.IO)
