"""Going through a text for its numbers, left to right, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.left_out import Reason
from claims.model import Kind
from claims.values.amount import Amount
from claims.values.number_words import words_of
from claims.values.numeral import Form
from claims.values.numerals import read_numeral
from claims.values.passage import Passage, is_letter
from claims.values.ranges import extended
from claims.values.ranks import place_word, ranked
from claims.values.surroundings import read_whole
from claims.values.unit_reading import find_unit
from claims.values.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_\u2e80-\U0010ffff]{1,60}")
_TOKEN = re.compile(r"[^\W_]+(?:[-._][^\W_]+){0,20}", re.ASCII)
_DOTTED = re.compile(r"\d+(?:\.\d+){2,40}(?!,\d)|\d+(?:-\d+){2,20}")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)
_INCH = "in"
"""The unit whose short form is as well a preposition before dates."""

_LONGEST = 256
_CONTEXT = 64
"""Characters of the longest amount, hedges and all, and of what is looked at before it."""

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number that was passed over, or the name, address or idiom that it is part of."""

    start: int
    end: int
    reason: Reason


def scan(passage: Passage, vocabulary: Vocabulary, taken: tuple[tuple[int, int], ...]) -> Iterator[Amount | Skipped]:
    """Every amount in order of place, none inside ``taken`` (dates) and no two overlapping, and what is none."""
    addresses = [(found.start(), found.end()) for found in _ADDRESS.finditer(passage.text)]
    yield from (Skipped(start, end, Reason.LINK) for start, end in addresses)
    closed = sorted((*taken, *addresses))
    floor = resume = gate = 0
    for at, end in _starts(passage, vocabulary):
        while gate < len(closed) and closed[gate][1] <= at:
            floor = max(floor, closed[gate][1])
            gate += 1
        ceiling, after = closed[gate] if gate < len(closed) else (len(passage.text), 0)
        if at < resume or ceiling <= at < after:
            continue
        resume = _name_end(passage, at, vocabulary)
        if resume > at:
            floor = resume
            yield Skipped(at, resume, _part_of(passage, at))
            continue
        amount = place_word(passage, at, vocabulary) or _amount(passage, at, floor, vocabulary)
        if amount is None:
            yield Skipped(at, end, Reason.IDENTIFIER if passage.char(at).isdigit() else Reason.WORD)
            continue
        if amount.end > ceiling and passage.char(ceiling - 1) == " ":
            amount = _ahead_of_date(passage, at, floor, ceiling, vocabulary) or amount
        if amount.end > ceiling:
            yield Skipped(at, max(end, min(amount.end, ceiling)), Reason.PART_OF_DATE)
            continue
        idiom = _idiom(passage, at, vocabulary)
        if idiom is not None and (idiom[0] < at or amount.end <= idiom[1]):
            floor = resume = idiom[1]
            yield Skipped(*idiom, Reason.IDIOM)
        elif reason := _no_quantity(passage, amount, vocabulary):
            resume = amount.core[1]
            yield Skipped(min(at, amount.core[0]), max(end, resume), reason)
        else:
            yield amount
            floor = resume = amount.end


