"""What an article is about as a whole: the names it opens with and keeps coming back to.

Two articles of one story share these, also where a sentence of the one and a sentence of the other name nothing in
common: *seven people were killed* here and *the toll rose to 23* there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.topics.concepts import load_concepts
from claims.topics.people import People, bare
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading, is_chinese
from claims.topics.setting import NAME, shared_by_many
from claims.topics.subjects import name_of
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

PERSON = "!"
"""Stands before the name of a person."""

_LEAD = 3
"""How many sentences open an article."""

_KEPT = 24
_REPEATED = 3
"""In how many sentences a noun of the title stands that the article is about."""


def story_of(title: str | None, readings: Sequence[Reading], people: People) -> tuple[str, ...]:
    """The names of an article's story, sorted: those of its title and lead, then those it repeats most.

    Each is marked with NAME or PERSON, or is the id of a place; a person goes by the full name. Of an article that
    mixes languages those of the language that most of it is in; of Chinese names that hold one another the shortest.
    """
    english = [reading for reading in readings if not reading.chinese]
    heading = [Reading(title, Span(0, len(title)))] if title else []
    if 2 * len(english) < len(readings):
        chinese = [reading for reading in readings if reading.chinese]
        named = [set(_han_names(reading)) for reading in chinese]
        return _told([*(set(_han_names(h)) | _coined(h, chinese) for h in heading), *named[:_LEAD]], named)
    named = [set(_names(reading, people)) for reading in english]
    return _told([*(set(_names(h, people)) for h in heading), *named[:_LEAD]], named)


def _told(opening: Sequence[set[str]], named: Sequence[set[str]]) -> tuple[str, ...]:
    first = set[str]().union(*opening)
    times = Counter(name for names in named for name in names)
    told = sorted(first | times.keys(), key=lambda name: (name not in first, -times[name], name))
    return tuple(sorted(name for name in told[:_KEPT] if not _holds_another(name, told)))


def _holds_another(name: str, told: Sequence[str]) -> bool:
    """Whether a Chinese name holds a shorter one of the story: 青岗铁路隧道 beside 铁路隧道."""
    return is_chinese(name) and any(o != name and len(o) > 1 and o[1:] in name for o in told if o[0] == NAME)


def _han_names(reading: Reading) -> Iterable[str]:
    """The names of a Chinese sentence, whole and without what follows them."""
    for phrase in reading.phrases:
        named, _ = name_of(phrase, load_words())
        if any(t.pos is Pos.NAME for t in named) and (key := _marked("".join(t.text for t in named))):
            yield key


def _coined(heading: Reading, readings: Sequence[Reading]) -> set[str]:
    """Nouns of the title that the article keeps repeating and no list knows, which name what it is about: 蓝线."""
    concepts = load_concepts()
    nouns = {t.text for t in heading.tokens if t.pos is Pos.NOUN and len(t.text) > 1} - load_words().generic
    coined = {noun for noun in nouns if not concepts.chinese(noun, 0, len(noun))}
    return {NAME + noun for noun in coined if sum(noun in r.wording for r in readings) >= _REPEATED}


def _names(reading: Reading, people: People) -> Iterable[str]:
    """The names of a sentence, each run of name tokens being one."""
    run: list[str] = []
    end = 0
    for token in (*reading.tokens, None):
        if token is not None and token.pos is Pos.NAME and (not run or token.span.start - end <= 1):
            run.append(token.text)
        else:
            if run and (key := _key(" ".join(run), people)):
                yield key
            run = [token.text] if token is not None and token.pos is Pos.NAME else []
        end = token.span.end if token is not None else end


def _key(name: str, people: People) -> str:
    full = people.canonical(name)
    return _marked(bare(full), PERSON if people.is_person(full) else NAME)


def _marked(name: str, mark: str = NAME) -> str:
    named = name_key(name)
    if named[:1] == MARK:
        return named
    return mark + named if len(named) > 1 and not shared_by_many(named) else ""
