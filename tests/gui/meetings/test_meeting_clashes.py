"""Both ends of a move find each other; a clash is told beside its field and never stops saving."""

from datetime import datetime, timedelta
from typing import Any

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language, same
from cabinet_app.services.cabinet import Cabinet
from tests.gui.meetings.conftest import House

FIRST = datetime(2026, 3, 3, 9)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_both_ends_of_a_move_lead_to_each_other(show_pane: Any, house: House, cabinet: Cabinet) -> None:
    identity = house.meeting(FIRST)
    moved = cabinet.meetings.move(identity, 1, FIRST + timedelta(days=1)).record.id
    pane, editor, _desk = show_pane()
    pane.select(identity)
    assert plain(editor.moved_links.onward.text()) == "Moved to Wednesday, 4 March 2026, 09:00"

    editor.moved_links.onward.click()
    assert pane.current_id == moved
    assert plain(editor.moved_links.back.text()) == "Moved from Tuesday, 3 March 2026, 09:00"
    editor.moved_links.back.click()
    assert pane.current_id == identity


def test_a_clash_is_told_beside_the_field_and_never_stops_saving(show_pane: Any, house: House) -> None:
    end = FIRST + timedelta(hours=1)
    house.meeting(FIRST, ends_at=end, title=same("Sprejem"), place_id=house.hall, bodies=[])
    pane, editor, _desk = show_pane(Language.SL)
    pane.new_record(Meeting(title=same("Kolegij"), starts_at=FIRST, ends_at=end, place_id=house.hall))

    told = plain(editor.form.rows["place_id"].message.text())
    assert told == "⚠ »Dvorana«: prostor je takrat zaseden: Sprejem, 9.00–10.00."
    assert not editor.clash_row.isHidden()
    assert pane.save()


def test_an_accepted_clash_is_said_quietly(show_pane: Any, house: House) -> None:
    house.meeting(FIRST, title=same("Sprejem"), place_id=house.hall, bodies=[])
    identity = house.meeting(FIRST, place_id=house.hall, bodies=[], clash_note="Dvorana se deli")
    pane, editor, _desk = show_pane()
    pane.select(identity)

    assert editor.form.rows["place_id"].message.text() == ""
    assert "“Dvorana” is occupied at this time: Sprejem" in plain(editor.clash_note.quiet.text())
    assert editor.clash_note.value() == "Dvorana se deli"


def test_back_to_back_nothing_is_told(show_pane: Any, house: House) -> None:
    end = FIRST + timedelta(hours=1)
    house.meeting(FIRST, ends_at=end, place_id=house.hall)
    pane, editor, _desk = show_pane()
    pane.select(house.meeting(end, place_id=house.hall))

    assert editor.form.rows["place_id"].message.text() == ""
    assert editor.clash_row.isHidden()
