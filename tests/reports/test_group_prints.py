"""The sheet of a group and the certificate of its cadence as finished files."""

from dataclasses import replace
from datetime import date, time

import pytest

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, Window, WindowStatus
from cabinet_app.domain.cadence_forecast import (
    Blocker,
    DayReason,
    FallenDay,
    Forecast,
    Obstacle,
    Proposal,
    Remark,
)
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.reports import cadence_certificate, group_sheet
from cabinet_app.reports.cadence import SIGNS
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.group_data import GroupMember, HeldMeeting
from cabinet_app.reports.group_words import role_word, since_until
from tests.reports import group_samples as samples

SL, DE, EN = Language.SL, Language.DE, Language.EN
HOSTILE = ("<b", "&amp; & < >", "<para>ne</para>", "%s %(x)d {0} {name}", "\\(parens) (odprt")


@pytest.fixture
def sheet(words, house, pdf):
    def make(language=SL, **options):
        return pdf(group_sheet.render(samples.sheet(**options), house, words(language))[0])

    return make


@pytest.fixture
def certificate(words, house, pdf):
    def make(language=SL, **options):
        return pdf(cadence_certificate.render(samples.certificate(**options), house, words(language))[0])

    return make


@pytest.fixture(params=[group_sheet, cadence_certificate], ids=["sheet", "certificate"])
def render(request, words, house):
    """Either print of the same group in a language, with other facts."""
    make = samples.sheet if request.param is group_sheet else samples.certificate

    def rendered(language=SL, **options):
        return request.param.render(make(**options), house, words(language))

    return rendered


@pytest.mark.parametrize("language", list(Language))
def test_the_prints_are_sound_and_carry_only_embedded_subsets(render, pdf, language):
    print_ = pdf(render(language)[0])
    print_.check()
    assert print_.fonts
    for name, embedded, subset in print_.fonts:
        assert (embedded, subset) == ("yes", "yes"), name
        assert "SourceSans3" in name or "DroidSansFallback" in name


@pytest.mark.parametrize("language", list(Language))
def test_the_prints_stand_on_one_sheet_with_title_and_house(render, pdf, house, language):
    print_ = pdf(render(language)[0])
    assert print_.pages == 1
    assert print_.info["Title"].endswith(samples.NAME.get(language))
    assert print_.info["Author"] == house.municipality.get(language)


