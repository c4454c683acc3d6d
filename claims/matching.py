"""Whether two claims speak of the same thing: who, which property, which instance. Values are not looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from claims.ages import AGE, match_ages
from claims.events import (
    alike,
    known_apart,
    of_one_house,
    one_event,
    one_event_abroad,
    one_known_event,
    other_events,
    other_match,
    strangers,
    told_of_both,
    told_of_one,
)
from claims.facts.matching import match_facts
from claims.model import Claim, Features, Kind, Match
from claims.scales import scale_of
from claims.stories import branched, mentions
from claims.topics.aspects import EDITION
from claims.topics.families import kin
from claims.topics.naming import HEARD, HOUSE, RELATED, SAME, folded, likeness
from claims.topics.narrowing import ANOTHER
from claims.topics.places import MARK
from claims.topics.reading import is_chinese
from claims.topics.scopes import load_scopes, relation
from claims.topics.superlatives import unbounded_sorts
from claims.topics.words import load_words

SUGGEST = 0.5
"""Score from which two claims are compared at all."""

FLAG = 0.62
"""Score from which their disagreement is shown to an editor."""

FLAG_WITHIN = 0.75
"""The same for two claims of one document."""

ONE_QUOTATION = "one quotation"
ONE_WORDING = "one wording"
RIVALS = "one title claimed for two"
BY_STORY = "articles that tell of one story in Chinese"
ON_RECORD = "the fact sheet"
"""Features of a match that rules ask for: one quotation dated by both, one sentence but for its values, two holders
of one superlative, one story without a subject in common, and an entry of the fact sheet on one side."""

_FRAME_FLOOR = 0.74
_FRAME_LENGTH = 12
_SLOT_FLOOR = 0.6
"""Two masked sentences this alike and this long, with the value in the same place, count as one wording."""

_SUBJECT_WEIGHT = 0.45
_HEAD_WEIGHT = 0.6
_UNKNOWN_SUBJECT = 0.5
_ONE_IS_SECOND = 0.7
_ONE_TOPIC = 0.5
_COMMON_NOUN = 0.6
_NARROWER = 0.75
_KIN = 0.75
_ONE_SCALE = 0.2
_ONE_INSTANCE = 0.03
_ONE_OF_TWO = 0.1
_FEW = 10
_RIVAL_WORDS = 2
_RIVALS_ANYWHERE = 0.8
_HINT = 0.35
_OTHER_THING = 0.25
_QUOTED = 0.9
_HEADS_APART = 0.1
_TOLD_ALIKE = 0.3
_TIED = 2
"""How many properties one word may stand for."""

_NEAREST, _NEAR, _FAR = 0.7, 0.6, 0.35
"""What it is worth that the nearest words name one property, the nearest of one side, or others."""

_MOVES = frozenset({"growth", "decline"})
_PLACED = 0.5
_WATCHED = 0.8

PLACES = frozenset({Kind.RANK, Kind.SUPERLATIVE})
"""Kinds that state a place in an order."""

_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
_ANYBODY = "=people"
"""The head of a count of people of any sort: those employed, hurt or in the audience."""

_PHYSICAL = frozenset({Kind.MEASURE, Kind.DURATION})
"""Kinds whose unit alone tells something of the property; what is paid or a share a number does not tell."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One reason to hold two claims for one topic; ``feature`` names it, empty when it is none."""

    score: float
    feature: str = ""


_NO_REASON = _Part(0.0)


