"""Whether two facts state one value: by names, places inside places, initials, lists and their parts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from claims.facts.persons import nearly_one
from claims.topics.english import stem
from claims.topics.naming import HOUSE, likeness
from claims.topics.places import MARK
from claims.topics.scopes import Relation, relation
from claims.topics.words import load_words

_LONG_NAME = 3


class Kinship(Enum):
    """How the values of two facts stand to each other."""

    SAME = auto()
    PART = auto()  # one is a part of the other: a list and its part, a city and its region
    CROSSING = auto()  # each holds what the other does not, and both something in common
    SPELT = auto()  # names of persons that are nearly one
    APART = auto()
    UNKNOWN = auto()  # written in two scripts, with no name in common


def kinship(a: Iterable[str], b: Iterable[str]) -> Kinship:
    """How two lists of values (folded, as in ``Features.values``) stand to each other."""
    mine, theirs = tuple(a), tuple(b)
    if not mine or not theirs:
        return Kinship.UNKNOWN
    found = [x for x in mine if any(_one(x, y) for y in theirs)]
    met = [y for y in theirs if any(_one(x, y) for x in mine)]
    if len(found) == len(mine) and len(met) == len(theirs):
        return Kinship.SAME
    if len(found) == len(mine) or len(met) == len(theirs):
        return Kinship.PART
    near = [x for x in mine if any(_one(x, y) or nearly_one(x, y) for y in theirs)]
    if len(near) > len(found) and len(near) == min(len(mine), len(theirs)):
        return Kinship.SPELT
    if found:
        return Kinship.CROSSING
    return Kinship.UNKNOWN if _two_scripts(mine, theirs) else Kinship.APART


def shares_words(a: str, b: str) -> bool:
    """Whether two wordings have a telling word in common: of Chinese two characters side by side."""
    return bool(_words(a) & _words(b))


def ends_alike(a: str, b: str) -> bool:
    """Whether two wordings end in one word, as phrases for one thing do: 人才优势 and 特殊优势."""
    x, y = (text.lower().rstrip(" .。").split()[-1:] for text in (a, b))
    if not x or not y:
        return False
    return x == y if x[0].isascii() else x[0][-2:] == y[0][-2:]


def _words(text: str) -> set[str]:
    weak = load_words().weak
    latin = {stem(w) for w in text.lower().split() if w.isascii() and len(w) > _LONG_NAME - 1 and w not in weak}
    han = [c for c in text if not c.isascii()]
    return latin | {"".join(han[n : n + 2]) for n in range(len(han) - 1)}


def _one(x: str, y: str) -> bool:
    """Whether two values may be one: the same name, a part of it, its initials, a place in the other."""
    if x.startswith(MARK) and y.startswith(MARK):
        return x == y or relation(x[1:], y[1:]) is Relation.INSIDE
    return not nearly_one(x, y) and (likeness(x, y) >= HOUSE or _initials(x, y) or _initials(y, x))


def _initials(short: str, long: str) -> bool:
    """``fsf`` of ``free software foundation``, ``j. roe`` of ``jane roe``."""
    words = [w for w in long.replace("-", " ").split() if w not in ("of", "the", "and", "for")]
    if len(words) > 1 and short == "".join(w[0] for w in words):
        return True
    given, _, family = short.rpartition(" ")
    return bool(given) and len(words) > 1 and family == words[-1] and given.strip(". ")[0] == words[0][0]


def _two_scripts(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one side is written in Latin letters alone and the other is not, places known by id left out."""
    x, y = ("".join(v for v in side if not v.startswith(MARK)) for side in (mine, theirs))
    return bool(x and y) and x.isascii() != y.isascii()
