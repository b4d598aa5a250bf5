"""Letters from templates: which one fits the occasion, in which language, and the places in it filled in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.protocol import LetterKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Instrument
from cabinet_app.domain.visits import VisitDirection

PLACEHOLDERS: Final = frozenset(
    {"days", "town", "purpose", "topics", "outcomes", "contact", "agreement", "years", "ordinal"}
)
"""Everything a template may name in braces."""
_PLACE = re.compile(r"\{(\w+)\}")
_BLANKS_AT_END = re.compile(r" +\n")
_LAST_PLACE = re.compile(r"\s*\{\w+\}$")
_GERMAN_SPEAKING: Final = frozenset({"AT", "DE", "CH", "LI"})


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The words of a letter with places in braces: `{town}`.

    Each line of the body is a sentence, a blank line ends a paragraph.
    """

    subject: str
    body: str
    closing: str


def template_key(kind: LetterKind, direction: VisitDirection | None, instrument: Instrument | None) -> str:
    """The name of the template for the occasion."""
    if kind is LetterKind.THANKS:
        return "thanks_as_guests" if direction is VisitDirection.OUTGOING else "thanks_as_hosts"
    if kind is LetterKind.CONGRATULATION:
        twinned = instrument is Instrument.TWINNING_CHARTER
        return "congratulation_twinning" if twinned else "congratulation"
    return kind.value


def filled(template: LetterTemplate, values: Mapping[str, str]) -> LetterTemplate:
    """The template with its places filled; a sentence that would have a hole in it is left out.

    A subject does without what stands last in it. What is put in is never read as a template again.
    """
    subject = template.subject
    if not all(values.get(name) for name in _PLACE.findall(subject)):
        subject = _LAST_PLACE.sub("", subject)
    return LetterTemplate(_without_holes(subject, values), _body(template.body, values), template.closing)


def letter_language(spoken: Sequence[str], country: str) -> Language:
    """The language a person is written to in: the first of ours they speak, else that of their country."""
    ours = [Language(code) for code in spoken if code in {language.value for language in Language}]
    if ours:
        return ours[0]
    if country == "SI":
        return Language.SL
    return Language.DE if country in _GERMAN_SPEAKING else Language.EN


def kinds_for(direction: VisitDirection) -> tuple[LetterKind, ...]:
    """The letters that a visit gives occasion to."""
    if direction is VisitDirection.INCOMING:
        return LetterKind.INVITATION, LetterKind.WELCOME, LetterKind.THANKS
    return (LetterKind.THANKS,)


def _body(text: str, values: Mapping[str, str]) -> str:
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        sentences = [_without_holes(line.strip(), values) for line in paragraph.splitlines()]
        paragraphs.append(" ".join(sentence for sentence in sentences if sentence))
    return _BLANKS_AT_END.sub("\n", "\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _without_holes(sentence: str, values: Mapping[str, str]) -> str:
    if not all(values.get(name) for name in _PLACE.findall(sentence)):
        return ""
    return _PLACE.sub(lambda place: values[place[1]], sentence)
