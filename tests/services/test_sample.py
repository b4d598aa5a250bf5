"""The sample register: every published fact is in it, and every view shows life on any day."""

import time
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cabinet_app.domain.bodies import Classification, MembershipRole, Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceUnit, WindowStatus
from cabinet_app.domain.documents import field_types, from_document, to_document
from cabinet_app.domain.meetings import Meeting, MeetingMode, MeetingStatus, Presence, Visibility
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project, ProjectPartnerRole
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementStatus,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.visits import DelegateRole, DelegationSide, Visit, VisitDirection, VisitStatus
from cabinet_app.errors import RegisterNotEmpty
from cabinet_app.services.changes import Act, Change
from cabinet_app.services.groups import Groups
from cabinet_app.services.records import forget_ids
from cabinet_app.services.sample import fill_sample, sample_records

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

TODAY = date(2026, 11, 20)
DAYS = [TODAY, date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2027, 5, 2), date(2026, 8, 15)]
VISIT, SECOND_SESSION, JOINT_GROUP, PARTY_GROUP, COMMISSION = 7001, 8002, 2101, 2102, 2010
STAFF_MEETING, SMART_CITY, TWINNING, YOUTH, CROSS_BORDER, HOLIDAY = 2103, 2104, 2105, 2106, 2107, 2108


class Register:
    """The records of the sample by type and id."""

    def __init__(self, today: date) -> None:
        self._records = {(kind, record.id): record for kind, record in sample_records(today)}

    def all(self, kind: str) -> list[Any]:
        return [record for (name, _), record in self._records.items() if name == kind]

    def get(self, kind: str, record_id: int) -> Any:
        return self._records[kind, record_id]

    def place(self, record_id: int | None) -> Place:
        found: Place = self.get("place", record_id or 0)
        return found

    def person(self, record_id: int | None) -> Person:
        found: Person = self.get("person", record_id or 0)
        return found

    def body(self, record_id: int | None) -> Organization:
        found: Organization = self.get("organization", record_id or 0)
        return found

    def partnership(self, town: str) -> Partnership:
        partnerships: list[Partnership] = self.all("partnership")
        return next(item for item in partnerships if self.place(item.place_id).names.sl == town)

    def agreements(self, *towns: str) -> list[Agreement]:
        wanted = {*towns}
        return [
            agreement
            for agreement in self.all("agreement")
            if {self.place(party.place_id).names.sl for party in agreement.parties} >= wanted
        ]

    def agreement(self, *towns: str) -> Agreement:
        (found,) = [item for item in self.agreements("Kranj", *towns) if len(item.parties) == len(towns) + 1]
        return found


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(TODAY)


def _acts(agreement: Agreement, kind: AgreementEventKind) -> list[AgreementEvent]:
    return [event for event in agreement.events if event.kind is kind]


def _signings(agreement: Agreement) -> list[tuple[str, str]]:
    return [(event.kind.value, event.happened_on.edtf) for event in agreement.events]


def _texts(record: Any, path: str = "") -> list[tuple[str, LocalizedText]]:
    found: list[tuple[str, LocalizedText]] = []
    for item in field_types(type(record)):
        value, here = getattr(record, item.name), f"{path}.{item.name}"
        if isinstance(value, LocalizedText):
            found.append((here, value))
        elif item.is_list and item.is_record:
            for index, child in enumerate(value):
                found += _texts(child, f"{here}[{index}]")
    return found


# --- filling


def test_the_sample_fills_an_empty_file_in_one_step(cabinet: "Cabinet") -> None:
    steps: list[Change] = []
    cabinet.changes.subscribe(steps.append)

    count = fill_sample(cabinet, TODAY)

    assert (
        count
        == sum(cabinet.records(kind).count() for kind in RECORD_TYPES)
        == len(list(sample_records(TODAY)))
    )
    assert [step.label.act for step in steps] == [Act.SAMPLE]
    assert steps[0].label.count == count


