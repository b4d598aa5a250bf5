"""Puts a meeting on another time as it was dragged: one step, a toast, and the way back."""

from collections.abc import Callable
from datetime import datetime

from cabinet_app.domain.calendar_moves import Times
from cabinet_app.domain.meetings import Meeting
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.i18n import dates, messages

Change = Callable[[Times], Times]


def change_times(context: GuiContext, meeting_id: int, change: Change) -> bool:
    """Store the changed times of a meeting; False, with the reason as a toast, if that cannot be.

    A meeting of a series leaves its rule by this, which the service sees to.
    """
    t = context.t
    step = LastStep(context)
    try:
        stored = context.cabinet.meetings.get(meeting_id)
        meeting = stored.record
        if meeting.starts_at is None:
            return False
        before = Times(meeting.starts_at, meeting.ends_at, meeting.all_day)
        after = change(before)
        if after == before:
            return False
        meeting.starts_at, meeting.ends_at = after.starts_at, after.ends_at
        with step:
            context.cabinet.meetings.update(meeting, stored.version)
    except UserError as error:
        context.toaster.show_toast(messages.sentence(error, t))
        return False
    context.toaster.show_toast(_told(context, meeting, before), t.gettext("Undo"), step.undo)
    return True


def _told(context: GuiContext, meeting: Meeting, before: Times) -> str:
    t = context.t
    assert meeting.starts_at
    if meeting.starts_at != before.starts_at:
        day = dates.numeric(meeting.starts_at.date(), t.language)
        if meeting.all_day:
            return t.gettext("The meeting has been moved to {day}.").format(day=day)
        hour = dates.time(meeting.starts_at.time(), t.language)
        return t.gettext("The meeting has been moved to {day}, {hour}.").format(day=day, hour=hour)
    after = Times(meeting.starts_at, meeting.ends_at, meeting.all_day)
    end = meeting.ends_at or meeting.starts_at
    if meeting.all_day or end.date() != meeting.starts_at.date():
        until = dates.numeric(after.last_day, t.language)
    else:
        until = _clock(end, context)
    return t.gettext("The meeting now lasts until {when}.").format(when=until)


def _clock(moment: datetime, context: GuiContext) -> str:
    return dates.time(moment.time(), context.language)
