"""Facts in English sentences: one function a way of stating, each tried at the words that state in that way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from claims.facts.arguments import Stretch, behind, clause_end, clause_start, index_at
from claims.facts.attributes import Attribute, Sign, Way, attributes, vocabulary
from claims.facts.fact import Fact
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "remained", "be", "been", "being"})
_TAKES = _COPULAS | {"as", "appointed", "named", "elected", "chosen"}
_OF = frozenset({"of", "at", "for", "with", "in"})
_RANKS = frozenset({"deputy", "vice", "former", "assistant", "acting", "associate", "honorary", "then", "ex"})
_OWNS = frozenset({"'s", "’s", "'", "’"})
_ITS = frozenset({"its", "their"})
_WHOSE = "whose"
_RELATIVE = frozenset({"who", "which", "that"})
_REPLACES = frozenset(
    {"succeed", "succeeds", "succeeded", "succeeding", "replace", "replaces", "replaced", "replacing"}
)
_LONGEST_TEXT = 140
_END_WORDS = 6
_BETWEEN = frozenset({Pos.ADVERB, Pos.VERB, Pos.PARTICLE, Pos.PREPOSITION, Pos.DETERMINER, Pos.LINK})
_OPENS_OBJECT = frozenset({Pos.DETERMINER, Pos.PRONOUN, Pos.NAME, Pos.NOUN, Pos.ADJECTIVE})
_TRAILING = " ,.;:!?)\n"


def english_facts(reading: Reading) -> Iterator[Fact]:
    """The facts that the words of ``attributes.toml`` state in a sentence, in the order of those words."""
    done = 0
    for first, last, signs in _hits(reading):
        if first < done:
            continue
        found = list(_stated(reading, first, last, signs))
        yield from found
        done = last if found else done


def _stated(reading: Reading, first: int, last: int, signs: tuple[Sign, ...]) -> Iterator[Fact]:
    """What the words from the token ``first`` to ``last`` state by the first of ``signs`` that fits, and as states."""
    for sign in signs:
        read = partial(_splits, joint=sign.joint) if sign.joint else _READERS[sign.way]
        if (fact := read(reading, first, last, sign.attribute)) is not None:
            yield fact
            if sign.way is not Way.GIVEN:
                return


def _hits(reading: Reading) -> Iterator[tuple[int, int, tuple[Sign, ...]]]:
    """The places of the stating words: the first token, the one behind the last, and what they state; longer ones first
    of those that begin together, so that a shorter one counts where the longer fits nothing (founded, founded in)."""
    words, tokens = vocabulary("en"), reading.tokens
    plain = [t.text if t.text.isupper() else t.text.lower() for t in tokens]
    for at in range(len(tokens)):
        for length in range(min(words.longest, len(tokens) - at), 0, -1):
            if signs := words.signs.get(" ".join(plain[at : at + length])):
                yield at, at + length, signs


def _splits(reading: Reading, first: int, last: int, attribute: Attribute, *, joint: str) -> Fact | None:
    """blamed X on V, sold X to V."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    made = behind(reading, last, end)
    if made is None or made.last >= len(tokens) or tokens[made.last].text.lower() != joint:
        return None
    value = _value(reading, made.last + 1, end, attribute)
    return _fact(reading, first, last, attribute, made, value) if value else None


