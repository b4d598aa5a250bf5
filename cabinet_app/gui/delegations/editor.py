"""The editor of a visit: all of it in one scroll, from the basics to the sources."""

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.promises import group_from, promised_rule
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import (
    DelegationSide,
    Visit,
    VisitDirection,
    VisitKind,
    VisitStatus,
    VisitTopic,
)
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.notes import findings_of
from cabinet_app.gui.delegations.people import DelegationsEdit, Origin
from cabinet_app.gui.delegations.programme import ProgrammeEdit
from cabinet_app.gui.delegations.translations import missing_texts
from cabinet_app.gui.delegations.translations_view import TranslationsView, readiness
from cabinet_app.gui.delegations.words import status_spec, subtitle_of, title_of, town_with_country
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextArea
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, person_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.gui.widgets.town_field import TownField
from cabinet_app.i18n.labels import label

TEXT_AT = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+)(?:\[(\d+)\])?)?")
"""`programme[2].title`, `delegations[0].delegates[1].function`, `purpose`."""


class VisitEditor(RecordEditor[Visit]):
    """Visits to us, by us and elsewhere."""

    def build(self, form: Form) -> None:
        self.facts = Facts(self.context, self)
        self._build_basics()
        self._build_people()
        self._build_programme()
        self._build_matters()
        self._build_translations(form)
        self._build_house()

    def headline(self, draft: Visit) -> Headline:
        place = self.facts.place(draft.partner_place_id)
        partner = self.facts.partner(draft)
        where = town_with_country(place, self.t) if place else partner
        title = title_of(draft, partner, self.t) or (self.t.gettext("New delegation") if self.is_new else "")
        return title, subtitle_of(draft, where, self.t), status_spec(draft.status, self.t)

    def check(self, draft: Visit) -> Sequence[Finding]:
        return findings_of(draft, self.facts, self.t)

    def fill(self, draft: Visit) -> None:
        self.group_button.setVisible(promised_rule(draft) is not None)
        self.people.propose_origins(self._origins(draft))
        self.programme.follow(draft)
        missing = missing_texts(draft, self.t)
        self.translations.show_missing(missing)
        people = sum(len(delegation.delegates) for delegation in draft.delegations)
        for section, count in (
            (self.people_section, people),
            (self.programme_section, len(draft.programme)),
            (self.topics_section, len(draft.topics)),
            (self.sources_section, len(draft.sources)),
        ):
            section.set_count(str(count or ""))
        self.translations_section.set_count(readiness(missing))

    def commit(self) -> None:
        super().commit()
        self.town.store_names()

    def table_at(self, focus: QWidget | None) -> ChildTable[Any] | None:
        """The table that `focus` is in or beside; the programme where there is none."""
        places: list[tuple[QWidget, ChildTable[Any]]] = [(block, block.table) for block in self.people.blocks]
        for part, beside in (*places, (self.programme, self.programme.table)):
            if focus is not None and part.isAncestorOf(focus):
                return beside
        table = focus
        while table is not None and not isinstance(table, ChildTable):
            table = table.parentWidget()
        return table or self.programme.table

    def go_to(self, field: str, language: str) -> None:
        """Put the cursor into a text of the visit, in a language: `programme[2].title`."""
        found = TEXT_AT.match(field)
        assert found
        key, number, attribute, place = found.groups()
        wanted = Language(language)
        if key == "programme":
            self.programme.go_to(int(number), attribute, wanted)
        elif key == "delegations":
            self.people.go_to(int(number), int(place), wanted)
        elif key == "topics":
            self._edit_topic(int(number), wanted)
        else:
            widget = self.form.rows[key].fields[key]
            if isinstance(widget, LocalizedEdit):
                widget.show_language(wanted)
            self.jump_to(key)

    def _build_basics(self) -> None:
        t, g, context = self.t, self.t.gettext, self.context
        self.section("basics", g("Basics"))
        self.bind("title", g("Title"), LocalizedEdit(t))
        self.town = TownField(context)
        self.bind("partner_place_id", g("Partner town"), self.town)
        self.starts_on = DateEdit(t, context.today)
        # Two days in words side by side are wider than the pane; the line under the title has both.
        self.ends_on = DateEdit(t, context.today, has_echo=False)
        self.ends_on.setAccessibleName(g("Until"))
        self.bind_line(g("Date"), {"starts_on": self.starts_on, "ends_on": self.ends_on}, between="–")
        self.starts_on.line.editingFinished.connect(self._propose_end)
        kind = EnumCombo(VisitKind, self._word)
        kind.setAccessibleName(g("Kind"))
        direction = EnumCombo(VisitDirection, self._word)
        self.bind_line(g("Direction and kind"), {"direction": direction, "kind": kind}, stretch=True)
        self.bind("status", g("Status"), EnumCombo(VisitStatus, self._word))
        self.bind("purpose", g("Purpose"), LocalizedEdit(t, lines=2))
        self.bind("partner_organization_id", g("Partner organization"), organization_picker(context))
        self.bind("host_organization_id", g("Host"), organization_picker(context))
        self.bind("responsible_id", g("Person responsible"), person_picker(context))

    def _build_people(self) -> None:
        self.people_section = self.section("delegations", self.t.gettext("Members"))
        self.people = DelegationsEdit(self.context, self.facts)
        self.bind("delegations", "", self.people, wide=True)
        self._labels["delegations"] = self.people_section.title

    def _build_programme(self) -> None:
        self.programme_section = self.section("programme", self.t.gettext("Programme"))
        self.programme = ProgrammeEdit(self.context, self.facts)
        row = self.bind("programme", "", self.programme, wide=True)
        self.programme.put_notes(row.message)
        self._labels["programme"] = self.programme_section.title

    def _build_matters(self) -> None:
        g = self.t.gettext
        self.topics_section = self.section("topics", g("Topics"))
        self.topics: ChildTable[VisitTopic] = ChildTable(
            self.t,
            [ChildColumn("text", g("Topic"), self._topic, self._localized, stretch=True)],
            VisitTopic,
            add_text=g("Add topic"),
            name=g("Topics"),
        )
        self.bind("topics", "", self.topics, wide=True)
        self._labels["topics"] = self.topics_section.title
        outcomes = self.section("outcomes", g("Outcomes"))
        self.group_button = text_button(g("New working group from this"), kind="quiet", icon_name="plus")
        self.group_button.setToolTip(
            g("The agreement promises meetings: topics, people and rule are taken over")
        )
        self.group_button.clicked.connect(self._begin_group)
        outcomes.add_button(self.group_button)
        self.bind("outcomes", g("What was agreed"), LocalizedEdit(self.t, lines=4), wide=True)

    def _begin_group(self) -> None:
        draft = self.draft()
        rule = promised_rule(draft)
        if rule is not None:
            title, subtitle, _ = self.headline(draft)
            place = self.facts.place(draft.partner_place_id)
            group = group_from(draft, rule, f"{title} ({subtitle})", place.country if place else "")
            self.context.new_record("group", group)

    def _build_translations(self, form: Form) -> None:
        self.translations_section = self.section("translations", self.t.gettext("Translations"))
        self.translations = TranslationsView(self.t)
        self.translations.text_chosen.connect(self.go_to)
        form.add_widget(self.translations)

    def _build_house(self) -> None:
        g = self.t.gettext
        self.section("notes", g("Notes"))
        self.bind("notes", g("Internal notes"), TextArea(lines=4), wide=True)
        hint = g("Zero until guests were sent a programme; every change after that counts one up.")
        self.bind("revision", g("Change No."), NumberField(), hint=hint)
        self.sources_section = self.section("sources", g("Sources"))
        self.bind("sources", "", source_table(self.t), wide=True)
        self._labels["sources"] = self.sources_section.title

    def _origins(self, draft: Visit) -> dict[DelegationSide, Origin]:
        """Whose people the guests and the hosts are, as far as the visit tells."""
        home = self.facts.home()
        partner: Origin = (draft.partner_place_id, draft.partner_organization_id)
        if draft.direction is VisitDirection.OUTGOING:
            at_home: Origin = (home.place_id, home.id) if home else (None, None)
            return {DelegationSide.GUEST: at_home, DelegationSide.HOST: partner}
        if draft.direction is VisitDirection.INCOMING:
            ours: Origin = (home.place_id if home else None, draft.host_organization_id)
            return {DelegationSide.GUEST: partner, DelegationSide.HOST: ours}
        return {}

    def _propose_end(self) -> None:
        """A visit lasts one day until somebody says more."""
        start = self.starts_on.value()
        if start is not None and not self.ends_on.line.text().strip():
            self.ends_on.set_value(start)
            self.ends_on.edited.emit()

    def _edit_topic(self, number: int, language: Language) -> None:
        index = self.topics.model.index(number, 0)
        self.topics.table.setCurrentIndex(index)
        self.topics.table.edit(index)
        field = self.topics.table.indexWidget(index)
        if isinstance(field, LocalizedEdit):
            field.show_language(language)

    def _word(self, member: VisitDirection | VisitKind | VisitStatus) -> str:
        return label(member, self.t)

    def _topic(self, topic: VisitTopic) -> str:
        return topic.text.shown(self.t.language)

    def _localized(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self.t, parent)
