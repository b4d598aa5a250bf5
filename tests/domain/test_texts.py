"""Texts in three languages."""

from cabinet_app.domain.texts import Language, LocalizedText, same


def test_a_missing_text_is_shown_in_another_language_and_says_which():
    text = LocalizedText(de="Rathaus")
    assert text.get(Language.SL) == ""
    assert text.best(Language.SL) == ("Rathaus", Language.DE)
    assert text.shown(Language.EN) == "Rathaus"


def test_the_wanted_language_comes_first_and_slovenian_next():
    text = LocalizedText(sl="mestna hiša", de="Rathaus")
    assert text.best(Language.DE) == ("Rathaus", Language.DE)
    assert text.best(Language.EN) == ("mestna hiša", Language.SL)


def test_nothing_is_missing_from_a_text_nobody_has_begun():
    assert LocalizedText().missing() == ()
    assert LocalizedText().best(Language.SL) == ("", None)
    assert LocalizedText(sl="a").missing() == (Language.DE, Language.EN)


def test_one_language_is_replaced_and_the_others_stay():
    assert LocalizedText("a", "b", "c").with_text(Language.DE, "d") == LocalizedText("a", "d", "c")


def test_a_proper_name_reads_alike_everywhere():
    assert {same("Rivoli").get(language) for language in Language} == {"Rivoli"}


def test_language_tags_name_the_country_of_the_house_language():
    assert [language.tag for language in Language] == ["sl-SI", "de-AT", "en-GB"]
