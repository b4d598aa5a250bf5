"""The windows beside the main one, which are the directory and the letters, and drafts to be kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from cabinet_app.gui.context import GuiContext

if TYPE_CHECKING:
    from cabinet_app.gui.editor import EditorState
    from cabinet_app.gui.record_pane import RecordPane
    from cabinet_app.gui.record_window import RecordWindow


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was being edited in the pane of this key; one key may have a window for each occasion."""

    pane: str
    record_type: str
    state: "EditorState[Any]"


def kept_draft(pane: "RecordPane[Any, Any]") -> KeptDraft:
    """The draft of a pane that has one."""
    state = pane.editor.state()
    assert state
    return KeptDraft(pane.kind.key, pane.kind.service.record_type, state)


def windows(parent: QWidget) -> "list[RecordWindow]":
    """The windows that were opened from a window."""
    from cabinet_app.gui.record_window import RecordWindow

    return list(parent.findChildren(RecordWindow))


def panes(parent: QWidget) -> "Iterator[RecordPane[Any, Any]]":
    """The panes of these windows."""
    for window in windows(parent):
        yield from window.tab.panes.values()


def open_beside(context: GuiContext, parent: QWidget, record_type: str, record_id: int) -> bool:
    """Show a record that no tab shows; False if there is none or a draft stands in the way."""
    if record_type == "letter":
        from cabinet_app.gui.letters.window import open_letter

        return open_letter(context, record_id, parent)
    from cabinet_app.gui.dialogs.directory import open_directory

    return open_directory(context, parent, record_type, record_id)


def take_beside(context: GuiContext, parent: QWidget, draft: KeptDraft) -> None:
    """Put a draft that no tab takes into the window it was typed in."""
    if draft.record_type == "letter":
        from cabinet_app.gui.letters.window import take_letter

        take_letter(context, draft.state, parent)
        return
    from cabinet_app.gui.dialogs.directory import take_entry

    take_entry(context, parent, draft.record_type, draft.state)


def let_go(parent: QWidget) -> None:
    """Take the windows away: the register they show is being closed."""
    for window in windows(parent):
        window.hide()
        window.setParent(None)
        window.deleteLater()
