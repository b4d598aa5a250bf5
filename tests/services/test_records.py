"""What every kind of record can do: stored, read, changed, thrown away, found."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.cadence import CadenceRule, Exemption
from cabinet_app.domain.meetings import AgendaItem, Decision, Meeting, MeetingBody, VoteEvent
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementParty, Partnership
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Delegate, Delegation, Visit
from cabinet_app.errors import (
    Conflict,
    DecisionNumberTaken,
    EndsBeforeStart,
    FieldRequired,
    FormatError,
    RecordInUse,
    RecordNotFound,
    TooFewParties,
    ValueRejected,
    VotesExceedPresent,
)
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act, Change
from cabinet_app.services.records import copy_of, forget_ids


def named(text: str) -> LocalizedText:
    return LocalizedText(sl=text)


def test_what_was_stored_is_read_back_with_ids_for_all_its_parts(cabinet: Cabinet, visit: Visit):
    stored = cabinet.visits.get(visit.id)
    assert stored.version == 1
    assert stored.record == visit
    assert [delegate.placeholder for delegate in stored.record.delegations[0].delegates] == ["", "tolmač"]
    assert all(item.id for item in stored.record.programme)


def test_a_record_that_does_not_exist_is_not_found(cabinet: Cabinet):
    with pytest.raises(RecordNotFound):
        cabinet.visits.get(1)
    with pytest.raises(RecordNotFound):
        cabinet.visits.delete(1)
    with pytest.raises(RecordNotFound):
        cabinet.visits.update(Visit(id=7), 1)


def test_every_change_raises_the_version_by_one(cabinet: Cabinet, visit: Visit):
    visit.notes = "x"
    assert cabinet.visits.update(visit, 1).version == 2
    visit.delegations[0].delegates[0].notes = "y"
    assert cabinet.visits.update(visit, 2).version == 3


def test_saving_without_a_change_writes_nothing(cabinet: Cabinet, visit: Visit):
    told: list[Change] = []
    cabinet.changes.subscribe(told.append)
    assert cabinet.visits.update(visit, 1).version == 1
    assert told == []


def test_a_change_made_meanwhile_is_a_conflict_and_nothing_is_lost(
    cabinet: Cabinet, colleague: Cabinet, visit: Visit
):
    theirs = colleague.visits.get(visit.id)
    theirs.record.notes = "theirs"
    colleague.visits.update(theirs.record, theirs.version)
    visit.notes = "ours"
    with pytest.raises(Conflict) as caught:
        cabinet.visits.update(visit, 1)
    assert (caught.value.seen, caught.value.stored) == (1, 2)
    assert cabinet.visits.get(visit.id).record.notes == "theirs"


def test_changing_what_was_thrown_away_meanwhile_is_a_conflict(
    cabinet: Cabinet, colleague: Cabinet, visit: Visit
):
    colleague.visits.delete(visit.id)
    visit.notes = "ours"
    with pytest.raises(Conflict):
        cabinet.visits.update(visit, 1)


def test_creating_with_an_id_that_is_taken_never_overwrites(cabinet: Cabinet, villach: Place):
    with pytest.raises(Conflict):
        cabinet.places.create(Place(id=villach.id, names=named("Drugo")))
    assert cabinet.places.get(villach.id).record.names.sl == "Beljak"
    cabinet.places.delete(villach.id)
    with pytest.raises(Conflict):
        cabinet.places.create(Place(id=villach.id, names=named("Drugo")))


def test_parts_keep_their_order_and_their_ids_when_they_are_moved(cabinet: Cabinet, visit: Visit):
    first, second = (item.id for item in visit.programme)
    visit.programme.reverse()
    again = cabinet.visits.update(visit, 1).record
    assert [item.id for item in again.programme] == [second, first]
    again.programme.pop(0)
    assert [item.id for item in cabinet.visits.update(again, 2).record.programme] == [first]


def test_a_delegate_moved_to_another_delegation_arrives_there(cabinet: Cabinet, visit: Visit):
    visit.delegations.append(Delegation(delegates=[visit.delegations[0].delegates.pop()]))
    stored = cabinet.visits.update(visit, 1).record
    assert [[one.placeholder for one in side.delegates] for side in stored.delegations] == [[""], ["tolmač"]]
    stored.delegations[0].delegates.insert(0, stored.delegations[1].delegates.pop())
    stored = cabinet.visits.update(stored, 2).record
    assert [[one.placeholder for one in side.delegates] for side in stored.delegations] == [
        ["tolmač", ""],
        [],
    ]


def test_the_same_id_for_two_parts_gives_the_second_one_its_own(cabinet: Cabinet):
    twice = Visit(delegations=[Delegation(delegates=[Delegate(id=5), Delegate(id=5)]), Delegation(id=9)])
    stored = cabinet.visits.create(twice).record
    one, other = stored.delegations[0].delegates
    assert one.id == 5
    assert other.id not in {0, 5}


def test_a_part_with_the_id_of_another_records_part_gets_its_own(cabinet: Cabinet, visit: Visit):
    taken = visit.delegations[0].id
    stored = cabinet.visits.create(Visit(delegations=[Delegation(id=taken)])).record
    assert stored.delegations[0].id != taken
    assert cabinet.visits.get(visit.id).record == visit


def test_a_duplicate_has_no_ids_and_is_stored_beside_the_original(cabinet: Cabinet, visit: Visit):
    copy = cabinet.visits.duplicate(visit.id)
    assert copy.id == 0
    assert cabinet.visits.create(copy).record.id != visit.id
    assert cabinet.visits.count() == 2
    assert cabinet.visits.get(visit.id).record == visit


def test_a_copy_is_independent_of_its_original(visit: Visit):
    copy = copy_of(visit)
    forget_ids(copy)
    copy.programme.clear()
    assert len(visit.programme) == 2
    assert visit.id


def test_a_record_in_use_cannot_be_thrown_away(cabinet: Cabinet, villach: Place, visit: Visit):
    with pytest.raises(RecordInUse) as caught:
        cabinet.places.delete(villach.id)
    assert caught.value.users == ("Beljak, 25.\u00a02.\u00a02016",)
    cabinet.visits.delete(visit.id)
    cabinet.places.delete(villach.id)
    assert cabinet.places.count() == 0


def test_a_person_in_a_delegation_is_in_use(cabinet: Cabinet, person: Person, visit: Visit):
    with pytest.raises(RecordInUse):
        cabinet.people.delete(person.id)


def test_a_reference_into_the_bin_or_to_nothing_is_refused(cabinet: Cabinet, villach: Place):
    cabinet.places.delete(villach.id)
    for place_id in (villach.id, 77):
        with pytest.raises(FormatError) as caught:
            cabinet.visits.create(Visit(partner_place_id=place_id))
        assert (caught.value.place, caught.value.reason) == ("partner_place_id", "dangling_reference")
    assert cabinet.visits.count() == 0


def test_a_refused_record_leaves_no_trace(cabinet: Cabinet):
    with pytest.raises(FormatError):
        cabinet.visits.create(Visit(delegations=[Delegation(delegates=[Delegate(person_id=1)])]))
    assert cabinet.visits.all_ids() == []
    assert cabinet.undo.next_undo() is None


def test_a_record_outside_the_bin_is_counted_and_listed(cabinet: Cabinet, visit: Visit):
    assert cabinet.visits.count() == 1
    assert cabinet.visits.all() == [visit]
    assert [stored.version for stored in cabinet.visits.stored([visit.id])] == [1]
    cabinet.visits.delete(visit.id)
    assert cabinet.visits.count() == 0
    assert cabinet.visits.all() == []


def test_choices_follow_the_alphabet_of_the_language(cabinet: Cabinet):
    for name in ("Čakovec", "Celje", "Žiri", "Zagreb", "Ćuprija"):
        cabinet.places.create(Place(names=LocalizedText(name, name, name)))
    slovenian = [choice.title for choice in cabinet.places.choices("", Language.SL)]
    assert slovenian == ["Celje", "Čakovec", "Ćuprija", "Zagreb", "Žiri"]
    ids = cabinet.places.ids_by_name(Language.DE)
    german = [choice.title for choice in cabinet.places.choices_of(ids, Language.DE)]
    assert german == ["Čakovec", "Celje", "Ćuprija", "Zagreb", "Žiri"]


def test_a_choice_is_found_without_its_accents_and_in_any_order(cabinet: Cabinet, person: Person):
    assert [choice.id for choice in cabinet.people.choices("ober pet", Language.SL)] == [person.id]
    assert cabinet.people.choices("ober pet x", Language.SL) == []


def test_partnerships_are_put_in_order_anew_when_their_town_is_renamed(cabinet: Cabinet, villach: Place):
    graz = cabinet.places.create(Place(names=LocalizedText("Gradec", "Graz", "Graz"))).record
    first = cabinet.partnerships.create(Partnership(place_id=villach.id)).record.id
    second = cabinet.partnerships.create(Partnership(place_id=graz.id)).record.id
    assert cabinet.partnerships.ids_by_name(Language.SL) == [first, second]
    graz.names = LocalizedText("Aachen", "Aachen", "Aachen")
    cabinet.places.update(graz, 1)
    assert cabinet.partnerships.ids_by_name(Language.SL) == [second, first]
    assert cabinet.partnerships.get(second).version == 1


def test_observers_hear_what_was_stored_and_no_longer_once_they_left(cabinet: Cabinet, villach: Place):
    told: list[Change] = []
    cabinet.changes.subscribe(told.append)
    villach.notes = "x"
    cabinet.places.update(villach, 1)
    cabinet.changes.unsubscribe(told.append)
    cabinet.places.delete(villach.id)
    (change,) = told
    assert change.label.act is Act.UPDATE
    assert change.label.headline.de == "Villach"
    assert change.ids == {"place": (villach.id,)}
    assert change.touches("place")
    assert not change.touches("visit")


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (Place(), FieldRequired),
        (Organization(), FieldRequired),
        (Person(), FieldRequired),
        (Place(names=named("x"), zone="../../etc/passwd"), ValueRejected),
        (Place(names=named("x"), zone="Europe/Nowhere"), ValueRejected),
        (Place(names=named("half \ud800")), ValueRejected),
        (Place(names=named("zero \x00")), ValueRejected),
        (Visit(starts_on=date(2026, 2, 2), ends_on=date(2026, 2, 1)), EndsBeforeStart),
        (Agreement(), TooFewParties),
        (Agreement(parties=[AgreementParty()]), TooFewParties),
        (
            Agreement(party_count=24, valid_from=VagueDate("2009"), valid_to=VagueDate("2008")),
            EndsBeforeStart,
        ),
        (Meeting(zone="Mars/Olympus"), ValueRejected),
        (Meeting(agenda_votes=[VoteEvent(present=4, in_favour=5)]), VotesExceedPresent),
        (
            Meeting(agenda=[AgendaItem(votes=[VoteEvent(present=3, in_favour=3, against=1)])]),
            VotesExceedPresent,
        ),
        (Meeting(agenda_votes=[VoteEvent(present=1, in_favour=5, against=-4)]), ValueRejected),
        (Organization(names=named("x"), cadence_rules=[CadenceRule(recess_months=[13])]), ValueRejected),
        (Organization(names=named("x"), cadence_rules=[CadenceRule(preferred_weekday=7)]), ValueRejected),
        (
            Organization(
                names=named("x"),
                cadence_rules=[
                    CadenceRule(exemptions=[Exemption(start=date(2026, 2, 2), end=date(2026, 2, 1))])
                ],
            ),
            EndsBeforeStart,
        ),
    ],
)
def test_hard_rules_are_refused_by_name(cabinet: Cabinet, record: object, error: type[Exception]):
    service = cabinet.records(type(record).__name__.lower())
    with pytest.raises(error):
        service.create(record)
    assert service.count() == 0


def test_an_exemption_with_an_open_end_is_stored(cabinet: Cabinet):
    rule = CadenceRule(exemptions=[Exemption(start=date(2026, 2, 2)), Exemption(end=date(2020, 1, 1))])
    group = cabinet.organizations.create(Organization(names=named("x"), cadence_rules=[rule])).record
    assert [one.end for one in group.cadence_rules[0].exemptions] == [None, date(2020, 1, 1)]


def test_a_decision_number_is_free_again_once_its_meeting_is_thrown_away(cabinet: Cabinet):
    body = cabinet.organizations.create(Organization(names=named("Komisija"))).record.id

    def with_decision() -> Meeting:
        item = AgendaItem(decisions=[Decision(number="7/2026")])
        return Meeting(bodies=[MeetingBody(organization_id=body)], agenda=[item])

    first = cabinet.meetings.create(with_decision()).record
    with pytest.raises(DecisionNumberTaken):
        cabinet.meetings.create(with_decision())
    other = with_decision()
    other.bodies.clear()
    cabinet.meetings.create(other)
    cabinet.meetings.delete(first.id)
    cabinet.meetings.create(with_decision())


def test_a_decision_number_stands_once_in_a_meeting(cabinet: Cabinet):
    item = AgendaItem(decisions=[Decision(number="1"), Decision(number="1")])
    with pytest.raises(DecisionNumberTaken):
        cabinet.meetings.create(Meeting(agenda=[item]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_no_search_makes_an_error(cabinet: Cabinet, text: str):
    for record_type in ("place", "visit", "meeting", "partnership", "agreement", "project", "organization"):
        cabinet.records(record_type).choices(text, Language.SL)


@pytest.mark.parametrize(
    "text", ["%", "_", "a" * 1_000_000, "q " * 5000, "\\", "/", "'", '"', "q\x00", "q\ud800"]
)
def test_signs_of_the_database_are_searched_for_as_they_are(cabinet: Cabinet, villach: Place, text: str):
    assert cabinet.places.choices(text, Language.SL) == []


def test_awkward_texts_come_back_as_they_were(cabinet: Cabinet):
    for text in (
        "=cmd|' /C calc'!A0",
        "<b>x</b>",
        "a\r\nb\tc",
        "\u202etext",
        "ž" * 1_000_000,
        "𝒳🙂",
        " x ",
        "e\u0301",
    ):
        place = cabinet.places.create(Place(names=named(text), notes=text)).record
        assert cabinet.places.get(place.id).record.notes == text


def test_every_type_has_its_service(cabinet: Cabinet):
    from cabinet_app.domain.record_types import RECORD_TYPES

    for name, kind in RECORD_TYPES.items():
        service = cabinet.records(name)
        assert service.record_type == name
        assert service.kind is kind
        assert fields(kind)
    with pytest.raises(KeyError):
        cabinet.records("unicorn")
