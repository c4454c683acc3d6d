"""The doctor finds whatever no longer fits, and nothing where all is well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from registry.connection import Registry, memory_registry
from registry.doctor import checked, misfits
from tests.registry.samples import claim, keep, pair_all

OURS = "据介绍，港口有340家企业，多数是渔业企业。"
THEIRS = "港口有430家企业。"


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        keep(opened, "a.txt", OURS, claim(OURS, "港口有340家企业", "340家", 340))
        pair_all(opened, keep(opened, "b.txt", THEIRS, claim(THEIRS, "港口有430家企业", "430家", 430)))
        yield opened


def test_a_sound_registry(registry: Registry) -> None:
    assert list(misfits(registry.db)) == []
    assert checked(registry.db) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('UPDATE claims SET start = start + 1, "end" = "end" + 1 WHERE source = 1', "the quote at"),
        ("UPDATE claims SET value_start = value_start + 1 WHERE source = 1", "the value at"),
        ("UPDATE claims SET value_quote = '34家' WHERE source = 1", "the value at"),
        ("UPDATE claims SET byte_start = byte_start + 1 WHERE source = 1", "bytes"),
        ("UPDATE claims SET value_at_start = 90, value_at_end = 95 WHERE source = 1", "no place in its sentence"),
        ("UPDATE claims SET prefix = '来源：' WHERE source = 1", "the text around the quote"),
        ("UPDATE documents SET text = replace(text, '渔业', '農業')", "is not what was read"),
        ("UPDATE documents SET encoding = 'ascii'", "cannot be written as ascii"),
        ("UPDATE pairs SET a = b, b = a", "in the wrong order"),
    ],
)
def test_what_was_tampered_with_is_named(registry: Registry, change: str, said: str) -> None:
    registry.db.execute(change)
    assert any(said in line for line in misfits(registry.db))


def test_a_lost_source_is_named(registry: Registry) -> None:
    registry.db.execute("PRAGMA foreign_keys = OFF")
    registry.db.execute("DELETE FROM sources WHERE id = 1")
    assert any("refers to something in sources" in line for line in misfits(registry.db))
