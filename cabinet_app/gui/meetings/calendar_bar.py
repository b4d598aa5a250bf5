"""What stands above a calendar: the days to page through, today, and the filter of the calendar."""

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cabinet_app.domain.calendar_filter import CalendarFilter
from cabinet_app.domain.calendar_spans import Span, month_of, week_of, year_of
from cabinet_app.domain.meetings import MeetingKind
from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.tokens import LARGE, TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.labels import ICON_SIDE, PlainLabel, escaped_tip, icon_button, text_button
from cabinet_app.gui.widgets.picker import Picker
from cabinet_app.gui.widgets.record_pickers import Directory
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label

COUNTRIES = ("SI", "AT", "AT-2", "AT-6", "HU", "HR", "IT", "DE")
_POPUP_WIDTH = 400


def title_of(span: Span, language: Language) -> str:
    """`november 2026`, `16.–22. 11. 2026`, `petek, 20. 11. 2026`, `2026`."""
    first, last = span
    if span == month_of(first):
        return dates.month_title(first.year, first.month, language)
    if span == year_of(first):
        return str(first.year)
    if first == last:
        return f"{dates.weekday_abbr(first, language)}, {dates.numeric(first, language)}"
    return dates.date_range(first, last, language)


class Navigator(QWidget):
    """`‹ november 2026 ›  Today`."""

    turned = Signal(int)
    """One page back (-1) or on (+1)."""
    today_wanted = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setAccessibleName(t.gettext("Shown days"))
        self._before = icon_button("chevron-left", t.gettext("Back"), self)
        self._before.setToolTip(escaped_tip(t.gettext("Back (Page Up)")))
        self._before.clicked.connect(self._turn_back)
        self._after = icon_button("chevron-right", t.gettext("Forward"), self)
        self._after.setToolTip(escaped_tip(t.gettext("Forward (Page Down)")))
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

    def show_span(self, span: Span) -> None:
        """Name the days that are shown; the arrows keep their place while one turns the pages."""
        first, language = span[0], self._t.language
        if span == month_of(first):
            likes = [month_of(date(first.year, month, 1)) for month in range(1, 13)]
        elif span == week_of(first):
            likes = [week_of(date(first.year, 11, 11))]
        else:
            likes = [span, (date(first.year, 12, 28), date(first.year, 12, 28))]
        metrics = self.title.fontMetrics()
        broadest = max(metrics.horizontalAdvance(title_of(like, language)) for like in (span, *likes))
        self.title.setFixedWidth(broadest + 2 * TINY)
        self.title.setText(title_of(span, language))

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)


class BodyFilter(ChoiceCombo[int | None]):
    """One of the bodies that meet, or all of them."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._context = context
        super().__init__([(None, context.t.gettext("All bodies"))], parent)
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


class CalendarFilterField(QPushButton):
    """A button that opens the filter: body, kind, person, and whose holidays are named.

    `value()` is None while everything passes, so that it can stand in a filter bar; holidays do not count.
    """

    edited = Signal()
    holidays_edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        t = context.t
        self.setAutoDefault(False)
        self.body = BodyFilter(context)
        kinds = sorted(((kind, label(kind, t)) for kind in MeetingKind), key=lambda choice: choice[1])
        self.kind: ChoiceCombo[MeetingKind | None] = ChoiceCombo([(None, t.gettext("All kinds")), *kinds])
        people = Directory(context, "person")
        self.person = Picker(t, people.search, people.title)
        self.holidays: TagEdit[str] = TagEdit(t, self._holiday_choices())
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self._arrange()
        for field in (self.body, self.kind, self.person):
            field.edited.connect(self._changed)
        self.holidays.edited.connect(self.holidays_edited)
        self._is_compact = False
        self.setIcon(icon("list-filter", "muted"))
        self.setIconSize(QSize(ICON_SIDE + TINY, ICON_SIDE))
        self.clicked.connect(self.open_filter)
        self._say()

    def value(self) -> CalendarFilter | None:
        """The filter, None if everything passes."""
        body, kind = self.body.value(), self.kind.value()
        wanted = CalendarFilter(
            bodies=frozenset({body} if body else ()),
            kinds=frozenset({kind} if kind else ()),
            person_id=self.person.value(),
        )
        return None if wanted.is_open else wanted

    def set_value(self, wanted: CalendarFilter | None) -> None:
        """Set body, kind and person."""
        wanted = wanted or CalendarFilter()
        self.body.set_value(next(iter(wanted.bodies), None))
        self.kind.set_value(next(iter(wanted.kinds), None))
        self.person.set_value(wanted.person_id)
        self._say()

    def set_compact(self, is_compact: bool) -> None:
        """Show the sign and the number alone, where the window is narrow."""
        self._is_compact = is_compact
        self._say()

    def open_filter(self) -> None:
        """Show the fields under the button."""
        self.popup.adjustSize()
        self.popup.resize(_POPUP_WIDTH, self.popup.sizeHint().height())
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + TINY)))
        self.popup.show()
        self.body.setFocus()

    def _arrange(self) -> None:
        t = self._context.t
        form = Form(self.popup)
        form.add("body", t.gettext("Body"), self.body)
        form.add("kind", t.gettext("Kind"), self.kind)
        form.add("person", t.gettext("Person"), self.person)
        form.add("holidays", t.gettext("Holidays of"), self.holidays)
        clear = text_button(t.gettext("Show everything"), kind="quiet", icon_name="x")
        clear.clicked.connect(self._clear)
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.addWidget(form)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignRight)

    def _clear(self) -> None:
        self.set_value(None)
        self.popup.hide()
        self.edited.emit()

    def _changed(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        t = self._context.t
        wanted = self.value()
        count = sum(map(bool, (wanted.bodies, wanted.kinds, wanted.person_id))) if wanted else 0
        words = t.gettext("Filter ({number})").format(number=count) if count else t.gettext("Filter")
        short = f"({count})" if count else ""
        self.setText(short if self._is_compact else words)
        told = [words, self.body.currentText(), self.kind.currentText()]
        self.setToolTip(escaped_tip(" · ".join(told)))
        self.setAccessibleName(words)

    def _holiday_choices(self) -> list[tuple[str, str]]:
        from cabinet_app.reports.composing.calendars import usual_countries

        usual = usual_countries(self._context.cabinet, Language.SL)
        return [(code, self._country(code)) for code in dict.fromkeys((*usual, *COUNTRIES))]

    def _country(self, code: str) -> str:
        t = self._context.t
        country, _, part = code.partition("-")
        name = country_name(country, t.language)
        regions = {
            "AT-2": t.gettext("{country} with Carinthia"),
            "AT-6": t.gettext("{country} with Styria"),
        }
        if code in regions:
            return regions[code].format(country=name)
        return t.gettext("municipal holiday of {town}").format(town=part) if part else name
