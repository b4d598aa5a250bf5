"""Scenarios 14 to 18: jubilees, Rivoli, the protocol of 1965, Yekaterinburg and the list for the website."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.agreement_status import contradicts, derived_status
from cabinet_app.domain.agreement_trail import StepState, legal_trail
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Agreement, AgreementEventKind, AgreementStatus
from cabinet_app.i18n.agreement_words import vote_words
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.labels import label
from cabinet_app.reports.catalog import REPORTS, home_names, write_report
from cabinet_app.reports.house import house_style
from cabinet_app.reports.options import Audience, ReportOptions, Scope
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import ListQuery
from cabinet_app.settings import Municipality
from tests.filled_register import filled_register

NOW = datetime(2026, 11, 20, 14, 5)
SL, DE, EN = Language.SL, Language.DE, Language.EN
Printed = Callable[..., str]


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cabinet]:
    path: Path = tmp_path_factory.mktemp("twinning") / "register.kabinet"
    opened = Cabinet(open_store(filled_register(path, NOW.date())))
    yield opened
    opened.close()


@pytest.fixture
def printed(cabinet: Cabinet, tmp_path: Path) -> Printed:
    """The words of a print, no-break spaces as blanks."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")

    def words(kind: str, language: Language, **options: object) -> str:
        chosen = ReportOptions(printed_at=NOW, **options)  # type: ignore[arg-type]
        house = house_style(Municipality(), home_names(cabinet))
        path = tmp_path / f"{kind}-{language.value}.pdf"
        path.write_bytes(write_report(REPORTS[kind], chosen, language, house, cabinet).data)
        done = subprocess.run(
            ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
        )
        return done.stdout.decode().replace("\u00a0", " ").replace("\u202f", " ")

    return words


def agreement(cabinet: Cabinet, *towns: str) -> Agreement:
    """The agreement of exactly these towns, by their Slovenian names."""
    names = {place.id: place.names.sl for place in cabinet.places.all()}
    return next(
        one
        for one in cabinet.agreements.all()
        if {names.get(party.place_id or 0) for party in one.parties} == {"Kranj", *towns}
    )


def test_14_which_twinnings_have_a_round_anniversary(cabinet: Cabinet, printed: Printed):
    found = cabinet.jubilees.of_year(2028, NOW.date())
    years = {row.partners[0].names.sl: row.jubilee.years for row in found.celebrated}
    assert years["La Ciotat"] == 70
    assert years["Beljak"] == 20
    assert [row.partners[0].names.sl for row in found.contested] == ["Herceg Novi"]
    assert {"Senta", "Kotor Varoš"} <= {row.partners[0].names.sl for row in found.undated}
    told = {row.partners[0].names.sl for row in (*found.celebrated, *found.contested, *found.undated)}
    assert not told & {"Jekaterinburg", "Osijek", "Pulj", "Novi Sad"}
    text = printed("jubilees", SL, first=date(2028, 1, 1), audience=Audience.INTERNAL)
    assert "torek, 25. julij 2028" in text
    assert "20 let" in text
    assert "20 Jahre" in printed("jubilees", DE, first=date(2028, 1, 1))
    assert "20 years" in printed("jubilees", EN, first=date(2028, 1, 1))


def test_15_rivoli_keeps_its_months(cabinet: Cabinet, printed: Printed):
    rivoli = agreement(cabinet, "Rivoli")
    dates = [(event.kind.value, event.happened_on.edtf) for event in rivoli.events]
    assert dates == [("signing", "1975-10"), ("counter_signing", "1975-11"), ("renewal", "2025-11")]
    assert derived_status(rivoli, NOW.date()) is AgreementStatus.RENEWED
    text = printed("agreements", SL, audience=Audience.INTERNAL)
    assert "oktober 1975" in text
    assert "november 1975" in text
    assert "1. 10. 1975" not in text
    ids = cabinet.agreements.ids(ListQuery(SL, NOW.date(), sort="signed"))
    signed = [row.signed.sort_key for row in cabinet.agreements.rows(ids, SL)]
    assert signed == sorted(signed)


def test_16_six_towns_are_one_agreement(cabinet: Cabinet):
    six = agreement(cabinet, "Zemun", "Banja Luka", "Bitola", "Herceg Novi", "Osijek")
    for party in six.parties:
        assert party.place_id is not None
        assert six.id in cabinet.agreements.with_place(party.place_id)
    counted = cabinet.agreements.counted([six.id])
    assert (counted.documents, counted.towns, counted.unnamed) == (1, 5, 0)


def test_17_what_happened_with_yekaterinburg(cabinet: Cabinet, printed: Printed):
    paper = agreement(cabinet, "Jekaterinburg")
    facts = cabinet.agreement_trails.of_agreement(paper)
    (fact,) = facts.values()
    assert fact.text.sl == "Komisija podpira pobratenje Mestne občine Kranj z mestom Jekaterinburg (Rusija)."
    assert vote_words(fact.vote, translator(SL)) == "4 PRISOTNI: 4 ZA"
    trail = legal_trail(paper, NOW.date(), {one.id: one.status for one in facts.values()})
    assert [step.state for step in trail.steps] == [StepState.DONE] * 4
    signing = next(event for event in paper.events if event.kind is AgreementEventKind.SIGNING)
    assert [signing.happened_on.edtf, *(claim.happened_on.edtf for claim in signing.claimed_dates)] == [
        "2022-01-31",
        "2022-01-25",
    ]
    assert contradicts(paper, NOW.date()) is None
    assert [label(paper.status, translator(language)) for language in (SL, DE, EN)] == [
        "zamrznjeno",
        "ruhend",
        "suspended",
    ]
    assert "Jekaterinburg" in printed("agreements", SL)
    assert "Jekaterinburg" not in printed("agreements", SL, scope=Scope.IN_FORCE)


def test_18_the_list_for_the_website(printed: Printed):
    slovenian, german, english = (printed("twin-towns", language) for language in (SL, DE, EN))
    assert "Beljak" in slovenian
    assert "Beljak" not in german + english
    for text in (slovenian, german, english):
        for name in ("Villach", "Banja Luka", "Bitola", "Битола"):
            assert name in text
        for name in ("Amberg", "Doboj", "Büyükçekmece"):
            assert name not in text
    inside = printed("twin-towns", SL, audience=Audience.INTERNAL)
    amberg = next(line for line in inside.splitlines() if "Amberg" in line)
    assert "†" in amberg
    assert "†" not in next(line for line in inside.splitlines() if "Rivoli" in line)
