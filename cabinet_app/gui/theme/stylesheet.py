"""The one style sheet of the program, generated from the tokens; no widget carries a sheet of its own.

Dynamic properties it knows (set them with `mark`, which repolishes):
on buttons `primary`, `chip`, `quiet`, `link`, `segment`; on fields `invalid`;
on labels `muted`, `title`, `heading`, `section`, `danger`, `warn`; on frames `surface`, `hairline`, `banner`.
Every sub-control of a styled widget is styled too: half a style breaks its buttons.
"""

from string import Template

from PySide6.QtWidgets import QWidget

from cabinet_app.gui.theme.tokens import Tokens


def mark(widget: QWidget, name: str, value: object = True) -> None:
    """Set a dynamic property and let the style sheet see it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def build_stylesheet(tokens: Tokens, points: float) -> str:
    """The sheet of a colour scheme for a body size of `points`."""
    values = {name: getattr(tokens, name) for name in tokens.__slots__}
    sizes = {"title_pt": points * 1.5, "heading_pt": points * 1.2, "small_pt": points * 0.9}
    sheet = _FRAMES + _LABELS + _BUTTONS + _FIELDS + _CHOICES + _LISTS + _BARS
    return Template(sheet).substitute(values, **{name: f"{size:.2f}pt" for name, size in sizes.items()})


_FRAMES = """
QWidget[surface="true"], QScrollArea[surface="true"] { background: $surface; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QFrame[hairline="true"] { border: none; background: $hairline; }
QWidget[banner="danger"] { background: $danger_tint; border-radius: 6px; }
QWidget[banner="warn"] { background: $warn_tint; border-radius: 6px; }
QWidget[banner="accent"] { background: $accent_tint; border-radius: 6px; }
QWidget[toast="true"] { background: $toast; border-radius: 6px; }
QWidget[strip="true"] { background: $accent_tint; }
QWidget[card="true"] { background: $surface; border: 1px solid $hairline; border-radius: 6px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolTip { background: $toast; color: $toast_text; border: none; padding: 4px 8px; }
QDialog { background: $window; }
QMainWindow::separator { width: 0px; height: 0px; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[muted="true"] { color: $muted; }
QLabel[title="true"] { font-size: $title_pt; font-weight: 600; }
QLabel[heading="true"] { font-size: $heading_pt; font-weight: 600; }
QLabel[section="true"] { color: $muted; font-size: $small_pt; font-weight: 600; }
QLabel[small="true"] { font-size: $small_pt; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[danger="true"] { color: $danger; }
QLabel[warn="true"] { color: $warn; }
QLabel[ok="true"] { color: $ok; }
QLabel[toast="true"] { color: $toast_text; }
"""

_BUTTONS = """
QPushButton { background: $raised; border: 1px solid $hairline; border-radius: 4px; padding: 5px 13px;
  min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 12px; }
QPushButton:disabled { color: $field_border; background: $window; }
QPushButton::menu-indicator { image: url($name:down.svg); width: 14px; height: 14px;
  subcontrol-position: right center; right: 6px; }
QPushButton[menu="true"] { padding-right: 24px; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $hover; color: $muted; border: 1px solid $hairline; }
QPushButton[chip="true"] { background: $surface; color: $muted; border-radius: 14px; padding: 3px 12px; }
QPushButton[chip="true"]:hover { background: $hover; }
QPushButton[chip="true"]:checked { background: $selection; color: $text; border: 1px solid $accent; }
QPushButton[chip="true"]:focus { border: 2px solid $accent; padding: 2px 11px; }
QPushButton[quiet="true"], QPushButton[link="true"] { background: transparent;
  border: 1px solid transparent; }
QPushButton[quiet="true"] { color: $muted; padding: 4px 8px; }
QPushButton[quiet="true"]:hover { background: $hover; color: $text; }
QPushButton[quiet="true"]:checked { color: $text; font-weight: 600; }
QPushButton[link="true"] { color: $accent; font-weight: 600; padding: 3px 5px; text-align: left; }
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[link="true"]:disabled { color: $muted; }
QPushButton[plainlink="true"] { font-weight: 400; color: $text; }
QPushButton[toast="true"] { background: transparent; border: 1px solid transparent; color: $toast_link;
  font-weight: 600; padding: 3px 8px; }
QPushButton[toast="true"]:focus, QPushButton[toast="true"]:hover { border: 2px solid $toast_link;
  padding: 2px 7px; }
QPushButton[segment="true"] { border-radius: 0px; margin-left: -1px; padding: 4px 12px; color: $muted; }
QPushButton[segment="true"]:checked { background: $selection; color: $text; border: 1px solid $accent; }
QPushButton[segment="true"]:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton[language="true"] { border: 1px solid transparent; background: transparent; color: $muted;
  font-size: $small_pt; font-weight: 600; padding: 1px 2px; min-width: 22px; min-height: 22px;
  border-radius: 3px; }
QPushButton[language="true"]:checked { background: $selection; color: $text; }
QPushButton[language="true"]:focus { border: 2px solid $accent; padding: 0px 1px; }
QPushButton[language="true"][filled="false"] { font-weight: 400; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px;
  min-width: 18px; min-height: 18px; }
QLineEdit QToolButton { border: none; padding: 0px; min-width: 0px; min-height: 0px;
  background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $selection; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $text;
  border: 1px solid $field_border; border-radius: 4px; padding: 4px 8px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 3px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QAbstractSpinBox[invalid="true"],
QComboBox[invalid="true"] { border: 2px solid $danger; padding: 3px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; border: 1px solid $hairline; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $field_border; background: $window; border-color: $hairline; }
QLineEdit[bare="true"] { border: none; padding: 5px 9px; background: transparent; }
QComboBox { padding-left: 10px; padding-right: 26px; combobox-popup: 0; }
QComboBox:focus { padding-left: 9px; padding-right: 25px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 26px;
  border: none; }
QComboBox::down-arrow { image: url($name:down.svg); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url($name:down-disabled.svg); }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $hairline; padding: 4px; outline: none;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0px 6px; }
QAbstractSpinBox { padding-right: 24px; }
QAbstractSpinBox:focus, QAbstractSpinBox[invalid="true"] { padding-right: 23px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 24px;
  border: none; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 24px;
  border: none; }
QAbstractSpinBox::up-arrow { image: url($name:up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($name:down.svg); width: 12px; height: 12px; }
"""

_CHOICES = """
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator { width: 16px;
  height: 16px; border: 1px solid $field_border; background: $surface; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QTableView::indicator:checked,
QListView::indicator:checked, QCheckBox::indicator:indeterminate { background: $accent;
  border: 1px solid $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked {
  image: url($name:check.svg); }
QCheckBox::indicator:indeterminate { image: url($name:dash.svg); }
QRadioButton::indicator:checked { image: url($name:dot.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hairline;
  background: $window; }
"""

_LISTS = """
QTableView, QListView, QTreeView { background: $surface; border: none; outline: none;
  selection-background-color: $selection; selection-color: $text; }
QTableView[child="true"] { border: 1px solid $hairline; border-radius: 4px; }
QTableView[child="true"]::item { padding: 0px 6px; }
QTableView[child="true"] QHeaderView::section { padding: 2px 8px; }
QTableView[child="true"]:focus { border: 2px solid $accent; }
QTableView[child="true"][invalid="true"] { border: 2px solid $danger; }
QListView::item { padding: 4px 8px; min-height: 24px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $text; }
QListView[popup="true"] { background: $raised; border: 1px solid $field_border; border-radius: 4px;
  padding: 4px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $hairline;
  padding: 4px 10px; min-height: 22px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: content;
  subcontrol-position: center right;
  width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url($name:up.svg); }
QHeaderView::down-arrow { image: url($name:down.svg); }
QTableCornerButton::section { background: $surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0px; }
QScrollBar::handle { background: $hairline; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $field_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; min-width: 28px; min-height: 24px; font-weight: 600; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: none; image: url($name:left.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: none; image: url($name:right.svg); }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $accent;
  selection-color: $on_accent; }
QProgressBar { border: none; border-radius: 3px; background: $hairline; max-height: 6px; min-height: 6px;
  text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_BARS = """
QTabWidget::pane { border: none; }
QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: $window; color: $muted; padding: 8px 18px 8px 18px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $hover; }
QMenuBar { background: $window; color: $text; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $selection; }
QMenu { background: $raised; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 32px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $field_border; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 9px; }
QMenu::indicator:checked { image: url($name:menu-check.svg); }
QMenu::right-arrow { image: url($name:right.svg); width: 12px; height: 12px; right: 6px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }
"""
