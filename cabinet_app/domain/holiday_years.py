"""The holidays of one country in one year, read from the holidays package and our own fixed days."""

import functools
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cabinet_app.domain import holiday_names

WEEKEND = frozenset({5, 6})


class HolidayKind(StrEnum):
    """Only public holidays are free of work everywhere; the others are notes.

    Bank days are kept by offices and schools of a region (19 March and 10 October in Carinthia), memorial
    days are Slovenian state holidays on which people work, municipal days are those of one municipality.
    """

    PUBLIC = "public"
    BANK = "bank"
    MEMORIAL = "memorial"
    MUNICIPAL = "municipal"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by the key of the name table; of an untranslated country `key` is the English name itself."""

    key: str
    country: str
    kind: HolidayKind


@dataclass(frozen=True, slots=True)
class CountryYear:
    """One country in one year; `worked` are its working days at weekends."""

    holidays: dict[date, tuple[Holiday, ...]]
    weekend: frozenset[int]
    worked: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        if day.weekday() in self.weekend and day not in self.worked:
            return False
        return all(holiday.kind is not HolidayKind.PUBLIC for holiday in self.holidays.get(day, ()))


@functools.lru_cache(maxsize=1024)
def country_year(country: str, year: int) -> CountryYear:
    """The year of a country such as `SI`, `AT-2`, `DE-BY` or `SI-Kranj`; see `HolidayCalendar`."""
    code, _, subdivision = country.partition("-")
    entity = _entity(code)
    found = _own_days(country, year) if subdivision else {}
    if entity is None:
        return CountryYear(_by_day(found), WEEKEND, frozenset())
    subdivision = _subdivision(entity, subdivision)
    for kind, category in _categories(entity, code, subdivision):
        # The English name is the stable one: without `language` the locale of the process would decide.
        days = entity(subdiv=subdivision or None, years=year, categories=category, language="en_US")
        for day, names in days.items():
            for name in names.split("; "):
                holiday = _holiday(code, subdivision, name, day, kind)
                found.setdefault((day, holiday.key), holiday)
    public = entity(subdiv=subdivision or None, years=year, language="en_US")
    return CountryYear(_by_day(found), frozenset(public.weekend), frozenset(public.weekend_workdays))


def is_known(country: str) -> bool:
    """Whether anybody knows the holidays of this country."""
    return _entity(country.partition("-")[0]) is not None


@functools.cache
def _entity(code: str) -> Any:  # noqa: ANN401 - a class of the untyped package
    """The package's class of a country, None for one that it does not know."""
    import holidays

    try:
        return type(holidays.country_holidays(code))
    except NotImplementedError:
        return None


def _subdivision(entity: Any, name: str) -> str:  # noqa: ANN401 - a class of the untyped package
    """The package's own code of a part of the country, empty where it knows no such part."""
    name = entity.subdivisions_aliases.get(name, name)
    return name if name in entity.subdivisions else ""


def _categories(entity: Any, code: str, subdivision: str) -> list[tuple[HolidayKind, str]]:  # noqa: ANN401
    """The categories of the package that we mark, the weightiest first."""
    marked = [(HolidayKind.PUBLIC, "public")]
    if code == "AT" and subdivision:
        marked.append((HolidayKind.BANK, "bank"))
    if (code, subdivision) == ("DE", "BY"):
        # 15 August is free in the Catholic municipalities of Bavaria, which are most of them.
        marked.append((HolidayKind.BANK, "catholic"))
    if code == "SI":
        marked.append((HolidayKind.MEMORIAL, "workday"))
    return [(kind, category) for kind, category in marked if category in entity.supported_categories]


def _holiday(code: str, subdivision: str, name: str, day: date, kind: HolidayKind) -> Holiday:
    row = holiday_names.row_for(code, subdivision, name, f"{day:%m-%d}")
    return Holiday(row.key, row.country, kind) if row else Holiday(name, code, kind)


def _own_days(country: str, year: int) -> dict[tuple[date, str], Holiday]:
    return {
        (date.fromisoformat(f"{year:04}-{row.month_day}"), row.key): Holiday(
            row.key, country, HolidayKind.MUNICIPAL
        )
        for row in holiday_names.own_rows(country)
    }


def _by_day(found: dict[tuple[date, str], Holiday]) -> dict[date, tuple[Holiday, ...]]:
    days: dict[date, tuple[Holiday, ...]] = {}
    for (day, _), holiday in sorted(found.items()):
        days[day] = (*days.get(day, ()), holiday)
    return days
