"""What a sentence, a heading and a whole article are about, for the sentences that name nothing of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.topics.han_objects import only_mentioned
from claims.topics.han_speakers import only_says
from claims.topics.name_parts import name_of, wording
from claims.topics.people import People
from claims.topics.reading import Reading
from claims.topics.subjects import OPENS_CLAUSE, OPENS_SENTENCE, SHORTEST, before_verb, inverted, next_is_name, opens
from claims.topics.tagger import load_tags
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_OFTEN = 5
_BEGINNING = 1000


def says_something(reading: Reading) -> bool:
    """Whether a line is more than an entry of a menu or a credit, so that what follows may go on with its subject."""
    return reading.chinese or any(t.pos is Pos.VERB for t in reading.tokens)


def leading_name(text: str | Reading, *, as_subject: bool = False) -> str | None:
    """The name that a sentence, heading or title is about: the best placed one that opens a clause, or stands free.

    With ``as_subject`` an English one that stands free counts only before a verb; a Chinese one is passed over that is
    ruled by a verb, counted by a number or compared with.
    """
    reading = text if isinstance(text, Reading) else Reading(text, Span(0, len(text)))
    words = load_words()
    best: tuple[float, str] | None = None
    for phrase in reading.phrases:
        named, _ = name_of(phrase, words)
        if not any(t.pos is Pos.NAME for t in named) or phrase.preposition or _is_title(named, words):
            continue
        before = reading.tokens[phrase.first - 1].text if phrase.first else ""
        if reading.chinese and (
            len(wording(reading, named)) < SHORTEST or (as_subject and only_mentioned(reading, phrase, named[0]))
        ):
            continue
        if reading.chinese and only_says(reading, reading.clause_of(phrase.span)):
            continue
        if before in words.demoting or (phrase.link and phrase.link != "of" and next_is_name(reading, phrase)):
            continue
        score = OPENS_CLAUSE * opens(reading, phrase, reading.clause_of(phrase.span), words)
        score += OPENS_SENTENCE * opens(reading, phrase, reading.span, words)
        ruling = before_verb(reading, phrase) or inverted(reading, phrase)
        if as_subject and not reading.chinese and not score and not ruling:
            continue
        if best is None or score > best[0]:
            best = (score, wording(reading, named))
    return best[1] if best else None


def carried_on(reading: Reading, before: str | None) -> str | None:
    """The name that what follows a sentence goes on with, ``before`` being what the text before it was about.

    A Chinese sentence that leaves its subject out, or has a pronoun for it, goes on with that, whatever its objects.
    """
    named = leading_name(reading, as_subject=True)
    return named if not reading.chinese else named or before or leading_name(reading)


def _is_title(named: Sequence[Token], words: Words) -> bool:
    """Whether a name is no more than a title: *Dr* before one that was cut off, *Mrs*."""
    return len(named) == 1 and named[0].text.lower().rstrip(".") in words.humans | words.titles


def section_name(reading: Reading) -> str | None:
    """The name in a heading; English capitals throughout tell no names from other words."""
    if not reading.chinese and reading.wording.isupper() and len(reading.tokens) > 1:
        return None
    return leading_name(reading)


def topic_of_article(title: str | None, text: str, frequency: Mapping[str, int]) -> str | None:
    """The name that a whole article is about: the one in its title that the text speaks of most often.

    Where the title has none, the most frequent name of the text, if that stands in its beginning and is much ahead.
    """
    reading = Reading(title or "", Span(0, len(title or "")))
    named = [name_of(phrase, load_words())[0] for phrase in reading.phrases]
    names = [wording(reading, tokens) for tokens in named if any(t.pos is Pos.NAME for t in tokens)]
    if found := max((name for name in names if name in text), key=text.count, default=None):
        return found
    ahead = sorted(frequency, key=lambda name: (-frequency[name], name))[:2]
    if not ahead or not _may_name(ahead[0]) or frequency[ahead[0]] < _OFTEN or ahead[0] not in text[:_BEGINNING]:
        return None
    return ahead[0] if len(ahead) == 1 or frequency[ahead[0]] >= 2 * frequency[ahead[1]] else None


def _may_name(word: str) -> bool:
    """Whether a word with a capital is none that has it only at the head of a sentence: *The*, *But*, *In*."""
    return load_tags().get(word.lower(), "NN").startswith("NN")


def is_product(topic: str | None, text: str, people: People) -> bool:
    """Whether an article is about ``topic``, the name in its title, throughout, and that is no person."""
    return topic is not None and text.count(topic) >= _OFTEN and not people.is_person(topic)
