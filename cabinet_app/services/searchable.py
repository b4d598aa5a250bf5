"""What search and order look at: folded texts and sort keys that are stored with each record."""

import re
from collections.abc import Iterator
from typing import Any

from cabinet_app.domain.documents import field_types
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.collation import fold, sort_key

# An index of PostgreSQL takes no more than some 2,700 bytes.
_SORTED_LENGTH = 200
_LONGEST_QUERY = 2000
_LONGEST_WORD = 200
_MOST_WORDS = 20
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")


def search_text(record: Any) -> str:
    """Every text the record holds, folded, for search."""
    return " ".join(dict.fromkeys(fold(text) for text in _texts(record) if text))


def sort_keys(record: Any, title: LocalizedText) -> tuple[str, str, str]:
    """The record's place in the Slovenian, German and English order; persons by their family names."""
    if isinstance(record, Person):
        title = LocalizedText(*(record.name.sort_text,) * 3)
    sl, de, en = (sort_key(title.shown(language)[:_SORTED_LENGTH], language) for language in Language)
    return sl, de, en


def words_of(query: str) -> list[str]:
    """The folded words of a search; a record is found where it holds all of them, in any order.

    What nobody types is cut: databases refuse patterns of megabytes and conditions of thousands of parts.
    """
    words = dict.fromkeys(fold(_UNSEARCHABLE.sub(" ", query[:_LONGEST_QUERY])).split())
    return [word[:_LONGEST_WORD] for word in words][:_MOST_WORDS]


def _texts(record: Any) -> Iterator[str]:
    for field in field_types(type(record)):
        if field.is_private:
            continue
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
