"""The columns of a list of partner towns, recognised by the names that people give them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from cabinet_app.errors import FormatError
from cabinet_app.i18n.catalogs import Translator, pgettext_noop
from cabinet_app.i18n.collation import fold


class Column(StrEnum):
    """What a column of the list says."""

    TOWN = "town"
    TOWN_SL = "town_sl"
    TOWN_DE = "town_de"
    TOWN_EN = "town_en"
    NATIVE = "native"
    COUNTRY = "country"
    KIND = "kind"
    STATUS = "status"
    TITLE = "title"
    INSTRUMENT = "instrument"
    SIGNED = "signed"
    SIGNED_PLACE = "signed_place"
    PARTIES = "parties"
    VALID_TO = "valid_to"
    VERIFIED = "verified"
    NOTES = "notes"
    SOURCE = "source"


# The order of the columns in a list that we write, and what they are called there.
NAMES: Final[dict[Column, tuple[str, str]]] = {
    Column.TOWN_SL: pgettext_noop("list of towns", "Town (Slovenian)"),
    Column.TOWN_DE: pgettext_noop("list of towns", "Town (German)"),
    Column.TOWN_EN: pgettext_noop("list of towns", "Town (English)"),
    Column.NATIVE: pgettext_noop("list of towns", "Own name"),
    Column.COUNTRY: pgettext_noop("list of towns", "Country"),
    Column.KIND: pgettext_noop("list of towns", "Kind of partnership"),
    Column.STATUS: pgettext_noop("list of towns", "Status of the partnership"),
    Column.TITLE: pgettext_noop("list of towns", "Agreement"),
    Column.INSTRUMENT: pgettext_noop("list of towns", "Instrument"),
    Column.SIGNED: pgettext_noop("list of towns", "Signed"),
    Column.SIGNED_PLACE: pgettext_noop("list of towns", "Place of signing"),
    Column.PARTIES: pgettext_noop("list of towns", "Other parties"),
    Column.VALID_TO: pgettext_noop("list of towns", "Valid until"),
    Column.VERIFIED: pgettext_noop("list of towns", "Verified"),
    Column.NOTES: pgettext_noop("list of towns", "Notes"),
    Column.SOURCE: pgettext_noop("list of towns", "Source"),
    Column.TOWN: pgettext_noop("list of towns", "Town"),
}
# Folded names that people give to their columns besides ours, in the three languages.
_ALSO: Final[dict[Column, str]] = {
    Column.TOWN: "mesto|kraj|partner|partnersko mesto|pobrateno mesto|obcina|stadt|ort|partnerstadt|gemeinde"
    "|town|city|partner town|twin town|partner city",
    Column.TOWN_SL: "mesto (slovensko)|mesto sl|ime sl|town sl|slovensko ime|mesto (sl)",
    Column.TOWN_DE: "stadt (deutsch)|stadt de|ime de|town de|nemsko ime|stadt (de)",
    Column.TOWN_EN: "town (english)|town en|ime en|anglesko ime|town (en)",
    Column.NATIVE: "domace ime|izvirno ime|eigenname|native|native name",
    Column.COUNTRY: "drzava|land|staat|country|state",
    Column.KIND: "vrsta|vrsta sodelovanja|art|kind|type",
    Column.STATUS: "stanje|status|stand",
    Column.TITLE: "naslov|listina|sporazum|titel|urkunde|vertrag|title|agreement|charter",
    Column.INSTRUMENT: "vrsta listine|vrsta sporazuma|art der urkunde|instrument",
    Column.SIGNED: "podpis|podpisano|datum|datum podpisa|leto|leto podpisa|unterzeichnung|unterzeichnet|jahr"
    "|signed|date|year|date of signing",
    Column.SIGNED_PLACE: "kraj podpisa|ort der unterzeichnung|place of signing|place",
    Column.PARTIES: "druge stranke|stranke|weitere parteien|parteien|parties|other parties",
    Column.VALID_TO: "velja do|gultig bis|valid to|valid until",
    Column.VERIFIED: "preverjeno|gepruft|verified",
    Column.NOTES: "opombe|opomba|anmerkungen|anmerkung|bemerkung|notes|note|remarks",
    Column.SOURCE: "vir|viri|quelle|quellen|source|sources",
}


def column_name(column: Column, t: Translator) -> str:
    """What the column is called in the language of `t`."""
    return t.pgettext(*NAMES[column])


def recognise(names: Sequence[str], translators: Sequence[Translator]) -> dict[int, Column]:
    """Which column of a table says what, by its name in any of the languages; each is used once."""
    known: dict[str, Column] = {}
    for column, also in _ALSO.items():
        known |= dict.fromkeys(also.split("|"), column)
    for column in Column:
        known |= {fold(column_name(column, t)): column for t in translators}
        known[fold(column.value)] = column
    found: dict[int, Column] = {}
    for place, name in enumerate(names):
        column_found = known.get(fold(" ".join(name.split())))
        if column_found is not None and column_found not in found.values():
            found[place] = column_found
    return found


def known_columns(names: Sequence[str], translators: Sequence[Translator]) -> dict[int, Column]:
    """The same, for a table that is to be a list of towns.

    Raises:
        FormatError: `no_known_column`; it is a table of something else.
    """
    found = recognise(names, translators)
    if not found:
        raise FormatError("", "no_known_column", ", ".join(names)[:80])
    return found
