"""What a number is when it states nothing: a list number, a page, a telephone number, an article."""

from __future__ import annotations

import re
from enum import StrEnum

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.numeral import Form
from claims.values.passage import Passage
from claims.values.vocabulary import Vocabulary


class Role(StrEnum):
    """The roles that keep a number from carrying a claim."""

    ARTICLE = "article"  # 一个, a month: counts nothing
    LIST_NUMBER = "list_number"  # 1. （一） 一是
    SECTION = "section"  # chapter 3, page 12, 第三章
    CITATION = "citation"  # [3]
    PHONE = "phone"
    IDENTIFIER = "identifier"  # permit, order and version numbers
    ADDRESS = "address"  # 1008号
    GENERATION = "generation"  # 95后
    CODE = "code"  # inside back quotes or between signs of a programming language
    VERSION = "version"  # Debian 1.1
    CLOCK = "clock"  # 18:00
    SCORE = "score"  # 3:1
    RELATIVE = "relative"  # the year, the day: a date only in form


_LABELLED = re.compile(r"[\w)] ?: $")
_LIST_AFTER = re.compile(r"[.．、)）](?!\d)\s?")
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}")
_HEADED = re.compile(r"\.? +(?![A-Z]{1,4}\b)[A-Z\u3400-\u9fff]")
"""What stands behind the number of a section: the first word of its heading, which is no unit (3.4 GB)."""

_LINE_START = re.compile(r"(?:^|[\n。；;：:！!？?])[ \t#>*\-•]*[（(]?$")
_CODE_BEFORE = re.compile(r"[`$\\{=_/<]$")
_CODE_AFTER = re.compile(r"^(?:[`}_\\]|/(?![\u3400-\u9fff]))")
_ENDS_A_STATEMENT = re.compile(r";[ \t]*(?:$|[\n}/])")
"""A semicolon behind a number ends a statement of a program where its line, or a block, ends there as well."""

_COUNTED = re.compile(r" (?:[a-z]+ )?[a-z]{3,}s\b(?! (?:the|a|an|of|to)\b)")
_ASSIGNED = re.compile(r"[=(,\[]\s*$|\breturn $")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][A-Za-z]+ $")
# Behind these the word for an identifier is a verb (could build 60 boats) or part of a phrase (on order: 28).
_BEFORE_VERBS = (
    " to ",
    " can ",
    " could ",
    " may ",
    " might ",
    " must ",
    " shall ",
    " should ",
    " will ",
    " would ",
    " on ",
)
_NO_KEYS = frozenset("项个名人位家台辆套件种款条座所支")
"""Measure words of what is counted: 装备23项 ends in a word for an identifier, and is none."""

_LONG_KEY = 11
_DIALLED = re.compile(r"[+＋(（]?\d(?:[\d ()（）./–-]*\d)?")
_TO_DIAL = re.compile(r"[ :：#(（+＋]*(?:\d[\d ()（）./–-]*)?$")
_PHONE_DIGITS = 7
_SHORT_CODE = range(3, 7)
_DIALLED_BEFORE = 48


