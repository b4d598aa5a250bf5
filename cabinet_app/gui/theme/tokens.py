"""The colours, distances and type sizes everything on the screen is made of, in light and dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QPalette

TYPE_SCALE = {"title": 1.5, "heading": 1.2, "body": 1.0, "small": 0.9}
"""Type sizes as multiples of the body's."""

ROW_HEIGHT = 1.75
"""Height of a list row in font heights: 34 px at 10 pt, as 2.1 is with a face whose lines are less high."""

TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 20
"""The distances between things in device-independent pixels; there are no others."""

MINIMUM_TARGET = 24
"""Nothing that can be clicked is smaller."""

FADE_MS = 150
MIDDLE_GREY = 128
SRGB_KNEE = 0.04045

Tone = Literal["text", "muted", "accent", "on_accent", "danger", "warn", "ok", "neutral"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme; every value is `#RRGGBB`."""

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    hairline: str
    field_border: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    danger: str
    danger_tint: str
    warn: str
    warn_tint: str
    ok: str
    ok_tint: str
    accent_tint: str
    neutral_tint: str
    toast: str
    toast_text: str
    toast_link: str

    def ink(self, tone: str) -> str:
        """The colour of text, glyphs and icons of a tone."""
        return {
            "text": self.text,
            "muted": self.muted,
            "neutral": self.muted,
            "accent": self.accent,
            "on_accent": self.on_accent,
            "danger": self.danger,
            "warn": self.warn,
            "ok": self.ok,
        }[tone]

    def tint(self, tone: str) -> str:
        """The soft ground a tone stands on."""
        return {
            "accent": self.accent_tint,
            "danger": self.danger_tint,
            "warn": self.warn_tint,
            "ok": self.ok_tint,
        }.get(tone, self.neutral_tint)

    def pairs(self) -> Iterator[tuple[str, str, str, float]]:
        """Every (what, foreground, background, least contrast by WCAG 2.2) the program draws."""
        for ground in ("window", "surface", "selection", "hover", "raised"):
            yield f"text on {ground}", self.text, getattr(self, ground), 4.5
        for ground in ("window", "surface"):
            for ink in ("muted", "accent", "danger", "ok", "warn"):
                yield f"{ink} on {ground}", getattr(self, ink), getattr(self, ground), 4.5
            yield f"field border on {ground}", self.field_border, getattr(self, ground), 3.0
        yield "text on accent", self.on_accent, self.accent, 4.5
        yield "text on hovered accent", self.on_accent, self.accent_hover, 4.5
        for tone in ("danger", "warn", "ok", "accent", "neutral"):
            yield f"{tone} pill", self.ink(tone), self.tint(tone), 4.5
        for tone in ("danger", "warn"):
            yield f"link on {tone}", self.accent, self.tint(tone), 4.5
            yield f"text on {tone}", self.text, self.tint(tone), 4.5
        yield "toast", self.toast_text, self.toast, 4.5
        yield "action in a toast", self.toast_link, self.toast, 4.5


LIGHT = Tokens(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    text="#1C2024",
    muted="#5B6470",
    hairline="#D9DDE3",
    field_border="#868F9B",
    hover="#ECEFF3",
    accent="#1F5FA8",
    accent_hover="#194E8B",
    on_accent="#FFFFFF",
    selection="#DCE8F6",
    danger="#B3261E",
    danger_tint="#FBE1DF",
    warn="#8A5A00",
    warn_tint="#FFF3D6",
    ok="#1E6B3A",
    ok_tint="#DDF3E4",
    accent_tint="#E3EDF9",
    neutral_tint="#ECEFF3",
    toast="#25292F",
    toast_text="#FFFFFF",
    toast_link="#9CC5F7",
)

DARK = Tokens(
    name="dark",
    window="#1B1E22",
    surface="#23272C",
    raised="#2B3036",
    text="#E8EAED",
    muted="#A3ACB8",
    hairline="#3A4048",
    field_border="#747E8B",
    hover="#2D3238",
    accent="#7FB2F0",
    accent_hover="#9AC3F5",
    on_accent="#0B1B2E",
    selection="#2F4560",
    danger="#FF8A80",
    danger_tint="#4A2325",
    warn="#F2C063",
    warn_tint="#3F3215",
    ok="#7FD29B",
    ok_tint="#1C3B28",
    accent_tint="#22364F",
    neutral_tint="#31373E",
    toast="#E8EAED",
    toast_text="#1C2024",
    toast_link="#1F5FA8",
)


def tokens_of(palette: QPalette) -> Tokens:
    """The scheme a palette belongs to; what a widget or delegate draws by, without being handed a theme."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE_GREY else LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours after WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