def test_the_same_group_gives_the_same_bytes(render):
    assert render()[0] == render()[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_printed_as_it_was_typed(render, pdf, text):
    rule = samples.monthly(source_quote=text)
    rule.exemptions.append(samples.excused(2016, 5, text))
    facts = samples.facts(
        [rule],
        name=same(text),
        owner=same(text),
        topics=(same(text),),
        members=(GroupMember(text, role=MembershipRole.CHAIR, function=same(text)),),
    )
    printed = pdf(render(rules=[rule], facts=facts)[0]).squeezed
    assert printed.count("".join(text.split())) >= 4


def test_endless_names_quotes_and_lists_never_abort_a_print(render, pdf):
    rule = samples.monthly(source_quote="beseda " * 1500)
    members = tuple(GroupMember(f"Oseba {number} " + "x" * 300) for number in range(120))
    facts = samples.facts([rule], name=same("Skupina " * 60), members=members)
    print_ = pdf(render(rules=[rule], facts=facts)[0])
    print_.check()
    assert print_.raw.count("beseda") >= 1500


def test_a_missing_translation_is_marked_explained_and_told(render, pdf, words):
    data, findings = render(DE, facts=samples.facts(name=LocalizedText(sl="Skupina za vodo")))
    assert "Skupina za vodo" in pdf(data).text
    assert words(DE).gettext("Text not available in English; printed in Slovenian.") in pdf(data).text
    assert FindingKind.TEXT_MISSING in {finding.kind for finding in findings}


def test_a_group_of_a_party_is_never_taken_for_one_of_the_house(render, pdf):
    facts = samples.facts(is_official=False)
    assert "skupina politične stranke in ni telo občine" in pdf(render(facts=facts)[0]).text
    assert "kein Gremium der Gemeinde" in pdf(render(DE, facts=facts)[0]).text
    assert "no body of the municipality" in pdf(render(EN, facts=facts)[0]).text


@pytest.mark.parametrize(
    ("language", "sentence", "validity", "quote"),
    [
        (
            SL,
            "Sestane se najmanj 1-krat na mesec; avgusta ne.",
            "v veljavi od 25. februarja 2016",
            "V viru piše: »",
        ),
        (
            DE,
            "Tagt mindestens einmal im Monat; nicht im August.",
            "in Kraft ab 25. Februar 2016",
            "In der Quelle",
        ),
        (
            EN,
            "It meets at least once a month; not in August.",
            "in force from 25 February 2016",
            "The source says: “",
        ),
    ],
)
def test_the_promise_stands_with_validity_quote_and_document(
    render, pdf, language, sentence, validity, quote
):
    text = pdf(render(language)[0]).text
    assert sentence in text
    assert validity in text
    assert quote in text
    assert samples.QUOTE in text
    assert samples.NEWS in text


def test_a_promise_without_a_source_says_so_and_borrows_no_document(render, pdf):
    rule = samples.monthly(source_quote="")
    text = pdf(render(rules=[rule])[0]).text
    assert "Vir tega dogovora v evidenci ni naveden." in text
    assert f"Vir: {samples.NEWS}" not in text


def test_the_sheet_has_a_cell_per_window_with_sign_word_and_days(sheet):
    text = sheet().text
    for month in ("februar", "marec", "april", "maj", "julij", "avgust", "december"):
        assert f"{month} 2016" in text
    assert "5. 4., 28. 4." in text
    assert text.count("✓ izpolnjeno") == 4
    assert text.count("✗ zamujeno") == 2
    assert "– izvzeto" in text
    assert "· ni potrebno" in text
    assert "☐ odprto" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (SL, ("sestanka ni bilo", "dogovorjeni premor", "zamuda 2 dneva")),
        (DE, ("es fand keine Sitzung statt", "2 Tage Verzug")),
        (EN, ("no meeting was held", "2 days late")),
    ],
)
def test_the_cells_tell_reason_and_delay_in_words(sheet, language, expected):
    text = sheet(language).text
    for word in expected:
        assert word in text


@pytest.mark.parametrize(
    ("day", "expected"),
    [(1, "zamuda 1 dan"), (2, "zamuda 2 dneva"), (3, "zamuda 3 dni"), (5, "zamuda 5 dni")],
)
def test_the_delay_takes_the_form_of_its_number(sheet, certificate, day, expected):
    days = (*samples.GOLDEN[:3], date(2016, 6, day), date(2016, 7, 4), samples.SEPTEMBER)
    assert expected in sheet(days=days).text
    assert expected in certificate(days=days).text


def test_the_figures_are_counts_of_what_is_over(sheet):
    assert "4 od 6" in sheet().text
    assert "4 von 6" in sheet(DE).text
    assert "4 of 6" in sheet(EN).text
    text = sheet().text
    assert "77 dni" in text
    assert "30. 6.–15. 9. 2016" in text
    assert "27 dni" in text


def test_attendance_takes_the_place_of_the_days_since_the_last_meeting(sheet):
    assert "82 %" in sheet(attendance=0.82).text
    assert "82%" in sheet(EN, attendance=0.82).text


def test_last_and_next_meeting_and_delay_stand_in_words(sheet):
    windows = samples.judged()
    late = next(item for item in windows if item.status is WindowStatus.BREACHED)
    text = sheet(
        late=late,
        next_meeting=HeldMeeting(date(2016, 10, 20), time(17), number="12."),
        deadline=date(2016, 10, 31),
    ).text
    assert "četrtek, 15. september 2016, 9.00 (pred 27 dnevi), Mestna hiša" in text
    assert "četrtek, 20. oktober 2016, 17.00, št. 12" in text
    assert "ponedeljek, 31. oktober 2016" in text
    assert "✗ zamuda 2 dneva (maj 2016)" in text
    assert "sestanek ni načrtovan" in sheet().text


WINDOW = Window(CadenceUnit.MONTH, date(2016, 10, 1), date(2016, 10, 31))


