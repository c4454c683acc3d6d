"""Names that a dictionary of Chinese cuts to pieces or takes for verbs: those of people, and words it does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.topics.words import load_words

Tagged = tuple[str, str]
"""A word and its tag in the ICTCLAS set."""

NAME = "nz"
PERSON = "nr"

_GIVEN = 2
_SHORT = 2
_LONGEST_UNKNOWN = 3
_MORPHEMES = frozenset({"n", "nr", "ng", "nz", "ns", "zg", "a", "ag", "vg", "g", "tg", "j", "u", "nrt", "s", "v", "t"})
"""Tags of a single character that may be the last of a person's name."""

_GUESSED = frozenset({"v", "d", "a", "ad", "t", "c"})
"""Tags that are given to words which stand in no dictionary, and say nothing of those."""

_WITHIN = "里"
_ABOUT = frozenset("约近逾超达仅")
_EXTENTS = frozenset("长宽高深厚重")

_BORDERS = frozenset("，。；：、？！“”‘’「」『』《》（）()【】,;:!?\"' \n的由被和与及")


def whole_names(tagged: Sequence[Tagged], known: Callable[[str], bool], before: str = "") -> list[Tagged]:
    """``tagged`` with the pieces of a name joined and unknown words told to be names.

    ``known`` says whether the dictionary has a word; ``before`` is the character in front of the first word, empty
    where the text begins with it.
    """
    joined = _people(list(_parted(tagged, known)), known)
    made: list[Tagged] = []
    for n, (word, tag) in enumerate(joined):
        last = made[-1][0][-1] if made else before
        following = joined[n + 1][0] if n + 1 < len(joined) else ""
        opens = not last or last in _BORDERS
        coined = (opens and _coined(word, tag, following, known)) or _is_person(word, tag, known)
        made.append((word, NAME) if coined else (word, tag))
    return made


def _parted(tagged: Sequence[Tagged], known: Callable[[str], bool]) -> Iterator[Tagged]:
    """``tagged`` with the small word taken off a name that it was read into one with: 谷歌用, 但云栖, 沈知以."""
    words = load_words()
    for word, tag in tagged:
        if cut := _glued(word, known):
            yield from cut
            continue
        guessed = _SHORT < len(word) <= _LONGEST_UNKNOWN and _is_han(word) and tag[:1] in "nv" and not known(word)
        person = tag.startswith("nr") and word[-1] in words.never_last
        if guessed and (person or (word[-1] in words.never_given and known(word[:-1]))):
            yield word[:-1], NAME if tag.startswith("nr") else "n"
            yield word[-1], "v"
        elif guessed and word[0] in words.never_coined and word[0] not in words.surnames:
            yield word[0], "d"
            yield word[1:], tag
        else:
            yield word, tag


def _glued(word: str, known: Callable[[str], bool]) -> tuple[Tagged, ...]:
    """Two words that were read as one: a noun and 里 behind it (车站里), a measure and how nearly it is met (高约)."""
    first, last = word[:-1], word[-1:]
    if last == _WITHIN and len(first) >= _SHORT and _is_han(first) and known(first):
        return (first, "n"), (last, "f")
    if last in _ABOUT and first in _EXTENTS and not known(word):
        return (first, "n"), (last, "d")
    return ()


def _people(tagged: Sequence[Tagged], known: Callable[[str], bool]) -> list[Tagged]:
    """Surname and given name as one: 郑子 and 豪, 何 and 咏诗."""
    made: list[Tagged] = []
    at = 0
    while at < len(tagged):
        word, tag = tagged[at]
        following, next_tag = tagged[at + 1] if at + 1 < len(tagged) else ("", "")
        if following and _one_person(word, tag, following, next_tag, known):
            made.append((word + following, PERSON))
            at += 2
        else:
            made.append((word, tag))
            at += 1
    return made


def _one_person(word: str, tag: str, following: str, next_tag: str, known: Callable[[str], bool]) -> bool:
    words = load_words()
    if word[0] not in words.surnames or not _is_han(following) or following in words.verbs | words.speakers:
        return False
    if len(word) == 1:
        unknown = not known(following) or next_tag.startswith("nr")
        return len(following) == _GIVEN and (unknown or tag == PERSON) and next_tag != "m"
    given = len(following) == 1 and next_tag in _MORPHEMES and following not in words.never_given
    return len(word) == _SHORT and tag.startswith("nr") and not known(word) and given


def _is_person(word: str, tag: str, known: Callable[[str], bool]) -> bool:
    """Whether an unknown word of three characters is a surname and a given name: 沈知行."""
    words = load_words()
    new = len(word) == _LONGEST_UNKNOWN and tag in _GUESSED | {"n"} and _is_han(word) and not known(word)
    return new and word[0] in words.surnames and not set(word[1:]) & (words.never_coined | words.never_given)


def _coined(word: str, tag: str, following: str, known: Callable[[str], bool]) -> bool:
    """Whether an unknown word is a name, which needs no function word to be made of and something said of it."""
    if tag not in _GUESSED or not _SHORT <= len(word) <= _LONGEST_UNKNOWN or not _is_han(word) or known(word):
        return False
    return bool(following) and not set(word) & load_words().never_coined


def _is_han(word: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in word)
