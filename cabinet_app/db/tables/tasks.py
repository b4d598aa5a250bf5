"""Tasks."""

from datetime import date
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import RecordKey, RecordRoot, localized, reference
from cabinet_app.domain.tasks import TaskAnchor, TaskStatus
from cabinet_app.domain.texts import LocalizedText


class Task(RecordRoot, Base):
    __tablename__ = "task"

    title: Mapped[LocalizedText] = localized("title")
    status: Mapped[TaskStatus]
    due_on: Mapped[date | None]
    offset_days: Mapped[int | None]
    anchor: Mapped[TaskAnchor]
    responsible_id: Mapped[int | None] = reference("person")
    responsible: Mapped[str]
    done_on: Mapped[date | None]
    visit_id: Mapped[int | None] = reference("visit")
    meeting_id: Mapped[int | None] = reference("meeting")
    decision_id: Mapped[int] = mapped_column(RecordKey)
    agreement_id: Mapped[int | None] = reference("agreement")
    project_id: Mapped[int | None] = reference("project")
    place_id: Mapped[int | None] = reference("place")
    wording: Mapped[str]
    notes: Mapped[str]

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (Index(None, "due_on", "id", "status", "deleted_at"),)