def _starts(passage: Passage, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where a number may begin, and where what it begins with ends."""
    folded = passage.folded
    words = vocabulary.starters
    for found in _pattern(vocabulary).finditer(folded):
        word = found.group()
        number = not is_letter(word[0]) or word in words or (len(word) > 5 and words_of(word, vocabulary.spaced.name))
        if number or vocabulary.places.at(folded, found.start()):
            yield found.span()


_patterns: dict[int, re.Pattern[str]] = {}


def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    key = id(vocabulary)
    if key not in _patterns:
        han = vocabulary.han
        chars = {*vocabulary.han_digits, *vocabulary.han_multipliers, *han.spans["vague"], *han.numbers["denominators"]}
        chars |= {char for char in vocabulary.places.initials if char >= "\u2e80"}
        chars |= {char for char in vocabulary.ratios.initials if char >= "\u2e80"}
        chars |= {char for char in vocabulary.fixed.initials if char >= "\u2e80"}
        _patterns[key] = re.compile(rf"\d+|\.\d|[{_VULGAR}]|[{''.join(sorted(chars))}]|[a-zà-öø-ÿßœ]+")
    return _patterns[key]


def _part_of(passage: Passage, at: int) -> Reason:
    """What the figure at ``at`` is part of, when that is no number: dots tell a version, or number a line."""
    if _DOTTED.match(passage.folded, at) is None:
        return Reason.NAME
    return Reason.LIST_NUMBER if passage.char(at - 1) == "\n" else Reason.VERSION


def _name_end(passage: Passage, at: int, vocabulary: Vocabulary) -> int:
    """Where the name ends that the figure at ``at`` is part of (R1, GPT-4, Qwen2.5); ``at`` when it is in none."""
    if not passage.char(at).isdigit():
        return at
    dotted = _DOTTED.match(passage.folded, at)
    if dotted is not None:
        return dotted.end()
    before = passage.char(at - 1)
    start = at
    if is_letter(before) or before == "_":
        start = at - 1
    elif before in "-‐‑." and passage.char(at - 2).isalnum() and passage.char(at - 2).isascii():
        start = at - 2
    if start == at:
        return at
    while start > 0 and passage.char(start - 1).isalnum() and passage.char(start - 1) < "\u2e80" and at - start < 24:
        start -= 1
    word = passage.text[start:at].rstrip("-‐‑.")
    if before in "-‐‑" and (word.islower() or word.isdigit()):
        return at
    if vocabulary.signs.before(passage.text, at) is not None and is_letter(before):
        return at
    if before == "." and not any(char.isdigit() for char in word):
        return at
    token = _TOKEN.match(passage.text, at)
    return token.end() if token is not None else at + 1


def _idiom(passage: Passage, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The idiom that the numeral at ``at`` begins or stands in: where it begins and ends."""
    for start in range(max(0, at - 3), at + 1):
        before = passage.char(start - 1)
        if before == "第" and passage.char(start) == "一" and start == at:
            continue  # 第一股 is a place, 一股 only a manner of speaking
        if start < at and (before in vocabulary.han_digits or before in vocabulary.han_multipliers or before.isdigit()):
            continue
        found = vocabulary.idioms.at(passage.folded, start)
        if found is not None and found[0] > at:
            return start, found[0]
    word = _WORD.match(passage.folded, at)
    ending = vocabulary.idioms.before(passage.folded, word.end()) if word is not None else None
    return (ending[0], word.end()) if ending is not None and word is not None and ending[0] < at else None


def _amount(passage: Passage, at: int, floor: int, vocabulary: Vocabulary) -> Amount | None:
    amount = read_whole(passage, at, floor, vocabulary)
    if amount is None:
        return None
    place = ranked(passage, amount, floor, vocabulary)
    return _repeated(passage, extended(passage, place, floor, vocabulary), vocabulary)


def _ahead_of_date(passage: Passage, at: int, floor: int, ceiling: int, vocabulary: Vocabulary) -> Amount | None:
    """The amount as it is without the date that begins at ``ceiling``: *37 in 1996* has 37, and nothing in inches."""
    amount = _amount_within(passage, at, floor, ceiling, vocabulary)
    inches = amount is not None and amount.unit is not None and amount.unit.name == _INCH
    if amount is not None and inches and not passage.folded[amount.end : ceiling].strip():
        return _amount_within(passage, at, floor, amount.core[1], vocabulary)
    return amount


def _amount_within(passage: Passage, at: int, floor: int, ceiling: int, vocabulary: Vocabulary) -> Amount | None:
    """The amount at ``at`` in what stands around it before ``ceiling``; no long text is copied for it."""
    first = max(0, max(floor, at - _LONGEST) - _CONTEXT)
    near = slice(first, len(passage.folded[at:ceiling].rstrip()) + at)
    stretch = replace(passage, text=passage.text[near], folded=passage.folded[near], origin=None)
    amount = _amount(stretch, at - first, max(0, floor - first), vocabulary)
    if amount is None:
        return None
    core = (amount.core[0] + first, amount.core[1] + first)
    return replace(amount, start=amount.start + first, end=amount.end + first, core=core)


def _repeated(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """forty-five (45): the same number once more in brackets belongs to it."""
    at = amount.end + (passage.char(amount.end) == " ")
    if passage.char(at) not in "(（" or amount.point is None:
        return amount
    again = read_numeral(passage, at + 1, vocabulary)
    if again is None or again.point != amount.point or passage.char(again.end) not in ")）":
        return amount
    whole = replace(amount, end=again.end + 1)
    unit = find_unit(passage, whole.end, vocabulary) if amount.unit is None else None
    return whole if unit is None else replace(whole, end=unit[0], unit=unit[1])


def _no_quantity(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Reason | None:
    """What the number is when it can be no quantity where it stands; None when it can be one."""
    if _is_quantity(passage, amount, vocabulary):
        return None
    if passage.char(amount.core[0]).isdigit():
        return Reason.NAME
    return Reason.ARTICLE if amount.form is Form.ARTICLE else Reason.WORD


def _is_quantity(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> bool:
    after = passage.char(amount.end)
    first = passage.char(amount.core[0])
    if (
        first.isdigit()
        and amount.end == amount.core[1]
        and (is_letter(after) or (after == "+" and is_letter(passage.char(amount.end + 1))))
    ):
        return False
    if amount.form is Form.ARTICLE and (amount.unit is None or passage.char(amount.start - 2).isdigit()):
        return False
    if first in vocabulary.han.groups["counting"].get("big", ()):
        return amount.kind is Kind.DURATION and passage.char(amount.start - 1) not in "整这那每哪某单"
    if amount.form is Form.BARE:
        return amount.hedged or amount.unit is not None or first < "\u2e80" or _large_bare(passage, amount)
    if amount.form is Form.DIGIT and first >= "\u2e80":
        if _numbers_one(passage, amount, vocabulary):
            return False
        return amount.unit is not None or amount.start < amount.core[0] or _stands_alone(passage, amount, vocabulary)
    if passage.text[amount.core[0] : amount.core[1]] in vocabulary.han.numbers["denominators"]:
        return amount.unit is not None
    if passage.text[amount.core[0] : amount.core[1]] in vocabulary.han.spans["vague"]:
        return amount.unit is not None and not (first == "数" and amount.unit.name in ("字", "学", "点"))
    return True


def _numbers_one(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> bool:
    """Whether 一 and 二 tell which one, and not how many, which would be 一个 and 两个: 一厂, 二期工程."""
    alone = amount.start == amount.core[0] and passage.text[amount.core[0] : amount.core[1]] in "一二"
    numbered = vocabulary.han.groups["counting"].get("numbered", ())
    return alone and amount.unit is not None and amount.unit.name in numbered


def _large_bare(passage: Passage, amount: Amount) -> bool:
    """百亿, 千万: two multipliers together are a number, one alone is mostly part of a word."""
    written = passage.folded[amount.core[0] : amount.core[1]]
    return len(set(written)) > 1


def _stands_alone(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> bool:
    """A single digit word counts where nothing else adjoins it, or after 是."""
    before, after = passage.char(amount.start - 1), passage.char(amount.end)
    free_after = (after < "\u2e80" and not after.isalnum()) or after in "，。；：！？、）】」』”’"
    free_before = (before < "\u2e80" and not before.isalnum()) or before in "，。；：！？、（【「『“‘"
    copula = any(passage.folded.endswith(word, 0, amount.start) for word in vocabulary.han.words["copulas"])
    return (free_after and free_before) or (copula and (free_after or passage.char(amount.start) != "一"))
