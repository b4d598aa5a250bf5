"""What a visit is called on the screen: its status pill, title and second line."""

from datetime import date
from typing import Final

from cabinet_app.domain.places import Place, name_with_native
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label

GLYPHS: Final[dict[VisitStatus, tuple[str, Tone]]] = {
    VisitStatus.IDEA: ("○", "accent"),
    VisitStatus.PLANNED: ("◐", "warn"),
    VisitStatus.CONFIRMED: ("●", "ok"),
    VisitStatus.UNDER_WAY: ("◉", "accent"),
    VisitStatus.CONCLUDED: ("✓", "neutral"),
    VisitStatus.POSTPONED: ("◌", "warn"),
    VisitStatus.CANCELLED: ("✕", "danger"),
}


def status_spec(status: VisitStatus, t: Translator) -> StatusSpec:
    glyph, tone = GLYPHS[status]
    return StatusSpec(glyph, label(status, t), tone)


def town_with_country(place: Place, t: Translator) -> str:
    """`Beljak (Villach), Avstrija`."""
    country = country_name(place.country, t.language) if place.country else ""
    town = name_with_native(place.names, place.native_name, t.language)
    return ", ".join(part for part in (town, country) if part)


def title_of(visit: Visit, partner: str, t: Translator) -> str:
    """The title; while there is none, where and when: `Amberg, 14. 4. 2026`. Empty if nothing is known."""
    when = dates.date_range(visit.starts_on, _last_day(visit), t.language) if visit.starts_on else ""
    return visit.title.shown(t.language) or ", ".join(part for part in (partner, when) if part)


def subtitle_of(visit: Visit, partner: str, t: Translator) -> str:
    """`Beljak (Villach), Avstrija · 25. februar 2016 · gostimo`."""
    when = dates.date_range_long(visit.starts_on, _last_day(visit), t.language) if visit.starts_on else ""
    return " · ".join(part for part in (partner, when, label(visit.direction, t)) if part)


def _last_day(visit: Visit) -> date | None:
    """The last day, unless it has just been typed wrongly."""
    is_reversed = visit.starts_on and visit.ends_on and visit.ends_on < visit.starts_on
    return visit.starts_on if is_reversed else visit.ends_on
