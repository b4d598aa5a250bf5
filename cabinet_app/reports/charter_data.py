"""What a signing charter prints."""

from dataclasses import dataclass, field
from datetime import datetime

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.charter_words import Charter


@dataclass(frozen=True, slots=True)
class CharterData:
    """The charter in its languages; `text` is what was written by hand and stands before the template."""

    printed_at: datetime
    title: LocalizedText
    charter: Charter
    languages: tuple[Language, ...]
    text: LocalizedText = field(default_factory=LocalizedText)
    arms: bytes | None = None
