"""Files kept inside the register: the bytes come back as they went in, under a safe name."""

import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.db.opening import open_store
from cabinet_app.domain.papers import GREATEST_SIZE, Document, clean_file_name, is_program
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementParty
from cabinet_app.errors import FileTooLarge, FormatError, KeptFileDamaged, RecordNotFound
from cabinet_app.exchange.register import export_register, import_register
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.checking import Trouble, check
from tests.blank_register import blank_register
from tests.exchange.test_register_file import NOW

SCAN = b"%PDF-1.7 a charter"


@pytest.fixture
def agreement(cabinet: Cabinet) -> Agreement:
    towns = [
        cabinet.places.create(Place(names=LocalizedText(sl=name))).record.id for name in ("Kranj", "Rivoli")
    ]
    parties = [AgreementParty(place_id=town) for town in towns]
    return cabinet.agreements.create(Agreement(parties=parties)).record


def kept(cabinet: Cabinet, agreement: Agreement, name: str = "listina.pdf") -> Document:
    return cabinet.documents.keep(SCAN, Document(file_name=name, agreement_id=agreement.id)).record


def test_a_scan_comes_back_as_it_went_in(cabinet: Cabinet, agreement: Agreement):
    scan = kept(cabinet, agreement)
    assert (scan.media_type, scan.size, scan.sha256) == (
        "application/pdf",
        len(SCAN),
        sha256(SCAN).hexdigest(),
    )
    assert cabinet.documents.content(scan.id) == SCAN
    assert cabinet.documents.of("agreement_id", agreement.id) == [scan]


def test_the_same_bytes_lie_in_the_file_once(cabinet: Cabinet, agreement: Agreement, tmp_path: Path):
    kept(cabinet, agreement)
    kept(cabinet, agreement, "kopija.pdf")
    cabinet.close()
    with sqlite3.connect(tmp_path / "register.kabinet") as connection:
        assert connection.execute("SELECT count(*) FROM file_content").fetchone() == (1,)
    connection.close()


def test_a_file_that_was_thrown_away_comes_back_whole(cabinet: Cabinet, agreement: Agreement):
    scan = kept(cabinet, agreement)
    cabinet.documents.delete(scan.id)
    assert cabinet.documents.of("agreement_id", agreement.id) == []
    with pytest.raises(RecordNotFound):
        cabinet.documents.content(scan.id)
    cabinet.undo.undo()
    assert cabinet.documents.content(scan.id) == SCAN


def test_what_is_too_large_is_refused_before_anything_is_written(cabinet: Cabinet):
    with pytest.raises(FileTooLarge) as refused:
        cabinet.documents.keep(bytes(GREATEST_SIZE + 1), Document(file_name="film.mp4"))
    assert (refused.value.megabytes, refused.value.limit) == (51, 50)
    assert cabinet.documents.count() == 0


def test_bytes_changed_on_the_disk_are_noticed(cabinet: Cabinet, agreement: Agreement, tmp_path: Path):
    scan = kept(cabinet, agreement)
    with sqlite3.connect(tmp_path / "register.kabinet") as connection:
        connection.execute("UPDATE file_content SET content = x'00'")
    connection.close()
    with pytest.raises(KeptFileDamaged):
        cabinet.documents.content(scan.id)
    found = [
        finding for finding in check(cabinet, NOW.date()) if finding.trouble is Trouble.KEPT_FILE_DAMAGED
    ]
    assert [finding.values for finding in found] == [("listina.pdf",)]


def test_files_travel_with_the_register(cabinet: Cabinet, agreement: Agreement, tmp_path: Path):
    scan = kept(cabinet, agreement)
    export_register(cabinet, tmp_path / "all.json", NOW)
    other = Cabinet(open_store(blank_register(tmp_path / "other.kabinet")))
    import_register(other, tmp_path / "all.json")
    assert other.documents.content(scan.id) == SCAN
    other.close()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("JVBERi0xLjcg", "AAAAAAAAAAAA"), "files."),
        (("JVBERi0xLjcg", "JVBE!!!!Ljcg"), "files."),
        (('"files"', '"exported_at": "", "files"'), ""),
    ],
)
def test_bytes_that_do_not_fit_their_digest_are_refused(
    cabinet: Cabinet, agreement: Agreement, tmp_path: Path, change: tuple[str, str], place: str
):
    kept(cabinet, agreement)
    path = tmp_path / "all.json"
    export_register(cabinet, path, NOW)
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(FormatError) as refused:
        import_register(cabinet, path)
    assert refused.value.place.startswith(place)


def test_a_file_entry_without_its_bytes_is_refused(cabinet: Cabinet, agreement: Agreement, tmp_path: Path):
    kept(cabinet, agreement)
    path = tmp_path / "all.json"
    export_register(cabinet, path, NOW)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(',\n "files"')] + "\n}", encoding="utf-8")
    other = Cabinet(open_store(blank_register(tmp_path / "other.kabinet")))
    with pytest.raises(FormatError) as refused:
        import_register(other, path)
    assert (refused.value.place, refused.value.reason) == ("records.document[0].sha256", "file_missing")
    assert other.documents.count() == 0
    other.close()


@pytest.mark.parametrize(
    ("given_name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\listina.pdf", "listina.pdf"),
        ("con.txt", "_con.txt"),
        ("račun\u202efdp.exe", "računfdp.exe"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("  . ", "_"),
        ("š" * 300 + ".pdf", "š" * 116 + ".pdf"),
    ],
)
def test_names_of_files_are_made_safe(given_name: str, clean: str):
    assert clean_file_name(given_name) == clean


@given(st.text())
def test_every_name_becomes_one_that_can_be_written(tmp_path_factory: pytest.TempPathFactory, name: str):
    clean = clean_file_name(name)
    assert clean == clean_file_name(clean)
    assert Path(clean).name == clean
    assert 0 < len(clean) <= 120


def test_programs_are_known_by_their_endings():
    assert is_program("vabilo.PDF.exe")
    assert is_program("slika.SVG")
    assert not is_program("listina.pdf")
