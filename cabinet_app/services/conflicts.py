"""What collides: people, rooms, groups and cars that meetings and visits want at the same time, by name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.engine import Store
from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.domain.conflicts import Claim, Clash, ClashKind, Entry, clashes, clashes_of
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.visits import Booking, BookingKind, ProgrammeItem, ProgrammeItemKind, Visit
from cabinet_app.services.busy import CALLED_OFF, Facts, entries_of_visit, entry_of_meeting, taken
from cabinet_app.services.busy_reading import BusyReader
from cabinet_app.services.changes import Change, Changes
from cabinet_app.services.headlines import headline, learn_names

_ONE_DAY = timedelta(days=1)
_KEPT: Final = 8
"""So many spans of days are kept: a visit that is being moved is judged on the old days and on the new."""
Records = Mapping[tuple[str, int], Meeting | Visit]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two that collide: the record, what it is called, and when it is by the clock of the house.

    `item` is the title of an item of the programme, empty for a whole visit, a booking or a meeting, and
    `part_kind` the kind of the item or booking. Of a visit that is being written, `place` tells where in its
    programme the item stands, -1 for everything else.
    """

    record_type: str
    record_id: int
    title: LocalizedText
    item: LocalizedText
    start: datetime
    end: datetime
    part_kind: ProgrammeItemKind | BookingKind | None = None
    place: int = -1

    @property
    def is_all_day(self) -> bool:
        return self.start.time() == self.end.time() == time.min


@dataclass(frozen=True, slots=True)
class Wanted:
    """What both want, by name."""

    kind: ClashKind
    name: LocalizedText


@dataclass(frozen=True, slots=True)
class NamedClash:
    """A clash in names; `first` begins first, or is the one that was asked about. `note` accepts it."""

    first: Side
    second: Side
    wanted: tuple[Wanted, ...]
    note: str = ""

    @property
    def start(self) -> datetime:
        return max(self.first.start, self.second.start)


@dataclass(slots=True)
class _Busy:
    """What the register says about some days, with the names that have been asked for."""

    entries: list[Entry]
    facts: Facts
    naming: "_Naming"


class Conflicts:
    """Asks the register what collides."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._kept: dict[tuple[date, date], _Busy] = {}
        changes.subscribe(self._forget)

    def between(self, first: date, last: date) -> list[NamedClash]:
        """Every clash that begins on the days from `first` to `last`, by time."""
        with self._store.reading() as session:
            reader = BusyReader(session)
            found = clashes(reader.entries(first, last))
            within = [clash for clash in found if first <= clash.start.date() <= last]
            return _Naming(reader.records).named(within, session)

    def of_draft(self, meeting: Meeting) -> list[NamedClash]:
        """What would collide with a meeting as it is being written; it is the first of each clash."""
        if meeting.starts_at is None:
            return []
        owner = "meeting", meeting.id
        with self._store.reading() as session:
            reader = BusyReader(session)
            start, end = taken(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day)
            days = start.date() - _ONE_DAY, end.date() + _ONE_DAY
            rest = [one for one in reader.entries(*days) if one.owner != owner]
            draft = entry_of_meeting(meeting, reader.facts_of([meeting]))
            if draft is None:
                return []
            naming = _Naming({**reader.records, owner: meeting})
            return [_turned(clash, owner) for clash in naming.named(clashes_of([draft], rest), session)]

    def of_visit_draft(self, visit: Visit) -> list[NamedClash]:
        """What a visit as it is being written wants twice, or others want; it is the first of each clash.

        Its items are known by their place in the programme. What the register says is read once for the days
        of the visit, until the register changes.
        """
        span = _span(visit)
        if span is None or visit.status in CALLED_OFF:
            return []
        busy, owner, draft = self._busy(*span), ("visit", visit.id), _numbered(visit)
        own = list(entries_of_visit(draft, busy.facts, ignored=CALLED_OFF))
        found = clashes_of(own, (one for one in busy.entries if one.owner != owner))
        if not found:
            return []
        with self._store.reading() as session:
            return [_turned(clash, owner) for clash in busy.naming.named(found, session, draft)]

    def _busy(self, first: date, last: date) -> _Busy:
        key = first, last
        if key not in self._kept:
            if len(self._kept) == _KEPT:
                self._kept.clear()
            with self._store.reading() as session:
                reader = BusyReader(session)
                entries = reader.entries(first, last)
                self._kept[key] = _Busy(entries, reader.facts_of([]), _Naming(reader.records))
        return self._kept[key]

    def _forget(self, _change: Change) -> None:
        self._kept.clear()


class _Naming:
    """Finds the names of what collides among these records; each is asked for once."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._titles: dict[tuple[str, int], LocalizedText] = {}
        self._names: dict[Claim, LocalizedText] = {}

    def named(self, found: Iterable[Clash], session: Session, draft: Visit | None = None) -> list[NamedClash]:
        """The clashes with names; what two records want of each other again and again is told once.

        A `draft` stands for the stored visit; it gives its own title, whatever its partner is called.
        """
        told = _once(found)
        titles, records = self._titles, self._records
        if draft is not None:
            owner = "visit", draft.id
            titles, records = {**titles, owner: draft.title}, {**records, owner: draft}
        owners = {side.owner for clash in told for side in (clash.first, clash.second)} - titles.keys()
        if owners:
            learn_names(session, [records[one] for one in owners])
            new = {one: headline(session, _bare(records[one])) for one in owners}
            titles.update(new)
            self._titles.update(new)
        claims = {claim for clash in told for claim in clash.claims} - self._names.keys()
        if claims:
            self._names.update(_names(session, claims))
        return [self._clash(clash, titles, records, draft) for clash in told]

    def _clash(
        self,
        clash: Clash,
        titles: Mapping[tuple[str, int], LocalizedText],
        records: Records,
        draft: Visit | None,
    ) -> NamedClash:
        sides = []
        for one in (clash.first, clash.second):
            record = records[one.owner]
            part = _part(record, one.part_id)
            item = part.title if isinstance(part, ProgrammeItem) else LocalizedText()
            place = one.part_id - 1 if record is draft and one.part_id > 0 else -1
            kind = part.kind if part else None
            sides.append(Side(*one.owner, titles[one.owner], item, one.start, one.end, kind, place))
        wanted = (Wanted(clash.kind_of(claim), self._names[claim]) for claim in clash.claims)
        return NamedClash(sides[0], sides[1], tuple(wanted), clash.note)


