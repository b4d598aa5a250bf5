"""Calendars of others into the register: a plan that changes nothing, then one step that can be undone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from cabinet_app.domain.incoming import IncomingCalendar, IncomingEvent, Problem, Weight
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.texts import Language
from cabinet_app.services.bulk import add_new
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.calendar_matching import Known, Lookalike, Matching, Standing
from cabinet_app.services.calendar_merging import has_content, merge_meeting, merge_series, modified
from cabinet_app.services.changes import Act, Change, Changes
from cabinet_app.services.identity import new_id
from cabinet_app.services.journal import Journal
from cabinet_app.services.read_ahead import batches
from cabinet_app.services.usage import used_of

Progress = Callable[[int, int], None]
_MOST_VANISHED: Final = 500


class Fate(StrEnum):
    """What becomes of an event of the file."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the user decided.

    The group the meetings belong to, which UIDs of the file mean meetings that stand under others, and which
    vanished meetings go.
    """

    body_id: int | None = None
    same_as: dict[str, int] = field(default_factory=dict)
    remove: frozenset[int] = frozenset()


@dataclass(slots=True)
class PlanLine:
    """An event of the file and what becomes of it, with the reasons; `meetings` says how many days it has."""

    fate: Fate
    title: str
    uid: str = ""
    starts_at: datetime | None = None
    all_day: bool = False
    is_series: bool = False
    meetings: int = 1
    component: int = 0
    line: int = 0
    reasons: list[Problem] = field(default_factory=list)
    lookalike: Lookalike | None = None


@dataclass(slots=True)
class _Write:
    """A record to be put; `version` is the one that was seen, 0 a new one's, None that of one in the bin."""

    record_type: str
    record: Any
    version: int | None


