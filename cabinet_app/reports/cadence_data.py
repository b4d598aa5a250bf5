"""Everything that stands on the cadence board."""

from dataclasses import dataclass
from datetime import date, datetime

from cabinet_app.domain.cadence import CadenceRule, WindowStatus
from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class CadenceCell:
    """What a window says, over the months from `first` to `last` (1 … 12), and the days of its meetings."""

    first: int
    last: int
    status: WindowStatus
    held: tuple[date, ...] = ()
    planned: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CadenceRow:
    """A group with its promise and the windows of the year.

    `deadline` is the last day that would still do, `unconfirmed` a planned day that has passed in silence.
    """

    name: LocalizedText
    owner: LocalizedText = NO_TEXT
    rule: CadenceRule | None = None
    cells: tuple[CadenceCell, ...] = ()
    last_held: date | None = None
    next_planned: date | None = None
    deadline: date | None = None
    unconfirmed: date | None = None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class CadenceData:
    """The board of one year as of `today`; `left_out` counts the groups of parties that nobody chose."""

    year: int
    today: date
    printed_at: datetime
    rows: tuple[CadenceRow, ...] = ()
    left_out: int = 0
