"""Lines that give a property and its value, ``Population: 381,000``, under the heading or title they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from claims.model import Kind, ValueMention
from claims.topics.aspects import Aspect
from claims.topics.bare_numbers import year_stated
from claims.topics.context import Candidate, Context
from claims.topics.name_parts import wording
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.terms import event_of, head_of, role_of, terms_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_COLONS = frozenset(":：")
_LONGEST = 8
_MEANING = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE, Pos.VERB, Pos.ADVERB})


def labelled(reading: Reading, mentions: Sequence[ValueMention], context: Context) -> Mapping[Span, Placement]:
    """The placements of values right behind a colon; empty where a sentence is no line of labels and values.

    What stands before the colon is the property where it is known as one; the subject is then the one of the section,
    of the article or of the text before. A label of another sort (``Note:``, ``Leith:``) places nothing.
    """
    name = owner_of_lines(context)
    found: dict[Span, Placement] = {}
    for label, mention in labels_in(reading, mentions):
        own, owner = _owned(label)
        if subject := wording(reading, owner) or name:
            found[mention.span] = _placement(reading, own, mention, Candidate(subject, 0.0, is_name=True))
    return found


def owner_of_lines(context: Context) -> str | None:
    """Of what a line of labels and values tells: the name of the section, of the article or of the text before."""
    return next((n for n in (context.section, context.title, context.carried) if n and not _is_label(n)), None)


def _placement(reading: Reading, tokens: Sequence[Token], mention: ValueMention, subject: Candidate) -> Placement:
    label = Span(tokens[0].span.start, tokens[-1].span.end)
    telling = _telling(tokens)
    aspect, terms = Aspect(wording(reading, tokens), *head_of(telling)), terms_of(reading, label, ())
    event = next((e for t in telling if (e := event_of(t))), None)
    year = year_stated(mention) if event else None
    if year or mention.quantity.kind is Kind.DATE:
        aspect = Aspect(aspect.wording, event=event or aspect.head)
    return Placement(subject, aspect, year, property_at=label, header=label.of(reading.text), terms=terms)


def labels_in(reading: Reading, mentions: Sequence[ValueMention]) -> Sequence[tuple[Sequence[Token], ValueMention]]:
    """The labels of a sentence that begins with one, each with the value behind its colon."""
    values = {m.span.start: m for m in mentions if m.role is None}
    found: list[tuple[Sequence[Token], ValueMention]] = []
    start = 0
    for n, (colon, behind) in enumerate(pairwise(reading.tokens)):
        if colon.pos is Pos.VALUE:
            start = n + 1
        elif colon.text in _COLONS and behind.span.start in values:
            label = [t for t in reading.tokens[start:n] if t.pos is not Pos.PUNCTUATION]
            if not _is_property(label):
                break
            found.append((label, values[behind.span.start]))
    return found


def _is_property(label: Sequence[Token]) -> bool:
    """Whether the words name a property."""
    if not label or len(label) > _LONGEST or any(t.pos not in _MEANING and t.pos is not Pos.LINK for t in label):
        return False
    own, _ = _owned(label)
    telling = _telling(own)
    generic = own[-1].text.lower() in load_words().generic
    return generic or role_of(head_of(telling)[0]) is not None or any(event_of(t) for t in telling)


def _owned(label: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The property and the name that has it, empty where the label has none: ``Population`` ``of Leith``."""
    link = next((n for n, t in enumerate(label) if t.pos is Pos.LINK), 0)
    before, behind = label[:link], label[link + 1 :]
    own, owner = (before, behind) if link and label[link].text.lower() == "of" else (behind, before)
    return (own, owner) if own and any(t.pos is Pos.NAME for t in owner) else (label, ())


def _telling(label: Sequence[Token]) -> Sequence[Token]:
    """The words that say which property it is; all of them where each is a generic one."""
    content = [t for t in label if t.pos in _MEANING]
    return [t for t in content if t.text.lower() not in load_words().generic] or content


def _is_label(name: str) -> bool:
    """Whether a name taken from a heading is the word for a property."""
    return role_of(head_of(Reading(name, Span(0, len(name))).tokens)[0]) is not None
