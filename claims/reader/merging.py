"""What a model said laid over what grammar read: never a value, only what a value is said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.describe import Article, claim_at
from claims.extract import Extraction, distinct
from claims.facts.attributes import attributes
from claims.facts.claim import STATED
from claims.model import Claim, Features, Kind, Modality, ReadBy
from claims.reader.answer import Answer, FactReading, ValueReading
from claims.reader.passage import Passage, plain, stands_in
from claims.reader.prompt import told_facts
from claims.reader.reader import Reader
from claims.sentences import sentences
from claims.topics.aspects import EDITION
from claims.topics.naming import folded
from claims.topics.places import name_key
from claims.topics.reading import Reading, is_chinese
from claims.topics.scopes import load_scopes
from claims.topics.terms import event_of, head_of, terms_of
from claims.topics.tokens import Pos, Token
from sources.script import to_simplified
from sources.span import Span

_LONGEST_NAME = 80
_LONGEST_ATTRIBUTE = 40
_WHOLE_DATE = 10
_PLACED = ("subject", "attribute")


@dataclass(frozen=True, slots=True)
class Refused:
    """How much of the answers on a passage was not taken over: quotes that do not stand there, and other words."""

    quotes: int = 0
    words: int = 0

    def __add__(self, other: Refused) -> Refused:
        return Refused(self.quotes + other.quotes, self.words + other.words)


NOTHING = Refused()


@dataclass(frozen=True, slots=True)
class Merged:
    """Claims in the order of their values, and what was refused by the key of the passage."""

    claims: tuple[Claim, ...]
    refused: Mapping[str, Refused]


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for a whole text: whose words these are, and what grammar knows of its names."""

    article: Article
    reader: Reader
    related: Mapping[str, tuple[str, ...]]
    topic: str
    plain: str


def merged(
    found: Extraction,
    article: Article,
    passages: Sequence[Passage],
    answers: Mapping[str, Answer],
    reader: Reader,
) -> Merged:
    """The claims of a text with what ``answers``, by key of passage, say of them.

    Values, intervals, units, places and keys stay as grammar found them. An answer that does not fit its passage
    counts as none.
    """
    claims = {claim.key: claim for claim in found.claims}
    related = {c.features.names[0]: c.features.related for c in found.claims if c.features.names}
    topic = next((c.features.topic for c in found.claims if c.features.topic), "")
    known = _Known(article, reader, related, topic, plain(found.text.text))
    added: list[Claim] = []
    refused: dict[str, Refused] = {}
    for passage in passages:
        answer = answers.get(passage.key)
        if answer is None or not answer.fits([v.number for v in passage.values]):
            continue
        keys = {v.number: v.key for v in passage.values}
        tally = NOTHING
        for said in answer.values:
            key = keys[said.n]
            claims[key], words = _read(claims[key], said, passage, known)
            tally += Refused(words=words)
        for fact in answer.facts:
            claim = _fact(fact, passage, known)
            if isinstance(claim, Refused):
                tally += claim
            elif not _is_known(claim, [*claims.values(), *added]):
                added.append(claim)
        refused[passage.key] = tally
    # Grammar's claims go first, so that none of them gives its key up.
    kept = distinct([*claims.values(), *added])
    return Merged(tuple(sorted(kept, key=lambda claim: (claim.value_span, claim.span))), refused)


def without_placed(claim: Claim) -> Claim:
    """The claim with its subject and attribute no longer called a model's, where a watched fact gave it both."""
    if claim.reader is None or not claim.features.watched:
        return claim
    fields = tuple(name for name in claim.reader.fields if name not in _PLACED)
    return replace(claim, reader=replace(claim.reader, fields=fields) if fields else None)


def _read(claim: Claim, said: ValueReading, passage: Passage, known: _Known) -> tuple[Claim, int]:
    """The claim with the words of the model that hold, and how many do not."""
    steps = (
        ("subject", said.subject, _with_subject),
        ("attribute", said.attribute, _with_attribute),
        ("scope", said.scope, _with_scope),
        ("as_of", said.as_of, _with_date),
        ("modality", said.modality, _with_modality),
        ("attributed_to", said.said_by, _with_speaker),
    )
    now, refused, fields = claim, 0, []
    for name, words, step in steps:
        if words is None or (claim.features.watched and name in _PLACED):
            continue  # what an editor watches is said of what the editor says
        read = step(now, words, passage, known)
        if read is None:
            refused += 1
        elif read != now:
            now = read
            fields.append(name)
    if not fields:
        return claim, refused
    return replace(now, reader=ReadBy(known.reader.model, known.reader.prompt, tuple(fields))), refused


def _with_subject(claim: Claim, words: str, passage: Passage, known: _Known) -> Claim | None:
    if not words or len(words) > _LONGEST_NAME or not _is_told(words, passage, known):
        return None
    name = known.article.aliases.canonical(to_simplified(words))
    key, features = name_key(name), claim.features
    if claim.subject and name_key(claim.subject) == key:
        return claim
    beside = {*features.beside, *(features.names[:1] if features.named else ())} - {key}
    features = replace(
        features,
        names=(key,),
        named=_is_name(name),
        related=known.related.get(key, ()),
        beside=tuple(sorted(beside)),
    )
    return replace(claim, subject=name, features=features)


