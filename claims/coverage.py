"""The denominator: what became of every numeral of a document, a claim or a reason for none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract import Extraction
from claims.facts.matching import STATEMENT
from claims.left_out import Reason
from claims.model import Claim, Kind
from claims.values.runs import numeral_runs
from sources.document import Document
from sources.span import Span


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at its place in the text of a document: part of the value of ``claim``, or left out for ``reason``."""

    span: Span
    claim: Claim | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Stretches of a text with what they stand for, to be asked for by place."""

    found: Sequence[tuple[Span, object]]
    longest: int

    def over(self, place: Span) -> Sequence[tuple[Span, object]]:
        first = bisect_left(self.found, place.start - self.longest, key=lambda s: s[0].start)
        last = bisect_right(self.found, place.end - 1, key=lambda s: s[0].start)
        return [s for s in self.found[first:last] if s[0].overlaps(place)]


def account(document: Document, extraction: Extraction, language: str | None = None) -> tuple[Numeral, ...]:
    """Every numeral of ``document`` once, in order; ``extraction`` is what was found in it.

    A numeral that several stretches touch goes to the claim that has most of it, else to the reason that does, of
    two to the nearer one. What cleaning took out is in none of them. Neither claim nor reason stands only where the
    program has a fault, which a law in the tests excludes.
    """
    source = extraction.text.source_span
    claims = _stretches([(claim.value_span, claim) for claim in extraction.claims if not _is_saying(claim)])
    reasons = _stretches([(source(number.span), number.reason) for number in extraction.left_out if number.span])
    read = _stretches([(source(run), None) for run in numeral_runs(extraction.text.text, language)])
    found = []
    for run in numeral_runs(document.text, language):
        claim, reason = _best(claims, run), _best(reasons, run)
        if isinstance(claim, Claim):
            found.append(Numeral(run, claim=claim))
        elif isinstance(reason, Reason):
            found.append(Numeral(run, reason=reason))
        elif not read.over(run):
            found.append(Numeral(run, reason=Reason.MARKUP))
        else:
            found.append(Numeral(run))
    return tuple(found)


def _is_saying(claim: Claim) -> bool:
    """Whether the claim is that somebody says something: that registers the words, and no number among them."""
    return claim.kind is Kind.FACT and claim.features.head == STATEMENT


def _stretches(found: list[tuple[Span, object]]) -> _Stretches:
    return _Stretches(sorted(found, key=lambda s: s[0]), max((len(span) for span, _ in found), default=0))


def _best(stretches: _Stretches, place: Span) -> object:
    """What has most of ``place``, of two the shorter stretch."""

    def share(found: tuple[Span, object]) -> tuple[int, int]:
        span = found[0]
        return min(span.end, place.end) - max(span.start, place.start), -len(span)

    return max(stretches.over(place), key=share, default=(place, None))[1]
