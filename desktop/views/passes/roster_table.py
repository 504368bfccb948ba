"""The table of a list handed in: two lines a cell, what the unit wrote and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from db.books.person import Field
from desktop.kit.cells import Index, Status
from desktop.kit.checks import paint_check
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, rule, smooth, text
from desktop.kit.theme import HEADER_HEIGHT, color, px, sized_font, themes
from desktop.models.rosters import NUMBER, STATE, TICK, CellProblem, RosterModel, RosterRole

ROW = 52
_WIDTHS = {
    Field.NAME: 116,
    Field.SEX: 64,
    Field.ID_TYPE: 96,
    Field.ID_NO: 208,
    Field.PHONE: 190,
    Field.UNIT: 176,
    Field.DEPARTMENT: 130,
    Field.POST: 116,
    Field.HOME: 208,
    Field.VALID_FROM: 130,
    Field.VALID_UNTIL: 148,
    Field.PLATE: 116,
    Field.CATEGORY: 130,
    Field.REMARK: 150,
}
_FIXED = {TICK: 46, NUMBER: 62, STATE: 148}
_USUAL = 120
_EDGE = 10


class _Header(QHeaderView):
    """Column names; over the ticks nothing, as rows are skipped one by one."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        smooth(painter)
        painter.fillRect(rect, color("surface2"))
        rule(painter, rect.x(), rect.bottom(), rect.right() + 1, rect.bottom())
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        centre, left = rect.center().y() + 0.5, rect.x() + px(_EDGE)
        text(painter, left, centre, words, sized_font(14, True), "text2", room=rect.width() - px(_EDGE + 4))


class _Delegate(QStyledItemDelegate):
    """Paints a cell, and gives its editor the program's looks."""

    def __init__(self, table: RosterTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        smooth(painter)
        rect: QRect = option.rect
        current = index.row() == self._table.currentIndex().row()
        painter.fillRect(rect, color("accent_tint" if current else "surface"))
        if index.row():
            rule(painter, rect.x(), rect.y(), rect.right() + 1, rect.y())
        inner = QRectF(rect).adjusted(px(_EDGE), 0, -px(4), 0)
        if index.column() == TICK:
            side = px(22)
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0)
            spot = QRectF(inner.x(), inner.center().y() - side / 2, side, side)
            paint_check(painter, spot, state, bool(index.data(RosterRole.SKIPPED)) is False or current)
            if current:
                painter.fillRect(rect.x(), rect.y(), px(4), rect.height(), color("accent"))
        elif index.column() == STATE:
            self._paint_state(painter, inner, index)
        else:
            self._paint_value(painter, rect, inner, index)

    def _paint_state(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        status, x, centre = index.data(RosterRole.STATUS), inner.x(), inner.center().y()
        ink, strong = "text", False
        if isinstance(status, Status):
            side = px(18)
            shade = f"{status.kind}_text" if status.kind else "text2"
            paint_icon(painter, status.icon, QRectF(x, centre - side / 2, side, side), shade, 2.4)
            x += px(24)
            strong = status.kind in ("attn", "deny")
            ink = shade if strong or not status.kind else "text"
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        text(painter, x, centre, words, sized_font(15, strong), ink, room=inner.right() - x)

    def _paint_value(self, painter: QPainter, rect: QRect, inner: QRectF, index: Index) -> None:
        words = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
        problem = index.data(RosterRole.PROBLEM)
        here = index == self._table.currentIndex() and index.column() > STATE
        dim = bool(index.data(RosterRole.SKIPPED)) and problem is None
        if isinstance(problem, CellProblem):
            kind = "deny" if problem.is_error else "attn"
            patch = QRectF(rect).adjusted(px(2), px(3), -px(2), -px(2))
            box(painter, patch, px(6), f"{kind}_tint", kind if problem.is_error else "attn_line", 1)
            top, under = inner.y() + inner.height() * 0.34, inner.y() + inner.height() * 0.70
            text(painter, inner.x(), top, words or "–", sized_font(15, True), "text", room=inner.width())
            small = sized_font(12)
            text(painter, inner.x(), under, problem.words, small, f"{kind}_text", room=inner.width())
        else:
            strong = bool(index.data(RosterRole.MENDED))
            ink = "text2" if dim or index.column() == NUMBER else "text"
            face = sized_font(15, strong)
            text(painter, inner.x(), inner.center().y(), words, face, ink, room=inner.width())
        if here:
            ring = QRectF(rect).adjusted(px(1), px(2), -px(1), -px(1))
            box(painter, ring, px(7), None, "accent_fg", px(2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(_USUAL), px(ROW))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = QLineEdit(parent)
        edit.setFont(sized_font(16))
        edit.setProperty("ringRadius", -1)
        edit.setMaxLength(2000)
        return edit

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        wide = max(rect.width(), px(200))
        room = self._table.viewport().width() - rect.x()
        editor.setGeometry(QRect(rect.x(), rect.y(), min(wide, max(room, rect.width())), rect.height()))


class RosterTable(QTableView):
    """Signal `row_chosen(QModelIndex)`. Enter, F2 or typing mends the cell; Space skips the row or takes it back."""

    row_chosen = Signal(QModelIndex)

    def __init__(self, model: RosterModel) -> None:
        super().__init__()
        self._model = model
        self.setHorizontalHeader(_Header(self))
        self.setItemDelegate(_Delegate(self))
        self.setModel(model)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setProperty("ringRadius", -1)
        model.modelReset.connect(self.fit)
        themes().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Widths by what the columns mean."""
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.horizontalHeader().setFixedHeight(px(HEADER_HEIGHT))
        for column in range(self._model.columnCount()):
            field = self._model.field(column)
            width = _FIXED.get(column) or (_WIDTHS.get(field, _USUAL) if field is not None else _USUAL)
            self.setColumnWidth(column, px(width))
        spare = self.viewport().width() - self.horizontalHeader().length()
        last = self._model.columnCount() - 1
        if spare > 0 and last > STATE:
            self.setColumnWidth(last, self.columnWidth(last) + spare)

    def jump_to(self, row: int) -> None:
        """Goes to a row's first problem."""
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row, self._model.first_problem(row))
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_chosen.emit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK:
            self._turn(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            self._turn(current.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(current)
        else:
            super().keyPressEvent(event)

    def _turn(self, row: int) -> None:
        index = self._model.index(row, TICK)
        on = self._model.will_issue(row)
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self._model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.jump_to(0)
