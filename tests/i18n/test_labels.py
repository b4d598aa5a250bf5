"""Every status, kind and role has its own word, also where members of two enumerations are equal."""

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.meetings import AgendaItemStatus
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import DelegationSide, VisitStatus
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.labels import LABELS, label


def test_members_of_equal_value_keep_their_own_words() -> None:
    t = translator(Language.SL)
    assert DelegationSide.GUEST.value == MembershipRole.GUEST.value
    assert label(DelegationSide.GUEST, t) == "gostje"
    assert label(MembershipRole.GUEST, t) != "gostje"


def test_a_visit_is_masculine_and_an_agenda_item_feminine() -> None:
    t = translator(Language.SL)
    assert label(VisitStatus.POSTPONED, t) == "preložen"
    assert label(AgendaItemStatus.POSTPONED, t) == "preložena"


def test_no_member_of_a_labelled_enumeration_is_left_without_a_word() -> None:
    kinds = {kind for kind, _value in LABELS}
    assert {(kind, member.value) for kind in kinds for member in kind} == set(LABELS)
