"""One claim put together from a value and the sentence around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.aliases import Aliases
from claims.identity import claim_key
from claims.intervals import interval_of
from claims.model import Claim, Features, Kind, Modality, Quantity, ValueMention
from claims.quotations import Quotation, beside
from claims.topics.absences import NONE_OF_IT
from claims.topics.ages import AGE, of_a_person
from claims.topics.aspects import Aspect, aspect_of
from claims.topics.context import Candidate, Context
from claims.topics.contrasts import contrasts_in
from claims.topics.instances import Instance, numbers_for
from claims.topics.modality import modality_of, speaker_of
from claims.topics.naming import folded
from claims.topics.narrowing import narrowed_by
from claims.topics.opponents import opponents_in
from claims.topics.people import NOBODY, People
from claims.topics.placement import UNPLACED, Placement
from claims.topics.places import name_key
from claims.topics.properties import properties_of
from claims.topics.reading import Reading
from claims.topics.relations import Relations
from claims.topics.scoping import scope_of, scopes_in
from claims.topics.setting import NO_SETTING, Setting, beside_figures, words_around
from claims.topics.subjects import candidates, is_loose
from claims.topics.superlatives import place_key, superlative_key
from claims.topics.terms import terms_of
from claims.topics.timing import Timing, timing_of
from claims.topics.words import load_words
from sources.cleaning import CleanText
from sources.document import Document
from sources.span import Span

CONTEXT = 32
"""Code points of the document kept before and behind a quote."""

_NAMES_KEPT = 3
_FEW_TERMS = 2
_SLOT_HAN = 8
_LONGEST_SETTING = 14
_SLOT_LATIN = 24
_NAME_MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class Article:
    """What holds for every claim of a document; ``keeps_naming`` are the words of the names it has more than once,
    ``ends`` the places where its sentences end, ``sorts`` says of names what sort of thing they are."""

    document: Document
    text: CleanText
    published: str | None
    dates: tuple[ValueMention, ...]
    quotations: tuple[Quotation, ...]
    relations: Relations
    aliases: Aliases
    keeps_naming: frozenset[str] = frozenset()
    people: People = NOBODY
    story: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with all that is known around it.

    ``mentions`` are the value expressions inside it, ``instances`` the members of a series that it names, ``earlier``
    those that the text before it named. ``placements`` say what a list, table or label makes of its values.
    """

    article: Article
    reading: Reading
    mentions: Sequence[ValueMention]
    context: Context
    instances: tuple[Instance, ...]
    earlier: tuple[Instance, ...]
    placements: Mapping[Span, Placement] = field(default_factory=dict)
    setting: Setting = NO_SETTING
    around: Sequence[Setting] = ()


def describe(place: Place, value: Span, quantity: Quantity) -> Claim:
    """The claim that the sentence makes with the value at ``value`` of the clean text."""
    reading = place.reading
    placed = place.placements.get(value, UNPLACED)
    quantity = placed.quantity or quantity
    if quantity.kind is Kind.RANK:
        quantity = replace(quantity, unit=None)  # what the place is among (届, 城) is no unit of it
    named = placed.among(candidates(reading, value, quantity.kind, place.context))
    named = _canonical(named, place.article)
    aspect = placed.aspect or aspect_of(reading, value, quantity.kind, named[0].span if named else None)
    stock, whole = aspect.head in load_words().stocks, placed.whole or value
    timing = placed.timing or timing_of(reading, whole, place.mentions, place.article.published, stock=stock)
    quote = _quote(reading, value, named)
    modality = modality_of(reading, value)  # what denies that there is any is in the number already
    return replace(
        claim_at(place.article, reading.span, quote, value, quantity),
        section=place.context.section,
        subject=named[0].name if named else None,
        attribute=_attribute(named, aspect),
        scope=scope_of(reading, value),
        text=value.of(reading.text) if quantity.kind is Kind.SUPERLATIVE else None,
        as_of=timing.as_of,
        modality=Modality.ACTUAL if modality is Modality.DENIED and quantity == NONE_OF_IT else modality,
        attributed_to=speaker_of(reading),
        features=_features(place, value, quantity, placed, named, aspect, timing),
    )


def _features(
    place: Place,
    value: Span,
    quantity: Quantity,
    placed: Placement,
    named: Sequence[Candidate],
    aspect: Aspect,
    timing: Timing,
) -> Features:
    """What matching compares of the claim, drawn from the sentence and its neighbours."""
    reading = place.reading
    clause = reading.clause_of(placed.whole or value)
    scopes = [place for _, place in scopes_in(reading, clause)]
    names, topic = _names(named, clause), name_key(place.context.title or "")
    features = Features(
        names=names,
        named=bool(named) and named[0].is_name,
        loose=bool(named) and is_loose(reading, named[0]),
        beside=tuple(sorted({name_key(c.name) for c in named if c.is_name and c.span} - set(names))),
        related=place.article.relations.get(names[0], ()) if names else (),
        head=aspect.head,
        event=aspect.event,
        modifiers=tuple(sorted(set(aspect.modifiers))),
        terms=_terms(reading, clause, [*reading.values, value, *_subject_spans(named), *scopes], placed),
        instances=numbers_for((*names, topic), place.instances, place.earlier),
        contrasts=contrasts_in(
            f"{placed.header} {_setting(reading, clause)} {_without(reading, clause, [value, *placed.apart])}"
        ),
        superlative=_measure_of_place(reading, value, quantity),
        properties=properties_of(reading, value, quantity.kind),
        narrowed=() if quantity == NONE_OF_IT else narrowed_by(reading, value),
        against=opponents_in(reading),
        setting=tuple(sorted(place.setting.words)),
        around=words_around(place.setting, place.around, topic),
        figures=beside_figures(place.setting, place.around, value),
        frame=_frame(reading, reading.span),
        slot=_frame(reading, _around(reading, value)),
        topic=topic,
        story=place.article.story,
        quotations=_quotations(place, value) if quantity.kind is Kind.DATE else (),
        as_of_kind=timing.kind,
        published=place.article.published,
    )
    return of_a_person(features) if aspect == AGE else features


