"""What else is on the days of a meeting: holidays, and other meetings of its bodies or at its place."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.places import PlaceKind
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.judging import day_notes, overlapping
from cabinet_app.gui.meetings.month_content import MonthSource
from cabinet_app.gui.meetings.words import hours, last_day_of, numbered
from cabinet_app.gui.widgets.form import Finding, Severity

if TYPE_CHECKING:
    from cabinet_app.services.rows import MeetingRow

_ROOMS = frozenset({PlaceKind.VENUE, PlaceKind.ROOM})
_LONGEST = 31


class Surroundings:
    """Reads the neighbours of a meeting; what was read for some days is kept until `forget`."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._source = MonthSource(context)
        self._meetings: dict[tuple[date, date], list[Meeting]] = {}
        self._holidays: dict[tuple[date, date], dict[date, str]] = {}

    def forget(self) -> None:
        """Read again the next time."""
        self._meetings.clear()

    def notes(self, meeting: Meeting) -> list[Finding]:
        """One note about the day and one about the place, if there is something to say."""
        if meeting.starts_at is None:
            return []
        first = meeting.starts_at.date()
        last = max(last_day_of(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day), first)
        last = min(last, first + timedelta(days=_LONGEST))
        t = self._context.t
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        about_day = day_notes(days[:2], self._free_days(first, last), t)
        others = overlapping(meeting, self._on(first, last))
        bodies = {body.organization_id for body in meeting.bodies}
        same_body = [
            other for other in others if bodies & {body.organization_id for body in other.bodies} - {None}
        ]
        if same_body:
            words = t.gettext("The same body already meets at this time: {meeting}.")
            about_day.append(words.format(meeting=self._named(same_body[0])))
        found = [Finding("starts_at", " ".join(about_day), Severity.NOTE)] if about_day else []
        same_place = [other for other in others if other.place_id and other.place_id == meeting.place_id]
        if same_place and self._is_room(meeting.place_id):
            words = t.gettext("The place is taken at this time: {meeting}.")
            found.append(Finding("place_id", words.format(meeting=self._named(same_place[0])), Severity.NOTE))
        return found

    def _on(self, first: date, last: date) -> list[Meeting]:
        key = first - timedelta(days=1), last
        if key not in self._meetings:
            service = self._context.cabinet.meetings
            self._meetings[key] = service.get_many(service.ids_between(*key))
        return self._meetings[key]

    def _free_days(self, first: date, last: date) -> dict[date, str]:
        key = first, last
        if key not in self._holidays:
            self._holidays[key] = {
                day: ", ".join(name.name for name in names if name.is_free)
                for day, names in self._source.holidays(first, last).items()
                if any(name.is_free for name in names)
            }
        return self._holidays[key]

    def _is_room(self, place_id: int | None) -> bool:
        """Two meetings may well be in one town, but not in one room."""
        from cabinet_app.errors import RecordNotFound

        try:
            return place_id is not None and self._context.cabinet.places.get(place_id).record.kind in _ROOMS
        except RecordNotFound:
            return False

    def _named(self, meeting: Meeting) -> str:
        language, t = self._context.language, self._context.t
        row: MeetingRow = self._context.cabinet.meetings.rows([meeting.id], language)[0]
        assert row.starts_at is not None
        name = row.title or numbered(row.body_short, row.number)
        return f"{name}, {hours(row.starts_at, row.ends_at, all_day=row.all_day, t=t)}"
