"""A fact put together from the places of its subject and its value in an English sentence."""

from __future__ import annotations

from claims.facts.arguments import Stretch
from claims.facts.attributes import Attribute
from claims.facts.fact import Fact
from claims.facts.states import STATE
from claims.topics.reading import Reading
from claims.topics.words import load_words

COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "remained", "be", "been", "being"})

FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "to", "due", "set"})
"""Words before a verb by which something is yet to be: is to lead, will be, is due to become."""

_NONE = frozenset({"no", "none", "neither"})


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
    own = range(first, last) if attribute.id == STATE else ()
    near = [reading.tokens[n] for n in range(max(0, first - 2), min(last + 1, len(reading.tokens))) if n not in own]
    denied = any(t.text.lower() in load_words().denied for t in near)
    denied |= subject is not None and any(
        t.text.lower() in _NONE for t in reading.tokens[_ahead(subject) : subject.first + 1]
    )
    label = label or attribute.labels["en"]
    firm = subject is not None and subject.near
    return Fact(attribute.id, label, subject.span if subject else None, value.span, value.parts, denied, firm)


def _ahead(subject: Stretch) -> int:
    return max(0, subject.first - 2)


def said(reading: Reading, first: int, last: int) -> str:
    """The words of a run of tokens, in lower case."""
    return " ".join(t.text.lower() for t in reading.tokens[first:last])
