"""The names that stand for one subject: ``Alibaba Cloud``, ``阿里云``, ``阿里雲``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from sources.script import to_simplified


def folded_name(name: str) -> str:
    """``name`` as it is looked up: width, case and white space do not tell names apart."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _key(name: str) -> str:
    return to_simplified(folded_name(name))


@dataclass(frozen=True, slots=True)
class Aliases:
    """Groups of names; the first of each group is canonical. Equal when they say the same."""

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    _canonical: Mapping[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lookup = {_key(name): head for head, others in self.groups for name in (head, *others)}
        object.__setattr__(self, "_canonical", lookup)

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]]) -> Self:
        """The aliases that ``groups`` lists, canonical name to other names, in an order that does not matter."""
        return cls(tuple((head, tuple(sorted(set(groups[head])))) for head in sorted(groups)))

    def canonical(self, name: str) -> str:
        """The canonical name of what ``name`` names, in either script; ``name`` itself where no group knows it."""
        return self._canonical.get(_key(name), name)

    def names_of(self, canonical: str) -> tuple[str, ...]:
        """All names of a group, the canonical one first; none where no group has that canonical name."""
        return next(((head, *others) for head, others in self.groups if head == canonical), ())

    def names(self) -> tuple[str, ...]:
        """Every name of every group, in simplified script as in cleaned text; canonical ones first in each."""
        return tuple(to_simplified(name) for head, others in self.groups for name in (head, *others))
