"""Whether two sentences tell of one thing: by the names they both have, and by what follows those."""

from __future__ import annotations

import re

from claims.model import Features
from claims.topics.words import load_words

_LATIN = re.compile(r" ?[a-z0-9]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fffa-z0-9·]{2,}")

_MEMBER = re.compile(r"[一二三四五六七八九十甲乙丙丁东西南北][厂号期线段区馆院校部店路桥站台]|[a-z]?\d+[a-z]*号?")
_DISTRICTS = ("区", "县", "镇", "街道")
_DISTRICT = re.compile(rf"[\u3400-\u9fff]{{1,3}}?(?:{'|'.join(_DISTRICTS)})")
_MEMBER_LENGTH = 2
_REACH = 8
_VALUE = "#"


def mentions(told: Features, name: str) -> bool:
    """Whether the sentence of ``told`` has the Chinese ``name`` before its last value, be it cut otherwise there.

    What stands behind the values is what they are compared with: 不及瑞芳.
    """
    known = _HAN_NAME.fullmatch(name) is not None and not name.isascii()
    ahead = told.frame[: max(0, told.frame.rfind(_VALUE))]
    return known and any(not _goes_on(ahead[at.end() :]) for at in re.finditer(re.escape(name), ahead))


def _goes_on(behind: str) -> bool:
    """Whether a name goes on to that of another model: 澄光X5 Pro is no 澄光X5."""
    word = _LATIN.match(behind)
    return word is not None and (behind[0] != " " or word.group().strip() in load_words().variants)


def branched(name: str, a: Features, b: Features) -> bool:
    """Whether what follows ``name`` tells two things of that name apart.

    That is so where both sides go on with different numbers, directions or lines of business (竹南一厂 and 竹南二厂,
    恒越地产 and 恒越物业), or one with a part of the place (宁海市高新区).
    """
    if name.isascii() or name not in a.frame or name not in b.frame:
        return False
    x, y = (_branches(name, f.frame) for f in (a, b))
    if x and y:
        return not x & y
    return any(len(branch) > _MEMBER_LENGTH for branch in x | y if branch.endswith(_DISTRICTS))


def _branches(name: str, frame: str) -> set[str]:
    """What stands behind each ``name`` of ``frame`` and tells which one is meant."""
    behind = [frame[m.end() : m.end() + _REACH] for m in re.finditer(re.escape(name), frame)]
    trades = {trade for text in behind for trade in load_words().trades if text.startswith(trade)}
    found = [match for text in behind for pattern in (_MEMBER, _DISTRICT) if (match := pattern.match(text))]
    return trades | {match.group() for match in found}
