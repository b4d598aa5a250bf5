import importlib.util
import json
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "translations/update.py"


@pytest.fixture
def update(tmp_path, monkeypatch):
    """The tool at work on a small project of its own."""
    spec = importlib.util.spec_from_file_location("translations_update_tried", PROGRAM)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    here = tmp_path / "translations"
    here.mkdir()
    (here / "babel.cfg").write_bytes(PROGRAM.with_name("babel.cfg").read_bytes())
    (tmp_path / "cabinet_app" / "gui").mkdir(parents=True)
    (tmp_path / "cabinet_app" / "gui" / "words.py").write_text(
        't.gettext("Save")\nt.ngettext("{count} day", "{count} days", n)\n'
        't.pgettext("vote", "for")\nX = N_("Idea")\n'
    )
    monkeypatch.setattr(module, "HERE", here)
    return module


@pytest.fixture
def fragments(tmp_path):
    folder = tmp_path / "fragments"
    folder.mkdir()
    words = {
        "Save": {"sl": "Shrani", "de": "Speichern"},
        "{count} day": {
            "plural": "{count} days",
            "sl": ["{count} dan", "{count} dneva", "{count} dnevi", "{count} dni"],
            "de": ["{count} Tag", "{count} Tage"],
        },
        "vote\u0004for": {"sl": "za", "de": "dafür"},
        "Idea": {"sl": "ideja", "de": "Idee"},
    }
    (folder / "all.json").write_text(json.dumps(words), "utf-8")
    return folder


def test_the_source_is_read_with_contexts_plurals_and_marked_constants(update, tmp_path):
    assert update.sentences_in_source(tmp_path) == {
        ("", "Save", ""),
        ("", "{count} day", "{count} days"),
        ("vote", "for", ""),
        ("", "Idea", ""),
    }


def test_without_translators_the_gaps_are_listed_and_english_is_whole(update, capsys):
    assert update.main([]) == 1
    said = capsys.readouterr().out
    assert "sl: no translation of 'Save'" in said
    assert "de: no translation of '{count} day' (plural '{count} days')" in said
    assert "en: no translation" not in said
    assert 'msgstr "Save"' in (update.HERE / "en/LC_MESSAGES/kabinet.po").read_text("utf-8")


def test_filled_catalogues_are_complete_and_stay_so(update, fragments, capsys):
    assert update.main(["--fill", str(fragments)]) == 0
    assert update.main(["--check"]) == 0
    assert capsys.readouterr().out.endswith("4 sentences in the source.\n")
    slovenian = (update.HERE / "sl/LC_MESSAGES/kabinet.po").read_text("utf-8")
    assert 'msgstr[3] "{count} dni"' in slovenian
    assert "nplurals=4" in slovenian
    assert 'msgctxt "vote"' in slovenian


def test_check_changes_nothing(update, capsys):
    assert update.main(["--check"]) == 1
    assert not (update.HERE / "kabinet.pot").exists()
    assert "kabinet.pot is out of date" in capsys.readouterr().out


def test_sentences_that_left_the_source_leave_the_catalogue(update, fragments, tmp_path):
    update.main(["--fill", str(fragments)])
    (tmp_path / "cabinet_app" / "gui" / "words.py").write_text('t.gettext("Save")\n')
    assert update.main([]) == 0
    assert "day" not in (update.HERE / "sl/LC_MESSAGES/kabinet.po").read_text("utf-8")


def test_a_corrected_catalogue_wins_unless_told_otherwise(update, fragments):
    update.main(["--fill", str(fragments)])
    file = update.HERE / "sl/LC_MESSAGES/kabinet.po"
    file.write_text(file.read_text("utf-8").replace('"Shrani"', '"Shrani vse"'), "utf-8")
    update.main(["--fill", str(fragments)])
    assert '"Shrani vse"' in file.read_text("utf-8")
    update.main(["--fill", str(fragments), "--replace"])
    assert '"Shrani"' in file.read_text("utf-8")


def test_wrong_forms_and_contradictions_are_told(update, fragments, capsys):
    (fragments / "b.json").write_text(
        json.dumps({"Save": {"sl": "Hrani"}, "{count} day": {"plural": "{count} days", "de": ["nur eine"]}}),
        "utf-8",
    )
    assert update.main(["--fill", str(fragments)]) == 1
    said = capsys.readouterr().out
    assert "b.json: sl: 'Save' is translated in two ways" in said
    assert "b.json: de: wrong number of forms for '{count} day'" in said


def test_words_for_sentences_nobody_says_are_told(update, fragments, capsys):
    (fragments / "c.json").write_text(json.dumps({"Gone": {"sl": "Ni ga"}}), "utf-8")
    assert update.main(["--fill", str(fragments)]) == 0
    assert "given, but not in the source: 'Gone'" in capsys.readouterr().out


def test_one_sentence_cannot_have_two_plurals(update, tmp_path, capsys):
    (tmp_path / "cabinet_app" / "gui" / "words.py").write_text(
        't.gettext("{count} day")\nngettext_noop("{count} day", "{count} days")\n'
    )
    assert update.main([]) == 1
    assert "said with different plurals: '{count} day'" in capsys.readouterr().out
