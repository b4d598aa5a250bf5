"""Files kept inside the register: scans, photographs, material."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from cabinet_app.domain.references import AgreementId, MeetingId, PersonId, ProjectId, VisitId
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate

GREATEST_SIZE: Final = 50 * 1024 * 1024
_LONGEST_NAME: Final = 120
# What Windows keeps for itself, with any ending.
_RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
# A double click on one of these runs it.
_PROGRAM: Final = re.compile(
    r"\.(app|appimage|bat|cmd|com|cpl|deb|desktop|dll|docm|dotm|exe|hta|html?|jar|jse?|lnk|mht|mhtml|msc|msi"
    r"|ppam|pptm|ps1|pyw?|reg|rpm|scr|sh|svg|url|vb|vbe|vbs|wsf|wsh|xhtml|xlam|xlsm|xltm|xml)$"
)


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


def clean_file_name(name: str) -> str:
    """A name that is safe on every system: no path, no control or direction marks, nothing reserved."""
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub("_", unicodedata.normalize("NFC", visible))).strip(" .")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    ending = PurePosixPath(plain).suffix[:20]
    return f"{plain[: len(plain) - len(ending)][: _LONGEST_NAME - len(ending)]}{ending}" or "_"


def is_program(name: str) -> bool:
    """Whether opening a file of this name could run it; such a file is only ever saved."""
    return bool(_PROGRAM.search(name.casefold().rstrip(" .")))
