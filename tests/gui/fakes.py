"""A cabinet in memory for the window's tests: the contract of the services without a file."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast

from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit, VisitDirection, VisitStatus
from cabinet_app.errors import Conflict, EndsBeforeStart, NothingToUndo, RecordNotFound
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.background import Background
from cabinet_app.gui.context import GuiContext
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.collation import fold
from cabinet_app.services.changes import Act, Change, Changes, Label
from cabinet_app.services.records import Choice, ListQuery, Stored
from cabinet_app.settings import Settings

TODAY = date(2026, 2, 22)
FIRST_ID = 1 << 50  # real ids do not fit into 32 bits either


@dataclass(frozen=True, slots=True)
class VisitRow:
    id: int
    starts_on: date | None
    when: str
    town: str
    country: str
    purpose: str
    direction: str
    status: VisitStatus


class FakeJournal:
    """Steps that can be taken back, newest last."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._steps: list[tuple[int, Label, Callable[[], tuple[str, int]]]] = []
        self._redo: list[tuple[int, Label]] = []
        self._last = 0

    def tell(self, act: Act, record_type: str, record_id: int, revert: Callable[[], tuple[str, int]]) -> None:
        self._last += 1
        label = Label(act, record_type, same(str(record_id)))
        self._steps.append((self._last, label, revert))
        self._changes.tell(Change(label, {record_type: (record_id,)}, self._last))

    def next_undo(self) -> Label | None:
        return self._steps[-1][1] if self._steps else None

    def next_redo(self) -> Label | None:
        return None

    def undo(self) -> Change:
        if not self._steps:
            raise NothingToUndo
        return self.undo_entry(self._steps[-1][0])

    def redo(self) -> Change:
        raise NothingToUndo

    def undo_entry(self, entry_id: int) -> Change:
        place = next(n for n, step in enumerate(self._steps) if step[0] == entry_id)
        _entry, label, revert = self._steps.pop(place)
        record_type, record_id = revert()
        change = Change(label, {record_type: (record_id,)}, entry_id)
        self._changes.tell(change)
        return change


class FakeRecords:
    """Records of one type by id; `row_of` makes what a list shows, `key_of` what it is sorted by."""

    def __init__(
        self,
        record_type: str,
        journal: FakeJournal,
        row_of: Callable[[Any, Language], Any],
        title_of: Callable[[Any, Language], str],
    ) -> None:
        self.record_type = record_type
        self._journal = journal
        self._row_of = row_of
        self._title_of = title_of
        self.stored: dict[int, Any] = {}
        self.versions: dict[int, int] = {}
        self.queries: list[ListQuery] = []

    def put(self, record: Any) -> Any:
        record.id = record.id or FIRST_ID + len(self.stored) + 1
        self.stored[record.id] = copy.deepcopy(record)
        self.versions[record.id] = self.versions.get(record.id, 0) + 1
        return record

    def ids(self, query: ListQuery) -> list[int]:
        self.queries.append(query)
        words = fold(query.text).split()
        rows = [(self._row_of(record, query.language), identity) for identity, record in self.stored.items()]
        found = [(row, identity) for row, identity in rows if all(word in fold(str(row)) for word in words)]
        if "upcoming" in query.chips:
            found = [(row, identity) for row, identity in found if row.starts_on >= query.today]
        key = query.sort
        found.sort(key=lambda item: (str(getattr(item[0], key, "") or ""), item[1]), reverse=query.descending)
        return [identity for _row, identity in found]

    def rows(self, ids: Sequence[int], language: Language) -> list[Any]:
        return [self._row_of(self.stored[identity], language) for identity in ids if identity in self.stored]

    def get(self, record_id: int) -> Stored[Any]:
        if record_id not in self.stored:
            raise RecordNotFound(self.record_type, record_id)
        at = datetime(2026, 2, 22, 9, 42, tzinfo=UTC)
        return Stored(copy.deepcopy(self.stored[record_id]), self.versions[record_id], at)

    def create(self, record: Any) -> Stored[Any]:
        self._judge(record)
        identity = self.put(record).id
        self._journal.tell(Act.CREATE, self.record_type, identity, lambda: self._remove(identity))
        return self.get(identity)

    def update(self, record: Any, version: int) -> Stored[Any]:
        self._judge(record)
        if self.versions[record.id] != version:
            raise Conflict(self.record_type, record.id, version, self.versions[record.id])
        before = copy.deepcopy(self.stored[record.id])
        self.put(record)
        self._journal.tell(Act.UPDATE, self.record_type, record.id, lambda: self._restore(before))
        return self.get(record.id)

    def delete(self, record_id: int, version: int | None = None) -> None:
        before = copy.deepcopy(self.stored[record_id])
        self._remove(record_id)
        self._journal.tell(Act.DELETE, self.record_type, record_id, lambda: self._restore(before))

    def duplicate(self, record_id: int) -> Any:
        record = copy.deepcopy(self.stored[record_id])
        record.id = 0
        return record

    def count(self) -> int:
        return len(self.stored)

    def choices(self, text: str, language: Language, limit: int = 20) -> list[Choice]:
        found = [
            Choice(identity, self._title_of(record, language), "")
            for identity, record in self.stored.items()
            if all(word in fold(self._title_of(record, language)) for word in fold(text).split())
        ]
        return found[:limit]

    def choice(self, record_id: int, language: Language) -> Choice | None:
        record = self.stored.get(record_id)
        return Choice(record_id, self._title_of(record, language), "") if record else None

    def merge(self, keep_id: int, gone_id: int) -> None:
        before = copy.deepcopy(self.stored[gone_id])
        self._remove(gone_id)
        self._journal.tell(Act.MERGE, self.record_type, keep_id, lambda: self._restore(before))

    def _judge(self, record: Any) -> None:
        start, end = getattr(record, "starts_on", None), getattr(record, "ends_on", None)
        if start and end and end < start:
            raise EndsBeforeStart("ends_on", start.isoformat(), end.isoformat())

    def _remove(self, record_id: int) -> tuple[str, int]:
        self.stored.pop(record_id)
        return self.record_type, record_id

    def _restore(self, record: Any) -> tuple[str, int]:
        self.put(record)
        return self.record_type, record.id


