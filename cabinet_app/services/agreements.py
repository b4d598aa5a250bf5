"""Agreements: the papers between two or more parties."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.twinning import Agreement as AgreementTable
from cabinet_app.db.tables.twinning import AgreementEvent, AgreementParty, ClaimedDate
from cabinet_app.domain.agreement_status import IN_FORCE, IN_PREPARATION, RESTING, SIGNINGS
from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEventKind
from cabinet_app.domain.twinning import AgreementParty as AgreementPartyDraft
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.home import home_organizations, home_place_id, home_places
from cabinet_app.services.journal import Journal
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import AgreementRow

CHIP_IN_FORCE: Final = "in_force"
CHIP_IN_PREPARATION: Final = "in_preparation"
CHIP_ENDING_THIS_YEAR: Final = "ending_this_year"
CHIP_JUBILEE_NEXT_YEAR: Final = "jubilee_next_year"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many papers, with how many towns: each named town once, `unnamed` those that are only counted."""

    documents: int
    towns: int
    unnamed: int


class Agreements(Records[Agreement]):
    """`jubilee_years` are the numbers of years that are celebrated, as the house has set them."""

    record_type = "agreement"

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.jubilee_years: frozenset[int] = JUBILEE_YEARS

    def ids(self, query: ListQuery) -> list[int]:
        """The agreements the query finds, in its order; by date of signing unless it says otherwise."""
        statement = self._found(select(AgreementTable.id), query.text)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query.today, self.jubilee_years))
        return self._scalars(_ordered(statement, query))

    def rows(self, ids: Sequence[int], language: Language) -> list[AgreementRow]:
        """The agreements as the list shows them, in the order of `ids`."""
        parties = (
            select(
                AgreementParty.agreement_id,
                AgreementParty.place_id,
                AgreementParty.name,
                PlaceTable.names,
                PlaceTable.country,
                OrganizationTable.names,
                is_home_party(),
            )
            .outerjoin(PlaceTable, PlaceTable.id == AgreementParty.place_id)
            .outerjoin(OrganizationTable, OrganizationTable.id == AgreementParty.organization_id)
            .where(AgreementParty.agreement_id.in_(ids))
            .order_by(AgreementParty.position)
        )
        with self.store.reading() as session:
            partners: dict[int, list[tuple[str, str]]] = {}
            counts: dict[int, int] = {}
            for agreement_id, place_id, name, town, country, organization, is_home in session.execute(
                parties
            ):
                counts[agreement_id] = counts.get(agreement_id, 0) + 1
                if not is_home:
                    names: LocalizedText = town if place_id else organization
                    partner = names.shown(language) or name
                    partners.setdefault(agreement_id, []).append((partner, country or ""))
            signings = dict(iter(session.execute(_first_signings(ids))))
            found = {
                row.id: _row(
                    row,
                    language,
                    partners.get(row.id, []),
                    counts.get(row.id, 0),
                    signings.get(row.id),
                    is_contested=row.is_contested,
                )
                for row in session.execute(_columns().where(AgreementTable.id.in_(ids)))
            }
        return [found[agreement_id] for agreement_id in ids if agreement_id in found]

    def with_place(self, place_id: int) -> list[int]:
        """The ids of the agreements to which this town is a party, oldest first."""
        wanted = select(AgreementTable.id).where(
            AgreementTable.deleted_at.is_(None),
            exists().where(
                AgreementParty.agreement_id == AgreementTable.id, AgreementParty.place_id == place_id
            ),
        )
        return self._scalars(wanted.order_by(_signed_on(), AgreementTable.id))

    def celebrating(self, years: Collection[int]) -> list[int]:
        """The ids of agreements with a signing that is a round number of years back in one of these years."""
        wanted = select(AgreementTable.id).where(
            AgreementTable.deleted_at.is_(None),
            AgreementTable.status.not_in(RESTING),
            or_(false(), *(_has_jubilee(year, self.jubilee_years) for year in years)),
        )
        return self._scalars(wanted.order_by(AgreementTable.id))

    def counted(self, ids: Collection[int]) -> Counted:
        """The papers and the towns they are with: a paper with six towns is one paper and six towns."""
        parties = select(AgreementParty.agreement_id, AgreementParty.place_id, is_home_party()).where(
            AgreementParty.agreement_id.in_(list(ids))
        )
        counts = select(AgreementTable.id, AgreementTable.party_count).where(
            AgreementTable.id.in_(list(ids)), AgreementTable.party_count.is_not(None)
        )
        named: dict[int, int] = {}
        towns: set[int] = set()
        with self.store.reading() as session:
            for agreement_id, place_id, is_home in session.execute(parties):
                named[agreement_id] = named.get(agreement_id, 0) + 1
                if place_id and not is_home:
                    towns.add(place_id)
            unnamed = sum(
                max((count or 0) - named.get(agreement_id, 0), 0)
                for agreement_id, count in session.execute(counts)
            )
        return Counted(len(ids), len(towns), unnamed)

    def begun(self) -> Agreement:
        """A new agreement, not stored yet, to which our own town is a party already."""
        with self.store.reading() as session:
            place_id = home_place_id(session)
        return Agreement(parties=[AgreementPartyDraft(place_id=place_id)] if place_id else [])

    def _holds(self, word: str) -> ColumnElement[bool]:
        with_party = select(AgreementParty.agreement_id).where(
            or_(
                AgreementParty.place_id.in_(holders(PlaceTable, word)),
                AgreementParty.organization_id.in_(holders(OrganizationTable, word)),
            )
        )
        return or_(contains(AgreementTable, word), AgreementTable.id.in_(with_party))


