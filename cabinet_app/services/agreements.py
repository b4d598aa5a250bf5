"""Agreements: the papers between two or more parties."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.twinning import Agreement as AgreementTable
from cabinet_app.db.tables.twinning import AgreementEvent, AgreementParty
from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEventKind, AgreementStatus
from cabinet_app.domain.twinning import AgreementParty as AgreementPartyDraft
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.home import home_organizations, home_place_id, home_places
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import AgreementRow

CHIP_IN_FORCE: Final = "in_force"
CHIP_IN_PREPARATION: Final = "in_preparation"
CHIP_ENDING_THIS_YEAR: Final = "ending_this_year"
CHIP_JUBILEE_NEXT_YEAR: Final = "jubilee_next_year"
IN_FORCE: Final = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.RENEWED)
_RESTING = (AgreementStatus.FROZEN, AgreementStatus.TERMINATED, AgreementStatus.EXPIRED)
_IN_PREPARATION = (
    AgreementStatus.DRAFT,
    AgreementStatus.COMMISSION_OPINION,
    AgreementStatus.COUNCIL_APPROVED,
)
_COLUMNS = select(
    AgreementTable.id,
    AgreementTable.title,
    AgreementTable.party_count,
    AgreementTable.instrument,
    AgreementTable.status,
    AgreementTable.valid_to,
    AgreementTable.verified,
)


class Agreements(Records[Agreement]):
    record_type = "agreement"

    def ids(self, query: ListQuery) -> list[int]:
        """The agreements the query finds, in its order; by date of signing unless it says otherwise."""
        statement = self._found(select(AgreementTable.id), query.text)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query.today))
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
                    row, language, partners.get(row.id, []), counts.get(row.id, 0), signings.get(row.id)
                )
                for row in session.execute(_COLUMNS.where(AgreementTable.id.in_(ids)))
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
    row: Any, language: Language, partners: list[tuple[str, str]], count: int, signed: VagueDate | None
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
    )


def _first_signings(ids: Sequence[int]) -> Select[int, VagueDate]:
    """The dates of signing of each agreement, the first act last."""
    return (
        select(AgreementEvent.agreement_id, AgreementEvent.happened_on)
        .where(AgreementEvent.agreement_id.in_(ids), AgreementEvent.kind == AgreementEventKind.SIGNING)
        .order_by(AgreementEvent.position.desc())
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


def _chip(chip: str, today: date) -> ColumnElement[bool]:
    if chip == CHIP_IN_FORCE:
        return AgreementTable.status.in_(IN_FORCE)
    if chip == CHIP_IN_PREPARATION:
        return AgreementTable.status.in_(_IN_PREPARATION)
    if chip == CHIP_ENDING_THIS_YEAR:
        year = (date(today.year, 1, 1), date(today.year, 12, 31))
        return and_(AgreementTable.valid_to_latest >= year[0], AgreementTable.valid_to_earliest <= year[1])
    if chip == CHIP_JUBILEE_NEXT_YEAR:
        return and_(AgreementTable.status.not_in(_RESTING), _has_jubilee(today.year + 1))
    raise ValueError(chip)


def _has_jubilee(year: int) -> ColumnElement[bool]:
    """Whether a round number of years will have passed since the signing; a year alone is enough to know."""
    spans = [
        and_(
            AgreementEvent.happened_on_earliest >= date(year - years, 1, 1),
            AgreementEvent.happened_on_latest <= date(year - years, 12, 31),
        )
        for years in JUBILEE_YEARS
    ]
    signed = select(AgreementEvent.agreement_id).where(
        AgreementEvent.kind == AgreementEventKind.SIGNING, or_(*spans)
    )
    return AgreementTable.id.in_(signed)


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
