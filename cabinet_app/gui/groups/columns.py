"""The list of groups: columns and chips."""

from collections.abc import Sequence

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.groups.words import day_words, due_words, window_words
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, rule_phrase, rule_sentence
from cabinet_app.services.rows import GroupRow

BOARD = "board"


class GroupColumns:
    """Says every cell of the list in the language of the window."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._t = context.t

    def columns(self) -> Sequence[Column[GroupRow]]:
        g = self._t.gettext
        return [
            Column("name", g("Group"), text=self.name, tip=self.name_tip, sort_key="name", stretch=True),
            Column("rule", g("Cadence"), text=self.rule, tip=self.sentence, sort_key="rule", width=23),
            Column(
                "last",
                self._t.pgettext("groups", "Last"),
                text=self.last,
                tip=self.last_tip,
                sort_key="last",
                width=7,
            ),
            Column(
                "due",
                g("Next by"),
                text=self.due,
                tip=self.due_tip,
                tone=self.due_tone,
                sort_key="due",
                width=17,
            ),
            Column(BOARD, g("Last 12 months"), text=self.board, tip=self.board_tip, width=20),
        ]

    def chips(self) -> Sequence[Chip]:
        from cabinet_app.services import groups

        g, p = self._t.gettext, self._t.pgettext
        return [
            Chip(groups.CHIP_OVERDUE, p("groups", "Late"), tip=g("Groups that missed their last period")),
            Chip(groups.CHIP_THIS_MONTH, g("This month"), tip=g("Groups that still have to meet this month")),
            Chip(
                groups.CHIP_DORMANT,
                p("groups", "Dormant"),
                tip=g("Groups without a meeting in the last six months"),
            ),
            Chip(
                groups.CHIP_MUNICIPAL,
                p("groups", "Municipal"),
                tip=g("Without the groups of political parties"),
            ),
        ]

    def name(self, row: GroupRow) -> str:
        return row.short_name

    def name_tip(self, row: GroupRow) -> str:
        """The name with its owner behind it."""
        owner = self._t.gettext("Owner: {name}").format(name=row.owner) if row.owner else ""
        kind = "" if row.is_official else self._t.gettext("a group of a political party")
        return " · ".join(part for part in (row.name, owner, kind) if part)

    def rule(self, row: GroupRow) -> str:
        return rule_phrase(row.rule, self._t) if row.rule else "—"

    def sentence(self, row: GroupRow) -> str:
        return rule_sentence(row.rule, self._t) if row.rule else self._t.gettext("No rule is set.")

    def last(self, row: GroupRow) -> str:
        return day_words(row.last_held, self._context.today(), self._t)

    def last_tip(self, row: GroupRow) -> str:
        return dates.long(row.last_held, self._t.language) if row.last_held else ""

    def due(self, row: GroupRow) -> str:
        return due_words(row.owed, row.next_planned, self._t, self._context.today())

    def due_tip(self, row: GroupRow) -> str:
        """What is late, and what is owed next."""
        t, today = self._t, self._context.today()
        late = window_words(row.late, t, today) if row.late else ""
        owed = window_words(row.owed, t, today) if row.owed else ""
        planned = ""
        if row.next_planned:
            planned = t.gettext("planned: {days}").format(days=dates.long(row.next_planned, t.language))
        return " · ".join(dict.fromkeys(part for part in (late, owed, planned) if part))

    def due_tone(self, row: GroupRow) -> str:
        if row.late is not None:
            return "danger"
        return "warn" if row.owed is not None and row.owed.status == "at_risk" else "text"

    def board(self, row: GroupRow) -> str:
        """The dots in words, for screen readers: how many windows were kept, and what is missing."""
        t = self._t
        closed = [item for item in row.windows if item.is_closed and item.is_required]
        kept = sum(item.status in {"met", "met_late"} for item in closed)
        words = t.gettext("{kept} of {total} met").format(kept=kept, total=len(closed)) if closed else ""
        late = late_words(row.late.days_late, t) if row.late else ""
        return ", ".join(part for part in (words, late) if part)

    def board_tip(self, row: GroupRow) -> str:
        return self.board(row)
