"""What libical, an engine that shares nothing with ours, reads in a calendar; LIBRARY is None without it."""

import ctypes
import ctypes.util
from datetime import UTC, datetime
from typing import Any

_VEVENT = 4


class _Span(ctypes.Structure):
    _fields_ = (("start", ctypes.c_int64), ("end", ctypes.c_int64), ("is_busy", ctypes.c_int))


class _Time(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


_CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


def _library() -> Any:
    name = ctypes.util.find_library("ical")
    if name is None:
        return None
    found = ctypes.CDLL(name)
    for function in ("icalparser_parse_string", "icalcomponent_get_first_component"):
        getattr(found, function).restype = ctypes.c_void_p
    found.icalcomponent_get_next_component.restype = ctypes.c_void_p
    found.icaltime_from_string.restype = _Time
    return found


LIBRARY = _library()


def count_errors(data: bytes) -> int:
    """How many faults libical finds in the file."""
    root = ctypes.c_void_p(LIBRARY.icalparser_parse_string(data))
    return int(LIBRARY.icalcomponent_count_errors(root))


def starts(data: bytes, first: str, last: str) -> list[datetime]:
    """The starts of all events between two moments in UTC, `20260101T000000Z`; whole days as if in UTC."""
    root = ctypes.c_void_p(LIBRARY.icalparser_parse_string(data))
    found: list[datetime] = []

    def note(_component: object, span: Any, _data: object) -> None:
        found.append(datetime.fromtimestamp(span.contents.start, UTC).replace(tzinfo=None))

    callback = _CALLBACK(note)
    begin, end = (LIBRARY.icaltime_from_string(text.encode()) for text in (first, last))
    component = LIBRARY.icalcomponent_get_first_component(root, _VEVENT)
    while component:
        LIBRARY.icalcomponent_foreach_recurrence(ctypes.c_void_p(component), begin, end, callback, None)
        component = LIBRARY.icalcomponent_get_next_component(root, _VEVENT)
    return sorted(found)
