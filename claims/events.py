"""Whether two claims are told of one event or thing, by what their sentences share besides the values compared.

Subject and property are often given other words (*the carrier*, *the deal*); names, figures and rare words are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from claims.evidence import TIED, few
from claims.han_stories import ONE_TIME, in_han, one_han_story, told_in_han
from claims.intervals import days_of
from claims.model import Claim, Features, Kind
from claims.topics.naming import likeness
from claims.topics.places import MARK
from claims.topics.reading import is_chinese
from claims.topics.setting import NAME, TOPICAL
from claims.topics.sounds import heard_in
from claims.topics.story import PERSON
from claims.topics.words import load_words

_NAMED_ONCE = 0.65
_NAMED_OFTEN = 0.75
_NAMED_NEARBY = 0.5
_FIGURE = 0.15
_FIGURES_ALONE = 0.55
_WORDS_ALONE = 0.55
_WORDS = 0.45
_FEWEST = 3
_PARTS = 2
_OWN, _NEAR = 1.0, 0.6
_ONE_SEASON = 120
"""Days within which articles are taken to follow one story."""
_SEVERAL = 3
_FEW_NAMES = 2
_IN_ONE_STORY = 0.6
_OTHER_THINGS = 0.1
_ANYBODY = frozenset({"=people", "=victims", "=casualties"})
_OF_A_NAME = frozenset({Kind.DATE, Kind.RANK, Kind.SUPERLATIVE, Kind.FACT, Kind.MONEY})
"""Kinds that everybody in a story has of their own, so that a story in common does not make two of them one."""


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
    if _topics(a) & _topics(b):
        return _NAMED_NEARBY
    if _lone(a, b):
        return 0.0
    return _WORDS_ALONE if alike(a, b) >= _WORDS else 0.0


def one_event_abroad(latin: Features, han: Features) -> float:
    """The same for a sentence in English and one in Chinese: by names heard, places and figures that both have."""
    told = han.frame
    if latin.named and han.named and _about_others(latin.names[0], told, han.names):
        return 0.0
    heard = {word[1:] for word in latin.setting if word[0] == NAME and heard_in(told, word[1:])}
    figures = len(set(latin.figures) & set(han.figures))
    shared = {w for w in set(latin.setting) & set(han.setting) if w[0] in (MARK, "=")}
    if heard and latin.named and not heard & set(" ".join(latin.names).split()):
        return _NAMED_NEARBY  # the name heard is not the one that the sentence is about
    if heard:
        return min(1.0, _NAMED_OFTEN + (_FIGURE if figures else 0.0))
    if figures and shared:
        return _NAMED_OFTEN if figures > 1 or len(shared) > 1 else _FIGURES_ALONE
    return _NAMED_NEARBY if len(shared) >= _FEWEST and any(w[0] == MARK for w in shared) else 0.0


def _about_others(name: str, told: str, names: Iterable[str]) -> bool:
    """Whether a subject, not alike to ``names``, is known not to be theirs: by an alias of it in Chinese, or because
    the Chinese sentence ``told`` names it beside them."""
    return not name.isascii() or (_heard(name, told) and not _heard(name, "、".join(names)))


def _heard(name: str, told: str) -> bool:
    return any(heard_in(told, word) for word in name.split())


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


def one_story(a: Features, b: Features) -> bool:
    """Whether the articles of two claims tell of one story: within weeks, and with several names in common."""
    if not (a.story and b.story and a.published and b.published):
        return False
    apart = abs(days_of(a.published).low - days_of(b.published).low)
    if in_han(a.story) and in_han(b.story):
        return apart <= ONE_TIME and one_han_story(a.story, b.story)
    return apart <= _ONE_SEASON and _names_shared(a.story, b.story) >= _SEVERAL


def near_story(a: Features, b: Features) -> bool:
    """Whether the articles of two claims tell of one story, or may do so: within weeks, with two names in common that
    are half of those that the one with fewer is about."""
    if one_story(a, b):
        return True
    if not (a.story and b.story and a.published and b.published):
        return False
    apart = abs(days_of(a.published).low - days_of(b.published).low)
    fewer = min(sum(name[0] != MARK for name in told.story) for told in (a, b))
    shared = _names_shared(a.story, b.story)
    return apart <= _ONE_SEASON and shared >= _FEW_NAMES and 2 * shared >= fewer


def told_of_one(a: Claim, b: Claim) -> float:
    """How surely two claims of one story are of what that is about, 0 to 1.

    0 where one is of a name apart from it, where both tell of things that differ, or where no word for what they state
    agrees: an event has many numbers.
    """
    x, y = a.features, b.features
    if in_han(x.story) and in_han(y.story):
        return told_in_han(a, b) if one_story(x, y) else 0.0
    if a.kind in _OF_A_NAME or not one_story(x, y):
        return 0.0
    if not (_of_the_story(x, y.story) and _of_the_story(y, x.story)) or not _one_statement(a, b):
        return 0.0
    told = max(_IN_ONE_STORY, one_event(x, y))
    things = not (x.named or x.loose or y.named or y.loose or _fated(x, y))
    return told - _OTHER_THINGS if things and not likeness(x.names[0], y.names[0]) else told


def known_apart(first: Claim, second: Claim) -> bool:
    """Whether the two are said of names that are known to both articles of one story, and so are not one another's.

    The dead of a flood are told of the flood, the river or the town, whatever else these are told apart by; but those
    of another year died in another flood.
    """
    a, b = first.features, second.features
    if not (a.named and b.named and a.names and b.names) or a.loose or b.loose:
        return False
    if _fated(a, b):
        return _years_apart(first, second)
    if not one_story(a, b):
        return False
    x, y = (set(told.names[0].split()) for told in (a, b))
    if x & y or not all(_tells_of(story, name) for story in (a.story, b.story) for name in (x, y)):
        return False
    return _person(a.story, x) == _person(a.story, y)  # who leads a house may stand for it


_LOOSE = frozenset({"began", "ended", "happened", "opened", "closed", "signed", "died", "released"})
"""Properties of dates whose words are common: an article tells of many beginnings and ends."""


def one_known_event(a: Claim, b: Claim) -> bool:
    """Whether the nearest words of two dates name one event of a sort of which a thing has few."""
    return bool(set(a.features.properties[:TIED]) & set(b.features.properties[:TIED]) - _LOOSE)


def _years_apart(a: Claim, b: Claim) -> bool:
    """Whether one of the two is dated, and to another year than the other is or was published in."""
    if not (a.as_of or b.as_of):
        return False
    x, y = ((c.as_of or c.features.published or "")[:4] for c in (a, b))
    return bool(x and y) and x != y


def _person(story: tuple[str, ...], name: set[str]) -> bool:
    return any(told[0] == PERSON and name <= set(told[1:].split()) for told in story)


def _tells_of(story: tuple[str, ...], name: set[str]) -> bool:
    return any(name <= set(told[1:].split()) for told in story)


def _fated(a: Features, b: Features) -> bool:
    return a.head == b.head and a.head in load_words().fates


def told_of_both(x: Features, y: Features) -> bool:
    """Whether both are said of names, not alike, and one of the two articles tells of both names."""
    if not (x.named and y.named and x.names and y.names):
        return False
    return any(_of_the_story(x, told.story) and _of_the_story(y, told.story) for told in (x, y))


def _one_statement(a: Claim, b: Claim) -> bool:
    """Whether both say in like words what they state: of one thing that is counted, else of one nearest property."""
    x, y = a.features, b.features
    if x.head and x.head == y.head and x.head not in _ANYBODY:
        return x.head in load_words().fates or bool(set(x.terms) & set(y.terms) - {x.head}) or not few(a, b, _FEWEST)
    if not (x.properties and y.properties) or (a.kind is Kind.COUNT and _of_other_things(a, b)):
        return False
    near = (x.properties[0] in y.properties, y.properties[0] in x.properties)
    return all(near) if a.kind is Kind.COUNT else any(near)


def _of_other_things(a: Claim, b: Claim) -> bool:
    """Whether the two count things that differ: of one a fate that the other does not tell; or what is hoped for of one
    thing, and what came of another.

    A word near both (report, work) makes of those injured and those employed no one number.
    """
    x, y, fates = a.features, b.features, load_words().fates
    counted = [told.head or told.event for told in (x, y)]
    if not all(counted) or counted[0] == counted[1]:
        return False
    if any(thing in fates and thing not in other.terms for thing, other in zip(counted, (y, x), strict=True)):
        return True
    return a.modality != b.modality and counted[0] not in y.terms and counted[1] not in x.terms


def _of_the_story(told: Features, story: tuple[str, ...]) -> bool:
    """Whether what a claim is said of is no name, or one that the other article has too."""
    if not told.named or told.loose:
        return True
    words = set(told.names[0].lstrip(MARK).split())
    return any(words & set(name[1:].split()) or _in_part(told.names[0], name[1:]) for name in story)


@lru_cache(maxsize=10_000)
def _names_shared(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many names of ``a``, places aside, ``b`` has too, be it in part: Sky Lantern and the Lantern."""
    words = [set(name[1:].split()) for name in b if name[0] != MARK]
    mine = (set(name[1:].split()) for name in a if name[0] != MARK)
    return sum(any(name <= o or o <= name or _in_part(" ".join(name), " ".join(o)) for o in words) for name in mine)


