"""Tasks: what has to be done, by whom and until when (iCalendar VTODO)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cabinet_app.domain.references import (
    AgreementId,
    MeetingId,
    PartId,
    PersonId,
    PlaceId,
    ProjectId,
    VisitId,
)
from cabinet_app.domain.texts import LocalizedText


class TaskStatus(StrEnum):
    """iCalendar STATUS of a VTODO."""

    NEEDS_ACTION = "needs_action"
    IN_PROCESS = "in_process"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self in {TaskStatus.NEEDS_ACTION, TaskStatus.IN_PROCESS}


class TaskAnchor(StrEnum):
    """The day of the visit that `offset_days` counts from."""

    VISIT_START = "visit_start"
    VISIT_END = "visit_end"


@dataclass(slots=True, kw_only=True)
class Task:
    """A task; `responsible` names a holder who is no person of the register, such as an office or a firm.

    With `offset_days` (T-60 … T+7) its day follows the visit's when that is moved. `decision_id` is the
    decision in the minutes of `meeting_id` that it carries out, `wording` the sentence it was made from.
    """

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    status: TaskStatus = TaskStatus.NEEDS_ACTION
    due_on: date | None = None
    offset_days: int | None = None
    anchor: TaskAnchor = TaskAnchor.VISIT_START
    responsible_id: PersonId | None = None
    responsible: str = ""
    done_on: date | None = None
    visit_id: VisitId | None = None
    meeting_id: MeetingId | None = None
    decision_id: PartId = 0
    agreement_id: AgreementId | None = None
    project_id: ProjectId | None = None
    place_id: PlaceId | None = None
    wording: str = ""
    notes: str = ""
