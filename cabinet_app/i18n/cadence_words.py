"""The promise of a body, its judgement and its proposals in whole sentences of each language."""

from datetime import date
from typing import Final

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    CadenceUnit,
    JudgedWindow,
    Window,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_pauses import recess_of
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, pgettext_noop
from cabinet_app.i18n.date_words import MONTHS, MONTHS_GENITIVE_SL, WEEKDAYS, WEEKDAYS_ACCUSATIVE_SL

_STATUSES: Final[dict[WindowStatus, tuple[str, str]]] = {
    WindowStatus.NOT_REQUIRED: pgettext_noop("cadence", "not required"),
    WindowStatus.EXEMPT: pgettext_noop("cadence", "exempt"),
    WindowStatus.WAIVED: pgettext_noop("cadence", "excused"),
    WindowStatus.MET: pgettext_noop("cadence", "met"),
    WindowStatus.MET_LATE: pgettext_noop("cadence", "met late"),
    WindowStatus.SECURED: pgettext_noop("cadence", "secured"),
    WindowStatus.PLANNED: pgettext_noop("cadence", "partly planned"),
    WindowStatus.OPEN: pgettext_noop("cadence", "open"),
    WindowStatus.AT_RISK: pgettext_noop("cadence", "due soon"),
    WindowStatus.UNCONFIRMED: pgettext_noop("cadence", "not confirmed"),
    WindowStatus.BREACHED: pgettext_noop("cadence", "missed"),
}
_REASONS: Final[dict[WindowReason, tuple[str, str]]] = {
    WindowReason.RULE_BEGAN: pgettext_noop("cadence", "the agreement began too late in this period"),
    WindowReason.RULE_ENDED: pgettext_noop("cadence", "the agreement ended too early in this period"),
    WindowReason.RECESS: pgettext_noop("cadence", "recess"),
    WindowReason.PAUSE: pgettext_noop("cadence", "pause"),
    WindowReason.NO_WORKING_DAYS: pgettext_noop("cadence", "no joint working day"),
    WindowReason.NONE_HELD: pgettext_noop("cadence", "no meeting was held"),
    WindowReason.TOO_FEW_HELD: pgettext_noop("cadence", "too few meetings were held"),
    WindowReason.NOT_QUORATE: pgettext_noop("cadence", "the meeting was not quorate"),
    WindowReason.GRACE_RUNNING: pgettext_noop("cadence", "the days of grace are running"),
    WindowReason.GAP_TOO_LONG: pgettext_noop("cadence", "too many days without a meeting"),
}
_KINDS: Final[dict[CadenceKind, tuple[str, str]]] = {
    CadenceKind.PER_PERIOD: pgettext_noop("cadence", "a number of meetings per period"),
    CadenceKind.MAX_GAP: pgettext_noop("cadence", "a longest gap between meetings"),
    CadenceKind.NONE: pgettext_noop("cadence", "as needed"),
}
_UNITS: Final[dict[CadenceUnit, tuple[str, str]]] = {
    CadenceUnit.WEEK: pgettext_noop("cadence", "week"),
    CadenceUnit.MONTH: pgettext_noop("cadence", "month"),
    CadenceUnit.QUARTER: pgettext_noop("cadence", "quarter"),
    CadenceUnit.HALF_YEAR: pgettext_noop("cadence", "half-year"),
    CadenceUnit.YEAR: pgettext_noop("cadence", "year"),
}

# Ordinals in the accusative, masculine and feminine; the last one closes the list.
_ORDINALS_SL: Final = (
    ("prvi", "drugi", "tretji", "četrti", "peti", "zadnji"),
    ("prvo", "drugo", "tretjo", "četrto", "peto", "zadnjo"),
)
_ORDINALS: Final = {
    Language.DE: ("ersten", "zweiten", "dritten", "vierten", "fünften", "letzten"),
    Language.EN: ("first", "second", "third", "fourth", "fifth", "last"),
}
_WEEK: Final = range(7)
_PLACES: Final = {1: 0, 2: 1, 3: 2, 4: 3, 5: 4, -1: 5}
_FEMININE_SL: Final = frozenset({2, 5, 6})
_AND: Final = {Language.SL: "in", Language.DE: "und", Language.EN: "and"}


