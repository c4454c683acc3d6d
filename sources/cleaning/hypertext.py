"""The parts of an HTML page: headings, paragraphs, items, rows of tables, code; what only surrounds the article is left
out.

Tags are found as a browser finds them in well-formed pages (https://html.spec.whatwg.org/#parsing); of elements only
the names are looked at, because only the text matters here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sources.cleaning.layout import Layout
from sources.cleaning.markup import ENTITY, entity_text, tag_text
from sources.cleaning.tears import is_wide
from sources.cleaning.text import Block
from sources.offsets import Edit
from sources.span import Span

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,40})(?:[^<>\"']|\"[^\"]{0,9999}\"|'[^']{0,9999}'){0,999}>"
    r"|<[!?][A-Za-z\[][^<>]*>"
)
_TOKEN = re.compile(rf"(?P<space>\s+)|(?P<entity>{ENTITY})|[^\s&]+|&")
_SENTENCE_ENDS = '。！？!?.…”’"」』）)'

_LEFT_OUT = frozenset(
    {
        *("head", "nav", "footer", "aside", "form", "button", "select", "dialog", "template", "noscript"),
        *("svg", "math", "canvas", "audio", "video", "iframe", "object", "map", "rt", "rp", "del"),
    }
)
"""Elements whose text is no part of the article: what surrounds it, what a browser does not show, readings of
characters, and what has been struck out."""

_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
"""Elements that hold no tags, only text, and none of the article's."""

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "tr": "row",
    "pre": "code",
}
_PARTS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "hgroup", "body", "html", "ul", "ol", "dl", "table"),
        *("thead", "tbody", "tfoot", "blockquote", "figure", "figcaption", "address", "details", "summary"),
        *("fieldset", "legend", "center", "hr", "menu", "search"),
    }
)
"""Elements that begin and end a paragraph; those of ``_KINDS`` do so too, and say what it is."""

_UNPAIRED = frozenset({"p", "hr"})
"""Those whose end is most often not written, or which have none."""

_CELLS = frozenset({"td", "th"})
_BAR = " | "


@dataclass(slots=True)
class _Part:
    """A block to be: its kind, and what stands for which stretch of the page, in order."""

    kind: str
    pieces: list[tuple[Span, str]] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        return any(text.strip(" |^\n") for _, text in self.pieces)


def html_layout(text: str) -> Layout:
    """The layout of an HTML page; its edits drop the tags, resolve the entities and leave one line for each block."""
    edits: list[Edit] = []
    blocks: list[Block] = []
    end = 0
    for part in _Parser(text).parts:
        pieces = _trimmed(part.pieces)
        if not part.shown or not pieces:
            continue
        start = pieces[0][0].start
        edits += _replaced(text, Span(end, start), "\n" if end else "")
        at = start
        for span, new in pieces:
            edits += _replaced(text, Span(at, span.start), "")
            edits += _replaced(text, span, new)
            at = span.end
        blocks.append(Block(Span(start, at), part.kind))
        end = at
    edits += _replaced(text, Span(end, len(text)), "")
    return Layout(tuple(edits), tuple(blocks))


def _replaced(text: str, span: Span, new: str) -> list[Edit]:
    return [Edit(span, new)] if span and span.of(text) != new else []


