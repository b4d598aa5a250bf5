"""What a row of a list of partner towns says, value by value; a row that cannot be understood says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import Instrument, PartnershipKind, PartnershipStatus, Verification
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.exchange.sheets.town_columns import Column
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.countries import country_from_name
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.vague_typed import parse_vague

E = TypeVar("E", bound=StrEnum)
_BESIDES: dict[type[StrEnum], dict[str, str]] = {
    PartnershipKind: {
        "pobrateno": "twinning", "pobrateno mesto": "twinning", "pobratena": "twinning",
        "partnerstadt": "twinning", "twin town": "twinning", "prijateljsko mesto": "friendship",
        "prijateljska": "friendship", "freundschaft": "friendship", "friend town": "friendship",
    },
    PartnershipStatus: {"aktivno": "active", "velja": "active", "aktiv": "active", "ni jasno": "unclear"},
    Verification: {
        "da": "yes", "ja": "yes", "yes": "yes", "x": "yes", "1": "yes", "ne": "no", "nein": "no", "no": "no",
        "0": "no", "deloma": "partly", "teilweise": "partly", "partly": "partly",
    },
}  # fmt: skip


class RowNotUnderstood(Exception):
    """A cell that nothing can be made of; `column` names it, `value` is what it holds."""

    def __init__(self, column: Column, value: str) -> None:
        super().__init__(column, value)
        self.column = column
        self.value = value


@dataclass(frozen=True, slots=True)
class TownRow:
    """One row as values; what the row leaves open is empty or None."""

    names: LocalizedText
    native_name: str = ""
    country: str = ""
    kind: PartnershipKind | None = None
    status: PartnershipStatus | None = None
    verified: Verification | None = None
    title: str = ""
    instrument: Instrument | None = None
    signed: VagueDate = field(default_factory=VagueDate)
    signed_place: str = ""
    parties: tuple[str, ...] = ()
    valid_to: VagueDate = field(default_factory=VagueDate)
    notes: str = ""
    source: str = ""

    @property
    def has_agreement(self) -> bool:
        """Whether the row speaks of a paper, and not of the partnership alone."""
        return bool(self.title or self.instrument or self.signed.edtf or self.signed.wording)


def read_row(cells: Sequence[str], columns: Mapping[int, Column], today: date) -> TownRow:
    """The values of a row.

    Raises:
        RowNotUnderstood: a town is missing, or a cell holds what its column cannot.
    """
    said = {column: cells[place] for place, column in columns.items()}
    names = _names(said)
    country = said.get(Column.COUNTRY, "")
    if country and not country_from_name(country):
        raise RowNotUnderstood(Column.COUNTRY, country)
    return TownRow(
        names=names,
        native_name=said.get(Column.NATIVE, ""),
        country=country_from_name(country) if country else "",
        kind=_member(PartnershipKind, Column.KIND, said),
        status=_member(PartnershipStatus, Column.STATUS, said),
        verified=_member(Verification, Column.VERIFIED, said),
        title=said.get(Column.TITLE, ""),
        instrument=_member(Instrument, Column.INSTRUMENT, said),
        signed=_when(said.get(Column.SIGNED, ""), today),
        signed_place=said.get(Column.SIGNED_PLACE, ""),
        parties=tuple(name for part in said.get(Column.PARTIES, "").split(";") if (name := part.strip())),
        valid_to=_when(said.get(Column.VALID_TO, ""), today),
        notes=said.get(Column.NOTES, ""),
        source=said.get(Column.SOURCE, ""),
    )


def _names(said: Mapping[Column, str]) -> LocalizedText:
    town = said.get(Column.TOWN, "")
    own = (said.get(column, "") for column in (Column.TOWN_SL, Column.TOWN_DE, Column.TOWN_EN))
    named = LocalizedText(*(name or town for name in own))
    if named.is_empty and (native := said.get(Column.NATIVE, "")):
        return same(native)
    if named.is_empty:
        raise RowNotUnderstood(Column.TOWN, "")
    return named


def _when(text: str, today: date) -> VagueDate:
    return parse_vague(text, Language.SL, today) if text else VagueDate()


def _member(kind: type[E], column: Column, said: Mapping[Column, str]) -> E | None:
    text = said.get(column, "")
    if not text:
        return None
    value = _words(kind).get(fold(text))
    if value is None:
        raise RowNotUnderstood(column, text)
    return kind(value)


@cache
def _words(kind: type[StrEnum]) -> Mapping[str, str]:
    """Folded words for the members of an enumeration, in every language, and the values themselves."""
    known = dict(_BESIDES.get(kind, {}))
    for member in kind:
        known[fold(member.value)] = member.value
        known |= {fold(label(member, translator(language))): member.value for language in Language}
    return known
