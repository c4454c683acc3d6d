"""``[check]`` in ``claims.toml``: by what a check fails.

::

    [check]
    fail_on = "medium"                  # the lowest severity that fails: high, medium, low, or none
    verdicts = ["conflict", "tension"]  # the verdicts that do
    baseline = "baseline.jsonl"         # the findings that are known and put off
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.model import Severity, Verdict
from registry.toml_file import check_keys, strings_at, table_at
from sources.errors import ConfigError

KEYS = ("fail_on", "verdicts", "baseline")

NEVER = "none"
"""The word for a check that no finding fails."""

SEVERITIES = (*(severity.value for severity in Severity), NEVER)

FAILING = (Verdict.CONFLICT, Verdict.TENSION)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What holds for every check of a project; ``fail_on`` is None for never."""

    fail_on: Severity | None = Severity.MEDIUM
    verdicts: tuple[Verdict, ...] = FAILING
    baseline: Path | None = None


def severity_named(word: str) -> Severity | None:
    """The severity of one of SEVERITIES; None for never. Raises ValueError for any other word."""
    return None if word == NEVER else Severity(word)


def read_check_settings(file: Path, found: object) -> CheckSettings:
    """The settings in the table ``found`` of ``file``. Raises ConfigError for what it cannot mean."""
    table = table_at(file, found, "check")
    check_keys(file, table, KEYS, "check.")
    baseline = table.get("baseline")
    if baseline is not None and (not isinstance(baseline, str) or not baseline):
        raise ConfigError(str(file), "`check.baseline` is not a path", 'write baseline = "baseline.jsonl"')
    return CheckSettings(
        fail_on=_fail_on(file, table),
        verdicts=_verdicts(file, table),
        baseline=file.parent / baseline if baseline else None,
    )


def _fail_on(file: Path, table: Mapping[str, object]) -> Severity | None:
    word = table.get("fail_on", Severity.MEDIUM.value)
    if word not in SEVERITIES:
        raise ConfigError(str(file), f"`check.fail_on` is {word!r}", f"write one of {', '.join(SEVERITIES)}")
    return severity_named(str(word))


def _verdicts(file: Path, table: Mapping[str, object]) -> tuple[Verdict, ...]:
    words = strings_at(file, table, "verdicts", '["conflict", "tension"]') if "verdicts" in table else FAILING
    flagged = [verdict.value for verdict in Verdict if verdict.flagged]
    for word in words:
        if word not in flagged:
            raise ConfigError(str(file), f"`check.verdicts` names {word!r}", f"choose among {', '.join(flagged)}")
    return tuple(dict.fromkeys(Verdict(word) for word in words))
