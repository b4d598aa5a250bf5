"""One VEVENT as it stands in a file: each property is read on its own; a bad one loses itself alone."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.incoming import Problem, Weight
from cabinet_app.domain.meetings import Invitation, InvitationRole, MeetingStatus, Visibility
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Reply
from cabinet_app.exchange.ics_text import Component, Line
from cabinet_app.exchange.ics_values import (
    Moment,
    Property,
    parse_duration,
    parse_line,
    plain_text,
    utc_moment,
)
from cabinet_app.exchange.zones import ZoneBook

MOST_ATTENDEES: Final = 2000
_MOST_DATES: Final = 5000
_LONGEST_TEXT: Final = 20_000
_LONGEST_RAW: Final = 60_000
_READ: Final = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP"}
    | {"CLASS", "SEQUENCE", "DTSTAMP", "RECURRENCE-ID", "RRULE", "EXRULE", "RDATE", "EXDATE"}
    | {"ATTENDEE", "ORGANIZER"}
)
_STATUS: Final = {"CANCELLED": MeetingStatus.CANCELLED, "CANCELED": MeetingStatus.CANCELLED}
_CLASS: Final = {
    "PUBLIC": Visibility.PUBLIC,
    "PRIVATE": Visibility.PRIVATE,
    "CONFIDENTIAL": Visibility.INTERNAL,
}
_ROLE: Final = {
    "CHAIR": InvitationRole.CHAIR,
    "OPT-PARTICIPANT": InvitationRole.OPTIONAL,
    "NON-PARTICIPANT": InvitationRole.INFORMED,
}
_REPLY: Final = {
    "ACCEPTED": Reply.ACCEPTED,
    "DECLINED": Reply.DECLINED,
    "TENTATIVE": Reply.TENTATIVE,
}
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_MAILTO: Final = re.compile(r"\s*(?:mailto\s*:)?\s*", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")


@dataclass(slots=True)
class Event:
    """What a VEVENT says. `start` is None where it cannot be read; `length` is that of the wall clock."""

    component: int
    line: int
    uid: str = ""
    start: Moment | None = None
    start_property: Property | None = None
    length: timedelta = timedelta()
    summary: LocalizedText = field(default_factory=LocalizedText)
    description: LocalizedText = field(default_factory=LocalizedText)
    location: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    transparent: bool = False
    visibility: Visibility = Visibility.INTERNAL
    sequence: int = 0
    stamp: datetime | None = None
    modified: datetime | None = None
    original: Moment | None = None
    is_from_here_on: bool = False
    rules: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    further: list[tuple[Moment, timedelta | None]] = field(default_factory=list)
    without: list[Moment] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    raw: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_series(self) -> bool:
        return bool(self.rules or self.further)

    @property
    def freshness(self) -> tuple[int, datetime, datetime, int]:
        """The greater one of two versions counts; the later one in the file if nothing else decides."""
        never = datetime.combine(date.min, time.min)
        return self.sequence, self.modified or never, self.stamp or never, self.component

    def note(self, code: str, value: str = "", line: int = 0, weight: Weight = Weight.NOTE) -> None:
        """Remember what was found wrong with it."""
        self.problems.append(
            Problem(code, value[:120], line or self.line, self.component, weight, self.title)
        )

    @property
    def title(self) -> str:
        return self.summary.sl or self.summary.de or self.summary.en


def read_event(component: Component, zones: ZoneBook) -> Event:
    """The event of a component; what was wrong with it stands in its problems."""
    event = Event(component.number, component.line)
    properties: dict[str, list[Property]] = {}
    kept: list[str] = []
    junk: list[Line] = []
    for line in component.lines:
        prop = parse_line(line)
        if prop is None:
            junk.append(line)
        elif prop.name in _READ:
            properties.setdefault(prop.name, []).append(prop)
        elif prop.name != "ATTACH" or len(line.text) < _LONGEST_TEXT:
            kept.append(line.text.strip())
            if prop.name == "LAST-MODIFIED":
                event.modified = utc_moment(prop)
            elif prop.name == "X-MICROSOFT-CDO-BUSYSTATUS":
                event.transparent = prop.value.strip().upper() == "FREE"
    _read_texts(event, properties)
    if junk:
        event.note("lines_passed_over", str(len(junk)), junk[0].number)
    _read_marks(event, properties, kept)
    _read_time(event, properties, zones)
    _read_rules(event, properties, zones)
    _read_people(event, properties)
    event.raw = _raw(kept, event)
    return event


def _raw(kept: list[str], event: Event) -> str:
    """The lines we do not know, for the next export; very long ones are left behind."""
    text = "\n".join(kept)
    if len(text) <= _LONGEST_RAW:
        return text
    event.note("properties_left_behind")
    short = [line for line in kept if len(line) < 1000]  # noqa: PLR2004 a line of usual length
    return "\n".join(short)[:_LONGEST_RAW].rpartition("\n")[0]


def _first(properties: dict[str, list[Property]], name: str) -> Property | None:
    return properties[name][0] if name in properties else None


def _value(properties: dict[str, list[Property]], name: str) -> str:
    found = _first(properties, name)
    return found.value.strip() if found else ""


def _read_texts(event: Event, properties: dict[str, list[Property]]) -> None:
    event.uid = plain_text(_value(properties, "UID"))[:500]
    event.summary = _localized(_first(properties, "SUMMARY"), lambda text: " ".join(text.split())[:1000])
    event.description = _localized(
        _first(properties, "DESCRIPTION"), lambda text: text.strip()[:_LONGEST_TEXT]
    )
    event.location = " ".join(plain_text(_value(properties, "LOCATION")).split())[:1000]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:1000]


def _paragraphs(text: str) -> str:
    return text.strip()[:_LONGEST_TEXT]


def _localized(prop: Property | None, tidy: Callable[[str], str]) -> LocalizedText:
    """A text in the language it says it is in; the language of the house if it says nothing we speak."""
    if prop is None:
        return LocalizedText()
    text = _CONTROL.sub("", tidy(plain_text(prop.value)))
    spoken = prop.parameter("LANGUAGE")[:2].lower()
    language = Language(spoken) if spoken in set(Language) else Language.SL
    return LocalizedText().with_text(language, text)


def _read_marks(event: Event, properties: dict[str, list[Property]], kept: list[str]) -> None:
    status = _value(properties, "STATUS").upper()
    event.status = _STATUS.get(status, MeetingStatus.PLANNED)
    if status == "TENTATIVE":
        kept.append("STATUS:TENTATIVE")
    if transparency := _value(properties, "TRANSP").upper():
        event.transparent = transparency == "TRANSPARENT"
    event.visibility = _CLASS.get(_value(properties, "CLASS").upper(), Visibility.INTERNAL)
    sequence = _value(properties, "SEQUENCE")
    event.sequence = min(int(sequence), 2**31 - 1) if re.fullmatch(r"\d{1,12}", sequence) else 0
    event.stamp = utc_moment(_first(properties, "DTSTAMP"))


def _read_time(event: Event, properties: dict[str, list[Property]], zones: ZoneBook) -> None:
    start = event.start_property = _first(properties, "DTSTART")
    event.start = zones.moment(start) if start else None
    original = _first(properties, "RECURRENCE-ID")
    if original:
        event.original = zones.moment(original)
        if event.original is None:
            event.note("date_unreadable", f"RECURRENCE-ID:{original.value}", original.line)
        event.is_from_here_on = original.parameter("RANGE").upper() == "THISANDFUTURE"
    if event.start is None:
        code = "start_unreadable" if start else "no_start"
        event.note(code, start.value if start else "", start.line if start else 0, Weight.REFUSED)
        return
    event.length = _length(event, event.start, properties, zones)


def _length(event: Event, start: Moment, properties: dict[str, list[Property]], zones: ZoneBook) -> timedelta:
    """How long it takes; a day without an end is one day, an hour without an end no time at all."""
    usual = timedelta(days=1) if start.is_day else timedelta()
    ends, lasts = _first(properties, "DTEND"), _first(properties, "DURATION")
    if ends and ends.value.strip():
        end = zones.moment(ends)
        if end is None:
            event.note("date_unreadable", f"DTEND:{ends.value}", ends.line)
        else:
            length = (end.wall if start.is_day else end.in_zone(start.zone or zones.house)) - start.wall
            if length >= timedelta():
                return max(length, usual)
            event.note("end_before_start", ends.value, ends.line)
    if lasts:
        length_given = parse_duration(lasts.value)
        if length_given is not None and length_given >= timedelta():
            days = timedelta(days=-(-length_given // timedelta(days=1)))
            return max(days, usual) if start.is_day else length_given
        event.note("duration_unreadable", lasts.value, lasts.line)
    return usual


def _read_rules(event: Event, properties: dict[str, list[Property]], zones: ZoneBook) -> None:
    event.rules = [prop.value for prop in properties.get("RRULE", []) if prop.value.strip()][:4]
    event.exceptions = [prop.value for prop in properties.get("EXRULE", []) if prop.value.strip()][:4]
    for prop, text in _each(properties.get("EXDATE", ())):
        moment = zones.moment(prop, text)
        if moment:
            event.without.append(moment)
        else:
            event.note("date_unreadable", f"EXDATE:{text}", prop.line)
    for prop, text in _each(properties.get("RDATE", ())):
        begin, _, end = text.partition("/")
        moment = zones.moment(prop, begin)
        if moment:
            event.further.append((moment, _period(moment, end, prop, zones)))
        else:
            event.note("date_unreadable", f"RDATE:{text}", prop.line)


def _each(properties: Iterable[Property]) -> list[tuple[Property, str]]:
    """The values of properties that take lists, empty ones left out."""
    found = [(prop, one.strip()) for prop in properties for one in prop.value.split(",") if one.strip()]
    return found[:_MOST_DATES]


def _period(start: Moment, end: str, prop: Property, zones: ZoneBook) -> timedelta | None:
    """The length of a period `start/end` or `start/duration`; None where only a start is given."""
    if not end:
        return None
    moment = zones.moment(prop, end)
    length = moment.in_zone(start.zone) - start.wall if moment else parse_duration(end)
    return length if length is not None and length >= timedelta() else None


def _read_people(event: Event, properties: dict[str, list[Property]]) -> None:
    seen: dict[str, Invitation] = {}
    for prop in properties.get("ATTENDEE", [])[:MOST_ATTENDEES]:
        person = _person(prop)
        if person and (person.email or person.name).casefold() not in seen:
            seen[(person.email or person.name).casefold()] = person
    organizer = _first(properties, "ORGANIZER")
    chair = _person(organizer) if organizer else None
    if chair:
        chair.role, chair.reply = InvitationRole.CHAIR, Reply.ACCEPTED
        known = seen.setdefault((chair.email or chair.name).casefold(), chair)
        known.role = InvitationRole.CHAIR
    event.invitations = list(seen.values())


def _person(prop: Property) -> Invitation | None:
    """Who is named; an address that is none is kept as a name, so that nobody is lost."""
    address = _MAILTO.sub("", prop.value, count=1).strip()[:300]
    is_address = _ADDRESS.fullmatch(address) is not None
    name = plain_text(prop.parameter("CN")).strip()[:300]
    if not name and not is_address:
        name = address
    if not name and not is_address:
        return None
    return Invitation(
        name="" if name == address and is_address else name,
        email=address if is_address else "",
        role=_ROLE.get(prop.parameter("ROLE").upper(), InvitationRole.REQUIRED),
        reply=_REPLY.get(prop.parameter("PARTSTAT").upper(), Reply.NEEDS_ACTION),
    )
