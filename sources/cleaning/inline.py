"""The marks within a paragraph of Markdown: emphasis, links, code spans, tags, entities, escapes.

After CommonMark 0.31 (https://spec.commonmark.org/0.31.2/#inlines), more lenient where Han and its punctuation stand
beside a mark, and stricter where an asterisk stands between letters or digits, as in a product of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.cleaning.markup import ENTITY, entity_text, tag_text
from sources.offsets import Edit
from sources.span import Span

_TOKEN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<ticks>`+)"
    r"|(?P<autolink><(?=(?:https?|mailto):[^<>\s]{1,2000}>))"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    rf"|(?P<entity>{ENTITY})"
    r"|(?P<note>\[\^[^\]\s]{1,80}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~)"
)
_TARGET = re.compile(
    r"\((?:<[^<>]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,2000}\)[^()\s]{0,2000}){0,9})"
    r"(?:\s{1,99}(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'))?\s{0,99}\)"
    r"|\[[^\[\]]{0,999}\]"
)


def inline_marks(text: str, span: Span) -> list[Edit]:
    """Edits that drop the marks within ``span`` of ``text``, keeping what they mark; of a link, its text."""
    dropped: list[Edit] = []
    brackets: list[Span] = []
    runs: dict[str, list[Span]] = {}
    place, end = span.start, span.end
    ticks = _tick_runs(text, span)
    while token := _TOKEN.search(text, place, end):
        place = token.end()
        match token.lastgroup:
            case "ticks":
                place = _code_span(token, ticks, dropped)
            case "autolink":
                closing = text.index(">", place)
                dropped += (Edit(Span(*token.span()), ""), Edit(Span(closing, closing + 1), ""))
                place = closing + 1
            case "entity":
                dropped.append(Edit(Span(*token.span()), entity_text(token[0])))
            case "tag":
                dropped.append(Edit(Span(*token.span()), tag_text(token[0])))
            case "open":
                brackets.append(Span(*token.span()))
            case "close":
                place = _link(text, token, brackets, end, dropped)
            case "run":
                dropped += _emphasis(text, token, span, runs)
            case "escape":
                dropped.append(Edit(Span(*token.span()), ""))
                place += 1
            case _:
                dropped.append(Edit(Span(*token.span()), ""))
    return sorted(dropped, key=lambda edit: edit.span)


def _tick_runs(text: str, span: Span) -> dict[int, list[int]]:
    """Where runs of backticks start, the last first, by their length."""
    runs: dict[int, list[int]] = {}
    for match in re.finditer("`+", span.of(text)):
        runs.setdefault(len(match[0]), []).insert(0, span.start + match.start())
    return runs


def _code_span(token: re.Match[str], ticks: dict[int, list[int]], dropped: list[Edit]) -> int:
    """Drops the backticks around a code span; where to read on: after it, or after backticks that close nothing."""
    length = len(token[0])
    same = ticks.get(length, [])
    while same and same[-1] <= token.start():
        same.pop()
    if not same:
        return token.end()
    closing = same.pop()
    dropped += (Edit(Span(*token.span()), ""), Edit(Span(closing, closing + length), ""))
    return closing + length


def _link(text: str, token: re.Match[str], brackets: list[Span], end: int, dropped: list[Edit]) -> int:
    """Drops the brackets and the target of the link that ends at ``token``; where to read on."""
    opening = brackets.pop() if brackets else None
    target = _TARGET.match(text, token.end(), end)
    if opening is None or target is None:
        return token.end()
    dropped += (Edit(opening, ""), Edit(Span(token.start(), target.end()), ""))
    return target.end()


def _emphasis(text: str, token: re.Match[str], span: Span, runs: dict[str, list[Span]]) -> Iterator[Edit]:
    """Drops the marks of ``token`` that close open ones of their kind, with those; what is left may open."""
    mark, start, end = token[0][0], token.start(), token.end()
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    if _is_word(before) and _is_word(after) and mark != "~":
        return
    waiting = runs.setdefault(mark, [])
    if not before.isspace() and not (mark == "_" and _is_word(after)):
        while start < end and waiting:
            opener = waiting.pop()
            length = min(end - start, len(opener))
            yield Edit(Span(opener.end - length, opener.end), "")
            yield Edit(Span(start, start + length), "")
            start += length
            if length < len(opener):
                waiting.append(Span(opener.start, opener.end - length))
    if start < end and not after.isspace() and not (mark == "_" and _is_word(before)):
        waiting.append(Span(start, end))


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