def _in_part(a: str, b: str) -> bool:
    """Whether one of two Chinese names holds the other: 青岗铁路隧道 and 铁路隧道."""
    short, long = sorted((a, b), key=len)
    return is_chinese(short) and len(short) > 1 and short in long


def _near(name: str, told: Features) -> bool:
    """Whether a word of the folded ``name`` stands in what is told beside the other claim."""
    words = {*told.setting, *told.around}
    named = {mark + word for word in name.split() for mark in (NAME, TOPICAL, "")}
    return bool(named & words) or name in told.names


def _shared(a: Features, b: Features, *, named: bool) -> float:
    """The words both have, each for one where both sentences have it and for less where a neighbour has."""
    total = 0.0
    for word in _chosen((*a.setting, *a.around), named=named) & _chosen((*b.setting, *b.around), named=named):
        own = (word in a.setting) + (word in b.setting)
        total += _OWN if own == 2 else _NEAR if own == 1 else _NEAR * _NEAR
    return total


def strangers(a: Features, b: Features) -> bool:
    """Whether both passages have names, and none in common."""
    x, y = (_chosen((*f.setting, *f.around), named=True) for f in (a, b))
    return bool(x and y) and not x & y


def _topics(told: Features) -> set[str]:
    """The names around a claim that its article keeps coming back to; what only one article repeats counts too."""
    return {word[1:] for word in (*told.setting, *told.around) if word[0] in (NAME, TOPICAL)}


def _lone(a: Features, b: Features) -> bool:
    """Whether both sentences have names, and none in common."""
    return bool(_chosen(a.setting, named=True)) and bool(_chosen(b.setting, named=True))


def alike(a: Features, b: Features) -> float:
    """Which share of the telling words of the shorter sentence the other has too; 0 of next to none."""
    x, y = _chosen(a.setting, named=False), _chosen(b.setting, named=False)
    shared = len(x & y)
    return shared / min(len(x), len(y)) if shared >= _FEWEST else 0.0


def _chosen(words: Iterable[str], *, named: bool) -> set[str]:
    return {word for word in words if (word[0] == NAME) is named and (named or word[0] not in (MARK, TOPICAL))}
