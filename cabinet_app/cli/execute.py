"""`exec`: commands as lines of JSON on standard input, each answered by one line once it is stored."""

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any, Final

from cabinet_app.cli.console import Exit
from cabinet_app.cli.session import Session
from cabinet_app.domain.documents import Document, from_document, to_document
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.errors import (
    Conflict,
    FormatError,
    NothingToUndo,
    RecordError,
    RecordInUse,
    RecordNotFound,
    UndoBlocked,
    UserError,
)
from cabinet_app.exchange.json_text import LARGEST_FILE_MB, parse
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_LONGEST_LINE: Final = LARGEST_FILE_MB << 20
_CODES: Final[tuple[tuple[type[UserError], str], ...]] = (
    (Conflict, "conflict"),
    (RecordNotFound, "not_found"),
    (RecordInUse, "in_use"),
    (NothingToUndo, "nothing_to_undo"),
    (UndoBlocked, "undo_blocked"),
    (FormatError, "invalid"),
    (RecordError, "invalid"),
)
Answer = dict[str, Any]


def execute(session: Session, _options: argparse.Namespace) -> int:
    """Answer every line; what a line does wrong is said in its answer and the next one is read."""
    with session.cabinet(writes=True) as cabinet:
        for line in _lines(sys.stdin.buffer):
            session.console.answer(_answered(line, cabinet, session))
    return Exit.DONE


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines that hold anything; the rest of one that is too long is passed over."""
    while line := stream.readline(_LONGEST_LINE + 1):
        whole = line
        while len(line) > _LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE + 1)
        if whole.strip():
            yield whole


def _answered(line: bytes, cabinet: "Cabinet", session: Session) -> Answer:
    try:
        if len(line) > _LONGEST_LINE:
            raise FormatError("", "too_large", str(LARGEST_FILE_MB))
        command = parse(line)
        if not isinstance(command, dict):
            raise FormatError("", "not_an_object", "[…]" if isinstance(command, list) else str(command)[:60])
        act = _OPERATIONS.get(_text(command, "op"))
        if act is None:
            told = session.t.gettext("There is no operation “{name}”.")
            return _refused("unknown_op", told.format(name=command["op"][:60]))
        return {"ok": True} | act(cabinet, command)
    except UserError as error:
        from cabinet_app.services.register import refusal

        mendable = refusal(error, "data") if isinstance(error, RecordError) else error
        if isinstance(error, FormatError) and error.reason == "dangling_reference":
            error.place = f"data.{error.place}"
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "store")
        return _refused(code, sentence(mendable, session.t))


def _refused(code: str, message: str) -> Answer:
    return {"ok": False, "error": code, "message": message}


def _create(cabinet: "Cabinet", command: Answer) -> Answer:
    kind = _type(command)
    record = from_document(RECORD_TYPES[kind], _data(command), "data")
    stored: Any = cabinet.records(kind).create(record)
    return {"id": stored.record.id, "version": stored.version}


def _get(cabinet: "Cabinet", command: Answer) -> Answer:
    stored: Any = cabinet.records(_type(command)).get(_number(command, "id"))
    return {"data": to_document(stored.record), "version": stored.version}


def _update(cabinet: "Cabinet", command: Answer) -> Answer:
    kind, record_id, version = _type(command), _number(command, "id"), _number(command, "version")
    service = cabinet.records(kind)
    document = _merged(to_document(service.get(record_id).record), _data(command))
    if document.get("id") != record_id:
        raise FormatError("data.id", "not_allowed", str(document.get("id"))[:60])
    stored = service.update(from_document(RECORD_TYPES[kind], document, "data"), version)
    return {"version": stored.version}


def _delete(cabinet: "Cabinet", command: Answer) -> Answer:
    version = _number(command, "version") if "version" in command else None
    cabinet.records(_type(command)).delete(_number(command, "id"), version)
    return {}


def _list(cabinet: "Cabinet", command: Answer) -> Answer:
    service = cabinet.records(_type(command))
    listed: list[Any] = service.stored(service.all_ids())
    return {
        "items": [
            {"id": one.record.id, "version": one.version, "data": to_document(one.record)} for one in listed
        ]
    }


def _undo(cabinet: "Cabinet", _command: Answer) -> Answer:
    return _reverted(cabinet.undo.undo())


def _redo(cabinet: "Cabinet", _command: Answer) -> Answer:
    return _reverted(cabinet.undo.redo())


def _reverted(change: Any) -> Answer:  # noqa: ANN401 a Change; its module loads the store
    label = change.label
    return {"act": label.act.value, "type": label.record_type, "title": to_document(label.headline)}


_OPERATIONS: Final[dict[str, Callable[["Cabinet", Answer], Answer]]] = {
    "create": _create,
    "get": _get,
    "update": _update,
    "delete": _delete,
    "list": _list,
    "undo": _undo,
    "redo": _redo,
}


def _merged(document: Document, patch: Document) -> Document:
    """The document with the patch laid over it: objects are merged, null takes away (RFC 7396)."""
    merged = dict(document)
    for key, value in patch.items():
        before = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict) and isinstance(before, dict):
            merged[key] = _merged(before, value)
        else:
            merged[key] = value
    return merged


def _type(command: Answer) -> str:
    kind = _text(command, "type")
    if kind not in RECORD_TYPES:
        raise FormatError("type", "not_allowed", kind[:60])
    return kind


def _data(command: Answer) -> Document:
    if "data" not in command:
        raise FormatError("data", "missing")
    data = command["data"]
    if not isinstance(data, dict):
        raise FormatError("data", "not_an_object", "[…]" if isinstance(data, list) else str(data)[:60])
    return data


def _text(command: Answer, name: str) -> str:
    if name not in command:
        raise FormatError(name, "missing")
    if not isinstance(command[name], str):
        raise FormatError(name, "not_a_text", "…")
    return str(command[name])


def _number(command: Answer, name: str) -> int:
    if name not in command:
        raise FormatError(name, "missing")
    number = command[name]
    if not isinstance(number, int) or isinstance(number, bool):
        raise FormatError(
            name, "not_a_whole_number", str(number)[:60] if isinstance(number, float | str) else "…"
        )
    if not 0 <= number < 2**53:
        raise FormatError(name, "out_of_range", str(number)[:60])
    return number
