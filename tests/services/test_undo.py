"""Taking back and repeating: what one did is undone, what others did since is never touched."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cabinet_app.domain.documents import to_document
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, Visit
from cabinet_app.errors import NothingToUndo, RecordInUse, UndoBlocked
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act, Change


def place_called(cabinet: Cabinet, name: str) -> Place:
    return cabinet.places.create(Place(names=LocalizedText(sl=name))).record


def names(cabinet: Cabinet) -> list[str]:
    return [place.names.sl for place in cabinet.places.all()]


def rename(cabinet: Cabinet, place_id: int, name: str) -> None:
    stored = cabinet.places.get(place_id)
    stored.record.names = LocalizedText(sl=name)
    cabinet.places.update(stored.record, stored.version)


def test_an_empty_register_has_nothing_to_undo(cabinet: Cabinet):
    assert cabinet.undo.next_undo() is None
    assert cabinet.undo.next_redo() is None
    for act in (cabinet.undo.undo, cabinet.undo.redo):
        with pytest.raises(NothingToUndo):
            act()


def test_creating_changing_and_deleting_are_taken_back_one_by_one_and_repeated(cabinet: Cabinet):
    place = place_called(cabinet, "Kranj")
    rename(cabinet, place.id, "Beljak")
    cabinet.places.delete(place.id)
    seen = []
    for _ in range(3):
        cabinet.undo.undo()
        seen.append(names(cabinet))
    assert seen == [["Beljak"], ["Kranj"], []]
    for _ in range(3):
        cabinet.undo.redo()
        seen.append(names(cabinet))
    assert seen[3:] == [["Kranj"], ["Beljak"], []]
    with pytest.raises(NothingToUndo):
        cabinet.undo.redo()


def test_labels_name_the_step_that_is_taken_back_however_often(cabinet: Cabinet):
    place = place_called(cabinet, "Kranj")
    rename(cabinet, place.id, "Beljak")
    for _ in range(3):
        label = cabinet.undo.next_undo()
        assert label is not None
        assert (label.act, label.headline.sl, label.count) == (Act.UPDATE, "Beljak", 1)
        assert cabinet.undo.undo().label == label
        assert cabinet.undo.next_redo() == label
        assert cabinet.undo.redo().label == label


def test_undoing_brings_back_a_whole_record_with_its_parts_and_ids(cabinet: Cabinet, visit: Visit):
    before = to_document(cabinet.visits.get(visit.id).record)
    visit.programme.reverse()
    visit.delegations[0].delegates.clear()
    visit.delegations[0].delegates.append(Delegate(placeholder="novi"))
    after = to_document(cabinet.visits.update(visit, 1).record)
    cabinet.undo.undo()
    assert to_document(cabinet.visits.get(visit.id).record) == before
    cabinet.undo.redo()
    assert to_document(cabinet.visits.get(visit.id).record) == after
    cabinet.visits.delete(visit.id)
    cabinet.undo.undo()
    assert to_document(cabinet.visits.get(visit.id).record) == after


def test_undoing_after_undoing_a_move_between_delegations_finds_the_way_back(cabinet: Cabinet, visit: Visit):
    before = to_document(cabinet.visits.get(visit.id).record)
    from cabinet_app.domain.visits import Delegation

    visit.delegations.insert(0, Delegation(delegates=[visit.delegations[0].delegates.pop()]))
    cabinet.visits.update(visit, 1)
    cabinet.undo.undo()
    assert to_document(cabinet.visits.get(visit.id).record) == before


def test_a_new_step_ends_repeating(cabinet: Cabinet):
    first = place_called(cabinet, "Kranj")
    rename(cabinet, first.id, "Beljak")
    cabinet.undo.undo()
    place_called(cabinet, "Gradec")
    assert cabinet.undo.next_redo() is None
    cabinet.undo.undo()
    cabinet.undo.redo()
    assert cabinet.undo.next_redo() is None, "what was taken back before the new step is gone for good"
    assert sorted(names(cabinet)) == ["Gradec", "Kranj"]


def test_undo_outlives_the_program(cabinet: Cabinet, colleague: Cabinet):
    place_called(cabinet, "Kranj")
    colleague.undo.undo()
    assert names(cabinet) == []
    cabinet.undo.redo()
    assert names(colleague) == ["Kranj"]


def test_a_step_whose_record_was_changed_later_is_not_taken_back(cabinet: Cabinet):
    entries: list[Change] = []
    cabinet.changes.subscribe(entries.append)
    place = place_called(cabinet, "Kranj")
    rename(cabinet, place.id, "Beljak")
    with pytest.raises(UndoBlocked) as caught:
        cabinet.undo.undo_entry(entries[0].entry_id)
    assert getattr(caught.value.headline, "sl", "") == "Kranj"
    assert names(cabinet) == ["Beljak"]


def test_one_certain_step_is_taken_back_once(cabinet: Cabinet):
    entries: list[Change] = []
    cabinet.changes.subscribe(entries.append)
    place_called(cabinet, "Kranj")
    place_called(cabinet, "Beljak")
    cabinet.undo.undo_entry(entries[0].entry_id)
    assert names(cabinet) == ["Beljak"]
    for entry in (entries[0].entry_id, entries[2].entry_id, 999):
        with pytest.raises(NothingToUndo):
            cabinet.undo.undo_entry(entry)
    assert cabinet.undo.undo().label.headline.sl == "Beljak"


def test_a_place_that_others_have_come_to_need_is_not_taken_away_by_undoing(cabinet: Cabinet):
    entries: list[Change] = []
    cabinet.changes.subscribe(entries.append)
    place = place_called(cabinet, "Kranj")
    cabinet.visits.create(Visit(partner_place_id=place.id, starts_on=date(2026, 3, 3)))
    with pytest.raises(RecordInUse):
        cabinet.undo.undo_entry(entries[0].entry_id)
    assert names(cabinet) == ["Kranj"]


def test_undoing_a_change_of_reference_to_what_was_thrown_away_since_is_refused(cabinet: Cabinet):
    entries: list[Change] = []
    one, other = place_called(cabinet, "Kranj"), place_called(cabinet, "Beljak")
    visit = cabinet.visits.create(Visit(partner_place_id=one.id)).record
    cabinet.changes.subscribe(entries.append)
    visit.partner_place_id = other.id
    cabinet.visits.update(visit, 1)
    cabinet.places.delete(one.id)
    from cabinet_app.errors import UserError

    with pytest.raises(UserError):
        cabinet.undo.undo_entry(entries[0].entry_id)
    assert cabinet.visits.get(visit.id).record.partner_place_id == other.id


def test_a_merge_is_one_step(cabinet: Cabinet):
    keep, gone = place_called(cabinet, "Beljak"), place_called(cabinet, "Villach")
    visit = cabinet.visits.create(Visit(partner_place_id=gone.id)).record
    cabinet.places.merge(keep.id, gone.id)
    label = cabinet.undo.next_undo()
    assert label is not None
    assert label.act is Act.MERGE
    cabinet.undo.undo()
    assert sorted(names(cabinet)) == ["Beljak", "Villach"]
    assert cabinet.visits.get(visit.id).record.partner_place_id == gone.id
    cabinet.undo.redo()
    assert cabinet.visits.get(visit.id).record.partner_place_id == keep.id


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["create", "rename", "delete", "undo", "redo", "undo", "redo"]), st.integers(0, 3)
    ),
    max_size=18,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_undo_and_redo_walk_along_the_states_as_in_a_book(cabinet: Cabinet, acts: list[tuple[str, int]]):
    """Against the plainest model there is: a list of states and a mark in it."""
    while cabinet.undo.next_undo():
        cabinet.undo.undo()
    place_called(cabinet, "a new step, so that nothing is left to repeat")
    cabinet.undo.undo()
    states, mark = [{}, state_of(cabinet)], 0
    cabinet.undo.redo()
    states[1], mark = state_of(cabinet), 1
    for act, number in acts:
        if act in {"undo", "redo"}:
            target = mark + (1 if act == "redo" else -1)
            if 0 <= target < len(states):
                getattr(cabinet.undo, act)()
                mark = target
            else:
                with pytest.raises(NothingToUndo):
                    getattr(cabinet.undo, act)()
        elif change(cabinet, act, number):
            states[mark + 1 :] = [state_of(cabinet)]
            mark += 1
        assert state_of(cabinet) == states[mark]
        assert (cabinet.undo.next_undo() is None) == (mark == 0)
        assert (cabinet.undo.next_redo() is None) == (mark == len(states) - 1)


def state_of(cabinet: Cabinet) -> dict[int, object]:
    return {place.id: to_document(place) for place in cabinet.places.all()}


def change(cabinet: Cabinet, act: str, number: int) -> bool:
    ids = cabinet.places.all_ids()
    if act == "create":
        place_called(cabinet, f"place {number}")
    elif number >= len(ids):
        return False
    elif act == "rename":
        rename(cabinet, ids[number], f"{cabinet.places.get(ids[number]).record.names.sl}'")
    else:
        cabinet.places.delete(ids[number])
    return True
