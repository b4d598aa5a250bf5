"""Reads a calendar file: whatever can be saved is, and what cannot is listed with its place and reason."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from cabinet_app.domain.incoming import IncomingCalendar, IncomingEvent, Message, Problem, Weight
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.errors import FormatError
from cabinet_app.exchange.ics_events import Event, read_event
from cabinet_app.exchange.ics_series import Reading, generated_uid, meeting_of, span_of, understand
from cabinet_app.exchange.ics_text import CalendarText, Component, read_text
from cabinet_app.exchange.ics_values import Property, parse_line, plain_text
from cabinet_app.exchange.zones import HOUSE_ZONE, ZoneBook, known_zone

Progress = Callable[[int, int], None]
_MONTHS_AHEAD: Final = 24
_TELL_EVERY: Final = 200
_LEFT_OUT: Final = {"VTODO": "tasks_left_out", "VJOURNAL": "journal_left_out", "VFREEBUSY": "busy_left_out"}
_ONLY_TOLD: Final = frozenset(
    {Message.REPLY, Message.COUNTER, Message.DECLINE_COUNTER, Message.REFRESH, Message.ADD}
)


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """What the reader is told besides the file: zones chosen for names nobody knows, the house's own zone."""

    today: date
    zones: Mapping[str, str] = field(default_factory=dict)
    house_zone: str = HOUSE_ZONE
    feed: str = ""


def read_calendar(data: bytes, choices: ReadingChoices, progress: Progress | None = None) -> IncomingCalendar:
    """What a calendar file says.

    Raises:
        FormatError: it is no calendar, or nothing in it could be read.
    """
    text = read_text(data)
    calendars = list(_calendars(text))
    zones = ZoneBook(_walk(text.components, "VTIMEZONE"), choices.zones, choices.house_zone)
    found = IncomingCalendar(problems=list(text.problems))
    for calendar in calendars:
        _name(calendar, found)
    found.feed = found.feed or found.name or choices.feed
    reading = Reading(zones, horizon(choices.today), found.feed)
    events = _events(calendars, reading, found, progress or _silent)
    _understand(events, reading, found)
    _note_the_rest(text, found)
    found.unknown_zones = list(zones.unknown)
    span = span_of(meeting for event in found.events for meeting in event.meetings)
    found.first, found.last = span or (None, None)
    if not found.events and any(one.weight is Weight.REFUSED for one in found.problems):
        _refuse(found)
    _note_if_empty(found)
    return found


def horizon(today: date) -> datetime:
    """The last moment to which the meetings of a series are written down: two years ahead."""
    years, month = divmod(today.year * 12 + today.month - 1 + _MONTHS_AHEAD, 12)
    return datetime.combine(date(years, month + 1, min(today.day, 28)), time(23, 59, 59))


def _silent(_done: int, _total: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class _Calendar:
    """One VCALENDAR of the file with what it says about all of its events."""

    components: list[Component]
    properties: dict[str, Property]

    def value(self, name: str) -> str:
        found = self.properties.get(name)
        return plain_text(found.value).strip() if found else ""


def _calendars(text: CalendarText) -> Iterator[_Calendar]:
    bare = [component for component in text.components if component.name != "VCALENDAR"]
    if bare:
        yield _Calendar(list(_walk(bare, "VEVENT")), {})
    for component in text.components:
        if component.name == "VCALENDAR":
            read = filter(None, (parse_line(line) for line in component.lines[:200]))
            yield _Calendar(list(_walk(component.children, "VEVENT")), {prop.name: prop for prop in read})


def _walk(components: list[Component], name: str) -> Iterator[Component]:
    waiting = list(reversed(components))
    while waiting:
        component = waiting.pop()
        if component.name == name:
            yield component
        else:
            waiting += reversed(component.children)


def _name(calendar: _Calendar, found: IncomingCalendar) -> None:
    found.name = found.name or calendar.value("X-WR-CALNAME") or calendar.value("NAME")
    found.feed = found.feed or calendar.value("X-WR-RELCALID")
    method = calendar.value("METHOD").upper()
    found.is_ours = found.is_ours or calendar.value("PRODID").startswith("-//Kabinet//")
    found.is_message = found.is_message or method not in {"", Message.PUBLISH.value}


def _events(
    calendars: list[_Calendar], reading: Reading, found: IncomingCalendar, progress: Progress
) -> list[Event]:
    """Every event that means a meeting; messages that change nothing are told and left out."""
    total = sum(len(calendar.components) for calendar in calendars)
    events: list[Event] = []
    without_uid: set[str] = set()
    done = 0
    for calendar in calendars:
        reading.floating = known_zone(calendar.value("X-WR-TIMEZONE"))
        method = calendar.value("METHOD").upper()
        for component in calendar.components:
            event = read_event(component, reading.zones)
            event.uid = event.uid or generated_uid(event, without_uid)
            if method in _ONLY_TOLD:
                found.problems.append(_told(method, event))
            elif method == Message.CANCEL:
                found.events.append(_cancellation(event, reading))
            else:
                _float(event, reading)
                events.append(event)
            done += 1
            if done % _TELL_EVERY == 0:
                progress(done, total)
    return events


def _float(event: Event, reading: Reading) -> None:
    """Let floating times stand on the clock of their own calendar: the next one may have another."""
    if reading.floating in {"", "UTC"} or event.start is None or event.start.zone or event.start.is_day:
        return
    event.start = type(event.start)(event.start.wall, reading.floating)


def _told(method: str, event: Event) -> Problem:
    who = next(((one.name or one.email) for one in event.invitations), "")
    reply = next((one.reply.value for one in event.invitations), "")
    code = f"message_{method.lower()}"
    if method == Message.REPLY and reply:
        code = f"reply_{reply}"
    return Problem(code, who, event.line, event.component, title=event.title)


def _cancellation(event: Event, reading: Reading) -> IncomingEvent:
    found = IncomingEvent(event.uid, event.component, event.line, event.sequence, event.modified)
    found.cancels = True
    shown = meeting_of(event, event.start, event.length, reading) if event.start else Meeting(uid=event.uid)
    shown.title, shown.status = event.summary, MeetingStatus.CANCELLED
    if event.original:
        shown.original_start = event.original.wall
        shown.zone = event.original.zone or reading.zones.house
        shown.all_day = event.original.is_day
    found.meetings = [shown]
    return found


def _understand(events: list[Event], reading: Reading, found: IncomingCalendar) -> None:
    reading.floating = ""
    by_uid: dict[str, list[Event]] = {}
    for event in events:
        by_uid.setdefault(event.uid, []).append(event)
    for of_uid in by_uid.values():
        incoming = understand(of_uid, reading)
        if incoming is not None:
            found.events.append(incoming)
    for event in events:
        found.problems += event.problems


def _note_the_rest(text: CalendarText, found: IncomingCalendar) -> None:
    for name, code in _LEFT_OUT.items():
        count = sum(1 for _ in _walk(text.components, name))
        if count:
            found.problems.append(Problem(code, str(count)))


def _note_if_empty(found: IncomingCalendar) -> None:
    if not found.events and not found.problems:
        found.problems.append(Problem("nothing_in_it"))


def _refuse(found: IncomingCalendar) -> None:
    first = next(one for one in found.problems if one.weight is Weight.REFUSED)
    raise FormatError("", "nothing_readable", str(first.line))
