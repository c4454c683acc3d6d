"""What is sent to a model, what came of it, and how far it has read, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.method import Method
from registry.reader.answers import Coverage
from registry.reader.asking import Asked
from registry.reader.cost import tokens_of_pair
from registry.reader.doubts import Doubts, Judged
from registry.reader.plan import Plan
from registry.reader.settings import ReaderSettings
from registry.reports.wording import counted

_NAMED = 20
"""How many sources are named before the rest is only counted."""


def plan_lines(plan: Plan, place: str, wanted: ReaderSettings) -> Iterator[str]:
    """Which texts are to be sent where, in how many calls and tokens, and what bounds it."""
    passages = plan.passages
    if not passages:
        yield f"second reader {plan.reader.model}: every passage has its answer, nothing is sent"
        return
    if wanted.max_calls == 0:
        left = counted(len(passages), "passage")
        yield f"second reader {plan.reader.model}: {left} without an answer, nothing is sent"
        return
    yield (
        f"second reader {plan.reader.model}: {counted(len(passages), 'passage')} of "
        f"{counted(len(plan.wanted), 'source')} to be sent to {place}"
    )
    for piece in plan.wanted[:_NAMED]:
        yield f"  {piece.source}: {counted(len(piece.passages), 'passage')}"
    if len(plan.wanted) > _NAMED:
        yield f"  and {counted(len(plan.wanted) - _NAMED, 'source')} more"
    yield _cost(len(passages), plan.tokens, wanted)


def doubt_lines(found: Doubts, place: str, wanted: ReaderSettings, method: Method) -> Iterator[str]:
    """How many doubtful pairs of which texts are to be sent where, in how many calls and tokens, and what bounds it."""
    number, model = len(found.questions), method.judge.model if method.judge else ""
    if not number:
        yield f"judge {model}: every doubtful pair has its answer, nothing is sent"
        return
    if wanted.max_calls == 0:
        yield f"judge {model}: {counted(number, 'doubtful pair')} without an answer, nothing is sent"
        return
    sources = counted(len(found.sources), "source")
    yield f"judge {model}: {counted(number, 'doubtful pair')} of {sources} to be sent to {place}"
    yield from (f"  {name}" for name in found.sources[:_NAMED])
    if len(found.sources) > _NAMED:
        yield f"  and {counted(len(found.sources) - _NAMED, 'source')} more"
    yield _cost(number, sum(map(tokens_of_pair, found.questions)), wanted)


def _cost(calls: int, tokens: int, wanted: ReaderSettings) -> str:
    bounds = [
        f"no more than {counted(bound, noun)}"
        for bound, noun in ((wanted.max_calls, "call"), (wanted.max_tokens, "token"))
        if bound is not None
    ]
    return f"{counted(calls, 'call')}, about {tokens:,} tokens{''.join(f'; {b}' for b in bounds)}"


def asked_line(asked: Asked, noun: str = "passage") -> str:
    """What a run of questions came to, each of which was about what ``noun`` says."""
    failed = sum(asked.faults.values())
    line = f"{counted(asked.calls, 'call')}, about {asked.tokens:,} tokens: {counted(asked.answered, 'answer')}"
    if not failed:
        return line
    reasons = ", ".join(f"{number:,} {fault.value}" for fault, number in asked.faults.most_common())
    clients = f" ({', '.join(asked.details)})" if asked.details else ""
    return f"{line}; {counted(failed, noun)} left to grammar: {reasons}{clients}"


def coverage_line(coverage: Coverage) -> str:
    """How far the second reader has read what is registered, and what of its answers was refused."""
    alone = coverage.passages - coverage.answered
    parts = [
        f"{coverage.answered:,} of {counted(coverage.passages, 'passage')} read by {coverage.model} besides grammar"
    ]
    if alone:
        parts.append(f"{alone:,} by grammar alone")
    if coverage.refused.quotes:
        parts.append(
            f"{counted(coverage.refused.quotes, 'quote')} of its own dropped, because no such words stand there"
        )
    if coverage.refused.words:
        parts.append(f"{counted(coverage.refused.words, 'word or name', 'words or names')} refused")
    return "; ".join(parts)


def judged_line(judged: Judged, model: str) -> str:
    """How many doubtful pairs the judge has an opinion on."""
    line = f"{judged.answered:,} of {counted(judged.pairs, 'doubtful pair')} judged by {model}"
    alone = judged.pairs - judged.answered
    return f"{line}; {alone:,} left to the score" if alone else line
