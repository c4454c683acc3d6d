"""What becomes of a ruling when one side is an entry of a fact sheet."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Ruling, Severity, Verdict
from claims.rules.pair import Pair, dates_apart

_RAISED = {Severity.LOW: Severity.MEDIUM, Severity.MEDIUM: Severity.HIGH, Severity.HIGH: Severity.HIGH}


def with_record(ruling: Ruling | None, pair: Pair) -> Ruling | None:
    """``ruling``, said to be against the fact sheet and weighed as such; None where nothing is against it.

    That is so of two entries that hold in turn, and of an entry that was superseded before the other side was said. A
    pair of which no side is an entry keeps its ruling.
    """
    on_record = [claim for claim in (pair.a, pair.b) if claim.features.on_record]
    if ruling is None or not on_record:
        return ruling
    both = len(on_record) == 2
    superseded = any(not (claim.features.in_force or "/").endswith("/") for claim in on_record)
    if (both and not ruling.verdict.flagged) or ((both or superseded) and dates_apart(pair)):
        return None
    entry = on_record[0]
    told = f"the fact sheet has “{entry.value_quote}”, from {entry.attributed_to}"
    if both:
        told = "the fact sheet contradicts itself"
    severity = _RAISED[ruling.severity] if ruling.verdict is Verdict.CONFLICT else ruling.severity
    return replace(ruling, severity=severity, reason=f"{ruling.reason.removesuffix('.')}; {told}.")
