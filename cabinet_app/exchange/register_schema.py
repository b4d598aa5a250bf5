"""The JSON Schema of the register file, made from the records themselves (draft 2020-12)."""

import inspect
import re
from enum import StrEnum
from typing import Any, Final

from cabinet_app.domain.documents import MOMENT_PATTERNS, FieldType, bounds, field_types
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.exchange.register import FORMAT, VERSION

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_POINT: Final = "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[0-9]{3}X)[?~%]?"
_EDTF: Final = f"^({_POINT}(/{_POINT})?)?$"
# What the names and types of fields do not say; the rest is told by the descriptions of their records.
_FIELDS: Final = {
    "id": "Unique among the entries of its kind; 0 or left out in a part lets the register give one.",
    "edtf": "EDTF: 2008, 1975-10, 2008-07-25, 195X, with ~ ? or % behind, or first/last; empty if unknown.",
    "wording": "The date in the words of its source.",
    "country": "ISO 3166-1 alpha-2 code.",
    "countries": "ISO 3166 codes.",
    "languages": "ISO 639-1 codes.",
    "zone": "IANA time zone.",
    "uid": "The iCalendar UID.",
    "sequence": "The iCalendar SEQUENCE.",
    "replaces_id": "The meeting that was moved to this one.",
    "starts_at": "Wall-clock time at the place.",
    "ends_at": "Wall-clock time at the place.",
    "day": "The calendar day.",
    "preferred_weekday": "0 is Monday.",
    "recess_months": "1 to 12.",
    "sl": "In Slovenian.",
    "de": "In German.",
    "en": "In English.",
}


def register_schema() -> Schema:
    """The schema; what it refuses the program refuses too, and nearly the other way round.

    Only the program sees that an id is given twice, that a reference leads nowhere or that a rule of the
    product is broken.
    """
    definitions: Schema = {}
    records = {
        name: {"type": "array", "items": {"allOf": [_reference(kind, definitions), {"required": ["id"]}]}}
        for name, kind in RECORD_TYPES.items()
    }
    for name, kind in RECORD_TYPES.items():
        records[name]["description"] = _description(kind)
    return {
        "$schema": _DIALECT,
        "title": "Register of Kabinet",
        "description": "Everything that a cabinet keeps in Kabinet, as it exports and imports it.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION, "type": "integer"},
            "exported_at": {"type": "string", "description": "When the file was written."},
            "records": {"type": "object", "properties": records, "additionalProperties": False},
            "files": {
                "type": "object",
                "description": "The files that are kept, in base64, by the SHA-256 of their bytes.",
                "additionalProperties": {"type": "string", "contentEncoding": "base64"},
            },
        },
        "required": ["format", "version", "records"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(kind: type[Any], definitions: Schema) -> Schema:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type[Any], definitions: Schema) -> Schema:
    fields = field_types(kind)
    schema: Schema = {
        "description": _description(kind),
        "type": "object",
        "properties": {field.name: _field(field, definitions) for field in fields},
        "additionalProperties": False,
    }
    required = [field.name for field in fields if field.required]
    if required:
        schema["required"] = required
    return schema


def _field(field: FieldType, definitions: Schema) -> Schema:
    one = _value(field, definitions)
    schema: Schema = {"type": "array", "items": one} if field.is_list else one
    if field.optional:
        schema = {"anyOf": [schema, {"type": "null"}]}
    if field.reference:
        schema["description"] = f"The id of an entry of “{field.reference}”."
    elif field.name in _FIELDS:
        schema["description"] = _FIELDS[field.name]
    return schema


def _value(field: FieldType, definitions: Schema) -> Schema:
    if field.is_record:
        return _reference(field.base, definitions)
    if field.base in MOMENT_PATTERNS:
        return {"type": "string", "pattern": MOMENT_PATTERNS[field.base]}
    if issubclass(field.base, StrEnum):
        return {"enum": [member.value for member in field.base]}
    if field.base is bool:
        return {"type": "boolean"}
    if field.base is str:
        return {"type": "string"} | ({"pattern": _EDTF} if field.name == "edtf" else {})
    least, greatest = bounds(field)
    return {"type": "integer" if field.base is int else "number", "minimum": least, "maximum": greatest}


def _description(kind: type[Any]) -> str:
    """The docstring of a record on one line, without the marks of code."""
    text = inspect.getdoc(kind) or ""
    return re.sub(r"\s+", " ", text).replace("`", "").strip()
