"""Country names by ISO 3166-1 alpha-2 code."""

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.name_tables import NameTable, name_table

# Names people use besides, folded.
_ALSO = (
    ("anglija", "GB"), ("velika britanija", "GB"), ("grossbritannien", "GB"), ("great britain", "GB"),
    ("uk", "GB"), ("zda", "US"), ("usa", "US"), ("ruska federacija", "RU"), ("russische foderation", "RU"),
    ("bih", "BA"), ("makedonija", "MK"), ("mazedonien", "MK"), ("macedonia", "MK"), ("ceska republika", "CZ"),
    ("lr kitajska", "CN"), ("turkey", "TR"), ("holland", "NL"), ("juznoafriska republika", "ZA"),
)  # fmt: skip


def countries() -> NameTable:
    return name_table("countries.tsv", _ALSO)


def country_name(code: str, lang: Language) -> str:
    """`AT` is Avstrija, Österreich, Austria; an unknown code is returned as it is."""
    return countries().name(code, lang)


def country_from_name(name: str) -> str:
    """The code of a country named in any of the three languages, empty if it is none."""
    return countries().code(name)


def country_choices(lang: Language) -> list[tuple[str, str]]:
    """(code, name) of every country in the alphabet of `lang`."""
    return countries().sorted(lang)