def test_a_file_whose_records_all_lie_in_the_bin_can_be_filled(cabinet: "Cabinet") -> None:
    place = cabinet.places.create(Place(names=LocalizedText(sl="Bled")))
    cabinet.places.delete(place.record.id)

    assert fill_sample(cabinet, TODAY) == len(list(sample_records(TODAY)))


def test_a_file_that_holds_a_record_is_refused_and_left_as_it_was(cabinet: "Cabinet") -> None:
    cabinet.places.create(Place(names=LocalizedText(sl="Bled")))

    with pytest.raises(RegisterNotEmpty) as refusal:
        fill_sample(cabinet, TODAY)

    assert refusal.value.path == cabinet.store.name
    assert [place.names.sl for place in cabinet.places.all()] == ["Bled"]
    assert cabinet.meetings.count() == 0


def test_what_was_filled_reads_back_as_it_was_written(cabinet: "Cabinet") -> None:
    fill_sample(cabinet, TODAY)

    for kind, record in sample_records(TODAY):
        stored = cabinet.records(kind).get(record.id).record
        assert from_document(RECORD_TYPES[kind], to_document(stored)) == stored
        forget_ids(stored)
        forget_ids(record)
        assert to_document(stored) == to_document(record)


def test_filling_takes_less_than_two_seconds_of_work(cabinet: "Cabinet") -> None:
    started = time.process_time()
    fill_sample(cabinet, TODAY)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("today", DAYS)
def test_ids_are_unique_and_every_reference_finds_its_record(today: date, cabinet: "Cabinet") -> None:
    records = list(sample_records(today))
    assert len({(kind, record.id) for kind, record in records}) == len(records)
    # the step itself refuses a reference to nothing
    assert fill_sample(cabinet, today) == len(records)


# --- seed 000: the visit


def test_the_visit_of_2016_has_its_day_its_guests_and_its_hosts(register: Register) -> None:
    visit: Visit = register.get("visit", VISIT)

    assert visit.starts_on == visit.ends_on == date(2016, 2, 25)
    assert (visit.direction, visit.kind.value) == (VisitDirection.INCOMING, "working")
    assert visit.status is VisitStatus.CONCLUDED
    assert register.place(visit.partner_place_id).names == LocalizedText("Beljak", "Villach", "Villach")
    guests, hosts = visit.delegations
    assert (guests.side, hosts.side) == (DelegationSide.GUEST, DelegationSide.HOST)
    names = [register.person(delegate.person_id).name.with_titles for delegate in guests.delegates]
    assert names == ["dr. Petra Oberrauner", "Laura Nemann"]
    assert guests.delegates[0].role is DelegateRole.HEAD
    assert guests.delegates[0].function == LocalizedText(
        "prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor"
    )
    assert guests.delegates[1].function.sl == "predstavnica za evropsko politiko v mestni upravi"
    assert [(register.person(item.person_id).name.full, item.function.sl) for item in hosts.delegates] == [
        ("Senja Vraber", "direktorica občinske uprave"),
        ("Ana Vizovišek", "Pisarna za podjetja"),
    ]


def test_the_visit_of_2016_has_its_topics_outcomes_and_source(register: Register) -> None:
    visit: Visit = register.get("visit", VISIT)
    topics = " / ".join(topic.text.sl for topic in visit.topics)

    for topic in ("gospodarstvo", "inovativne tehnologije", "e-uprava", "zagonska podjetja", "Kovačnica"):
        assert topic in topics
    assert "Trajnostna urbana strategija Mestne občine Kranj do leta 2030" in topics
    assert "čezmejno sodelovanje Slovenije, Avstrije in Italije" in visit.outcomes.sl
    assert "najmanj enkrat mesečno" in visit.outcomes.sl
    assert "mindestens einmal im Monat" in visit.outcomes.de
    assert "at least once a month" in visit.outcomes.en
    assert any("25. februar 2016" in source.document for source in visit.sources)


