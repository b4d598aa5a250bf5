"""The editor of a gift: what, from whom to whom, worth how much, and whose it is by the rules."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.gift_repeats import given_before
from cabinet_app.domain.gift_rules import GiftTrouble, is_listed, owner_by_rule, rule_on, troubles
from cabinet_app.domain.gifts import Gift, GiftDirection, GiftNature, GiftOwner, GiftRule
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.gifts import words
from cabinet_app.gui.gifts.earlier import EarlierGifts
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.form import FieldRow, Finding, Form, Severity
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.money_edit import MoneyEdit
from cabinet_app.gui.widgets.record_links import RecordLink, RecordLinks
from cabinet_app.gui.widgets.record_pickers import (
    organization_picker,
    person_picker,
    place_picker,
    record_picker,
)
from cabinet_app.i18n import dates
from cabinet_app.i18n.gift_words import listing_sentence, trouble_sentence, value_words
from cabinet_app.i18n.labels import label

_FIELDS = {
    GiftTrouble.ABOVE_OCCASIONAL_LIMIT: "value_cents",
    GiftTrouble.PROTOCOL_GIFT_KEPT: "owner",
    GiftTrouble.NO_VALUE: "value_cents",
    GiftTrouble.NO_OFFICIAL: "official_id",
    GiftTrouble.NO_DAY: "happened_on",
    GiftTrouble.NO_RULE: "happened_on",
}


class GiftEditor(RecordEditor[Gift]):
    """A gift received or given; of one that we give nobody asks whose it is."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        self._rules: list[GiftRule] = []
        super().__init__(context, parent)

    def build(self, form: Form) -> None:
        self._received_only: list[FieldRow] = []
        self._build_basics()
        self._build_people()
        self._build_value()
        self._build_earlier(form)
        self.section("notes", self.t.gettext("Notes"))
        self.bind("notes", self.t.gettext("Internal notes"), TextArea(lines=3), wide=True)
        for field in (self.nature, self.value):
            field.edited.connect(self._follow_rule)
        self.visit.edited.connect(self._follow_visit)

    def headline(self, draft: Gift) -> Headline:
        language = self.t.language
        day = dates.medium(draft.happened_on, language) if draft.happened_on else ""
        value = (
            value_words(draft.value_cents, draft.valuation, self.t) if draft.value_cents is not None else ""
        )
        said = [self.names.of("place", draft.place_id), day, value]
        title = " ".join(draft.description.shown(language).split())
        return title, " · ".join(part for part in said if part), words.direction_spec(draft.direction, self.t)

    def check(self, draft: Gift) -> Sequence[Finding]:
        found: list[Finding] = []
        if draft.description.is_empty:
            found.append(Finding("description", self.t.gettext("Say what the gift is.")))
        rule = rule_on(self._rules, draft.happened_on)
        for trouble in troubles(draft, rule):
            sentence = trouble_sentence(trouble, rule, self.t)
            found.append(Finding(_FIELDS[trouble], sentence, Severity.NOTE))
        before = given_before(draft, self._earlier_gifts(draft))
        if before is not None:
            found.append(Finding("description", self._repeat(before), Severity.NOTE))
        return found

    def collect(self, draft: Gift) -> None:
        draft.valuation = self.value.valuation() if draft.value_cents is not None else draft.valuation

    def fill(self, draft: Gift) -> None:
        self._rules = self.context.cabinet.gift_rules.in_use()
        self.value.set_amount(draft.value_cents, draft.valuation)
        is_received = draft.direction is GiftDirection.RECEIVED
        for row in self._received_only:
            row.set_shown(is_received)
        rule = rule_on(self._rules, draft.happened_on)
        said = ""
        if is_received and draft.value_cents is not None:
            said = listing_sentence(rule, draft.happened_on, self.t, is_listed=is_listed(draft, rule))
        if draft.reported_on:
            day = dates.numeric(draft.reported_on, self.t.language)
            said = self.t.gettext("This gift was reported on {date}.").format(date=day)
        self.listing.setText(said)
        self.listing.setVisible(bool(said))
        people = {one for one in self._other_side(draft) if one}
        self.earlier.show_exchanged(draft.place_id, people, visit_id=draft.visit_id or None, besides=draft.id)
        self.earlier_section.set_count(str(len(self.earlier.ids) or ""))
        self.related.show_records(self._linked(draft))

    def _build_basics(self) -> None:
        t, context = self.t, self.context
        self.section("basics", t.gettext("Basics"))
        self.direction = EnumCombo(GiftDirection, self._direction_word)
        self.bind("direction", t.gettext("Direction"), self.direction)
        self.bind("description", t.gettext("Gift"), LocalizedEdit(t))
        self.bind("happened_on", t.gettext("Date"), DateEdit(t, context.today))
        self.bind("occasion", t.gettext("Occasion"), LocalizedEdit(t))
        self.visit = record_picker(context, "visit")
        self.bind("visit_id", t.gettext("Visit"), self.visit)
        self.place = place_picker(context)
        self.bind("place_id", t.gettext("Town"), self.place)
        self.related = RecordLinks(context, t.gettext("Go to"))
        self.form.add_widget(self.related)

    def _build_people(self) -> None:
        t, context = self.t, self.context
        self.section("people", t.gettext("From whom to whom"))
        self.bind("donor_id", t.gettext("Donor"), person_picker(context))
        self.bind("donor_organization_id", t.gettext("Donor's organization"), organization_picker(context))
        self.bind("donor", t.gettext("or by name"), TextField())
        address = self.bind("donor_address", t.gettext("Donor's address"), TextField())
        official = self.bind("official_id", t.gettext("Official"), person_picker(context))
        self.bind("recipient_id", t.gettext("Recipient"), person_picker(context))
        hint = t.gettext("A member of the official's family, or anybody who is not in the directory.")
        self.bind("recipient", t.gettext("or by name"), TextField(), hint=hint)
        hint = t.gettext("Only for a member of the family: wife, husband, daughter …")
        relation = self.bind("recipient_relation", t.gettext("Relation"), TextField(), hint=hint)
        self._received_only += [address, official, relation]

    def _build_value(self) -> None:
        t = self.t
        self.section("value", t.gettext("Value and ownership"))
        self.value = MoneyEdit(t)
        self.bind("value_cents", t.gettext("Value in euros"), self.value)
        self.nature = EnumCombo(GiftNature, self._nature_word)
        nature = self.bind("nature", t.gettext("Kind"), self.nature)
        self.owner = EnumCombo(GiftOwner, self._owner_word)
        owner = self.bind("owner", t.pgettext("gift", "Owner"), self.owner)
        storage = self.bind("storage", t.gettext("Storage"), TextField())
        self.listing = PlainLabel(role="muted", wrap=True)
        self.form.add_widget(self.listing)
        reported = self.bind("reported_on", t.gettext("Reported on"), DateEdit(t, self.context.today))
        self._received_only += [nature, owner, storage, reported]

    def _build_earlier(self, form: Form) -> None:
        self.earlier_section = self.section("earlier", self.t.gettext("Earlier gifts"))
        self.earlier = EarlierGifts(self.context)
        form.add_widget(self.earlier)

    def _follow_rule(self) -> None:
        """The owner follows the kind and the value; what somebody chooses afterwards stands."""
        if self._is_filling or not self.has_record:
            return
        draft = self.draft()
        owner = owner_by_rule(draft, rule_on(self._rules, draft.happened_on))
        if owner is not self.owner.value() and draft.direction is GiftDirection.RECEIVED:
            self.owner.set_value(owner)
            self.owner.edited.emit()

    def _follow_visit(self) -> None:
        """Town and day of the visit, where nothing has been said yet."""
        visit_id = self.visit.value()
        if self._is_filling or not visit_id:
            return
        try:
            visit = self.context.cabinet.visits.get(visit_id).record
        except RecordNotFound:
            return
        if not self.place.value() and visit.partner_place_id:
            self.place.set_value(visit.partner_place_id)
            self.place.edited.emit()

    def _other_side(self, draft: Gift) -> tuple[int | None, ...]:
        return (draft.donor_id,) if draft.direction is GiftDirection.RECEIVED else (draft.recipient_id,)

    def _earlier_gifts(self, draft: Gift) -> Sequence[Gift]:
        is_given = draft.direction is GiftDirection.GIVEN
        return self.context.cabinet.gifts.get_many(self.earlier.ids) if is_given else ()

    def _repeat(self, before: Gift) -> str:
        if before.happened_on is None:
            return self.t.gettext("We have given them the same before.")
        day = dates.numeric(before.happened_on, self.t.language)
        return self.t.gettext("We gave them the same on {date}.").format(date=day)

    def _linked(self, draft: Gift) -> list[RecordLink]:
        name = self.names.of("visit", draft.visit_id)
        return [RecordLink("visit", draft.visit_id, name)] if draft.visit_id and name else []

    def _direction_word(self, member: GiftDirection) -> str:
        return label(member, self.t)

    def _nature_word(self, member: GiftNature) -> str:
        return label(member, self.t)

    def _owner_word(self, member: GiftOwner) -> str:
        return label(member, self.t)
