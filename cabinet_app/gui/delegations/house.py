"""What only the house reads of a visit: notes and sources."""

from cabinet_app.domain.visits import Visit
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.widgets.fields import TextArea
from cabinet_app.gui.widgets.source_table import source_table


class NotesSection(VisitSection):
    """Notes that are on no guest's copy, and where the visit is known from."""

    def build(self) -> None:
        g = self.t.gettext
        self.heading = self.section("notes", g("Notes"))
        self.bind("notes", g("Internal notes"), TextArea(lines=4), wide=True)
        self.bind("sources", g("Sources"), source_table(self.t), wide=True)

    def fill(self, draft: Visit) -> None:
        self.heading.set_count(str(len(draft.sources) or ""))
