"""Files kept inside the register: scans, photographs, material."""

from dataclasses import dataclass, field

from cabinet_app.domain.references import AgreementId, MeetingId, PersonId, ProjectId, VisitId
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


@dataclass(slots=True, kw_only=True)
class Document:
    """A file of any kind; its bytes lie apart under `sha256` (64 hexadecimal digits) and never change."""

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    language: str = ""
    dated: VagueDate = field(default_factory=VagueDate)
    agreement_id: AgreementId | None = None
    visit_id: VisitId | None = None
    meeting_id: MeetingId | None = None
    project_id: ProjectId | None = None
    person_id: PersonId | None = None
    notes: str = ""
