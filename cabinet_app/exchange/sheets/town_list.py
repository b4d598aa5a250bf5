"""The partner towns and their agreements as a table: a line for each agreement of each partnership."""

from collections.abc import Iterator
from pathlib import Path

from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, Partnership
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.exchange.sheets.town_columns import NAMES, Column, column_name
from cabinet_app.exchange.sheets.writing import write_table
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.services.cabinet import Cabinet

COLUMNS = tuple(column for column in NAMES if column is not Column.TOWN)
_FIRST_ACTS = (AgreementEventKind.SIGNING, AgreementEventKind.COUNTER_SIGNING)


def export_towns(cabinet: Cabinet, path: Path, t: Translator) -> int:
    """Write the list into a .csv or .xlsx file; answers how many lines.

    Raises:
        FileNotWritable, IsAFolder: nothing was written.
    """
    rows = list(_rows(cabinet, t))
    write_table(path, t.gettext("Partner towns"), [column_name(column, t) for column in COLUMNS], rows)
    return len(rows)


def _rows(cabinet: Cabinet, t: Translator) -> Iterator[list[str]]:
    places = {place.id: place for place in cabinet.places.all()}
    agreements = cabinet.agreements.all()
    home = cabinet.organizations.home_id()
    own = {cabinet.organizations.get(home).record.place_id} if home else set()
    for partnership in cabinet.partnerships.get_many(cabinet.partnerships.ids_by_name(t.language)):
        place = places.get(partnership.place_id or 0)
        if place is None:
            continue
        signed = [one for one in agreements if place.id in {party.place_id for party in one.parties}]
        papers: list[Agreement | None] = [*signed] or [None]
        for agreement in papers:
            cells = _of_town(partnership, place, t) | _of_agreement(agreement, place, places, own, t)
            yield [cells.get(column, "") for column in COLUMNS]


def _of_town(partnership: Partnership, place: Place, t: Translator) -> dict[Column, str]:
    return {
        Column.TOWN_SL: place.names.sl,
        Column.TOWN_DE: place.names.de,
        Column.TOWN_EN: place.names.en,
        Column.NATIVE: place.native_name,
        Column.COUNTRY: country_name(place.country, t.language) if place.country else "",
        Column.KIND: label(partnership.kind, t),
        Column.STATUS: label(partnership.status, t),
        Column.VERIFIED: label(partnership.verified, t),
        Column.NOTES: partnership.notes,
        Column.SOURCE: "; ".join(source.document for source in partnership.sources),
    }


def _of_agreement(
    agreement: Agreement | None, place: Place, places: dict[int, Place], own: set[int | None], t: Translator
) -> dict[Column, str]:
    if agreement is None:
        return {}
    event = next((one for one in agreement.events if one.kind in _FIRST_ACTS), AgreementEvent())
    others = (
        _name(places[party.place_id].names, t.language)
        for party in agreement.parties
        if party.place_id in places and party.place_id not in {place.id, *own}
    )
    at = places.get(event.place_id or 0)
    return {
        Column.TITLE: _name(agreement.title, t.language),
        Column.INSTRUMENT: label(agreement.instrument, t),
        Column.SIGNED: _date(event.happened_on),
        Column.SIGNED_PLACE: _name(at.names, t.language) if at else "",
        Column.PARTIES: "; ".join(others),
        Column.VALID_TO: _date(agreement.valid_to),
    }


def _date(when: VagueDate) -> str:
    """In EDTF, which every language reads back; the wording of the source where that says more."""
    return when.wording or when.edtf


def _name(text: LocalizedText, language: Language) -> str:
    return text.shown(language)
