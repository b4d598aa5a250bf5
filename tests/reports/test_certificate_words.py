"""The sentences of the certificate: plural forms, reasons, and nothing that the windows do not say."""

from datetime import date

import pytest

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.reports.certificate_words import (
    chair_title,
    count_sentences,
    counted,
    held_sentence,
    method_sentences,
    outside_sentence,
    periods_words,
    result_sentence,
    subject_sentence,
    without_meeting_sentence,
)
from tests.reports import group_samples as samples

SL, DE, EN = Language.SL, Language.DE, Language.EN


def missing(months):
    """A year without meetings in its first months."""
    days = [date(2015, month, 10) for month in range(months + 1, 13)]
    return samples.certificate(
        days,
        [CadenceRule(valid_from=date(2015, 1, 1))],
        first=date(2015, 1, 1),
        last=date(2015, 12, 31),
        today=date(2016, 2, 1),
    )


def sentences(data, t):
    return " ".join(count_sentences(counted(data.windows), t))


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (1, "Neizpolnjeno je ostalo 1 obdobje."),
        (2, "Neizpolnjeni sta ostali 2 obdobji."),
        (3, "Neizpolnjena so ostala 3 obdobja."),
        (5, "Neizpolnjenih je ostalo 5 obdobij."),
    ],
)
def test_missed_periods_take_the_form_of_their_number(words, months, expected):
    assert expected in sentences(missing(months), words(SL))


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (11, "Pravočasno je bilo izpolnjeno 1 obdobje."),
        (10, "Pravočasno sta bili izpolnjeni 2 obdobji."),
        (9, "Pravočasno so bila izpolnjena 3 obdobja."),
        (7, "Pravočasno je bilo izpolnjenih 5 obdobij."),
        (12, "Pravočasno ni bilo izpolnjeno nobeno obdobje."),
    ],
)
def test_kept_periods_take_the_form_of_their_number(words, months, expected):
    assert expected in sentences(missing(months), words(SL))


@pytest.mark.parametrize(
    ("months", "slovenian", "german", "english"),
    [
        (1, "Brez sestanka je minil 1 mesec.", "Ohne Sitzung verging 1 Monat.", "There was 1 month without"),
        (2, "Brez sestanka sta minila 2 meseca.", "Ohne Sitzung vergingen 2 Monate.", "There were 2 months"),
        (3, "Brez sestanka so minili 3 meseci.", "Ohne Sitzung vergingen 3 Monate.", "There were 3 months"),
        (5, "Brez sestanka je minilo 5 mesecev.", "Ohne Sitzung vergingen 5 Monate.", "There were 5 months"),
    ],
)
def test_months_without_a_meeting_are_told_as_such(words, months, slovenian, german, english):
    found = counted(missing(months).windows).missed
    assert without_meeting_sentence(found, words(SL)) == slovenian
    assert without_meeting_sentence(found, words(DE)) == german
    assert without_meeting_sentence(found, words(EN)).startswith(english)


def test_a_month_with_too_few_meetings_is_no_month_without_one(words):
    rule = CadenceRule(minimum=2, valid_from=date(2016, 3, 1))
    data = samples.certificate([date(2016, 3, 10)], [rule], first=date(2016, 3, 1), last=date(2016, 3, 31))
    found = counted(data.windows).missed
    assert len(found) == 1
    assert without_meeting_sentence(found, words(SL)) == ""


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "V tem času ni bil opravljen noben sestanek."),
        (1, "V tem času je bil opravljen 1 sestanek."),
        (2, "V tem času sta bila opravljena 2 sestanka."),
        (3, "V tem času so bili opravljeni 3 sestanki."),
        (5, "V tem času je bilo opravljenih 5 sestankov."),
        (101, "V tem času je bil opravljen 101 sestanek."),
    ],
)
def test_held_meetings_take_the_form_of_their_number(words, count, expected):
    assert held_sentence(count, words(SL)) == expected


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [
        (0, "In dieser Zeit wurde keine Sitzung abgehalten.", "No meeting was held in this time."),
        (1, "In dieser Zeit wurde 1 Sitzung abgehalten.", "In this time 1 meeting was held."),
        (5, "In dieser Zeit wurden 5 Sitzungen abgehalten.", "In this time 5 meetings were held."),
    ],
)
def test_held_meetings_in_german_and_english(words, count, german, english):
    assert held_sentence(count, words(DE)) == german
    assert held_sentence(count, words(EN)) == english


