"""Medians of repeated work and the table in which they stand beside their anchor and goal."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Work = Callable[[], object]


def cpu(work: Work, repeats: int = 9, warm: int = 1) -> float:
    """Median CPU time of `work` in milliseconds; the first runs fill caches and are not counted."""
    return _median(work, repeats, warm, time.process_time)


def wall(work: Work, repeats: int = 9, warm: int = 1) -> float:
    """Median of the time that passes, for work that waits for the disk."""
    return _median(work, repeats, warm, time.perf_counter)


def _median(work: Work, repeats: int, warm: int, clock: Callable[[], float]) -> float:
    for _ in range(warm):
        work()
    taken = []
    for _ in range(repeats):
        started = clock()
        work()
        taken.append(clock() - started)
    return 1000 * statistics.median(taken)


@dataclass(slots=True)
class Table:
    """Figures against an anchor in milliseconds, measured in the same call."""

    title: str
    anchor_name: str
    anchor: float
    _lines: list[tuple[str, float, str]] = field(default_factory=list)

    def add(self, what: str, milliseconds: float, goal: float | str = "") -> None:
        """One line; a goal is either a number of milliseconds or words of its own."""
        words = f"goal {goal:g} ms" if isinstance(goal, int | float) else goal
        if isinstance(goal, int | float) and milliseconds > goal:
            words += "  missed"
        self._lines.append((what, milliseconds, words))

    def add_all(self, works: Iterable[tuple[str, Work]], goal: float | str = "", repeats: int = 9) -> None:
        """A line of CPU time for each work."""
        for what, work in works:
            self.add(what, cpu(work, repeats), goal)

    def show(self) -> None:
        """Print it."""
        print(self.title)
        for what, taken, goal in [(f"anchor: {self.anchor_name}", self.anchor, ""), *self._lines]:
            print(f"  {what:<58}{taken:9.2f} ms {taken / self.anchor:8.2f}×  {goal}".rstrip())
