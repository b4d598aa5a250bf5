"""The legal trail, votes, local times and sources of an agreement in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cabinet_app.domain.agreement_trail import Lack, StepState, Trail, TrailStep
from cabinet_app.domain.meetings import VoteEvent
from cabinet_app.domain.references import SourceRef
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import N_, Translator, pgettext_noop
from cabinet_app.i18n.house_language import vote_formula

_STEPS: Final[dict[TrailStep, tuple[str, str]]] = {
    TrailStep.INITIATIVE: pgettext_noop("legal trail", "initiative"),
    TrailStep.OPINION: pgettext_noop("legal trail", "commission"),
    TrailStep.COUNCIL: pgettext_noop("legal trail", "council"),
    TrailStep.SIGNATURE: pgettext_noop("legal trail", "signing"),
}
_STATES: Final[dict[StepState, tuple[str, str]]] = {
    StepState.DONE: pgettext_noop("legal trail", "done"),
    StepState.AHEAD: pgettext_noop("legal trail", "date set"),
    StepState.NEXT: pgettext_noop("legal trail", "next"),
    StepState.OPEN: pgettext_noop("legal trail", "to do"),
    StepState.UNRECORDED: pgettext_noop("legal trail", "not entered"),
    StepState.REFUSED: pgettext_noop("legal trail", "rejected"),
}
_LACKS: Final[dict[Lack, str]] = {
    Lack.INITIATIVE: N_("Nobody has entered where the initiative came from."),
    Lack.OPINION: N_("The commission has not given its opinion yet."),
    Lack.OPINION_SESSION: N_("The session at which the commission gave its opinion is not linked."),
    Lack.OPINION_DECISION: N_("The decision of the commission in the minutes is not linked."),
    Lack.COUNCIL: N_("The council has not decided yet."),
    Lack.COUNCIL_SESSION: N_("The session at which the council decided is not linked."),
    Lack.COUNCIL_DECISION: N_("The decision of the council in the minutes is not linked."),
    Lack.TEXT: N_("The text of the agreement has not been entered."),
    Lack.SIGNING: N_("No date has been set for the signing."),
    Lack.SIGNING_PLACE: N_("The place of the signing has not been entered."),
    Lack.SIGNATORIES: N_("Who is going to sign has not been entered."),
}
_NEXT: Final[dict[TrailStep, str]] = {
    TrailStep.INITIATIVE: N_("Next step: the initiative."),
    TrailStep.OPINION: N_("Next step: the opinion of the commission."),
    TrailStep.COUNCIL: N_("Next step: the decision of the council."),
    TrailStep.SIGNATURE: N_("Next step: the signing."),
}


def step_word(step: TrailStep, t: Translator) -> str:
    """`komisija`."""
    return t.pgettext(*_STEPS[step])


def state_word(state: StepState, t: Translator) -> str:
    """`opravljeno`."""
    return t.pgettext(*_STATES[state])


def trail_sentences(trail: Trail, t: Translator) -> list[str]:
    """The next step and what is missing for it; nothing where there is none."""
    if trail.next_step is None:
        if any(step.state is StepState.REFUSED for step in trail.steps):
            return [t.gettext("The proposal was rejected.")]
        return []
    return [t.gettext(_NEXT[trail.next_step]), *(t.gettext(_LACKS[lack]) for lack in trail.lacks)]


def vote_words(vote: VoteEvent | None, t: Translator) -> str:
    """`(4 PRISOTNI: 4 ZA)` without its brackets; nothing where no vote was noted."""
    if vote is None:
        return ""
    return vote_formula(t, vote.present, vote.in_favour, vote.against, vote.abstained).strip("()")


def session_words(number: str, body: str, day: datetime | None, t: Translator) -> str:
    """`2. seja · Komisija za …`, in apposition: names are never declined."""
    session = t.gettext("session {number}").format(number=number) if number else ""
    when = dates.numeric(day.date(), t.language) if day else ""
    return " · ".join(part for part in (session, body, when) if part)


def local_times(times: Sequence[tuple[str, datetime | None]], t: Translator) -> list[str]:
    """When it was at each place of an act; the date stands with each hour where dates differ.

    `Kranj: 13. 12. 2021 ob 22.00`, `Zhangjiakou: 14. 12. 2021 ob 5.00`.
    """
    known = [moment for _, moment in times if moment is not None]
    differ = len({moment.date() for moment in known}) > 1
    told = []
    for place, moment in times:
        if moment is None:
            told.append(place)
            continue
        clock = dates.time(moment.time(), t.language)
        if differ or len(times) == 1:
            day = dates.numeric(moment.date(), t.language)
            clock = t.gettext("{date}, {time}").format(date=day, time=clock)
        told.append(f"{place}: {clock}" if place else clock)
    return [words for words in told if words]


def source_words(source: SourceRef, t: Translator) -> str:
    """`Gorenjski glas, 2. 2. 2022, str. 3: »v ponedeljek«`."""
    words = ", ".join(part for part in (source.document, source.locator) if part)
    if not source.quote:
        return words
    return t.gettext("{document}: “{quote}”").format(document=words, quote=source.quote)


def source_tip(sources: Sequence[SourceRef], t: Translator) -> str:
    """What is shown over a field: `Vir: …`, one source to a line."""
    told = (source_words(source, t) for source in sources)
    return "\n".join(t.gettext("Source: {words}").format(words=words) for words in told if words)
