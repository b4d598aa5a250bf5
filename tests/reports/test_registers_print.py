"""The register of partner towns and the cadence board on paper."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cabinet_app.domain.cadence import CadenceRule, WindowStatus
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    AgreementEventKind,
    AgreementStatus,
    Instrument,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.reports import agreements, cadence
from cabinet_app.reports.agreements_data import (
    Act,
    AgreementEntry,
    AgreementsData,
    Claim,
    PartnerName,
    PartnerTown,
)
from cabinet_app.reports.cadence import SIGNS
from cabinet_app.reports.cadence_data import CadenceCell, CadenceData, CadenceRow
from cabinet_app.reports.partner_names import other_names

NOW = datetime(2026, 11, 20, 14, 5)


def town(sl, de="", native="", country="SI", **options):
    values = {"kind": PartnershipKind.TWINNING, "status": PartnershipStatus.ACTIVE, **options}
    return PartnerTown(PartnerName(LocalizedText(sl, de or sl, de or sl), native, country), **values)


TOWNS = (
    town("Zemun", native="Земун", country="RS", since=VagueDate("1965")),
    town("Čair", country="MK", verified=Verification.NO),
    town("Celje", country="SI"),
    town("Beljak", "Villach", "Villach", "AT", since=VagueDate("2008-07-25")),
    town("Rivoli", country="IT", since=VagueDate("1975-10"), verified=Verification.PARTLY),
)
RIVOLI = AgreementEntry(
    title=LocalizedText("Listina o pobratenju", "Partnerschaftsurkunde", "Twinning charter"),
    instrument=Instrument.TWINNING_CHARTER,
    status=AgreementStatus.IN_FORCE,
    partners=(PartnerName(same("Rivoli"), country="IT"),),
    acts=(
        Act(
            AgreementEventKind.SIGNING,
            VagueDate("1975-10"),
            same("Rivoli"),
            claims=(Claim(VagueDate("1974"), LocalizedText(sl="časopis pravi drugače")),),
        ),
        Act(AgreementEventKind.COUNTER_SIGNING, VagueDate("1975-11"), same("Kranj")),
    ),
)
FROZEN = replace(RIVOLI, status=AgreementStatus.FROZEN, partners=(PartnerName(same("Jekaterinburg")),))


@pytest.fixture
def register(words, house, pdf):
    def read(language=Language.SL, *, internal=True, entries=(RIVOLI, FROZEN)):
        data = AgreementsData(NOW, TOWNS, entries, internal)
        return pdf(agreements.render(data, house, words(language))[0]).text

    return read


def test_dates_keep_their_precision(register):
    text = register()
    assert "oktober 1975, Rivoli" in text
    assert "november 1975, Kranj" in text
    assert "1. 10. 1975" not in text
    assert "25. julij 2008" in text


def test_towns_stand_in_the_alphabet_of_the_language(register):
    text = register()
    assert (
        text.index("Beljak")
        < text.index("Celje")
        < text.index("Čair")
        < text.index("Rivoli")
        < text.index("Zemun")
    )
    german = register(Language.DE)
    assert german.index("Celje") < german.index("Villach") < german.index("Zemun")


def test_towns_and_countries_are_named_in_the_language_with_their_own_name(register):
    assert "Beljak Villach Avstrija" in register()
    german = register(Language.DE)
    assert "Villach Österreich" in german
    assert "Beljak" not in german
    assert "Zemun Земун" in german


@pytest.mark.parametrize(
    ("native", "shown", "others"),
    [
        ("Pula / Pola", "Pulj", "Pula / Pola"),
        ("Pula / Pola", "Pula", "Pola"),
        ("Osijek", "Osijek (Esseg)", ""),
        ("Villach", "Villach", ""),
        ("", "Rivoli", ""),
    ],
)
def test_a_name_is_never_said_twice(native, shown, others):
    assert other_names(native, shown) == others


def test_the_chosen_date_stands_with_what_another_source_says(register):
    assert "drug vir: 1974: časopis pravi drugače" in register()
    public = register(internal=False)
    assert "drug vir: 1974" in public
    assert "časopis" not in public


def test_unverified_towns_are_marked_in_ours_and_missing_in_the_public_one(register):
    text = register()
    assert "Čair" in text
    assert "† nepreverjeno" in text
    assert "‡ delno preverjeno" in text
    public = register(internal=False)
    assert "Čair" not in public
    assert "†" not in public


def test_suspended_agreements_do_not_stand_among_those_in_force(register):
    text = register()
    assert text.index("V veljavi") < text.index("Zamrznjeno") < text.index("Jekaterinburg")


def test_a_paper_without_a_date_says_so(register):
    assert "brez datuma" in register(entries=(replace(RIVOLI, acts=()),))


def test_a_count_of_parties_without_names_is_told(register):
    counted = replace(RIVOLI, partners=(), party_count=24)
    assert "skupaj 24 strank" in register(entries=(counted,))


def test_an_empty_register_says_so(words, house, pdf):
    text = pdf(agreements.render(AgreementsData(NOW), house, words(Language.SL))[0]).text
    assert "Register je še prazen." in text


def test_notes_never_stand_on_a_page_of_their_own(words, house, pdf):
    for count in range(20, 34):
        towns = tuple(town(f"Mesto {number:02}", verified=Verification.PARTLY) for number in range(count))
        print_ = pdf(agreements.render(AgreementsData(NOW, towns), house, words(Language.SL))[0])
        last = print_.raw.rstrip("\f").rpartition("\f")[2]
        assert "Mesto" in last


def row(name, *statuses, **options):
    cells = tuple(
        CadenceCell(month, month, status, (date(2016, month, 10),) if status is WindowStatus.MET else ())
        for month, status in enumerate(statuses, start=1)
    )
    return CadenceRow(same(name), same("MOK"), CadenceRule(), cells, **options)


@pytest.fixture
def board(words, house, pdf):
    def make(*rows, language=Language.SL):
        data = CadenceData(2016, date(2016, 10, 12), datetime(2016, 10, 12, 8), rows)
        return pdf(cadence.render(data, house, words(language))[0])

    return make


def test_the_board_is_one_landscape_sheet_with_a_row_per_group(board):
    rows = [row(f"Delovna skupina {number:02}", *[WindowStatus.MET] * 12) for number in range(14)]
    print_ = board(*rows)
    assert print_.pages == 1
    assert all(f"skupina {number:02}" in print_.text for number in range(14))
    width, height = (float(part) for part in print_.info["Page size"].split()[::2][:2])
    assert width > height


def test_more_groups_than_a_sheet_holds_go_on_with_the_head_repeated(board):
    print_ = board(*[row(f"Skupina {number:02}", *[WindowStatus.MET] * 12) for number in range(60)])
    assert print_.pages > 1
    assert print_.text.count("dec.") == print_.pages


def test_red_is_never_the_only_sign(board, words):
    text = board(row("Skupina", WindowStatus.MET, WindowStatus.BREACHED)).text
    assert "✓" in text
    assert "✗" in text
    assert len({sign.glyph for sign in SIGNS.values()}) == len(WindowStatus)


def test_the_legend_explains_what_is_used_and_nothing_else(board):
    text = board(row("Skupina", WindowStatus.MET)).text
    assert "✓" in text
    assert "▲" not in text


@pytest.mark.parametrize(("days", "expected"), [(1, "1 dan"), (2, "2 dneva"), (3, "3 dni"), (12, "12 dni")])
def test_the_delay_is_told_in_its_right_form(board, days, expected):
    assert expected in board(row("Skupina", WindowStatus.BREACHED, days_late=days)).text


def test_the_next_step_is_a_meeting_or_a_last_day(board):
    planned = board(row("Skupina", WindowStatus.SECURED, next_planned=date(2016, 11, 9))).text
    assert "naslednji: 9. 11. 2016" in planned
    owed = board(row("Skupina", WindowStatus.OPEN, deadline=date(2016, 10, 31))).text
    assert "najpozneje do" in owed
    assert "31. 10. 2016" in owed


def test_a_board_without_promises_says_so(board):
    assert "Nobena skupina nima dogovorjene pogostosti" in board().text
