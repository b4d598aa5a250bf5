"""Changes of a programme that others have been sent: who has which, and that it has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Dispatch, Visit


def was_sent(visit: Visit) -> bool:
    """Whether anybody has been sent the programme, in any version."""
    return bool(visit.dispatches)


def can_be_marked(visit: Visit) -> bool:
    """Whether somebody has been sent the programme as it was; until then changes belong to the last one."""
    return any(dispatch.revision >= visit.revision for dispatch in visit.dispatches)


def marked_as_changed(visit: Visit, today: date, note: LocalizedText) -> Visit:
    """The visit with the next change number; `note` says what has changed."""
    return replace(visit, revision=visit.revision + 1, revised_on=today, revision_note=note)


def latest_of_each(dispatches: Iterable[Dispatch]) -> list[Dispatch]:
    """The newest programme that each recipient was sent, in the order in which they were first sent one."""
    newest: dict[str, Dispatch] = {}
    for dispatch in dispatches:
        name = " ".join(dispatch.recipient.casefold().split())
        known = newest.get(name)
        if known is None or dispatch.revision >= known.revision:
            newest[name] = dispatch
    return list(newest.values())


def holders_of_older(visit: Visit) -> list[Dispatch]:
    """Those who have not been sent the programme as it is now."""
    return [dispatch for dispatch in latest_of_each(visit.dispatches) if dispatch.revision < visit.revision]


def sent_to(visit: Visit, recipients: Sequence[str], today: date, means: str) -> Visit:
    """The visit with a note that these were sent the programme as it is now."""
    sent = [
        Dispatch(sent_on=today, revision=visit.revision, recipient=name.strip(), means=means)
        for name in recipients
        if name.strip()
    ]
    return replace(visit, dispatches=[*visit.dispatches, *sent])
