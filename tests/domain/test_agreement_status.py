"""The status that follows from the events of an agreement."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.agreement_status import (
    contradicts,
    derived_status,
    has_happened,
    shown_status,
    swap_date,
)
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementStatus,
    ClaimedDate,
)
from cabinet_app.domain.vague_dates import VagueDate

Kind, Status = AgreementEventKind, AgreementStatus
TODAY = date(2026, 11, 20)


def agreement(*events: tuple[AgreementEventKind, str], **values: object) -> Agreement:
    acts = [AgreementEvent(kind=kind, happened_on=VagueDate(when)) for kind, when in events]
    return Agreement(events=acts, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], None),
        ([(Kind.INITIATIVE, "2021-07")], Status.DRAFT),
        ([(Kind.LETTER_OF_INTENT, "2019-06")], Status.DRAFT),
        ([(Kind.INITIATIVE, ""), (Kind.COMMISSION_OPINION, "2021-12-14")], Status.COMMISSION_OPINION),
        ([(Kind.COUNCIL_DECISION, "2021-12"), (Kind.COMMISSION_OPINION, "")], Status.COUNCIL_APPROVED),
        ([(Kind.SIGNING, "")], Status.IN_FORCE),
        ([(Kind.SIGNING, "1975-10"), (Kind.COUNTER_SIGNING, "1975-11")], Status.IN_FORCE),
        ([(Kind.SIGNING, "1975-10"), (Kind.RENEWAL, "2025-11")], Status.RENEWED),
        ([(Kind.SIGNING, "2022-01-31"), (Kind.FREEZE, "2022")], Status.FROZEN),
        ([(Kind.FREEZE, "2022"), (Kind.RENEWAL, "2025")], Status.RENEWED),
        ([(Kind.RENEWAL, "2021"), (Kind.FREEZE, "2022")], Status.FROZEN),
        ([(Kind.FREEZE, "2022"), (Kind.RENEWAL, "")], Status.FROZEN),
        ([(Kind.FREEZE, "2022"), (Kind.TERMINATION, "2024")], Status.TERMINATED),
        ([(Kind.SIGNING, "2008"), (Kind.TERMINATION, "")], Status.TERMINATED),
        ([(Kind.COUNCIL_DECISION, "2026-11-01"), (Kind.SIGNING, "2026-12-03")], Status.COUNCIL_APPROVED),
        ([(Kind.SIGNING, "2008"), (Kind.TERMINATION, "2027-01-01")], Status.IN_FORCE),
    ],
)
def test_the_status_follows_from_what_has_happened(events, status):
    assert derived_status(agreement(*events), TODAY) is status


def test_a_term_that_has_run_out_ends_it_and_one_that_has_not_begun_leaves_it_signed():
    signed = (Kind.SIGNING, "2021")
    assert derived_status(agreement(signed, valid_to=VagueDate("2025")), TODAY) is Status.EXPIRED
    assert derived_status(agreement(signed, valid_to=VagueDate("2026")), TODAY) is Status.IN_FORCE
    assert derived_status(agreement(signed, valid_from=VagueDate("2027")), TODAY) is Status.SIGNED
    frozen = agreement(signed, (Kind.FREEZE, "2022"), valid_to=VagueDate("2025"))
    assert derived_status(frozen, TODAY) is Status.FROZEN


def test_time_changes_the_status_that_is_shown_unless_it_was_set_by_hand():
    paper = agreement((Kind.SIGNING, "2021"), status=Status.IN_FORCE, valid_to=VagueDate("2025"))
    assert shown_status(paper, date(2025, 12, 31)) is Status.IN_FORCE
    assert shown_status(paper, TODAY) is Status.EXPIRED
    assert contradicts(paper, TODAY) is None
    paper.status_by_hand, paper.status_reason = True, "prolonged by word of mouth"
    assert shown_status(paper, TODAY) is Status.IN_FORCE
    assert contradicts(paper, TODAY) is Status.EXPIRED


def test_a_status_without_any_event_is_not_contradicted():
    assert contradicts(Agreement(status=Status.FROZEN), TODAY) is None


def test_a_stored_status_that_the_events_do_not_bear_out_is_seen():
    paper = agreement((Kind.SIGNING, "2022-01-31"), (Kind.FREEZE, "2022"), status=Status.IN_FORCE)
    assert contradicts(paper, TODAY) is Status.FROZEN


def yekaterinburg() -> AgreementEvent:
    return AgreementEvent(
        happened_on=VagueDate("2022-01-31"),
        claimed_dates=[
            ClaimedDate(happened_on=VagueDate("2022-01-25"), claim="ceremony on Tuesday", source="press")
        ],
        sources=[
            SourceRef(document="Gorenjski glas, 2. 2. 2022", quote="v ponedeljek", fact="happened_on"),
            SourceRef(document="minutes"),
        ],
    )


def test_the_other_date_is_chosen_by_one_act_and_each_keeps_its_source():
    event = yekaterinburg()
    swap_date(event, 0)
    assert event.happened_on.edtf == "2022-01-25"
    (claim,) = event.claimed_dates
    assert (claim.happened_on.edtf, claim.claim, claim.source) == (
        "2022-01-31",
        "v ponedeljek",
        "Gorenjski glas, 2. 2. 2022",
    )
    spoken = [source for source in event.sources if source.fact == "happened_on"]
    assert [(source.document, source.quote) for source in spoken] == [("press", "ceremony on Tuesday")]
    assert [source.document for source in event.sources if not source.fact] == ["minutes"]


def test_choosing_back_restores_what_was():
    event, before = yekaterinburg(), yekaterinburg()
    swap_date(event, 0)
    swap_date(event, 0)
    assert event.happened_on == before.happened_on
    assert event.claimed_dates == before.claimed_dates
    assert sorted(one.document for one in event.sources) == sorted(one.document for one in before.sources)


def test_a_date_without_words_is_swapped_without_inventing_a_source():
    event = AgreementEvent(
        happened_on=VagueDate("1957"), claimed_dates=[ClaimedDate(happened_on=VagueDate("1965"))]
    )
    swap_date(event, 0)
    assert (event.happened_on.edtf, event.claimed_dates[0].happened_on.edtf) == ("1965", "1957")
    assert not event.sources


DATES = st.sampled_from(["", "1957", "1975-10", "2008-07-25", "2022-12~", "2022-01-10/2022-01-16", "2030"])
EVENTS = st.lists(st.tuples(st.sampled_from(Kind), DATES), max_size=6)


@given(EVENTS)
def test_the_order_in_which_events_were_entered_makes_no_difference(events):
    assert derived_status(agreement(*events), TODAY) is derived_status(agreement(*reversed(events)), TODAY)


@given(EVENTS, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_what_is_still_to_come_changes_nothing(events, today):
    held = [event for event in events if has_happened(VagueDate(event[1]), today)]
    derived = derived_status(agreement(*events), today)
    assert derived is (
        derived_status(agreement(*held), today) if held else (Status.DRAFT if events else None)
    )
