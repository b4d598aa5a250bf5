"""Sends a finished PDF to a printer: the file itself where CUPS takes it, pictures of its pages elsewhere."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from cabinet_app.errors import PrintingFailed
from cabinet_app.gui.pdf_pages import POINTS_PER_INCH, PdfPages
from cabinet_app.reports.file_names import ascii_text

_MILLIMETRES: Final = 25.4 / POINTS_PER_INCH
_RESOLUTION: Final = 300
_BAND: Final = 1600
"""How many rows of pixels are drawn at once; a whole A3 page would need 70 MB."""


def print_pdf(data: bytes, title: str, parent: QWidget) -> bool:
    """Let the person choose a printer and send the PDF there; False if they thought better of it.

    Raises:
        PrintingFailed: the print system refused.
    """
    pages = PdfPages(data)
    try:
        # The printer must outlive the dialog: a collected one takes the process with it.
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(ascii_title(title))
        set_page(printer, pages.sizes[0])
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.setMinMax(1, len(pages))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and shutil.which("lp"):
            send_file(data, title, printer)
        else:
            draw_pages(pages, printer)
        return True
    finally:
        pages.close()


def set_page(printer: QPrinter, points: QSizeF) -> None:
    """Ask for the sheet that the PDF is made for."""
    lies = points.width() > points.height()
    short, long = sorted((points.width(), points.height()))
    printer.setPageSize(
        QPageSize(QSizeF(short * _MILLIMETRES, long * _MILLIMETRES), QPageSize.Unit.Millimeter)
    )
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)


def lp_arguments(printer: QPrinter, title: str) -> list[str]:
    """How `lp` is told what was chosen in the dialog."""
    sides = {
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }.get(printer.duplex(), "one-sided")
    size = QPageSize.key(printer.pageLayout().pageSize().id())
    arguments = [
        "lp",
        "-t",
        ascii_title(title),
        "-n",
        str(max(1, printer.copyCount())),
        "-o",
        f"sides={sides}",
    ]
    if size and size != "Custom":
        arguments += ["-o", f"media={size}"]
    if printer.printerName():
        arguments += ["-d", printer.printerName()]
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        arguments += ["-P", f"{printer.fromPage()}-{printer.toPage() or printer.fromPage()}"]
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        arguments += ["-o", "print-color-mode=monochrome"]
    return arguments


def send_file(data: bytes, title: str, printer: QPrinter) -> None:
    """Give the file to CUPS, with its letters and lines as they are.

    Raises:
        PrintingFailed: `lp` refused.
    """
    descriptor, path = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        done = subprocess.run(  # noqa: S603 our own arguments, no shell
            [*lp_arguments(printer, title), path], capture_output=True, check=False, timeout=60
        )
        if done.returncode:
            raise PrintingFailed(done.stderr.decode(errors="replace").strip())
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintingFailed(str(error)) from error
    finally:
        Path(path).unlink(missing_ok=True)


def draw_pages(pages: PdfPages, printer: QPrinter) -> None:
    """Draw the chosen pages as pictures, band by band.

    Raises:
        PrintingFailed: the printer cannot be written to.
    """
    printer.setResolution(_RESOLUTION)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingFailed(printer.printerName())
    try:
        for number, page in enumerate(chosen_pages(printer, len(pages))):
            if number:
                printer.newPage()
            _draw_page(painter, pages, page, QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)))
    finally:
        painter.end()


def chosen_pages(printer: QPrinter, count: int) -> range:
    """The pages of the range that was chosen, counted from 0."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(count, printer.toPage() or printer.fromPage()))


def _draw_page(painter: QPainter, pages: PdfPages, page: int, paper: QRectF) -> None:
    size = pages.sizes[page]
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    picture = pages.picture(page, min(scale, _RESOLUTION / POINTS_PER_INCH))
    ratio = size.width() * scale / picture.width()
    for top in range(0, picture.height(), _BAND):
        band = picture.copy(0, top, picture.width(), min(_BAND, picture.height() - top))
        painter.drawImage(QRectF(0, top * ratio, band.width() * ratio, band.height() * ratio), band)


def ascii_title(title: str) -> str:
    """The title as every print queue can show it."""
    return ascii_text(title) or "Kabinet"
