"""Files kept inside the register: taken in, given out, listed by what they belong to."""

import mimetypes
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.papers import Document as DocumentTable
from cabinet_app.db.tables.papers import FileContent
from cabinet_app.domain.papers import GREATEST_SIZE, Document, clean_file_name
from cabinet_app.domain.texts import Language
from cabinet_app.errors import FileTooLarge, KeptFileDamaged
from cabinet_app.services.changes import Act
from cabinet_app.services.identity import new_id
from cabinet_app.services.records import Records, Stored

OWNERS: Final = ("agreement_id", "visit_id", "meeting_id", "project_id", "person_id")


class Documents(Records[Document]):
    record_type = "document"

    def keep(self, content: bytes, document: Document) -> Stored[Document]:
        """Take a file in; its name is cleaned, its size, kind and digest are filled in.

        Raises:
            FileTooLarge: it is larger than a file in the register may be.
        """
        if len(content) > GREATEST_SIZE:
            raise FileTooLarge(document.file_name, len(content), GREATEST_SIZE)
        name = clean_file_name(document.file_name)
        kept = replace(
            document,
            file_name=name,
            media_type=document.media_type or mimetypes.guess_type(name)[0] or "application/octet-stream",
            size=len(content),
            sha256=sha256(content).hexdigest(),
        )
        with self.journal.step(Act.CREATE) as step:
            store_content(step.session, kept.sha256, content)
            step.put(self.record_type, kept, 0)
        return self.get(kept.id)

    def content(self, document_id: int) -> bytes:
        """The bytes of a file, as they were taken in.

        Raises:
            RecordNotFound: there is no such file.
            KeptFileDamaged: the bytes are missing or are not those that were taken in.
        """
        document = self.get(document_id).record
        with self.store.reading() as session:
            content = session.scalar(select(FileContent.content).where(FileContent.sha256 == document.sha256))
        if content is None or sha256(content).hexdigest() != document.sha256:
            raise KeptFileDamaged(document.file_name)
        return content

    def of(self, owner: str, record_id: int) -> list[Document]:
        """The files of a record, the oldest first; `owner` is one of `OWNERS`."""
        column: Any = getattr(DocumentTable, owner)
        wanted = select(DocumentTable.id).where(column == record_id, DocumentTable.deleted_at.is_(None))
        return self.get_many(self._scalars(wanted.order_by(DocumentTable.id)))

    def _detail(self, session: Session, record: Any, language: Language) -> str:  # noqa: ARG002 a detail in any language
        return str(record.file_name)


def store_content(session: Session, digest: str, content: bytes) -> None:
    """Lay the bytes down unless they lie there already."""
    if session.scalar(select(FileContent.id).where(FileContent.sha256 == digest).limit(1)) is None:
        session.add(FileContent(id=new_id(), sha256=digest, content=content))
        session.flush()
