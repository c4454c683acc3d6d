"""From a document to its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.aliases import Aliases
from claims.describe import Article, Place, describe
from claims.facts.claim import fact_claims, persons_once
from claims.facts.holders import with_holders
from claims.facts.statements import statements
from claims.identity import claim_key
from claims.left_out import LeftOut
from claims.model import Claim, Kind, Quantity
from claims.quotations import quotations
from claims.read_sentences import beside, read_sentences, torn
from claims.thread import Thread
from claims.topics.claimless import claims_nothing
from claims.topics.instances import instances_in
from claims.topics.leading import is_product, topic_of_article
from claims.topics.lifespans import parted
from claims.topics.mentions import Mentions
from claims.topics.names import find_names
from claims.topics.people import People, people_of
from claims.topics.reading import Reading
from claims.topics.relations import Relations, mine_relations
from claims.topics.setting import named_again, setting_of, told_apart
from claims.topics.sorts import sorts_of_names
from claims.topics.speeds import with_speeds
from claims.topics.story import story_of
from claims.topics.structures import placements
from claims.topics.sums import with_currency
from claims.topics.superlatives import as_superlative, superlatives
from claims.values import read_values
from claims.values.clock_times import with_time
from claims.watch.fact import Fact
from claims.watch.placing import placed
from sources.cleaning import CleanText, clean
from sources.document import Document

NO_ALIASES = Aliases()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a document. ``left_out`` counts code points of the cleaned ``text``, in order of place."""

    claims: tuple[Claim, ...]
    text: CleanText
    left_out: tuple[LeftOut, ...]


def extract(
    document: Document,
    *,
    language: str | None = None,
    published: str | None = None,
    title: str | None = None,
    aliases: Aliases = NO_ALIASES,
    facts: Sequence[Fact] = (),
) -> tuple[Claim, ...]:
    """The claims alone that :func:`extract_all` finds."""
    return extract_all(
        document, language=language, published=published, title=title, aliases=aliases, facts=facts
    ).claims


def extract_all(
    document: Document,
    *,
    language: str | None = None,
    published: str | None = None,
    title: str | None = None,
    aliases: Aliases = NO_ALIASES,
    facts: Sequence[Fact] = (),
) -> Extraction:
    """The claims of ``document`` in the order of their values, and what of it carries none.

    ``language`` is a BCP 47 tag and ``published`` an ISO date, whole or in part; both may be unknown. Spans count
    code points of ``document.text``; no two claims have the same key. Claims that state one of ``facts`` have its
    subject and attribute.
    """
    text = clean(document.text, format=document.format)
    values = read_values(text.text, language=language, published=published, script=text.script)
    mentions, left_out = tuple(parted(text.text, values.mentions)), list(values.left_out)
    names = find_names(text.text, aliases)
    found = Mentions(mentions)
    read = list(read_sentences(text, found, names, left_out))
    alone = [setting_of(s.reading, s.mentions) for s in read]
    dates = tuple(m for m in mentions if m.quantity.kind is Kind.DATE)
    title = clean(title).text if title else None
    of_all = _of_all([s.reading for s in read], title)
    quoted = quotations(text.text)
    ends = tuple(s.reading.span.end for s in read)
    article = Article(
        document, text, published, dates, quoted, of_all[0], aliases, named_again(alone), *of_all[1:], ends
    )
    article = replace(article, sorts=sorts_of_names([s.reading for s in read], article.people))
    topic = topic_of_article(title, text.text, names.frequency)
    thread = Thread(topic, article.people, sorts=article.sorts, product=is_product(topic, text.text, article.people))
    claims: list[Claim] = []
    settings = told_apart(alone)
    for at, sentence in enumerate(read):
        thread.enter(sentence)
        own = instances_in(sentence.reading)
        context = thread.offers(names.frequency)
        structure = placements(sentence.reading, sentence.mentions, context, sentence.row, found, article.people)
        around = [settings[n] for n in (at - 1, at + 1) if beside(read, at, n)]
        place = Place(
            article,
            sentence.reading,
            sentence.mentions,
            context,
            own,
            thread.release or thread.instances,
            structure,
            settings[at],
            around,
        )
        claims += _claims(place, left_out)
        thread.leave(sentence, own)
    claims += statements(article, [s.reading for s in read], thread.title or "")
    left_out += torn(mentions, read, left_out)
    claims = with_speeds(with_currency(claims, mentions))
    in_order = with_holders(persons_once(sorted(claims, key=lambda claim: (claim.value_span, claim.span))))
    return Extraction(placed(distinct(in_order), facts), text, tuple(sorted(left_out, key=lambda number: number.span)))


def _of_all(readings: Sequence[Reading], title: str | None) -> tuple[Relations, People, tuple[str, ...]]:
    """What all sentences together tell: who belongs to whom, the persons, the names of the story."""
    people = people_of(readings)
    return mine_relations(readings), people, story_of(title, readings, people)


def _claims(place: Place, left_out: list[LeftOut]) -> Iterator[Claim]:
    for mention in map(with_time, place.mentions):
        if reason := claims_nothing(place.reading, mention, place.mentions, place.article.published):
            left_out.append(LeftOut(mention.span, reason))
            continue
        yield describe(place, mention.span, as_superlative(place.reading, mention) or mention.quantity)
    found = tuple(superlatives(place.reading))
    for superlative in found:
        # A place among several (之一) bounds nothing.
        bound = None if superlative.shared else Decimal(1)
        quantity = Quantity(Kind.SUPERLATIVE, bound, bound, approx=superlative.shared)
        yield describe(place, superlative.span, quantity)
    yield from fact_claims(place, [superlative.span for superlative in found])


def distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with keys of their own: those that say the same are told apart by their neighbours, then by order."""
    seen: Counter[str] = Counter()
    kept = []
    for claim in claims:
        key = claim.key
        if seen[key]:
            key = claim_key(claim.value_quote, claim.sentence, claim.prefix, claim.suffix)
        seen[key] += 1
        if key != claim.key:
            seen[claim.key] += 1
        count = seen[key]
        kept.append(replace(claim, key=key if count == 1 else f"{key}-{count}"))
    return tuple(kept)
