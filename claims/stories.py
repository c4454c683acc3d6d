"""Whether two sentences tell one story: by the stretches of words that they share, and by the names they both have."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.model import Features
from claims.topics.reading import is_chinese

_HAN = re.compile(r"[\u3400-\u9fff]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fffa-z0-9·]{2,}")
_PAIR = 2
_FEWEST = 3
"""How many pairs of characters two sentences must share before the share says something."""

_MEMBER = re.compile(r"[一二三四五六七八九十甲乙丙丁东西南北上下前后左右新老][\u3400-\u9fff]?|[a-z]?\d+[a-z]*")


def told_alike(a: Features, b: Features) -> float:
    """Which share of the pairs of Chinese characters of the shorter sentence the other has too; 0 of next to none."""
    x, y = _pairs(a.frame), _pairs(b.frame)
    shared = len(x & y)
    return shared / min(len(x), len(y)) if shared >= _FEWEST else 0.0


def mentions(told: Features, name: str) -> bool:
    """Whether the sentence of ``told`` has the Chinese ``name``, be it cut otherwise there."""
    return _HAN_NAME.fullmatch(name) is not None and not name.isascii() and name in told.frame


def branched(name: str, a: Features, b: Features) -> bool:
    """Whether both sentences go on behind ``name`` with a number or direction that tells two of its members apart.

    竹南一厂 and 竹南二厂, 三号线北段 and 三号线南段.
    """
    if name.isascii() or name not in a.frame or name not in b.frame:
        return False
    x, y = ({m.group() for m in re.finditer(f"(?<={re.escape(name)}){_MEMBER.pattern}", f.frame)} for f in (a, b))
    return bool(x and y) and not x & y


@lru_cache(maxsize=4096)
def _pairs(frame: str) -> frozenset[str]:
    if not is_chinese(frame):
        return frozenset()
    return frozenset(run[n : n + _PAIR] for run in _HAN.findall(frame) for n in range(len(run) - 1))
