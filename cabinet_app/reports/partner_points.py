"""How the papers about a partner put agreements, visits, open matters and gifts: a point of a list each."""

from typing import Final

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.reports.briefing_data import BriefAgreement, BriefGift, BriefMatter, BriefVisit
from cabinet_app.reports.flow import Band
from cabinet_app.reports.paper_bands import PaperBands
from cabinet_app.reports.styles import BODY, DANGER, MUTED, SMALL, STRONG, Style
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.trimming import clipped
from cabinet_app.reports.typesetter import Typesetter

LONG: Final = 420
SHORT: Final = 170
_GAP: Final = NBSP + " "


class PartnerPoints:
    """Points of bounded length, however much was typed."""

    def __init__(self, setter: Typesetter, bands: PaperBands, width: float) -> None:
        self._setter = setter
        self._bands = bands
        self._width = width
        self._t: Translator = setter.t

    def agreement(self, agreement: BriefAgreement) -> Band:
        t = self._t
        signed = dates.vague(agreement.signed, t.language)
        told = [label(agreement.instrument, t), signed, label(agreement.status, t)]
        runs = [*self.clipped(agreement.title, SHORT), *self.aside(" · ".join(filter(None, told)))]
        return self._bands.point(runs)

    def visit(self, visit: BriefVisit) -> list[Band]:
        t, setter = self._t, self._setter
        day = dates.date_range(visit.first_day, visit.last_day, t.language) if visit.first_day else ""
        runs = [
            *setter.plain(f"{day}{_GAP}", STRONG),
            *self.clipped(visit.title, SHORT),
            *self.aside(label(visit.direction, t)),
        ]
        bands = [self._bands.point(runs)]
        outcomes = self.clipped(visit.outcomes, LONG, SMALL)
        if outcomes:
            bands[0].keep = True
            bands.append(setter.paragraph(outcomes, self._width - 10, x=10, prose=True))
        return bands

    def matter(self, matter: BriefMatter) -> Band:
        t = self._t
        told = []
        if matter.decided_on:
            day = dates.numeric(matter.decided_on, t.language)
            told.append(t.gettext("decided on {date}").format(date=day))
        if matter.due_on:
            day = dates.numeric(matter.due_on, t.language)
            told.append(t.gettext("due by {date}").format(date=day))
        told.append(clipped(matter.holder, SHORT))
        runs = [*self.clipped(matter.text, SHORT), *self.aside(" · ".join(filter(None, told)))]
        if matter.is_overdue:
            runs += self._setter.plain(_GAP + t.gettext("overdue"), SMALL.but(colour=DANGER))
        return self._bands.point(runs)

    def gift(self, words: str, gift: BriefGift) -> Band:
        day = dates.numeric(gift.happened_on, self._t.language) if gift.happened_on else ""
        aside = " · ".join(filter(None, (day, clipped(gift.recipient, SHORT))))
        return self._bands.point(
            [
                *self._setter.plain(f"{words}: ", BODY.but(colour=MUTED)),
                *self.clipped(gift.description, SHORT),
                *self.aside(aside),
            ]
        )

    def aside(self, words: str) -> list[Run]:
        return self._setter.plain(f"{_GAP}{words}", SMALL) if words else []

    def clipped(self, text: LocalizedText, longest: int, style: Style = BODY) -> list[Run]:
        short = LocalizedText(*(clipped(words, longest) for words in (text.sl, text.de, text.en)))
        return self._setter.localized(short, style)
