"""What is sent to a model, what came of it, and how far it has read, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.reader.answers import Coverage
from registry.reader.asking import Asked
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
    bounds = [
        f"no more than {counted(bound, noun)}"
        for bound, noun in ((wanted.max_calls, "call"), (wanted.max_tokens, "token"))
        if bound is not None
    ]
    yield f"{counted(len(passages), 'call')}, about {plan.tokens:,} tokens{''.join(f'; {b}' for b in bounds)}"


def asked_line(asked: Asked) -> str:
    """What a run of questions came to."""
    failed = sum(asked.faults.values())
    line = f"{counted(asked.calls, 'call')}, about {asked.tokens:,} tokens: {counted(asked.answered, 'answer')}"
    if not failed:
        return line
    reasons = ", ".join(f"{number:,} {fault.value}" for fault, number in asked.faults.most_common())
    clients = f" ({', '.join(asked.details)})" if asked.details else ""
    return f"{line}; {counted(failed, 'passage')} left to grammar: {reasons}{clients}"


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
