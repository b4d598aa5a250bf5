"""Who or what is wanted in two places at once: pure logic of half-open intervals over claims."""

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from heapq import heappop, heappush


class ClashKind(StrEnum):
    """What is wanted twice; TRAVEL is a person who would have to be in two towns."""

    TRAVEL = "travel"
    PERSON = "person"
    ROOM = "room"
    GROUP = "group"
    CAR = "car"


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody or something that an entry needs for itself; `key` is an id, or a name where there is none.

    `name` is the name as it was written.
    """

    kind: ClashKind
    key: Hashable
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that takes its time from `start` up to `end`, which it no longer has, by the house's clock.

    `part_id` tells the items of one visit from each other, and those from its bookings, which count below 0;
    `town` is where it takes place, None if that is not known or nowhere, `is_away` says that its people are
    on a journey. What `is_hold` only keeps somebody free for its own visit, as does what `is_booking`, which
    is not to be booked twice. Of what `is_open` nobody said when it ends; `note` says why a clash may be.
    """

    record_type: str
    record_id: int
    start: datetime
    end: datetime
    claims: tuple[Claim, ...]
    part_id: int = 0
    town: int | None = None
    is_away: bool = False
    is_hold: bool = False
    is_booking: bool = False
    is_open: bool = False
    note: str = ""

    @property
    def owner(self) -> tuple[str, int]:
        return self.record_type, self.record_id


@dataclass(frozen=True, slots=True)
class Clash:
    """Two entries at one time with what both of them want; `first` is the one that begins first."""

    first: Entry
    second: Entry
    claims: tuple[Claim, ...]

    @property
    def note(self) -> str:
        """Why the clash is accepted, empty if nobody said so."""
        return self.first.note or self.second.note

    @property
    def start(self) -> datetime:
        """When both begin to want it."""
        return max(self.first.start, self.second.start)

    def kind_of(self, claim: Claim) -> ClashKind:
        """The kind as it is told: a person wanted in two towns has to travel."""
        is_far = claim.kind is ClashKind.PERSON and are_apart(self.first, self.second)
        return ClashKind.TRAVEL if is_far else claim.kind


def clashes(entries: Iterable[Entry]) -> list[Clash]:
    """Every two entries that want the same at the same time, by time; n log n and what is found.

    Entries that touch end to end do not clash, nor do those that last no time.
    """
    wanted: dict[Claim, list[Entry]] = {}
    for entry in entries:
        if entry.start < entry.end:
            for claim in dict.fromkeys(entry.claims):
                wanted.setdefault(claim, []).append(entry)
    found: dict[tuple[int, int], tuple[Entry, Entry, list[Claim]]] = {}
    for claim, rivals in wanted.items():
        if len(rivals) > 1:
            for first, second in _overlaps(rivals):
                if _counts(claim, first, second):
                    pair = found.setdefault((id(first), id(second)), (first, second, []))
                    pair[2].append(claim)
    made = [Clash(first, second, _sorted(claims)) for first, second, claims in found.values()]
    return sorted(made, key=_order)


def clashes_of(entries: Collection[Entry], others: Iterable[Entry]) -> list[Clash]:
    """The clashes of these entries with one another and with others, not those of the others."""
    wanted = {claim for entry in entries for claim in entry.claims}
    own = {id(entry) for entry in entries}
    found = clashes([*entries, *(other for other in others if not wanted.isdisjoint(other.claims))])
    return [clash for clash in found if id(clash.first) in own or id(clash.second) in own]


def are_apart(one: Entry, other: Entry) -> bool:
    """Whether somebody in both would have to be in two towns."""
    if one.town is not None and other.town is not None:
        return one.town != other.town
    return one.is_away or other.is_away


def _overlaps(rivals: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two that overlap, in the order of their starts; a heap holds those that have not ended."""
    running: list[tuple[datetime, int, Entry]] = []
    for number, entry in enumerate(sorted(rivals, key=_start)):
        while running and running[0][0] <= entry.start:
            heappop(running)
        yield from ((other, entry) for _, _, other in running)
        heappush(running, (entry.end, number, entry))


def _counts(claim: Claim, one: Entry, other: Entry) -> bool:
    """Whether the two are rivals for it; `one` does not begin later than the other.

    What is held or booked for a visit is there for its items. Whoever leads an item without an end goes on to
    the next one of the visit. Somebody away with a visit may well be at a meeting in that very town.
    """
    if one.owner == other.owner:
        is_shared = one.is_hold or other.is_hold or one.is_away or other.is_away
        is_over = one.is_open and one.start < other.start
        return one.is_booking == other.is_booking and not (is_shared or is_over)
    if claim.kind is ClashKind.PERSON and (one.is_away or other.is_away):
        return are_apart(one, other) or (one.is_away and other.is_away)
    return True


def _start(entry: Entry) -> datetime:
    return entry.start


def _order(clash: Clash) -> tuple[datetime, datetime, tuple[str, int], int, tuple[str, int], int]:
    first, second = clash.first, clash.second
    return clash.start, first.start, first.owner, first.part_id, second.owner, second.part_id


def _sorted(claims: list[Claim]) -> tuple[Claim, ...]:
    kinds = list(ClashKind)
    return tuple(sorted(claims, key=lambda claim: (kinds.index(claim.kind), str(claim.key))))
