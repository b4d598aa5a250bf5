"""The jubilees of a year: what is celebrated when, what depends on the date chosen, and what has no date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cabinet_app.domain.agreement_status import IN_PREPARATION, RESTING, shown_status
from cabinet_app.domain.anniversaries import (
    YEARS_AHEAD,
    Jubilee,
    agreement_jubilee,
    counted_event,
    dated_jubilee,
)
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementParty,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.services.agreements import Agreements
from cabinet_app.services.directory import Organizations, Places
from cabinet_app.services.partnerships import Partnerships

_CELEBRATED: Final = (PartnershipKind.TWINNING, PartnershipKind.FRIENDSHIP, PartnershipKind.COOPERATION)
_LIVING: Final = (PartnershipStatus.ACTIVE, PartnershipStatus.DORMANT)
_DOUBTFUL: Final = (PartnershipStatus.FROZEN, PartnershipStatus.ENDED, PartnershipStatus.UNCLEAR)


@dataclass(frozen=True, slots=True)
class JubileePartner:
    """With whom it was signed, by the names in each language and its own."""

    names: LocalizedText
    native: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class JubileeRow:
    """A jubilee of an agreement, or of a partnership for which no paper has been entered.

    `event_id` is the act whose date counts; `status` that of the record as shown on the day.
    """

    record_type: str
    record_id: int
    title: LocalizedText
    partners: tuple[JubileePartner, ...]
    jubilee: Jubilee
    status: StrEnum
    verified: Verification
    event_id: int = 0


@dataclass(frozen=True, slots=True)
class YearOfJubilees:
    """`celebrated` by their day, then the month alone, then the year alone.

    `contested` have no round number in this year by the date that counts, but sources differ on the year, so
    that somebody may expect one; `undated` have no date at all.
    """

    year: int
    celebrated: tuple[JubileeRow, ...]
    contested: tuple[JubileeRow, ...]
    undated: tuple[JubileeRow, ...]


class Jubilees:
    """Papers that were suspended or ended, or whose partners are, are left out unless asked for."""

    def __init__(
        self, agreements: Agreements, partnerships: Partnerships, places: Places, organizations: Organizations
    ) -> None:
        self._agreements = agreements
        self._partnerships = partnerships
        self._places = places
        self._organizations = organizations

    @property
    def rule(self) -> frozenset[int]:
        """The numbers of years that are celebrated."""
        return self._agreements.jubilee_years

    @rule.setter
    def rule(self, years: Iterable[int]) -> None:
        self._agreements.jubilee_years = frozenset(years)

    def of_year(self, year: int, today: date, *, resting: bool = False) -> YearOfJubilees:
        """Everything that is, might be or cannot be celebrated in a year."""
        return self.of_years([year], today, resting=resting)[0]

    def ahead(self, today: date) -> list[YearOfJubilees]:
        """This year and the next two."""
        return self.of_years(range(today.year, today.year + YEARS_AHEAD + 1), today)

    def of_years(self, years: Sequence[int], today: date, *, resting: bool = False) -> list[YearOfJubilees]:
        """The same for several years, the register read once."""
        agreements = self._agreements.all()
        read = _Reading(self._partnerships.all(), self._places.all(), self._organizations)
        kept = [one for one in agreements if read.is_celebrated(one, today, resting=resting)]
        alone = read.without_paper(agreements, resting=resting)
        return [self._year(year, kept, alone, read, today) for year in years]

    def within(self, today: date, days: int) -> list[JubileeRow]:
        """Jubilees whose day is known and comes in the next days, the first one first."""
        last = today + timedelta(days=days)
        years = range(today.year, last.year + 1)
        agreements = self._agreements.get_many(self._agreements.celebrating(years))
        if not agreements:
            return []
        read = _Reading(self._partnerships.all(), self._places.all(), self._organizations)
        kept = [one for one in agreements if read.is_celebrated(one, today, resting=False)]
        rows = [row for year in years for row in self._year(year, kept, [], read, today).celebrated]
        coming = [row for row in rows if row.jubilee.day and today <= row.jubilee.day <= last]
        return sorted(coming, key=lambda row: (row.jubilee.day or date.max, row.record_id))

    def _year(
        self,
        year: int,
        agreements: Sequence[Agreement],
        partnerships: Sequence[Partnership],
        read: "_Reading",
        today: date,
    ) -> YearOfJubilees:
        rows = [read.agreement(one, agreement_jubilee(one, year, self.rule), today) for one in agreements]
        rows += [read.partnership(one, dated_jubilee(one.since, year, self.rule)) for one in partnerships]
        rows.sort(key=lambda row: (row.jubilee.order, row.title.sl, row.record_id))
        return YearOfJubilees(
            year,
            tuple(row for row in rows if row.jubilee.years is not None),
            tuple(row for row in rows if row.jubilee.years is None and row.jubilee.is_contested),
            tuple(row for row in rows if row.jubilee.counted.earliest is None),
        )


class _Reading:
    """Names and statuses of the partners, read once for a list."""

    def __init__(
        self, partnerships: Sequence[Partnership], places: Sequence[Place], organizations: Organizations
    ) -> None:
        self._partnerships = partnerships
        self._places = {place.id: place for place in places}
        self._organizations = {body.id: body for body in organizations.all()}
        ours = [body for body in self._organizations.values() if body.is_home]
        self._homes = {body.id for body in ours}
        self._home_places = {body.place_id for body in ours if body.place_id}
        self._statuses: dict[int, PartnershipStatus] = {
            one.place_id: one.status for one in partnerships if one.place_id
        }

    def is_celebrated(self, agreement: Agreement, today: date, *, resting: bool) -> bool:
        """Whether it is ours, was signed, and, unless `resting` ones are wanted too, is alive."""
        status = shown_status(agreement, today)
        partners = [party for party in agreement.parties if not self._is_home(party)]
        is_ours = len(partners) < len(agreement.parties) or not (self._homes or self._home_places)
        if not is_ours or status in IN_PREPARATION:
            return False
        known = [self._statuses[one.place_id] for one in partners if one.place_id in self._statuses]
        is_alive = not known or any(one not in _DOUBTFUL for one in known)
        return resting or (status not in RESTING and is_alive)

    def without_paper(self, agreements: Sequence[Agreement], *, resting: bool) -> list[Partnership]:
        """Partnerships with towns with which no agreement has been entered."""
        with_paper = {party.place_id for agreement in agreements for party in agreement.parties}
        return [
            one
            for one in self._partnerships
            if one.kind in _CELEBRATED
            and (one.status in _LIVING or resting)
            and one.place_id is not None
            and one.place_id not in with_paper
        ]

    def agreement(self, agreement: Agreement, jubilee: Jubilee, today: date) -> JubileeRow:
        event = counted_event(agreement)
        return JubileeRow(
            record_type="agreement",
            record_id=agreement.id,
            title=agreement.title,
            partners=tuple(self._partner(one) for one in agreement.parties if not self._is_home(one)),
            jubilee=jubilee,
            status=shown_status(agreement, today),
            verified=agreement.verified,
            event_id=event.id if event else 0,
        )

    def partnership(self, partnership: Partnership, jubilee: Jubilee) -> JubileeRow:
        partner = self._partner(
            AgreementParty(place_id=partnership.place_id, organization_id=partnership.organization_id)
        )
        return JubileeRow(
            record_type="partnership",
            record_id=partnership.id,
            title=partner.names,
            partners=(partner,),
            jubilee=jubilee,
            status=partnership.status,
            verified=partnership.verified,
        )

    def _partner(self, party: AgreementParty) -> JubileePartner:
        place = self._places.get(party.place_id or 0)
        if place is not None:
            return JubileePartner(place.names, place.native_name, place.country)
        body = self._organizations.get(party.organization_id or 0)
        return JubileePartner(body.names if body else same(party.name))

    def _is_home(self, party: AgreementParty) -> bool:
        return party.organization_id in self._homes or party.place_id in self._home_places
