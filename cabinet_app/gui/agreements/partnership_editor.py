"""The editor of a partnership: the relation with one partner town or organization."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.places import name_with_native
from cabinet_app.domain.twinning import (
    AgreementParty,
    Area,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.agreements import remarks, words
from cabinet_app.gui.agreements.fact_sources import FactSources
from cabinet_app.gui.agreements.partner_story import PartnerStory
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import TextArea
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, person_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.gui.widgets.town_field import TownField
from cabinet_app.i18n import dates
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label, labels

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change


class PartnershipEditor(RecordEditor[Partnership]):
    """Facts of the partnership, and what hangs on it: agreements and visits of the town."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        super().__init__(context, parent)
        context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Leaver(context, self._register_changed))

    def build(self, form: Form) -> None:
        t, context = self.t, self.context
        self.section("basics", t.gettext("Basics"))
        self.town = TownField(context)
        self.bind("place_id", t.gettext("Town"), self.town)
        self.bind("organization_id", t.gettext("Organization"), organization_picker(context))
        self.bind("kind", t.gettext("Kind"), EnumCombo(PartnershipKind, self._word))
        self.bind("status", t.gettext("Status"), EnumCombo(PartnershipStatus, self._word))
        self.bind("since", t.gettext("Since"), VagueDateEdit(t, context.today))
        self.bind("coordinator_id", t.gettext("Coordinator"), person_picker(context))
        self.bind("verified", t.gettext("Verification"), EnumCombo(Verification, self._word))
        self.related = self.section("related", t.gettext("Agreements and visits"))
        self._build_related(form)
        self.section("content", t.gettext("Content"))
        areas: TagEdit[StrEnum] = TagEdit(t, labels(Area, t), add_text=t.gettext("Add area"))
        self.bind("areas", t.gettext("Areas of cooperation"), areas)
        self.bind("initiative", t.gettext("Initiative"), LocalizedEdit(t, lines=3))
        self.section("notes", t.gettext("Notes and sources"))
        self.bind("notes", t.gettext("Notes"), TextArea(lines=4))
        facts = [
            (key, self.label_of(key))
            for key in ("kind", "status", "since", "coordinator_id", "areas", "initiative")
        ]
        self.bind("sources", t.gettext("Sources"), source_table(t, facts), wide=True)
        self.fact_sources = FactSources(t, form)

    def headline(self, draft: Partnership) -> Headline:
        t = self.t
        place = self.names.place(draft.place_id)
        title = (
            name_with_native(place.names, place.native_name, t.language)
            if place
            else self.names.of("organization", draft.organization_id)
        )
        country = country_name(place.country, t.language) if place and place.country else ""
        parts = [country, label(draft.kind, t)]
        if draft.since.edtf:
            parts.append(t.gettext("since: {date}").format(date=dates.vague(draft.since, t.language)))
        subtitle = " · ".join(part for part in parts if part)
        return title or t.gettext("Untitled partnership"), subtitle, words.status_spec(draft.status, t)

    def check(self, draft: Partnership) -> Sequence[Finding]:
        return remarks.partnership_findings(draft, self.t, is_new=self.version == 0)

    def fill(self, draft: Partnership) -> None:
        count = self.story.show_partner(draft.place_id, draft.organization_id, draft.since)
        self.related.set_count(str(count or ""))
        self.fact_sources.show(draft.sources)
        for button in (self.visit_button, self.agreement_button):
            button.setEnabled(bool(draft.place_id))

    def commit(self) -> None:
        super().commit()
        self.town.store_names()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_story()

    def _build_related(self, form: Form) -> None:
        t = self.t
        self.visit_button = text_button(t.gettext("New visit"), kind="quiet", icon_name="plus")
        self.visit_button.clicked.connect(self._new_visit)
        self.agreement_button = text_button(t.gettext("New agreement"), kind="quiet", icon_name="plus")
        self.agreement_button.clicked.connect(self._new_agreement)
        self.related.add_button(self.agreement_button)
        self.related.add_button(self.visit_button)
        self.story = PartnerStory(self.context)
        form.add_widget(self.story)

    def _word(self, member: PartnershipKind | PartnershipStatus | Verification) -> str:
        return label(member, self.t)

    def _new_visit(self) -> None:
        draft = self.draft()
        visit = Visit(partner_place_id=draft.place_id, partner_organization_id=draft.organization_id)
        self.context.new_record("visit", visit)

    def _new_agreement(self) -> None:
        agreement = self.context.cabinet.agreements.begun()
        agreement.parties.append(AgreementParty(place_id=self.draft().place_id))
        self.context.new_record("agreement", agreement)

    def _register_changed(self, change: "Change") -> None:
        if any(change.touches(kind) for kind in ("agreement", "visit", "meeting", "project", "gift")):
            self.story.forget()
            if self.isVisible():
                self._refresh_story()

    def _refresh_story(self) -> None:
        if self.has_record:
            self.fill(self.draft())


class _Leaver:
    def __init__(self, context: GuiContext, observer: object) -> None:
        self._context = context
        self._observer = observer

    def __call__(self, *_object: object) -> None:
        self._context.cabinet.changes.unsubscribe(self._observer)  # type: ignore[arg-type] # the editor's own method
