"""What became of the claims of a text when the article was edited, or read anew: each stands, changed, or is gone.

A claim whose key is there again stands. For one that does not, its place is looked for by the words around its value:
those of its sentence, and those of the sentences before and after. Where several places fit about as well, the claim
is lost: a decision must never move to a statement that was only the likelier one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from claims.editions import Edition
from claims.model import Claim, Fate
from sources.span import Span

SURE = 0.75
"""How much of a sentence's wording around the value must be there again, wherever it is."""

LIKELY = 0.45
"""How much is enough between the same neighbours."""

NEIGHBOURS = 0.7
"""How much of the words before and after the sentence must be there again to be the same neighbours."""

CLEAR = 0.12
"""How far the best place must be ahead of the next one. The four were set on tests/cases/edits.txt."""

_REACH = 8
"""Words right before and after a sentence that count as its neighbours; more would reach over what is new beside it."""

_LARGEST = 50_000_000
"""Sentences of one text times those of the other up to which both are laid side by side: 6 MB of bits."""

_MOST = 1_000_000
"""Claims that are gone times new ones up to which each is held against each."""


@dataclass(frozen=True, slots=True)
class Succession:
    """The fate of a claim, and where it changed the key of the claim that stands in its place."""

    fate: Fate
    key: str | None = None


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a new claim (by its index) takes the place of an old one."""

    old: int
    new: int
    score: float


def successions(old: Edition, new: Edition) -> Mapping[str, Succession]:
    """The fate of every claim of ``old``, by its key, in ``new``, another text of the article or another reading."""
    before, after = {claim.key for claim in old.claims}, {claim.key for claim in new.claims}
    gone = [claim for claim in old.claims if claim.key not in after]
    fresh = [claim for claim in new.claims if claim.key not in before]
    found = {claim.key: Succession(Fate.STANDS) for claim in old.claims if claim.key in after}
    fits = list(_fits(old, gone, new, fresh)) if gone and fresh else []
    chosen = _chosen(fits)
    for index, claim in enumerate(gone):
        if index not in chosen:
            found[claim.key] = Succession(Fate.GONE)
        elif (place := chosen[index]) is None:
            found[claim.key] = Succession(Fate.LOST)
        else:
            found[claim.key] = Succession(Fate.CHANGED, fresh[place].key)
    return found


def _chosen(fits: Sequence[_Fit]) -> dict[int, int | None]:
    """For each old claim that fits somewhere the new one in its place, None where that is not clear."""
    by_old: dict[int, list[_Fit]] = defaultdict(list)
    by_new: dict[int, list[_Fit]] = defaultdict(list)
    for fit in sorted(fits, key=lambda fit: -fit.score):
        by_old[fit.old].append(fit)
        by_new[fit.new].append(fit)
    chosen: dict[int, int | None] = {}
    for old, mine in by_old.items():
        # A place that clearly belongs to another claim is none to choose from.
        free = [fit for fit in mine if by_new[fit.new][0].score - fit.score < CLEAR]
        if not free:
            continue
        best = free[0]
        # Another claim that fits here is no rival when it clearly has a better place of its own.
        others = [fit for fit in by_new[best.new] if by_old[fit.old][0].score - fit.score < CLEAR]
        rivals = [fit for fit in (*free[1:], *others) if fit != best]
        chosen[old] = None if any(best.score - rival.score < CLEAR for rival in rivals) else best.new
    return chosen


def _fits(old: Edition, gone: Sequence[Claim], new: Edition, fresh: Sequence[Claim]) -> Iterator[_Fit]:
    places = _places(old, new)
    values = [new.value(claim) for claim in fresh]
    near_only = len(gone) * len(fresh) > _MOST
    for index, claim in enumerate(gone):
        value = old.value(claim)
        place = places[old.sentence(value.start)] if places else Span(0, 0)
        for number, (other, there) in enumerate(zip(fresh, values, strict=True)):
            beside = place.start <= new.sentence(there.start) < place.end
            if near_only and not beside:
                continue
            wording = _wording(old, value, new, there)
            if wording < LIKELY:
                continue
            around = _neighbours(old, value, new, there)
            if wording >= SURE or beside or around == 1:
                same = 0.1 * (claim.quantity == other.quantity) - 0.1 * (claim.kind is not other.kind)
                yield _Fit(index, number, wording + 0.4 * beside + 0.4 * around + same)


def _places(old: Edition, new: Edition) -> list[Span]:
    """For each sentence of ``old`` the sentences of ``new`` between those that stand unchanged around it."""
    ours = [old.words[span.start : span.end] for span in old.sentences]
    theirs = [new.words[span.start : span.end] for span in new.sentences]
    if len(ours) * len(theirs) > _LARGEST:
        return [Span(0, len(theirs))] * len(ours)
    places = []
    pending = 0
    reached = 0
    for step in LCSseq.opcodes(ours, theirs):
        if step.tag != "equal":
            pending += step.src_end - step.src_start
            continue
        places += [Span(reached, step.dest_start)] * pending
        places += [Span(at, at + 1) for at in range(step.dest_start, step.dest_end)]
        pending, reached = 0, step.dest_end
    return places + [Span(reached, len(theirs))] * pending


def _wording(old: Edition, value: Span, new: Edition, there: Span) -> float:
    """How alike the two sentences are around their values, 0 to 1, weighted by the length of the old one's halves."""
    ours = old.sentences[old.sentence(value.start)]
    theirs = new.sentences[new.sentence(there.start)]
    before, after = old.words[ours.start : value.start], old.words[value.end : ours.end]
    # A sentence may have been split or merged, so as many words as there were count too, whatever stands between.
    befores = (
        new.words[theirs.start : there.start],
        new.words[max(0, there.start - len(before)) : there.start],
    )
    afters = (new.words[there.end : theirs.end], new.words[there.end : there.end + len(after)])
    left = max(Indel.normalized_similarity(before, other) for other in befores)
    right = max(Indel.normalized_similarity(after, other) for other in afters)
    whole = len(before) + len(after)
    return (len(before) * left + len(after) * right) / whole if whole else 1.0


def _neighbours(old: Edition, value: Span, new: Edition, there: Span) -> float:
    """On how many sides the two sentences have the same neighbours: 0, 0.5 or 1."""
    ours = old.sentences[old.sentence(value.start)]
    theirs = new.sentences[new.sentence(there.start)]
    sides = ((_before(old, ours), _before(new, theirs)), (_after(old, ours), _after(new, theirs)))
    return sum(Indel.normalized_similarity(mine, other) >= NEIGHBOURS for mine, other in sides) / 2


def _before(edition: Edition, sentence: Span) -> tuple[str, ...]:
    return edition.words[max(0, sentence.start - _REACH) : sentence.start]


def _after(edition: Edition, sentence: Span) -> tuple[str, ...]:
    return edition.words[sentence.end : sentence.end + _REACH]
