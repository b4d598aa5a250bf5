"""The house that prints: names, address, arms and colour for the head of every paper."""

import contextlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.settings import Municipality


class Paper(StrEnum):
    """Sheet sizes (ISO 216)."""

    A4 = "A4"
    A3 = "A3"


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Margins:
    """White around the text of a letter, in millimetres."""

    left: float = 24.0
    right: float = 20.0
    top: float = 16.0
    bottom: float = 20.0


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What the letterhead shows; `unit` is the office, `arms` a PNG or JPEG, `accent` #RRGGBB.

    Unit and address may have several lines.
    """

    municipality: LocalizedText = field(default_factory=LocalizedText)
    unit: LocalizedText = field(default_factory=LocalizedText)
    address: LocalizedText = field(default_factory=LocalizedText)
    arms: bytes | None = None
    accent: str = "#1F4E86"
    footer: LocalizedText = field(default_factory=LocalizedText)
    margins: Margins = field(default_factory=Margins)


def sheet_size(paper: Paper, orientation: Orientation) -> tuple[float, float]:
    """Width and height in points."""
    millimetre = 72 / 25.4
    short, long = {Paper.A4: (210, 297), Paper.A3: (297, 420)}[paper]
    size = (short * millimetre, long * millimetre)
    return size if orientation is Orientation.PORTRAIT else (size[1], size[0])


def house_style(municipality: Municipality, names: LocalizedText | None = None) -> HouseStyle:
    """The house as the settings describe it; `names` stand in where the settings name nobody.

    A picture of the arms that cannot be read is left out.
    """
    arms = None
    if municipality.arms_image:
        with contextlib.suppress(OSError):
            arms = Path(municipality.arms_image).read_bytes()
    own = municipality.names
    return HouseStyle(
        municipality=names if own.is_empty and names else own,
        unit=municipality.letterhead,
        address=municipality.addresses,
        arms=arms,
    )