def test_the_programme_of_2016_says_which_of_it_is_arranged(register: Register) -> None:
    visit: Visit = register.get("visit", VISIT)
    assert visit.programme
    assert all(item.day == visit.starts_on for item in visit.programme)
    assert all("vzorčna" in item.internal_notes for item in visit.programme)
    assert "Vzorčno razporejeno" in visit.notes


def test_the_promise_of_2016_is_the_rule_of_the_joint_group(register: Register) -> None:
    group = register.body(JOINT_GROUP)
    (rule,) = group.cadence_rules

    assert (rule.kind, rule.unit, rule.minimum) == (CadenceKind.PER_PERIOD, CadenceUnit.MONTH, 1)
    assert rule.valid_from == date(2016, 2, 25)
    assert rule.source_quote == "zato bodo sestanki delovnih skupin potekali najmanj enkrat mesečno."
    assert register.body(group.parent_id).names.sl == "Mestna občina Kranj"
    assert group.classification is Classification.WORKING_GROUP


def test_kranj_and_villach_are_related_since_2008(register: Register) -> None:
    partnership = register.partnership("Beljak")
    assert partnership.since.edtf == "2008"
    assert {"economy", "innovation", "egovernment", "culture", "tourism"} <= set(partnership.areas)


def test_kovacnica_is_one_thing_and_so_is_our_municipality(register: Register) -> None:
    named = [
        record
        for kind in ("place", "organization")
        for record in register.all(kind)
        if "Kovačnica" in record.names.all
    ]
    assert len(named) == 1
    assert [body.names.sl for body in register.all("organization") if body.is_home] == ["Mestna občina Kranj"]


# --- seed 001: the party's group


def test_the_group_of_the_party_belongs_to_the_party(register: Register) -> None:
    group = register.body(PARTY_GROUP)
    owner = register.body(group.parent_id)

    assert (owner.names.sl, owner.classification) == ("VZK", Classification.PARTY)
    assert group.names.sl.startswith("Delovna skupina za gospodarstvo")
    assert not group.cadence_rules
    assert [topic.text.sl for topic in group.topics] == [
        "e-upravljanje in e-demokracija",
        "urbana mobilnost",
        "varna družba",
        "zdravstvo",
        "okolje in energetika",
        "platforme za storitve digitalne agende",
    ]
    person = register.person(group.memberships[0].person_id)
    assert person.name.full == "Gorazd Copek"
    assert "svetnik" in person.function.sl


# --- seed 002: City Cooperation II


def test_city_cooperation_names_its_towns_partners_and_fund(register: Register) -> None:
    project: Project = next(item for item in register.all("project") if item.acronym == "City Cooperation II")

    assert project.town_count == len(project.towns) == 24
    countries = Counter(register.place(town.place_id).country for town in project.towns)
    assert countries == {"AT": 8, "SI": 9, "HU": 7}
    assert "Kranj" not in {register.place(town.place_id).names.sl for town in project.towns}
    lead = [item for item in project.partners if item.role is ProjectPartnerRole.LEAD]
    assert [register.body(item.organization_id).names.de for item in lead] == [
        "Oststeirische Städtekooperation"
    ]
    assert {register.body(item.organization_id).names.sl for item in project.partners} == {
        "Združenje 8 mest vzhodne Štajerske",
        "Razvojni center Murska Sobota",
        "Znanstveno-raziskovalno središče Bistra Ptuj",
        "PORA Razvojna agencija Gornja Radgona",
    }
    assert (project.programme, project.programme_period) == ("Interreg V-A Slovenija-Avstrija", "2014-2020")
    assert "ESRR" in project.fund.sl
    assert "partnerski dnevi" in project.outputs[0].text.sl
    assert not project.follow_up.is_empty


