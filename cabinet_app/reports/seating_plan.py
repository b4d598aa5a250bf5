"""The seating plan: each table as both sides see it, and the list of those who sit at it."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Place
from cabinet_app.domain.seating_geometry import lay_out
from cabinet_app.domain.seating_notes import notes
from cabinet_app.domain.seating_reasons import reason_of
from cabinet_app.domain.visits import SeatingShape, SeatingStatus, SeatSide
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.precedence_words import place_sentence, printed_name
from cabinet_app.i18n.seating_words import note_sentence, reason_sentence, side_words
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.seating_plan_data import SeatingData, TableData
from cabinet_app.reports.seating_plan_drawing import Drawing, Labels
from cabinet_app.reports.styles import BODY, HEADING, LABEL, MM, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter, with_notes

_NUMBERS: Final = 9 * MM
_GUTTER: Final = 8 * MM
_CAPTION: Final = 28.0
"""What the line above a drawing takes, with the white around both."""
_SLACK: Final = 1.0


def render(
    data: SeatingData, house: HouseStyle, t: Translator, paper: Paper = Paper.A4
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Seating(data, house, t, paper)
    return print_.render(), print_.findings


class _Seating:
    def __init__(self, data: SeatingData, house: HouseStyle, t: Translator, paper: Paper) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        heading = t.gettext("Seating plan")
        event = data.title.shown(t.language)
        imprint = Imprint(
            title=f"{heading} · {event}" if event else heading,
            printed_at=data.printed_at,
            subject=self._days(),
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint, paper=paper, orientation=Orientation.LANDSCAPE)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        papers = [self._table(table) for table in self._data.tables]
        if not papers:
            papers = [[*self._opening(None), self._unset()]]
        return self._frame.render_papers(
            [*papers[:-1], with_notes(papers[-1], *self._setter.legend(self._width))]
        )

    def _table(self, table: TableData) -> list[Band]:
        """Front, back and list; the list stands below the front where there is room for it."""
        bands = self._opening(table)
        if not any(seat.delegate_id for seat in table.plan.seats):
            return [*bands, self._unset()]
        people = [*self._people(table), *(self._house_notes(table) if self._data.internal else [])]
        room = self._frame.text_height - _height(bands)
        front, is_short = self._front(table, room, _height(people))
        first = [*bands, *front, *(people if is_short else [])]
        first.append(_white(self._frame.text_height - _height(first)))
        back = self._view(table, self._frame.page_height, is_turned=True)
        left = self._frame.page_height - _height(back)
        if is_short or _height(people) <= left:
            return [*first, *back, *([] if is_short else people)]
        return [*first, *back, _white(left), *people]

    def _front(self, table: TableData, room: float, list_height: float) -> tuple[list[Band], bool]:
        """The front, with room for the list below it where both can be read; and whether there is."""
        if room - list_height > 0:
            front = self._view(table, room - list_height, is_turned=False)
            if _height(front) + list_height <= room:
                return front, True
        return self._view(table, room, is_turned=False), False

    def _unset(self) -> Band:
        words = self._setter.plain(self._t.gettext("The seating has not been set yet."))
        return self._setter.paragraph(words, self._width, before=14)

    def _opening(self, table: TableData | None) -> list[Band]:
        setter, t = self._setter, self._t
        bands = [
            setter.paragraph(setter.plain(t.gettext("Seating plan").upper(), TITLE), self._width, keep=True)
        ]
        event = table.event if table and not table.event.is_empty else self._data.title
        bands.append(setter.paragraph(setter.localized(event, SUBTITLE), self._width, keep=True))
        facts = setter.plain(self._moment(table))
        if table and not table.venue.is_empty:
            facts += [*setter.plain(" · " if facts else ""), *setter.localized(table.venue)]
        if table and table.plan.status is SeatingStatus.DRAFT:
            facts += setter.plain((" · " if facts else "") + label(table.plan.status, t), STRONG)
        bands.append(setter.paragraph(facts, self._width, before=1, keep=True))
        return [band for band in bands if not band.is_empty]

    def _days(self) -> str:
        first, last = self._data.first_day, self._data.last_day
        if first is None:
            return ""
        if last is None or last <= first:
            return dates.long(first, self._t.language)
        return dates.date_range_long(first, last, self._t.language)

    def _moment(self, table: TableData | None) -> str:
        if table is None or table.day is None:
            return self._days()
        day = dates.long(table.day, self._t.language)
        return f"{day}, {dates.time_sentence(table.at, self._t.language)}" if table.at else day

    def _view(self, table: TableData, room: float, *, is_turned: bool) -> list[Band]:
        """The table as one side sees it, with a line that says which, in a height of `room`."""
        layout = lay_out(table.plan)
        drawing = Drawing(
            layout=layout.turned() if is_turned else layout,
            at=_seated(table),
            numbers=_numbers(table),
            labels=self._labels(table, is_turned=is_turned),
            setter=self._setter,
            width=self._width,
            most_height=room - _CAPTION,
        )
        said = self._caption(table, is_turned=is_turned).format(scale=drawing.scale)
        caption = self._setter.paragraph(
            self._setter.plain(said, SMALL), self._width, before=6, after=4, keep=True
        )
        height = Line((), drawing.height)
        picture = Band([Column(0, [height])], whole=True, after=6, paint=drawing.paint)
        return [caption, picture]

    def _caption(self, table: TableData, *, is_turned: bool) -> str:
        t = self._t
        if table.plan.shape is SeatingShape.TALKS:
            if is_turned:
                return t.gettext("Back: as the guests see the table (scale 1 : {scale}).")
            return t.gettext("Front: as the hosts see the table (scale 1 : {scale}).")
        if is_turned:
            return t.gettext("Back: the table seen from the other side (scale 1 : {scale}).")
        if table.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            return t.gettext("Front: the hosts sit at the ends (scale 1 : {scale}).")
        return t.gettext("Front: the host sits below (scale 1 : {scale}).")

    def _labels(self, table: TableData, *, is_turned: bool) -> Labels:
        above, below = (
            side_words(table.plan, side, self._t).upper() for side in (SeatSide.TOP, SeatSide.BOTTOM)
        )
        if is_turned:
            above, below = below, above
        return Labels(above, below, middle="", empty=self._t.pgettext("seat", "empty"))

    def _people(self, table: TableData) -> list[Band]:
        """Guests and hosts beside one another, each with the number that the drawing has."""
        half = (self._width - _GUTTER) / 2
        people, at = table.people, (0.0, half + _GUTTER)
        sides = (
            (self._t.gettext("Guests"), (*people.guests, *people.guest_interpreters)),
            (self._t.gettext("Hosts"), (*people.hosts, *people.host_interpreters)),
        )
        numbers = _numbers(table)
        heads = [
            Column(x, self._setter.lines(self._setter.plain(title, HEADING), half))
            for x, (title, _) in zip(at, sides, strict=True)
        ]
        bands = [Band(heads, before=8, after=2, keep=True)]
        blocks = [[self._entry(one, numbers, table, half) for one in side] for _, side in sides]
        for place in range(max(len(block) for block in blocks)):
            columns = []
            for x, block in zip(at, blocks, strict=True):
                if place < len(block):
                    number, words = block[place]
                    columns += [Column(x, number), Column(x + _NUMBERS, words)]
            bands.append(Band(columns, before=2.5, whole=True, below=Rule()))
        return bands

    def _entry(
        self, one: Ranked, numbers: dict[int, int], table: TableData, width: float
    ) -> tuple[list[Line], list[Line]]:
        setter = self._setter
        number = setter.lines(setter.plain(str(numbers[one.delegate.id]), LABEL), _NUMBERS)
        function = setter.localized(one.function, BODY.but(colour=MUTED))
        name = printed_name(one, self._t)
        runs = setter.plain(name, STRONG, bound=False)
        if function and name != one.function.shown(self._t.language):
            runs += [*setter.plain(", ", BODY), *function]
        lines = setter.lines(runs, width - _NUMBERS)
        if self._data.internal:
            words = setter.plain(self._why(one, table), SMALL)
            lines += setter.lines(words, width - _NUMBERS, prose=True)
        return number, lines

    def _why(self, one: Ranked, table: TableData) -> str:
        """For the house: what the seat is, and the place in the order of precedence."""
        place = next((place for place, other in _seated(table).items() if other is one), None)
        said = f"{place_sentence(one, self._t)}."
        if place is None:
            return said
        reason = reason_of(table.plan, table.people, place)
        return f"{reason_sentence(reason, table.plan, place, self._t)} {said}" if reason else said

    def _house_notes(self, table: TableData) -> list[Band]:
        t, setter = self._t, self._setter
        said = [note_sentence(note, t) for note in notes(table.plan, table.people, table.gone)]
        if table.away:
            names = ", ".join(printed_name(one, t) or label(one.delegate.role, t) for one in table.away)
            said.append(t.gettext("Not at the table: {names}").format(names=names))
        said += [table.plan.notes] if table.plan.notes else []
        if not said:
            return []
        bands = [
            setter.paragraph(setter.plain(t.gettext("Notes"), HEADING), self._width, before=10, keep=True)
        ]
        bands += [setter.paragraph(setter.plain(one), self._width, before=2, prose=True) for one in said]
        return bands


def _seated(table: TableData) -> dict[Place, Ranked]:
    known = table.people.by_id
    return {
        (seat.side, seat.number): known[seat.delegate_id]
        for seat in table.plan.seats
        if seat.delegate_id in known
    }


def _numbers(table: TableData) -> dict[int, int]:
    """The numbers of the list: guests in their order, then hosts."""
    people = table.people
    order = (*people.guests, *people.guest_interpreters, *people.hosts, *people.host_interpreters)
    return {one.delegate.id: number for number, one in enumerate(order, start=1)}


def _height(bands: Sequence[Band]) -> float:
    return sum(band.before + band.height + band.after for band in bands)


def _white(height: float) -> Band:
    return Band([Column(0, [Line((), max(height - _SLACK, 0.0))])])
