"""Records as plain JSON documents and back: the one form of the register file, of the journal and of scripts.

A document leaves out only what is empty by default: no text, no day, no rows. Dates and times are ISO 8601,
enumerations their values, texts in three languages objects with `sl`, `de`, `en`.
"""

import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from cabinet_app.domain.references import Part, Private, Ref
from cabinet_app.errors import FormatError, ValueRejected

Document = dict[str, Any]
R = TypeVar("R")
_MOMENTS: dict[type[Any], Callable[[str], Any]] = {
    date: date.fromisoformat,
    time: time.fromisoformat,
    datetime: datetime.fromisoformat,
}
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_HOUR = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?"
# How moments are written; Python reads further forms of ISO 8601 that few others know.
MOMENT_PATTERNS: dict[type[Any], str] = {
    date: f"^{_DAY}$",
    time: f"^{_HOUR}$",
    datetime: f"^{_DAY}[T ]{_HOUR}$",
}
# Record ids stay exact in every JSON reader; other whole numbers fit a column of every database.
GREATEST_ID = 2**53 - 1
GREATEST_NUMBER = 2**31 - 1
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LONGEST_EXCERPT = 60


class FieldType:
    """What a field may hold: `base` is the innermost type, `reference` the type of record it points to.

    `is_part` fields hold ids of parts of records, `is_private` ones are never searched.
    """

    __slots__ = (
        "base",
        "default",
        "is_list",
        "is_part",
        "is_private",
        "name",
        "optional",
        "reference",
        "required",
    )

    def __init__(self, field: Field[Any], hint: Any) -> None:
        self.name = field.name
        self.required = field.default is MISSING and field.default_factory is MISSING
        self.default = field.default_factory() if field.default_factory is not MISSING else field.default
        arms = [arm for arm in get_args(hint) if arm is not type(None)]
        self.optional = get_origin(hint) in {Union, types.UnionType} and len(arms) < len(get_args(hint))
        inner = arms[0] if self.optional else hint
        self.is_list = get_origin(inner) is list
        inner = get_args(inner)[0] if self.is_list else inner
        mark: object = None
        if get_origin(inner) is Annotated:
            inner, mark = get_args(inner)
        self.reference = mark.record_type if isinstance(mark, Ref) else ""
        self.is_part = isinstance(mark, Part)
        self.is_private = isinstance(mark, Private)
        self.base: type[Any] = inner

    @property
    def is_record(self) -> bool:
        """Whether it holds records or value objects with fields of their own."""
        return is_dataclass(self.base)


_FIELD_TYPES: dict[type[Any], tuple[FieldType, ...]] = {}


def field_types(kind: type[Any]) -> tuple[FieldType, ...]:
    """The fields of a record or value object in their order; read once for each type."""
    known = _FIELD_TYPES.get(kind)
    if known is None:
        hints = get_type_hints(kind, include_extras=True)
        known = tuple(FieldType(field, hints[field.name]) for field in fields(kind))
        _FIELD_TYPES[kind] = known
    return known


def to_document(record: Any) -> Document:
    """The record as plain JSON values."""
    document: Document = {}
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if field.required or value != field.default or not (field.is_part or _is_empty(value)):
            document[field.name] = _plain(value)
    return document


def from_document(kind: type[R], document: object, place: str = "") -> R:
    """The record that a document describes.

    Raises:
        FormatError: with the place of the first unknown or missing key, or value that does not fit.
    """
    if not isinstance(document, dict):
        raise FormatError(place, "not_an_object", _excerpt(document))
    known = {field.name: field for field in field_types(kind)}
    for key in document:
        if key not in known:
            raise FormatError(_below(place, _excerpt(key)), "unknown_key", _excerpt(key))
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name in document:
            values[name] = _read(field, document[name], _below(place, name))
        elif field.required:
            raise FormatError(_below(place, name), "missing")
    try:
        return kind(**values)
    except ValueRejected as error:
        raise FormatError(_below(place, error.field), "not_allowed", error.value) from error


def references(record: Any, place: str = "") -> Iterator[tuple[str, str, int]]:
    """Every reference the record holds: (place, record type, id)."""
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        here = _below(place, field.name)
        if field.reference and value is not None:
            yield here, field.reference, value
        elif field.is_list and field.is_record:
            for index, child in enumerate(value):
                yield from references(child, f"{here}[{index}]")


