"""The style sheet of everything that Qt draws itself, so that nothing keeps Qt's default grey.

Kit widgets paint themselves; this reaches menus, tool tips, scroll bars, popups of combo boxes, the calendar,
message boxes and file dialogs, tables, and plain editors inside kit frames.
"""

from __future__ import annotations

from string import Template

from desktop.kit.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog, QMessageBox, QFileDialog { background: $bg; }
QGroupBox, QTabBar { color: $text; }
QToolTip { background: $text; color: $surface; border: 0; padding: ${p6}px ${p10}px; font-size: ${p14}px; }

QMenu { background: $surface; border: 1px solid $line2; padding: ${p4}px; }
QMenu::item { padding: ${p10}px ${p24}px; border-radius: ${p6}px; min-height: ${p20}px; }
QMenu::item:selected { background: $accent_tint; color: $accent_fg; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }

QScrollArea, QAbstractScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; border: 0; }
QScrollBar::handle { background: $line2; border-radius: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p40}px; margin: ${p2}px ${p3}px; }
QScrollBar::handle:horizontal { min-width: ${p40}px; margin: ${p3}px ${p2}px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $field; border-radius: ${p8}px; padding: ${p6}px ${p12}px;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
  background: $sunken; color: $text3; border-color: $line2; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text3; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QComboBox[bare="true"] {
  background: transparent; border: 0; padding: 0; border-radius: 0; }
QComboBox::drop-down { border: 0; width: ${p28}px; }
QComboBox[bare="true"]::drop-down { width: 0; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[popup="true"] {
  background: $surface; color: $text; border: 1px solid $line2; outline: 0; padding: ${p4}px;
  selection-background-color: $accent_tint; selection-color: $accent_fg; }
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {
  min-height: ${p40}px; padding: 0 ${p10}px; border-radius: ${p6}px; }
QComboBox QAbstractItemView::item:selected, QListView[popup="true"]::item:selected {
  background: $accent_tint; color: $accent_fg; }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: 0; outline: 0; gridline-color: $line;
  selection-background-color: $accent_tint; selection-color: $text; alternate-background-color: $surface; }
QHeaderView { background: $surface2; border: 0; }
QHeaderView::section { background: $surface2; color: $text2; border: 0; border-bottom: 1px solid $line;
  padding: 0 ${p8}px; font-size: ${p14}px; font-weight: bold; }
QTableCornerButton::section { background: $surface2; border: 0; border-bottom: 1px solid $line; }

QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface2; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface2; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: 0; border-radius: ${p6}px;
  padding: ${p6}px ${p10}px; font-weight: bold; }
QCalendarWidget QToolButton:hover { background: $sunken; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { padding: 0 ${p6}px; border-radius: ${p4}px; }
QCalendarWidget QAbstractItemView { background: $surface; color: $text; outline: 0;
  selection-background-color: $accent; selection-color: $accent_text; }
QCalendarWidget QAbstractItemView:disabled { color: $text3; }

QDialog QPushButton { background: $surface; color: $text; border: 1px solid $field; border-radius: ${p8}px;
  padding: ${p8}px ${p16}px; min-height: ${p24}px; font-weight: bold; }
QDialog QPushButton:hover { background: $surface2; }
QDialog QPushButton:pressed { background: $sunken; }
QDialog QPushButton:default { background: $accent; color: $accent_text; border-color: $accent; }
QDialog QPushButton:disabled { background: $sunken; color: $text3; border-color: $line2; }
QToolButton { background: transparent; border: 0; border-radius: ${p6}px; padding: ${p4}px; }
QToolButton:hover { background: $sunken; }

QTabWidget::pane { border: 0; }
QTabBar::tab { background: transparent; color: $text2; padding: ${p10}px ${p16}px; font-weight: bold;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $accent_fg; border-bottom-color: $accent_fg; }
QSplitter::handle { background: $line; }
QProgressBar { background: $sunken; border: 0; border-radius: ${p6}px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: ${p6}px; }
QSlider::groove:horizontal { height: ${p6}px; background: $sunken; border: 1px solid $line2; border-radius: ${p3}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${p3}px; }
QSlider::handle:horizontal { width: ${p22}px; height: ${p22}px; margin: -${p8}px 0; border-radius: ${p11}px;
  background: $surface; border: 2px solid $accent; }
QTextBrowser { background: $surface; border: 0; }
""")

_LENGTHS = (2, 3, 4, 6, 8, 10, 11, 12, 14, 16, 20, 22, 24, 28, 40)


def stylesheet(theme: Theme) -> str:
    """The whole application's style sheet in a theme's colours and size."""
    lengths = {f"p{length}": str(theme.px(length)) for length in _LENGTHS}
    return _SHEET.substitute({**vars(theme.palette), **lengths})