def claim_at(article: Article, sentence: Span, quote: Span, value: Span, quantity: Quantity) -> Claim:
    """The claim of a quote and a value, both inside a sentence of the clean text, with nothing said of it yet."""
    text, source = article.document.text, article.text.source_span(quote)
    value_source, wording = article.text.source_span(value), sentence.of(article.text.text)
    return Claim(
        key=claim_key(value.of(article.text.text), wording),
        span=source,
        quote=source.of(text),
        value_span=value_source,
        value_quote=value_source.of(text),
        quantity=quantity,
        sentence=wording,
        value_at=Span(value.start - sentence.start, value.end - sentence.start),
        prefix=text[max(0, source.start - CONTEXT) : source.start],
        suffix=text[source.end : source.end + CONTEXT],
        damaged=article.text.damaged(quote),
    )


def _quote(reading: Reading, value: Span, named: Sequence[Candidate]) -> Span:
    """The shortest stretch with the value and, where the sentence lets it, the subject."""
    subject = named[0].span if named else None
    clause = reading.clause_of(value)
    if subject is None or not reading.span.contains(subject):
        return clause if clause.contains(value) else value
    return Span(min(subject.start, value.start), max(subject.end, value.end))


def _attribute(named: Sequence[Candidate], aspect: Aspect) -> str | None:
    rest = named[0].rest if named else ""
    if rest and rest != aspect.wording and not aspect.wording.endswith(rest):
        return (
            f"{rest} {aspect.wording}".strip()
            if aspect.wording and aspect.wording.isascii()
            else aspect.wording or rest
        )
    return aspect.wording or rest or None


def _canonical(named: Sequence[Candidate], article: Article) -> list[Candidate]:
    called = ((c, article.people.canonical(c.name)) for c in named)
    return [replace(candidate, name=article.aliases.canonical(name)) for candidate, name in called]


def _names(named: Sequence[Candidate], clause: Span) -> tuple[str, ...]:
    """The best candidates; what is only spoken of later stands beside them."""
    near = [
        c for c in named[1:] if c.score >= named[0].score - _NAME_MARGIN and (not c.span or c.span.start < clause.end)
    ]
    kept = [c.name for c in (*named[:1], *near)][:_NAMES_KEPT]
    return tuple(dict.fromkeys(name_key(name) for name in kept))


def _subject_spans(named: Sequence[Candidate]) -> list[Span]:
    return [c.span for c in named[:1] if c.span and c.is_name]


def _terms(reading: Reading, clause: Span, leave_out: Sequence[Span], placed: Placement) -> tuple[str, ...]:
    """The telling words of the clause and the header; of the whole sentence where these have next to none."""
    leave_out = [*leave_out, *placed.apart]
    terms = {*terms_of(reading, clause, leave_out), *placed.terms}
    if len(terms) < _FEW_TERMS:
        terms |= set(terms_of(reading, reading.span, leave_out))
    return tuple(sorted(terms))


def _measure_of_place(reading: Reading, value: Span, quantity: Quantity) -> str:
    """The sort of a superlative, or that of a place told by one: the second-tallest, 第二大."""
    if quantity.kind is Kind.SUPERLATIVE:
        return superlative_key(value.of(reading.text))
    return place_key(reading, value) if quantity.kind is Kind.RANK else ""


def _quotations(place: Place, value: Span) -> tuple[str, ...]:
    own = [interval_of(m.quantity) for m in place.article.dates if m.span == value]
    rivals = [m for m in place.article.dates if m.span != value]
    others = [m.span for m in rivals if own and not interval_of(m.quantity).overlaps(own[0])]
    told = any(t.text.lower() in load_words().speakers for t in place.reading.tokens)
    quoted, dates = place.article.quotations, [m.span for m in rivals]
    return beside(quoted, value, dates, place.reading.span, told=told, others=others, ends=place.article.ends)


def _setting(reading: Reading, clause: Span) -> str:
    """A short opening of the sentence before ``clause``, as one that says when: 五一假期首日."""
    opening = reading.text[reading.span.start : clause.start]
    return opening if len(opening) <= _LONGEST_SETTING and reading.chinese else ""


def _without(reading: Reading, clause: Span, leave_out: Sequence[Span]) -> str:
    """The clause with a space for each stretch of ``leave_out``."""
    pieces, at = [], clause.start
    for span in sorted(leave_out):
        pieces.append(reading.text[at : max(at, min(span.start, clause.end))])
        at = max(at, min(span.end, clause.end))
    return " ".join([*pieces, reading.text[at : clause.end]])


def _around(reading: Reading, value: Span) -> Span:
    """The stretch of the sentence that tells which of its values this one is."""
    reach = _SLOT_HAN if reading.chinese else _SLOT_LATIN
    return Span(max(reading.span.start, value.start - reach), min(reading.span.end, value.end + reach))


def _frame(reading: Reading, stretch: Span) -> str:
    """A stretch of the sentence with ``#`` for each value expression."""
    pieces, at = [], stretch.start
    for value in reading.values:
        if value.overlaps(stretch):
            pieces += [reading.text[at : max(at, value.start)], "#"]
            at = value.end
    return folded("".join([*pieces, reading.text[at : max(at, stretch.end)]]))
