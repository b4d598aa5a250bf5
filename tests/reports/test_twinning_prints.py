"""Jubilees, the list of twin towns, the map and the register in force, as a reader of the paper sees them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.anniversaries import dated_jubilee
from cabinet_app.domain.map_layout import Liveliness
from cabinet_app.domain.map_projection import Spot
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import AgreementStatus, PartnershipKind, PartnershipStatus, Verification
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.reports import twin_map, twin_towns
from cabinet_app.reports.agreements_data import PartnerName, PartnerTown
from cabinet_app.reports.catalog import write_report
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.jubilees_data import JubileeEntry, JubileesData, JubileesOfYear
from cabinet_app.reports.kinds.twinning import KINDS
from cabinet_app.reports.options import Audience, ReportOptions, Scope
from cabinet_app.reports.twin_map_data import MapPartner, TwinMapData
from cabinet_app.reports.twin_towns_data import TwinTownsData
from cabinet_app.services.cabinet import Cabinet
from tests.filled_register import filled_register
from tests.reports.conftest import Pdf, Words

NOW = datetime(2026, 11, 20, 14, 5)
SL, DE, EN = Language.SL, Language.DE, Language.EN
PRINTS = {kind.id: kind for kind in KINDS}
Look = Callable[[bytes], Pdf]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cabinet]:
    path: Path = tmp_path_factory.mktemp("sample") / "register.kabinet"
    cabinet = Cabinet(open_store(filled_register(path, NOW.date())))
    yield cabinet
    cabinet.close()


def printed(
    sample: Cabinet, house: HouseStyle, kind: str, language: Language, **options: object
) -> tuple[bytes, list[FindingKind]]:
    chosen = ReportOptions(printed_at=NOW, **options)  # type: ignore[arg-type]
    report = write_report(PRINTS[kind], chosen, language, house, sample)
    return report.data, [finding.kind for finding in report.findings]


def inside(sample: Cabinet, house: HouseStyle, kind: str, language: Language, **options: object) -> bytes:
    return printed(sample, house, kind, language, audience=Audience.INTERNAL, **options)[0]


@pytest.mark.parametrize(
    ("language", "years", "day"),
    [
        (SL, "20 let", "torek, 25. julij 2028"),
        (DE, "20 Jahre", "Dienstag, 25. Juli 2028"),
        (EN, "20 years", "Tuesday, 25 July 2028"),
    ],
)
def test_the_jubilees_of_2028(sample, house, pdf: Look, language, years, day):
    page = pdf(inside(sample, house, "jubilees", language, first=date(2028, 1, 1)))
    assert page.pages == 1
    for words in (years, day, "Villach", "La Ciotat", "1958", "Herceg Novi", "1957", "1965", "Senta"):
        assert words in page.text, words
    assert "Osijek" not in page.text.replace("Sources", "")
    assert page.text.index("Villach") < page.text.index("La Ciotat") < page.text.index("Herceg Novi")
    page.check()


def test_a_year_alone_stands_in_the_group_without_a_month(sample, house, pdf: Look):
    text = pdf(inside(sample, house, "jubilees", EN, first=date(2028, 1, 1))).text
    july, year_only, differ, undated = (
        text.index(words) for words in ("July 2028", "Only the year is known", "Sources differ", "No date")
    )
    assert july < year_only < text.index("La Ciotat") < differ < undated < text.index("Senta")


def test_the_public_jubilees_hide_what_sources_dispute(sample, house, pdf: Look):
    text = pdf(printed(sample, house, "jubilees", EN, first=date(2028, 1, 1))[0]).text
    assert "La Ciotat" in text
    assert "1968" not in text
    assert "Herceg Novi" not in text
    assert "INTERNAL" not in text


def test_several_years_follow_one_another(sample, house, pdf: Look):
    options = {"first": date(2026, 1, 1), "last": date(2028, 12, 31)}
    page = pdf(inside(sample, house, "jubilees", EN, **options))
    assert "Jubilees from 2026 to 2028" in page.text
    assert page.layout.index("\n2027") < page.layout.index("\n2028")


def test_a_year_without_jubilees_says_so(house, pdf: Look, words: Words):
    from cabinet_app.reports import jubilees

    data = JubileesData(NOW, (JubileesOfYear(2030),), frozenset({10}))
    text = pdf(jubilees.render(data, house, words(EN))[0]).text
    assert "No round anniversary falls in 2030." in text


def test_an_unverified_jubilee_is_marked_inside_and_left_out_outside(house, pdf: Look, words: Words):
    from cabinet_app.reports import jubilees

    entry = JubileeEntry(
        (PartnerName(same("Amberg"), country="DE"),),
        same("Twinning"),
        dated_jubilee(VagueDate("2008-02-29"), 2018),
        AgreementStatus.FROZEN,
        Verification.NO,
    )
    data = JubileesData(NOW, (JubileesOfYear(2018, (entry,)),), frozenset({10}))
    text = pdf(jubilees.render(data, house, words(EN))[0]).text
    assert "†" in text
    assert "Wednesday, 28 February 2018" in text
    assert "suspended" in text
    public, findings = jubilees.render(data.for_public(), house, words(EN))
    assert "Amberg" not in pdf(public).text
    assert [finding.kind for finding in findings] == [FindingKind.ROWS_LEFT_OUT]


ORDERS = {
    SL: ["Banja Luka", "Beljak", "Bitola", "Colorado Springs", "Herceg Novi", "Kotor Varoš", "La Ciotat"],
    DE: ["Banja Luka", "Bitola", "Colorado Springs", "Herceg Novi", "Kotor Varoš", "La Ciotat", "Villach"],
    EN: ["Banja Luka", "Bitola", "Colorado Springs", "Herceg Novi", "Kotor Varoš", "La Ciotat", "Villach"],
}


@pytest.mark.parametrize(("language", "order"), ORDERS.items())
def test_the_public_list_has_the_towns_of_each_language_in_its_order(
    sample, house, pdf: Look, language, order
):
    data, findings = printed(sample, house, "twin-towns", language)
    page = pdf(data)
    lines = page.layout.splitlines()
    places = [
        next(number for number, line in enumerate(lines) if line.strip().startswith(town)) for town in order
    ]
    assert places == sorted(places)
    assert "Битола" in page.text
    assert "张家口" in page.text
    country = {SL: "Avstrija", DE: "Österreich", EN: "Austria"}[language]
    assert country in next(line for line in lines if "Villach" in line)
    for town in ("Amberg", "Doboj", "Čair", "Jekaterinburg", "Yekaterinburg", "Osijek", "Slavonski Brod"):
        assert town not in page.text, town
    assert FindingKind.ROWS_LEFT_OUT in findings
    page.check()


def test_the_house_s_list_marks_what_is_not_verified(sample, house, pdf: Look):
    text = pdf(inside(sample, house, "twin-towns", SL)).text
    assert "Amberg †" in text.replace("\u202f", " ").replace("Amberg†", "Amberg †")
    assert "Jekaterinburg" in text
    assert "zamrznjeno" in text


def listed(name: str, kind: PartnershipKind = PartnershipKind.TWINNING, **more: object) -> PartnerTown:
    return PartnerTown(PartnerName(same(name), country="SI"), kind, PartnershipStatus.ACTIVE, **more)  # type: ignore[arg-type]


def test_slovenian_letters_follow_their_own_and_two_groups_stand_apart(house, pdf: Look, words: Words):
    names = ("Žiri", "Celje", "Šentjur", "Čakovec", "Sevnica", "Zagreb")
    towns = (*(listed(name) for name in names), listed("Doberdob", PartnershipKind.COOPERATION))
    text = pdf(twin_towns.render(TwinTownsData(NOW, towns), house, words(SL))[0]).text
    places = [text.index(name) for name in ("Celje", "Čakovec", "Sevnica", "Šentjur", "Zagreb", "Žiri")]
    assert places == sorted(places)
    assert places[-1] < text.index("Prijateljska mesta") < text.index("Doberdob")


def test_an_empty_list_says_so(house, pdf: Look, words: Words):
    data, findings = twin_towns.render(TwinTownsData(NOW, (), internal=False), house, words(EN))
    assert "The register is still empty." in pdf(data).text
    assert not findings


@pytest.mark.parametrize("language", [SL, DE, EN])
def test_the_register_in_force_leaves_the_suspended_one_out(sample, house, pdf: Look, language):
    name = {SL: "Jekaterinburg", DE: "Jekaterinburg", EN: "Yekaterinburg"}[language]
    whole = pdf(inside(sample, house, "agreements", language)).text
    assert name in whole
    assert {SL: "zamrznjen", DE: "ruhend", EN: "suspended"}[language] in whole.lower()
    in_force = pdf(inside(sample, house, "agreements", language, scope=Scope.IN_FORCE)).text
    assert name not in in_force
    assert "La Ciotat" in in_force


def test_the_map_names_every_partner_and_those_that_are_far(sample, house, pdf: Look):
    page = pdf(inside(sample, house, "twin-map", SL))
    assert page.pages == 1
    for name in ("Kranj", "Beljak", "Oldham", "La Ciotat", "Bitola", "Zhangjiakou", "Colorado Springs"):
        assert name in page.text, name
    assert "7.550 km" in page.text
    assert page.info["Page size"].startswith("841.89 x 595.276")
    page.check()


def test_the_public_map_has_no_sleepers_and_nothing_unverified(sample, house, pdf: Look):
    text = pdf(printed(sample, house, "twin-map", DE, paper=Paper.A3)[0]).text
    assert "Villach" in text
    for name in ("Amberg", "Jekaterinburg", "Osijek", "Slavonski Brod", "no contact for more"):
        assert name not in text, name


def partner(number: int, name: str, spot: Spot | None, **more: object) -> MapPartner:
    return MapPartner(number, PartnerName(same(name), country="AT"), spot, **more)  # type: ignore[arg-type]


HOME = MapPartner(0, PartnerName(LocalizedText("Kranj", "Kranj (Krainburg)", "Kranj")), Spot(46.24, 14.36))


def test_who_has_no_coordinates_is_listed_below_the_map(house, pdf: Look, words: Words):
    towns = (
        partner(1, "Villach", Spot(46.61, 13.86), liveliness=Liveliness.QUIET),
        partner(2, "Nirgendwo", None),
    )
    data = TwinMapData(NOW, HOME, towns)
    text = pdf(twin_map.render(data, house, words(EN))[0]).text
    assert "coordinates are not entered: Nirgendwo." in text
    assert "no contact for more than two years" in text


def test_without_our_own_town_there_is_a_sentence_instead_of_a_map(house, pdf: Look, words: Words):
    for home in (None, partner(0, "Kranj", None)):
        text = pdf(twin_map.render(TwinMapData(NOW, home, ()), house, words(EN))[0]).text
        assert "no map can be drawn" in text


def test_a_map_of_nobody_else_shows_our_town(house, pdf: Look, words: Words):
    data = twin_map.render(TwinMapData(NOW, HOME, ()), house, words(DE), Paper.A4, Orientation.PORTRAIT)[0]
    text = pdf(data).text
    assert "Kranj" in text
    assert "Krainburg" not in text


@pytest.mark.parametrize("kind", ["jubilees", "twin-towns", "twin-map"])
def test_fonts_are_embedded_and_the_same_register_gives_the_same_bytes(sample, house, pdf: Look, kind):
    first = inside(sample, house, kind, DE)
    assert first == inside(sample, house, kind, DE)
    assert all(embedded == "yes" for _name, embedded, _subset in pdf(first).fonts)


def test_files_are_called_by_what_they_hold(sample, house):
    def name(kind: str, **options: object) -> str:
        chosen = ReportOptions(printed_at=NOW, **options)  # type: ignore[arg-type]
        return write_report(PRINTS[kind], chosen, EN, house, sample).name

    assert name("jubilees", first=date(2028, 1, 1)) == "2028_jubilees_en.pdf"
    several = {"first": date(2026, 1, 1), "last": date(2028, 1, 1)}
    assert name("jubilees", **several) == "2026-2028_jubilees_en.pdf"
    assert name("twin-towns", audience=Audience.INTERNAL) == "2026-11-20_twin-towns_internal_en.pdf"
    assert name("twin-map") == "2026-11-20_town-map_en.pdf"
