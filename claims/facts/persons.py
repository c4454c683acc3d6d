"""Chinese names of persons where they must stand: behind an office, whether or not the dictionary knows them."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.topics.words import load_words

_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}·")
_DOUBLE = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "端木",
    "南宫",
    "夏侯",
)
_AFTER = (
    "说称表示认指是的在和与及对把将被也曾都则就还、，。：；！？）)（(”“从向为已后于等告介透强回坦直宣担任出带曾原自没有"
)
"""Characters that may follow a name: those that begin a verb of saying, a preposition or the like, and punctuation."""


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    surname = f"(?:{'|'.join((*_DOUBLE, *sorted(load_words().surnames)))})"
    given, after = "[\u4e00-\u9fff]", rf"(?=[{re.escape(_AFTER)}]|$)"
    return re.compile(f"{surname}(?:{given}{after}|{given}{{2}}{after})")


def person_at(text: str, at: int, end: int) -> int | None:
    """Where the Chinese name of a person that begins at ``at`` ends; None where no surname begins one."""
    found = _name().match(text, at, end)
    return found.end() if found else None


def foreign_part(text: str, at: int, end: int) -> int | None:
    """Where the first part of a foreign name ends, its dot included: 亚瑟· of 亚瑟·门施; None where there is none."""
    found = _FOREIGN.match(text, at, end)
    return found.end() if found else None
