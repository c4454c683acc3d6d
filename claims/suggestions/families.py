"""Names that belong together: what speaks for each pair, and the families that the pairs form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from claims.aliases import Aliases, folded_name
from claims.suggestions.model import Evidence, Hint, Place

_MOST = 0.99
_AGAIN = 0.2
"""How much of what is missing to certainty each further passage that says the same adds."""


@dataclass(frozen=True, slots=True)
class Bond:
    """All that speaks for two names being one."""

    one: str
    other: str
    hints: tuple[Hint, ...]

    @property
    def score(self) -> float:
        """Different kinds of evidence count as independent, passages of one kind only in part."""
        by_kind: defaultdict[Evidence, list[float]] = defaultdict(list)
        for hint in self.hints:
            by_kind[hint.evidence].append(hint.score)
        doubts = [(1 - max(scores)) * (1 - _AGAIN) ** (len(scores) - 1) for scores in by_kind.values()]
        return round(min(_MOST, 1 - prod(doubts)), 2)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The kinds, in the order in which they are declared."""
        kinds = {hint.evidence for hint in self.hints}
        return tuple(kind for kind in Evidence if kind in kinds)

    @property
    def place(self) -> Place | None:
        """The first passage that says so."""
        return min((hint.place for hint in self.hints if hint.place), default=None)


@dataclass(frozen=True, slots=True)
class Known:
    """What a person has said: which names are of one group of aliases, and which are not of one."""

    heads: Mapping[str, str]
    apart: frozenset[frozenset[str]]

    @classmethod
    def of(cls, aliases: Aliases, apart: Aliases) -> Known:
        """``apart`` has a group for each name, with those that it is not."""
        heads = {folded_name(name): head for head, others in aliases.groups for name in (head, *others)}
        pairs = (frozenset(map(folded_name, (one, other))) for one, others in apart.groups for other in others)
        return cls(heads, frozenset(pairs))

    def group(self, name: str) -> str | None:
        """The canonical name of the group that has ``name``; None where none has."""
        return self.heads.get(folded_name(name))

    def settled(self, one: str, other: str) -> bool:
        """Whether both have a group, the same or two, or the two are said not to be one."""
        return bool(self.group(one) and self.group(other)) or self.are_apart(one, other)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the two are said not to be one."""
        return frozenset(map(folded_name, (one, other))) in self.apart


def families(bonds: Iterable[Bond], known: Known) -> list[list[Bond]]:
    """The bonds, surest first, by the families that they form; a bond that joins what a person keeps apart is left out.

    In each family there is one way from each name to each other, the surest.
    """
    names: dict[str, set[str]] = {}
    kept: dict[int, list[Bond]] = {}
    for bond in bonds:
        a, b = (names.get(name) or {name} for name in (bond.one, bond.other))
        groups = {group for name in a | b if (group := known.group(name))}
        if bond.other in a or len(groups) > 1 or any(known.are_apart(one, other) for one in a for other in b):
            continue
        joined = a | b
        kept[id(joined)] = [*kept.pop(id(a), ()), *kept.pop(id(b), ()), bond]
        names.update(dict.fromkeys(joined, joined))
    return list(kept.values())