def match(a: Claim, b: Claim, *, within: bool = False) -> Match | None:
    """How surely ``a`` and ``b`` speak of the same thing; None when they cannot, or hardly, be compared.

    ``within`` says that both stand in one document, which tells its subjects apart: they must be the same by name.
    """
    if not comparable(a, b) or not same_instance(a, b):
        return None
    watched = _watched(a, b, within=within)
    if watched.score == 1 or a.features.on_record or b.features.on_record:
        return Match(1.0, topic_of(a, b), (watched.feature,)) if watched.score == 1 else None
    if a.kind is Kind.FACT:
        return match_facts(a, b, within=within)
    if {a.kind, b.kind} <= {Kind.SUPERLATIVE} and (rivals := _rivals(a, b)):
        return rivals
    if AGE in (a.features.head, b.features.head):
        return match_ages(a, b)
    # Nearly all pairs end here, so nothing is weighed before that could not save one.
    subject = _NO_REASON if within and not _one_name(a.features, b.features) else _subject(a, b)
    if within and subject.score < SAME:
        subject = _NO_REASON
    quotation = _quotation(a, b)
    if not subject.score and max(quotation.score, watched.score) < SUGGEST:
        return None
    named = subject.score > _UNKNOWN_SUBJECT or not _in_chinese(a, b)
    aspect = max(_aspect(a, b), _stated(a, b) if named else _NO_REASON, key=lambda part: part.score)
    apart = (
        not subject.score or EDITION in (a.features.head, b.features.head) or _other_thing(a, b) or _other_event(a, b)
    )
    frame = _NO_REASON if apart else _frame(a.features, b.features)
    score = max(_combined(subject, aspect), frame.score, quotation.score, watched.score)
    if len({bool(a.features.instances), bool(b.features.instances)}) == 2:
        score -= _ONE_INSTANCE
    if (ANOTHER in a.features.narrowed) != (ANOTHER in b.features.narrowed):
        score -= _ONE_OF_TWO
    if score < SUGGEST:
        return None
    features = tuple(part.feature for part in (watched, subject, aspect, frame, quotation) if part.feature)
    return Match(round(min(score, 1.0), 3), topic_of(a, b), features)


def _one_name(x: Features, y: Features) -> bool:
    """Whether both are said of one name, without which no two subjects are the same."""
    return bool(x.names and y.names) and likeness(x.names[0], y.names[0]) == SAME


def _watched(a: Claim, b: Claim, *, within: bool) -> _Part:
    """Whether both state one watched fact: for certain where one of them is the entry on it."""
    if not set(a.features.watched) & set(b.features.watched):
        return _NO_REASON
    if a.features.on_record or b.features.on_record:
        return _Part(1.0, ON_RECORD)
    return _Part(0.0 if within else _WATCHED, "one watched fact")


def parts(a: Claim, b: Claim) -> tuple[float, float]:
    """How alike two comparable claims are in subject and in property, each 0 to 1: what a match is scored by."""
    return _subject(a, b).score, _aspect(a, b).score


def _rivals(a: Claim, b: Claim) -> Match | None:
    """Two names that are each said to be the only, first or most of one class in one place."""
    x, y = a.features, b.features
    if not (x.named and y.named) or x.superlative != y.superlative or a.scope != b.scope:
        return None
    if _tells_of(y, a) or _tells_of(x, b):
        return None  # one sentence in two wordings, of which the holder was read otherwise
    if not a.scope:
        return _rivals_anywhere(a, b)
    if likeness(x.names[0], y.names[0]) or _belong(x.related, y.names[0]) or _belong(y.related, x.names[0]):
        return None
    shared = set(x.terms) & set(y.terms)
    if len(shared) < _RIVAL_WORDS or 5 * len(shared) < 3 * min(len(x.terms), len(y.terms)):
        return None
    if None in (a.quantity.low, b.quantity.low):
        return None
    score = round(0.7 + 0.3 * len(shared) / len(set(x.terms) | set(y.terms)), 3)
    said = ", ".join(sorted(word.lstrip("=") for word in shared)[:3])
    return Match(score, f"{a.value_quote} · {a.attribute or said}", (RIVALS, f"shared words {said}"))


def _tells_of(told: Features, other: Claim) -> bool:
    """Whether the sentence of ``told`` names what ``other`` is said of."""
    return folded(other.subject or "") in told.frame


