"""The seating plans of a visit, in its editor; each table is laid in a window of its own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.precedence import Ranked, ranked
from cabinet_app.domain.protocol import PrecedenceScheme
from cabinet_app.domain.seating import company, item_of
from cabinet_app.domain.seating_moves import settled, standing
from cabinet_app.domain.seating_notes import notes
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.visits import (
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    SeatingPlan,
    SeatingShape,
    SeatingStatus,
    Visit,
)
from cabinet_app.gui.delegations.sections import TextPlace, VisitSection, edit_cell
from cabinet_app.gui.hearing import hear
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.seating_words import note_sentence
from cabinet_app.i18n.visit_words import item_title

if TYPE_CHECKING:
    from cabinet_app.domain.texts import Language
    from cabinet_app.gui.seating.window import SeatingWindow

_SHAPES = {ProgrammeItemKind.MEAL: SeatingShape.HOST_ALONE}
_MOST_NOTES = 3


class SeatingSection(VisitSection):
    """A line for each table, and the way to it."""

    def build(self) -> None:
        g = self.t.gettext
        self._visit = Visit()
        self._ranks: list[Ranked] = []
        self._windows: dict[int, SeatingWindow] = {}
        self._scheme: PrecedenceScheme | None = None
        self.heading = self.section("seating", g("Seating"))
        self.open_button = text_button(g("Lay the table"), kind="quiet", icon_name="armchair")
        self.open_button.clicked.connect(self.open_current)
        self.heading.add_button(self.open_button)
        self.plans: ChildTable[SeatingPlan] = ChildTable(
            self.t, self._columns(), self._new_plan, add_text=g("Add seating plan"), name=g("Seating")
        )
        self.bind_table("seating_plans", self.heading, self.plans)
        hear(self.context.cabinet.changes, self._forget_scheme, self.editor)

    def fill(self, draft: Visit) -> None:
        self._visit = draft
        self._ranks = self.order(draft) if draft.seating_plans else []
        self.heading.set_count(str(len(draft.seating_plans) or ""))
        self.open_button.setVisible(bool(draft.seating_plans))
        known = {plan.id for plan in draft.seating_plans}
        for plan_id, window in list(self._windows.items()):
            if plan_id in known and window.isVisible():
                window.panel.refresh()
            else:
                window.close()
                del self._windows[plan_id]

    def findings(self, draft: Visit) -> Sequence[Finding]:
        """What is wrong with the tables, the weightiest first."""
        said = []
        ranks = self.order(draft) if draft.seating_plans else []
        for plan in draft.seating_plans:
            people = company(draft, plan, ranks)
            today = settled(plan, people)
            found = notes(today.plan, people, len(today.gone))[:_MOST_NOTES]
            said += [note_sentence(note, self.t) for note in found]
        return [Finding("seating_plans", words, Severity.NOTE) for words in said]

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        return [(self.plans, self.plans)]

    def keys(self) -> Sequence[str]:
        return ("seating_plans",)

    def go_to(self, where: TextPlace, language: "Language") -> None:
        edit_cell(self.plans, where.number, 0, language)

    def order(self, visit: Visit) -> list[Ranked]:
        """The order of precedence of the visit as it stands in the form."""
        from cabinet_app.services.precedence import alphabet

        people = {
            person.id: person
            for delegation in visit.delegations
            for delegate in delegation.delegates
            if (person := self.facts.person(delegate.person_id))
        }
        if self._scheme is None:
            self._scheme = self.context.cabinet.precedence_schemes.in_force()
        return ranked(visit, people, self._scheme, alphabet(self.t.language))

    def open_current(self) -> None:
        """Open the table of the chosen line, of the first one where none is chosen; make one if need be."""
        self.plans.commit()
        if not self.plans.model.rows:
            self.plans.model.add()
        place = max(self.plans.table.currentIndex().row(), 0)
        self.open_table(self.plans.model.rows[place].id)

    def open_table(self, plan_id: int) -> "SeatingWindow":
        """The window of a plan; one that is open comes to the front."""
        from cabinet_app.gui.seating.window import SeatingWindow

        window = self._windows.get(plan_id)
        if window is None or not window.isVisible():
            desk = TableDesk(self, plan_id)
            plan = desk.plan()
            title = self.t.gettext("Seating")
            name = self._title(plan) if plan else ""
            window = SeatingWindow(self.t, desk, f"{title}: {name}" if name else title, self.editor)
            self._windows[plan_id] = window
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def draft(self) -> Visit:
        """The visit as it stands in the form."""
        return self.editor.draft()

    def _columns(self) -> list[ChildColumn[SeatingPlan]]:
        g = self.t.gettext
        return [
            ChildColumn("title", g("Title"), self._title, self._title_field, stretch=True),
            ChildColumn("item_id", g("Programme item"), self._item, self._item_field, width=14),
            ChildColumn("seats", g("Seated"), self._seated, width=6),
            ChildColumn("status", g("Status"), self._status, self._status_field, width=9),
        ]

    def _new_plan(self) -> SeatingPlan:
        """A table for the first talks or meal that has none, laid by precedence at once."""
        from cabinet_app.services.identity import new_id

        visit = self.draft()
        taken = {plan.item_id for plan in visit.seating_plans}
        free = (item for item in visit.programme if item.id not in taken and _has_table(item))
        item = next(free, None)
        plan = SeatingPlan(
            id=new_id(),
            item_id=item.id if item else 0,
            shape=_SHAPES.get(item.kind, SeatingShape.TALKS) if item else SeatingShape.TALKS,
        )
        return seated(plan, company(visit, plan, self.order(visit)))

    def _title(self, plan: SeatingPlan) -> str:
        item = item_of(self._visit, plan)
        return plan.title.shown(self.t.language) or (item_title(item, self.t) if item else "")

    def _item(self, plan: SeatingPlan) -> str:
        item = item_of(self._visit, plan)
        return item_title(item, self.t) if item else self.t.gettext("the whole visit")

    def _status(self, plan: SeatingPlan) -> str:
        return label(plan.status, self.t)

    def _seated(self, plan: SeatingPlan) -> str:
        """`24/25`: who has a seat of those who should."""
        people = company(self._visit, plan, self._ranks)
        count = len(people.everybody)
        return f"{count - len(standing(plan, people))}/{count}"

    def _title_field(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self.t, parent)

    def _item_field(self, parent: QWidget) -> QWidget:
        items = [(item.id, item_title(item, self.t)) for item in self._visit.programme if item.id]
        return ChoiceCombo([(0, self.t.gettext("the whole visit")), *items], parent)

    def _status_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(SeatingStatus, self._word, parent)

    def _word(self, member: SeatingStatus) -> str:
        return label(member, self.t)

    def _forget_scheme(self, _change: object) -> None:
        self._scheme = None


class TableDesk:
    """One plan in the draft that the editor holds; every change is a step of its table of plans."""

    def __init__(self, section: SeatingSection, plan_id: int) -> None:
        self._section = section
        self._plan_id = plan_id

    def visit(self) -> Visit:
        return self._section.draft()

    def plan(self) -> SeatingPlan | None:
        if not self._section.editor.has_record:
            return None
        return next((plan for plan in self._section.plans.value() if plan.id == self._plan_id), None)

    def order(self, visit: Visit) -> list[Ranked]:
        return self._section.order(visit)

    def store(self, plan: SeatingPlan) -> None:
        rows = self._section.plans.model.rows
        place = next((number for number, row in enumerate(rows) if row.id == self._plan_id), None)
        if place is not None:
            self._section.plans.model.replace(place, plan)

    def undo(self) -> None:
        self._section.plans.model.undo()


def _has_table(item: ProgrammeItem) -> bool:
    """Whether people sit down at a table for an item of the programme."""
    is_on = item.status is not ProgrammeItemStatus.DROPPED
    return is_on and item.kind in {ProgrammeItemKind.TALKS, ProgrammeItemKind.MEAL}
