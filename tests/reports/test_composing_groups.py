"""From the register to the prints of a group: periods, sources, members, meetings, parties."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cabinet_app.domain.bodies import Classification, GroupTopic, Membership, MembershipRole, Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, WindowStatus
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.errors import FieldRequired, RecordNotFound
from cabinet_app.reports.catalog import compose, draw, report_kind, write_report
from cabinet_app.reports.composing.groups import period_of
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.options import ReportOptions

NOW = datetime(2016, 10, 12, 8, 30)
YEAR = ReportOptions(NOW, first=date(2016, 1, 1), last=date(2016, 12, 31))
QUOTE = "najmanj enkrat mesečno"


@pytest.fixture
def town(cabinet):
    place = cabinet.places.create(Place(names=same("Kranj"), native_name="Kranj", country="SI")).record
    home = Organization(names=same("Mestna občina Kranj"), place_id=place.id, is_home=True)
    return place, cabinet.organizations.create(home).record


@pytest.fixture
def people(cabinet):
    chair = Person(name=PersonName("dr.", "Maja", "Žagar"), gender=Gender.FEMALE, function=same("županja"))
    return cabinet.people.create(chair).record, cabinet.people.create(
        Person(name=PersonName(given="Đorđe", family="Šarić"))
    ).record


@pytest.fixture
def group(cabinet, town, people):
    chair, member = people
    return cabinet.organizations.create(
        Organization(
            names=LocalizedText("Skupina", "Gruppe", "Group"),
            classification=Classification.WORKING_GROUP,
            parent_id=town[1].id,
            memberships=[
                Membership(person_id=member.id, starts_on=date(2016, 3, 1)),
                Membership(person_id=chair.id, role=MembershipRole.CHAIR),
            ],
            topics=[GroupTopic(text=same("gospodarstvo")), GroupTopic()],
            cadence_rules=[
                CadenceRule(valid_from=date(2016, 2, 25), recess_months=[8], source_quote=f"{QUOTE}.")
            ],
            sources=[
                SourceRef(document="Novica", locator="zadnji odstavek", quote=f"Sestanki bodo {QUOTE}."),
                SourceRef(document="Zapisnik"),
            ],
        )
    ).record


def meet(cabinet, group, day, status=MeetingStatus.HELD, **options):
    meeting = Meeting(
        title=same("Sestanek"),
        starts_at=datetime(day.year, day.month, day.day, 9),
        status=status,
        bodies=[MeetingBody(organization_id=group.id)],
        **options,
    )
    return cabinet.meetings.create(meeting).record


def paper(cabinet, kind, group, options=YEAR, language=Language.SL):
    return compose(report_kind(kind), replace(options, record_id=group.id), language, cabinet)


@pytest.mark.parametrize("kind", ["group-sheet", "cadence-certificate"])
def test_a_print_of_a_group_asks_for_the_group(cabinet, kind):
    with pytest.raises(FieldRequired):
        compose(report_kind(kind), YEAR, Language.SL, cabinet)
    with pytest.raises(RecordNotFound):
        compose(report_kind(kind), replace(YEAR, record_id=987654), Language.SL, cabinet)


@pytest.mark.parametrize(
    ("options", "running", "expected"),
    [
        (ReportOptions(NOW), True, (date(2015, 11, 1), date(2016, 10, 31))),
        (ReportOptions(NOW), False, (date(2015, 10, 1), date(2016, 9, 30))),
        (ReportOptions(NOW, first=date(2016, 2, 25)), False, (date(2016, 2, 1), date(2017, 1, 31))),
        (
            ReportOptions(NOW, first=date(2016, 2, 25), last=date(2016, 2, 26)),
            True,
            (date(2016, 2, 1), date(2016, 2, 29)),
        ),
        (
            ReportOptions(NOW, first=date(2016, 5, 5), last=date(2016, 2, 26)),
            True,
            (date(2016, 5, 1), date(2016, 5, 31)),
        ),
        (ReportOptions(NOW, last=date(2015, 12, 10)), False, (date(2015, 1, 1), date(2015, 12, 31))),
    ],
)
def test_the_time_is_whole_months(options, running, expected):
    assert period_of(options, running=running) == expected


def test_the_scenario_of_the_missed_april(cabinet, group):
    """Scenario 23: 10 March and 2 May held, February began too late, August in recess, October running."""
    meet(cabinet, group, date(2016, 3, 10))
    meet(cabinet, group, date(2016, 3, 22))
    meet(cabinet, group, date(2016, 5, 2))
    data = paper(cabinet, "group-sheet", group)
    status = {item.window.start.month: item.status for item in data.windows}
    assert status[2] is WindowStatus.NOT_REQUIRED
    assert status[3] is WindowStatus.MET
    assert status[4] is WindowStatus.BREACHED
    assert status[8] is WindowStatus.EXEMPT
    assert status[10] is WindowStatus.OPEN
    certificate = paper(cabinet, "cadence-certificate", group)
    assert [meeting.day.day for meeting in certificate.meetings] == [10, 22, 2]
    assert certificate.place.sl == "Kranj"


def test_members_stand_by_role_with_their_own_function_or_that_of_the_person(cabinet, group):
    members = paper(cabinet, "group-sheet", group).facts.members
    assert [member.name for member in members] == ["dr. Maja Žagar", "Đorđe Šarić"]
    assert members[0].function.sl == "županja"
    assert members[0].gender is Gender.FEMALE
    assert members[1].first == date(2016, 3, 1)


def test_only_the_paper_that_holds_the_words_is_the_source_of_the_promise(cabinet, group):
    facts = paper(cabinet, "group-sheet", group).facts
    assert facts.rule.documents == ("Novica, zadnji odstavek",)
    assert facts.sources == ("Novica, zadnji odstavek", "Zapisnik")
    assert [topic.sl for topic in facts.topics] == ["gospodarstvo"]


def test_last_and_next_meeting_and_the_last_day_are_those_of_the_group(cabinet, group, town):
    meet(cabinet, group, date(2016, 9, 15), place_id=town[0].id)
    meet(cabinet, group, date(2016, 9, 20), MeetingStatus.CANCELLED)
    meet(cabinet, group, date(2016, 11, 15), MeetingStatus.PLANNED, number="7")
    data = paper(cabinet, "group-sheet", group)
    assert data.last_meeting.day == date(2016, 9, 15)
    assert data.last_meeting.place.sl == "Kranj"
    assert (data.next_meeting.day, data.next_meeting.number) == (date(2016, 11, 15), "7")
    assert data.deadline == date(2016, 10, 28)
    assert data.forecast.proposals
    assert all(proposal.day <= data.deadline for proposal in data.forecast.proposals)


def test_cancelled_and_planned_meetings_are_never_certified(cabinet, group):
    meet(cabinet, group, date(2016, 3, 10))
    meet(cabinet, group, date(2016, 3, 10), MeetingStatus.CANCELLED)
    meet(cabinet, group, date(2016, 4, 12), MeetingStatus.CANCELLED)
    meet(cabinet, group, date(2016, 5, 12), MeetingStatus.PLANNED)
    meet(cabinet, group, date(2016, 6, 14), MeetingStatus.NOT_QUORATE)
    data = paper(cabinet, "cadence-certificate", group)
    assert [meeting.day for meeting in data.meetings] == [date(2016, 3, 10)]
    status = {item.window.start.month: item.status for item in data.windows}
    assert status[5] is WindowStatus.UNCONFIRMED
    assert status[6] is WindowStatus.BREACHED


def test_meetings_without_a_quorum_are_certified_where_they_count(cabinet, group):
    stored = cabinet.organizations.get(group.id)
    stored.record.cadence_rules[0].counts_unquorate = True
    cabinet.organizations.update(stored.record, stored.version)
    meet(cabinet, group, date(2016, 6, 14), MeetingStatus.NOT_QUORATE)
    data = paper(cabinet, "cadence-certificate", group)
    assert [meeting.day for meeting in data.meetings] == [date(2016, 6, 14)]


def test_a_quarter_belongs_to_the_certificate_in_which_it_ends(cabinet, town):
    rule = CadenceRule(unit=CadenceUnit.QUARTER, valid_from=date(2015, 1, 1))
    group = cabinet.organizations.create(Organization(names=same("Četrtletna"), cadence_rules=[rule])).record
    seen = []
    for first, last in ((date(2015, 1, 1), date(2015, 10, 31)), (date(2015, 11, 1), date(2016, 8, 31))):
        options = ReportOptions(NOW, first=first, last=last)
        seen += [item.window.end for item in paper(cabinet, "cadence-certificate", group, options).windows]
    assert seen == sorted(set(seen))
    assert seen == [
        date(2015, 3, 31),
        date(2015, 6, 30),
        date(2015, 9, 30),
        date(2015, 12, 31),
        date(2016, 3, 31),
        date(2016, 6, 30),
    ]


def test_a_gap_that_is_still_open_belongs_to_the_time_in_which_it_fell_due(cabinet, town):
    rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, valid_from=date(2015, 11, 2))
    group = cabinet.organizations.create(Organization(names=same("Razmik"), cadence_rules=[rule])).record
    options = ReportOptions(NOW, first=date(2015, 1, 1), last=date(2015, 12, 31))
    (window,) = paper(cabinet, "cadence-certificate", group, options).windows
    assert window.status is WindowStatus.BREACHED
    assert paper(cabinet, "cadence-certificate", group).windows == ()


def test_proposals_have_their_names_in_the_language_of_the_print(cabinet, group):
    for language in Language:
        report = write_report(
            report_kind("group-sheet"), replace(YEAR, record_id=group.id), language, _house(), cabinet
        )
        assert report.data.startswith(b"%PDF")


def _house():
    from cabinet_app.reports.house import HouseStyle

    return HouseStyle()


@pytest.mark.parametrize(
    ("kind", "language", "name"),
    [
        ("group-sheet", Language.SL, "2016-01_2016-12_skupina_Skupina_sl.pdf"),
        ("group-sheet", Language.DE, "2016-01_2016-12_Arbeitsgruppe_Gruppe_de.pdf"),
        ("cadence-certificate", Language.SL, "2016-01_2016-12_potrdilo_Skupina_sl.pdf"),
        ("cadence-certificate", Language.EN, "2016-01_2016-12_certificate_Group_en.pdf"),
    ],
)
def test_the_files_are_named_by_months_kind_and_group(cabinet, group, words, house, kind, language, name):
    data = paper(cabinet, kind, group, language=language)
    assert draw(report_kind(kind), data, YEAR, language, house, words(language)).name == name


@pytest.fixture
def party_group(cabinet):
    party = cabinet.organizations.create(
        Organization(names=same("Stranka"), classification=Classification.PARTY)
    ).record
    rule = CadenceRule(valid_from=date(2016, 1, 1))
    body = Organization(
        names=same("Strankina skupina"),
        classification=Classification.WORKING_GROUP,
        parent_id=party.id,
        cadence_rules=[rule],
    )
    return cabinet.organizations.create(body).record


def test_groups_of_parties_stand_on_the_board_only_if_chosen(cabinet, group, party_group, words, house):
    kind = report_kind("cadence")
    data = compose(kind, YEAR, Language.SL, cabinet)
    assert [row.name.sl for row in data.rows] == ["Skupina"]
    assert data.left_out == 1
    findings = draw(kind, data, YEAR, Language.SL, house, words(Language.SL)).findings
    assert Finding(FindingKind.GROUPS_LEFT_OUT, count=1) in findings
    chosen = compose(kind, replace(YEAR, groups=(party_group.id,)), Language.SL, cabinet)
    assert [row.name.sl for row in chosen.rows] == ["Strankina skupina"]
    assert chosen.left_out == 0


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "Izpuščena je 1 skupina politične stranke"),
        (2, "Izpuščeni sta 2 skupini"),
        (3, "Izpuščene so 3 skupine"),
        (5, "Izpuščenih je 5 skupin"),
    ],
)
def test_groups_left_out_are_told_in_the_form_of_their_number(words, count, expected):
    finding = Finding(FindingKind.GROUPS_LEFT_OUT, count=count)
    assert finding.sentence(words(Language.SL)).startswith(expected)


def test_a_sheet_of_a_party_s_group_says_whose_it_is(cabinet, party_group):
    assert not paper(cabinet, "group-sheet", party_group).facts.is_official
