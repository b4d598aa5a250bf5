"""The tab of delegations: visits to us, by us and elsewhere, their tasks, and the gifts exchanged."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.visits import Visit, VisitDirection
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.columns import BY_DAY, VisitColumns
from cabinet_app.gui.delegations.visit_actions import visit_actions
from cabinet_app.gui.gifts.kind import gift_kind
from cabinet_app.gui.gifts.list_commands import ListButton
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.tasks.kind import task_kind
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import VisitRow

if TYPE_CHECKING:
    from cabinet_app.gui.delegations.editor import VisitEditor

UPCOMING = "upcoming"
OUTGOING = "outgoing"


def visit_kind(context: GuiContext, new_draft: Callable[[], Visit]) -> RecordKind[VisitRow, Visit]:
    """Visits in the order of their days."""
    t, columns = context.t, VisitColumns(context.t)

    def editor(parent: QWidget) -> "VisitEditor":
        from cabinet_app.gui.delegations.editor import VisitEditor

        return VisitEditor(context, parent)

    return RecordKind(
        key="visit",
        service=context.cabinet.visits,
        columns=columns.columns(),
        editor=editor,
        new_draft=new_draft,
        search_hint=t.gettext("Town, person or purpose"),
        chips=columns.chips(),
        # An empty register says how to begin; a filter would say that nothing fits.
        first_chips=frozenset({UPCOMING}) if context.cabinet.visits.count() else frozenset(),
        sorting=Sorting(BY_DAY),
        group_of=columns.month,
        actions=partial(visit_actions, context),
    )


class DelegationsTab(RecordTab):
    """Visits, which open on those to come, tasks and gifts behind one switch."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        kinds: list[RecordKind[Any, Any]]
        kinds = [visit_kind(context, self._new_draft), task_kind(context), gift_kind(context)]
        super().__init__(context, "delegations", kinds, parent)
        self.visits = self.panes["visit"]
        self.gift_list = ListButton(context, self.panes["gift"])
        self.visits.stored.connect(self._show_stored)

    def _new_draft(self) -> Visit:
        """A working visit to us, or by us while the list shows those; our municipality is the host."""
        if OUTGOING in self.visits.filter_bar.chips():
            return Visit(direction=VisitDirection.OUTGOING)
        return Visit(host_organization_id=self.context.cabinet.organizations.home_id())

    def _show_stored(self) -> None:
        """What was just saved must not be hidden by a filter."""
        pane = self.visits
        if pane.current_id and pane.current_id not in pane.ids:
            pane.filter_bar.set_filter("", ())
