"""Everything that stands on a printed calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One occurrence in local wall time, half-open; `category` is an index into the categories."""

    starts_at: datetime
    ends_at: datetime
    title: LocalizedText
    place: LocalizedText = NO_TEXT
    category: int = 0
    all_day: bool = False
    internal: bool = False
    cancelled: bool = False

    def in_grid(self, key: int) -> MonthEntry:
        return MonthEntry(key, self.starts_at, self.ends_at, self.all_day)


@dataclass(frozen=True, slots=True)
class CalendarHoliday:
    """A day off or a feast; `where` names the countries by code, empty for the municipality's own."""

    day: date
    name: LocalizedText
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarData:
    """The months, what happens in them, and by which filter it was chosen."""

    months: tuple[tuple[int, int], ...]
    printed_at: datetime
    entries: tuple[CalendarEntry, ...] = ()
    categories: tuple[LocalizedText, ...] = ()
    holidays: tuple[CalendarHoliday, ...] = ()
    filters: tuple[LocalizedText, ...] = ()
    internal: bool = False

    def for_guests(self) -> "CalendarData":
        """Without what is only the house's business, and without what will not take place."""
        public = tuple(entry for entry in self.entries if not entry.internal and not entry.cancelled)
        return replace(self, entries=public, internal=False)