class FakeHistory:
    def of(self, _record_type: str, _record_id: int, _limit: int = 200) -> list[Any]:
        return []


class FakeCabinet:
    """The bundle of services."""

    def __init__(self) -> None:
        self.changes = Changes()
        self.undo = FakeJournal(self.changes)
        self.history = FakeHistory()
        self.visits = FakeRecords("visit", self.undo, visit_row, lambda v, lang: v.title.shown(lang))
        self.people = FakeRecords("person", self.undo, person_row, lambda p, _lang: p.name.with_titles)
        self.organizations = FakeRecords(
            "organization", self.undo, named_row, lambda o, lang: o.names.shown(lang)
        )
        self.others = [
            FakeRecords(record_type, self.undo, named_row, lambda _record, _language: "")
            for record_type in ("partnership", "agreement", "project", "meeting")
        ]
        self.places = FakeRecords("place", self.undo, named_row, lambda p, lang: p.names.shown(lang))

    def records(self, record_type: str) -> FakeRecords:
        services = (self.visits, self.people, self.organizations, self.places, *self.others)
        return {service.record_type: service for service in services}[record_type]

    def close(self) -> None:
        pass


def visit_row(visit: Visit, language: Language) -> VisitRow:
    town, _, country = visit.notes.partition("|")
    ends_on = visit.ends_on or visit.starts_on
    when = dates.date_range(visit.starts_on, ends_on, language) if visit.starts_on and ends_on else ""
    return VisitRow(
        id=visit.id,
        starts_on=visit.starts_on,
        when=when,
        town=town,
        country=country,
        purpose=visit.title.shown(language),
        direction={"incoming": "prihod", "outgoing": "odhod"}[visit.direction.value],
        status=visit.status,
    )


def person_row(person: Person, language: Language) -> Any:
    return SimpleNamespace(
        id=person.id,
        name=person.name.with_titles,
        function=person.function.shown(language),
        organization="",
        place="",
    )


def named_row(record: Any, language: Language) -> Any:
    return SimpleNamespace(
        id=record.id,
        name=record.names.shown(language),
        place="",
        owner="",
        country="",
        kind=None,
        classification=None,
    )


VISITS = [
    ("Beljak (Villach)|AT", (2, 25), (2, 25), "Delovni obisk prve podžupanje", "incoming", "confirmed"),
    ("Zhangjiakou|CN", (3, 3), (3, 5), "Predstavitev zimskih športov", "outgoing", "planned"),
    ("Herceg Novi|ME", (3, 12), (3, 12), "Obisk mladinskega sveta", "incoming", "confirmed"),
    ("Rivoli|IT", (3, 19), (3, 20), "Praznik občine", "outgoing", "idea"),
    (
        "Gornja Radgona|SI",
        (4, 2),
        (4, 2),
        "City Cooperation II – sestanek partnerjev",
        "outgoing",
        "confirmed",
    ),
    ("Amberg|DE", (4, 14), (4, 14), "Gospodarska delegacija", "incoming", "cancelled"),
    ("Hartberg|AT", (5, 7), (5, 7), "Forum24", "outgoing", "planned"),
]


def sample_visits(cabinet: FakeCabinet, times: int = 1) -> None:
    for _ in range(times):
        for notes, start, end, title, direction, status in VISITS:
            cabinet.visits.put(
                Visit(
                    title=LocalizedText(sl=title),
                    starts_on=date(2026, *start),
                    ends_on=date(2026, *end),
                    direction=VisitDirection(direction),
                    status=VisitStatus(status),
                    notes=notes,
                )
            )


class FakeToaster:
    """Remembers what was said."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, Callable[[], object] | None]] = []

    def show_toast(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        self.said.append((text, action, act))

    @property
    def last(self) -> str:
        return self.said[-1][0] if self.said else ""

    def act(self) -> None:
        act = self.said[-1][2]
        assert act
        act()


def make_context(
    cabinet: FakeCabinet, t: Translator, *, toaster: Any = None, settings: Settings | None = None
) -> GuiContext:
    return GuiContext(
        cabinet=cast("Any", cabinet),
        t=t,
        settings=settings or Settings(),
        actions=ActionRegistry(),
        background=Background(),
        toaster=toaster or FakeToaster(),
        today=lambda: TODAY,
        open_record=lambda _record_type, _record_id: False,
        new_record=lambda _record_type, _draft: False,
        print_records=lambda _request: None,
    )
