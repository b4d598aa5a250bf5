"""The editor of an agreement: the paper, its parties, its term, and the acts by which it came about."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.agreement_status import SIGNINGS, derived_status, shown_status
from cabinet_app.domain.agreement_trail import legal_trail
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementStatus,
    Area,
    Instrument,
    Verification,
)
from cabinet_app.gui.agreements import remarks, words
from cabinet_app.gui.agreements.charter_template import CharterTemplate
from cabinet_app.gui.agreements.events_field import EventsField
from cabinet_app.gui.agreements.fact_sources import FactSources
from cabinet_app.gui.agreements.status_field import StatusField
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.agreements.trail_panel import TrailPanel
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.attachments import AttachmentsPanel
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextArea
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n import dates
from cabinet_app.i18n.agreement_words import vote_words
from cabinet_app.i18n.labels import label, labels
from cabinet_app.i18n.languages import language_choices

NAMES_SHOWN = 3


class AgreementEditor(RecordEditor[Agreement]):
    """Parties in one table; acts in another, with the details of the selected act below it."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        self._events_seen: list[AgreementEvent] = []
        self._id_seen = self._files_of = -1
        super().__init__(context, parent)

    def build(self, form: Form) -> None:
        t, context = self.t, self.context
        tables = Tables(context, self.names)
        self.section("basics", t.gettext("Basics"))
        self.bind("title", t.gettext("Title"), LocalizedEdit(t))
        self.bind("instrument", t.gettext("Instrument"), EnumCombo(Instrument, self._word))
        self.status = StatusField(t)
        self.watch("status_by_hand", self.status.by_hand)
        self.watch("status_reason", self.status.reason)
        self.bind("status", t.gettext("Status"), self.status)
        self._labels["status_by_hand"] = t.gettext("Status set by hand")
        self._labels["status_reason"] = t.gettext("Reason for the status")
        self.bind("verified", t.gettext("Verification"), EnumCombo(Verification, self._word))
        self.party_section = self.section("parties", t.gettext("Parties"))
        self.bind("parties", "", tables.parties(), wide=True)
        self._labels["parties"] = t.gettext("Parties")
        hint = t.gettext("Only where the parties are counted and not all named.")
        self.bind("party_count", t.gettext("Number of parties"), NumberField(), hint=hint)
        self.trail_section = self.section("trail", t.gettext("Legal trail"))
        self.trail = TrailPanel(t)
        form.add_widget(self.trail)
        self.event_section = self.section("events", t.gettext("Timeline"))
        self.events = EventsField(context, self.names)
        self.bind("events", "", self.events, wide=True)
        self._labels["events"] = t.gettext("Timeline")
        self.trail.chosen.connect(self._show_event)
        self.counted: ChoiceCombo[int] = ChoiceCombo([(0, "")])
        self.bind("jubilees_from", t.gettext("Jubilees count from"), self.counted)
        self._build_term()
        self._build_content()
        self._build_files()
        self._build_notes()
        self.fact_sources = FactSources(t, form)

    def headline(self, draft: Agreement) -> Headline:
        t = self.t
        signed = next((event.happened_on for event in draft.events if event.kind in SIGNINGS), None)
        parts = [self._party_names(draft), label(draft.instrument, t)]
        if signed is not None and not signed.is_empty:
            parts.append(dates.vague(signed, t.language))
        title = draft.title.shown(t.language) or t.gettext("Untitled agreement")
        status = words.status_spec(shown_status(draft, self.context.today()), t)
        return title, " · ".join(part for part in parts if part), status

    def check(self, draft: Agreement) -> Sequence[Finding]:
        return remarks.agreement_findings(draft, self.context.today(), self.t)

    def fill(self, draft: Agreement) -> None:
        self.party_section.set_count(str(max(len(draft.parties), draft.party_count or 0) or ""))
        self.event_section.set_count(str(len(draft.events) or ""))
        is_other = draft.id != self._id_seen or not self._events_seen
        has_changed = draft.events != self._events_seen
        self._id_seen, self._events_seen = draft.id, draft.events
        derived = derived_status(draft, self.context.today())
        self.status.follow(derived, changes=has_changed and not is_other)
        if has_changed or is_other:
            self._offer_counted(draft)
        self._show_trail(draft)
        self.template.show_draft(draft)
        if draft.id != self._files_of:
            self._files_of = draft.id
            self.files.show_record(draft.id)
        self.fact_sources.show(draft.sources)

    def restore(self, state: object) -> None:
        """Whatever record comes, its events are not an edit of those before."""
        self._id_seen, self._events_seen = -1, []
        self._files_of = -1
        super().restore(state)  # type: ignore[arg-type] # only the state of an agreement comes here

    def _build_term(self) -> None:
        t, context = self.t, self.context
        self.section("term", t.gettext("Term"))
        self.bind("valid_from", t.gettext("Valid from"), VagueDateEdit(t, context.today))
        self.bind("valid_to", t.gettext("Valid until"), VagueDateEdit(t, context.today))
        self.bind("term", t.gettext("Term in words"), LocalizedEdit(t))
        self.bind("notice", t.gettext("Notice"), LocalizedEdit(t))
        self.bind("copies", t.gettext("Copies"), NumberField(largest=999))

    def _build_content(self) -> None:
        t = self.t
        self.section("content", t.gettext("Content"))
        areas: TagEdit[StrEnum] = TagEdit(t, labels(Area, t), add_text=t.gettext("Add area"))
        self.bind("areas", t.gettext("Areas of cooperation"), areas)
        languages = TagEdit(t, language_choices(t.language), add_text=t.gettext("Add language"))
        self.bind("languages", t.gettext("Languages of the text"), languages)
        self.bind("summary", t.gettext("Summary"), LocalizedEdit(t, lines=4))
        text = LocalizedEdit(t, lines=8)
        self.bind("text", t.gettext("Text of the agreement"), text)
        self.template = CharterTemplate(self.context, self.draft, text)
        self.form.add_beside(self.template)

    def _build_files(self) -> None:
        self.file_section = self.section("files", self.t.gettext("Files"))
        self.files = AttachmentsPanel(self.context, "agreement_id")
        self.files.counted.connect(self._files_counted)
        self.form.add_widget(self.files)

    def _files_counted(self, count: int) -> None:
        self.file_section.set_count(str(count or ""))

    def _build_notes(self) -> None:
        t = self.t
        self.section("notes", t.gettext("Notes and sources"))
        self.bind("notes", t.gettext("Notes"), TextArea(lines=4))
        facts = [
            (key, self.label_of(key))
            for key in (
                "title",
                "instrument",
                "status",
                "parties",
                "party_count",
                "valid_from",
                "valid_to",
                "notice",
                "copies",
                "languages",
                "areas",
            )
        ]
        self.bind("sources", t.gettext("Sources"), source_table(t, facts), wide=True)

    def _offer_counted(self, draft: Agreement) -> None:
        """The acts of which one may count for jubilees; the first signing is the rule."""
        t = self.t
        choices = [(0, t.gettext("the first signing"))]
        choices += [
            (event.id, ", ".join(part for part in (label(event.kind, t), self._when(event)) if part))
            for event in draft.events
            if event.id and event.kind in remarks.CELEBRATED
        ]
        if draft.jubilees_from not in dict(choices):
            choices.append((draft.jubilees_from, t.gettext("an event that is no longer there")))
        self.counted.set_choices(choices)
        self.counted.set_value(draft.jubilees_from)

    def _when(self, event: AgreementEvent) -> str:
        return dates.vague(event.happened_on, self.t.language)

    def _show_trail(self, draft: Agreement) -> None:
        t = self.t
        facts = self.context.cabinet.agreement_trails.of_agreement(draft)
        trail = legal_trail(
            draft, self.context.today(), {decision: fact.status for decision, fact in facts.items()}
        )
        lines = []
        for fact in facts.values():
            session = t.gettext("session {number}").format(number=fact.session) if fact.session else ""
            day = dates.numeric(fact.day, t.language) if fact.day else ""
            head = ", ".join(part for part in (fact.body.shown(t.language), session, day) if part)
            vote = vote_words(fact.vote, t)
            said = t.gettext("“{quote}”").format(quote=fact.text.shown(t.language))
            lines.append(" · ".join(part for part in (head, said, vote) if part))
        self.trail.show_trail(trail, lines)

    def _show_event(self, event: AgreementEvent) -> None:
        numbers = [number for number, one in enumerate(self.events.value()) if one.id == event.id]
        if numbers:
            self.events.select(numbers[0])
            self.open_section("events")

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
