"""Partnerships: the relations with partner towns, with the last contact derived from visits and meetings."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.twinning import Agreement as AgreementTable
from cabinet_app.db.tables.twinning import AgreementParty
from cabinet_app.db.tables.twinning import Partnership as PartnershipTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Partnership, PartnershipStatus
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import PartnershipRow

CHIP_ACTIVE: Final = "active"
CHIP_IN_PREPARATION: Final = "in_preparation"
CHIP_DORMANT: Final = "dormant"
CHIP_UNVERIFIED: Final = "unverified"
DORMANT_AFTER: Final = timedelta(days=2 * 365)
_IN_PREPARATION = (PartnershipStatus.IDEA, PartnershipStatus.EXPLORING, PartnershipStatus.LETTER_OF_INTENT)
_ENDED = (PartnershipStatus.FROZEN, PartnershipStatus.ENDED)


class Partnerships(Records[Partnership]):
    record_type = "partnership"

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the partnerships the query finds, in its order; by town unless it says otherwise."""
        statement = self._found(select(PartnershipTable.id), query.text)
        statement = statement.outerjoin(PlaceTable, PlaceTable.id == PartnershipTable.place_id)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query.today))
        return self._scalars(_ordered(statement, query))

    def rows(self, ids: Sequence[int], language: Language) -> list[PartnershipRow]:
        """The partnerships as the list shows them, in the order of `ids`, in three statements."""
        wanted = (
            select(
                PartnershipTable.id,
                PartnershipTable.kind,
                PartnershipTable.status,
                PartnershipTable.since,
                PartnershipTable.verified,
                PartnershipTable.place_id,
                PlaceTable.names,
                PlaceTable.native_name,
                PlaceTable.country,
                OrganizationTable.names,
            )
            .outerjoin(PlaceTable, PlaceTable.id == PartnershipTable.place_id)
            .outerjoin(OrganizationTable, OrganizationTable.id == PartnershipTable.organization_id)
            .where(PartnershipTable.id.in_(ids))
        )
        with self.store.reading() as session:
            found = list(session.execute(wanted))
            places = [row.place_id for row in found if row.place_id]
            contacts = last_contacts(session, places)
            papers = _agreement_counts(session, places)
        rows: dict[int, PartnershipRow] = {}
        for partnership in found:
            *_, place_id, town, native, country, organization = partnership
            names: LocalizedText = town if place_id else organization
            rows[partnership.id] = PartnershipRow(
                id=partnership.id,
                town=names.shown(language),
                native_town=native or "",
                country=country or "",
                kind=partnership.kind,
                status=partnership.status,
                since=partnership.since,
                last_contact=contacts.get(place_id or 0),
                agreements=papers.get(place_id or 0, 0),
                verified=partnership.verified,
            )
        return [rows[partnership_id] for partnership_id in ids if partnership_id in rows]

    def _holds(self, word: str) -> ColumnElement[bool]:
        return or_(
            contains(PartnershipTable, word),
            PartnershipTable.place_id.in_(holders(PlaceTable, word)),
            PartnershipTable.organization_id.in_(holders(OrganizationTable, word)),
        )


def last_contacts(session: Session, place_ids: Sequence[int], today: date | None = None) -> dict[int, date]:
    """The last day of the latest visit that took place with each of these towns."""
    last_day = func.coalesce(VisitTable.ends_on, VisitTable.starts_on)
    wanted = (
        select(VisitTable.partner_place_id, func.max(last_day))
        .where(
            VisitTable.partner_place_id.in_(place_ids),
            VisitTable.deleted_at.is_(None),
            VisitTable.status.in_((VisitStatus.CONCLUDED, VisitStatus.UNDER_WAY, VisitStatus.CONFIRMED)),
            last_day <= (today or date.today()),  # noqa: DTZ011 a calendar day of this office
        )
        .group_by(VisitTable.partner_place_id)
    )
    return {place: day for place, day in session.execute(wanted) if place is not None and day is not None}


def _agreement_counts(session: Session, place_ids: Sequence[int]) -> dict[int, int]:
    wanted = (
        select(AgreementParty.place_id, func.count(AgreementTable.id.distinct()))
        .join(AgreementTable, AgreementTable.id == AgreementParty.agreement_id)
        .where(AgreementParty.place_id.in_(place_ids), AgreementTable.deleted_at.is_(None))
        .group_by(AgreementParty.place_id)
    )
    return {place: count for place, count in session.execute(wanted) if place}


def _chip(chip: str, today: date) -> ColumnElement[bool]:
    if chip == CHIP_ACTIVE:
        return PartnershipTable.status == PartnershipStatus.ACTIVE
    if chip == CHIP_IN_PREPARATION:
        return PartnershipTable.status.in_(_IN_PREPARATION)
    if chip == CHIP_UNVERIFIED:
        return PartnershipTable.verified != "yes"
    if chip == CHIP_DORMANT:
        recent = exists().where(
            VisitTable.partner_place_id == PartnershipTable.place_id,
            VisitTable.deleted_at.is_(None),
            VisitTable.status.not_in((VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA)),
            func.coalesce(VisitTable.ends_on, VisitTable.starts_on) >= today - DORMANT_AFTER,
        )
        return ~recent.correlate(PartnershipTable) & PartnershipTable.status.not_in(_ENDED)
    raise ValueError(chip)


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    columns: dict[str, Any] = {
        "town": getattr(PartnershipTable, f"sort_{query.language}"),
        "country": PlaceTable.country,
        "kind": PartnershipTable.kind,
        "since": PartnershipTable.since_earliest,
        "status": PartnershipTable.status,
    }
    column = columns.get(query.sort, columns["town"])
    unknown_last = [column.is_(None)] if query.sort == "since" else []
    return statement.order_by(
        *unknown_last, column.desc() if query.descending else column, columns["town"], PartnershipTable.id
    )
