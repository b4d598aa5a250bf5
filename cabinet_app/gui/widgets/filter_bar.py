"""The bar above a list: search as you type, chips for the daily questions, and the buttons at the right.

bar = FilterBar(t, hint=t.gettext("Town, person or purpose"), chips=[Chip("upcoming", t.gettext("Upcoming"))])
bar.changed.connect(...); bar.text(); bar.chips(); bar.add_right(button); bar.add_left(widget)
bar.add_filter(combo)    a further filter: value() is None while it lets everything through
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.fields import Field
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import doubled, escaped_tip, text_button
from cabinet_app.i18n.catalogs import Translator

DEBOUNCE_MS = 120


@dataclass(frozen=True, slots=True)
class Chip:
    """A question asked so often that one click asks it; chips of the same `group` exclude one another."""

    key: str
    text: str
    tip: str = ""
    group: str = ""


class FilterBar(QWidget):
    """Search field, chips, "Clear" while anything is filtered, buttons."""

    changed = Signal()
    left_downwards = Signal()

    def __init__(
        self, t: Translator, *, hint: str, chips: Sequence[Chip] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips = tuple(chips)
        self._further: list[Field[Any]] = []
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._announce)
        self.search = self._search_field(t, hint)
        self.clear_button = text_button(t.gettext("Clear"), kind="quiet", icon_name="x")
        self.clear_button.clicked.connect(self.clear)
        self._buttons = {chip.key: self._chip_button(chip) for chip in self._chips}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self.search, 4, Qt.AlignmentFlag.AlignTop)
        self._middle = middle = QWidget(self)
        self._flow = FlowLayout(middle)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        middle.setSizePolicy(policy)
        for button in self._buttons.values():
            self._flow.addWidget(button)
        self._flow.addWidget(self.clear_button)
        self._row.addWidget(middle)
        self._row.addStretch(1)
        self.clear_button.hide()

    def text(self) -> str:
        return self.search.text().strip()

    def chips(self) -> frozenset[str]:
        """The keys of the chips that are on."""
        return frozenset(key for key, button in self._buttons.items() if button.isChecked())

    def is_active(self) -> bool:
        return bool(self.text() or self.chips() or self._is_narrowed())

    def set_filter(self, text: str, chips: Iterable[str]) -> None:
        """Set both at once; with neither, further filters let go too. `changed` is sent once."""
        wanted = frozenset(chips) & frozenset(self._buttons)
        lets_go = not text and not wanted and self._is_narrowed()
        if (text, wanted) == (self.text(), self.chips()) and not lets_go:
            return
        if lets_go:
            for field in self._further:
                field.set_value(None)
        self.search.setText(text)
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)
        self._announce()

    def clear(self) -> None:
        """Show everything again."""
        self.set_filter("", ())
        self.search.setFocus()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_left(self, widget: QWidget) -> None:
        """Put a widget between the search field and the chips, such as a month to page through."""
        place = self._row.count() - 1 - self._right_count()
        self._row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_filter(self, field: QWidget) -> None:
        """Put a field beside the search whose value narrows the list, None for everything."""
        further = cast("Field[Any]", field)
        further.edited.connect(self._announce)
        self._further.append(further)
        self.add_left(field)

    def show_chips(self, is_shown: bool) -> None:
        """Take the chips away where they make no sense; those that are on stay."""
        for button in self._buttons.values():
            button.setVisible(is_shown or button.isChecked())

    def add_right(self, widget: QWidget) -> None:
        """Put a button at the right, before the primary one."""
        end = self._row.itemAt(self._row.count() - 1)
        last = end.widget() if end else None
        place = self._row.count() - 1 if last is not None and last.property("primary") else self._row.count()
        self._row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignTop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._announce()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._announce()
                self.left_downwards.emit()
                return True
        return super().eventFilter(watched, event)

    def _is_narrowed(self) -> bool:
        return any(field.value() is not None for field in self._further)

    def _right_count(self) -> int:
        return self._row.count() - 1 - self._row.indexOf(self._middle)

    def _search_field(self, t: Translator, hint: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(t.gettext("{what} (Ctrl+F)").format(what=hint))
        field.setAccessibleName(t.gettext("Search"))
        field.setToolTip(escaped_tip(hint))
        field.setMinimumWidth(200)
        field.setMaximumWidth(340)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lens = QAction(icon("search", "muted"), "", field)
        lens.setEnabled(False)
        field.addAction(lens, QLineEdit.ActionPosition.LeadingPosition)
        field.textEdited.connect(self._timer.start)
        field.installEventFilter(self)
        return field

    def _chip_button(self, chip: Chip) -> QPushButton:
        button = text_button(doubled(chip.text), kind="chip")
        button.setCheckable(True)
        button.setToolTip(escaped_tip(chip.tip))
        button.setProperty("chip_key", chip.key)
        button.setProperty("chip_group", chip.group)
        button.clicked.connect(self._chip_clicked)
        return button

    def _chip_clicked(self) -> None:
        clicked = self.sender()
        group = clicked.property("chip_group")
        for button in self._buttons.values():
            if group and button is not clicked and button.property("chip_group") == group:
                button.setChecked(False)
        self._announce()

    def _announce(self) -> None:
        self._timer.stop()
        self.clear_button.setVisible(self.is_active())
        self.changed.emit()
