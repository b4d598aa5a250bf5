"""Draws the PNG and ICO pictures of the application icon from its two SVG drawings."""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST_SIMPLE = 24  # up to here the clock and the step would be a smear


def drawn(size: int) -> bytes:
    """Return the icon as PNG, `size` pixels wide and high."""
    source = "kabinet-small.svg" if size <= LARGEST_SIMPLE else "kabinet.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Pack PNG pictures into one ICO file (directory of 16-byte entries, then the pictures)."""
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for size, picture in pictures.items():
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures.values())


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for size in PNG_SIZES:
        (FOLDER / f"kabinet-{size}.png").write_bytes(drawn(size))
    (FOLDER / "kabinet.ico").write_bytes(icon_file({size: drawn(size) for size in ICO_SIZES}))
    application.quit()


if __name__ == "__main__":
    main()
