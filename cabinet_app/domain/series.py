"""Series of meetings: the rule by which they come again; the meetings themselves are rows of their own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from cabinet_app.domain.meetings import MeetingBody, MeetingKind, MeetingMode, Visibility
from cabinet_app.domain.references import PersonId, PlaceId
from cabinet_app.domain.texts import LocalizedText


class Frequency(StrEnum):
    """How a series comes again; WORKING_DAY is the nth or last working day of the month, worked out by us."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY_WEEKDAY = "monthly_weekday"
    MONTHLY_DAY = "monthly_day"
    WORKING_DAY = "working_day"
    YEARLY = "yearly"
    FOREIGN = "foreign"


class HolidayPolicy(StrEnum):
    """What becomes of a meeting that falls on a holiday; never across the end of its period."""

    ASK = "ask"
    KEEP = "keep"
    SKIP = "skip"
    NEXT = "next"
    PREVIOUS = "previous"
    NEAREST = "nearest"
    SAME_WEEKDAY = "same_weekday"


@dataclass(slots=True, kw_only=True)
class MeetingSeries:
    """A rule and the template of its meetings; `starts_at` is the first start by the wall clock in `zone`.

    `interval` 1 to 12 weeks, months or years; `weekdays` 0 (Monday) to 6; `nth` 1 to 4 or -1 for the
    last one; `month_day` 1 to 28 or -1 for the last day, `month` 1 to 12 for a yearly one, whose day may be
    any that the month has. A meeting of 0 minutes has an open end. A series ends after `count` meetings or on
    `until`, never both; with neither it runs on. FOREIGN series keep their rule as it came in `foreign_rule`
    and cannot be edited. Its meetings stand as rows up to `materialised_until`. `countries` are those whose
    holidays count, the house's own if there are none.
    """

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    kind: MeetingKind = MeetingKind.MEETING
    mode: MeetingMode = MeetingMode.IN_PERSON
    platform: str = ""
    visibility: Visibility = Visibility.PUBLIC
    place_id: PlaceId | None = None
    chair_id: PersonId | None = None
    starts_at: datetime | None = None
    duration_minutes: int = 60
    all_day: bool = False
    zone: str = "Europe/Ljubljana"
    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: list[int] = field(default_factory=list)
    nth: int | None = None
    month_day: int | None = None
    month: int | None = None
    until: date | None = None
    count: int | None = None
    holiday_policy: HolidayPolicy = HolidayPolicy.ASK
    countries: list[str] = field(default_factory=list)
    materialised_until: date | None = None
    uid: str = ""
    sequence: int = 0
    feed: str = ""
    foreign_rule: str = ""
    raw_properties: str = ""
    notes: str = ""
    bodies: list[MeetingBody] = field(default_factory=list)
