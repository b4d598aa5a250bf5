"""Which texts of a visit that guests read are not written in every language."""

from collections.abc import Iterator
from dataclasses import dataclass

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Audience, ProgrammeItemStatus, Visit
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.visit_words import item_title


@dataclass(frozen=True, slots=True)
class MissingText:
    """A text that exists but lacks `languages`; `field` is where it stands: `programme[2].title`."""

    field: str
    words: str
    languages: tuple[Language, ...]


def missing_texts(visit: Visit, t: Translator) -> list[MissingText]:
    """In the order of the form. What only the house reads need not be translated."""
    return [
        MissingText(field, words, text.missing()) for field, words, text in _texts(visit, t) if text.missing()
    ]


def _texts(visit: Visit, t: Translator) -> Iterator[tuple[str, str, LocalizedText]]:
    g, language = t.gettext, t.language
    yield "title", g("Title"), visit.title
    yield "purpose", g("Purpose"), visit.purpose
    for number, delegation in enumerate(visit.delegations):
        for place, delegate in enumerate(delegation.delegates):
            function = delegate.function
            yield f"delegations[{number}].delegates[{place}].function", function.shown(language), function
    for number, item in enumerate(visit.programme):
        if item.audience is not Audience.INTERNAL and item.status is not ProgrammeItemStatus.DROPPED:
            yield f"programme[{number}].title", item_title(item, t), item.title
            yield f"programme[{number}].description", item_title(item, t), item.description
    for number, topic in enumerate(visit.topics):
        yield f"topics[{number}].text", topic.text.shown(language), topic.text
    yield "outcomes", g("What was agreed"), visit.outcomes
