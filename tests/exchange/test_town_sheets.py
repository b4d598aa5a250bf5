"""Lists of partner towns come in from spreadsheets and go out to them without losing a fact."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import Instrument, PartnershipKind, PartnershipStatus, Verification
from cabinet_app.errors import FormatError
from cabinet_app.exchange.sheets.reading import Table, read_table
from cabinet_app.exchange.sheets.town_columns import Column, recognise
from cabinet_app.exchange.sheets.town_intake import Outcome, TownPlan, plan_towns, take_in
from cabinet_app.exchange.sheets.town_list import export_towns
from cabinet_app.exchange.sheets.writing import csv_bytes, workbook_bytes
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.countries import countries
from cabinet_app.services.cabinet import Cabinet

TODAY = date(2026, 11, 20)
TRANSLATORS = [translator(language) for language in Language]
HEAD = "Mesto;Država;Vrsta;Podpis;Kraj podpisa;Druge stranke;Preverjeno;Opombe;Vir"


@pytest.fixture
def kranj(cabinet: Cabinet) -> Place:
    place = cabinet.places.create(Place(names=same("Kranj"), country="SI")).record
    cabinet.organizations.create(
        Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=place.id)
    )
    return place


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Table:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return read_table(path)


def planned(cabinet: Cabinet, table: Table, same_as: dict[int, int] | None = None) -> TownPlan:
    return plan_towns(cabinet, table, recognise(table.columns, TRANSLATORS), TODAY, same_as)


def test_a_row_becomes_a_town_a_partnership_and_an_agreement(cabinet: Cabinet, kranj: Place, tmp_path: Path):
    table = written(
        tmp_path / "a.csv", HEAD, "Rivoli;Italija;pobratenje;oktober 1975;Rivoli;;da;dva podpisa;arhiv"
    )
    plan = planned(cabinet, table)
    assert [(row.number, row.town, row.outcome) for row in plan.rows] == [(2, "Rivoli", Outcome.CREATED)]
    take_in(cabinet, plan)
    [partnership] = cabinet.partnerships.all()
    [agreement] = cabinet.agreements.all()
    town = cabinet.places.get(partnership.place_id or 0).record
    assert (town.names, town.country) == (same("Rivoli"), "IT")
    assert (partnership.kind, partnership.status) == (PartnershipKind.TWINNING, PartnershipStatus.ACTIVE)
    assert (partnership.verified, partnership.notes) == (Verification.YES, "dva podpisa")
    assert [source.document for source in agreement.sources] == ["arhiv"]
    assert agreement.events[0].happened_on.edtf == "1975-10"
    assert agreement.events[0].place_id == town.id
    assert [party.place_id for party in agreement.parties] == [kranj.id, town.id]
    assert agreement.title.sl == "Listina o pobratenju Kranj – Rivoli"


def test_taking_the_same_list_in_again_changes_nothing(cabinet: Cabinet, kranj: Place, tmp_path: Path):
    lines = (HEAD, "Beljak;AT;sodelovanje;25. 7. 2008;Kranj;;;;", "Oldham;GB;pobratenje;1961;;;;;")
    take_in(cabinet, planned(cabinet, written(tmp_path / "a.csv", *lines)))
    again = planned(cabinet, read_table(tmp_path / "a.csv"))
    assert [row.outcome for row in again.rows] == [Outcome.UNCHANGED] * 2
    assert take_in(cabinet, again).created == 0


def test_a_later_list_changes_what_it_says_and_keeps_the_rest(cabinet: Cabinet, kranj: Place, tmp_path: Path):
    take_in(cabinet, planned(cabinet, written(tmp_path / "a.csv", "town,country,notes", "Oldham,GB,first")))
    table = written(tmp_path / "b.csv", "town_sl;Stadt (de);kind;notes", "Oldham;Oldham;friendship;second")
    plan = planned(cabinet, table)
    assert [row.outcome for row in plan.rows] == [Outcome.CHANGED]
    take_in(cabinet, plan)
    [partnership] = cabinet.partnerships.all()
    assert partnership.kind is PartnershipKind.FRIENDSHIP
    assert partnership.notes == "first\nsecond"
    assert cabinet.places.get(partnership.place_id or 0).record.country == "GB"


@pytest.mark.parametrize(
    ("line", "column", "value"),
    [
        (";Italija;;1975;;;;;", Column.TOWN, ""),
        ("Rivoli;Atlantida;;1975;;;;;", Column.COUNTRY, "Atlantida"),
        ("Rivoli;IT;zaveza;1975;;;;;", Column.KIND, "zaveza"),
        ("Rivoli;IT;;1975;;;morda;;", Column.VERIFIED, "morda"),
    ],
)
def test_a_row_that_cannot_be_understood_is_listed_with_the_reason(
    cabinet: Cabinet, tmp_path: Path, line: str, column: Column, value: str
):
    table = written(tmp_path / "a.csv", HEAD, "Oldham;GB;;;;;;;", line)
    plan = planned(cabinet, table)
    assert [(row.number, row.outcome) for row in plan.rows] == [(2, Outcome.CREATED), (3, Outcome.REFUSED)]
    assert (plan.rows[1].column, plan.rows[1].value) == (column, value)
    take_in(cabinet, plan)
    assert cabinet.partnerships.count() == 1


def test_one_paper_of_several_towns_is_one_agreement(cabinet: Cabinet, kranj: Place, tmp_path: Path):
    head = "Mesto;Država;Listina;Podpis;Druge stranke"
    table = written(
        tmp_path / "b.csv",
        head,
        'Zemun;RS;Protokol 1965;1965;"Bitola; Osijek"',
        'Bitola;MK;Protokol 1965;1965;"Zemun; Osijek"',
        'Osijek;HR;Protokol 1965;1965;"Zemun; Bitola"',
    )
    take_in(cabinet, planned(cabinet, table))
    [agreement] = cabinet.agreements.all()
    assert len(agreement.parties) == 4
    assert cabinet.partnerships.count() == 3
    assert cabinet.places.count() == 4
    countries_of = {place.names.sl: place.country for place in cabinet.places.all()}
    assert countries_of == {"Kranj": "SI", "Zemun": "RS", "Bitola": "MK", "Osijek": "HR"}


def test_a_town_of_nearly_the_same_name_is_offered_for_merging(
    cabinet: Cabinet, kranj: Place, tmp_path: Path
):
    villach = cabinet.places.create(
        Place(names=LocalizedText(sl="Beljak", de="Villach"), country="AT")
    ).record
    table = written(tmp_path / "a.csv", "Mesto;Država", "Beljakk;AT")
    plan = planned(cabinet, table)
    assert plan.rows[0].alike == (villach.id,)
    merged = planned(cabinet, table, {2: villach.id})
    assert merged.rows[0].outcome is Outcome.CHANGED
    take_in(cabinet, merged)
    assert [one.place_id for one in cabinet.partnerships.all()] == [villach.id]
    apart = planned(cabinet, written(tmp_path / "b.csv", "Mesto;Država", "Beljakk;SI"), {2: 0})
    assert (apart.rows[0].outcome, apart.rows[0].alike) == (Outcome.CREATED, ())


def test_the_same_name_in_another_country_is_another_town(cabinet: Cabinet, tmp_path: Path):
    cabinet.places.create(Place(names=same("Senta"), country="RS"))
    plan = planned(cabinet, written(tmp_path / "a.csv", "Mesto;Država", "Senta;HU"))
    assert plan.rows[0].outcome is Outcome.CREATED
    assert len(plan.rows[0].alike) == 1


def test_130_agreements_with_34_countries_come_in_and_go_out_whole(
    cabinet: Cabinet, kranj: Place, tmp_path: Path
):
    codes = [code for code in countries().names if code != "SI"][:34]
    rows = [
        [f"Mesto {number}", codes[number % 34], "pobratenje", str(1950 + number % 70), f"Listina {number}"]
        for number in range(130)
    ]
    (tmp_path / "a.xlsx").write_bytes(
        workbook_bytes("Mesta", ["Mesto", "Država", "Vrsta", "Leto", "Listina"], rows)
    )
    plan = planned(cabinet, read_table(tmp_path / "a.xlsx"))
    assert plan.count(Outcome.CREATED) == 130
    take_in(cabinet, plan)
    assert {place.country for place in cabinet.places.all()} == {*codes, "SI"}
    assert cabinet.agreements.count() == 130
    for language, ending in zip(Language, ("xlsx", "csv", "xlsx"), strict=True):
        path = tmp_path / f"out_{language}.{ending}"
        assert export_towns(cabinet, path, translator(language)) == 130
        again = planned(cabinet, read_table(path))
        assert again.count(Outcome.UNCHANGED) == 130


def test_one_undo_takes_a_whole_list_back(cabinet: Cabinet, kranj: Place, tmp_path: Path):
    take_in(cabinet, planned(cabinet, written(tmp_path / "a.csv", "Mesto;Leto", "Rivoli;1975", "Senta;1970")))
    cabinet.undo.undo()
    assert (cabinet.partnerships.count(), cabinet.agreements.count()) == (0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_every_way_windows_writes_letters_is_read(tmp_path: Path, encoding: str):
    table = written(tmp_path / "a.csv", "Mesto\tDržava", "Žiri\tČrna gora", encoding=encoding)
    assert table == Table(("Mesto", "Država"), ((2, ("Žiri", "Črna gora")),))


def test_dates_and_numbers_of_a_workbook_become_texts(tmp_path: Path):
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append([None, None, None])
    book.active.append(["Mesto", "Podpis", "Leto"])
    book.active.append(["Beljak", date(2008, 7, 25), 2008.0])
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert table == Table(("Mesto", "Podpis", "Leto"), ((3, ("Beljak", "2008-07-25", "2008")),))


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"PK\x03\x04 broken", b";;;\r\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(FormatError) as refused:
        read_table(tmp_path / "a.xlsx")
    assert refused.value.reason == "not_a_table"


def test_a_formula_is_never_written(tmp_path: Path):
    rows = [["=HYPERLINK(1)", "@x", "+1", "-1"]]
    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes("x", list("abcd"), rows))).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [(text, "s") for text in rows[0]]
    assert csv_bytes(list("abcd"), rows).decode("utf-8-sig").splitlines()[1] == "'=HYPERLINK(1);'@x;'+1;'-1"


def test_the_same_list_gives_the_same_bytes():
    rows = [["Kranj", "Ljubljana"]]
    assert workbook_bytes("x", ["a", "b"], rows) == workbook_bytes("x", ["a", "b"], rows)


def test_columns_are_known_in_the_three_languages_and_used_once():
    names = ["Partnerstadt", "Land", "Leto podpisa", "Country", "Nekaj", "Instrument"]
    assert recognise(names, TRANSLATORS) == {
        0: Column.TOWN,
        1: Column.COUNTRY,
        2: Column.SIGNED,
        5: Column.INSTRUMENT,
    }


def test_an_instrument_is_read_in_any_language(cabinet: Cabinet, tmp_path: Path):
    table = written(tmp_path / "a.csv", "town;instrument;signed", "Villach;memorandum;2008")
    take_in(cabinet, planned(cabinet, table))
    assert cabinet.agreements.all()[0].instrument is Instrument.MEMORANDUM