def test_the_golden_year_is_told_with_every_reason(words):
    """Rows of the calendar design 4.2: February too short, May and July missed, August in recess."""
    text = sentences(samples.certificate(), words(SL))
    assert "Sestanek je bil potreben v 6 končanih obdobjih." in text
    assert "Pravočasno so bila izpolnjena 4 obdobja." in text
    assert "Neizpolnjeni sta ostali 2 obdobji." in text
    assert "Izvzeto je bilo 1 obdobje: avgust 2016 (dogovorjeni premor)." in text.replace("\u00a0", " ")
    assert "Brez obveznosti je bilo 1 obdobje: februar 2016 (dogovor se je" in text.replace("\u00a0", " ")


def test_the_result_names_kept_and_all(words):
    found = counted(samples.certificate().windows)
    assert result_sentence(found, words(SL)) == "Dogovor je bil izpolnjen v 4 od 6 obdobij."
    assert result_sentence(found, words(DE)) == "Die Vereinbarung wurde in 4 von 6 Zeiträumen eingehalten."
    assert result_sentence(found, words(EN)) == "The agreement was kept in 4 of 6 periods."


def test_two_meetings_in_april_keep_one_period_only(words):
    both = counted(samples.certificate().windows)
    once = counted(samples.certificate([*samples.GOLDEN[:2], *samples.GOLDEN[3:], samples.SEPTEMBER]).windows)
    assert result_sentence(both, words(SL)) == result_sentence(once, words(SL))


def test_one_period_is_told_in_the_genitive_singular(words):
    data = samples.certificate(
        [date(2016, 3, 10)], [samples.monthly()], first=date(2016, 3, 1), last=date(2016, 3, 31)
    )
    assert result_sentence(counted(data.windows), words(SL)) == "Dogovor je bil izpolnjen v 1 od 1 obdobja."


def test_grace_is_told_as_late_and_as_a_meeting_outside(words):
    """5-calendar 4.2: with five days of grace 2 June counts for May where 30 June is June's own."""
    data = samples.certificate(
        [date(2016, 6, 2), date(2016, 6, 30)],
        [samples.monthly(grace_days=5)],
        first=date(2016, 5, 1),
        last=date(2016, 5, 31),
    )
    assert "Z zamudo, v dodatnem roku, je bilo izpolnjeno 1 obdobje." in sentences(data, words(SL))
    assert data.inside == ()
    text = outside_sentence(data.outside, words(SL)).replace("\u00a0", " ")
    assert (
        text == "Zunaj tega časa je bil opravljen 1 sestanek, ki šteje za obdobje tega potrdila: 2. 6. 2016."
    )
    assert any(
        "V prvih 5 dneh" in line or "v prvih 5 dneh" in line for line in method_sentences(data, words(SL))
    )


def test_an_excused_period_stands_apart_with_its_reason(words):
    rule = samples.monthly(exemptions=[samples.excused(2016, 7, "župan v bolnišnici")])
    text = sentences(samples.certificate(rules=[rule]), words(SL)).replace("\u00a0", " ")
    assert "Opravičeno je bilo 1 obdobje: julij 2016 (župan v bolnišnici)." in text
    assert "Neizpolnjeno je ostalo 1 obdobje." in text
    german = sentences(samples.certificate(rules=[rule]), words(DE)).replace("\u00a0", " ")
    assert "Entschuldigt war 1 Zeitraum: Juli 2016 (župan v bolnišnici)." in german


def test_what_is_not_over_is_named_and_never_counted(words):
    data = samples.certificate(last=date(2016, 12, 31))
    found = counted(data.windows)
    assert [item.window.start.month for item in found.running] == [10, 11, 12]
    assert found.settled == 6
    text = sentences(data, words(SL)).replace("\u00a0", " ")
    assert (
        "Še niso končana in zato niso upoštevana 3 obdobja: oktober 2016, november 2016, december 2016."
        in text
    )


def test_a_time_that_has_not_begun_has_no_share(words):
    data = samples.certificate(first=date(2016, 11, 1), last=date(2016, 12, 31))
    assert "delež se ne potrjuje" in result_sentence(counted(data.windows), words(SL))
    assert "ni bil potreben v nobenem končanem obdobju" in sentences(data, words(SL))