def test_the_trilateral_agreement_has_a_place_and_a_wording_but_no_year(register: Register) -> None:
    (agreement,) = [
        item for item in register.all("agreement") if item.instrument.value == "trilateral_agreement"
    ]
    (signing,) = agreement.events

    assert agreement.party_count == len(agreement.parties) == 24
    assert signing.happened_on.edtf == ""
    assert "lansko leto" in signing.happened_on.wording
    assert register.place(signing.place_id).names == LocalizedText(
        "Grad Hartberg", "Schloss Hartberg", "Hartberg Castle"
    )
    assert "Forum24" in signing.remark.sl


# --- seed 003: the commission


def test_the_commission_of_2021_has_its_members_with_their_roles(register: Register) -> None:
    body = register.body(COMMISSION)
    day = date(2021, 12, 14)
    then = [item for item in body.memberships if item.starts_on is None and (item.ends_on or day) >= day]

    assert body.names.sl == "Komisija za medobčinsko in mednarodno sodelovanje"
    assert [(register.person(item.person_id).name.full, item.role.value, item.votes) for item in then] == [
        ("Boštjan Trilar", "chair", True),
        ("Neven Polajnar", "vice_chair", True),
        ("Albin Traven", "member", True),
        ("Kristina Camaj", "member", True),
        ("Jure Kristan", "member", True),
        ("Mojca Finc", "secretary", False),
    ]


def test_the_second_session_was_online_and_took_eighteen_minutes(register: Register) -> None:
    meeting: Meeting = register.get("meeting", SECOND_SESSION)

    assert meeting.number == "2"
    assert (meeting.mode, meeting.platform) == (MeetingMode.ONLINE, "Zoom")
    assert meeting.starts_at is not None
    assert meeting.starts_at.isoformat(" ", "minutes") == "2021-12-14 17:00"
    assert meeting.closed_at is not None
    assert meeting.closed_at.isoformat("minutes") == "17:18"
    assert register.person(meeting.chair_id).name.full == "Boštjan Trilar"
    assert register.person(meeting.minute_taker_id).name.full == "Mojca Finc"


def test_the_second_session_lists_five_members_where_four_voted(register: Register) -> None:
    meeting: Meeting = register.get("meeting", SECOND_SESSION)

    present = [(register.person(item.person_id).name.full, item.function.sl) for item in meeting.attendance]
    assert present == [
        ("Boštjan Trilar", "predsednik komisije"),
        ("Neven Polajnar", "podpredsednik komisije"),
        ("Albin Traven", "član komisije"),
        ("Kristina Camaj", "članica komisije"),
        ("Jure Kristan", "član komisije"),
        ("Katja Štruc", "vodja Kabineta župana"),
        ("Mojca Finc", "tajnica komisije"),
    ]
    assert [item.capacity.value for item in meeting.attendance] == ["voting_member"] * 5 + ["staff"] * 2
    assert all(item.presence is Presence.PRESENT for item in meeting.attendance)
    votes = [*meeting.agenda_votes, *(vote for item in meeting.agenda for vote in item.votes)]
    assert [(vote.present, vote.in_favour, vote.against, vote.abstained) for vote in votes] == [
        (4, 4, 0, 0)
    ] * 3


def test_the_second_session_has_its_agenda_decisions_and_discussion(register: Register) -> None:
    meeting: Meeting = register.get("meeting", SECOND_SESSION)

    assert [item.title.sl for item in meeting.agenda] == [
        "Potrditev zapisnika 1. seje.",
        "Pobratenje Mestne občine Kranj z mestom Jekaterinburg (Rusija).",
        "Razno.",
    ]
    assert [decision.text.sl for item in meeting.agenda for decision in item.decisions] == [
        "Potrdi se zapisnik 1. seje Komisije za medobčinsko in mednarodno sodelovanje.",
        "Komisija podpira pobratenje Mestne občine Kranj z mestom Jekaterinburg (Rusija).",
    ]
    assert meeting.agenda[1].discussion.sl.startswith("Član komisije Jure Kristan je vprašal")
    assert meeting.agenda[1].discussion.sl.endswith("Predlagan je bil Kranj.")
    assert "drugi teden v januarju 2022" in meeting.agenda[2].discussion.sl
    assert meeting.agenda[2].discussion.sl.endswith("zimske olimpijske igre.")
    assert not any(item.discussion.de or item.discussion.en for item in meeting.agenda)


