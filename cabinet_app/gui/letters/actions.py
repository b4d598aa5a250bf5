"""The commands that lead from a visit or an agreement to its letters and papers."""

from typing import Any

from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.record_pane import RecordPane


def letter_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """Letters, lists and the briefing of the visit that is chosen in `pane`."""
    commands, g = PaperCommands(context, pane), context.t.gettext
    reason = commands.why_not
    return [
        ActionSpec("visit.letters", g("Letters…"), commands.open_letters, icon="pencil", reason=reason),
        ActionSpec(
            "visit.briefing", g("Briefing for the mayor…"), commands.briefing, icon="file-text", reason=reason
        ),
        ActionSpec(
            "visit.lists", g("Delegation list…"), commands.delegation_list, icon="list", reason=reason
        ),
        ActionSpec(
            "visit.travel_orders",
            g("Data for travel orders…"),
            commands.travel_orders,
            icon="printer",
            reason=commands.why_no_orders,
        ),
    ]


def agreement_letter_actions(context: GuiContext, pane: RecordPane[Any, Any]) -> list[ActionSpec]:
    """Letters of congratulation on the agreement that is chosen in `pane`."""
    commands, g = PaperCommands(context, pane), context.t.gettext
    return [
        ActionSpec(
            "agreement.letters",
            g("Letters of congratulation…"),
            commands.open_agreement_letters,
            icon="pencil",
            reason=commands.why_not,
        )
    ]


class PaperCommands:
    """What is done with the record in front; it is stored first."""

    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any]) -> None:
        self._context = context
        self._pane = pane

    def open_letters(self) -> None:
        from cabinet_app.gui.letters.window import Occasion, open_letters

        if self._is_stored():
            open_letters(self._context, Occasion(visit_id=self._pane.current_id), self._pane.window())

    def open_agreement_letters(self) -> None:
        from cabinet_app.gui.letters.window import Occasion, open_letters

        if self._is_stored():
            open_letters(self._context, Occasion(agreement_id=self._pane.current_id), self._pane.window())

    def briefing(self) -> None:
        self._print("briefing")

    def delegation_list(self) -> None:
        self._print("reception-list")

    def travel_orders(self) -> None:
        self._print("travel-orders")

    def why_not(self) -> str:
        return "" if self._pane.current_id else self._context.t.gettext("Choose an entry first.")

    def why_no_orders(self) -> str:
        from cabinet_app.domain.visits import Visit, VisitDirection

        if reason := self.why_not():
            return reason
        visit = self._pane.editor.base
        is_ours = isinstance(visit, Visit) and visit.direction is VisitDirection.INCOMING
        return self._context.t.gettext("On this visit nobody of ours travels.") if is_ours else ""

    def _print(self, kind: str) -> None:
        if self._is_stored():
            pane = self._pane
            request = PrintRequest("visit", pane.current_id, pane.ids, kind=kind)
            self._context.print_records(request)

    def _is_stored(self) -> bool:
        editor = self._pane.editor
        if editor.has_record and (editor.is_dirty or editor.is_new) and not self._pane.save():
            return False
        return bool(self._pane.current_id)
