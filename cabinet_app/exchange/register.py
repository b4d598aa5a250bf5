"""The register as one JSON file: everything that is stored, to be read by people, programs and ourselves.

{"format": "kabinet-register", "version": 1, "exported_at": "…", "records": {"place": [{…}, …], …},
 "files": {"sha256 of the bytes": "the bytes in base64", …}}
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from cabinet_app.domain.documents import field_types, from_document, to_document
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.errors import FormatError
from cabinet_app.exchange.files import write_whole
from cabinet_app.exchange.json_text import parse, read_bytes
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.register import Incoming, Intake, Register

FORMAT: Final = "kabinet-register"
VERSION: Final = 1
# With the files that a register keeps it may well be larger than other files that come in.
LARGEST_MB: Final = 1024
_KEYS: Final = ("format", "version", "exported_at", "records", "files")


def export_register(cabinet: Cabinet, path: Path, now: datetime) -> int:
    """Write every record into a file that only its owner can read; answers how many.

    Raises:
        FileNotWritable, IsAFolder: nothing was written; a file that lay there is as it was.
    """
    register = Register(cabinet)
    records = register.everything()
    write_whole(path, to_text(records, now, dict(register.contents())).encode())
    return sum(len(of_type) for of_type in records.values())


def import_register(cabinet: Cabinet, path: Path, *, only_try: bool = False) -> Intake:
    """Take in every record of a file in one step; records are matched by their ids.

    Raises:
        UserError: with the file, the place in it and the reason; nothing was changed.
    """
    try:
        document = parse(read_bytes(path, LARGEST_MB))
        incoming = _incoming(document)
        return Register(cabinet).take_in(incoming, _files(document), only_try=only_try)
    except FormatError as error:
        error.file = str(path)
        raise


def to_text(
    records: Mapping[str, Sequence[Any]], now: datetime, files: Mapping[str, bytes] | None = None
) -> str:
    """The text of a register file; `files` are the bytes of the files that are kept, by digest."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(timespec="seconds"),
        "records": {name: [to_document(record) for record in of_type] for name, of_type in records.items()},
    }
    if files:
        document["files"] = {digest: base64.b64encode(content).decode() for digest, content in files.items()}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read_register(data: bytes) -> list[Incoming]:
    """The records of a register file with their places in it.

    Raises:
        FormatError: for the first thing that does not follow the format.
    """
    return _incoming(parse(data))


def _incoming(document: object) -> list[Incoming]:
    records = _records_of(document)
    found: list[Incoming] = []
    for name, documents in records.items():
        place = f"records.{name}"
        if name not in RECORD_TYPES:
            raise FormatError(place[:80], "unknown_key", name[:60])
        if not isinstance(documents, list):
            raise FormatError(
                place, "not_a_list", "{…}" if isinstance(documents, dict) else str(documents)[:60]
            )
        for index, one in enumerate(documents):
            here = f"{place}[{index}]"
            found.append(Incoming(name, _record(RECORD_TYPES[name], one, here), here))
    _check_ids(found)
    return found


def _records_of(document: object) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise FormatError("", "wrong_format")
    if document.get("format") != FORMAT:
        raise FormatError("format", "wrong_format")
    version = document.get("version")
    if version != VERSION or isinstance(version, bool):
        shown = str(version) if isinstance(version, int | str | None) else "?"
        raise FormatError("version", "wrong_version", shown[:20])
    for key in document:
        if key not in _KEYS:
            raise FormatError(key[:60], "unknown_key", key[:60])
    if not isinstance(document.get("exported_at", ""), str):
        raise FormatError("exported_at", "not_a_text", "?")
    if "records" not in document:
        raise FormatError("records", "missing")
    if not isinstance(document["records"], dict):
        raise FormatError("records", "not_an_object", "?")
    return document["records"]


def _files(document: object) -> dict[str, bytes]:
    """The bytes of the files, each proved by its digest."""
    files = document.get("files", {}) if isinstance(document, dict) else {}
    if not isinstance(files, dict):
        raise FormatError("files", "not_an_object", "?")
    return {str(digest): _content(str(digest), text) for digest, text in files.items()}


def _content(digest: str, text: object) -> bytes:
    place = f"files.{digest[:64]}"
    if not isinstance(text, str):
        raise FormatError(place, "not_a_text", "?")
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise FormatError(place, "wrong_content", "") from error
    if sha256(content).hexdigest() != digest:
        raise FormatError(place, "wrong_content", "")
    return content


def _record(kind: type[Any], document: object, place: str) -> Any:  # noqa: ANN401 a record of any type
    record = from_document(kind, document, place)
    if not record.id:
        raise FormatError(f"{place}.id", "missing")
    return record


def _check_ids(found: Iterable[Incoming]) -> None:
    seen: set[tuple[type[Any], int]] = set()
    for one in found:
        _check_ids_below(one.record, one.place, RECORD_TYPES[one.record_type], seen)


def _check_ids_below(record: Any, place: str, kind: Any, seen: set[tuple[Any, int]]) -> None:  # noqa: ANN401 any part
    """Parts of one kind share a numbering with those at the same place of other records."""
    if record.id:
        if (kind, record.id) in seen:
            raise FormatError(f"{place}.id", "duplicate_id", str(record.id))
        seen.add((kind, record.id))
    for field in field_types(type(record)):
        if field.is_list and field.is_record:
            for index, part in enumerate(getattr(record, field.name)):
                _check_ids_below(part, f"{place}.{field.name}[{index}]", (kind, field.name), seen)
