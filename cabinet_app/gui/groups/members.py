"""The members of a group as a table: person, role, function, vote, from, to; and how often each was there."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import GroupTopic, Membership, MembershipRole
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.group_attendance import GroupAttendance, MemberAttendance


class GroupTables:
    """Makes the tables of a group and says what stands in their cells."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._t = context.t
        self._names: dict[int, str] = {}

    def members(self) -> ChildTable[Membership]:
        """Persons are created in place."""
        g = self._t.gettext
        columns = [
            ChildColumn[Membership]("person_id", g("Person"), self._person, self._picker, width=17),
            ChildColumn[Membership]("role", g("Role"), self._role, self._roles, width=10),
            ChildColumn[Membership]("function", g("Function"), self._function, self._text, width=16),
            ChildColumn[Membership]("votes", g("Vote"), _nothing, checkable=True, width=6),
            ChildColumn[Membership]("starts_on", g("From"), self._from, self._date, width=8),
            ChildColumn[Membership]("ends_on", g("To"), self._to, self._date, width=8),
        ]
        return ChildTable(self._t, columns, Membership, add_text=g("Add member"), name=g("Members"))

    def topics(self) -> ChildTable[GroupTopic]:
        g = self._t.gettext
        columns = [ChildColumn[GroupTopic]("text", g("Topic"), self._topic, self._text, stretch=True)]
        return ChildTable(self._t, columns, GroupTopic, add_text=g("Add topic"), name=g("Topics"))

    def forget(self) -> None:
        """Ask for the names again: they may have changed."""
        self._names.clear()

    def presences(self, attendance: "GroupAttendance") -> str:
        """How often each of the members was there: `Ana Novak 7/9, Žiga Zupan 5/9`."""
        ranked = sorted(attendance.members.items(), key=_by_share)
        return ", ".join(
            f"{self._name(person)}\u00a0{known.present}/{known.meetings}" for person, known in ranked
        )

    def _person(self, member: Membership) -> str:
        return self._name(member.person_id) if member.person_id else ""

    def _name(self, identity: int) -> str:
        if identity not in self._names:
            choice = self._context.cabinet.people.choice(identity, self._t.language)
            self._names[identity] = choice.title if choice else ""
        return self._names[identity]

    def _role(self, member: Membership) -> str:
        return label(member.role, self._t)

    def _function(self, member: Membership) -> str:
        return member.function.shown(self._t.language)

    def _from(self, member: Membership) -> str:
        return dates.numeric(member.starts_on, self._t.language) if member.starts_on else ""

    def _to(self, member: Membership) -> str:
        return dates.numeric(member.ends_on, self._t.language) if member.ends_on else ""

    def _topic(self, topic: GroupTopic) -> str:
        return topic.text.shown(self._t.language)

    def _picker(self, parent: QWidget) -> QWidget:
        return person_picker(self._context, parent)

    def _roles(self, parent: QWidget) -> QWidget:
        return EnumCombo(MembershipRole, self._role_word, parent)

    def _role_word(self, role: MembershipRole) -> str:
        return label(role, self._t)

    def _text(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)

    def _date(self, parent: QWidget) -> QWidget:
        return DateEdit(self._t, self._context.today, parent, has_echo=False)


def _by_share(item: "tuple[int, MemberAttendance]") -> tuple[float, int]:
    return -item[1].present / max(item[1].meetings, 1), item[0]


def _nothing(_member: Membership) -> str:
    return ""
