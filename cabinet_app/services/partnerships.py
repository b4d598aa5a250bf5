"""Partnerships: the relations with partner towns; the last contact is derived from what was done together."""

import copy
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.twinning import Agreement as AgreementTable
from cabinet_app.db.tables.twinning import AgreementParty
from cabinet_app.db.tables.twinning import Partnership as PartnershipTable
from cabinet_app.domain.activity import CLOSED, Contact, dormant_since
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Partnership, PartnershipStatus
from cabinet_app.services.activity import Partner, contacts_of
from cabinet_app.services.activity import last_contacts as contacts_up_to
from cabinet_app.services.journal import Journal
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import PartnershipRow

CHIP_ACTIVE: Final = "active"
CHIP_IN_PREPARATION: Final = "in_preparation"
CHIP_DORMANT: Final = "dormant"
CHIP_UNVERIFIED: Final = "unverified"
SORT_LAST_CONTACT: Final = "last_contact"
_IN_PREPARATION = (PartnershipStatus.IDEA, PartnershipStatus.EXPLORING, PartnershipStatus.LETTER_OF_INTENT)


class Partnerships(Records[Partnership]):
    record_type = "partnership"

    def __init__(self, journal: Journal, clock: Callable[[], date] = date.today) -> None:
        super().__init__(journal)
        self._clock = clock

    def as_of(self, clock: Callable[[], date]) -> "Partnerships":
        """The same partnerships with the last contact as of the day that `clock` says."""
        seen = copy.copy(self)
        seen._clock = clock  # noqa: SLF001 our own copy
        return seen

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the partnerships the query finds, in its order; by town unless it says otherwise."""
        statement = self._found(select(PartnershipTable.id), query.text)
        statement = statement.outerjoin(PlaceTable, PlaceTable.id == PartnershipTable.place_id)
        for chip in query.chips - {CHIP_DORMANT}:
            statement = statement.where(_chip(chip))
        found = self._scalars(_ordered(statement, query))
        if CHIP_DORMANT not in query.chips and query.sort != SORT_LAST_CONTACT:
            return found
        contacts = self.last_contacts(found, query.today)
        if CHIP_DORMANT in query.chips:
            since, closed = dormant_since(query.today), self._closed()
            found = [one for one in found if one not in closed and contacts.get(one, date.min) < since]
        if query.sort == SORT_LAST_CONTACT:
            found.sort(key=lambda one: contacts.get(one, date.min), reverse=query.descending)
        return found

    def last_contacts(self, ids: Collection[int], today: date) -> dict[int, date]:
        """The last day of contact of these partnerships; those without any are left out."""
        with self.store.reading() as session:
            partners = _partners(session, ids)
            days = contacts_up_to(session, list(partners.values()), today)
        return {one: days[partner] for one, partner in partners.items() if partner in days}

    def contacts(self, place_id: int | None, organization_id: int | None) -> list[Contact]:
        """Everything done together with a partner, the first day first."""
        partner = Partner(place_id, organization_id)
        with self.store.reading() as session:
            return contacts_of(session, [partner])[partner]

    def towns(self, ids: Collection[int]) -> int:
        """How many towns these partnerships are with, each counted once."""
        with self.store.reading() as session:
            return len({partner.place_id for partner in _partners(session, ids).values() if partner.place_id})

    def _closed(self) -> frozenset[int]:
        return frozenset(
            self._scalars(select(PartnershipTable.id).where(PartnershipTable.status.in_(CLOSED)))
        )

    def rows(self, ids: Sequence[int], language: Language) -> list[PartnershipRow]:
        """The partnerships as the list shows them, in the order of `ids`."""
        wanted = (
            select(
                PartnershipTable.id,
                PartnershipTable.kind,
                PartnershipTable.status,
                PartnershipTable.since,
                PartnershipTable.verified,
                PartnershipTable.place_id,
                PartnershipTable.organization_id,
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
            partners = [Partner(row.place_id, row.organization_id) for row in found]
            contacts = contacts_up_to(session, partners, self._clock())
            papers = _agreement_counts(session, places)
        rows: dict[int, PartnershipRow] = {}
        for partnership in found:
            *_, place_id, organization_id, town, native, country, organization = partnership
            names: LocalizedText = town if place_id else organization
            rows[partnership.id] = PartnershipRow(
                id=partnership.id,
                town=names.shown(language),
                native_town=native or "",
                country=country or "",
                kind=partnership.kind,
                status=partnership.status,
                since=partnership.since,
                last_contact=contacts.get(Partner(place_id, organization_id)),
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


def _partners(session: Session, ids: Collection[int]) -> dict[int, Partner]:
    wanted = select(PartnershipTable.id, PartnershipTable.place_id, PartnershipTable.organization_id)
    found = session.execute(wanted.where(PartnershipTable.id.in_(list(ids))))
    return {row.id: Partner(row.place_id, row.organization_id) for row in found}


def _agreement_counts(session: Session, place_ids: Sequence[int]) -> dict[int, int]:
    wanted = (
        select(AgreementParty.place_id, func.count(AgreementTable.id.distinct()))
        .join(AgreementTable, AgreementTable.id == AgreementParty.agreement_id)
        .where(AgreementParty.place_id.in_(place_ids), AgreementTable.deleted_at.is_(None))
        .group_by(AgreementParty.place_id)
    )
    return {place: count for place, count in session.execute(wanted) if place}


def _chip(chip: str) -> ColumnElement[bool]:
    if chip == CHIP_ACTIVE:
        return PartnershipTable.status == PartnershipStatus.ACTIVE
    if chip == CHIP_IN_PREPARATION:
        return PartnershipTable.status.in_(_IN_PREPARATION)
    if chip == CHIP_UNVERIFIED:
        return PartnershipTable.verified != "yes"
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
