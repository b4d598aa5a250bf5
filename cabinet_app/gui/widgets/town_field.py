"""The partner town: chosen or created in place, with its names in every language and its country."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.places import Place
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.picker import Picker
from cabinet_app.gui.widgets.record_pickers import Directory, names_from
from cabinet_app.i18n import messages
from cabinet_app.i18n.countries import country_choices


class TownField(QWidget):
    """value() is the id of the town; its names are stored with the town, apart from the record."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        t = context.t
        self._directory = Directory(context, "place", self._draft)
        self.picker = Picker(t, self._directory.search, self._directory.title, create=self._create)
        self.names_button = text_button(t.gettext("Names and country"), kind="quiet", icon_name="pencil")
        self.names_button.setCheckable(True)
        self.names_button.toggled.connect(self._toggle)
        self._panel: TownPanel | None = None
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.picker, 1)
        row.addWidget(self.names_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addLayout(row)
        self.setFocusProxy(self.picker.line)
        self.picker.edited.connect(self._picked)
        self._refresh()

    @property
    def panel(self) -> "TownPanel":
        """What the names are written in, built when it is first asked for."""
        if self._panel is None:
            self._panel = TownPanel(self._context)
            self._panel.stored.connect(self._names_stored)
            self._panel.hide()
            self._column.addWidget(self._panel)
        return self._panel

    def value(self) -> int | None:
        return self.picker.value()

    def set_value(self, value: int | None) -> None:
        if (value or None) != self.picker.value() or not value:
            self.store_names()
            self.names_button.setChecked(False)
        self.picker.set_value(value)
        self._refresh()

    def problem(self) -> str:
        """What is wrong with the choice, empty if nothing is."""
        return self.picker.problem()

    def store_names(self) -> bool:
        """Store what was written about the town; False if it cannot be stored."""
        return self._panel is None or self._panel.store()

    def _draft(self, text: str) -> Place:
        names, native = names_from(text, self._context.language)
        return Place(names=names, native_name=native)

    def _create(self, text: str) -> int | None:
        created = self._directory.create(text)
        self.panel.show_town(created)
        self.names_button.setChecked(True)
        return created

    def _picked(self) -> None:
        if self._panel is not None and self._panel.town_id != (self.value() or 0):
            self.store_names()
            self.names_button.setChecked(False)
        self._refresh()
        self.edited.emit()

    def _toggle(self, is_open: bool) -> None:
        if is_open:
            if self.value():
                self.panel.show_town(self.value())
        else:
            self.store_names()
        if is_open:
            self.panel.show()
            self.panel.names.setFocus()
        elif self._panel is not None:
            self._panel.hide()

    def _names_stored(self) -> None:
        self.picker.set_value(self.picker.value())
        self.edited.emit()

    def _refresh(self) -> None:
        self.names_button.setEnabled(bool(self.value()) or self.names_button.isChecked())


class TownPanel(QWidget):
    """The names and the country of one town."""

    stored = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        t = context.t
        self.town_id = 0
        self.names = LocalizedEdit(t)
        self.native = TextField()
        self.country = ChoiceCombo([("", "—"), *country_choices(t.language)])
        self.form = Form()
        self.form.add("names", t.gettext("Names"), self.names)
        self.form.add("native_name", t.gettext("Its own name"), self.native)
        self.form.add("country", t.gettext("Country"), self.country)
        self.save_button = text_button(t.gettext("Save the town"))
        self.save_button.clicked.connect(self.store)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.save_button)
        mark(self, "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addLayout(line)
        for field in (self.names, self.native, self.country):
            field.edited.connect(self._refresh)
        self._stored = Place()
        self._version = 0
        self._refresh()

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that is not stored yet."""
        return bool(self.town_id) and self._draft() != self._stored

    def show_town(self, town_id: int | None) -> None:
        """Show a town as it is stored."""
        self.town_id = town_id or 0
        if self.town_id:
            stored = self._context.cabinet.places.get(self.town_id)
            self._stored, self._version = stored.record, stored.version
        else:
            self._stored, self._version = Place(), 0
        self.names.set_value(self._stored.names)
        self.native.set_value(self._stored.native_name)
        self.country.set_value(self._stored.country)
        self.form.show_findings([])
        self._refresh()

    def store(self) -> bool:
        """Store the town if it was changed; False if it cannot be, which is said under the names."""
        if not self.is_dirty:
            return True
        try:
            self._context.cabinet.places.update(self._draft(), self._version)
        except UserError as error:
            self.form.show_findings([Finding("names", messages.sentence(error, self._context.t))])
            return False
        self.show_town(self.town_id)
        self.stored.emit()
        return True

    def _draft(self) -> Place:
        return replace(
            self._stored,
            names=self.names.value(),
            native_name=self.native.value(),
            country=self.country.value(),
        )

    def _refresh(self) -> None:
        self.save_button.setEnabled(self.is_dirty)
