"""States that exclude each other, read from ``opposites.toml``: under control and out of control, open and closed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

STATE = "state"
"""The attribute of a state."""

_BETWEEN = ":"
_DOERS = frozenset({"life", "working", "appeal", "attendance", "office:goes", "office:stays"})
"""Questions and answers whose verbs take no object."""


@lru_cache(maxsize=1)
def _cells() -> Mapping[str, str]:
    """To each word the question that it answers and the answer, as ``control:yes``."""
    rows = tomllib.loads(files("claims.facts").joinpath("opposites.toml").read_text(encoding="utf-8"))
    return {
        word: f"{row}{_BETWEEN}{cell}"
        for row, cells in rows.items()
        for cell, languages in cells.items()
        for words in languages.values()
        for word in words
    }


def state_words() -> Mapping[str, list[str]]:
    """The words for states, by language."""
    return {
        "zh": [word for word in _cells() if not word.isascii()],
        "en": [word for word in _cells() if word.isascii()],
    }


def state_of(wording: str) -> str:
    """The question and the answer that ``wording`` stands for; ``wording`` itself where it is no state."""
    return _cells().get(wording.lower(), wording)


def of_the_doer(wording: str) -> bool:
    """Whether a verb states something of who does it (resigned), and not of what it is done to (rejected the toll)."""
    return _cells().get(wording.lower(), "").split(_BETWEEN)[0] in _DOERS or state_of(wording) in _DOERS


def opposite(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two lists of states (:func:`state_of`) answer one question otherwise."""
    x, y = (dict(state.split(_BETWEEN, 1) for state in states if _BETWEEN in state) for states in (a, b))
    return any(x[question] != y[question] for question in x.keys() & y.keys())
