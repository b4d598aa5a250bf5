"""Who changed what and when, field by field."""

import getpass
from datetime import UTC, datetime

import pytest

from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act
from cabinet_app.services.history import FieldChange, differences
from cabinet_app.services.journal import _actor


def test_the_newest_step_stands_first_with_the_fields_it_changed(cabinet: Cabinet, visit: Visit):
    visit.title = LocalizedText(sl="Uradni obisk", de="Offizieller Besuch")
    visit.programme[0].internal_notes = "zadaj"
    cabinet.visits.update(visit, 1)
    newest, oldest = cabinet.history.of("visit", visit.id)
    assert (newest.act, oldest.act) == (Act.UPDATE, Act.CREATE)
    assert newest.actor == getpass.getuser()
    assert abs((datetime.now(UTC).replace(tzinfo=None) - newest.at).total_seconds()) < 60
    assert newest.fields == (
        FieldChange("title.sl", "Delovni obisk", "Uradni obisk"),
        FieldChange("title.de", None, "Offizieller Besuch"),
        FieldChange("programme.internal_notes", None, "zadaj"),
    )
    assert FieldChange("starts_on", None, "2016-02-25") in oldest.fields


def test_throwing_away_and_taking_that_back_are_steps_too(cabinet: Cabinet, villach: Place):
    cabinet.places.delete(villach.id)
    cabinet.undo.undo()
    assert [row.act for row in cabinet.history.of("place", villach.id)] == [Act.UNDO, Act.DELETE, Act.CREATE]
    assert len(cabinet.history.of("place", villach.id, limit=1)) == 1
    assert cabinet.history.of("visit", villach.id) == []


def test_rows_are_matched_by_their_ids_and_not_by_their_place():
    before = {"rows": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]}
    after = {"rows": [{"id": 3, "text": "c"}, {"id": 2, "text": "b2"}]}
    assert list(differences(before, after)) == [
        FieldChange("rows.text", "a", None),
        FieldChange("rows.text", "b", "b2"),
        FieldChange("rows.text", None, "c"),
    ]


def test_lists_of_plain_values_change_as_a_whole():
    assert list(differences({"areas": ["sport"]}, {"areas": ["sport", "culture"]})) == [
        FieldChange("areas", ["sport"], ["sport", "culture"])
    ]
    assert list(differences({"a": 1}, {"a": 1})) == []
    assert list(differences(None, None)) == []


def test_a_step_without_a_login_name_is_noted_without_one(monkeypatch: pytest.MonkeyPatch):
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr("cabinet_app.services.journal.getuser", nobody)
    assert _actor() == ""
