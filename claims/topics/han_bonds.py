"""What Chinese word order says of a phrase: whether the value of its sentence can be said of it.

A name that sets the scene (``在甲市的会场上``), lies in a comparison (``与甲相比``) or only describes another name
(``甲创办的乙``) is passed over; one that a value leads up to (``排名第一的是甲``, ``三年前去世的甲``) is what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Kind
from claims.topics.han_speakers import only_says
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.scopes import load_scopes
from claims.topics.terms import event_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_DESCRIBES = -4.0
_DESCRIBES_PERHAPS = -2.0
_SETS_SCENE = -4.0
_COMPARED = -4.0
_SIDE_OF_COMPARISON = 4.0
_BOUNDS = -4.0
_COUNTED_ELSEWHERE = -3.5
_QUOTED_AWAY = -4.0
_BEHIND = -1.5
_LED_UP_TO = 5.0
_IDENTIFIED = 7.0
_TAKEN_UP = 5.0
_MADE = 4.0
_DONE_TO = -4.0
_HELD_AS = 9.0
_IN_SCENE = 2.0
_IN_CAPACITY = 4.0
_CAPACITY_ONLY = -2.0
_MAKING = 8
"""How many words may stand between a verb for making and the name of what was made."""

_IN_DATELINE = -9.0
_SAYS = -4.0
_DATELINE = re.compile(
    r"\s*(?:[（(【\[][^（()）】\]]{0,30}(?:电|讯|报道|摄)[)）】\]]"
    r"|[^，。,（(]{2,14}\d{1,2}[日号]?(?:电|讯)(?=[\s　:：（(]))"
)

_HEADS = (Pos.NAME, Pos.NOUN)
_VERSION = re.compile(r"[A-Za-z]?\d[\d.]*")
_SETTINGS = frozenset({"上", "中", "里", "内", "期间", "之中", "之内", "以内", "当中", "中间", "时"})
_SETTING_LENGTH = 7
_NO_MEASURES = tuple("年月日号天周季度初末底旬期时分级元岁米里吨克倍成%％型")
_TOPS = ("首", "最", "唯一", "第一")
_OPENING_QUOTES = "“「『《"
_CLOSING_QUOTES = "”」』》"
_LONG_QUOTE = 8


def han_bonds(reading: Reading, phrase: Phrase, value: Span, kind: Kind, *, named: bool) -> Iterator[float]:
    """The marks for and against ``phrase`` as what the value at ``value`` is said of; ``named`` tells whether it holds
    a name."""
    if phrase.span.end <= _dateline(reading):
        yield _IN_DATELINE
    if _only_says(reading, phrase, value):
        yield _SAYS
    if kind is Kind.RANK and _held_as(reading, phrase, value):
        yield _HELD_AS
    elif not phrase.link:
        yield _described(reading, phrase)
    if phrase.span.start != value.end and _sets_scene(reading, phrase):
        yield _IN_SCENE if named and _scene_holds(reading, phrase, value) else _SETS_SCENE
    capacity = _capacity(reading, reading.clause_of(phrase.span))
    if capacity and phrase.span.end <= capacity.start:
        yield _CAPACITY_ONLY
    elif capacity == phrase.span:
        yield _IN_CAPACITY
    if _bounds_a_place(reading, phrase):
        yield _BOUNDS
    if _counted_elsewhere(reading, phrase, value):
        yield _COUNTED_ELSEWHERE
    if _quoted_away(reading, phrase, value):
        yield _QUOTED_AWAY
    yield from _compared(reading, phrase, value)
    if not named:
        yield _BEHIND if phrase.span.start >= value.end else 0.0
        return
    done_to = kind is not Kind.DATE and not phrase.preposition and _done_to(reading, phrase, value)
    if done_to:
        yield _DONE_TO
    elif _led_up_to(reading, phrase, value):
        yield _LED_UP_TO
    if kind is not Kind.DATE and _identified(reading, phrase, value):
        yield _IDENTIFIED
    if reading.text[phrase.span.end : phrase.span.end + 2] in ("，其", ",其"):
        yield _TAKEN_UP
    if kind is Kind.DATE and not phrase.preposition and _made(reading, phrase, value):
        yield _MADE


def _only_says(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase stands in a clause that only tells who says so: 校长叶青岚昨天回应称，…"""
    clause = reading.clause_of(phrase.span)
    return not clause.overlaps(value) and clause.end < value.start and only_says(reading, clause)


def _dateline(reading: Reading) -> int:
    """Where the line ends that says who reports from where, ahead of the first sentence: （记者王佳杭州3日电）."""
    found = _DATELINE.match(reading.text, reading.span.start, reading.span.end)
    return found.end() if found else reading.span.start


