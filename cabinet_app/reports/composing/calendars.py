"""The data of a printed calendar: meetings and visits of some days, holidays of some countries."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.calendar_filter import CalendarFilter
from cabinet_app.domain.calendar_spans import months_between
from cabinet_app.domain.holidays import HolidayCalendar, HolidayKind, holiday_name
from cabinet_app.domain.meetings import MeetingKind, MeetingStatus, Visibility
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.i18n.catalogs import N_, translator
from cabinet_app.i18n.house_language import delegation_of_town, short_town
from cabinet_app.i18n.labels import label
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.composing.names import Names, home_of

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.calendar_rows import CalendarMeeting, CalendarVisit

_OFF: Final = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
HOUSE_COUNTRY: Final = "SI"
"""Where the municipality lies, if the register does not say."""
READERS_COUNTRIES: Final = {Language.SL: (), Language.DE: ("AT",), Language.EN: ()}
"""Whose holidays a print in that language shows besides our own."""
_HOUR: Final = timedelta(hours=1)
_ONE_DAY: Final = timedelta(days=1)
_BUSY: Final = N_("busy")


def compose(
    cabinet: "Cabinet",
    first: date,
    last: date,
    printed_at: datetime,
    *,
    internal: bool,
    countries: Sequence[str] = (),
    groups: Sequence[int] = (),
    person_id: int | None = None,
) -> CalendarData:
    """The days from `first` to `last`; `groups` keeps these bodies' meetings and no visits.

    Of private entries only that somebody is busy is said, and to nobody outside the house.
    """
    from cabinet_app.services import calendar_rows

    names = Names(cabinet)
    categories = _Categories()
    wanted = CalendarFilter(bodies=frozenset(groups), person_id=person_id)
    meetings = calendar_rows.calendar_meetings(cabinet, first, last, wanted)
    visits = calendar_rows.calendar_visits(cabinet, first, last, wanted)
    names.read_places(
        [row.place_id for row in meetings if row.place_id]
        + [row.partner_place_id for row in visits if row.partner_place_id]
    )
    home = calendar_rows.home_place(cabinet)
    clashes = _Clashes(cabinet, first, last) if internal else None
    entries = [
        replace(
            _meeting(row, names, categories, home), clashes=clashes.of("meeting", row.id) if clashes else ()
        )
        for row in meetings
    ]
    entries += [
        replace(_visit(row, names, categories), clashes=clashes.of("visit", row.id) if clashes else ())
        for row in visits
    ]
    filters = [names.body(group) for group in groups]
    if person_id:
        filters.append(same(names.person_name(person_id)))
    data = CalendarData(
        months=months_between(first, last),
        printed_at=printed_at,
        entries=tuple(sorted(entries, key=lambda entry: (entry.starts_at, entry.ends_at))),
        categories=categories.names,
        holidays=_holidays(first, last, countries),
        filters=tuple(filters),
        internal=True,
        first=first,
        last=last,
        clashes=tuple(clashes.all) if clashes else (),
    )
    return data if internal else data.for_guests()


def usual_countries(cabinet: "Cabinet", language: Language) -> tuple[str, ...]:
    """Whose holidays are shown if nobody chose: ours, the municipality's own day, those of the readers."""
    names = Names(cabinet)
    home = home_of(cabinet)
    town = names.place(home.place_id) if home else None
    country = (town.country if town else "") or HOUSE_COUNTRY
    own = (f"{country}-{town.native_name or town.names.shown(Language.SL)}",) if town else ()
    return (country, *own, *READERS_COUNTRIES[language])


class _Categories:
    """One per body that leads a meeting, and one for visits, in the order in which they are met."""

    def __init__(self) -> None:
        self._index: dict[int | None, int] = {}
        self._words: list[LocalizedText] = []

    @property
    def names(self) -> tuple[LocalizedText, ...]:
        return tuple(self._words)

    def of_body(self, meeting: "CalendarMeeting") -> int:
        words = meeting.body if meeting.body_short.is_empty else meeting.body_short
        return self._of(meeting.body_id or 0, words if not words.is_empty else _words(N_("Other meetings")))

    def of_visits(self) -> int:
        return self._of(None, _words(N_("Visits")))

    def _of(self, key: int | None, words: LocalizedText) -> int:
        if key not in self._index:
            self._index[key] = len(self._words)
            self._words.append(words)
        return self._index[key]


def _words(msgid: str) -> LocalizedText:
    return LocalizedText(*(translator(language).gettext(msgid) for language in Language))


