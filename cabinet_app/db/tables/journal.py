"""The journal: every change of the register, with what stood before and after it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base, CodeText
from cabinet_app.db.columns import Child, children, parent_key, reference


class JournalEntry(Base):
    """One step: one transaction, one label, one undo. `reverts_id` names the step that it takes back."""

    __tablename__ = "journal_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(default="")
    act: Mapped[CodeText]
    reverts_id: Mapped[int | None] = reference("journal_entry")
    reverted: Mapped[bool] = mapped_column(default=False)
    changes: Mapped[list["JournalChange"]] = children("JournalChange")


class JournalChange(Child, Base):
    """One record's part of a step; `before` is null where it was created, `after` where it was deleted."""

    __tablename__ = "journal_change"
    __table_args__ = (Index(None, "record_type", "record_id"),)

    journal_entry_id: Mapped[int] = parent_key("journal_entry")
    record_type: Mapped[CodeText]
    record_id: Mapped[int] = mapped_column()
    version_after: Mapped[int]
    headline: Mapped[dict[str, str]] = mapped_column(JSON)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
