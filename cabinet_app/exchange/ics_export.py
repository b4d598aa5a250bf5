"""The calendar of the register as a file that Outlook and all others import; nothing private is in it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from cabinet_app import __version__
from cabinet_app.domain.meetings import InvitationRole, MeetingStatus, Visibility
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Reply, VisitStatus
from cabinet_app.exchange.files import write_whole
from cabinet_app.exchange.ics_lines import (
    clock_text,
    day_text,
    list_line,
    moment_line,
    raw_line,
    text_line,
    to_bytes,
)
from cabinet_app.exchange.ics_series_text import PlannedSeries, plan_series
from cabinet_app.exchange.ics_zone_text import zone_lines
from cabinet_app.exchange.zones import HOUSE_ZONE
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.calendar_export import (
    Outgoing,
    OutgoingMeeting,
    OutgoingSeries,
    OutgoingVisit,
    outgoing,
)

_ONE_DAY: Final = timedelta(days=1)
_CLASS: Final = {
    Visibility.PUBLIC: "PUBLIC",
    Visibility.INTERNAL: "CONFIDENTIAL",
    Visibility.PRIVATE: "PRIVATE",
}
_ROLE: Final = {
    InvitationRole.CHAIR: "CHAIR",
    InvitationRole.REQUIRED: "REQ-PARTICIPANT",
    InvitationRole.OPTIONAL: "OPT-PARTICIPANT",
    InvitationRole.INFORMED: "NON-PARTICIPANT",
}
_REPLY: Final = {
    Reply.NEEDS_ACTION: "NEEDS-ACTION",
    Reply.ACCEPTED: "ACCEPTED",
    Reply.DECLINED: "DECLINED",
    Reply.TENTATIVE: "TENTATIVE",
}
_VISIT_STATUS: Final = {
    VisitStatus.IDEA: "TENTATIVE",
    VisitStatus.PLANNED: "TENTATIVE",
    VisitStatus.POSTPONED: "CANCELLED",
    VisitStatus.CANCELLED: "CANCELLED",
}
# Kept lines that may name people or repeat texts that were changed here since.
_NEVER_AGAIN: Final = re.compile(
    r"(X-ALT-DESC|ORGANIZER|ATTENDEE|CONTACT|COMMENT|ATTACH|STATUS|DTSTAMP|LAST-MODIFIED|CREATED"
    r"|CATEGORIES|X-MICROSOFT-CDO-(OWNER|BUSYSTATUS)|X-MS-OLK|X-GOOGLE-CONF|X-MOZ|RECURRENCE-ID|BEGIN|END|UID"
    r"|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|CLASS|SEQUENCE|TRANSP|RRULE|RDATE|EXDATE|EXRULE)"
    r"[-:;A-Z]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """What goes into the file and for whom.

    Without days everything does; a guest's copy holds public meetings alone, an internal one also the
    internal ones and, without a word about them, that private ones keep somebody busy. `is_each_day` writes
    an entry for every day of a visit; `with_people` the invited with their addresses.
    """

    first: date | None = None
    last: date | None = None
    body_ids: Collection[int] = field(default_factory=frozenset)
    is_internal: bool = False
    is_each_day: bool = False
    with_people: bool = False
    language: Language = Language.SL


def export_calendar(cabinet: Cabinet, path: Path, choices: CalendarChoices, now: datetime) -> int:
    """Write the calendar into a file that only its owner can read; answers how many entries it has.

    Raises:
        FileNotWritable, IsAFolder: nothing was written.
    """
    data, count = calendar_bytes(cabinet, choices, now)
    write_whole(path, data)
    return count


def calendar_bytes(cabinet: Cabinet, choices: CalendarChoices, now: datetime) -> tuple[bytes, int]:
    """The file and the number of its entries; `now` is the moment it bears, with a zone."""
    found = outgoing(cabinet, choices.first, choices.last, choices.body_ids, with_people=choices.with_people)
    return _CalendarText(choices, now).write(found)


class _CalendarText:
    """Writes one file."""

    def __init__(self, choices: CalendarChoices, now: datetime) -> None:
        self._choices = choices
        self._t: Translator = translator(choices.language)
        self._stamp = f"{clock_text(now.astimezone(UTC))}Z"
        self._zones: dict[str, None] = {}
        self._count = 0

    def write(self, found: Outgoing) -> tuple[bytes, int]:
        """The lines of everything that may be seen, the zones they use in front."""
        entries: list[str] = []
        moved_on = {one.uid for one in found.meetings if one.uid and one.status is not MeetingStatus.MOVED}
        for meeting in found.meetings:
            if meeting.status is MeetingStatus.MOVED and meeting.uid in moved_on:
                continue
            if self._may_be_seen(meeting.visibility):
                entries += self._meeting(meeting, meeting.uid or f"meeting-{meeting.id}@kabinet")
        for series in found.series:
            if self._may_be_seen(series.record.visibility):
                entries += self._series(series)
        for visit in found.visits:
            if visit.status is not VisitStatus.IDEA or self._choices.is_internal:
                entries += self._visit(visit)
        head = [
            "BEGIN:VCALENDAR",
            f"PRODID:-//Kabinet//Kabinet {__version__}//{self._choices.language.value.upper()}",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Kabinet",
            f"X-WR-TIMEZONE:{HOUSE_ZONE}",
        ]
        lines = [*head, *zone_lines(self._zones), *entries, "END:VCALENDAR"]
        return to_bytes(lines), self._count

    def _may_be_seen(self, visibility: Visibility) -> bool:
        return self._choices.is_internal or visibility is Visibility.PUBLIC

    def _meeting(self, meeting: OutgoingMeeting, uid: str, of: PlannedSeries | None = None) -> Iterator[str]:
        """An entry; one of a series bears the start that the rule gave it."""
        self._count += 1
        yield "BEGIN:VEVENT"
        yield text_line("UID", uid)
        yield f"DTSTAMP:{self._stamp}"
        yield f"LAST-MODIFIED:{clock_text(meeting.changed_at)}Z"
        if meeting.original_start:
            zone, all_day = (of.zone, of.all_day) if of else (meeting.zone, meeting.all_day)
            yield self._moment("RECURRENCE-ID", meeting.original_start, zone, all_day=all_day)
        yield f"SEQUENCE:{max(meeting.sequence, of.sequence if of else 0)}"
        yield from self._time(meeting.starts_at, meeting.ends_at, meeting.zone, all_day=meeting.all_day)
        yield f"STATUS:{_status(meeting)}"
        yield from self._words(meeting, meeting.visibility)
        yield from self._people(meeting)
        yield "END:VEVENT"

    def _series(self, series: OutgoingSeries) -> Iterator[str]:
        planned = plan_series(series)
        uid = series.record.uid or f"series-{series.record.id}@kabinet"
        master = planned.master
        if master is None:
            for meeting in planned.exceptions:
                yield from self._meeting(meeting, uid, planned)
            return
        self._count += 1
        yield "BEGIN:VEVENT"
        yield text_line("UID", uid)
        yield f"DTSTAMP:{self._stamp}"
        yield f"LAST-MODIFIED:{clock_text(series.changed_at)}Z"
        yield f"SEQUENCE:{series.record.sequence}"
        yield from self._time(master.starts_at, master.ends_at, planned.zone, all_day=planned.all_day)
        self._zones.update(
            dict.fromkeys([planned.zone] if _needs_zone(planned.zone, planned.all_day) else [])
        )
        yield from planned.lines
        yield "STATUS:CONFIRMED"
        yield from self._words(master, series.record.visibility)
        yield from self._people(master)
        yield "END:VEVENT"
        for meeting in planned.exceptions:
            if self._may_be_seen(meeting.visibility):
                yield from self._meeting(meeting, uid, planned)

    def _time(self, start: datetime, end: datetime, zone: str, *, all_day: bool) -> Iterator[str]:
        """All day long ends are the day after: readers take them as exclusive."""
        yield self._moment("DTSTART", start, zone, all_day=all_day)
        if all_day:
            is_midnight = end.time() == datetime.min.time() and end.date() > start.date()
            yield f"DTEND;VALUE=DATE:{day_text(end.date() if is_midnight else end.date() + _ONE_DAY)}"
        else:
            yield self._moment("DTEND", end, zone, all_day=False)

    def _moment(self, name: str, wall: datetime, zone: str, *, all_day: bool) -> str:
        if _needs_zone(zone, all_day):
            self._zones[zone] = None
        return moment_line(name, wall, zone, all_day=all_day)

    def _words(self, meeting: OutgoingMeeting, visibility: Visibility) -> Iterator[str]:
        """What it is about; of a private meeting only that somebody is busy."""
        yield f"CLASS:{_CLASS[visibility]}"
        yield f"TRANSP:{'TRANSPARENT' if meeting.transparent else 'OPAQUE'}"
        yield f"X-MICROSOFT-CDO-BUSYSTATUS:{'FREE' if meeting.transparent else 'BUSY'}"
        if visibility is Visibility.PRIVATE:
            yield text_line("SUMMARY", self._t.gettext("Busy"))
            return
        yield text_line("SUMMARY", self._title(meeting))
        yield text_line("LOCATION", self._shown(meeting.place))
        yield text_line("DESCRIPTION", self._shown(meeting.description))
        yield list_line("CATEGORIES", [self._shown(body) for body in meeting.bodies])
        if self._choices.is_internal:
            yield from (line for line in meeting.raw.splitlines() if not _NEVER_AGAIN.match(line))

    def _title(self, meeting: OutgoingMeeting) -> str:
        title = self._shown(meeting.title)
        if title:
            return title
        body = self._shown(meeting.bodies[0]) if meeting.bodies else ""
        return f"{body} ({meeting.number})" if body and meeting.number else body or self._t.gettext("Meeting")

    def _people(self, meeting: OutgoingMeeting) -> Iterator[str]:
        if not self._choices.with_people or meeting.visibility is Visibility.PRIVATE:
            return
        for one in meeting.invitations:
            if one.email:
                named = {"CN": one.name} if one.name else {}
                answer = {"ROLE": _ROLE[one.role], "PARTSTAT": _REPLY[one.reply]}
                yield raw_line("ATTENDEE", f"mailto:{one.email}", named | answer)

    def _visit(self, visit: OutgoingVisit) -> Iterator[str]:
        spans = [(visit.starts_on, visit.ends_on)]
        is_split = self._choices.is_each_day and visit.ends_on > visit.starts_on
        if is_split:
            count = (visit.ends_on - visit.starts_on).days + 1
            spans = [(day, day) for day in (visit.starts_on + number * _ONE_DAY for number in range(count))]
        title = self._shown(visit.title) or self._shown(visit.partner) or self._t.gettext("Visit")
        for number, (start, end) in enumerate(spans, 1):
            self._count += 1
            yield "BEGIN:VEVENT"
            yield f"UID:visit-{visit.id}{f'-{day_text(start)}' if is_split else ''}@kabinet"
            yield f"DTSTAMP:{self._stamp}"
            yield f"LAST-MODIFIED:{clock_text(visit.changed_at)}Z"
            yield f"DTSTART;VALUE=DATE:{day_text(start)}"
            yield f"DTEND;VALUE=DATE:{day_text(end + _ONE_DAY)}"
            yield f"STATUS:{_VISIT_STATUS.get(visit.status, 'CONFIRMED')}"
            yield "CLASS:PUBLIC"
            yield "TRANSP:TRANSPARENT"
            yield text_line("SUMMARY", f"{title} ({number}/{len(spans)})" if is_split else title)
            yield list_line("CATEGORIES", [self._t.gettext("Visit")])
            yield "END:VEVENT"

    def _shown(self, text: LocalizedText) -> str:
        return text.shown(self._choices.language)


def _needs_zone(zone: str, all_day: bool) -> bool:
    return not all_day and zone != "UTC"


def _status(meeting: OutgoingMeeting) -> str:
    if meeting.status in {MeetingStatus.CANCELLED, MeetingStatus.MOVED}:
        return "CANCELLED"
    is_open = meeting.status is MeetingStatus.PLANNED and "STATUS:TENTATIVE" in meeting.raw.splitlines()
    return "TENTATIVE" if is_open else "CONFIRMED"
