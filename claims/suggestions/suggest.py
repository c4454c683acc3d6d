"""From evidence to proposals: what speaks for a pair is added up, and names that belong together get one head."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claims.aliases import Aliases
from claims.suggestions.brackets import brackets, definitions
from claims.suggestions.families import Bond, Known, families
from claims.suggestions.initials import acronyms
from claims.suggestions.model import Article, Hint, Suggestion
from claims.suggestions.roll import Roll, call_roll
from claims.suggestions.short_forms import legal_forms, short_forms, trades
from claims.suggestions.spellings import cases, misread, same_sounds
from claims.topics.places import MARK, name_key

SOURCES_OF_EVIDENCE = (definitions, brackets, acronyms, short_forms, trades, legal_forms, cases, misread, same_sounds)
"""Each takes a roll of names and gives hints."""


def suggest_aliases(
    articles: Sequence[Article], aliases: Aliases, apart: Aliases | None = None, *, lowest: float
) -> tuple[Suggestion, ...]:
    """Names in ``articles`` that may stand for one subject, the surest first, none of them an alias already.

    ``apart`` lists names known not to be one: each group is a name and those that it is not. Names of two groups of
    ``aliases`` are never proposed as one, nor is what scores less than ``lowest``.
    """
    roll = call_roll(articles, aliases)
    known = Known.of(aliases, apart or Aliases())
    bonds = [bond for bond in _bonds(roll, known) if bond.score >= lowest]
    bonds.sort(key=lambda bond: (-bond.score, -min(map(roll.count, (bond.one, bond.other))), bond.one, bond.other))
    found = [s for family in families(bonds, known) for s in _of_family(roll, family, known)]
    return tuple(sorted(found, key=lambda s: (-s.score, -sum(n for _, n in s.alias_counts), s.canonical, s.alias)))


def _bonds(roll: Roll, known: Known) -> list[Bond]:
    """The hints gathered by pair, without pairs about which a person has spoken and places that are known as one."""
    gathered: defaultdict[tuple[str, str], list[Hint]] = defaultdict(list)
    for source in SOURCES_OF_EVIDENCE:
        for hint in source(roll):
            one, other = sorted((hint.one, hint.other))
            same_place = name_key(one).startswith(MARK) and name_key(one) == name_key(other)
            if one != other and not same_place and not known.settled(one, other):
                gathered[one, other].append(hint)
    return [Bond(one, other, tuple(hints)) for (one, other), hints in gathered.items()]


def _of_family(roll: Roll, family: Sequence[Bond], known: Known) -> Iterator[Suggestion]:
    """One proposal for each name of a family but its head, by the way that leads there from the head."""
    names = {name for bond in family for name in (bond.one, bond.other)}
    members = {name for name in names if known.group(name)}
    head = min(members or names, key=lambda name: (-roll.count(name), -len(roll.articles_of(name)), roll.first(name)))
    canonical = known.group(head) or head
    reached = dict.fromkeys(members or {head}, 1.0)
    while len(reached) < len(names):
        bond = next(b for b in family if (b.one in reached) != (b.other in reached))
        like, alias = (bond.one, bond.other) if bond.one in reached else (bond.other, bond.one)
        reached[alias] = min(bond.score, reached[like])
        passages = (bond.place,) if bond.place else (roll.first(like), roll.first(alias))
        yield Suggestion(
            canonical=canonical,
            alias=alias,
            like=like,
            evidence=bond.evidence,
            score=reached[alias],
            canonical_counts=_counts(roll, canonical),
            alias_counts=_counts(roll, alias),
            passages=passages,
        )


def _counts(roll: Roll, name: str) -> tuple[tuple[str, int], ...]:
    """How often ``name`` stands in which source."""
    counts = Counter(place.article for place in roll.standing(name))
    return tuple((roll.articles[number].source, counts[number]) for number in sorted(counts))
