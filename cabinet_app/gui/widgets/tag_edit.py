"""Several values out of a closed list, shown as tags that are taken off with a click.

TagEdit(t, [(Area.CULTURE, "culture"), …])      value() -> list, as it was set until somebody edits it
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import doubled, text_button
from cabinet_app.i18n.catalogs import Translator

V = TypeVar("V")


class TagEdit(QWidget, Generic[V]):
    """Tags and a menu that adds more."""

    edited = Signal()

    def __init__(
        self,
        t: Translator,
        choices: Iterable[tuple[V, str]],
        parent: QWidget | None = None,
        *,
        add_text: str = "",
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._choices = list(choices)
        self._chosen: list[V] = []
        self._tags: list[QPushButton] = []
        self._flow = FlowLayout(self, gap=6)
        # No child of this widget: with a menu inside, setFocusProxy makes the button its own follower in
        # the order of Tab as soon as the field is put into a form, and nobody gets out of it by keyboard.
        self._menu = QMenu()
        self._menu.triggered.connect(self._read_menu)
        self._fill_menu()
        self._add = text_button(add_text or t.gettext("Add"), self, kind="quiet", icon_name="plus")
        self._add.setMenu(self._menu)
        self._flow.addWidget(self._add)
        self.setFocusProxy(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> list[V]:
        return list(self._chosen)

    def set_value(self, value: Sequence[V]) -> None:
        """Values that are no choices are kept as they are and not shown."""
        self._chosen = list(value)
        self._show()

    def set_choices(self, choices: Iterable[tuple[V, str]]) -> None:
        """Offer other values; those that were set stay set."""
        wanted = list(choices)
        if wanted != self._choices:
            self._choices = wanted
            self._fill_menu()
            self._show()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for place, (_value, words) in enumerate(self._choices):
            action = self._menu.addAction(doubled(words))
            action.setCheckable(True)
            action.setData(place)

    def _read_menu(self) -> None:
        places = [action.data() for action in self._menu.actions() if action.isChecked()]
        known = {value for value, _words in self._choices}
        self._chosen = [
            *(self._choices[place][0] for place in places),
            *(value for value in self._chosen if value not in known),
        ]
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for tag in self._tags:
            tag.hide()
            tag.setParent(None)
            tag.deleteLater()
        self._flow.removeWidget(self._add)
        self._tags = [
            self._tag(place) for place, (value, _) in enumerate(self._choices) if value in self._chosen
        ]
        for tag in [*self._tags, self._add]:
            self._flow.addWidget(tag)
        for action in self._menu.actions():
            action.setChecked(self._choices[action.data()][0] in self._chosen)
        self.updateGeometry()

    def _tag(self, place: int) -> QPushButton:
        words = self._choices[place][1]
        tag = text_button(doubled(words), self, kind="chip")
        tag.setIcon(icon("x", "muted"))
        tag.setAccessibleName(self._t.gettext("Remove {what}").format(what=words))
        tag.setProperty("place", place)
        tag.clicked.connect(self._take_off)
        tag.show()
        return tag

    def _take_off(self) -> None:
        value = self._choices[self.sender().property("place")][0]
        self._chosen.remove(value)
        self._show()
        self._add.setFocus()
        self.edited.emit()
