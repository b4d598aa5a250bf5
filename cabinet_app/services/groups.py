"""Working groups and other bodies with a promised cadence: judgement and what to do about it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from threading import RLock
from typing import Any, Final

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from cabinet_app.db.tables.bodies import CadenceRule as CadenceRuleTable
from cabinet_app.db.tables.bodies import Membership
from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.journal import JournalEntry
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.cadence import CadenceKind
from cabinet_app.domain.cadence_forecast import Forecast, proposals
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.collation import sort_key
from cabinet_app.services.carried_over import CarriedOver, carried_over
from cabinet_app.services.convening import Convening, meeting_draft
from cabinet_app.services.diary import Diary, diary_from
from cabinet_app.services.directory import Organizations
from cabinet_app.services.gatherings import (
    GroupMeeting,
    last_held,
    meetings_of,
    touched_bodies,
    usual_hour,
    usual_length,
    usual_place,
)
from cabinet_app.services.group_attendance import GroupAttendance, attendance_of
from cabinet_app.services.group_board import GroupBoard, GroupMaterial, judged_board
from cabinet_app.services.group_overview import GroupOverview, overview_of
from cabinet_app.services.headlines import organization_names
from cabinet_app.services.records import ListQuery, contains
from cabinet_app.services.rows import GroupRow
from cabinet_app.services.searchable import words_of

__all__ = ["CHIP_DORMANT", "CHIP_MUNICIPAL", "CHIP_OVERDUE", "CHIP_THIS_MONTH", "GroupBoard", "Groups"]

CHIP_OVERDUE: Final = "overdue"
CHIP_THIS_MONTH: Final = "this_month"
CHIP_DORMANT: Final = "dormant"
CHIP_MUNICIPAL: Final = "municipal"
BOARD_MONTHS: Final = 12
DORMANT_AFTER: Final = timedelta(days=180)
HOUSE_COUNTRIES: Final = ("SI",)
_SPANS_KEPT = 8
_BY_NAME = frozenset({"", "name"})
_Owner = aliased(OrganizationTable, name="owner")

Span = tuple[date, date]


class Groups:
    """Working groups and every other body with a cadence; stored as organizations.

    What was judged is kept until the journal has a new entry, be it our own or a colleague's, and what was
    read until an entry touches it.
    """

    def __init__(self, organizations: Organizations, countries: Sequence[str] = HOUSE_COUNTRIES) -> None:
        self._organizations = organizations
        self.store = organizations.store
        self._calendar = HolidayCalendar(countries)
        self._stamp: tuple[int, int, object] = (0, 0, None)
        self._materials: dict[int, GroupMaterial] = {}
        self._judged: dict[tuple[date, Span], dict[int, GroupBoard]] = {}
        self._diaries: dict[date, Diary] = {}
        self._lock = RLock()  # prints read in a thread of their own

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the groups the query finds, in its order; by short name unless it says otherwise."""
        found = self._by_name(query)
        if not query.chips and query.sort in _BY_NAME:
            return found
        boards = {board.group.id: board for board in self.boards(query.today, ids=found)}
        kept = [
            group_id
            for group_id in found
            if group_id in boards and all(_has(boards[group_id], chip, query.today) for chip in query.chips)
        ]
        if query.sort not in _BY_NAME:
            values = {group_id: _sort_value(boards[group_id], query) for group_id in kept}
            kept.sort(key=values.__getitem__, reverse=query.descending)
        return kept

    def rows(self, ids: Sequence[int], language: Language, today: date) -> list[GroupRow]:
        """The groups as the list and the board show them, in the order of `ids`."""
        return [
            GroupRow(
                id=board.group.id,
                name=board.group.names.shown(language),
                short_name=short_name(board, language),
                owner=board.owner.shown(language),
                is_official=board.is_official,
                rule=board.rule,
                last_held=board.summary.last_held,
                next_planned=board.summary.next_planned,
                due=board.owed.deadline if board.owed else None,
                owed=board.owed,
                late=board.late,
                windows=board.windows,
                rate=board.summary.rate,
            )
            for board in self.boards(today, ids=ids)
        ]

    def boards(
        self,
        today: date,
        first: date | None = None,
        last: date | None = None,
        ids: Iterable[int] | None = None,
    ) -> list[GroupBoard]:
        """The groups judged as of `today` from `first` to `last`; the last twelve months if not said."""
        span = span_of(today, first, last)
        with self._lock:
            wanted = list(ids) if ids is not None else self._all_ids()
            self._refresh(wanted)
            judged = self._judged.setdefault((today, span), {})
            if len(self._judged) > _SPANS_KEPT:
                del self._judged[next(iter(self._judged))]
            for group_id in wanted:
                if group_id not in judged and group_id in self._materials:
                    judged[group_id] = self._judge(self._materials[group_id], today, span)
            return [judged[group_id] for group_id in wanted if group_id in judged]

    def board(
        self, group_id: int, today: date, first: date | None = None, last: date | None = None
    ) -> GroupBoard:
        """One group judged; `StopIteration` if there is none."""
        return next(iter(self.boards(today, first, last, [group_id])))

    def preview(
        self, draft: Organization, today: date, first: date | None = None, last: date | None = None
    ) -> GroupBoard:
        """A group judged as it would be if the draft were stored, with the meetings that it has."""
        with self.store.reading() as session:
            owner = organization_names(session, draft.parent_id)
            is_official = draft.parent_id not in set(session.scalars(_party_ids()))
        known = self._material(draft.id)
        meetings, gatherings = (known.meetings, known.gatherings) if known else ((), ())
        material = GroupMaterial(draft, owner, is_official, meetings, gatherings)
        return self._judge(material, today, span_of(today, first, last))

    def unconfirmed(self, group_id: int, today: date) -> list[GroupMeeting]:
        """Meetings whose day has passed without anybody saying what became of them."""
        material = self._material(group_id)
        return [item for item in material.meetings if item.is_unconfirmed(today)] if material else []

    def attendance(self, group_id: int) -> GroupAttendance:
        """Who of the members was there, meeting by meeting and member by member."""
        material = self._material(group_id)
        with self.store.reading() as session:
            return attendance_of(session, material) if material else GroupAttendance()

    def carried_over(self, group_id: int) -> list[CarriedOver]:
        """Items that were postponed and decisions not carried out yet, the latest meeting's first."""
        with self.store.reading() as session:
            return carried_over(session, group_id)

    def convening(self, board: GroupBoard, day: date, number: str = "") -> Meeting:
        """A draft of the meeting on this day: hour, length, place, chair and agenda as they usually are.

        `number` is the number that the meeting gets, empty where the group does not number its meetings.
        """
        held = last_held(board.material.meetings, board.today)
        preferred = board.rule.preferred_time if board.rule else None
        facts = Convening(
            group=board.group,
            day=day,
            at=preferred or usual_hour(held),
            length=usual_length(held),
            place_id=usual_place(held),
            number=number,
            last=held[0] if held else None,
        )
        return meeting_draft(facts, self.carried_over(board.group.id))

    def overview(self, on: date, language: Language) -> list[GroupOverview]:
        """Every group with its rule, windows, rate, last possible date and proposals, for other programs."""
        return [overview_of(board, language) for board in self.boards(on)]

    def _all_ids(self) -> list[int]:
        with self.store.reading() as session:
            return [row[0] for row in session.execute(_found(""))]

    def _by_name(self, query: ListQuery) -> list[int]:
        """The groups in the order of the names that the list shows; nothing is judged for that."""
        with self.store.reading() as session:
            found = {row[0]: row for row in session.execute(_found(query.text))}
        language = query.language
        keys = {
            group_id: sort_key(short.shown(language) or names.shown(language), language)
            for group_id, names, short in found.values()
        }
        return sorted(found, key=keys.__getitem__, reverse=query.descending and query.sort in _BY_NAME)

    def _material(self, group_id: int) -> GroupMaterial | None:
        with self._lock:
            self._refresh([group_id] if group_id else [])
            return self._materials.get(group_id)

    def _refresh(self, wanted: Sequence[int]) -> None:
        """Forget what the journal has touched since it was read; read what is missing of these groups."""
        state = select(func.count(JournalEntry.id), func.max(JournalEntry.id), func.max(JournalEntry.at))
        with self.store.reading() as session:
            count, last, at = session.execute(state).one()
            stamp = count, last or 0, at
            if stamp != self._stamp:
                touched = touched_bodies(session, self._stamp[1], count - self._stamp[0])
                self._stamp = stamp
                for group_id in list(self._materials) if touched is None else touched:
                    self._materials.pop(group_id, None)
                self._judged.clear()
                self._diaries.clear()
        self._load([group_id for group_id in wanted if group_id not in self._materials])

    def _load(self, ids: Sequence[int]) -> None:
        """Read what is needed of these groups, with a few statements whatever their number."""
        if not ids:
            return
        groups = self._organizations.get_many(ids)
        with self.store.reading() as session:
            meetings = meetings_of(session, [group.id for group in groups])
            owner_ids = {group.parent_id for group in groups if group.parent_id}
            names = select(OrganizationTable.id, OrganizationTable.names, OrganizationTable.classification)
            owners = {
                row[0]: row for row in session.execute(names.where(OrganizationTable.id.in_(owner_ids)))
            }
        for group in groups:
            owner = owners.get(group.parent_id or 0)
            self._materials[group.id] = GroupMaterial(
                group,
                owner[1] if owner else LocalizedText(),
                owner is None or owner[2] is not Classification.PARTY,
                tuple(meetings[group.id]),
                tuple(meeting.gathering for meeting in meetings[group.id]),
            )

    def _judge(self, material: GroupMaterial, today: date, span: Span) -> GroupBoard:
        return judged_board(material, self._calendar, today, span, self._forecast)

    def _forecast(self, board: GroupBoard, language: Language) -> Forecast:
        """Dates for the window that is owed, kept clear of everybody's other appointments."""
        rules = board.group.cadence_rules
        rule = rules[board.owed.rule] if board.owed and board.owed.rule < len(rules) else board.rule
        if rule is None or rule.kind is CadenceKind.NONE:
            return Forecast()
        held = last_held(board.material.meetings, board.today)
        busy = self._diary(board.today).busy(
            board.group,
            at=rule.preferred_time or usual_hour(held),
            length=usual_length(held),
            room=usual_place(held),
            is_official=board.is_official,
            language=language,
        )
        return proposals(rule, board.judged, board.gatherings, self._calendar, board.today, busy)

    def _diary(self, today: date) -> Diary:
        with self._lock:
            self._refresh(())
            if today not in self._diaries:
                with self.store.reading() as session:
                    self._diaries[today] = diary_from(session, today)
            return self._diaries[today]


