"""The small reasons for and against two claims being said of one thing, each as a number.

A measure has one meaning whatever the language; most run from 0 to 1, counts are capped, and ratios are logarithms.
The same measures are taken when the weights are fitted and when they are used.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from rapidfuzz import fuzz

from claims.events import one_event, one_event_abroad, strangers
from claims.evidence import one_property, other_thing, translated
from claims.model import Claim, Features, Kind, Match, Ruling
from claims.rules import NARROWING
from claims.rules.pair import Pair
from claims.same_property import same_property
from claims.same_subject import same_subject
from claims.scales import scale_of
from claims.topics.naming import likeness
from claims.topics.reading import is_chinese
from claims.topics.words import load_words
from claims.weighing.crowd import Crowd, Meeting, value_of

Measure = tuple[str, float]

_UNKNOWN = -0.2
"""What a likeness is where one side has nothing to compare."""

_FAR = 8.0
"""The logarithm of a ratio, at most; and what it is where there is none."""

_LARGEST = 12.0
_KINDS = (Kind.DATE, Kind.COUNT, Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.RANK)
_TOLD = (
    *sorted(rule.__name__ for rule in NARROWING),
    *(
        "counted_further",
        "different_dates",
        "different_numbers",
        "none_of_it",
        "different_rank",
        "slipped_digit",
        "turned_digits",
    ),
)
"""Rules whose answer tells something of whether both are of one thing."""

_NEAR, _WIDE = 8, 25
"""Characters beside a value, closely and widely."""


def measured(
    a: Claim,
    b: Claim,
    crowds: tuple[Crowd, Crowd],
    meeting: Meeting,
    rulings: Sequence[Ruling] = (),
    found: Match | None = None,
) -> dict[str, float]:
    """The measures of two comparable claims, in the order of their keys, by name; ``crowds`` are those of their
    articles, ``rulings`` what the rules would say of them if they were of one thing, ``found`` the match of grammar."""
    x, y = a.features, b.features
    parts: Iterable[Iterator[Measure]] = (
        _of_grammar(a, b, found),
        _of_names(a, b),
        _of_property(a, b),
        _of_words(x, y, crowds),
        _of_sentences(a, b, crowds),
        _of_wording(a, b),
        _of_rarity(a, b, crowds),
        _of_values(a, b, crowds),
        _of_articles(meeting),
        _of_rulings(rulings),
    )
    return {name: value if math.isfinite(value) else _LARGEST for name, value in chain.from_iterable(parts)}


def _of_grammar(a: Claim, b: Claim, found: Match | None) -> Iterator[Measure]:
    x, y = set(a.features.instances), set(b.features.instances)
    yield "grammar", found.score if found else 0.0
    yield "one_instance", 0.0 if not x and not y else 1.0 if x & y else -1.0 if x and y else -0.5


def _of_names(a: Claim, b: Claim) -> Iterator[Measure]:
    x, y = a.features, b.features
    yield "subject", same_subject(a, b).score
    yield "subject_spelling", _likeness(a.subject, b.subject, unknown=_UNKNOWN)
    yield "strangers", float(strangers(x, y))
    yield "told_apart", float(_told_apart(x, y))
    yield "event", _event(a, b)


def _of_property(a: Claim, b: Claim) -> Iterator[Measure]:
    x, y = a.features, b.features
    yield "property", same_property(a, b).score
    yield "properties", _overlap(x.properties, y.properties)
    yield "nearest_properties", float(one_property(x, y))
    yield "first_property", float(x.properties[:1] == y.properties[:1] != ())
    yield "attribute_spelling", _likeness(a.attribute, b.attribute, unknown=0.0)
    yield "head", float(bool(x.head) and x.head == y.head)
    yield "head_beside", float(_tells_head(x, y)) + float(_tells_head(y, x))
    yield "other_thing", float(other_thing(a, b))
    yield "narrowed", float(set(x.narrowed) != set(y.narrowed))
    yield "one_time", float(bool(a.as_of) and a.as_of == b.as_of)
    for kind in _KINDS:
        yield kind.value, float(a.kind is kind)


def _of_words(x: Features, y: Features, crowds: tuple[Crowd, Crowd]) -> Iterator[Measure]:
    """How rare the words are that both clauses have: a word of every other claim tells little."""
    one, other = crowds
    all_claims = one.size + other.size

    def rarity(word: str) -> float:
        return math.log(all_claims / max(1, one.words.get(word, 0) + other.words.get(word, 0)))

    shared = [rarity(word) for word in sorted(set(x.terms) & set(y.terms))]
    union = sum(rarity(word) for word in sorted(set(x.terms) | set(y.terms)))
    yield "rarest_word", max(shared, default=0.0)
    yield "rare_words", sum(shared) / union if union else 0.0
    yield "words", _jaccard(x.terms, y.terms)


def _of_sentences(a: Claim, b: Claim, crowds: tuple[Crowd, Crowd]) -> Iterator[Measure]:
    x, y = a.features, b.features
    crossing = set(x.setting) & set(y.around) | set(y.setting) & set(x.around)
    yield "sentence_words", _jaccard(x.setting, y.setting)
    yield "sentence_overlap", _overlap(x.setting, y.setting)
    yield "sentence_count", float(min(6, len(set(x.setting) & set(y.setting))))
    yield "neighbour_count", float(min(8, len(crossing)))
    yield "figures", float(min(3, len(set(x.figures) & set(y.figures))))
    years, others = (crowd.years.get(c.sentence, frozenset()) for c, crowd in zip((a, b), crowds, strict=True))
    yield "years", 0.0 if not years or not others else 1.0 if years & others else -1.0


def _of_wording(a: Claim, b: Claim) -> Iterator[Measure]:
    x, y = a.features, b.features
    yield "frame", fuzz.ratio(x.frame, y.frame) / 100
    yield "slot", fuzz.ratio(x.slot, y.slot) / 100
    yield "slot_part", fuzz.partial_ratio(*sorted((x.slot, y.slot))) / 100
    for name, of, reach in (
        ("before", fuzz.ratio, _NEAR),
        ("after", fuzz.ratio, _NEAR),
        ("words_before", fuzz.token_set_ratio, _WIDE),
        ("words_after", fuzz.token_set_ratio, _WIDE),
    ):
        beside = _before if name.endswith("before") else _after
        yield name, of(beside(a, reach), beside(b, reach)) / 100
    yield "lengths", abs(math.log(max(1, len(a.sentence)) / max(1, len(b.sentence))))


def _of_rarity(a: Claim, b: Claim, crowds: tuple[Crowd, Crowd]) -> Iterator[Measure]:
    """How many values of this sort the two articles have: the only length of either is likely the same one."""
    one, other = crowds
    dimension = scale_of(a.quantity).dimension
    unit = a.quantity.unit if a.quantity.unit == b.quantity.unit else None
    yield "of_dimension", _log_product(one.dimensions.get(dimension, 0), other.dimensions.get(dimension, 0))
    yield (
        "of_unit",
        _log_product(one.units.get((a.kind, a.quantity.unit), 0), other.units.get((b.kind, b.quantity.unit), 0)),
    )
    yield (
        "of_head",
        _log_product(one.heads.get((a.kind, a.features.head), 0), other.heads.get((b.kind, b.features.head), 0)),
    )
    yield "of_property", _property_count(a, b, crowds)
    yield "unit", float(unit is not None)
    yield "telling_unit", float(unit is not None and unit not in load_words().common_measures)


def _property_count(a: Claim, b: Claim, crowds: tuple[Crowd, Crowd]) -> float:
    x, y = a.features.properties, b.features.properties
    if not x or not y:
        return _UNKNOWN
    return _log_product(crowds[0].properties.get(x[0], 0), crowds[1].properties.get(y[0], 0))


def _of_values(a: Claim, b: Claim, crowds: tuple[Crowd, Crowd]) -> Iterator[Measure]:
    """How near the values are: two figures of one property are seldom orders apart, those of two properties mostly."""
    pair = Pair.of(a, b, Match(1.0, "", ()))
    low, high = sorted((abs(float(pair.x.stated)), abs(float(pair.y.stated))))
    dated = a.kind is Kind.DATE
    yield "days_apart", math.log1p(abs(float(pair.x.stated) - float(pair.y.stated))) if dated else 0.0
    yield "ratio", 0.0 if dated or low == high else min(_FAR, math.log(high / low)) if low > 0 else _FAR
    yield "magnitude", 0.0 if dated else min(_LARGEST, math.log10(max(1.0, high)))
    one, other = _digits(a), _digits(b)
    yield "digits", fuzz.ratio(one, other) / 100 if one and other else _UNKNOWN
    yield "turned", float(len(one) > 1 and sorted(one) == sorted(other))
    ours, theirs = crowds
    yield "told_elsewhere", float(value_of(a) in theirs.values) + float(value_of(b) in ours.values)


def _of_articles(meeting: Meeting) -> Iterator[Measure]:
    yield "shared_numbers", float(min(10, meeting.numbers))
    yield "shared_dates", float(min(5, meeting.dates))
    yield "shared_names", float(meeting.names)
    yield "shared_story", meeting.share


def _of_rulings(rulings: Sequence[Ruling]) -> Iterator[Measure]:
    answered = {ruling.rule for ruling in rulings}
    for rule in _TOLD:
        yield rule, float(rule in answered)


def _event(a: Claim, b: Claim) -> float:
    x, y = a.features, b.features
    if not translated(a, b):
        return one_event(x, y)
    return one_event_abroad(x, y) if is_chinese(b.sentence) else one_event_abroad(y, x)


def _told_apart(x: Features, y: Features) -> bool:
    """Whether the two are of two names that one of the articles is about, each of them: two firms, two ships."""
    if not (x.named and y.named) or any(likeness(p, q) for p in x.names for q in y.names):
        return False
    return any({x.names[0], y.names[0]} <= {name[1:] for name in story} for story in (x.story, y.story))


def _tells_head(told: Features, other: Features) -> bool:
    return bool(told.head) and (told.head in other.terms or told.head in other.modifiers)


def _likeness(a: str | None, b: str | None, *, unknown: float) -> float:
    return fuzz.token_set_ratio(a, b) / 100 if a and b else unknown


def _jaccard(a: Collection[str], b: Collection[str]) -> float:
    return len(set(a) & set(b)) / len(set(a) | set(b)) if a and b else 0.0


def _overlap(a: Collection[str], b: Collection[str]) -> float:
    return len(set(a) & set(b)) / min(len(set(a)), len(set(b))) if a and b else 0.0


def _log_product(a: int, b: int) -> float:
    return math.log(max(1, a) * max(1, b))


def _before(claim: Claim, reach: int) -> str:
    return claim.sentence[max(0, claim.value_at.start - reach) : claim.value_at.start]


def _after(claim: Claim, reach: int) -> str:
    return claim.sentence[claim.value_at.end : claim.value_at.end + reach]


def _digits(claim: Claim) -> str:
    return "".join(char for char in claim.value_quote if char.isdigit()).strip("0")
