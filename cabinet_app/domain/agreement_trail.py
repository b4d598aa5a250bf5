"""The legal trail of an agreement: initiative, opinion, council, signature; and what is missing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cabinet_app.domain.agreement_status import RESTING, SIGNINGS, has_happened, shown_status
from cabinet_app.domain.meetings import DecisionStatus
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind
from cabinet_app.domain.vague_dates import VagueDate

_Kind = AgreementEventKind


class TrailStep(StrEnum):
    INITIATIVE = "initiative"
    OPINION = "opinion"
    COUNCIL = "council"
    SIGNATURE = "signature"


class StepState(StrEnum):
    """DONE; AHEAD: a later date is set; NEXT: the first one to do; OPEN: to do after that.

    UNRECORDED: a later step is done, so this one was as well or was not needed. REFUSED: decided against.
    """

    DONE = "done"
    AHEAD = "ahead"
    NEXT = "next"
    OPEN = "open"
    UNRECORDED = "unrecorded"
    REFUSED = "refused"


class Lack(StrEnum):
    """What one would look for on the paper and does not find."""

    INITIATIVE = "initiative"
    OPINION = "opinion"
    OPINION_SESSION = "opinion_session"
    OPINION_DECISION = "opinion_decision"
    COUNCIL = "council"
    COUNCIL_SESSION = "council_session"
    COUNCIL_DECISION = "council_decision"
    TEXT = "text"
    SIGNING = "signing"
    SIGNING_PLACE = "signing_place"
    SIGNATORIES = "signatories"


@dataclass(frozen=True, slots=True)
class Step:
    """One step with the event that stands for it, None where there is none."""

    step: TrailStep
    state: StepState
    event: AgreementEvent | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """`lacks` is what is missing for the next step, or in the papers of the one done last."""

    steps: tuple[Step, ...]
    next_step: TrailStep | None
    lacks: tuple[Lack, ...]


_KINDS: Final[Mapping[TrailStep, Collection[AgreementEventKind]]] = {
    TrailStep.INITIATIVE: {_Kind.INITIATIVE, _Kind.LETTER_OF_INTENT},
    TrailStep.OPINION: {_Kind.COMMISSION_OPINION},
    TrailStep.COUNCIL: {_Kind.COUNCIL_DECISION},
    TrailStep.SIGNATURE: SIGNINGS,
}


_ORDER: Final = {
    kind: place
    for place, kind in enumerate(
        (
            _Kind.INITIATIVE,
            _Kind.LETTER_OF_INTENT,
            _Kind.COMMISSION_OPINION,
            _Kind.COUNCIL_DECISION,
            _Kind.SIGNING,
            _Kind.COUNTER_SIGNING,
            _Kind.RENEWAL,
            _Kind.FREEZE,
            _Kind.TERMINATION,
        )
    )
}
_BEGINNINGS: Final = frozenset({_Kind.INITIATIVE, _Kind.LETTER_OF_INTENT, _Kind.COMMISSION_OPINION})


def story_order(kind: AgreementEventKind, when: VagueDate) -> tuple[date, int]:
    """Where an act stands among the others: a decision of December after an opinion of 14 December.

    A beginning counts from the first day it can be, what follows from the last: a suspension of 2022 comes
    after the signing of January 2022. Acts without a date come last.
    """
    day = when.earliest if kind in _BEGINNINGS else when.latest
    return day or date.max, _ORDER[kind]


def legal_trail(
    agreement: Agreement, today: date, decisions: Mapping[int, DecisionStatus] | None = None
) -> Trail:
    """The four steps as the events tell them; `decisions` are those that the events name, by their id."""
    known = decisions or {}
    found = {step: _event_of(step, agreement, today) for step in TrailStep}
    last = max(
        (place for place, step in enumerate(TrailStep) if _is_done(found[step], today, known)), default=-1
    )
    states = [_state(found[step], place, last, today, known) for place, step in enumerate(TrailStep)]
    following: TrailStep | None = None
    if StepState.REFUSED not in states and shown_status(agreement, today) not in RESTING:
        for place, step in enumerate(TrailStep):
            if states[place] in {StepState.OPEN, StepState.AHEAD}:
                following = step
                states[place] = StepState.NEXT if states[place] is StepState.OPEN else StepState.AHEAD
                break
    steps = [Step(step, state, found[step]) for step, state in zip(TrailStep, states, strict=True)]
    return Trail(tuple(steps), following, _lacks(agreement, found, following, last, known))


def _event_of(step: TrailStep, agreement: Agreement, today: date) -> AgreementEvent | None:
    """The first event of the step that has happened, else the first that is to come."""
    events = sorted(
        (event for event in agreement.events if event.kind in _KINDS[step]),
        key=lambda event: (not has_happened(event.happened_on, today), event.happened_on.sort_key),
    )
    return events[0] if events else None


def _is_refused(event: AgreementEvent, decisions: Mapping[int, DecisionStatus]) -> bool:
    return decisions.get(event.decision_id) is DecisionStatus.REJECTED


def _is_done(event: AgreementEvent | None, today: date, decisions: Mapping[int, DecisionStatus]) -> bool:
    return event is not None and has_happened(event.happened_on, today) and not _is_refused(event, decisions)


def _state(
    event: AgreementEvent | None, place: int, last: int, today: date, decisions: Mapping[int, DecisionStatus]
) -> StepState:
    if _is_done(event, today, decisions):
        return StepState.DONE
    if event is not None and has_happened(event.happened_on, today):
        return StepState.UNRECORDED if place < last else StepState.REFUSED
    if place < last:
        return StepState.UNRECORDED
    return StepState.OPEN if event is None else StepState.AHEAD


def _lacks(
    agreement: Agreement,
    found: Mapping[TrailStep, AgreementEvent | None],
    following: TrailStep | None,
    last: int,
    decisions: Mapping[int, DecisionStatus],
) -> tuple[Lack, ...]:
    """Only what the next step needs: nobody looks for the session of a twinning of 1957."""
    if following is None:
        return ()
    lacks: list[Lack] = []
    opinion, council = found[TrailStep.OPINION], found[TrailStep.COUNCIL]
    if following is TrailStep.INITIATIVE:
        lacks.append(Lack.INITIATIVE)
    if following is TrailStep.OPINION:
        lacks.append(Lack.OPINION)
    if following is TrailStep.COUNCIL:
        lacks += _papers_of(opinion, Lack.OPINION_SESSION, Lack.OPINION_DECISION, decisions)
        lacks.append(Lack.COUNCIL)
    if following is TrailStep.SIGNATURE:
        lacks += _papers_of(council, Lack.COUNCIL_SESSION, Lack.COUNCIL_DECISION, decisions)
        lacks += _for_signing(agreement, found[TrailStep.SIGNATURE])
    ahead = found[following]
    if ahead is not None and following is not TrailStep.SIGNATURE:
        lacks = [lack for lack in lacks if lack.value != following.value]
    return tuple(lacks) if last >= 0 or following is TrailStep.INITIATIVE else (Lack.INITIATIVE, *lacks)


def _papers_of(
    event: AgreementEvent | None, session: Lack, decision: Lack, decisions: Mapping[int, DecisionStatus]
) -> list[Lack]:
    if event is None:
        return []
    if event.meeting_id is None:
        return [session]
    return [] if event.decision_id in decisions else [decision]


def _for_signing(agreement: Agreement, signing: AgreementEvent | None) -> list[Lack]:
    lacks = [Lack.TEXT] if agreement.text.is_empty else []
    if signing is None:
        return [*lacks, Lack.SIGNING]
    if signing.place_id is None and not signing.places:
        lacks.append(Lack.SIGNING_PLACE)
    if not signing.signatories:
        lacks.append(Lack.SIGNATORIES)
    return lacks
