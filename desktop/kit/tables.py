"""Tables: header on surface2, rows of 40, thin lines, no zebra; ticked rows tinted, the current one with a bar.

    table = GateTable([ColumnPlan(Cell.CHECK, 40), ColumnPlan(Cell.PASS, 176), ColumnPlan(Cell.NAME, 140, stretch=2),
                       ColumnPlan(Cell.TEXT, 160, least=96, stretch=3, drop=2), ...])
    table.set_model(model); table.set_empty(empty_state); table.row_chosen.connect(...); table.row_opened.connect(...)

Columns stand in the order of the model's. When the table is too narrow, columns shrink to `least`; when that is
not enough, those with the highest `drop` go (0 never goes). Space ticks the current row if there is a check
column, Enter or a double click opens it, a click on the header sorts when the model's proxy can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desktop.kit.cells import RIGHT, Cell, Index, cell_width, paint_cell, row_look
from desktop.kit.checks import paint_check
from desktop.kit.icons import paint_icon
from desktop.kit.paint import rule, smooth, text
from desktop.kit.pressing import keys_left_to_page
from desktop.kit.theme import HEADER_HEIGHT, ROW_HEIGHT, color, px, sized_font, themes

EDGE, PAD = 16, 8


@dataclass(frozen=True)
class ColumnPlan:
    """How a column is painted and how wide it is, in pixels at 100 %: as wanted, at least, and its share of more."""

    cell: Cell = Cell.TEXT
    width: int = 120
    least: int = 0
    stretch: int = 0
    drop: int = 0

    @property
    def floor(self) -> int:
        return self.least or self.width


def plan_widths(plans: Sequence[ColumnPlan], room: int) -> list[int]:
    """Widths at 100 % for `room`; 0 for a column that has to go."""
    kept = set(range(len(plans)))
    while sum(plans[i].floor for i in kept) > room:
        droppable = [i for i in kept if plans[i].drop]
        if not droppable:
            break
        kept.discard(max(droppable, key=lambda i: (plans[i].drop, i)))
    widths = [plan.floor if index in kept else 0 for index, plan in enumerate(plans)]
    spare = room - sum(widths)
    if spare < 0:
        # Not even the least fits: everything gives a little rather than the last column being cut off.
        bends = [i for i in kept if plans[i].cell is not Cell.CHECK]
        stiff = sum(widths) - sum(widths[i] for i in bends)
        bent = sum(widths[i] for i in bends)
        for index in bends:
            widths[index] = max(1, widths[index] * max(0, room - stiff) // bent)
    if spare <= 0:
        return widths
    wants = {i: plans[i].width - widths[i] for i in kept if plans[i].width > widths[i]}
    wanted = sum(wants.values())
    for index, more in wants.items():
        widths[index] += more if wanted <= spare else more * spare // wanted
    spare = room - sum(widths)
    shares = sum(plans[i].stretch for i in kept)
    if spare > 0 and shares:
        stretched = [i for i in sorted(kept) if plans[i].stretch]
        for index in stretched:
            widths[index] += spare * plans[index].stretch // shares
        widths[stretched[-1]] += room - sum(widths)
    return widths


class _Header(QHeaderView):
    """Column names, the sort arrow, and a check box over a check column."""

    all_ticked = Signal(bool)

    def __init__(self, table: GateTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.all_state = Qt.CheckState.Unchecked
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEADER_HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and self._table.plan(section).cell is Cell.CHECK:
            self.all_ticked.emit(self.all_state != Qt.CheckState.Checked)
            return
        super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        smooth(painter)
        painter.fillRect(rect, color("surface2"))
        rule(painter, rect.x(), rect.bottom(), rect.right() + 1, rect.bottom())
        plan, inner = self._table.plan(section), self._table.inner(rect, section)
        centre = rect.center().y() + 0.5
        if plan.cell is Cell.CHECK:
            side = px(22)
            paint_check(painter, QRectF(inner.x(), centre - side / 2, side, side), self.all_state)
            return
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        face, sorted_here = (
            sized_font(14, True),
            self.isSortIndicatorShown() and self.sortIndicatorSection() == section,
        )
        arrow = px(15) + px(4) if sorted_here else 0
        if plan.cell in RIGHT:
            end = inner.right() - arrow
            text(painter, end, centre, words, face, "text2", "right", inner.width() - arrow)
            x = inner.right() - px(15)
        else:
            x = (
                inner.x()
                + text(painter, inner.x(), centre, words, face, "text2", room=inner.width() - arrow)
                + px(4)
            )
        if sorted_here:
            name = "down" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else "up"
            paint_icon(painter, name, QRectF(x, centre - px(15) / 2, px(15), px(15)), "text2", 2.4)


class _Delegate(QStyledItemDelegate):
    """The ground of a row and what is in its cells."""

    def __init__(self, table: GateTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        rect: QRect = option.rect
        smooth(painter)
        look, current = row_look(index), index.row() == table.currentIndex().row()
        first, last = table.is_first(index.column()), table.is_last(index.column())
        ticked = table.row_ticked(index)
        ground = "attn_tint" if look.fever and not look.voided else "surface"
        if ticked or (current and not table.has_checks):
            ground = "accent_tint"
        painter.fillRect(rect, color(ground))
        if index.row():
            left = rect.x() + (px(EDGE) if first else 0)
            rule(painter, left, rect.y(), rect.right() + 1 - (px(EDGE) if last else 0), rect.y())
        if first and (current or (look.fever and not look.voided)):
            painter.fillRect(rect.x(), rect.y(), px(4), rect.height(), color("accent" if current else "attn"))
        paint_cell(painter, table.inner(rect, index.column()), table.plan(index.column()).cell, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(ROW_HEIGHT))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        words = self._table.tool_tip_of(index)
        QToolTip.showText(event.globalPos(), words, view)
        return True


class GateTable(QTableView):
    """The table of every page.

    Signals: `row_chosen(QModelIndex)` the current row changed, `row_opened(QModelIndex)` Enter or double click,
    `all_ticked(bool)` the header's check box.
    """

    row_chosen = Signal(QModelIndex)
    row_opened = Signal(QModelIndex)
    all_ticked = Signal(bool)

    def __init__(self, plans: Sequence[ColumnPlan]) -> None:
        super().__init__()
        self._plans = list(plans)
        self._empty: QWidget | None = None
        self.has_checks = any(plan.cell is Cell.CHECK for plan in plans)
        self.check_column = next((i for i, plan in enumerate(plans) if plan.cell is Cell.CHECK), -1)
        self._header = _Header(self)
        self._header.all_ticked.connect(self.all_ticked)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", -1)
        self.doubleClicked.connect(self.row_opened)
        themes().changed.connect(self._measure)
        self._measure()

    # Model

    def set_model(self, model: QAbstractItemModel) -> None:
        self.setModel(model)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._show_empty)
        self._fit_columns()
        self._show_empty()

    def set_sorting(self, section: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the header sort, beginning with this column."""
        self.setSortingEnabled(True)
        self.sortByColumn(section, order)

    def set_empty(self, widget: QWidget) -> None:
        """What stands in the middle of the table while it has no rows."""
        self._empty = widget
        # Its words may come, or change, after it was placed; before it is shown it does not know its height.
        widget.installEventFilter(self)
        widget.setParent(self.viewport())
        self._show_empty()

    def set_all_state(self, state: Qt.CheckState) -> None:
        """What the header's check box shows: none, some, all."""
        self._header.all_state = state
        self._header.viewport().update()

    def choose_row(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        model = self.model()
        if model is None or not 0 <= row < model.rowCount():
            return
        index = model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def tick_row(self, row: int) -> None:
        """Turn the check box of a row; the model takes `setData(..., CheckStateRole)`."""
        model = self.model()
        if model is None or self.check_column < 0 or row < 0:
            return
        index = model.index(row, self.check_column)
        on = index.data(Qt.ItemDataRole.CheckStateRole)
        unticked = on is None or Qt.CheckState(on) == Qt.CheckState.Unchecked
        state = Qt.CheckState.Checked if unticked else Qt.CheckState.Unchecked
        model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        self.viewport().update()

    def row_ticked(self, index: Index) -> bool:
        if self.check_column < 0:
            return False
        state = index.model().index(index.row(), self.check_column).data(Qt.ItemDataRole.CheckStateRole)
        return state is not None and Qt.CheckState(state) == Qt.CheckState.Checked

    def tool_tip_of(self, index: Index) -> str:
        """What the model says about a cell, or the whole of it when it is cut off, or nothing."""
        given = index.data(Qt.ItemDataRole.ToolTipRole)
        if given:
            return str(given)
        plan = self.plan(index.column())
        room = self.inner(self.visualRect(index), index.column()).width()
        if cell_width(plan.cell, index) <= room + 0.5:
            return ""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")

    # Columns

    def plan(self, column: int) -> ColumnPlan:
        return self._plans[column] if column < len(self._plans) else ColumnPlan()

    def set_plans(self, plans: Sequence[ColumnPlan]) -> None:
        """New widths for another density; as many columns as before."""
        self._plans = list(plans)
        self._fit_columns()

    def is_first(self, column: int) -> bool:
        return not any(self.columnWidth(i) and not self.isColumnHidden(i) for i in range(column))

    def is_last(self, column: int) -> bool:
        return not any(not self.isColumnHidden(i) for i in range(column + 1, len(self._plans)))

    def inner(self, rect: QRect, column: int) -> QRectF:
        """A cell without its padding."""
        left = px(EDGE if self.is_first(column) else PAD)
        right = px(EDGE if self.is_last(column) else PAD)
        return QRectF(rect).adjusted(left, 0, -right, 0)

    def _fit_columns(self) -> None:
        if self.model() is None:
            return
        scale = px(1000) / 1000
        widths = plan_widths(self._plans, int(self.viewport().width() / scale))
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, round(width * scale))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.verticalHeader().setMinimumSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(px(HEADER_HEIGHT))
        self._fit_columns()
        self.viewport().update()

    def _show_empty(self) -> None:
        if self._empty is None:
            return
        model = self.model()
        shown = model is None or model.rowCount() == 0
        self._empty.setVisible(shown)
        if not shown:
            return
        room = self.viewport().rect()
        width = min(px(440), room.width() - px(32))
        hint = self._empty.sizeHint().height()
        if self._empty.hasHeightForWidth():
            hint = max(hint, self._empty.heightForWidth(width))
        height = min(max(px(148), hint), room.height() - px(16))
        self._empty.setGeometry(
            (room.width() - width) // 2, max(px(8), (room.height() - height) // 2), width, height
        )

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._empty and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._show_empty()
        return super().eventFilter(watched, event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_chosen.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._show_empty()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self.check_column:
            self.tick_row(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        if keys_left_to_page(self) and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif key == Qt.Key.Key_Space and self.has_checks:
            self.tick_row(current.row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.row_opened.emit(current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        model = self.model()
        if model is not None and not self.currentIndex().isValid() and model.rowCount():
            self.choose_row(0)
