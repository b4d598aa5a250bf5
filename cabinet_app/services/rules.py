"""The few hard rules of the register; all else is a finding in words and never blocks."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables import meetings as tables
from cabinet_app.domain.bodies import Organization
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


def _check_visit(_session: Session, visit: Visit) -> None:
    if visit.starts_on and visit.ends_on and visit.ends_on < visit.starts_on:
        raise EndsBeforeStart("ends_on", visit.starts_on.isoformat(), visit.ends_on.isoformat())


def _check_agreement(_session: Session, agreement: Agreement) -> None:
    count = max(len(agreement.parties), agreement.party_count or 0)
    if count < _LEAST_PARTIES:
        raise TooFewParties(count)
    start, end = agreement.valid_from.earliest, agreement.valid_to.latest
    if start and end and end < start:
        raise EndsBeforeStart("valid_to", start.isoformat(), end.isoformat())


def _check_meeting(session: Session, meeting: Meeting) -> None:
    if meeting.starts_at and meeting.ends_at and meeting.ends_at < meeting.starts_at:
        raise EndsBeforeStart("ends_at", meeting.starts_at.isoformat(" "), meeting.ends_at.isoformat(" "))
    for index, vote in enumerate(meeting.agenda_votes):
        _check_vote(f"agenda_votes[{index}]", vote)
    for index, item in enumerate(meeting.agenda):
        for number, vote in enumerate(item.votes):
            _check_vote(f"agenda[{index}].votes[{number}]", vote)
    _check_decision_numbers(session, meeting)


def _check_vote(field: str, vote: VoteEvent) -> None:
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


_RULES: dict[str, Callable[[Session, Any], None]] = {
    "place": _check_named,
    "organization": _check_named,
    "person": _check_person,
    "visit": _check_visit,
    "agreement": _check_agreement,
    "meeting": _check_meeting,
}