@dataclass(slots=True)
class ImportPlan:
    """Everything an import would do. Notes that belong to no event stand in `problems`."""

    calendar: IncomingCalendar
    lines: list[PlanLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    vanished: list[Lookalike] = field(default_factory=list)
    writes: list[_Write] = field(default_factory=list)
    removals: list[tuple[int, int | None]] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many events share a fate."""
        return sum(1 for line in self.lines if line.fate is fate)


class CalendarImport:
    """Plans and carries out imports into one register."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._store = cabinet.store

    def plan(
        self, calendar: IncomingCalendar, choices: ImportChoices, progress: Progress | None = None
    ) -> ImportPlan:
        """What taking the calendar in would do; nothing is changed. A calendar may be planned only once."""
        with self._store.reading() as session:
            return _Planner(session, calendar, choices).plan(progress or _silent)

    def carry_out(self, plan: ImportPlan, progress: Progress | None = None) -> Change | None:
        """Do it in one step; answers what was changed, None if there was nothing to do.

        It may run outside the window's thread: who asked for it tells the observers of the cabinet.

        Raises:
            Conflict: a meeting was changed since the plan was made; nothing was stored.
        """
        told: list[Change] = []
        changes = Changes()
        changes.subscribe(told.append)
        tell = progress or _silent
        total, done = len(plan.writes) + len(plan.removals), 0
        with Journal(self._store, changes).step(Act.IMPORT) as step:
            for some in batches(plan.writes):
                known = [one for one in some if one.version != 0]
                step.read_ahead((one.record_type, one.record.id, one.record) for one in known)
                for one in known:
                    step.put(one.record_type, one.record, one.version)
                for record_type in ("series", "meeting"):
                    fresh = [one for one in some if one.version == 0 and one.record_type == record_type]
                    add_new(step, record_type, [one.record for one in fresh])
                done += len(some)
                tell(done, total)
            for meeting_id, version in plan.removals:
                step.remove("meeting", meeting_id, version)
        return told[0] if told else None


def _silent(_done: int, _total: int) -> None:
    return


class _Planner:
    """Makes one plan."""

    def __init__(self, session: Session, calendar: IncomingCalendar, choices: ImportChoices) -> None:
        self._session = session
        self._calendar = calendar
        self._choices = choices
        self._matching = Matching(session)
        self._plan = ImportPlan(calendar)
        self._reasons: dict[int, list[Problem]] = {}
        self._used: set[int] = set()

    def plan(self, progress: Progress) -> ImportPlan:
        calendar = self._calendar
        self._sort_problems()
        known = self._matching.known({event.uid for event in calendar.events})
        self._join_lookalikes(known)
        self._note_used(known.values())
        for number, event in enumerate(calendar.events, 1):
            self._matching.settle(event.meetings)
            self._event(event, known.get(event.uid, Known()))
            if number % 500 == 0:
                progress(number, len(calendar.events))
        self._look_alike()
        self._look_for_vanished()
        self._refuse_the_unreadable()
        self._plan.lines.sort(key=lambda line: line.component)
        return self._plan

    def _sort_problems(self) -> None:
        for problem in self._calendar.problems:
            if problem.component:
                self._reasons.setdefault(problem.component, []).append(problem)
            else:
                self._plan.problems.append(problem)

    def _join_lookalikes(self, known: dict[str, Known]) -> None:
        """Take the meetings that the user called the same for those of the file's UIDs."""
        for uid, meeting_id in self._choices.same_as.items():
            for standing in self._matching.by_ids([meeting_id]):
                known.setdefault(uid, Known()).meetings.append(standing)

    def _note_used(self, known: Iterable[Known]) -> None:
        ids = [standing.record.id for one in known for standing in one.meetings if one.series]
        self._used = set(used_of(self._session, "meeting", ids)) if ids else set()

    def _event(self, event: IncomingEvent, known: Known) -> None:
        line = PlanLine(
            Fate.UNCHANGED,
            event.title,
            event.uid,
            event.first.starts_at if event.first else None,
            bool(event.first and event.first.all_day),
            event.series is not None,
            len(event.meetings),
            event.component,
            event.line,
        )
        self._plan.lines.append(line)
        if event.cancels:
            self._cancel(event, known, line)
            return
        fates: list[Fate] = []
        series_id = self._series(event, known, line, fates)
        self._meetings(event, known, line, fates, series_id)
        for fate in (Fate.CONFLICT, Fate.CREATED, Fate.CHANGED):
            if fate in fates:
                # A known series to which days were added has changed; it was not created.
                stands = any(not one.is_deleted for one in known.meetings)
                line.fate = Fate.CHANGED if fate is Fate.CREATED and stands else fate
                break

    def _series(self, event: IncomingEvent, known: Known, line: PlanLine, fates: list[Fate]) -> int | None:
        """Plan the series of an event; answers its id."""
        theirs = event.series
        if theirs is None:
            return known.series.id if known.series and not known.is_series_deleted else None
        if known.series is None or known.is_series_deleted:
            theirs.id = known.series.id if known.series else new_id()
            theirs.bodies = self._bodies()
            self._write("series", theirs, None if known.series else 0, fates, Fate.CREATED)
            return theirs.id
        mine = known.series
        is_known = self._calendar.is_ours and theirs.sequence <= mine.sequence
        if is_known or (theirs.sequence < mine.sequence and mine.feed):
            return mine.id
        merged = merge_series(mine, theirs, self._matching.base("series", mine.id, known.series_version))
        if merged.conflicts:
            fates.append(Fate.CONFLICT)
            self._explain(line, event, "changed_here", ", ".join(merged.conflicts))
        if merged.is_changed:
            self._write("series", merged.record, known.series_version, fates, Fate.CHANGED)
        return mine.id

    def _meetings(
        self, event: IncomingEvent, known: Known, line: PlanLine, fates: list[Fate], series_id: int | None
    ) -> None:
        is_own = known.series is not None and not known.series.feed and event.series is not None
        standing = _by_start(known, event)
        met: set[int] = set()
        for meeting in event.meetings:
            meeting.series_id = series_id if meeting.original_start else None
            match = standing.get(_start_key(meeting))
            if match is None:
                until = known.series.materialised_until if known.series and is_own else None
                if until and meeting.starts_at and meeting.starts_at.date() > until:
                    continue
                meeting.bodies = self._bodies()
                self._write("meeting", meeting, 0, fates, Fate.CREATED)
                continue
            met.add(match.record.id)
            self._one(meeting, match, event, line, fates)
        is_whole = event.series is not None and not is_own and not self._calendar.is_ours
        if is_whole and known.series is not None:
            self._gone(event, known, met, line, fates)

    def _one(
        self, theirs: Meeting, match: Standing, event: IncomingEvent, line: PlanLine, fates: list[Fate]
    ) -> None:
        """A meeting of the file against the one that stands for it."""
        mine = match.record
        if match.is_deleted:
            if self._matching.was_thrown_away(mine.id):
                fates.append(Fate.CONFLICT)
                self._explain(line, event, "deleted_here")
            else:
                theirs.id = mine.id
                theirs.bodies = self._bodies()
                self._write("meeting", theirs, None, fates, Fate.CREATED)
            return
        if self._calendar.is_ours and theirs.sequence <= mine.sequence:
            return
        base = self._matching.base("meeting", mine.id, match.version)
        if self._is_older(theirs, mine, event, base):
            self._explain(line, event, "older_than_here")
            return
        is_joined = mine.uid != theirs.uid
        merged = merge_meeting(mine, theirs, base)
        if merged.conflicts:
            fates.append(Fate.CONFLICT)
            self._explain(line, event, "changed_here", ", ".join(merged.conflicts))
        if merged.is_changed or is_joined:
            merged.record.uid = theirs.uid
            self._write("meeting", merged.record, match.version, fates, Fate.CHANGED)

    @staticmethod
    def _is_older(
        theirs: Meeting, mine: Meeting, event: IncomingEvent, base: Callable[[], Meeting | None]
    ) -> bool:
        """Whether the file holds an edition before the one that was taken in last."""
        if theirs.sequence < mine.sequence:
            before = base()
            if before is None or theirs.sequence < before.sequence:
                return True
        here = modified(mine.raw_properties)
        return bool(here and event.modified and theirs.sequence == mine.sequence and event.modified < here)

    def _gone(
        self, event: IncomingEvent, known: Known, met: set[int], line: PlanLine, fates: list[Fate]
    ) -> None:
        """Days of a series that it no longer has: taken away where nothing hangs on them, told otherwise."""
        starts = [meeting.original_start for meeting in event.meetings if meeting.original_start]
        first = min(starts) if starts else None
        kept = 0
        for standing in known.meetings:
            record = standing.record
            if standing.is_deleted or record.id in met or record.status is MeetingStatus.MOVED:
                continue
            if first and record.original_start and record.original_start < first:
                continue
            edited = self._matching.base("meeting", record.id, standing.version)() is not None
            if edited or has_content(record) or record.id in self._used:
                kept += 1
                continue
            self._plan.removals.append((record.id, standing.version))
            fates.append(Fate.CHANGED)
        if kept:
            self._explain(line, event, "days_kept_here", str(kept))

    def _cancel(self, event: IncomingEvent, known: Known, line: PlanLine) -> None:
        """A cancellation changes what stands and brings nothing new."""
        wanted = event.meetings[0]
        found = [one for one in known.meetings if not one.is_deleted and _is_meant(one.record, wanted, known)]
        if not found:
            self._explain(line, event, "nothing_to_cancel")
            return
        line.title = line.title or found[0].record.title.shown(Language.SL)
        line.starts_at = line.starts_at or found[0].record.starts_at
        for standing in found:
            record = standing.record
            if record.status in {MeetingStatus.CANCELLED, MeetingStatus.MOVED}:
                continue
            if event.sequence < record.sequence:
                self._explain(line, event, "older_than_here")
                continue
            record.status, record.sequence = MeetingStatus.CANCELLED, event.sequence
            record.detached = record.original_start is not None
            self._plan.writes.append(_Write("meeting", record, standing.version))
            line.fate = Fate.CHANGED
        series = known.series
        if series and wanted.original_start is None and not known.is_series_deleted and series.foreign_rule:
            series.frequency, series.foreign_rule = Frequency.FOREIGN, ""
            self._plan.writes.append(_Write("series", series, known.series_version))

    def _look_alike(self) -> None:
        fresh = [
            write.record
            for write in self._plan.writes
            if write.record_type == "meeting" and write.version == 0 and not write.record.original_start
        ]
        found = self._matching.lookalikes(fresh)
        for line in self._plan.lines:
            if line.fate is Fate.CREATED and line.uid in found:
                line.lookalike = found[line.uid]

    def _look_for_vanished(self) -> None:
        calendar = self._calendar
        is_partial = calendar.is_message or calendar.is_ours or not calendar.feed
        if is_partial or calendar.first is None or calendar.last is None:
            return
        uids = {event.uid for event in calendar.events}
        found = self._matching.vanished(calendar.feed, calendar.first, calendar.last, uids)
        self._plan.vanished = found[:_MOST_VANISHED]
        for one in self._plan.vanished:
            if one.meeting_id in self._choices.remove:
                self._plan.removals.append((one.meeting_id, None))

    def _refuse_the_unreadable(self) -> None:
        """A line for everything of the file that became no event."""
        shown = {line.component for line in self._plan.lines}
        for line in self._plan.lines:
            line.reasons = [*self._reasons.get(line.component, ()), *line.reasons]
        for component, problems in self._reasons.items():
            refused = [problem for problem in problems if problem.weight is Weight.REFUSED]
            if component not in shown and refused:
                first = refused[0]
                line = PlanLine(
                    Fate.REFUSED, first.title, component=component, line=first.line, reasons=problems
                )
                line.meetings = 0
                self._plan.lines.append(line)
            elif component not in shown:
                self._plan.problems += problems

    def _bodies(self) -> list[MeetingBody]:
        return [MeetingBody(organization_id=self._choices.body_id)] if self._choices.body_id else []

    def _write(
        self,
        record_type: str,
        record: Meeting | MeetingSeries,
        version: int | None,
        fates: list[Fate],
        fate: Fate,
    ) -> None:
        self._plan.writes.append(_Write(record_type, record, version))
        fates.append(fate)

    def _explain(self, line: PlanLine, event: IncomingEvent, code: str, value: str = "") -> None:
        problem = Problem(code, value, event.line, event.component, title=line.title)
        if problem not in line.reasons:
            line.reasons.append(problem)


def _start_key(meeting: Meeting) -> datetime | None:
    return meeting.original_start


def _by_start(known: Known, event: IncomingEvent) -> dict[datetime | None, Standing]:
    """What stands, by its place in the series; of several the one that was not moved away, then not deleted.

    A single meeting has no place: it is the same wherever it was moved.
    """
    found: dict[datetime | None, Standing] = {}
    is_single = event.series is None and known.series is None
    for standing in sorted(known.meetings, key=_rank):
        key = standing.record.original_start
        if is_single and key is None:
            found[None] = standing
        else:
            found[key] = standing
    return found


def _rank(standing: Standing) -> tuple[bool, bool, int]:
    record = standing.record
    return not standing.is_deleted, record.status is not MeetingStatus.MOVED, record.id


def _is_meant(record: Meeting, wanted: Meeting, known: Known) -> bool:
    """Whether a cancellation is about this meeting; one without an original start is about all of them."""
    if wanted.original_start is None:
        return True
    if record.original_start is None:
        return False
    if wanted.all_day:
        return record.original_start.date() == wanted.original_start.date()
    zone = known.series.zone if known.series else record.zone
    there = wanted.original_start.replace(tzinfo=ZoneInfo(wanted.zone)).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None) == record.original_start
