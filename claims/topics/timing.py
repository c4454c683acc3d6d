"""When a value holds: the date beside it, as a point at which something was counted or a period it ran over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Kind, ValueMention
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_DATED = re.compile(r" (?:in |by |at |on |during |as of )(?:the )?|\s?[(（]")
"""What stands between a value and the date that it holds at, whatever other date is as near."""

_COMPARED = re.compile(r"\b(?:from|than|against|to)(?: (?:about|some|nearly|around|just))? $")


@dataclass(frozen=True, slots=True)
class Timing:
    """``as_of`` is an ISO date or a range ``first/last``; ``kind`` is ``at``, ``during`` or, unknown, empty."""

    as_of: str | None = None
    kind: str = ""


def timing_of(
    reading: Reading, value: Span, mentions: Sequence[ValueMention], published: str | None, *, stock: bool = False
) -> Timing:
    """The date at which the value at ``value`` holds, from the dates of its sentence or the date of the article.

    The date of the clause wins over one in an earlier clause, and of two the one right behind it (60 GW in 2023), or
    the nearer one; a word for the present keeps
    those out. Of a ``stock``, as staff or debts are, no event told before it is the date: 2009年成立，员工300人. A date
    holds at no date.
    """
    if any(m.span == value and m.quantity.kind is Kind.DATE for m in mentions):
        return Timing()
    clause = reading.clause_of(value)
    dates = [m for m in mentions if m.quantity.kind is Kind.DATE and _resolved(m) and not _compared_with(reading, m)]
    inside = [m for m in dates if clause.contains(m.span) and not _of_event(reading, m)]
    opening = Span(clause.start, max(clause.start, value.start)).of(reading.text).lower()
    present = any(word in opening for word in load_words().current)
    before = [m for m in dates if m.span.end <= clause.start and not _of_event(reading, m)]
    told = [m for m in before if not present and not (stock and _tells_event(reading, m, mentions))]
    nearest = min(inside, key=lambda m: abs(m.span.start - value.start), default=told[-1] if told else None)
    chosen = next((m for m in mentions if _holds_at(reading, value, m)), nearest)
    if chosen is not None:
        return Timing(_iso(chosen), "at" if _counted_at(reading, chosen) else "during")
    return Timing(published, "at") if published and present else Timing()


def _holds_at(reading: Reading, value: Span, date: ValueMention) -> bool:
    """Whether the date right behind a value, or right before it with 的, is when it holds, however near others are."""
    if date.quantity.kind is not Kind.DATE or not _resolved(date):
        return False
    if reading.chinese and reading.text[date.span.end : value.start] == "的":
        return True
    behind = date.span.start >= value.end and reading.clause_of(value).contains(date.span)
    return behind and _DATED.fullmatch(reading.text, value.end, date.span.start) is not None


def only_dates(reading: Reading, date: ValueMention, mentions: Sequence[ValueMention]) -> bool:
    """Whether the date does no more than say when another value of the sentence held.

    That is so when it opens its clause, and the clause (or, when it stands alone, the next one) states a figure
    with a verb that only states: a date beside any other verb, or with a figure only joined to it, dates an event.
    """
    if _hangs_on_value(reading, date, mentions):
        return True
    others = [m for m in mentions if m.quantity.kind is not Kind.DATE and m.span.start >= date.span.end]
    if not others or _of_event(reading, date):
        return False
    clause = reading.clause_of(date.span)
    if not _opens(reading, date, clause):
        return False
    if _counted_at(reading, date):
        return True
    reach = reading.clause_of(others[0].span)
    between = reading.tokens_in(Span(date.span.end, max(date.span.end, others[0].span.start)))
    verbs = _ruling_verbs(between)
    words = load_words()
    if between and between[0].text.lower() in words.accompanying:
        return False
    stated = all(v.text.lower() in words.stative for v in verbs)
    if reach == clause:
        return stated
    return stated and bool(verbs) and clause.contains(reach)


def _hangs_on_value(reading: Reading, date: ValueMention, mentions: Sequence[ValueMention]) -> bool:
    """Whether the date says when a figure held that another is compared with: 从上一年的9000万元, *from 40 in 2019*."""
    for value in mentions:
        if value.quantity.kind is Kind.DATE or value.role:
            continue
        if reading.text[date.span.end : value.span.start] == "的" and reading.chinese:
            return True
        if reading.text[value.span.end : date.span.start] == " in " and _COMPARED.search(
            reading.text, reading.span.start, value.span.start
        ):
            return True
    return False


def _ruling_verbs(between: Sequence[Token]) -> list[Token]:
    """The verbs that lead to a value behind them: none that a noun follows, as 营业 in 营业收入."""
    last = max((n for n, t in enumerate(between) if t.pos in (Pos.NOUN, Pos.NAME)), default=-1)
    return [t for t in between[last + 1 :] if t.pos is Pos.VERB]


def _compared_with(reading: Reading, date: ValueMention) -> bool:
    """Whether the date is what a figure is compared with: 比上年, ``up from 2021``."""
    ahead = reading.tokens_in(Span(reading.span.start, max(reading.span.start, date.span.start)))
    return bool(ahead) and ahead[-1].text.lower() in load_words().comparing


def _resolved(mention: ValueMention) -> bool:
    # "the year" points at a date told elsewhere, "the year of its release"
    return not mention.role and (isinstance(mention.quantity.low, str) or isinstance(mention.quantity.high, str))


def _iso(mention: ValueMention) -> str:
    low, high = mention.quantity.low, mention.quantity.high
    return f"{low or ''}/{high or ''}" if low != high else str(low)


def _opens(reading: Reading, date: ValueMention, clause: Span) -> bool:
    ahead = reading.tokens_in(Span(clause.start, max(clause.start, date.span.start)))
    return all(t.pos not in (Pos.NOUN, Pos.NAME, Pos.VERB, Pos.VALUE) or t.text in load_words().dated for t in ahead)


def _counted_at(reading: Reading, date: ValueMention) -> bool:
    words = load_words()
    if date.surface.lower() in words.current | words.todays:
        return True
    ahead = reading.text[max(reading.span.start, date.span.start - 16) : date.span.start].rstrip().lower()
    return any(ahead.endswith(word) or date.surface.lower().startswith(word + " ") for word in words.dated) or (
        date.surface.startswith(("截至", "截止"))
    )


def _tells_event(reading: Reading, date: ValueMention, mentions: Sequence[ValueMention]) -> bool:
    """Whether the clause of the date tells what happened then, and states no figure of it."""
    clause = reading.clause_of(date.span)
    if any(m.quantity.kind is not Kind.DATE and not m.role and clause.contains(m.span) for m in mentions):
        return False
    told = reading.tokens_in(Span(date.span.end, max(date.span.end, clause.end)))
    return not _counted_at(reading, date) and any(t.pos in (Pos.VERB, Pos.NOUN, Pos.NAME) for t in told)


def _of_event(reading: Reading, date: ValueMention) -> bool:
    """Whether the date belongs to an event told in passing: ``成立于2009年的``, ``founded in 2009``, ``(May 1994)``."""
    ahead = reading.text[max(reading.span.start, date.span.start - 1) : date.span.start]
    behind = reading.text[date.span.end : date.span.end + 1]
    if ahead in ("于", "(", "（") or behind == "的":
        return True
    tokens = reading.tokens_in(Span(reading.span.start, date.span.start))
    return len(tokens) >= 2 and tokens[-1].text.lower() in ("in", "on") and tokens[-2].pos is Pos.VERB
