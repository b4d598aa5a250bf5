"""The form beside the preview: which print, in which language, for whom, of what time, on which paper.

PrintChoices(context, request)     changed() · kind() · language() · options() · remember()
"""

import json
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.dialogs.delegation_choice import DelegationChoice
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField
from cabinet_app.gui.widgets.form import FieldRow, Form
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n.catalogs import N_
from cabinet_app.i18n.collation import sort_key
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.languages import language_name
from cabinet_app.reports.catalog import LANGUAGES, REPORTS
from cabinet_app.reports.house import Orientation, Paper
from cabinet_app.reports.kind import ReportKind
from cabinet_app.reports.options import Audience, ListOrder, Option, ReportOptions, Scope

HOLIDAY_COUNTRIES: Final = ("SI", "AT", "AT-2", "AT-6", "HU", "HR", "IT", "DE")
_OF_RECORD: Final = {
    "visit": "programme",
    "partnership": "agreements",
    "agreement": "agreements",
    "project": "projects",
    "meeting": "calendar-month",
    "task": "tasks",
    "gift": "gift-list",
    "letter": "letter",
}
_TWINNING: Final = ("agreements", "twin-towns", "twin-map", "jubilees")
_CALENDARS: Final = tuple(kind for kind in REPORTS if kind.startswith("calendar-"))
# What else is about the records of a list, besides the prints about one record.
_OF_LIST: Final = {
    "visit": ("tasks", "gift-list"),
    "partnership": (*_TWINNING, "projects"),
    "agreement": (*_TWINNING, "projects"),
    "project": ("projects", *_TWINNING),
    "meeting": _CALENDARS,
    "organization": ("cadence", *_CALENDARS),
    "task": ("tasks",),
    "gift": ("gift-list",),
}
# What the field is called that chooses the record a print is about.
_RECORD_NAMES: Final = {
    "visit": N_("Visit"),
    "organization": N_("Group"),
    "partnership": N_("Partnership"),
    "agreement": N_("Agreement"),
    "project": N_("Project"),
    "meeting": N_("Meeting"),
    "letter": N_("Letter"),
}
_REGIONS: Final = {"AT-2": N_("{country} with Carinthia"), "AT-6": N_("{country} with Styria")}
_KEY: Final = "print.{kind}"
_YEAR: Final = 12
_E = TypeVar("_E", bound=StrEnum)