def _rivals_anywhere(a: Claim, b: Claim) -> Match | None:
    """Two names in one class of things that are each said to be the most of it, with no place that would part them."""
    x, y = a.features, b.features
    classes = {x.head} & {y.head} - {""} or {*x.terms} & {*y.terms}
    enough = x.head == y.head != "" or 5 * len(classes) >= 3 * min(len(x.terms), len(y.terms))
    if x.superlative not in unbounded_sorts() or not classes or not enough:
        return None
    if None in (a.quantity.low, b.quantity.low):
        return None
    if likeness(x.names[0], y.names[0]):
        return None
    thing = min(classes).lstrip("=")
    return Match(_RIVALS_ANYWHERE, f"{a.value_quote} · {a.attribute or thing}", (RIVALS, f"both of {thing}"))


def comparable(a: Claim, b: Claim) -> bool:
    """Whether the two values stand on one scale."""
    return scale_of(a.quantity).dimension == scale_of(b.quantity).dimension and not _how_often(a, b)


def _how_often(a: Claim, b: Claim) -> bool:
    """Whether one counts how often something happened and the other things: robots, and how often they fell."""
    words = load_words()
    units = {a.quantity.unit, b.quantity.unit}
    if a.kind is not Kind.COUNT or None in units or units & (words.common_measures - words.happenings):
        return False
    return len({unit in words.happenings for unit in units}) == 2


def same_instance(a: Claim, b: Claim) -> bool:
    """Whether nothing says that the two speak of different members of a series.

    The date of one member and a date without a member are of two events: every release has its own.
    """
    x, y = set(a.features.instances), set(b.features.instances)
    if a.kind is Kind.DATE and not (a.features.quotations and b.features.quotations):
        return bool(x & y) or x == y
    return not x or not y or bool(x & y)


DOT = " · "
"""What stands between the subject and the property of a topic."""

PLACE = "place"
"""The property of a rank."""


def topic_of(a: Claim, b: Claim) -> str:
    """What both speak of: the subject and the property, in the shorter wording of the two; or the words they quote."""
    if quoted := set(a.features.quotations) & set(b.features.quotations):
        return f"“{min(quoted)}…”"
    subject = min((c.subject for c in (a, b) if c.subject), key=len, default="")
    attribute = min((c.attribute for c in (a, b) if c.attribute), key=len, default="")
    if a.kind in PLACES and not (a.features.on_record or b.features.on_record):
        attribute = _place_in(a.scope) if a.scope and a.scope == b.scope else PLACE
    return DOT.join(part for part in (subject, attribute) if part) or a.kind.value


def place_scope(attribute: str) -> str | None:
    """The scope that the attribute of a topic ranks in: world of ``place in world``; None where it names none."""
    inside, wide = attribute.removeprefix(f"{PLACE} in "), attribute.removesuffix(f" {PLACE}")
    if inside != attribute:
        return inside
    return wide if wide != attribute and wide in load_scopes().relative else None


def _place_in(scope: str) -> str:
    """``place in world``, but ``national place``: a relative scope is named by an adjective."""
    return f"{scope} {PLACE}" if scope in load_scopes().relative else f"{PLACE} in {scope}"


def _combined(subject: _Part, aspect: _Part) -> float:
    if not subject.score or not aspect.score:
        return 0.0
    return _SUBJECT_WEIGHT * subject.score + (1 - _SUBJECT_WEIGHT) * aspect.score


