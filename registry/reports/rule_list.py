"""The rules of comparison for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from registry.reports.screen import Screen, wrapped

if TYPE_CHECKING:
    from claims.rules.pages import RulePage
    from registry.rule_policy import Policies, Policy

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class RuleList:
    """Rules in order of precedence, and what the newsroom makes of them. ``whole`` asks for all they say."""

    pages: tuple[RulePage, ...]
    policies: Policies
    whole: bool = False


def write(rules: RuleList, screen: Screen) -> Iterator[str]:
    """Each rule by its name with what it is; or all it says of itself, and its cases."""
    for page in rules.pages:
        policy = _said(rules.policies.by_rule.get(page.name))
        yield screen.styled(page.name, "bold") + (f"  ({policy})" if policy else "")
        text = page.text if rules.whole else page.first_sentence
        for paragraph in text.split("\n\n"):
            lines = wrapped(" ".join(paragraph.split()), screen.width - len(_INDENT))
            yield from (f"{_INDENT}{line}" for line in lines)
        if rules.whole:
            yield ""
            yield from page.cases.splitlines()


def write_json(rules: RuleList, _screen: Screen) -> Iterator[str]:
    """A list with one object a rule, its cases always among it."""
    records = []
    for page in rules.pages:
        policy = rules.policies.by_rule.get(page.name)
        records.append(
            {
                "rule": page.name,
                "text": page.text,
                "cases": page.cases,
                "off": bool(policy and policy.off),
                "severity": policy.severity if policy else None,
                "paths": list(policy.paths) if policy else [],
            }
        )
    return iter(json.dumps(records, ensure_ascii=False, indent=2).splitlines())


def _said(policy: Policy | None) -> str:
    """What the newsroom makes of a rule, in a few words."""
    if policy is None:
        return ""
    if policy.off:
        return "off"
    severity = [policy.severity.value] if policy.severity else []
    paths = [f"in {', '.join(policy.paths)}"] if policy.paths else []
    return ", ".join(severity + paths)


FORMATS: Mapping[str, Callable[[RuleList, Screen], Iterator[str]]] = MappingProxyType(
    {"text": write, "json": write_json}
)
"""Formats of the list of rules."""
