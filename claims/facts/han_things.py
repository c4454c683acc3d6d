"""Whether two facts of one Chinese story are of one thing, which the articles call by other names or by none."""

from __future__ import annotations

from claims.events import one_story
from claims.facts.attributes import Attribute, Holds
from claims.han_stories import in_han
from claims.model import Features
from claims.topics.words import load_words

_CLASS = "="
_SHORTEST = 2


def one_han_thing(x: Features, y: Features, attribute: Attribute) -> bool:
    """Whether two facts with this attribute are of one thing of one story.

    That is so where a story tells of one such thing only and an article does not name it (施工单位是V); where neither
    does but by what it is (隧道), or one names it in full and the other by the end or the beginning of that; and for
    an office where one house is the short form of the other (捷运局, 捷运工程局).
    """
    if not (in_han(x.story) and in_han(y.story) and one_story(x, y)):
        return False
    bound = [told.firm and bool(told.names) for told in (x, y)]
    if not all(bound):
        return attribute.central
    a, b = x.names[0], y.names[0]
    if a == b:
        return a[:1] == _CLASS
    short, long = sorted((a, b), key=len)
    if attribute.holds is Holds.OFFICE:
        return _short_form(short, long)
    return _in_short(short, long) and not short.isascii()


def _in_short(short: str, long: str) -> bool:
    """Whether a thing may go by ``short`` for ``long``: the end of its name, or its name without what it does."""
    if len(short) < _SHORTEST:
        return False
    if long.endswith(short):
        return True
    words = load_words()
    return long.startswith(short) and long[len(short) :] in words.wares | words.trades | words.houses


def _short_form(short: str, long: str) -> bool:
    """Whether ``short`` leaves characters out of ``long``, and none at either end."""
    if len(short) <= _SHORTEST or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(c in rest for c in short)