def _leads(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X is based in V."""
    tokens = reading.tokens
    if last >= len(tokens):
        return None
    end = clause_end(reading, tokens[last - 1].span.end)
    value = _value(reading, last, end, attribute)
    subject = _subject(reading, first)
    if subject is not None and _hangs_on(reading, subject, first):
        subject = replace(subject, near=True)
    if value is None:
        return None
    if attribute.is_vague:
        if subject is None or not _near(reading, subject, first):
            return None
        subject = replace(subject, near=subject.named)
    return _fact(reading, first, last, attribute, subject, value)


def _value(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """The value that begins with the token ``at``, as its attribute has them: a name, a phrase, or the clause."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].span.start >= end:
        return None
    start = tokens[at].span.start
    if attribute.ends.get("en"):
        for n in range(at, min(at + _END_WORDS, len(tokens))):
            if any(_said(reading, n, n + size) in _ends(attribute.id) for size in (1, 2)):
                stop = next(n + size for size in (2, 1) if _said(reading, n, n + size) in _ends(attribute.id))
                place = Span(start, tokens[stop - 1].span.end)
                return Stretch(place, (place,), at, stop, named=True) if place.end <= end else None
        return None
    if attribute.named:
        found = behind(reading, at, end, linked=True)
        return found if found and found.named else None
    words = reading.text[start : min(_next_verb(reading, at, end), start + _LONGEST_TEXT)]
    place = Span(start, start + len(words.rstrip(_TRAILING)))
    return Stretch(place, (place,), at, index_at(reading, place.end), named=False) if len(place) > 1 else None


def _next_verb(reading: Reading, at: int, end: int) -> int:
    """Where a second predicate begins (``is blue and has wheels``), else ``end``."""
    tokens = reading.tokens
    for n in range(at + 1, len(tokens) - 1):
        if tokens[n].text.lower() in ("and", "but") and tokens[n + 1].pos is Pos.VERB and tokens[n].span.end <= end:
            return tokens[n].span.start
    return end


def _said(reading: Reading, first: int, last: int) -> str:
    return " ".join(t.text.lower() for t in reading.tokens[first:last])


@lru_cache(maxsize=64)
def _ends(attribute: str) -> frozenset[str]:
    return frozenset(attributes()[attribute].ends.get("en", ()))


def _makes(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """V founded X; X was founded by V; X, founded by V."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    if last < len(tokens) and tokens[last].text.lower() == "by":
        doer = behind(reading, last + 1, end, linked=True)
        made = _subject(reading, first)
        if doer is None or not doer.named or made is None:
            return None
        made = replace(made, near=made.near or _hangs_on(reading, made, first))
        return _fact(reading, first, last, attribute, made, doer)
    if first and tokens[first - 1].text.lower() in _COPULAS | {"been"}:
        return None  # was founded in 1990: nobody is said to have done it
    doer, made = _subject(reading, first, same_clause=True), behind(reading, last, end, linked=True)
    if made is None and doer is not None:
        made = _before_relative(reading, doer.first)
    if doer is None or made is None or not (doer.named and made.named) or not _near(reading, doer, first):
        return None
    return _fact(reading, first, last, attribute, made, doer)


def _hangs_on(reading: Reading, made: Stretch, at: int) -> bool:
    """Whether a predicate at the token ``at`` hangs on the phrase: ``X, founded by V``, ``X, who was born in V``."""
    tokens = reading.tokens
    if made.last >= at or tokens[made.last].text != ",":
        return False
    between = range(made.last + 1, at)
    return not between or (tokens[between[0]].text.lower() in _RELATIVE and _idle(reading, between[0] + 1, at))


def _nouns(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X founder V; V, founder of X; X's founder is V; the founder of X, V."""
    if not attribute.named:
        return None
    tokens = reading.tokens
    start = first
    while start and tokens[start - 1].text.lower().rstrip("-") in _RANKS:
        start -= 1
    owner, after = _house(reading, start, last)
    told = owner is not None or _is_of_one_known(reading, start)
    value = _run_of_names(reading, after)
    if value is None and after < len(tokens) and (tokens[after].text == "," or tokens[after].text.lower() in _COPULAS):
        value = _run_of_names(reading, after + 1) if told else None
    if value is None:
        value = _bearer(reading, owner.first if owner and owner.last <= start else start)
    if value is None or (owner and owner.span.overlaps(value.span)):
        return None
    label = "" if attribute.labels["en"] else _said(reading, start, last)
    fact = _fact(reading, start, last, attribute, owner, value, label)
    return replace(fact, bare=not told) if fact else None


def _house(reading: Reading, start: int, last: int) -> tuple[Stretch | None, int]:
    """Whose office it is, and the token behind the statement of it: founder of X, X's founder, X founder."""
    tokens = reading.tokens
    if last < len(tokens) and tokens[last].text.lower() in _OF:
        owner = behind(reading, last + 1, clause_end(reading, tokens[last].span.end), linked=True)
        if owner is not None:
            return owner, owner.last
    before_it = tokens[start - 1].text.lower() if start else ""
    if before_it == _WHOSE:
        return _before_comma(reading, start - 1), last
    if before_it in _ITS:
        return _only_name(reading, start - 1), last
    at = start
    if at and tokens[at - 1].text in _OWNS:
        at -= 1
    elif at > 1 and tokens[at - 1].text == "s" and tokens[at - 2].text in _OWNS:
        at -= 2  # behind a name that is known as a whole the mark stands apart
    stop = at
    while at and tokens[at - 1].pos is Pos.NAME:
        at -= 1
    if at == stop:
        return None, last
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True), last


def _is_of_one_known(reading: Reading, start: int) -> bool:
    """Whether the office at the token ``start`` belongs to what the text spoke of before: its, the company's."""
    before_it = reading.tokens[start - 1].text.lower() if start else ""
    owned = start > 1 and before_it in _OWNS and reading.tokens[start - 2].text.lower() in load_words().generic
    return owned or before_it in _ITS


def _before_comma(reading: Reading, at: int) -> Stretch | None:
    """The phrase that a comma parts from the token ``at``: X in ``X, whose …``, ``X, based in …``."""
    if not at or reading.tokens[at - 1].text != ",":
        return None
    found = next((p for p in reading.phrases if p.last == at - 1 and not p.preposition), None)
    return _stretch_of(reading, found) if found else None


def _before_relative(reading: Reading, at: int) -> Stretch | None:
    """X in ``X, which V founded``, where V begins with the token ``at``, a description of V passed over."""
    tokens = reading.tokens
    while at and tokens[at - 1].pos in (Pos.DETERMINER, Pos.NOUN, Pos.ADJECTIVE):
        at -= 1
    if not at or tokens[at - 1].text.lower() not in _RELATIVE:
        return None
    at -= 1 + (at > 1 and tokens[at - 2].text == ",")
    found = next((p for p in reading.phrases if p.last == at), None)
    return _stretch_of(reading, found) if found else None


def _only_name(reading: Reading, at: int) -> Stretch | None:
    """What ``its`` at the token ``at`` stands for where the sentence has named but one thing before, or the last name
    stands behind ``of`` (leader of the Harbour Alliance, when its founder left)."""
    names = [p for p in reading.phrases if p.last <= at and p.is_name]
    free = [p for p in names if not p.preposition]
    if names and names[-1].preposition == "of":
        return _stretch_of(reading, names[-1])
    return _stretch_of(reading, free[0]) if len(free) == 1 else None


def _stretch_of(reading: Reading, phrase: Phrase) -> Stretch:
    tokens = reading.tokens
    first = next((n for n in range(phrase.first, phrase.last) if tokens[n].pos is not Pos.DETERMINER), phrase.first)
    place = Span(tokens[first].span.start, phrase.span.end)
    return Stretch(place, (place,), first, phrase.last, phrase.is_name)


def _run_of_names(reading: Reading, at: int) -> Stretch | None:
    tokens = reading.tokens
    stop = at
    while stop < len(tokens) and tokens[stop].pos is Pos.NAME:
        stop += 1
    if stop == at:
        return None
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True)


