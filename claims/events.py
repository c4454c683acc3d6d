"""Whether two claims are told of one event or thing, by what their sentences share besides the values compared.

Subject and property are often given other words (*the carrier*, *the deal*); names, figures and rare words are not.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Features
from claims.topics.setting import NAME

_NAMED_ONCE = 0.6
_NAMED_OFTEN = 0.75
_NAMED_NEARBY = 0.5
_FIGURE = 0.15
_FIGURES_ALONE = 0.55
_WORDS_ALONE = 0.55
_WORDS = 0.45
_FEWEST = 3
_PARTS = 2
_OWN, _NEAR = 1.0, 0.6


def one_event(a: Features, b: Features) -> float:
    """How surely both are told of one event or thing, 0 to 1, whatever they call it.

    Names of the sentences count in full and those around them for less; a figure that both have adds to that. Where
    a side has no name, most of its telling words have to stand in the other.
    """
    names = _shared(a, b, named=True)
    figures = len(set(a.figures) & set(b.figures))
    if names:
        base = _NAMED_OFTEN if names > _OWN else _NAMED_ONCE if names >= _OWN else _NAMED_NEARBY
        return min(1.0, base + (_FIGURE if figures else 0.0))
    if figures > 1 or (figures and alike(a, b) >= _WORDS / 2):
        return _FIGURES_ALONE
    if _lone(a, b):
        return 0.0
    return _WORDS_ALONE if alike(a, b) >= _WORDS else 0.0


def other_events(a: Features, b: Features) -> bool:
    """Whether each is about a name of its own that stands nowhere near the other."""
    if not (a.named and b.named and a.names and b.names):
        return False
    return not (_near(a.names[0], b) or _near(b.names[0], a))


def other_match(a: Features, b: Features) -> bool:
    """Whether both tell of a match, each against a side that the other does not name."""
    if not a.against or not b.against:
        return False
    return not any(_near(name, b) for name in a.against) and not any(_near(name, a) for name in b.against)


def of_one_house(a: Features, b: Features) -> bool:
    """Whether both are about names that begin alike and go on apart: Orion Freight and Orion Turbines."""
    if not (a.names and b.names):
        return False
    x, y = a.names[0].split(), b.names[0].split()
    if len(x) != len(y) or len(x) < _PARTS or not set(x) & set(y):
        return False
    return not all(_near(w, b) for w in x) and not all(_near(w, a) for w in y)


def _near(name: str, told: Features) -> bool:
    """Whether a word of the folded ``name`` stands in what is told beside the other claim."""
    words = {*told.setting, *told.around}
    return any(NAME + word in words or word in words for word in name.split()) or name in told.names


def _shared(a: Features, b: Features, *, named: bool) -> float:
    """The words both have, each for one where both sentences have it and for less where a neighbour has."""
    total = 0.0
    for word in _chosen((*a.setting, *a.around), named=named) & _chosen((*b.setting, *b.around), named=named):
        own = (word in a.setting) + (word in b.setting)
        total += _OWN if own == 2 else _NEAR if own == 1 else _NEAR * _NEAR
    return total


def _lone(a: Features, b: Features) -> bool:
    """Whether both sentences have names, and none in common."""
    return bool(_chosen(a.setting, named=True)) and bool(_chosen(b.setting, named=True))


def alike(a: Features, b: Features) -> float:
    """Which share of the telling words of the shorter sentence the other has too; 0 of next to none."""
    x, y = _chosen(a.setting, named=False), _chosen(b.setting, named=False)
    shared = len(x & y)
    return shared / min(len(x), len(y)) if shared >= _FEWEST else 0.0


def _chosen(words: Iterable[str], *, named: bool) -> set[str]:
    return {word for word in words if word.startswith(NAME) is named and (named or not word.startswith("@"))}