def is_home_party() -> ColumnElement[bool]:
    """Whether a party is our own town or municipality."""
    by_place = AgreementParty.place_id.in_(home_places())
    by_organization = AgreementParty.organization_id.in_(home_organizations())
    return func.coalesce(by_place, false()) | func.coalesce(by_organization, false())


def _row(
    row: Any,
    language: Language,
    partners: list[tuple[str, str]],
    count: int,
    signed: VagueDate | None,
    *,
    is_contested: bool,
) -> AgreementRow:
    return AgreementRow(
        id=row.id,
        title=row.title.shown(language),
        partners=tuple(name for name, _country in partners),
        countries=tuple(dict.fromkeys(country for _name, country in partners if country)),
        party_count=max(count, row.party_count or 0),
        instrument=row.instrument,
        status=row.status,
        signed=signed or VagueDate(),
        valid_to=row.valid_to,
        verified=row.verified,
        valid_from=row.valid_from,
        is_contested=is_contested,
        is_by_hand=row.status_by_hand,
    )


def _first_signings(ids: Sequence[int]) -> Select[int, VagueDate]:
    """The dates of signing of each agreement, the first act last; undated ones come before."""
    day = AgreementEvent.happened_on_earliest
    return (
        select(AgreementEvent.agreement_id, AgreementEvent.happened_on)
        .where(AgreementEvent.agreement_id.in_(ids), AgreementEvent.kind == AgreementEventKind.SIGNING)
        .order_by(day.is_not(None), day.desc(), AgreementEvent.position.desc())
    )


def _columns() -> Select[*tuple[Any, ...]]:
    return select(
        AgreementTable.id,
        AgreementTable.title,
        AgreementTable.party_count,
        AgreementTable.instrument,
        AgreementTable.status,
        AgreementTable.valid_to,
        AgreementTable.verified,
        AgreementTable.valid_from,
        AgreementTable.status_by_hand,
        _is_contested().label("is_contested"),
    )


def _is_contested() -> ColumnElement[bool]:
    """Whether another source gives a date of a signing that cannot be the chosen one."""
    return exists().where(
        AgreementEvent.agreement_id == AgreementTable.id,
        ClaimedDate.agreement_event_id == AgreementEvent.id,
        AgreementEvent.kind.in_(SIGNINGS),
        or_(
            ClaimedDate.happened_on_latest < AgreementEvent.happened_on_earliest,
            ClaimedDate.happened_on_earliest > AgreementEvent.happened_on_latest,
        ),
    )


def _signed_on() -> Any:
    return (
        select(func.min(AgreementEvent.happened_on_earliest))
        .where(
            AgreementEvent.agreement_id == AgreementTable.id,
            AgreementEvent.kind == AgreementEventKind.SIGNING,
        )
        .correlate(AgreementTable)
        .scalar_subquery()
    )


def _chip(chip: str, today: date, rule: Collection[int]) -> ColumnElement[bool]:
    if chip == CHIP_IN_FORCE:
        return AgreementTable.status.in_(IN_FORCE) & ~_has_run_out(today)
    if chip == CHIP_IN_PREPARATION:
        return AgreementTable.status.in_(IN_PREPARATION)
    if chip == CHIP_ENDING_THIS_YEAR:
        year = (date(today.year, 1, 1), date(today.year, 12, 31))
        return and_(AgreementTable.valid_to_latest >= year[0], AgreementTable.valid_to_earliest <= year[1])
    if chip == CHIP_JUBILEE_NEXT_YEAR:
        return and_(
            AgreementTable.status.not_in(RESTING), ~_has_run_out(today), _has_jubilee(today.year + 1, rule)
        )
    raise ValueError(chip)


def _has_run_out(today: date) -> ColumnElement[bool]:
    """Whether time has ended the term; a status set by hand is left alone."""
    over = func.coalesce(AgreementTable.valid_to_latest, date.max) < today
    return over & AgreementTable.status_by_hand.is_(False)


def _has_jubilee(year: int, rule: Collection[int]) -> ColumnElement[bool]:
    """Whether a round number of years will have passed since a signing; a year alone is enough to know."""
    spans = [
        and_(
            AgreementEvent.happened_on_earliest >= date(year - years, 1, 1),
            AgreementEvent.happened_on_latest <= date(year - years, 12, 31),
        )
        for years in rule
        if 0 < years < year
    ]
    signed = select(AgreementEvent.agreement_id).where(
        or_(false(), *spans),
        or_(
            AgreementEvent.kind == AgreementEventKind.SIGNING,
            AgreementEvent.id == AgreementTable.jubilees_from,
        ),
    )
    return AgreementTable.id.in_(signed.correlate(AgreementTable))


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    columns: dict[str, Any] = {
        "signed": _signed_on(),
        "title": getattr(AgreementTable, f"sort_{query.language}"),
        "instrument": AgreementTable.instrument,
        "valid_to": AgreementTable.valid_to_latest,
        "status": AgreementTable.status,
    }
    column = columns.get(query.sort, columns["signed"])
    return statement.order_by(
        column.is_(None), column.desc() if query.descending else column, columns["title"], AgreementTable.id
    )
