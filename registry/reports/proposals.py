"""Further names of subjects for people: each with its evidence, where it stands, and the command that applies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from registry.reports.report import Proposal, Proposals
from registry.reports.screen import Screen, clipped, clipped_left, columns, plain, quoted, shortened
from registry.reports.wording import counted

_INDENT = "      "
_SOURCES = 3
_BESIDE = 5
"""Columns for what stands beside a source in a list of several: its number, a comma."""
_AROUND = 18
"""Columns for what stands around such a list: how often in all, and how many sources more."""


def write(found: Proposals, screen: Screen) -> Iterator[str]:
    """The proposals, the surest first, then what to do with them."""
    for proposal in found.proposals:
        yield from _proposal(proposal, screen)
        yield ""
    shown = len(found.proposals)
    if not shown:
        yield "No further names found."
        return
    more = f", {found.more:,} more left out by --limit" if found.more else ""
    yield f"{counted(shown, 'proposal')}{more}. Nothing is applied: run the command of one that is right."
    yield 'To see a wrong one no more, write "NAME" = ["OTHER"] under [apart] in the alias file.'


def _proposal(proposal: Proposal, screen: Screen) -> Iterator[str]:
    names = plain(f"{proposal.canonical} = {proposal.alias}")
    like = plain(f", like {proposal.like}") if proposal.like != proposal.canonical else ""
    evidence = " and ".join(proposal.evidence)
    yield f"{proposal.score:.2f}  {screen.styled(names, 'bold')}  {evidence}{like}"
    for name, counts in ((proposal.canonical, proposal.canonical_counts), (proposal.alias, proposal.alias_counts)):
        room = screen.width - len(_INDENT)
        yield _INDENT + clipped(plain(f"{name}: {_standing(counts, room - columns(name) - _AROUND)}"), room)
    for passage in proposal.passages:
        source = clipped_left(plain(passage.source), screen.width // 3)
        room = screen.width - len(_INDENT) - columns(source) - 3
        quote = shortened(quoted(passage.before, passage.quote, passage.after), room)
        yield f"{_INDENT}{screen.lit(quote)} · {source}"
    yield _INDENT + plain(proposal.command)


def _standing(counts: Mapping[str, int], room: int) -> str:
    """How often in all, and in which sources: ``19, in a.txt 12, b.txt 7``; of long paths the ends."""
    if not counts:
        return "stands in no source"
    most = sorted(counts, key=lambda source: -counts[source])
    each = max(_BESIDE, room // len(most[:_SOURCES]) - _BESIDE)
    where = ", ".join(f"{clipped_left(source, each)} {counts[source]:,}" for source in most[:_SOURCES])
    more = f" and {len(most) - _SOURCES:,} more" if len(most) > _SOURCES else ""
    return f"{sum(counts.values()):,}, in {where}{more}"
