"""What becomes of claims when an article is edited: cases as differences an editor can read, and laws."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims.editions import Edition
from claims.extract import extract
from claims.model import Fate
from claims.succession import successions
from sources.document import Document

CASES = Path(__file__).parent.parent / "cases" / "edits.txt"
MARK = re.compile(r"⟦([^⟦⟧→]+)(?: → ([^⟦⟧]+))?⟧")


@dataclass(frozen=True)
class Case:
    """An edit: both texts, and for each marked claim of the first (by its place) what is expected of it."""

    name: str
    before: str
    after: str
    expected: tuple[tuple[int, str, str], ...]


def cases(path: Path) -> Iterator[Case]:
    _, *parts = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in parts:
        name, *lines = part.rstrip().split("\n")
        before = "\n".join(line[2:] for line in lines if line[:1] in ("", " ", "-"))
        after = "\n".join(line[2:] for line in lines if line[:1] in ("", " ", "+"))
        marks, text, done = [], "", 0
        for mark in MARK.finditer(before):
            text += before[done : mark.start()]
            marks.append((len(text), mark[1], mark[2]))
            text += mark[1]
            done = mark.end()
        yield Case(name, text + before[done:], MARK.sub(r"\1", after), tuple(marks))


def edition(text: str) -> Edition:
    document = Document(hashlib.sha256(text.encode()).hexdigest(), "utf-8", text)
    return Edition.of(document, extract(document, published="2025-04-28"))


@pytest.mark.parametrize("case", list(cases(CASES)), ids=lambda case: case.name)
def test_what_becomes_of_a_claim(case: Case) -> None:
    old, new = edition(case.before), edition(case.after)
    fates = successions(old, new)
    assert case.expected
    for start, value, expected in case.expected:
        (claim,) = [c for c in old.claims if c.value_span.start == start]
        assert claim.value_quote == value
        fate = fates[claim.key]
        standing = {c.key: c.value_quote for c in new.claims}
        told = {Fate.STANDS: "=", Fate.CHANGED: standing.get(fate.key or "")}.get(fate.fate, fate.fate.value)
        assert (value, told) == (value, expected)
