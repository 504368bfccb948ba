"""What is said of a value that cannot be used, by the field it is for (`desktop.sentences` chooses)."""

from __future__ import annotations

from desktop.marking import QT_TRANSLATE_NOOP

FIELDS: dict[str, str] = {
    "pin": QT_TRANSLATE_NOOP(
        "Sentences",
        "A PIN has 4 to 8 digits, not all the same and no run like 1234. Nothing was changed. Choose another.",
    ),
    "older_than": QT_TRANSLATE_NOOP(
        "Sentences", "The number of days is 0 or more. Nothing was removed. Write another number."
    ),
    "photo": QT_TRANSLATE_NOOP(
        "Sentences",
        "The photo cannot be used. Nothing was changed. Choose another picture, or go on without one.",
    ),
    "valid_until": QT_TRANSLATE_NOOP(
        "Sentences", "The last day lies before the first. Nothing was changed. Put the last day right."
    ),
    "register": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is no address of a PostgreSQL server. Nothing was changed. It begins with postgresql://.",
    ),
    "name": QT_TRANSLATE_NOOP("Sentences", "This name cannot be used. Nothing was changed. Write another."),
    "passphrase": QT_TRANSLATE_NOOP(
        "Sentences", "This passphrase cannot be used. Nothing was changed. Write another."
    ),
    "blank": QT_TRANSLATE_NOOP(
        "Sentences", "At one time 1 to 500 blank cards can be made. None was made. Write another number."
    ),
    "shift": QT_TRANSLATE_NOOP(
        "Sentences",
        "This change of shift was purged. There is no page of it any more. The counts of the day stay.",
    ),
    "things": QT_TRANSLATE_NOOP(
        "Sentences",
        "What is handed over has a name of 40 characters at most, each once. Nothing was written. Put the list right.",
    ),
    "took": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nobody takes over from themselves. Nothing was written. Choose somebody else, or nobody.",
    ),
    "first_place": QT_TRANSLATE_NOOP(
        "Sentences", "A sheet has places 1 to 10. Nothing was printed. Choose the first free place."
    ),
    "card": QT_TRANSLATE_NOOP(
        "Sentences",
        "Name, days and scope are on the card. Nothing was changed. Reissue the pass to change them.",
    ),
    "numbers": QT_TRANSLATE_NOOP(
        "Sentences", "These numbers cannot be read. Nothing was printed. Write them as 1-50 or 3,7,12."
    ),
    "recipient": QT_TRANSLATE_NOOP(
        "Sentences",
        "The file names no key to encrypt to, so nothing could be sent back. Nothing was changed."
        " Ask for it once more.",
    ),
    "key": QT_TRANSLATE_NOOP(
        "Sentences", "The file holds no usable key. Nothing was changed. Ask for it once more."
    ),
}
