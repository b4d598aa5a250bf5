"""Names of places."""

import pytest

from cabinet_app.domain.places import name_with_native
from cabinet_app.domain.texts import Language, LocalizedText, same


@pytest.mark.parametrize(
    ("names", "native", "shown"),
    [
        (LocalizedText("Beljak", "Villach", "Villach"), "Villach", "Beljak (Villach)"),
        (same("Rivoli"), "Rivoli", "Rivoli"),
        (same("Bitola"), "Битола", "Bitola (Битола)"),
        (LocalizedText("Pulj"), "Pula / Pola", "Pulj (Pula / Pola)"),
        (same("Banja Luka"), "Banja Luka / Бања Лука", "Banja Luka (Бања Лука)"),
        (LocalizedText(sl="Osijek (Esseg)"), "Osijek", "Osijek (Esseg)"),
        (LocalizedText(), "Villach", "Villach"),
        (LocalizedText(), "", ""),
    ],
)
def test_what_a_place_calls_itself_stands_in_brackets_unless_the_name_says_it(names, native, shown):
    assert name_with_native(names, native, Language.SL) == shown
