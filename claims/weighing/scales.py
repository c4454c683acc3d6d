"""Two articles on the scales: whether a pair of their claims is held to be of one thing, and for which reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.matching import FLAG, SUGGEST, SURE
from claims.model import Claim, Comparison, Kind, Match
from claims.rules import Pair, narrowed_rulings
from claims.topic import topic_of
from claims.topics.naming import likeness
from claims.topics.places import is_place
from claims.weighing.forest import Forest, load_forests
from claims.weighing.standing import HOPELESS, Standings
from claims.weighing.table import Entry, Place, Table

_FEWEST = 5
"""Claims that an article must have for its crowd to tell what is rare in it; of less, grammar alone decides."""

_SHOWN = 0.18
"""The share of rightly shown pairs, as fitted, from which a pair is shown whatever grammar makes of it."""

_REFUSED = 0.02
"""The share below which it is not shown though grammar alone would show it, unless that is sure."""

_BESIDE = 0.8
"""The share below which it is not shown where a sentence names the subject of the other beside its own."""

_OUTWEIGHED = 0.4
"""The share from which a pair is shown though the words beside the values narrow them down in two ways."""

_CALLED = 2
"""Characters by which a Chinese name is called."""

_STEEP = 0.5

_LEAST = 0.3
_MOST_REASONS = 2
_REASONS: Mapping[str, tuple[str, ...]] = {
    "telling words in common": ("rarest_word", "rare_words", "words"),
    "words for one property": (
        *("property", "properties", "nearest_properties", "first_property", "attribute_spelling", "head"),
        *("head_beside", "other_thing", "narrowed"),
    ),
    "names and words around in common": (
        *("sentence_words", "sentence_overlap", "sentence_count", "neighbour_count", "figures", "event"),
        *("strangers", "told_apart", "one_instance", "years"),
    ),
    "subjects alike": ("subject", "subject_spelling"),
    "like wording": ("frame", "slot", "slot_part", "before", "after", "words_before", "words_after", "lengths"),
    "few values of this sort in either article": (
        *("of_dimension", "of_unit", "of_head", "of_property", "unit", "telling_unit"),
    ),
    "values near each other": ("days_apart", "ratio", "magnitude", "digits", "told_elsewhere", "one_time"),
    "the same digits": ("turned", "turned_digits", "slipped_digit"),
    "articles on one matter": ("shared_numbers", "shared_dates", "shared_names", "shared_story"),
    "no other value of either article fits so well": ("ahead", "ahead_of_one", "ahead_of_agreeing", "value_beside"),
    "other values beside the two go together": (
        *("sentences", "sentences_agreeing", "sentence_pairs", "near", "near_agreeing"),
    ),
}


@dataclass(frozen=True, slots=True)
class Scales:
    """The pairs of two articles, and the logarithms of the odds that a disagreement of each is one to see."""

    table: Table
    odds: Mapping[Place, float]
    standings: Standings

    @classmethod
    def of(cls, ours: Sequence[Claim], theirs: Sequence[Claim], matched: Mapping[Place, Match | None]) -> Scales | None:
        """The scales for the pairs of two articles, with what grammar makes of each; None where one article states too
        little to weigh anything against."""
        if min(len(ours), len(theirs)) < _FEWEST:
            return None
        table = Table.of(ours, theirs, matched)
        forests = load_forests()
        alone = {place: forests.alone.log_odds(entry.measures) for place, entry in table.entries.items()}
        standings = Standings.of(table, alone)
        odds = {place: _again(standings, place, forests.among) for place in table.entries}
        return cls(table, odds, standings)

    def asked(self, place: Place) -> bool:
        """Whether the pair at ``place`` is for the scales."""
        return place in self.odds

    def weighed(self, place: Place) -> Comparison | None:
        """The comparison of the pair at ``place``, which they are asked about; None where too little speaks for it."""
        entry, odds = self.table.entries[place], self.odds[place]
        if entry.found is None and (self.table.meeting.strangers or _dated_apart(entry.a, entry.b)):
            return None
        refused = entry.found and entry.found.score < SURE and odds < _logit(_REFUSED)
        if refused and entry.rulings[0].verdict.flagged:
            return None
        match = self._match(entry, odds)
        if match is None or (odds < _logit(_BESIDE) and _named_beside(entry.a, entry.b)):
            return None
        rulings = narrowed_rulings(Pair.of(entry.a, entry.b, match))
        outweighed = odds >= _logit(_OUTWEIGHED)
        return Comparison(entry.a, entry.b, match, rulings[-1 if outweighed else 0]) if rulings else None

    def _match(self, entry: Entry, odds: float) -> Match | None:
        """That of grammar where it is the surer one, else one with what spoke most for the pair; None below SUGGEST."""
        score = _sigmoid(_STEEP * (odds - _logit(_SHOWN)) + _logit(FLAG))
        if entry.found and entry.found.score > score:
            return entry.found
        if score < SUGGEST:
            return None
        match = entry.found or Match(0.0, topic_of(entry.a, entry.b), ())
        reasons = tuple(self._reasons(entry)) if score >= FLAG else ()
        return replace(match, score=round(score, 3), features=(*match.features, *reasons))

    def _reasons(self, entry: Entry) -> list[str]:
        """What spoke most for the pair, the strongest first."""
        forests = load_forests()
        moved = forests.alone.shares(entry.measures)
        if _is_weighed_again(self.standings, entry.place):
            for name, share in forests.among.shares(_all_measures(self.standings, entry.place)).items():
                moved[name] = moved.get(name, 0.0) + share
        totals = {said: sum(moved.get(name, 0.0) for name in names) for said, names in _REASONS.items()}
        strongest = sorted(totals, key=lambda said: -totals[said])[:_MOST_REASONS]
        return [said for said in strongest if totals[said] >= _LEAST]


def _again(standings: Standings, place: Place, among: Forest) -> float:
    """The logarithm of the odds of a pair weighed among the others, where that could show it."""
    if not _is_weighed_again(standings, place):
        return standings.odds[place]
    return among.log_odds(_all_measures(standings, place))


def _is_weighed_again(standings: Standings, place: Place) -> bool:
    return standings.table.entries[place].disagrees and standings.odds[place] >= HOPELESS


def _all_measures(standings: Standings, place: Place) -> dict[str, float]:
    return {**standings.table.entries[place].measures, **standings.measures(place)}


def _dated_apart(a: Claim, b: Claim) -> bool:
    """Whether the two are dates of names or releases that have nothing in common: everything has days of its own."""
    x, y = a.features, b.features
    if a.kind is not Kind.DATE:
        return False
    if x.instances and y.instances and not set(x.instances) & set(y.instances):
        return True
    return x.named and y.named and not any(likeness(p, q) for p in x.names for q in y.names)


def _named_beside(a: Claim, b: Claim) -> bool:
    """Whether the two are of two names, of which one sentence has both: it tells them apart itself."""
    x, y = a.features, b.features
    if not (x.named and y.named and x.names and y.names) or any(likeness(p, q) for p in x.names for q in y.names):
        return False
    one, other = _opening(x.names[0]), _opening(y.names[0])
    return one != other and (_has(b, one) or _has(a, other))


def _opening(name: str) -> str:
    """The part of a name by which it is called further on: the first word, in Chinese the first two characters."""
    return name.split()[0] if name.isascii() else name[:_CALLED]


def _has(claim: Claim, called: str) -> bool:
    return not is_place(called) and called in claim.sentence.lower()


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
