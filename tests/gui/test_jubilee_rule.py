"""Which jubilees the house celebrates is a field of the settings."""

import pytest

from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.texts import Language
from cabinet_app.gui.dialogs.settings import SettingsDialog, YearsField
from cabinet_app.i18n.catalogs import translator
from cabinet_app.settings import Settings


def test_the_rule_is_shown_and_taken_over(qtbot):
    dialog = SettingsDialog(translator(Language.EN), Settings(jubilee_years=frozenset({25, 50, 10})))
    qtbot.addWidget(dialog)
    (field,) = dialog.findChildren(YearsField)
    assert field.text() == "10, 25, 50"
    field.setText("10 25 / 100")
    assert dialog.accepted_settings().jubilee_years == {10, 25, 100}


@pytest.mark.parametrize("typed", ["", "none", "0"])
def test_without_a_number_the_usual_rule_holds(qtbot, typed):
    field = YearsField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == JUBILEE_YEARS
