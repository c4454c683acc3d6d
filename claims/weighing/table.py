"""The pairs of claims of two articles that may be of one thing, measured: among these each is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.ages import AGE
from claims.evidence import ONE_QUOTATION, ONE_WORDING, RIVALS
from claims.model import Claim, Kind, Match, Ruling
from claims.one_scale import comparable
from claims.rules import Pair, narrowed_rulings
from claims.weighing.crowd import Crowd, Meeting, value_of
from claims.weighing.measures import measured

Place = tuple[int, int]
"""Which claims of the first and of the second article a pair is of, by their order."""

_BY_ITSELF = frozenset({ONE_QUOTATION, ONE_WORDING, RIVALS})
"""Reasons for a match that need no other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair at ``place``: its claims, that with the smaller key first, the match of grammar, what the rules would say
    of the two if they were of one thing for certain, and its measures."""

    place: Place
    a: Claim
    b: Claim
    found: Match | None
    rulings: tuple[Ruling, ...]
    measures: Mapping[str, float]

    @property
    def disagrees(self) -> bool:
        """Whether the two are at odds if they are of one thing."""
        return self.rulings[-1].verdict.flagged

    @property
    def same_value(self) -> bool:
        """Whether both state one value."""
        return value_of(self.a) == value_of(self.b)


@dataclass(frozen=True, slots=True)
class Table:
    """Two articles, what they have in common, and their pairs by place."""

    ours: Sequence[Claim]
    theirs: Sequence[Claim]
    meeting: Meeting
    entries: Mapping[Place, Entry]

    @classmethod
    def of(cls, ours: Sequence[Claim], theirs: Sequence[Claim], matched: Mapping[Place, Match | None]) -> Table:
        """The table of the pairs in ``matched``, which gives what grammar makes of each: those that have a word, a
        property or a name in common or are matched, that a rule answers, and that need not be judged by themselves."""
        crowds = Crowd.of(ours), Crowd.of(theirs)
        meeting = Meeting.of(*crowds)
        entries: dict[Place, Entry] = {}
        for place, found in matched.items():
            a, b, met = ours[place[0]], theirs[place[1]], crowds
            if not _is_weighed(a, b, found):
                continue
            if b.key < a.key:
                a, b, met = b, a, crowds[::-1]
            rulings = narrowed_rulings(Pair.of(a, b, Match(1.0, "", found.features if found else ())))
            if rulings:
                entries[place] = Entry(place, a, b, found, rulings, measured(a, b, met, meeting, rulings, found))
        return cls(ours, theirs, meeting, entries)


def _is_weighed(a: Claim, b: Claim, found: Match | None) -> bool:
    """Whether the pair is weighed: facts, ages, watched facts and matches that need no other reason are not."""
    if a.kind is Kind.FACT or AGE in (a.features.head, b.features.head) or not comparable(a, b):
        return False
    if set(a.features.watched) & set(b.features.watched) or a.features.on_record or b.features.on_record:
        return False
    if a.sentence == b.sentence and a.value_at != b.value_at:
        return False  # two values of one sentence that both articles have
    return not _BY_ITSELF & set(found.features) if found else _touches(a, b)


def _touches(a: Claim, b: Claim) -> bool:
    """Whether the two share a word, a property, or a name or word of their sentences."""
    x, y = a.features, b.features
    return bool(set(x.terms) & set(y.terms) or set(x.properties) & set(y.properties) or set(x.setting) & set(y.setting))
