"""What a finding is known by: nothing that an edit elsewhere changes, and everything that a value says."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from registry.checking.check import check
from registry.checking.request import Request
from registry.config import Settings

OTHER = "岚港市科技局说，截至2025年3月底，岚港共有机器人企业340家。\n"
SENTENCE = "记者了解到，截至2025年3月底，岚港共有机器人企业{}家。"

PARAGRAPHS = st.lists(st.sampled_from(["渔市散场了。", "雨下了一夜。", "The ferry was late.", "# 码头"]), max_size=4)
NUMBERS = st.integers(min_value=1000, max_value=9999)
NAMES = st.sampled_from(["draft.md", "another name.md", "文章/草稿.md"])

few = settings(max_examples=15, deadline=None)


def fingerprints(texts: Mapping[str, str]) -> set[str]:
    """The fingerprints of what the check of these files finds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in texts.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
        report = check(Settings.of(folder), Request(paths=(folder,))).report
    return {finding.fingerprint for finding in report.findings}


def of_draft(
    number: int, *, name: str = "draft.md", before: str = "", after: str = "", breaks: bool = False
) -> set[str]:
    """Those of a draft that says ``number``, between other paragraphs, against an article that says 340."""
    sentence = SENTENCE.format(number)
    if breaks:
        sentence = sentence.replace("，", "，\n")
    return fingerprints({"other.md": OTHER, name: f"{before}\n\n{sentence}\n\n{after}\n"})


@few
@given(NUMBERS, PARAGRAPHS, PARAGRAPHS, NAMES, st.booleans())
def test_it_stays_when_anything_else_changes(
    number: int, before: list[str], after: list[str], name: str, breaks: bool
) -> None:
    known = of_draft(number)
    assert len(known) == 1
    assert of_draft(number, name=name, before="\n\n".join(before), after="\n\n".join(after), breaks=breaks) == known


@few
@given(NUMBERS, PARAGRAPHS)
def test_it_stays_when_the_script_is_converted(number: int, before: list[str]) -> None:
    text = "\n\n".join([*before, SENTENCE.format(number)])
    traditional = OpenCC("s2t").convert(text)
    assert traditional != text
    plain, converted = (fingerprints({"other.md": OTHER, "draft.md": found}) for found in (text, traditional))
    assert plain == converted
    assert len(plain) == 1


@few
@given(NUMBERS, NUMBERS)
def test_it_changes_when_a_value_does(one: int, two: int) -> None:
    assert (of_draft(one) == of_draft(two)) is (one == two)