def test_proposals_stand_with_their_reasons_in_words(sheet):
    forecast = Forecast(
        WINDOW,
        proposals=(
            Proposal(date(2016, 10, 18), time(17), 0, (DayReason(Remark.USUAL_DAY),)),
            Proposal(date(2016, 10, 24), time(17), 4, (DayReason(Remark.OTHER_GROUP, "Skupina <b>"),)),
        ),
        fallen=(FallenDay(date(2016, 10, 13), (DayReason(Obstacle.NOTICE),)),),
    )
    text = sheet(forecast=forecast).text
    assert "torek, 18. oktober 2016, 17.00 (običajni dan)" in text
    assert "sestane se druga skupina: Skupina <b>" in text
    assert "četrtek, 13. oktober 2016, ne: prekratek rok za sklic" in text


def test_where_no_date_is_possible_the_rule_that_blocks_is_named(sheet):
    notice = DayReason(Obstacle.NOTICE)
    forecast = Forecast(WINDOW, blockers=(Blocker(Obstacle.NOTICE, 2, notice),))
    assert "Noben datum ni mogoč: prekratek rok za sklic (2 dneva)." in sheet(forecast=forecast).text


def test_members_stand_with_function_gender_and_time_former_ones_last(sheet):
    text = sheet().text
    assert "vodja skupine · predsednica" in text
    assert "od 1. 3. 2016" in text
    assert "1. 3.–31. 5. 2016" in text
    assert text.index("Maja Žagar-Čuček") < text.index("Đorđe Šarić")


def test_a_function_that_says_the_role_already_is_not_said_twice(sheet):
    members = (
        GroupMember("Ana", Gender.FEMALE, MembershipRole.CHAIR, same("predsednica skupine")),
        GroupMember("", Gender.UNSTATED, MembershipRole.MEMBER),
    )
    text = sheet(facts=samples.facts(members=members)).text
    assert "predsednica skupine · predsednica" not in text
    assert "ime še ni znano" in text
    assert "V skupini" not in text


@pytest.mark.parametrize("role", list(MembershipRole))
def test_every_role_has_its_word_for_a_woman(words, role):
    for language in Language:
        assert role_word(role, Gender.FEMALE, words(language))
    assert role_word(role, Gender.FEMALE, words(SL)) != role_word(role, Gender.MALE, words(SL))


def test_the_time_of_a_membership_has_open_ends(words):
    t = words(SL)
    assert since_until(None, None, t) == ""
    assert since_until(None, date(2020, 1, 2), t).replace("\u00a0", " ") == "do 2. 1. 2020"


def test_the_history_of_the_agreement_is_told_on_the_sheet(sheet):
    rules = [
        CadenceRule(unit=CadenceUnit.QUARTER, valid_from=date(2015, 1, 1), valid_to=date(2016, 2, 24)),
        samples.monthly(),
    ]
    text = sheet(rules=rules).text
    assert "Spremembe dogovora" in text
    assert "v veljavi od 1. januarja 2015 do 24. februarja 2016" in text


def test_a_group_without_a_promise_is_certified_nothing(sheet, certificate):
    text = certificate(rules=[], days=()).text
    assert "Skupina nima dogovorjene pogostosti sestankov." in text
    assert "Potrdilo o opravljenih sestankih" in text
    assert "Ugotovitev" not in text
    assert "Dogovor je bil izpolnjen" not in text
    bare = sheet(rules=[], days=()).text
    assert "nima dogovorjene pogostosti" in bare
    assert "Kako je bil dogovor izpolnjen" not in bare


def test_a_time_without_an_agreement_is_certified_nothing(certificate):
    text = certificate(first=date(2015, 1, 1), last=date(2015, 12, 31), days=()).text
    assert "V tem času ni veljal noben dogovor." in text
    assert "Dogovor je bil izpolnjen" not in text


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (SL, ("Dogovor je bil izpolnjen v 4 od 6 obdobij.", "Brez sestanka sta minila 2 meseca.")),
        (DE, ("Die Vereinbarung wurde in 4 von 6 Zeiträumen eingehalten.", "Versäumt wurden 2 Zeiträume.")),
        (EN, ("The agreement was kept in 4 of 6 periods.", "There were 2 months without a meeting.")),
    ],
)
def test_the_certificate_says_its_result_in_whole_sentences(certificate, language, sentences):
    text = certificate(language).text
    for sentence in sentences:
        assert sentence in text


