"""Families of concepts that stand for one another where the rest of two sentences agrees."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claims.topics.concepts import load_concepts
from sources.errors import ConfigError


def kin(a: str, b: str) -> bool:
    """Whether two heads or events, given as concepts (``=spectators``), are of one family and not the same."""
    families = load_families()
    return (
        a != b and bool(families.get(a[1:], frozenset()) & families.get(b[1:], frozenset())) and a[:1] == b[:1] == "="
    )


@lru_cache(maxsize=1)
def load_families() -> dict[str, frozenset[int]]:
    """To each concept the numbers of its families.

    Raises:
        ConfigError: a family names what is no concept.
    """
    rows = tomllib.loads(files("claims.topics").joinpath("families.toml").read_text(encoding="utf-8"))["families"]
    known = load_concepts().roles
    if odd := sorted({word for row in rows for word in row} - known.keys()):
        raise ConfigError("claims/topics/families.toml", f"no concepts: {', '.join(odd)}", "correct these names")
    return {word: frozenset(n for n, row in enumerate(rows) if word in row) for row in rows for word in row}
