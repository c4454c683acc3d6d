"""Two versions of an article, what changed between them marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlite_utils import Database

from registry.desk.host import Host
from registry.desk.page import show
from registry.desk.pages.source import source_numbered
from registry.desk.side import origin_of
from registry.desk.web import Answer, Request
from registry.model import Source
from registry.versions import Text, Version, compared_texts, versions_of

LONGEST = 4_000
"""Characters of a changed line up to which it is said what changed inside it."""

CONTEXT = 2
"""Unchanged lines that are shown beside changed ones."""

SHOWN = 500
"""Lines that are shown at most."""


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a line; ``changed`` when the other version does not have it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of both versions side by side; None where one has nothing in its place. ``gap``: lines are left out."""

    old: tuple[Word, ...] | None
    new: tuple[Word, ...] | None
    gap: bool = False


async def versions_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/source/NUMBER/versions``; ``?old=1&new=3`` says which two, by default the last."""
    number = int(request.places["number"])
    old, new = (
        int(text) if (text := request.one(key)).isascii() and text.isdigit() else None for key in ("old", "new")
    )

    def ask(db: Database) -> tuple[Source, tuple[Version, ...], tuple[Text, Text]]:
        source = source_numbered(db, number)
        return source, versions_of(db, source), compared_texts(db, source, old, new)

    source, versions, (before, after) = await host.read(name, ask)
    lines = list(compared(before.document.text.splitlines(), after.document.text.splitlines()))
    values = {
        "origin": origin_of(source),
        "versions": versions,
        "old": before.version,
        "new": after.version,
        "lines": lines[:SHOWN],
        "more": len(lines) > SHOWN,
    }
    return await show(host, request, given, "versions.html", values)


def compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """The lines of two texts side by side, those that are the same left out but for a few beside a change."""
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT)
    for number, group in enumerate(groups):
        if number:
            yield Line(None, None, gap=True)
        for tag, a, a_end, b, b_end in group:
            for at in range(max(a_end - a, b_end - b)):
                one = old[a + at] if a + at < a_end else None
                other = new[b + at] if b + at < b_end else None
                yield _line(one, other, same=tag == "equal")


def _line(old: str | None, new: str | None, *, same: bool) -> Line:
    if old is None or new is None or same or max(len(old), len(new)) > LONGEST:
        return Line(
            None if old is None else (Word(old, not same),),
            None if new is None else (Word(new, not same),),
        )
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Line(
        tuple(Word(old[a:a_end], tag != "equal") for tag, a, a_end, _, _ in found if a_end > a),
        tuple(Word(new[b:b_end], tag != "equal") for tag, _, _, b, b_end in found if b_end > b),
    )
