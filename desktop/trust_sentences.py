"""What refusals of trust say to a person: waits and PINs, requests, answers, fingerprints."""

from __future__ import annotations

from enum import StrEnum

from db.errors import RefusalCode
from desktop.marking import QT_TRANSLATE_NOOP

TRUST: dict[StrEnum, str] = {
    RefusalCode.TRY_LATER: QT_TRANSLATE_NOOP(
        "Sentences",
        "After several wrong tries {name} has to wait: {seconds} seconds more. Nothing was opened."
        " Wait, look at Caps Lock, then type slowly.",
    ),
    RefusalCode.WRONG_PIN: QT_TRANSLATE_NOOP(
        "Sentences", "The PIN is not right. Nothing was changed. Type it again, or use the passphrase."
    ),
    RefusalCode.PIN_NOT_SET: QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has no PIN. Nothing was changed. Use the passphrase; a PIN can be set afterwards.",
    ),
    RefusalCode.PIN_NEEDS_PASSPHRASE: QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has not unlocked yet since the program was started. Nothing was changed."
        " Use the passphrase this once; then the PIN will do.",
    ),
    RefusalCode.IS_A_DESK: QT_TRANSLATE_NOOP(
        "Sentences", "This register is a command post's, and only a gate does this. Nothing was changed."
    ),
    RefusalCode.GATE_TAKEN: QT_TRANSLATE_NOOP(
        "Sentences",
        "Number {gate} belongs to another key already. Nothing was changed."
        " Find out which laptop is right; a further one needs a number of its own.",
    ),
    RefusalCode.GATE_NOT_ADMITTED: QT_TRANSLATE_NOOP(
        "Sentences", "Gate {gate} was never admitted here. Nothing was changed. Look at the number again."
    ),
    RefusalCode.KEY_TAKEN: QT_TRANSLATE_NOOP(
        "Sentences",
        "This key belongs to gate {gate} already. Nothing was changed."
        " A register cannot be copied to make another gate; set the other one up.",
    ),
    RefusalCode.REQUEST_OLDER: QT_TRANSLATE_NOOP(
        "Sentences",
        "Gate {gate} has asked anew since this request. Nothing was changed. Use the newer file.",
    ),
    RefusalCode.PRACTICE_REQUEST: QT_TRANSLATE_NOOP(
        "Sentences",
        "Gate {gate} asks from a practice register. Nothing was changed. Only a real one can be admitted.",
    ),
    RefusalCode.FINGERPRINT_NEEDED: QT_TRANSLATE_NOOP(
        "Sentences",
        "This gate meets this command post for the first time. Nothing was taken in. Compare {fingerprint}"
        " with the post by phone or on paper, then take it in with that fingerprint.",
    ),
    RefusalCode.FINGERPRINT_DIFFERS: QT_TRANSLATE_NOOP(
        "Sentences",
        "The fingerprint does not fit: {fingerprint} signed this file. Nothing was taken in."
        " Compare once more; if it stays so, the file is not theirs.",
    ),
    RefusalCode.OTHER_POST: QT_TRANSLATE_NOOP(
        "Sentences",
        "This answer is not from {name}, the command post of this gate. Nothing was taken in."
        " Ask for your own post's file.",
    ),
    RefusalCode.ANSWER_NOT_FOR_US: QT_TRANSLATE_NOOP(
        "Sentences",
        "This answer does not know this gate with its key. Nothing was taken in."
        " Send the command post a request first.",
    ),
    RefusalCode.ANSWER_FUTURE: QT_TRANSLATE_NOOP(
        "Sentences",
        "This answer was made at {made_at}, later than this laptop's clock. Nothing was taken in."
        " Put the clock right, then take it in again.",
    ),
    RefusalCode.ANSWER_OLDER: QT_TRANSLATE_NOOP(
        "Sentences",
        "Answer {number} is not newer than {have}, which was taken in before. Nothing was changed."
        " Ask for the newest one.",
    ),
    RefusalCode.ANSWER_UNSORTED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The list in this answer is not in order. Nothing was taken in. Ask the command post for it once more.",
    ),
    RefusalCode.NOTHING_TO_PURGE: QT_TRANSLATE_NOOP(
        "Sentences", "There is nothing older than {days} days. Nothing had to be removed."
    ),
    RefusalCode.NOT_YET_EXPORTED: QT_TRANSLATE_NOOP(
        "Sentences",
        "Lines up to {day} have not left for the command post yet. Nothing was removed. Export first, then purge.",
    ),
}

_TOO_MANY_SLOTS = QT_TRANSLATE_NOOP(
    "Sentences",
    "The key file names more people than a register can have; somebody changed it. The register is safe."
    " Take both files from a backup.",
)
KEY_FILE = {
    "another register's": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key file here does not belong to this register: it is another one's, or an older one. The register is"
        " safe. Put the right one back, or take both files from a backup.",
    ),
    "too many slots": _TOO_MANY_SLOTS,
    "too large": _TOO_MANY_SLOTS,
}
"""What is wrong with a key file, where that says what to do."""
