"""Tests of the fonts and icons that are shipped: complete, well formed, licensed."""

import importlib.util
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
ICONS = ROOT / "resources" / "icons"
EUROPEAN = "čšžđćČŠŽĐĆőűŐŰäöüßÄÖÜẞéàîç„“”»«–—…€§°×→✓☐☑½·•ЖђљњїΑω0123456789"
CHINESE = "张家口崇礼区北京市长代表团"


def characters(font: Path) -> set[int]:
    return set(TTFontFile(str(font)).charToGlyph)


@pytest.mark.parametrize("style", ["Regular", "It", "Semibold", "Bold", "BoldIt"])
def test_source_sans_has_every_letter_we_print(style: str) -> None:
    known = characters(FONTS / f"SourceSans3-{style}.ttf")
    assert not [letter for letter in EUROPEAN if ord(letter) not in known]


def test_the_fallback_has_chinese_names() -> None:
    known = characters(FONTS / "DroidSansFallbackFull.ttf")
    assert not [letter for letter in CHINESE if ord(letter) not in known]


def test_figures_of_every_style_stand_in_columns() -> None:
    for font in FONTS.glob("SourceSans3-*.ttf"):
        face = TTFontFile(str(font))
        assert len({face.charWidths[ord(digit)] for digit in "0123456789"}) == 1, font.name


def test_every_font_is_documented_with_its_licence() -> None:
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    for font in FONTS.glob("*.ttf"):
        assert font.name in readme or f"`{font.stem.removeprefix('SourceSans3')}`" in readme, font.name
    assert "SIL OPEN FONT LICENSE" in (FONTS / "SourceSans3-LICENSE.md").read_text(encoding="utf-8")
    assert "Apache License" in (FONTS / "DroidSansFallback-LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_takes_its_colour_from_the_palette(icon: Path) -> None:
    drawing = ET.parse(icon).getroot()
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    fixed = {element.get(name) for element in drawing.iter() for name in ("fill", "stroke")}
    assert fixed <= {None, "none", "currentColor"}


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_application_icon_has_the_size_of_its_name(size: int) -> None:
    header = (ICONS / "app" / f"kabinet-{size}.png").read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", header[16:24]) == (size, size)


def test_the_windows_icon_holds_whole_pictures() -> None:
    icon = (ICONS / "app" / "kabinet.ico").read_bytes()
    _, kind, count = struct.unpack("<HHH", icon[:6])
    assert (kind, count) == (1, 7)
    for number in range(count):
        width, _, _, _, _, _, length, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * number)
        picture = icon[offset : offset + length]
        assert len(picture) == length
        assert struct.unpack(">I", picture[16:20]) == (width or 256,)


@pytest.fixture(name="drawing")
def _drawing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_app_icon", ROOT / "packaging" / "draw_app_icon.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.usefixtures("qapp")
def test_the_pictures_are_drawn_from_the_drawings(drawing: ModuleType) -> None:
    from PySide6.QtGui import QImage

    for size in drawing.PNG_SIZES:
        shipped = QImage(str(ICONS / "app" / f"kabinet-{size}.png"))
        drawn = QImage.fromData(drawing.drawn(size))
        assert shipped.convertToFormat(drawn.format()) == drawn, size