class PrintChoices(Form):
    """Remembers the choices per kind of print in the settings."""

    changed = Signal()

    def __init__(
        self, context: GuiContext, request: PrintRequest | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._is_filling = False
        t = context.t
        self.kind_field = ChoiceCombo([(kind.id, t.gettext(kind.title)) for kind in _kinds_for(request)])
        self.language_field = ChoiceCombo(
            [(code, language_name(code.value, t.language)) for code in LANGUAGES]
        )
        wanted = {kind.record_type for kind in REPORTS.values()} & _RECORD_NAMES.keys()
        # None has a parent yet: Tab follows the order in which they come into the form.
        self.record_fields = {name: record_picker(context, name) for name in sorted(wanted)}
        self.person_field = record_picker(context, "person")
        self.delegation_field = DelegationChoice(context)
        self.order_field = ChoiceCombo(
            [
                (ListOrder.PRECEDENCE, t.gettext("by precedence")),
                (ListOrder.ALPHABET, t.gettext("by alphabet")),
            ]
        )
        self.scope_field = ChoiceCombo(
            [(Scope.ALL, t.gettext("all")), (Scope.IN_FORCE, t.gettext("only those in force"))]
        )
        self.audience_field = ChoiceCombo(
            [(Audience.GUEST, t.gettext("for guests")), (Audience.INTERNAL, t.gettext("for internal use"))]
        )
        self.first_field = DateEdit(t, context.today, has_echo=False)
        self.last_field = DateEdit(t, context.today, has_echo=False)
        self.year_field = NumberField(largest=2200)
        self.paper_field = ChoiceCombo([(paper, paper.value) for paper in Paper])
        self.orientation_field = ChoiceCombo(
            [(Orientation.PORTRAIT, t.gettext("Portrait")), (Orientation.LANDSCAPE, t.gettext("Landscape"))]
        )
        self.holidays_field: TagEdit[str] = TagEdit(t, self._holiday_choices())
        self.countries_field: TagEdit[str] = TagEdit(t, self._partner_choices())
        bodies = [(body.id, body.names.shown(t.language)) for body in context.cabinet.organizations.bodies()]
        self.groups_field: TagEdit[int] = TagEdit(t, bodies)
        self._rows = self._arrange()
        self._start(request)
        for field in self._fields():
            field.edited.connect(self._edited)
        self.kind_field.edited.connect(self._kind_chosen)

    def kind(self) -> ReportKind:
        return REPORTS[self.kind_field.value()]

    def language(self) -> Language:
        return self.language_field.value()

    def options(self, printed_at: datetime) -> ReportOptions:
        """What was chosen; what the kind does not offer has no effect."""
        first, last = self.first_field.value(), self.last_field.value()
        if self.kind().offers(Option.YEAR):
            first = last = date(int(self.year_field.value() or printed_at.year), 1, 1)
        return ReportOptions(
            printed_at=printed_at,
            record_id=self._record_id(),
            first=first,
            last=max(first, last) if first and last else None,
            paper=self.paper_field.value(),
            orientation=self.orientation_field.value(),
            audience=self.audience_field.value(),
            countries=tuple(self._places_field(self.kind()).value()),
            groups=tuple(self.groups_field.value()),
            person_id=self.person_field.value(),
            delegation_id=self.delegation_field.delegation_id if self._has_delegations() else None,
            order=self.order_field.value(),
            scope=self.scope_field.value(),
        )

    def _record_id(self) -> int | None:
        """The record that the print is about, if it is about one."""
        field = self.record_fields.get(self.kind().record_type)
        return field.value() if field and self.kind().offers(Option.RECORD) else None

    def _has_delegations(self) -> bool:
        """Whether the print may be for one of several delegations of the visit that is chosen."""
        has_several = self.delegation_field.show_visit(self.record_fields["visit"].value())
        return has_several and self.kind().offers(Option.DELEGATION)

    def remember(self) -> None:
        """Keep the choices for the next time this kind is printed."""
        choices = {
            "language": self.language(),
            "audience": self.audience_field.value(),
            "paper": self.paper_field.value(),
            "orientation": self.orientation_field.value(),
            "countries": self._places_field(self.kind()).value(),
            "groups": self.groups_field.value(),
            "order": self.order_field.value(),
            "scope": self.scope_field.value(),
        }
        windows = self._context.settings.windows
        windows[_KEY.format(kind=self.kind().id)] = json.dumps(choices, ensure_ascii=False)
        if (place := self._partner()) is not None:
            self._context.settings.partner_languages[str(place)] = self.language().value

    def _fields(self) -> list[Any]:
        return [
            self.language_field,
            *self.record_fields.values(),
            self.person_field,
            self.delegation_field,
            self.order_field,
            self.scope_field,
            self.audience_field,
            self.first_field,
            self.last_field,
            self.year_field,
            self.paper_field,
            self.orientation_field,
            self.holidays_field,
            self.countries_field,
            self.groups_field,
        ]

    def _arrange(self) -> dict[Option, FieldRow]:
        t = self._context.t
        self.last_field.setAccessibleName(t.gettext("Until"))
        self.add("kind", t.pgettext("noun", "Print"), self.kind_field)
        self._record_rows = {
            name: self.add(f"record_{name}", t.gettext(_RECORD_NAMES[name]), field)
            for name, field in self.record_fields.items()
        }
        self._language_row = self.add("language", t.gettext("Language of the print"), self.language_field)
        rows = {
            Option.AUDIENCE: self.add("audience", t.gettext("Copy"), self.audience_field),
            Option.PERIOD: self.add_line(
                t.gettext("Period"), {"first": self.first_field, "last": self.last_field}, between="–"
            ),
            Option.YEAR: self.add("year", t.gettext("Year"), self.year_field),
            Option.PAPER: self.add("paper", t.gettext("Paper"), self.paper_field),
            Option.ORIENTATION: self.add("orientation", t.gettext("Orientation"), self.orientation_field),
            Option.COUNTRIES: self.add("countries", t.gettext("Countries"), self.countries_field),
            Option.GROUPS: self.add("groups", t.gettext("Groups and bodies"), self.groups_field),
            Option.DELEGATION: self.add("delegation", t.gettext("Delegation"), self.delegation_field),
            Option.PERSON: self.add("person", t.gettext("Person"), self.person_field),
            Option.ORDER: self.add("order", t.gettext("Order"), self.order_field),
            Option.SCOPE: self.add("scope", t.gettext("Agreements"), self.scope_field),
        }
        self._holidays_row = self.add("holidays", t.gettext("Holidays of"), self.holidays_field)
        return rows

    def _start(self, request: PrintRequest | None) -> None:
        """Begin with what the person was looking at."""
        today = self._context.today()
        month = (request.month if request and request.month else today).replace(day=1)
        self.first_field.set_value(month)
        self.last_field.set_value(month)
        self.year_field.set_value((request.month or today).year if request else today.year)
        kind = _OF_RECORD.get(request.record_type, "") if request else ""
        if request and (field := self.record_fields.get(_record_type(request))):
            field.set_value(request.record_id or None)
        if request and _record_type(request) == "organization":
            kind = "group-sheet" if request.record_id else "cadence"
            self.first_field.set_value(date(month.year - (month.month < _YEAR), month.month % _YEAR + 1, 1))
        kind = (request.kind if request else "") or kind
        self.kind_field.set_value(kind or next(iter(REPORTS)))
        self._show_kind()
        if request and request.first:
            self.first_field.set_value(request.first)
            self.last_field.set_value(request.last or request.first)
        if request and (request.groups or request.person_id):
            self.groups_field.set_value(list(request.groups))
            self.person_field.set_value(request.person_id)

    def _kind_chosen(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _edited(self) -> None:
        if not self._is_filling:
            self._rows[Option.DELEGATION].set_shown(self._has_delegations())
            self.changed.emit()

    def _show_kind(self) -> None:
        """Offer what this kind takes, with the choices made last time."""
        kind = self.kind()
        self._is_filling = True
        for option, row in self._rows.items():
            row.set_shown(kind.offers(option))
        for name, row in self._record_rows.items():
            row.set_shown(kind.offers(Option.RECORD) and kind.record_type == name)
        self._rows[Option.DELEGATION].set_shown(self._has_delegations())
        # A letter is printed in the language it is written in.
        self._language_row.set_shown(kind.language_of is None)
        self._holidays_row.set_shown(kind.offers(Option.COUNTRIES) and kind.offers(Option.PERIOD))
        of_towns = kind.offers(Option.COUNTRIES) and not kind.offers(Option.PERIOD)
        self._rows[Option.COUNTRIES].set_shown(of_towns)
        remembered = self._remembered(kind)
        self._fill(kind, remembered)
        self._propose_time(kind)
        self._is_filling = False

    def _propose_time(self, kind: ReportKind) -> None:
        """The list of gifts is that of the year before; open tasks are printed without those done."""
        if kind.id == "gift-list":
            self.year_field.set_value(self._context.today().year - 1)
        elif kind.id == "tasks":
            self.first_field.set_value(None)
            self.last_field.set_value(None)

    def _remembered(self, kind: ReportKind) -> dict[str, Any]:
        with suppress(ValueError):
            found = json.loads(self._context.settings.windows.get(_KEY.format(kind=kind.id), "{}"))
            if isinstance(found, dict):
                return found
        return {}

    def _fill(self, kind: ReportKind, remembered: dict[str, Any]) -> None:
        settings = self._context.settings
        place = self._partner()
        language = settings.partner_languages.get(str(place)) if place else None
        chosen = language or remembered.get("language") or settings.report_language
        with suppress(ValueError):
            self.language_field.set_value(Language(chosen))
        self.audience_field.set_value(_known(Audience, remembered.get("audience"), Audience.GUEST))
        self.paper_field.set_value(_known(Paper, remembered.get("paper"), Paper(settings.paper)))
        turned = _known(Orientation, remembered.get("orientation"), kind.orientation)
        self.orientation_field.set_value(turned)
        self.order_field.set_value(_known(ListOrder, remembered.get("order"), ListOrder.PRECEDENCE))
        self.scope_field.set_value(_known(Scope, remembered.get("scope"), Scope.ALL))
        countries, groups = remembered.get("countries"), remembered.get("groups")
        self._places_field(kind).set_value(countries if isinstance(countries, list) else [])
        self.groups_field.set_value(groups if isinstance(groups, list) else [])

    def _partner(self) -> int | None:
        """The town of the visit that is printed: its people have a language they are written to in."""
        visit_id = self._record_id() if self.kind().record_type == "visit" else None
        if visit_id is None:
            return None
        from cabinet_app.errors import RecordNotFound

        try:
            return self._context.cabinet.visits.get(visit_id).record.partner_place_id
        except RecordNotFound:
            return None

    def _places_field(self, kind: ReportKind) -> TagEdit[str]:
        """Calendars ask whose holidays, registers whose towns."""
        return self.holidays_field if kind.offers(Option.PERIOD) else self.countries_field

    def _holiday_choices(self) -> list[tuple[str, str]]:
        from cabinet_app.reports.composing.calendars import usual_countries

        usual = usual_countries(self._context.cabinet, Language.SL)
        return [(code, self._country(code)) for code in dict.fromkeys((*usual, *HOLIDAY_COUNTRIES))]

    def _partner_choices(self) -> list[tuple[str, str]]:
        language = self._context.t.language
        codes = {place.country for place in self._context.cabinet.places.all() if place.country}
        names = [(code, country_name(code, language)) for code in codes]
        return sorted(names, key=lambda choice: sort_key(choice[1], language))

    def _country(self, code: str) -> str:
        t = self._context.t
        country, _, part = code.partition("-")
        name = country_name(country, t.language)
        if part.isdigit():
            with_region = _REGIONS.get(code, N_("{country} with Carinthia"))
            return t.gettext(with_region).format(country=name)
        return t.gettext("municipal holiday of {town}").format(town=part) if part else name


def _record_type(request: PrintRequest) -> str:
    return "organization" if request.record_type == "group" else request.record_type


def _kinds_for(request: PrintRequest | None) -> list[ReportKind]:
    """Every kind of print: first those about the record in front, then those about its list."""
    wanted = _record_type(request) if request else ""
    of_list = _OF_LIST.get(wanted, ())

    def place(kind: ReportKind) -> tuple[int, int]:
        if wanted and kind.record_type == wanted:
            return (0, 0)
        return (1, of_list.index(kind.id)) if kind.id in of_list else (2, 0)

    return sorted(REPORTS.values(), key=place)


def _known(kind: type[_E], value: object, usual: _E) -> _E:
    """The member of that value, the usual one if there is none."""
    return next((member for member in kind if member.value == value), usual)
