"""Public holidays of the parties' countries and the working days that they have in common."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cabinet_app.domain import holiday_names
from cabinet_app.domain.holiday_years import WEEKEND, Holiday, HolidayKind, country_year, is_known
from cabinet_app.domain.texts import Language

__all__ = ["Holiday", "HolidayCalendar", "HolidayKind", "holiday_name"]

_ONE_DAY = timedelta(days=1)


def holiday_name(holiday: Holiday, language: Language) -> str:
    """The name in this language from our own table: the package falls back to English without a word."""
    return holiday_names.name_of(holiday.country, holiday.key, language) or holiday.key


class HolidayCalendar:
    """The holidays of several countries and the days that are working days in all of them.

    Countries are ISO codes with or without a subdivision: `SI`, `AT-2` (Carinthia), `DE-BY`, `IT-UD`;
    `SI-Kranj` adds the day of the municipality. A country that nobody knows has weekends and no holidays and
    stands in `unknown`.
    Years are worked out when they are first asked for.
    """

    __slots__ = ("_joints", "_last", "_years", "countries")

    def __init__(self, countries: Iterable[str]) -> None:
        self.countries = tuple(dict.fromkeys(country.strip() for country in countries if country.strip()))
        self._years: dict[int, tuple[int, ...]] = {}
        self._last: dict[tuple[date, date], date | None] = {}
        self._joints: dict[tuple[str, ...], HolidayCalendar] = {}

    def joint(self, countries: Iterable[str]) -> "HolidayCalendar":
        """The calendar of these countries besides."""
        wanted = tuple(countries)
        if wanted not in self._joints:
            everywhere = HolidayCalendar((*self.countries, *wanted))
            self._joints[wanted] = self if everywhere.countries == self.countries else everywhere
        return self._joints[wanted]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The countries without data."""
        return tuple(country for country in self.countries if not is_known(country))

    def on(self, day: date) -> list[Holiday]:
        """The holidays of this day, in the order of the countries; a day of the whole country stands once."""
        found: dict[tuple[str, str], Holiday] = {}
        for country in self.countries:
            for holiday in country_year(country, day.year).holidays.get(day, ()):
                found.setdefault((holiday.country, holiday.key), holiday)
        return list(found.values())

    def between(self, first: date, last: date) -> dict[date, list[Holiday]]:
        """The days with holidays from `first` to `last`, both included, in order."""
        return {day: holidays for day in _days(first, last) if (holidays := self.on(day))}

    def closed_in(self, day: date) -> tuple[str, ...]:
        """The countries in which this day is no working day."""
        return tuple(
            country for country in self.countries if not country_year(country, day.year).is_working_day(day)
        )

    def is_working_day(self, day: date) -> bool:
        counts = self._counts(day.year)
        number = day.toordinal() - date(day.year, 1, 1).toordinal()
        return counts[number + 1] > counts[number]

    def working_days(self, first: date, last: date) -> int:
        """How many days are working days in all countries, both ends included."""
        if last < first:
            return 0
        if first.year == last.year:
            counts = self._counts(first.year)
            base = date(first.year, 1, 1).toordinal()
            return counts[last.toordinal() - base + 1] - counts[first.toordinal() - base]
        return (
            self.working_days(first, date(first.year, 12, 31))
            + sum(self._counts(year)[-1] for year in range(first.year + 1, last.year))
            + self.working_days(date(last.year, 1, 1), last)
        )

    def last_working_day(self, first: date, last: date) -> date | None:
        """The last joint working day, both ends included."""
        key = (first, last)
        if key not in self._last:
            day = last
            while day >= first and not self.is_working_day(day):
                day -= _ONE_DAY
            self._last[key] = day if day >= first else None
        return self._last[key]

    def working_dates(self, first: date, last: date) -> list[date]:
        """The joint working days themselves, in order."""
        return [day for day in _days(first, last) if self.is_working_day(day)]

    def _counts(self, year: int) -> tuple[int, ...]:
        """How many joint working days lie before each day of the year, and at the end their number."""
        counts = self._years.get(year)
        if counts is None:
            places = [country_year(country, year) for country in self.countries]
            running = [0]
            for day in _days(date(year, 1, 1), date(year, 12, 31)):
                works = (
                    all(place.is_working_day(day) for place in places)
                    if places
                    else day.weekday() not in WEEKEND
                )
                running.append(running[-1] + works)
            counts = self._years[year] = tuple(running)
        return counts


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
