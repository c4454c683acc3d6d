"""Two articles on the scales: whether a pair of their claims is held to be of one thing, and for which reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.ages import AGE
from claims.evidence import ONE_QUOTATION, ONE_WORDING, RIVALS, small
from claims.matching import FLAG, SUGGEST, SURE, comparable
from claims.model import Claim, Comparison, Kind, Match
from claims.rules import Pair, narrowed_rulings
from claims.topic import topic_of
from claims.topics.naming import likeness
from claims.weighing.crowd import Crowd, Meeting
from claims.weighing.forest import load_forest
from claims.weighing.measures import measured

_FEWEST = 5
"""Claims that an article must have for its crowd to tell what is rare in it; of less, grammar alone decides."""

_SHOWN = 0.35
"""The share of rightly shown pairs, as fitted, from which a pair is shown whatever grammar makes of it."""

_REFUSED = 0.02
"""The share below which it is not shown though grammar alone would show it, unless that is sure."""

_OUTWEIGHED = 0.4
"""The share from which a pair is shown though the words beside the values narrow them down in two ways."""

_STEEP = 0.5

_BY_ITSELF = frozenset({ONE_QUOTATION, ONE_WORDING, RIVALS})
"""Reasons for a match that need no other."""

_LEAST = 0.3
_MOST_REASONS = 2
_REASONS: Mapping[str, tuple[str, ...]] = {
    "telling words in common": ("rarest_word", "rare_words", "words"),
    "words for one property": (
        *("property", "properties", "nearest_properties", "first_property", "attribute_spelling", "head"),
        *("head_beside", "other_thing", "narrowed"),
    ),
    "names and words around in common": (
        *("sentence_words", "sentence_overlap", "sentence_count", "neighbour_count", "figures", "event", "strangers"),
    ),
    "subjects alike": ("subject", "subject_spelling"),
    "like wording": ("frame", "slot", "slot_part", "before", "after", "words_before", "words_after", "lengths"),
    "few values of this sort in either article": ("of_dimension", "of_unit", "of_head", "unit", "telling_unit"),
    "values near each other": ("days_apart", "ratio", "magnitude", "digits", "told_elsewhere", "one_time"),
    "the same digits": ("turned", "turned_digits", "slipped_digit"),
    "articles on one matter": ("shared_numbers", "shared_dates", "shared_names", "shared_story"),
}


@dataclass(frozen=True, slots=True)
class Scales:
    """Two articles, by what they state and what they have in common."""

    crowds: tuple[Crowd, Crowd]
    meeting: Meeting

    @classmethod
    def of(cls, ours: Sequence[Claim], theirs: Sequence[Claim]) -> Scales | None:
        """The scales for the claims of two articles; None where one states too little to weigh anything against."""
        if min(len(ours), len(theirs)) < _FEWEST:
            return None
        crowds = Crowd.of(ours), Crowd.of(theirs)
        return cls(crowds, Meeting.of(*crowds))

    @property
    def turned(self) -> Scales:
        """The scales with the articles the other way round."""
        return Scales(self.crowds[::-1], self.meeting)

    def asked(self, a: Claim, b: Claim, found: Match | None) -> bool:
        """Whether the pair is for the scales: facts, ages, counts of a few, watched facts and matches that need no
        other reason are not."""
        if a.kind is Kind.FACT or AGE in (a.features.head, b.features.head) or small(a, b) or not comparable(a, b):
            return False
        if set(a.features.watched) & set(b.features.watched) or a.features.on_record or b.features.on_record:
            return False
        return found is None or not _BY_ITSELF & set(found.features)

    def weighed(self, a: Claim, b: Claim, found: Match | None) -> Comparison | None:
        """The comparison of a claim of the first article and one of the second, the one with the smaller key first,
        as their measures have it; ``found`` is the match of grammar. None where too little speaks for it."""
        if found is None and (self.meeting.strangers or not _touches(a, b) or _dated_apart(a, b)):
            return None
        # What the rules say is weighed as if both were of one thing for certain, and said as surely as it came out.
        rulings = narrowed_rulings(Pair.of(a, b, Match(1.0, "", found.features if found else ())))
        if not rulings:
            return None
        taken = measured(a, b, self.crowds, self.meeting, rulings)
        odds = load_forest().log_odds(taken)
        outweighed = odds >= _logit(_OUTWEIGHED)
        refused = found and found.score < SURE and odds < _logit(_REFUSED)
        if refused and rulings[0].verdict.flagged:
            return None
        match = self._match(a, b, found, odds, taken)
        rulings = narrowed_rulings(Pair.of(a, b, match)) if match else ()
        return Comparison(a, b, match, rulings[-1 if outweighed else 0]) if match and rulings else None

    def _match(self, a: Claim, b: Claim, found: Match | None, odds: float, taken: Mapping[str, float]) -> Match | None:
        """That of grammar where it is the surer one, else one with what spoke most for the pair; None below SUGGEST."""
        score = _sigmoid(_STEEP * (odds - _logit(_SHOWN)) + _logit(FLAG))
        if found and found.score > score:
            return found
        if score < SUGGEST:
            return None
        match = found or Match(0.0, topic_of(a, b), ())
        reasons = tuple(_reasons(taken)) if score >= FLAG else ()
        return replace(match, score=round(score, 3), features=(*match.features, *reasons))


def _touches(a: Claim, b: Claim) -> bool:
    """Whether the two share a word, a property, or a name or word of their sentences."""
    x, y = a.features, b.features
    return bool(set(x.terms) & set(y.terms) or set(x.properties) & set(y.properties) or set(x.setting) & set(y.setting))


def _dated_apart(a: Claim, b: Claim) -> bool:
    """Whether the two are dates of names that have nothing in common: everything has days of its own."""
    x, y = a.features, b.features
    return a.kind is Kind.DATE and x.named and y.named and not any(likeness(p, q) for p in x.names for q in y.names)


def _reasons(taken: Mapping[str, float]) -> list[str]:
    """What spoke most for the pair, the strongest first."""
    moved = load_forest().shares(taken)
    totals = {said: sum(moved.get(name, 0.0) for name in names) for said, names in _REASONS.items()}
    strongest = sorted(totals, key=lambda said: -totals[said])[:_MOST_REASONS]
    return [said for said in strongest if totals[said] >= _LEAST]


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
