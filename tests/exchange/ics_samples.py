"""Small calendars for the tests of the import: the shapes that real files have, written by hand."""

from datetime import date, datetime

from cabinet_app.domain.incoming import IncomingCalendar
from cabinet_app.exchange.ics_reading import ReadingChoices, read_calendar

TODAY = date(2026, 11, 20)


def vevent(*lines: str, uid: str = "1@test") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


def vcalendar(*parts: str, head: tuple[str, ...] = ()) -> bytes:
    return "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head, *parts, "END:VCALENDAR", "")
    ).encode()


def read(data: bytes | str, **zones: str) -> IncomingCalendar:
    raw = data if isinstance(data, bytes) else data.encode()
    return read_calendar(raw, ReadingChoices(TODAY, zones, feed="test"))


def event(*lines: str) -> IncomingCalendar:
    return read(vcalendar(vevent(*lines)))


def starts(calendar: IncomingCalendar) -> list[datetime]:
    return sorted(
        meeting.starts_at for one in calendar.events for meeting in one.meetings if meeting.starts_at
    )


def codes(calendar: IncomingCalendar) -> list[str]:
    return [problem.code for problem in calendar.problems]


ODD_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone 1
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
END:DAYLIGHT
END:VTIMEZONE"""
