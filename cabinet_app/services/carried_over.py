"""What a body has not finished: postponed agenda items and decisions that nobody has carried out yet."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.meetings import AgendaItem, Decision, Meeting, MeetingBody
from cabinet_app.domain.meetings import AgendaItemStatus, DecisionStatus
from cabinet_app.domain.texts import LocalizedText

_MOST = 50


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """An item or a decision of a meeting; `due_on` and `implementer` belong to decisions."""

    meeting_id: int
    met_at: datetime
    text: LocalizedText
    is_decision: bool
    implementer: str = ""
    due_on: date | None = None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


def carried_over(session: Session, body_id: int) -> list[CarriedOver]:
    """Of the meetings that this body led, the latest first; a postponed item that came up again is done."""
    of_body = (MeetingBody.organization_id == body_id) & (MeetingBody.position == 0)
    items = (
        select(Meeting.id, Meeting.starts_at, AgendaItem.title, AgendaItem.status)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .join(MeetingBody, MeetingBody.meeting_id == Meeting.id)
        .where(of_body, Meeting.deleted_at.is_(None), Meeting.starts_at.is_not(None))
        .order_by(Meeting.starts_at.desc(), AgendaItem.position)
    )
    decisions = (
        select(Meeting.id, Meeting.starts_at, Decision.text, Decision.implementer, Decision.due_on)
        .join(AgendaItem, AgendaItem.id == Decision.agenda_item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(MeetingBody, MeetingBody.meeting_id == Meeting.id)
        .where(of_body, Meeting.deleted_at.is_(None), Meeting.starts_at.is_not(None))
        .where(Decision.status == DecisionStatus.ADOPTED, Decision.due_on.is_not(None))
        .order_by(Decision.due_on, Meeting.starts_at)
        .limit(_MOST)
    )
    found: list[CarriedOver] = []
    came_up: set[LocalizedText] = set()
    for meeting_id, met_at, title, status in session.execute(items):
        if status is AgendaItemStatus.POSTPONED and title not in came_up and met_at:
            found.append(CarriedOver(meeting_id, met_at, title, is_decision=False))
        came_up.add(title)
    for meeting_id, met_at, text, implementer, due_on in session.execute(decisions):
        if met_at:
            found.append(CarriedOver(meeting_id, met_at, text, True, implementer, due_on))
    return found[:_MOST]
