import json
import stat

import pytest

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.draft_keeper import DraftKeeper, DraftOffer
from tests.gui.fakes import FIRST_ID


@pytest.fixture
def keeper(window, tmp_path):
    return DraftKeeper(tmp_path / "drafts", "/x/office.kabinet", window.panes)


def kept(tmp_path):
    return list((tmp_path / "drafts").glob("*"))


def type_note(window, text):
    window.pane.editor._fields["notes"].insertPlainText(text)


def test_nothing_unsaved_writes_nothing(window, keeper, tmp_path):
    window.pane.select(FIRST_ID + 1)
    keeper.keep()
    assert kept(tmp_path) == []


def test_what_is_typed_is_kept_for_its_owner_only(window, keeper, tmp_path):
    window.pane.select(FIRST_ID + 1)
    type_note(window, "half a sentence ")
    keeper.keep()
    (file,) = kept(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "half a sentence" in file.read_text()


def test_saving_takes_the_kept_draft_away(window, keeper, tmp_path):
    window.pane.select(FIRST_ID + 1)
    type_note(window, "x")
    keeper.keep()
    window.pane.save()
    keeper.keep()
    assert kept(tmp_path) == []


def test_the_keeper_looks_by_itself(window, keeper, tmp_path, qtbot):
    keeper._timer.setInterval(10)
    keeper.begin()
    window.pane.select(FIRST_ID + 1)
    type_note(window, "x")
    qtbot.waitUntil(lambda: len(kept(tmp_path)) == 1)
    window.pane.discard()
    keeper.end()
    assert kept(tmp_path) == []


def crash(window, tmp_path):
    """A keeper that wrote and was never ended, and a window in which nothing is open."""
    lost = DraftKeeper(tmp_path / "drafts", "/x/office.kabinet", window.panes)
    lost.keep()
    window.pane.discard()
    return DraftKeeper(tmp_path / "drafts", "/x/office.kabinet", window.panes)


@pytest.mark.parametrize("is_new", [True, False])
def test_what_a_crash_left_is_put_back_with_its_version(window, tmp_path, is_new):
    if is_new:
        window.pane.new_record(Visit(title=LocalizedText(en="Half")))
    else:
        window.pane.select(FIRST_ID + 1)
    type_note(window, "typed ")
    keeper = crash(window, tmp_path)
    offer = DraftOffer(window, keeper, keeper.left_behind())
    offer.show()
    assert window.error_banner.isVisible()
    offer.accept()
    editor = window.pane.editor
    assert editor.draft().notes.startswith("typed")
    assert (editor.is_new, editor.is_dirty) == (is_new, True)
    assert len(kept(tmp_path)) == 1
    window.pane.discard()
    keeper.keep()
    assert kept(tmp_path) == []


def test_what_a_crash_left_can_be_thrown_away(window, tmp_path):
    window.pane.select(FIRST_ID + 1)
    type_note(window, "typed ")
    keeper = crash(window, tmp_path)
    offer = DraftOffer(window, keeper, keeper.left_behind())
    offer.show()
    offer.refuse()
    assert kept(tmp_path) == []
    assert window.error_banner.isHidden()


@pytest.mark.parametrize(
    "content", ["", "{", "[3]", '[{"pane": "visit"}]', '[{"pane": "visit", "type": "x"}]']
)
def test_a_broken_file_of_drafts_is_no_harm(keeper, tmp_path, content):
    (tmp_path / "drafts").mkdir()
    keeper._path.write_text(content)
    assert keeper.left_behind() == []


def test_a_draft_of_another_shape_is_passed_over(keeper, tmp_path):
    (tmp_path / "drafts").mkdir()
    draft = {"pane": "visit", "type": "visit", "version": 1, "draft": {"colour": "red"}, "base": {}}
    keeper._path.write_text(json.dumps([draft]))
    assert keeper.left_behind() == []


def test_a_folder_that_cannot_be_written_stops_nothing(window, keeper, tmp_path, caplog):
    (tmp_path / "drafts").write_text("a file in the way")
    window.pane.select(FIRST_ID + 1)
    type_note(window, "secret")
    keeper.keep()
    assert "Drafts not kept" in caplog.text
    assert "secret" not in caplog.text