def test_the_first_session_is_known_without_its_day(register: Register) -> None:
    (first,) = [
        item
        for item in register.all("meeting")
        if item.number == "1" and item.bodies[0].organization_id == COMMISSION
    ]
    assert first.starts_at is None
    assert first.mode is MeetingMode.ONLINE
    assert "Zhangjiakou" in first.agenda[0].title.sl


# --- seed 004: Innovative Location


def test_innovative_location_ended_late_in_december_2022(register: Register) -> None:
    project: Project = next(item for item in register.all("project") if item.acronym == "Innovative Location")

    assert (project.ends.edtf, project.ends.wording) == ("2022-12~", "konec decembra 2022")
    assert project.ends.is_approximate
    assert project.programme == "Interreg Slovenija-Avstrija"
    assert {register.place(town.place_id).names.sl for town in project.towns} == {
        "Kranj",
        "Tržič",
        "Škofja Loka",
        "Jesenice",
    }
    outputs = " / ".join(item.text.sl for item in project.outputs)
    for output in (
        "Priročnik za upravljanje lokacij",
        "izobraževalni program",
        "analiza",
        "pilotne aktivnosti",
    ):
        assert output in outputs
    assert "Halland" in outputs
    assert len(project.phases) == 2
    assert "avstrijske Štajerske" in project.partners[0].name
    assert register.body(project.partners[1].organization_id).names.sl == "BSC Kranj"


# --- partner towns


def test_the_protocol_of_1965_is_one_agreement_of_six_parties(register: Register) -> None:
    agreement = register.agreement("Zemun", "Banja Luka", "Bitola", "Herceg Novi", "Osijek")
    assert _signings(agreement) == [("signing", "1965")]
    assert len(agreement.parties) == 6
    for town in ("Zemun", "Banja Luka", "Bitola", "Osijek"):
        assert register.agreements(town) == [agreement]
        assert register.partnership(town).since.edtf == "1965"


def test_villach_signed_three_days_after_kranj(register: Register) -> None:
    agreement = register.agreement("Beljak")
    assert agreement.instrument.value == "cooperation_charter"
    assert _signings(agreement) == [("signing", "2008-07-25"), ("counter_signing", "2008-07-28")]
    assert [register.place(event.place_id).names.sl for event in agreement.events] == ["Kranj", "Beljak"]
    assert [item.name for item in agreement.events[0].signatories] == ["Damijan Perne", "Helmut Manzenreiter"]


def test_rivoli_was_signed_twice_and_renewed_with_months_only(register: Register) -> None:
    agreement = register.agreement("Rivoli")
    assert _signings(agreement) == [
        ("signing", "1975-10"),
        ("counter_signing", "1975-11"),
        ("renewal", "2025-11"),
    ]
    assert [register.place(event.place_id).names.sl for event in agreement.events] == [
        "Rivoli",
        "Kranj",
        "Kranj",
    ]
    assert agreement.events[0].happened_on.precision == "month"


def test_zhangjiakou_was_signed_remotely_the_day_before_the_session(register: Register) -> None:
    agreement = register.agreement("Zhangjiakou")
    (signing,) = _acts(agreement, AgreementEventKind.SIGNING)
    assert (signing.happened_on.edtf, signing.remote) == ("2021-12-13", True)
    assert ("letter_of_intent", "2019-06") in _signings(agreement)
    assert ("council_decision", "2021-11-24") in _signings(agreement)


