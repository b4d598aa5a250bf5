"""What else is on the days of a meeting: holidays, and what it would collide with."""

from collections.abc import Hashable
from datetime import date, timedelta

from cabinet_app.domain.meetings import Meeting
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.calendar_content import CalendarSource
from cabinet_app.gui.meetings.judging import day_notes
from cabinet_app.gui.meetings.words import last_day_of
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.i18n.conflict_words import Remark, remarks

_LONGEST = 31


class Surroundings:
    """Reads the neighbours of a meeting; what was read is kept until `forget`."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._source = CalendarSource(context)
        self._remarks: dict[Hashable, list[Remark]] = {}
        self._holidays: dict[tuple[date, date], dict[date, str]] = {}

    def forget(self) -> None:
        """Read again the next time."""
        self._remarks.clear()

    def notes(self, meeting: Meeting) -> list[Finding]:
        """One note for each field that there is something to say about; accepted clashes are not told."""
        if meeting.starts_at is None:
            return []
        told = {"starts_at": self._about_days(meeting)}
        if not meeting.clash_note:
            for remark in self.clashes(meeting):
                told.setdefault(remark.field, []).append(remark.sentence)
        return [
            Finding(field, " ".join(sentences), Severity.NOTE)
            for field, sentences in told.items()
            if sentences
        ]

    def clashes(self, meeting: Meeting) -> list[Remark]:
        """What the meeting collides with, in words."""
        key = _key(meeting)
        if key not in self._remarks:
            found = self._context.cabinet.conflicts.of_draft(meeting)
            self._remarks[key] = remarks(found, self._context.t)
        return self._remarks[key]

    def _about_days(self, meeting: Meeting) -> list[str]:
        assert meeting.starts_at
        first = meeting.starts_at.date()
        last = max(last_day_of(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day), first)
        last = min(last, first + timedelta(days=_LONGEST))
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return day_notes(days[:2], self._free_days(first, last), self._context.t)

    def _free_days(self, first: date, last: date) -> dict[date, str]:
        key = first, last
        if key not in self._holidays:
            self._holidays[key] = {
                day: ", ".join(name.name for name in names if name.is_free)
                for day, names in self._source.holidays(first, last).items()
                if any(name.is_free for name in names)
            }
        return self._holidays[key]


def _key(meeting: Meeting) -> Hashable:
    """What of a meeting decides with what it collides."""
    return (
        meeting.id,
        meeting.starts_at,
        meeting.ends_at,
        meeting.all_day,
        meeting.zone,
        meeting.status,
        meeting.mode,
        meeting.transparent,
        meeting.place_id,
        meeting.chair_id,
        meeting.minute_taker_id,
        tuple(body.organization_id for body in meeting.bodies),
        tuple((one.person_id, one.presence) for one in meeting.attendance),
        tuple((one.person_id, one.role, one.reply) for one in meeting.invitations),
    )
