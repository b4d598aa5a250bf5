"""The board on one sheet: up to twenty-five groups, its words, its signs, and what it leaves out."""

from datetime import date, datetime

import pytest

from cabinet_app.domain.cadence import CadenceRule, WindowStatus
from cabinet_app.domain.texts import Language, same
from cabinet_app.reports import cadence
from cabinet_app.reports.cadence_data import CadenceCell, CadenceData, CadenceRow
from cabinet_app.reports.cadence_layouts import LAYOUTS, WHEN_NOTHING_FITS, Layout

STATUSES = (
    *[WindowStatus.MET] * 4,
    WindowStatus.BREACHED,
    WindowStatus.MET_LATE,
    WindowStatus.WAIVED,
    WindowStatus.EXEMPT,
    WindowStatus.UNCONFIRMED,
    WindowStatus.MET,
    WindowStatus.AT_RISK,
    WindowStatus.OPEN,
)


def full_row(number, **options):
    cells = tuple(
        CadenceCell(month, month, status, (date(2026, month, 10),) if status is WindowStatus.MET else ())
        for month, status in enumerate(STATUSES, start=1)
    )
    values = {
        "owner": same("Mestna občina Kranj"),
        "rule": CadenceRule(),
        "last_held": date(2026, 10, 10),
        "deadline": date(2026, 11, 30),
        "days_late": number % 4,
        "unconfirmed": date(2026, 9, 3) if number % 3 == 0 else None,
        **options,
    }
    name = f"Delovna skupina za trajnostno mobilnost in javni prevoz {number:02}"
    return CadenceRow(same(name), cells=cells, **values)


@pytest.fixture
def board(words, house, pdf):
    def make(count, language=Language.SL, **options):
        rows = tuple(full_row(number, **options) for number in range(count))
        data = CadenceData(2026, date(2026, 11, 20), datetime(2026, 11, 20, 9), rows)
        return pdf(cadence.render(data, house, words(language))[0])

    return make


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("count", [1, 8, 14, 20, 25])
def test_up_to_twenty_five_groups_stand_on_one_landscape_sheet(board, count, language):
    print_ = board(count, language)
    assert print_.pages == 1
    assert "841.89 x 595.276" in print_.info["Page size"]
    for number in range(count):
        assert f"javni prevoz {number:02}" in print_.text


def test_more_groups_go_on_with_the_head_of_the_table(board):
    print_ = board(40)
    assert print_.pages == 2
    assert print_.text.count("dec.") == 2
    assert all(f"javni prevoz {number:02}" in print_.text for number in range(40))


@pytest.mark.parametrize("count", [4, 25])
def test_delays_stand_in_the_form_of_their_number_in_every_layout(board, count):
    text = board(count).text
    for words in ("zamuda 1 dan", "zamuda 2 dneva", "zamuda 3 dni"):
        assert words in text


@pytest.mark.parametrize("count", [3, 25])
def test_every_sign_is_explained_by_its_word_in_every_layout(board, count):
    text = board(count).text
    for words in (
        "✓ izpolnjeno",
        "✗ zamujeno",
        "▲ rok se izteka",
        "? nepotrjeno",
        "– izvzeto",
        "/ opravičeno",
    ):
        assert words in text


def test_a_close_board_keeps_days_rule_and_next_step(board):
    text = board(25).text
    assert text.count("✓ 10.") == 25 * 5
    assert text.count("najmanj enkrat mesečno") == 25
    assert text.count("najpozneje do") == 25
    assert "stanje na dan 20. 11. 2026" in text


def test_layouts_grow_closer_step_by_step_and_stay_readable():
    sizes = [layout.name.size for layout in LAYOUTS]
    assert sizes == sorted(sizes, reverse=True)
    assert LAYOUTS[0] == Layout()
    assert all(layout.name.size >= 7 for layout in LAYOUTS)
    assert all(layout.small.size >= 5.5 for layout in LAYOUTS)
    assert WHEN_NOTHING_FITS.name.size >= 8


def test_the_house_keeps_everything_but_its_margins(house):
    close = Layout(close=True).house(house)
    assert close.municipality == house.municipality
    assert close.margins.top < house.margins.top
    assert Layout().house(house) is house


def test_signs_differ_in_grey():
    """Every glyph is another one, and the missed window alone has a dark border."""
    bordered = [status for status, sign in cadence.SIGNS.items() if sign.border]
    assert bordered == [WindowStatus.BREACHED]
    assert len({sign.glyph for sign in cadence.SIGNS.values()}) == len(WindowStatus)
