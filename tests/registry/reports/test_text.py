"""The report for people: each claim once under its topic, the verdict once, and nothing that steers a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import Verdict
from registry import telling
from registry.connection import Registry, memory_registry
from registry.decisions import record
from registry.ingest import Summary
from registry.model import Judgement
from registry.queries import ClaimFilter, PairFilter
from registry.reports import CLAIM_FORMATS, DETAIL_FORMATS, FORMATS
from registry.reports.run import run_summary
from registry.reports.screen import Screen, columns
from tests.registry.samples import claim, keep, pair_all

ONE = "记者走访发现，港口有340家企业，多数靠近码头。"
TWO = "港口有430家企业。"
THREE = "统计显示港口有34家企业。"


@pytest.fixture
def registry() -> Iterator[Registry]:
    """Three sources, each at odds with the two others, registered against the order of their dates."""
    with memory_registry() as opened:
        keep(opened, "one.txt", ONE, claim(ONE, "港口有340家企业", "340家", 340), published="2025-03")
        pair_all(opened, keep(opened, "two.txt", TWO, claim(TWO, "港口有430家企业", "430家", 430)))
        third = keep(opened, "three.txt", THREE, claim(THREE, "港口有34家企业", "34家", 34), published="2024-01")
        pair_all(opened, third)
        yield opened


QUEUE, EVERYTHING, PAPER = PairFilter(), PairFilter((), ()), Screen()


def told(registry: Registry, wanted: PairFilter = QUEUE, screen: Screen = PAPER) -> list[str]:
    return list(FORMATS["text"](telling.report(registry.db, wanted), screen))


def test_a_topic_names_each_source_once_by_date_and_each_ruling_once(registry: Registry) -> None:
    lines = told(registry)
    assert lines[0] == "港口 · 企业"
    assert lines[1:7] == [
        "  1  34家 · three.txt · 2024-01",
        "     港口有⟦34家⟧企业",
        "  2  340家 · one.txt · 2025-03",
        "     港口有⟦340家⟧企业",
        "  3  430家 · two.txt",
        "     港口有⟦430家⟧企业",
    ]
    assert sum("cannot both be true" in line for line in lines) == 3
    assert "3 sources, 3 claims; of 3 pairs 3 compared, 0.0 % cut away by blocking; 3 on the same matter." in lines
    assert "Open: 3 (3 high). Decided: 0." in lines


def test_the_letters_say_which_side_is_a(registry: Registry) -> None:
    lines = told(registry)
    number = {"34家": 1, "340家": 2, "430家": 3}
    for pair in telling.report(registry.db, PairFilter()).pairs:
        sides = number[pair.a.claim.value_quote], number[pair.b.claim.value_quote]
        assert any(line.startswith(f"  a {sides[0]}, b {sides[1]}: ") and pair.id in line for line in lines)


def test_a_decision_shows_beside_its_pair(registry: Registry) -> None:
    pair = telling.report(registry.db, PairFilter()).pairs[0]
    record(registry, pair.id, Judgement.A_WRONG, by="Lin", note="asked")
    assert any("decided: a_wrong, Lin  correction pending" in line for line in told(registry, EVERYTHING, Screen(120)))
    assert "Open: 2 (2 high). Decided: 1." in told(registry)
    detail = telling.pair_detail(registry.db, pair.id)
    assert any(line.endswith("· Lin · a_wrong: asked") for line in DETAIL_FORMATS["text"](detail, Screen()))


def test_a_quote_is_shown_in_its_paragraph(registry: Registry) -> None:
    stored = telling.claim_list(registry.db, ClaimFilter()).claims[0]
    lines = list(DETAIL_FORMATS["text"](telling.claim_detail(registry.db, stored.id), Screen()))
    assert "    记者走访发现，港口有⟦340家⟧企业，多数靠近码头。" in lines


@pytest.mark.parametrize("width", [40, 60, 100])
def test_every_line_keeps_to_the_width(registry: Registry, width: int) -> None:
    pair = telling.report(registry.db, PairFilter()).pairs[0]
    record(registry, pair.id, Judgement.A_WRONG, by="Lin Wei of the desk for the economy " * 5)
    shown = (
        *told(registry, EVERYTHING, Screen(width)),
        *DETAIL_FORMATS["text"](telling.claim_detail(registry.db, pair.a.id), Screen(width)),
        *CLAIM_FORMATS["text"](telling.claim_list(registry.db, ClaimFilter()), Screen(width)),
        *run_summary(Summary(totals=telling.totals(registry.db)), Screen(width)),
    )
    assert [line for line in shown if columns(line) > width] == []


def test_the_value_of_a_long_quote_is_shown_and_so_is_how_many_pairs_are(registry: Registry) -> None:
    text = f"港口{'的码头和仓库' * 60}有540家企业。"
    keep(registry, "long.txt", text, claim(text, text[:-1], "540家", 540))
    (last,) = [
        line for line in CLAIM_FORMATS["text"](telling.claim_list(registry.db, ClaimFilter()), PAPER) if "…" in line
    ]
    assert "⟦540家⟧企业" in last
    assert told(registry, PairFilter(limit=2))[-3].startswith("Shown: 2 pairs. Open: 3 (3 high).")


def test_colour_goes_on_and_off(registry: Registry) -> None:
    plain = "\n".join(told(registry))
    coloured = "\n".join(told(registry, screen=Screen(colour=True)))
    assert "\x1b[" not in plain
    assert coloured.count("\x1b[0m") >= coloured.count("\x1b[1m") > 0


def test_nothing_registered_and_nothing_in_dispute() -> None:
    with memory_registry() as registry:
        assert told(registry)[-1] == "No statements disagree."
        keep(registry, "one.txt", ONE, claim(ONE, "港口有340家企业", "340家", 340))
        pair_all(registry, keep(registry, "two.txt", TWO, claim(TWO, "港口有430家企业", "430家", 430)), Verdict.AGREE)
        assert told(registry)[-1] == "No statements disagree."
        assert len(told(registry, EVERYTHING)) > 4


def test_every_format_tells_of_every_pair_and_claim(registry: Registry) -> None:
    report, claims = telling.report(registry.db, PairFilter()), telling.claim_list(registry.db, ClaimFilter())
    for write in FORMATS.values():
        text = "\n".join(write(report, Screen()))
        assert all(pair.id in text for pair in report.pairs)
    for write_claims in CLAIM_FORMATS.values():
        text = "\n".join(write_claims(claims, Screen()))
        assert all(stored.id in text for stored in claims.claims)
