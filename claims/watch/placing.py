"""Which claims speak of a watched fact: those take its subject and its attribute, whatever the sentence calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Claim
from claims.scales import scale_of
from claims.sentences import clauses
from claims.topics.naming import folded
from claims.watch.fact import Fact, names_in, says
from sources.span import Span

Grade = tuple[int, int]
"""How surely a claim states the property of a fact, and how many characters say so: where two facts fit, the one of
the longer wording is meant (``cloud revenue``, not ``revenue``)."""

_BY_PROPERTY, _BY_CLAUSE, _BY_SENTENCE = 3, 2, 1
_NOT: Grade = (0, 0)


def placed(claims: Sequence[Claim], facts: Sequence[Fact]) -> tuple[Claim, ...]:
    """``claims`` of one document, in their order, those that state a watched fact with its subject and attribute."""
    found: dict[int, dict[Fact, Grade]] = defaultdict(dict)
    for fact in facts:
        for place, grade in _stating(claims, fact):
            found[place][fact] = grade
    return tuple(_under(claim, found[n]) if n in found else claim for n, claim in enumerate(claims))


def _stating(claims: Sequence[Claim], fact: Fact) -> Iterator[tuple[int, Grade]]:
    """The places of the claims that state ``fact``: in each sentence those that do so most surely."""
    surest: dict[str, Grade] = {}
    grades: dict[int, Grade] = {}
    for n, claim in enumerate(claims):
        if scale_of(claim.quantity).dimension == fact.dimension and _is_about(claim, fact):
            grades[n] = _grade(claim, fact)
            surest[claim.sentence] = max(grades[n], surest.get(claim.sentence, _NOT))
    for n, grade in grades.items():
        if grade != _NOT and grade == surest[claims[n].sentence]:
            yield n, grade


def _is_about(claim: Claim, fact: Fact) -> bool:
    """Whether the claim is said of the subject where the fact holds: by name, or by what is spoken of around it.

    Facts in words are read of any phrase, so that those have to name the subject themselves.
    """
    features, clause = claim.features, folded(_clause(claim))
    if fact.scope and claim.scope and claim.scope != fact.scope:
        return False
    if fact.in_words:
        return fact.names.issuperset(features.names[:1]) and bool(features.names)
    first, others = features.names[:1], {*features.names, *features.beside} - fact.names
    here = names_in(clause, fact.names)
    if fact.names.issuperset(first) and first:
        return here or not names_in(clause, others)
    if features.named and names_in(clause, first):
        return False
    spoken_of = {*features.names, *features.beside, features.topic}
    return here or (not features.named and bool(spoken_of & fact.names))


def _grade(claim: Claim, fact: Fact) -> Grade:
    head = claim.features.head or claim.features.event
    wordings = [(_BY_PROPERTY, claim.attribute or ""), (_BY_CLAUSE, _clause(claim)), (_BY_SENTENCE, claim.sentence)]
    known = (_BY_PROPERTY, 0) if head in fact.concepts else _NOT
    if fact.in_words:
        return known
    if known == _NOT and head.startswith("=") and fact.concepts:
        del wordings[1:]  # revenue is no profit, whatever else the clause speaks of
    elif known == _NOT and not fact.concepts.isdisjoint(claim.features.terms):
        known = (_BY_CLAUSE, 0)
    for sureness, wording in wordings:
        if said := max((len(phrase) for phrase in fact.phrases if says(folded(wording), phrase)), default=0):
            return max(known, (sureness, said))
    return known


def _clause(claim: Claim) -> str:
    found = clauses(claim.sentence, Span(0, len(claim.sentence)), (claim.value_at,))
    return next((clause.of(claim.sentence) for clause in found if clause.contains(claim.value_at)), claim.sentence)


def _under(claim: Claim, grades: dict[Fact, Grade]) -> Claim:
    """The claim under the facts that it states most surely, which are several where each holds at its own date."""
    surest = max(grades.values())
    facts = [fact for fact, grade in grades.items() if grade == surest]
    keys = tuple(sorted({key for fact in facts for key in fact.keys}))
    return replace(
        claim,
        subject=facts[0].subject,
        attribute=facts[0].entry.attribute[0],
        features=replace(claim.features, watched=keys),
    )
