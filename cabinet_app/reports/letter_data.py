"""What stands on a letter."""

from dataclasses import dataclass
from datetime import date, datetime

from cabinet_app.domain.texts import Language


@dataclass(frozen=True, slots=True)
class LetterData:
    """A letter as it was written; `place` is the town of the house in the language of the letter."""

    language: Language
    printed_at: datetime
    place: str = ""
    written_on: date | None = None
    our_reference: str = ""
    recipient: tuple[str, ...] = ()
    subject: str = ""
    salutation: str = ""
    paragraphs: tuple[str, ...] = ()
    closing: str = ""
    signatory: str = ""
    signatory_function: str = ""
    addressee: str = ""
