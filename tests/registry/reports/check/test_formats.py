"""Every format of a check, read back as its consumer reads it: places, escapes, limits, judgements."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims.model import Severity
from registry.checking.check import check as run
from registry.checking.finding import CheckReport, Standing
from registry.checking.lines import Lines, Point, Region
from registry.checking.request import Request
from registry.project import find_project
from registry.reports.check import CHECK_FORMATS
from registry.reports.check.markdown import escaped
from registry.reports.screen import Screen
from tests.command_line import ONE, TWO, Claims
from tests.registry.checking.projects import THREE, findings, git, lay_out, newsroom
from tests.registry.reports.check import consumers

READ: dict[str, Callable[[str], Any]] = {
    "text": str.splitlines,
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "markdown": consumers.markdown,
    "sarif": consumers.sarif,
    "junit": consumers.junit,
    "github": consumers.github,
    "gitlab": consumers.gitlab,
    "html": consumers.html,
}

ODD = "𠮷港\t岚港市科技局说，截至2025年3月底，岚港共有机器人企业340家。"


def printed(claims: Claims, form: str, *words: str, code: int = 1) -> str:
    return claims("check", "--format", form, *words, code=code).stdout


def test_every_format_has_a_reader() -> None:
    assert set(READ) == set(CHECK_FORMATS)


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_a_check_without_findings(claims: Claims, form: str) -> None:
    lay_out({"articles/one.txt": ONE})
    READ[form](printed(claims, form, code=0))


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_the_exit_code_is_that_of_the_findings(claims: Claims, form: str) -> None:
    newsroom()
    claims("check", "--format", form, code=1)
    claims("check", "--format", form, "--output", "report", code=1)
    claims("check", "--format", form, "--fail-on", "none")
    assert READ[form](Path("report").read_text(encoding="utf-8")) is not None


def five_hundred() -> CheckReport:
    """A report on 500 findings in one file, of which a quarter are of each severity and a quarter decided."""
    lay_out({"articles/one.txt": ONE, "articles/two.txt": TWO})
    report = run(find_project(None), Request()).report
    first, many = report.findings[0], []
    for number in range(500):
        start = Point(2 * number + 1, 29)
        ruling = replace(first.pair.ruling, severity=[*Severity, Severity.HIGH][number % 4])
        pair = replace(first.pair, id=f"key{number}", key=f"key{number}", ruling=ruling)
        side = replace(first.here, region=Region(start, replace(start, column=32)))
        standing = Standing.DECIDED if number % 4 == 3 else Standing.OPEN
        many.append(replace(first, pair=pair, here=side, standing=standing, fails=number % 4 < 2))
    return replace(report, findings=tuple(many), lines={name: Lines.of((ONE + TWO) * 500) for name in report.lines})


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_five_hundred_findings_in_one_file_keep_every_limit(claims: Claims, form: str) -> None:
    read = READ[form]("".join(f"{line}\n" for line in CHECK_FORMATS[form](five_hundred(), Screen())))
    if form in ("json", "jsonl", "sarif"):
        assert len(read) == 500
    if form == "gitlab":
        assert len(read) == 375
    if form == "junit":
        assert len(consumers.failures(read)) == 250
    if form == "github":
        assert len(read) == 30


def test_a_summary_of_findings_beyond_its_limit_ends_in_time(claims: Claims) -> None:
    report = five_hundred()
    wordy = replace(report.findings[0].pair.ruling, reason="长" * 2000)
    findings = tuple(replace(found, pair=replace(found.pair, ruling=wordy)) for found in report.open)
    text = consumers.markdown("\n".join(CHECK_FORMATS["markdown"](replace(report, findings=findings), Screen())))
    assert re.search(r"\d+ more findings left out", text)


@pytest.mark.parametrize(
    "name", ["岚港 100%,一:二.txt", "a[b](c)`d`<e>&f.txt", "two\nlines.txt", "-dash.txt", "#1.txt"]
)
@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_any_name_of_a_file(claims: Claims, form: str, name: str) -> None:
    lay_out({f"articles/{name}": ONE, "articles/z.txt": TWO})
    text = printed(claims, form, f"articles/{name}")
    read = READ[form](text)
    path = f"articles/{name}"
    if form == "sarif":
        assert consumers.path_of(read[0]["locations"][0]) == path
    if form == "github":
        assert read[0].properties["file"] == path
    if form == "gitlab":
        assert read[0]["location"]["path"] == path
    if form == "text":
        assert len({line.split(":")[0] for line in read if line.endswith("]")}) == 1


def test_columns_in_the_unit_of_each_format(claims: Claims) -> None:
    """An astral character counts one code point and two of GitHub's units; a tab counts one."""
    lay_out({"articles/odd.md": ODD, "articles/two.txt": TWO})
    column = ODD.index("340") + 1
    words = ("articles/odd.md",)
    (result,) = consumers.sarif(printed(claims, "sarif", *words))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, column, column + 4)
    assert region["snippet"]["text"] == "340家"
    (command,) = consumers.github(printed(claims, "github", *words))
    assert (command.properties["col"], command.properties["endColumn"]) == (str(column + 1), str(column + 5))
    (row,) = findings(claims, *words)
    assert (row["line"], row["column"], row["end_column"]) == (1, column, column + 4)
    assert printed(claims, "text", *words).startswith(f"articles/odd.md:1:{column}: ")