def _bearer(reading: Reading, at: int, *, replaced: bool = False) -> Stretch | None:
    """Who holds the office in ``V, founder of X``, ``V is the founder of X``, ``V was elected president``; also in
    ``V succeeded W as president``, where ``at`` is the verb (``replaced``)."""
    tokens = reading.tokens
    while at and tokens[at - 1].pos in (Pos.DETERMINER, Pos.ADJECTIVE, Pos.ADVERB, Pos.NOUN):
        at -= 1
    linked = replaced or (at and (tokens[at - 1].text == "," or tokens[at - 1].text.lower() in _TAKES))
    while at and (tokens[at - 1].text == "," or tokens[at - 1].text.lower() in _TAKES | {"has", "had"}):
        at -= 1
    stop = at
    while at and tokens[at - 1].pos is Pos.NAME:
        at -= 1
    if not linked or at == stop:
        return None
    if at and tokens[at - 1].text.lower() in _REPLACES:
        return _bearer(reading, at - 1, replaced=True)
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True)


def _given(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """A value that makes the statement by itself: is in the public domain; halted the trial, of what is halted."""
    place = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
    value = Stretch(place, (place,), first, last, named=False)
    if (done_to := _acted_on(reading, first, last)) is not None:
        return _fact(reading, first, last, attribute, done_to, value)
    subject = _subject(reading, first)
    if subject is None or not (
        any(t.pos is Pos.VERB for t in reading.tokens[subject.last : first]) or _is_predicate(reading, first, last)
    ):
        return None
    return _fact(reading, first, last, attribute, subject, value)


def _acted_on(reading: Reading, first: int, last: int) -> Stretch | None:
    """The object of a state that is a verb in the active voice: the toll in ``the council has rejected the toll``."""
    tokens = reading.tokens
    if last - first > 1 or tokens[first].pos is not Pos.VERB or last >= len(tokens):
        return None
    before_it = next((t for t in reversed(tokens[:first]) if t.pos is not Pos.ADVERB), None)
    if before_it is None or before_it.text.lower() in _COPULAS or tokens[last].pos not in _OPENS_OBJECT:
        return None
    return behind(reading, last, clause_end(reading, tokens[first].span.end))


def _is_predicate(reading: Reading, first: int, last: int) -> bool:
    """Whether the words hold the verb of a clause and it takes no object: was rejected, reopened on Friday."""
    if reading.tokens[first].text.lower() in _COPULAS:
        return True
    behind_it = reading.tokens[last] if last < len(reading.tokens) else None
    free = behind_it is None or behind_it.pos in (Pos.PUNCTUATION, Pos.PREPOSITION, Pos.ADVERB, Pos.TIME, Pos.VALUE)
    return free and reading.tokens[first].pos is Pos.VERB


def _near(reading: Reading, subject: Stretch, at: int) -> bool:
    """Whether nothing but adverbs and auxiliaries stands between the subject and the token ``at``."""
    return subject.last <= at and _idle(reading, subject.last, at)


def _idle(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb at the token ``last`` belongs to what ends at ``first``: adverbs, auxiliaries and what hangs on a
    preposition (the blaze *near Ashwick was deliberately* lit) may stand between."""
    hanging = {n for p in reading.phrases if p.preposition for n in range(p.first, p.last)}
    return all(n in hanging or reading.tokens[n].pos in _BETWEEN for n in range(first, last))


def _subject(reading: Reading, at: int, *, same_clause: bool = False) -> Stretch | None:
    """What the clause speaks of before the token ``at``, else what the sentence opens with."""
    offset = reading.tokens[at].span.start if at < len(reading.tokens) else reading.span.end
    start = clause_start(reading, offset)
    here = _free(reading, start, at)
    close = [p for p in here if _idle(reading, p.last, at)]
    chosen = close[-1] if close else next((p for p in here if p.is_name), None) or next(iter(here), None)
    if chosen is None and not same_clause:
        known = _free(reading, reading.span.start, at)
        hung = next((p for p in known[-1:] if _hangs_on(reading, _stretch_of(reading, p), at)), None)
        chosen = hung or next((p for p in known if p.is_name), None)
    if chosen is None:
        return None
    last = next((p for p in reading.phrases if chosen.link == "of" and p.first == chosen.last + 1), chosen)
    tokens = reading.tokens
    first = next((n for n in range(chosen.first, last.last) if tokens[n].pos is not Pos.DETERMINER), chosen.first)
    place = Span(tokens[first].span.start, last.span.end)
    near = _idle(reading, last.last, at) or _taken_up(reading, last.last, start, at)
    return Stretch(place, (place,), first, last.last, chosen.is_name or last.is_name, near)


def _taken_up(reading: Reading, last: int, start: int, at: int) -> bool:
    """Whether a predicate at the token ``at`` goes on with what ended at the token ``last`` behind an insertion between
    commas: Roe, 64, who sits for Ashwick, was acquitted."""
    tokens = reading.tokens
    opens = index_at(reading, start)
    inserted = last < opens and tokens[last].text == "," and tokens[opens - 1].text == ","
    return inserted and opens <= at and all(t.pos in (Pos.ADVERB, Pos.VERB) for t in tokens[opens:at])


def _free(reading: Reading, start: int, at: int) -> list[Phrase]:
    """The phrases between the offset ``start`` and the token ``at`` that no preposition governs."""
    pronouns = load_words().pronouns
    inside = (p for p in reading.phrases if p.span.start >= start and p.last <= at and not p.preposition)
    return [p for p in inside if p.tokens[0].text.lower() not in pronouns]


def _fact(
    reading: Reading,
    first: int,
    last: int,
    attribute: Attribute,
    subject: Stretch | None,
    value: Stretch,
    label: str = "",
) -> Fact | None:
    if subject is not None and subject.span.overlaps(value.span):
        return None
    denied = any(t.text.lower() in load_words().denied for t in reading.tokens[max(0, first - 2) : last + 1])
    label = label or attribute.labels["en"]
    firm = subject is not None and subject.near
    return Fact(attribute.id, label, subject.span if subject else None, value.span, value.parts, denied, firm)


_READERS: Mapping[Way, Callable[[Reading, int, int, Attribute], Fact | None]] = {
    Way.NOUNS: _nouns,
    Way.MAKES: _makes,
    Way.LEADS: _leads,
    Way.GIVEN: _given,
}
