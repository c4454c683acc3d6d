"""The baseline: what is known fails nothing, what is gone must leave, what is damaged is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registry.reports.check import CHECK_FORMATS, FINDINGS_ALONE
from tests.command_line import ONE, TWO, Claims, only_line, rows
from tests.registry.checking.projects import THREE, check, findings, lay_out, newsroom
from tests.registry.reports.check import consumers

WRITE = ("--baseline", "known.jsonl", "--update-baseline")
KNOWN = ("--baseline", "known.jsonl")


def test_what_is_known_fails_nothing(claims: Claims) -> None:
    newsroom()
    assert "wrote known.jsonl: 1 entry" in claims("check", *WRITE).stderr
    (found,) = findings(claims, *KNOWN, code=0)
    assert (found["standing"], found["known"], found["fails"]) == ("baselined", True, False)
    before = Path("known.jsonl").read_bytes()
    claims("check", *WRITE)
    assert Path("known.jsonl").read_bytes() == before
    Path("articles/three.txt").write_text(THREE, encoding="utf-8")
    assert sorted(row["standing"] for row in findings(claims, *KNOWN)) == ["baselined", "open", "open"]
    states = [
        result["baselineState"]
        for result in consumers.sarif(claims("check", *KNOWN, "--format", "sarif", code=1).stdout)
    ]
    assert sorted(states) == ["new", "new", "unchanged"]
    assert "baselineState" not in claims("check", "--format", "sarif", code=1).stdout


def test_the_baseline_of_the_project(claims: Claims) -> None:
    lay_out({"articles/one.txt": ONE, "articles/two.txt": TWO, "claims.toml": ""})
    Path("claims.toml").write_text('sources = ["articles"]\n[check]\nbaseline = "known.jsonl"\n', encoding="utf-8")
    assert "--update-baseline" in only_line(claims("check", code=2))
    claims("check", "--update-baseline")
    claims("check")


def test_an_entry_that_fits_nothing_any_more_fails_the_check(claims: Claims) -> None:
    newsroom()
    claims("check", *WRITE)
    Path("articles/two.txt").write_text(ONE.replace("统计", "说"), encoding="utf-8")
    result = claims("check", *KNOWN, code=1)
    assert "1 entry of the baseline fits nothing any more; --update-baseline takes it out." in result.stdout
    claims("check", *KNOWN, "articles/two.txt", code=1)
    assert consumers.failures(consumers.junit(claims("check", *KNOWN, "--format", "junit", code=1).stdout))
    claims("check", *KNOWN, "--allow-stale-baseline")
    claims("check", *KNOWN, "--exit-zero")
    Path("other.txt").write_text("岚港下了雨。", encoding="utf-8")
    claims("check", *KNOWN, "other.txt")  # cannot tell: the article that is named was not checked
    claims("check", *WRITE)
    assert len(rows_of("known.jsonl")) == 1
    claims("check", *KNOWN)


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_every_format_tells_what_is_to_leave_the_baseline(claims: Claims, form: str) -> None:
    newsroom()
    claims("check", *WRITE)
    Path("articles/two.txt").write_text(ONE.replace("统计", "说"), encoding="utf-8")
    result = claims("check", *KNOWN, "--format", form, code=1)
    if form in FINDINGS_ALONE:
        assert result.stderr.startswith("claims: known.jsonl: 1 entry of the baseline fits nothing")
        return
    assert "different_numbers: “" in result.stdout.replace("\\", "")
    assert result.stderr == ""
    if form == "github":
        (command,) = consumers.github(result.stdout)
        assert (command.name, command.properties) == ("error", {"title": "baseline"})
        assert consumers.github(claims("check", *KNOWN, "--format", form, "--allow-stale-baseline").stdout) == []


@pytest.mark.parametrize("form", ["text", "github", "markdown", "html", "sarif", "junit"])
def test_what_a_baseline_says_is_only_shown(claims: Claims, form: str) -> None:
    newsroom()
    entry = {"fingerprint": "a", "rule": "grown", "sources": ["\n::error::x", "<i>[y](z)"], "values": ["1", "2"]}
    head = {"format": "claims-baseline", "version": 1}
    Path("known.jsonl").write_text("\n".join(map(json.dumps, (head, entry))), encoding="utf-8")
    said = claims("check", *KNOWN, "--format", form, code=1).stdout
    assert not any(line.lstrip().startswith("::error::x") for line in said.splitlines())
    assert form not in ("markdown", "html", "junit") or "<i>" not in said
    assert form not in ("markdown", "sarif") or "[y](z)" not in said


def test_what_was_not_checked_stays_in_the_baseline(claims: Claims) -> None:
    newsroom()
    claims("check", *WRITE)
    Path("draft.txt").write_text(THREE, encoding="utf-8")
    claims("check", *WRITE, "draft.txt")
    assert len(rows_of("known.jsonl")) == 1 + 3


def rows_of(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("{}", "line 1"),
        ('{"format": "claims-baseline", "version": 2}', "upgrade"),
        ('{"format": "claims-baseline", "version": 0}', "is not the head of a baseline"),
        ('{"format": "claims-baseline", "version": 1}\nnonsense', "line 2"),
        ('{"format": "claims-baseline", "version": 1}\n<<<<<<< HEAD', "line 2"),
        ('{"format": "claims-baseline", "version": 1}\n\n[]', "line 3"),
        ('{"format": "claims-baseline", "version": 1}\n{"fingerprint": "a"}', "line 2"),
        (
            '{"format": "claims-baseline", "version": 1}\n'
            + '{"fingerprint":"a","rule":"gone","sources":[],"values":[]}',
            "`gone`, which is no rule",
        ),
        (
            '{"format": "claims-baseline", "version": 1}\n'
            + '{"fingerprint":"a","rule":"grown","sources":1,"values":[]}',
            "`sources`",
        ),
        (
            '{"format": "claims-baseline", "version": 1}\n'
            + '{"fingerprint":"","rule":"grown","sources":[],"values":[]}',
            "`fingerprint`",
        ),
        ('{"format": "claims-baseline", "version": 1}\n\xff', "line 2"),
    ],
)
def test_a_damaged_baseline_is_refused_and_kept(claims: Claims, text: str, said: str) -> None:
    newsroom()
    Path("known.jsonl").write_bytes(text.encode("latin-1"))
    for words in (KNOWN, WRITE):
        line = only_line(claims("check", *words, code=2))
        assert "known.jsonl" in line
        assert said in line
    assert Path("known.jsonl").read_bytes() == text.encode("latin-1")


def test_a_baseline_that_cannot_be_written(claims: Claims) -> None:
    newsroom()
    assert "gone/known" in only_line(claims("check", "--baseline", "gone/known", "--update-baseline", code=2))
    assert "--baseline FILE" in only_line(claims("check", "--update-baseline", code=2))


def test_a_baseline_is_not_written_where_not_everything_was_read(claims: Claims) -> None:
    newsroom()
    claims("check", *WRITE, "articles", "gone.txt", code=2)
    assert not Path("known.jsonl").exists()


def test_the_difference_of_two_baselines(claims: Claims) -> None:
    newsroom()
    claims("check", *WRITE)
    Path("articles/three.txt").write_text(THREE, encoding="utf-8")
    claims("check", "--baseline", "new.jsonl", "--update-baseline")
    shown = claims("baseline", "diff", "known.jsonl", "new.jsonl").stdout
    assert shown.endswith("2 entries added, 0 removed\n")
    assert "“3400家” in articles/three.txt" in shown
    back = json.loads(claims("baseline", "diff", "--format", "json", "new.jsonl", "known.jsonl").stdout)
    assert (len(back["added"]), len(back["removed"])) == (0, 2)
    assert claims("baseline", "diff", "new.jsonl", "new.jsonl").stdout == "0 entries added, 0 removed\n"
    only_line(claims("baseline", "diff", "gone.jsonl", "new.jsonl", code=2))


def test_a_decision_counts_before_the_baseline(claims: Claims) -> None:
    newsroom()
    claims("check", *WRITE)
    claims("add")
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    claims("decide", pair["id"], "both_right", "--by", "Lin")
    claims("decisions", "export", "decisions.jsonl")
    (found,) = rows(check(claims, *KNOWN, code=0))
    assert (found["standing"], found["known"]) == ("decided", True)
