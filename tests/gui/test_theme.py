import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

from cabinet_app import paths
from cabinet_app.gui.theme.fonts import FAMILY
from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.palette import build_palette
from cabinet_app.gui.theme.stylesheet import build_stylesheet, mark
from cabinet_app.gui.theme.theme import ThemeChoice
from cabinet_app.gui.theme.tokens import DARK, LIGHT, contrast, tokens_of

PAIRS = [(scheme.name, *pair) for scheme in (LIGHT, DARK) for pair in scheme.pairs()]


@pytest.mark.parametrize(("scheme", "what", "front", "ground", "least"), PAIRS)
def test_every_pair_of_colours_can_be_read(scheme, what, front, ground, least):
    assert contrast(front, ground) >= least, f"{scheme}: {what}"


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_tokens_are_those_of_the_design():
    assert (LIGHT.window, LIGHT.accent, LIGHT.field_border) == ("#F5F6F8", "#1F5FA8", "#868F9B")
    assert (DARK.window, DARK.accent, DARK.on_accent) == ("#1B1E22", "#7FB2F0", "#0B1B2E")


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_palette_leaves_no_role_to_the_platform(scheme):
    palette = build_palette(scheme)
    for role in QPalette.ColorRole:
        if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
            assert palette.isBrushSet(QPalette.ColorGroup.Active, role), role


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_scheme_is_known_by_its_palette(scheme):
    assert tokens_of(build_palette(scheme)) is scheme


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_sheet_uses_no_pixel_fonts_and_only_files_that_exist(scheme):
    sheet = build_stylesheet(scheme, 11.2)
    assert not re.search(r"font-size:\s*[\d.]+px", sheet)
    assert "$" not in sheet
    for name, file in re.findall(r"url\((\w+):([\w-]+\.svg)\)", sheet):
        assert (paths.resources() / "theme" / name / file).is_file()


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_drawn_arrows_have_colours_of_the_scheme(scheme):
    known = {getattr(scheme, name) for name in scheme.__slots__}
    for file in (paths.resources() / "theme" / scheme.name).glob("*.svg"):
        assert set(re.findall(r"#[0-9A-F]{6}", file.read_text())) <= known, file


def test_the_typeface_of_the_paper_is_on_the_screen(qapp, theme):
    assert qapp.font().family() == FAMILY


def test_dark_and_light_change_the_application_at_once(qapp, theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.surface in qapp.styleSheet()
    theme.choose(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window


def test_the_scheme_of_the_system_is_followed_only_when_asked_for(qapp, theme):
    theme.choose(ThemeChoice.DARK)
    theme._follow(Qt.ColorScheme.Light)
    assert theme.tokens is DARK
    theme.choose(ThemeChoice.SYSTEM)
    theme._follow(Qt.ColorScheme.Unknown)
    assert theme.tokens is LIGHT
    theme.choose(ThemeChoice.LIGHT)


def test_an_icon_is_painted_in_the_ink_of_the_scheme(qapp, theme):
    printer = icon("printer")
    for choice, scheme in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        theme.choose(choice)
        image = printer.pixmap(QSize(32, 32)).toImage()
        colours = {
            image.pixelColor(x, y).name().upper()
            for x in range(32)
            for y in range(32)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {scheme.text}


def test_an_icon_is_sharp_on_a_screen_of_double_density(qapp, theme):
    pixmap = icon("printer").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_a_disabled_icon_is_paler(qapp, theme):
    image = icon("printer").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    solid = [
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid[0].upper() == tokens_of(QGuiApplication.palette()).field_border


def test_marking_a_field_invalid_repaints_its_border(qtbot, theme):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 32)
    before = field.grab().toImage()
    mark(field, "invalid")
    assert field.grab().toImage() != before
    mark(field, "invalid", False)
    assert field.grab().toImage() == before


def test_a_primary_button_is_filled_with_the_accent(qtbot, theme):
    button = QPushButton("Save")
    qtbot.addWidget(button)
    mark(button, "primary")
    button.resize(120, 32)
    assert button.grab().toImage().pixelColor(10, 6).name().upper() == LIGHT.accent
