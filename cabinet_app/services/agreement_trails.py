"""The decisions behind an agreement, as they stand in the minutes with their votes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.meetings import DecisionStatus, Meeting, VoteEvent
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Agreement
from cabinet_app.services.directory import Organizations
from cabinet_app.services.meetings import Meetings


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """A decision with its session: the leading body, the session's number and day, the vote if noted."""

    id: int
    meeting_id: int
    body: LocalizedText
    session: str
    day: date | None
    number: str
    text: LocalizedText
    status: DecisionStatus
    vote: VoteEvent | None


class AgreementTrails:
    """Reads the minutes that agreements point to."""

    def __init__(self, meetings: Meetings, organizations: Organizations) -> None:
        self._meetings = meetings
        self._organizations = organizations

    def of_agreement(self, agreement: Agreement) -> dict[int, DecisionFact]:
        """The decisions that its events name, by their ids; one that has left the minutes is not there."""
        wanted = {event.decision_id for event in agreement.events if event.decision_id}
        meetings = {event.meeting_id for event in agreement.events if event.meeting_id}
        return {fact.id: fact for fact in self.of_meetings(meetings) if fact.id in wanted}

    def of_meetings(self, meeting_ids: Collection[int]) -> list[DecisionFact]:
        """Every decision of these meetings, in the order of their agendas."""
        facts: list[DecisionFact] = []
        for meeting in self._meetings.get_many(sorted(meeting_ids)):
            body = self._body(meeting)
            facts += [
                DecisionFact(
                    id=decision.id,
                    meeting_id=meeting.id,
                    body=body,
                    session=meeting.number,
                    day=meeting.starts_at.date() if meeting.starts_at else None,
                    number=decision.number,
                    text=decision.text,
                    status=decision.status,
                    vote=item.votes[-1] if item.votes else None,
                )
                for item in meeting.agenda
                for decision in item.decisions
            ]
        return facts

    def _body(self, meeting: Meeting) -> LocalizedText:
        ids = [body.organization_id for body in meeting.bodies if body.organization_id]
        found = self._organizations.get_many(ids[:1])
        return found[0].names if found else LocalizedText()
