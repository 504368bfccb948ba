"""Two families of error that reach a person; a bug is neither.

A `Fault` is the machine's: disk full, drive gone, read-only. A `Refusal` is the program's answer with its
reason; `Denied` is the refusal of someone who may not (locked, wrong passphrase, role too low). Each carries a
code and parameters, never a sentence: the desktop turns them into words in the person's language.
"""

from __future__ import annotations

from enum import StrEnum


class FaultCode(StrEnum):
    """What the machine did."""

    DISK_FULL = "disk_full"
    DRIVE_GONE = "drive_gone"
    READ_ONLY = "read_only"
    UNREADABLE_FILE = "unreadable_file"
    NOT_FOUND = "not_found"
    READ_BACK_DIFFERS = "read_back_differs"
    FILE_TOO_LARGE = "file_too_large"
    IO = "io"
    MISSING_FONT = "missing_font"
    NO_PRINTER = "no_printer"
    PRINTERS_SILENT = "printers_silent"
    PRINTER_STOPPED = "printer_stopped"
    SERVER_GONE = "server_gone"


class RefusalCode(StrEnum):
    """Why the program said no."""

    # The register
    NOT_A_REGISTER = "not_a_register"
    NEWER_REGISTER = "newer_register"
    REGISTER_EXISTS = "register_exists"
    NO_REGISTER = "no_register"
    IN_USE = "in_use"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_DAMAGED = "key_file_damaged"
    REGISTER_NOT_EMPTY = "register_not_empty"
    REGISTER_MOVED = "register_moved"
    NO_SERVER_PARTS = "no_server_parts"
    SERVER_REFUSED = "server_refused"
    NOT_ON_SERVER = "not_on_server"
    # Who may
    WRONG_PASSPHRASE = "wrong_passphrase"
    UNKNOWN_OPERATOR = "unknown_operator"
    OPERATOR_NEEDED = "operator_needed"
    TOO_MANY_OPERATORS = "too_many_operators"
    LAST_LEAD = "last_lead"
    OPERATOR_DISABLED = "operator_disabled"
    PASSPHRASE_NEEDED = "passphrase_needed"
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"
    NOT_ALLOWED = "not_allowed"
    RECOVERY_KEY_WRONG = "recovery_key_wrong"
    TRY_LATER = "try_later"
    WRONG_PIN = "wrong_pin"
    PIN_NOT_SET = "pin_not_set"
    PIN_NEEDS_PASSPHRASE = "pin_needs_passphrase"
    # Values
    INVALID = "invalid"
    # Keys and signatures
    WEAK_KEY = "weak_key"
    BAD_SIGNATURE = "bad_signature"
    # Ledger
    BAD_LINE = "bad_line"
    BROKEN_CHAIN = "broken_chain"
    # Passes
    NO_SUCH_PASS = "no_such_pass"
    ALREADY_REVOKED = "already_revoked"
    ISSUES_USED_UP = "issues_used_up"
    DUPLICATE_PERSON = "duplicate_person"
    CHARACTERS_NOT_PRINTABLE = "characters_not_printable"
    # Entries
    SCAN_REFUSED = "scan_refused"
    NO_SUCH_ENTRY = "no_such_entry"
    ALREADY_VOIDED = "already_voided"
    DIRECTION_NEEDED = "direction_needed"
    TEMPERATURE_NEEDED = "temperature_needed"
    TEMPERATURE_OUT_OF_RANGE = "temperature_out_of_range"
    REASON_NEEDED = "reason_needed"
    # Lists handed in
    NOT_A_LIST = "not_a_list"
    LIST_NEEDS_PASSWORD = "list_needs_password"
    LIST_TOO_LARGE = "list_too_large"
    LIST_WITHOUT_HEADER = "list_without_header"
    # Bundles
    BUNDLE_DAMAGED = "bundle_damaged"
    BUNDLE_NEWER = "bundle_newer"
    BUNDLE_FORBIDDEN_MEMBER = "bundle_forbidden_member"
    BUNDLE_TOO_LARGE = "bundle_too_large"
    BUNDLE_NOT_FOR_US = "bundle_not_for_us"
    NOT_A_DESK = "not_a_desk"
    SIGNER_UNKNOWN = "signer_unknown"
    SIGNER_CUT_OFF = "signer_cut_off"
    PRACTICE_BUNDLE = "practice_bundle"
    NO_SUCH_FORK = "no_such_fork"
    # Requests and answers
    IS_A_DESK = "is_a_desk"
    GATE_TAKEN = "gate_taken"
    GATE_NOT_ADMITTED = "gate_not_admitted"
    KEY_TAKEN = "key_taken"
    REQUEST_OLDER = "request_older"
    PRACTICE_REQUEST = "practice_request"
    FINGERPRINT_NEEDED = "fingerprint_needed"
    FINGERPRINT_DIFFERS = "fingerprint_differs"
    OTHER_POST = "other_post"
    ANSWER_NOT_FOR_US = "answer_not_for_us"
    ANSWER_FUTURE = "answer_future"
    ANSWER_OLDER = "answer_older"
    ANSWER_UNSORTED = "answer_unsorted"
    NOTHING_TO_PURGE = "nothing_to_purge"
    NOT_YET_EXPORTED = "not_yet_exported"
    DOCUMENT_DAMAGED = "document_damaged"
    DOCUMENT_NEWER = "document_newer"
    DOCUMENT_OTHER = "document_other"
    NOTHING_TO_EXPORT = "nothing_to_export"
    FILE_EXISTS = "file_exists"
    CANCELLED = "cancelled"


class GatebookError(Exception):
    """Base of both families. `code` is one of the enums above, `params` fills the sentence's places."""

    def __init__(self, code: StrEnum, **params: object) -> None:
        super().__init__(f"{code.value} {params}" if params else code.value)
        self.code = code
        self.params = params


class Fault(GatebookError):
    """The machine's fault; what was acknowledged before it is safe."""


class Refusal(GatebookError):
    """Refused, with the reason; nothing was changed."""


class Denied(Refusal):
    """Refused because of who asks: locked, wrong passphrase, or a role that may not."""
