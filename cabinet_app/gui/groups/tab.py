"""The Working groups tab: how often they promised to meet, whether they did, and when they could next."""

from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.groups.board_view import BoardView
from cabinet_app.gui.groups.columns import BOARD, GroupColumns
from cabinet_app.gui.groups.dots import DotsDelegate, MonthInitials
from cabinet_app.gui.groups.editor import GroupEditor
from cabinet_app.gui.groups.records import GroupRecords
from cabinet_app.gui.record_kind import RecordKind, ViewSpec
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import GroupRow


def group_kind(context: GuiContext) -> RecordKind[GroupRow, Organization]:
    """Working groups and other bodies with a rule, by name."""
    t = context.t
    columns = GroupColumns(context)

    def editor(parent: QWidget) -> GroupEditor:
        return GroupEditor(context, parent)

    def board(pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        return BoardView(context, pane, parent)

    def draft() -> Organization:
        return Organization(classification=Classification.WORKING_GROUP)

    return RecordKind(
        key="group",
        service=GroupRecords(context),
        columns=columns.columns(),
        editor=editor,
        new_draft=draft,
        search_hint=t.gettext("Group or member"),
        chips=columns.chips(),
        sorting=Sorting("name"),
        views=[ViewSpec("board", t.gettext("Overview"), "table", board)],
    )


class GroupsTab(RecordTab):
    """List with dots, board of a year, editor with the rule as a sentence."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "groups", [group_kind(context)], parent)
        records = self.panes["group"].records
        keys = [column.key for column in records.records.columns]
        place = keys.index(BOARD)
        records.setItemDelegateForColumn(place, DotsDelegate(records, context.t, context.today()))
        self._initials = MonthInitials(records.horizontalHeader(), place, context.t, context.today())

    def pane_of(self, record_type: str) -> RecordPane[Any, Any] | None:
        """A group is an organization; today's notes call it a group."""
        return super().pane_of(GroupRecords.record_type if record_type == "group" else record_type)

    def show_today(self) -> None:
        """The board turns to the last twelve months."""
        view = self.pane.views.current_widget()
        if isinstance(view, BoardView):
            view.show_last_months()
