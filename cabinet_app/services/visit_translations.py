"""What a text was called in the other languages before: in the register, in templates, among usual words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.meetings import AgendaItem
from cabinet_app.db.tables.people import Person
from cabinet_app.db.tables.protocol import TemplateItem, TemplateTask
from cabinet_app.db.tables.tasks import Task
from cabinet_app.db.tables.visits import Delegate, ProgrammeItem, Visit, VisitTopic
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.paths import resources
from cabinet_app.services.templates import shipped_templates

_TEXTS: Final[tuple[tuple[type[Any], tuple[str, ...]], ...]] = (
    (ProgrammeItem, ("title", "description", "dress", "transport")),
    (VisitTopic, ("text",)),
    (Visit, ("title", "purpose")),
    (Delegate, ("function", "order_task")),
    (Person, ("function",)),
    (AgendaItem, ("title",)),
    (TemplateItem, ("title", "description")),
    (TemplateTask, ("title",)),
    (Task, ("title",)),
)


class Origin(StrEnum):
    """Where a suggestion comes from."""

    REGISTER = "register"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text in a language in which it is missing; `source` is what it says in another."""

    language: Language
    text: str
    source: str
    origin: Origin


def suggestions(session: Session, texts: Collection[LocalizedText]) -> dict[LocalizedText, list[Suggestion]]:
    """For each text what its missing languages may be, at most one suggestion for each language.

    What somebody wrote in the register comes before the usual words; the form used most often wins.
    """
    wanted = [text for text in dict.fromkeys(texts) if text.missing()]
    if not wanted:
        return {}
    known = _Memory(_written(session, wanted))
    usual = _Memory(_usual())
    found: dict[LocalizedText, list[Suggestion]] = {}
    for text in wanted:
        for language in text.missing():
            offered = known.offer(text, language, Origin.REGISTER) or usual.offer(
                text, language, Origin.WORDS
            )
            if offered:
                found.setdefault(text, []).append(offered)
    return found


class _Memory:
    """Texts in several languages, found by what they say in one."""

    def __init__(self, texts: Iterable[LocalizedText]) -> None:
        self._by_words: dict[tuple[Language, str], Counter[LocalizedText]] = {}
        for text in texts:
            for language in Language:
                if text.get(language):
                    key = language, _plain(text.get(language))
                    self._by_words.setdefault(key, Counter())[text] += 1

    def offer(self, text: LocalizedText, language: Language, origin: Origin) -> Suggestion | None:
        """The usual form in `language` of a text that says the same in another."""
        for source in Language:
            said = text.get(source)
            forms: Counter[str] = Counter()
            for other, count in self._by_words.get((source, _plain(said)), Counter()).items():
                if said and other.get(language):
                    forms[_cased(other.get(language), other.get(source), said, language)] += count
            if forms:
                return Suggestion(language, forms.most_common(1)[0][0], said, origin)
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _cased(text: str, known: str, said: str, language: Language) -> str:
    """With the capital that the source has now; German nouns keep theirs."""
    if known[:1] == said[:1]:
        return text
    if said[:1].isupper():
        return text[:1].upper() + text[1:]
    return text if language is Language.DE else text[:1].lower() + text[1:]


def _written(session: Session, texts: Collection[LocalizedText]) -> Iterator[LocalizedText]:
    """Texts of the register that say, in some language, what one of these says."""
    said = {
        language: sorted({text.get(language) for text in texts if text.get(language)})
        for language in Language
    }
    for table, fields in _TEXTS:
        for field in fields:
            columns = {language: getattr(table, f"{field}_{language}") for language in Language}
            fits = or_(*(columns[language].in_(words) for language, words in said.items() if words))
            for row in session.execute(select(*columns.values()).where(fits)):
                yield LocalizedText(*row)


def _usual() -> Iterator[LocalizedText]:
    for template in shipped_templates():
        for item in template.items:
            yield item.title
            yield item.description
        yield from (task.title for task in template.tasks)
    yield from _words()


@cache
def _words() -> tuple[LocalizedText, ...]:
    lines = (resources() / "templates" / "words.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(LocalizedText(*line.split("\t")) for line in lines[1:])
