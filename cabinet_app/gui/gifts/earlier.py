"""What was given and received before: earlier gifts both ways with a town or a person, the newest first."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.gifts import GiftDirection
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.gifts.words import ARROWS
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.labels import ElidedLabel, PlainLabel, icon_button, text_button
from cabinet_app.i18n import dates
from cabinet_app.i18n.gift_words import value_words

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change
    from cabinet_app.services.rows import GiftRow

FEW = 6


class EarlierGifts(QWidget):
    """Two short lists, given and received, each line a link; on a visit its own gifts stand above them."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None, *, of_visit: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self._of_visit = of_visit
        self._is_stale = True
        self._question: tuple[int | None, tuple[int, ...], int | None, int] = (None, (), None, 0)
        self._is_whole = False
        self.ids: list[int] = []
        self.on_visit = 0
        t = context.t
        self.visit_list = GiftLines(
            context, t.gettext("On this visit"), t.gettext("No gift has been entered.")
        )
        self.given_list = GiftLines(context, t.gettext("We gave them before"), t.gettext("Nothing so far."))
        self.received_list = GiftLines(
            context, t.gettext("They gave us before"), t.gettext("Nothing so far.")
        )
        self.more_button = text_button(t.gettext("Show all"), kind="quiet")
        self.more_button.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.visit_list, self.given_list, self.received_list):
            column.addWidget(part)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.visit_list.setVisible(of_visit)
        context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Leaver(context, self._register_changed))

    def show_exchanged(
        self,
        place_id: int | None,
        people: Collection[int] = (),
        *,
        visit_id: int | None = None,
        besides: int = 0,
    ) -> None:
        """Show what was exchanged with this town or these people, and with the town of this visit."""
        question = (place_id, tuple(sorted(people)), visit_id, besides)
        if question != self._question or self._is_stale:
            self._question = question
            self._is_whole = False
            self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        place_id, people, visit_id, besides = self._question
        gifts = self._context.cabinet.gifts
        self._is_stale = False
        self.ids = gifts.earlier(place_id, people, visit_id=visit_id, besides=besides)
        own = set(gifts.of_visit(visit_id)) if self._of_visit and visit_id else set()
        self.on_visit = len(own)
        rows = gifts.rows([*sorted(own - set(self.ids)), *self.ids], self._context.language)
        self.visit_list.show_rows([row for row in rows if row.id in own])
        others = [row for row in rows if row.id not in own]
        given = [row for row in others if row.direction is GiftDirection.GIVEN]
        received = [row for row in others if row.direction is GiftDirection.RECEIVED]
        few = None if self._is_whole else FEW
        self.given_list.show_rows(given[:few])
        self.received_list.show_rows(received[:few])
        self.more_button.setVisible(not self._is_whole and max(len(given), len(received)) > FEW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _show_all(self) -> None:
        self._is_whole = True
        self.refresh()

    def _register_changed(self, change: "Change") -> None:
        if any(change.touches(kind) for kind in ("gift", "person", "visit")):
            self._is_stale = True
            if self.isVisible():
                self.refresh()


class GiftLines(QWidget):
    """Gifts below one another under a small heading; one muted line where there are none."""

    def __init__(self, context: GuiContext, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: list[GiftLine] = []
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(PlainLabel(title, role="muted"))
        self._nothing = PlainLabel(nothing, role="small muted", wrap=True)
        column.addWidget(self._nothing)
        self._column = column

    def show_rows(self, rows: "Sequence[GiftRow]") -> None:
        """Show these gifts; as many lines as before stay where they are."""
        while len(self.lines) > len(rows):
            line = self.lines.pop()
            line.hide()
            line.setParent(None)
            line.deleteLater()
        while len(self.lines) < len(rows):
            self.lines.append(GiftLine(self._context, self))
            self._column.addWidget(self.lines[-1])
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row)
        self._nothing.setVisible(not rows)


class GiftLine(QWidget):
    """One gift: which way it went and what it was, when, worth how much, from or to whom."""

    def __init__(self, context: GuiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.gift_id = 0
        self.title = ElidedLabel()
        self.detail = ElidedLabel(role="small muted")
        self.open_button = icon_button("arrow-right", context.t.gettext("Open the gift"))
        self.open_button.clicked.connect(self._open)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, row: "GiftRow") -> None:
        """`↑ vaza` over `4. 5. 2026 · 120,00 € · Petra Oberrauner`."""
        t = self._context.t
        self.gift_id = row.id
        what = row.description or t.gettext("Untitled gift")
        self.title.set_text(f"{ARROWS[row.direction]} {what}")
        day = dates.numeric(row.happened_on, t.language) if row.happened_on else t.gettext("no date")
        value = value_words(row.value_cents, row.valuation, t) if row.value_cents is not None else ""
        other = row.recipient if row.direction is GiftDirection.GIVEN else row.donor
        self.detail.set_text(" · ".join(part for part in (day, value, other) if part))
        self.open_button.setAccessibleName(t.gettext("Open “{title}”").format(title=what))

    def _open(self) -> None:
        self._context.open_record("gift", self.gift_id)


class _Leaver:
    def __init__(self, context: GuiContext, observer: object) -> None:
        self._context = context
        self._observer = observer

    def __call__(self, *_object: object) -> None:
        self._context.cabinet.changes.unsubscribe(self._observer)  # type: ignore[arg-type] # the panel's own method
