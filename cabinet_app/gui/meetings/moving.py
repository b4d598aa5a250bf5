"""Puts a meeting on another day, says so, and offers to take the one step back."""

from datetime import datetime
from typing import TYPE_CHECKING

from cabinet_app.domain.meetings import Meeting
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.i18n import dates, messages

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change


def move_meeting(context: GuiContext, meeting: Meeting, version: int, starts_at: datetime) -> int:
    """Move a stored meeting; the id of the one that takes its place.

    Raises:
        UserError: somebody else changed it meanwhile, or it is gone.
    """
    last = _LastStep(context, meeting.id)
    try:
        moved = context.cabinet.meetings.move(meeting.id, version, starts_at)
    finally:
        last.stop()
    t = context.t
    day = dates.numeric(starts_at.date(), t.language)
    if meeting.all_day:
        words = t.gettext("The meeting has been moved to {day}.").format(day=day)
    else:
        hour = dates.time(starts_at.time(), t.language)
        words = t.gettext("The meeting has been moved to {day}, {hour}.").format(day=day, hour=hour)
    context.toaster.show_toast(words, t.gettext("Undo"), last.undo)
    return moved.record.id


class _LastStep:
    """Notes the step that is being done; `undo` takes it back and shows the meeting on its old day."""

    def __init__(self, context: GuiContext, meeting_id: int) -> None:
        self._context = context
        self._meeting_id = meeting_id
        self._entry_id = 0
        context.cabinet.changes.subscribe(self._note)

    def stop(self) -> None:
        self._context.cabinet.changes.unsubscribe(self._note)

    def undo(self) -> None:
        """Take the step back; why not, if that cannot be, is said as a toast."""
        try:
            self._context.cabinet.undo.undo_entry(self._entry_id)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, self._context.t))
        else:
            self._context.open_record("meeting", self._meeting_id)

    def _note(self, change: "Change") -> None:
        self._entry_id = change.entry_id
