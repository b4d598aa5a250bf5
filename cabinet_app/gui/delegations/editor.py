"""The editor of a visit: all of it in one scroll, part after part; which parts, says `section_list`."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit, VisitTopic
from cabinet_app.gui.delegations.basics import BasicsSection
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.matters import OutcomesSection, TopicsSection
from cabinet_app.gui.delegations.notes import findings_of
from cabinet_app.gui.delegations.outcomes import OutcomesPanel
from cabinet_app.gui.delegations.people import DelegationsEdit
from cabinet_app.gui.delegations.people_section import PeopleSection
from cabinet_app.gui.delegations.programme import ProgrammeEdit
from cabinet_app.gui.delegations.programme_section import ProgrammeSection
from cabinet_app.gui.delegations.section_list import SECTIONS
from cabinet_app.gui.delegations.sections import TextPlace, VisitSection
from cabinet_app.gui.delegations.translations_section import TranslationsSection
from cabinet_app.gui.delegations.words import status_spec, subtitle_of, title_of, town_with_country
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.form import Finding, Form, Section
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.town_field import TownField

S = TypeVar("S", bound=VisitSection)


class VisitEditor(RecordEditor[Visit]):
    """Visits to us, by us and elsewhere."""

    def build(self, form: Form) -> None:  # noqa: ARG002 - the parts build through the editor
        self.facts = Facts(self.context, self)
        self.parts: list[VisitSection] = [part(self) for part in SECTIONS]
        for part in self.parts:
            part.build()

    def part(self, kind: type[S]) -> S:
        """The part of this editor that is of a class."""
        return next(part for part in self.parts if isinstance(part, kind))

    def headline(self, draft: Visit) -> Headline:
        place = self.facts.place(draft.partner_place_id)
        partner = self.facts.partner(draft)
        where = town_with_country(place, self.t) if place else partner
        title = title_of(draft, partner, self.t) or (self.t.gettext("New delegation") if self.is_new else "")
        return title, subtitle_of(draft, where, self.t), status_spec(draft.status, self.t)

    def check(self, draft: Visit) -> Sequence[Finding]:
        found = findings_of(draft, self.facts, self.t)
        return [*found, *(finding for part in self.parts for finding in part.findings(draft))]

    def fill(self, draft: Visit) -> None:
        for part in self.parts:
            part.fill(draft)

    def collect(self, draft: Visit) -> None:
        for part in self.parts:
            part.collect(draft)

    def commit(self) -> None:
        super().commit()
        for part in self.parts:
            part.commit()

    def table_at(self, focus: QWidget | None) -> ChildTable[Any] | None:
        """The table that `focus` is in or beside; the programme where there is none."""
        for around, table in (pair for part in self.parts for pair in part.tables()):
            if focus is not None and (around is focus or around.isAncestorOf(focus)):
                return table
        found = focus
        while found is not None and not isinstance(found, ChildTable):
            found = found.parentWidget()
        return found or self.programme.table

    def go_to(self, field: str, language: str) -> None:
        """Put the cursor into a text of the visit, in a language: `programme[2].title`."""
        where = TextPlace.at(field)
        part = next((part for part in self.parts if where.key in part.keys()), None)  # noqa: SIM118 - no dict
        if part is not None:
            part.go_to(where, Language(language))
            return
        widget = self.form.rows[where.key].fields[where.key]
        if isinstance(widget, LocalizedEdit):
            widget.show_language(Language(language))
        self.jump_to(where.key)

    # What the parts use beyond `section`, `bind` and `bind_line`.

    def name_field(self, key: str, label: str) -> None:
        """What a field without a label of its own is called in messages."""
        self._labels[key] = label

    def show_again(self) -> None:
        """Let every part show the draft once more, after the register has changed around it."""
        if self.has_record:
            self._is_filling = True
            self.fill(self.draft())
            self._is_filling = False

    def replace_values(self, draft: Visit, keys: Sequence[str]) -> None:
        """Show these attributes of `draft` in their fields, as if somebody had typed them."""
        self._is_filling = True
        for key in keys:
            self._fields[key].set_value(getattr(draft, key))
        self._is_filling = False
        self._edited()

    def save_first(self) -> bool:
        """Store what has not been saved; False if that is not possible, which the editor then says."""
        if self.is_new or self.is_dirty:
            self.save_requested.emit()
        return self.has_record and not (self.is_new or self.is_dirty)

    # The parts that others reach for.

    @property
    def people(self) -> DelegationsEdit:
        return self.part(PeopleSection).people

    @property
    def programme(self) -> ProgrammeEdit:
        return self.part(ProgrammeSection).programme

    @property
    def programme_section(self) -> Section:
        return self.part(ProgrammeSection).heading

    @property
    def topics(self) -> ChildTable[VisitTopic]:
        return self.part(TopicsSection).topics

    @property
    def came_of_it(self) -> OutcomesPanel:
        return self.part(OutcomesSection).came_of_it

    @property
    def translations_section(self) -> Section:
        return self.part(TranslationsSection).heading

    @property
    def town(self) -> TownField:
        return self.part(BasicsSection).town

    @property
    def starts_on(self) -> DateEdit:
        return self.part(BasicsSection).starts_on

    @property
    def ends_on(self) -> DateEdit:
        return self.part(BasicsSection).ends_on
