"""The shipped templates of letters, and the phrases with which the facts of a visit go into them."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from cabinet_app import paths
from cabinet_app.domain.letters import LetterTemplate
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.date_words import NBSP

_TEENS: Final = range(11, 14)
_AND: Final = {Language.SL: "in", Language.DE: "und", Language.EN: "and"}


@lru_cache(maxsize=len(Language))
def templates(language: Language) -> dict[str, LetterTemplate]:
    """The templates of a language by their names."""
    source = paths.resources() / "letters" / f"{language.value}.toml"
    document = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: LetterTemplate(**words) for name, words in document.items()}


def visit_days(first: date, last: date | None, language: Language) -> str:
    """The days within a sentence: `v četrtek, 25. februarja 2027`, `vom 19. bis 20. März 2027`."""
    if last is None or last <= first:
        return dates.sentence(first, language)
    start = _without_year(first, language) if first.year == last.year else dates.genitive(first, language)
    if (first.year, first.month) == (last.year, last.month):
        start = dates.day_number(first.day, language)
    end = dates.genitive(last, language)
    if language is Language.SL:
        return f"od{NBSP}{start} do{NBSP}{end}"
    if language is Language.DE:
        return f"vom{NBSP}{start} bis{NBSP}{end}"
    return f"from {start} to {end}"


def place_and_day(place: str, day: date, language: Language) -> str:
    """The date line: `Kranj, 25. februarja 2027`, `Kranj, am 25. Februar 2027`, `Kranj, 25 February 2027`."""
    words = dates.genitive(day, language)
    if not place:
        return words
    return f"{place}, am{NBSP}{words}" if language is Language.DE else f"{place}, {words}"


def ordinal(number: int) -> str:
    """The English ordinal in figures: `21st`, `12th`."""
    if number % 100 in _TEENS:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def enumerated(words: Sequence[str], language: Language) -> str:
    """`kultura, šport in turizem`; Slovenian `ter` where a part has an `in` of its own."""
    if len(words) <= 1:
        return "".join(words)
    is_twofold = language is Language.SL and any(f" {_AND[language]} " in word for word in words)
    and_ = "ter" if is_twofold else _AND[language]
    return f"{', '.join(words[:-1])} {and_} {words[-1]}"


def as_sentence(text: str) -> str:
    """The text with a full stop behind it, unless it ends otherwise."""
    flat = text.strip()
    return flat if not flat or flat[-1] in ".!?…:" else f"{flat}."


def _without_year(day: date, language: Language) -> str:
    if language is Language.SL:
        return dates.genitive(day, language).removesuffix(f"{NBSP}{day.year}")
    return dates.day_month_long(day, language)
