"""The data of the mayor's briefing from the register."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.address import Office, office_of
from cabinet_app.domain.agreement_status import shown_status
from cabinet_app.domain.gifts import Gift, GiftDirection
from cabinet_app.domain.meetings import DecisionStatus
from cabinet_app.domain.people import Gender
from cabinet_app.domain.precedence import Ranked, of_side
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Agreement, AgreementEventKind
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import (
    DelegateRole,
    DelegationSide,
    Reply,
    Visit,
    VisitDirection,
    VisitStatus,
)
from cabinet_app.errors import KeptFileDamaged, RecordNotFound
from cabinet_app.i18n.delegate_words import is_only_function
from cabinet_app.i18n.greetings import Greetings, greetings_for
from cabinet_app.reports.briefing_data import (
    BriefAgreement,
    BriefGift,
    BriefingData,
    BriefMatter,
    BriefPerson,
    BriefVisit,
    Gap,
    MissingFact,
)
from cabinet_app.reports.composing.delegation_lists import visit_head
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.dossier import LinkedDecision, PartnerFile

LAST_VISITS: Final = 3
_NOT_HELD: Final = (VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA)
_NEED_NO_HINT: Final = frozenset({"sl"})


def compose(cabinet: "Cabinet", options: ReportOptions, language: Language) -> BriefingData:
    """Everything the register knows that the mayor may want to know.

    Raises:
        RecordNotFound: there is no such visit.
    """
    from cabinet_app.services.dossier import partner_file
    from cabinet_app.services.precedence import visit_order

    assert options.record_id is not None
    visit, today = cabinet.visits.get(options.record_id).record, options.printed_at.date()
    names = Names(cabinet)
    partner = partner_file(cabinet, visit.partner_place_id, visit.partner_organization_id)
    ours = visit.direction is VisitDirection.OUTGOING
    side = DelegationSide.HOST if ours else DelegationSide.GUEST
    order = visit_order(cabinet, visit, language)
    met = of_side(order, side)
    gifts = [gift for gift in partner.gifts if gift.visit_id != visit.id or not _is_coming(visit, today)]
    return BriefingData(
        head=visit_head(visit, names, options),
        title=visit.title,
        purpose=visit.purpose,
        people=tuple(_person(one, cabinet) for one in met),
        topics=tuple(topic.text for topic in visit.topics),
        agreements=tuple(_agreement(agreement, today) for agreement in partner.agreements),
        visits=tuple(_visits(partner, visit, today)),
        matters=tuple(
            brief_task(task, names, today) for task in partner.tasks if not _is_checklist(task, visit)
        ),
        decisions=tuple(open_decisions(partner.decisions, today)),
        given=tuple(brief_gift(gift, names) for gift in gifts if gift.direction is GiftDirection.GIVEN),
        received=tuple(brief_gift(gift, names) for gift in gifts if gift.direction is GiftDirection.RECEIVED),
        greetings=_greetings(met, visit, names),
        missing=tuple(_missing(visit, met, language)),
        reader=_mayors_gender(of_side(order, DelegationSide.GUEST if ours else DelegationSide.HOST)),
    )


def _mayors_gender(our_people: Sequence[Ranked]) -> Gender:
    """Of the mayor who receives or leads us; unstated where somebody else does."""
    mayors = (one.person for one in our_people if one.person and office_of(one.function) is Office.MAYOR)
    return next((person.gender for person in mayors), Gender.UNSTATED)


def _is_checklist(task: Task, visit: Visit) -> bool:
    """Whether it only prepares this very visit, which is the office's business and not the mayor's."""
    return task.visit_id == visit.id and task.offset_days is not None


def signed_on(agreement: Agreement) -> VagueDate:
    """The date of the first signing, as exact as it is known."""
    signings = [event for event in agreement.events if event.kind is AgreementEventKind.SIGNING]
    first = min(signings, key=lambda event: event.happened_on.sort_key, default=None)
    return first.happened_on if first else VagueDate()


def brief_task(task: Task, names: Names, today: date) -> BriefMatter:
    """An open task."""
    return BriefMatter(
        text=task.title,
        holder=names.person_name(task.responsible_id) or task.responsible,
        due_on=task.due_on,
        is_overdue=bool(task.due_on and task.due_on < today),
    )


def open_decisions(decisions: "Sequence[LinkedDecision]", today: date) -> Iterator[BriefMatter]:
    """The decisions that have not been carried out."""
    for linked in decisions:
        decision = linked.decision
        if decision.status is not DecisionStatus.IMPLEMENTED:
            yield BriefMatter(
                text=decision.text,
                holder=decision.implementer,
                due_on=decision.due_on,
                decided_on=linked.met_on,
                is_overdue=bool(decision.due_on and decision.due_on < today),
            )


def brief_gift(gift: Gift, names: Names) -> BriefGift:
    """A gift without its value, which is nobody's business at a reception."""
    return BriefGift(
        gift.description, gift.happened_on, names.person_name(gift.recipient_id) or gift.recipient
    )


