"""A fact put together from the places of its subject and its value in an English sentence."""

from __future__ import annotations

from claims.facts.arguments import Stretch
from claims.facts.attributes import Attribute
from claims.facts.fact import Fact
from claims.topics.reading import Reading
from claims.topics.words import load_words

COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "remained", "be", "been", "being"})

FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "to", "due", "set"})
"""Words before a verb by which something is yet to be: is to lead, will be, is due to become."""


def stated(
    reading: Reading,
    first: int,
    last: int,
    attribute: Attribute,
    subject: Stretch | None,
    value: Stretch,
    label: str = "",
) -> Fact | None:
    """The fact that the tokens ``first`` to ``last`` state; None where subject and value overlap.

    ``label`` is what editors read where the words of the text say it: the name of an office.
    """
    if subject is not None and subject.span.overlaps(value.span):
        return None
    denied = any(t.text.lower() in load_words().denied for t in reading.tokens[max(0, first - 2) : last + 1])
    label = label or attribute.labels["en"]
    firm = subject is not None and subject.near
    return Fact(attribute.id, label, subject.span if subject else None, value.span, value.parts, denied, firm)


def said(reading: Reading, first: int, last: int) -> str:
    """The words of a run of tokens, in lower case."""
    return " ".join(t.text.lower() for t in reading.tokens[first:last])
