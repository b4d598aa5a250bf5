"""Files kept inside the register; their bytes lie apart, once for each content."""

from datetime import date

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import RecordKey, RecordRoot, localized, reference, vague
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class Document(RecordRoot, Base):
    __tablename__ = "document"

    title: Mapped[LocalizedText] = localized("title")
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    language: Mapped[str]
    dated: Mapped[VagueDate] = vague("dated")
    dated_earliest: Mapped[date | None]
    dated_latest: Mapped[date | None]
    agreement_id: Mapped[int | None] = reference("agreement")
    visit_id: Mapped[int | None] = reference("visit")
    meeting_id: Mapped[int | None] = reference("meeting")
    project_id: Mapped[int | None] = reference("project")
    person_id: Mapped[int | None] = reference("person")
    notes: Mapped[str]


class FileContent(Base):
    """The bytes of a file; written once, never changed."""

    __tablename__ = "file_content"

    id: Mapped[int] = mapped_column(RecordKey, primary_key=True, autoincrement=False)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary())
