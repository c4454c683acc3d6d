"""Whether two claims state one property: by the thing counted or the event, words around, or a place in an order."""

from __future__ import annotations

from decimal import Decimal

from claims.events import alike, one_known_event
from claims.evidence import (
    NO_REASON,
    PLACES,
    TIED,
    Part,
    in_chinese,
    of_anybody,
    one_property,
    other_event,
    other_thing,
    small,
    translated,
)
from claims.model import Claim, Features, Kind
from claims.topics.aspects import EDITION
from claims.topics.families import kin
from claims.topics.naming import HEARD, likeness
from claims.topics.places import MARK
from claims.topics.words import load_words

_HEAD_WEIGHT = 0.6
_NARROWER = 0.75
_KIN = 0.75
_ONE_SCALE = 0.2
_HINT = 0.35
_OTHER_THING = 0.25
_HEADS_APART = 0.1
_TOLD_ALIKE = 0.3
_PLACED = 0.5

_NEAREST, _NEAR, _FAR = 0.7, 0.6, 0.35
"""What it is worth that the nearest words name one property, the nearest of one side, or others."""

_MOVES = frozenset({"growth", "decline"})
_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})

_PHYSICAL = frozenset({Kind.MEASURE, Kind.DURATION})
"""Kinds whose unit alone tells something of the property; what is paid or a share a number does not tell."""


def same_property(a: Claim, b: Claim) -> Part:
    """Whether both state one property: by its head word (for a date the event), and by the words around."""
    x, y = a.features, b.features
    shared = set(x.terms) & set(y.terms)
    union = set(x.terms) | set(y.terms)
    words = 0.0
    if shared:
        words = 0.5 * len(shared) / min(len(x.terms), len(y.terms)) + 0.5 * len(shared) / len(union)
    if a.kind in PLACES:
        return _place(a, b, shared, words)
    dated = a.kind is Kind.DATE
    key_x, key_y = (x.event, y.event) if dated else (_thing(x), _thing(y))
    key_x, key_y = ("" if key in load_words().weak else key for key in (key_x, key_y))
    if key_x and key_x == key_y:
        bound = _one_event(x, y, shared) if dated else not small(a, b) or bool(shared - {key_x}) or translated(a, b)
        score = _HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words) if bound else _HEAD_WEIGHT / 2
        return Part(score, f"both of {key_x.lstrip('=')}")
    if dated and in_chinese(a, b) and kin(key_x, key_y) and not (x.head and y.head and x.head != y.head):
        score = _HEAD_WEIGHT * _KIN + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return Part(score, f"{key_x[1:]} and {key_y[1:]}, which are said for one another")
    if dated:
        return NO_REASON
    if kin(key_x, key_y):
        score = _HEAD_WEIGHT * _KIN + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return Part(score, f"{key_x[1:]} and {key_y[1:]}, which are said for one another")
    unit = a.quantity.unit if a.quantity.unit == b.quantity.unit else None
    if unit and a.kind is Kind.COUNT and unit not in load_words().common_measures and not (key_x and key_y and shared):
        # A measure word that fits few nouns (岁, 册, 辆) says what is counted when the sentence does not.
        return Part(_HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * words, f"counted in {unit}")
    if (key_x and key_x in y.modifiers) or (key_y and key_y in x.modifiers):
        score = _HEAD_WEIGHT * _NARROWER + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return Part(score, f"{key_x.lstrip('=')} and {key_y.lstrip('=')}")
    if not shared and a.kind in _PHYSICAL and not (key_x and key_y):
        # One side does not name the property; a unit of one kind is a hint, and no more.
        return Part(_HINT, "one scale, the property unnamed")
    if not shared:
        return NO_REASON
    base = _ONE_SCALE if a.kind is not Kind.COUNT else 0.0
    ceiling = 1 - _HEAD_WEIGHT + base if key_x and key_y else 1.0
    if other_thing(a, b) and key_x.startswith("=") and key_y.startswith("="):
        ceiling = _OTHER_THING
    said = f"shared words {', '.join(sorted(w.lstrip('=') for w in shared)[:3])}"
    return Part(min(ceiling, base + (1 - base) * words), said)


def same_statement(a: Claim, b: Claim) -> Part:
    """Whether the words around both values name one property."""
    x, y = a.features.properties, b.features.properties
    shared = set(x) & set(y)
    if not shared or (a.kind is Kind.DATE and in_chinese(a, b) and not _one_doing(a, b)) or _both_named(a, b):
        return NO_REASON
    named = a.features.head and b.features.head and _one_head(a, b)
    if shared <= _MOVES and not named and not set(a.features.terms) & set(b.features.terms):
        return NO_REASON  # that something rose says nothing of what did
    base = _NEAREST if x[0] in y[:TIED] and y[0] in x[:TIED] else _NEAR if x[0] in y or y[0] in x else _FAR
    base -= _HEADS_APART if other_thing(a, b) else 0.0
    told = alike(a.features, b.features)
    if a.kind is Kind.DATE and told < _TOLD_ALIKE and not one_known_event(a, b):
        return NO_REASON  # words for beginning and happening stand beside most dates
    if a.kind is Kind.COUNT and told < _TOLD_ALIKE and (small(a, b) or not _one_head(a, b)):
        return NO_REASON  # an event has many numbers of people: who they are, or what is told of them, has to agree
    return Part(base + (1 - base) * told, f"both state {min(shared, key=lambda p: x.index(p) + y.index(p))}")


