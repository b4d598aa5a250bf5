"""Walks every widget of the window in every language, and in one that is 40 % longer than any."""

import gettext
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QScrollBar,
    QToolButton,
    QWidget,
)

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.gui.dialogs.about import AboutDialog
from cabinet_app.gui.dialogs.directory import DirectoryDialog
from cabinet_app.gui.dialogs.help import HelpDialog, blocks, page
from cabinet_app.gui.dialogs.settings import SettingsDialog
from cabinet_app.gui.tabs import TABS
from cabinet_app.gui.widgets.labels import ElidedLabel
from cabinet_app.i18n.catalogs import Translator, compile_catalogs, translator
from cabinet_app.settings import Settings
from tests.gui.fakes import FIRST_ID, make_context

pytestmark = pytest.mark.usefixtures("theme")


class Stretched(gettext.NullTranslations):
    """Every sentence 40 % longer, its mnemonic kept."""

    def gettext(self, message):
        return message + "~" * max(2, round(len(message) * 0.4)) if message else ""

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)

    def pgettext(self, _context, message):
        return self.gettext(message)


def words(name):
    if name == "stretched":
        return Translator(Language.EN, Stretched())
    compile_catalogs(paths.translations())
    return translator(Language(name))


LANGUAGES = ["sl", "de", "en", "stretched"]


@pytest.fixture(params=LANGUAGES)
def spoken(request):
    return words(request.param)


@pytest.fixture(params=[(1280, 800), (1024, 640)])
def walked(request, spoken, make_window):
    window = make_window(spoken)
    window.resize(*request.param)
    window.pane.select(FIRST_ID + 1)
    window.pane.editor._fields["programme"].add_row()
    window.pane.editor._fields["programme"].commit()
    window.pane.filter_bar.set_filter("beljak", [])
    QApplication.processEvents()
    return window


def visible(root: QWidget):
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def is_inner(widget):
    """Parts that Qt makes for itself inside its own widgets."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget | QComboBox):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


def nameless(root):
    found = []
    for widget in visible(root):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if not takes_focus or is_inner(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        buddies = [label for label in root.findChildren(QLabel) if label.buddy() is widget]
        if not (widget.accessibleName() or text or buddies):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def clipped(root):
    found = []
    for widget in visible(root):
        if is_inner(widget) or isinstance(widget, ElidedLabel):
            continue
        is_text = (isinstance(widget, QLabel) and widget.text()) or (
            isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget, QToolButton)
        )
        if not is_text:
            continue
        needed = (
            widget.heightForWidth(widget.width())
            if widget.hasHeightForWidth()
            else widget.minimumSizeHint().height()
        )
        is_narrow = not widget.hasHeightForWidth() and widget.width() < widget.minimumSizeHint().width()
        if is_narrow or widget.height() < needed - 1:
            found.append(
                f"{widget.text()!r} {widget.size().toTuple()}: {widget.minimumSizeHint().toTuple()} {needed}"
            )
    return found


def small_targets(root):
    return [
        f"{type(widget).__name__} {widget.text()!r} {widget.size().toTuple()}"
        for widget in visible(root)
        if isinstance(widget, QAbstractButton)
        and widget.isEnabled()
        and not is_inner(widget)
        and min(widget.width(), widget.height()) < 24
    ]


def test_everything_that_takes_the_keyboard_has_a_name(walked):
    assert nameless(walked) == []


def test_no_word_is_cut(walked):
    assert clipped(walked) == []


def test_the_window_is_no_wider_than_the_screen_it_was_made_for(walked):
    assert walked.minimumSizeHint().width() <= 1024
    assert walked.minimumSizeHint().height() <= 640


def test_every_button_is_large_enough_to_hit(walked):
    assert small_targets(walked) == []


@pytest.fixture
def talking(spoken, make_window):
    return make_window(spoken)


def test_no_two_commands_share_their_keys(talking):
    keys = Counter(spec.shortcut for spec in talking.actions_registry.specs if spec.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []
    assert not [key for key in keys if "Ctrl+Alt" in key]


def mnemonics(texts):
    plain = [text.replace("&&", "") for text in texts]
    return Counter(text[text.index("&") + 1].casefold() for text in plain if "&" in text)


def test_no_two_entries_of_a_menu_share_their_letter(talking):
    menus = {"bar": [action.text() for action in talking.menuBar().actions()]}
    for menu in talking.findChildren(QMenu):
        menus[menu.title()] = [action.text() for action in menu.actions()]
    shared = {name: [k for k, n in mnemonics(texts).items() if n > 1] for name, texts in menus.items()}
    assert {name: letters for name, letters in shared.items() if letters} == {}


def test_every_menu_and_entry_has_a_letter(talking):
    assert mnemonics([action.text() for action in talking.menuBar().actions()]).total() == 5
    for menu in talking.findChildren(QMenu):
        if menu.objectName() in {"file", "edit", "record", "help"}:
            entries = [action.text() for action in menu.actions() if not action.isSeparator()]
            assert mnemonics(entries).total() == len(entries), entries


@pytest.mark.parametrize("name", ["settings", "about", "help", "directory"])
def test_the_dialogs_cut_nothing_and_name_everything(name, spoken, memory, qtbot):
    dialog: QDialog
    if name == "settings":
        dialog = SettingsDialog(spoken, Settings())
    elif name == "about":
        dialog = AboutDialog(spoken, paths.resources(), lambda: None)
    elif name == "help":
        dialog = HelpDialog(spoken, "delegations")
    else:
        dialog = DirectoryDialog(make_context(memory, spoken))
    qtbot.addWidget(dialog)
    dialog.show()
    if isinstance(dialog, DirectoryDialog):
        dialog.tab.pane.new_record()
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert clipped(dialog) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("tab", [spec.key for spec in TABS])
def test_every_tab_has_a_page_of_help_in_every_language(tab, language):
    pieces = page(tab, language)
    assert pieces[0].kind == "title"
    assert len(pieces) >= 6
    assert all("#" not in piece.text and "*" not in piece.text for piece in pieces)


def test_help_is_the_same_in_every_language():
    for spec in TABS:
        shapes = {tuple(piece.kind for piece in page(spec.key, language)) for language in Language}
        assert len(shapes) == 1, spec.key


def test_a_page_is_taken_apart_into_plain_pieces():
    found = [
        (piece.kind, piece.text) for piece in blocks("# A\n\n## B\ntext\nmore\n\n- one\n  goes on\n- two\n")
    ]
    assert found == [
        ("title", "A"),
        ("heading", "B"),
        ("paragraph", "text more"),
        ("item", "one goes on"),
        ("item", "two"),
    ]


def test_no_label_of_the_window_takes_markup(walked):
    rich = [
        label for label in walked.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert [label.text() for label in rich if not is_inner(label)] == []


def test_scrolling_parts_are_reached_by_the_keyboard(walked):
    areas = [area for area in visible(walked) if isinstance(area, QAbstractScrollArea)]
    assert areas
