"""Comments in an article by which its author takes a finding upon themselves.

::

    <!-- claims: ignore RULE reason -->        the block that follows, or in which the comment stands
    <!-- claims: ignore-begin RULE reason -->  everything from here …
    <!-- claims: ignore-end RULE -->           … to here
    <!-- claims: ignore-file RULE reason -->   the whole file

RULE is the name of a rule, several joined by commas, or ``all``. A reason is required.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from registry.checking.finding import Notice
from registry.checking.lines import Lines
from sources.cleaning import clean
from sources.document import Document
from sources.span import Span

ALL = "all"
"""Stands for every rule."""

_OPEN, _CLOSE = "<!--", "-->"
_WORDS = re.compile(r"\s*claims:\s*(?P<verb>ignore(?:-\w+)?)\b\s*(?P<rules>[\w,]*)\s*(?P<reason>.*)\Z", re.DOTALL)
_VERBS = ("ignore", "ignore-begin", "ignore-end", "ignore-file")


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings by ``rules`` with a value in ``span`` (code points of the document) are taken on, for ``reason``."""

    rules: frozenset[str]
    span: Span
    reason: str
    line: int

    def covers(self, rule: str, value: Span) -> bool:
        """Whether a finding by ``rule`` with a value at ``value`` is meant."""
        return (ALL in self.rules or rule in self.rules) and self.span.overlaps(value)


@dataclass(frozen=True, slots=True)
class Ignores:
    """What a document ignores, and the comments in it that mean nothing."""

    found: tuple[Ignore, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Comment:
    verb: str
    rules: frozenset[str]
    reason: str
    span: Span
    line: int


def ignores_of(document: Document, name: str, known: Collection[str]) -> Ignores:
    """The ignores in the text of ``document``, the source ``name``; ``known`` are the names of all rules."""
    if "claims:" not in document.text:
        return Ignores()
    found: list[Ignore] = []
    notices: list[Notice] = []
    begun: list[_Comment] = []
    blocks = _Blocks(document)
    for comment in _comments(document.text):
        if fault := _fault(comment, known, begun):
            notices.append(Notice(name, comment.line, fault))
        elif comment.verb == "ignore-begin":
            begun.append(comment)
        elif comment.verb == "ignore-end":
            start = next(c for c in reversed(begun) if c.rules == comment.rules)
            begun.remove(start)
            found.append(_ignore(start, Span(start.span.end, comment.span.start)))
        elif comment.verb == "ignore-file":
            found.append(_ignore(comment, Span(0, len(document.text))))
        elif block := blocks.after(comment.span):
            found.append(_ignore(comment, block))
        else:
            notices.append(Notice(name, comment.line, "this ignore stands before no text; take it out"))
    notices += (Notice(name, c.line, "ignore-begin without an ignore-end of the same rules; close it") for c in begun)
    return Ignores(tuple(found), tuple(notices))


def _ignore(comment: _Comment, span: Span) -> Ignore:
    return Ignore(comment.rules, span, comment.reason, comment.line)


def _fault(comment: _Comment, known: Collection[str], begun: list[_Comment]) -> str:
    """What is wrong with a comment; nothing where it can be applied."""
    if comment.verb not in _VERBS:
        return f"`{comment.verb}` is none of {', '.join(_VERBS)}"
    unknown = sorted(comment.rules - {*known, ALL})
    if unknown or not comment.rules:
        named = f"`{unknown[0]}` is no rule" if unknown else "this ignore names no rule"
        return f"{named}; `claims rules` lists them, and `{ALL}` means every one"
    if comment.verb == "ignore-end":
        return "" if any(c.rules == comment.rules for c in begun) else "ignore-end without an ignore-begin before it"
    return "" if comment.reason else "this ignore gives no reason, and is not applied; say why behind the rule"


def _comments(text: str) -> Iterator[_Comment]:
    lines = Lines.of(text)
    place = 0
    while (start := text.find(_OPEN, place)) >= 0 and (end := text.find(_CLOSE, start)) >= 0:
        place = end + len(_CLOSE)
        if words := _WORDS.match(text[start + len(_OPEN) : end]):
            rules = frozenset(filter(None, words["rules"].split(",")))
            reason = " ".join(words["reason"].split())
            yield _Comment(words["verb"], rules, reason, Span(start, place), lines.point(start).line)


@dataclass(frozen=True)
class _Blocks:
    """The blocks of a document, found once and only where a comment asks for one."""

    document: Document

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        text = clean(self.document.text, format=self.document.format)
        return tuple(text.source_span(block.span) for block in text.blocks)

    def after(self, comment: Span) -> Span | None:
        """The block that holds ``comment``, else the first after it, in code points of the document."""
        return next((block for block in self._spans if block.end > comment.end), None)
