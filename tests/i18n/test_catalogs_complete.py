"""Every sentence of the program is said in three languages; `translations/update.py` mends it."""

import ast
import importlib.util
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def update():
    spec = importlib.util.spec_from_file_location("translations_update", ROOT / "translations/update.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def in_source(update):
    return update.sentences_in_source(ROOT)


@pytest.fixture(scope="module", params=["sl", "de", "en"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def catalogue(update, lang):
    with update.catalogue_of(lang).open("rb") as source:
        return read_po(source)


def messages(catalogue):
    return [message for message in catalogue if message.id]


def forms(text):
    return tuple(text) if isinstance(text, (tuple, list)) else (text,)


def translations(message):
    """The finished forms; what is missing is told once, by its own test."""
    return [form for form in forms(message.string) if form]


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def shown(sentences):
    return "\n".join(sorted(map(str, sentences)))


def test_every_sentence_of_the_source_is_in_the_catalogue_and_no_other(update, in_source, catalogue):
    known = {update.key_of(message) for message in messages(catalogue)}
    assert not in_source - known, shown(in_source - known)
    assert not known - in_source, shown(known - in_source)
    assert not catalogue.obsolete


def test_no_sentence_is_said_with_different_plurals(update, in_source):
    assert not update.clashes(in_source)


def test_a_sentence_with_a_count_has_its_plural(in_source):
    without = {
        sentence for _, sentence, plural in in_source if "count" in placeholders(sentence) and not plural
    }
    assert not without, shown(without)


def test_every_sentence_is_translated(catalogue):
    missing = [
        message.id for message in messages(catalogue) if message.fuzzy or not all(forms(message.string))
    ]
    assert not missing, shown(missing)


def test_translations_keep_the_placeholders(catalogue):
    wrong = []
    for message in messages(catalogue):
        singular, *plural = forms(message.id)
        allowed = placeholders(singular).union(*map(placeholders, plural))
        for form in translations(message):
            left_out = allowed - placeholders(form)
            # A form for exactly one or two may say the number in words.
            if placeholders(form) - allowed or (left_out and not (plural and left_out == {"count"})):
                wrong.append((message.id, form))
    assert not wrong, shown(wrong)


def test_every_plural_has_all_its_forms(update, lang, catalogue):
    wrong = [
        message.id
        for message in messages(catalogue)
        if isinstance(message.id, (tuple, list)) and len(forms(message.string)) != update.FORMS[lang]
    ]
    assert not wrong, shown(wrong)
    assert catalogue.num_plurals == update.FORMS[lang]


def test_blanks_and_ends_of_sentences_are_kept(catalogue):
    def frame(text):
        return text[:1].isspace(), text[-1:].isspace(), text.endswith(("…", ":")), "\n" in text

    wrong = [
        (message.id, form)
        for message in messages(catalogue)
        for form in translations(message)
        if frame(form) != frame(forms(message.id)[0])
    ]
    assert not wrong, shown(wrong)


def test_quotation_marks_are_those_of_the_house(lang, catalogue):
    foreign = {"sl": '"“”„', "de": '"“”„', "en": '"»«„'}[lang]
    wrong = [
        form for message in messages(catalogue) for form in translations(message) if set(form) & set(foreign)
    ]
    assert not wrong, shown(wrong)


def test_the_template_and_the_catalogues_are_up_to_date(update, in_source):
    stale = [
        file.name
        for file, text, _ in update.planned(in_source, update.Fragments())
        if file.read_bytes() != text
    ]
    assert not stale


def test_catalogues_name_no_dates_machines_or_people(update):
    for file in [ROOT / "translations/kabinet.pot", *map(update.catalogue_of, update.LANGUAGES)]:
        text = file.read_text("utf-8")
        assert "Date:" not in text.split("\n\n", 1)[0]
        assert "#:" not in text
        assert "fuzzy" not in text


def test_no_sentence_hides_inside_an_f_string(update):
    """Python 3.11 hands f-strings whole to the extractor, which then finds no sentence in them."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted((ROOT / "cabinet_app").rglob("*.py"))
        for joined in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and _asks_for_words(call, update.KEYWORDS)
    ]
    assert hidden == []


def _asks_for_words(call, keywords):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in keywords and bool(call.args) and isinstance(call.args[0], ast.Constant)
