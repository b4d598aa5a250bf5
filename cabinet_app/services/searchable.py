"""What search and order look at: folded texts and sort keys that are stored with each record."""

from collections.abc import Iterator
from typing import Any

from cabinet_app.domain.documents import field_types
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.collation import fold, sort_key


def search_text(record: Any) -> str:
    """Every text the record holds, folded, for search."""
    return " ".join(dict.fromkeys(fold(text) for text in _texts(record) if text))


def sort_keys(record: Any, title: LocalizedText) -> tuple[str, str, str]:
    """The record's place in the Slovenian, German and English order; persons by their family names."""
    if isinstance(record, Person):
        title = LocalizedText(*(record.name.sort_text,) * 3)
    sl, de, en = (sort_key(title.shown(language), language) for language in Language)
    return sl, de, en


def words_of(query: str) -> list[str]:
    """The folded words of a search; a record is found where it holds all of them, in any order."""
    return fold(query).split()


def _texts(record: Any) -> Iterator[str]:
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, LocalizedText):
            yield from value.all
        elif isinstance(value, PersonName):
            yield value.with_titles
        elif isinstance(value, VagueDate):
            yield value.wording
        elif field.is_list and field.is_record:
            for child in value:
                yield from _texts(child)
        elif isinstance(value, str) and field.base is str:
            yield value
