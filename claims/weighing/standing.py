"""How a pair of claims stands among the other pairs of the two articles.

What an article says of a thing, another mostly says once: a value has one counterpart, and one that another counterpart
fits better is none. Sentences that agree in one value are likely of one thing in the next. All of this is told from how
the pairs were weighed alone (``odds``), so it is a second weighing, as in iterative classification of linked objects
(Neville and Jensen 2000).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claims.weighing.table import Entry, Place, Table

HOPELESS = -5.0
"""The logarithm of the odds below which a pair is not weighed again."""

_NONE = -9.0
"""What the odds are of a pair that there is not."""

_REACH = 3
"""How many claims further on or back, of those that are weighed, the next pair is looked for."""

_LEAST = 1e-4
_MOST = 5.0


@dataclass(frozen=True, slots=True)
class Standings:
    """The pairs of a table with their odds (logarithms), alone and by the claims and sentences that they are of;
    ``steps`` counts the claims of a pair among those that are weighed, ``places`` the other way round."""

    table: Table
    odds: Mapping[Place, float]
    ours: Mapping[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    theirs: Mapping[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    sentences: Mapping[tuple[str, str], list[Place]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[Place, Place] = field(default_factory=dict)
    places: dict[Place, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table, odds: Mapping[Place, float]) -> Standings:
        """The standings of all entries of ``table``, each of which has its odds."""
        standings = cls(table, odds)
        for place in table.entries:
            standings.ours[place[0]].append(place)
            standings.theirs[place[1]].append(place)
            standings.sentences[standings._sentences(place)].append(place)
        down, on = ({claim: step for step, claim in enumerate(sorted(of))} for of in (standings.ours, standings.theirs))
        for i, j in table.entries:
            standings.steps[i, j] = down[i], on[j]
            standings.places[down[i], on[j]] = i, j
        return standings

    def measures(self, place: Place) -> dict[str, float]:
        """The measures of a disagreeing pair's standing, by name."""
        return dict(self._measures(place))

    def _measures(self, place: Place) -> Iterator[tuple[str, float]]:
        i, j = place
        own = self.odds[place]
        rows = [[at for at in row if at != place] for row in (self.ours[i], self.theirs[j])]
        gaps = sorted(own - _sum(self.odds[at] for at in row) for row in rows)
        yield "alone", own
        yield "ahead", gaps[0]
        yield "ahead_of_one", gaps[1]
        agreeing = [self.odds[at] for row in rows for at in row if not self._entry(at).disagrees]
        yield "ahead_of_agreeing", own - max(agreeing, default=_NONE)
        yield "value_beside", float(sum(any(self._entry(at).same_value for at in row) for row in rows))
        beside = [at for at in self.sentences[self._sentences(place)] if at[0] != i and at[1] != j]
        yield "sentences", self._best(beside)
        yield "sentences_agreeing", self._best([at for at in beside if self._entry(at).same_value])
        yield "sentence_pairs", min(_MOST, float(len(beside)))
        near = [self.places[step] for step in _around(self.steps[place]) if step in self.places]
        yield "near", self._best(near)
        yield "near_agreeing", self._best([at for at in near if self._entry(at).same_value])

    def _entry(self, place: Place) -> Entry:
        return self.table.entries[place]

    def _sentences(self, place: Place) -> tuple[str, str]:
        return self.table.ours[place[0]].sentence, self.table.theirs[place[1]].sentence

    def _best(self, places: list[Place]) -> float:
        return max((self.odds[at] for at in places), default=_NONE)


def _sum(odds: Iterator[float]) -> float:
    """The logarithm of the odds of all together."""
    return math.log(sum(math.exp(value) for value in odds) + _LEAST)


def _around(step: Place) -> Iterator[Place]:
    ways = [way for way in range(-_REACH, _REACH + 1) if way]
    return ((step[0] + down, step[1] + on) for down in ways for on in ways)
