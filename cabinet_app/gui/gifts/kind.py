"""Gifts as a kind of record of the window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.gifts import Gift
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.gifts.columns import GiftColumns
from cabinet_app.gui.gifts.list_commands import GiftListCommands
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import GiftRow

if TYPE_CHECKING:
    from cabinet_app.gui.gifts.editor import GiftEditor


def gift_kind(context: GuiContext) -> RecordKind[GiftRow, Gift]:
    """Gifts, the latest first."""
    t, columns = context.t, GiftColumns(context.t)

    def editor(parent: QWidget) -> "GiftEditor":
        from cabinet_app.gui.gifts.editor import GiftEditor

        return GiftEditor(context, parent)

    def new_draft() -> Gift:
        return Gift(happened_on=context.today())

    def actions(pane: RecordPane[GiftRow, Gift]) -> Sequence[ActionSpec]:
        return GiftListCommands(context, pane).specs()

    return RecordKind(
        key="gift",
        service=context.cabinet.gifts,
        columns=columns.columns(),
        editor=editor,
        new_draft=new_draft,
        search_hint=t.gettext("Gift, person or town"),
        chips=columns.chips(),
        sorting=Sorting("happened_on", descending=True),
        actions=actions,
    )
