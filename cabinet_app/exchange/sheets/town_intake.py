"""A list of partner towns taken into the register: planned row by row, shown, then stored in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, TypeVar

from cabinet_app.domain.documents import to_document
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    Instrument,
    Partnership,
    PartnershipStatus,
)
from cabinet_app.exchange.sheets.reading import Table
from cabinet_app.exchange.sheets.town_columns import Column
from cabinet_app.exchange.sheets.town_rows import RowNotUnderstood, TownRow, read_row
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.labels import label
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.identity import new_id
from cabinet_app.services.records import copy_of
from cabinet_app.services.register import Incoming, Intake, Register

R = TypeVar("R", Place, Partnership, Agreement)
_ALIKE: Final = 0.85
_IN_FORCE: Final = frozenset({PartnershipStatus.ACTIVE, PartnershipStatus.DORMANT, PartnershipStatus.UNCLEAR})


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file: `number` is its line, `column` and `value` say what a refusal is about.

    `alike` are towns of the register whose names are much like this one's: the same town, or another.
    """

    number: int
    town: str
    outcome: Outcome
    column: Column | None = None
    value: str = ""
    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TownPlan:
    """What taking a list in would do."""

    rows: tuple[PlannedRow, ...]
    incoming: tuple[Incoming, ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows come out so."""
        return sum(row.outcome is outcome for row in self.rows)


def plan_towns(
    cabinet: Cabinet,
    table: Table,
    columns: Mapping[int, Column],
    today: date,
    same_as: Mapping[int, int] | None = None,
) -> TownPlan:
    """What the rows would do; `same_as` says by line which town of the register one is (0: none of them)."""
    planner = _Planner(cabinet, same_as or {})
    rows = tuple(planner.plan(number, cells, columns, today) for number, cells in table.rows)
    return TownPlan(rows, planner.incoming())


def take_in(cabinet: Cabinet, plan: TownPlan, *, only_try: bool = False) -> Intake:
    """Store what was planned in one step, or nothing.

    Raises:
        FormatError: with the line of the first row that breaks a rule.
    """
    return Register(cabinet).take_in(plan.incoming, only_try=only_try)


class _Planner:
    """Holds the towns, partnerships and agreements of the register and of the rows so far."""

    def __init__(self, cabinet: Cabinet, same_as: Mapping[int, int]) -> None:
        self._same_as = same_as
        self._places = {place.id: place for place in cabinet.places.all() if place.kind is PlaceKind.TOWN}
        self._partnerships: dict[int, Partnership] = {
            one.place_id: one for one in cabinet.partnerships.all() if one.place_id
        }
        self._agreements = cabinet.agreements.all()
        self._touched: dict[tuple[str, int], Incoming] = {}
        self._changes = 0
        home = cabinet.organizations.home_id()
        self._home = cabinet.organizations.get(home).record if home else None
        self._by_name: dict[str, list[int]] = {}
        self._stored = frozenset(self._places)
        for place in self._places.values():
            self._learn(place)

    def incoming(self) -> tuple[Incoming, ...]:
        return tuple(self._touched.values())

    def plan(
        self, number: int, cells: Sequence[str], columns: Mapping[int, Column], today: date
    ) -> PlannedRow:
        try:
            row = read_row(cells, columns, today)
        except RowNotUnderstood as error:
            town = next((text for text in cells if text), "")
            return PlannedRow(number, town, Outcome.REFUSED, error.column, error.value)
        town = row.names.shown(Language.SL)
        found = self._find(number, row)
        alike = () if found or number in self._same_as else self._alike(row)
        before = self._changes
        place = self._place(number, row, found)
        self._partnership(number, row, place)
        if row.has_agreement:
            self._agreement(number, row, place)
        if found is None:
            return PlannedRow(number, town, Outcome.CREATED, alike=alike)
        return PlannedRow(number, town, Outcome.UNCHANGED if self._changes == before else Outcome.CHANGED)

    def _find(self, number: int, row: TownRow) -> Place | None:
        """The town of the row, if the register or an earlier row knows it."""
        if number in self._same_as:
            return self._places.get(self._same_as[number])
        return self._named((*row.names.all, *row.native_name.split(" / ")), row.country)

    def _named(self, names: Sequence[str], country: str) -> Place | None:
        for name in names:
            for place_id in self._by_name.get(fold(name), ()):
                place = self._places[place_id]
                if not (country and place.country) or place.country == country:
                    return place
        return None

    def _alike(self, row: TownRow) -> tuple[int, ...]:
        """Towns of the register with much the same name, or with the same one in another country."""
        wanted = {fold(name) for name in row.names.all}
        return tuple(
            dict.fromkeys(
                place_id
                for name, ids in self._by_name.items()
                for place_id in ids
                if place_id in self._stored
                and any(SequenceMatcher(None, name, other).ratio() >= _ALIKE for other in wanted)
            )
        )

    def _learn(self, place: Place) -> None:
        self._places[place.id] = place
        for name in {fold(name) for name in (*place.names.all, *place.native_name.split(" / ")) if name}:
            ids = self._by_name.setdefault(name, [])
            if place.id not in ids:
                ids.append(place.id)

    def _place(self, number: int, row: TownRow, found: Place | None) -> Place:
        """The town; what the register does not know of it yet is filled in, what it knows stays."""
        if found is None:
            place = Place(id=new_id(), names=row.names, native_name=row.native_name, country=row.country)
            return self._touch("place", place, number)
        names = LocalizedText(*(found.names.get(one) or row.names.get(one) for one in Language))
        native, country = found.native_name or row.native_name, found.country or row.country
        if (names, native, country) != (found.names, found.native_name, found.country):
            filled = replace(found, names=names, native_name=native, country=country)
            return self._touch("place", filled, number)
        return found

    def _touch(self, record_type: str, record: R, number: int) -> R:
        self._changes += 1
        self._touched[record_type, record.id] = Incoming(record_type, record, f"row {number}")
        if isinstance(record, Place):
            self._learn(record)
        return record

    def _partnership(self, number: int, row: TownRow, place: Place) -> None:
        known = self._partnerships.get(place.id)
        wanted = copy_of(known) if known else Partnership(id=new_id(), place_id=place.id)
        if known is None:
            wanted.status = PartnershipStatus.ACTIVE
            wanted.since = row.signed
        wanted.kind = row.kind or wanted.kind
        wanted.status = row.status or wanted.status
        wanted.verified = row.verified or wanted.verified
        wanted.notes = _with_line(wanted.notes, row.notes)
        _add_source(wanted.sources, row.source)
        if known is None or to_document(known) != to_document(wanted):
            self._partnerships[place.id] = self._touch("partnership", wanted, number)

    def _agreement(self, number: int, row: TownRow, place: Place) -> None:
        known = next((one for one in self._agreements if _is_of(one, row, place)), None)
        wanted = copy_of(known) if known else self._new_agreement(row, place, number)
        if known is not None:
            wanted.instrument = row.instrument or wanted.instrument
            wanted.valid_to = row.valid_to if not row.valid_to.is_empty else wanted.valid_to
            wanted.verified = row.verified or wanted.verified
            _add_source(wanted.sources, row.source)
        if known is None:
            self._agreements.append(self._touch("agreement", wanted, number))
        elif to_document(known) != to_document(wanted):
            self._agreements[self._agreements.index(known)] = self._touch("agreement", wanted, number)

    def _new_agreement(self, row: TownRow, place: Place, number: int) -> Agreement:
        status = row.status or PartnershipStatus.ACTIVE
        event = AgreementEvent(happened_on=row.signed)
        if row.signed_place:
            event.place_id = self._party(row.signed_place, number).id
        agreement = Agreement(
            id=new_id(),
            instrument=row.instrument or Instrument.TWINNING_CHARTER,
            status=AgreementStatus.IN_FORCE if status in _IN_FORCE else _PAPERS[status],
            parties=[*self._own_party(), AgreementParty(place_id=place.id)],
            valid_to=row.valid_to,
            events=[] if row.signed.is_empty and not row.signed_place else [event],
        )
        agreement.parties += [AgreementParty(place_id=self._party(name, number).id) for name in row.parties]
        agreement.verified = row.verified or agreement.verified
        agreement.title = same(row.title) if row.title else self._title(agreement.instrument, place)
        _add_source(agreement.sources, row.source)
        return agreement

    def _own_party(self) -> list[AgreementParty]:
        if self._home is None:
            return [AgreementParty()]
        if self._home.place_id:
            return [AgreementParty(place_id=self._home.place_id)]
        return [AgreementParty(organization_id=self._home.id)]

    def _party(self, name: str, number: int) -> Place:
        known = self._named((name,), "")
        return known or self._touch("place", Place(id=new_id(), names=same(name)), number)

    def _title(self, instrument: Instrument, place: Place) -> LocalizedText:
        """`Listina o pobratenju Kranj – Beljak`."""
        home = self._places.get(self._home.place_id or 0) if self._home else None
        titles = []
        for language in Language:
            kind = label(instrument, translator(language))
            towns = " – ".join(town.names.shown(language) for town in (home, place) if town)
            titles.append(f"{kind[:1].upper()}{kind[1:]} {towns}")
        return LocalizedText(*titles)


_PAPERS: Final = {
    PartnershipStatus.IDEA: AgreementStatus.DRAFT,
    PartnershipStatus.EXPLORING: AgreementStatus.DRAFT,
    PartnershipStatus.LETTER_OF_INTENT: AgreementStatus.DRAFT,
    PartnershipStatus.FROZEN: AgreementStatus.FROZEN,
    PartnershipStatus.ENDED: AgreementStatus.TERMINATED,
}


def _is_of(agreement: Agreement, row: TownRow, place: Place) -> bool:
    """Whether the row speaks of this paper: a party of it, and its title or its date."""
    if place.id not in {party.place_id for party in agreement.parties}:
        return False
    if row.title:
        return fold(row.title) in {fold(title) for title in agreement.title.all}
    dates = {event.happened_on.edtf for event in agreement.events}
    same_kind = row.instrument in {None, agreement.instrument}
    return same_kind and (row.signed.edtf in dates or not (row.signed.edtf or dates))


def _with_line(notes: str, line: str) -> str:
    return notes if line in notes else "\n".join(part for part in (notes, line) if part)


def _add_source(sources: list[SourceRef], document: str) -> None:
    if document and document not in {source.document for source in sources}:
        sources.append(SourceRef(document=document))
