"""The rule of a series as a sentence, `vsak drugi torek ob 17.00, do 30. 6. 2027`, and its days in words."""

from collections.abc import Callable
from datetime import time
from typing import Final

from cabinet_app.domain.holidays import holiday_name
from cabinet_app.domain.recurrence import LAST, Rule, is_leap_day, rule_of
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_slots import Slot
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.date_words import MONTHS, MONTHS_GENITIVE_SL, NBSP, WEEKDAYS, WEEKDAYS_ACCUSATIVE_SL

# Ordinals from the second to the twelfth, before a noun in the accusative (sl: masculine, feminine, neuter).
_SL_MASCULINE: Final = (
    "drugi", "tretji", "četrti", "peti", "šesti", "sedmi", "osmi", "deveti", "deseti", "enajsti", "dvanajsti",
)  # fmt: skip
_SL_FEMININE: Final = (
    "drugo", "tretjo", "četrto", "peto", "šesto", "sedmo", "osmo", "deveto", "deseto", "enajsto", "dvanajsto",
)  # fmt: skip
_SL_NEUTER: Final = (
    "drugo", "tretje", "četrto", "peto", "šesto", "sedmo", "osmo", "deveto", "deseto", "enajsto", "dvanajsto",
)  # fmt: skip
_SL_GENITIVE: Final = (
    "drugega", "tretjega", "četrtega", "petega", "šestega", "sedmega", "osmega", "devetega", "desetega",
    "enajstega", "dvanajstega",
)  # fmt: skip
_DE: Final = (
    "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte", "elfte",
    "zwölfte",
)  # fmt: skip
_EN: Final = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
# The first to the fourth and the last one, which stands at -1.
_NTH_SL: Final = (
    ("prvi", "drugi", "tretji", "četrti", "zadnji"),
    ("prvo", "drugo", "tretjo", "četrto", "zadnjo"),
)
_NTH: Final = {
    Language.DE: ("ersten", "zweiten", "dritten", "vierten", "letzten"),
    Language.EN: ("first", "second", "third", "fourth", "last"),
}
_FEMININE_SL: Final = frozenset({2, 5, 6})
_WORKWEEK: Final = (0, 1, 2, 3, 4)
_AND: Final = {Language.SL: "in", Language.DE: "und", Language.EN: "and"}
_GREATEST: Final = len(_EN) + 1
_ST, _ND, _RD = 1, 2, 3


def rule_sentence(series: MeetingSeries, t: Translator) -> str:
    """The whole rule, hour and end included, to stand within a sentence; empty while it is not complete."""
    phrase = rule_phrase(rule_of(series), t)
    if not phrase:
        return ""
    if series.starts_at and not series.all_day:
        phrase = f"{phrase} {_at(series.starts_at.time(), t.language)}"
    if series.until:
        day = dates.numeric(series.until, t.language)
        return t.gettext("{rule}, until {day}").format(rule=phrase, day=day)
    if series.count:
        words = t.ngettext("{rule}, {count} time", "{rule}, {count} times", series.count)
        return words.format(rule=phrase, count=series.count)
    return phrase


def rule_phrase(rule: Rule, t: Translator) -> str:
    """The days of the rule alone: `drugi torek v mesecu`; empty if something is missing."""
    words = _PHRASES.get(rule.frequency)
    if rule.frequency is Frequency.FOREIGN:
        return t.gettext("by a rule taken over from another calendar")
    try:
        return words[t.language](rule, t) if words and rule.interval > 0 else ""
    except (LookupError, ValueError):  # a field that nobody has filled in yet
        return ""


