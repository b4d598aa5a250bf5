from datetime import date

import pytest
from PySide6.QtCore import Qt

from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import (
    AgreementStatus,
    Instrument,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements import words
from cabinet_app.gui.agreements.columns import AgreementColumns, PartnershipColumns, partner_count
from cabinet_app.gui.widgets.record_model import RecordModel
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.rows import AgreementRow, PartnershipRow
from tests.gui.agreements.conftest import TODAY, make_desk

EN = translator(Language.EN)


def agreement(*partners: str, count: int = 0, countries: tuple[str, ...] = ("AT",)) -> AgreementRow:
    return AgreementRow(
        id=1,
        title="",
        partners=partners,
        countries=countries,
        party_count=count or len(partners) + 1,
        instrument=Instrument.TRILATERAL,
        status=AgreementStatus.SIGNED,
        signed=VagueDate("2008-07-25"),
        valid_to=VagueDate(),
        verified=Verification.NO,
    )


def partnership(last_contact: date | None = None, native: str = "Villach") -> PartnershipRow:
    return PartnershipRow(
        id=1,
        town="Beljak",
        native_town=native,
        country="AT",
        kind=PartnershipKind.COOPERATION,
        status=PartnershipStatus.DORMANT,
        since=VagueDate("1975-10"),
        last_contact=last_contact,
        agreements=0,
        verified=Verification.NO,
    )


def test_one_partner_is_named_and_more_are_counted(cabinet, qtbot):
    columns = AgreementColumns(make_desk(cabinet).context)
    assert columns.partners(agreement("Villach")) == "Villach"
    assert columns.partners(agreement("Zemun", "Bitola")) == "2 towns"
    assert columns.partner_names(agreement("Zemun", "Bitola")) == "Zemun, Bitola"
    assert columns.partners(agreement(count=24)) == "24 towns"


@pytest.mark.parametrize(("partners", "count", "shown"), [(5, 6, 5), (5, 5, 5), (3, 24, 24), (0, 1, 0)])
def test_our_own_town_among_the_counted_is_no_further_partner(partners, count, shown):
    assert partner_count(agreement(*("A" * partners), count=count)) == shown


def test_a_partner_town_is_named_with_its_own_name_where_they_differ(cabinet, qtbot):
    columns = PartnershipColumns(make_desk(cabinet).context)
    assert columns.partner(partnership()) == "Beljak (Villach)"
    assert columns.partner(partnership(native="Beljak")) == "Beljak"


def test_the_last_contact_is_told_relatively_with_the_day_behind_it(cabinet, qtbot):
    columns = PartnershipColumns(make_desk(cabinet).context)
    row = partnership(date(2025, 11, 22))
    assert columns.contact(row) == "3 months ago"
    assert "22 November 2025" in columns.contact_day(row).replace("\u00a0", " ")
    assert columns.contact(partnership()) == words.NOTHING


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2008-07-25", "25 Jul 2008"),
        ("1975-10", "Oct 1975"),
        ("2008", "2008"),
        ("", "—"),
        ("2008~", "c. 2008"),
    ],
)
def test_a_date_in_a_column_is_short_and_never_more_exact_than_its_source(edtf, shown):
    text = words.short(VagueDate(edtf), EN).replace("\u00a0", " ")
    assert text == shown


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        ("2016-05", "2020-12", "May 2016 – December 2020"),
        ("2016", "2016", "2016"),
        ("", "2022", "… – 2022"),
        ("2016", "", "2016"),
        ("", "", ""),
    ],
)
def test_a_duration_says_what_is_known_of_it(starts, ends, shown):
    assert words.span(VagueDate(starts), VagueDate(ends), EN).replace("\u00a0", " ") == shown


def test_a_mark_of_verification_is_spoken_as_a_word(cabinet, qtbot):
    columns = PartnershipColumns(make_desk(cabinet).context).all()
    model = RecordModel(columns, lambda ids: [partnership() for _ in ids])
    model.set_ids([1])
    place = next(number for number, column in enumerate(columns) if column.key == "verified")
    index = model.index(0, place)
    assert index.data() == "⚠"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Unverified"
    assert "Unverified" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("status", [*PartnershipStatus, *AgreementStatus, *ProjectStatus])
@pytest.mark.parametrize("language", list(Language))
def test_every_status_has_a_glyph_and_a_word(status, language):
    spec = words.status_spec(status, translator(language))
    assert spec.glyph
    assert spec.word


def test_more_than_three_countries_are_cut_and_named_in_full_behind():
    codes = ["RS", "BA", "MK", "ME"]
    assert words.country_codes(codes) == "RS BA MK …"
    assert words.country_names(
        codes[:2], EN
    ) == "Serbia, Bosnia and Herzegovina" or "Serbia" in words.country_names(codes, EN)


def test_today_is_the_day_of_the_tests():
    assert words.ago(TODAY, TODAY, EN) == "today"
