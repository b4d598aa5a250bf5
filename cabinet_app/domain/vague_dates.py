"""Dates known only to a year, a month or a span, written in EDTF (ISO 8601-2)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from cabinet_app.errors import ValueRejected

_POINT = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?(?P<mark>[?~%])?", re.ASCII)
_WEEK = timedelta(days=6)
_DECADE = re.compile(r"(?P<decade>\d{3})X(?P<mark>[?~%])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class VagueDate:
    """A date with its own precision and the wording of its source.

    `edtf` is one of `2008`, `1975-10`, `2008-07-25`, `195X`, any of these with a mark behind (`~` about,
    `?` uncertain, `%` both), `2022-01-10/2022-01-16`, or empty where only the wording is known.
    Raises `ValueRejected` where `edtf` is none of these.
    """

    edtf: str = ""
    wording: str = ""

    def __post_init__(self) -> None:
        _span(self.edtf)

    @classmethod
    def of(cls, day: date, wording: str = "") -> "VagueDate":
        """The exact day."""
        return cls(day.isoformat(), wording)

    @property
    def earliest(self) -> date | None:
        """The first day it can be, None if nothing is known."""
        span = _span(self.edtf)
        return span[0] if span else None

    @property
    def latest(self) -> date | None:
        """The last day it can be, None if nothing is known."""
        span = _span(self.edtf)
        return span[1] if span else None

    @property
    def precision(self) -> str:
        """One of day, month, year, decade, week, interval, unknown."""
        if not self.edtf:
            return "unknown"
        if "/" in self.edtf:
            first, last = _span(self.edtf) or (date.min, date.min)
            return "week" if last - first == _WEEK and first.weekday() == 0 else "interval"
        if "X" in self.edtf:
            return "decade"
        return {0: "year", 1: "month", 2: "day"}[self.edtf.count("-")]

    @property
    def is_approximate(self) -> bool:
        return self.edtf.endswith(("~", "%"))

    @property
    def is_uncertain(self) -> bool:
        return self.edtf.endswith(("?", "%"))

    @property
    def is_empty(self) -> bool:
        return not (self.edtf or self.wording)

    @property
    def day(self) -> date | None:
        """The exact day, None if it is known less exactly."""
        return self.earliest if self.precision == "day" else None

    @property
    def sort_key(self) -> tuple[date, date]:
        """By the first possible day, the more exact date first; unknown dates come last."""
        return (self.earliest or date.max, self.latest or date.max)


def _span(edtf: str) -> tuple[date, date] | None:
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    first = _point_span(start, edtf)
    if not slash:
        return first
    last = _point_span(end, edtf)
    if first[0] > last[0]:
        raise ValueRejected("edtf", edtf)
    return first[0], last[1]


def _point_span(text: str, whole: str) -> tuple[date, date]:
    try:
        if match := _DECADE.fullmatch(text):
            decade = int(match["decade"]) * 10
            return date(decade, 1, 1), date(decade + 9, 12, 31)
        if match := _POINT.fullmatch(text):
            year = int(match["year"])
            first_month, last_month = (int(match["month"]),) * 2 if match["month"] else (1, 12)
            if match["day"]:
                day = date(year, first_month, int(match["day"]))
                return day, day
            return date(year, first_month, 1), date(
                year, last_month, calendar.monthrange(year, last_month)[1]
            )
    except (ValueError, IndexError) as error:
        raise ValueRejected("edtf", whole) from error
    raise ValueRejected("edtf", whole)
