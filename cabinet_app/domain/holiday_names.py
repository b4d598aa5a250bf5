"""The trilingual table of holiday names, and which of its rows a name of the holidays package means."""

import csv
import functools
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cabinet_app.domain.texts import Language, LocalizedText

_TABLE = "holidays.tsv"
_HERE = Path(__file__).resolve()
# Beside the package in the source tree and in the shipped bundle, inside it in an installed wheel.
_PLACES = (_HERE.parents[2] / "resources" / _TABLE, _HERE.parents[1] / "_bundled" / "resources" / _TABLE)
# The package writes the day that was worked instead into the name of each Hungarian day off.
_SUBSTITUTED = " (substituted"


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A line of the table; `source` is the package's English name, empty for a fixed day of our own.

    `month_day` (`MM-DD`) tells apart days that the package names alike.
    """

    key: str
    country: str
    source: str
    month_day: str
    names: LocalizedText


@functools.cache
def rows() -> tuple[HolidayRow, ...]:
    """The table as it is shipped."""
    place = next(path for path in _PLACES if path.exists())
    with place.open(encoding="utf-8", newline="") as lines:
        return tuple(
            HolidayRow(
                row["key"],
                row["country"],
                row["source"],
                row["month_day"],
                LocalizedText(sl=row["sl"], de=row["de"], en=row["en"]),
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@functools.cache
def _names() -> dict[tuple[str, str], LocalizedText]:
    return {(row.country, row.key): row.names for row in rows()}


@functools.cache
def _by_source() -> dict[tuple[str, str, str], HolidayRow]:
    return {(row.country, row.source, row.month_day): row for row in rows() if row.source}


@functools.cache
def _usual() -> dict[str, LocalizedText]:
    """What most countries of the table call a holiday that the package names so."""
    found: dict[str, Counter[LocalizedText]] = {}
    for row in rows():
        if row.source and not row.month_day:
            found.setdefault(row.source, Counter())[row.names] += 1
    return {source: names.most_common(1)[0][0] for source, names in found.items()}


def usual_name(source: str, language: Language) -> str | None:
    """The name of a holiday of a country that the table does not know, where others have the same one."""
    names = _usual().get(source)
    return (names.get(language) or None) if names else None


def own_rows(country: str) -> list[HolidayRow]:
    """The fixed days of this country or place that the package does not know."""
    return [row for row in rows() if row.country == country and not row.source]


def row_for(country: str, subdivision: str, name: str, month_day: str) -> HolidayRow | None:
    """The row that the package's English name means, that of the subdivision before that of the country."""
    source = name.partition(_SUBSTITUTED)[0]
    table = _by_source()
    for place in (f"{country}-{subdivision}", country):
        for day in (month_day, ""):
            if row := table.get((place, source, day)):
                return row
    return None


def name_of(country: str, key: str, language: Language) -> str | None:
    """The name in this language, None where the table has none."""
    names = _names().get((country, key))
    return (names.get(language) or None) if names else None
