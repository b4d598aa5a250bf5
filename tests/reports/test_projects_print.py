"""The register of projects on paper, with every fact that is kept."""

from datetime import date, datetime

import pytest

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import (
    Project,
    ProjectOutput,
    ProjectPartner,
    ProjectPartnerRole,
    ProjectStatus,
    ProjectTown,
)
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit
from cabinet_app.reports.catalog import report_kind
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet

NOW = datetime(2026, 11, 20, 14, 5)


@pytest.fixture
def project(cabinet: Cabinet) -> Project:
    names = (LocalizedText("Žiri", "Žiri", "Žiri"), LocalizedText("Beljak", "Villach", "Villach"))
    towns = [cabinet.places.create(Place(names=name)).record for name in names]
    visit = cabinet.visits.create(Visit(partner_place_id=towns[1].id, starts_on=date(2016, 2, 25))).record
    stored = cabinet.projects.create(
        Project(
            acronym="CC II",
            title=LocalizedText("Mesta sodelujejo", "Städte arbeiten zusammen", "Towns cooperate"),
            programme="Interreg V-A",
            programme_period="2014–2020",
            fund=LocalizedText("ESRR", "EFRE", "ERDF"),
            status=ProjectStatus.RUNNING,
            starts=VagueDate("2016-05"),
            ends=VagueDate("2020-12"),
            budget="3,5 mio. EUR",
            town_count=24,
            towns=[ProjectTown(place_id=town.id) for town in towns],
            partners=[
                ProjectPartner(name="Partner ena"),
                ProjectPartner(role=ProjectPartnerRole.LEAD, name="Vodja projekta"),
            ],
            phases=[ProjectOutput(text=LocalizedText("prva faza", "erste Phase", "first phase"))],
            outputs=[
                ProjectOutput(text=LocalizedText("dan partnerstva", "Partnertag", "partner day")),
                ProjectOutput(text=LocalizedText("pakt", "Pakt", "pact")),
            ],
            follow_up=LocalizedText("nadaljevanje želeno", "Fortsetzung erwünscht", "to be continued"),
            visit_id=visit.id,
            notes="=cmd <b>interno</b>",
            sources=[SourceRef(document="Novica o projektu")],
        )
    ).record
    title = LocalizedText("Uvodni sestanek", "Auftaktsitzung", "Kick-off")
    cabinet.meetings.create(Meeting(title=title, starts_at=datetime(2016, 6, 1, 9), project_id=stored.id))
    return stored


def printed(cabinet: Cabinet, house, words, language: Language, *, finds: bool = False, **options) -> bytes:
    kind, chosen = report_kind("projects"), ReportOptions(NOW, **options)
    data, findings = kind.render(kind.compose(cabinet, chosen, language), house, words(language), chosen)
    assert bool(findings) is finds, "a remark of the house in Slovenian is marked in other prints"
    return data


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.SL,
            [
                "CC II – Mesta sodelujejo",
                "V izvajanju",
                "maj 2016 – december 2020",
                "24 mest, med njimi: Beljak, Žiri",
            ],
        ),
        (
            Language.DE,
            ["CC II – Städte arbeiten zusammen", "Laufende", "24 Städte, darunter: Villach, Žiri", "EFRE"],
        ),
        (
            Language.EN,
            ["CC II – Towns cooperate", "Running", "24 towns, among them: Villach, Žiri", "first phase"],
        ),
    ],
)
def test_every_fact_stands_on_the_internal_copy(
    cabinet: Cabinet, project: Project, pdf, house, words, language: Language, expected: list[str]
):
    noted = language is Language.SL
    paper = pdf(printed(cabinet, house, words, language, finds=not noted, audience=Audience.INTERNAL))
    common = ["Interreg V-A, 2014–2020", "3,5 mio. EUR", "Vodja projekta", "=cmd <b>interno</b>"]
    linked = ["Novica o projektu", "Partner ena", "Uvodni" if language is Language.SL else "2016"]
    for fact in (*expected, *common, *linked):
        assert fact in paper.text, fact


def test_notes_and_sources_stay_in_the_house(cabinet: Cabinet, project: Project, pdf, house, words):
    text = pdf(printed(cabinet, house, words, Language.SL)).text
    assert "interno" not in text.casefold()
    assert "Novica" not in text


def test_an_acronym_is_not_said_twice(cabinet: Cabinet, pdf, house, words):
    cabinet.projects.create(Project(acronym="URBACT", title=same("URBACT – mreža")))
    text = pdf(printed(cabinet, house, words, Language.SL)).text
    assert text.count("URBACT") == 1


def test_an_empty_register_says_so(cabinet: Cabinet, pdf, house, words):
    assert "The register is still empty." in pdf(printed(cabinet, house, words, Language.EN)).text
