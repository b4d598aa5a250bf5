"""A researcher's list of partner towns goes into the register without losing a conflict or a precision."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cabinet_app.db.opening import create_file, open_store
from cabinet_app.domain.agreement_status import contradicts
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    Partnership,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import ListQuery
from tests.services.partner_facts import Facts, Taker, losses

TODAY = date(2026, 11, 20)


def town(name: str, country: str, kind: str, when: str | None, **more: object) -> Facts:
    precisions = {None: "unknown", 4: "year", 7: "month", 10: "day"}
    return {
        "town": {"sl": name, "de": name, "en": name, "native": name},
        "country": country,
        "kind": kind,
        "status": "active",
        "date": when,
        "date_precision": precisions[len(when) if when else None],
        "conflicts": [],
        "sources": ["a newspaper", "the town's own page"],
        "verified": "yes",
        "note": "",
    } | more


TOWNS = [
    town(
        "Herceg Novi", "ME", "twinning", "1957",
        conflicts=[{"date": "1965", "claim": "fifty years were celebrated in 2015", "sources": ["x", "y"]}],
        verified="partly",
    ),
    town("La Ciotat", "FR", "twinning", "1958",
         conflicts=[{"date": "1968", "claim": "45 years in 2013", "sources": ["z"]}]),
    town("Zemun", "RS", "multilateral_protocol", "1965"),
    town("Bitola", "MK", "multilateral_protocol", "1965"),
    town("Osijek", "HR", "multilateral_protocol", "1965", status="unclear",
         conflicts=[{"date": None, "claim": "its present list does not name us", "sources": ["o"]}]),
    town(
        "Rivoli", "IT", "twinning", "1975-10", second_signing="1975-11 in Kranj",
        first_signing_place="Rivoli",
        renewals=[{"date": "2025-11", "document": "commemorative charter", "place": "Kranj"}],
    ),
    town("Senta", "RS", "twinning", None, verified="partly"),
    town("Novi Sad", "RS", "twinning", None, status="unclear"),
    town(
        "Villach", "AT", "cooperation_charter", "2008-07-25", second_signing="2008-07-28 in Villach",
        first_signing_place="Kranj",
        signatories=["Damijan Perne (župan, Kranj)", "Helmut Manzenreiter (Bürgermeister, Villach)"],
    ),
    town("Zhangjiakou", "CN", "twinning", "2021-12-13", signed_remotely=True, letter_of_intent="2019-06",
         council_approval="2021-11-24"),
    town(
        "Yekaterinburg", "RU", "twinning", "2022-01-31", status="frozen", commission_opinion="2021-12-14",
        council_approval="2021-12", frozen="2022 (declaration of the city council, before 25 May 2022)",
        conflicts=[{"date": "2022-01-25", "claim": "ceremony on Tuesday 25 January", "sources": ["press"]}],
    ),
    town("Colorado Springs", "US", "twinning", "2022-08-05", letter_of_intent="2021-07 (remote)",
         council_approval="2022-05-25 (35th session)"),
    town("Amberg", "DE", "unknown", None, status="unclear", verified="no", sources=[],
         conflicts=[{"date": None, "claim": "none of its pages names us", "sources": ["a"]}]),
]  # fmt: skip


@pytest.fixture(scope="module")
def taker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taker]:
    path: Path = tmp_path_factory.mktemp("facts") / "register.kabinet"
    create_file(path)
    cabinet = Cabinet(open_store(path))
    home = cabinet.places.create(Place(names=same("Kranj"), country="SI")).record
    ours = Organization(names=same("City Municipality of Kranj"), place_id=home.id, is_home=True)
    cabinet.organizations.create(ours)
    taken = Taker(cabinet, home)
    taken.take(TOWNS)
    yield taken
    cabinet.close()


@pytest.mark.parametrize("facts", TOWNS, ids=lambda facts: facts["town"]["en"])
def test_every_conflict_and_every_precision_is_kept(taker: Taker, facts: Facts):
    assert losses(facts, taker) == []


def test_what_was_taken_in_agrees_with_what_follows_from_the_events(taker: Taker):
    for agreement in taker.cabinet.agreements.all():
        found = contradicts(agreement, TODAY)
        assert found is None or found.value == "renewed", agreement.title.en


def test_the_protocol_of_several_towns_is_one_record_shown_at_each(taker: Taker):
    shared = {taker.agreements[name] for name in ("Zemun", "Bitola", "Osijek")}
    assert len(shared) == 1
    for name in ("Zemun", "Bitola", "Osijek"):
        assert taker.cabinet.agreements.with_place(taker.places[name]) == [*shared]


def test_towns_are_counted_as_towns_and_papers_as_papers(taker: Taker):
    cabinet = taker.cabinet
    counted = cabinet.agreements.counted(cabinet.agreements.ids(ListQuery(Language.EN, TODAY)))
    assert (counted.documents, counted.towns, counted.unnamed) == (10, 12, 0)
    assert cabinet.partnerships.towns(cabinet.partnerships.all_ids()) == 13


def test_the_list_shows_the_first_signing_and_that_sources_differ(taker: Taker):
    cabinet = taker.cabinet
    rows = {row.title: row for row in cabinet.agreements.rows(cabinet.agreements.all_ids(), Language.EN)}
    assert rows["Kranj – Rivoli"].signed.edtf == "1975-10"
    assert {title for title, row in rows.items() if row.is_contested} == {
        "Kranj – Herceg Novi",
        "Kranj – La Ciotat",
        "Kranj – Yekaterinburg",
    }


def names(rows: object) -> list[str]:
    return [row.partners[0].names.en for row in rows]  # type: ignore[attr-defined]


def test_the_round_jubilees_of_2028(taker: Taker):
    found = taker.cabinet.jubilees.of_year(2028, TODAY)
    assert [(row.partners[0].names.en, row.jubilee.years) for row in found.celebrated] == [
        ("Villach", 20),
        ("La Ciotat", 70),
    ]
    assert found.celebrated[0].jubilee.day == date(2028, 7, 25)
    assert found.celebrated[1].jubilee.month is None
    assert names(found.contested) == ["Herceg Novi"]
    assert found.contested[0].jubilee.counted.edtf == "1957"
    assert [other.when.edtf for other in found.contested[0].jubilee.others] == ["1965"]
    assert names(found.undated) == ["Senta"]


def test_suspended_and_unclear_ones_come_only_when_asked_for(taker: Taker):
    jubilees = taker.cabinet.jubilees
    assert names(jubilees.of_year(2027, TODAY).celebrated) == ["Colorado Springs", "Herceg Novi"]
    resting = jubilees.of_year(2027, TODAY, resting=True)
    assert names(resting.celebrated) == ["Yekaterinburg", "Colorado Springs", "Herceg Novi"]
    assert set(names(resting.undated)) == {"Senta", "Novi Sad"}


def test_three_years_are_seen_at_once(taker: Taker):
    years = taker.cabinet.jubilees.ahead(TODAY)
    assert [one.year for one in years] == [2026, 2027, 2028]
    assert years[0] == taker.cabinet.jubilees.of_year(2026, TODAY)


def test_a_jubilee_within_thirty_days_is_announced(taker: Taker):
    jubilees = taker.cabinet.jubilees
    assert names(jubilees.within(date(2028, 7, 1), 30)) == ["Villach"]
    assert names(jubilees.within(date(2026, 11, 20), 30)) == ["Zhangjiakou"]
    assert jubilees.within(date(2028, 7, 26), 30) == []
    assert names(jubilees.within(date(2036, 12, 5), 30)) == ["Zhangjiakou"]


def test_the_rule_of_the_house_decides_what_is_round(taker: Taker):
    jubilees = taker.cabinet.jubilees
    before = jubilees.rule
    try:
        jubilees.rule = [71]
        assert names(jubilees.of_year(2028, TODAY).celebrated) == ["Herceg Novi"]
    finally:
        jubilees.rule = before


@pytest.mark.parametrize("year", range(1950, 2051))
def test_any_year_agrees_with_counting_by_hand(taker: Taker, year: int):
    living = [one for one in TOWNS if one["date"] and one["status"] == "active" and one["kind"] != "unknown"]
    expected: set[tuple[str, int]] = set()
    for facts in living:
        years = year - int(facts["date"][:4])
        if years in {1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 100}:
            first = "Zemun" if facts["kind"] == "multilateral_protocol" else facts["town"]["en"]
            expected.add((first, years))
    found = taker.cabinet.jubilees.of_year(year, TODAY).celebrated
    assert {(row.partners[0].names.en, row.jubilee.years) for row in found} == expected


def test_a_charter_counts_though_its_partnership_is_only_begun(cabinet: Cabinet):
    place = cabinet.places.create(Place(names=same("Amberg"))).record.id
    cabinet.partnerships.create(Partnership(place_id=place))
    parties = [AgreementParty(name="Kranj"), AgreementParty(place_id=place)]
    events = [AgreementEvent(happened_on=VagueDate("2008"))]
    paper = Agreement(title=same("Charter"), parties=parties, events=events, status=AgreementStatus.IN_FORCE)
    cabinet.agreements.create(paper)
    assert names(cabinet.jubilees.of_year(2028, TODAY).celebrated) == ["Kranj"]
