"""Records as plain JSON and back: lossless, strict, and with the place of everything that is refused."""

import json
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.documents import (
    GREATEST_ID,
    GREATEST_NUMBER,
    field_types,
    from_document,
    references,
    to_document,
    unstorable,
)
from cabinet_app.domain.meetings import AgendaItem, Decision, Meeting, MeetingBody
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEvent, Area
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, Visit, VisitStatus
from cabinet_app.errors import FormatError, ValueRejected
from tests.domain.registers import records


@given(record=st.one_of(*(records(kind) for kind in RECORD_TYPES.values())))
def test_every_record_survives_the_way_through_json(record: Any):
    text = json.dumps(to_document(record), ensure_ascii=False, allow_nan=False)
    again = from_document(type(record), json.loads(text))
    assert again == record
    assert json.dumps(to_document(again), ensure_ascii=False) == text


def test_what_is_empty_is_left_out_and_what_is_not_is_there():
    assert to_document(Place()) == {"id": 0, "kind": "town"}
    assert to_document(Meeting(zone=""))["zone"] == ""
    visit = Visit(
        starts_on=date(2016, 2, 25), delegations=[Delegation(delegates=[Delegate(role=DelegateRole.HEAD)])]
    )
    document = to_document(visit)
    assert document["starts_on"] == "2016-02-25"
    assert document["delegations"][0]["delegates"][0]["role"] == "head"
    assert "title" not in document


def test_values_are_read_as_what_they_are():
    meeting = from_document(
        Meeting,
        {"starts_at": "2026-02-25T09:30", "opened_at": "09:31:05", "convened_on": None, "all_day": True},
    )
    assert meeting.starts_at == datetime(2026, 2, 25, 9, 30)
    assert meeting.opened_at == time(9, 31, 5)
    assert meeting.convened_on is None
    assert from_document(Visit, {"status": "confirmed"}).status is VisitStatus.CONFIRMED
    assert from_document(Place, {"latitude": 46}).latitude == 46.0
    assert from_document(Agreement, {"areas": ["sport"]}).areas == [Area.SPORT]


