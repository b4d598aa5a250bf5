"""The settings of this workstation: languages, municipality, paper, colours and folders."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.texts import Language
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import HUGE, LARGE, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import Field
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.labels import icon_button, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.jubilee_words import rule_from, rule_words
from cabinet_app.settings import PAPERS, Municipality, Settings

OWN_NAMES = {Language.SL: "slovenščina", Language.DE: "Deutsch", Language.EN: "English"}
THEME_WORDS = (("system", N_("Like the system")), ("light", N_("Light")), ("dark", N_("Dark")))


class PathEdit(QWidget):
    """A file or folder, typed or chosen."""

    edited = Signal()

    def __init__(
        self,
        t: Translator,
        choose: Callable[[QWidget, str], str],
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.edited)
        self.button = icon_button("folder-open", t.gettext("Choose…"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.line)
        row.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        self.line.setText(value)

    def _ask(self) -> None:
        path = self._choose(self, self.value())
        if path:
            self.set_value(path)
            self.edited.emit()


class YearsField(QLineEdit):
    """Numbers of years between commas: `10, 25, 50`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.edited)

    def value(self) -> frozenset[int]:
        """The numbers; the usual ones where there is none."""
        return rule_from(self.text()) or JUBILEE_YEARS

    def set_value(self, value: frozenset[int]) -> None:
        self.setText(rule_words(value))


class SettingsDialog(QDialog):
    """Changes a copy; `accepted_settings` is what was chosen."""

    def __init__(self, t: Translator, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._before = settings
        self._fields: dict[str, Field[Any]] = {}
        self.setWindowTitle(t.gettext("Settings"))
        self.form = Form()
        self._build_program()
        self._build_municipality()
        self._build_files()
        self._arrange()

    def accepted_settings(self) -> Settings:
        """The settings as the fields have them; what the dialog does not show stays."""
        values = {key: field.value() for key, field in self._fields.items()}
        municipality = Municipality(
            names=values.pop("names"),
            addresses=values.pop("addresses"),
            letterhead=values.pop("letterhead"),
            arms_image=values.pop("arms_image"),
        )
        return replace(self._before, **values, municipality=municipality)

    def sizeHint(self) -> QSize:
        return QSize(620, 640)

    def _build_program(self) -> None:
        g, settings = self._t.gettext, self._before
        self.form.section("program", g("Program"))
        languages: list[tuple[Language | None, str]] = [(None, g("Language of the system"))]
        languages += [(language, OWN_NAMES[language]) for language in Language]
        self._add("ui_language", g("Language of the window"), ChoiceCombo(languages), settings.ui_language)
        reports = [(language, OWN_NAMES[language]) for language in Language]
        self._add(
            "report_language", g("Usual language of prints"), ChoiceCombo(reports), settings.report_language
        )
        themes = [(key, g(words)) for key, words in THEME_WORDS]
        self._add("theme", g("Colours"), ChoiceCombo(themes), settings.theme)
        papers = [(paper, paper) for paper in PAPERS]
        self._add("paper", g("Paper"), ChoiceCombo(papers), settings.paper)
        self._add("jubilee_years", g("Jubilees (years)"), YearsField(), settings.jubilee_years)

    def _build_municipality(self) -> None:
        g, municipality = self._t.gettext, self._before.municipality
        self.form.section("municipality", g("Municipality"))
        self._add("names", g("Name"), LocalizedEdit(self._t), municipality.names)
        self._add("addresses", g("Address"), LocalizedEdit(self._t, lines=3), municipality.addresses)
        self._add(
            "letterhead",
            g("Lines of the letterhead"),
            LocalizedEdit(self._t, lines=4),
            municipality.letterhead,
        )
        arms = PathEdit(self._t, self._choose_image)
        self._add("arms_image", g("Arms (image file)"), arms, municipality.arms_image)

    def _build_files(self) -> None:
        g, settings = self._t.gettext, self._before
        self.form.section("files", g("Files"))
        usual = g("the usual place")
        data = PathEdit(self._t, self._choose_data, placeholder=usual)
        self._add("data_file", g("Data file"), data, settings.data_file)
        backups = PathEdit(self._t, self._choose_folder, placeholder=usual)
        self._add("backup_folder", g("Second folder for backups"), backups, settings.backup_folder)

    def _add(self, key: str, label: str, field: QWidget, value: object) -> None:
        self.form.add(key, label, field)
        bound = cast("Field[Any]", field)
        bound.set_value(value)
        self._fields[key] = bound

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        mark(inner, "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(HUGE, 0, HUGE, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)
        area.setWidget(inner)
        row = QHBoxLayout()
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        row.addStretch(1)
        cancel = text_button(self._t.gettext("Cancel"))
        cancel.clicked.connect(self.reject)
        save = text_button(self._t.gettext("Save"), kind="primary")
        save.clicked.connect(self.accept)
        save.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(row)

    def _choose_image(self, parent: QWidget, start: str) -> str:
        kinds = self._t.gettext("Images") + " (*.png *.jpg *.jpeg)"
        return QFileDialog.getOpenFileName(parent, self._t.gettext("Arms (image file)"), start, kinds)[0]

    def _choose_data(self, parent: QWidget, start: str) -> str:
        kinds = self._t.gettext("Data files") + " (*.kabinet *.sqlite *.db)"
        return QFileDialog.getOpenFileName(parent, self._t.gettext("Data file"), start, kinds)[0]

    def _choose_folder(self, parent: QWidget, start: str) -> str:
        return QFileDialog.getExistingDirectory(parent, self._t.gettext("Second folder for backups"), start)
