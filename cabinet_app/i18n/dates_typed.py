"""Days and hours as people type them, in any of the three languages."""

import datetime as dt
import re
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.errors import UserError
from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.date_lexicon import COUNT_WORDS, MONTH_WORDS, NEAR_DAYS, UNIT_WORDS, WEEKDAY_WORDS
from cabinet_app.i18n.vague_typed import parse_vague

__all__ = ["DateNotUnderstood", "TimeNotUnderstood", "parse_date", "parse_time", "parse_vague"]


class DateNotUnderstood(UserError):
    """The typed text is no day, or a day that does not exist."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class TimeNotUnderstood(UserError):
    """The typed text is no hour of a day."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FIGURES: Final = re.compile(r"(?P<day>\d{1,2})[./ ] ?(?P<month>\d{1,2})(?:[./ ] ?(?P<year>\d{4}|\d{2})?)?")
_DAY_WORD: Final = re.compile(
    r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?(?P<month>[a-z]+)\.?,?(?: (?P<year>\d{4}|\d{2}))?"
)
_WORD_DAY: Final = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?P<year>\d{4}))?")
_WEEKDAY_AHEAD: Final = re.compile(
    r"(?:v |am |on )?(?:naslednj[aio] |prihodnj[aio] |nachste[nr]? |kommende[nr]? |next )?(?P<name>[a-z]+)\.?"
)
_STEP: Final = re.compile(r"(?P<sign>[+-]) ?(?P<count>\d{1,4})(?: ?(?P<unit>[a-z]+))?")
_AHEAD: Final = re.compile(r"(?:cez|in) (?:(?P<count>\d{1,4}|[a-z]+) )?(?P<unit>[a-z]+)")
_AGO: Final = re.compile(r"(?:pred|vor) (?:(?P<count>\d{1,4}|[a-z]+) )?(?P<unit>[a-z]+)")
_AGO_EN: Final = re.compile(r"(?P<count>\d{1,4}|[a-z]+) (?P<unit>[a-z]+) ago")
_NEXT_WEEK: Final = frozenset(
    {"naslednji teden", "prihodnji teden", "nachste woche", "kommende woche", "next week"}
)
_LEAD: Final = re.compile(r"(?:dne|am|on|the|dem|den|vom|z dne|du) ")
_MONTHS_OF_YEAR: Final = 12
_YEARS_AHEAD: Final = 20


def parse_date(text: str, lang: Language, today: dt.date) -> dt.date:  # noqa: ARG001 - every language is understood
    """The day meant by `25.2.`, `25. februarja 2026`, `2026-02-25`, `jutri`, `in 2 weeks`, `+3`, `torek`.

    A day without a year is the one nearest to today; a weekday is the next such day after today.
    Raises `DateNotUnderstood`.
    """
    folded = _without_weekday(fold(text))
    for read in (_near, _written, _stepped, _weekday):
        try:
            day = read(folded, today)
        except (ValueError, OverflowError) as error:
            raise DateNotUnderstood(text) from error
        if day:
            return day
    raise DateNotUnderstood(text)


def parse_time(text: str) -> dt.time:
    """The hour meant by `9`, `9.30`, `930`, `9:30`, `17h`, `ob 17. uri`, `17.30 Uhr`, `5 pm`.

    Raises `TimeNotUnderstood`.
    """
    match = _HOUR.fullmatch(fold(text))
    if not match:
        raise TimeNotUnderstood(text)
    figure, minute = match["hour"], match["minute"] or ""
    if len(figure) > 2:  # noqa: PLR2004 - 930 and 1730 hold the minutes too
        if minute:
            raise TimeNotUnderstood(text)
        figure, minute = figure[:-2], figure[-2:]
    try:
        return dt.time(_hour_of_day(int(figure), match["half"] or ""), int(minute or 0))
    except ValueError as error:
        raise TimeNotUnderstood(text) from error


