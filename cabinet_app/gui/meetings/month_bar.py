"""What stands in the filter bar of the meetings: a month to page through, today, and the body."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import PlainLabel, escaped_tip, icon_button, text_button
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

MONTHS = 12


class MonthNavigator(QWidget):
    """`‹ november 2026 ›  Today`."""

    turned = Signal(int)
    """One month back (-1) or on (+1)."""
    today_wanted = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setAccessibleName(t.gettext("Month"))
        self._before = icon_button("chevron-left", t.gettext("Previous month"), self)
        self._before.setToolTip(escaped_tip(t.gettext("Previous month (Page Up)")))
        self._before.clicked.connect(self._turn_back)
        self._after = icon_button("chevron-right", t.gettext("Next month"), self)
        self._after.setToolTip(escaped_tip(t.gettext("Next month (Page Down)")))
        self._after.clicked.connect(self._turn_on)
        self.title = PlainLabel(role="strong", parent=self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.today_button = text_button(t.gettext("Today"), self)
        self.today_button.setToolTip(escaped_tip(t.gettext("Today (Ctrl+T)")))
        self.today_button.clicked.connect(self.today_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        for widget in (self._before, self.title, self._after, self.today_button):
            row.addWidget(widget)

    def show_month(self, first: date) -> None:
        """Name the month that is shown."""
        titles = [dates.month_title(first.year, month, self._t.language) for month in range(1, MONTHS + 1)]
        metrics = self.title.fontMetrics()
        self.title.setFixedWidth(max(metrics.horizontalAdvance(title) for title in titles) + 2 * TINY)
        self.title.setText(titles[first.month - 1])

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)


class BodyFilter(ChoiceCombo[int | None]):
    """One of the bodies that meet, or all of them."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._context = context
        super().__init__([(None, context.t.gettext("All bodies"))], parent)
        self.setAccessibleName(context.t.gettext("Body"))
        self.setToolTip(escaped_tip(context.t.gettext("Show the meetings of one body")))
        self.setMinimumContentsLength(11)
        self.view().setMinimumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.refresh()

    def refresh(self) -> None:
        """Offer the bodies as they are now, by name."""
        from cabinet_app.i18n.collation import sort_key

        language = self._context.language
        bodies = [
            (body.id, body.names.shown(language)) for body in self._context.cabinet.organizations.bodies()
        ]
        bodies.sort(key=lambda body: sort_key(body[1], language))
        self.set_choices([(None, self._context.t.gettext("All bodies")), *bodies])
