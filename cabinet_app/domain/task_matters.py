"""Open matters: what somebody has to do until a day, whatever kind of record says so, in groups by holder."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cabinet_app.domain.task_days import is_overdue
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.domain.texts import LocalizedText


class MatterKind(StrEnum):
    """Where a matter stands: a record of its own, or a decision in the minutes of a meeting."""

    TASK = "task"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has to do it: a person of the register by `person_id`, anybody else by name, nobody if empty.

    `sort_text` is what the holder stands under in the alphabet: a person's family name.
    """

    name: str = ""
    person_id: int | None = None
    sort_text: str = ""

    @property
    def is_nobody(self) -> bool:
        return not self.name


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """`subject` names the visit, meeting, agreement, project or town that it belongs to.

    `id` is that of the task or of the decision.
    """

    id: int
    text: LocalizedText
    status: TaskStatus = TaskStatus.NEEDS_ACTION
    holder: Holder = field(default_factory=Holder)
    due_on: date | None = None
    done_on: date | None = None
    subject: LocalizedText = field(default_factory=LocalizedText)
    kind: MatterKind = MatterKind.TASK

    def is_overdue(self, today: date) -> bool:
        return is_overdue(self.status, self.due_on, today)


@dataclass(frozen=True, slots=True)
class HolderMatters:
    """What one holder has to do, the most urgent first, and what was done."""

    holder: Holder
    open: tuple[OpenMatter, ...]
    done: tuple[OpenMatter, ...] = ()


def by_holder(matters: Iterable[OpenMatter], order: Callable[[str], str]) -> tuple[HolderMatters, ...]:
    """Matters in groups by holder, these in the alphabet that `order` gives keys for; nobody's come last.

    What is open stands by its day, so that the overdue comes first and what has no day last; what is done by
    the day it was done.
    """
    groups: dict[str, list[OpenMatter]] = {}
    holders: dict[str, Holder] = {}
    for matter in matters:
        groups.setdefault(matter.holder.name, []).append(matter)
        holders.setdefault(matter.holder.name, matter.holder)
    names = sorted(groups, key=lambda name: (not name, order(holders[name].sort_text or name)))
    return tuple(
        HolderMatters(
            holders[name],
            tuple(sorted((one for one in groups[name] if one.status.is_open), key=_urgency)),
            tuple(sorted((one for one in groups[name] if not one.status.is_open), key=_completion)),
        )
        for name in names
    )


def _urgency(matter: OpenMatter) -> tuple[date, int]:
    return matter.due_on or date.max, matter.id


def _completion(matter: OpenMatter) -> tuple[date, int]:
    return matter.done_on or date.max, matter.id
