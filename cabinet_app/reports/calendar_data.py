"""Everything that stands on a printed calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from cabinet_app.domain.calendar_spans import month_of
from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One occurrence in local wall time, half-open; `category` is an index into the categories.

    `cancelled` is what will not take place on this day, `moved_to` the day that it was moved to. `busy` hides
    what a private entry is about. `clashes` says in words with what it collides.
    """

    starts_at: datetime
    ends_at: datetime
    title: LocalizedText
    place: LocalizedText = NO_TEXT
    category: int = 0
    all_day: bool = False
    internal: bool = False
    cancelled: bool = False
    busy: bool = False
    moved_to: date | None = None
    clashes: tuple[LocalizedText, ...] = ()

    def in_grid(self, key: int) -> MonthEntry:
        return MonthEntry(key, self.starts_at, self.ends_at, self.all_day)


@dataclass(frozen=True, slots=True)
class CalendarHoliday:
    """A day off or a feast; `where` names the countries by code, empty for the municipality's own.

    `is_note` are the days of memory on which people work.
    """

    day: date
    name: LocalizedText
    where: tuple[str, ...] = ()
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class CalendarData:
    """The months, what happens in them, and by which filter it was chosen.

    `first` and `last` are given where the calendar does not show whole months. `clashes` are all of
    them, each once with its day.
    """

    months: tuple[tuple[int, int], ...]
    printed_at: datetime
    entries: tuple[CalendarEntry, ...] = ()
    categories: tuple[LocalizedText, ...] = ()
    holidays: tuple[CalendarHoliday, ...] = ()
    filters: tuple[LocalizedText, ...] = ()
    internal: bool = False
    first: date | None = None
    last: date | None = None
    clashes: tuple[tuple[date, LocalizedText], ...] = ()

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        first = self.first or date(*self.months[0], 1)
        return first, self.last or month_of(date(*self.months[-1], 1))[1]

    def for_guests(self) -> "CalendarData":
        """Without what is only the house's business, and without what will not take place."""
        public = tuple(
            replace(entry, clashes=()) for entry in self.entries if not entry.internal and not entry.cancelled
        )
        return replace(self, entries=public, clashes=(), internal=False)
