"""Values drawn where they stand: numbers, places and dates on an axis, other statements by when they were made.

A drawing is one inline SVG element with a title and a text alternative, without script, style sheet or link, so that
it may stand in any page. Text takes the colour of the page; an interval is a bar, an open end an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from claims.intervals import Interval, days_of, interval_of
from claims.model import Claim, Kind
from claims.scales import scale_of
from registry.model import StoredClaim
from registry.reports.axis import Axis, Scale
from registry.reports.reading import reading
from registry.reports.screen import clipped, columns, plain

WIDTH = 640
_MARGIN = 16
_ROW = 40
_AXIS = 34
_LABEL = 84
_TITLE = 16
_DOTS = 9
_COLOURS: Mapping[str, str] = MappingProxyType({"a": "#2b7bba", "b": "#d9662b"})
_OTHER = "#8a8a8a"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the drawing: what is written above it, and the stretch of the axis it covers; None for no place.

    ``read`` says in words how the value was read, for those who hear the page.
    """

    label: str
    read: str
    interval: Interval | None
    side: str = ""
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a drawing. What stands in braces is put in."""

    dates: str = "Dates"
    places: str = "Places"
    in_time: str = "Statements in time"
    values: str = "Values"
    values_in: str = "Values in {unit}"
    as_of: str = "as of {date}"
    period: str = "{first} to {last}"
    read: str = "{label}, read as {reading}"
    undated: str = "without a date"
    side_a: str = "a"
    side_b: str = "b"


ENGLISH = Wording()


def draw_pair(
    a: StoredClaim,
    b: StoredClaim,
    others: Sequence[StoredClaim] = (),
    *,
    name: str,
    drifted: bool = False,
    words: Wording = ENGLISH,
    titled: bool = False,
) -> str:
    """The drawing of two claims that were compared, and of the ``others`` of their topic, as SVG.

    Numbers stand on a number line, ranks on a scale of places, dates among days. Numbers that hold at different
    dates, and statements without a number, stand on a line of time: at the date stated, else at that of the article;
    so do numbers and ranks of two articles that ``drifted`` apart, by their dates. ``name`` makes the ids of the
    drawing unique in its page; ``titled`` calls articles by their titles where they have one.
    """
    sides = [("a", a), ("b", b), *(("", other) for other in others)]
    kind = a.claim.kind
    label = _Labels(words, titled)
    if kind is Kind.DATE:
        return _drawn(_on_axis(sides, label), Scale.DAYS, words.dates, "", name, words)
    if kind is Kind.FACT or drifted or (kind not in _PLACED and _apart(a.claim, b.claim)):
        return _drawn(_in_time(sides, label), Scale.DAYS, words.in_time, "", name, words)
    if kind in _PLACED:
        return _drawn(_on_axis(sides, label), Scale.PLACES, words.places, "", name, words)
    unit = a.claim.quantity.unit or ""
    title = words.values_in.format(unit=unit) if unit else words.values
    return _drawn(_on_axis(sides, label), Scale.STRAIGHT, title, unit, name, words)


_PLACED = frozenset({Kind.RANK, Kind.SUPERLATIVE})


def _apart(a: Claim, b: Claim) -> bool:
    """Whether both state a date, and the two have no day in common."""
    return bool(a.as_of and b.as_of) and not days_of(a.as_of or "").overlaps(days_of(b.as_of or ""))


@dataclass(frozen=True, slots=True)
class _Labels:
    """What is written above the mark of a claim."""

    words: Wording
    titled: bool

    def __call__(self, side: str, stored: StoredClaim) -> str:
        claim, source = stored.claim, stored.source
        letter = {"a": self.words.side_a, "b": self.words.side_b}.get(side)
        value = f"{letter} {claim.value_quote}" if letter else claim.value_quote
        held, called = self._held(claim.as_of), source.name
        if self.titled and source.title:
            beside = columns(plain("".join(filter(None, (value, held, source.published))))) + _DOTS
            called = clipped(plain(source.title), max(_TITLE, _LABEL - beside))
        return clipped(plain(" · ".join(filter(None, (value, held, called, source.published)))), _LABEL)

    def _held(self, as_of: str | None) -> str | None:
        if not as_of:
            return None
        first, _, last = as_of.partition("/")
        return self.words.as_of.format(date=self.words.period.format(first=first, last=last) if last else first)


def _on_axis(sides: Sequence[tuple[str, StoredClaim]], label: _Labels) -> Iterator[Mark]:
    """The claims at their values, in the unit of the first."""
    first = scale_of(sides[0][1].claim.quantity)
    for side, stored in sides:
        claim, scale = stored.claim, scale_of(stored.claim.quantity)
        if scale.dimension == first.dimension:
            interval = interval_of(claim.quantity).times(scale.size / first.size)
            yield Mark(label(side, stored), reading(claim), interval, side, claim.quantity.approx)


def _in_time(sides: Sequence[tuple[str, StoredClaim]], label: _Labels) -> Iterator[Mark]:
    """The claims at the dates they hold for, else at those of their articles; those without any come last."""
    marks = []
    for side, stored in sides:
        when = stored.claim.as_of or stored.source.published
        marks.append(Mark(label(side, stored), reading(stored.claim), days_of(when) if when else None, side))
    yield from sorted(marks, key=lambda mark: (mark.interval is None, (mark.interval and mark.interval.stated) or 0))


def _drawn(marks: Iterator[Mark], scale: Scale, title: str, unit: str, name: str, words: Wording) -> str:
    rows = list(marks)
    ends = [end for row in rows if row.interval for end in (row.interval.low, row.interval.high) if end.is_finite()]
    axis = Axis.over([float(end) for end in ends], scale)
    height = _MARGIN + _ROW * len(rows) + _AXIS
    said = "; ".join(words.read.format(label=row.label, reading=row.read) for row in rows)
    ident = escape(f"line-{name}", quote=True)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="number-line" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="{ident}-title {ident}-text" '
            'font-family="sans-serif" font-size="13" fill="currentColor">',
            f'<title id="{ident}-title">{escape(title)}</title>',
            f'<desc id="{ident}-text">{escape(said)}</desc>',
            *_ticks(axis, height - _AXIS, unit),
            *(line for number, row in enumerate(rows) for line in _row(row, axis, _MARGIN + _ROW * number, words)),
            "</svg>",
        )
    )


def _ticks(axis: Axis, bottom: int, unit: str) -> Iterator[str]:
    yield (
        f'<line x1="{_MARGIN}" y1="{bottom}" x2="{WIDTH - _MARGIN}" y2="{bottom}" '
        'stroke="currentColor" stroke-opacity="0.6"/>'
    )
    for number, label in axis.ticks():
        x = _x(axis, number)
        yield (
            f'<line x1="{x:.1f}" y1="{_MARGIN}" x2="{x:.1f}" y2="{bottom + 4}" '
            'stroke="currentColor" stroke-opacity="0.15"/>'
        )
        anchor = "start" if x < 40 else "end" if x > WIDTH - 40 else "middle"
        yield f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="{anchor}" font-size="11">{escape(label)}</text>'
    if unit:
        yield f'<text x="{WIDTH - _MARGIN}" y="{bottom + 31}" text-anchor="end" font-size="11">{escape(unit)}</text>'


def _row(mark: Mark, axis: Axis, top: int, words: Wording) -> Iterator[str]:
    colour, y = _COLOURS.get(mark.side, _OTHER), top + 26
    yield f'<text x="{_MARGIN}" y="{top + 12}">{escape(mark.label)}</text>'
    if mark.interval is None:
        yield f'<text x="{_MARGIN}" y="{y + 4}" font-size="11" fill-opacity="0.7">{escape(words.undated)}</text>'
        return
    low, high = mark.interval.low, mark.interval.high
    left = _x(axis, float(low)) if low.is_finite() else float(_MARGIN)
    right = _x(axis, float(high)) if high.is_finite() else float(WIDTH - _MARGIN)
    dashes = ' stroke-dasharray="3 2"' if mark.approx else ""
    if right - left < 6:
        yield (
            f'<circle cx="{(left + right) / 2:.1f}" cy="{y}" r="5" fill="{colour}" '
            f'fill-opacity="{0.35 if mark.approx else 1}" stroke="{colour}"{dashes}/>'
        )
        return
    yield (
        f'<rect x="{left:.1f}" y="{y - 4}" width="{right - left:.1f}" height="8" rx="2" fill="{colour}" '
        f'fill-opacity="0.35" stroke="{colour}"{dashes}/>'
    )
    if not low.is_finite():
        yield f'<path d="M{left:.1f} {y} l9 -7 v14 z" fill="{colour}"/>'
    if not high.is_finite():
        yield f'<path d="M{right:.1f} {y} l-9 -7 v14 z" fill="{colour}"/>'


def _x(axis: Axis, number: float) -> float:
    return _MARGIN + axis.share(number) * (WIDTH - 2 * _MARGIN)
