"""The names and the country of the partner town, put right without leaving the visit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n import messages
from cabinet_app.i18n.countries import country_choices


class TownCard(QWidget):
    """Writes into the directory when it is left; opens by itself for a town whose country is not known."""

    stored = Signal(object)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._place_id: int | None = None
        self._is_dirty = False
        g = self._t.gettext
        mark(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        self.form = Form(self)
        column.addWidget(self.form)
        self.names = LocalizedEdit(self._t)
        self.native = TextField()
        self.country: ChoiceCombo[str] = ChoiceCombo([("", "—"), *country_choices(self._t.language)])
        self.form.add("names", g("Name"), self.names)
        self.form.add("native_name", g("Name in its own language"), self.native)
        self.form.add("country", g("Country"), self.country)
        for field in (self.names, self.native, self.country):
            field.edited.connect(self._edited)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.hide()

    def show_place(self, place_id: int | None) -> None:
        """Turn to a town; the one before is stored first."""
        if place_id == self._place_id:
            return
        self.flush()
        self._place_id = place_id
        self.setVisible(self._fill() == "")

    def open(self) -> None:
        """Show the card for a town that is complete."""
        self._fill()
        self.setVisible(self._place_id is not None)
        if self._place_id is not None:
            self.names.editor.setFocus()

    def flush(self) -> None:
        """Store what was changed."""
        if not self._is_dirty or self._place_id is None:
            return
        places = self._context.cabinet.places
        try:
            stored = places.get(self._place_id)
            place = stored.record
            place.names, place.native_name = self.names.value(), self.native.value()
            place.country = self.country.value()
            places.update(place, stored.version)
        except UserError as error:
            field = str(getattr(error, "field", "")) or "names"
            self.form.show_findings([Finding(field, messages.sentence(error, self._t))])
            return
        self._is_dirty = False
        self.form.show_findings([])
        self.stored.emit(self._place_id)

    def _fill(self) -> str | None:
        """Show the town; its country, None if there is no such town."""
        self._is_dirty = False
        choice = self._context.cabinet.places
        try:
            place = choice.get(self._place_id).record if self._place_id else None
        except UserError:
            place = None
        if place is None:
            return None
        self.names.set_value(place.names)
        self.native.set_value(place.native_name)
        self.country.set_value(place.country)
        self.form.show_findings([])
        return place.country

    def _edited(self) -> None:
        self._is_dirty = True

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        is_inside = old is not None and self.isAncestorOf(old)
        if is_inside and not (new is not None and self.isAncestorOf(new)):
            self.flush()
