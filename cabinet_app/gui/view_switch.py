"""The switch between the list of a pane and its other views: month, board."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cabinet_app.gui.record_kind import View, ViewSpec
from cabinet_app.gui.widgets.labels import doubled, text_button
from cabinet_app.i18n.catalogs import Translator

LIST = "list"


class SegmentedSwitch(QWidget):
    """Buttons side by side of which one is down."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        for key, text in choices:
            button = text_button(doubled(text), self, kind="segment")
            button.setCheckable(True)
            button.setProperty("key", key)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def set_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(button.property("key"))


class ViewSwitch(QObject):
    """Knows which view of a pane is in front and builds each when it is first asked for."""

    changed = Signal()

    def __init__(self, pane: QWidget, specs: Sequence[ViewSpec], t: Translator, *, list_title: str) -> None:
        super().__init__(pane)
        self._pane = pane
        self._specs = {spec.key: spec for spec in specs}
        self._built: dict[str, QWidget] = {}
        self.current = LIST
        choices = [(spec.key, spec.title) for spec in specs]
        self.bar = SegmentedSwitch(
            [*choices, (LIST, list_title or t.gettext("List"))], t.gettext("View"), pane
        )
        self.bar.set_current(LIST)
        self.bar.setVisible(bool(specs))
        self.bar.chosen.connect(self.show_view)

    def show_view(self, key: str) -> None:
        """Bring a view to the front; an unknown one leaves things as they are."""
        if key == self.current or (key != LIST and key not in self._specs):
            return
        self.current = key
        self.bar.set_current(key)
        self.changed.emit()

    def current_widget(self) -> QWidget | None:
        """The widget of the view in front, None for the list."""
        if self.current == LIST:
            return None
        if self.current not in self._built:
            spec = self._specs[self.current]
            self._built[self.current] = spec.make(cast("Any", self._pane), self._pane)
        return self._built[self.current]

    @property
    def print_kind(self) -> str:
        """The print that the view in front suggests, empty for the usual one."""
        spec = self._specs.get(self.current)
        return spec.print_kind if spec else ""

    def current_view(self) -> View | None:
        return cast("View | None", self.current_widget())

    def built(self) -> Sequence[View]:
        """The views that exist by now."""
        return [cast("View", widget) for widget in self._built.values()]