def _subject(a: Claim, b: Claim) -> _Part:
    """Whether both are said of one thing: by their first names, else by what the articles say belongs together."""
    x, y = a.features, b.features
    if not x.names or not y.names:
        return _Part(_UNKNOWN_SUBJECT, "one side names no subject")
    first = likeness(x.names[0], y.names[0])
    if other_match(x, y) or (first and branched(min(x.names[0], y.names[0], key=len), x, y)):
        return _NO_REASON
    if first == SAME:
        # A common noun (the page, the library) is another thing in another article, unless both are about one.
        sure = x.named or y.named or (x.topic and x.topic == y.topic)
        if not sure and not _in_chinese(a, b) and strangers(x, y):
            return _NO_REASON
        return _Part(1.0 if sure else _COMMON_NOUN, f"subject {x.names[0]}")
    if _belong(x.related, y.names[0]) or _belong(y.related, x.names[0]):
        first = max(first, RELATED)
    if of_one_house(x, y):
        return _NO_REASON
    if x.names[0][:1] == y.names[0][:1] == MARK and relation(x.names[0][1:], y.names[0][1:]) == "inside":
        first = max(first, HOUSE)
    if first:
        return _Part(first, f"subjects {x.names[0]} and {y.names[0]}, which belong together")
    if a.kind in PLACES or (a.kind is Kind.DATE and not _one_property(x, y) and _apart_by_words(x, y)):
        return _NO_REASON  # every name has places and dates of its own: what is second best must not stand in
    if known_apart(a, b) or _each_its_own(a, b):
        return _NO_REASON
    if x.names[0] in y.names or y.names[0] in x.names:
        return _Part(_ONE_IS_SECOND, f"{x.names[0]} and {y.names[0]}, both named beside one of the values")
    for named, other in ((x, y), (y, x)):
        if named.named and mentions(other, named.names[0]):
            return _Part(_ONE_IS_SECOND, f"{named.names[0]}, named in both sentences")
    if told := told_of_one(a, b):
        return _Part(told, BY_STORY if _in_chinese(a, b) else "articles that tell of one event")
    if _in_chinese(a, b) and told_of_both(x, y) and (a.kind is not Kind.COUNT or x.head not in load_words().fates):
        return _Part(0.0)
    apart = x.named and y.named and not {x.names[0], y.names[0]} & {x.topic, y.topic}
    event = _event(a, b)
    if (
        apart
        and not (event and _translated(a, b))
        and other_events(x, y)
        and (a.kind is not Kind.COUNT or x.head != y.head or x.head not in load_words().fates)
    ):
        return _NO_REASON  # each is about a name of its own; but the dead of one flood are the dead of one flood
    if event:
        return _Part(event, "one event: names, figures or words in common")
    if shared := {*x.names, *x.beside, x.topic} & {*y.names, *y.beside, y.topic} - {""}:
        return _Part(_ONE_TOPIC, f"{min(shared)}, named beside both or what both articles are about")
    if x.topic and y.topic and likeness(x.topic, y.topic):
        return _Part(_ONE_TOPIC, f"articles about {x.topic} and {y.topic}")
    return _NO_REASON


def _each_its_own(a: Claim, b: Claim) -> bool:
    """Whether two English dates are of what happens to everything once, and of two names."""
    x, y = a.features, b.features
    chinese = is_chinese(a.sentence) or is_chinese(b.sentence)
    return a.kind is Kind.DATE and not chinese and x.named and y.named and x.event == y.event in load_words().once


def _event(a: Claim, b: Claim) -> float:
    """How surely both are told of one event; of two dates in Chinese that is not asked."""
    if a.kind is Kind.DATE and (_in_chinese(a, b) or not _one_property(a.features, b.features)):
        return 0.0
    if _translated(a, b):
        latin, han = (b, a) if is_chinese(a.sentence) else (a, b)
        return one_event_abroad(latin.features, han.features)
    return one_event(a.features, b.features)


def _apart_by_words(x: Features, y: Features) -> bool:
    return x.event != y.event or bool(x.head and y.head and x.head != y.head)


def _one_property(x: Features, y: Features) -> bool:
    """Whether the nearest words of both name one property."""
    return bool(set(x.properties[:_TIED]) & set(y.properties[:_TIED]))


def _belong(related: tuple[str, ...], name: str) -> bool:
    return any(likeness(other, name) for other in related)


