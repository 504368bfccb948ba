"""What goes wrong at a command post, said to a person: servers, and files that are not taken in."""

from __future__ import annotations

from enum import StrEnum

from db.errors import FaultCode, RefusalCode
from desktop.marking import QT_TRANSLATE_NOOP

SERVER: dict[StrEnum, str] = {
    FaultCode.SERVER_GONE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The server does not answer. What was saved before is safe there. Look at the network, then try again.",
    ),
    RefusalCode.SERVER_REFUSED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The server does not let this program in. Nothing was changed. Ask who keeps the server for name and password.",
    ),
    RefusalCode.NO_SERVER_PARTS: QT_TRANSLATE_NOOP(
        "Sentences",
        "This installation cannot speak to a server. Nothing was changed. Install it again with its server part.",
    ),
    RefusalCode.NOT_ON_SERVER: QT_TRANSLATE_NOOP(
        "Sentences",
        "This is done only with a register in a file. Nothing was changed. Ask who keeps the server to do it there.",
    ),
    RefusalCode.REGISTER_MOVED: QT_TRANSLATE_NOOP(
        "Sentences",
        "This register was moved to {place}. It stays as it was, to be read. Open the one there to go on.",
    ),
}

MERGING: dict[StrEnum, str] = {
    RefusalCode.NOT_A_DESK: QT_TRANSLATE_NOOP(
        "Sentences",
        "Only a command post's register takes in gates' files. Nothing was taken in. Open the post's register.",
    ),
    RefusalCode.SIGNER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Sentences",
        "Gate {gate} was not admitted with this key. Nothing was taken in. Admit the gate first, then bring it again.",
    ),
    RefusalCode.SIGNER_CUT_OFF: QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of gate {gate} was cut off before these lines. They were kept aside and count for nothing. Ask the"
        " gate whose laptop this is.",
    ),
    RefusalCode.PRACTICE_BUNDLE: QT_TRANSLATE_NOOP(
        "Sentences",
        "This comes from a practice register; its people are invented. Nothing was taken in. Ask for the real one.",
    ),
    RefusalCode.NO_SUCH_FORK: QT_TRANSLATE_NOOP(
        "Sentences",
        "There are no two accounts of this line. Nothing was changed. Look at the list once more.",
    ),
}
