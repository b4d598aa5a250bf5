"""The agenda that nearly every session has: the minutes of the last one first, any other business last."""

import copy
from collections.abc import Sequence

from cabinet_app.domain.meetings import AgendaItem, AgendaItemKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.catalogs import N_, translator

MINUTES = N_("Approval of the minutes of session No. {number}.")
OTHER_BUSINESS = N_("Any other business.")


def in_all_languages(message: str, **values: str) -> LocalizedText:
    """A sentence of the catalogue in the three languages."""
    return LocalizedText(*(translator(language).gettext(message).format(**values) for language in Language))


def proposed_agenda(agenda: Sequence[AgendaItem], number: str) -> list[AgendaItem]:
    """The agenda with what is missing at its two ends; a first session has no minutes to approve."""
    items = list(agenda)
    kinds = {item.kind for item in items}
    before = number.strip().rstrip(".")
    if AgendaItemKind.MINUTES_APPROVAL not in kinds and before.isdecimal() and int(before) > 1:
        title = in_all_languages(MINUTES, number=str(int(before) - 1))
        items.insert(0, AgendaItem(title=title, kind=AgendaItemKind.MINUTES_APPROVAL))
    if AgendaItemKind.ANY_OTHER_BUSINESS not in kinds:
        title = in_all_languages(OTHER_BUSINESS)
        items.append(AgendaItem(title=title, kind=AgendaItemKind.ANY_OTHER_BUSINESS))
    return items if len(items) == len(agenda) else renumbered(items)


def renumbered(agenda: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items numbered from 1; parts of an item (2.1) follow the number of their item."""
    items = []
    number = part = 0
    for item in agenda:
        is_part = number > 0 and "." in item.number.strip().rstrip(".")
        number, part = (number, part + 1) if is_part else (number + 1, 0)
        items.append(with_number(item, f"{number}.{part}" if is_part else str(number)))
    return items


def follows_order(agenda: Sequence[AgendaItem]) -> bool:
    """Whether the numbers are just 1, 2, 3 …; then they go with the order by themselves."""
    return [item.number.strip().rstrip(".") for item in agenda] == [str(n + 1) for n in range(len(agenda))]


def kept_in_order(before: Sequence[AgendaItem], now: Sequence[AgendaItem]) -> list[AgendaItem] | None:
    """The items with new numbers, if they only moved, went or came since the numbers followed the order."""
    if not follows_order(before) or follows_order(now):
        return None
    old = {item.number for item in before}
    came = [item for item in now if item.number not in old]
    has_moved = sorted(item.number for item in now) == sorted(old)
    has_gone = len(now) < len(before) and not came
    has_come = len(now) == len(before) + 1 and len(came) == 1 and not came[0].number
    return renumbered(now) if has_moved or has_gone or has_come else None


def with_number(item: AgendaItem, number: str) -> AgendaItem:
    """The same item under another number."""
    if item.number == number:
        return item
    changed = copy.copy(item)
    changed.number = number
    return changed
