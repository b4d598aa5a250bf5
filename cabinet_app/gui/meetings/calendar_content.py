"""What a calendar shows of some days: meetings, visits, holidays by name, jubilees and clashes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.calendar_filter import EVERYTHING, CalendarFilter
from cabinet_app.domain.month_layout import MonthEntry
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
JUBILEE: Final = "◆"
"""The sign of a round anniversary, always with its words."""
_MOST_KEPT: Final = 24
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
    place: str = ""
    clashes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others."""
        return self.record_type, self.id

    @property
    def tip(self) -> tuple[str, ...]:
        """Everything there is to say in few lines."""
        return (*self.details, *(f"▲ {clash}" for clash in self.clashes))

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
class CalendarContent:
    """Some days with all their entries; the key of an entry's `when` is its place in `entries`."""

    entries: tuple[Entry, ...] = ()
    holidays: dict[date, tuple[DayName, ...]] = field(default_factory=dict)
    jubilees: dict[date, tuple[str, ...]] = field(default_factory=dict)

    def notes_of(self, day: date) -> tuple[str, ...]:
        """What the day is, in words: its holidays and jubilees."""
        names = tuple(name.name for name in self.holidays.get(day, ()))
        return names + tuple(f"{JUBILEE} {words}" for words in self.jubilees.get(day, ()))

    def on(self, day: date) -> tuple[Entry, ...]:
        """What touches a day: first what lasts for days, then by hour."""
        found = [entry for entry in self.entries if entry.when.first_day <= day <= entry.when.last_day]
        return tuple(sorted(found, key=_order))

    def day_of(self, record_type: str, record_id: int) -> date | None:
        """The first day of a record, None if these days do not show it."""
        for entry in self.entries:
            if (entry.record_type, entry.id) == (record_type, record_id):
                return entry.when.first_day
        return None

    def is_free(self, day: date) -> bool:
        """Whether the day is a holiday on which nobody works."""
        return any(name.is_free for name in self.holidays.get(day, ()))


def _order(entry: Entry) -> tuple[bool, datetime, bool]:
    return not entry.when.is_bar, entry.when.start, entry.record_type == VISIT


class CalendarSource:
    """Reads the register in a few statements each; what was read is kept until something changes."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._usual: tuple[str, ...] | None = None
        self._kept: dict[tuple[date, date, frozenset[int] | None], CalendarContent] = {}
        self.filter = EVERYTHING
        self.countries: tuple[str, ...] = ()
        """Whose holidays are named; empty for those of the house."""

    def listen(self) -> None:
        """Read again after every change of the register."""
        self._context.cabinet.changes.subscribe(self._forget)

    def stop(self, *_object: object) -> None:
        """Hear of no more changes."""
        self._context.cabinet.changes.unsubscribe(self._forget)

    def choose(self, wanted: CalendarFilter, countries: Collection[str]) -> None:
        """Show what passes this filter, with the holidays of these countries."""
        self.filter, self.countries = wanted, tuple(countries)
        self._kept.clear()

    def read(self, first: date, last: date, only: Collection[int] | None = None) -> CalendarContent:
        """The days from `first` to `last`; `only` these meetings and no visits, if given."""
        key = first, last, frozenset(only) if only is not None else None
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = self._read(*key)
        return self._kept[key]

    def _read(self, first: date, last: date, only: frozenset[int] | None) -> CalendarContent:
        from cabinet_app.services import calendar_rows

        cabinet, language, t = self._context.cabinet, self._context.language, self._context.t
        ids = calendar_rows.meeting_ids(cabinet, first, last, self.filter)
        if only is not None:
            ids = [meeting_id for meeting_id in ids if meeting_id in only]
        entries = [
            _of_meeting(place, row, t) for place, row in enumerate(cabinet.meetings.rows(ids, language))
        ]
        if only is None:
            visit_ids = calendar_rows.visit_ids(cabinet, first, last, self.filter)
            visits = cabinet.visits.rows(visit_ids, language) if visit_ids else []
            entries += [_of_visit(place, row, t) for place, row in enumerate(visits, start=len(entries))]
        return CalendarContent(
            tuple(self._with_clashes(entries, first, last)),
            self.holidays(first, last),
            self._jubilees(first, last) if only is None and self.filter.is_open else {},
        )

    def _forget(self, _change: object) -> None:
        self._kept.clear()

    def _with_clashes(self, entries: list[Entry], first: date, last: date) -> Iterator[Entry]:
        from cabinet_app.i18n.conflict_words import reasons, side_words

        t = self._context.t
        found: dict[tuple[str, int], list[str]] = {}
        for clash in self._context.cabinet.conflicts.between(first, last) if entries else ():
            why = reasons(clash, t)
            for side, other in ((clash.first, clash.second), (clash.second, clash.first)):
                words = f"{why[:1].upper()}{why[1:]} – {side_words(other, t)}"
                if clash.note:
                    words = t.gettext("{clash} (accepted: {note})").format(clash=words, note=clash.note)
                found.setdefault((side.record_type, side.record_id), []).append(words)
        for entry in entries:
            clashes = tuple(dict.fromkeys(found.get(entry.key, ())))
            yield replace(entry, clashes=clashes) if clashes else entry

    def _jubilees(self, first: date, last: date) -> dict[date, tuple[str, ...]]:
        """`20 let: Listina o pobratenju` on the days of round anniversaries."""
        from cabinet_app.services import calendar_rows

        found: dict[date, tuple[str, ...]] = {}
        for jubilee in calendar_rows.jubilees(self._context.cabinet, first, last):
            years = dates.years_count(jubilee.years, self._context.language)
            words = f"{years}: {jubilee.title.shown(self._context.language)}"
            found[jubilee.day] = (*found.get(jubilee.day, ()), words)
        return found

    def holidays(self, first: date, last: date) -> dict[date, tuple[DayName, ...]]:
        """The holidays of the chosen countries, or of the house and its own day, by name."""
        from cabinet_app.domain.holidays import HolidayCalendar, HolidayKind, holiday_name

        language = self._context.language
        return {
            day: tuple(
                dict.fromkeys(
                    DayName(holiday_name(holiday, language), holiday.kind is HolidayKind.PUBLIC)
                    for holiday in sorted(holidays, key=lambda holiday: holiday.kind is HolidayKind.MEMORIAL)
                )
            )
            for day, holidays in HolidayCalendar(self._house()).between(first, last).items()
        }

    def _house(self) -> tuple[str, ...]:
        if self.countries:
            return self.countries
        if self._usual is None:
            from cabinet_app.reports.composing.calendars import usual_countries

            self._usual = usual_countries(self._context.cabinet, Language.SL)
        return self._usual


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
        place=row.place,
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
    """Every entry as it is read out: hour, name, status and what it clashes with."""
    return [
        ", ".join(part for part in (entry.line, entry.status, *entry.clashes) if part) for entry in entries
    ]
