"""The sample register goes into an empty file, and every fact of the published documents is in it."""

import json
import re
import time
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cabinet_app.domain.bodies import Classification
from cabinet_app.domain.cadence import CadenceKind, CadenceUnit
from cabinet_app.domain.documents import from_document, to_document
from cabinet_app.domain.meetings import Meeting, MeetingMode, Presence
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project, ProjectPartnerRole
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import DelegateRole, DelegationSide, Visit, VisitDirection, VisitStatus
from cabinet_app.errors import RegisterNotEmpty
from cabinet_app.services.changes import Act, Change
from cabinet_app.services.records import forget_ids
from cabinet_app.services.sample import fill_sample, sample_records
from tests.services.sample_register import (
    COMMISSION,
    DAYS,
    JOINT_GROUP,
    PARTY_GROUP,
    SECOND_SESSION,
    TODAY,
    VISIT,
    Register,
)

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from tests.services.conftest import Filled


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(TODAY)


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


def test_what_was_filled_reads_back_as_it_was_written(filled: "Filled") -> None:
    cabinet = filled(TODAY)
    for kind, record in sample_records(TODAY):
        stored = cabinet.records(kind).get(record.id).record
        assert from_document(RECORD_TYPES[kind], to_document(stored)) == stored
        forget_ids(stored)
        forget_ids(record)
        assert _numbered(to_document(stored)) == _numbered(to_document(record))


def _numbered(document: dict[str, object]) -> str:
    """The document with the ids of its parts counted in their order: a copy gives new ones."""
    seen: dict[str, str] = {}
    return re.sub(
        r"\b[0-9]{13,}\b", lambda found: seen.setdefault(found[0], f"part {len(seen)}"), json.dumps(document)
    )


def test_filling_takes_less_than_two_seconds_of_work(cabinet: "Cabinet") -> None:
    started = time.process_time()
    fill_sample(cabinet, TODAY)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("today", DAYS)
def test_ids_are_unique_and_every_reference_finds_its_record(today: date, filled: "Filled") -> None:
    records = list(sample_records(today))
    assert len({(kind, record.id) for kind, record in records}) == len(records)
    # the step that fills refuses a reference to nothing
    cabinet = filled(today)
    assert sum(cabinet.records(kind).count() for kind in RECORD_TYPES) == len(records)


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
