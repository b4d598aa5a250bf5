"""The preview shows the very bytes that are saved and sent."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from cabinet_app.domain.texts import Language
from cabinet_app.errors import FileNotWritable
from cabinet_app.gui.page_view import FIT_PAGE, FIT_WIDTH, PageView
from cabinet_app.gui.pdf_pages import PdfPages
from cabinet_app.gui.preview import PreviewPanel, PreviewWindow
from cabinet_app.gui.print_out import FOLDER_KEY, PrintOut, write_whole
from cabinet_app.gui.printing import ascii_title, chosen_pages, draw_pages, lp_arguments, set_page
from cabinet_app.i18n.catalogs import translator
from cabinet_app.reports.catalog import Report
from tests.gui.fakes import FakeCabinet, make_context

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def blank(pages=3, width=595, height=842):
    import pikepdf

    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(width, height))
        pdf.save(made)
    return made.getvalue()


@pytest.fixture
def context(qapp):
    return make_context(FakeCabinet(), translator(Language.SL))


def test_pages_are_drawn_white_and_in_their_size():
    pages = PdfPages(blank(2, 300, 200))
    picture = pages.picture(0, 2.0)
    assert (picture.width(), picture.height()) == (600, 400)
    assert picture.pixelColor(300, 200).name() == "#ffffff"
    assert len(pages) == 2
    pages.close()


@pytest.fixture
def view(qtbot, context):
    view = PageView(context.background)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    pages = PdfPages(blank())
    view.show_pages(pages)
    yield view
    context.background.wait()
    view.show_pages(None)
    pages.close()


def test_the_whole_page_fits_into_the_view(view):
    assert view.zoom == FIT_PAGE
    assert view.factor * 842 * view.logicalDpiY() / 72 <= 400


def test_the_zoom_goes_up_and_down_in_steps(view):
    view.set_zoom(1.0)
    view.zoom_in()
    assert view.zoom == 1.25
    view.zoom_out()
    assert view.zoom == 1.0


def test_fitting_the_width_makes_the_page_higher_than_the_view(view):
    view.set_zoom(FIT_WIDTH)
    assert view.verticalScrollBar().maximum() > 0


def test_scrolling_tells_the_page(view, qtbot):
    view.set_zoom(1.0)
    with qtbot.waitSignal(view.page_changed):
        view.show_page(2)
    assert view.current_page == 2


def test_the_picture_of_a_page_arrives_in_the_background(view, qtbot):
    qtbot.waitUntil(lambda: bool(view._pictures), timeout=5000)


def test_a_panel_says_how_many_pages_there_are_and_shows_thumbnails(qtbot, context):
    panel = PreviewPanel(context.t, context.background)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_report(blank())
    assert panel.page_count == 3
    assert panel._thumbnails.count() == 3
    qtbot.waitUntil(lambda: not panel._thumbnails.item(2).icon().isNull(), timeout=5000)
    context.background.wait()
    panel.close_pages()


def test_one_page_needs_no_thumbnails(qtbot, context):
    panel = PreviewPanel(context.t, context.background)
    qtbot.addWidget(panel)
    panel.show_report(blank(1))
    assert panel._thumbnails.isHidden()
    context.background.wait()
    panel.close_pages()


def test_saving_writes_the_very_bytes_under_the_name_offered(qtbot, context, tmp_path, monkeypatch):
    report = Report(blank(), "2021-12_Terminkalender_de.pdf", ())
    window = PreviewWindow(context, report)
    qtbot.addWidget(window)
    offered = []

    def choose(_parent, _title, path, _filter):
        offered.append(Path(path).name)
        return str(tmp_path / "za Beljak"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window._save()
    assert offered == ["2021-12_Terminkalender_de.pdf"]
    assert (tmp_path / "za Beljak.pdf").read_bytes() == report.data
    assert context.settings.windows[FOLDER_KEY] == str(tmp_path)
    context.background.wait()
    window.reject()


def test_a_cancelled_save_writes_nothing(qtbot, context, view, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert PrintOut(context, view).save(Report(b"%PDF", "x.pdf", ())) is None


def test_a_folder_that_is_not_there_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(FileNotWritable):
        write_whole(tmp_path / "none" / "x.pdf", b"%PDF")
    assert not list(tmp_path.iterdir())


def test_the_queue_gets_a_plain_title():
    assert ascii_title("Poročilo – Đakovo, Straße") == "Porocilo - Dakovo, Strasse"
    assert ascii_title("张家口") == "Kabinet"


@pytest.fixture
def printer(qapp, tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def test_the_sheet_of_the_pdf_is_asked_for(printer):
    set_page(printer, QSizeF(1190.55, 841.89))
    layout = printer.pageLayout()
    assert layout.pageSize().key() == "A3"
    assert layout.orientation() is layout.Orientation.Landscape
    arguments = lp_arguments(printer, "Koledar č")
    assert arguments[:3] == ["lp", "-t", "Koledar c"]
    assert "media=A3" in arguments


def test_only_the_chosen_pages_are_printed(printer):
    assert list(chosen_pages(printer, 3)) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert list(chosen_pages(printer, 3)) == [1, 2]


def test_where_there_is_no_cups_pictures_of_the_pages_are_drawn(printer, tmp_path):
    pages = PdfPages(blank(2))
    set_page(printer, pages.sizes[0])
    draw_pages(pages, printer)
    pages.close()
    printed = PdfPages((tmp_path / "out.pdf").read_bytes())
    assert len(printed) == 2
    printed.close()
