"""JSON from outside, read strictly: limits before parsing, and a reason with its place for every refusal."""

import json
from pathlib import Path
from typing import Any, Final

from cabinet_app.errors import FileNotReadable, FormatError, IsAFolder

LARGEST_FILE_MB: Final = 20
_MEGABYTE: Final = 1 << 20


def read_bytes(path: Path, largest_mb: int = LARGEST_FILE_MB) -> bytes:
    """The bytes of a file of at most `largest_mb` megabytes.

    Raises:
        FileNotReadable, IsAFolder, FormatError
    """
    try:
        if path.is_dir():
            raise IsAFolder(str(path))
        if path.stat().st_size > largest_mb * _MEGABYTE:
            raise FormatError("", "too_large", str(largest_mb))
        with path.open("rb") as file:
            data = file.read(largest_mb * _MEGABYTE + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero character in the name
        raise FileNotReadable(str(path), getattr(error, "strerror", None) or str(error)) from error
    if len(data) > largest_mb * _MEGABYTE:
        raise FormatError("", "too_large", str(largest_mb))
    return data


def parse(data: bytes | str) -> Any:  # noqa: ANN401 any JSON value
    """The value of a JSON text; no key twice, no endless nesting. NaN passes: no field of ours takes it.

    Raises:
        FormatError: `not_utf8`, `not_json`, `too_deep`, `duplicate_key`
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError("", "not_utf8", str(error.start)) from error
    doubled: list[_Doubled] = []
    try:
        value = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, doubled))
    except json.JSONDecodeError as error:
        raise FormatError("", "not_json", str(error.lineno)) from error
    except RecursionError as error:
        raise FormatError("", "too_deep") from error
    except ValueError as error:  # a figure of thousands of digits
        raise FormatError("", "not_json", "?") from error
    if doubled:
        raise FormatError(_place_of(doubled[0], value), "duplicate_key", doubled[0].key)
    return value


class _Doubled(dict[str, Any]):
    """An object in which a key stands twice."""

    key: str = ""


def _object(pairs: list[tuple[str, Any]], doubled: list[_Doubled]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    faulty = _Doubled(found)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            faulty.key = key
            break
        seen.add(key)
    doubled.append(faulty)
    return faulty


def _place_of(wanted: object, value: Any) -> str:  # noqa: ANN401 any JSON value
    """Where an object stands in a value, as `records.visit[2]`; empty at the top or if it was overwritten."""
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        place, here = waiting.pop()
        if here is wanted:
            return place
        if isinstance(here, dict):
            waiting += [(f"{place}.{key[:60]}" if place else key[:60], item) for key, item in here.items()]
        elif isinstance(here, list):
            waiting += [(f"{place}[{index}]", item) for index, item in enumerate(here)]
    return ""
