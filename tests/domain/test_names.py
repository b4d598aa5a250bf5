"""Names of persons."""

import pytest

from cabinet_app.domain.names import PersonName


def test_titles_stand_before_and_behind_the_name():
    name = PersonName("DI", "Günther", "Hüttenbrenner", "MBA")
    assert name.full == "Günther Hüttenbrenner"
    assert name.with_titles == "DI Günther Hüttenbrenner, MBA"
    assert name.sort_text == "Hüttenbrenner Günther"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (PersonName(given="Ágnes", family="Őrsi", family_first=True), "Őrsi Ágnes"),
        (PersonName(given="伟", family="张", family_first=True), "张伟"),
        (PersonName(given="Wei", family="Zhang", family_first=True), "Zhang Wei"),
        (PersonName(given="Wei", family="张", family_first=True), "张 Wei"),
        (PersonName(family="Ž."), "Ž."),
        (PersonName(given="Ana"), "Ana"),
    ],
)
def test_the_order_is_that_of_the_person_s_own_language(name, printed):
    assert name.full == printed


def test_a_title_alone_is_no_name():
    assert PersonName(title_before="dr.").is_empty
    assert not PersonName(given="Ana").is_empty
