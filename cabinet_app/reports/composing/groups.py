"""The data of the prints of one group: its sheet, and the certificate of its cadence."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.bodies import Membership, MembershipRole
from cabinet_app.domain.cadence import CadenceRule, JudgedWindow
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.people import Gender
from cabinet_app.domain.periods import CadenceUnit, window_of
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import RecordNotFound
from cabinet_app.reports.composing.names import Names, home_of
from cabinet_app.reports.group_data import (
    AgreedRule,
    CertificateData,
    GroupFacts,
    GroupMember,
    GroupSheetData,
    HeldMeeting,
)
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.gatherings import GroupMeeting
    from cabinet_app.services.groups import GroupBoard

_MONTHS: Final = 12
_ONE_DAY: Final = timedelta(days=1)
_ROLES: Final = tuple(MembershipRole)


def compose_sheet(cabinet: "Cabinet", options: ReportOptions, language: Language) -> GroupSheetData:
    """The sheet of a group; names in the proposals are those of the language.

    Raises:
        RecordNotFound: there is no such group.
    """
    today = options.printed_at.date()
    first, last = period_of(options, running=True)
    board, names = _board(cabinet, options, first, last), Names(cabinet)
    past = [item for item in board.material.meetings if item.gathering.start <= today and _took_place(item)]
    coming = [item for item in board.material.meetings if item.gathering.start == board.summary.next_planned]
    return GroupSheetData(
        facts=_facts(board, names),
        first=first,
        last=last,
        today=today,
        printed_at=options.printed_at,
        windows=board.windows,
        summary=board.summary,
        forecast=board.forecast_in(language),
        last_meeting=_meeting(past[-1], names) if past else None,
        next_meeting=_meeting(coming[-1], names) if coming else None,
        deadline=board.owed.deadline if board.owed else None,
        late=board.late,
        attendance=cabinet.groups.attendance(board.group.id).share,
    )


def compose_certificate(cabinet: "Cabinet", options: ReportOptions) -> CertificateData:
    """What may be certified about a group.

    Raises:
        RecordNotFound: there is no such group.
    """
    today = options.printed_at.date()
    first, last = period_of(options, running=False)
    board, names = _board(cabinet, options, first, last), Names(cabinet)
    windows = tuple(item for item in board.windows if first <= _settled_on(item) <= last)
    counted = {day for item in windows for day in (*item.held, *item.late)}
    meetings = tuple(
        _meeting(item, names, is_counted=item.gathering.start in counted)
        for item in board.material.meetings
        if item.gathering.start <= today and _is_listed(item, counted, (first, last))
    )
    home = home_of(cabinet)
    return CertificateData(
        facts=_facts(board, names),
        first=first,
        last=last,
        today=today,
        printed_at=options.printed_at,
        windows=windows,
        meetings=meetings,
        place=names.town(home.place_id) if home else LocalizedText(),
    )


def period_of(options: ReportOptions, *, running: bool) -> tuple[date, date]:
    """Whole months: those chosen, else a year that ends with the present month or the one before it."""
    today = options.printed_at.date()
    if options.first is None:
        last = options.last or (today if running else today.replace(day=1) - _ONE_DAY)
        return _months_on(last, 1 - _MONTHS), _month_end(last)
    last = options.last or _months_on(options.first, _MONTHS - 1)
    return options.first.replace(day=1), _month_end(max(last, options.first))


def _months_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _month_end(day: date) -> date:
    return window_of(CadenceUnit.MONTH, day).end


def _settled_on(item: JudgedWindow) -> date:
    """The day by which a window belongs to one certificate and no other: its last, of a gap the due day."""
    end = item.window.end
    return min(end, item.deadline) if item.window.unit is None and item.deadline else end


def _board(cabinet: "Cabinet", options: ReportOptions, first: date, last: date) -> "GroupBoard":
    group_id = options.record_id or 0
    found = cabinet.groups.boards(options.printed_at.date(), first, last, [group_id])
    if not found:
        raise RecordNotFound("organization", group_id)
    return found[0]


def _took_place(item: "GroupMeeting") -> bool:
    return item.status.took_place


def _is_listed(item: "GroupMeeting", counted: set[date], period: tuple[date, date]) -> bool:
    """Meetings of the period that were held, and what else a window counts, quorate or not."""
    day = item.gathering.start
    if day in counted:
        return _took_place(item) or item.status is MeetingStatus.NOT_QUORATE
    return _took_place(item) and period[0] <= day <= period[1]


def _meeting(item: "GroupMeeting", names: Names, *, is_counted: bool = True) -> HeldMeeting:
    return HeldMeeting(
        item.starts_at.date(), item.starts_at.time(), names.venue(item.place_id), item.number, is_counted
    )


def _facts(board: "GroupBoard", names: Names) -> GroupFacts:
    group = board.group
    members = sorted(
        group.memberships, key=lambda item: (_ROLES.index(item.role), item.starts_on or date.min)
    )
    rules = sorted(group.cadence_rules, key=lambda rule: rule.valid_from or date.min)
    papers = [source for source in group.sources if source.document]
    return GroupFacts(
        name=group.names,
        owner=board.owner,
        is_official=board.is_official,
        members=tuple(_member(item, names) for item in members),
        topics=tuple(topic.text for topic in group.topics if not topic.text.is_empty),
        rule=_agreed(board.rule, papers) if board.rule else None,
        sources=tuple(dict.fromkeys(_paper(source) for source in papers)),
        history=tuple(_agreed(rule, papers) for rule in rules),
    )


def _agreed(rule: CadenceRule, papers: Sequence[SourceRef]) -> AgreedRule:
    """The promise with its document, or the papers of the group that hold its words; others prove nothing."""
    if document := rule.source_document.strip():
        return AgreedRule(rule, (document,))
    words = _flat(rule.source_quote)
    found = [paper for paper in papers if words and paper.quote and words in _flat(paper.quote)]
    return AgreedRule(rule, tuple(dict.fromkeys(_paper(paper) for paper in found)))


def _flat(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".")


def _paper(source: SourceRef) -> str:
    return ", ".join(filter(None, (source.document, source.locator)))


def _member(item: Membership, names: Names) -> GroupMember:
    person = names.person(item.person_id)
    return GroupMember(
        name=person.name.with_titles if person else "",
        gender=person.gender if person else Gender.UNSTATED,
        role=item.role,
        function=item.function if not item.function.is_empty or person is None else person.function,
        first=item.starts_on,
        last=item.ends_on,
    )
