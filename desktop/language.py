"""The program's language: Simplified Chinese or English, by the system's, switchable while running."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("zh", "en")
_LOCALES = {"zh": "zh_CN", "en": "en"}


class _Catalogues:
    """The translators installed now; Qt keeps no reference of its own."""

    installed: list[QTranslator] = []
    language = ""


def system_language() -> str:
    """`zh` where the system's first language is Chinese, else `en`."""
    first = (QLocale.system().uiLanguages() or ["en"])[0]
    return "zh" if first.lower().startswith("zh") else "en"


def current_language() -> str:
    """The language that is installed: `zh` or `en`."""
    return _Catalogues.language or "en"


def install_language(language: str = "") -> str:
    """Installs a language (empty: the system's) in the running application and gives its name. Windows are told by
    Qt's LanguageChange event."""
    chosen = language if language in LANGUAGES else system_language()
    application = QCoreApplication.instance()
    assert application is not None
    for old in _Catalogues.installed:
        application.removeTranslator(old)
    _Catalogues.installed = []
    _Catalogues.language = chosen
    QLocale.setDefault(QLocale(_LOCALES[chosen]))
    # Qt's own words: file and print dialogs.
    own = QTranslator()
    if own.load(f"qtbase_{_LOCALES[chosen]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
        _Catalogues.installed.append(own)
    folder = files("resources") / "translations"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(f"_{_LOCALES[chosen]}.qm"):
            translator = QTranslator()
            data = entry.read_bytes()
            if translator.load(data):
                translator.setProperty("data", data)
                application.installTranslator(translator)
                _Catalogues.installed.append(translator)
    return chosen
