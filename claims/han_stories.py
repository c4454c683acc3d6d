"""Whether Chinese articles tell of one story, and whether two of their claims are of what it is about.

The subject of a number is often left out in Chinese, or is taken for whoever speaks of it; an article that tells the
same story states the same thing in other words.
"""

from __future__ import annotations

from functools import lru_cache

from claims.evidence import few
from claims.model import Claim, Features, Kind
from claims.topics.families import kin
from claims.topics.han_story import THING
from claims.topics.naming import likeness
from claims.topics.places import MARK
from claims.topics.reading import is_chinese
from claims.topics.setting import NAME, TOPICAL
from claims.topics.words import load_words

ONE_TIME = 200
"""Days within which Chinese articles are taken to follow one story."""

_NAMED = frozenset({NAME, TOPICAL})
_SEVERAL = 3
_TWO = 2
_LIKE_THINGS = 2
_TELLING = 3
_FEW = 3
_LONGEST_PERSON = 4
_OF_A_NAME = frozenset({Kind.DATE, Kind.RANK, Kind.SUPERLATIVE, Kind.FACT})
"""Kinds that everybody in a story has of their own."""

_IN_ALL_NEWS = frozenset({"=people", "=companies", "=announced", "=began", "=journalists", "=experts"})
"""Things that articles on anything speak of."""

_ANYBODY = _IN_ALL_NEWS | {"=victims", "=casualties"}
_LOOSE = frozenset({"age", "growth", "decline", "composition", "proportion", "vote-share", "duration"})
"""Properties that everything has of its own."""

_OF_PEOPLE = frozenset({"killed", "injured", "missing", "rescued"})
"""Properties that say who is counted."""
_IN_ONE_STORY = 0.62
_SECOND_BEST = 0.55


def in_han(story: tuple[str, ...]) -> bool:
    """Whether a story is that of a Chinese article."""
    return any(not name.isascii() or name[0] == THING for name in story)


@lru_cache(maxsize=10_000)
def one_han_story(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two Chinese articles tell of one story: by three names in common; by two of which a title has one, or
    with things that both keep speaking of; or by a telling name of a title and one such thing."""
    shared = [(x, y) for x in a for y in b if x[0] in _NAMED and y[0] in _NAMED and _one(x[1:], y[1:])]
    names = min(len({x for x, _ in shared}), len({y for _, y in shared}))
    if names >= _SEVERAL:
        return True
    titled = [(x, y) for x, y in shared if TOPICAL in (x[0], y[0])]
    things = len({x for x in a if x[0] == THING} & set(b) - _IN_ALL_NEWS)
    if names >= _TWO and (titled or things >= _LIKE_THINGS):
        return True
    return things > 0 and any(min(len(x), len(y)) > _TELLING for x, y in titled)


def _one(a: str, b: str) -> bool:
    return a in b or b in a


def told_in_han(a: Claim, b: Claim) -> float:
    """How surely two claims of one Chinese story are of what that is about, 0 to 1.

    0 where each is of a name that its article keeps to, where both are of persons, or where no word for what they state
    agrees.
    """
    x, y = a.features, b.features
    if a.kind in _OF_A_NAME or not (is_chinese(a.sentence) and is_chinese(b.sentence)):
        return 0.0
    if _apart(x, y) or not _one_statement(a, b):
        return 0.0
    own = [n for n, f in enumerate((x, y)) if _known(f, f.story)]
    return _SECOND_BEST if own and not (_known(x, y.story) or _known(y, x.story)) else _IN_ONE_STORY


def _apart(x: Features, y: Features) -> bool:
    """Whether the subjects are two: two persons, two places, or two names that one of the articles tells of."""
    if not (x.names and y.names):
        return False
    if likeness(x.names[0], y.names[0]):
        return False
    if _person(x) and _person(y):
        return True
    both = any(_known(x, story) and _known(y, story) for story in (x.story, y.story))
    return (both and not _person(x) and not _person(y)) or (x.named and y.named and _place(x) and _place(y))


def _known(told: Features, story: tuple[str, ...]) -> bool:
    """Whether what a claim is said of is a name of ``story``."""
    return told.named and bool(told.names) and any(n[0] in _NAMED and _one(n[1:], told.names[0]) for n in story)


def _place(told: Features) -> bool:
    return told.names[0][:1] == MARK


def _person(told: Features) -> bool:
    """Whether the subject looks like a Chinese person's name."""
    name = told.names[0]
    return told.named and 1 < len(name) < _LONGEST_PERSON and name[0] in load_words().surnames


def _one_statement(a: Claim, b: Claim) -> bool:
    """Whether both say in like words what they state: of one thing that is counted, else of one nearest property."""
    x, y = a.features, b.features
    if a.modality != b.modality:
        return False
    if x.head and x.head == y.head and x.head[0] == THING and x.head not in _ANYBODY:
        return x.head in load_words().fates or (not few(a, b, _FEW) and not _LOOSE & {x.head[1:]})
    if x.head[:1] == y.head[:1] == THING and not kin(x.head, y.head):
        return False
    near = (x.properties[:1], y.properties[:1])
    if not all(near) or _LOOSE & {*near[0], *near[1]}:
        return False
    if a.kind is Kind.COUNT and near[0][0] not in _OF_PEOPLE:
        return False
    return near[0][0] in y.properties[:_TWO] and near[1][0] in x.properties[:_TWO]