def _person(one: Ranked, cabinet: "Cabinet") -> BriefPerson:
    person = one.person
    if person is None:
        return BriefPerson(one.name, one.function, one.delegate.role)
    return BriefPerson(
        name=one.name,
        function=one.function,
        role=one.delegate.role,
        gender=person.gender,
        pronunciation=person.pronunciation,
        languages=tuple(person.languages),
        photo=photo_of(cabinet, person.photo_id),
    )


def photo_of(cabinet: "Cabinet", photo_id: int | None) -> bytes | None:
    """The picture, None if there is none or it cannot be read."""
    if photo_id is None:
        return None
    try:
        return cabinet.documents.content(photo_id)
    except (RecordNotFound, KeptFileDamaged):
        return None


def _agreement(agreement: Agreement, today: date) -> BriefAgreement:
    return BriefAgreement(
        agreement.title, agreement.instrument, signed_on(agreement), shown_status(agreement, today)
    )


def _visits(partner: "PartnerFile", visit: Visit, today: date) -> Iterator[BriefVisit]:
    """The last visits before this one; of a visit without a day, before today."""
    before = visit.starts_on or today
    held = (
        one
        for one in partner.visits
        if one.id != visit.id and one.starts_on and one.starts_on < before and one.status not in _NOT_HELD
    )
    for one, _ in zip(held, range(LAST_VISITS), strict=False):
        yield BriefVisit(one.title, one.direction, one.starts_on, one.ends_on, one.outcomes)


def _is_coming(visit: Visit, today: date) -> bool:
    last = visit.ends_on or visit.starts_on
    return last is None or last >= today


def _greetings(met: Sequence[Ranked], visit: Visit, names: Names) -> Greetings | None:
    head = next((one.person for one in met if one.is_head and one.person), None)
    place = names.place(visit.partner_place_id)
    return greetings_for(head.languages if head else [], place.country if place else "")


def _missing(visit: Visit, met: Sequence[Ranked], language: Language) -> Iterator[MissingFact]:
    for one in met:
        if one.person is None:
            repeats = is_only_function(one.name, one.function)
            yield MissingFact(Gap.NAME, one.function.shown(language) if repeats or not one.name else one.name)
        elif one.delegate.reply in {Reply.NEEDS_ACTION, Reply.TENTATIVE}:
            yield MissingFact(Gap.REPLY, one.name)
    for one in met:
        person = one.person
        if person and not person.pronunciation and _NEED_NO_HINT.isdisjoint(person.languages):
            yield MissingFact(Gap.PRONUNCIATION, one.name)
    if not visit.programme:
        yield MissingFact(Gap.PROGRAMME)
    if not visit.topics:
        yield MissingFact(Gap.TOPICS)
    if _wants_interpreter(visit):
        yield MissingFact(Gap.INTERPRETER)


def _wants_interpreter(visit: Visit) -> bool:
    """Somebody needs an interpreter, and none with a name is on the visit."""
    delegates = [one for delegation in visit.delegations for one in delegation.delegates]
    has_one = any(one.role is DelegateRole.INTERPRETER and one.person_id for one in delegates)
    has_one = has_one or any(item.interpreter_id for item in visit.programme)
    return any(one.needs_interpreter for one in delegates) and not has_one
