"""From a document to its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims.aliases import Aliases
from claims.describe import Article, Place, describe
from claims.facts.claim import fact_claims, persons_once
from claims.facts.holders import with_holders
from claims.facts.statements import statements
from claims.identity import claim_key
from claims.left_out import LeftOut, Reason
from claims.model import Claim, Kind, Quantity, ValueMention
from claims.quotations import quotations
from claims.sentences import sentences
from claims.topics.absences import absences
from claims.topics.claimless import claims_nothing
from claims.topics.instances import Instance, designations, instances_in, opens_with_release
from claims.topics.labels import labels_in
from claims.topics.leading import carried_on, is_product, says_something, section_name, topic_of_article
from claims.topics.lifespans import parted
from claims.topics.mentions import Mentions
from claims.topics.names import Names, find_names
from claims.topics.naming import folded
from claims.topics.outline import HEADING, PARTS, outlined
from claims.topics.people import People, people_of
from claims.topics.reading import Reading
from claims.topics.relations import Relations, mine_relations
from claims.topics.setting import named_again, setting_of, told_apart
from claims.topics.sorts import Thing, sorts_of_names
from claims.topics.speeds import with_speeds
from claims.topics.story import story_of
from claims.topics.structures import placements
from claims.topics.subjects import Context
from claims.topics.sums import with_currency
from claims.topics.superlatives import as_superlative, superlatives
from claims.topics.tables import Row, tables_in
from claims.topics.things import thing_of
from claims.values import read_values
from claims.values.clock_times import with_time
from claims.watch.fact import Fact
from claims.watch.placing import placed
from sources.cleaning import Block, CleanText, clean
from sources.document import Document
from sources.span import Span

NO_ALIASES = Aliases()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a document. ``left_out`` counts code points of the cleaned ``text``, in order of place."""

    claims: tuple[Claim, ...]
    text: CleanText
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence read, the block it stands in, its value expressions and the row of a table that it is."""

    block: Block
    reading: Reading
    mentions: tuple[ValueMention, ...]
    row: Row | None = None


@dataclass(slots=True)
class _Thread:
    """What the reader of an article keeps in mind from sentence to sentence."""

    title: str | None
    people: People
    block: Block | None = None
    section: str | None = None
    carried: str | None = None
    hero: str | None = None
    stale: bool = False
    product: bool = False
    person: str | None = None
    thing: Thing | None = None
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    instances: tuple[Instance, ...] = ()
    release: tuple[Instance, ...] = ()
    heads_a_list: bool = False

    def enter(self, sentence: _Sentence) -> None:
        """Goes on to a sentence: a heading opens a section, which forgets the versions named in the last."""
        if sentence.block is not self.block and sentence.block.kind == HEADING:
            self.section, self.carried, self.instances = section_name(sentence.reading), None, ()
            self.hero = self.section if self.section and self.is_of_a_person(self.section) else None
        self.stale |= sentence.block is not self.block and sentence.block.kind not in PARTS
        if sentence.block is not self.block and not (self.heads_a_list and sentence.block.kind in PARTS):
            self.release, self.heads_a_list = (), False
        self.block = sentence.block

    def offers(self, frequency: Mapping[str, int]) -> Context:
        """What earlier text offers the sentence; ``frequency`` counts the names of the article."""
        return Context(
            carried=self.carried,
            section=self.section,
            title=self.title,
            person=self.person,
            frequency=frequency,
            thing=self.thing,
            hero=self.hero,
            stale=self.stale,
            product=self.product,
        )

    def leave(self, sentence: _Sentence, own: tuple[Instance, ...]) -> None:
        """Keeps the name that the sentence was about and the versions it named; a list goes on with its paragraph."""
        if opens_with_release(sentence.reading):
            self.release, self.heads_a_list = self.of_the_title(own), sentence.block.kind not in PARTS
            if sentence.block.kind == HEADING:
                self.instances = self.release
        in_list = sentence.row is not None or labels_in(sentence.reading, sentence.mentions)
        if sentence.block.kind not in PARTS and not in_list and says_something(sentence.reading):
            about_title = self.title and self.title in sentence.reading.wording
            english = not sentence.reading.chinese
            named = carried_on(sentence.reading, self.carried)
            person = english and named is not None and self.is_of_a_person(named)
            if person:
                self.hero = named
            if about_title or not person:
                self.go_on_with(self.title if about_title else named)
            self.person = self.people.mentioned(sentence.reading) or self.person
            self.thing = thing_of(sentence.reading, self.people, self.sorts) or self.thing
            renewed = {i.name for i in own}
            self.instances = (*(i for i in self.instances if i.name not in renewed), *own)

    def of_the_title(self, own: tuple[Instance, ...]) -> tuple[Instance, ...]:
        """Numbers of releases that stand without a name, as those of what the title names."""
        series = folded(self.title).split()[-1:] if self.title else []
        return tuple(replace(i, name=series[0]) if series and not i.name and "." in i.number else i for i in own)

    def is_of_a_person(self, name: str) -> bool:
        """Whether a name is a person's; where the title's is one, only if the article shows it."""
        biography = self.title is not None and self.people.is_person(self.title)
        return self.people.is_person(name) or (not biography and name != self.title and self.people.may_be(name))

    def go_on_with(self, name: str | None) -> None:
        """Keeps the name of what is no person for the sentences that name nothing of their own."""
        if name:
            self.carried, self.stale = name, False


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
    read = list(_sentences(text, found, names, left_out))
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
    thread = _Thread(topic, article.people, sorts=article.sorts, product=is_product(topic, text.text, article.people))
    claims: list[Claim] = []
    settings = told_apart(alone)
    for at, sentence in enumerate(read):
        thread.enter(sentence)
        own = instances_in(sentence.reading)
        context = thread.offers(names.frequency)
        structure = placements(sentence.reading, sentence.mentions, context, sentence.row, found, article.people)
        around = [settings[n] for n in (at - 1, at + 1) if _beside(read, at, n)]
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
    left_out += _torn(mentions, read, left_out)
    claims = with_speeds(with_currency(claims, mentions))
    in_order = with_holders(persons_once(sorted(claims, key=lambda claim: (claim.value_span, claim.span))))
    return Extraction(placed(distinct(in_order), facts), text, tuple(sorted(left_out, key=lambda number: number.span)))


def _of_all(readings: Sequence[Reading], title: str | None) -> tuple[Relations, People, tuple[str, ...]]:
    """What all sentences together tell: who belongs to whom, the persons, the names of the story."""
    people = people_of(readings)
    return mine_relations(readings), people, story_of(title, readings, people)


def _torn(mentions: Sequence[ValueMention], read: Sequence[_Sentence], left_out: Sequence[LeftOut]) -> list[LeftOut]:
    """The values that lie in no sentence and in nothing that was left out as a whole."""
    seen = [m.span for sentence in read for m in sentence.mentions]
    whole = set(seen)
    rest = [m.span for m in mentions if m.span not in whole and not any(span.contains(m.span) for span in seen)]
    return [LeftOut(span, Reason.TORN) for span in rest if not any(o.span.contains(span) for o in left_out)]


def _sentences(text: CleanText, mentions: Mentions, names: Names, left_out: list[LeftOut]) -> Iterator[_Sentence]:
    blocks = tuple(outlined(text.text, text.blocks))
    tables = tables_in(text.text, blocks)
    for block in blocks:
        if block.kind == "code" or block.span in tables.heads:
            left_out.append(LeftOut(block.span, Reason.CODE if block.kind == "code" else Reason.TABLE_HEAD))
            continue
        row = tables.rows.get(block.span)
        if row:
            left_out.append(LeftOut(Span(block.span.start, row.label.end), Reason.ROW_LABEL))
        for span in (block.span,) if row else sentences(text.text, block.span):
            inside = row.values(mentions) if row else mentions.inside(span)
            if span in tables.captions:
                units = [m for m in inside if not any(c.isdigit() for c in m.surface)]
                left_out += (LeftOut(m.span, Reason.CAPTION_UNIT) for m in units)
                inside = tuple(m for m in inside if m not in units)
            reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            if not row and (labels := designations(reading, inside)):
                left_out += (LeftOut(m.span, Reason.VERSION) for m in labels)
                inside = tuple(m for m in inside if m not in labels)
                reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            if not row and (none := absences(reading, inside)):
                inside = tuple(
                    sorted(
                        (*none, *(m for m in inside if not any(m.span.overlaps(n.span) for n in none))),
                        key=lambda m: m.span,
                    )
                )
                reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            yield _Sentence(block, reading, inside, row)


def _beside(read: Sequence[_Sentence], at: int, other: int) -> bool:
    """Whether both sentences stand in one paragraph."""
    return 0 <= other < len(read) and read[other].row is None and read[other].block is read[at].block


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
