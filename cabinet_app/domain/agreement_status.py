"""The status of an agreement as its events and its term tell it, whatever was written by hand."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, AgreementStatus
from cabinet_app.domain.vague_dates import VagueDate

_Kind = AgreementEventKind
_Status = AgreementStatus

IN_FORCE: Final = frozenset({_Status.SIGNED, _Status.IN_FORCE, _Status.RENEWED})
RESTING: Final = frozenset({_Status.FROZEN, _Status.TERMINATED, _Status.EXPIRED})
IN_PREPARATION: Final = frozenset({_Status.DRAFT, _Status.COMMISSION_OPINION, _Status.COUNCIL_APPROVED})
SIGNINGS: Final = frozenset({_Kind.SIGNING, _Kind.COUNTER_SIGNING})
DATE_FACT: Final = "happened_on"
"""What a source of an event is marked with where it speaks for the date."""
_RESTS: Final = {_Kind.FREEZE: _Status.FROZEN, _Kind.TERMINATION: _Status.TERMINATED}
_GROWTH: Final = (
    ({_Kind.RENEWAL}, _Status.RENEWED),
    (SIGNINGS, _Status.IN_FORCE),
    ({_Kind.COUNCIL_DECISION}, _Status.COUNCIL_APPROVED),
    ({_Kind.COMMISSION_OPINION}, _Status.COMMISSION_OPINION),
)


def derived_status(agreement: Agreement, today: date) -> AgreementStatus | None:
    """What follows from the events and the term; None where nothing has been entered that could tell.

    An event whose date lies ahead has not happened. A suspension or termination holds until a renewal that is
    known to be later.
    """
    done = [event for event in agreement.events if has_happened(event.happened_on, today)]
    if not agreement.events:
        return None
    status = _resting(done) or next(
        (status for kinds, status in _GROWTH if any(event.kind in kinds for event in done)), _Status.DRAFT
    )
    return status_on(status, agreement.valid_from, agreement.valid_to, today)


def status_on(
    status: AgreementStatus, valid_from: VagueDate, valid_to: VagueDate, today: date
) -> AgreementStatus:
    """The status as time has changed it: before its term begins a paper is signed, after it has expired."""
    if status not in IN_FORCE:
        return status
    if valid_to.latest is not None and valid_to.latest < today:
        return _Status.EXPIRED
    if status is _Status.IN_FORCE and valid_from.earliest is not None and valid_from.earliest > today:
        return _Status.SIGNED
    if status is _Status.SIGNED and valid_from.latest is not None and valid_from.latest <= today:
        return _Status.IN_FORCE
    return status


def shown_status(agreement: Agreement, today: date) -> AgreementStatus:
    """The status a reader is shown: by hand as it was set, else as stored and changed by time."""
    if agreement.status_by_hand:
        return agreement.status
    return status_on(agreement.status, agreement.valid_from, agreement.valid_to, today)


def contradicts(agreement: Agreement, today: date) -> AgreementStatus | None:
    """The status that follows from the events where another one is shown; None where they agree."""
    derived = derived_status(agreement, today)
    return derived if derived is not None and derived is not shown_status(agreement, today) else None


def has_happened(when: VagueDate, today: date) -> bool:
    """Whether an act of this date has happened; one without a date was entered because it has."""
    return when.earliest is None or when.earliest <= today


def swap_date(event: AgreementEvent, number: int) -> None:
    """Make a claimed date the chosen one; the chosen one takes its place among the claims.

    The words of each go with it: what a source says of the chosen date stands among the sources of the event.
    """
    claim = event.claimed_dates[number]
    spoke = next((source for source in event.sources if source.fact == DATE_FACT), None)
    said, paper = claim.claim, claim.source
    claim.claim, claim.source = "", ""
    if spoke is not None:
        event.sources = [source for source in event.sources if source is not spoke]
        claim.claim = spoke.quote
        claim.source = ", ".join(part for part in (spoke.document, spoke.locator) if part)
    if said or paper:
        event.sources.append(SourceRef(document=paper, quote=said, fact=DATE_FACT))
    event.happened_on, claim.happened_on = claim.happened_on, event.happened_on


def _resting(done: Iterable[AgreementEvent]) -> AgreementStatus | None:
    rests = [event for event in done if event.kind in _RESTS]
    if not rests:
        return None
    last = max(rests, key=_known_first)
    renewals = (event.happened_on.earliest for event in done if event.kind is _Kind.RENEWAL)
    ended = last.happened_on.latest
    if ended is not None and any(day is not None and day > ended for day in renewals):
        return None
    return _RESTS[last.kind]


def _known_first(event: AgreementEvent) -> tuple[bool, tuple[date, date]]:
    return event.happened_on.earliest is not None, event.happened_on.sort_key
