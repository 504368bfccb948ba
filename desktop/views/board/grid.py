"""The board itself: marks, days across, gates down. The gates stay where they are while the days are scrolled."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from db.books.board import Cell
from desktop.kit.cells import Index, Role
from desktop.kit.dates import weekday_word
from desktop.kit.density import density
from desktop.kit.paint import box, rule, smooth, text
from desktop.kit.theme import color, px, sized_font, themes
from desktop.models.board import AreaCell, AreaRow, BoardModel
from desktop.views.board.marks import MARK, mark_pixmap
from desktop.views.board.words import gate_words, row_words

COLUMN, ROW, HEAD = 36, 32, 46
GATES_WIDE, GATES_NARROW = 256, 208


class _Days(QHeaderView):
    """Day and weekday; the first of a month says which, the chosen day is tinted."""

    def __init__(self, grid: BoardGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        days = self._grid.board_model().days
        if section >= len(days):
            return
        smooth(painter)
        day = date.fromisoformat(days[section])
        chosen = days[section] == self._grid.chosen_day
        painter.fillRect(rect, color("accent_tint" if chosen else "surface2"))
        rule(painter, rect.x(), rect.bottom(), rect.right() + 1, rect.bottom())
        x, ink = rect.center().x() + 0.5, "accent_fg" if chosen else "text"
        words = f"{day.month}/1" if day.day == 1 else str(day.day)
        text(painter, x, rect.y() + px(15), words, sized_font(15, chosen or day.day == 1), ink, "middle")
        weekend = day.weekday() >= 5
        small = sized_font(12, weekend)
        text(painter, x, rect.y() + px(34), _short_weekday(day), small, "text2", "middle")


class _Gates(QHeaderView):
    """Number and name of each gate; an area in bold, with how many gates it has."""

    def __init__(self, grid: BoardGrid) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(px(GATES_NARROW if density().narrow else GATES_WIDE), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        found = self.model().headerData(section, Qt.Orientation.Vertical, Role.KEY)
        if found is None:
            return
        smooth(painter)
        centre, end = rect.center().y() + 0.5, rect.right() - px(10)
        is_area = isinstance(found, AreaRow)
        painter.fillRect(rect, color("surface2" if is_area else "surface"))
        rule(painter, rect.x(), rect.bottom(), rect.right() + 1, rect.bottom())
        rule(painter, rect.right(), rect.y(), rect.right(), rect.bottom() + 1, "line2")
        x = rect.x() + px(16)
        if isinstance(found, AreaRow):
            used = text(painter, end, centre, str(found.gates), sized_font(14), "text2", "right") + px(8)
            text(painter, x, centre, row_words(found), sized_font(15, True), room=end - used - x)
            return
        x += round(text(painter, x, centre, f"{found.gate:04d}", sized_font(14, True), "text2")) + px(10)
        name = gate_words(found.gate, found.compound, found.name)[5:]
        text(painter, x, centre, name, sized_font(15), room=end - x)

    def helpEvent(self, event: QHelpEvent) -> bool:
        at = self.logicalIndexAt(event.pos())
        words = self.model().headerData(at, Qt.Orientation.Vertical) if at >= 0 else ""
        QToolTip.showText(event.globalPos(), str(words or ""), self)
        return True

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            return self.helpEvent(event)
        return super().viewportEvent(event)  # type: ignore[arg-type]


class _Delegate(QStyledItemDelegate):
    """A mark, or the number of gates of an area that are in."""

    def __init__(self, grid: BoardGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        cell = self._grid.board_model().cell(index)
        if cell is None:
            return
        smooth(painter)
        ground = "accent_tint" if cell.day == self._grid.chosen_day else "surface"
        if isinstance(cell, AreaCell) and ground == "surface":
            ground = "surface2"
        painter.fillRect(rect, color(ground))
        rule(painter, rect.x(), rect.bottom(), rect.right() + 1, rect.bottom())
        x, y = rect.center().x() + 0.5, rect.center().y() + 0.5
        if isinstance(cell, Cell):
            side = px(MARK)
            painter.drawPixmap(round(x - side / 2), round(y - side / 2), mark_pixmap(cell))
        elif cell.kept:
            short = cell.not_in > 0
            ink = "text" if short else "text3"
            text(painter, x, y, str(cell.here), sized_font(14, short), ink, "middle")
        if index == self._grid.currentIndex():
            inside = QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5)
            box(painter, inside, px(6), None, "accent_fg", px(2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(COLUMN), px(ROW))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        QToolTip.showText(event.globalPos(), str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), view)
        return True


class BoardGrid(QTableView):
    """Signals: `cell_opened(QModelIndex)`, by a click or Enter; `cell_moved(QModelIndex)`, the current cell moved;
    `day_chosen(str)`, a day's head was clicked. Attribute `chosen_day`: tinted."""

    cell_opened = Signal(QModelIndex)
    cell_moved = Signal(QModelIndex)
    day_chosen = Signal(str)

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self._board_model = model
        self.chosen_day = ""
        self.setHorizontalHeader(_Days(self))
        self.setVerticalHeader(_Gates(self))
        self.setItemDelegate(_Delegate(self))
        self.setModel(model)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", -1)
        self.horizontalHeader().sectionClicked.connect(self._day_clicked)
        themes().changed.connect(self._measure)
        density().changed.connect(self._measure)
        self._measure()

    def board_model(self) -> BoardModel:
        """The model, as what it is."""
        return self._board_model

    def set_chosen_day(self, day: str) -> None:
        """Tints a day and brings it into view."""
        self.chosen_day = day
        self._show_day()
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def _show_day(self) -> None:
        """The chosen day, and the one after it where there is one."""
        days = self._board_model.days
        if self.chosen_day in days and self._board_model.rowCount():
            at, top = days.index(self.chosen_day), max(0, self.rowAt(0))
            if at + 2 >= len(days):
                self.scrollTo(self._board_model.index(top, len(days) - 1))
                self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())
            self.scrollTo(self._board_model.index(top, at))

    def _day_clicked(self, section: int) -> None:
        days = self._board_model.days
        if 0 <= section < len(days):
            self.day_chosen.emit(days[section])

    def _measure(self) -> None:
        for header, length in ((self.horizontalHeader(), COLUMN), (self.verticalHeader(), ROW)):
            header.setMinimumSectionSize(px(length))
            header.setDefaultSectionSize(px(length))
        self.horizontalHeader().setFixedHeight(px(HEAD))
        self.verticalHeader().setFixedWidth(px(GATES_NARROW if density().narrow else GATES_WIDE))
        self.viewport().update()

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.cell_moved.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_day()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.cell_opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.cell_opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _short_weekday(day: date) -> str:
    """一, Mo: a weekday in the least room."""
    word = weekday_word(day)
    return word[-1] if word.startswith("周") else word[:2]
