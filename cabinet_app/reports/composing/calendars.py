"""The data of a printed calendar: meetings and visits of some months, holidays of some countries."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.holidays import HolidayCalendar, HolidayKind, holiday_name
from cabinet_app.domain.meetings import Meeting, MeetingKind, MeetingStatus, Visibility
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.i18n.catalogs import N_, translator
from cabinet_app.i18n.house_language import delegation_of_town
from cabinet_app.i18n.labels import label
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.composing.names import Names, home_of

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_OFF: Final = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
_UNSURE: Final = {VisitStatus.IDEA, VisitStatus.POSTPONED}
HOUSE_COUNTRY: Final = "SI"
"""Where the municipality lies, if the register does not say."""
READERS_COUNTRIES: Final = {Language.SL: (), Language.DE: ("AT",), Language.EN: ()}
"""Whose holidays a print in that language shows besides our own."""
_HOUR: Final = timedelta(hours=1)
_WHOLE_DAYS: Final = {HolidayKind.PUBLIC, HolidayKind.BANK, HolidayKind.MUNICIPAL}


def compose(
    cabinet: "Cabinet",
    first: date,
    last: date,
    printed_at: datetime,
    *,
    internal: bool,
    countries: Sequence[str] = (),
    groups: Sequence[int] = (),
) -> CalendarData:
    """The whole months that `first`..`last` touch; `groups` keeps these bodies' meetings and no visits."""
    months = months_between(first, last)
    start = date(*months[0], 1)
    end = date(*months[-1], monthrange(*months[-1])[1])
    names = Names(cabinet)
    categories = _Categories(names)
    home = home_of(cabinet)
    entries = [
        _meeting(meeting, names, categories, home.place_id if home else None)
        for meeting in cabinet.meetings.get_many(cabinet.meetings.ids_between(start, end, frozenset(groups)))
        if meeting.starts_at
    ]
    if not groups:
        entries += [
            _visit(visit, names, categories)
            for visit in cabinet.visits.all()
            if visit.starts_on
            and visit.starts_on <= end
            and (visit.ends_on or visit.starts_on) >= start
            and visit.status not in _UNSURE
        ]
    data = CalendarData(
        months=months,
        printed_at=printed_at,
        entries=tuple(sorted(entries, key=lambda entry: (entry.starts_at, entry.ends_at))),
        categories=categories.names,
        holidays=_holidays(start, end, countries),
        filters=tuple(names.body(group) for group in groups),
        internal=True,
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


def months_between(first: date, last: date) -> tuple[tuple[int, int], ...]:
    """The months from the one to the other, both included."""
    span = range(first.year * 12 + first.month - 1, max(first, last).year * 12 + max(first, last).month)
    return tuple((number // 12, number % 12 + 1) for number in span)


class _Categories:
    """One per body that leads a meeting, and one for visits, in the order in which they are met."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._index: dict[int | None, int] = {}
        self._words: list[LocalizedText] = []

    @property
    def names(self) -> tuple[LocalizedText, ...]:
        return tuple(self._words)

    def of_body(self, body_id: int | None) -> int:
        body = self._names.organization(body_id)
        words = LocalizedText()
        if body:
            words = body.names if body.short_name.is_empty else body.short_name
        return self._of(body_id or 0, words if not words.is_empty else _words(N_("Other meetings")))

    def of_visits(self) -> int:
        return self._of(None, _words(N_("Visits")))

    def _of(self, key: int | None, words: LocalizedText) -> int:
        if key not in self._index:
            self._index[key] = len(self._words)
            self._words.append(words)
        return self._index[key]


def _words(msgid: str) -> LocalizedText:
    return LocalizedText(*(translator(language).gettext(msgid) for language in Language))


def _meeting(meeting: Meeting, names: Names, categories: _Categories, home: int | None) -> CalendarEntry:
    assert meeting.starts_at is not None
    lead = next((body.organization_id for body in meeting.bodies), None)
    title = meeting.title
    if title.is_empty:
        title = LocalizedText(*(_session(meeting, names.body(lead).get(code), code) for code in Language))
    place = names.venue_at_home(meeting.place_id, home)
    return CalendarEntry(
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at or meeting.starts_at + _HOUR,
        title=title,
        place=place if not place.is_empty else same(meeting.platform),
        category=categories.of_body(lead),
        all_day=meeting.all_day,
        internal=meeting.visibility is not Visibility.PUBLIC,
        cancelled=meeting.status in _OFF,
    )


def _session(meeting: Meeting, body: str, language: Language) -> str:
    """`26. redna seja – Mestni svet` for a meeting that has no title of its own."""
    if meeting.kind is MeetingKind.MEETING and body and not meeting.number:
        return body
    t = translator(language)
    kind = label(meeting.kind, t)
    number = meeting.number.rstrip(".")
    words = t.gettext("{kind} No. {number}").format(kind=kind, number=number) if number else kind
    return f"{words[:1].upper()}{words[1:]}" + (f" – {body}" if body else "")


def _visit(visit: Visit, names: Names, categories: _Categories) -> CalendarEntry:
    assert visit.starts_on is not None
    last = visit.ends_on or visit.starts_on
    title = visit.title
    town = names.town(visit.partner_place_id)
    if title.is_empty and not town.is_empty:
        title = LocalizedText(
            *(delegation_of_town(translator(language), town.shown(language)) for language in Language)
        )
    return CalendarEntry(
        starts_at=datetime.combine(visit.starts_on, time()),
        ends_at=datetime.combine(last + timedelta(days=1), time()),
        title=title,
        category=categories.of_visits(),
        all_day=True,
        cancelled=visit.status is VisitStatus.CANCELLED,
    )


def _holidays(first: date, last: date, countries: Sequence[str]) -> tuple[CalendarHoliday, ...]:
    """The feasts of these countries; a day of the same name in several of them stands once with all codes."""
    found: dict[tuple[date, LocalizedText], list[str]] = {}
    for day, holidays in HolidayCalendar(countries).between(first, last).items():
        for holiday in holidays:
            if holiday.kind in _WHOLE_DAYS:
                name = LocalizedText(*(holiday_name(holiday, language) for language in Language))
                code = "" if holiday.kind is HolidayKind.MUNICIPAL else holiday.country.partition("-")[0]
                found.setdefault((day, name), []).append(code)
    return tuple(
        CalendarHoliday(day, name, tuple(dict.fromkeys(code for code in codes if code)))
        for (day, name), codes in found.items()
    )
