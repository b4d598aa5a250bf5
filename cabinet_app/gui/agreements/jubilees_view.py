"""The jubilees of a year beside the list of agreements: by month, then the year alone, then no date."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cabinet_app.domain.agreement_status import RESTING
from cabinet_app.domain.anniversaries import YEARS_AHEAD
from cabinet_app.gui.agreements.words import capital
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, SMALL, TINY
from cabinet_app.gui.view_switch import SegmentedSwitch
from cabinet_app.gui.widgets.fields import CheckField, NumberField
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, escaped_tip, text_button
from cabinet_app.i18n import jubilee_words
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.jubilees import JubileeRow, YearOfJubilees

CURRENT = "▸ "
EARLIEST, LATEST = 1000, 2999


class JubileesView(QWidget):
    """A view of the pane of agreements (see gui/record_kind.View)."""

    def __init__(self, context: GuiContext, pane: Any, parent: QWidget | None = None) -> None:  # noqa: ANN401 the pane is generic
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._ids: frozenset[int] = frozenset()
        self.rows: list[JubileeRow] = []
        self.buttons: list[QPushButton] = []
        self._current = 0
        t, year = context.t, context.today().year
        self.years = SegmentedSwitch(
            [(str(year + ahead), str(year + ahead)) for ahead in range(YEARS_AHEAD + 1)], t.gettext("Year")
        )
        self.years.set_current(str(year + 1))
        self.year_field = NumberField(largest=LATEST)
        self.year_field.setAccessibleName(t.gettext("Another year"))
        self.year_field.setPlaceholderText(t.gettext("Another year"))
        self.year_field.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 16)
        self.resting = CheckField(t.gettext("Suspended and unclear ones too"))
        self.print_button = text_button(t.gettext("Print the jubilees…"))
        self._build()
        self.years.chosen.connect(self._year_chosen)
        self.year_field.edited.connect(self._year_typed)
        self.resting.edited.connect(self.refresh)
        self.print_button.clicked.connect(self._print)
        self._year = year + 1

    @property
    def year(self) -> int:
        return self._year

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the jubilees of these agreements, and of partnerships alone while nothing is filtered."""
        self._ids = frozenset(ids)
        self.refresh()

    def select(self, record_id: int) -> None:
        """Mark the line of the current agreement."""
        self._current = record_id
        for row, button in zip(self.rows, self.buttons, strict=True):
            is_current = row.record_type == "agreement" and row.record_id == record_id
            button.setText(f"{CURRENT if is_current else ''}{doubled(self._line(row))}")

    def refresh(self) -> None:
        """Read the jubilees of the year again."""
        t, context = self._context.t, self._context
        found = context.cabinet.jubilees.of_year(self._year, context.today(), resting=self.resting.value())
        self._empty()
        celebrated = self._kept(found.celebrated)
        if not celebrated:
            words = t.gettext("No round anniversary falls in {year}.").format(year=self._year)
            self._lines.addWidget(PlainLabel(words, role="muted", wrap=True))
        for heading, rows in self._groups(celebrated, found):
            self._lines.addWidget(PlainLabel(heading, role="section"))
            for row in rows:
                self._add(row)
        self._lines.addStretch(1)
        self.select(self._current)

    def _groups(
        self, celebrated: "Sequence[JubileeRow]", found: "YearOfJubilees"
    ) -> "list[tuple[str, list[JubileeRow]]]":
        t = self._context.t
        groups: dict[str, list[JubileeRow]] = {}
        for row in celebrated:
            groups.setdefault(capital(jubilee_words.month_words(row.jubilee, t)), []).append(row)
        named = [*groups.items()]
        for heading, rows in (
            (t.gettext("Sources differ on the year"), self._kept(found.contested)),
            (capital(t.gettext("no date")), self._kept(found.undated)),
        ):
            if rows:
                named.append((heading, rows))
        return named

    def _kept(self, rows: "Iterable[JubileeRow]") -> "list[JubileeRow]":
        is_filtered = self._pane.filter_bar.is_active()
        return [
            row
            for row in rows
            if (row.record_id in self._ids if row.record_type == "agreement" else not is_filtered)
        ]

    def _add(self, row: "JubileeRow") -> None:
        t, jubilee = self._context.t, row.jubilee
        words = self._line(row)
        button = text_button(doubled(words), kind="link")
        button.setToolTip(escaped_tip(words))
        button.setMinimumWidth(0)
        button.clicked.connect(_Opener(self._context, self._pane, row))
        told = [] if jubilee.counted.is_empty else [jubilee_words.counted_words(jubilee, t)]
        told += [jubilee_words.other_words(other, t) for other in jubilee.others]
        if row.status in RESTING:
            told.append(label(row.status, t))
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if told:
            detail = PlainLabel(" · ".join(told), role="small muted", wrap=True)
            detail.setContentsMargins(SMALL, 0, 0, TINY)
            self._lines.addWidget(detail)
        self.rows.append(row)
        self.buttons.append(button)

    def _line(self, row: "JubileeRow") -> str:
        """`20 let · torek, 25. julij 2028 · Listina o sodelovanju Kranj – Beljak`."""
        t, jubilee = self._context.t, row.jubilee
        years = jubilee_words.years_words(jubilee, t)
        when = jubilee_words.day_words(jubilee, t) if jubilee.years is not None and jubilee.month else ""
        title = row.title.shown(t.language) or t.gettext("Untitled agreement")
        return " · ".join(part for part in (years, when, title) if part)

    def _empty(self) -> None:
        self.rows.clear()
        self.buttons.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        for widget in (self.years, self.year_field, self.resting):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.print_button)
        inner = QWidget()
        mark(inner, "clear")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, SMALL, SMALL)
        self._lines.setSpacing(TINY)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, LARGE, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.setFocusProxy(self.years)

    def _year_chosen(self, key: str) -> None:
        self._year = int(key)
        self.year_field.set_value(None)
        self.refresh()

    def _year_typed(self) -> None:
        typed = self.year_field.value()
        if typed is not None and EARLIEST <= typed <= LATEST:
            self._year = typed
            self.refresh()

    def _print(self) -> None:
        first = date(self._year, 1, 1)
        self._context.print_records(PrintRequest("agreement", 0, (), month=first, kind="jubilees"))


class _Opener:
    """Shows a jubilee's record: in this pane, or in that of partnerships."""

    def __init__(self, context: GuiContext, pane: Any, row: "JubileeRow") -> None:  # noqa: ANN401 the pane is generic
        self._context = context
        self._pane = pane
        self._row = row

    def __call__(self) -> None:
        if self._row.record_type == "agreement":
            self._pane.select(self._row.record_id)
        else:
            self._context.open_record(self._row.record_type, self._row.record_id)
