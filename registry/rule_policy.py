"""``[rules.…]`` in ``claims.toml``: what a newsroom makes of a rule of comparison.

::

    [rules.coarser_rank]
    off = true

    [rules.different_dates]
    severity = "high"
    paths = ["news", "drafts/*.md"]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from claims.model import Severity
from registry.model import StoredPair
from registry.toml_file import check_keys, strings_at, table_at
from sources.errors import ConfigError

KEYS = ("off", "severity", "paths")


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds for one rule: ``paths`` are folders, files and patterns relative to ``claims.toml``, none for all."""

    off: bool = False
    severity: Severity | None = None
    paths: tuple[str, ...] = ()

    def holds_for(self, sources: Iterable[str]) -> bool:
        """Whether the rule is asked of claims in the sources of these names, of which one must lie in its paths."""
        return not self.off and (not self.paths or any(_lies_in(name, path) for name in sources for path in self.paths))


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of a newsroom, by the name of the rule."""

    by_rule: Mapping[str, Policy] = field(default_factory=dict)

    def applied(self, pair: StoredPair) -> StoredPair | None:
        """``pair`` with the severity that the newsroom gives it; None where its rule is not to be asked."""
        policy = self.by_rule.get(pair.ruling.rule)
        if policy is None:
            return pair
        if not policy.holds_for((pair.a.source.name, pair.b.source.name)):
            return None
        severity = policy.severity or pair.ruling.severity
        return replace(pair, ruling=replace(pair.ruling, severity=severity))


def read_policies(file: Path, found: object) -> Policies:
    """The policies in the table ``found`` of ``file``. Raises ConfigError for what it cannot mean."""
    table = table_at(file, found, "rules")
    if not table:
        return Policies()
    from claims.rules import RULES

    check_keys(file, table, (rule.__name__ for rule in RULES), "rules.")
    return Policies({name: _policy(file, f"rules.{name}", entry) for name, entry in table.items()})


def _policy(file: Path, name: str, entry: object) -> Policy:
    table = table_at(file, entry, name)
    check_keys(file, table, KEYS, f"{name}.")
    off, severity = table.get("off", False), table.get("severity")
    if not isinstance(off, bool):
        raise ConfigError(str(file), f"`{name}.off` is neither true nor false", "write off = true")
    if severity is not None and severity not in list(Severity):
        raise ConfigError(str(file), f"`{name}.severity` is {severity!r}", f"write one of {', '.join(Severity)}")
    paths = strings_at(file, table, "paths", '["articles", "drafts/*.md"]')
    return Policy(off, Severity(severity) if severity else None, paths)


def _lies_in(name: str, path: str) -> bool:
    folder = path.rstrip("/")
    return name == folder or name.startswith(f"{folder}/") or fnmatchcase(name, path)
