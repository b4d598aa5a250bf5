"""The yearly list of gifts as a workbook, read back by another library."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from cabinet_app.domain.gift_list import GiftEntry, GiftList
from cabinet_app.domain.gifts import GiftNature, GiftOwner, Valuation
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.exchange.gift_list import workbook
from cabinet_app.i18n.catalogs import translator

NOW = datetime(2026, 3, 1, 8, 0)
VASE = GiftEntry(
    id=1,
    official="Jan Kos",
    office=LocalizedText("župan", "Bürgermeister", "Mayor"),
    family_member="Mojca Kos",
    relation="soproga",
    received_on=date(2025, 6, 1),
    donor="Eva Öllinger",
    donor_body=LocalizedText("Mesto Beljak", "Stadt Villach", "City of Villach"),
    donor_address=same("Villach"),
    description=LocalizedText("vaza", "Vase", "vase"),
    value_cents=12050,
    valuation=Valuation.ESTIMATED,
    nature=GiftNature.PROTOCOL,
    owner=GiftOwner.MUNICIPALITY,
    storage="vitrina",
)


def made(*entries, language=Language.EN):
    data = workbook(GiftList(2025, None, None, entries), translator(language), NOW)
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_each_gift_is_a_row_with_exactly_the_required_facts():
    sheet = made(VASE)
    head, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert head == [
        "Official",
        "Office",
        "Family member",
        "Relation",
        "Date received",
        "Donor",
        "Donor's organization",
        "Donor's address",
        "Kind and description",
        "Value in euros",
        "Estimated or known",
        "Protocol or occasional",
        "Owner",
        "Storage",
    ]
    assert row == [
        "Jan Kos",
        "Mayor",
        "Mojca Kos",
        "soproga",
        datetime(2025, 6, 1),
        "Eva Öllinger",
        "City of Villach",
        "Villach",
        "vase",
        120.5,
        "estimated",
        "protocol gift",
        "the municipality",
        "vitrina",
    ]


def test_days_and_values_have_their_types_and_formats():
    day, value = made(VASE)["E2"], made(VASE)["J2"]
    assert day.is_date
    assert value.data_type == "n"
    assert "0.00" in value.number_format


def test_the_head_is_frozen_and_the_rows_can_be_filtered():
    sheet = made(VASE)
    assert sheet.title == "2025"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N2"


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "@x", "-2", "{=1}", "http://x", "  "])
def test_what_looks_like_a_formula_stays_text(text):
    sheet = made(GiftEntry(**{**{name: getattr(VASE, name) for name in VASE.__slots__}, "official": text}))
    assert sheet["A2"].value == text
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].hyperlink is None


def test_an_empty_list_has_its_head_alone_and_the_same_bytes_each_time():
    assert made().max_row == 1
    empty = GiftList(2025, None, None)
    words = translator(Language.SL)
    assert workbook(empty, words, NOW) == workbook(empty, words, NOW)
