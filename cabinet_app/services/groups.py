"""Working groups and other bodies with a promised cadence: the board, the judgement and what to do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import or_, select

from cabinet_app.db.tables.bodies import CadenceRule as CadenceRuleTable
from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceRule, Gathering, JudgedWindow, WindowStatus
from cabinet_app.domain.cadence_forecast import Forecast, proposals
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.cadence_summary import CadenceSummary, summary
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.services.directory import Organizations
from cabinet_app.services.gatherings import gatherings_of
from cabinet_app.services.headlines import organization_names
from cabinet_app.services.records import ListQuery
from cabinet_app.services.rows import GroupRow

CHIP_OVERDUE: Final = "overdue"
CHIP_THIS_MONTH: Final = "this_month"
CHIP_DORMANT: Final = "dormant"
CHIP_MUNICIPAL: Final = "municipal"
BOARD_MONTHS: Final = 12
DORMANT_AFTER: Final = timedelta(days=180)
HOUSE_COUNTRIES: Final = ("SI",)
_OWING = {WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK, WindowStatus.UNCONFIRMED}


@dataclass(frozen=True, slots=True)
class GroupBoard:
    """A group with its rules, its meetings and every window of the span that was judged."""

    group: Organization
    owner: LocalizedText
    is_official: bool
    gatherings: tuple[Gathering, ...]
    windows: tuple[JudgedWindow, ...]
    summary: CadenceSummary
    forecast: Forecast

    @property
    def rule(self) -> CadenceRule | None:
        """The rule in force last, None if the group promised nothing."""
        return max(self.group.cadence_rules, key=_rule_start, default=None)

    @property
    def owed(self) -> JudgedWindow | None:
        """The first window that still lacks a meeting."""
        return next((window for window in self.windows if window.status in _OWING), None)

    @property
    def is_overdue(self) -> bool:
        """Whether the last closed window that asked for a meeting had none, or a gap has grown too long."""
        closed = [window for window in self.windows if window.is_closed and window.is_required]
        running_gap = any(
            window.status is WindowStatus.BREACHED and not window.is_closed for window in self.windows
        )
        return running_gap or bool(closed and closed[-1].status is WindowStatus.BREACHED)


class Groups:
    """Working groups and every other body with a cadence; stored as organizations."""

    def __init__(self, organizations: Organizations, countries: Sequence[str] = HOUSE_COUNTRIES) -> None:
        self._organizations = organizations
        self.store = organizations.store
        self._countries = tuple(countries)

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the groups the query finds, in its order; by name unless it says otherwise."""
        found = self._organizations.found_ids(query, _is_group())
        if not query.chips and query.sort in {"", "name"}:
            return found
        boards = {board.group.id: board for board in self.boards(query.today, ids=found)}
        kept = [
            group_id
            for group_id in found
            if all(_has(boards[group_id], chip, query.today) for chip in query.chips)
        ]
        if query.sort in {"last", "due", "owner"}:
            kept.sort(key=lambda group_id: _sort_value(boards[group_id], query), reverse=query.descending)
        return kept

    def rows(self, ids: Sequence[int], language: Language, today: date) -> list[GroupRow]:
        """The groups as the list and the board show them, in the order of `ids`."""
        return [
            GroupRow(
                id=board.group.id,
                name=board.group.names.shown(language),
                owner=board.owner.shown(language),
                is_official=board.is_official,
                rule=board.rule,
                last_held=board.summary.last_held,
                next_planned=board.summary.next_planned,
                due=board.owed.deadline if board.owed else None,
                owed=board.owed,
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
        last = last or _month_end(today)
        first = first or _months_before(today, BOARD_MONTHS - 1)
        wanted = list(ids) if ids is not None else self._all_ids()
        groups = self._organizations.get_many(wanted)
        calendar = HolidayCalendar(self._countries)
        with self.store.reading() as session:
            meetings = gatherings_of(session, [group.id for group in groups])
            owners = {group.id: organization_names(session, group.parent_id) for group in groups}
            unofficial = set(session.scalars(_party_ids()))
        return [
            _board(
                group,
                owners[group.id],
                group.parent_id not in unofficial,
                meetings[group.id],
                calendar,
                today,
                (first, last),
            )
            for group in groups
        ]

    def board(
        self, group_id: int, today: date, first: date | None = None, last: date | None = None
    ) -> GroupBoard:
        """One group judged."""
        return next(iter(self.boards(today, first, last, [group_id])))

    def _all_ids(self) -> list[int]:
        with self.store.reading() as session:
            wanted = select(OrganizationTable.id).where(OrganizationTable.deleted_at.is_(None), _is_group())
            return list(session.scalars(wanted.order_by(OrganizationTable.sort_sl, OrganizationTable.id)))


def _board(
    group: Organization,
    owner: LocalizedText,
    is_official: bool,
    gatherings: Sequence[Gathering],
    calendar: HolidayCalendar,
    today: date,
    span: tuple[date, date],
) -> GroupBoard:
    windows = judge(group.cadence_rules, gatherings, today, *span, calendar)
    rule = max(group.cadence_rules, key=_rule_start, default=None)
    promises = rule is not None and rule.kind is not CadenceKind.NONE
    return GroupBoard(
        group=group,
        owner=owner,
        is_official=is_official,
        gatherings=tuple(gatherings),
        windows=tuple(windows),
        summary=summary(windows, gatherings, today),
        forecast=proposals(rule, windows, gatherings, calendar, today) if rule and promises else Forecast(),
    )


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


def _sort_value(board: GroupBoard, query: ListQuery) -> Any:
    if query.sort == "owner":
        return board.owner.shown(query.language).casefold()
    if query.sort == "last":
        return board.summary.last_held or date.min
    return (board.owed.deadline if board.owed else None) or date.max


def _rule_start(rule: CadenceRule) -> date:
    return rule.valid_from or date.min


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
