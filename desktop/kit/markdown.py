"""How the help's Markdown looks, in the window and on paper."""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)

from desktop.kit.theme import color, px, sized_font


def _space(cursor: QTextCursor) -> None:
    """Air around a paragraph, more of it above a heading; a figure is as high as it is."""
    shape = cursor.blockFormat()
    level = shape.headingLevel()
    shape.setTopMargin(px({0: 2, 1: 4}.get(level, 20)))
    figure = cursor.block().text() == "\ufffc"  # what stands for a picture
    shape.setBottomMargin(px(12 if figure else 8 if level else 4))
    shape.setLineHeight(100 if figure else 135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(shape)


_FOUR = (19, 27, 28, 26)
"""Shares of the width, in a hundred, of a table with four columns: the third holds names of tests."""
_SMALL_CODE = 12


def _percent(share: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)


def _break_long_names(document: QTextDocument) -> None:
    """Names without a space break where the line ends."""
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)


def dress(document: QTextDocument, code: int = 16) -> None:
    """Markdown comes in Qt's own looks: tables get thin lines and room, code the program's typeface, `code` pixels
    high, and a ground."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            shape = frame.format().toTableFormat()
            shape.setBorder(1)
            shape.setBorderBrush(color("line2"))
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBorderCollapse(True)
            shape.setCellPadding(px(6))
            shape.setWidth(_percent(100))
            if frame.columns() == len(_FOUR):
                shape.setColumnWidthConstraints([_percent(share) for share in _FOUR])
            frame.setFormat(shape)
    _break_long_names(document)
    block = document.begin()
    while block.isValid():
        _space(QTextCursor(block))
        spans = []
        fragments = block.begin()
        while not fragments.atEnd():
            piece = fragments.fragment()
            if piece.charFormat().fontFixedPitch():
                spans.append((piece.position(), piece.length()))
            fragments += 1
        for start, length in spans:
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            looks = QTextCharFormat()
            table = cursor.currentTable()
            narrow = table is not None and table.columns() == len(_FOUR)
            looks.setFont(sized_font(min(code, _SMALL_CODE) if narrow else code, not narrow))
            looks.setBackground(color("sunken"))
            cursor.setCharFormat(looks)
        block = block.next()
