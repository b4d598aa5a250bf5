"""The data of the register of partner towns and agreements."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from cabinet_app.domain.agreement_status import IN_FORCE, shown_status
from cabinet_app.domain.agreement_trail import story_order
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import Agreement, AgreementParty, Partnership
from cabinet_app.reports.agreements_data import (
    Act,
    AgreementEntry,
    AgreementsData,
    Claim,
    PartnerName,
    PartnerTown,
)
from cabinet_app.reports.composing.names import Names, home_of
from cabinet_app.reports.options import Scope
from cabinet_app.reports.twin_towns_data import LIVING, TwinTownsData

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(
    cabinet: "Cabinet",
    printed_at: datetime,
    *,
    internal: bool,
    countries: tuple[str, ...] = (),
    scope: Scope = Scope.ALL,
) -> AgreementsData:
    """The partnerships and agreements of a scope; `countries` keeps only partners from there."""
    names = Names(cabinet)
    home = home_of(cabinet)
    towns = tuple(
        town
        for partnership in cabinet.partnerships.all()
        if _from(town := _town(partnership, names), countries)
    )
    today = printed_at.date()
    papers = (
        _paper(agreement, names, home.id if home else None, today) for agreement in cabinet.agreements.all()
    )
    kept = tuple(paper for paper in papers if _any_from(paper, countries))
    if scope is Scope.IN_FORCE:
        towns = tuple(town for town in towns if town.status in LIVING)
        kept = tuple(paper for paper in kept if paper.status in IN_FORCE)
    data = AgreementsData(printed_at, towns, kept, internal=True, scope=scope)
    return data if internal else data.for_public()


def compose_towns(cabinet: "Cabinet", printed_at: datetime, *, internal: bool) -> TwinTownsData:
    """The list of twin towns and friendship towns."""
    names = Names(cabinet)
    towns = tuple(_town(partnership, names) for partnership in cabinet.partnerships.all())
    data = TwinTownsData(printed_at, towns)
    return data if internal else data.for_public()


def _town(partnership: Partnership, names: Names) -> PartnerTown:
    return PartnerTown(
        partner=_partner(names, partnership.place_id, partnership.organization_id),
        kind=partnership.kind,
        status=partnership.status,
        since=partnership.since,
        verified=partnership.verified,
    )


def _partner(names: Names, place_id: int | None, organization_id: int | None, name: str = "") -> PartnerName:
    place = names.place(place_id)
    if place:
        return PartnerName(place.names, place.native_name, place.country)
    organization = names.organization(organization_id)
    if organization:
        seat = names.place(organization.place_id)
        return PartnerName(organization.names, "", seat.country if seat else "")
    return PartnerName(same(name))


def _paper(agreement: Agreement, names: Names, home: int | None, today: date) -> AgreementEntry:
    parties = [party for party in agreement.parties if not _is_home(party, home, names)]
    acts = tuple(
        Act(
            kind=event.kind,
            date=event.happened_on,
            place=names.town(event.place_id),
            remote=event.remote,
            claims=tuple(
                Claim(claim.happened_on, LocalizedText(sl=claim.claim), claim.source)
                for claim in event.claimed_dates
            ),
        )
        for event in agreement.events
    )
    return AgreementEntry(
        title=agreement.title,
        instrument=agreement.instrument,
        status=shown_status(agreement, today),
        partners=tuple(
            _partner(names, party.place_id, party.organization_id, party.name) for party in parties
        ),
        party_count=agreement.party_count,
        acts=tuple(sorted(acts, key=lambda act: story_order(act.kind, act.date))),
        verified=agreement.verified,
    )


def _is_home(party: AgreementParty, home: int | None, names: Names) -> bool:
    if home is None:
        return False
    organization = names.organization(home)
    town = organization.place_id if organization else None
    return party.organization_id == home or (party.place_id is not None and party.place_id == town)


def _from(town: PartnerTown, countries: tuple[str, ...]) -> bool:
    return not countries or town.partner.country in countries


def _any_from(paper: AgreementEntry, countries: tuple[str, ...]) -> bool:
    return not countries or any(partner.country in countries for partner in paper.partners)
