"""Content lines of iCalendar: escaped, folded, and joined as every reader expects them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final

_LONGEST: Final = 75
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def text_line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """A property whose value is a text; empty for an empty text."""
    plain = "".join(sign for sign in value.replace("\r\n", "\n") if sign >= " " or sign == "\n")
    return raw_line(name, plain.translate(_ESCAPES), parameters) if plain else ""


def raw_line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """A property whose value is written as it is."""
    quoted = "".join(f";{key}={_parameter(text)}" for key, text in (parameters or {}).items())
    return f"{name}{quoted}:{value}"


def list_line(name: str, values: Iterable[str]) -> str:
    """A property that is a list of texts."""
    found = [value.translate(_ESCAPES) for value in values if value]
    return f"{name}:{','.join(found)}" if found else ""


def moment_line(name: str, wall: datetime, zone: str, *, all_day: bool) -> str:
    """A day, a moment in UTC, or one by the wall clock of a zone that the file explains."""
    return moments_line(name, [wall], zone, all_day=all_day)


def moments_line(name: str, walls: Iterable[datetime], zone: str, *, all_day: bool) -> str:
    """The same for several."""
    if all_day:
        return f"{name};VALUE=DATE:{','.join(day_text(wall) for wall in walls)}"
    if zone == "UTC":
        return f"{name}:{','.join(f'{clock_text(wall)}Z' for wall in walls)}"
    return f"{name};TZID={zone}:{','.join(clock_text(wall) for wall in walls)}"


def day_text(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def clock_text(wall: datetime) -> str:
    return f"{wall.year:04}{wall:%m%dT%H%M%S}"


def to_bytes(lines: Iterable[str]) -> bytes:
    """The lines of a file: folded at 75 octets, never within a letter, ended by CR and LF."""
    return b"".join(_folded(line) for line in lines if line)


def _folded(line: str) -> bytes:
    data = line.encode("utf-8", "replace")
    if len(data) <= _LONGEST:
        return data + b"\r\n"
    parts: list[bytes] = []
    room = _LONGEST
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # noqa: PLR2004 the later bytes of a letter begin with the bits 10
            cut -= 1
        parts.append(data[:cut])
        data, room = data[cut:], _LONGEST - 1
    parts.append(data)
    return b"\r\n ".join(parts) + b"\r\n"


def _parameter(value: str) -> str:
    plain = "".join(sign for sign in value if sign >= " " and sign != '"')
    return f'"{plain}"' if any(sign in plain for sign in ":;,") else plain