def _one_doing(a: Claim, b: Claim) -> bool:
    """Whether two dates are said of one name, and nothing tells that it did or made two things.

    Chinese has few verbs for what begins or comes out, and puts them before everything that does.
    """
    x, y = a.features, b.features
    same = x.named and y.named and bool(x.names and y.names) and likeness(x.names[0], y.names[0]) >= HEARD
    return same and (x.head == y.head or not (x.head and y.head))


def _one_head(a: Claim, b: Claim) -> bool:
    """Whether both count one thing, as far as they say what."""
    x, y = a.features.head, b.features.head
    return not x or not y or x == y or of_anybody(x, y) or kin(x, y)


def _both_named(a: Claim, b: Claim) -> bool:
    """Whether both say in known words what they state, and not the same: founded and sold, revenue and profit."""
    if a.kind in _SHARES and one_property(a.features, b.features):
        return False  # the head of a share is what it is a share of
    if a.kind is not Kind.DATE:
        return other_thing(a, b) and a.features.head[0] == b.features.head[0] == "="
    x, y = a.features, b.features
    return other_event(a, b) and x.event[0] == y.event[0] == "=" and not one_property(x, y)


def _thing(features: Features) -> str:
    """What is counted or measured: the head, else the activity that the verb is known to name."""
    return features.head or (features.event if features.event.startswith("=") else "")


def _one_event(x: Features, y: Features, shared: set[str]) -> bool:
    """Whether two events of one kind are one: of a kind that happens once, of one thing, or told with like words."""
    same_member = bool(set(x.instances) & set(y.instances))
    return same_member or x.event in load_words().once or x.head == y.head or bool(shared - {x.event})


def _one_order(a: Claim, b: Claim, shared: set[str]) -> bool:
    """Whether both are places of one name in what both sentences name as well (a championship, a ranking), or by one
    measure: the tallest building, and the second-tallest."""
    x, y = a.features, b.features
    if not (x.named and y.named and x.names and y.names) or not likeness(x.names[0], y.names[0]):
        return False
    if a.kind is not b.kind:
        return bool(x.superlative) and x.superlative == y.superlative and bool(shared)
    told = ({*f.names, *f.beside} - {x.names[0], y.names[0]} for f in (x, y))
    both = {name for name in set.intersection(*told) if not name.startswith(MARK)}
    if a.kind is not Kind.RANK or (x.head and y.head) or not both or any(names_a_member(c) for c in (a, b)):
        return False
    return _one_scope(a, b) or (
        None in (a.scope, b.scope) and any(n.endswith(tuple(load_words().contests)) for n in both)
    )


def names_a_member(claim: Claim) -> bool:
    """Whether a value is an ordinal that tells which member of a series is spoken of (第二盘), and no place."""
    return isinstance(claim.quantity.low, Decimal) and str(int(claim.quantity.low)) in claim.features.instances


def _one_scope(a: Claim, b: Claim) -> bool:
    """Whether both places are held in one scope: the same, or one that the other sentence names no place beside."""
    unplaced = [c for c in (a, b) if not c.scope and not any(word.startswith(MARK) for word in c.features.setting)]
    return a.scope == b.scope or bool(unplaced)


def _place(a: Claim, b: Claim, shared: set[str], words: float) -> Part:
    """Whether two places stand in one order: said of one class of things, or in one market with words in common."""
    x, y = a.features, b.features
    if EDITION in (x.head, y.head):
        return NO_REASON  # the ninth conference is no rival of the tenth
    if x.head and x.head == y.head:
        return Part(_HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words), f"both of {x.head.lstrip('=')}")
    if _one_order(a, b, shared):
        return Part(_PLACED + (1 - _PLACED) * min(1.0, 2 * words), "places in one order")
    if load_words().degrees & shared and a.scope and a.scope == b.scope:
        return Part(_PLACED + (1 - _PLACED) * min(1.0, 2 * words), f"places in {a.scope}")
    telling = {w for w in shared if w.startswith("=")} if other_thing(a, b) else shared
    if a.kind != b.kind and not ({x.head, y.head} | load_words().degrees) & shared:
        return NO_REASON  # the most of one property is no place in an order by another
    if (telling or (translated(a, b) and x.names[:1] == y.names[:1])) and a.scope and a.scope == b.scope:
        return Part(_PLACED + (1 - _PLACED) * min(1.0, 2 * words), f"places in {a.scope}")
    if (
        in_chinese(a, b)
        and a.kind == b.kind == Kind.RANK
        and a.scope == b.scope is not None
        and not (x.head and y.head)
    ):
        return Part(_PLACED, f"places in {a.scope}, the order unnamed")
    return NO_REASON
