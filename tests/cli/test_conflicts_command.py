"""conflicts: what collides on a span of days, for readers and for programs."""

import pytest

from tests.cli.conftest import Kabinet

SPAN = ("--from", "2026-03-02", "--to", "2026-03-08")


@pytest.fixture
def hall(execute) -> int:
    data = {"names": {"sl": "Dvorana", "de": "Saal", "en": "Hall"}, "kind": "room"}
    (made,) = execute({"op": "create", "type": "place", "data": data})
    return int(made["id"])


@pytest.fixture
def meeting(execute, hall: int):
    def make(title: str, start: str, end: str, **values: object) -> None:
        data = {"title": {"sl": title}, "starts_at": f"2026-03-05T{start}", "ends_at": f"2026-03-05T{end}"}
        execute({"op": "create", "type": "meeting", "data": {**data, "place_id": hall, **values}})

    return make


def test_a_clash_is_told_in_words_and_by_the_exit_code(kabinet: Kabinet, meeting):
    meeting("Kolegij", "10:00:00", "11:00:00")
    meeting("Sprejem", "10:30:00", "12:00:00")

    called = kabinet("conflicts", *SPAN, "--lang", "en")

    assert called.code == 1
    assert called.out.replace("\u00a0", " ") == (
        "Thu 5 Mar 2026: Kolegij (10:00–11:00) and Sprejem (10:30–12:00): the same room: Hall\n"
    )
    (clash,) = kabinet("conflicts", *SPAN, "--json").data
    assert clash["wanted"] == [{"kind": "room", "name": "Hall"}]
    assert (clash["first"]["title"], clash["first"]["start"]) == ("Kolegij", "2026-03-05T10:00:00")


def test_back_to_back_is_no_clash(kabinet: Kabinet, meeting):
    meeting("Kolegij", "10:00:00", "11:00:00")
    meeting("Sprejem", "11:00:00", "12:00:00")

    called = kabinet("conflicts", *SPAN)

    assert (called.code, called.out) == (0, "Nothing collides on these days.\n")


def test_an_accepted_clash_is_told_and_does_not_count(kabinet: Kabinet, meeting):
    meeting("Kolegij", "10:00:00", "11:00:00", clash_note="They share it")
    meeting("Sprejem", "10:30:00", "12:00:00")

    called = kabinet("conflicts", *SPAN)

    assert called.code == 0
    assert called.out.endswith("(accepted: They share it)\n")


def test_days_the_wrong_way_round_are_refused(kabinet: Kabinet):
    assert kabinet("conflicts", "--from", "2026-03-08", "--to", "2026-03-02").code == 2
