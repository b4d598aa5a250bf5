"""What a visit is about and what came of it: topics, words for the press, outcomes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit, VisitTopic
from cabinet_app.gui.delegations.outcomes import OutcomesPanel
from cabinet_app.gui.delegations.sections import TextPlace, VisitSection, edit_cell
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit


class TopicsSection(VisitSection):
    """What is talked about, and what the press is told."""

    def build(self) -> None:
        g = self.t.gettext
        self.heading = self.section("topics", g("Topics"))
        self.topics: ChildTable[VisitTopic] = ChildTable(
            self.t,
            [ChildColumn("text", g("Topic"), self._topic, self._localized, stretch=True)],
            VisitTopic,
            add_text=g("Add topic"),
            name=g("Topics"),
        )
        self.bind_table("topics", self.heading, self.topics)
        self.bind("press", g("For the press"), LocalizedEdit(self.t, lines=3), wide=True)

    def fill(self, draft: Visit) -> None:
        self.heading.set_count(str(len(draft.topics) or ""))

    def keys(self) -> Sequence[str]:
        return ("topics",)

    def go_to(self, where: TextPlace, language: Language) -> None:
        edit_cell(self.topics, where.number, 0, language)

    def _topic(self, topic: VisitTopic) -> str:
        return topic.text.shown(self.t.language)

    def _localized(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self.t, parent)


class OutcomesSection(VisitSection):
    """What was agreed, and what each sentence of it becomes or has become."""

    def build(self) -> None:
        g = self.t.gettext
        self.heading = self.section("outcomes", g("Outcomes"))
        self.bind("outcomes", g("What was agreed"), LocalizedEdit(self.t, lines=4), wide=True)
        self.came_of_it = OutcomesPanel(self.context, self.editor)
        self.editor.form.add_widget(self.came_of_it)

    def fill(self, draft: Visit) -> None:
        title, subtitle, _ = self.editor.headline(draft)
        self.came_of_it.show_visit(draft, f"{title} ({subtitle})")
