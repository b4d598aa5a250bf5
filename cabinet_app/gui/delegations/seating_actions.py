"""The commands of seating and precedence, in the Entry menu and in the palette."""

from typing import Any

from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_pane import RecordPane


def seating_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """Lay the table of the visit in front; change the order of precedence of the house."""
    commands = _Commands(context, pane)
    g = context.t.gettext
    return [
        ActionSpec(
            "visit.seating", g("Seating…"), commands.lay_table, icon="armchair", reason=commands.why_not
        ),
        ActionSpec(
            "precedence.edit", g("Order of precedence…"), commands.edit_precedence, icon="list-ordered"
        ),
    ]


class _Commands:
    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any]) -> None:
        self._context = context
        self._pane = pane

    def lay_table(self) -> None:
        from cabinet_app.gui.delegations.editor import VisitEditor
        from cabinet_app.gui.delegations.seating_section import SeatingSection

        editor = self._pane.editor
        if editor.has_record and isinstance(editor, VisitEditor):
            editor.part(SeatingSection).open_current()

    def edit_precedence(self) -> None:
        from cabinet_app.gui.dialogs.precedence import PrecedenceDialog

        dialog = PrecedenceDialog(self._context, self._pane)
        dialog.open()

    def why_not(self) -> str:
        return "" if self._pane.has_record else self._context.t.gettext("Choose an entry first.")
