"""The field for sums: what is typed is understood, and stays as it was typed."""

import pytest

from cabinet_app.domain.gifts import Valuation
from cabinet_app.domain.texts import Language
from cabinet_app.gui.widgets.money_edit import MoneyEdit
from cabinet_app.i18n.catalogs import translator


@pytest.fixture
def field(qtbot):
    made = MoneyEdit(translator(Language.EN))
    qtbot.addWidget(made)
    return made


def test_what_is_typed_is_told_below(field, qtbot):
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.line, "ca. 120")
    assert (field.value(), field.valuation()) == (12000, Valuation.ESTIMATED)
    assert field._echo.text() == "€120.00, estimated"
    assert field.line.text() == "ca. 120"


def test_a_known_sum_and_none(field):
    field.line.setText("120,50")
    assert (field.value(), field.valuation()) == (12050, Valuation.KNOWN)
    field.set_value(None)
    assert (field.line.text(), field.value(), field.valuation()) == ("", None, Valuation.ESTIMATED)


def test_what_is_no_sum_stays_until_another_record_is_shown(field):
    field.line.setText("vaza")
    assert field.value() is None
    assert "120" in field.problem()
    field.set_amount(None, Valuation.ESTIMATED)
    assert field.line.text() == "vaza"
    field.set_value(None)
    assert field.line.text() == ""
    assert field.problem() == ""


def test_a_text_that_says_the_same_is_left_alone(field):
    field.line.setText("1.250,-")
    field.set_amount(125000, Valuation.KNOWN)
    assert field.line.text() == "1.250,-"
    field.set_amount(125000, Valuation.ESTIMATED)
    assert field.valuation() is Valuation.ESTIMATED
    assert field.value() == 125000
