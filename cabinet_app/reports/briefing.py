"""The mayor's briefing: two pages at most, whatever the register holds."""

import io
from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.people import Gender
from cabinet_app.domain.visits import DelegateRole, VisitDirection
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.delegate_words import is_only_function, role_word
from cabinet_app.i18n.languages import language_name
from cabinet_app.reports.briefing_data import BriefGift, BriefingData, BriefPerson, Gap
from cabinet_app.reports.delegation_list import visit_days, visit_line
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.paper_bands import PaperBands
from cabinet_app.reports.partner_points import LONG, SHORT, PartnerPoints
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, MM, MUTED, SMALL, STRONG
from cabinet_app.reports.text import NBSP, Line
from cabinet_app.reports.trimming import Part, clipped, trimmed
from cabinet_app.reports.typesetter import Typesetter

PAGES: Final = 2
_PHOTO: Final = 15 * MM
_MANY_PEOPLE: Final = 12
"""Of more people than these each has one line, so that all of them stand on the two pages."""
_GAPS: Final = {
    Gap.PRONUNCIATION: N_("How the name is spoken is not known: {names}."),
    Gap.REPLY: N_("No final answer yet: {names}."),
    Gap.NAME: N_("The name is not known yet: {names}."),
    Gap.PROGRAMME: N_("The programme has not been set yet."),
    Gap.TOPICS: N_("No topics have been agreed yet."),
    Gap.INTERPRETER: N_("An interpreter is needed and not found yet."),
}


