"""How the help's Markdown looks, in the window and on paper."""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
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
            shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(shape)
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
            looks.setFont(sized_font(code, True))
            looks.setBackground(color("sunken"))
            cursor.setCharFormat(looks)
        block = block.next()