def test_yekaterinburg_keeps_both_dates_the_opinion_and_the_freeze(register: Register) -> None:
    agreement = register.agreement("Jekaterinburg")
    assert _signings(agreement) == [
        ("initiative", "2021-07"),
        ("commission_opinion", "2021-12-14"),
        ("council_decision", "2021-12"),
        ("signing", "2022-01-31"),
        ("freeze", "2022"),
    ]
    (opinion,) = _acts(agreement, AgreementEventKind.COMMISSION_OPINION)
    assert opinion.meeting_id == SECOND_SESSION
    (signing,) = _acts(agreement, AgreementEventKind.SIGNING)
    (claim,) = signing.claimed_dates
    assert claim.happened_on.edtf == "2022-01-25"
    assert claim.source.startswith("https://")
    assert agreement.status is AgreementStatus.FROZEN
    assert register.partnership("Jekaterinburg").status is PartnershipStatus.FROZEN


@pytest.mark.parametrize(
    ("town", "signed", "claimed"),
    [
        ("Herceg Novi", "1957", ["1965"]),
        ("La Ciotat", "1958", ["1968"]),
        ("Oldham", "1961", []),
        ("Pulj", "1974", []),
        ("Doberdob", "2011-12-02", []),
        ("Colorado Springs", "2022-08-05", []),
        ("Senta", "", []),
        ("Kotor Varoš", "", []),
    ],
)
def test_a_twinning_has_the_date_chosen_and_those_claimed(
    town: str, signed: str, claimed: list[str], register: Register
) -> None:
    (signing,) = _acts(register.agreement(town), AgreementEventKind.SIGNING)
    assert signing.happened_on.edtf == signed
    assert [claim.happened_on.edtf for claim in signing.claimed_dates] == claimed


def test_every_partner_town_has_its_mark_and_its_source_or_says_that_there_is_none(
    register: Register,
) -> None:
    partnerships: list[Partnership] = register.all("partnership")
    assert len(partnerships) == 22
    marks = Counter(item.verified for item in partnerships)
    assert marks == {Verification.YES: 11, Verification.PARTLY: 7, Verification.NO: 4}
    for item in partnerships:
        assert any("://" in source.document for source in item.sources) or "NEPREVERJENO" in item.notes
        assert (item.status is PartnershipStatus.UNCLEAR) or item.verified is not Verification.NO
    assert register.partnership("Doberdob").kind is PartnershipKind.COOPERATION
    assert register.partnership("Slavonski Brod").kind is PartnershipKind.CONTACT


@pytest.mark.parametrize(
    ("native", "names", "country"),
    [
        ("Villach", ("Beljak", "Villach", "Villach"), "AT"),
        ("Pula / Pola", ("Pulj", "Pula (Pola)", "Pula"), "HR"),
        ("Битола", ("Bitola", "Bitola", "Bitola"), "MK"),
        ("张家口", ("Zhangjiakou", "Zhangjiakou", "Zhangjiakou"), "CN"),
        ("Szentgotthárd", ("Monošter", "St. Gotthard", "Szentgotthárd"), "HU"),
    ],
)
def test_a_town_has_its_names_and_its_own(
    native: str, names: tuple[str, str, str], country: str, register: Register
) -> None:
    (place,) = [item for item in register.all("place") if item.native_name == native]
    assert place.names == LocalizedText(*names)
    assert place.country == country
    assert place.latitude is not None


def test_every_town_has_names_in_three_languages_coordinates_and_a_zone(register: Register) -> None:
    for place in register.all("place"):
        assert not place.names.missing()
        assert place.native_name
        assert place.country
        assert place.zone
        if place.kind.value == "town":
            assert place.latitude is not None
            assert place.longitude is not None


# --- invented people and life around today


def test_invented_people_are_marked_and_hold_functions_of_their_gender(register: Register) -> None:
    invented = [item for item in register.all("person") if item.notes.startswith("Izmišljena oseba")]
    assert len(invented) == 31
    by_name = {item.name.full: item for item in invented}
    assert by_name["Maja Žagar-Čuček"].function == LocalizedText("županja", "Bürgermeisterin", "Mayor")
    assert by_name["Günther Hüttenbrenner"].function.de == "Stadtrat"
    assert by_name["Őrsi Ágnes"].name.family_first
    assert {item.gender.value for item in invented} == {"f", "m"}


