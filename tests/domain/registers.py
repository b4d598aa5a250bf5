"""Records made up at random, with every field and every part, for properties that hold of all of them."""

from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from cabinet_app.domain.documents import FieldType, field_types
from cabinet_app.domain.vague_dates import VagueDate

_SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_TEXTS = st.text(_SIGNS, max_size=12) | st.sampled_from(["Žiri", "=cmd", "<b>x</b>", "a\nb", "🙂", "\u202ex"])
_EDTF = st.sampled_from(["", "2008", "1975-10", "2008-07-25", "195X", "2022-12~", "2022-01-10/2022-01-16"])
_PLAIN: dict[type[Any], st.SearchStrategy[Any]] = {
    str: _TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 12),
    float: st.floats(-180, 180, allow_nan=False),
    date: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    time: st.times().map(lambda moment: moment.replace(microsecond=0)),
    datetime: st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
}
# What hard rules demand of a value alone; what they demand of several is left to chance.
_WITHIN_RULES: dict[str, st.SearchStrategy[Any]] = {
    "zone": st.sampled_from(["", "Europe/Ljubljana", "Asia/Shanghai"]),
    "recess_months": st.integers(1, 12),
    "preferred_weekday": st.integers(0, 6),
    "preferred_nth": st.integers(-1, 5),
    "gap_days": st.integers(1, 60),
    "present": st.integers(36, 40),
    "due_month": st.integers(1, 12),
    "due_day": st.integers(1, 31),
    "sha256": st.just(""),
    "party_count": st.integers(2, 30),
}


def records(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Records or value objects of a kind; they have no ids and refer to nothing."""
    if kind is VagueDate:
        return st.builds(VagueDate, _EDTF, _TEXTS)
    return st.builds(kind, **{field.name: _values(field) for field in field_types(kind)})


def _values(field: FieldType) -> st.SearchStrategy[Any]:
    if field.name == "id":
        return st.just(0)
    if field.reference:
        return st.none()
    one = _WITHIN_RULES[field.name] if field.name in _WITHIN_RULES else _one(field)
    if field.is_list:
        return st.lists(one, max_size=2)
    return st.none() | one if field.optional else one


def _one(field: FieldType) -> st.SearchStrategy[Any]:
    if is_dataclass(field.base):
        return records(field.base)
    if issubclass(field.base, StrEnum):
        return st.sampled_from(list(field.base))
    return _PLAIN[field.base]
