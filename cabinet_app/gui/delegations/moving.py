"""Puts a visit on other days with all that hangs on it, says so, and offers to take the one step back."""

from datetime import date
from functools import partial

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.i18n import dates
from cabinet_app.i18n.visit_words import moved_note


def move_visit(
    context: GuiContext, visit: Visit, version: int, days: tuple[date, date], *, is_told: bool
) -> None:
    """Move a stored visit.

    Raises:
        UserError: somebody else changed it meanwhile, or the days are not right.
    """
    from cabinet_app.services.visits import Revised

    revised = Revised(context.today(), _note(visit, days)) if is_told else None
    step = LastStep(context, partial(context.open_record, "visit", visit.id))
    with step:
        context.cabinet.visits.move(visit, version, *days, revised=revised)
    t = context.t
    sentence = t.gettext("The visit has been moved to {days}, with everything that belongs to it.")
    words = sentence.format(days=dates.date_range(*days, t.language))
    context.toaster.show_toast(words, t.gettext("Undo"), step.undo)


def _note(visit: Visit, days: tuple[date, date]) -> LocalizedText:
    if visit.starts_on is None:
        return LocalizedText()
    return moved_note(visit.starts_on, visit.ends_on or visit.starts_on, *days)