def test_the_certificate_lists_held_meetings_and_missed_periods(certificate):
    print_ = certificate()
    for day in ("10. marec", "5. april", "28. april", "2. junij", "30. junij", "15. september"):
        assert f"{day} 2016" in print_.text
    assert "V tem času je bilo opravljenih 6 sestankov." in print_.text
    assert "✗ maj 2016" in print_.text
    assert "✗ julij 2016" in print_.text


def test_many_meetings_are_gathered_by_month(certificate):
    days = [date(2016, month, day) for month in range(3, 10) for day in (1, 8, 15, 22)]
    text = certificate(days=days).text
    assert "marec 2016" in text
    assert "1., 8., 15., 22." in text


def test_a_meeting_that_counts_for_no_period_is_marked(words, house, pdf):
    data = samples.certificate()
    meetings = (*data.meetings[:-1], replace(data.meetings[-1], is_counted=False))
    marked = pdf(cadence_certificate.render(replace(data, meetings=meetings), house, words(SL))[0]).text
    assert "15. september 2016 *" in marked
    assert "* Sestanek ne šteje za nobeno obdobje tega potrdila." in marked


def test_a_meeting_outside_the_time_is_told_but_not_among_those_held_in_it(words, house, pdf):
    data = samples.certificate()
    meetings = (*data.meetings, HeldMeeting(date(2016, 10, 3)))
    text = pdf(cadence_certificate.render(replace(data, meetings=meetings), house, words(SL))[0]).text
    assert "V tem času je bilo opravljenih 6 sestankov." in text
    assert "Zunaj tega časa je bil opravljen 1 sestanek" in text
    assert "3. 10. 2016" in text


def test_the_certificate_is_signed_by_chair_and_mayor_with_room_for_place_and_date(certificate):
    text = certificate().text
    assert "Kraj in datum: Kranj," in text
    assert "Številka zadeve:" in text
    assert "predsednica skupine" in text
    assert "Maja Žagar-Čuček" in text
    assert "župan/županja" in text
    assert "M. P." in text
    german = certificate(DE).text
    assert "Vorsitzende der Gruppe" in german
    assert "Bürgermeister/Bürgermeisterin" in german


def test_the_mayor_signs_for_no_group_of_a_party(certificate):
    text = certificate(facts=samples.facts(is_official=False)).text
    assert "župan/županja" not in text
    assert "predsednica skupine" in text


def test_signatures_never_stand_alone_on_a_page(words, house, pdf):
    for count in range(40):
        rule = samples.monthly(source_quote="Skupina se sestane in o tem poroča. " * count)
        data = samples.certificate(rules=[rule])
        last = pdf(cadence_certificate.render(data, house, words(SL))[0]).raw.rstrip("\f").rpartition("\f")[2]
        assert "župan/županja" in last
        assert "Potrdilo je izračunano" in last.replace("\n", " ")


def test_gaps_are_judged_from_meeting_to_meeting(sheet, certificate):
    rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=30, valid_from=date(2016, 3, 10))
    text = sheet(rules=[rule]).text
    assert "10. 3.–5. 4. 2016" in text
    assert "preveč dni brez sestanka" in text
    assert "od enega opravljenega sestanka do naslednjega" in certificate(rules=[rule]).text


def test_a_year_of_weeks_is_a_matrix_of_two_pages_at_most(sheet):
    rule = CadenceRule(unit=CadenceUnit.WEEK, valid_from=date(2016, 1, 4), min_active_workdays=3)
    print_ = sheet(rules=[rule])
    assert print_.pages <= 2
    assert "52. teden 2016" in print_.text


def test_no_sign_is_known_by_its_colour_only():
    assert len({sign.glyph for sign in SIGNS.values()}) == len(SIGNS)
    assert SIGNS[WindowStatus.BREACHED].border
