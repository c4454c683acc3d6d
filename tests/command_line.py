"""What tests of the command line share: two articles that disagree, and how to read what a command printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from click.testing import Result

ONE = "岚港市科技局说，截至2025年3月底，岚港共有机器人企业340家。\n步云机器人的员工有900人。\n"
TWO = "记者了解到，截至2025年3月底，岚港共有机器人企业34家。\n步云机器人的员工有900人。\n"

CLAIM_FIELDS = {
    *("id", "source", "document", "start", "end", "quote", "value_start", "value_end", "value_quote", "kind"),
    *("subject", "attribute", "scope", "low", "high", "unit", "approx", "text", "as_of", "modality"),
    *("attributed_to", "sentence", "damaged"),
}
PAIR_FIELDS = {
    *("id", "a", "b", "topic", "verdict", "severity", "rule", "reason", "score", "status", "correction"),
    *("decision", "previous"),
}

Claims = Callable[..., Result]


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def only_line(result: Result) -> str:
    """The one line on standard error; nothing may stand on standard output."""
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr
