"""How much of our own benchmark the product gets right.

::

    python -m tests.benchmarks.pairs [--set dev|heldout] [--by label|language|noise|template|rule] [--misses N]

Each pair is read, extracted and compared by itself, as two sources with nothing but their dates known. It counts as
flagged when a comparison with a flagged verdict has value spans that overlap both marks. The set ``heldout`` was
written by someone who had not read the rules and is only measured: its misses are never shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Verdict
from tests.benchmarks.line import Finding, claims_of, compared
from tests.benchmarks.marks import LABELS, LOOK_ALIKES, MarkedPair, read_pairs

GROUPINGS = ("label", "language", "noise", "template", "rule")

_WORST_FIRST = (Verdict.CONFLICT, Verdict.TENSION, Verdict.TIME_DRIFT, Verdict.SCOPE_DIFFERS, Verdict.AGREE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the product makes of a pair: the comparisons of the two marked values, worst verdict first, and how many
    comparisons of other values in the same passages it flags."""

    pair: MarkedPair
    at_marks: tuple[Finding, ...]
    flags_elsewhere: int

    @property
    def flagged(self) -> bool:
        """Whether an editor is shown the marked values."""
        return bool(self.at_marks) and self.at_marks[0].ruling.verdict.flagged

    @property
    def missed(self) -> bool:
        """Whether the product is wrong about showing the pair."""
        return self.flagged != self.pair.must_be_flagged

    @property
    def verdict(self) -> str:
        """The worst verdict on the marked values, ``none`` when they were not compared."""
        return self.at_marks[0].ruling.verdict.value if self.at_marks else "none"

    @property
    def rules(self) -> frozenset[str]:
        """The rules that flagged the marked values."""
        return frozenset(finding.ruling.rule for finding in self.at_marks if finding.ruling.verdict.flagged)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over a group of pairs: those that must be flagged, of these the flagged ones and those with the right
    verdict; the look-alikes, and of these the flagged ones."""

    must: int = 0
    found: int = 0
    named: int = 0
    look_alikes: int = 0
    alarms: int = 0

    @property
    def recall(self) -> float | None:
        """Flagged among those that must be; None of none."""
        return share(self.found, self.must)

    @property
    def alarm_rate(self) -> float | None:
        """Flagged among the look-alikes; None of none."""
        return share(self.alarms, self.look_alikes)

    @property
    def precision(self) -> float | None:
        """Rightly flagged among the flagged; None of none."""
        return share(self.found, self.found + self.alarms)


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole``, between 0 and 1; None of nothing."""
    return part / whole if whole else None


def run(pair: MarkedPair) -> Outcome:
    """What the product makes of one pair."""
    sides = [claims_of(side.text, side.published, side.name) for side in (pair.a, pair.b)]
    findings = compared(*sides)
    at_marks = [f for f in findings if f.a.value_span.overlaps(pair.a.mark) and f.b.value_span.overlaps(pair.b.mark)]
    elsewhere = [f for f in findings if f not in at_marks and f.ruling.verdict.flagged]
    ordered = sorted(at_marks, key=lambda f: (_WORST_FIRST.index(f.ruling.verdict), -f.match.score, f.ruling.rule))
    return Outcome(pair, tuple(ordered), len(elsewhere))


def figures(outcomes: Sequence[Outcome], by: str) -> Mapping[str, Tally]:
    """The tallies of the groups that ``by``, one of GROUPINGS, makes, in a fixed order; ``all`` comes first.

    Grouped by rule, a pair counts for every rule that flagged it, and there is nothing to recall.
    """
    groups: dict[str, list[Outcome]] = {"all": list(outcomes)}
    for outcome in sorted(outcomes, key=lambda outcome: _place(outcome, by)):
        for name in sorted(outcome.rules) if by == "rule" else [str(getattr(outcome.pair, by))]:
            groups.setdefault(name, []).append(outcome)
    return {name: _tally(group) for name, group in groups.items()}


def _place(outcome: Outcome, by: str) -> tuple[int, str]:
    if by == "rule":
        return (0, min(outcome.rules, default=""))
    value = str(getattr(outcome.pair, by))
    return (LABELS.index(value) if by == "label" else 0, value)


def _tally(outcomes: Sequence[Outcome]) -> Tally:
    must = [outcome for outcome in outcomes if outcome.pair.must_be_flagged]
    quiet = [outcome for outcome in outcomes if not outcome.pair.must_be_flagged]
    return Tally(
        must=len(must),
        found=sum(outcome.flagged for outcome in must),
        named=sum(outcome.verdict == outcome.pair.label for outcome in must),
        look_alikes=len(quiet),
        alarms=sum(outcome.flagged for outcome in quiet),
    )


def table(tallies: Mapping[str, Tally], by: str) -> Iterator[str]:
    """The figures as lines of a Markdown table, every share with its sample size."""
    if by == "rule":
        yield from (f"| {by} | precision |", "| --- | --- |")
        yield from (f"| {name} | {_shown(t.found, t.found + t.alarms)} |" for name, t in tallies.items())
        return
    yield f"| {by} | recall | right verdict | look-alikes flagged | precision |"
    yield "| --- | --- | --- | --- | --- |"
    for name, tally in tallies.items():
        cells = [
            _shown(tally.found, tally.must),
            _shown(tally.named, tally.must),
            _shown(tally.alarms, tally.look_alikes),
            _shown(tally.found, tally.found + tally.alarms),
        ]
        yield f"| {name} | {' | '.join(cells)} |"


def _shown(part: int, whole: int) -> str:
    value = share(part, whole)
    return "–" if value is None else f"{value:.3f} ({part}/{whole})"


def misses(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """What the product got wrong, a paragraph a pair: the passages and what it said of the marked values."""
    for outcome in outcomes:
        pair = outcome.pair
        if outcome.missed:
            yield f"{pair.id} {pair.label} {pair.language} {pair.noise} {pair.template}: {outcome.verdict}"
            for side, passage in (("a", pair.a), ("b", pair.b)):
                marked = f"{passage.text[: passage.mark.start]}⟦{passage.mark.of(passage.text)}⟧"
                yield f"  {side} {passage.published} | {marked}{passage.text[passage.mark.end :]}".replace("\n", "⏎")
            yield from (f"  {f.ruling.rule} ({f.match.score:.2f}): {f.ruling.reason}" for f in outcome.at_marks)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures one set and prints its figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pairs", description="Measure our own benchmark.")
    parser.add_argument("--set", choices=("dev", "heldout"), default="dev")
    parser.add_argument("--by", choices=GROUPINGS, default="label")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N pairs that went wrong (dev only)")
    options = parser.parse_args(arguments)
    if options.misses and options.set == "heldout":
        parser.error("the misses of the held-out set are not to be read; leave --misses away or use --set dev")
    outcomes = [run(pair) for pair in read_pairs(options.set)]
    print("\n".join(table(figures(outcomes, options.by), options.by)))
    quiet = sum(outcome.pair.label in LOOK_ALIKES for outcome in outcomes)
    elsewhere = sum(outcome.flags_elsewhere for outcome in outcomes)
    print(f"\n{len(outcomes)} pairs, {quiet} of them look-alikes; {elsewhere} flags on values that are not marked")
    shown = [outcome for outcome in outcomes if outcome.missed][: options.misses]
    for line in misses(shown):
        print(line)


if __name__ == "__main__":
    main()
