"""What tests of prints share: the words of the catalogues as written, and tools that read finished PDFs."""

import gettext
import io
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cabinet_app import paths
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.catalogs import DOMAIN, Translator
from cabinet_app.reports.house import HouseStyle

Words = Callable[[Language], Translator]
HOUSE = HouseStyle(
    municipality=LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj"),
    unit=LocalizedText("Kabinet župana", "Büro des Bürgermeisters", "Mayor's Office"),
    address=LocalizedText(
        "Slovenski trg 1\n4000 Kranj", "Slovenski trg 1\n4000 Kranj", "Slovenski trg 1\n4000 Kranj"
    ),
)


@cache
def _words(language: Language) -> Translator:
    """The catalogue as it is written, whether or not it has been compiled."""
    source = paths.translations() / language.value / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = io.BytesIO()
    with source.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language.value))
    compiled.seek(0)
    return Translator(language, gettext.GNUTranslations(compiled))


@pytest.fixture(scope="session")
def words() -> Words:
    return _words


@pytest.fixture(scope="session")
def house() -> HouseStyle:
    return HOUSE


class Pdf:
    """A finished file as other people's tools see it."""

    def __init__(self, data: bytes, path: Path) -> None:
        self.data = data
        self.path = path
        path.write_bytes(data)

    def _run(self, tool: str, *arguments: str) -> str:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
        done = subprocess.run([tool, *arguments], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    @property
    def text(self) -> str:
        """Every word, with no-break spaces as blanks and line ends as one blank."""
        return " ".join(self.layout.split())

    @property
    def layout(self) -> str:
        return self._run("pdftotext", "-layout", "-enc", "UTF-8", str(self.path), "-").replace("\u00a0", " ")

    @property
    def raw(self) -> str:
        """The words in the order in which they were drawn, line by line."""
        return self._run("pdftotext", "-raw", "-enc", "UTF-8", str(self.path), "-").replace("\u00a0", " ")

    @property
    def squeezed(self) -> str:
        """The words in the order in which they were drawn, without any blank."""
        return "".join(self.raw.split())

    @property
    def fonts(self) -> list[tuple[str, ...]]:
        """Name, embedded and subset of each font."""
        lines = self._run("pdffonts", str(self.path)).splitlines()[2:]
        return [(cells[0], cells[-5], cells[-4]) for line in lines if (cells := line.split())]

    @property
    def info(self) -> dict[str, str]:
        lines = self._run("pdfinfo", str(self.path)).splitlines()
        return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}

    @property
    def pages(self) -> int:
        return int(self.info["Pages"])

    def place_of(self, word: str) -> tuple[float, float]:
        """The distance of a word of the first page from the upper and the left edge, in millimetres."""
        box = re.compile(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{re.escape(word)}<')
        found = box.search(self._run("pdftotext", "-bbox", "-l", "1", str(self.path), "-"))
        assert found, word
        return float(found[2]) / 72 * 25.4, float(found[1]) / 72 * 25.4

    def check(self) -> None:
        """qpdf finds nothing wrong."""
        self._run("qpdf", "--check", str(self.path))


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[bytes], Pdf]:
    """Looks at a finished print."""
    number = iter(range(1000))
    return lambda data: Pdf(data, tmp_path / f"print-{next(number)}.pdf")
