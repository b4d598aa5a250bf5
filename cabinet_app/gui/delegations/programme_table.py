"""How the rows of a programme are painted: what was dropped is struck through, days are set apart."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from cabinet_app.domain.programme_hours import lasts_past_midnight
from cabinet_app.domain.visits import ProgrammeItem, ProgrammeItemStatus
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.gui.widgets.child_model import ChildModel
from cabinet_app.gui.widgets.child_table import FieldDelegate


class ProgrammeDelegate(FieldDelegate):
    """Strikes dropped items through and draws a line above the first item of a day."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        item = _rows(index)[index.row()]
        if item.status is ProgrammeItemStatus.DROPPED:
            option.font.setStrikeOut(True)
            option.palette.setColor(QPalette.ColorRole.Text, QColor(tokens_of(option.palette).muted))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        rows = _rows(index)
        if index.row() and rows[index.row()].day != rows[index.row() - 1].day:
            painter.save()
            painter.setPen(QPen(QColor(tokens_of(option.palette).hairline)))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.restore()


def _rows(index: QModelIndex | QPersistentModelIndex) -> Sequence[ProgrammeItem]:
    return cast("ChildModel[ProgrammeItem]", index.model()).rows


def following(items: Sequence[ProgrammeItem], first_day: date | None, item_id: int) -> ProgrammeItem:
    """A new item that begins when and on the day on which the last one ended."""
    if not items:
        return ProgrammeItem(id=item_id, day=first_day)
    before = items[-1]
    day = before.day or first_day
    if day and lasts_past_midnight(before):
        day += timedelta(days=1)
    return ProgrammeItem(id=item_id, day=day, starts_at=before.ends_at)


def sorted_by_hour(items: Sequence[ProgrammeItem]) -> list[ProgrammeItem]:
    """By day and hour; what has no hour stays behind what it stood behind on its day."""
    ordered: list[tuple[date, int, ProgrammeItem]] = []
    minutes: dict[date, int] = {}
    for item in items:
        day = item.day or date.max
        if item.starts_at is not None:
            minutes[day] = item.starts_at.hour * 60 + item.starts_at.minute
        ordered.append((day, minutes.get(day, 0), item))
    return [item for _, _, item in sorted(ordered, key=lambda entry: entry[:2])]
