"""Initiative, opinion, council, signature: what is done, what is next, what is missing."""

from datetime import date

import pytest

from cabinet_app.domain.agreement_trail import Lack, StepState, TrailStep, legal_trail, story_order
from cabinet_app.domain.meetings import DecisionStatus
from cabinet_app.domain.texts import same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementStatus,
    Signatory,
)
from cabinet_app.domain.vague_dates import VagueDate

Kind = AgreementEventKind
TODAY = date(2021, 12, 20)
DONE, NEXT, OPEN, SKIPPED = StepState.DONE, StepState.NEXT, StepState.OPEN, StepState.UNRECORDED


def event(kind: AgreementEventKind, when: str = "", **values: object) -> AgreementEvent:
    return AgreementEvent(kind=kind, happened_on=VagueDate(when), **values)  # type: ignore[arg-type]


IDEA = event(Kind.INITIATIVE, "2021-07")
OPINION = event(Kind.COMMISSION_OPINION, "2021-12-14", meeting_id=8002, decision_id=9)
COUNCIL = event(Kind.COUNCIL_DECISION, "2021-12-22", meeting_id=8003, decision_id=10)
SUPPORTED = {9: DecisionStatus.ADOPTED, 10: DecisionStatus.ADOPTED}


def states(agreement: Agreement, today: date = TODAY, **known: object) -> list[StepState]:
    return [step.state for step in legal_trail(agreement, today, **known).steps]  # type: ignore[arg-type]


def test_nothing_has_been_done_and_the_initiative_comes_first():
    trail = legal_trail(Agreement(), TODAY)
    assert [step.state for step in trail.steps] == [NEXT, OPEN, OPEN, OPEN]
    assert (trail.next_step, trail.lacks) == (TrailStep.INITIATIVE, (Lack.INITIATIVE,))


def test_after_the_initiative_the_commission_is_asked():
    trail = legal_trail(Agreement(events=[IDEA]), TODAY)
    assert [step.state for step in trail.steps] == [DONE, NEXT, OPEN, OPEN]
    assert trail.lacks == (Lack.OPINION,)


def test_an_opinion_wants_its_session_and_its_decision_before_the_council_sits():
    bare = event(Kind.COMMISSION_OPINION, "2021-12-14")
    assert legal_trail(Agreement(events=[IDEA, bare]), TODAY).lacks == (Lack.OPINION_SESSION, Lack.COUNCIL)
    in_session = event(Kind.COMMISSION_OPINION, "2021-12-14", meeting_id=8002)
    lacks = legal_trail(Agreement(events=[IDEA, in_session]), TODAY).lacks
    assert lacks == (Lack.OPINION_DECISION, Lack.COUNCIL)
    assert legal_trail(Agreement(events=[IDEA, OPINION]), TODAY, SUPPORTED).lacks == (Lack.COUNCIL,)


def test_a_decision_that_is_no_longer_in_the_minutes_is_missing_again():
    assert Lack.OPINION_DECISION in legal_trail(Agreement(events=[IDEA, OPINION]), TODAY, {}).lacks


def test_a_session_of_the_council_on_the_way_is_not_missing():
    trail = legal_trail(Agreement(events=[IDEA, OPINION, COUNCIL]), TODAY, SUPPORTED)
    assert [step.state for step in trail.steps] == [DONE, DONE, StepState.AHEAD, OPEN]
    assert (trail.next_step, trail.lacks) == (TrailStep.COUNCIL, ())


def test_for_the_signing_the_text_the_place_and_who_signs_are_wanted():
    later = date(2021, 12, 23)
    papers = Agreement(events=[IDEA, OPINION, COUNCIL])
    assert legal_trail(papers, later, SUPPORTED).lacks == (Lack.TEXT, Lack.SIGNING)
    papers.text = same("The two towns …")
    assert legal_trail(papers, later, SUPPORTED).lacks == (Lack.SIGNING,)
    papers.events.append(event(Kind.SIGNING, "2022-01-31"))
    assert legal_trail(papers, later, SUPPORTED).lacks == (Lack.SIGNING_PLACE, Lack.SIGNATORIES)
    papers.events[-1] = event(Kind.SIGNING, "2022-01-31", place_id=1, signatories=[Signatory(name="A. B.")])
    trail = legal_trail(papers, later, SUPPORTED)
    assert (trail.next_step, trail.lacks) == (TrailStep.SIGNATURE, ())


def test_a_twinning_of_1957_is_not_asked_for_its_commission():
    trail = legal_trail(Agreement(events=[event(Kind.SIGNING, "1957")]), TODAY)
    assert [step.state for step in trail.steps] == [SKIPPED, SKIPPED, SKIPPED, DONE]
    assert (trail.next_step, trail.lacks) == (None, ())


def test_two_signings_make_one_step_and_the_first_stands_for_it():
    first, second = event(Kind.SIGNING, "1975-10"), event(Kind.COUNTER_SIGNING, "1975-11")
    trail = legal_trail(Agreement(events=[second, first]), TODAY)
    assert trail.steps[-1].event is first


def test_a_rejection_ends_the_way():
    trail = legal_trail(Agreement(events=[IDEA, OPINION]), TODAY, {9: DecisionStatus.REJECTED})
    assert [step.state for step in trail.steps] == [DONE, StepState.REFUSED, OPEN, OPEN]
    assert (trail.next_step, trail.lacks) == (None, ())


def test_a_rejection_that_was_overcome_stands_as_not_recorded():
    signed = Agreement(events=[IDEA, OPINION, event(Kind.SIGNING, "2021-12-19")])
    assert states(signed, decisions={9: DecisionStatus.REJECTED}) == [DONE, SKIPPED, SKIPPED, DONE]


@pytest.mark.parametrize("kind", [Kind.FREEZE, Kind.TERMINATION])
def test_what_was_ended_on_the_way_has_no_next_step(kind):
    ended = Agreement(events=[IDEA, event(kind, "2021-11")], status=AgreementStatus.FROZEN)
    assert legal_trail(ended, TODAY).next_step is None


def test_acts_stand_in_the_order_in_which_they_must_have_happened():
    acts = [
        (Kind.FREEZE, "2022"),
        (Kind.SIGNING, ""),
        (Kind.SIGNING, "2022-01-31"),
        (Kind.COUNCIL_DECISION, "2021-12"),
        (Kind.COMMISSION_OPINION, "2021-12-14"),
        (Kind.INITIATIVE, "2021"),
    ]
    ordered = sorted(acts, key=lambda act: story_order(act[0], VagueDate(act[1])))
    assert [when for _kind, when in ordered] == ["2021", "2021-12-14", "2021-12", "2022-01-31", "2022", ""]
