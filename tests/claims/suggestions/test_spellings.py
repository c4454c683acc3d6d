"""Spellings of one name, and names that are only spelt alike."""

from __future__ import annotations

import pytest

from tests.claims.suggestions.proposed import pairs

ENGINEER = "织海科技的梁文锋来了。梁文锋说，织海科技很忙。梁文锋又走了。"
MODEL = "Qwen来自织海科技，织海科技开源了Qwen。"


@pytest.mark.parametrize(
    ("texts", "right", "wrong"),
    [
        (("Riders of TideWeave met. TideWeave grew. The Tideweave users left.",), "TideWeave", "Tideweave"),
        (("The Open Quay met. OpenQuay grew. OpenQuay left.",), "OpenQuay", "Open Quay"),
        ((ENGINEER, "与梁文峰是校友的，还有一位。梁文锋不在。"), "梁文锋", "梁文峰"),
        ((MODEL, "织海科技发布了Owen。"), "Qwen", "Owen"),
        ((MODEL + "Qwen3还在做。", "织海科技发布了Owen3。"), "Qwen3", "Owen3"),
        (
            ("Maud Ferrier left Tidewater. Maud Ferrier wrote. Maud Ferrier won.", "Maud Farrier lost Tidewater."),
            "Maud Ferrier",
            "Maud Farrier",
        ),
    ],
)
def test_a_slip_of_the_pen(texts: tuple[str, ...], right: str, wrong: str) -> None:
    assert frozenset((right, wrong)) in pairs(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("杭州织海科技来了。杭州很大，杭州很忙。", "广州织海科技也来了。"),
        (MODEL + "Qwen2和Qwen3都来自织海科技。Qwen3更大。Qwen3更忙。",),
        ("DebConf10 was in New York. DebConf11 was in Banja Luka. DebConf10 was large. DebConf10 was loud.",),
        ("Ann Lee left Tidewater. Ann Lee wrote. Ann Lee won. Anna Lee lost Tidewater.",),
        (ENGINEER, "织海科技的梁文广也来了，梁文锋不在。"),  # another sound
        ("织海科技的张建国来了。张建国很忙。张建国走了。织海科技的张建军也来了。",),
        ("HTTP and HTTPS and FTPS are used by Tidewater. HTTP is old. HTTP is small.",),
        (MODEL, "Owen是一位老人，住在东屿。"),  # another company, in the old sense
        ("MoE of Tidewater is new. TIDEWATER and MOE are headings.",),
    ],
)
def test_look_alikes(texts: tuple[str, ...]) -> None:
    assert pairs(*texts) == set()
