"""Names of persons: Chinese ones where they must stand, behind an office, whether or not the dictionary knows them; and
two names that are nearly one."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.topics.pinyin import syllables
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
_STRICT = "说称是的在和与及对把将被也曾都则就还已于等"
"""Characters of no given name, so that a name ends before them."""

_LOOSE = "向从为有出任自没后身"
"""Characters that may begin what follows a name, but end given names as well: 陈有为."""

_FOLLOWING = (
    *("表示", "表明", "认为", "指出", "告诉", "告知", "介绍", "透露", "强调", "回应", "回忆", "回答", "坦言", "坦承"),
    *("宣布", "宣称", "担任", "带领", "带队", "原本", "受访", "接受", "提醒", "提到", "提出", "证实", "补充", "解释"),
    *("分析", "呼吁", "近日", "日前", "今天", "昨天", "当时", "当天", "上午", "下午", "中午", "晚间", "清晨", "凌晨"),
    *("目前", "今年", "去年", "随后", "率", "致", "主持", "参加", "前往", "正", "否认", "承认", "发言", "发表", "建议"),
    *("质疑", "警告", "抵达", "领衔", "博士", "教授", "先生", "女士", "夫妇", "夫妻", "两人", "一行", "站上", "以"),
)
"""Words that follow a name, of which the first character may stand in one."""

_NO_NAME = (
    "先生",
    "女士",
    "小姐",
    "老师",
    "同学",
    "某某",
    "医生",
    "校长",
    "师傅",
    "教授",
    "法官",
    "嫌",
    "男",
    "女",
    "某",
)
"""What stands behind a surname instead of a given name."""

_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_SLIPS = 2
_LONG_FAMILY = 5
_CHANGED = 1


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    surname = f"(?:{'|'.join((*_DOUBLE, *sorted(load_words().surnames)))})"
    strict = rf"(?=[{_STRICT}]|\W|$)"
    words = "|".join((*_FOLLOWING, *sorted(load_words().speakers)))
    after = rf"(?=[{_STRICT}{_LOOSE}]|[\W\d]|{words}|$)"
    plain = rf"(?![{_STRICT}])[\u4e00-\u9fff]"
    whole = rf"{plain}(?!以\d){plain}{after}"  # 以 with a figure behind it is how a game ended
    return re.compile(f"{surname}(?!{'|'.join(_NO_NAME)})(?:{plain}{strict}|{whole}|{plain}{after})")


def person_at(text: str, at: int, end: int) -> int | None:
    """Where the Chinese name of a person that begins at ``at`` ends; None where no surname begins one."""
    found = _name().match(text, at, end)
    return found.end() if found else None


def foreign_name(text: str, at: int, end: int) -> int | None:
    """Where a foreign name that begins at ``at`` and has a dot in it ends: behind the last of the characters such names
    are written with. None where there is none."""
    found = _FOREIGN.match(text, at, end)
    if found is None:
        return None
    sounds, stop = load_words().transliterating, found.end()
    while stop < end and (text[stop] in sounds or text[stop] == "·"):
        stop += 1
    return stop if stop > found.end() else None


def nearly_one(x: str, y: str) -> bool:
    """Whether two names (folded) are those of one person but for a slip: another character of one sound, or another
    character of three; a family name with other letters; another given name that begins alike."""
    if x == y:
        return False
    if _HAN_NAME.fullmatch(x) and _HAN_NAME.fullmatch(y):
        return _nearly_one_in_chinese(x, y)
    first, second = x.split(), y.split()
    if len(first) < _SLIPS or len(second) < _SLIPS or not (first[0][0].isalpha() and second[0][0].isalpha()):
        return False
    if first[-1] == second[-1]:
        given = (first[0].rstrip("."), second[0].rstrip("."))
        return given[0] != given[1] and given[0][0] == given[1][0] and min(map(len, given)) > 1
    slips = Levenshtein.distance(first[-1], second[-1], score_cutoff=_SLIPS)
    return first[:-1] == second[:-1] and slips <= _SLIPS and min(len(first[-1]), len(second[-1])) >= _LONG_FAMILY


def sounds_as_one(x: str, y: str) -> bool:
    """Whether two names (folded) differ in no more than how they are written: other characters of one sound, other
    letters of the family name."""
    if not nearly_one(x, y):
        return False
    return syllables(x) == syllables(y) if _HAN_NAME.fullmatch(x) else x.split()[:-1] == y.split()[:-1]


def _nearly_one_in_chinese(x: str, y: str) -> bool:
    if len(x) != len(y) or x[0] != y[0] or x[0] not in load_words().surnames:
        return False
    changed = sum(c != d for c, d in zip(x, y, strict=True))
    return syllables(x) == syllables(y) or (len(x) > _SLIPS and changed == _CHANGED)


def is_person_in_chinese(name: str) -> bool:
    """Whether a name (folded) has the shape of a Chinese person's: a surname and two characters more."""
    return len(name) > _SLIPS and _HAN_NAME.fullmatch(name) is not None and _name().fullmatch(name) is not None


def person_keys(name: str) -> frozenset[str]:
    """Keys of a name (folded) of which two that :func:`nearly_one` holds for share one, whatever house they belong to:
    the sound of a Chinese name, the parts of another."""
    if _HAN_NAME.fullmatch(name):
        return frozenset({"".join(syllables(name))})
    words = name.split()
    return frozenset({words[0], words[-1]}) if len(words) > 1 else frozenset()
