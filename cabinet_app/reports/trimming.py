"""Papers of a fixed length: parts give up their last points, the least important first, until all fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cabinet_app.reports.flow import Band

_ELLIPSIS: Final = "\u00a0…"


@dataclass(slots=True)
class Part:
    """A heading with its points; `weight` says how important they are, the lowest goes first.

    The first `least` points stay as long as any part has more than its least. `more(count)` makes the band
    that says how many points were left out.
    """

    heading: Band
    points: list[list[Band]]
    weight: int
    least: int = 1
    lead: list[Band] = field(default_factory=list)
    left_out: int = 0

    def bands(self, more: Callable[[int], Band]) -> list[Band]:
        """What is printed of it; nothing where nothing is left."""
        if not self.points and not self.lead:
            return []
        shown = [self.heading, *self.lead, *(band for point in self.points for band in point)]
        return [*shown, more(self.left_out)] if self.left_out else shown


def trimmed(parts: Sequence[Part], fits: Callable[[], bool]) -> None:
    """Take points away until `fits()`; when all parts are at their least, whole parts go."""
    for keeps_least in (True, False):
        while not fits():
            candidates = [part for part in parts if len(part.points) > (part.least if keeps_least else 0)]
            if not candidates:
                break
            victim = min(candidates, key=lambda part: part.weight)
            victim.points.pop()
            victim.left_out += 1


def clipped(text: str, longest: int) -> str:
    """The text up to the last whole word that fits into `longest` letters, an ellipsis where it was cut."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    head = flat[:longest].rpartition(" ")[0] or flat[:longest]
    return head.rstrip(" ,;:·–-") + _ELLIPSIS
