"""The baseline: findings that are known and put off, in a file to be committed.

A file of JSON lines: a head, then an entry a line, sorted, so that git merges it. An entry is found again by its
fingerprint alone; what else it says is for those who read the file::

    {"format": "claims-baseline", "version": 1}
    {"fingerprint": "7kq2…", "rule": "different_dates", "sources": ["a.md", "b.md"], "values": ["2016年", "2017"]}
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from registry.checking.finding import Finding
from registry.reports.screen import plain
from sources.errors import BaselineError

HEAD = {"format": "claims-baseline", "version": 1}
VERSION = 1
"""The version that this release writes, and the newest it reads."""

_FIELDS = ("fingerprint", "rule", "sources", "values")
_RESTORE = "restore it from git, or take it away and write it anew with --update-baseline"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding. ``sources`` are the names of both sides, ``values`` what stood there, in the same order."""

    fingerprint: str
    rule: str
    sources: tuple[str, ...]
    values: tuple[str, ...]

    @classmethod
    def of(cls, finding: Finding) -> Entry:
        """The entry for a finding."""
        sides = (finding.pair.a, finding.pair.b)
        return cls(
            fingerprint=finding.fingerprint,
            rule=finding.pair.ruling.rule,
            sources=tuple(side.source.name for side in sides),
            values=tuple(side.claim.value_quote for side in sides),
        )

    @property
    def told(self) -> str:
        """The entry as people read it, on one line."""
        sides = (f"“{value}” in {source}" for value, source in zip(self.values, self.sources, strict=False))
        return plain(f"{self.fingerprint} {self.rule}: {' against '.join(sides)}")

    def line(self) -> str:
        """The entry as it stands in the file."""
        record = {"fingerprint": self.fingerprint, "rule": self.rule, "sources": self.sources, "values": self.values}
        return json.dumps(record, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline by their fingerprints."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def stale(self, findings: Iterable[Finding], checked: Collection[str], *, whole: bool) -> tuple[Entry, ...]:
        """The entries that fit none of ``findings`` and should.

        Where only some sources were checked, an entry that names none of ``checked`` cannot be told; ``whole`` says
        that all were.
        """
        found = {finding.fingerprint for finding in findings}
        gone = (entry for key, entry in sorted(self.entries.items()) if key not in found)
        return tuple(entry for entry in gone if whole or set(entry.sources) & set(checked))

    def updated(self, findings: Iterable[Finding], stale: Iterable[Entry]) -> Baseline:
        """The baseline that lists ``findings`` too, and ``stale`` no more."""
        gone = {entry.fingerprint for entry in stale}
        kept = {key: entry for key, entry in self.entries.items() if key not in gone}
        return Baseline(kept | {finding.fingerprint: Entry.of(finding) for finding in findings})


@dataclass(frozen=True, slots=True)
class Difference:
    """What the newer of two baselines lists and the older does not, and the other way round."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]


def difference(old: Baseline, new: Baseline) -> Difference:
    """How two baselines differ, sorted by fingerprint."""
    added = sorted(new.entries.keys() - old.entries.keys())
    removed = sorted(old.entries.keys() - new.entries.keys())
    return Difference(tuple(new.entries[key] for key in added), tuple(old.entries[key] for key in removed))


def read_baseline(path: Path, rules: Collection[str]) -> Baseline:
    """The baseline in a file; ``rules`` are the names of all rules.

    Raises BaselineError, naming the line, for one that is damaged, of a newer version, or names an unknown rule.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise BaselineError(str(path), "is not there", "write it with --update-baseline") from None
    except OSError as error:
        raise BaselineError(str(path), f"cannot be read ({error.strerror})", "check the file") from None
    entries: dict[str, Entry] = {}
    headed = False
    for number, line in enumerate(data.split(b"\n"), 1):
        place = f"{path}, line {number}"
        if not line.strip():
            continue
        record = _record(line, place)
        if headed:
            entry = _entry(record, place, rules)
            entries[entry.fingerprint] = entry
        else:
            _check_head(record, place)
            headed = True
    if not headed:
        raise BaselineError(str(path), "is empty", _RESTORE)
    return Baseline(entries)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Writes the file whole, or leaves the old one as it is. Raises BaselineError when it cannot be written."""
    lines = [json.dumps(HEAD), *(baseline.entries[key].line() for key in sorted(baseline.entries))]
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise BaselineError(str(path), f"cannot be written ({error.strerror})", "check its folder") from None


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BaselineError(place, "is not JSON", _RESTORE) from None
    if not isinstance(record, dict):
        raise BaselineError(place, "is no object", _RESTORE)
    return record


def _check_head(record: Mapping[str, Any], place: str) -> None:
    version = record.get("version")
    if record.get("format") != HEAD["format"] or not isinstance(version, int) or version < 1:
        raise BaselineError(place, "is not the head of a baseline", _RESTORE)
    if version > VERSION:
        raise BaselineError(place, f"is of version {version}, this release knows {VERSION}", "upgrade claim-registry")


def _entry(record: Mapping[str, Any], place: str, rules: Collection[str]) -> Entry:
    if set(record) != set(_FIELDS):
        raise BaselineError(place, f"does not hold {', '.join(_FIELDS)} alone", _RESTORE)
    for key in ("sources", "values"):
        if not isinstance(record[key], list) or not all(isinstance(word, str) for word in record[key]):
            raise BaselineError(place, f"`{key}` is no list of strings", _RESTORE)
    for key in ("fingerprint", "rule"):
        if not isinstance(record[key], str) or not record[key]:
            raise BaselineError(place, f"`{key}` is no text", _RESTORE)
    if record["rule"] not in rules:
        problem = f"names `{record['rule']}`, which is no rule"
        raise BaselineError(place, problem, "`claims rules` lists them; take the line out, or upgrade claim-registry")
    return Entry(record["fingerprint"], record["rule"], tuple(record["sources"]), tuple(record["values"]))
