"""Greetings in the languages of the partner towns, with a hint in Slovenian spelling how they are said."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cabinet_app import paths

_OF_COUNTRY: Final = {
    "AT": "de",
    "BA": "bs",
    "BG": "bg",
    "CH": "de",
    "CN": "zh",
    "CZ": "cs",
    "DE": "de",
    "ES": "es",
    "FR": "fr",
    "GB": "en",
    "HR": "hr",
    "HU": "hu",
    "IE": "en",
    "IT": "it",
    "ME": "cnr",
    "MK": "mk",
    "NL": "nl",
    "PL": "pl",
    "RO": "ro",
    "RS": "sr",
    "RU": "ru",
    "SE": "sv",
    "SK": "sk",
    "TR": "tr",
    "UA": "uk",
    "US": "en",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a language, and how they sound."""

    words: str
    said: str


@dataclass(frozen=True, slots=True)
class Greetings:
    """What a host says in a guest's language (ISO 639 `code`)."""

    code: str
    greeting: Phrase
    welcome: Phrase
    thanks: Phrase


@lru_cache(maxsize=1)
def all_greetings() -> dict[str, Greetings]:
    """By the code of the language."""
    with (paths.resources() / "greetings.tsv").open(encoding="utf-8", newline="") as source:
        _titles, *rows = csv.reader(source, delimiter="\t")
    return {
        code: Greetings(code, Phrase(*rest[0:2]), Phrase(*rest[2:4]), Phrase(*rest[4:6]))
        for code, *rest in rows
    }


def greetings_for(spoken: list[str], country: str) -> Greetings | None:
    """In the first language the guest speaks, else in that of their country; None for our own or an unknown.

    Whoever speaks Slovenian before all others needs no foreign greeting.
    """
    known = all_greetings()
    for code in spoken:
        if code == "sl":
            return None
        if code in known:
            return known[code]
    return known.get(_OF_COUNTRY.get(country, ""))