def _meeting(
    meeting: "CalendarMeeting", names: Names, categories: _Categories, home: int | None
) -> CalendarEntry:
    is_private = meeting.visibility is Visibility.PRIVATE
    place = LocalizedText() if is_private else names.venue_at_home(meeting.place_id, home)
    return CalendarEntry(
        starts_at=meeting.starts_at,
        ends_at=_end(meeting),
        title=_words(_BUSY) if is_private else _title(meeting),
        place=same(meeting.platform) if place.is_empty and not is_private else place,
        category=categories.of_body(meeting),
        all_day=meeting.all_day,
        internal=meeting.visibility is not Visibility.PUBLIC,
        cancelled=meeting.status in _OFF,
        busy=is_private,
        moved_to=meeting.moved_to.date() if meeting.moved_to else None,
    )


def _end(meeting: "CalendarMeeting") -> datetime:
    """The end, of whole days the midnight after the last one; without one it lasts an hour."""
    if not meeting.all_day:
        return meeting.ends_at or meeting.starts_at + _HOUR
    end = meeting.ends_at
    if end and end > meeting.starts_at and end.time() == time.min:
        return end
    last = max(end or meeting.starts_at, meeting.starts_at).date()
    return datetime.combine(last + _ONE_DAY, time.min)


def _title(meeting: "CalendarMeeting") -> LocalizedText:
    if not meeting.title.is_empty:
        return meeting.title
    return LocalizedText(*(_session(meeting, meeting.body.get(code), code) for code in Language))


def _session(meeting: "CalendarMeeting", body: str, language: Language) -> str:
    """`26. redna seja – Mestni svet` for a meeting that has no title of its own."""
    if meeting.kind is MeetingKind.MEETING and body and not meeting.number:
        return body
    t = translator(language)
    kind = label(meeting.kind, t)
    number = meeting.number.rstrip(".")
    words = t.gettext("{kind} No. {number}").format(kind=kind, number=number) if number else kind
    return f"{words[:1].upper()}{words[1:]}" + (f" – {body}" if body else "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _visit(visit: "CalendarVisit", names: Names, categories: _Categories) -> CalendarEntry:
    title = visit.title
    town = short_town(names.town(visit.partner_place_id))
    if title.is_empty and not town.is_empty:
        title = LocalizedText(
            *(
                _capital(delegation_of_town(translator(language), town.shown(language)))
                for language in Language
            )
        )
    return CalendarEntry(
        starts_at=datetime.combine(visit.starts_on, time()),
        ends_at=datetime.combine(visit.ends_on + _ONE_DAY, time()),
        title=title,
        category=categories.of_visits(),
        all_day=True,
        cancelled=visit.status is VisitStatus.CANCELLED,
    )


class _Clashes:
    """What collides in these days: all of it once, and by record."""

    def __init__(self, cabinet: "Cabinet", first: date, last: date) -> None:
        from cabinet_app.i18n.conflict_words import dated_clash_words, reasons, side_words

        self.all: list[tuple[date, LocalizedText]] = []
        self._by_record: dict[tuple[str, int], list[LocalizedText]] = {}
        translators = [translator(language) for language in Language]
        for clash in cabinet.conflicts.between(first, last):
            whole = LocalizedText(*(dated_clash_words(clash, t) for t in translators))
            self.all.append((clash.start.date(), whole))
            for side, other in ((clash.first, clash.second), (clash.second, clash.first)):
                words = (f"{reasons(clash, t)} – {side_words(other, t)}" for t in translators)
                key = side.record_type, side.record_id
                self._by_record.setdefault(key, []).append(LocalizedText(*words))

    def of(self, record_type: str, record_id: int) -> tuple[LocalizedText, ...]:
        return tuple(self._by_record.get((record_type, record_id), ()))


def _holidays(first: date, last: date, countries: Sequence[str]) -> tuple[CalendarHoliday, ...]:
    """The feasts of these countries; a day of the same name in several of them stands once with all codes."""
    found: dict[tuple[date, LocalizedText, bool], list[str]] = {}
    for day, holidays in HolidayCalendar(countries).between(first, last).items():
        for holiday in holidays:
            name = LocalizedText(*(holiday_name(holiday, language) for language in Language))
            code = "" if holiday.kind is HolidayKind.MUNICIPAL else holiday.country.partition("-")[0]
            found.setdefault((day, name, holiday.kind is HolidayKind.MEMORIAL), []).append(code)
    return tuple(
        CalendarHoliday(day, name, tuple(dict.fromkeys(code for code in codes if code)), is_note)
        for (day, name, is_note), codes in sorted(found.items(), key=lambda item: (item[0][0], item[0][2]))
    )
