"""What was done together with each partner: visits, meetings, signings, projects; read for many at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Select, func, null, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.tables.bodies import Organization
from cabinet_app.db.tables.meetings import Meeting, MeetingBody
from cabinet_app.db.tables.places import Place
from cabinet_app.db.tables.projects import Project, ProjectPartner, ProjectTown
from cabinet_app.db.tables.twinning import Agreement, AgreementEvent, AgreementParty
from cabinet_app.db.tables.visits import Delegation, Visit
from cabinet_app.domain.activity import Contact, ContactKind, contact_day
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.twinning import AgreementEventKind
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.services.home import home_organizations, home_places

_NO_VISIT: Final = (VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA)
_HELD: Final = tuple(status for status in MeetingStatus if status.took_place)
_JOINT: Final = (
    AgreementEventKind.LETTER_OF_INTENT,
    AgreementEventKind.SIGNING,
    AgreementEventKind.COUNTER_SIGNING,
    AgreementEventKind.RENEWAL,
)
"""Acts for which both sides were there; an opinion of our commission is none."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom a partnership is with: a town, an organization or both."""

    place_id: int | None = None
    organization_id: int | None = None


_Found = tuple[int | None, int | None, Contact]
"""A contact with the place or the organization it was with."""


def contacts_of(session: Session, partners: Sequence[Partner]) -> dict[Partner, list[Contact]]:
    """The contacts with each partner, each contact once, the first day first."""
    by_place, by_organization = _by_side(partners)
    kept: dict[Partner, dict[tuple[ContactKind, int], Contact]] = {partner: {} for partner in partners}
    for place_id, organization_id, contact in _all_found(session, list(by_place), list(by_organization)):
        for partner in (*by_place.get(place_id or 0, ()), *by_organization.get(organization_id or 0, ())):
            kept[partner][contact.kind, contact.record_id] = contact
    return {
        partner: sorted(found.values(), key=lambda contact: (contact.first, contact.record_id))
        for partner, found in kept.items()
    }


def last_contacts(session: Session, partners: Sequence[Partner], today: date) -> dict[Partner, date]:
    """The last day of contact with each partner up to today; partners without any are left out."""
    by_place, by_organization = _by_side(partners)
    days: dict[Partner, date] = {}
    for place_id, organization_id, contact in _all_found(
        session, list(by_place), list(by_organization), today
    ):
        day = contact_day(contact, today)
        if day is not None:
            for partner in (*by_place.get(place_id or 0, ()), *by_organization.get(organization_id or 0, ())):
                days[partner] = max(day, days.get(partner, day))
    return days


def _by_side(partners: Sequence[Partner]) -> tuple[dict[int, list[Partner]], dict[int, list[Partner]]]:
    """The partners by their town and by their organization."""
    by_place: dict[int, list[Partner]] = {}
    by_organization: dict[int, list[Partner]] = {}
    for partner in partners:
        if partner.place_id:
            by_place.setdefault(partner.place_id, []).append(partner)
        if partner.organization_id:
            by_organization.setdefault(partner.organization_id, []).append(partner)
    return by_place, by_organization


def _all_found(
    session: Session, places: list[int], organizations: list[int], last_until: date | None = None
) -> Iterator[_Found]:
    """Every contact; with `last_until` the meetings up to that day are one contact for each body or room."""
    yield from _visits(session, places, organizations)
    yield from _meetings(session, places, organizations, last_until)
    yield from _events(session, places, organizations)
    yield from _projects(session, places, organizations)


def _visits(session: Session, places: list[int], organizations: list[int]) -> Iterator[_Found]:
    """Visits with the town as partner, or with a delegation of it among several."""
    days = (Visit.starts_on, func.coalesce(Visit.ends_on, Visit.starts_on))
    held = (Visit.deleted_at.is_(None), Visit.starts_on.is_not(None), Visit.status.not_in(_NO_VISIT))
    with_partner = select(Visit.partner_place_id, Visit.partner_organization_id, Visit.id, *days).where(
        *held, or_(Visit.partner_place_id.in_(places), Visit.partner_organization_id.in_(organizations))
    )
    with_guests = (
        select(Delegation.place_id, Delegation.organization_id, Visit.id, *days)
        .join(Visit, Visit.id == Delegation.visit_id)
        .where(*held, or_(Delegation.place_id.in_(places), Delegation.organization_id.in_(organizations)))
    )
    for place_id, organization_id, visit_id, first, last in _rows(session, with_partner, with_guests):
        yield place_id, organization_id, Contact(ContactKind.VISIT, visit_id, first, last)


