"""The editor of an agreement: the paper, its parties, its term, and the acts by which it came about."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.twinning import (
    Agreement,
    AgreementStatus,
    Area,
    Instrument,
    Verification,
)
from cabinet_app.gui.agreements import remarks, words
from cabinet_app.gui.agreements.events_field import EventsField
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextArea
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label, labels
from cabinet_app.i18n.languages import language_choices

NAMES_SHOWN = 3


class AgreementEditor(RecordEditor[Agreement]):
    """Parties in one table; acts in another, with the details of the selected act below it."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        super().__init__(context, parent)

    def build(self, _form: Form) -> None:
        t, context = self.t, self.context
        tables = Tables(context, self.names)
        self.section("basics", t.gettext("Basics"))
        self.bind("title", t.gettext("Title"), LocalizedEdit(t))
        self.bind("instrument", t.gettext("Instrument"), EnumCombo(Instrument, self._word))
        self.bind("status", t.gettext("Status"), EnumCombo(AgreementStatus, self._word))
        self.bind("verified", t.gettext("Verification"), EnumCombo(Verification, self._word))
        self.party_section = self.section("parties", t.gettext("Parties"))
        self.bind("parties", "", tables.parties(), wide=True)
        self._labels["parties"] = t.gettext("Parties")
        hint = t.gettext("Only where the parties are counted and not all named.")
        self.bind("party_count", t.gettext("Number of parties"), NumberField(), hint=hint)
        self.event_section = self.section("events", t.gettext("Timeline"))
        self.events = EventsField(context, self.names)
        self.bind("events", "", self.events, wide=True)
        self._labels["events"] = t.gettext("Timeline")
        self.section("term", t.gettext("Term"))
        self.bind("valid_from", t.gettext("Valid from"), VagueDateEdit(t, context.today))
        self.bind("valid_to", t.gettext("Valid until"), VagueDateEdit(t, context.today))
        self.bind("notice", t.gettext("Notice"), LocalizedEdit(t))
        self._build_content()

    def headline(self, draft: Agreement) -> Headline:
        t = self.t
        signed = next((event.happened_on for event in draft.events if event.kind in remarks.SIGNINGS), None)
        parts = [self._party_names(draft), label(draft.instrument, t)]
        if signed is not None and not signed.is_empty:
            parts.append(dates.vague(signed, t.language))
        title = draft.title.shown(t.language) or t.gettext("Untitled agreement")
        return title, " · ".join(part for part in parts if part), words.status_spec(draft.status, t)

    def check(self, draft: Agreement) -> Sequence[Finding]:
        return remarks.agreement_findings(draft, self.context.today(), self.t)

    def fill(self, draft: Agreement) -> None:
        self.party_section.set_count(str(max(len(draft.parties), draft.party_count or 0) or ""))
        self.event_section.set_count(str(len(draft.events) or ""))

    def _build_content(self) -> None:
        t = self.t
        self.section("content", t.gettext("Content"))
        areas: TagEdit[StrEnum] = TagEdit(t, labels(Area, t), add_text=t.gettext("Add area"))
        self.bind("areas", t.gettext("Areas of cooperation"), areas)
        languages = TagEdit(t, language_choices(t.language), add_text=t.gettext("Add language"))
        self.bind("languages", t.gettext("Languages of the text"), languages)
        self.bind("summary", t.gettext("Summary"), LocalizedEdit(t, lines=4))
        self.section("notes", t.gettext("Notes and sources"))
        self.bind("notes", t.gettext("Notes"), TextArea(lines=4))
        self.bind("sources", t.gettext("Sources"), source_table(t), wide=True)

    def _party_names(self, draft: Agreement) -> str:
        names = [
            self.names.of("place", party.place_id)
            or self.names.of("organization", party.organization_id)
            or party.name
            for party in draft.parties
        ]
        named = [name for name in names if name]
        count = max(len(draft.parties), draft.party_count or 0)
        if len(named) > NAMES_SHOWN or (not named and count):
            return words.towns(count, self.t)
        return " – ".join(named)

    def _word(self, member: Instrument | AgreementStatus | Verification) -> str:
        return label(member, self.t)
