"""How long and how far away, in words that agree with the number."""

import datetime as dt
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.date_words import NBSP
from cabinet_app.i18n.plurals import pick

_Forms = dict[str, tuple[str, ...]]

# čez + accusative
_AHEAD_SL: Final[_Forms] = {
    "day": ("dan", "dneva", "dni", "dni"),
    "month": ("mesec", "meseca", "mesece", "mesecev"),
    "year": ("leto", "leti", "leta", "let"),
}
# pred + instrumental
_AGO_SL: Final[_Forms] = {
    "day": ("dnevom", "dnevoma", "dnevi", "dnevi"),
    "month": ("mesecem", "mesecema", "meseci", "meseci"),
    "year": ("letom", "letoma", "leti", "leti"),
}
# in, vor + dative
_DATIVE_DE: Final[_Forms] = {
    "day": ("Tag", "Tagen"),
    "month": ("Monat", "Monaten"),
    "year": ("Jahr", "Jahren"),
}
_UNITS_EN: Final[_Forms] = {"day": ("day", "days"), "month": ("month", "months"), "year": ("year", "years")}
_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    Language.SL: ("dan", "dneva", "dnevi", "dni"),
    Language.DE: ("Tag", "Tage"),
    Language.EN: ("day", "days"),
}
_YEARS: Final[dict[Language, tuple[str, ...]]] = {
    Language.SL: ("leto", "leti", "leta", "let"),
    Language.DE: ("Jahr", "Jahre"),
    Language.EN: ("year", "years"),
}
_NEAR: Final[dict[Language, dict[int, str]]] = {
    Language.SL: {-1: "včeraj", 0: "danes", 1: "jutri"},
    Language.DE: {-1: "gestern", 0: "heute", 1: "morgen"},
    Language.EN: {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
_DAYS_UP_TO: Final = 60
_MONTHS_UP_TO: Final = 24
_DAYS_OF_MONTH: Final = 30.4375
_MONTHS_OF_YEAR: Final = 12


def relative_days(days: int, lang: Language) -> str:
    """How far a day lies from today: `jutri`, `čez 2 dneva`, `pred 3 meseci`, `pred 2 letoma`.

    Up to 60 days are counted in days, up to two years in months, beyond that in years.
    """
    if (near := _NEAR[lang].get(days)) is not None:
        return near
    unit, count = _unit_of(abs(days))
    if lang is Language.SL:
        preposition, forms = ("čez", _AHEAD_SL) if days > 0 else ("pred", _AGO_SL)
        return f"{preposition} {count} {pick(count, lang, forms[unit])}"
    if lang is Language.DE:
        return f"{'in' if days > 0 else 'vor'} {count} {pick(count, lang, _DATIVE_DE[unit])}"
    words = f"{count} {pick(count, lang, _UNITS_EN[unit])}"
    return f"in {words}" if days > 0 else f"{words} ago"


def _unit_of(days: int) -> tuple[str, int]:
    if days <= _DAYS_UP_TO:
        return "day", days
    months = round(days / _DAYS_OF_MONTH)
    return (
        ("month", months)
        if months < _MONTHS_UP_TO
        else ("year", int(days / _DAYS_OF_MONTH / _MONTHS_OF_YEAR + 0.05))
    )


def days_count(count: int, lang: Language) -> str:
    """`1 dan, 2 dneva, 3 dnevi, 5 dni`."""
    return f"{count} {pick(count, lang, _DAYS[lang])}"


def years_count(count: int, lang: Language) -> str:
    """`1 leto, 2 leti, 3 leta, 5 let`; `20 Jahre`; `20 years`."""
    return f"{count} {pick(count, lang, _YEARS[lang])}"


def duration(span: dt.timedelta, lang: Language) -> str:
    """A length of time to the minute: `1 h 30 min`, `45 min`, `2 dneva 3 h`; nothing is `0 min`."""
    minutes = max(0, round(span.total_seconds() / 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [days_count(days, lang)] if days else []
    parts += [f"{hours}{NBSP}h"] if hours else []
    parts += [f"{minutes}{NBSP}min"] if minutes or not parts else []
    return " ".join(parts)
