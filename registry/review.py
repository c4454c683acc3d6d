"""Going through the queue, one matter after the other: where an editor stands, and what was done on the way.

Knows neither terminal nor browser. Each step is written to the log at once, so nothing is lost when a review ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from registry import decisions
from registry.connection import Registry
from registry.model import Judgement, SecondOpinion, StoredPair
from registry.queries import PairFilter, find_pairs, pair_by_id
from sources.errors import KeyNotFoundError

DECISION_KEYS = {
    "a": Judgement.A_WRONG,
    "b": Judgement.B_WRONG,
    "n": Judgement.BOTH_WRONG,
    "s": Judgement.BOTH_RIGHT,
    "d": Judgement.SUPERSEDED,
    "x": Judgement.NOT_COMPARABLE,
    "m": Judgement.MISREAD,
    "u": Judgement.UNSURE,
}
"""One key a decision, in the terminal as at the desk."""


@dataclass(slots=True)
class Review:
    """A queue of pairs, each two wordings once, and how far ``by`` has come with it.

    ``note`` and ``right`` wait for the next decision. ``made`` holds, by place in the queue, the decisions of this
    review; a place that was passed over is not in it.
    """

    registry: Registry
    queue: tuple[StoredPair, ...]
    by: str
    at: int = 0
    note: str = ""
    right: str = ""
    made: dict[int, tuple[str, Judgement]] = field(default_factory=dict)

    @classmethod
    def of(cls, registry: Registry, wanted: PairFilter, by: str) -> Review:
        """A review of the pairs asked for, worst and surest first."""
        return cls(registry, _each_once(find_pairs(registry.db, wanted)), by)

    @classmethod
    def of_second_opinions(cls, registry: Registry, wanted: PairFilter, by: str) -> Review:
        """A review of those of the pairs asked for that wait for another opinion than the one of ``by``."""
        found = find_pairs(registry.db, wanted)
        others = [pair for pair in found if pair.decision is None or pair.decision.by != by]
        others.sort(key=lambda pair: pair.second_opinion is not SecondOpinion.ASKED)
        return cls(registry, _each_once(tuple(others)), by)

    def current(self) -> StoredPair | None:
        """The pair to be decided now, as it stands at this moment; None when the queue is at its end.

        What has left the registry since the review began is passed over.
        """
        while self.at < len(self.queue):
            try:
                return pair_by_id(self.registry.db, self.queue[self.at].id)
            except KeyNotFoundError:
                self.at += 1
        return None

    def decided_meanwhile(self, pair: StoredPair) -> bool:
        """Whether someone else has decided a pair since the review began."""
        known = self.queue[self.at].decision
        return pair.decision is not None and pair.decision != known and pair.decision.id not in self._own()

    def decide(self, judgement: Judgement) -> StoredPair:
        """Decides the current pair with the note and the value that wait, and goes on to the next."""
        pair = decisions.record(
            self.registry, self.queue[self.at].id, judgement, by=self.by, note=self.note, right=self.right
        )
        assert pair.decision is not None
        self.made[self.at] = (pair.decision.id, judgement)
        self.at, self.note, self.right = self.at + 1, "", ""
        return pair

    def skip(self) -> None:
        """Goes on to the next pair and leaves this one as it is."""
        self.at, self.note, self.right = self.at + 1, "", ""

    def back(self) -> StoredPair | None:
        """Goes back to the pair before and takes back what this review decided of it; None at the beginning."""
        if self.at == 0:
            return None
        self.at -= 1
        made = self.made.pop(self.at, None)
        pair = self.queue[self.at].id
        if made is None:
            return self.current()
        return decisions.undo(self.registry, pair, by=self.by, entry=made[0])

    def _own(self) -> set[str]:
        return {decision for decision, _ in self.made.values()}


def _each_once(pairs: tuple[StoredPair, ...]) -> tuple[StoredPair, ...]:
    """The first pair of each two wordings: a decision on one holds for all of them."""
    first: dict[str, StoredPair] = {}
    for pair in pairs:
        first.setdefault(pair.key, pair)
    return tuple(first.values())
