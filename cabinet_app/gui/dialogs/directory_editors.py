"""The editors of the directory for organizations and places."""

from collections.abc import Sequence

from cabinet_app.domain.bodies import Classification, Organization, OrganizationStatus
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, place_picker
from cabinet_app.i18n.countries import country_choices
from cabinet_app.i18n.labels import label


class OrganizationEditor(RecordEditor[Organization]):
    """An organization's names, kind, owner and town; its members are edited in the tab of working groups."""

    def build(self, form: Form) -> None:  # noqa: ARG002 - the base's helpers reach the form
        g, context = self.t.gettext, self.context
        self.section("name", g("Name"))
        self.bind("names", g("Name"), LocalizedEdit(self.t))
        self.bind("short_name", g("Short name"), LocalizedEdit(self.t))
        self.bind("classification", g("Kind"), EnumCombo(Classification, self._classification))
        self.bind("parent_id", g("Belongs to"), organization_picker(context))
        self.bind("place_id", g("Town"), place_picker(context))
        self.section("life", g("From the founding to the end"))
        self.bind("status", g("Status"), EnumCombo(OrganizationStatus, self._status))
        self.bind("founded", g("Founded"), VagueDateEdit(self.t, context.today))
        self.bind("dissolved", g("Dissolved"), VagueDateEdit(self.t, context.today))
        self.bind("notes", g("Notes"), TextArea())

    def headline(self, draft: Organization) -> Headline:
        return draft.names.shown(self.t.language), label(draft.classification, self.t), None

    def check(self, draft: Organization) -> Sequence[Finding]:
        return (
            [Finding("names", self.t.gettext("Please fill in this field."))] if draft.names.is_empty else []
        )

    def _classification(self, member: Classification) -> str:
        return label(member, self.t)

    def _status(self, member: OrganizationStatus) -> str:
        return label(member, self.t)


class PlaceEditor(RecordEditor[Place]):
    """A place's names in the three languages and its own, its country and address."""

    def build(self, form: Form) -> None:  # noqa: ARG002 - the base's helpers reach the form
        g = self.t.gettext
        self.section("name", g("Name"))
        self.bind("names", g("Name"), LocalizedEdit(self.t))
        self.bind("native_name", g("Name in its own language"), TextField())
        self.bind("kind", g("Kind"), EnumCombo(PlaceKind, self._kind))
        countries = [("", "—"), *country_choices(self.t.language)]
        self.bind("country", g("Country"), ChoiceCombo(countries))
        self.bind("parent_id", g("Lies in"), place_picker(self.context))
        self.section("address", g("Address"))
        self.bind("address", g("Address"), TextArea(lines=2))
        self.bind("zone", g("Time zone"), TextField(placeholder="Europe/Ljubljana"))
        self.bind("notes", g("Notes"), TextArea())

    def headline(self, draft: Place) -> Headline:
        return draft.names.shown(self.t.language) or draft.native_name, label(draft.kind, self.t), None

    def check(self, draft: Place) -> Sequence[Finding]:
        if draft.names.is_empty and not draft.native_name:
            return [Finding("names", self.t.gettext("Please fill in this field."))]
        return []

    def _kind(self, member: PlaceKind) -> str:
        return label(member, self.t)
