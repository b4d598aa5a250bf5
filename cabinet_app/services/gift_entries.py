"""The yearly list of gifts with the names of everybody concerned."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.domain.gift_list import GiftEntry, GiftList
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.services.gifts import Gifts
from cabinet_app.services.headlines import place_names, remember_names


def gift_list(gifts: Gifts, year: int) -> GiftList:
    """Everything that has to be reported of a year."""
    found = gifts.yearly(year)
    with gifts.store.reading() as session:
        names = _Names(session, found.gifts)
        entries = tuple(names.entry(gift) for gift in found.gifts)
    return GiftList(year, found.rule, found.due_on, entries, len(found.unjudged))


class _Names:
    def __init__(self, session: Session, gifts: Iterable[Gift]) -> None:
        gifts = list(gifts)
        remember_names(session)
        self._session = session
        ids = {one for gift in gifts for one in (gift.donor_id, gift.recipient_id, gift.official_id) if one}
        self._people = {row.id: row for row in session.scalars(_whole(PersonTable, ids))}
        bodies = {gift.donor_organization_id for gift in gifts if gift.donor_organization_id}
        bodies |= {row.organization_id for row in self._people.values() if row.organization_id}
        self._bodies = {row.id: row for row in session.scalars(_whole(OrganizationTable, bodies))}

    def entry(self, gift: Gift) -> GiftEntry:
        recipient = self._name(gift.recipient_id) or gift.recipient
        official_id = gift.official_id or (None if gift.recipient_relation else gift.recipient_id)
        official = self._people.get(official_id or 0)
        is_unnamed = official_id is None and not gift.recipient_relation
        donor = self._people.get(gift.donor_id or 0)
        return GiftEntry(
            id=gift.id,
            official=official.name.with_titles if official else recipient if is_unnamed else "",
            office=official.function if official else LocalizedText(),
            family_member="" if is_unnamed or recipient == self._name(official_id) else recipient,
            relation=gift.recipient_relation,
            received_on=gift.happened_on or date.min,
            donor=donor.name.with_titles if donor else gift.donor,
            donor_body=self._donor_body(gift, donor),
            donor_address=self._address(gift, donor),
            description=gift.description,
            value_cents=gift.value_cents or 0,
            valuation=gift.valuation,
            nature=gift.nature,
            owner=gift.owner,
            storage=gift.storage,
            reported_on=gift.reported_on,
        )

    def _name(self, person_id: int | None) -> str:
        row = self._people.get(person_id or 0)
        return str(row.name.with_titles) if row else ""

    def _donor_body(self, gift: Gift, donor: Any) -> LocalizedText:
        body = self._bodies.get(gift.donor_organization_id or (donor.organization_id if donor else 0) or 0)
        if body is not None:
            names: LocalizedText = body.names
            return names
        return same(gift.donor) if donor and gift.donor else LocalizedText()

    def _address(self, gift: Gift, donor: Any) -> LocalizedText:
        """As it was entered, else the town of the body, of the donor or of the gift."""
        if gift.donor_address:
            return same(gift.donor_address)
        body = self._bodies.get(gift.donor_organization_id or 0)
        place_id = (body.place_id if body else None) or (donor.place_id if donor else None) or gift.place_id
        return place_names(self._session, place_id)


def _whole(table: type[Any], ids: set[int]) -> Any:
    return select(table).where(table.id.in_(ids))
