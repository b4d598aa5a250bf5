"""The members of a group as a table: person, role, function, vote, from, to, how often present."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import GroupTopic, Membership, MembershipRole
from cabinet_app.domain.references import SourceRef
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.group_attendance import GroupAttendance


class GroupTables:
    """Makes the tables of a group and says what stands in their cells."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._t = context.t
        self._names: dict[int, str] = {}
        self._attendance: GroupAttendance | None = None

    def members(self) -> ChildTable[Membership]:
        """Persons are created in place."""
        g = self._t.gettext
        columns = [
            ChildColumn[Membership]("person_id", g("Person"), self._person, self._picker, stretch=True),
            ChildColumn[Membership]("role", g("Role"), self._role, self._roles, width=13),
            ChildColumn[Membership]("function", g("Function"), self._function, self._text, width=16),
            ChildColumn[Membership]("votes", g("Vote"), _nothing, checkable=True, width=4),
            ChildColumn[Membership]("starts_on", g("From"), self._from, self._date, width=10),
            ChildColumn[Membership]("ends_on", g("To"), self._to, self._date, width=10),
            ChildColumn[Membership]("id", g("Present"), self._present, width=7),
        ]
        return ChildTable(self._t, columns, Membership, add_text=g("Add member"), name=g("Members"))

    def topics(self) -> ChildTable[GroupTopic]:
        g = self._t.gettext
        columns = [ChildColumn[GroupTopic]("text", g("Topic"), self._topic, self._text, stretch=True)]
        return ChildTable(self._t, columns, GroupTopic, add_text=g("Add topic"), name=g("Topics"))

    def sources(self) -> ChildTable[SourceRef]:
        g = self._t.gettext
        columns = [
            ChildColumn[SourceRef]("document", g("Document"), _document, TextField, stretch=True),
            ChildColumn[SourceRef]("locator", g("Place in it"), _locator, TextField, width=14),
            ChildColumn[SourceRef]("quote", self._t.pgettext("source", "Words"), _quote, TextField, width=24),
        ]
        return ChildTable(self._t, columns, SourceRef, add_text=g("Add source"), name=g("Sources"))

    def know(self, attendance: "GroupAttendance") -> None:
        """What the column of presences says from now on."""
        self._attendance = attendance
        self._names.clear()

    def _person(self, member: Membership) -> str:
        identity = member.person_id
        if not identity:
            return ""
        if identity not in self._names:
            choice = self._context.cabinet.people.choice(identity, self._t.language)
            self._names[identity] = choice.title if choice else ""
        return self._names[identity]

    def _present(self, member: Membership) -> str:
        known = self._attendance.members.get(member.person_id or 0) if self._attendance else None
        return f"{known.present}/{known.meetings}" if known and member.person_id else ""

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


def _nothing(_member: Membership) -> str:
    return ""


def _document(source: SourceRef) -> str:
    return source.document


def _locator(source: SourceRef) -> str:
    return source.locator


def _quote(source: SourceRef) -> str:
    return source.quote