def parts_named(record: Any) -> Iterator[int]:
    """The ids by which the record names parts, of itself or of others."""
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if field.is_part:
            yield from (part for part in (value if field.is_list else [value]) if part)
        elif field.is_list and field.is_record:
            for child in value:
                yield from parts_named(child)


def follow_parts(record: Any, renamed: Mapping[int, int]) -> None:
    """Let every field that names a part by its id name it by the id the part has now."""
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if field.is_part and field.is_list:
            setattr(record, field.name, [renamed.get(part, part) for part in value])
        elif field.is_part:
            setattr(record, field.name, renamed.get(value, value))
        elif field.is_list and field.is_record:
            for child in value:
                follow_parts(child, renamed)


def unstorable(record: Any, place: str = "") -> str:
    """The place of the first text that no file can hold, such as half a surrogate pair; else empty."""
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        here = _below(place, field.name)
        for index, item in enumerate(value if field.is_list else (value,)):
            below = f"{here}[{index}]" if field.is_list else here
            if isinstance(item, str):
                found = "" if _is_storable(item) else below
            else:
                found = unstorable(item, below) if is_dataclass(item) else ""
            if found:
                return found
    return ""


def _is_empty(value: object) -> bool:
    if is_dataclass(value):
        return all(not getattr(value, field.name) for field in fields(value))
    return value is None or value in ("", [])


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return to_document(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value


def _read(field: FieldType, value: object, place: str) -> object:
    if value is None and field.optional:
        return None
    if not field.is_list:
        return _read_one(field, value, place)
    if not isinstance(value, list):
        raise FormatError(place, "not_a_list", _excerpt(value))
    return [_read_one(field, item, f"{place}[{index}]") for index, item in enumerate(value)]


def _read_one(field: FieldType, value: object, place: str) -> object:
    if field.is_record:
        return from_document(field.base, value, place)
    if field.base in _MOMENTS:
        return _read_moment(field.base, value, place)
    if issubclass(field.base, StrEnum):
        if not isinstance(value, str) or value not in {member.value for member in field.base}:
            raise FormatError(place, "not_allowed", _excerpt(value))
        return field.base(value)
    if field.base in {int, float}:
        return _read_number(field, value, place)
    if type(value) is not field.base:
        raise FormatError(place, "not_a_text" if field.base is str else "not_a_yes_or_no", _excerpt(value))
    if isinstance(value, str) and not _is_storable(value):
        raise FormatError(place, "not_storable", "")
    return value


def _read_number(field: FieldType, value: object, place: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise FormatError(place, "not_a_number", _excerpt(value))
    if field.base is int and not isinstance(value, int):
        raise FormatError(place, "not_a_whole_number", _excerpt(value))
    least, greatest = bounds(field)
    if not least <= value <= greatest:  # which NaN never is
        raise FormatError(place, "out_of_range", _excerpt(value))
    return value if field.base is int else float(value)


def bounds(field: FieldType) -> tuple[float, float]:
    """The least and the greatest number that the field holds, whatever the rules of its noun say beyond."""
    if field.reference:
        return 1, GREATEST_ID
    if field.name == "id" or field.is_part:
        return 0, GREATEST_ID
    if field.base is int:
        return -GREATEST_NUMBER, GREATEST_NUMBER
    return -float(GREATEST_ID), float(GREATEST_ID)


def _read_moment(kind: type[Any], value: object, place: str) -> object:
    try:
        if isinstance(value, str) and re.fullmatch(MOMENT_PATTERNS[kind], value, re.ASCII):
            return _MOMENTS[kind](value)
    except ValueError:
        pass
    raise FormatError(
        place, {date: "not_a_date", time: "not_a_time", datetime: "not_a_moment"}[kind], _excerpt(value)
    )


def _is_storable(text: str) -> bool:
    """Half a surrogate pair cannot be written to any file, nor a zero character to every database."""
    return not _UNSTORABLE.search(text)


def _below(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _excerpt(value: object) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value)
    return text if len(text) <= _LONGEST_EXCERPT else f"{text[: _LONGEST_EXCERPT - 1]}…"
