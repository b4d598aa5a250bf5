"""The commands about the programme of a visit: templates, moving, changes."""

from typing import TYPE_CHECKING, Any, cast

from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_pane import RecordPane

if TYPE_CHECKING:
    from cabinet_app.gui.delegations.editor import VisitEditor


class ProgrammeCommands:
    """Reaches for the editor only when a command is used: it is not built before a visit is shown."""

    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any]) -> None:
        self._t = context.t
        self._pane = pane

    @property
    def editor(self) -> "VisitEditor":
        return cast("VisitEditor", self._pane.editor)

    def fill(self) -> None:
        """Fill the visit from a template."""
        from cabinet_app.gui.delegations.templates import fill_from_template

        fill_from_template(self.editor)

    def keep(self) -> None:
        """Make a template of the visit."""
        from cabinet_app.gui.delegations.templates import keep_as_template

        keep_as_template(self.editor)

    def move(self) -> None:
        """Ask for other days."""
        from cabinet_app.gui.delegations.basics import BasicsSection

        self.editor.part(BasicsSection).begin_move()

    def mark(self) -> None:
        """Count the change of a sent programme up."""
        from cabinet_app.gui.delegations.sending_section import SendingSection

        self.editor.part(SendingSection).mark()

    def why_none(self) -> str:
        """Why there is nothing to work on."""
        return "" if self._pane.has_record else self._t.gettext("Choose an entry first.")

    def why_not_move(self) -> str:
        """Why the visit cannot be moved."""
        if reason := self.why_none():
            return reason
        from cabinet_app.gui.delegations.basics import BasicsSection

        return self.editor.part(BasicsSection).why_not_move()

    def why_not_mark(self) -> str:
        """Why nothing has changed for anybody."""
        if reason := self.why_none():
            return reason
        from cabinet_app.gui.delegations.sending_section import SendingSection

        return self.editor.part(SendingSection).why_not_mark()


def programme_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """From a template, save as template, move, mark as changed."""
    t, commands = context.t, ProgrammeCommands(context, pane)
    return [
        ActionSpec(
            "visit.from_template",
            t.gettext("From a template…"),
            commands.fill,
            shortcut="Ctrl+Shift+T",
            icon="list-checks",
            reason=commands.why_none,
        ),
        ActionSpec(
            "visit.save_template",
            t.gettext("Save as template…"),
            commands.keep,
            icon="save",
            reason=commands.why_none,
        ),
        ActionSpec(
            "visit.move",
            t.gettext("Move the visit…"),
            commands.move,
            icon="calendar-clock",
            reason=commands.why_not_move,
        ),
        ActionSpec(
            "visit.mark_changed",
            t.gettext("Mark the programme as changed"),
            commands.mark,
            icon="pencil",
            reason=commands.why_not_mark,
        ),
    ]
