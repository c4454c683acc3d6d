"""From a fact to its claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.describe import Place, claim_at
from claims.facts.antecedents import PERSONS, THINGS, person_meant, stood_for
from claims.facts.arguments import index_at, is_name
from claims.facts.attributes import PERSON, Holds, attributes
from claims.facts.fact import Fact
from claims.facts.find import facts_in, is_vague
from claims.facts.licences import LICENCE, licence_of, names_licence
from claims.facts.matching import ALONE
from claims.facts.speakers import told
from claims.facts.states import STATE, state_of
from claims.model import Claim, Features, Kind, Modality, Quantity
from claims.topics.concepts import load_concepts
from claims.topics.instances import numbers_for
from claims.topics.labels import owner_of_lines
from claims.topics.modality import modality_of, speaker_of
from claims.topics.name_parts import name_of, wording
from claims.topics.naming import folded
from claims.topics.noun_phrases import Phrase
from claims.topics.places import name_key
from claims.topics.reading import Reading
from claims.topics.scoping import scope_of
from claims.topics.setting import words_around
from claims.topics.sorts import MARK, sort_at, sort_of
from claims.topics.subjects import candidates
from claims.topics.terms import head_of, terms_of
from claims.topics.timing import timing_of
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

STATED = Quantity(Kind.FACT, None, None)
"""The quantity of a claim without a number."""

_REGIONS = frozenset(
    {
        "自治区",
        "自治州",
        "自治县",
        "全省",
        "全市",
        "我省",
        "我市",
        "本省",
        "本市",
        "省",
        "市",
        "县",
        "区",
        "州",
        "镇",
        "当地",
    }
)
_DESCRIBING = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.DETERMINER})
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_NOBODY = (
    PERSONS | THINGS | {"nobody", "everybody", "everyone", "anybody", "anything", "nothing", "everything", "those"}
)
"""What names nothing that could be found again in another article."""

_MARKS = "“”‘’「」《》\"'"


def fact_claims(place: Place, superlatives: Sequence[Span]) -> Iterator[Claim]:
    """The claims of kind ``fact`` that a sentence makes, but for what somebody says in it.

    What states a number, a date or one of ``superlatives`` has a claim already.
    """
    stated = [*superlatives, *(m.span for m in place.mentions if not m.role)]
    for fact in facts_in(place.reading):
        inside = [span for span in stated if span.overlaps(fact.value)]
        if inside and (is_vague(fact) or fact.value in inside):
            continue
        claim = _claim(place, fact)
        if attributes()[fact.attribute].person and not _between_house_and_person(place, claim):
            continue
        if claim.subject is None and _needs_no_subject(fact):
            yield replace(claim, subject=claim.text)  # of whom it is said that they hold an office, wherever
        elif claim.subject and not set(claim.features.names) & set(claim.features.values):
            yield claim


def _between_house_and_person(place: Place, claim: Claim) -> bool:
    """Whether a claim says of what is no person that a person does something: who leads the company."""
    people, held = place.article.people, claim.features.values
    return all(people.is_person(claim.text or "") or len(v.split()) > 1 for v in held) and not (
        claim.subject and people.is_person(claim.subject)
    )


def _claim(place: Place, fact: Fact) -> Claim:
    reading, aliases = place.reading, place.article.aliases
    meant = stood_for(place, fact)
    name, named = (meant.name, meant.named) if meant else _subject(place, fact)
    people = place.article.people
    name = aliases.canonical(people.canonical(name)) if name else None
    person = person_meant(place, fact.value)
    read = [person] if person else [_value(reading, fact, part) for part in fact.parts]
    values = [aliases.canonical(people.canonical(value)) for value in read]
    claim = claim_at(place.article, reading.span, fact.stretch, fact.value, STATED)
    names: tuple[str, ...] = ()
    if name:
        sorts = () if reading.chinese else place.article.sorts.get(name_key(name), ())
        unnamed = meant.sort if meant and not named else _thing(reading, fact, name)
        names = (name_key(name), *_classes(reading, fact), *sorts) if named else (unnamed,)
    topic = name_key(place.context.title or "")
    return replace(
        claim,
        section=place.context.section,
        subject=name,
        attribute=fact.label,
        scope=scope_of(reading, fact.value),
        text=person or fact.value.of(reading.text).strip(_MARKS),
        as_of=timing_of(reading, fact.value, place.mentions, place.article.published).as_of,
        modality=_modality(reading, fact),
        attributed_to=_source(reading, fact),
        features=Features(
            names=names,
            named=named,
            loose=meant is not None,
            narrowed=(ALONE,) if fact.alone else (),
            firm=fact.firm and not _of_a_place_before(reading, fact),
            beside=_beside(reading, names),
            related=place.article.relations.get(name_key(name), ()) if name else (),
            head=fact.attribute,
            values=tuple(dict.fromkeys(name_key(value) for value in values if value)),
            terms=_terms(reading, fact),
            instances=numbers_for((*names, topic), place.instances, place.earlier),
            setting=tuple(sorted(place.setting.words)),
            around=tuple(sorted({*words_around(place.setting, place.around, topic), *place.article.keeps_naming})),
            story=place.article.story,
            frame=folded(reading.wording),
            topic=topic,
            published=place.article.published,
        ),
    )


def _needs_no_subject(fact: Fact) -> bool:
    known = attributes()[fact.attribute]
    return fact.attribute == PERSON or known.holds is Holds.OFFICE or (known.central and not fact.denied)


def persons_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """``claims`` in the order of the text without the persons whom an earlier one, or any fact of another attribute,
    names."""
    told = list(claims)
    known = {n for c in told if c.kind is Kind.FACT and c.features.head != PERSON for n in c.features.values}
    for claim in told:
        if claim.features.head == PERSON:
            if known >= {*claim.features.values}:
                continue
            known.update(claim.features.values)
        yield claim


def _modality(reading: Reading, fact: Fact) -> Modality:
    if fact.denied:
        return Modality.DENIED
    if fact.future is None:
        return modality_of(reading, fact.value)
    return Modality.FORECAST if fact.future else Modality.ACTUAL


def _thing(reading: Reading, fact: Fact, name: str) -> str:
    """What a common noun names, as a sort or concept where it is known: the blaze and the wildfire are ``=fire``."""
    if fact.subject and not reading.chinese and (sort := sort_at(reading, index_at(reading, fact.subject.end))):
        return MARK + sort
    tokens = [t for t in reading.tokens_in(fact.subject) if t.pos is not Pos.PUNCTUATION] if fact.subject else []
    return head_of(tokens)[0] if tokens else name_key(name)


def _of_a_place_before(reading: Reading, fact: Fact) -> bool:
    """Whether the subject is a house of a region spoken of before, so that others have one too: 自治区人大常委会."""
    tokens = reading.tokens_in(fact.subject) if fact.subject else ()
    before = [t for t in reading.tokens if fact.subject and t.span.end == fact.subject.start]
    return any(t.text in _REGIONS for t in (*before, *tokens[:1]))


def _classes(reading: Reading, fact: Fact) -> tuple[str, ...]:
    """What the name of the subject says that it is, as concepts: ``=storms`` of Hurricane Odelle."""
    if fact.subject is None:
        return ()
    if reading.chinese:
        hits = load_concepts().chinese(reading.text, fact.subject.start, fact.subject.end)
        return tuple(f"={hit.id}" for hit in hits if hit.end == fact.subject.end)
    words = [t.text.lower() for t in reading.tokens_in(fact.subject)]
    sorts = {f"{MARK}{sort}": None for word in words if (sort := sort_of([word]))}
    return tuple(sorts | {f"={hit.id}": None for hit in load_concepts().english(words)})


def _beside(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    """The further names of the sentence, by which two fires or trials are known to be one."""
    found = {name_key(phrase.span.of(reading.text)) for phrase in reading.phrases if phrase.is_name}
    return tuple(sorted(found - set(names)))


def _terms(reading: Reading, fact: Fact) -> tuple[str, ...]:
    held = terms_of(reading, fact.holder, ()) if fact.holder else ()
    return tuple(sorted({*terms_of(reading, fact.value, ()), *held}))


def _value(reading: Reading, fact: Fact, part: Span) -> str:
    """A member of a value as it is compared: MIT of ``the MIT licence``, where every value ends in such a word."""
    if fact.attribute == STATE:
        return state_of(part.of(reading.text))
    if fact.attribute == LICENCE and (licence := licence_of(part.of(reading.text))):
        return licence
    names = [t.text for t in reading.tokens_in(part) if t.pos is Pos.NAME]
    if attributes()[fact.attribute].ends and names:
        return " ".join(names)
    tokens = reading.tokens_in(part)
    if attributes()[fact.attribute].named and names and not reading.chinese:
        # the fisherman Colin Reti: what somebody is stands before the name
        first = next(n for n, t in enumerate(tokens) if t.pos not in _DESCRIBING)
        return reading.text[tokens[first].span.start : part.end].strip(_MARKS)
    return part.of(reading.text).strip(_MARKS)


def _source(reading: Reading, fact: Fact) -> str | None:
    """Who says so, by name or by description."""
    found = told(reading, len(fact.value))
    if found is None or not found.words.contains(fact.value):
        return speaker_of(reading)
    return found.speaker.name or found.speaker.span.of(reading.text)


def _subject(place: Place, fact: Fact) -> tuple[str | None, bool]:
    """What the fact is said of, by name, and whether it is a name and no common noun."""
    reading = place.reading
    if fact.bare or (fact.subject and fact.subject.of(reading.text).lower() in _NOBODY):
        return None, False
    if fact.entry:
        owner = owner_of_lines(replace(place.context, carried=None))
        return owner, bool(owner)
    if fact.subject is None:
        found = candidates(reading, fact.value, Kind.FACT, place.context)
        named = [c for c in found if c.is_name and (c.span is None or c.span.end <= fact.value.start)]
        if fact.attribute == LICENCE:
            named = [c for c in named if not names_licence(c.name)]
            if not named:
                return place.context.title, bool(place.context.title)
        return (named[0].name, True) if named else (None, False)
    return bare_name(reading, fact.subject)


def bare_name(reading: Reading, stretch: Span) -> tuple[str | None, bool]:
    """The name inside a noun phrase, without what describes it, and whether it is one; quotation marks do not count."""
    tokens = tuple(t for t in reading.tokens_in(stretch) if t.pos is not Pos.PUNCTUATION or t.text == "·")
    if not tokens:
        return None, False
    words = load_words()
    office = max((n for n, t in enumerate(tokens[:-1], 1) if t.text in words.roles), default=0)
    if reading.text[tokens[-1].span.end : stretch.end].isalpha():
        return stretch.of(reading.text), True  # 捷运工程局, of which 局长 takes the last character
    tokens = tokens[office:]  # the person behind house and office
    named, rest = name_of(Phrase(stretch, tokens, 0, len(tokens)), words)
    if len(wording(reading, named)) == 1 and tokens[0] is not named[0]:
        named = tokens[tokens.index(named[0]) - 1 : tokens.index(named[-1]) + 1]  # 海图云, cut into 海图 and 云
    if any(t.text.lower() not in words.generic | words.houses for t in rest):
        named = [*named, *rest]  # Hallam's museum, 杭州特色小镇: neither Hallam nor 杭州
    name = _BRACKETS.sub("", wording(reading, named)).strip(_MARKS) or stretch.of(reading.text).strip(_MARKS)
    is_named = any(is_name(t) for t in named)
    return name if is_named or reading.chinese else stretch.of(reading.text), is_named