def span_of(today: date, first: date | None, last: date | None) -> Span:
    """The span that is judged: the twelve months that end with the present one, unless it is said."""
    return first or _months_before(today, BOARD_MONTHS - 1), last or _month_end(today)


def _found(text: str) -> Any:
    """Ids and names of the groups whose own texts, owner or members hold every word of the text."""
    wanted = select(OrganizationTable.id, OrganizationTable.names, OrganizationTable.short_name).where(
        OrganizationTable.deleted_at.is_(None), _is_group()
    )
    for word in words_of(text):
        member = exists().where(
            Membership.organization_id == OrganizationTable.id,
            PersonTable.id == Membership.person_id,
            contains(PersonTable, word),
        )
        owner = exists().where(_Owner.id == OrganizationTable.parent_id, contains(_Owner, word))
        parts = (part.correlate(OrganizationTable) for part in (member, owner))
        wanted = wanted.where(or_(contains(OrganizationTable, word), *parts))
    return wanted.order_by(OrganizationTable.sort_sl, OrganizationTable.id)


def _is_group() -> Any:
    has_rule = (
        select(CadenceRuleTable.id).where(CadenceRuleTable.organization_id == OrganizationTable.id).exists()
    )
    return or_(
        OrganizationTable.classification == Classification.WORKING_GROUP,
        has_rule.correlate(OrganizationTable),
    )


