"""Who was there: the table, and the members of the body as a first list."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import Membership, MembershipRole
from cabinet_app.domain.meetings import Attendance, Capacity, Presence
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n.labels import label


class PeopleNames:
    """Names of people by id, read together and kept."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._names: dict[int, str] = {}

    def learn(self, ids: Iterable[int | None]) -> None:
        """Read the names that are not known yet, in one go."""
        wanted = [one for one in dict.fromkeys(ids) if one is not None and one not in self._names]
        if wanted:
            people = self._context.cabinet.people
            choices = people.choices_of(wanted, self._context.language)
            self._names.update({choice.id: choice.title for choice in choices})

    def name(self, person_id: int | None) -> str:
        """The name, empty if there is no such person."""
        self.learn([person_id])
        return self._names.get(person_id or 0, "")


class AttendanceTable(ChildTable[Attendance]):
    """Person, function as printed, capacity and presence."""

    def __init__(self, context: GuiContext, names: PeopleNames) -> None:
        t = context.t

        def word(member: StrEnum) -> str:
            return label(member, t)

        def person(parent: QWidget) -> QWidget:
            return person_picker(context, parent)

        def text(parent: QWidget) -> QWidget:
            return LocalizedEdit(t, parent)

        def capacity(parent: QWidget) -> QWidget:
            return EnumCombo(Capacity, word, parent)

        def presence(parent: QWidget) -> QWidget:
            return EnumCombo(Presence, word, parent)

        def name_of(one: Attendance) -> str:
            return names.name(one.person_id) or one.name

        def function_of(one: Attendance) -> str:
            return one.function.shown(t.language)

        def capacity_of(one: Attendance) -> str:
            return label(one.capacity, t)

        def presence_of(one: Attendance) -> str:
            return f"{SIGNS[one.presence]} {label(one.presence, t)}"

        columns = [
            ChildColumn[Attendance]("person_id", t.gettext("Person"), name_of, person, stretch=True),
            ChildColumn[Attendance]("function", t.gettext("Function"), function_of, text, width=12),
            ChildColumn[Attendance]("capacity", t.gettext("Capacity"), capacity_of, capacity, width=10),
            ChildColumn[Attendance]("presence", t.gettext("Presence"), presence_of, presence, width=11),
        ]
        super().__init__(
            t, columns, Attendance, add_text=t.gettext("Add person"), name=t.gettext("Attendance")
        )


SIGNS = {Presence.PRESENT: "✓", Presence.EXCUSED: "○", Presence.ABSENT: "✕"}
_GUESTS = {
    MembershipRole.GUEST: Capacity.GUEST,
    MembershipRole.EXPERT: Capacity.GUEST,
    MembershipRole.SECRETARY: Capacity.STAFF,
}


def voting_present(attendance: Iterable[Attendance]) -> int:
    """How many voting members are listed as present."""
    return sum(1 for one in attendance if _votes(one))


def count_words(attendance: list[Attendance]) -> str:
    """`5/6` voting members present, empty while nobody is listed."""
    members = [one for one in attendance if one.capacity is Capacity.VOTING]
    return f"{voting_present(attendance)}/{len(members)}" if members else str(len(attendance) or "")


def from_members(memberships: Iterable[Membership], day: date) -> list[Attendance]:
    """The people who belonged to the body on that day, with their function and vote."""
    return [
        Attendance(
            person_id=one.person_id,
            function=one.function,
            capacity=_capacity(one),
        )
        for one in memberships
        if one.person_id is not None
        and (one.starts_on is None or one.starts_on <= day)
        and (one.ends_on is None or one.ends_on >= day)
        and one.role is not MembershipRole.SUBSTITUTE
    ]


def _capacity(membership: Membership) -> Capacity:
    if membership.role in _GUESTS:
        return _GUESTS[membership.role]
    return Capacity.VOTING if membership.votes else Capacity.NON_VOTING


def _votes(one: Attendance) -> bool:
    return one.capacity is Capacity.VOTING and one.presence is Presence.PRESENT