def test_the_value_is_underlined_whatever_the_width_of_characters(claims: Claims) -> None:
    lay_out({"articles/odd.md": ODD, "articles/two.txt": TWO})
    lines = printed(claims, "text", "articles/odd.md").splitlines()
    shown, under = next((a, b) for a, b in pairwise(lines) if "^" in b)
    wide = sum(2 if ord(character) > 0x2E80 else 1 for character in shown[: shown.index("340")])
    assert under.index("^") == wide
    assert under.count("^") == 5


def test_both_sides_are_told(claims: Claims) -> None:
    newsroom()
    (result,) = consumers.sarif(printed(claims, "sarif"))
    (related,) = result["relatedLocations"]
    assert {consumers.path_of(result["locations"][0]), consumers.path_of(related)} == {
        "articles/one.txt",
        "articles/two.txt",
    }
    for form in ("text", "markdown", "junit", "github", "gitlab", "html"):
        text = printed(claims, form)
        assert "one.txt" in text
        assert "two.txt" in text


def test_paths_begin_at_the_root_of_the_repository(
    claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "--quiet")
    (tmp_path / "news" / "desk").mkdir(parents=True)
    monkeypatch.chdir("news/desk")
    newsroom()
    (command,) = consumers.github(printed(claims, "github"))
    assert command.properties["file"] == "news/desk/articles/two.txt"
    (entry,) = consumers.gitlab(printed(claims, "gitlab"))
    assert entry["location"]["path"] == "news/desk/articles/two.txt"
    (result,) = consumers.sarif(printed(claims, "sarif"))
    assert consumers.path_of(result["locations"][0]) == "news/desk/articles/two.txt"
    assert findings(claims)[0]["a"]["source"].startswith("articles/")


