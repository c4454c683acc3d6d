"""How two baselines differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from registry.reports.wording import counted

if TYPE_CHECKING:
    from registry.checking.baseline import Difference


def as_text(found: Difference) -> Iterator[str]:
    """A line for each entry, as a difference shows it, and the sum."""
    for sign, entries in (("+", found.added), ("-", found.removed)):
        yield from (f"{sign} {entry.told}" for entry in entries)
    yield f"{counted(len(found.added), 'entry', 'entries')} added, {len(found.removed):,} removed"


def as_json(found: Difference) -> Iterator[str]:
    """One object with both lists."""
    return iter(json.dumps(asdict(found), ensure_ascii=False, indent=2).splitlines())