def frequency_words(frequency: Frequency, t: Translator) -> str:
    """A frequency as a choice: `tedensko`."""
    return {
        Frequency.DAILY: t.pgettext("series", "daily"),
        Frequency.WEEKLY: t.pgettext("series", "weekly"),
        Frequency.MONTHLY_WEEKDAY: t.pgettext("series", "monthly on a weekday"),
        Frequency.MONTHLY_DAY: t.pgettext("series", "monthly on a date"),
        Frequency.WORKING_DAY: t.pgettext("series", "monthly on a working day"),
        Frequency.YEARLY: t.pgettext("series", "yearly"),
        Frequency.FOREIGN: t.pgettext("series", "as imported"),
    }[frequency]


def interval_words(frequency: Frequency, interval: int, t: Translator) -> str:
    """How often, as a choice: `vsak drugi teden`."""
    unit = _UNITS.get(frequency, "month")
    if interval > _GREATEST:
        return _every_days(Rule(interval=interval), t)
    every, ordinals, name = _EVERY[t.language][unit]
    return " ".join((every, *_ordinal(ordinals, interval), name))


def nth_words(nth: int, weekday: int | None, t: Translator) -> str:
    """Which of its weekday in the month, in the gender of the weekday; of a working day without one."""
    if t.language is Language.SL:
        return _NTH_SL[weekday in _FEMININE_SL][nth - 1 if nth > 0 else nth]
    return _NTH[t.language][nth - 1 if nth > 0 else nth]


def weekday_words(weekday: int, t: Translator) -> str:
    """The weekday after such an ordinal: `sredo`."""
    return (WEEKDAYS_ACCUSATIVE_SL if t.language is Language.SL else WEEKDAYS[t.language])[weekday]


def slot_words(slot: Slot, t: Translator) -> str:
    """One day of the preview with its holiday and what becomes of it.

    `petek, 1. januar 2027 – novo leto: odpade`.
    """
    day = dates.long(slot.original, t.language)
    names = ", ".join(dict.fromkeys(holiday_name(holiday, t.language) for holiday in slot.holidays))
    if names:
        day = t.gettext("{day} – {holiday}").format(day=day, holiday=names)
    if slot.day is None:
        return t.gettext("{day}: left out").format(day=day)
    if slot.is_moved:
        return t.gettext("{day}: moved to {other}").format(day=day, other=dates.long(slot.day, t.language))
    return day


def _at(at: time, language: Language) -> str:
    hour = dates.time(at, language)
    words = {
        Language.SL: f"ob{NBSP}{hour}",
        Language.DE: f"um{NBSP}{hour}{NBSP}Uhr",
        Language.EN: f"at {hour}",
    }
    return words[language]


def _listed(names: list[str], language: Language) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {_AND[language]} {names[-1]}"


def _english_day(day: int) -> str:
    tens, ones = divmod(day, 10)
    ending = {_ST: "st", _ND: "nd", _RD: "rd"}.get(ones, "th") if tens != 1 else "th"
    return f"{day}{ending}"


# Every day.


def _daily_sl(rule: Rule, t: Translator) -> str:
    if rule.interval == 1:
        return "vsak dan"
    return (
        f"vsak {_SL_MASCULINE[rule.interval - 2]} dan" if rule.interval <= _GREATEST else _every_days(rule, t)
    )


def _daily_de(rule: Rule, t: Translator) -> str:
    if rule.interval == 1:
        return "jeden Tag"
    return f"jeden {_DE[rule.interval - 2]}n Tag" if rule.interval <= _GREATEST else _every_days(rule, t)


def _daily_en(rule: Rule, t: Translator) -> str:
    if rule.interval == 1:
        return "every day"
    return f"every {_EN[rule.interval - 2]} day" if rule.interval <= _GREATEST else _every_days(rule, t)


def _every_days(rule: Rule, t: Translator) -> str:
    words = t.ngettext("every {count} day", "every {count} days", rule.interval)
    return words.format(count=rule.interval)


# Every week.


