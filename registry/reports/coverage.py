"""What became of the numerals, for people and for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from claims.coverage import Numeral
from claims.left_out import MEANINGS, REGISTERED, Reason
from registry.coverage import SourceCoverage
from registry.records import Record
from registry.reports.screen import Screen, clipped, columns, plain, quoted, shortened, wrapped
from registry.reports.wording import counted

CONTEXT = 24
"""Characters shown on either side of a numeral."""

_REASON_WIDTH = max(map(len, Reason))


def summary(found: Iterable[SourceCoverage], screen: Screen) -> Iterator[str]:
    """How many numerals there are, how many of them are registered, and how many were left out for which reason."""
    sources = registered = 0
    reasons: Counter[Reason] = Counter()
    for source in found:
        sources, registered = sources + 1, registered + source.registered
        reasons += source.reasons
    left_out = reasons.total()
    share = f" ({100 * registered / (registered + left_out):.1f} %)" if registered + left_out else ""
    yield (
        f"{counted(registered + left_out, 'numeral')} in {counted(sources, 'source')}: "
        f"{registered:,}{share} registered, {left_out:,} left out"
    )
    for reason, number in sorted(reasons.items(), key=lambda entry: (-entry[1], entry[0])):
        lead = f"{number:>8,}  {reason.value:<{_REASON_WIDTH}}"
        for n, line in enumerate(wrapped(MEANINGS[reason], screen.width - len(lead) - 1)):
            yield f"{lead if not n else ' ' * len(lead)} {line}"


def listing(found: Iterable[SourceCoverage], screen: Screen, wanted: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every numeral in place: source, line and column, what became of it, and the words around it.

    ``wanted`` are reasons, or ``registered``; where there are none, all numerals are listed.
    """
    for source in found:
        for numeral, point in source.points():
            became = _became(numeral)
            if wanted and became not in wanted:
                continue
            lead = f"{plain(source.source.name)}:{point.line}:{point.column}: {became:<{_REASON_WIDTH}} "
            room = max(30, screen.width - columns(lead))
            yield f"{lead}{screen.lit(clipped(shortened(_in_context(numeral, source.text), room), room))}"


def records(found: Iterable[SourceCoverage], *, listed: bool, wanted: frozenset[str]) -> Iterator[str]:
    """The figures of each source as one JSON list, with its numerals where they are asked for."""
    told = []
    for source in found:
        record: Record = {
            "source": source.source.name,
            "numerals": len(source.numerals),
            REGISTERED: source.registered,
            "left_out": {reason.value: source.reasons[reason] for reason in Reason if source.reasons[reason]},
        }
        if listed:
            record["list"] = [
                {
                    "start": numeral.span.start,
                    "end": numeral.span.end,
                    "line": point.line,
                    "column": point.column,
                    "numeral": numeral.span.of(source.text),
                    "claim": source.ids[numeral.claim.key] if numeral.claim else None,
                    "reason": numeral.reason.value if numeral.reason else None,
                }
                for numeral, point in source.points()
                if not wanted or _became(numeral) in wanted
            ]
        told.append(record)
    yield json.dumps(told, ensure_ascii=False, indent=2)


def _became(numeral: Numeral) -> str:
    return numeral.reason.value if numeral.reason else REGISTERED


def _in_context(numeral: Numeral, text: str) -> str:
    span = numeral.span
    return quoted(text[max(0, span.start - CONTEXT) : span.start], span.of(text), text[span.end : span.end + CONTEXT])