def _with_attribute(claim: Claim, words: str, _passage: Passage, _known: _Known) -> Claim | None:
    """An attribute may be a paraphrase; what it may not hold is a figure."""
    words = to_simplified(words)
    tokens = _tokens(words)
    if not tokens or len(words) > _LONGEST_ATTRIBUTE or _has_figure(words):
        return None
    if claim.features.head == EDITION or (claim.attribute and folded(claim.attribute) == folded(words)):
        return claim
    features = claim.features
    if claim.kind is Kind.DATE:
        event = next((event for token in tokens if (event := event_of(token))), "")
        features = replace(features, event=event or features.event)
    else:
        head, modifiers = head_of(tokens)
        if head != features.head and (head.startswith("=") or not features.head):
            terms = tuple(sorted({*features.terms, head}))
            features = replace(features, head=head, modifiers=tuple(sorted(set(modifiers))), terms=terms)
    return replace(claim, attribute=words, features=features)


def _with_scope(claim: Claim, words: str, passage: Passage, _known: _Known) -> Claim | None:
    if not words:
        return replace(claim, scope=None)
    scope = _scope(to_simplified(words))
    if scope is None or not (passage.shows(words) or scope == claim.scope):
        return None
    return replace(claim, scope=scope)


def _with_date(claim: Claim, words: str, passage: Passage, _known: _Known) -> Claim | None:
    if claim.kind is Kind.DATE or words == (claim.as_of or ""):
        return claim  # a date holds at no date
    if not words:
        return replace(claim, as_of=None, features=replace(claim.features, as_of_kind=""))
    if words not in passage.dates:
        return None
    how = claim.features.as_of_kind or ("at" if len(words) == _WHOLE_DATE else "during")
    return replace(claim, as_of=words, features=replace(claim.features, as_of_kind=how))


def _with_modality(claim: Claim, words: str, _passage: Passage, _known: _Known) -> Claim:
    return replace(claim, modality=Modality(words))


def _with_speaker(claim: Claim, words: str, passage: Passage, known: _Known) -> Claim | None:
    if not words:
        return replace(claim, attributed_to=None)
    if len(words) > _LONGEST_NAME or not _is_told(words, passage, known):
        return None
    name = to_simplified(words)
    same = claim.attributed_to is not None and folded(claim.attributed_to) == folded(name)
    return claim if same else replace(claim, attributed_to=name)


def _fact(said: FactReading, passage: Passage, known: _Known) -> Claim | Refused:
    """The claim of a fact that stands in the passage; what of it is refused where it does not."""
    quote = passage.find(said.quote)
    value = passage.find(said.value, quote) if quote else None
    if quote is None or value is None:
        return Refused(quotes=1)
    aliases = known.article.aliases
    told = said.attribute in told_facts() and bool(said.subject) and len(said.subject) <= _LONGEST_NAME
    written = value.of(known.article.text.text)
    if not told or not _is_told(said.subject, passage, known) or _has_figure(written) or passage.counts(value):
        return Refused(words=1)
    name = aliases.canonical(to_simplified(said.subject))
    sentence = _sentence(passage, quote, known)
    reading = Reading(known.article.text.text, sentence)
    names = (name_key(name),)
    claim = claim_at(known.article, sentence, quote, value, STATED)
    return replace(
        claim,
        section=passage.heading,
        subject=name,
        attribute=attributes()[said.attribute].labels["zh" if reading.chinese else "en"] or said.attribute,
        text=written,
        features=Features(
            names=names,
            named=_is_name(name),
            # Another reader's word for what binds the two is taken where both stand in one sentence.
            firm=folded(to_simplified(said.subject)) in folded(reading.wording),
            head=said.attribute,
            values=(name_key(aliases.canonical(written)),),
            terms=terms_of(reading, value, ()),
            frame=folded(reading.wording),
            topic=known.topic,
            published=known.article.published,
        ),
        reader=ReadBy(known.reader.model, known.reader.prompt, ("text", "subject", "attribute")),
    )


def _sentence(passage: Passage, quote: Span, known: _Known) -> Span:
    """The sentence of a quote; of a quote that runs over several, all of them."""
    touched = [s for s in sentences(known.article.text.text, passage.span) if s.overlaps(quote)]
    return Span(min(quote.start, touched[0].start), max(quote.end, touched[-1].end)) if touched else quote


def _is_known(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the fact has been read already."""
    head = claim.features.head
    return any(o.features.head == head and o.value_span.overlaps(claim.value_span) for o in others)


def _is_told(words: str, passage: Passage, known: _Known) -> bool:
    """Whether a name stands in the title or the text of the article, itself or by another name that an editor gave it.

    A model may know in full what its passage calls by a short name. What holds a numbered value is no name.
    """
    place = passage.find(words)
    if place and passage.counts(place):
        return False
    aliases = known.article.aliases
    names = (words, *aliases.names_of(aliases.canonical(words)))
    return any(passage.shows(name) or stands_in(name, known.plain) for name in names)


def _has_figure(words: str) -> bool:
    return any(c.isnumeric() and not c.isalpha() for c in words)


def _tokens(words: str) -> tuple[Token, ...]:
    return tuple(t for t in Reading(words, Span(0, len(words))).tokens if t.pos is not Pos.PUNCTUATION)


def _is_name(words: str) -> bool:
    return any(t.pos is Pos.NAME for t in _tokens(words))


def _scope(words: str) -> str | None:
    """The id of the place or market that ``words`` name."""
    scopes = load_scopes()
    if words in scopes.wider:
        return words
    hits = scopes.chinese(words, 0, len(words)) if is_chinese(words) else scopes.english(words.split())
    return hits[0].id if hits else None
