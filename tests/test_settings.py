import stat
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.settings import Municipality, Settings, load, save, to_toml

FULL = Settings(
    ui_language=Language.DE,
    report_language=Language.EN,
    theme="dark",
    paper="A3",
    backup_folder="/mnt/copies čšž",
    data_file='C:\\Users\\"Ana"\\office.kabinet',
    municipality=Municipality(
        names=LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj"),
        addresses=LocalizedText(sl="Slovenski trg 1\n4000 Kranj"),
        letterhead=LocalizedText(de="Büro des Bürgermeisters"),
        arms_image="/images/arms.png",
    ),
    windows={"delegations.visit": '{"text": "a\\"b"}', "geometry": "AdnQ="},
    partner_languages={"1125899906842625": "de"},
    jubilee_years=frozenset({10, 25, 50}),
)


def test_settings_come_back_as_they_were_saved(tmp_path):
    path = tmp_path / "new folder" / "settings.toml"
    save(FULL, path)
    assert load(path) == FULL


def test_nobody_else_reads_the_settings(tmp_path):
    path = tmp_path / "settings.toml"
    save(FULL, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_file_the_settings_are_the_usual_ones(tmp_path):
    assert load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"= 3", b"theme = "])
def test_a_file_that_is_no_toml_is_put_aside(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load(path) == Settings()
    assert (tmp_path / "settings.toml.broken").read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [
        "theme = 3",
        'theme = "pink"',
        'ui_language = "xx"',
        "municipality = 4",
        "[windows]\na = 3",
        '[municipality]\nnames = "x"',
    ],
)
def test_a_value_that_is_not_what_it_should_be_keeps_its_default(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_text(content, encoding="utf-8")
    assert load(path) == Settings()


@given(st.dictionaries(st.text(), st.text()))
def test_any_text_survives_the_file(texts):
    assert tomllib.loads(to_toml(Settings(windows=texts)))["windows"] == texts


def test_a_folder_that_cannot_be_written_leaves_the_old_settings(tmp_path):
    path = tmp_path / "settings.toml"
    path.mkdir()
    with pytest.raises(OSError, match="settings"):
        save(FULL, path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "written", ["", "jubilee_years = []", "jubilee_years = 5", 'jubilee_years = ["a", -3]']
)
def test_without_a_rule_of_its_own_the_house_celebrates_the_usual_jubilees(tmp_path, written):
    path = tmp_path / "settings.toml"
    path.write_text(written, encoding="utf-8")
    assert load(path).jubilee_years == Settings().jubilee_years
