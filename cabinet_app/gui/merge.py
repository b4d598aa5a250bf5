"""Two people changed one record: what goes together is put together, the rest is named."""

import copy
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Merged(Generic[D]):
    """The record with both changes; `clashes` are the fields changed by both, which hold our value."""

    record: D
    clashes: tuple[str, ...]


def merge(base: D, mine: D, theirs: D) -> Merged[D]:
    """Put my changes since `base` onto the stored record `theirs`, field by field."""
    record: Any = copy.deepcopy(theirs)
    clashes: list[str] = []
    for item in fields(record):
        before, ours, stored = (getattr(version, item.name) for version in (base, mine, theirs))
        if ours == before:
            continue
        if stored not in (before, ours):
            clashes.append(item.name)
        setattr(record, item.name, copy.deepcopy(ours))
    return Merged(record, tuple(clashes))