def role(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Role | None:
    """The role of an amount, None when it may carry a claim."""
    before, after = (
        passage.folded[max(0, amount.start - 24) : amount.start],
        passage.folded[amount.end : amount.end + 24],
    )
    checks = (_listed, _article, _cited, _dialled, _named, _ended, _keyed, _coded)
    return next(
        (found for check in checks if (found := check(passage, amount, before, after, vocabulary)) is not None), None
    )


def _article(passage: Passage, amount: Amount, before: str, _after: str, _vocabulary: Vocabulary) -> Role | None:
    alone = amount.start == amount.core[0] and not amount.hedged and amount.low == amount.high == 1
    if amount.form is Form.ARTICLE and alone:
        return Role.ARTICLE
    plain = amount.form is Form.DIGIT and passage.char(amount.start) == "一" and amount.kind is Kind.COUNT
    counted = before.endswith(("没有", "仅", "只有", "仅有", "唯有", "第", "无"))
    return Role.ARTICLE if plain and alone and not counted else None


def _listed(passage: Passage, amount: Amount, before: str, after: str, _vocabulary: Vocabulary) -> Role | None:
    opens = _LINE_START.search(before) is not None or len(before) == 0
    simple = amount.kind in (Kind.COUNT, Kind.RANK) and amount.low == amount.high and amount.end == amount.core[1]
    if not opens or not simple:
        return None
    if _heads(passage, amount):
        return Role.LIST_NUMBER
    if amount.low != 1 and _LABELLED.search(before):
        return None  # Modules: 14. Lines: 38,000; a list begins with 1
    if passage.char(amount.start) == "第" and after.startswith(("，", ",", "、", "：", ":")):
        return Role.LIST_NUMBER
    if (
        amount.form is Form.DIGIT
        and after.startswith(("是", "、", "）", ")", "则是", "来", "要"))
        and passage.char(amount.start) >= "\u2e80"
    ):
        return Role.LIST_NUMBER
    return Role.LIST_NUMBER if _LIST_AFTER.match(after) and (amount.low or 0) < 100 and len(after.strip()) > 1 else None


def _heads(passage: Passage, amount: Amount) -> bool:
    """Whether the number is that of a section, at the beginning of a line: 3.4 When it cannot be delivered."""
    alone = amount.unit is None and _NUMBERED.fullmatch(passage.text[amount.start : amount.end])
    line = passage.text.rfind("\n", 0, amount.start) + 1
    opens = not passage.text[line : amount.start].strip(" \t#>*-")
    return bool(alone and opens and _HEADED.match(passage.text, amount.end))


def _cited(_passage: Passage, amount: Amount, before: str, after: str, _vocabulary: Vocabulary) -> Role | None:
    opened = re.search(r"\[[\d,，\-–— ]*$", before) is not None
    return (
        Role.CITATION
        if opened and re.match(r"[\d,，\-–— ]*\]", after) is not None and amount.kind is Kind.COUNT
        else None
    )


def _named(passage: Passage, amount: Amount, before: str, after: str, vocabulary: Vocabulary) -> Role | None:
    simple = amount.form in (Form.FIGURE, Form.DIGIT) or amount.kind is Kind.RANK
    if amount.kind not in (Kind.COUNT, Kind.RANK) or amount.hedged or not simple:
        return None
    stripped = before.rstrip(" :：#" if _opens_bracket(passage, amount) else " :：#(（")
    if before.endswith((": ", "：")) and _COUNTED.match(after):
        return None  # Platform: 14 processor architectures
    found = vocabulary.roles_before.before(stripped, len(stripped))
    if (
        (found is None or found[1] != Role.SECTION.value)
        and amount.unit is None
        and "." in passage.text[amount.start : amount.end]
        and _NAME.search(passage.text, max(0, amount.start - 24), amount.start)
    ):
        return Role.VERSION
    if (
        found is None
        or found[1] == Role.PHONE.value
        or (amount.kind is Kind.RANK and found[1] != Role.SECTION.value)
        or (amount.kind is Kind.RANK and stripped[found[0] :] == "第")
        or (found[1] == Role.IDENTIFIER.value and _is_verb(passage, amount, stripped[: found[0]]))
        or (found[1] == Role.SECTION.value and "," in passage.text[amount.start : amount.end])
        or (found[1] == Role.IDENTIFIER.value and amount.unit is not None and amount.unit.name in _NO_KEYS)
    ):
        return None
    return Role(found[1])


def _opens_bracket(passage: Passage, amount: Amount) -> bool:
    """Whether a bracket opens before the number and goes on behind it: by bus (64 kelts), and not figure (3)."""
    return passage.char(amount.start - 1) in "(（" and passage.char(amount.end) not in ")）,，"


def _dialled(passage: Passage, amount: Amount, _before: str, after: str, vocabulary: Vocabulary) -> Role | None:
    """A telephone number by the word before it and by its shape: ``call 43 witnesses`` is none, ``call 999`` is."""
    if amount.kind is not Kind.COUNT or amount.hedged or amount.unit is not None:
        return None
    ahead = passage.folded[max(0, amount.start - _DIALLED_BEFORE) : amount.start]
    led = _TO_DIAL.search(ahead)
    start = led.start() if led else len(ahead)
    found = vocabulary.roles_before.before(ahead, start)
    if found is None or found[1] != Role.PHONE.value:
        return None
    run = _DIALLED.search(passage.folded, amount.start - len(ahead) + start)
    if run is None or run.start() > amount.start:
        return None
    if sum(c.isdigit() for c in run.group()) >= _PHONE_DIGITS:
        return Role.PHONE
    digits = passage.text[amount.start : amount.end]
    short = digits.isdigit() and len(digits) in _SHORT_CODE and start + len(run.group()) >= len(ahead)
    return Role.PHONE if short and not _counts(after, vocabulary) else None


def _counts(after: str, vocabulary: Vocabulary) -> bool:
    """Whether the word behind a number may be what it counts: none of those that stand behind a short code."""
    word = re.match(r"\s*([a-zà-ɏ-]+)", after)
    return word is not None and word[1] not in vocabulary.behind_codes


def _is_verb(passage: Passage, amount: Amount, before: str) -> bool:
    """Whether a word for an identifier is a verb here (``plans to build 4,000 flats``): no identifier has a comma."""
    return "," in passage.text[amount.start : amount.end] or f" {before}".endswith(_BEFORE_VERBS)


def _ended(passage: Passage, amount: Amount, _before: str, after: str, vocabulary: Vocabulary) -> Role | None:
    found = vocabulary.roles_after.at(after, 0)
    ranked = amount.kind is Kind.RANK and passage.char(amount.start) == "第"
    inside = vocabulary.roles_after.before(passage.folded, amount.end) if ranked else None
    if inside is not None and inside[1] == Role.SECTION.value and passage.folded[inside[0]] in "章节条款页卷册":
        return Role.SECTION
    if found is None or amount.kind not in (Kind.COUNT, Kind.RANK):
        return None
    if found[1] == Role.SECTION.value:
        return Role.SECTION if ranked else None
    if found[1] == Role.GENERATION.value:
        two = amount.form is Form.FIGURE and amount.core[1] - amount.core[0] == 2
        return Role.GENERATION if two and amount.end == amount.core[1] else None
    return Role(found[1])


def _keyed(passage: Passage, amount: Amount, before: str, after: str, _vocabulary: Vocabulary) -> Role | None:
    digits = passage.text[amount.core[0] : amount.core[1]]
    bare = amount.kind is Kind.COUNT and amount.unit is None and digits.isdigit()
    if bare and (len(digits) >= _LONG_KEY or (len(digits) > 1 and digits[0] == "0")):
        return Role.IDENTIFIER
    score = bare and (re.match(r"[:：]\d", after) is not None or re.search(r"\d[:：]$", before) is not None)
    return Role.SCORE if score else None


def _coded(_passage: Passage, amount: Amount, before: str, after: str, _vocabulary: Vocabulary) -> Role | None:
    ended = _ENDS_A_STATEMENT.match(after) is not None and _ASSIGNED.search(before) is not None
    inside = ended or _CODE_BEFORE.search(before) is not None or _CODE_AFTER.match(after) is not None
    return Role.CODE if inside and amount.kind is Kind.COUNT and amount.unit is None else None
