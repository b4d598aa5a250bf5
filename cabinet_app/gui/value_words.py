"""Any value of a record in a few words, for histories and conflicts."""

from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from types import UnionType
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


def _words(value: object, language: Language) -> str:
    if value is None or value == "":
        return NOTHING
    for kind, words in _BY_KIND:
        if isinstance(value, kind):
            return words(value, language) or NOTHING
    return _iso_words(str(value), language)


def _document_words(document: dict[str, Any], language: Language) -> str:
    """A value of a record's document: a text in languages, a vague date, or a part named by its texts."""
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


def _moment_words(moment: datetime, language: Language) -> str:
    return f"{dates.numeric(moment.date(), language)} {dates.time(moment.time(), language)}"


def _vague_words(value: VagueDate, language: Language) -> str:
    return value.wording or dates.vague(value, language)


def _localized_words(value: LocalizedText, language: Language) -> str:
    return value.shown(language)


def _truth_words(value: bool, _language: Language) -> str:
    return "✓" if value else NOTHING


def _member_words(value: Enum, _language: Language) -> str:
    return str(value.value)


def _list_words(value: list[object] | tuple[object, ...], _language: Language) -> str:
    return str(len(value))


# A moment is a date too, and a truth value a number: the narrower kind comes first.
_BY_KIND: tuple[tuple[type | UnionType, Callable[[Any, Language], str]], ...] = (
    (dict, _document_words),
    (LocalizedText, _localized_words),
    (VagueDate, _vague_words),
    (datetime, _moment_words),
    (date, dates.numeric),
    (time, dates.time),
    (bool, _truth_words),
    (Enum, _member_words),
    (list | tuple, _list_words),
)
