"""Pictures of the real window on the sample register."""

from datetime import date

import pytest
from PySide6.QtGui import QImage

from cabinet_app.db.opening import open_store
from cabinet_app.domain.texts import Language
from cabinet_app.gui.snapshots import SIZE, self_test_window, write_pictures
from cabinet_app.services.cabinet import Cabinet
from tests.filled_register import filled_register


@pytest.fixture
def sample(tmp_path):
    today = date.today()  # noqa: DTZ011 - the window looks at the clock, too
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", today)))
    yield opened
    opened.close()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("language", "theme"), [(Language.SL, "light"), (Language.DE, "dark")])
def test_every_tab_is_pictured_with_a_record_open(sample, tmp_path, language, theme):
    pictures = write_pictures(sample, tmp_path, language, theme)
    assert [picture.name.split("_")[1] for picture in pictures] == [
        "delegations",
        "twinning",
        "meetings",
        "groups",
    ]
    images = [QImage(str(picture)) for picture in pictures]
    assert {(image.width(), image.height()) for image in images} == {SIZE}
    corners = {image.pixelColor(5, image.height() - 40).lightness() > 128 for image in images}
    assert corners == {theme == "light"}
    assert len({image.cacheKey() for image in images}) == len(images)


@pytest.mark.usefixtures("qtbot")
def test_the_self_test_opens_every_tab_and_leaves_the_register_open(sample):
    self_test_window(sample, Language.EN)
    assert sample.visits.count() > 0
