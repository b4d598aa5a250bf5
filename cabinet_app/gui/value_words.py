"""Any value of a record in a few words, for histories and conflicts."""

from datetime import date, datetime, time
from enum import Enum
from typing import Any

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n import dates

LONGEST = 80
NOTHING = "—"


def value_words(value: object, language: Language) -> str:
    """The value as the window would write it, cut where it is long; lists are counted."""
    text = _words(value, language)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _words(value: Any, language: Language) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, dict):
        return _document_words(value, language)
    if isinstance(value, LocalizedText):
        return value.shown(language) or NOTHING
    if isinstance(value, VagueDate):
        return value.wording or dates.vague(value, language)
    if isinstance(value, datetime):
        return f"{dates.numeric(value.date(), language)} {dates.time(value.time(), language)}"
    if isinstance(value, date):
        return dates.numeric(value, language)
    if isinstance(value, time):
        return dates.time(value, language)
    if isinstance(value, bool):
        return "✓" if value else NOTHING
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, list | tuple):
        return str(len(value))
    return _iso_words(str(value), language)


def _document_words(document: dict[str, Any], language: Language) -> str:
    """A value of a record's document: a text in languages, a vague date, or a part that is named by its texts."""
    if set(document) <= {item.value for item in Language}:
        return _words(LocalizedText(**document), language)
    if set(document) <= {"edtf", "wording"}:
        return _words(VagueDate(**document), language)
    texts = [
        _words(item, language)
        for key, item in document.items()
        if key != "id" and isinstance(item, dict | str)
    ]
    return ", ".join(text for text in texts if text != NOTHING) or NOTHING


def _iso_words(text: str, language: Language) -> str:
    try:
        return dates.numeric(date.fromisoformat(text), language)
    except ValueError:
        return text