def _weekly_sl(rule: Rule, _t: Translator) -> str:
    if rule.interval == 1 and rule.weekdays == _WORKWEEK:
        return "vsak dan od ponedeljka do petka"
    names = [WEEKDAYS_ACCUSATIVE_SL[day] for day in rule.weekdays]
    if len(names) == 1:
        is_feminine = rule.weekdays[0] in _FEMININE_SL
        ordinals = _SL_FEMININE if is_feminine else _SL_MASCULINE
        every = "vsako" if is_feminine else "vsak"
        return " ".join((every, *_ordinal(ordinals, rule.interval), names[0]))
    every = " ".join(("vsak", *_ordinal(_SL_MASCULINE, rule.interval), "teden"))
    return f"{every} v {_listed(names, Language.SL)}"


def _weekly_de(rule: Rule, _t: Translator) -> str:
    if rule.interval == 1 and rule.weekdays == _WORKWEEK:
        return "jeden Tag von Montag bis Freitag"
    names = [WEEKDAYS[Language.DE][day] for day in rule.weekdays]
    if len(names) == 1:
        return " ".join(("jeden", *(f"{word}n" for word in _ordinal(_DE, rule.interval)), names[0]))
    return " ".join(("jede", *_ordinal(_DE, rule.interval), "Woche am", _listed(names, Language.DE)))


def _weekly_en(rule: Rule, _t: Translator) -> str:
    if rule.interval == 1 and rule.weekdays == _WORKWEEK:
        return "every day from Monday to Friday"
    names = [WEEKDAYS[Language.EN][day] for day in rule.weekdays]
    if len(names) == 1:
        return " ".join(("every", *_ordinal(_EN, rule.interval), names[0]))
    return " ".join(("every", *_ordinal(_EN, rule.interval), "week on", _listed(names, Language.EN)))


def _ordinal(words: tuple[str, ...], number: int) -> tuple[str, ...]:
    return () if number == 1 else (words[number - 2],)


# Every month.


def _monthly_sl(rule: Rule, day: str) -> str:
    if rule.interval == 1:
        return f"{day} v mesecu"
    return f"{day} vsakega {_SL_GENITIVE[rule.interval - 2]} meseca"


def _monthly_de(rule: Rule, day: str) -> str:
    ordinal = f"{_DE[rule.interval - 2]}n " if rule.interval > 1 else ""
    return f"am {day} jedes {ordinal}Monats"


def _monthly_en(rule: Rule, day: str) -> str:
    return " ".join(("on the", day, "of every", *_ordinal(_EN, rule.interval), "month"))


def _weekday_sl(rule: Rule, _t: Translator) -> str:
    [weekday] = rule.weekdays
    return _monthly_sl(
        rule, f"{_NTH_SL[weekday in _FEMININE_SL][_place(rule)]} {WEEKDAYS_ACCUSATIVE_SL[weekday]}"
    )


def _weekday_de(rule: Rule, _t: Translator) -> str:
    return _monthly_de(rule, f"{_NTH[Language.DE][_place(rule)]} {WEEKDAYS[Language.DE][rule.weekdays[0]]}")


def _weekday_en(rule: Rule, _t: Translator) -> str:
    return _monthly_en(rule, f"{_NTH[Language.EN][_place(rule)]} {WEEKDAYS[Language.EN][rule.weekdays[0]]}")


def _date_sl(rule: Rule, _t: Translator) -> str:
    return _monthly_sl(rule, "zadnji dan" if rule.month_day == LAST else f"{_number(rule)}. dan")


def _date_de(rule: Rule, _t: Translator) -> str:
    return _monthly_de(rule, "letzten Tag" if rule.month_day == LAST else f"{_number(rule)}.")


def _date_en(rule: Rule, _t: Translator) -> str:
    return _monthly_en(rule, "last day" if rule.month_day == LAST else _english_day(_number(rule)))


def _working_sl(rule: Rule, _t: Translator) -> str:
    return _monthly_sl(rule, f"{_NTH_SL[0][_place(rule)]} delovni dan")


def _working_de(rule: Rule, _t: Translator) -> str:
    return _monthly_de(rule, f"{_NTH[Language.DE][_place(rule)]} Arbeitstag")


