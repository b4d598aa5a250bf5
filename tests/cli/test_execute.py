"""`exec`: one answer for each line, after it is stored, whatever the line holds."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Kabinet

ROOT = Path(__file__).resolve().parents[2]
KRANJ: dict[str, Any] = {"op": "create", "type": "place", "data": {"names": {"sl": "Kranj"}}}


def test_the_life_of_a_record(execute):
    created, got, updated, conflict, deleted, gone, listed, undone, back = execute(
        KRANJ | {"data": {"id": 5, "names": {"sl": "Kranj"}}},
        {"op": "get", "type": "place", "id": 5},
        {
            "op": "update",
            "type": "place",
            "id": 5,
            "version": 1,
            "data": {"country": "SI", "names": {"de": "Krainburg"}},
        },
        {"op": "update", "type": "place", "id": 5, "version": 1, "data": {"country": "AT"}},
        {"op": "delete", "type": "place", "id": 5},
        {"op": "get", "type": "place", "id": 5},
        {"op": "list", "type": "place"},
        {"op": "undo"},
        {"op": "get", "type": "place", "id": 5},
    )
    assert created == {"ok": True, "id": 5, "version": 1}
    assert got == {"ok": True, "data": {"id": 5, "names": {"sl": "Kranj"}, "kind": "town"}, "version": 1}
    assert updated == {"ok": True, "version": 2}
    assert (conflict["ok"], conflict["error"]) == (False, "conflict")
    assert conflict["message"]
    assert deleted == {"ok": True}
    assert (gone["ok"], gone["error"]) == (False, "not_found")
    assert listed == {"ok": True, "items": []}
    assert undone["ok"]
    assert back["data"]["names"] == {"sl": "Kranj", "de": "Krainburg"}
    assert back["data"]["country"] == "SI"


def test_updating_merges_objects_replaces_lists_and_null_takes_away(execute):
    visit = {
        "id": 9,
        "title": {"sl": "Obisk", "de": "Besuch"},
        "starts_on": "2026-02-25",
        "topics": [{"text": {"sl": "a"}}, {"text": {"sl": "b"}}],
    }
    patch = {
        "title": {"de": None, "en": "Visit"},
        "starts_on": None,
        "topics": [{"text": {"sl": "c"}}],
    }
    answers = execute(
        {"op": "create", "type": "visit", "data": visit},
        {"op": "update", "type": "visit", "id": 9, "version": 1, "data": patch},
        {"op": "get", "type": "visit", "id": 9},
    )
    data = answers[2]["data"]
    assert data["title"] == {"sl": "Obisk", "en": "Visit"}
    assert "starts_on" not in data
    assert [topic["text"] for topic in data["topics"]] == [{"sl": "c"}]


@pytest.mark.parametrize(
    ("command", "error", "told"),
    [
        ({"op": "fly"}, "unknown_op", "fly"),
        ({}, "invalid", "op"),
        ({"op": 5}, "invalid", "op"),
        ({"op": "get"}, "invalid", "type"),
        ({"op": "get", "type": "unicorn", "id": 1}, "invalid", "type"),
        ({"op": "get", "type": ["visit"], "id": 1}, "invalid", "type"),
        ({"op": "get", "type": "visit"}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": "1"}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": True}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": -1}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": 10**30}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": 1.5}, "invalid", "id"),
        ({"op": "get", "type": "visit", "id": 1}, "not_found", ""),
        ({"op": "delete", "type": "visit", "id": 1}, "not_found", ""),
        ({"op": "update", "type": "visit", "id": 1, "version": 1, "data": {}}, "not_found", ""),
        ({"op": "update", "type": "visit", "id": 1, "data": {}}, "invalid", "version"),
        ({"op": "create", "type": "visit"}, "invalid", "data"),
        ({"op": "create", "type": "visit", "data": []}, "invalid", "data"),
        ({"op": "create", "type": "visit", "data": {"x": 1}}, "invalid", "data.x"),
        ({"op": "create", "type": "visit", "data": {"id": -5}}, "invalid", "data.id"),
        ({"op": "create", "type": "visit", "data": {"starts_on": "x"}}, "invalid", "data.starts_on"),
        (
            {"op": "create", "type": "visit", "data": {"partner_place_id": 8}},
            "invalid",
            "data.partner_place_id",
        ),
        ({"op": "create", "type": "place", "data": {}}, "invalid", "data.names"),
        ({"op": "create", "type": "agreement", "data": {}}, "invalid", "data.parties"),
        ({"op": "create", "type": "place", "data": {"names": {"sl": "\ud800"}}}, "invalid", "data.names.sl"),
        ({"op": "undo"}, "nothing_to_undo", ""),
        ({"op": "redo"}, "nothing_to_undo", ""),
    ],
)
def test_a_command_that_cannot_be_followed_is_answered_and_changes_nothing(
    execute, command: dict[str, Any], error: str, told: str
):
    answer, listed = execute(command, {"op": "list", "type": "visit"})
    assert answer["ok"] is False
    assert answer["error"] == error
    assert told in answer["message"]
    assert "Traceback" not in answer["message"]
    assert listed["items"] == []


def test_what_is_needed_elsewhere_is_not_deleted(execute):
    answers = execute(
        KRANJ | {"data": {"id": 5, "names": {"sl": "Kranj"}}},
        {"op": "create", "type": "visit", "data": {"partner_place_id": 5, "starts_on": "2026-02-25"}},
        {"op": "delete", "type": "place", "id": 5},
        {"op": "create", "type": "place", "data": {"id": 5, "names": {"sl": "Drugo"}}},
        {"op": "update", "type": "place", "id": 5, "version": 1, "data": {"id": 6}},
        {"op": "delete", "type": "place", "id": 5, "version": 7},
    )
    assert [answer.get("error") for answer in answers] == [
        None,
        None,
        "in_use",
        "conflict",
        "invalid",
        "in_use",
    ]


@pytest.mark.parametrize(
    "line",
    [b"kaputt", b"{", b"[]", b"5", b"null", b'"x"', b"\xff\xfe", b"\x00", b"[" * 50_000, b'{"op": NaN}',
     b'{"op":"list","op":"list","type":"visit"}', b'{"op":"get","type":"visit","id":' + b"9" * 5000 + b"}",
     b'{"op":"' + b"x" * 1_000_000 + b'"}'],
)  # fmt: skip
def test_a_malformed_line_is_answered_and_the_next_one_is_read(kabinet: Kabinet, register: Path, line: bytes):
    called = kabinet("exec", stdin=line + b"\n\n   \n" + json.dumps({"op": "list", "type": "visit"}).encode())
    assert called.code == 0
    broken, listed = called.answers
    assert broken["ok"] is False
    assert broken["error"] in {"invalid", "unknown_op"}
    assert len(broken["message"]) < 1000
    assert listed == {"ok": True, "items": []}


def test_a_line_that_is_too_long_is_passed_over_whole(
    kabinet: Kabinet, register: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cabinet_app.cli.execute._LONGEST_LINE", 100)
    called = kabinet("exec", stdin=b'{"op":"' + b"x" * 555 + b'"}\n{"op":"list","type":"visit"}')
    assert [answer["ok"] for answer in called.answers] == [False, True]


def test_awkward_texts_come_back_as_they_were(execute):
    texts = ["=cmd|' /C calc'!A0", "<script>", "\u202e", "a\tb\nc", "🙂", "ž" * 1_000_000, "../../etc/passwd"]
    for number, text in enumerate(texts, 77):
        made, got = execute(
            {"op": "create", "type": "place", "data": {"id": number, "names": {"sl": text}}},
            {"op": "get", "type": "place", "id": number},
        )
        assert made["ok"]
        assert got["data"]["names"]["sl"] == text


def test_the_message_is_in_the_chosen_language(kabinet: Kabinet, register: Path):
    told = {
        kabinet("exec", "--lang", language, stdin="{}").answers[0]["message"]
        for language in ("sl", "de", "en")
    }
    assert len(told) >= 1
    assert all(told)


def test_every_answer_comes_after_it_is_stored_and_at_once(kabinet: Kabinet, register: Path):
    with subprocess.Popen(
        [sys.executable, "-m", "cabinet_app", "--db", str(register), "exec"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        # An answer that is kept back would be waited for in vain.
        ending = threading.Timer(60, running.kill)
        ending.start()
        for number in range(1, 4):
            line = {"op": "create", "type": "place", "data": {"id": number, "names": {"sl": "x"}}}
            running.stdin.write(json.dumps(line).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline() or "{}").get("ok")
            assert len(kabinet("list", "place", "--json").data) == number
        running.kill()
        ending.cancel()
    assert len(kabinet("list", "place", "--json").data) == 3
    assert kabinet("check").code in {0, 1}


def test_two_programs_lose_none_of_each_others_edits(execute, register: Path):
    execute(KRANJ | {"data": {"id": 5, "names": {"sl": "Kranj"}}})

    def work(_: int) -> int:
        won = 0
        with subprocess.Popen(
            [sys.executable, "-m", "cabinet_app", "--db", str(register), "exec"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdin
            assert running.stdout

            def ask(command: dict[str, Any]) -> Any:
                assert running.stdin
                assert running.stdout
                running.stdin.write(json.dumps(command) + "\n")
                running.stdin.flush()
                return json.loads(running.stdout.readline())

            while won < 15:
                got = ask({"op": "get", "type": "place", "id": 5})
                count = int(got["data"].get("notes", "0")) + 1
                answer = ask(
                    {
                        "op": "update",
                        "type": "place",
                        "id": 5,
                        "version": got["version"],
                        "data": {"notes": str(count)},
                    }
                )
                assert answer["ok"] or answer["error"] == "conflict", answer
                won += answer["ok"]
            running.stdin.close()
        return won

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) == 30
    (got,) = execute({"op": "get", "type": "place", "id": 5})
    assert (got["data"]["notes"], got["version"]) == ("30", 31)


WORDS = ["create", "get", "update", "delete", "list", "undo", "redo", "visit", "place", 1, 2, {}, None]
PARTS = st.sampled_from([1, {}, {"sl": "a"}, "b", None])
LINES = st.lists(
    st.dictionaries(
        st.sampled_from(["op", "type", "id", "version", "data"]),
        st.sampled_from(WORDS) | st.dictionaries(st.sampled_from(["id", "names", "notes", "x"]), PARTS),
    ),
    max_size=10,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=LINES)
def test_any_lines_get_an_answer_each(execute, commands: list[dict[str, Any]]):
    answers = execute(*commands)
    assert len(answers) == len(commands)
    assert all(answer["ok"] or answer["message"] for answer in answers)
