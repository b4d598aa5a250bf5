import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.gui.qt_translator import install_qt_translations
from cabinet_app.i18n.catalogs import compile_catalogs

BUTTONS = (
    QDialogButtonBox.StandardButton.Save
    | QDialogButtonBox.StandardButton.Cancel
    | QDialogButtonBox.StandardButton.Discard
    | QDialogButtonBox.StandardButton.Ok
)


@pytest.fixture(autouse=True)
def compiled():
    compile_catalogs(paths.translations())


@pytest.fixture
def qt(qapp):
    """The application, back in English afterwards."""
    before = QLocale()
    yield qapp
    install_qt_translations(qapp, Language.EN)
    QLocale.setDefault(before)


def button_texts(qtbot):
    box = QDialogButtonBox(BUTTONS)
    qtbot.addWidget(box)
    return {box.button(button).text().replace("&", "") for button in BUTTONS}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SL, {"Shrani", "Prekliči", "Zavrzi", "V redu"}),
        (Language.DE, {"Speichern", "Abbrechen", "Verwerfen", "OK"}),
        (Language.EN, {"Save", "Cancel", "Discard", "OK"}),
    ],
)
def test_buttons_speak_the_language_of_the_window(qt, qtbot, language, expected):
    install_qt_translations(qt, language)
    assert button_texts(qtbot) == expected


def test_switching_the_language_leaves_nothing_of_the_one_before(qt, qtbot):
    install_qt_translations(qt, Language.SL)
    install_qt_translations(qt, Language.DE)
    assert "Speichern" in button_texts(qtbot)
    install_qt_translations(qt, Language.EN)
    assert "Save" in button_texts(qtbot)
    assert not qt.findChildren(QTranslator, "qt-words")


def test_the_edit_menus_of_text_fields_are_slovenian(qt, qtbot):
    install_qt_translations(qt, Language.SL)
    line, text = QLineEdit("Kranj"), QPlainTextEdit("Kranj")
    qtbot.addWidget(line)
    qtbot.addWidget(text)
    for menu in (line.createStandardContextMenu(), text.createStandardContextMenu()):
        qtbot.addWidget(menu)
        words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
        assert words == [
            "Razveljavi",
            "Uveljavi znova",
            "Izreži",
            "Kopiraj",
            "Prilepi",
            "Izbriši",
            "Izberi vse",
        ]


@pytest.mark.parametrize(
    ("language", "expected"), [(Language.SL, "Ctrl+S"), (Language.DE, "Strg+S"), (Language.EN, "Ctrl+S")]
)
def test_shortcuts_name_the_keys_as_the_keyboard_does(qt, language, expected):
    install_qt_translations(qt, language)
    assert QKeySequence("Ctrl+S").toString(QKeySequence.SequenceFormat.NativeText) == expected


def test_the_delete_key_keeps_its_name_in_slovenian(qt):
    install_qt_translations(qt, Language.SL)
    assert QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText) == "Delete"


@pytest.mark.parametrize(
    ("language", "name"), [(Language.SL, "sl_SI"), (Language.DE, "de_AT"), (Language.EN, "en_GB")]
)
def test_the_default_locale_follows_the_language(qt, language, name):
    install_qt_translations(qt, language)
    assert QLocale().name() == name


@pytest.mark.parametrize("source", ["File &name:", "Recent Places", "Show &hidden files", "Files of &type:"])
def test_the_file_dialog_has_no_english_left_in_slovenian(qt, source):
    install_qt_translations(qt, Language.SL)
    assert QCoreApplication.translate("QFileDialog", source) != source


def test_translators_belong_to_the_application(qt):
    install_qt_translations(qt, Language.SL)
    assert len(qt.findChildren(QTranslator, "qt-words")) == 2