def _meetings(
    session: Session, places: list[int], organizations: list[int], last_until: date | None
) -> Iterator[_Found]:
    """Meetings of a body of the partner's, or held in its town."""
    bodies = _bodies(session, places, organizations)
    when: tuple[Any, ...] = (Meeting.id, Meeting.starts_at, Meeting.ends_at)
    held: tuple[Any, ...] = (
        Meeting.deleted_at.is_(None),
        Meeting.starts_at.is_not(None),
        Meeting.status.in_(_HELD),
    )
    if last_until is not None:
        last_end = func.max(func.coalesce(Meeting.ends_at, Meeting.starts_at))
        when = (func.max(Meeting.id), func.max(Meeting.starts_at), last_end)
        held = (*held, Meeting.starts_at < datetime.combine(last_until + timedelta(days=1), time.min))
    of_body = (
        select(MeetingBody.organization_id, null(), null(), *when)
        .join(Meeting, Meeting.id == MeetingBody.meeting_id)
        .where(*held, MeetingBody.organization_id.in_(list(bodies)))
    )
    rooms = select(Place.id).where(or_(Place.id.in_(places), Place.parent_id.in_(places)))
    in_town = (
        select(null(), Place.id, Place.parent_id, *when)
        .select_from(Meeting)
        .join(Place, Place.id == Meeting.place_id)
        .where(*held, Meeting.place_id.in_(rooms))
    )
    if last_until is not None:
        of_body, in_town = (
            of_body.group_by(MeetingBody.organization_id),
            in_town.group_by(Place.id, Place.parent_id),
        )
    for body_id, place_id, town_id, meeting_id, starts, ends in _rows(session, of_body, in_town):
        last = (ends or starts).date()
        contact = Contact(ContactKind.MEETING, meeting_id, starts.date(), last)
        yield from ((place, body, contact) for place, body in bodies.get(body_id or 0, ()))
        yield from ((place, None, contact) for place in (place_id, town_id) if place)


def _bodies(
    session: Session, places: list[int], organizations: list[int]
) -> dict[int, list[tuple[int | None, int | None]]]:
    """The partner's bodies and the groups they own, each with the towns and organizations it stands for."""
    owner = aliased(Organization)
    seats = select(owner.id).where(or_(owner.place_id.in_(places), owner.id.in_(organizations)))
    wanted = (
        select(Organization.id, Organization.place_id, owner.id, owner.place_id)
        .outerjoin(owner, owner.id == Organization.parent_id)
        .where(
            or_(
                Organization.place_id.in_(places),
                Organization.id.in_(organizations),
                Organization.parent_id.in_(seats),
            )
        )
    )
    return {
        body_id: [(place_id, body_id), (owner_place, owner_id)]
        for body_id, place_id, owner_id, owner_place in _rows(session, wanted)
    }


def _events(session: Session, places: list[int], organizations: list[int]) -> Iterator[_Found]:
    """Signings and renewals of papers to which we are a party as well."""
    ours = aliased(AgreementParty)
    with_us = select(ours.agreement_id).where(
        or_(ours.place_id.in_(home_places()), ours.organization_id.in_(home_organizations()))
    )
    wanted = (
        select(
            AgreementParty.place_id,
            AgreementParty.organization_id,
            AgreementEvent.id,
            AgreementEvent.happened_on_earliest,
            AgreementEvent.happened_on_latest,
        )
        .join(Agreement, Agreement.id == AgreementParty.agreement_id)
        .join(AgreementEvent, AgreementEvent.agreement_id == Agreement.id)
        .where(
            Agreement.deleted_at.is_(None),
            Agreement.id.in_(with_us),
            AgreementEvent.kind.in_(_JOINT),
            AgreementEvent.happened_on_earliest.is_not(None),
            or_(AgreementParty.place_id.in_(places), AgreementParty.organization_id.in_(organizations)),
        )
    )
    for place_id, organization_id, event_id, first, last in _rows(session, wanted):
        yield place_id, organization_id, Contact(ContactKind.EVENT, event_id, first, last)


def _projects(session: Session, places: list[int], organizations: list[int]) -> Iterator[_Found]:
    """Projects in which both of us take part; one that has ended lasted to the last day it can have."""
    seat = aliased(Organization)
    towns = select(ProjectTown.project_id, ProjectTown.place_id, null()).where(
        or_(ProjectTown.place_id.in_(places), ProjectTown.place_id.in_(home_places()))
    )
    partners = (
        select(ProjectPartner.project_id, seat.place_id, seat.id)
        .join(seat, seat.id == ProjectPartner.organization_id)
        .where(or_(seat.place_id.in_(places), seat.id.in_(organizations), seat.place_id.in_(home_places())))
    )
    home = set(session.scalars(home_places()))
    who: dict[int, set[tuple[int | None, int | None]]] = {}
    for project_id, place_id, organization_id in _rows(session, towns, partners):
        who.setdefault(project_id, set()).add((place_id, organization_id))
    shared = [project_id for project_id, members in who.items() if any(place in home for place, _ in members)]
    for contact in _project_contacts(session, shared):
        for place_id, organization_id in who[contact.record_id]:
            yield place_id, organization_id, contact


def _project_contacts(session: Session, ids: Iterable[int]) -> Iterator[Contact]:
    wanted = select(
        Project.id,
        Project.status,
        Project.starts_earliest,
        Project.ends_earliest,
        Project.ends_latest,
    ).where(
        Project.id.in_(list(ids)),
        Project.deleted_at.is_(None),
        Project.status.in_((ProjectStatus.RUNNING, ProjectStatus.CLOSED)),
    )
    for project_id, status, starts, ends, ends_at_latest in _rows(session, wanted):
        first = starts or ends
        if first is not None:
            last = ends_at_latest or (None if status is ProjectStatus.RUNNING else first)
            yield Contact(ContactKind.PROJECT, project_id, first, last)


def _rows(session: Session, *statements: Select[*tuple[Any, ...]]) -> Iterator[Any]:
    """The rows of one statement, or of several as one."""
    yield from session.execute(statements[0] if len(statements) == 1 else union_all(*statements))
