"""A file of the first release opens in this version with everything it held, and the new fields empty."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Reply
from cabinet_app.services.cabinet import Cabinet

RELEASED = Path(__file__).resolve().parents[1] / "data" / "schema_0001.sqlite"
ROWS: dict[str, dict[str, Any]] = {
    "place": {"id": 1, "names_sl": "Beljak", "names_de": "Villach", "country": "AT"},
    "organization": {"id": 2, "names_sl": "Mestna občina", "is_home": 1, "place_id": 1},
    "person": {"id": 3, "given_name": "Petra", "family_name": "Žagar", "phone": "040 123", "place_id": 1},
    "visit": {"id": 4, "title_sl": "<b>Obisk</b>", "starts_on": "2016-02-25", "partner_place_id": 1},
    "delegation": {"id": 5, "visit_id": 4, "side": "guest"},
    "delegate": {"id": 6, "delegation_id": 5, "person_id": 3, "reply": "accepted", "role": "head"},
    "programme_item": {"id": 7, "visit_id": 4, "title_sl": "Sprejem", "day": "2016-02-25", "leader_id": 3},
    "meeting": {"id": 8, "title_sl": "Seja", "starts_at": "2021-12-14 17:00:00.000000", "uid": "abc@x"},
    "agreement": {"id": 9, "title_sl": "Listina", "party_count": 24, "valid_from_edtf": "2008"},
    "agreement_event": {"id": 10, "agreement_id": 9, "happened_on_edtf": "1975-10", "meeting_id": 8},
    "agreement_source": {"id": 11, "agreement_id": 9, "document": "arhiv"},
    "cadence_rule": {"id": 12, "organization_id": 2, "minimum": 1, "source_quote": "enkrat mesečno"},
}
KINDS = {
    "gender": "f", "status": "active", "kind": "working", "direction": "incoming",
    "classification": "council",
    "audience": "guest", "mode": "in_person", "visibility": "public", "instrument": "protocol",
    "verified": "yes", "unit": "month",
}  # fmt: skip
OF_TABLE = {
    ("visit", "status"): "planned", ("programme_item", "status"): "planned",
    ("programme_item", "kind"): "talks",
    ("meeting", "status"): "held", ("meeting", "kind"): "meeting", ("place", "kind"): "town",
    ("agreement", "status"): "in_force", ("agreement_event", "kind"): "signing",
    ("cadence_rule", "kind"): "per_period",
}  # fmt: skip


def _value(table: str, column: str, kind: str) -> Any:
    """What an old program would have written where the row says nothing."""
    if (table, column) in OF_TABLE or column in KINDS:
        return OF_TABLE.get((table, column), KINDS.get(column))
    if kind == "JSON":
        return "[]"
    if kind == "DATETIME":
        return "2026-01-01 00:00:00.000000"
    return "" if kind.startswith(("TEXT", "VARCHAR")) else int(column == "version")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "register.kabinet"
    copyfile(RELEASED, path)
    path.chmod(0o600)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, row in ROWS.items():
            columns = connection.execute(f"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')")
            values = {
                name: row.get(name, _value(table, name, kind))
                for name, kind, required in columns.fetchall()
                if required or name in row
            }
            marks = ", ".join("?" * len(values))
            connection.execute(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*values.values()]
            )
    return path


@pytest.fixture
def opened(office: Path, tmp_path: Path):
    cabinet = Cabinet(open_store(office, backups=tmp_path / "copies"))
    yield cabinet
    cabinet.close()


def test_everything_an_old_file_held_is_there(opened: Cabinet):
    visit = opened.visits.get(4).record
    assert (visit.title.sl, visit.starts_on) == ("<b>Obisk</b>", date(2016, 2, 25))
    delegate = visit.delegations[0].delegates[0]
    assert (delegate.id, delegate.person_id, delegate.reply) == (6, 3, Reply.ACCEPTED)
    assert [item.title.sl for item in visit.programme] == ["Sprejem"]
    agreement = opened.agreements.get(9).record
    assert agreement.events[0].happened_on == VagueDate("1975-10")
    assert agreement.events[0].meeting_id == 8
    assert agreement.sources[0].document == "arhiv"
    assert opened.meetings.get(8).record.starts_at == datetime(2021, 12, 14, 17)
    assert opened.people.get(3).record.phone == "040 123"
    assert opened.organizations.get(2).record.cadence_rules[0].source_quote == "enkrat mesečno"


def test_the_new_fields_of_old_records_are_empty(opened: Cabinet):
    visit = opened.visits.get(4).record
    assert (visit.press, visit.bookings, visit.seating_plans, visit.project_id) == (
        LocalizedText(),
        [],
        [],
        None,
    )
    item = visit.programme[0]
    assert (item.delegation_ids, item.dress, item.vehicle) == ([], LocalizedText(), "")
    delegate = visit.delegations[0].delegates[0]
    assert (delegate.needs_interpreter, delegate.plate, delegate.legs) == (False, "", [])
    person = opened.people.get(3).record
    assert (person.diets, person.document_number, person.photo_id) == ([], "", None)
    meeting = opened.meetings.get(8).record
    assert (meeting.series_id, meeting.detached, meeting.invitations) == (None, False, [])
    agreement = opened.agreements.get(9).record
    assert (agreement.status_by_hand, agreement.jubilees_from, agreement.text) == (False, 0, LocalizedText())
    assert agreement.sources[0].fact == ""


def test_old_records_can_be_changed_and_the_change_taken_back(opened: Cabinet):
    stored = opened.visits.get(4)
    stored.record.programme[0].vehicle = "kombi"
    opened.visits.update(stored.record, stored.version)
    assert opened.visits.get(4).record.programme[0].vehicle == "kombi"
    opened.undo.undo()
    assert opened.visits.get(4).record.programme[0].vehicle == ""


def test_the_rules_of_the_tables_hold_after_the_upgrade(opened: Cabinet, office: Path):
    opened.places.create(Place(names=same("Kranj")))
    with closing(sqlite3.connect(office)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM visit WHERE id = 4")
        assert connection.execute("SELECT count(*) FROM delegate").fetchone() == (0,)
        with pytest.raises(sqlite3.IntegrityError, match="ends_after_start"):
            connection.execute("UPDATE meeting SET ends_at = '2000-01-01 00:00:00.000000'")


def test_a_copy_of_the_old_file_was_kept(opened: Cabinet, tmp_path: Path):
    copies = list((tmp_path / "copies").glob("*.kabinet"))
    assert len(copies) == 1
