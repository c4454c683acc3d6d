"""Spellings of one name: another case, a letter that a machine misread, a character of the same sound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.suggestions.model import Evidence, Hint
from claims.suggestions.roll import Roll
from claims.suggestions.sounds import same_sound
from claims.suggestions.vocabulary import load_vocabulary

_LOOSE = re.compile(r"[\s\-‐‑]+")
_DIGITS = re.compile(r"\d+")
_VERSION = re.compile(r"[-. ]?\d[\d.]*$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .'’-]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{3,4}")

_SHORTEST_LATIN = 4
_SHORTEST_WORD = 5
_RARER = 3
"""How many times commoner the right spelling of a Chinese name has to be."""

_CASE = 0.9
_MISREAD = 0.7
_MISSPELT = 0.55
_SOUND = 0.75
_UNKNOWN_SOUND = 0.4


def cases(roll: Roll) -> Iterator[Hint]:
    """Latin names that differ by capitals inside, spaces or hyphens alone: Deepseek, DeepSeek."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in roll.places:
        # A name in capitals throughout is a heading, or another thing (MoE, MOE).
        if (
            _LATIN.fullmatch(name)
            and len(name) >= _SHORTEST_LATIN
            and not name.isupper()
            and not _LOOSE.search(name[:2])
        ):
            alike[_LOOSE.sub("", name).casefold()].append(name)
    for names in alike.values():
        common = max(names, key=roll.count)
        yield from (Hint(common, name, Evidence.SPELLING, _CASE) for name in names if name != common)


def misread(roll: Roll) -> Iterator[Hint]:
    """Latin names one letter apart that keep the same company, the rarer one probably wrong: Owen, Qwen."""
    masked: defaultdict[str, list[str]] = defaultdict(list)
    for name in roll.places:
        if _LATIN.fullmatch(name) and len(name) >= _SHORTEST_LATIN and not name.isupper():
            for at in range(len(name)):
                masked[f"{name[:at]}\0{name[at + 1 :]}"].append(name)
    for mask, names in masked.items():
        at = mask.index("\0")
        for n, a in enumerate(names):
            for b in names[n + 1 :]:
                score = _one_letter(a, b, at)
                if score and _agree(roll, a, b):
                    yield Hint(a, b, Evidence.SPELLING, score)


def _one_letter(a: str, b: str, at: int) -> float:
    """How likely one letter, at ``at``, is a mistake; 0 for digits, which tell versions apart, and for short words."""
    if _DIGITS.findall(a) != _DIGITS.findall(b) or a[at].isdigit() or a[at].casefold() == b[at].casefold():
        return 0.0
    if a[at] + b[at] in load_vocabulary().confusable or b[at] + a[at] in load_vocabulary().confusable:
        return _MISREAD
    word = re.search(r"[A-Za-z]*$", a[:at]), re.match(r"[A-Za-z]*", a[at:])
    size = sum(len(m.group()) for m in word if m)
    return _MISSPELT if size >= _SHORTEST_WORD and at > 0 else 0.0


def _agree(roll: Roll, a: str, b: str) -> bool:
    """Whether the rarer of two names is rare, and keeps company that the other keeps too."""
    rare, common = sorted((roll.count(a), roll.count(b)))
    return (rare == 1 or rare * _RARER <= common) and bool(_company(roll, a) & _company(roll, b))


def _company(roll: Roll, name: str) -> set[str]:
    """The names that stand near ``name``, or near what it is a version of: Qwen3 is at home where Qwen is."""
    stem = _VERSION.sub("", name)
    return {*roll.company[name], *roll.company[stem]} - {name, stem}


def same_sounds(roll: Roll) -> Iterator[Hint]:
    """Chinese names of three or four characters, one of which is mistaken for another of the same sound."""
    masked: defaultdict[str, set[str]] = defaultdict(set)
    for name in roll.places:
        if _HAN_NAME.fullmatch(name) and roll.count(name) >= _RARER:
            for at in range(len(name)):
                masked[f"{name[:at]}\0{name[at + 1 :]}"].add(name)
    for name in {*roll.places, *roll.compounds}:
        for at in range(len(name)) if _HAN_NAME.fullmatch(name) else ():
            for common in masked.get(f"{name[:at]}\0{name[at + 1 :]}", ()):
                if common != name and (score := _heard(roll, common, name, at)):
                    yield Hint(common, name, Evidence.SPELLING, score)


def _heard(roll: Roll, common: str, rare: str, at: int) -> float:
    """How likely ``rare`` was written for ``common``, which it differs from at ``at``."""
    alike = same_sound(common[at], rare[at])
    if alike is False or roll.count(rare) * _RARER > roll.count(common):
        return 0.0
    where = roll.articles_of(rare) | {place.article for place in roll.compounds.get(rare, ())}
    together = bool(where & roll.articles_of(common))
    if alike is None:
        return _UNKNOWN_SOUND if together else 0.0
    return _SOUND if together or roll.company[common].keys() & roll.company[rare].keys() else 0.0
