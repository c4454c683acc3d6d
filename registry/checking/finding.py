"""What a check comes to: findings with their places, and how each stands with those who may have judged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.model import Severity, Verdict
from registry.checking.lines import Lines, Region
from registry.model import Source, StoredClaim, StoredPair
from registry.records import Record, pair_record
from registry.reports.held import held_sentences
from registry.reports.screen import heading


class Standing(StrEnum):
    """Whether someone has judged a finding; where several have, the first of these that fits."""

    DECIDED = "decided"
    IGNORED = "ignored"
    BASELINED = "baselined"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding and the place of its value. ``letter`` is ``a`` or ``b``, as decisions name it.

    ``source`` is the name it was checked under, which may be another of its document than the claim's first.
    """

    letter: str
    stored: StoredClaim
    source: Source
    region: Region


@dataclass(frozen=True, slots=True)
class Finding:
    """Two statements that disagree, one of them in a source that was checked.

    ``here`` is the side to be marked: the one in a checked source, the later one where both are. The severity is that
    of the newsroom's rules. ``why`` says who judged, or for what reason. ``fails`` tells whether the check fails by
    it. ``known`` tells whether a baseline lists it, None where there is no baseline.
    """

    pair: StoredPair
    here: Side
    there: Side
    standing: Standing = Standing.OPEN
    why: str = ""
    fails: bool = False
    known: bool | None = None

    @property
    def fingerprint(self) -> str:
        """What stays when files move, paragraphs are inserted, lines re-wrapped or the script converted.

        It is made of the wording of both statements, so it changes when a value does.
        """
        return self.pair.key

    @property
    def severity(self) -> Severity:
        """What an editor loses by missing it."""
        return self.pair.ruling.severity

    @property
    def message(self) -> str:
        """The reason and what editors hold to be right, for a line of its own."""
        return " ".join((self.pair.ruling.reason, *held_sentences(self.pair)))

    def record(self) -> Record:
        """The pair as scripts read it, and what the check says of it."""
        start, end = self.here.region.start, self.here.region.end
        return pair_record(self.pair) | {
            "here": self.here.letter,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "standing": self.standing.value,
            "why": self.why,
            "fails": self.fails,
            "known": self.known,
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to mend that is no finding: an ignore without a reason, or one that fits nothing.

    ``line`` is 0 for what concerns the whole file.
    """

    place: str
    line: int
    text: str

    def __str__(self) -> str:
        place = heading(self.place)
        return f"{place}:{self.line}: {self.text}" if self.line else f"{place}: {self.text}"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check. ``findings`` stand worst first.

    ``checked`` are the sources of the changed side, ``compared`` is how many there are on the other; ``lines`` holds
    the text of every source that is checked or that a finding names, ``paths`` its path from the root of the
    repository, both by the name of the source. ``stale`` are the entries of a baseline that fit nothing any more,
    each in words, which is a fault unless ``stale_allowed``.
    """

    findings: tuple[Finding, ...]
    checked: tuple[Source, ...]
    compared: int
    fail_on: Severity | None
    verdicts: tuple[Verdict, ...]
    lines: Mapping[str, Lines] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    stale: tuple[str, ...] = ()
    stale_allowed: bool = False

    @property
    def fails(self) -> bool:
        """Whether something stands that nobody has judged yet, or the baseline lists what is gone."""
        return bool(self.stale and not self.stale_allowed) or any(finding.fails for finding in self.findings)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has judged."""
        return tuple(finding for finding in self.findings if finding.standing is Standing.OPEN)

    def count(self, standing: Standing) -> int:
        """How many findings stand so."""
        return sum(finding.standing is standing for finding in self.findings)

    def line_of(self, side: Side) -> str:
        """The line of text on which the value of ``side`` begins."""
        return self.lines[side.source.name].line(side.region.start.line)

    def records(self) -> list[Record]:
        """The findings as scripts read them."""
        return [finding.record() for finding in self.findings]
