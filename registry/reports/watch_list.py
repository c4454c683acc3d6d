"""The watched facts and how each stands, for people and for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from claims.model import Verdict
from registry.reports.screen import Screen, clipped, plain, wrapped
from registry.reports.text import ruling_lines, value_and_place_in
from registry.reports.wording import counted
from registry.watch_list import Standing, WatchedFact

_STYLES = {
    Standing.DISPUTED: ("red", "bold"),
    Standing.CONTRADICTED: ("red", "bold"),
    Standing.UNMATCHED: ("yellow",),
    Standing.HELD: ("green",),
}
_INDENT = "     "


def write(facts: Sequence[WatchedFact], screen: Screen) -> Iterator[str]:
    """Every fact with its value, where that comes from, and what the sources say; then the sum."""
    for fact in facts:
        claim = fact.entry.claim
        about = " · ".join(filter(None, (claim.subject, claim.attribute, claim.scope)))
        yield screen.styled(clipped(plain(f"{fact.entry.source.name}:{fact.line} {about}"), screen.width), "bold")
        held = f" (as of {claim.as_of.replace('/', ' to ')})" if claim.as_of else ""
        for line in wrapped(plain(f"{claim.value_quote}{held}, from {claim.attributed_to}"), screen.width - 5):
            yield f"{_INDENT}{line}"
        yield f"{_INDENT}{screen.styled(fact.standing.value, *_STYLES[fact.standing])}: {_said(fact)}"
        for pair in fact.pairs:
            if pair.ruling.verdict.flagged:
                yield _INDENT + value_and_place_in(fact.other(pair), screen.width - len(_INDENT))
                yield from ruling_lines(pair, screen, _INDENT)
        yield ""
    for line in wrapped(summary(Counter(fact.standing for fact in facts)), screen.width):
        yield line


def write_json(facts: Sequence[WatchedFact], _screen: Screen) -> Iterator[str]:
    """The facts as one JSON list."""
    yield json.dumps([fact.record() for fact in facts], ensure_ascii=False, indent=2)


def summary(standings: Counter[Standing]) -> str:
    """How the watched facts stand, in one sentence."""
    told = {
        Standing.CONTRADICTED: "contradicted",
        Standing.DISPUTED: "contradicted by another entry",
        Standing.UNMATCHED: "stated by no source",
        Standing.HELD: "held",
    }
    parts = [f"{standings[standing]} {words}" for standing, words in told.items() if standings[standing]]
    return f"{counted(standings.total(), 'watched fact')}: {', '.join(parts)}."


def _said(fact: WatchedFact) -> str:
    if not fact.claims:
        return "no source states it"
    verdicts = [f"{fact.verdicts[verdict]} {verdict.value}" for verdict in Verdict if fact.verdicts[verdict]]
    return f"{counted(fact.claims, 'claim')}{'; ' if verdicts else ''}{', '.join(verdicts)}"
