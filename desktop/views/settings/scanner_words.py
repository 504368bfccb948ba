"""What the page that looks at scanners says: the verdict, and for each flaw what it is and which setting mends it.

A scanner is set by codes in its booklet, so each sentence names the setting as booklets do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.devices.readings import DISTRICT_LENGTH, HOME_LENGTH, End, Fitness, Flaw, Report, Way

_SHOWN = 12


def _say(text: str) -> str:
    return QCoreApplication.translate("ScannerWords", text)


def verdict_words(report: Report) -> str:
    """The verdict in large words."""
    if Flaw.OTHER_CODE in report.flaws:
        return _say("Not a code of the test card")
    if report.fitness is Fitness.GOOD:
        return _say("Good, work with it")
    if report.fitness is Fitness.UNUSABLE:
        return _say("Not usable like this")
    return _say("Works, but slowly") if Flaw.SLOW in report.flaws else _say("Works, and can be better")


def cost_words(report: Report) -> str:
    """What a person costs at the gate with it."""
    if report.way is Way.PORT:
        return _say("The whole card comes at once: nothing is faster.")
    home, district = report.seconds(HOME_LENGTH), report.seconds(DISTRICT_LENGTH)
    words = _say("A card of this gate takes {home}, a card of the district {district}.")
    return words.format(home=seconds_words(home), district=seconds_words(district))


def seconds_words(seconds: float) -> str:
    """Seconds to a tenth, not to be torn from their unit."""
    return _say("{seconds} s").format(seconds=f"{seconds:.1f}").replace(" ", "\u00a0")


def end_words(end: End) -> str:
    """With what it ends."""
    return {End.ENTER: _say("Enter"), End.TAB: _say("Tab"), End.NONE: _say("none")}[end]


def flaw_words(flaw: Flaw, report: Report) -> tuple[str, str]:
    """What is wrong, and how to mend it."""
    what, mend = _flaws()[flaw]
    return (
        what.format(
            worst=report.worst_ms,
            median=round(report.median_ms),
            missing=max(0, report.expected - report.digits),
            extra=max(0, report.digits - report.expected),
            before=_visible(report.before),
            after=_visible(report.after),
        ),
        mend,
    )


def _visible(text: str) -> str:
    shown = "".join(char if char.isprintable() else "·" for char in text)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


def _flaws() -> dict[Flaw, tuple[str, str]]:
    delay = _say(
        "Set the inter-character delay to 0 and the keyboard speed "
        "to the fastest. USB virtual COM is faster still."
    )
    return {
        Flaw.OTHER_CODE: (
            _say("What came is none of its codes"),
            _say(
                "Scan a code of this page or of the printed sheet. If it was "
                "one, reset the scanner with the code at the "
                "front of its booklet, and scan again."
            ),
        ),
        Flaw.TOO_SLOW: (_say("Too slow: {worst} ms between two digits"), delay),
        Flaw.MISSING: (
            _say("Digits missing: {missing}"),
            _say(
                "Set the inter-character delay one step higher, to 5 ms. "
                "Plug it into the laptop itself, not into a hub."
            ),
        ),
        Flaw.DOUBLED: (
            _say("Each digit comes twice"),
            _say(
                "Pull it out and plug it in again. If that does not help, "
                "reset it, then set USB keyboard (HID)."
            ),
        ),
        Flaw.EXTRA: (
            _say("Digits too many: {extra}"),
            _say("Scan again without touching the keyboard. If they come again, turn prefix and suffix off."),
        ),
        Flaw.WRONG: (
            _say("A digit came as another"),
            _say("Set the keyboard layout to USA, and the inter-character delay to 5 ms."),
        ),
        Flaw.SLOW: (_say("Slow: {median} ms a digit"), delay),
        Flaw.UNEVEN: (
            _say("It hung once, for {worst} ms"),
            _say("Plug it into the laptop itself, not into a hub or a long cable. Close other programs."),
        ),
        Flaw.TWICE: (
            _say("Each scan is sent twice"),
            _say("It counts once. Set the trigger to manual, and continuous reading off."),
        ),
        Flaw.LAYOUT: (
            _say("Scanner and laptop differ in keyboard layout"),
            _say("Digits are read all the same. Set both to USA (English), so that nothing else goes wrong."),
        ),
        Flaw.SHIFTED: (
            _say("It holds Shift down, for Caps Lock is on"),
            _say("Digits are read all the same. Turn Caps Lock off on the keyboard."),
        ),
        Flaw.WIDE: (
            _say("The digits come in full width"),
            _say("They are read all the same. Turn the input method to half width: Shift+Space."),
        ),
        Flaw.INPUT_METHOD: (
            _say("An input method gets between"),
            _say("Turn it to English before you scan: Shift, or Ctrl+Space."),
        ),
        Flaw.NO_NUMLOCK: (
            _say("It types on the number pad, and NumLock is off"),
            _say("Digits are read all the same. Turn keypad emulation off in the scanner, or NumLock on."),
        ),
        Flaw.ALT_CODES: (
            _say("It types Alt and a number for each digit"),
            _say(
                "That takes four times as long. Turn Alt mode (universal "
                "keyboard) off, choose the layout USA."
            ),
        ),
        Flaw.BEFORE: (
            _say("It sends {before} before the digits"),
            _say("Does no harm. To be quicker, turn Code ID, AIM ID and prefix off."),
        ),
        Flaw.AFTER: (
            _say("It sends {after} after the digits"),
            _say("Does no harm. To be quicker, turn the suffix off, all but Enter."),
        ),
        Flaw.NO_END: (
            _say("No Enter at the end"),
            _say("Each scan waits a moment longer. Set the terminator (suffix) to CR, that is Enter."),
        ),
    }
