"""The register as a file: everything out, everything in again, and nothing in of what is wrong."""

import json
import random
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cabinet_app.db.opening import open_store
from cabinet_app.domain.documents import field_types, to_document
from cabinet_app.domain.places import Place
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, Delegation, ProgrammeItem, Visit
from cabinet_app.errors import (
    FileNotReadable,
    FileNotWritable,
    FormatError,
    IsAFolder,
    RecordError,
)
from cabinet_app.exchange.register import export_register, import_register, read_register, to_text
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.register import Incoming, Intake, Register
from tests.blank_register import blank_register
from tests.domain.registers import records

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


@contextmanager
def new_cabinet() -> Iterator[Cabinet]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.kabinet"
        blank_register(path)
        cabinet = Cabinet(open_store(path))
        try:
            yield cabinet
        finally:
            cabinet.close()


def of(cabinet: Cabinet) -> dict[str, list[Any]]:
    return {
        name: [to_document(record) for record in found]
        for name, found in Register(cabinet).everything().items()
    }


def written(tmp_path: Path, visits: list[Any] | None = None, **keys: Any) -> Path:
    document = {"format": "kabinet-register", "version": 1, "records": {"visit": visits or []}} | keys
    path = tmp_path / "in.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def refusal(cabinet: Cabinet, path: Path) -> FormatError:
    before = of(cabinet)
    with pytest.raises(FormatError) as caught:
        import_register(cabinet, path)
    assert caught.value.file == str(path)
    assert of(cabinet) == before
    return caught.value