def _aspect(a: Claim, b: Claim) -> _Part:
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
        bound = _one_event(x, y, shared) if dated else not _small(a, b) or bool(shared - {key_x}) or _translated(a, b)
        score = _HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words) if bound else _HEAD_WEIGHT / 2
        return _Part(score, f"both of {key_x.lstrip('=')}")
    if dated and _in_chinese(a, b) and kin(key_x, key_y) and not (x.head and y.head and x.head != y.head):
        score = _HEAD_WEIGHT * _KIN + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return _Part(score, f"{key_x[1:]} and {key_y[1:]}, which are said for one another")
    if dated:
        return _NO_REASON
    if kin(key_x, key_y):
        score = _HEAD_WEIGHT * _KIN + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return _Part(score, f"{key_x[1:]} and {key_y[1:]}, which are said for one another")
    unit = a.quantity.unit if a.quantity.unit == b.quantity.unit else None
    if unit and a.kind is Kind.COUNT and unit not in load_words().common_measures and not (key_x and key_y and shared):
        # A measure word that fits few nouns (岁, 册, 辆) says what is counted when the sentence does not.
        return _Part(_HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * words, f"counted in {unit}")
    if (key_x and key_x in y.modifiers) or (key_y and key_y in x.modifiers):
        score = _HEAD_WEIGHT * _NARROWER + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return _Part(score, f"{key_x.lstrip('=')} and {key_y.lstrip('=')}")
    if not shared and a.kind in _PHYSICAL and not (key_x and key_y):
        # One side does not name the property; a unit of one kind is a hint, and no more.
        return _Part(_HINT, "one scale, the property unnamed")
    if not shared:
        return _NO_REASON
    base = _ONE_SCALE if a.kind is not Kind.COUNT else 0.0
    ceiling = 1 - _HEAD_WEIGHT + base if key_x and key_y else 1.0
    if _other_thing(a, b) and key_x.startswith("=") and key_y.startswith("="):
        ceiling = _OTHER_THING
    said = f"shared words {', '.join(sorted(w.lstrip('=') for w in shared)[:3])}"
    return _Part(min(ceiling, base + (1 - base) * words), said)


def _stated(a: Claim, b: Claim) -> _Part:
    """Whether the words around both values name one property."""
    x, y = a.features.properties, b.features.properties
    shared = set(x) & set(y)
    if not shared or (a.kind is Kind.DATE and _in_chinese(a, b) and not _one_doing(a, b)) or _both_named(a, b):
        return _NO_REASON
    named = a.features.head and b.features.head and _one_head(a, b)
    if shared <= _MOVES and not named and not set(a.features.terms) & set(b.features.terms):
        return _NO_REASON  # that something rose says nothing of what did
    base = _NEAREST if x[0] in y[:_TIED] and y[0] in x[:_TIED] else _NEAR if x[0] in y or y[0] in x else _FAR
    base -= _HEADS_APART if _other_thing(a, b) else 0.0
    told = alike(a.features, b.features)
    if a.kind is Kind.DATE and told < _TOLD_ALIKE and not one_known_event(a, b):
        return _NO_REASON  # words for beginning and happening stand beside most dates
    if a.kind is Kind.COUNT and told < _TOLD_ALIKE and (_small(a, b) or not _one_head(a, b)):
        return _NO_REASON  # an event has many numbers of people: who they are, or what is told of them, has to agree
    return _Part(base + (1 - base) * told, f"both state {min(shared, key=lambda p: x.index(p) + y.index(p))}")


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
    return not x or not y or x == y or _ANYBODY in (x, y) or kin(x, y)


def _both_named(a: Claim, b: Claim) -> bool:
    """Whether both say in known words what they state, and not the same: founded and sold, revenue and profit."""
    if a.kind in _SHARES and _one_property(a.features, b.features):
        return False  # the head of a share is what it is a share of
    if a.kind is not Kind.DATE:
        return _other_thing(a, b) and a.features.head[0] == b.features.head[0] == "="
    x, y = a.features, b.features
    return _other_event(a, b) and x.event[0] == y.event[0] == "=" and not _one_property(x, y)


def _in_chinese(a: Claim, b: Claim) -> bool:
    return is_chinese(a.sentence) and is_chinese(b.sentence)


