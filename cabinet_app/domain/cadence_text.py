"""Recognise a promise in the words of a document, such as "najmanj enkrat mesečno" or "alle zwei Wochen"."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time

from cabinet_app.domain.cadence import CadenceKind, CadenceRule
from cabinet_app.domain.cadence_terms import (
    AS_NEEDED,
    COUNTS,
    EACH,
    EVERY,
    EXCEPT,
    FORTNIGHT,
    HOURS,
    MONTH_NAMES,
    NUMBERS,
    OF_THE_MONTH,
    ORDINALS,
    SPAN_UNITS,
    UNITS_ALONE,
    UNITS_COUNTED,
    WEEKDAYS,
)
from cabinet_app.domain.periods import CadenceUnit

_GAP_TOLERANCE = 3
_FORTNIGHT_DAYS = 14
_CALENDAR_MONTHS = {
    1: CadenceUnit.MONTH,
    3: CadenceUnit.QUARTER,
    6: CadenceUnit.HALF_YEAR,
    12: CadenceUnit.YEAR,
}


def _any(words: Iterable[str]) -> str:
    """A pattern for the words, longer ones first so that `štirinajst` is not read as `štiri`."""
    return "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True))


def _alternatives(patterns: list[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _units(patterns: Mapping[CadenceUnit, list[str]]) -> str:
    return "|".join(f"(?P<{unit.value}>{_alternatives(words)})" for unit, words in patterns.items())


_COUNT = rf"(?:(?P<count>{_any(COUNTS)})|(?P<digits>\d{{1,2}})\s*(?:-\s*)?(?:krat|mal|x|×|times?))"
_SPAN = (
    rf"(?:{EVERY})\s+(?:(?P<number>{_any(NUMBERS)})|(?P<figure>\d{{1,3}})\.?)\s+(?P<unit>{_any(SPAN_UNITS)})"
)
_UNIT_ALONE = _units(UNITS_ALONE)
_UNIT_COUNTED = _units({unit: UNITS_ALONE[unit] + UNITS_COUNTED[unit] for unit in CadenceUnit})

_SPAN_RULE = re.compile(rf"\b(?:{_COUNT}\s+)?{_SPAN}\b")
_COUNT_RULE = re.compile(rf"\b{_COUNT}\s+(?:{_UNIT_COUNTED})\b")
_UNIT_RULE = re.compile(rf"\b(?:{_UNIT_ALONE})\b")
_EACH_WEEKDAY_RULE = re.compile(rf"\b(?:{EACH})\s+(?:(?P<number>{_any(NUMBERS)})\s+)?(?:{_any(WEEKDAYS)})\b")
_FORTNIGHT_RULE = re.compile(rf"\b(?:{_alternatives(FORTNIGHT)})\b")
_AS_NEEDED_RULE = re.compile(rf"\b(?:{_alternatives(AS_NEEDED)})\b")
_WEEKDAY_RULE = re.compile(rf"\b(?:(?P<nth>{_any(ORDINALS)})\s+)?(?P<weekday>{_any(WEEKDAYS)})\b")
_MONTHLY_DAY_RULE = re.compile(
    rf"\b(?P<nth>{_any(ORDINALS)})\s+(?P<weekday>{_any(WEEKDAYS)})\s+(?:{_alternatives(OF_THE_MONTH)})\b"
)
_HOUR_RULE = re.compile(_alternatives(HOURS))
_MONTH = rf"(?:{_any(MONTH_NAMES)})"
_EXCEPT_RULE = re.compile(
    rf"\b(?:{_alternatives(EXCEPT)})\s+(?P<months>{_MONTH}(?:(?:\s*,\s*|\s+(?:in|und|and)\s+(?:im\s+)?){_MONTH})*)\b"
)


def recognise(text: str) -> CadenceRule | None:
    """The rule that the words promise, with the words as its source; None if they promise nothing we know.

    Calendar words give windows ("enkrat mesečno" is each calendar month), weeks and days give a longest gap
    ("vsaka dva tedna" is at most 14 days); "po potrebi" counts only where nothing else is promised.
    """
    words = " ".join(text.lower().replace("\u00a0", " ").split())
    rule = _monthly_day(words) or _span(words) or _fortnight(words) or _counted(words) or _plain(words)
    rule = rule or _each_weekday(words)
    if rule is None:
        return (
            CadenceRule(kind=CadenceKind.NONE, source_quote=text.strip())
            if _AS_NEEDED_RULE.search(words)
            else None
        )
    rule.source_quote = text.strip()
    _add_preference(rule, words)
    _add_recess(rule, words)
    return rule


def _monthly_day(words: str) -> CadenceRule | None:
    """A month with a preferred day ("every second Tuesday of the month" is no fortnight)."""
    return CadenceRule() if _MONTHLY_DAY_RULE.search(words) else None


def _span(words: str) -> CadenceRule | None:
    match = _SPAN_RULE.search(words)
    if match is None:
        return None
    number = NUMBERS[match["number"]] if match["number"] else int(match["figure"])
    unit = SPAN_UNITS[match["unit"]]
    count = _count_of(match)
    if number < 1:
        return None
    if unit in {"day", "week"}:
        days = number * (7 if unit == "week" else 1)
        if unit == "week" and number == 1:
            return CadenceRule(unit=CadenceUnit.WEEK, minimum=count)
        return _gap(days) if count == 1 else None
    months = number * (12 if unit == "year" else 1)
    if months in _CALENDAR_MONTHS:
        return CadenceRule(unit=_CALENDAR_MONTHS[months], minimum=count)
    return _gap(_longest_months(months)) if count == 1 else None


def _fortnight(words: str) -> CadenceRule | None:
    return _gap(_FORTNIGHT_DAYS) if _FORTNIGHT_RULE.search(words) else None


def _counted(words: str) -> CadenceRule | None:
    match = _COUNT_RULE.search(words)
    return CadenceRule(unit=_unit_of(match), minimum=_count_of(match)) if match else None


def _plain(words: str) -> CadenceRule | None:
    match = _UNIT_RULE.search(words)
    return CadenceRule(unit=_unit_of(match)) if match else None


def _each_weekday(words: str) -> CadenceRule | None:
    """Every Tuesday is a week, every second Tuesday a fortnight."""
    match = _EACH_WEEKDAY_RULE.search(words)
    if match is None:
        return None
    weeks = NUMBERS[match["number"]] if match["number"] else 1
    return CadenceRule(unit=CadenceUnit.WEEK) if weeks == 1 else _gap(7 * weeks)


def _gap(days: int) -> CadenceRule:
    return CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=days, tolerance_days=_GAP_TOLERANCE)


def _count_of(match: re.Match[str]) -> int:
    if match["count"]:
        return COUNTS[" ".join(match["count"].split())]
    return max(1, int(match["digits"])) if match["digits"] else 1


def _unit_of(match: re.Match[str]) -> CadenceUnit:
    return next(unit for unit in CadenceUnit if match[unit.value])


def _longest_months(months: int) -> int:
    """The number of days of so many calendar months where they are longest."""
    ends = [divmod(first + months, 12) for first in range(12)]
    return max(
        (date(2025 + years, month + 1, 1) - date(2025, first + 1, 1)).days
        for first, (years, month) in enumerate(ends)
    )


def _add_preference(rule: CadenceRule, words: str) -> None:
    if match := _WEEKDAY_RULE.search(words):
        rule.preferred_weekday = WEEKDAYS[match["weekday"]]
        monthly = rule.kind is CadenceKind.PER_PERIOD and rule.unit is CadenceUnit.MONTH
        rule.preferred_nth = ORDINALS[match["nth"]] if match["nth"] and monthly else None
    if match := _HOUR_RULE.search(words):
        hour, minute = next(
            (int(match[f"hour{n}"]), int(match[f"minute{n}"] or 0))
            for n in range(len(HOURS))
            if match[f"hour{n}"]
        )
        if match["afternoon"] and hour < 12:  # noqa: PLR2004
            hour += 12
        rule.preferred_time = time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def _add_recess(rule: CadenceRule, words: str) -> None:
    if match := _EXCEPT_RULE.search(words):
        rule.recess_months = sorted({MONTH_NAMES[name] for name in re.findall(_MONTH, match["months"])})
