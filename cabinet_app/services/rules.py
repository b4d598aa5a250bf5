"""The few hard rules of the register; all else is a finding in words and never blocks."""

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables import meetings as tables
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.gifts import Gift, GiftRule
from cabinet_app.domain.meetings import Meeting, VoteEvent
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.twinning import Agreement
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import (
    DecisionNumberTaken,
    EndsBeforeStart,
    FieldRequired,
    TooFewParties,
    ValueRejected,
    VotesExceedPresent,
)

_LEAST_PARTIES = 2


def check_rules(session: Session, record_type: str, record: Any) -> None:
    """Raise the `RecordError` of the first hard rule that the record breaks."""
    rule = _RULES.get(record_type)
    if rule is not None:
        rule(session, record)


def _check_named(_session: Session, record: Place | Organization) -> None:
    if record.names.is_empty:
        raise FieldRequired("names")


def _check_person(_session: Session, record: Person) -> None:
    if record.name.is_empty:
        raise FieldRequired("name")


def _check_organization(session: Session, organization: Organization) -> None:
    _check_named(session, organization)
    for index, rule in enumerate(organization.cadence_rules):
        _check_cadence(f"cadence_rules[{index}]", rule)
    for index, membership in enumerate(organization.memberships):
        _check_order(f"memberships[{index}].ends_on", membership.starts_on, membership.ends_on)


def _check_cadence(field: str, rule: CadenceRule) -> None:
    _check_order(f"{field}.valid_to", rule.valid_from, rule.valid_to)
    for index, exemption in enumerate(rule.exemptions):
        _check_order(f"{field}.exemptions[{index}].end", exemption.start, exemption.end)
    ranges: tuple[tuple[str, int | None, int, int], ...] = (
        *((f"recess_months[{index}]", month, 1, 12) for index, month in enumerate(rule.recess_months)),
        ("minimum", rule.minimum, 0, 366),
        ("gap_days", rule.gap_days, 1, 3660),
        ("tolerance_days", rule.tolerance_days, 0, 366),
        ("grace_days", rule.grace_days, 0, 366),
        ("preferred_weekday", rule.preferred_weekday, 0, 6),
        ("preferred_nth", rule.preferred_nth, -5, 5),
        ("notice_days", rule.notice_days, 0, 366),
    )
    for name, value, least, greatest in ranges:
        if value is not None and not least <= value <= greatest:
            raise ValueRejected(f"{field}.{name}", str(value))


def _check_order(field: str, start: date | None, end: date | None) -> None:
    if start and end and end < start:
        raise EndsBeforeStart(field, start.isoformat(), end.isoformat())


def _check_place(session: Session, place: Place) -> None:
    _check_named(session, place)
    _check_zone(place.zone)


def _check_zone(zone: str) -> None:
    """A zone that no clock knows would stop every calendar that shows the record."""
    if zone:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueRejected("zone", zone) from error


def _check_visit(_session: Session, visit: Visit) -> None:
    _check_order("ends_on", visit.starts_on, visit.ends_on)


def _check_agreement(_session: Session, agreement: Agreement) -> None:
    count = max(len(agreement.parties), agreement.party_count or 0)
    if count < _LEAST_PARTIES:
        raise TooFewParties(count)
    _check_order("valid_to", agreement.valid_from.earliest, agreement.valid_to.latest)


def _check_meeting(session: Session, meeting: Meeting) -> None:
    if meeting.starts_at and meeting.ends_at and meeting.ends_at < meeting.starts_at:
        raise EndsBeforeStart("ends_at", meeting.starts_at.isoformat(" "), meeting.ends_at.isoformat(" "))
    _check_zone(meeting.zone)
    for index, vote in enumerate(meeting.agenda_votes):
        _check_vote(f"agenda_votes[{index}]", vote)
    for index, item in enumerate(meeting.agenda):
        for number, vote in enumerate(item.votes):
            _check_vote(f"agenda[{index}].votes[{number}]", vote)
    _check_decision_numbers(session, meeting)


def _check_vote(field: str, vote: VoteEvent) -> None:
    for name in ("present", "in_favour", "against", "abstained"):
        if getattr(vote, name) < 0:
            raise ValueRejected(f"{field}.{name}", str(getattr(vote, name)))
    cast = vote.in_favour + vote.against + vote.abstained
    if cast > vote.present:
        raise VotesExceedPresent(field, cast, vote.present)


def _check_decision_numbers(session: Session, meeting: Meeting) -> None:
    numbers = [decision.number for item in meeting.agenda for decision in item.decisions if decision.number]
    for number in numbers:
        if numbers.count(number) > 1:
            raise DecisionNumberTaken(number)
    lead = next((body.organization_id for body in meeting.bodies), None)
    if not numbers or lead is None:
        return
    taken = (
        select(tables.Decision.number)
        .join(tables.AgendaItem, tables.AgendaItem.id == tables.Decision.agenda_item_id)
        .join(tables.Meeting, tables.Meeting.id == tables.AgendaItem.meeting_id)
        .join(tables.MeetingBody, tables.MeetingBody.meeting_id == tables.Meeting.id)
        .where(
            tables.Decision.number.in_(numbers),
            tables.Meeting.id != meeting.id,
            tables.Meeting.deleted_at.is_(None),
            tables.MeetingBody.position == 0,
            tables.MeetingBody.organization_id == lead,
        )
    )
    first = session.scalars(taken.limit(1)).first()
    if first is not None:
        raise DecisionNumberTaken(first)


def _check_gift(_session: Session, gift: Gift) -> None:
    if gift.value_cents is not None and gift.value_cents < 0:
        raise ValueRejected("value_cents", str(gift.value_cents))


def _check_gift_rule(_session: Session, rule: GiftRule) -> None:
    ranges = (
        ("listed_above_cents", rule.listed_above_cents, None),
        ("occasional_limit_cents", rule.occasional_limit_cents, None),
        ("due_month", rule.due_month - 1, 11),
        ("due_day", rule.due_day - 1, 30),
    )
    for name, value, greatest in ranges:
        if value < 0 or (greatest is not None and value > greatest):
            raise ValueRejected(name, str(getattr(rule, name)))


_RULES: dict[str, Callable[[Session, Any], None]] = {
    "place": _check_place,
    "organization": _check_organization,
    "person": _check_person,
    "visit": _check_visit,
    "agreement": _check_agreement,
    "meeting": _check_meeting,
    "gift": _check_gift,
    "gift_rule": _check_gift_rule,
}
