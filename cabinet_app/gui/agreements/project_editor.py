"""The editor of a project with partners abroad."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.projects import Project, ProjectStatus
from cabinet_app.gui.agreements import remarks, words
from cabinet_app.gui.agreements.fact_sources import FactSources
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.origin_link import OriginLink
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.i18n.labels import label


class ProjectEditor(RecordEditor[Project]):
    """What the project is, who pays for it, who takes part and what came of it."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        super().__init__(context, parent)

    def build(self, form: Form) -> None:
        t, context = self.t, self.context
        self.section("basics", t.gettext("Basics"))
        self.origin = OriginLink(context)
        self.form.add_widget(self.origin)
        self.bind("acronym", t.gettext("Acronym"), TextField())
        self.bind("title", t.pgettext("project", "Name"), LocalizedEdit(t))
        self.bind("status", t.gettext("Status"), EnumCombo(ProjectStatus, self._word))
        self.bind("starts", t.gettext("Beginning"), VagueDateEdit(t, context.today))
        self.bind("ends", t.gettext("End"), VagueDateEdit(t, context.today))
        self.bind("purpose", t.gettext("Purpose"), LocalizedEdit(t, lines=3))
        self.bind("visit_id", t.gettext("Agreed on the visit"), record_picker(context, "visit"))
        self.section("funding", t.gettext("Funding"))
        self.bind("programme", t.gettext("Programme"), TextField())
        self.bind("programme_period", t.gettext("Period"), TextField(placeholder="2021-2027"))
        self.bind("fund", t.gettext("Fund"), LocalizedEdit(t))
        self.bind("budget", t.gettext("Budget"), TextField())
        self._build_participants(Tables(context, self.names))
        self._build_results(Tables(context, self.names))
        self.fact_sources = FactSources(t, form)

    def headline(self, draft: Project) -> Headline:
        t = self.t
        name = draft.title.shown(t.language)
        title = draft.acronym or name or t.gettext("Untitled project")
        duration = words.span(draft.starts, draft.ends, t)
        parts = [draft.programme, duration]
        return title, " · ".join(part for part in parts if part), words.status_spec(draft.status, t)

    def check(self, draft: Project) -> Sequence[Finding]:
        return remarks.project_findings(draft, self.context.today(), self.t)

    def fill(self, draft: Project) -> None:
        self.origin.show_visit(draft.visit_id)
        self.partner_section.set_count(str(len(draft.partners) or ""))
        self.town_section.set_count(str(max(len(draft.towns), draft.town_count or 0) or ""))
        self.fact_sources.show(draft.sources)
        self.result_section.set_count(str(len(draft.phases) + len(draft.outputs) or ""))

    def _build_participants(self, tables: Tables) -> None:
        t = self.t
        self.partner_section = self.section("partners", t.gettext("Partners"))
        self.bind("partners", "", tables.partners(), wide=True)
        self.town_section = self.section("towns", t.gettext("Towns"))
        hint = t.gettext("Only where the towns are counted and not all named.")
        self.bind("town_count", t.gettext("Number of towns"), NumberField(), hint=hint)
        self.bind("towns", "", tables.towns(), wide=True)

    def _build_results(self, tables: Tables) -> None:
        t = self.t
        self.result_section = self.section("results", t.pgettext("project", "Results"))
        phases = tables.outputs(t.gettext("Phases"), t.gettext("Add phase"))
        self.bind("phases", t.gettext("Phases"), phases, wide=True)
        outputs = tables.outputs(t.gettext("Outputs"), t.gettext("Add output"))
        self.bind("outputs", t.gettext("Outputs"), outputs, wide=True)
        self.bind("follow_up", t.gettext("Follow-up"), LocalizedEdit(t, lines=3))
        self.section("notes", t.gettext("Notes and sources"))
        self.bind("notes", t.gettext("Notes"), TextArea(lines=4))
        facts = [
            (key, self.label_of(key))
            for key in ("title", "status", "starts", "ends", "programme", "fund", "budget", "town_count")
        ]
        self.bind("sources", t.gettext("Sources"), source_table(t, facts), wide=True)

    def _word(self, member: ProjectStatus) -> str:
        return label(member, self.t)
