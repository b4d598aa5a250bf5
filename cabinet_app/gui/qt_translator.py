"""Qt's own words (buttons, edit menus, file dialogs, key names) in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cabinet_app import paths
from cabinet_app.domain.texts import Language

_NAME = "qt-words"


def install_qt_translations(app: QCoreApplication, language: Language) -> None:
    """Make Qt speak `language` and forget the one before; call it before the widgets are made.

    The default QLocale changes with it: date and number fields read it when they are created.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    QLocale.setDefault(QLocale(language.tag))
    for name, folder in _sources(language):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            app.installTranslator(translator)
        else:
            translator.setParent(None)


def _sources(language: Language) -> list[tuple[str, str]]:
    """Catalogues to load, the last one speaks first; Qt ships only an old and partial Slovenian one."""
    shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language is Language.SL:
        return [("qt_sl", shipped), ("qtbase_sl", str(paths.translations()))]
    return [("qtbase_de", shipped)] if language is Language.DE else []