@st.composite
def registers(draw: st.DrawFn) -> list[tuple[str, Any]]:
    """Some records of every type, with ids for all parts in no order."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    found = [
        (name, record)
        for name, kind in RECORD_TYPES.items()
        for record in draw(st.lists(records(kind), min_size=1, max_size=2))
    ]
    numbers = iter(chance.sample(range(1, 2**53), 5000))
    for _, record in found:
        number(record, numbers)
    return found


def fill(cabinet: Cabinet, made_up: list[tuple[str, Any]]) -> int:
    """Store what no rule refuses and let it refer to one another at random; answers how much that is."""
    chance = random.Random(len(made_up))
    kept: list[Incoming] = []
    for name, record in made_up:
        one = Incoming(name, record, name)
        with suppress(FormatError):
            Register(cabinet).take_in([one])
            kept.append(one)
    ids = {name: [one.record.id for one in kept if one.record_type == name] for name in RECORD_TYPES}
    for one in kept:
        refer(one.record, ids, chance)
    Register(cabinet).take_in(kept)
    return len(kept)


def by_id(documents: Iterable[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    return {document["id"]: document for document in documents}


def number(record: Any, numbers: Iterator[int]) -> None:
    record.id = next(numbers)
    for field in field_types(type(record)):
        if field.is_list and field.is_record:
            for part in getattr(record, field.name):
                number(part, numbers)


def refer(record: Any, ids: dict[str, list[int]], chance: random.Random) -> None:
    for field in field_types(type(record)):
        if field.reference and ids[field.reference] and chance.random() < 0.7:
            setattr(record, field.name, chance.choice(ids[field.reference]))
        elif field.is_list and field.is_record:
            for part in getattr(record, field.name):
                refer(part, ids, chance)


# Without shrinking, which would fill and read registers for minutes.
@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(made_up=registers())
def test_whole_registers_survive_export_and_import_in_every_detail(made_up: list[tuple[str, Any]]):
    with new_cabinet() as source, new_cabinet() as target:
        count = fill(source, made_up)
        text = to_text(Register(source).everything(), NOW)
        incoming = read_register(text.encode())
        assert count > len(made_up) / 3, "or the rules refuse so much that nothing is shown"
        stored = by_id(document for found in of(source).values() for document in found)
        assert stored == by_id(to_document(record) for _, record in made_up if record.id in stored)
        assert Register(target).take_in(incoming, only_try=True) == Intake(created=count)
        assert of(target) == {name: [] for name in RECORD_TYPES}
        assert Register(target).take_in(read_register(text.encode())) == Intake(created=count)
        assert of(target) == of(source)
        assert to_text(Register(target).everything(), NOW) == text
        assert Register(target).take_in(read_register(text.encode())) == Intake(unchanged=count)
        if count:
            target.undo.undo()
            assert Register(target).take_in(read_register(text.encode())) == Intake(created=count)


def test_an_import_counts_what_it_does_and_is_one_step(cabinet: Cabinet, tmp_path: Path):
    for name in ("Kranj", "Beljak"):
        cabinet.places.create(Place(names=LocalizedText(sl=name)))
    path = tmp_path / "out.json"
    assert export_register(cabinet, path, NOW) == 2
    document = json.loads(path.read_text(encoding="utf-8"))
    document["records"]["place"][0]["notes"] = "novo"
    document["records"]["place"].append({"id": 7, "names": {"sl": "Gradec"}})
    path.write_text(json.dumps(document), encoding="utf-8")
    assert import_register(cabinet, path, only_try=True) == Intake(1, 1, 1)
    assert cabinet.places.count() == 2
    assert import_register(cabinet, path) == Intake(1, 1, 1)
    assert import_register(cabinet, path) == Intake(0, 0, 3)
    cabinet.undo.undo()
    assert [place.notes for place in cabinet.places.all()] == ["", ""]


def test_parts_without_ids_are_those_that_stand_there_already(cabinet: Cabinet, tmp_path: Path):
    visit = {"id": 5, "programme": [{"title": {"sl": "Prihod"}}, {"title": {"sl": "Kosilo"}}]}
    path = written(tmp_path, [visit])
    assert import_register(cabinet, path) == Intake(created=1)
    assert import_register(cabinet, path) == Intake(unchanged=1)
    visit["programme"] = [{"title": {"sl": "Odhod"}}]
    assert import_register(cabinet, written(tmp_path, [visit])) == Intake(changed=1)
    assert len(cabinet.visits.get(5).record.programme) == 1


def test_what_was_thrown_away_comes_back(cabinet: Cabinet, tmp_path: Path):
    place = cabinet.places.create(Place(names=LocalizedText(sl="Kranj"))).record
    path = tmp_path / "out.json"
    export_register(cabinet, path, NOW)
    cabinet.places.delete(place.id)
    assert import_register(cabinet, path) == Intake(created=1)
    assert cabinet.places.get(place.id).record == place


def test_records_may_refer_to_what_the_register_holds_and_to_what_comes_later_in_the_file(
    cabinet: Cabinet, tmp_path: Path
):
    place = cabinet.places.create(Place(names=LocalizedText(sl="Kranj"))).record
    path = written(
        tmp_path,
        records={
            "visit": [{"id": 1, "partner_place_id": place.id, "responsible_id": 9}],
            "person": [{"id": 9, "name": {"family": "Novak"}}],
        },
    )
    assert import_register(cabinet, path) == Intake(created=2)


def test_the_file_is_private_ends_with_a_line_and_says_what_it_is(cabinet: Cabinet, tmp_path: Path):
    cabinet.places.create(Place(names=LocalizedText(sl="Žiri")))
    path = tmp_path / "izvoz č.json"
    export_register(cabinet, path, NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert "Žiri" in text
    document = json.loads(text)
    assert (document["format"], document["version"]) == ("kabinet-register", 1)
    assert document["exported_at"] == "2026-11-20T14:00:00+00:00"
    assert list(document["records"]) == list(RECORD_TYPES)
    assert list(tmp_path.glob(".*")) == []


def test_a_file_that_cannot_be_written_is_said(cabinet: Cabinet, tmp_path: Path):
    with pytest.raises(IsAFolder):
        export_register(cabinet, tmp_path, NOW)
    for path in (tmp_path / "no" / "x.json", tmp_path / "zero\x00.json"):
        with pytest.raises(FileNotWritable):
            export_register(cabinet, path, NOW)


def test_a_file_that_cannot_be_read_is_said(cabinet: Cabinet, tmp_path: Path):
    with pytest.raises(IsAFolder):
        import_register(cabinet, tmp_path)
    for path in (tmp_path / "no.json", tmp_path / "zero\x00.json"):
        with pytest.raises(FileNotReadable):
            import_register(cabinet, path)


HEAD = b'{"format": "kabinet-register", "version": 1, "records": '


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"", "", "not_json"),
        (b"{", "", "not_json"),
        (b"BEGIN:VCALENDAR", "", "not_json"),
        (b"[]", "", "wrong_format"),
        (b"null", "", "wrong_format"),
        (b"{}", "format", "wrong_format"),
        (b'{"format": "x"}', "format", "wrong_format"),
        (b'{"format": "kabinet-register"}', "version", "wrong_version"),
        (b'{"format": "kabinet-register", "version": 2}', "version", "wrong_version"),
        (b'{"format": "kabinet-register", "version": true}', "version", "wrong_version"),
        (b'{"format": "kabinet-register", "version": "1"}', "version", "wrong_version"),
        (b'{"format": "kabinet-register", "version": [1]}', "version", "wrong_version"),
        (b'{"format": "kabinet-register", "version": 1}', "records", "missing"),
        (HEAD + b"[]}", "records", "not_an_object"),
        (HEAD + b'{}, "more": 1}', "more", "unknown_key"),
        (HEAD + b'{}, "exported_at": NaN}', "exported_at", "not_a_text"),
        (HEAD + b'{"unicorn": []}}', "records.unicorn", "unknown_key"),
        (HEAD + b'{"visit": {}}}', "records.visit", "not_a_list"),
        (HEAD + b'{"visit": [1]}}', "records.visit[0]", "not_an_object"),
        (HEAD + b'{"visit": [{}]}}', "records.visit[0].id", "missing"),
        (HEAD + b'{"visit": [{"id": 0}]}}', "records.visit[0].id", "missing"),
        (HEAD + b'{"visit": [{"id": -4}]}}', "records.visit[0].id", "out_of_range"),
        (HEAD + b'{"visit": [{"id": 1e3}]}}', "records.visit[0].id", "not_a_whole_number"),
        (HEAD + b'{"visit": [{"id": 1}, {"id": 1}]}}', "records.visit[1].id", "duplicate_id"),
        (
            HEAD + b'{"visit": [{"id": 1, "programme": [{"id": 2}, {"id": 2}]}]}}',
            "records.visit[0].programme[1].id",
            "duplicate_id",
        ),
        (
            HEAD + b'{"visit": [{"id": 1, "topics": [{"id": 2}]}, {"id": 3, "topics": [{"id": 2}]}]}}',
            "records.visit[1].topics[0].id",
            "duplicate_id",
        ),
        (HEAD + b'{"visit": [{"id": 1, "id": 2}]}}', "records.visit[0]", "duplicate_key"),
        (HEAD + b'{"visit": [], "visit": []}}', "records", "duplicate_key"),
        (HEAD + b'{"place": [{"id": 1, "latitude": NaN}]}}', "records.place[0].latitude", "out_of_range"),
        (HEAD + b'{"place": [{"id": 1, "latitude": -1e999}]}}', "records.place[0].latitude", "out_of_range"),
        (HEAD + b'{"visit": [{"id": 1, "notes": "\\ud800"}]}}', "records.visit[0].notes", "not_storable"),
        (
            HEAD + b'{"visit": [{"id": 1}, {"id": 2}, {"id": 3, "starts_on": "soon"}]}}',
            "records.visit[2].starts_on",
            "not_a_date",
        ),
        (
            HEAD + b'{"visit": [{"id": 1, "partner_place_id": 8}]}}',
            "records.visit[0].partner_place_id",
            "dangling_reference",
        ),
        (
            HEAD + b'{"visit": [{"id": 1, "starts_on": "2026-02-02", "ends_on": "2026-02-01"}]}}',
            "records.visit[0].ends_on",
            "ends_before_start",
        ),
        (HEAD + b'{"place": [{"id": 1}]}}', "records.place[0].names", "required"),
        (HEAD + b'{"agreement": [{"id": 1}]}}', "records.agreement[0].parties", "too_few_parties"),
        (
            HEAD + b'{"meeting": [{"id": 1, "agenda_votes": [{"present": 1, "in_favour": 2}]}]}}',
            "records.meeting[0].agenda_votes[0]",
            "votes_exceed_present",
        ),
        (HEAD + b'{"meeting": [{"id": 1, "zone": "../x"}]}}', "records.meeting[0].zone", "not_allowed"),
        (b"\xff\xfe{\x00}\x00", "", "not_utf8"),
        (HEAD.replace(b"register", b"regi\xe8ster"), "", "not_utf8"),
        (b'{"format": ' + b"[" * 100_000, "", "too_deep"),
        (b'{"a":' * 100_000, "", "too_deep"),
        (b'{"version": ' + b"9" * 5000 + b"}", "", "not_json"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_follow_the_format_is_refused_at_its_place(
    cabinet: Cabinet, tmp_path: Path, data: bytes, place: str, reason: str
):
    path = tmp_path / "in.json"
    path.write_bytes(data)
    error = refusal(cabinet, path)
    assert (error.place, error.reason) == (place, reason)


def test_a_file_of_more_than_a_gigabyte_is_refused_before_it_is_read(cabinet: Cabinet, tmp_path: Path):
    path = tmp_path / "in.json"
    with path.open("wb") as file:
        file.truncate((1 << 30) + 1)
    error = refusal(cabinet, path)
    assert (error.reason, error.value) == ("too_large", "1024")


def test_one_bad_record_keeps_all_the_good_ones_out(cabinet: Cabinet, tmp_path: Path):
    visits: list[Any] = [{"id": number} for number in range(1, 30)]
    assert refusal(cabinet, written(tmp_path, [*visits, {"id": 30, "host_organization_id": 4}])).reason == (
        "dangling_reference"
    )
    assert cabinet.visits.count() == 0
    assert cabinet.undo.next_undo() is None


def test_a_part_that_belongs_to_another_record_is_not_taken_from_it(cabinet: Cabinet, tmp_path: Path):
    item = cabinet.visits.create(Visit(programme=[ProgrammeItem()])).record.programme[0].id
    error = refusal(cabinet, written(tmp_path, [{"id": 1, "programme": [{"id": item}]}]))
    assert (error.place, error.reason) == ("records.visit[0].programme[0].id", "taken_id")


def test_a_byte_order_mark_does_no_harm(cabinet: Cabinet, tmp_path: Path):
    path = tmp_path / "in.json"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD + b"{}}")
    assert import_register(cabinet, path) == Intake()


def test_a_broken_rule_of_every_kind_has_a_reason_in_words():
    from cabinet_app import errors
    from cabinet_app.i18n.messages import REASONS
    from cabinet_app.services.register import _REASONS

    kinds = {
        kind.__name__
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, RecordError)
    }
    assert kinds - {"RecordError"} == set(_REASONS)
    assert set(_REASONS.values()) <= set(REASONS)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_files_are_refused_or_taken_in_and_never_break_anything(
    cabinet: Cabinet, data: st.DataObject
):
    visit = Visit(
        id=4,
        delegations=[Delegation(id=5, delegates=[Delegate(id=6, placeholder="tolmač")])],
        title=LocalizedText(sl="Obisk"),
    )
    whole = to_text({"place": [Place(id=3, names=LocalizedText(sl="Kranj"))], "visit": [visit]}, NOW).encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    damaged = whole[:start] + data.draw(st.binary(max_size=6)) + whole[end:]
    with suppress(FormatError):
        Register(cabinet).take_in(read_register(damaged), only_try=True)
    assert cabinet.visits.count() == 0
