"""A guests' copy tells nothing that is only ours; each delegation reads its own programme."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.reports.programme_data import ProgrammeHoliday
from cabinet_app.reports.programme_entries import EntryLines
from cabinet_app.reports.typesetter import Typesetter
from cabinet_app.services.cabinet import Cabinet
from tests.blank_register import blank_register
from tests.reports.conftest import HOUSE
from tests.reports.rich_visits import LA_CIOTAT, OLDHAM, SECRETS, rich_visit

PRINTED = datetime(2027, 3, 12, 9)
INTERNAL_TOO = (
    "040 555 666",
    "KR SECRET-1",
    "LC 999 SECRET",
    "opens-both",
    "setting-up-secret",
    "wine-after",
)
"""What our own copy has to say."""
Read = Callable[..., str]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cabinet, int]]:
    cabinet = Cabinet(open_store(blank_register(tmp_path_factory.mktemp("rich") / "register.kabinet")))
    yield cabinet, rich_visit(cabinet)
    cabinet.close()


@pytest.fixture
def read(register: tuple[Cabinet, int], words: Any, pdf: Any) -> Read:
    cabinet, visit_id = register

    def made(kind_id: str, language: Language = Language.EN, **chosen: Any) -> str:
        kind = report_kind(kind_id)
        options = ReportOptions(printed_at=PRINTED, record_id=visit_id, **chosen)
        data = compose(kind, options, language, cabinet)
        printed = pdf(draw(kind, data, options, language, HOUSE, words(language)).data).text
        return str(printed).replace("\N{NO-BREAK SPACE}", " ")

    return made


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("delegation", [None, OLDHAM, LA_CIOTAT])
def test_the_guests_copy_of_a_visit_that_has_everything_tells_no_secret(
    read: Read, language: Language, delegation: int | None
) -> None:
    printed = read("programme", language, delegation_id=delegation)
    assert [secret for secret in SECRETS if secret in printed] == []


@pytest.mark.parametrize("language", list(Language))
def test_the_joint_guests_copy_tells_no_secret(read: Read, language: Language) -> None:
    printed = read("programme-joint", language)
    assert [secret for secret in SECRETS if secret in printed] == []


@pytest.mark.parametrize("kind", ["programme", "programme-joint"])
def test_our_own_copy_tells_what_the_house_must_know(read: Read, kind: str) -> None:
    printed = read(kind, audience=Audience.INTERNAL)
    assert [secret for secret in INTERNAL_TOO if secret not in printed] == []


@pytest.mark.parametrize("kind", ["programme", "programme-joint"])
@pytest.mark.parametrize(
    ("language", "change", "note"),
    [
        (Language.SL, "Sprememba št. 1, 12. 3. 2027", "nova ura kosila"),
        (Language.DE, "Änderung Nr. 1, 12.03.2027", "neue Uhrzeit des Mittagessens"),
        (Language.EN, "Change No. 1, 12 Mar 2027", "new time of lunch"),
    ],
)
def test_both_copies_carry_the_same_change(
    read: Read, kind: str, language: Language, change: str, note: str
) -> None:
    for audience in Audience:
        printed = read(kind, language, audience=audience)
        assert change in printed
        assert note in printed


def test_each_delegation_reads_only_its_own_items(read: Read) -> None:
    oldham = read("programme", delegation_id=OLDHAM)
    assert "Visit to the mill" in oldham
    assert "shipyard" not in oldham
    assert "Luc Ciotat" not in oldham
    assert "delegation of the town of Oldham" in oldham
    ciotat = read("programme", delegation_id=LA_CIOTAT)
    assert "Visit to the shipyard" in ciotat
    assert "mill" not in ciotat
    for printed in (oldham, ciotat):
        assert "Lunch" in printed
        assert "Vera Host" in printed


def test_the_programme_of_all_says_whom_an_item_is_for(read: Read) -> None:
    printed = read("programme")
    assert "only: Oldham" in printed
    assert "only: La Ciotat" in printed


def test_the_joint_programme_has_two_columns_where_they_differ(read: Read) -> None:
    printed = read("programme-joint")
    assert "delegations: Oldham, La Ciotat" in printed
    assert any("mill" in line and "shipyard" in line for line in printed.splitlines())
    assert printed.index("Visit to the mill") < printed.index("Lunch")


def test_dress_and_transport_stand_on_both_copies(read: Read) -> None:
    for audience in Audience:
        printed = read("programme", Language.DE, audience=audience)
        assert "dunkler Anzug" in printed
        assert "Bus ab Hotel" in printed


def test_a_delegation_that_is_gone_prints_the_programme_of_all(read: Read) -> None:
    assert "shipyard" in read("programme", delegation_id=99)


def test_a_holiday_that_nobody_has_translated_is_told_without_its_name(
    register: tuple[Cabinet, int], words: Any
) -> None:
    cabinet, visit_id = register
    data = compose(
        report_kind("programme"),
        ReportOptions(printed_at=PRINTED, record_id=visit_id),
        Language.SL,
        cabinet,
    )
    lines = EntryLines(data, Typesetter(words(Language.DE)), "#000000", names_sides=False)
    known = ProgrammeHoliday(LocalizedText(de="Ostermontag", en="Easter Monday"), "AT")
    foreign = ProgrammeHoliday(LocalizedText(en="Boxing Day"), "AT")
    assert lines.holiday(known).endswith(": Ostermontag")
    assert "Boxing" not in lines.holiday(foreign)