def _thing(features: Features) -> str:
    """What is counted or measured: the head, else the activity that the verb is known to name."""
    return features.head or (features.event if features.event.startswith("=") else "")


def _one_event(x: Features, y: Features, shared: set[str]) -> bool:
    """Whether two events of one kind are one: of a kind that happens once, of one thing, or told with like words."""
    same_member = bool(set(x.instances) & set(y.instances))
    return same_member or x.event in load_words().once or x.head == y.head or bool(shared - {x.event})


def _translated(a: Claim, b: Claim) -> bool:
    """Whether the two are in different languages, so that only concepts and names can be shared."""
    return is_chinese(a.sentence) != is_chinese(b.sentence)


def _small(a: Claim, b: Claim) -> bool:
    """Whether both are counts of a few: two companies here and three there are seldom the same ones."""
    highs = [c.quantity.high for c in (a, b)]
    return a.kind is Kind.COUNT and all(isinstance(high, Decimal) and high <= _FEW for high in highs)


def _place(a: Claim, b: Claim, shared: set[str], words: float) -> _Part:
    """Whether two places stand in one order: said of one class of things, or in one market with words in common."""
    x, y = a.features, b.features
    if EDITION in (x.head, y.head):
        return _NO_REASON  # the ninth conference is no rival of the tenth
    if x.head and x.head == y.head:
        return _Part(_HEAD_WEIGHT + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words), f"both of {x.head.lstrip('=')}")
    if load_words().degrees & shared and a.scope and a.scope == b.scope:
        return _Part(_PLACED + (1 - _PLACED) * min(1.0, 2 * words), f"places in {a.scope}")
    telling = {w for w in shared if w.startswith("=")} if _other_thing(a, b) else shared
    if a.kind != b.kind and not ({x.head, y.head} | load_words().degrees) & shared:
        return _NO_REASON  # the most of one property is no place in an order by another
    if (telling or (_translated(a, b) and x.names[:1] == y.names[:1])) and a.scope and a.scope == b.scope:
        return _Part(_PLACED + (1 - _PLACED) * min(1.0, 2 * words), f"places in {a.scope}")
    if (
        _in_chinese(a, b)
        and a.kind == b.kind == Kind.RANK
        and a.scope == b.scope is not None
        and not (x.head and y.head)
    ):
        return _Part(_PLACED, f"places in {a.scope}, the order unnamed")
    return _NO_REASON


def _other_thing(a: Claim, b: Claim) -> bool:
    """Whether the two heads are known to name different things: shops and employees, revenue and profit."""
    x, y = a.features.head, b.features.head
    if not x or not y or x == y or _ANYBODY in (x, y) or kin(x, y):
        return False
    if a.kind is Kind.COUNT and len({x, y} & load_words().fates) == 1:
        return False  # sailors, and those rescued: what befell them is said of one side only
    return (x.startswith("=") and y.startswith("=")) or x.isascii() == y.isascii()


def _other_event(a: Claim, b: Claim) -> bool:
    """Whether two dates are of different events: of the founding and of the sale."""
    x, y = a.features.event, b.features.event
    return a.kind is Kind.DATE and bool(x and y) and x != y


def _frame(a: Features, b: Features) -> _Part:
    if min(len(a.frame), len(b.frame)) < _FRAME_LENGTH or fuzz.ratio(a.slot, b.slot) < 100 * _SLOT_FLOOR:
        return _NO_REASON
    alike = fuzz.ratio(a.frame, b.frame, score_cutoff=100 * _FRAME_FLOOR) / 100
    return _Part(alike, ONE_WORDING) if alike else _NO_REASON


def _quotation(a: Claim, b: Claim) -> _Part:
    """Whether both date one and the same quotation."""
    shared = set(a.features.quotations) & set(b.features.quotations)
    return _Part(_QUOTED, ONE_QUOTATION) if a.kind is Kind.DATE and shared else _NO_REASON
