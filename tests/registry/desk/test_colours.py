"""The colours of the desk: every one that text is written in can be read on every ground it stands on."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLES = files("registry.desk").joinpath("static", "desk.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", part)) for part in STYLES.split("@media (prefers-color-scheme")[:2]
)
LEAST = 4.5
"""The least contrast of text: WCAG 2.2, 1.4.3."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(colours: dict[str, str]) -> None:
    written = colours.keys() - {"paper", "panel", "line", "mark"}
    assert {"ink", "soft", "link", "a", "b", "high"} <= written
    for name in written:
        for ground in ("paper", "panel"):
            assert contrast(colours[name], colours[ground]) >= LEAST, (name, ground)
    assert contrast(colours["ink"], colours["mark"]) >= LEAST
