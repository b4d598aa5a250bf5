"""The part of a visit in which its programme stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.delegations.programme import ProgrammeEdit
from cabinet_app.gui.delegations.sections import TextPlace, VisitSection
from cabinet_app.gui.delegations.templates import fill_from_template
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.i18n.visit_words import gap_hint


class ProgrammeSection(VisitSection):
    """The items, hour by hour."""

    def build(self) -> None:
        self.heading = self.section("programme", self.t.gettext("Programme"))
        template = text_button(self.t.gettext("From a template…"), kind="quiet", icon_name="list-checks")
        template.setToolTip("Ctrl+Shift+T")
        template.clicked.connect(self._from_template)
        self.heading.add_button(template)
        self.programme = ProgrammeEdit(self.context, self.facts)
        row = self.editor.bind("programme", "", self.programme, wide=True, hint=gap_hint(self.t))
        self.editor.name_field("programme", self.heading.title)
        self.programme.put_notes(row.message)

    def _from_template(self) -> None:
        fill_from_template(self.editor)

    def fill(self, draft: Visit) -> None:
        self.programme.follow(draft)
        self.heading.set_count(str(len(draft.programme) or ""))

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        return [(self.programme, self.programme.table)]

    def keys(self) -> Sequence[str]:
        return ("programme",)

    def go_to(self, where: TextPlace, language: Language) -> None:
        self.programme.go_to(where.number, where.part, language)