def status_word(status: WindowStatus, t: Translator) -> str:
    return t.pgettext(*_STATUSES[status])


def kind_word(kind: CadenceKind, t: Translator) -> str:
    return t.pgettext(*_KINDS[kind])


def unit_word(unit: CadenceUnit, t: Translator) -> str:
    return t.pgettext(*_UNITS[unit])


def reason_words(item: JudgedWindow, t: Translator) -> str:
    """Why the window has its status, empty where the status says it all; an excuse in its own wording."""
    if item.reason is None:
        return ""
    day = dates.numeric(item.reason_date, t.language) if item.reason_date else ""
    if item.reason is WindowReason.EXCUSED:
        return item.note
    if item.reason is WindowReason.MOVED_OUT:
        return t.gettext("moved to {date}").format(date=day) if day else t.gettext("moved without a new date")
    if item.reason is WindowReason.CANCELLED:
        return t.gettext("the meeting of {date} was cancelled").format(date=day)
    return t.pgettext(*_REASONS[item.reason])


def window_label(window: Window, t: Translator) -> str:
    """The name of a window: `april 2026`, `2. četrtletje 2026`, `15. teden 2026`; a gap is from–to."""
    if window.unit is None:
        return dates.date_range(window.start, window.end, t.language)
    if window.unit is CadenceUnit.MONTH:
        return dates.month_title(window.start.year, window.start.month, t.language)
    words = {
        CadenceUnit.WEEK: t.gettext("week {number} of {year}"),
        CadenceUnit.QUARTER: t.gettext("quarter {number} of {year}"),
        CadenceUnit.HALF_YEAR: t.gettext("half-year {number} of {year}"),
        CadenceUnit.YEAR: "{year}",
    }[window.unit]
    return words.format(number=window.number, year=window.year)


def late_words(days: int, t: Translator) -> str:
    """`zamuda 1 dan`, `zamuda 2 dneva`, `zamuda 3 dni`."""
    if days <= 0:
        return t.gettext("not late")
    return t.ngettext("{count} day late", "{count} days late", days).format(count=days)


def left_words(window: Window, t: Translator, today: date) -> str:
    """How long a window still runs, the day alone within its last month: `še do 31.`, `še do 31. 12.`."""
    lang = t.language
    alone = (window.end.year, window.end.month) == (today.year, today.month)
    day = dates.day_number(window.end.day, lang) if alone else dates.day_month(window.end, lang)
    if lang is Language.EN and alone:
        day = dates.day_month(window.end, lang)
    return t.gettext("until {day}").format(day=day)


def rule_phrase(rule: CadenceRule, t: Translator) -> str:
    """The rule in a few words for a column: `najmanj enkrat mesečno`, `najmanj na 14 dni`, `po potrebi`."""
    if rule.kind is CadenceKind.PER_PERIOD and rule.minimum == 1:
        phrases = {
            CadenceUnit.WEEK: t.pgettext("cadence phrase", "at least once a week"),
            CadenceUnit.MONTH: t.pgettext("cadence phrase", "at least once a month"),
            CadenceUnit.QUARTER: t.pgettext("cadence phrase", "at least once a quarter"),
            CadenceUnit.HALF_YEAR: t.pgettext("cadence phrase", "at least once a half-year"),
            CadenceUnit.YEAR: t.pgettext("cadence phrase", "at least once a year"),
        }
        return phrases[rule.unit]
    return _frequency(rule, t)


