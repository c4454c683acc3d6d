"""Lists that hand out one value to each of their members: ``Hull and Goole handled 9 and 4 million tonnes``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.model import Kind, ValueMention
from claims.topics.aspects import Aspect, aspect_of
from claims.topics.bare_numbers import with_last_unit
from claims.topics.context import Candidate
from claims.topics.name_parts import ends_as_organisation
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.series import Member, members_after, members_before, values_in_series
from claims.topics.terms import head_of, role_of
from claims.topics.timing import Timing
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_PROPERTIES = frozenset({"attribute", "event", "activity"})


def listed(reading: Reading, mentions: Sequence[ValueMention]) -> Mapping[Span, Placement]:
    """The placements of the values that a sentence hands out, one to each member of a series as long as theirs.

    With a word for it (分别, ``respectively``) the members may be names, properties or dates, before the values or
    behind them; without one they must be names right before the values.
    """
    found: dict[Span, Placement] = {}
    for series in values_in_series(reading, mentions):
        marker = _marker(reading, series)
        members = _members(reading, series, marker)
        if members:
            found.update(_handed_out(reading, series, members))
        elif marker and (dates := _dates(series, mentions)):
            found.update(_dated(series, dates))
    return found


def _marker(reading: Reading, series: Sequence[ValueMention]) -> Token | None:
    """The distributing word of the series: the nearest one with no other series of values between."""
    words = load_words().distributing
    near = [t for t in reading.tokens if t.text.lower() in words]
    start, end = series[0].span.start, series[-1].span.end
    return min(near, key=lambda t: max(start - t.span.end, t.span.start - end), default=None)


def _members(reading: Reading, series: Sequence[ValueMention], marker: Token | None) -> tuple[Member, ...]:
    start, end = series[0].span.start, series[-1].span.end
    if marker is None:
        members = members_before(reading, start, len(series))
        sure = any(m.is_name for m in members) and not _goes_on(reading, members[0]) and _one_unit(series)
        return members if sure else ()
    if marker.span.start < start:
        return members_before(reading, marker.span.start, len(series))
    if reading.chinese:
        behind = reading.tokens_in(Span(marker.span.end, reading.span.end))
        verbs = [t for t in behind[:2] if t.pos in (Pos.VERB, Pos.PREPOSITION)]
        return members_after(reading, verbs[-1].span.end if verbs else marker.span.end, len(series))
    return members_before(reading, start, len(series)) or _behind(reading, end, marker, len(series))


def _one_unit(series: Sequence[ValueMention]) -> bool:
    """Whether no two values count different things."""
    return len({m.quantity.unit for m in series if m.quantity.unit}) <= 1


def _behind(reading: Reading, end: int, marker: Token, count: int) -> tuple[Member, ...]:
    """The members between the values and the marker: ``9 and 4 million tonnes went to Hull and Goole respectively``."""
    return members_before(reading, marker.span.start, count) if marker.span.start > end else ()


def _goes_on(reading: Reading, first: Member) -> bool:
    """Whether the series has more members before ``first``."""
    ahead = reading.tokens_in(Span(reading.span.start, first.span.start))
    return bool(ahead) and ahead[-1].text in ("、", "和", "与", "及", "and")


def _handed_out(
    reading: Reading, series: Sequence[ValueMention], members: Sequence[Member]
) -> Iterator[tuple[Span, Placement]]:
    quantities = with_last_unit(series)
    whole = Span(series[0].span.start, series[-1].span.end)
    shared, rest = _shared(reading, whole, members, quantities[-1].kind)
    properties = _are_properties(members)
    named = any(m.is_name for m in members)
    for mention, member, quantity in zip(series, members, quantities, strict=True):
        apart = tuple(m.span for m in members if m is not member)
        if properties:
            head, modifiers = head_of((*member.tokens, *member.rest))
            aspect = Aspect(_wording(reading, (*member.tokens, *member.rest)), head, modifiers)
            yield (
                mention.span,
                Placement(aspect=aspect, quantity=quantity, whole=whole, property_at=member.span, apart=apart),
            )
        else:
            subject = Candidate(_name(reading, member, members[-1], rest), 0.0, named, "", member.span)
            yield mention.span, Placement(subject, shared, quantity, whole=whole, apart=apart)


def _shared(reading: Reading, whole: Span, members: Sequence[Member], kind: Kind) -> tuple[Aspect, str]:
    """The property that every value of the series at ``whole`` states, and what ends the name of every member.

    What follows the last member is the one or the other: 常住人口 in ``甲市和乙市常住人口``, ``teams`` in
    ``the Dutch and Polish teams``. A thing is the property only where nothing else is counted.
    """
    rest = members[-1].rest
    wording = _wording(reading, rest)
    own = {_wording(reading, m.tokens) for m in members} | {_wording(reading, (*members[-1].tokens, *rest)), wording}
    aspect = aspect_of(reading, whole, kind)
    told = aspect.wording not in own
    role = role_of(head_of(rest)[0]) if rest else None
    if role in _PROPERTIES or (role and kind is Kind.COUNT and not told):
        head, modifiers = head_of(rest)
        return Aspect(wording, head, modifiers, aspect.event), ""
    return (aspect if told else Aspect(event=aspect.event)), wording


def _are_properties(members: Sequence[Member]) -> bool:
    """Whether the members are properties of one subject (出口额和进口额) and not subjects of one property."""
    return all(role_of(head_of((*m.tokens, *m.rest))[0]) in _PROPERTIES and not m.is_name for m in members)


def _name(reading: Reading, member: Member, last: Member, rest: str) -> str:
    """The name of a member, with the class that follows the last one and holds for all: 甲山、乙水两县."""
    name = _wording(reading, member.tokens)
    if rest and not name.endswith(rest):
        return name + ("" if reading.chinese else " ") + rest
    following = next((t for t in reading.tokens if t.span.start >= last.span.end), None)
    kind = following.text[-1:] if following and following.pos is Pos.VALUE else ""
    if reading.chinese and kind and ends_as_organisation(kind, load_words()) and not name.endswith(kind):
        return name + kind
    return name


def _wording(reading: Reading, tokens: Sequence[Token]) -> str:
    return Span(tokens[0].span.start, tokens[-1].span.end).of(reading.text).strip() if tokens else ""


def _dates(series: Sequence[ValueMention], mentions: Sequence[ValueMention]) -> Sequence[ValueMention]:
    """As many dates before the series as it has values, when these are all."""
    dates = [m for m in mentions if m.quantity.kind is Kind.DATE and m.span.end <= series[0].span.start]
    return dates if len(dates) == len(series) and series[0].quantity.kind is not Kind.DATE else ()


def _dated(series: Sequence[ValueMention], dates: Sequence[ValueMention]) -> Iterator[tuple[Span, Placement]]:
    for mention, date, quantity in zip(series, dates, with_last_unit(series), strict=True):
        low, high = date.quantity.low, date.quantity.high
        as_of = str(low) if low == high else f"{low or ''}/{high or ''}"
        yield mention.span, Placement(quantity=quantity, timing=Timing(as_of, "during"))
