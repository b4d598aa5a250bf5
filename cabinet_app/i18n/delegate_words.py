"""The words for what somebody does on a visit, in the gender of the person."""

from typing import Final

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import DelegateRole
from cabinet_app.i18n.catalogs import N_, Translator, pgettext_noop

_ROLES: Final = {
    DelegateRole.HEAD: N_("head of delegation"),
    DelegateRole.INTERPRETER: N_("interpreter"),
    DelegateRole.ACCOMPANYING: N_("accompanying person"),
    DelegateRole.PRESS: N_("press officer"),
    DelegateRole.SECURITY: N_("security officer"),
    DelegateRole.DRIVER: N_("driver"),
}
_WOMENS_ROLES: Final = {
    DelegateRole.HEAD: pgettext_noop("feminine", "head of delegation"),
    DelegateRole.INTERPRETER: pgettext_noop("feminine", "interpreter"),
    DelegateRole.ACCOMPANYING: pgettext_noop("feminine", "accompanying person"),
    DelegateRole.PRESS: pgettext_noop("feminine", "press officer"),
    DelegateRole.SECURITY: pgettext_noop("feminine", "security officer"),
    DelegateRole.DRIVER: pgettext_noop("feminine", "driver"),
}


def role_word(role: DelegateRole, gender: Gender, t: Translator) -> str:
    """The role; nothing for a member, of whom the function says enough."""
    if role is DelegateRole.MEMBER:
        return ""
    return t.pgettext(*_WOMENS_ROLES[role]) if gender is Gender.FEMALE else t.gettext(_ROLES[role])


def is_only_function(name: str, function: LocalizedText) -> bool:
    """Whether the words in the place of a name unknown yet only repeat the function: `(voznik)`."""
    typed = name.strip(" ()").casefold()
    return bool(typed) and any(typed == words.casefold() for words in function.all)