def rule_sentence(rule: CadenceRule, t: Translator) -> str:
    """The rule as one sentence.

    `Sestane se najmanj 1-krat na mesec, najraje drugi torek ob 17.00; avgusta ne.`
    """
    preference, exceptions = _preference(rule, t), "; ".join(_exceptions(rule, t))
    if preference and exceptions:
        sentence = t.gettext("It meets {frequency}, {preference}; {exceptions}.")
    elif preference:
        sentence = t.gettext("It meets {frequency}, {preference}.")
    elif exceptions:
        sentence = t.gettext("It meets {frequency}; {exceptions}.")
    else:
        sentence = t.gettext("It meets {frequency}.")
    return sentence.format(frequency=_frequency(rule, t), preference=preference, exceptions=exceptions)


def _frequency(rule: CadenceRule, t: Translator) -> str:
    if rule.kind is CadenceKind.NONE:
        return t.pgettext("cadence", "as needed")
    if rule.kind is CadenceKind.MAX_GAP:
        days = rule.gap_days or 0
        return t.ngettext("at least every {count} day", "at least every {count} days", days).format(
            count=days
        )
    n = rule.minimum
    words = {
        CadenceUnit.WEEK: t.ngettext("at least once a week", "at least {count} times a week", n),
        CadenceUnit.MONTH: t.ngettext("at least once a month", "at least {count} times a month", n),
        CadenceUnit.QUARTER: t.ngettext("at least once a quarter", "at least {count} times a quarter", n),
        CadenceUnit.HALF_YEAR: t.ngettext(
            "at least once a half-year", "at least {count} times a half-year", n
        ),
        CadenceUnit.YEAR: t.ngettext("at least once a year", "at least {count} times a year", n),
    }
    return words[rule.unit].format(count=n)


def _preference(rule: CadenceRule, t: Translator) -> str:
    weekday = rule.preferred_weekday
    day = day_words(weekday, rule.preferred_nth, t) if weekday is not None and weekday in _WEEK else ""
    hour = dates.time(rule.preferred_time, t.language) if rule.preferred_time else ""
    if day and hour:
        return t.gettext("preferably {day} at {time}").format(day=day, time=hour)
    if day:
        return t.gettext("preferably {day}").format(day=day)
    return t.gettext("preferably at {time}").format(time=hour) if hour else ""


def day_words(weekday: int, nth: int | None, t: Translator) -> str:
    """A weekday as an adverbial of time: `drugi torek`, `v sredo`; `am zweiten Dienstag`; `on a Tuesday`."""
    lang = t.language
    place = _PLACES.get(nth) if nth else None
    if lang is Language.SL:
        name = WEEKDAYS_ACCUSATIVE_SL[weekday]
        return f"v {name}" if place is None else f"{_ORDINALS_SL[weekday in _FEMININE_SL][place]} {name}"
    name = WEEKDAYS[lang][weekday]
    if lang is Language.DE:
        return f"am {name}" if place is None else f"am {_ORDINALS[lang][place]} {name}"
    return f"on a {name}" if place is None else f"on the {_ORDINALS[lang][place]} {name}"


def _exceptions(rule: CadenceRule, t: Translator) -> list[str]:
    clauses = []
    recess = recess_of(rule)
    if recess and rule.kind is not CadenceKind.NONE:
        clauses.append(t.gettext("not in {months}").format(months=_months(recess, t)))
    tolerance = rule.tolerance_days if rule.kind is CadenceKind.MAX_GAP else 0
    if tolerance > 0:
        words = t.ngettext("with a tolerance of {count} day", "with a tolerance of {count} days", tolerance)
        clauses.append(words.format(count=tolerance))
    grace = rule.grace_days if rule.kind is CadenceKind.PER_PERIOD else 0
    if grace > 0:
        words = t.ngettext("with {count} day of grace", "with {count} days of grace", grace)
        clauses.append(words.format(count=grace))
    return clauses


def _months(months: list[int], t: Translator) -> str:
    """The names as the clause needs them, in Slovenian in the genitive: `julija in avgusta`."""
    names = MONTHS_GENITIVE_SL if t.language is Language.SL else MONTHS[t.language]
    words = [names[month - 1] for month in months]
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {_AND[t.language]} {words[-1]}"
