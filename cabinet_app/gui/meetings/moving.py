"""Puts a meeting on another day, says so, offers to take it back; and links both days to each other."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.i18n import dates


def move_meeting(context: GuiContext, meeting: Meeting, version: int, starts_at: datetime) -> int:
    """Move a stored meeting; the id of the one that takes its place.

    Raises:
        UserError: somebody else changed it meanwhile, or it is gone.
    """
    step = LastStep(context, _ShowAgain(context, meeting.id))
    with step:
        moved = context.cabinet.meetings.move(meeting.id, version, starts_at)
    t = context.t
    day = dates.numeric(starts_at.date(), t.language)
    if meeting.all_day:
        words = t.gettext("The meeting has been moved to {day}.").format(day=day)
    else:
        hour = dates.time(starts_at.time(), t.language)
        words = t.gettext("The meeting has been moved to {day}, {hour}.").format(day=day, hour=hour)
    context.toaster.show_toast(words, t.gettext("Undo"), step.undo)
    return moved.record.id


class MovedLinks(QWidget):
    """Where a meeting was moved to, and from where it came; a click shows the other one."""

    opened = Signal(object)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids = [0, 0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.onward = text_button("", self, kind="link")
        self.back = text_button("", self, kind="link")
        self.onward.clicked.connect(self._open_onward)
        self.back.clicked.connect(self._open_back)
        for button in (self.onward, self.back):
            column.addWidget(button)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Look for both ends of the move of a stored meeting."""
        t, service = self._context.t, self._context.cabinet.meetings
        is_moved = meeting.id and meeting.status is MeetingStatus.MOVED
        self._ids = [service.successor(meeting.id) if is_moved else 0, meeting.replaces_id or 0]
        words = (t.gettext("Moved to {day}"), t.gettext("Moved from {day}"))
        for button, other, sentence in zip((self.onward, self.back), self._ids, words, strict=True):
            day = self._day_of(other)
            button.setVisible(bool(day))
            button.setText(sentence.format(day=day))
        self.setVisible(not self.onward.isHidden() or not self.back.isHidden())

    def _day_of(self, meeting_id: int) -> str:
        try:
            other = self._context.cabinet.meetings.get(meeting_id).record if meeting_id else None
        except RecordNotFound:
            other = None
        if other is None or other.starts_at is None:
            return ""
        day = dates.long(other.starts_at.date(), self._context.language)
        return (
            day if other.all_day else f"{day}, {dates.time(other.starts_at.time(), self._context.language)}"
        )

    def _open_onward(self) -> None:
        self.opened.emit(self._ids[0])

    def _open_back(self) -> None:
        self.opened.emit(self._ids[1])


class _ShowAgain:
    """Shows the meeting on its old day once the step has been taken back."""

    def __init__(self, context: GuiContext, meeting_id: int) -> None:
        self._context = context
        self._meeting_id = meeting_id

    def __call__(self) -> None:
        self._context.open_record("meeting", self._meeting_id)