_HOUR: Final = re.compile(
    r"(?:ob |um |at )?(?P<hour>\d{1,4})(?: ?[.:h,] ?(?P<minute>\d{2})|\.| ?h)?(?: ?(?:uri|ure|uhr|h))?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)


def _hour_of_day(hour: int, half: str) -> int:
    """The hour of 24; 12 a.m. is midnight and 12 p.m. noon."""
    if not half:
        return hour
    if not 1 <= hour <= 12:  # noqa: PLR2004 - there is no 13 p.m.
        raise ValueError(hour)
    return hour % 12 + (12 if half == "p" else 0)


def _without_weekday(folded: str) -> str:
    """`torek, 25. 2.` is the 25th of February, whatever day that is; a lone weekday stays."""
    head, comma, rest = folded.partition(",")
    if comma and WEEKDAY_WORDS.get(_LEAD.sub("", head.removeprefix("v ")).rstrip(".")):
        folded = rest.strip()
    return _LEAD.sub("", folded, count=1) if _LEAD.match(folded) and any(map(str.isdigit, folded)) else folded


def _near(folded: str, today: dt.date) -> dt.date | None:
    if (days := NEAR_DAYS.get(folded)) is not None:
        return today + dt.timedelta(days=days)
    if folded in _NEXT_WEEK:
        return today + dt.timedelta(days=7 - today.weekday())
    return None


def _written(folded: str, today: dt.date) -> dt.date | None:
    match = _ISO.fullmatch(folded) or _FIGURES.fullmatch(folded)
    if match:
        month = int(match["month"])
    else:
        match = _DAY_WORD.fullmatch(folded) or _WORD_DAY.fullmatch(folded)
        month = MONTH_WORDS.get(match["month"], 0) if match else 0
        if not match or not month:
            return None
    day, year = int(match["day"]), match["year"]
    return dt.date(full_year(year, today), month, day) if year else _nearest(month, day, today)


def full_year(year: str, today: dt.date) -> int:
    """Two figures mean a year up to 20 years ahead, otherwise one that has passed."""
    if len(year) > 2:  # noqa: PLR2004 - four figures
        return int(year)
    candidate = today.year // 100 * 100 + int(year)
    return candidate if candidate <= today.year + _YEARS_AHEAD else candidate - 100


def _nearest(month: int, day: int, today: dt.date) -> dt.date:
    """The day of this name nearest to today; 29 February waits for its leap year."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(dt.date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda candidate: (abs(candidate - today), today > candidate))


def _stepped(folded: str, today: dt.date) -> dt.date | None:
    if match := _STEP.fullmatch(folded):
        unit, sign = UNIT_WORDS.get(match["unit"] or "d"), -1 if match["sign"] == "-" else 1
    elif match := _AHEAD.fullmatch(folded):
        unit, sign = UNIT_WORDS.get(match["unit"]), 1
    elif match := _AGO.fullmatch(folded) or _AGO_EN.fullmatch(folded):
        unit, sign = UNIT_WORDS.get(match["unit"]), -1
    else:
        return None
    typed = match["count"] or "1"
    count = int(typed) if typed.isdigit() else COUNT_WORDS.get(typed)
    return _moved(today, unit, sign * count) if unit and count is not None else None


def _moved(today: dt.date, unit: str, count: int) -> dt.date:
    if unit in {"day", "week"}:
        return today + dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 + count * (_MONTHS_OF_YEAR if unit == "year" else 1)
    year, month = divmod(months, _MONTHS_OF_YEAR)
    last = (dt.date(year + month // 11, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(today.day, last))


def _weekday(folded: str, today: dt.date) -> dt.date | None:
    match = _WEEKDAY_AHEAD.fullmatch(folded)
    number = WEEKDAY_WORDS.get(match["name"]) if match else None
    return today + dt.timedelta(days=(number - 1 - today.weekday() - 1) % 7 + 1) if number else None
