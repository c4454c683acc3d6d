"""Ignores in the text: for a block, a range, a file; with a reason; reported when they mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.checking.ignores import ignores_of
from sources.readers import read
from tests.command_line import ONE, TWO, Claims, rows
from tests.registry.checking.projects import check, findings, lay_out
from tests.registry.reports.check import consumers
from tests.timing import seconds

RULE = "different_numbers"
NUMBER, STAFF = (line + "\n" for line in TWO.replace("900", "90").splitlines())


def found_in(claims: Claims, text: str, name: str = "draft.md", code: int = 1) -> tuple[list[str], str]:
    """How the findings of an article stand that says other numbers than its project, and what is reported."""
    lay_out({"articles/one.txt": ONE, name: text})
    result = check(claims, name, code=code)
    return [row["standing"] for row in sorted(rows(result), key=lambda row: int(row["line"]))], result.stderr


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
@pytest.mark.parametrize(
    ("text", "standings"),
    [
        (f"{NUMBER}\n{STAFF}", ["open", "open"]),
        (f"<!-- claims: ignore {RULE} 另一口径 -->\n\n{NUMBER}\n{STAFF}", ["ignored", "open"]),
        (f"{NUMBER}\n<!-- claims: ignore {RULE} 另一口径 -->\n\n{STAFF}", ["open", "ignored"]),
        (f"<!--claims:ignore all 2025年4月2日核对-->\n\n{NUMBER}\n{STAFF}", ["ignored", "open"]),
        (f"<!-- claims: ignore {RULE},grown\n another count -->\n\n{NUMBER}\n{STAFF}", ["ignored", "open"]),
        (f"<!-- claims: ignore {RULE} x --> {NUMBER}\n{STAFF}", ["ignored", "open"]),
        (f"<!-- claims: ignore-file {RULE} satire -->\n\n{NUMBER}\n{STAFF}", ["ignored", "ignored"]),
        (f"{NUMBER}\n{STAFF}\n<!-- claims: ignore-file {RULE} satire -->\n", ["ignored", "ignored"]),
        (
            f"<!-- claims: ignore-begin {RULE} quoted -->\n\n{NUMBER}\n<!-- claims: ignore-end {RULE} -->\n\n{STAFF}",
            ["ignored", "open"],
        ),
    ],
)
def test_what_is_ignored(claims: Claims, name: str, text: str, standings: list[str]) -> None:
    if name.endswith("html"):
        text = text.replace(NUMBER, f"<p>{NUMBER}</p>").replace(STAFF, f"<p>{STAFF}</p>")
    found, said = found_in(claims, text, name, code=int("open" in standings))
    assert (found, said) == (standings, "")


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (f"<!-- claims: ignore {RULE} -->", "gives no reason"),
        ("<!-- claims: ignore no_such_rule because -->", "`no_such_rule` is no rule"),
        ("<!-- claims: ignore -->", "names no rule"),
        (f"<!-- claims: ignore-next {RULE} why -->", "`ignore-next` is none of"),
        (f"<!-- claims: ignore-end {RULE} -->", "without an ignore-begin"),
        (f"<!-- claims: ignore-begin {RULE} why -->", "without an ignore-end"),
        ("<!-- claims: ignore grown why -->", "fits no finding"),
    ],
)
def test_what_means_nothing_is_reported_and_silences_nothing(claims: Claims, comment: str, said: str) -> None:
    found, reported = found_in(claims, f"第一行。\n\n{comment}\n\n{NUMBER}\n{STAFF}")
    assert found == ["open", "open"]
    assert reported.startswith("draft.md:3: ")
    assert said in reported
    assert reported.count("\n") == 1


def test_an_ignore_before_nothing(claims: Claims) -> None:
    _, reported = found_in(claims, f"{NUMBER}\n{STAFF}\n<!-- claims: ignore {RULE} why -->\n")
    assert "before no text" in reported


def test_an_ignore_in_the_other_article_counts_too(claims: Claims) -> None:
    lay_out({"articles/one.txt": f"<!-- claims: ignore-file {RULE} old count -->\n{ONE}", "draft.md": NUMBER})
    (found,) = findings(claims, "draft.md", code=0)
    assert (found["standing"], found["why"]) == ("ignored", "old count")


def test_the_words_of_an_ignore_claim_nothing_themselves(claims: Claims) -> None:
    comment = f"<!-- claims: ignore {RULE} 岚港共有机器人企业7家 -->\n\n"
    for name in ("draft.txt", "draft.md"):
        Path(name).write_text(comment + ONE, encoding="utf-8")
        plain = rows(claims("extract", name, "--format", "jsonl"))
        assert {claim["value_quote"] for claim in plain} >= {"340家", "900人"}
        assert "7家" not in {claim["value_quote"] for claim in plain}


def test_an_ignore_is_marked_in_reports(claims: Claims) -> None:
    lay_out({"articles/one.txt": ONE, "draft.md": f"<!-- claims: ignore {RULE} 另一口径 -->\n\n{NUMBER}"})
    (result,) = consumers.sarif(claims("check", "draft.md", "--format", "sarif").stdout)
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "另一口径"}]
    assert "1 ignored in the text" in claims("check", "draft.md").stdout


def test_an_ignore_counts_before_the_baseline_and_after_a_decision(claims: Claims) -> None:
    lay_out({"articles/one.txt": ONE, "draft.md": NUMBER})
    known = ("--baseline", "known.jsonl")
    claims("check", "draft.md", *known, "--update-baseline")
    assert [row["standing"] for row in findings(claims, "draft.md", *known, code=0)] == ["baselined"]
    Path("draft.md").write_text(f"<!-- claims: ignore {RULE} 另一口径 -->\n\n{NUMBER}", encoding="utf-8")
    assert [row["standing"] for row in findings(claims, "draft.md", *known, code=0)] == ["ignored"]
    claims("add", "articles", "draft.md")
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    claims("decide", pair["id"], "both_right", "--by", "Lin")
    claims("decisions", "export", "decisions.jsonl")
    assert [row["standing"] for row in findings(claims, "draft.md", *known, code=0)] == ["decided"]


def test_many_ignores_are_read_in_time() -> None:
    text = "\n\n".join(
        f"<!-- claims: ignore {RULE} row {n} -->\n\nRow {n} of the list has 12 boats." for n in range(1000)
    )
    document = read(text.encode(), "list.md")
    found = ignores_of(document, "list.md", {RULE}).found
    assert [f"Row {n} " in ignore.span.of(text) for n, ignore in enumerate(found)] == [True] * 1000
    assert seconds(lambda: ignores_of(document, "list.md", {RULE})) < 2
