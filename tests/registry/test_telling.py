"""A claim where it stands: its paragraph and no more, cut between words where it is long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from registry.connection import Registry, memory_registry
from registry.reports.report import Passage
from registry.telling import claim_detail, passage_of
from tests.registry.samples import claim, keep

QUOTE = "the harbour has 340 boats"


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        yield opened


def passage(registry: Registry, text: str, context: int) -> Passage:
    keep(registry, "one.txt", text, claim(text, QUOTE, "340 boats", 340))
    (row,) = registry.db.query("SELECT id FROM claims")
    return passage_of(registry.db, claim_detail(registry.db, row["id"]).passage.stored, context)


def test_a_paragraph_that_fits_is_whole(registry: Registry) -> None:
    found = passage(registry, f"Before.\nIn spring {QUOTE}, they say.\nAfter.", 11)
    assert (found.before, found.after) == ("In spring ", ", they say.")


def test_a_longer_one_is_cut_between_words_and_says_so(registry: Registry) -> None:
    found = passage(registry, f"Whatever anybody says of it, {QUOTE}, and nobody counted them twice.", 20)
    assert (found.before, found.after) == ("…says of it, ", ", and nobody…")


def test_where_no_space_is_near_it_is_cut_all_the_same(registry: Registry) -> None:
    found = passage(registry, f"{'雾' * 90}{QUOTE}{'港' * 90}", 40)
    assert (found.before, found.after) == (f"…{'雾' * 40}", f"{'港' * 40}…")
