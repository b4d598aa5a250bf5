"""list, show, search, occurrences, cadence: for readers and for programs."""

from typing import Any

import pytest

from tests.cli.conftest import Kabinet


@pytest.fixture
def place(execute) -> dict[str, Any]:
    data = {
        "names": {"sl": "Beljak", "de": "Villach", "en": "Villach"},
        "native_name": "Villach",
        "country": "AT",
    }
    (made,) = execute({"op": "create", "type": "place", "data": data})
    return dict(made)


@pytest.fixture
def visit(execute, place: dict[str, Any]) -> dict[str, Any]:
    data = {"partner_place_id": place["id"], "starts_on": "2026-02-25", "status": "confirmed"}
    (made,) = execute({"op": "create", "type": "visit", "data": data})
    return dict(made)


def test_lists_are_tables_for_readers_and_documents_for_programs(kabinet: Kabinet, place: dict[str, Any]):
    assert kabinet("list", "place").out == f"{place['id']}  Villach  Austria\n"
    assert kabinet("list", "place", "--lang", "sl").out == f"{place['id']}  Beljak  Villach, Avstrija\n"
    (listed,) = kabinet("list", "place", "--json").data
    assert (listed["id"], listed["version"], listed["title"]) == (place["id"], 1, "Villach")
    assert listed["data"]["names"] == {"sl": "Beljak", "de": "Villach", "en": "Villach"}
    assert kabinet("list", "visit").out == ""
    assert kabinet("list", "visit", "--json").data == []


def test_lists_are_in_the_order_of_the_language(kabinet: Kabinet, execute):
    for name in ("Žiri", "Celje", "Čakovec"):
        execute({"op": "create", "type": "place", "data": {"names": {"sl": name}}})
    titles = [one["title"] for one in kabinet("list", "place", "--json", "--lang", "sl").data]
    assert titles == ["Celje", "Čakovec", "Žiri"]


def test_one_record_is_shown_with_all_it_holds(kabinet: Kabinet, visit: dict[str, Any]):
    shown = kabinet("show", "visit", str(visit["id"]), "--json").data
    assert (shown["type"], shown["id"], shown["version"]) == ("visit", visit["id"], 1)
    assert shown["title"] == "Villach, 25\u00a0Feb\u00a02026"
    assert shown["data"]["status"] == "confirmed"
    assert shown["updated_at"].endswith("Z")
    lines = kabinet("show", "visit", str(visit["id"])).out.splitlines()
    assert lines[0] == "Villach, 25\u00a0Feb\u00a02026"
    assert "  status: confirmed" in lines


def test_a_record_that_does_not_exist_is_refused_by_name(kabinet: Kabinet, visit: dict[str, Any]):
    called = kabinet("show", "place", str(visit["id"]))
    assert called.code == 3
    assert f"no place with the id {visit['id']}" in called.err


def test_search_takes_words_in_any_order(kabinet: Kabinet, visit: dict[str, Any], place: dict[str, Any]):
    found = kabinet("search", "VILLACH", "--json").data
    assert [hit["type"] for hit in found] == ["place", "visit"]
    assert found[0]["id"] == place["id"]
    assert [hit["type"] for hit in kabinet("search", "osterreich", "villach", "--json").data] == []
    assert kabinet("search", "beljak").out.splitlines()[0].startswith("place")
    assert kabinet("search", "nothing").out == "Nothing was found.\n"
    assert kabinet("search", "nothing", "--json").data == []
    assert kabinet("search", "--json", "--", "-x").data == []


def test_occurrences_are_sorted_data(kabinet: Kabinet, execute, visit: dict[str, Any]):
    meeting = {"title": {"en": "Board"}, "starts_at": "2026-02-25T09:30", "ends_at": "2026-02-25T10:00"}
    execute({"op": "create", "type": "meeting", "data": meeting})
    found = kabinet("occurrences", "--from", "2026-02-25", "--to", "2026-02-25", "--json").data
    assert [one["source"] for one in found] == ["visit", "meeting"]
    assert found[0]["uid"] == f"visit-{visit['id']}@kabinet"
    assert (found[0]["start"], found[0]["end"], found[0]["all_day"]) == ("2026-02-25", "2026-02-25", True)
    assert (found[1]["start"], found[1]["end"]) == (
        "2026-02-25T09:30:00+01:00",
        "2026-02-25T10:00:00+01:00",
    )
    assert set(found[1]) >= {"uid", "start", "end", "all_day", "title", "status", "source"}
    assert "Board" in kabinet("occurrences", "--from", "2026-02-25", "--to", "2026-02-25").out
    assert kabinet("occurrences", "--from", "2025-01-01", "--to", "2025-01-02", "--json").data == []


def test_cadence_judges_every_group(kabinet: Kabinet, execute):
    group = {
        "names": {"en": "Smart city"},
        "classification": "working_group",
        "cadence_rules": [{"unit": "month"}],
    }
    (made,) = execute({"op": "create", "type": "organization", "data": group})
    held = {"bodies": [{"organization_id": made["id"]}], "starts_at": "2026-02-10T09:00", "status": "held"}
    execute({"op": "create", "type": "meeting", "data": held})
    (board,) = kabinet("cadence", "--on", "2026-03-15", "--json").data
    assert (board["id"], board["name"]) == (made["id"], "Smart city")
    by_start = {window["from"]: window for window in board["windows"]}
    assert by_start["2026-02-01"]["status"] == "met"
    assert by_start["2026-02-01"]["held"] == ["2026-02-10"]
    assert by_start["2026-03-01"]["status"] == "open"
    assert board["last_possible"] == "2026-03-31"
    assert board["proposals"]
    assert "Smart city" in kabinet("cadence", "--on", "2026-03-15").out
    assert kabinet("cadence").code == 0


def test_names_cannot_steer_the_terminal(kabinet: Kabinet, execute):
    execute({"op": "create", "type": "place", "data": {"names": {"sl": "\x1b[2JKranj\r\n\u202eX"}}})
    (line,) = kabinet("list", "place").out.splitlines()
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert kabinet("list", "place", "--json").data[0]["title"] == "\x1b[2JKranj\r\n\u202eX"
