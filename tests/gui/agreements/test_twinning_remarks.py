from datetime import date

import pytest

from cabinet_app.domain.projects import Project, ProjectStatus, ProjectTown
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    AgreementStatus,
    ClaimedDate,
    Partnership,
    Signatory,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements import remarks
from cabinet_app.gui.widgets.form import Severity
from cabinet_app.i18n.catalogs import translator

T = translator(Language.EN)
TODAY = date(2026, 2, 22)
TWO = [AgreementParty(name="Kranj"), AgreementParty(name="Rivoli")]


def found(agreement: Agreement) -> dict[str, tuple[Severity, str]]:
    return {one.field: (one.severity, one.message) for one in remarks.agreement_findings(agreement, TODAY, T)}


def event(chosen: str, *claimed: str) -> AgreementEvent:
    dates = [ClaimedDate(happened_on=VagueDate(edtf)) for edtf in claimed]
    return AgreementEvent(
        happened_on=VagueDate(chosen), claimed_dates=dates, signatories=[Signatory(name="A")]
    )


@pytest.mark.parametrize("parties", [[], TWO[:1]])
def test_fewer_than_two_parties_stand_in_the_way(parties):
    severity, sentence = found(Agreement(parties=parties))["parties"]
    assert severity is Severity.ERROR
    assert "at least two parties" in sentence


def test_counted_parties_without_names_are_enough():
    assert "parties" not in found(Agreement(party_count=24))


def test_an_end_before_the_start_stands_in_the_way():
    agreement = Agreement(parties=TWO, valid_from=VagueDate("2020"), valid_to=VagueDate("2019-12"))
    assert found(agreement)["valid_to"][0] is Severity.ERROR


def test_an_end_in_the_year_of_the_start_is_no_error():
    agreement = Agreement(parties=TWO, valid_from=VagueDate("2030-05"), valid_to=VagueDate("2030"))
    assert "valid_to" not in found(agreement)


def test_a_term_that_has_run_out_is_told_while_the_status_says_in_force():
    agreement = Agreement(
        parties=TWO,
        status=AgreementStatus.IN_FORCE,
        status_by_hand=True,
        status_reason="prolonged",
        valid_to=VagueDate("2025"),
        events=[event("2020")],
    )
    severity, sentence = found(agreement)["valid_to"]
    assert severity is Severity.NOTE
    assert "in force" in sentence


@pytest.mark.parametrize("edtf", ["2026", "2026-02", "2026-02-22", ""])
def test_a_term_that_may_still_run_is_not_told(edtf):
    agreement = Agreement(parties=TWO, status=AgreementStatus.IN_FORCE, valid_to=VagueDate(edtf))
    assert "valid_to" not in found(agreement)


def test_an_expired_agreement_needs_no_reminder():
    agreement = Agreement(parties=TWO, status=AgreementStatus.EXPIRED, valid_to=VagueDate("2001"))
    assert "valid_to" not in found(agreement)


@pytest.mark.parametrize(
    ("chosen", "claimed", "differing"),
    [
        ("1957", ["1965"], ["1965"]),
        ("1957", ["1957-05-03"], []),
        ("1957-05-03", ["1957"], []),
        ("1957-05-03", ["1957-05-04"], ["1957-05-04"]),
        ("195X", ["1958", "1961"], ["1961"]),
        ("", ["1965"], ["1965"]),
        ("2008", [""], []),
    ],
)
def test_only_a_claimed_date_that_cannot_be_the_chosen_one_conflicts(chosen, claimed, differing):
    assert [one.edtf for one in remarks.conflicting_dates(event(chosen, *claimed))] == differing


def test_a_conflict_names_the_dates_of_the_other_sources():
    sentences = [one.message for one in remarks.event_findings(event("1957", "1965", "1968"), T)]
    assert sentences == ["Another source gives 1965, 1968."]


def test_claimed_dates_without_a_chosen_one_ask_for_a_choice():
    assert "No date has been chosen yet" in remarks.event_findings(event("", "1965"), T)[0].message


@pytest.mark.parametrize("kind", [AgreementEventKind.SIGNING, AgreementEventKind.COUNTER_SIGNING])
def test_a_signing_without_signatory_is_told(kind):
    assert [one.field for one in remarks.event_findings(AgreementEvent(kind=kind), T)] == ["signatories"]


def test_an_opinion_of_the_commission_needs_no_signatory():
    assert not remarks.event_findings(AgreementEvent(kind=AgreementEventKind.COMMISSION_OPINION), T)


def test_the_remarks_on_all_events_stand_under_the_timeline_with_their_event():
    agreement = Agreement(
        parties=TWO, events=[event("1957", "1965"), AgreementEvent(happened_on=VagueDate("2008"))]
    )
    lines = found(agreement)["events"][1].split("\n⚠ ")
    assert lines == [
        "Signing, 1957: Another source gives 1965.",
        "Signing, 2008: No signatory has been entered.",
    ]


def test_a_text_in_one_language_names_the_missing_ones_in_the_language_of_the_window():
    title = LocalizedText(sl="Listina")
    sentence = found(Agreement(parties=TWO, title=title))["title"][1]
    assert sentence == "Not written yet: German, English."


def test_a_text_that_nobody_has_begun_is_not_missing():
    assert "title" not in found(Agreement(parties=TWO))


def test_only_what_nobody_has_checked_is_called_unverified():
    assert "verified" in found(Agreement(parties=TWO, verified=Verification.NO))
    assert "verified" not in found(Agreement(parties=TWO, verified=Verification.PARTLY))


def test_a_partnership_without_partner_is_reminded_of_it_once_it_is_stored():
    assert not remarks.partnership_findings(Partnership(), T, is_new=True)
    notes = remarks.partnership_findings(Partnership(), T, is_new=False)
    assert [(one.field, one.severity) for one in notes] == [("place_id", Severity.NOTE)]


def test_a_running_project_whose_end_has_passed_is_told():
    project = Project(status=ProjectStatus.RUNNING, ends=VagueDate("2020-12"))
    assert [one.field for one in remarks.project_findings(project, TODAY, T)] == ["ends"]
    project.status = ProjectStatus.CLOSED
    assert not remarks.project_findings(project, TODAY, T)


def test_a_project_that_ends_before_it_starts_cannot_be_stored():
    project = Project(title=same("A"), starts=VagueDate("2021"), ends=VagueDate("2020"))
    assert [one.severity for one in remarks.project_findings(project, TODAY, T)] == [Severity.ERROR]


def test_more_towns_by_name_than_by_number_is_told():
    project = Project(town_count=1, towns=[ProjectTown(), ProjectTown()])
    assert "2 towns" in remarks.project_findings(project, TODAY, T)[0].message
