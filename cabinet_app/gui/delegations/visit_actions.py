"""Commands of a visit beyond those of every record, for the Entry menu and the palette."""

from typing import Any

from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.programme_actions import programme_actions
from cabinet_app.gui.delegations.seating_actions import seating_actions
from cabinet_app.gui.letters.actions import letter_actions
from cabinet_app.gui.record_pane import RecordPane


def visit_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """The commands for the visit that is chosen in `pane`."""
    return [
        *programme_actions(context, pane),
        *seating_actions(context, pane),
        *letter_actions(context, pane),
    ]
