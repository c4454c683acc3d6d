"""What a check compares: the changed side with everything, a draft in the place of what is registered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import ONE, PAIR_FIELDS, TWO, Claims, only_line, rows
from tests.registry.checking.projects import THREE, check, findings, lay_out, newsroom


def sources(found: list[dict[str, dict[str, str]]]) -> set[frozenset[str]]:
    return {frozenset((row["a"]["source"], row["b"]["source"])) for row in found}


def test_paths_alone_are_compared_with_each_other(claims: Claims, tmp_path: Path) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("two.txt").write_text(TWO, encoding="utf-8")
    (found,) = findings(claims, "one.txt", "two.txt")
    assert set(found) > PAIR_FIELDS
    assert {found["a"]["low"], found["b"]["low"]} == {34, 340}
    assert found["fails"]
    assert findings(claims, "one.txt", code=0) == []
    assert {path.name for path in tmp_path.iterdir()} == {"one.txt", "two.txt"}


def test_a_draft_is_held_against_all_that_the_project_names(claims: Claims) -> None:
    newsroom()
    Path("draft.txt").write_text(THREE, encoding="utf-8")
    found = findings(claims, "draft.txt")
    assert sources(found) == {frozenset(("draft.txt", f"articles/{name}.txt")) for name in ("one", "two")}
    assert {row[row["here"]]["source"] for row in found} == {"draft.txt"}
    assert {(row["line"], row["column"]) for row in found} == {(1, 1 + THREE.index("3400"))}
    assert [row["id"] for row in findings(claims, "articles/one.txt")] == [row["id"] for row in findings(claims)]


def test_what_nobody_changed_is_not_compared_again(claims: Claims) -> None:
    newsroom()
    Path("draft.txt").write_text("岚港下了雨，路上有2次堵车。\n", encoding="utf-8")
    assert findings(claims, "draft.txt", code=0) == []


def test_a_draft_takes_the_place_of_its_registered_version(claims: Claims) -> None:
    newsroom()
    claims("add", "articles")
    before = Path("registry.db").read_bytes()
    assert len(findings(claims, "--db", "registry.db", "articles/two.txt")) == 1
    Path("articles/two.txt").write_text(ONE.replace("记者", "我们"), encoding="utf-8")
    assert findings(claims, "--db", "registry.db", "articles/two.txt", code=0) == []
    assert findings(claims, "articles/two.txt", code=0) == []
    draft = TWO.encode()
    assert len(findings(claims, "--db", "registry.db", "-", "--stdin-filename", "articles/two.txt", stdin=draft)) == 1
    assert len(findings(claims, "-", "--stdin-filename", "articles/two.txt", stdin=draft)) == 1
    assert Path("registry.db").read_bytes() == before
    assert not Path("registry.db-wal").exists()


def test_a_registry_is_asked_only_when_it_is_named(claims: Claims) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    claims("add", "one.txt")
    Path("two.txt").write_text(TWO, encoding="utf-8")
    assert findings(claims, "two.txt", code=0) == []
    assert len(findings(claims, "two.txt", "--db", "registry.db")) == 1


def test_standard_input(claims: Claims) -> None:
    newsroom()
    found = findings(claims, "-", stdin=THREE.encode())
    assert sources(found) == {frozenset(("-", f"articles/{name}.txt")) for name in ("one", "two")}
    assert "empty" in only_line(check(claims, "-", code=2, stdin=b""))


def test_a_check_finds_what_a_registry_would(claims: Claims) -> None:
    """Every finding of a full run, and no other, once for each source that is checked."""
    texts = {f"articles/{n}.txt": ONE.replace("340", str(number)) for n, number in enumerate((340, 34, 340, 3400, 35))}
    texts["articles/2.txt"] = texts["articles/2.txt"].replace("岚港市", "据岚港市")
    lay_out(texts)
    claims("add")
    keys = ("topic", "verdict", "rule", "severity", "reason", "score")
    for name in texts:
        registered = rows(claims("conflicts", "--source", name, "--format", "jsonl"))
        expected = sorted(
            [row[key] for key in keys] + sorted([row["a"]["source"], row["b"]["source"]]) for row in registered
        )
        found = findings(claims, name)
        assert (
            sorted([row[key] for key in keys] + sorted([row["a"]["source"], row["b"]["source"]]) for row in found)
            == expected
        )
    assert len(findings(claims)) == len(rows(claims("conflicts", "--format", "jsonl")))


def test_one_text_under_two_names_is_shown_under_the_one_that_is_checked(claims: Claims) -> None:
    newsroom()
    Path("copy.txt").write_text(TWO, encoding="utf-8")
    assert "copy.txt:1:" in claims("check", "copy.txt", code=1).stdout


def test_a_file_that_contradicts_itself(claims: Claims) -> None:
    Path("draft.txt").write_text(ONE + "\n后来又说，截至2025年3月底，岚港共有机器人企业34家。\n", encoding="utf-8")
    (found,) = findings(claims, "draft.txt")
    assert found["line"] == 4


def test_identical_inputs_give_identical_reports(claims: Claims) -> None:
    newsroom()
    assert check(claims).stdout == check(claims).stdout


def test_how_severe_a_finding_must_be(claims: Claims) -> None:
    newsroom()
    (found,) = findings(claims)
    assert found["severity"] == "high"
    for fail_on, code in (("high", 1), ("medium", 1), ("low", 1), ("none", 0)):
        claims("check", "--fail-on", fail_on, code=code)
    claims("check", "--exit-zero")
    Path("claims.toml").write_text('sources = ["articles"]\n[check]\nverdicts = ["tension"]\n', encoding="utf-8")
    assert not findings(claims, code=0)[0]["fails"]
    Path("claims.toml").write_text('sources = ["articles"]\n[check]\nfail_on = "none"\n', encoding="utf-8")
    claims("check")
    claims("check", "--fail-on", "low", code=1)


def test_a_decision_in_the_registry_settles_a_finding(claims: Claims) -> None:
    newsroom()
    claims("add")
    pair = findings(claims, "articles/one.txt", "--db", "registry.db")[0]["id"]
    claims("decide", pair, "unsure", "--by", "Lin")
    assert findings(claims, "articles/one.txt", "--db", "registry.db")[0]["standing"] == "open"
    claims("decide", pair, "both_right", "--by", "Lin", "--note", "另一个口径")
    (found,) = findings(claims, "articles/one.txt", "--db", "registry.db", code=0)
    assert (found["standing"], found["why"], found["status"]) == ("decided", "both_right, Lin: 另一个口径", "decided")


def test_a_draft_that_changes_what_was_decided_is_reopened(claims: Claims) -> None:
    newsroom()
    claims("add")
    old = findings(claims, "articles/one.txt", "--db", "registry.db")[0]["id"]
    claims("decide", old, "both_right", "--by", "Lin", "--note", "另一个口径")
    Path("articles/one.txt").write_text(ONE.replace("340家", "430家"), encoding="utf-8")
    (found,) = findings(claims, "articles/one.txt", "--db", "registry.db")
    assert (found["status"], found["previous"]["id"]) == ("reopened", old)
    told = claims("check", "articles/one.txt", "--db", "registry.db", code=1).stdout
    assert "said “340家”, and says “430家” now" in told
    assert "另一个口径" in told
    assert rows(claims("conflicts", "--all", "--status", "reopened", "--format", "jsonl")) == []


def test_what_is_held_to_be_right_is_told(claims: Claims) -> None:
    newsroom()
    claims("add")
    claim = next(
        row for row in rows(claims("list", "--source", "articles/one.txt", "--format", "jsonl")) if row["low"] == 340
    )
    claims("verify", claim["id"], "supported", "--evidence", "https://example.org/count", "--by", "Lin")
    claims("decisions", "export", "decisions.jsonl")
    assert "Held to be right: " in " ".join(claims("check", code=1).stdout.split())


def test_a_decision_on_what_has_changed_since_is_open_again(claims: Claims) -> None:
    newsroom()
    claims("add")
    pair = findings(claims, "articles/two.txt", "--db", "registry.db")[0]["id"]
    claims("decide", pair, "both_right", "--by", "Lin")
    Path("articles/two.txt").write_text(TWO.replace("34家", "35家"), encoding="utf-8")
    (found,) = findings(claims, "articles/two.txt", "--db", "registry.db")
    assert (found["status"], found["fails"]) == ("reopened", True)
    assert ", reopened)" in claims("check", "articles/two.txt", "--db", "registry.db", code=1).stdout


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "gone.txt"],
        ["check", "empty"],
        ["check", "--db", "gone.db", "one.txt"],
        ["check", "--format", "xml", "one.txt"],
        ["check", "--fail-on", "grave", "one.txt"],
        ["check", "--since", "HEAD", "one.txt"],
        ["check", "--stdin-filename", "one.txt", "one.txt"],
        ["check", "--format", "json", "--format", "text", "one.txt"],
        ["check", "--output", "a", "--output", "b", "one.txt"],
        ["check", "--output", "gone/a", "one.txt"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line(claims: Claims, tmp_path: Path, words: list[str]) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("empty").mkdir()
    only_line(claims(*words, code=2))
    assert {path.name for path in tmp_path.iterdir()} == {"one.txt", "empty"}


def test_what_cannot_be_read_counts_for_more_than_findings(claims: Claims) -> None:
    newsroom()
    result = check(claims, "articles", "gone.txt", code=2)
    assert len(rows(result)) == 1
    assert "gone.txt" in result.stderr
    check(claims, "--exit-zero", "gone.txt", "articles", code=2)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[check]\nfail_on = "grave"', "check.fail_on"),
        ('[check]\nverdicts = ["agree"]', "check.verdicts"),
        ("[check]\nbaseline = 3", "check.baseline"),
        ("[check]\nfailon = 3", "did you mean `check.fail_on`"),
        ("check = 3", "[check]"),
        ("[rules.no_such]\noff = true", "rules.no_such"),
        ("[rules]\ndifferent_dates = 3", "[rules.different_dates]"),
        ("[rules.different_dates]\noff = 1", "rules.different_dates.off"),
        ('[rules.different_dates]\nseverity = "grave"', "rules.different_dates.severity"),
        ('[rules.different_dates]\npaths = "a"', "paths"),
    ],
)
def test_settings_that_mean_nothing(claims: Claims, settings: str, said: str) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("claims.toml").write_text(settings, encoding="utf-8")
    assert said in only_line(claims("check", "one.txt", code=2))


# Formats and files


@pytest.mark.parametrize(
    "words",
    [
        ["--format", "json", "--output", "a.json", "--format", "text"],
        ["--format", "text", "--format", "json", "--output", "a.json"],
    ],
)
def test_an_output_belongs_to_the_format_before_it(claims: Claims, words: list[str]) -> None:
    newsroom()
    assert claims("check", *words, code=1).stdout.startswith("articles/two.txt:1:")
    assert len(json.loads(Path("a.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("words", [["--output", "a", "--format", "json"], ["--format", "json", "--output", "a"]])
def test_one_format_and_one_output_belong_together(claims: Claims, words: list[str]) -> None:
    newsroom()
    assert claims("check", *words, code=1).stdout == ""
    assert json.loads(Path("a").read_text(encoding="utf-8"))


def test_an_output_alone_is_of_text(claims: Claims) -> None:
    newsroom()
    assert claims("check", "--output", "a", code=1).stdout == ""
    assert Path("a").read_text(encoding="utf-8") == claims("check", code=1).stdout


def test_a_dash_as_output_is_standard_output(claims: Claims) -> None:
    newsroom()
    shown = claims("check", "--format", "json", code=1).stdout
    assert claims("check", "--format", "json", "--output", "-", code=1).stdout == shown
    assert (
        claims("check", "--format", "json", "--output", "-", "--format", "text", "--output", "a", code=1).stdout
        == shown
    )
    assert "would both go to standard output" in only_line(
        claims("check", "--format", "json", "--output", "-", "--format", "text", code=2)
    )
    assert not Path("-").exists()