def _once(found: Iterable[Clash]) -> list[Clash]:
    """What two records want of each other is told once for each thing; parts of one visit are told apart."""
    seen: set[tuple[object, ...]] = set()
    told = []
    for clash in found:
        sides = clash.first, clash.second
        is_within = clash.first.owner == clash.second.owner
        rivals = tuple(one.part_id for one in sides) if is_within else ()
        key = frozenset(one.owner for one in sides), rivals, bool(clash.note)
        claims = tuple(claim for claim in clash.claims if (*key, claim, clash.kind_of(claim)) not in seen)
        if claims:
            seen.update((*key, claim, clash.kind_of(claim)) for claim in claims)
            told.append(replace(clash, claims=claims))
    return told


def _names(session: Session, claims: Collection[Claim]) -> dict[Claim, LocalizedText]:
    ids: dict[ClashKind, list[int]] = {}
    for claim in claims:
        if isinstance(claim.key, int):
            ids.setdefault(claim.kind, []).append(claim.key)
    found: dict[tuple[ClashKind, object], LocalizedText] = {}
    people = select(PersonTable.id, PersonTable.name).where(PersonTable.id.in_(ids.get(ClashKind.PERSON, ())))
    for person_id, name in session.execute(people):
        found[ClashKind.PERSON, person_id] = same(name.with_titles)
    for kind, table in ((ClashKind.ROOM, PlaceTable), (ClashKind.GROUP, OrganizationTable)):
        named = select(table.id, table.names).where(table.id.in_(ids.get(kind, ())))
        for record_id, names in session.execute(named):
            found[kind, record_id] = names
    return {claim: found.get((claim.kind, claim.key), same(claim.name or str(claim.key))) for claim in claims}


def _part(record: Meeting | Visit, part_id: int) -> ProgrammeItem | Booking | None:
    """An item of the programme, or a booking, which counts below 0."""
    if not isinstance(record, Visit):
        return None
    parts: list[ProgrammeItem | Booking] = [*(record.programme if part_id > 0 else record.bookings)]
    return next((one for one in parts if part_id and one.id == abs(part_id)), None)


def _bare(record: Meeting | Visit) -> Meeting | Visit:
    """The record without its day, which is told by the hours."""
    if isinstance(record, Visit):
        return replace(record, starts_on=None)
    return Meeting(title=record.title, number=record.number, bodies=record.bodies)


def _numbered(visit: Visit) -> Visit:
    """The draft with its items and bookings known by their places, from 1: what is new may have no id yet."""
    items = [replace(item, id=number) for number, item in enumerate(visit.programme, 1)]
    bookings = [replace(booking, id=number) for number, booking in enumerate(visit.bookings, 1)]
    return replace(visit, programme=items, bookings=bookings)


def _span(visit: Visit) -> tuple[date, date] | None:
    """The days of the visit and of what is planned for it, and one more at either end."""
    days = [day for day in (visit.starts_on, visit.ends_on) if day]
    days += [item.day for item in visit.programme if item.day]
    days += [moment.date() for one in visit.bookings for moment in (one.starts_at, one.ends_at) if moment]
    return (min(days) - _ONE_DAY, max(days) + _ONE_DAY) if days else None


def _turned(clash: NamedClash, owner: tuple[str, int]) -> NamedClash:
    if (clash.first.record_type, clash.first.record_id) == owner:
        return clash
    return replace(clash, first=clash.second, second=clash.first)
