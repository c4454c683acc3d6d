"""What a newsroom makes of the rules, and what else it brings to a check: decisions and a fact sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import ONE, TWO, Claims, only_line, rows
from tests.registry.checking.projects import check, commit, findings, git, lay_out, newsroom

RULE = "different_numbers"


def policy(text: str) -> None:
    """Adds to ``claims.toml``."""
    file = Path("claims.toml")
    file.write_text(f"{file.read_text(encoding='utf-8')}\n[rules.{RULE}]\n{text}\n", encoding="utf-8")


def test_a_rule_that_is_off_finds_nothing(claims: Claims) -> None:
    newsroom()
    assert findings(claims)[0]["rule"] == RULE
    policy("off = true")
    assert findings(claims, code=0) == []


def test_a_severity_of_the_newsrooms_own(claims: Claims) -> None:
    newsroom()
    policy('severity = "low"')
    (found,) = findings(claims, code=0)
    assert (found["severity"], found["fails"]) == ("low", False)
    findings(claims, "--fail-on", "low")


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ('["articles"]', True),
        ('["articles/"]', True),
        ('["articles/two.txt"]', True),
        ('["*/two.*"]', True),
        ('["article"]', False),
        ('["drafts", "news"]', False),
        ("[]", True),
    ],
)
def test_a_rule_for_some_paths(claims: Claims, paths: str, found: bool) -> None:
    newsroom()
    policy(f"paths = {paths}")
    assert bool(findings(claims, code=int(found))) is found


def test_decisions_from_the_file_of_the_project(claims: Claims) -> None:
    newsroom()
    claims("add")
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    claims("decide", pair["id"], "a_wrong", "--by", "Lin", "--note", "局里确认")
    claims("decisions", "export", "decisions.jsonl")
    Path("registry.db").unlink()
    (found,) = findings(claims, code=0)
    assert (found["id"], found["status"], found["decision"]["by"]) == (pair["id"], "decided", "Lin")
    Path("articles/two.txt").write_text(TWO.replace("34家", "35家"), encoding="utf-8")
    assert findings(claims)[0]["fails"]
    Path("decisions.jsonl").write_text("nonsense\n", encoding="utf-8")
    assert "decisions.jsonl, line 1" in only_line(check(claims, code=2))
    assert Path("decisions.jsonl").read_text(encoding="utf-8") == "nonsense\n"
    assert findings(claims, "--db", "gone.db", code=2) == []


WATCH = """
[[watch]]
subject = "岚港"
attribute = ["机器人企业"]
value = "340家"
from = "局里的统计"
"""


def test_a_draft_is_held_against_the_fact_sheet(claims: Claims) -> None:
    lay_out({"draft.txt": TWO, "fine.txt": ONE})
    Path("claims.toml").write_text(WATCH, encoding="utf-8")
    (found,) = findings(claims, "draft.txt")
    assert {found["a"]["source"], found["b"]["source"]} == {"claims.toml", "draft.txt"}
    assert found[found["here"]]["source"] == "draft.txt"
    assert findings(claims, "fine.txt", code=0) == []
    assert "claims.toml:5:10" in claims("check", "draft.txt", code=1).stdout


def test_the_fact_sheet_is_checked_when_it_changes(claims: Claims) -> None:
    git("init", "--quiet")
    lay_out({"articles/two.txt": TWO})
    commit()
    assert findings(claims, "--since", "HEAD", code=0) == []
    Path("claims.toml").write_text(f'sources = ["articles"]\n{WATCH}', encoding="utf-8")
    (found,) = findings(claims, "--since", "HEAD")
    assert found[found["here"]]["source"] == "claims.toml"
    assert len(findings(claims, "claims.toml")) == 1
    assert len(findings(claims)) == 1
    text = f'sources = ["articles"]\n{WATCH}{WATCH.replace("340", "350")}'
    Path("claims.toml").write_text(text, encoding="utf-8")
    assert len(findings(claims, "claims.toml")) == 3
    assert len(findings(claims)) == 3
