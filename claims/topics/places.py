"""Names of places in one form for all languages: 日本 and Japan are one name."""

from __future__ import annotations

from functools import lru_cache

from claims.topics.naming import folded
from claims.topics.scopes import load_scopes

MARK = "@"
"""Stands before the id of a place, so that it is not taken for a word."""


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The form of a name that matching compares: ``@japan`` for a place that is known, else the name folded."""
    scopes = load_scopes()
    words = name.split()
    hits = scopes.chinese(name, 0, len(name)) if not name.isascii() else scopes.english(words)
    whole = len(name) if not name.isascii() else len(words)
    known = next((h.id for h in hits if h.start == 0 and h.end == whole), None)
    return f"{MARK}{known}" if known else folded(name)


def is_place(name: str) -> bool:
    """Whether ``name`` is that of a place that is known, and of nothing else."""
    return name_key(name).startswith(MARK)
