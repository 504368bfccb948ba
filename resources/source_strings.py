"""Finds the user's strings in Python source.

Qt's lupdate reads Python too, but silently loses strings whose call has a keyword or a nested call, and never sees
a plural outside `self.tr`. So the calls are read here from the syntax tree, and lupdate only merges them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

MARKERS = {"QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"}
APPLICATIONS = {"QCoreApplication", "QGuiApplication", "QApplication"}


class UnreadableString(Exception):
    """A call from which no catalogue could be made; the message says where and why."""


@dataclass(frozen=True)
class SourceString:
    """One string for translators. `plural`: it has a count, and so `%n` and plural forms."""

    context: str
    text: str
    comment: str
    plural: bool


def strings_of(path: Path) -> list[SourceString]:
    """The strings of one file in their order; raises UnreadableString where one is put together at run time.

    A short form, as `def say(text, n=-1): return QCoreApplication.translate("Gate", text, None, n)`, is understood
    where it is defined and in the modules that import it.
    """
    tree = ast.parse(path.read_text("utf-8"))
    return list(_strings(tree, _Place(path, "", _imported_short_forms(tree, path) | _short_forms(tree))))


def as_cpp(strings: list[SourceString]) -> str:
    """The same strings as C++ calls, the form that lupdate reads without loss."""
    lines = []
    for string in strings:
        arguments = [_quoted(string.context), _quoted(string.text), _quoted(string.comment)]
        lines.append(f"QCoreApplication::translate({', '.join(arguments)}{', count' * string.plural});")
    return "\n".join(lines)


@dataclass(frozen=True)
class _Place:
    """Where the reading is: the file, the class around, and the file's short forms with their contexts."""

    path: Path
    class_name: str
    short_forms: dict[str, str]


def _short_forms(tree: ast.Module) -> dict[str, str]:
    found = {}
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.args.args:
            parameter = function.args.args[0].arg
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _name(call.func) == "translate" and len(call.args) >= 2:
                    context, text = call.args[:2]
                    if _is_literal(context) and isinstance(text, ast.Name) and text.id == parameter:
                        found[function.name] = _literal(context)
    return found


def _imported_short_forms(tree: ast.Module, path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in tree.body:
        if isinstance(line, ast.ImportFrom) and line.module and not line.level:
            relative = Path(*line.module.split(".")).with_suffix(".py")
            module = next(
                (folder / relative for folder in path.parents if (folder / relative).is_file()), None
            )
            forms = _short_forms(ast.parse(module.read_text("utf-8"))) if module else {}
            found |= {name.asname or name.name: forms[name.name] for name in line.names if name.name in forms}
    return found


def _strings(node: ast.AST, place: _Place) -> Iterator[SourceString]:
    for child in ast.iter_child_nodes(node):
        inner = replace(place, class_name=child.name) if isinstance(child, ast.ClassDef) else place
        if isinstance(child, ast.Call) and (found := _string_of(child, inner)):
            yield found
        yield from _strings(child, inner)


def _string_of(call: ast.Call, place: _Place) -> SourceString | None:
    function, where = call.func, f"{place.path}:{call.lineno}"
    name = _name(function)
    if isinstance(function, ast.Name) and name in place.short_forms:
        given = {"context": ast.Constant(place.short_forms[name]), **_arguments(call, ("sourceText", "n"))}
    elif name in {"tr", "QT_TR_NOOP"}:
        given = _arguments(call, ("sourceText", "disambiguation", "n"))
        # A bare `tr` is a function, whose context is not the class around.
        given["context"] = ast.Constant(
            "" if name == "tr" and isinstance(function, ast.Name) else place.class_name
        )
    elif name == "translate" or name in MARKERS:
        given = _arguments(call, ("context", "sourceText", "disambiguation", "n"))
    else:
        return None
    literals = all(_is_literal(given.get(part)) for part in ("context", "sourceText"))
    if not literals:
        # Text looked up in a table of marked strings is fine, and so are `str.translate` and `QPainter.translate`.
        if _is_put_together(given.get("sourceText")) and (name != "translate" or _is_qt(function)):
            raise UnreadableString(f"{where}: a string for translation is put together at run time")
        return None
    comment = given.get("disambiguation") or ast.Constant("")
    if not isinstance(comment, ast.Constant):
        raise UnreadableString(f"{where}: the comment of a string is not a literal")
    context, text = _literal(given["context"]), _literal(given["sourceText"])
    if not context:
        raise UnreadableString(f"{where}: nothing here says the context of this {name}")
    plural = "n" in given or name == "QT_TRANSLATE_N_NOOP"
    return SourceString(context, text, comment.value if isinstance(comment.value, str) else "", plural)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else str(getattr(function, "id", ""))


def _arguments(call: ast.Call, names: tuple[str, ...]) -> dict[str, ast.expr]:
    return dict(zip(names, call.args, strict=False)) | {
        word.arg: word.value for word in call.keywords if word.arg is not None
    }


def _is_literal(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _literal(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else ""


def _is_put_together(value: ast.expr | None) -> bool:
    formatted = isinstance(value, ast.Call) and getattr(value.func, "attr", "") == "format"
    return formatted or isinstance(value, ast.JoinedStr | ast.BinOp)


def _is_qt(function: ast.expr) -> bool:
    owner = function.value if isinstance(function, ast.Attribute) else None
    return owner is None or getattr(owner, "id", "") in APPLICATIONS


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