def _trimmed(pieces: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """``pieces`` without those at either end that show nothing."""
    told = [n for n, (_, text) in enumerate(pieces) if text.strip(" |\n")]
    return pieces[told[0] : told[-1] + 1] if told else []


class _Parser:
    """Reads a page tag by tag into ``parts``; some may show nothing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[_Part] = [_Part("paragraph")]
        self._open: list[tuple[str, str]] = []
        self._names: Counter[str] = Counter()
        self._last_close: dict[str, int] = {}
        self._lower = text.lower()
        end = 0
        for span, name, closes in self._tags():
            self._read_text(Span(end, span.start))
            end = self._read_tag(span, name, closes)
        self._read_text(Span(end, len(text)))

    def _tags(self) -> Iterator[tuple[Span, str, bool]]:
        """The tags, comments and declarations outside of what is left out, in order; only tags have a name."""
        place = 0
        while (start := self.text.find("<", place)) >= 0:
            if self.text.startswith("<!--", start):
                end = self.text.find("-->", start + 4)
                place = len(self.text) if end < 0 else end + 3
                yield Span(start, place), "", False
            elif tag := _TAG.match(self.text, start):
                name, closes = (tag["name"] or "").lower(), bool(tag["close"])
                place = tag.end() if closes else self._behind(name, tag)
                yield Span(start, place), name, closes
            else:
                place = start + 1

    def _behind(self, name: str, tag: re.Match[str]) -> int:
        """Where to read on: behind the whole element where it is left out, else behind its opening tag."""
        if name in _RAW:
            end = self._lower.find(f"</{name}", tag.end())
            return len(self.text) if end < 0 else self._end_of_tag(end)
        if name not in _LEFT_OUT or tag[0].endswith("/>"):
            return tag.end()
        depth, place = 1, tag.end()
        while depth and (end := self._closing(name, place)) >= 0:
            depth += len(re.findall(rf"<{name}[\s>]", self._lower[place:end])) - 1
            place = self._end_of_tag(end)
        if depth:
            self._last_close[name] = -1  # never closed, it would take the rest of the article with it
        return tag.end() if depth else place

    def _closing(self, name: str, place: int) -> int:
        """Where the next closing tag of ``name`` begins from ``place`` on; -1 where there is none."""
        if name not in self._last_close:
            self._last_close[name] = self._lower.rfind(f"</{name}")
        return self._lower.find(f"</{name}", place) if place <= self._last_close[name] else -1

    def _end_of_tag(self, start: int) -> int:
        end = self.text.find(">", start)
        return len(self.text) if end < 0 else end + 1

    def _read_tag(self, span: Span, name: str, closes: bool) -> int:
        """Takes a tag for what it does to the text; where to read on."""
        part = self.parts[-1]
        if name in _KINDS or name in _PARTS:
            self._nest(name, closes)
            self.parts.append(_Part(self._open[-1][1] if self._open else "paragraph"))
        elif name in _CELLS and not closes and part.shown:
            part.pieces.append((span, _BAR.lstrip() if part.pieces[-1][1].endswith(" ") else _BAR))
        elif name == "br":
            self._break(span)
        elif name and not closes and (left := tag_text(span.of(self.text))):
            part.pieces.append((span, left))
        return span.end

    def _nest(self, name: str, closes: bool) -> None:
        """Keeps which elements are open, and the kind of the blocks in them: a paragraph in an item is an item."""
        if name in _UNPAIRED:
            return
        if closes or (name in _KINDS and self._open and self._open[-1][0] == name):
            # The end of an item or a row may be left out: the next one, or that of the list, ends it.
            while self._names[name] and (left := self._open.pop()[0]):
                self._names[left] -= 1
                if left == name:
                    break
        if not closes:
            kind = self._open[-1][1] if self._open else "paragraph"
            self._open.append((name, _KINDS.get(name, kind)))
            self._names[name] += 1

    def _break(self, tag: Span) -> None:
        """Ends a line: the paragraph with it where a sentence has ended, or another break follows."""
        part = self.parts[-1]
        shown = "".join(text for _, text in part.pieces[-3:]).rstrip()
        following = self.text[tag.end : tag.end + 40].lstrip().lower()
        if part.kind == "code":
            part.pieces.append((tag, "\n"))
        elif not shown or shown[-1] in _SENTENCE_ENDS or following.startswith("<br"):
            self.parts.append(_Part(part.kind))
        else:
            part.pieces.append((tag, "" if is_wide(shown[-1]) else " "))

    def _read_text(self, span: Span) -> None:
        """Adds a stretch without tags to the open block: white space as one space, entities as what they stand for."""
        part = self.parts[-1]
        for token in _TOKEN.finditer(self.text, span.start, span.end):
            place = Span(*token.span())
            if token["entity"]:
                part.pieces.append((place, entity_text(token[0])))
            elif token["space"] and part.kind != "code":
                part.pieces.append((place, self._gap(part, place)))
            else:
                part.pieces.append((place, token[0]))

    def _gap(self, part: _Part, space: Span) -> str:
        """What white space comes to: nothing behind another space or where a line of Chinese was wrapped."""
        before = part.pieces[-1][1][-1:] if part.pieces else ""
        after = self.text[space.end : space.end + 1]
        wrapped = "\n" in space.of(self.text) and before and after and is_wide(before) and is_wide(after)
        return "" if before in ("", " ") or wrapped else " "
