"""Leftovers of HTML: entities and tags that a scraper, or an author of Markdown, left in a text."""

from __future__ import annotations

import html
import re

from sources.cleaning.width import narrowed
from sources.offsets import Edit
from sources.span import Span

ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

_BREAKING = "p|br|div|li|ul|ol|tr|table|h[1-6]|section|article|figure|figcaption|blockquote|center"
_FLOWING = "a|b|i|u|s|em|strong|span|font|img|sup|sub|small|big|mark|code|td|th"
_LEFTOVER = re.compile(
    rf"(?P<entity>{ENTITY})"
    rf"|(?P<tag></?(?:(?P<breaking>{_BREAKING})|{_FLOWING})(?:\s{{1,9}}[A-Za-z-]{{1,40}}\s?=[^<>]{{0,2000}})?\s?/?>)",
    re.IGNORECASE,
)


def markup(text: str) -> list[Edit]:
    """Edits that resolve the entities of a plain text and drop its common tags; those that end a line end one."""
    edits = []
    for match in _LEFTOVER.finditer(text):
        new = entity_text(match[0]) if match["entity"] else "\n" if match["breaking"] else tag_text(match[0])
        if new != match[0]:
            edits.append(Edit(Span(*match.span()), new))
    return edits


def entity_text(entity: str) -> str:
    """The character ``entity`` stands for; nothing for one that takes no room, itself if it stands for none."""
    character = narrowed(html.unescape(entity))
    return character if character.isprintable() else ""


def tag_text(tag: str) -> str:
    """What is left of ``tag``: the sign of a power (2⁴⁸ must not read 248), the space of a break, or nothing."""
    name = tag.lower()
    return "^" if name.startswith("<sup") else " " if name.startswith("<br") else ""
