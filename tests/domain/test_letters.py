"""Templates are filled in without holes, and what is filled in is never read as a template."""

import pytest

from cabinet_app.domain.letters import LetterTemplate, filled, kinds_for, letter_language, template_key
from cabinet_app.domain.protocol import LetterKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Instrument
from cabinet_app.domain.visits import VisitDirection

TEMPLATE = LetterTemplate(
    "Visit {days}", "Thank you for your visit {days}.\nGreetings to {town}.\n\nPurpose: {purpose}", "Yours"
)


def test_lines_become_sentences_and_blank_lines_paragraphs():
    letter = filled(TEMPLATE, {"days": "today", "town": "Villach", "purpose": "talks."})
    assert letter.subject == "Visit today"
    assert letter.body == "Thank you for your visit today. Greetings to Villach.\n\nPurpose: talks."


def test_a_sentence_without_its_fact_is_left_out_and_so_is_an_empty_paragraph():
    assert filled(TEMPLATE, {"days": "today"}).body == "Thank you for your visit today."
    assert filled(TEMPLATE, {}).body == ""


def test_a_subject_does_without_the_fact_at_its_end():
    assert filled(TEMPLATE, {}).subject == "Visit"


def test_a_list_begins_on_a_line_of_its_own():
    template = LetterTemplate("", "We agreed: {outcomes}", "")
    assert filled(template, {"outcomes": "\n1. this\n2. that"}).body == "We agreed:\n1. this\n2. that"


def test_guests_are_invited_and_welcomed_and_hosts_are_thanked():
    assert kinds_for(VisitDirection.INCOMING) == (
        LetterKind.INVITATION,
        LetterKind.WELCOME,
        LetterKind.THANKS,
    )
    assert kinds_for(VisitDirection.OUTGOING) == (LetterKind.THANKS,)


def test_braces_in_what_a_person_typed_stay_as_they_are():
    letter = filled(TEMPLATE, {"days": "{town}", "town": "{purpose} {0} {x!r}", "purpose": "%s"})
    assert letter.body == "Thank you for your visit {town}. Greetings to {purpose} {0} {x!r}.\n\nPurpose: %s"


@pytest.mark.parametrize(
    ("kind", "direction", "instrument", "key"),
    [
        (LetterKind.WELCOME, VisitDirection.INCOMING, None, "welcome"),
        (LetterKind.THANKS, VisitDirection.INCOMING, None, "thanks_as_hosts"),
        (LetterKind.THANKS, VisitDirection.OUTGOING, None, "thanks_as_guests"),
        (LetterKind.CONGRATULATION, None, Instrument.TWINNING_CHARTER, "congratulation_twinning"),
        (LetterKind.CONGRATULATION, None, Instrument.MEMORANDUM, "congratulation"),
        (LetterKind.INVITATION, VisitDirection.INCOMING, None, "invitation"),
    ],
)
def test_the_occasion_chooses_the_template(kind, direction, instrument, key):
    assert template_key(kind, direction, instrument) == key


@pytest.mark.parametrize(
    ("spoken", "country", "language"),
    [
        (["hu", "de"], "HU", Language.DE),
        (["fr", "en"], "FR", Language.EN),
        (["mk"], "MK", Language.EN),
        ([], "AT", Language.DE),
        ([], "SI", Language.SL),
        (["sl"], "IT", Language.SL),
    ],
)
def test_everybody_is_written_to_in_a_language_they_read(spoken, country, language):
    assert letter_language(spoken, country) is language