def render(data: BriefingData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Briefing(data, house, t)
    return print_.render(), print_.findings


def _title(reader: Gender, t: Translator) -> str:
    if reader is Gender.FEMALE:
        return t.pgettext("feminine", "Briefing for the mayor")
    return t.gettext("Briefing for the mayor")


class _Briefing:
    def __init__(self, data: BriefingData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        title = _title(data.reader, t)
        line = visit_line(data.head, t)
        self._frame = Frame(
            self._setter,
            house,
            Imprint(
                title=" · ".join(filter(None, (title, line))),
                printed_at=data.head.printed_at,
                subject=visit_days(data.head, t),
                stamp=t.gettext("Internal").upper(),
            ),
        )
        self._width = self._frame.width
        self._bands = PaperBands(self._setter, self._width, house.accent)
        self._points = PartnerPoints(self._setter, self._bands, self._width)
        self._opening = self._bands.opening(title, line, visit_days(data.head, t))
        self._parts = self._make_parts()

    @property
    def findings(self) -> tuple[Finding, ...]:
        left_out = sum(part.left_out for part in self._parts)
        told = (Finding(FindingKind.POINTS_LEFT_OUT, count=left_out),) if left_out else ()
        return (*told, *self._setter.findings)

    def render(self) -> bytes:
        trimmed(self._parts, self._fits)
        return self._frame.render(self._all())

    def _fits(self) -> bool:
        return self._frame.page_count(self._all()) <= PAGES

    def _all(self) -> list[Band]:
        bands = [band for part in self._parts for band in part.bands(self._more)]
        return [*self._opening, *bands, *self._setter.legend(self._width)]

    def _more(self, count: int) -> Band:
        words = self._t.ngettext("and {count} more", "and {count} more", count).format(count=count)
        return self._bands.paragraph(words, SMALL, before=2)

    def _make_parts(self) -> list[Part]:
        """In the order of the page; the weights say what goes first when room is short."""
        data, t = self._data, self._t
        heading = self._bands.heading
        abroad = data.head.direction is VisitDirection.OUTGOING
        return [
            Part(
                heading(t.gettext("Whom you meet") if abroad else t.gettext("Who comes")),
                [[self._person(person)] for person in data.people],
                weight=6,
                least=6,
            ),
            Part(
                heading(t.gettext("Purpose and topics")),
                [[self._bands.point(self._points.clipped(topic, SHORT))] for topic in data.topics],
                weight=7,
                least=5,
                lead=self._purpose(),
            ),
            Part(
                heading(t.gettext("What we have agreed")),
                [[self._points.agreement(agreement)] for agreement in data.agreements]
                or self._none("agreements"),
                weight=5,
                least=3,
            ),
            Part(
                heading(t.gettext("Last visits")),
                [self._points.visit(visit) for visit in data.visits] or self._none("visits"),
                weight=8,
                least=3,
            ),
            Part(heading(t.gettext("Still open")), self._open_matters(), weight=4, least=4),
            Part(heading(t.gettext("Gifts so far")), self._gifts(), weight=3, least=4),
            Part(heading(self._greeting_title()), self._greetings(), weight=9, least=3),
            Part(heading(t.gettext("Still to be settled")), self._missing(), weight=2, least=2),
        ]

    def _purpose(self) -> list[Band]:
        text = self._data.purpose if not self._data.purpose.is_empty else self._data.title
        runs = self._points.clipped(text, LONG)
        return [self._setter.paragraph(runs, self._width, before=0, prose=True)] if runs else []

    def _person(self, person: BriefPerson) -> Band:
        t, setter = self._t, self._setter
        photo = _readable(person.photo)
        x = _PHOTO + 8 if photo else 0.0
        width = self._width - x
        repeats = is_only_function(person.name, person.function)
        called = person.function.shown(t.language) if repeats else person.name
        name = setter.plain(clipped(called, SHORT) or t.gettext("name not known yet"), STRONG)
        if person.pronunciation:
            name += setter.plain(f"{NBSP} [{clipped(person.pronunciation, SHORT)}]", BODY.but(colour=MUTED))
        function = [] if repeats else self._points.clipped(person.function, SHORT)
        role = role_word(person.role, person.gender, t)
        if role and (person.role is DelegateRole.HEAD or person.function.is_empty):
            function += setter.plain((", " if function else "") + role)
        if person.languages:
            spoken = ", ".join(language_name(code, t.language) for code in person.languages[:5])
            words = t.gettext("speaks: {languages}").format(languages=spoken)
            # On the same line, so that a large delegation has room on the two pages.
            function += setter.plain((" · " if function else "") + words, SMALL)
        if len(self._data.people) > _MANY_PEOPLE:
            lines = setter.lines([*name, *setter.plain(", "), *function] if function else name, width)
        else:
            lines = setter.lines(name, width) + (setter.lines(function, width) if function else [])
        if photo:
            lines += [Line((), max(_PHOTO * 1.25 - sum(line.leading for line in lines), 0))]
        paint = _Photo(photo) if photo else None
        return Band([Column(x, lines)], before=4, whole=True, paint=paint)

    def _open_matters(self) -> list[list[Band]]:
        """The overdue first: decisions and tasks alike by their day."""
        matters = sorted(
            (*self._data.matters, *self._data.decisions),
            key=lambda matter: (not matter.is_overdue, matter.due_on is None, str(matter.due_on)),
        )
        return [[self._points.matter(matter)] for matter in matters] or self._none("matters")

    def _gifts(self) -> list[list[Band]]:
        t = self._t
        given = [(t.gettext("we gave"), gift) for gift in self._data.given]
        received = [(t.gettext("we received"), gift) for gift in self._data.received]
        both = [pair for pairs in _zipped(given, received) for pair in pairs]
        return [[self._points.gift(words, gift)] for words, gift in both] or self._none("gifts")

    def _greeting_title(self) -> str:
        greetings = self._data.greetings
        if greetings is None:
            return self._t.gettext("Greetings")
        name = language_name(greetings.code, self._t.language)
        return self._t.gettext("Greetings ({language})").format(language=name)

    def _greetings(self) -> list[list[Band]]:
        greetings, t, setter = self._data.greetings, self._t, self._setter
        if greetings is None or greetings.code == t.language:
            return []
        pairs = (
            (t.pgettext("greeting", "good day"), greetings.greeting),
            (t.pgettext("greeting", "welcome"), greetings.welcome),
            (t.pgettext("greeting", "thank you"), greetings.thanks),
        )
        bands = [
            self._bands.fact(
                meaning,
                [*setter.plain(phrase.words, STRONG), *self._points.aside(f"[{phrase.said}]")],
                width=28 * MM,
            )
            for meaning, phrase in pairs
        ]
        for band in bands[:-1]:
            band.keep = True
        return [[band] for band in bands]

    def _missing(self) -> list[list[Band]]:
        """One sentence for each kind of gap, with the names it concerns."""
        found: dict[Gap, list[str]] = {}
        for missing in self._data.missing:
            found.setdefault(missing.gap, []).append(missing.subject)
        sentences = (
            self._t.gettext(_GAPS[gap]).format(names=clipped(", ".join(filter(None, names)), LONG))
            for gap, names in found.items()
        )
        return [[self._bands.point(self._setter.plain(sentence))] for sentence in sentences]

    def _none(self, what: str) -> list[list[Band]]:
        t = self._t
        words = {
            "agreements": t.gettext("Nothing has been signed with this partner."),
            "visits": t.gettext("No earlier visit is known."),
            "matters": t.gettext("Nothing is open."),
            "gifts": t.gettext("No gift is known."),
        }
        return [[self._bands.paragraph(words[what], BODY.but(colour=MUTED), before=0)]]


class _Photo:
    """Draws a portrait at the left edge of its band."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.image(x, y + 1, _PHOTO, _PHOTO * 1.25, self._data)


def _readable(photo: bytes | None) -> bytes | None:
    """The picture if it can be printed; a damaged one is left out."""
    if photo is None:
        return None
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(photo)) as picture:
            picture.verify()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return photo


def _zipped(
    first: Sequence[tuple[str, BriefGift]], second: Sequence[tuple[str, BriefGift]]
) -> list[list[tuple[str, BriefGift]]]:
    """By turns one of each, so that neither kind is left out first."""
    longest = max(len(first), len(second))
    return [[*first[place : place + 1], *second[place : place + 1]] for place in range(longest)]
