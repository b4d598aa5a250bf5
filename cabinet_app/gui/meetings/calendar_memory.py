"""The calendar's filter as text, for the settings and for the window that takes over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cabinet_app.domain.calendar_filter import EVERYTHING, CalendarFilter
from cabinet_app.domain.meetings import MeetingKind


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody chose to see."""

    filter: CalendarFilter = EVERYTHING
    countries: tuple[str, ...] = ()


def filter_words(kept: Kept) -> dict[str, str]:
    """The choice as words; what was not chosen is left out."""
    wanted = kept.filter
    words = {
        "bodies": ",".join(str(body) for body in sorted(wanted.bodies)),
        "kinds": ",".join(sorted(wanted.kinds)),
        "person": str(wanted.person_id or ""),
        "holidays": ",".join(kept.countries),
    }
    return {key: value for key, value in words.items() if value}


def read_kept(words: str | Mapping[str, str]) -> Kept:
    """The choice as it was written; what is not understood is left out."""
    values: Any = words
    if isinstance(words, str):
        try:
            values = json.loads(words or "{}")
        except ValueError:
            return Kept()
    if not isinstance(values, Mapping):
        return Kept()
    person = str(values.get("person", ""))
    known = {kind.value: kind for kind in MeetingKind}
    return Kept(
        CalendarFilter(
            bodies=frozenset(int(body) for body in _parts(values, "bodies") if body.isdecimal()),
            kinds=frozenset(known[kind] for kind in _parts(values, "kinds") if kind in known),
            person_id=int(person) if person.isdecimal() else None,
        ),
        tuple(_parts(values, "holidays")),
    )


def _parts(values: Mapping[str, Any], key: str) -> list[str]:
    return [part for part in str(values.get(key, "")).split(",") if part]
