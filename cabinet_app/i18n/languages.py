"""Names of the languages that guests speak, by ISO 639 code."""

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.name_tables import NameTable, name_table

_ALSO = (
    ("hrvatski", "hr"),
    ("srbski", "sr"),
    ("nordmazedonisch", "mk"),
    ("slovene", "sl"),
    ("mandarin", "zh"),
)


def languages() -> NameTable:
    return name_table("languages.tsv", _ALSO)


def language_name(code: str, lang: Language) -> str:
    """`de` is nemščina, Deutsch, German; an unknown code is returned as it is."""
    return languages().name(code, lang)


def language_from_name(name: str) -> str:
    """The code of a language named in any of the three languages, empty if it is none."""
    return languages().code(name)


def language_choices(lang: Language) -> list[tuple[str, str]]:
    """(code, name) of every language of the table in the alphabet of `lang`."""
    return languages().sorted(lang)
