"""One text in three languages in the room of one field.

LocalizedEdit(t)             one line;  LocalizedEdit(t, lines=4)  several lines
value() / set_value() speak LocalizedText; Alt+← and Alt+→ change the language, as do the buttons SL DE EN.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MINIMUM_TARGET, TINY
from cabinet_app.gui.widgets.labels import escaped_tip, text_button
from cabinet_app.i18n.catalogs import N_, Translator

LANGUAGE_NAMES = {Language.SL: N_("Slovenian"), Language.DE: N_("German"), Language.EN: N_("English")}


class LocalizedEdit(QWidget):
    """Shows one language at a time; the buttons tell which languages have a text."""

    edited = Signal()

    def __init__(
        self, t: Translator, parent: QWidget | None = None, *, lines: int = 1, placeholder: str = ""
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._placeholder = placeholder
        self._texts = LocalizedText()
        self._language = t.language
        self._base_name = ""
        self._is_filling = False
        self.editor = self._build_editor(lines)
        self.editor.installEventFilter(self)
        self._buttons = {language: self._button(language) for language in Language}
        self._arrange(lines)
        self.setFocusProxy(self.editor)
        self._show_language()

    @property
    def language(self) -> Language:
        """The language that is shown."""
        return self._language

    def value(self) -> LocalizedText:
        return self._texts

    def set_value(self, value: LocalizedText) -> None:
        if value != self._texts:
            self._texts = value
            self._show_language()

    def show_language(self, language: Language) -> None:
        """Turn to a language."""
        self._language = language
        self._show_language()

    def name_field(self, name: str) -> None:
        """The name screen readers say; the language is added to it."""
        self._base_name = name
        self._say_name()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
            if step and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if step and event.type() == QEvent.Type.KeyPress:
                order = list(Language)
                self.show_language(order[(order.index(self._language) + step) % len(order)])
                return True
        if event.type() == QEvent.Type.FocusIn and not self._base_name:
            self._base_name = self.accessibleName() or self.editor.accessibleName()
            self._say_name()
        return super().eventFilter(watched, event)

    def _build_editor(self, lines: int) -> QLineEdit | QPlainTextEdit:
        if lines == 1:
            line = QLineEdit(self)
            line.textEdited.connect(self._read)
            return line
        area = QPlainTextEdit(self)
        area.setTabChangesFocus(True)
        room_for_buttons = len(Language) * (MINIMUM_TARGET + 2)
        area.setFixedHeight(max(QFontMetrics(self.font()).lineSpacing() * lines + 18, room_for_buttons))
        area.textChanged.connect(self._read)
        return area

    def _button(self, language: Language) -> QPushButton:
        button = text_button(language.value.upper(), self, kind="language")
        button.setProperty("takes_border", False)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("shown_language", language.value)
        button.clicked.connect(self._turn)
        return button

    def _arrange(self, lines: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(TINY)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.editor, 0, 0, 1 if lines == 1 else len(self._buttons) + 1, 1)
        grid.setColumnStretch(0, 1)
        for place, button in enumerate(self._buttons.values()):
            row, column = (0, place + 1) if lines == 1 else (place, 1)
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignCenter)
        if lines > 1:
            grid.setRowStretch(len(self._buttons), 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _turn(self) -> None:
        self.show_language(Language(self.sender().property("shown_language")))
        self.editor.setFocus()

    def _read(self) -> None:
        if self._is_filling:
            return
        text = self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()
        texts = self._texts.with_text(self._language, text.strip())
        if texts != self._texts:
            self._texts = texts
            self._mark_filled()
            self.edited.emit()

    def _show_language(self) -> None:
        self._is_filling = True
        text = self._texts.get(self._language)
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        else:
            self.editor.setPlainText(text)
        self._is_filling = False
        self.editor.setPlaceholderText(self._texts.shown(self._language) or self._placeholder)
        self._mark_filled()
        self._say_name()

    def _mark_filled(self) -> None:
        for language, button in self._buttons.items():
            is_filled = bool(self._texts.get(language))
            button.setChecked(language is self._language)
            mark(button, "filled", "true" if is_filled else "false")
            name = self._t.gettext(LANGUAGE_NAMES[language])
            state = (
                self._t.gettext("{language}: written")
                if is_filled
                else self._t.gettext("{language}: missing")
            )
            button.setAccessibleName(state.format(language=name))
            button.setToolTip(escaped_tip(state.format(language=name) + " (Alt+← Alt+→)"))

    def _say_name(self) -> None:
        if self._base_name:
            language = self._t.gettext(LANGUAGE_NAMES[self._language])
            self.editor.setAccessibleName(f"{self._base_name} ({language})")
