"""How the Twinning tab says things: pills of statuses, marks of verification, spans and counts of towns."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from cabinet_app.domain.agreement_status import status_on
from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.twinning import AgreementStatus, PartnershipStatus, Verification
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import AgreementRow

NOTHING = "—"
COUNTRIES_SHOWN = 3

_PILLS: Mapping[StrEnum, tuple[str, Tone]] = {
    PartnershipStatus.IDEA: ("○", "neutral"),
    PartnershipStatus.EXPLORING: ("○", "accent"),
    PartnershipStatus.LETTER_OF_INTENT: ("◐", "accent"),
    PartnershipStatus.ACTIVE: ("●", "ok"),
    PartnershipStatus.DORMANT: ("◐", "warn"),
    PartnershipStatus.FROZEN: ("‖", "neutral"),
    PartnershipStatus.ENDED: ("✕", "neutral"),
    PartnershipStatus.UNCLEAR: ("?", "warn"),
    AgreementStatus.DRAFT: ("○", "neutral"),
    AgreementStatus.COMMISSION_OPINION: ("◐", "accent"),
    AgreementStatus.COUNCIL_APPROVED: ("◐", "accent"),
    AgreementStatus.SIGNED: ("●", "ok"),
    AgreementStatus.IN_FORCE: ("●", "ok"),
    AgreementStatus.RENEWED: ("●", "ok"),
    AgreementStatus.FROZEN: ("‖", "neutral"),
    AgreementStatus.TERMINATED: ("✕", "neutral"),
    AgreementStatus.EXPIRED: ("✕", "neutral"),
    ProjectStatus.IDEA: ("○", "neutral"),
    ProjectStatus.APPROVED: ("◐", "accent"),
    ProjectStatus.RUNNING: ("●", "ok"),
    ProjectStatus.CLOSED: ("✓", "neutral"),
}
VERIFICATION_MARKS: Mapping[Verification, str] = {
    Verification.YES: "✓",
    Verification.PARTLY: "◐",
    Verification.NO: "⚠",
}
VERIFICATION_TONES: Mapping[Verification, str] = {
    Verification.YES: "ok",
    Verification.PARTLY: "muted",
    Verification.NO: "warn",
}


def status_spec(status: StrEnum, t: Translator) -> StatusSpec:
    """A status of any of the three kinds as a pill."""
    glyph, tone = _PILLS[status]
    return StatusSpec(glyph, label(status, t), tone)


def status_of(row: AgreementRow, today: date) -> AgreementStatus:
    """The status of an agreement as time has changed it, unless it was set by hand."""
    return row.status if row.is_by_hand else status_on(row.status, row.valid_from, row.valid_to, today)


def short(value: VagueDate, t: Translator) -> str:
    """The date at its own precision in the room of a column: a day in figures, a dash for nothing."""
    first = value.earliest
    if first and not value.is_approximate and not value.is_uncertain:
        if value.precision == "day":
            return dates.numeric(first, t.language)
        if value.precision == "month":
            return f"{dates.month_abbr(first.month, t.language)}\u00a0{first.year}"
    return dates.vague(value, t.language) or NOTHING


def span(starts: VagueDate, ends: VagueDate, t: Translator, *, is_short: bool = False) -> str:
    """`maj 2016 – december 2020`, with what is known of it."""
    if is_short:
        first, last = ("" if end.is_empty else short(end, t) for end in (starts, ends))
    else:
        first, last = (dates.vague(end, t.language) for end in (starts, ends))
    if first and last and first != last:
        return f"{first} – {last}"
    return f"… – {last}" if last and not first else first


def ago(day: date | None, today: date, t: Translator) -> str:
    """How long ago a contact was: `pred 3 meseci`."""
    return dates.relative_days((day - today).days, t.language) if day else NOTHING


def towns(count: int, t: Translator) -> str:
    """`24 mest`, in the form the number asks for."""
    return t.ngettext("{count} town", "{count} towns", count).format(count=count)


def country_codes(codes: Sequence[str]) -> str:
    """`AT SI HU`, cut after the third."""
    shown = " ".join(codes[:COUNTRIES_SHOWN])
    return f"{shown} …" if len(codes) > COUNTRIES_SHOWN else shown


def country_names(codes: Sequence[str], t: Translator) -> str:
    """The same in words."""
    return ", ".join(country_name(code, t.language) for code in codes)


def capital(text: str) -> str:
    """A word at the beginning of a line."""
    return text[:1].upper() + text[1:]
