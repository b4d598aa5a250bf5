import os
import subprocess
import sys
from pathlib import Path

import pytest

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, compile_catalogs, ngettext_noop, pgettext_noop, translator

PO = """msgid ""
msgstr ""
"Language: sl\\n"
"Plural-Forms: nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Save"
msgstr "Shrani"

msgctxt "vote"
msgid "for"
msgstr "za"

msgid "{count} meeting"
msgid_plural "{count} meetings"
msgstr[0] "{count} sestanek"
msgstr[1] "{count} sestanka"
msgstr[2] "{count} sestanki"
msgstr[3] "{count} sestankov"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Translations of our own, and no translator left over from another test."""
    po = tmp_path / "sl" / "LC_MESSAGES" / "kabinet.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO, "utf-8")
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    translator.cache_clear()
    yield tmp_path
    translator.cache_clear()


def test_a_compiled_catalogue_speaks(folder):
    assert compile_catalogs(folder) == [folder / "sl/LC_MESSAGES/kabinet.mo"]
    t = translator(Language.SL)
    assert t.language is Language.SL
    assert t.gettext("Save") == "Shrani"
    assert t.pgettext("vote", "for") == "za"
    forms = [
        t.ngettext("{count} meeting", "{count} meetings", n).format(count=n) for n in (1, 2, 3, 5, 101, 102)
    ]
    assert forms == ["1 sestanek", "2 sestanka", "3 sestanki", "5 sestankov", "101 sestanek", "102 sestanka"]


def test_without_a_catalogue_the_sentence_itself_is_said(folder):
    t = translator(Language.DE)
    assert t.gettext("Save") == "Save"
    assert t.pgettext("vote", "for") == "for"
    assert t.ngettext("{count} meeting", "{count} meetings", 2) == "{count} meetings"


def test_an_empty_text_stays_empty(folder):
    compile_catalogs(folder)
    assert translator(Language.SL).gettext("") == ""


def test_a_translator_is_made_once(folder):
    assert translator(Language.SL) is translator(Language.SL)
    assert repr(translator(Language.SL)) == "Translator(sl)"


def test_only_what_changed_is_compiled_again(folder):
    compile_catalogs(folder)
    assert compile_catalogs(folder) == []
    po = folder / "sl/LC_MESSAGES/kabinet.po"
    later = po.with_suffix(".mo").stat().st_mtime + 10
    os.utime(po, (later, later))
    assert compile_catalogs(folder) == [po.with_suffix(".mo")]


def test_compiling_leaves_no_drafts_behind(folder):
    compile_catalogs(folder)
    names = {file.name for file in (folder / "sl/LC_MESSAGES").iterdir()}
    assert names == {"kabinet.po", "kabinet.mo"}


def test_qt_words_are_compiled_by_qts_own_tool(folder):
    source = Path(__file__).parents[2] / "translations" / "qtbase_sl.ts"
    (folder / source.name).write_bytes(source.read_bytes())
    assert folder / "qtbase_sl.qm" in compile_catalogs(folder)
    assert compile_catalogs(folder) == []


def test_a_marked_constant_is_the_constant():
    assert N_("Save") == "Save"
    assert pgettext_noop("vote", "for") == ("vote", "for")
    assert ngettext_noop("{count} day", "{count} days") == ("{count} day", "{count} days")


def test_catalogues_cost_nothing_at_start():
    code = (
        "import sys; from cabinet_app.i18n import catalogs, dates, dates_typed, collation; "
        "print({'babel', 'sqlalchemy', 'PySide6', 'holidays', 'dateutil'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
