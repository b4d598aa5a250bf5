"""anniversaries: the jubilees of a year for readers and for programs."""

from collections.abc import Callable
from typing import Any

import pytest

from cabinet_app import paths
from cabinet_app.settings import Settings, save
from tests.cli.conftest import Kabinet

Execute = Callable[..., Any]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def villach(execute: Execute) -> int:
    """The charter of Villach, a twinning of 1957 or 1965 and one without a date; answers the charter's id."""
    places = [
        execute({"op": "create", "type": "place", "data": {"names": {"sl": sl, "de": de, "en": de}, **more}})[
            0
        ]
        for sl, de, more in (
            ("Kranj", "Kranj", {"country": "SI"}),
            ("Beljak", "Villach", {"country": "AT", "native_name": "Villach"}),
            ("Herceg Novi", "Herceg Novi", {"country": "ME"}),
            ("Senta", "Senta", {"country": "RS"}),
        )
    ]
    kranj, town, herceg_novi, senta = (one["id"] for one in places)
    home = {"names": {"sl": "Mestna občina Kranj"}, "place_id": kranj, "is_home": True}
    execute({"op": "create", "type": "organization", "data": home})
    claim = {"happened_on": {"edtf": "1965"}, "claim": "protocol", "source": "zemun.rs"}
    ids = []
    for partner, name, when, claims in (
        (town, "Charter Kranj – Villach", "2008-07-25", []),
        (herceg_novi, "Twinning Kranj – Herceg Novi", "1957", [claim]),
        (senta, "Twinning Kranj – Senta", "", []),
    ):
        data = {
            "title": {"en": name},
            "status": "in_force",
            "parties": [{"place_id": kranj}, {"place_id": partner}],
            "events": [{"happened_on": {"edtf": when}, "claimed_dates": claims}],
        }
        ids.append(execute({"op": "create", "type": "agreement", "data": data})[0]["id"])
    return int(ids[0])


def test_a_program_gets_every_date_with_its_precision(kabinet: Kabinet, villach: int):
    found = kabinet("anniversaries", "--year", "2028", "--json", "--lang", "sl").data
    assert found["year"] == 2028
    assert found["rule"] == [1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 100]
    (one,) = found["jubilees"]
    assert (one["type"], one["id"], one["years"], one["day"], one["month"]) == (
        "agreement", villach, 20, "2028-07-25", 7,
    )  # fmt: skip
    assert (plain(one["words"]), plain(one["when"])) == ("20 let", "torek, 25. julij 2028")
    assert one["partners"] == [{"name": "Beljak", "native": "Villach", "country": "AT"}]
    (contested,) = found["contested"]
    assert (contested["signed"], contested["years"]) == ("1957", None)
    assert [(other["signed"], other["kind"]) for other in contested["others"]] == [("1965", "claim")]
    assert [undated["title"] for undated in found["undated"]] == ["Twinning Kranj – Senta"]


def test_a_reader_gets_lines(kabinet: Kabinet, villach: int):
    out = plain(kabinet("anniversaries", "--year", "2028").out)
    lines = out.splitlines()
    assert lines[0].startswith("20 years  Tuesday, 25 July 2028  Charter Kranj – Villach  25 July 2008")
    assert "Sources differ on the year:" in lines
    assert "Twinning Kranj – Herceg Novi  1957 (this one counts); another source: 1965" in lines
    assert lines[-1] == "Twinning Kranj – Senta  no date"


def test_a_year_without_any_says_so(kabinet: Kabinet, villach: int):
    out = kabinet("anniversaries", "--year", "2030").out
    assert "No round anniversary falls in 2030." in out


def test_a_suspended_one_comes_only_with_all(kabinet: Kabinet, execute: Execute, villach: int):
    shown = kabinet("show", "agreement", str(villach), "--json").data
    data = shown["data"] | {"status": "frozen"}
    execute({"op": "update", "type": "agreement", "id": villach, "version": shown["version"], "data": data})
    assert kabinet("anniversaries", "--year", "2028", "--json").data["jubilees"] == []
    everything = kabinet("anniversaries", "--year", "2028", "--all", "--json").data["jubilees"]
    assert [one["status"] for one in everything] == ["frozen"]


def test_the_rule_of_the_settings_holds(kabinet: Kabinet, villach: int):
    save(Settings(jubilee_years=frozenset({12})), paths.settings_file())
    assert kabinet("anniversaries", "--year", "2028", "--json").data["jubilees"] == []
    assert len(kabinet("anniversaries", "--year", "2020", "--json").data["jubilees"]) == 1


@pytest.mark.parametrize("year", ["28", "next", "20280", "3000"])
def test_what_is_no_year_is_refused_in_words(kabinet: Kabinet, year: str):
    called = kabinet("anniversaries", "--year", year)
    assert called.code == 2
    assert f"“{year}” is not a year" in called.err
