"""What a month shows: its meetings, the visits that touch it, and its holidays by name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.month_layout import MonthEntry, week_rows
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.words import OFF, hours, last_day_of, numbered, status_spec
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import MeetingRow, VisitRow

MEETING: Final = "meeting"
VISIT: Final = "visit"
_UNSURE: Final = frozenset({VisitStatus.IDEA, VisitStatus.POSTPONED})
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the month; `time_text` is empty for what lasts all day, `is_off` for what fell out."""

    record_type: str
    id: int
    when: MonthEntry
    time_text: str
    text: str
    glyph: str
    tone: Tone
    status: str
    is_off: bool
    details: tuple[str, ...]

    @property
    def line(self) -> str:
        """`17.00 KMMS`."""
        return f"{self.time_text} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class DayName:
    """A holiday by its name in the language of the window; `is_free` if it is no working day."""

    name: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class MonthContent:
    """A month with all its entries; the key of an entry's `when` is its place in `entries`."""

    year: int
    month: int
    entries: tuple[Entry, ...] = ()
    holidays: dict[date, tuple[DayName, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Entry, ...]:
        """What touches a day: first what lasts for days, then by hour."""
        found = [entry for entry in self.entries if entry.when.first_day <= day <= entry.when.last_day]
        return tuple(sorted(found, key=_order))

    def day_of(self, record_type: str, record_id: int) -> date | None:
        """The first day of a record, None if the month does not show it."""
        for entry in self.entries:
            if (entry.record_type, entry.id) == (record_type, record_id):
                return entry.when.first_day
        return None

    def is_free(self, day: date) -> bool:
        """Whether the day is a holiday on which nobody works."""
        return any(name.is_free for name in self.holidays.get(day, ()))


def _order(entry: Entry) -> tuple[bool, datetime, bool]:
    return not entry.when.is_bar, entry.when.start, entry.record_type == VISIT


class MonthSource:
    """Reads months from the register in a few statements each."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._countries: tuple[str, ...] | None = None

    def read(self, year: int, month: int, only: Collection[int] | None = None) -> MonthContent:
        """The month with its neighbours' days; `only` these meetings and no visits, if given."""
        rows = week_rows(year, month)
        first, last = rows[0][0], rows[-1][-1]
        cabinet, language = self._context.cabinet, self._context.language
        ids = cabinet.meetings.ids_between(first, last)
        if only is not None:
            ids = [meeting_id for meeting_id in ids if meeting_id in only]
        found = [(row, MEETING) for row in cabinet.meetings.rows(ids, language)] if ids else []
        entries = [_of_meeting(place, row, self._context.t) for place, (row, _type) in enumerate(found)]
        if only is None:
            visit_ids = cabinet.visits.ids_between(first, last)
            visits = cabinet.visits.rows(visit_ids, language) if visit_ids else []
            shown = [row for row in visits if row.status not in _UNSURE]
            entries += [
                _of_visit(place, row, self._context.t) for place, row in enumerate(shown, start=len(entries))
            ]
        return MonthContent(year, month, tuple(entries), self.holidays(first, last))

    def holidays(self, first: date, last: date) -> dict[date, tuple[DayName, ...]]:
        """The holidays of the municipality's country and its own day, by name."""
        from cabinet_app.domain.holidays import HolidayCalendar, HolidayKind, holiday_name

        language = self._context.language
        return {
            day: tuple(
                DayName(holiday_name(holiday, language), holiday.kind is HolidayKind.PUBLIC)
                for holiday in sorted(holidays, key=lambda holiday: holiday.kind is HolidayKind.MEMORIAL)
            )
            for day, holidays in HolidayCalendar(self._house()).between(first, last).items()
        }

    def _house(self) -> tuple[str, ...]:
        if self._countries is None:
            from cabinet_app.reports.composing.calendars import usual_countries

            self._countries = usual_countries(self._context.cabinet, Language.SL)
        return self._countries


def _of_meeting(place: int, row: MeetingRow, t: Translator) -> Entry:
    assert row.starts_at is not None
    end = row.ends_at or row.starts_at
    if row.all_day:
        last = last_day_of(row.starts_at, row.ends_at, all_day=True)
        end = datetime.combine(last + _ONE_DAY, time.min)
    spec = status_spec(row.status, t)
    name = row.title or numbered(row.body, row.number)
    hour = hours(row.starts_at, row.ends_at, all_day=row.all_day, t=t)
    details = (f"{hour} · {row.body_short}".rstrip(" ·"), name, row.place, spec.text)
    return Entry(
        record_type=MEETING,
        id=row.id,
        when=MonthEntry(place, row.starts_at, max(end, row.starts_at), row.all_day),
        time_text="" if row.all_day else dates.time(row.starts_at.time(), t.language),
        text=_short(row) or t.gettext("Meeting"),
        glyph=spec.glyph,
        tone=spec.tone,
        status=spec.word,
        is_off=row.status in OFF,
        details=tuple(part for part in dict.fromkeys(details) if part),
    )


def _short(row: MeetingRow) -> str:
    """The short name of the body; without one the subject says more than half of a long name."""
    has_short = row.body_short and row.body_short != row.body
    return row.body_short if has_short else row.title or row.body


def _of_visit(place: int, row: VisitRow, t: Translator) -> Entry:
    assert row.starts_on is not None
    last = max(row.ends_on or row.starts_on, row.starts_on)
    start = datetime.combine(row.starts_on, time.min)
    words = t.gettext("Visit: {town}").format(town=row.town or row.title)
    status = label(row.status, t)
    days = dates.date_range(row.starts_on, last, t.language)
    return Entry(
        record_type=VISIT,
        id=row.id,
        when=MonthEntry(place, start, datetime.combine(last + _ONE_DAY, time.min), all_day=True),
        time_text="",
        text=row.town or row.title,
        glyph="",
        tone="neutral",
        status=status,
        is_off=row.status is VisitStatus.CANCELLED,
        details=tuple(part for part in (words, days, row.title if row.town else "", status) if part),
    )


def entries_in_words(entries: Sequence[Entry]) -> list[str]:
    """Every entry as it is read out: hour, name and status."""
    return [", ".join(part for part in (entry.line, entry.status) if part) for entry in entries]
