"""The words people type in dates, in the three languages, folded and turned into numbers."""

from typing import Final

from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.date_words import (
    MONTHS,
    MONTHS_GENITIVE_SL,
    MONTHS_LOCATIVE_SL,
    MONTHS_SHORT,
    WEEKDAYS,
    WEEKDAYS_ACCUSATIVE_SL,
    WEEKDAYS_SHORT,
)


def _numbered(*series: tuple[str, ...]) -> dict[str, int]:
    return {fold(word).rstrip("."): index for words in series for index, word in enumerate(words, 1)}


# Month names in every case and abbreviation, without the full stop: 1-12.
MONTH_WORDS: Final = {
    **_numbered(*MONTHS.values(), *MONTHS_SHORT.values(), MONTHS_GENITIVE_SL, MONTHS_LOCATIVE_SL),
    "januar": 1,
    "feber": 2,
    "maerz": 3,
    "sept": 9,
}
# Weekday names: 1 is Monday.
WEEKDAY_WORDS: Final = _numbered(*WEEKDAYS.values(), *WEEKDAYS_SHORT.values(), WEEKDAYS_ACCUSATIVE_SL)

NEAR_DAYS: Final = {
    "predvcerajsnjim": -2, "vorgestern": -2, "the day before yesterday": -2,
    "vceraj": -1, "gestern": -1, "yesterday": -1,
    "danes": 0, "heute": 0, "today": 0,
    "jutri": 1, "morgen": 1, "tomorrow": 1,
    "pojutrisnjem": 2, "ubermorgen": 2, "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip

_UNITS: Final = {
    "day": ("dan", "dneva", "dni", "dnevi", "dnevom", "dnevoma", "tag", "tage", "tagen", "day", "days", "d"),
    "week": (
        "teden", "tedna", "tedne", "tednov", "tedni", "tednom", "tednoma",
        "woche", "wochen", "week", "weeks", "t", "w",
    ),
    "month": (
        "mesec", "meseca", "mesece", "mesecev", "meseci", "mesecem", "mesecema",
        "monat", "monate", "monaten", "month", "months",
    ),
    "year": ("leto", "leti", "leta", "let", "letom", "letoma", "jahr", "jahre", "jahren", "year", "years"),
}  # fmt: skip
UNIT_WORDS: Final = {word: unit for unit, words in _UNITS.items() for word in words}

_COUNTS: Final = {
    1: ("en", "ena", "eno", "enim", "a", "an", "one", "ein", "eine", "einem", "einer", "einen"),
    2: ("dva", "dve", "dvema", "two", "zwei"),
    3: ("tri", "tremi", "three", "drei"),
    4: ("stiri", "four", "vier"),
    5: ("pet", "five", "funf"),
    6: ("sest", "six", "sechs"),
}
COUNT_WORDS: Final = {word: count for count, words in _COUNTS.items() for word in words}