@pytest.mark.parametrize(
    ("kind", "document", "place", "reason"),
    [
        (Visit, [], "", "not_an_object"),
        (Visit, None, "", "not_an_object"),
        (Visit, {"nonsense": 1}, "nonsense", "unknown_key"),
        (Visit, {"title": {"fr": "x"}}, "title.fr", "unknown_key"),
        (Visit, {"title": "x"}, "title", "not_an_object"),
        (Visit, {"title": {"sl": 1}}, "title.sl", "not_a_text"),
        (Visit, {"notes": None}, "notes", "not_a_text"),
        (Visit, {"notes": "\ud800"}, "notes", "not_storable"),
        (Visit, {"notes": "a\x00b"}, "notes", "not_storable"),
        (Visit, {"status": "x"}, "status", "not_allowed"),
        (Visit, {"status": ["planned"]}, "status", "not_allowed"),
        (Visit, {"status": None}, "status", "not_allowed"),
        (Visit, {"starts_on": "2026-02-30"}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": "20260225"}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": "2026-W09-3"}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": "٢٠٢٦-٠٢-٢٥"}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": "2026-02-25\n"}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": 20260225}, "starts_on", "not_a_date"),
        (Visit, {"starts_on": "2026-02-25T00:00"}, "starts_on", "not_a_date"),
        (Visit, {"programme": [{"starts_at": "25:00"}]}, "programme[0].starts_at", "not_a_time"),
        (Visit, {"programme": [{"starts_at": "09:00+01:00"}]}, "programme[0].starts_at", "not_a_time"),
        (Meeting, {"starts_at": "2026-02-25T09:00Z"}, "starts_at", "not_a_moment"),
        (Meeting, {"starts_at": "2026-02-25"}, "starts_at", "not_a_moment"),
        (Meeting, {"all_day": 1}, "all_day", "not_a_yes_or_no"),
        (Meeting, {"all_day": "true"}, "all_day", "not_a_yes_or_no"),
        (Meeting, {"sequence": True}, "sequence", "not_a_number"),
        (Meeting, {"sequence": "1"}, "sequence", "not_a_number"),
        (Meeting, {"sequence": 1.0}, "sequence", "not_a_whole_number"),
        (Meeting, {"sequence": 2**31}, "sequence", "out_of_range"),
        (Meeting, {"sequence": -(2**40)}, "sequence", "out_of_range"),
        (Meeting, {"sequence": 10**400}, "sequence", "out_of_range"),
        (Meeting, {"id": -1}, "id", "out_of_range"),
        (Meeting, {"id": 2**53}, "id", "out_of_range"),
        (Meeting, {"place_id": 0}, "place_id", "out_of_range"),
        (Meeting, {"bodies": {}}, "bodies", "not_a_list"),
        (Meeting, {"bodies": [1]}, "bodies[0]", "not_an_object"),
        (
            Meeting,
            {"agenda": [{}, {"decisions": [{"due_on": ""}]}]},
            "agenda[1].decisions[0].due_on",
            "not_a_date",
        ),
        (Place, {"latitude": float("nan")}, "latitude", "out_of_range"),
        (Place, {"latitude": float("inf")}, "latitude", "out_of_range"),
        (Place, {"latitude": 10**400}, "latitude", "out_of_range"),
        (Place, {"latitude": "46"}, "latitude", "not_a_number"),
        (Agreement, {"valid_from": {"edtf": "2008-13"}}, "valid_from.edtf", "not_allowed"),
        (Agreement, {"valid_from": {"edtf": "２００８"}}, "valid_from.edtf", "not_allowed"),
        (Agreement, {"areas": ["sport", "x"]}, "areas[1]", "not_allowed"),
        (Person, {"languages": ["sl", 5]}, "languages[1]", "not_a_text"),
        (Person, {"languages": "sl"}, "languages", "not_a_list"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    kind: type[Any], document: object, place: str, reason: str
):
    with pytest.raises(FormatError) as caught:
        from_document(kind, document)
    assert (caught.value.place, caught.value.reason) == (place, reason)


def test_a_place_begins_with_what_it_is_told():
    with pytest.raises(FormatError) as caught:
        from_document(Visit, {"x": 1}, "records.visit[2]")
    assert caught.value.place == "records.visit[2].x"


def test_excerpts_are_short_whatever_was_given():
    nested: object = "x"
    for _ in range(900):
        nested = [nested]
    for value in ("x" * 1_000_000, nested, {"a": nested}):
        with pytest.raises(FormatError) as caught:
            from_document(Visit, {"starts_on": value})
        assert len(caught.value.value) <= 60
    with pytest.raises(FormatError) as caught:
        from_document(Visit, {"k" * 1_000_000: 1})
    assert len(caught.value.place) <= 60


def test_the_bounds_of_numbers_are_what_json_and_columns_hold():
    assert from_document(Meeting, {"id": GREATEST_ID}).id == 2**53 - 1
    assert from_document(Meeting, {"sequence": GREATEST_NUMBER}).sequence == 2**31 - 1
    assert from_document(Meeting, {"sequence": -GREATEST_NUMBER}).sequence == 1 - 2**31


def test_references_are_named_with_their_places():
    meeting = Meeting(
        place_id=1,
        bodies=[MeetingBody(organization_id=2)],
        agenda=[AgendaItem(), AgendaItem(rapporteur_id=3)],
    )
    assert list(references(meeting)) == [
        ("place_id", "place", 1),
        ("bodies[0].organization_id", "organization", 2),
        ("agenda[1].rapporteur_id", "person", 3),
    ]
    assert next(references(meeting, "records.meeting[0]"))[0] == "records.meeting[0].place_id"


def test_texts_that_no_file_can_hold_are_found_wherever_they_stand():
    assert unstorable(Meeting(notes="ž\n\t\u202e🙂")) == ""
    deep = Meeting(agenda=[AgendaItem(), AgendaItem(decisions=[Decision(text=LocalizedText(de="\udfff"))])])
    assert unstorable(deep) == "agenda[1].decisions[0].text.de"
    assert unstorable(Person(name=PersonName(given="\x00"))) == "name.given"
    assert unstorable(Person(languages=["sl", "\ud800"])) == "languages[1]"


def test_vague_dates_inside_records_are_checked_when_they_are_made():
    with pytest.raises(ValueRejected):
        VagueDate("2008-02-30")
    event = from_document(AgreementEvent, {"happened_on": {"edtf": "2008~", "wording": "okoli 2008"}})
    assert event.happened_on.is_approximate


def test_field_types_know_references_lists_and_what_may_be_missing():
    by_name = {field.name: field for field in field_types(Organization)}
    assert by_name["parent_id"].reference == "organization"
    assert by_name["parent_id"].optional
    assert by_name["memberships"].is_list
    assert by_name["memberships"].is_record
    assert not by_name["names"].is_list
    assert by_name["names"].is_record
    assert field_types(Organization) is field_types(Organization)
