"""The desk says which fields a language model read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Claims, rows
from tests.registry.desk.serving import Visitor, served
from tests.registry.reader.models import NAME, home, registered, saying_of

__all__ = ["home"]


@pytest.mark.usefixtures("home")
def test_a_side_says_which_model_read_what(claims: Claims) -> None:
    Path("one.txt").write_text("Sandholm yard builds again\n\nThe company employs 420 people.\n", encoding="utf-8")
    Path("two.txt").write_text("Sandholm yard employs 380 people.\n", encoding="utf-8")
    with registered(saying_of("420", subject="Sandholm yard")):
        claims("add", "one.txt", "two.txt", "--reader", "llm", "--model", NAME)
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    with served(Path.cwd()) as site:
        reader = Visitor(site)
        page = reader.get(f"/-/claims/conflict/{pair['id']}").text
        assert page.count(f"<dt>read by {NAME}</dt><dd>of what</dd>") == 1, "grammar read the other side alone"
        said = [reader.get(f"/-/claims/claim/{pair[side]['id']}").text for side in "ab"]
        assert sorted(f"read by {NAME}" in text for text in said) == [False, True]
