"""The checklist of a visit, in its editor."""

from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.tasks.checklist import ChecklistPanel
from cabinet_app.gui.widgets.labels import text_button


class ChecklistSection(VisitSection):
    """What has to be done from the invitation to the letter of thanks; ticked without saving the visit."""

    def build(self) -> None:
        self.heading = self.section("protocol", self.t.gettext("Protocol"))
        self.panel = ChecklistPanel(self.context)
        self.panel.counted.connect(self._count)
        self.editor.form.add_widget(self.panel)
        self.print_button = text_button(self.t.gettext("Print checklist…"), kind="quiet", icon_name="printer")
        self.print_button.clicked.connect(self._print)
        self.heading.add_button(self.print_button)

    def fill(self, draft: Visit) -> None:
        self.panel.show_visit(draft.id)
        self.print_button.setEnabled(bool(draft.id))

    def _print(self) -> None:
        visit_id = self.editor.draft().id
        self.context.print_records(PrintRequest("visit", visit_id, [visit_id], kind="checklist"))

    def _count(self, done: int, count: int) -> None:
        self.heading.set_count(f"{done}/{count}" if count else "")
