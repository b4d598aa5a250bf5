"""Does something that is stored in one step and offers to take just that step back.

step = LastStep(context)
with step:
    context.cabinet.documents.delete(document_id)
context.toaster.show_toast(words, t.gettext("Undo"), step.undo)
"""

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.i18n import messages

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change


class StepBack:
    """Takes one certain step back, then calls `then`; a callable that a toast can keep.

    Why not, if that cannot be, is said as a toast.
    """

    def __init__(self, context: GuiContext, entry_id: int, then: Callable[[], object] | None = None) -> None:
        self._context = context
        self._entry_id = entry_id
        self._then = then

    def __call__(self) -> None:
        try:
            self._context.cabinet.undo.undo_entry(self._entry_id)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, self._context.t))
        else:
            if self._then is not None:
                self._then()


class LastStep:
    """Notes the step of the journal that is done within its block; `undo` takes it back and calls `then`."""

    def __init__(self, context: GuiContext, then: Callable[[], object] | None = None) -> None:
        self._context = context
        self._then = then
        self._entry_id = 0

    def __enter__(self) -> Self:
        self._context.cabinet.changes.subscribe(self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._context.cabinet.changes.unsubscribe(self._note)

    def undo(self) -> None:
        """Take the step back; why not, if that cannot be, is said as a toast."""
        StepBack(self._context, self._entry_id, self._then)()

    def _note(self, change: "Change") -> None:
        self._entry_id = change.entry_id