def test_no_published_person_takes_part_in_anything_invented(register: Register) -> None:
    published = {item.id for item in register.all("person") if not item.notes.startswith("Izmišljena")}
    assert len(published) == 12
    for meeting in register.all("meeting"):
        if meeting.starts_at and meeting.starts_at.year > 2021:
            taking_part = {
                meeting.chair_id,
                meeting.minute_taker_id,
                *(a.person_id for a in meeting.attendance),
            }
            assert not taking_part & published
    for visit in register.all("visit"):
        if visit.id != VISIT:
            assert not {d.person_id for side in visit.delegations for d in side.delegates} & published


@pytest.mark.parametrize("today", DAYS)
def test_the_month_of_today_is_full_and_its_neighbours_are_not_empty(today: date) -> None:
    months = Counter(
        (meeting.starts_at.year * 12 + meeting.starts_at.month)
        for meeting in Register(today).all("meeting")
        if meeting.starts_at
    )
    now = today.year * 12 + today.month
    assert 35 <= months[now] <= 55
    assert all(months[now + step] >= 9 for step in (-2, -1, 1))
    assert all(months[now - step] >= 5 for step in range(12))


@pytest.mark.parametrize("today", DAYS)
def test_past_meetings_were_held_and_later_ones_are_planned(today: date) -> None:
    ahead = {MeetingStatus.PLANNED, MeetingStatus.CONVENED, MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    open_since = [
        meeting
        for meeting in Register(today).all("meeting")
        if meeting.starts_at and meeting.starts_at.date() < today and not meeting.status.took_place
    ]
    # one that nobody confirmed; the others fell out or moved
    assert [item.status for item in open_since].count(MeetingStatus.PLANNED) == 1
    assert {item.status for item in open_since} <= ahead
    for meeting in Register(today).all("meeting"):
        if meeting.starts_at and meeting.starts_at.date() > today:
            assert meeting.status in ahead


@pytest.mark.parametrize("today", DAYS)
def test_meetings_of_every_sort_are_there(today: date) -> None:
    meetings: list[Meeting] = Register(today).all("meeting")
    by_id = {meeting.id: meeting for meeting in meetings}

    assert any(item.all_day and item.ends_at and item.starts_at for item in meetings)
    assert {item.visibility for item in meetings} == set(Visibility)
    assert {item.mode for item in meetings} == set(MeetingMode)
    assert any(item.status is MeetingStatus.CANCELLED for item in meetings)
    successors = [item for item in meetings if item.replaces_id]
    assert successors
    assert all(by_id[item.replaces_id or 0].status is MeetingStatus.MOVED for item in successors)
    late = max(item.ends_at for item in meetings if item.ends_at and not item.all_day)
    assert all(
        item.starts_at.date() == item.ends_at.date()
        for item in meetings
        if item.ends_at and not item.all_day and item.starts_at
    )
    assert late.hour <= 23


@pytest.mark.parametrize("today", DAYS)
def test_visits_of_every_status_and_direction_are_there(today: date) -> None:
    visits: list[Visit] = Register(today).all("visit")
    assert {item.status for item in visits} == set(VisitStatus)
    assert {item.direction for item in visits} == set(VisitDirection)
    for visit in visits:
        if visit.status is VisitStatus.UNDER_WAY:
            assert visit.starts_on is not None
            assert visit.ends_on is not None
            assert visit.starts_on <= today <= visit.ends_on
        for item in visit.programme:
            assert visit.starts_on is not None
            assert visit.ends_on is not None
            assert item.day is not None
            assert visit.starts_on <= item.day <= visit.ends_on
            assert not (item.starts_at and item.ends_at) or item.starts_at < item.ends_at


@pytest.mark.parametrize("today", DAYS)
def test_the_cadence_board_shows_each_fate_of_a_promise(today: date, cabinet: "Cabinet") -> None:
    fill_sample(cabinet, today)
    boards = {board.group.id: board for board in Groups(cabinet.organizations).boards(today)}
    fates = {key: [window.status for window in board.windows] for key, board in boards.items()}

    assert boards[SMART_CITY].is_overdue
    assert fates[HOLIDAY][-1] is WindowStatus.AT_RISK
    assert fates[JOINT_GROUP].count(WindowStatus.BREACHED) == 1
    assert not boards[JOINT_GROUP].is_overdue
    assert WindowStatus.BREACHED not in fates[TWINNING] + fates[STAFF_MEETING] + fates[CROSS_BORDER]
    assert WindowStatus.EXEMPT in fates[YOUTH]
    assert WindowStatus.BREACHED not in fates[YOUTH]
    assert any(WindowStatus.UNCONFIRMED in windows for windows in fates.values())
    assert fates[PARTY_GROUP] == []
    assert not boards[PARTY_GROUP].is_official
    assert {rule.unit for board in boards.values() for rule in board.group.cadence_rules} >= {
        CadenceUnit.WEEK,
        CadenceUnit.MONTH,
        CadenceUnit.QUARTER,
    }


def test_one_clash_of_rooms_next_week_is_meant_and_says_so(register: Register) -> None:
    first, second = (register.get("meeting", key) for key in (8701, 8702))
    assert first.place_id == second.place_id
    assert first.starts_at < second.starts_at < first.ends_at
    assert "Namerno prekrivanje" in first.notes
    assert "Namerno prekrivanje" in second.notes


def test_the_sessions_of_the_commission_follow_in_number(register: Register) -> None:
    sessions = [
        item
        for item in register.all("meeting")
        if item.bodies[0].organization_id == COMMISSION and item.number and item.starts_at
    ]
    sessions.sort(key=lambda item: item.starts_at)
    assert [item.number for item in sessions] == ["2", "3", "4", "5"]
    for before, item in pairwise(sessions):
        assert item.agenda[0].title.sl == f"Potrditev zapisnika {before.number}. seje."
        assert item.agenda[-1].title == LocalizedText("Razno.", "Allfälliges.", "Any other business.")
    assert sessions[-1].status is MeetingStatus.CONVENED


# --- languages


def test_every_text_is_there_in_three_languages_where_that_is_meant(register: Register) -> None:
    meant_to_lack = {("visit", 7013), ("meeting", SECOND_SESSION)}
    for kind in RECORD_TYPES:
        for record in register.all(kind):
            lacking = [place for place, text in _texts(record) if text.missing()]
            if (kind, record.id) in meant_to_lack:
                assert lacking
            else:
                assert lacking == [], (kind, record.id)


def test_one_visit_shows_what_a_missing_translation_looks_like(register: Register) -> None:
    visit: Visit = register.get("visit", 7013)
    texts = [text for _, text in _texts(visit) if not text.is_empty]
    assert texts
    assert all(text.sl and not text.de and not text.en for text in texts)


def test_three_visits_have_whole_programmes_in_three_languages(register: Register) -> None:
    whole = [item for item in register.all("visit") if len(item.programme) >= 8]
    assert len(whole) >= 3
    assert all(not point.title.missing() for visit in whole for point in visit.programme)


def test_german_is_austrian_and_english_is_british(register: Register) -> None:
    texts = [text for kind in RECORD_TYPES for record in register.all(kind) for _, text in _texts(record)]
    german = "\n".join(text.de for text in texts)
    english = "\n".join(text.en for text in texts)
    for word in ("Verschiedenes", "Jänner 20", "Oberbürgermeister", "Protokollführer"):
        assert word not in german
    for word in ("organization", "program ", "Vice Mayor", "City Senator"):
        assert word not in english


def test_chairs_and_secretaries_are_members_of_their_body(register: Register) -> None:
    roles = Counter(item.role for item in register.body(COMMISSION).memberships if item.starts_on is not None)
    assert (
        roles[MembershipRole.CHAIR]
        == roles[MembershipRole.VICE_CHAIR]
        == roles[MembershipRole.SECRETARY]
        == 1
    )
