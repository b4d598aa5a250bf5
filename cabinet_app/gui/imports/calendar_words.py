"""What the preview of a calendar says of its entries."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.ics_words import problem_place, problem_sentence

if TYPE_CHECKING:
    from cabinet_app.domain.incoming import Problem
    from cabinet_app.services.calendar_import import ImportPlan, PlanLine
    from cabinet_app.services.calendar_matching import Lookalike

GONE = "gone"
_NEVER = datetime.combine(date.min, time())


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A line of the list: an entry of the file, or a meeting that the calendar no longer has."""

    id: int
    fate: str
    title: str
    starts_at: datetime | None
    all_day: bool
    meetings: int
    is_series: bool
    line: "PlanLine | None" = None
    gone: "Lookalike | None" = None


def rows_of(plan: "ImportPlan", t: Translator) -> list[PreviewRow]:
    """What the list shows: first what needs a look, then all else, each by its time."""
    rows = [
        PreviewRow(
            number,
            line.fate.value,
            line.title,
            line.starts_at,
            line.all_day,
            line.meetings,
            line.is_series,
            line,
        )
        for number, line in enumerate(plan.lines, 1)
    ]
    first = len(rows) + 1
    rows += [
        PreviewRow(
            number,
            GONE,
            one.title.shown(t.language),
            one.starts_at,
            all_day=False,
            meetings=1,
            is_series=False,
            gone=one,
        )
        for number, one in enumerate(plan.vanished, first)
    ]
    return sorted(rows, key=_order)


def _order(row: PreviewRow) -> tuple[int, datetime, int]:
    needs_a_look = row.fate in {"refused", "conflict", GONE} or (row.line and row.line.lookalike is not None)
    return (
        (0 if needs_a_look else 1),
        row.starts_at or _NEVER,
        row.id,
    )


def when(row: PreviewRow, t: Translator) -> str:
    """The day, with the hour if there is one."""
    if row.starts_at is None:
        return ""
    day = dates.numeric(row.starts_at.date(), t.language)
    if row.all_day:
        return day
    return f"{day}, {dates.time(row.starts_at.time(), t.language)}"


def how_often(row: PreviewRow, t: Translator) -> str:
    """How many meetings a series has; nothing for a single one."""
    if not row.is_series:
        return ""
    return t.ngettext("{count} meeting", "{count} meetings", row.meetings).format(count=row.meetings)


def fate_status(row: PreviewRow, t: Translator, *, is_removed: bool = False) -> StatusSpec:
    """What becomes of an entry, as glyph and word."""
    if row.line is not None and row.line.lookalike is not None:
        return StatusSpec("?", t.pgettext("line of a list", "new, or known"), "warn")
    if row.fate == GONE and is_removed:
        return StatusSpec("✕", t.pgettext("line of a list", "is deleted"), "danger")
    if row.fate == "created" and row.line is not None and row.line.reasons:
        return StatusSpec("+", t.pgettext("line of a list", "new, with a note"), "warn")
    return {
        "created": StatusSpec("+", t.pgettext("line of a list", "new"), "ok"),
        "changed": StatusSpec("◐", t.pgettext("line of a list", "changed"), "accent"),
        "unchanged": StatusSpec("=", t.pgettext("line of a list", "unchanged"), "neutral"),
        "conflict": StatusSpec("⚠", t.pgettext("line of a list", "changed here"), "warn"),
        "refused": StatusSpec("✕", t.pgettext("line of a list", "left out"), "danger"),
        GONE: StatusSpec("…", t.pgettext("line of a list", "no longer there"), "warn"),
    }[row.fate]


def reasons(row: PreviewRow, t: Translator) -> str:
    """Why, one sentence after the other, with the place in the file."""
    if row.gone is not None:
        return t.gettext("The calendar no longer has this meeting. It stays unless you delete it.")
    if row.line is None:
        return ""
    return "\n".join(_told(problem, t) for problem in row.line.reasons)


def notes(problems: "list[Problem]", t: Translator, most: int) -> str:
    """What concerns the file as a whole, the first few sentences."""
    told = list(dict.fromkeys(_told(problem, t) for problem in problems))
    more = len(told) - most
    if more > 0:
        words = t.ngettext("and {count} more note", "and {count} more notes", more)
        told = [*told[:most], words.format(count=more)]
    return "\n".join(told)


def _told(problem: "Problem", t: Translator) -> str:
    place = problem_place(problem, t)
    sentence = problem_sentence(problem, t)
    return f"{sentence} ({place})" if place else sentence