def _described(reading: Reading, phrase: Phrase) -> float:
    """What it costs that a verb and a 的 follow which make the phrase part of what describes a later name.

    鹿港出生的叶青岚. A verb with an object between it and the 的 may as well be that of the sentence
    (发布最大的模型), and one that only states (是, 成为) is.
    """
    tokens = reading.tokens
    told = 0
    for n in range(phrase.last, len(tokens)):
        token = tokens[n]
        done = token.pos is Pos.NOUN and tokens[n - 1].pos is Pos.ADVERB  # 共同出资, whatever the tagger says
        if token.text == "的":
            return 0.0 if not told else _DESCRIBES if told == n - 1 else _DESCRIBES_PERHAPS
        if token.pos is Pos.VERB or done:
            following = tokens[n + 1].text if n + 1 < len(tokens) else ""
            if token.text in load_words().stative or following in ("了", "着", "过"):
                return 0.0
            told = n
        elif token.pos is Pos.VALUE or (token.pos is Pos.PUNCTUATION and token.text != "、"):
            return 0.0
    return 0.0


def _held_as(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase is the event whose turn the value counts: 第九届航运大会."""
    words = load_words()
    ends = phrase.tokens[-1].text
    event = (
        phrase.is_name
        or ends in words.organisations
        or any(ends.endswith(w) for w in words.organisations if len(w) > 1)
    )
    return event and phrase.span.start == value.end and value.of(reading.text)[-1] in words.editions


def _capacity(reading: Reading, clause: Span) -> Span | None:
    """Who is told to be something at the head of a clause: 乙 in 作为甲母公司的乙, but none in 作为甲的省会.

    A word that only says what it is goes with what the next clause names, so what is no name must have the line of a
    house behind it (甲方量化).
    """
    words = load_words()
    tokens = reading.tokens_in(clause)
    if not tokens or tokens[0].text not in words.capacities:
        return None
    links = [n for n, t in enumerate(tokens) if t.text == "的"]
    behind = reading.tokens_in(Span(tokens[links[0]].span.end, clause.end)) if links else ()
    phrase = next((p for p in reading.phrases if behind and p.span.start == behind[0].span.start), None)
    if phrase is None:
        return None
    trade = reading.tokens[phrase.last : phrase.last + 1]
    house = bool(trade) and trade[0].text in words.trades | words.wares
    return phrase.span if phrase.is_name or house else None


def _scene_holds(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the value counts what the phrase has in the scene: 在甲省十大实验室中."""
    between = reading.tokens_in(Span(phrase.span.end, max(phrase.span.end, value.start)))
    after = reading.tokens_in(Span(value.end, reading.span.end))
    follows = all(t.pos in (Pos.NOUN, Pos.ADJECTIVE) or t.text == "的" for t in between)
    within = next((t for t in after if t.pos not in (Pos.NOUN, Pos.ADJECTIVE)), None)
    return phrase.span.end <= value.start and follows and within is not None and within.text in _SETTINGS


def _sets_scene(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase, or what it owns, ends in a word for a place or time: 甲市的大会上, 十大实验室中."""
    tokens = reading.tokens
    for token in tokens[phrase.last : phrase.last + _SETTING_LENGTH]:
        if token.text in _SETTINGS:
            return True
        if token.pos in (Pos.VERB, Pos.PUNCTUATION, Pos.PREPOSITION, Pos.CONJUNCTION, Pos.ADVERB, Pos.PARTICLE):
            return False
    return False


def _bounds_a_place(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is a part of the world in which something is first, largest or one of ten: 浙江省首个."""
    following = reading.tokens[phrase.last : phrase.last + 1]
    if not following or phrase.span.end != following[0].span.start:
        return False
    hits = load_scopes().chinese(reading.text, phrase.span.start, phrase.span.end)
    whole = any((hit.start, hit.end) == (phrase.span.start, phrase.span.end) for hit in hits)
    return whole and following[0].text.startswith(_TOPS)


def _counted_elsewhere(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether another value counts the phrase: A100 of 3072块A100, where how much they trained is asked for."""
    return counted_by(reading, phrase) not in (None, value)


def counted_by(reading: Reading, phrase: Phrase) -> Span | None:
    """The number that counts the phrase."""
    before = reading.tokens[phrase.first - 1] if phrase.first else None
    if before is None or before.pos is not Pos.VALUE or before.span.end != phrase.span.start:
        return None
    counts = before.text[:1] not in ("第", "首") and not before.text.endswith(_NO_MEASURES)
    return before.span if counts else None


def _quoted_away(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase stands in words quoted at length, and the value does not."""
    start = max((reading.text.rfind(c, reading.span.start, phrase.span.start) for c in _OPENING_QUOTES), default=-1)
    if start < 0 or any(c in reading.text[start : phrase.span.start] for c in _CLOSING_QUOTES):
        return False
    ends = [reading.text.find(c, phrase.span.end, reading.span.end) for c in _CLOSING_QUOTES]
    end = min((at for at in ends if at >= 0), default=reading.span.end)
    quoted = Span(start, end)
    return end - start > _LONG_QUOTE + 1 and not quoted.overlaps(value) and quoted.start > value.start


def _compared(reading: Reading, phrase: Phrase, value: Span) -> Iterator[float]:
    """What a comparison says: what is named in it has only the values in it, each from comma to comma."""
    stretch = comparison(reading)
    if stretch is None or not stretch.contains(phrase.span):
        return
    if not stretch.contains(value):
        yield _COMPARED
        return
    between = reading.text[phrase.span.end : value.start] if phrase.span.end <= value.start else "、"
    ahead = reading.text[stretch.start : phrase.span.start]
    opens = len(ahead) <= 1 or ahead[-1] == "、"
    yield _SIDE_OF_COMPARISON if opens and "、" not in between else _COMPARED


def comparison(reading: Reading) -> Span | None:
    """The stretch from 与, 和 or 较 to 相比."""
    words = load_words()
    end = next((t for t in reading.tokens if t.text in words.compared), None)
    if end is None:
        return None
    ahead = [t for t in reading.tokens if t.span.end <= end.span.start and t.text in words.comparing_with]
    clause_breaks = "，,；;。"
    starts = [t for t in ahead if not any(c in reading.text[t.span.end : end.span.start] for c in clause_breaks)]
    return Span(starts[0].span.start, end.span.end) if starts else None


def _led_up_to(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the value stands in a clause that describes the name behind it: 三年前去世的甲, 占地十亩的工厂“乙”."""
    if phrase.span.start <= value.end or not phrase.is_name:
        return False
    between = reading.tokens_in(Span(value.end, phrase.span.start))
    links = [n for n, t in enumerate(between) if t.text == "的"]
    if len(links) != 1 or any(t.pos is Pos.PUNCTUATION and t.text not in _OPENING_QUOTES for t in between):
        return False
    before, behind = between[: links[0]], between[links[0] + 1 :]
    told = any(t.pos is Pos.VERB for t in before)
    quoted = bool(behind) and behind[-1].text in _OPENING_QUOTES
    return (told and not behind) or (quoted and all(t.pos in _APPOSED for t in behind))


_APPOSED = frozenset({Pos.NOUN, Pos.NAME, Pos.ADJECTIVE, Pos.PUNCTUATION})


def _identified(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the sentence says whose the value is: 排名第一的是甲, 前三的模型分别来自甲、乙."""
    between = list(reading.tokens_in(Span(value.end, max(value.end, phrase.span.start))))
    if phrase.span.start <= value.end or not between or between[0].text not in ("的", "者"):
        return False
    rest = between[1:]
    while rest and rest[0].pos in (Pos.NOUN, Pos.NAME, Pos.ADJECTIVE, Pos.ADVERB) and rest[0].text not in _copulas():
        rest = rest[1:]
    return len(rest) == 1 and rest[0].text in _copulas()


def _copulas() -> frozenset[str]:
    return load_words().identifying


def _made(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase is what was made, held or published at the date; a bare version (V4) is one of its maker's."""
    if _VERSION.fullmatch(phrase.head.text) or _VERSION.fullmatch(phrase.tokens[0].text):
        return False
    clause = reading.clause_of(value)
    ahead: Sequence[Token] = [t for t in reading.tokens[: phrase.first] if clause.contains(t.span)]
    return clause.contains(phrase.span) and any(_makes(token) for token in ahead[-_MAKING:])


def _done_to(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase stands behind the value and a further verb of its clause, as its object: 推动3家银行扩建甲."""
    if phrase.span.start < value.end or not reading.clause_of(value).contains(phrase.span):
        return False
    between = reading.tokens_in(Span(value.end, phrase.span.start))
    told = [t for t in between if t.pos is Pos.VERB and t.text not in _copulas()]
    # 的 behind a verb, or with no 了 before it, may make all of it describe the phrase: 养着3条狗的甲.
    finished = any(t.text == "了" for t in between)
    describing = any(t.text == "的" and not (finished and between[n - 1].pos in _HEADS) for n, t in enumerate(between))
    return bool(told) and not describing


def _makes(token: Token) -> bool:
    return token.pos in (Pos.VERB, Pos.NOUN) and event_of(token) in load_words().makings
