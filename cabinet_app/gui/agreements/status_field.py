"""The status of an agreement: it follows from the events until somebody sets it by hand and says why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.twinning import AgreementStatus
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.fields import CheckField, TextField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label


class StatusField(QWidget):
    """value() is the status; `by_hand` and `reason` are fields of their own that the editor binds."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._derived: AgreementStatus | None = None
        self.combo = EnumCombo(AgreementStatus, self._word)
        self.by_hand = CheckField(t.gettext("Set by hand"))
        self.reason = TextField(placeholder=t.gettext("Why it is not as the events tell"))
        self.reason.setAccessibleName(t.gettext("Reason"))
        self.told = PlainLabel(role="small muted", wrap=True)
        self.take_button = text_button(t.gettext("Take it over"), kind="link")
        self.take_button.clicked.connect(self.take_derived)
        self.combo.edited.connect(self._status_chosen)
        self.by_hand.edited.connect(self._hand_changed)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.combo, 1)
        line.addWidget(self.by_hand)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.told, 1)
        below.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addLayout(line)
        column.addWidget(self.reason)
        column.addLayout(below)
        self.setFocusProxy(self.combo)
        self._show()

    def value(self) -> AgreementStatus:
        return self.combo.value()

    def set_value(self, value: AgreementStatus) -> None:
        self.combo.set_value(value)
        self._show()

    def follow(self, derived: AgreementStatus | None, *, changes: bool) -> None:
        """Show what follows from the events; `changes` says that it was an event that was edited just now."""
        before, self._derived = self._derived, derived
        is_ours = changes and derived is not None and derived is not before and not self.by_hand.value()
        if is_ours and derived is not None and derived is not self.combo.value():
            self.combo.set_value(derived)
            self._show()
            self.edited.emit()
            return
        self._show()

    def take_derived(self) -> None:
        """Let the status follow from the events again."""
        if self._derived is not None:
            self.combo.set_value(self._derived)
        self.by_hand.set_value(False)
        self.by_hand.edited.emit()
        self.edited.emit()

    def _status_chosen(self) -> None:
        """Who chooses another status than the events tell sets it by hand."""
        if self._derived is not None and self.combo.value() is not self._derived and not self.by_hand.value():
            self.by_hand.set_value(True)
            self.by_hand.edited.emit()
            self.reason.setFocus()
        self._show()
        self.edited.emit()

    def _hand_changed(self) -> None:
        if not self.by_hand.value() and self._derived is not None:
            self.combo.set_value(self._derived)
            self.edited.emit()
        self._show()

    def _show(self) -> None:
        g, derived = self._t.gettext, self._derived
        differs = derived is not None and derived is not self.combo.value()
        self.reason.setVisible(self.by_hand.value())
        self.take_button.setVisible(differs)
        told = ""
        if derived is None:
            told = g("As soon as an event is entered, the status follows from the events.")
        elif differs:
            told = g("From the events follows: {status}").format(status=label(derived, self._t))
        elif not self.by_hand.value():
            told = g("Follows from the events.")
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _word(self, member: AgreementStatus) -> str:
        return label(member, self._t)
