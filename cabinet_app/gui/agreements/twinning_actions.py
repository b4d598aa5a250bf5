"""The commands that lead from a partnership to its dossier and from an agreement to its papers."""

from typing import Any

from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.letters.actions import agreement_letter_actions
from cabinet_app.gui.record_pane import RecordPane


def partnership_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """The dossier of the partnership that is chosen in `pane`."""
    dossier = PrintOfRecord(context, pane, "dossier")
    words = context.t.gettext("Dossier of the partnership…")
    return [ActionSpec("partnership.dossier", words, dossier.open, icon="file-text", reason=dossier.why_not)]


def agreement_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """The charter and the letters of the agreement that is chosen in `pane`."""
    charter = PrintOfRecord(context, pane, "charter")
    words = context.t.gettext("Charter for signing…")
    return [
        ActionSpec("agreement.charter", words, charter.open, icon="file-text", reason=charter.why_not),
        *agreement_letter_actions(context, pane),
    ]


class PrintOfRecord:
    """Opens the print dialog with one kind of print of the record in front, which is stored first."""

    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any], kind: str) -> None:
        self._context = context
        self._pane = pane
        self._kind = kind

    def open(self) -> None:
        pane = self._pane
        if pane.is_dirty and not pane.save():
            return
        if pane.current_id:
            record_type = pane.kind.service.record_type
            self._context.print_records(PrintRequest(record_type, pane.current_id, pane.ids, kind=self._kind))

    def why_not(self) -> str:
        return "" if self._pane.current_id else self._context.t.gettext("Choose an entry first.")
