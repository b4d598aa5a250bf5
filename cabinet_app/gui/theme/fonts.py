"""The typeface of the program: Source Sans 3, the one that is on paper too."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from cabinet_app import paths

FAMILY = "Source Sans 3"
SCREEN_STYLES = ("Regular", "Semibold", "Bold", "It")
NARROW_FACE = 1.12
"""Source Sans is set this much larger to read like the platform's own face of the same size."""
SMALLEST_POINTS = 10.0


def load_fonts(folder: Path | None = None) -> str:
    """Register the bundled typeface; returns the family to use, the platform's own if a file is missing."""
    folder = folder or paths.resources() / "fonts"
    loaded = [
        QFontDatabase.addApplicationFont(str(folder / f"SourceSans3-{style}.ttf")) for style in SCREEN_STYLES
    ]
    return (
        FAMILY
        if min(loaded) >= 0
        else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )


def application_font(family: str) -> QFont:
    """The body face at the size the platform asks for."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    points = font.pointSizeF() if font.pointSizeF() > 0 else SMALLEST_POINTS
    font.setFamily(family)
    font.setPointSizeF(max(points * NARROW_FACE, SMALLEST_POINTS))
    return font
