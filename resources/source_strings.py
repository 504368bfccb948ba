"""Finds the user's strings in Python source.

Qt's lupdate reads Python too, but silently loses strings whose call has a keyword or a nested call, and never sees
a plural outside `self.tr`. So the calls are read here from the syntax tree, and lupdate only merges them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
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
    """The strings of one file in their order; raises UnreadableString where one is put together at run time."""
    return list(_strings(ast.parse(path.read_text("utf-8")), "", path))


def as_cpp(strings: list[SourceString]) -> str:
    """The same strings as C++ calls, the form that lupdate reads without loss."""
    lines = []
    for string in strings:
        arguments = [_quoted(string.context), _quoted(string.text), _quoted(string.comment)]
        lines.append(f"QCoreApplication::translate({', '.join(arguments)}{', count' * string.plural});")
    return "\n".join(lines)


def _strings(node: ast.AST, class_name: str, path: Path) -> Iterator[SourceString]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call) and (found := _string_of(child, inner, path)):
            yield found
        yield from _strings(child, inner, path)


def _string_of(call: ast.Call, class_name: str, path: Path) -> SourceString | None:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in {"tr", "QT_TR_NOOP"}:
        given = _arguments(call, ("sourceText", "disambiguation", "n"))
        given["context"] = ast.Constant(class_name)
    elif name == "translate" or name in MARKERS:
        given = _arguments(call, ("context", "sourceText", "disambiguation", "n"))
    else:
        return None
    literals = all(_is_literal(given.get(part)) for part in ("context", "sourceText"))
    if not literals:
        # Text looked up in a table of marked strings is fine, and so are `str.translate` and `QPainter.translate`.
        if _is_put_together(given.get("sourceText")) and (name != "translate" or _is_qt(function)):
            raise UnreadableString(
                f"{path}:{call.lineno}: a string for translation is put together at run time"
            )
        return None
    comment = given.get("disambiguation") or ast.Constant("")
    if not isinstance(comment, ast.Constant):
        raise UnreadableString(f"{path}:{call.lineno}: the comment of a string is not a literal")
    context, text = _literal(given["context"]), _literal(given["sourceText"])
    if not context:
        raise UnreadableString(f"{path}:{call.lineno}: tr outside a class has no context")
    plural = "n" in given or name == "QT_TRANSLATE_N_NOOP"
    return SourceString(context, text, comment.value if isinstance(comment.value, str) else "", plural)


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
