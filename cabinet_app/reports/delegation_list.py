"""The lists of a delegation: with names for the reception and for security, in figures for the kitchen."""

from dataclasses import replace
from typing import Final

from cabinet_app.domain.visits import DelegateRole, VisitDirection
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.delegate_words import is_only_function, role_word
from cabinet_app.i18n.house_language import delegation_of_town, delegations_line
from cabinet_app.i18n.labels import label
from cabinet_app.reports.delegation_list_data import (
    Coming,
    KitchenListData,
    ListedPerson,
    ListedSide,
    Meal,
    PeopleListData,
    Reader,
    VisitHead,
)
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import ListOrder
from cabinet_app.reports.paper_bands import PaperBands
from cabinet_app.reports.styles import BODY, MUTED, SMALL, STRONG, Style
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter, with_notes

_FIGURE: Final = STRONG.but(size=15)
_NONE: Final = "–"


def render(
    data: PeopleListData | KitchenListData, house: HouseStyle, t: Translator
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = (
        _KitchenList(data, house, t) if isinstance(data, KitchenListData) else _PeopleList(data, house, t)
    )
    return print_.render(), print_.findings


def list_title(data: PeopleListData | KitchenListData, t: Translator) -> str:
    if isinstance(data, KitchenListData):
        return t.gettext("Meals during the visit")
    if data.reader is Reader.SECURITY:
        return t.gettext("Delegation list for security")
    if data.reader is Reader.HOSTS:
        return t.gettext("Delegation list")
    return t.gettext("Delegation list for the reception")


class _VisitPaper:
    """The head that the three lists share."""

    def __init__(self, head: VisitHead, house: HouseStyle, t: Translator, title: str, stamp: str) -> None:
        self._head = head
        self._t = t
        self._title = title
        self._setter = Typesetter(t)
        line = visit_line(head, t)
        self._frame = Frame(
            self._setter,
            house,
            Imprint(
                title=" · ".join(part for part in (title, line) if part),
                printed_at=head.printed_at,
                subject=visit_days(head, t),
                edition=_edition(head, t),
                stamp=stamp,
            ),
        )
        self._width = self._frame.width
        self._bands = PaperBands(self._setter, self._width, house.accent)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def _opening(self) -> list[Band]:
        return self._bands.opening(
            self._title, visit_line(self._head, self._t), visit_days(self._head, self._t)
        )

    def _lines(self, words: str, width: float, style: Style = BODY) -> list[Line]:
        return self._setter.lines(self._setter.plain(words, style), width) if words else []


class _PeopleList(_VisitPaper):
    def __init__(self, data: PeopleListData, house: HouseStyle, t: Translator) -> None:
        stamp = "" if data.reader is Reader.HOSTS else t.gettext("Internal").upper()
        super().__init__(data.head, house, t, list_title(data, t), stamp)
        self._data = data

    def render(self) -> bytes:
        t, sides = self._t, [side for side in self._data.sides if side.people]
        count = sum(len(side.people) for side in sides)
        words = t.ngettext("{count} person", "{count} people", count).format(count=count)
        order = (
            t.gettext("in order of precedence")
            if self._data.order is ListOrder.PRECEDENCE
            else t.gettext("in alphabetical order")
        )
        bands = [*self._opening(), self._bands.paragraph(f"{words}, {order}", SMALL, before=6)]
        for side in sides:
            bands += self._side(side, is_only=len(sides) == 1)
        if not sides:
            bands.append(self._bands.paragraph(t.gettext("Nobody is entered yet."), before=14))
        return self._frame.render(with_notes(bands, *self._setter.legend(self._width)))

    def _side(self, side: ListedSide, *, is_only: bool) -> list[Band]:
        heading = "" if is_only else side.name.shown(self._t.language)
        bands = [self._bands.heading(heading)] if heading else []
        table = self._table(side)
        bands.append(replace(table.head, before=8.0))
        for number, person in enumerate(side.people, start=1):
            cells = [self._lines(f"{number}", table.widths[0], BODY.but(colour=MUTED))]
            cells.append(self._person(person, table.widths[1]))
            bands.append(table.row([*cells, *self._more(person, table.widths)]))
        return bands

    def _table(self, side: ListedSide) -> Table:
        if self._data.reader is Reader.RECEPTION:
            return self._reception_table()
        return self._security_table(side)

    def _reception_table(self) -> Table:
        t = self._t
        titles = (
            t.gettext("No."),
            t.gettext("Name and function"),
            t.gettext("Arrival"),
            t.gettext("Registration number"),
        )
        return Table(self._setter, titles, (0.7, 5.4, 3.6, 2.6), self._width)

    def _security_table(self, side: ListedSide) -> Table:
        t = self._t
        titles = [t.gettext("No."), t.gettext("Name and function")]
        shares = [0.7, 8.0]
        if any(person.document_number for person in side.people):
            titles.append(t.gettext("Document number"))
            shares.append(3.4)
        return Table(self._setter, titles, shares, self._width)

    def _person(self, person: ListedPerson, width: float) -> list[Line]:
        setter, t = self._setter, self._t
        repeats = is_only_function(person.name, person.function)
        name = person.function.shown(t.language) if repeats else person.name
        lines = self._lines(name or t.gettext("name not known yet"), width, STRONG)
        function = [] if repeats else setter.localized(person.function, BODY.but(colour=MUTED))
        role = role_word(person.role, person.gender, t)
        if role and (person.role is DelegateRole.HEAD or person.function.is_empty):
            function += setter.plain((", " if function else "") + role, BODY.but(colour=MUTED))
        return lines + (setter.lines(function, width) if function else [])

    def _more(self, person: ListedPerson, widths: list[float]) -> list[list[Line]]:
        if self._data.reader is not Reader.RECEPTION:
            return [self._lines(person.document_number or _NONE, width) for width in widths[2:]]
        arrivals = [line for coming in person.comings for line in self._coming(coming, widths[2])]
        return [arrivals or self._lines(_NONE, widths[2]), self._lines(person.plate or _NONE, widths[3])]

    def _coming(self, coming: Coming, width: float) -> list[Line]:
        t, moment = self._t, coming.happens_at
        when = ""
        if moment:
            when = f"{dates.day_month(moment.date(), t.language)}, {dates.time(moment.time(), t.language)}"
        lines = self._lines(when, width)
        how = " · ".join(filter(None, (label(coming.mode, t), coming.number, coming.origin)))
        return lines + self._lines(how, width, BODY.but(colour=MUTED) if lines else BODY)


class _KitchenList(_VisitPaper):
    def __init__(self, data: KitchenListData, house: HouseStyle, t: Translator) -> None:
        super().__init__(data.head, house, t, list_title(data, t), "")
        self._data = data

    def render(self) -> bytes:
        bands = self._opening()
        for meal in self._data.meals:
            if meal.title.is_empty and meal.day is None:
                words = self._t.gettext("The programme has no meal yet; everyone on the visit is counted.")
                bands.append(self._bands.paragraph(words, before=14))
            bands += self._meal(meal)
        words = self._t.gettext(
            "Everyone who has not declined is counted, drivers and interpreters included."
        )
        bands.append(self._bands.paragraph(words, SMALL, before=18))
        return self._frame.render(with_notes(bands, *self._setter.legend(self._width)))

    def _meal(self, meal: Meal) -> list[Band]:
        t, setter = self._t, self._setter
        bands = []
        if not meal.title.is_empty:
            bands.append(
                setter.paragraph(
                    setter.localized(meal.title, STRONG.but(size=12)), self._width, before=18, keep=True
                )
            )
        if where := self._where(meal):
            bands.append(self._bands.paragraph(where, BODY.but(colour=MUTED), before=0))
        figures = setter.plain(self._figures(meal), _FIGURE, bound=False)
        bands.append(setter.paragraph(figures, self._width, before=5 if bands else 18))
        bands += [self._bands.point(setter.plain(note)) for note in meal.notes]
        if meal.told_apart:
            words = t.ngettext(
                "{count} more wish will be told by the Mayor's Office.",
                "{count} more wishes will be told by the Mayor's Office.",
                meal.told_apart,
            )
            bands.append(self._bands.paragraph(words.format(count=meal.told_apart)))
        for band in bands[:-1]:
            band.keep = True
        return bands

    def _where(self, meal: Meal) -> str:
        language = self._t.language
        when = dates.long(meal.day, language) if meal.day else ""
        if meal.starts_at:
            when = ", ".join(filter(None, (when, dates.time(meal.starts_at, language))))
        return " · ".join(filter(None, (when, meal.place.shown(language))))

    def _figures(self, meal: Meal) -> str:
        """`8 oseb; 1 brez glutena, 2 vegetarijansko`."""
        t = self._t
        people = t.ngettext("{count} person", "{count} people", meal.people).format(count=meal.people)
        diets = ", ".join(f"{count} {label(diet, t)}" for diet, count in meal.diets)
        return "; ".join(filter(None, (people, diets)))


def _edition(head: VisitHead, t: Translator) -> str:
    return t.gettext("Change No. {number}").format(number=head.revision) if head.revision else ""


def visit_line(head: VisitHead, t: Translator) -> str:
    """`delegacija mesta Villach`, `obisk v mestu Rivoli`."""
    town = head.town.shown(t.language)
    if head.direction is VisitDirection.OUTGOING and town:
        return t.gettext("visit to the town of {name}").format(name=town)
    if head.direction is not VisitDirection.OUTGOING and len(head.delegations) > 1:
        return delegations_line(t, [name.shown(t.language) for name in head.delegations])
    if head.direction is VisitDirection.ELSEWHERE and town:
        return t.gettext("meeting in the town of {name}").format(name=town)
    if town:
        return delegation_of_town(t, town)
    name = head.organization.shown(t.language)
    return t.gettext("delegation: {name}").format(name=name) if name else ""


def visit_days(head: VisitHead, t: Translator) -> str:
    """`četrtek, 25. februar 2027`, `19.–20. marec 2027`."""
    if head.first_day is None:
        return ""
    if head.last_day is None or head.last_day == head.first_day:
        return dates.long(head.first_day, t.language)
    return dates.date_range_long(head.first_day, head.last_day, t.language)