def _party_ids() -> Any:
    return select(OrganizationTable.id).where(OrganizationTable.classification == Classification.PARTY)


def _has(board: GroupBoard, chip: str, today: date) -> bool:
    if chip == CHIP_OVERDUE:
        return board.is_overdue
    if chip == CHIP_THIS_MONTH:
        return board.owed is not None and board.owed.window.end <= _month_end(today)
    if chip == CHIP_DORMANT:
        last = board.summary.last_held
        return last is None or last < today - DORMANT_AFTER
    if chip == CHIP_MUNICIPAL:
        return board.is_official
    raise ValueError(chip)


def short_name(board: GroupBoard, language: Language) -> str:
    """What a group is called where there is little room."""
    return board.group.short_name.shown(language) or board.group.names.shown(language)


def _sort_value(board: GroupBoard, query: ListQuery) -> Any:
    if query.sort == "owner":
        return sort_key(board.owner.shown(query.language), query.language)
    if query.sort == "last":
        return board.summary.last_held or date.min
    if query.sort == "rule":
        return _meetings_a_year(board)
    return (board.owed.deadline if board.owed else None) or date.max


def _meetings_a_year(board: GroupBoard) -> float:
    rule = board.rule
    if rule is None or rule.kind is CadenceKind.NONE:
        return 0
    if rule.kind is CadenceKind.MAX_GAP:
        return 365 / (rule.gap_days or 365)
    return rule.minimum * {"week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}[rule.unit]


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
