"""The published schema says what the program reads and writes."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cabinet_app.domain.documents import from_document, to_document
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.errors import FormatError
from cabinet_app.exchange.register import read_register
from cabinet_app.exchange.register_schema import register_schema
from tests.domain.registers import records

SCHEMA = register_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
# What only the program can see, and what its own types say more strictly than JSON Schema can.
BEYOND_SCHEMA = {"duplicate_id", "dangling_reference", "not_storable", "missing"}


def register(name: str, document: object) -> dict[str, Any]:
    return {"format": "kabinet-register", "version": 1, "records": {name: [document]}}


def is_valid(document: object) -> bool:
    return bool(VALIDATOR.is_valid(json.loads(json.dumps(document))))


def test_the_schema_is_a_schema_and_describes_every_kind_and_field():
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]["records"]["properties"]) == set(RECORD_TYPES)
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        assert definition["additionalProperties"] is False
    place = SCHEMA["$defs"]["Visit"]["properties"]["partner_place_id"]
    assert place["description"] == "The id of an entry of “place”."


@settings(max_examples=80)
@given(
    pair=st.sampled_from(list(RECORD_TYPES.items())).flatmap(
        lambda one: st.tuples(st.just(one[0]), records(one[1]))
    )
)
def test_every_record_we_write_follows_the_schema(pair: tuple[str, Any]):
    name, record = pair
    record.id = 1
    assert is_valid(register(name, to_document(record)))


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("visit", {"id": 1, "nonsense": 1}),
        ("visit", {"id": 1, "title": "x"}),
        ("visit", {"id": 1, "title": {"fr": "x"}}),
        ("visit", {"id": 1, "status": "x"}),
        ("visit", {"id": 1, "starts_on": "25. 2. 2026"}),
        ("visit", {"id": 1, "starts_on": 5}),
        ("visit", {"id": 1, "notes": None}),
        ("visit", {"id": 1, "partner_place_id": 0}),
        ("visit", {"id": -1}),
        ("visit", {"id": 2**53}),
        ("visit", {"id": "1"}),
        ("visit", {}),
        ("visit", []),
        ("meeting", {"id": 1, "all_day": 1}),
        ("meeting", {"id": 1, "sequence": 2**31}),
        ("meeting", {"id": 1, "sequence": True}),
        ("meeting", {"id": 1, "starts_at": "2026-02-25"}),
        ("meeting", {"id": 1, "starts_at": "2026-02-25T09:00Z"}),
        ("meeting", {"id": 1, "agenda": {}}),
        ("agreement", {"id": 1, "valid_from": {"edtf": "soon"}}),
        ("agreement", {"id": 1, "areas": ["x"]}),
        ("unicorn", {"id": 1}),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(name: str, document: object):
    whole = register(name, document)
    assert not is_valid(whole)
    with pytest.raises(FormatError):
        read_register(json.dumps(whole).encode())


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"format": "x", "version": 1, "records": {}},
        {"format": "kabinet-register", "version": 2, "records": {}},
        {"format": "kabinet-register", "version": True, "records": {}},
        {"format": "kabinet-register", "version": 1},
        {"format": "kabinet-register", "version": 1, "records": []},
        {"format": "kabinet-register", "version": 1, "records": {}, "more": 1},
    ],
)
def test_a_file_that_is_no_register_is_refused_by_both(head: dict[str, Any]):
    assert not is_valid(head)
    with pytest.raises(FormatError):
        read_register(json.dumps(head).encode())


LIKELY = ["2026-02-25", "09:00", "2008~", "planned", "2026-02-25T09:00:00", "2026-13-45"]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**54), 2**54)
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
)
VALUES = st.recursive(
    LEAVES | st.sampled_from(LIKELY),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "sl", "edtf"]), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = st.sampled_from(
    [
        (name, field)
        for name, kind in RECORD_TYPES.items()
        for field in SCHEMA["$defs"][kind.__name__]["properties"]
    ]
)


@settings(max_examples=400)
@given(where=FIELDS, value=VALUES)
def test_program_and_schema_agree_on_any_value_of_any_field(where: tuple[str, str], value: Any):
    name, field = where
    document = {"id": 1, field: value}
    error = refused(name, document)
    if error is None:
        assert is_valid(register(name, document)) or not document["id"]
    elif error.reason not in BEYOND_SCHEMA and not is_of_the_calendar(error):
        assert not is_valid(register(name, document)), error


def refused(name: str, document: dict[str, Any]) -> FormatError | None:
    try:
        from_document(RECORD_TYPES[name], document)
    except FormatError as error:
        return error
    return None


def is_of_the_calendar(error: FormatError) -> bool:
    """A day of the right form that is in no calendar passes the schema's pattern."""
    return error.reason in {"not_a_date", "not_a_time", "not_a_moment"} or "edtf" in error.place