def _working_en(rule: Rule, _t: Translator) -> str:
    return _monthly_en(rule, f"{_NTH[Language.EN][_place(rule)]} working day")


def _place(rule: Rule) -> int:
    """Where the ordinal of the rule stands in the tables."""
    if not rule.nth:
        raise LookupError
    return rule.nth - 1 if rule.nth > 0 else rule.nth


def _number(rule: Rule) -> int:
    if not rule.month_day:
        raise LookupError
    return rule.month_day


# Every year.


def _yearly_sl(rule: Rule, t: Translator) -> str:
    month = MONTHS_GENITIVE_SL[_month(rule)]
    day = f"zadnji dan {month}" if rule.month_day == LAST else f"{_number(rule)}.{NBSP}{month}"
    return _in_leap_years(rule, " ".join(("vsako", *_ordinal(_SL_NEUTER, rule.interval), "leto", day)), t)


def _yearly_de(rule: Rule, t: Translator) -> str:
    month = MONTHS[Language.DE][_month(rule)]
    day = f"am letzten Tag im {month}" if rule.month_day == LAST else f"am {_number(rule)}.{NBSP}{month}"
    return _in_leap_years(rule, " ".join(("jedes", *_ordinal(_DE, rule.interval), "Jahr", day)), t)


def _yearly_en(rule: Rule, t: Translator) -> str:
    month = MONTHS[Language.EN][_month(rule)]
    day = f"on the last day of {month}" if rule.month_day == LAST else f"on {_number(rule)}{NBSP}{month}"
    return _in_leap_years(rule, " ".join(("every", *_ordinal(_EN, rule.interval), "year", day)), t)


def _in_leap_years(rule: Rule, phrase: str, t: Translator) -> str:
    return t.gettext("{rule}, in leap years only").format(rule=phrase) if is_leap_day(rule) else phrase


def _month(rule: Rule) -> int:
    if not rule.month:
        raise LookupError
    return rule.month - 1


_UNITS: Final = {Frequency.DAILY: "day", Frequency.WEEKLY: "week", Frequency.YEARLY: "year"}
_DE_N: Final = tuple(f"{word}n" for word in _DE)
_EVERY: Final[dict[Language, dict[str, tuple[str, tuple[str, ...], str]]]] = {
    Language.SL: {
        "day": ("vsak", _SL_MASCULINE, "dan"),
        "week": ("vsak", _SL_MASCULINE, "teden"),
        "month": ("vsak", _SL_MASCULINE, "mesec"),
        "year": ("vsako", _SL_NEUTER, "leto"),
    },
    Language.DE: {
        "day": ("jeden", _DE_N, "Tag"),
        "week": ("jede", _DE, "Woche"),
        "month": ("jeden", _DE_N, "Monat"),
        "year": ("jedes", _DE, "Jahr"),
    },
    Language.EN: {unit: ("every", _EN, unit) for unit in ("day", "week", "month", "year")},
}
_Words = dict[Language, Callable[[Rule, Translator], str]]
_PHRASES: Final[dict[Frequency, _Words]] = {
    Frequency.DAILY: {Language.SL: _daily_sl, Language.DE: _daily_de, Language.EN: _daily_en},
    Frequency.WEEKLY: {Language.SL: _weekly_sl, Language.DE: _weekly_de, Language.EN: _weekly_en},
    Frequency.MONTHLY_WEEKDAY: {Language.SL: _weekday_sl, Language.DE: _weekday_de, Language.EN: _weekday_en},
    Frequency.MONTHLY_DAY: {Language.SL: _date_sl, Language.DE: _date_de, Language.EN: _date_en},
    Frequency.WORKING_DAY: {Language.SL: _working_sl, Language.DE: _working_de, Language.EN: _working_en},
    Frequency.YEARLY: {Language.SL: _yearly_sl, Language.DE: _yearly_de, Language.EN: _yearly_en},
}