def test_no_windows_have_no_sentences(words):
    assert count_sentences(counted(()), words(SL)) == []


def test_every_window_is_counted_exactly_once():
    rule = samples.monthly(grace_days=3, exemptions=[samples.excused(2016, 7, "izlet")])
    data = samples.certificate(rules=[rule], last=date(2016, 12, 31))
    found = counted(data.windows)
    groups = (
        found.kept,
        found.late,
        found.missed,
        found.exempt,
        found.waived,
        found.not_required,
        found.unconfirmed,
        found.running,
    )
    assert sorted(id(item) for group in groups for item in group) == sorted(map(id, data.windows))


def test_periods_with_one_reason_stand_together_and_long_rows_are_a_span(words):
    rule = CadenceRule(valid_from=date(2015, 1, 1), recess_months=[7, 8])
    data = samples.certificate((), [rule], first=date(2015, 1, 1), last=date(2015, 12, 31))
    text = periods_words(counted(data.windows).exempt, words(SL)).replace("\u00a0", " ")
    assert text == "julij 2015, avgust 2015 (dogovorjeni premor)"
    weekly = samples.certificate(
        (),
        [CadenceRule(unit=CadenceUnit.WEEK, valid_from=date(2017, 1, 2))],
        first=date(2017, 1, 2),
        last=date(2017, 12, 31),
        today=date(2017, 1, 2),
    )
    running = sentences(weekly, words(SL)).replace("\u00a0", " ")
    assert "1. teden 2017–52. teden 2017" in running


def test_the_subject_names_group_owner_and_time_in_the_genitive(words):
    data = samples.certificate()
    text = subject_sentence(data, words(SL)).replace("\u00a0", " ")
    assert text == (
        "To potrdilo se nanaša na skupino »Delovna skupina Kranj–Beljak« (nosilec: Mestna občina Kranj) "
        "in na čas od 1. februarja 2016 do 30. septembra 2016."
    )
    ownerless = samples.certificate(facts=samples.facts(owner=LocalizedText()))
    assert "nosilec" not in subject_sentence(ownerless, words(SL))


def test_the_method_says_calendar_and_no_surplus_in_each_language(words):
    data = samples.certificate()
    slovenian = " ".join(method_sentences(data, words(SL)))
    assert "Obdobje je koledarski mesec." in slovenian
    assert "presežek sestankov se ne prenaša v drugo obdobje" in slovenian
    assert "Nesklepčni sestanki se ne štejejo." in slovenian
    german = " ".join(method_sentences(data, words(DE)))
    assert "überzählige Sitzungen werden nicht auf einen anderen Zeitraum übertragen" in german
    english = " ".join(method_sentences(data, words(EN)))
    assert "a surplus of meetings is not carried over to another period" in english


def test_the_method_of_a_longest_gap_speaks_of_no_calendar(words):
    rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, valid_from=date(2016, 3, 1))
    data = samples.certificate(rules=[rule])
    text = " ".join(method_sentences(data, words(SL)))
    assert "od enega opravljenega sestanka do naslednjega" in text
    assert "koledarsk" not in text


def test_a_change_of_the_agreement_is_told_once(words):
    rules = [
        CadenceRule(valid_from=date(2016, 1, 1), valid_to=date(2016, 4, 30)),
        CadenceRule(valid_from=date(2016, 5, 1), minimum=2, counts_unquorate=True),
    ]
    text = " ".join(method_sentences(samples.certificate(rules=rules), words(SL)))
    assert text.count("Vsako obdobje je presojeno po dogovoru, ki je takrat veljal.") == 1
    assert "Štejejo se tudi nesklepčni sestanki." in text


@pytest.mark.parametrize(
    ("gender", "slovenian", "german"),
    [
        (Gender.FEMALE, "predsednica skupine", "Vorsitzende der Gruppe"),
        (Gender.MALE, "predsednik skupine", "Vorsitzender der Gruppe"),
        (Gender.UNSTATED, "predsednik/predsednica skupine", "Vorsitzende/r der Gruppe"),
        (None, "predsednik/predsednica skupine", "Vorsitzende/r der Gruppe"),
    ],
)
def test_who_signs_has_the_gender_of_the_person(words, gender, slovenian, german):
    assert chair_title(gender, words(SL)) == slovenian
    assert chair_title(gender, words(DE)) == german
    assert chair_title(gender, words(EN)) == "Chair of the group"
