"""Copies of records are independent of what they were made from."""

import copy
from dataclasses import dataclass, field
from datetime import date

from cabinet_app.domain.copying import copied
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, Delegation, Visit


@dataclass
class Noted:
    notes: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sealed:
    days: list[date]


def test_a_copy_equals_its_original_and_shares_no_row_with_it():
    visit = Visit(
        id=7,
        title=LocalizedText(sl="Obisk"),
        delegations=[Delegation(delegates=[Delegate(id=3)])],
    )
    other = copied(visit)

    assert other == visit == copy.deepcopy(visit)
    other.delegations[0].delegates.append(Delegate(id=4))
    other.delegations[0].delegates[0].id = 5
    assert [row.id for row in visit.delegations[0].delegates] == [3]
    assert other.title is visit.title


def test_what_may_change_inside_a_value_is_copied_too():
    noted, sealed = Noted({"a": [1]}), Sealed([date(2026, 1, 2)])
    copied(noted).notes["a"].append(2)
    copied(sealed).days.append(date(2026, 1, 3))

    assert noted == Noted({"a": [1]})
    assert sealed == Sealed([date(2026, 1, 2)])
