"""Why a day is or is not proposed for a meeting, in words."""

from typing import Final

from cabinet_app.domain.cadence_forecast import (
    Blocker,
    DayReason,
    FallenDay,
    Forecast,
    Obstacle,
    Proposal,
    Remark,
)
from cabinet_app.domain.holidays import holiday_name
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, pgettext_noop

_WORDS: Final[dict[Obstacle | Remark, tuple[str, str]]] = {
    Obstacle.NOTICE: pgettext_noop("proposal", "too short notice"),
    Obstacle.SAME_DAY: pgettext_noop("proposal", "a meeting already stands on this day"),
    Obstacle.HOLIDAY: pgettext_noop("proposal", "public holiday"),
    Obstacle.PAUSE: pgettext_noop("proposal", "recess"),
    Obstacle.PERSON: pgettext_noop("proposal", "a required person is busy"),
    Obstacle.ROOM: pgettext_noop("proposal", "the room is taken"),
    Obstacle.BLOCKED: pgettext_noop("proposal", "blocked day"),
    Obstacle.PRIVATE: pgettext_noop("proposal", "private day"),
    Obstacle.WEEKEND: pgettext_noop("proposal", "weekend"),
    Remark.USUAL_DAY: pgettext_noop("proposal", "the usual day"),
    Remark.USUAL_WEEKDAY: pgettext_noop("proposal", "the usual weekday"),
    Remark.BRIDGE_DAY: pgettext_noop("proposal", "bridge day"),
    Remark.NEXT_TO_HOLIDAY: pgettext_noop("proposal", "next to a holiday"),
    Remark.BANK_DAY: pgettext_noop("proposal", "regional holiday"),
    Remark.OTHER_GROUP: pgettext_noop("proposal", "another group meets"),
    Remark.SCHOOL_HOLIDAYS: pgettext_noop("proposal", "school holidays"),
}


def reason_words(reason: DayReason, t: Translator) -> str:
    """One reason; a holiday by its name and country, a clash with the stored name behind a colon."""
    if reason.holiday:
        name = holiday_name(reason.holiday, t.language)
        named = t.gettext("{holiday} ({country})").format(holiday=name, country=reason.holiday.country)
        if reason.code is not Remark.NEXT_TO_HOLIDAY:
            return named
        return t.gettext("next to a holiday: {holiday}").format(holiday=named)
    words = t.pgettext(*_WORDS[reason.code])
    return t.gettext("{reason}: {name}").format(reason=words, name=reason.what) if reason.what else words


def _joined(reasons: tuple[DayReason, ...], t: Translator) -> str:
    return ", ".join(dict.fromkeys(reason_words(reason, t) for reason in reasons))


def proposal_words(proposal: Proposal, t: Translator) -> str:
    """The day with its hour and its remarks: `torek, 9. junij 2026, 17.00 (običajni dan)`."""
    lang = t.language
    day = dates.long(proposal.day, lang)
    if proposal.at:
        day = f"{day}, {dates.time(proposal.at, lang)}"
    reasons = _joined(proposal.reasons, t)
    return t.gettext("{day} ({reasons})").format(day=day, reasons=reasons) if reasons else day


def fallen_words(fallen: FallenDay, t: Translator) -> str:
    """Why a usual day is out: `četrtek, 4. junij 2026, ne: sveto rešnje telo (AT)`."""
    day = dates.long(fallen.day, t.language)
    return t.gettext("{day}, no: {reasons}").format(day=day, reasons=_joined(fallen.reasons, t))


def blocker_words(blocker: Blocker, t: Translator) -> str:
    """What forbids the days, and how many: `prekratek rok za sklic (4 dni)`."""
    words = t.pgettext(*_WORDS[blocker.obstacle])
    sentence = t.ngettext("{reason} ({count} day)", "{reason} ({count} days)", blocker.days)
    return sentence.format(reason=words, count=blocker.days)


def forecast_words(forecast: Forecast, t: Translator) -> str:
    """One sentence for a forecast without a proposal, empty where there is one or none is needed."""
    if forecast.window is None or forecast.proposals:
        return ""
    blockers = ", ".join(blocker_words(blocker, t) for blocker in forecast.blockers)
    return t.gettext("No date is possible: {reasons}.").format(reasons=blockers)
