"""What was agreed on a visit, sentence by sentence, and the records each sentence can become."""

import re
from itertools import zip_longest
from typing import Final

from cabinet_app.domain.cadence import CadenceKind, CadenceRule
from cabinet_app.domain.projects import Project, ProjectTown
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, AgreementParty
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit

_NUMBER: Final = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[a-zčšž][)]|[-–—•*])\s+")
# A word of four letters and more ends a sentence, `dr.` and `mag.` do not.
_ENDS: Final = re.compile(r"(?<=\w{4}[.!?])(?<![Pp]rof\.)\s+(?=[A-ZČŠŽĐĆÄÖÜ])")
_TITLE: Final = 90


def agreed_sentences(outcomes: LocalizedText) -> list[LocalizedText]:
    """The matters that were agreed, each in the languages in which it was written.

    Where the languages do not have the same number of matters, nobody can tell which belong together; then
    those of the first language that has any are taken alone.
    """
    by_language = [_matters(outcomes.get(language)) for language in Language]
    written = [matters for matters in by_language if matters]
    if len({len(matters) for matters in written}) > 1:
        first = next(place for place, matters in enumerate(by_language) if matters)
        by_language = [matters if place == first else [] for place, matters in enumerate(by_language)]
    return [LocalizedText(*texts) for texts in zip_longest(*by_language, fillvalue="")]


def promised_in(sentence: LocalizedText) -> CadenceRule | None:
    """The rule of regular meetings that the sentence promises, None if it promises none."""
    for text in sentence.all:
        from cabinet_app.domain.cadence_text import recognise

        rule = recognise(text)
        if rule is not None and rule.kind is not CadenceKind.NONE:
            return rule
    return None


def project_from(visit: Visit, sentence: LocalizedText, document: str, home_place: int | None) -> Project:
    """An idea for a project of the two towns, with the words it was agreed in."""
    towns = dict.fromkeys(place for place in (home_place, visit.partner_place_id) if place)
    return Project(
        title=LocalizedText(*(_title(sentence.get(language)) for language in Language)),
        purpose=sentence,
        starts=VagueDate(str(visit.starts_on.year)) if visit.starts_on else VagueDate(),
        visit_id=visit.id or None,
        towns=[ProjectTown(place_id=place) for place in towns],
        sources=[_source(sentence, document)],
    )


def step_from(visit: Visit, sentence: LocalizedText, document: str) -> AgreementEvent:
    """The first step on the way to an agreement, done on the last day of the visit."""
    day = visit.ends_on or visit.starts_on
    return AgreementEvent(
        kind=AgreementEventKind.INITIATIVE,
        happened_on=VagueDate.of(day) if day else VagueDate(),
        visit_id=visit.id or None,
        remark=sentence,
        sources=[_source(sentence, document)],
    )


def agreement_from(visit: Visit, step: AgreementEvent, home_place: int | None) -> Agreement:
    """A new agreement of the two sides that begins with the step; its title is still to come."""
    parties = [AgreementParty(place_id=home_place)] if home_place else []
    if visit.partner_place_id:
        parties.append(AgreementParty(place_id=visit.partner_place_id))
    elif visit.partner_organization_id:
        parties.append(AgreementParty(organization_id=visit.partner_organization_id))
    return Agreement(parties=parties, events=[step])


def _matters(text: str) -> list[str]:
    """One matter a line; a text of one line has one in each sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    bare = [_NUMBER.sub("", line) for line in lines]
    parts = bare if len(lines) > 1 else [part for line in bare for part in _ENDS.split(line)]
    return [part for part in parts if part]


def _title(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".;")
    if len(flat) <= _TITLE:
        return flat
    return flat[:_TITLE].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _source(sentence: LocalizedText, document: str) -> SourceRef:
    return SourceRef(document=document, quote=sentence.shown(Language.SL))