def test_what_is_decided_is_marked_and_never_left_out(claims: Claims) -> None:
    newsroom()
    claims("add")
    pair = findings(claims, "articles/one.txt", "--db", "registry.db")[0]["id"]
    words = ("articles/one.txt", "--db", "registry.db")
    claims("decide", pair, "unsure", "--by", "Lin")
    (result,) = consumers.sarif(printed(claims, "sarif", *words))
    assert [found["status"] for found in result["suppressions"]] == ["underReview"]
    claims("decide", pair, "both_right", "--by", "Lin", "--note", "<另一个>口径")
    (result,) = consumers.sarif(printed(claims, "sarif", *words, code=0))
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "both_right, Lin: <另一个>口径"}
    ]
    (case,) = consumers.junit(printed(claims, "junit", *words, code=0))
    assert [found.message for found in case.result] == ["decided: both_right, Lin: <另一个>口径"]
    assert "&lt;另一个&gt;口径" in printed(claims, "markdown", *words, code=0)
    assert "<另一个>口径" in "".join(consumers.html(printed(claims, "html", *words, code=0)).text)
    assert consumers.github(printed(claims, "github", *words, code=0)) == []
    assert consumers.gitlab(printed(claims, "gitlab", *words, code=0)) == []
    assert "1 decided by the editors" in printed(claims, "text", *words, code=0)


def test_what_does_not_fail_is_said_more_quietly(claims: Claims) -> None:
    newsroom()
    Path("claims.toml").write_text('sources = ["articles"]\n[check]\nverdicts = ["tension"]\n', encoding="utf-8")
    (result,) = consumers.sarif(printed(claims, "sarif", code=0))
    assert (result["level"], result["properties"]["fails"]) == ("note", False)
    assert [command.name for command in consumers.github(printed(claims, "github", code=0))] == ["notice"]
    assert [entry["severity"] for entry in consumers.gitlab(printed(claims, "gitlab", code=0))] == ["info"]
    assert consumers.failures(consumers.junit(printed(claims, "junit", code=0))) == []


def test_one_reason_is_told_once_whichever_value_it_names_first(claims: Claims) -> None:
    said = {f"articles/{n}.txt": f"第{n}天，记者了解到：云岭船厂的造船量位居全国前四。" for n in range(1, 9)}
    lay_out({"articles/draft.txt": "云岭船厂的造船量位居全国第五。", **said})
    lines = printed(claims, "text", "articles/draft.txt").splitlines()
    ids = [json.loads(line)["reason"] for line in printed(claims, "jsonl", "articles/draft.txt").splitlines()]
    assert len(set(ids)) == 2, "the pairs have their values in both orders"
    assert sum("cannot hold both places" in line for line in lines) == 1


HOSTILE = "<script>alert(1)</script> **不** [链接](http://x.example) ::error::x ]]> &amp; "


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_what_an_article_says_is_only_shown(claims: Claims, form: str) -> None:
    lay_out({"articles/one.txt": HOSTILE + ONE, "articles/two.txt": TWO})
    READ[form](printed(claims, form, "articles/one.txt"))


def test_control_characters_reach_neither_terminal_nor_xml(claims: Claims) -> None:
    lay_out({"articles/one.txt": "\x1b[31m\u202e" + ONE, "articles/two.txt": TWO})
    for form in ("text", "github", "junit"):
        assert not set(printed(claims, form)) & set("\x1b\x07\u202e") or form == "junit"
    consumers.junit(printed(claims, "junit"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. first", "&#49;. first"),
        ("- item", "&#45; item"),
        ("@lin #12", "@\u200blin #\u200b12"),
        ("a*b*_c_", r"a\*b\*\_c\_"),
        ("&lt;b>", "&amp;lt;b&gt;"),
        ("one\ntwo", "one two"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_colour_is_for_terminals(claims: Claims) -> None:
    newsroom()
    assert "\x1b" not in printed(claims, "text")
    assert not re.search(r"\x1b", Path().joinpath("claims.toml").read_text(encoding="utf-8"))


def test_a_name_begins_no_command_of_the_runner(claims: Claims) -> None:
    """GitHub reads commands from what any step prints, in whatever format."""
    newsroom()
    Path("::error::x.txt").write_text("<!-- claims: ignore -->\n\n" + THREE, encoding="utf-8")
    result = claims("check", "::error::x.txt", code=1)
    assert "./::error::x.txt:3:" in result.stdout
    assert not any(line.startswith("::") for line in (result.stdout + result.stderr).splitlines())
