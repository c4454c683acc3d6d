"""Numbers in figures: 1,730 · 12,34,567.89 · 1 414 021 100 · 1.5e9 · 2.48×10−5 · 1 4/5 · ⅔ · ２．５."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage, is_letter

LONGEST = 40
"""A longer run of digits is no quantity but a key or noise."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_MINUS = str.maketrans("−–﹣－⁻", "-----")
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_POWER = re.compile(
    r"\s?[x×*·⋅]\s?(?P<base>10|2)(?:\s?\^\s?(?P<raised>[-+−–]?\d{1,3})|(?P<plain>[-−–]\d{1,2})|(?P<super>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
)
_EXPONENT = re.compile(r"e(?P<e>[-+−]?\d{1,3})(?![\da-z])|\^(?P<power>[-+−]?\d{1,2})(?![\d^])")
_SUPERSCRIPT = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_OVER = re.compile(r"(?: (?P<top>\d{1,3}))?\s?[/⁄]\s?(?P<under>\d{1,6})(?![\d/.]|,\d|-\d)")
_DOTTED = re.compile(r"\d+(?:\.\d+){2,40}")


@cache
def pattern(decimal: str) -> re.Pattern[str]:
    """What a run of figures looks like where ``decimal`` is the mark before decimals; the other one groups digits."""
    if decimal == ",":
        return re.compile(r"\d{1,3}(?:[. ]\d{3}){1,10}(?!\d)(?:,\d+)?|\d+(?:,\d+)?")
    return re.compile(
        r"\d{1,3}(?:[,，'’]\d{3}){1,12}(?!\d)(?:[.．]\d+)?"
        r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?"
        r"|\d{1,3}(?:\.\d{3}){1,12},\d{1,2}(?!\d)"
        r"|\d{1,3}(?: \d{3}){1,6}(?!\d|,\d)(?:\.\d+)?"
        r"|\d+,(?:00|\d{2}(?=\s?[€£$]))(?![\d,])|(?:(?<=[€£$])|(?<=[€£$] ))\d+,\d{2}(?![\d,])"
        r"|\d+(?:[.．]\d+)?|\.\d+"
    )


def read_figures(passage: Passage, start: int, decimal: str = ".") -> Numeral | None:
    """The number in figures that begins at ``start``; None when what stands there is none (2.1.3, a key)."""
    text = passage.text
    if text[start] in _VULGAR:
        return _vulgar(text, start, Decimal(0))
    if _DOTTED.match(text, start) is not None and decimal == ".":
        grouped = pattern(decimal).match(text, start)
        if grouped is None or "," not in grouped.group():
            return None
    found = pattern(decimal).match(text, start)
    if found is None or len(found.group()) > LONGEST:
        return None
    value, step = _value(found.group(), decimal)
    plain = Numeral(start, found.end(), value, value, step, Form.FIGURE)
    return _raised(text, plain) or _fraction(text, plain) or plain


def _value(written: str, decimal: str) -> tuple[Decimal, Decimal]:
    """The number, and the weight of its last digit."""
    digits = written.replace("．", ".").replace("，", ",")
    if decimal == "," or re.fullmatch(r"[\d.]*\d,\d{1,2}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    digits = re.sub(r"[, '’]", "", digits)
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _vulgar(text: str, at: int, whole: Decimal) -> Numeral:
    value = whole + Decimal(str(round(unicodedata.numeric(text[at]), 12)))
    return Numeral(at, at + 1, value, value, Decimal(1), Form.RATIO)


def _raised(text: str, plain: Numeral) -> Numeral | None:
    """The number with a power of ten behind it, in any of the ways it is typed."""
    power = _POWER.match(text, plain.end)
    if power is not None:
        base = Decimal(power["base"])
        exponent = int((power["raised"] or power["plain"] or power["super"]).translate(_SUPERSCRIPTS).translate(_MINUS))
        return _times(plain, base**exponent, power.end())
    short = _EXPONENT.match(text.lower() if text[plain.end : plain.end + 1] == "E" else text, plain.end)
    if short is not None and short["e"]:
        return _times(plain, Decimal(10) ** int(short["e"].translate(_MINUS)), short.end())
    exponent_text = short["power"] if short is not None else None
    above = _SUPERSCRIPT.match(text, plain.end)
    if above is not None:
        exponent_text = above.group().translate(_SUPERSCRIPTS)
    end = above.end() if above is not None else short.end() if short is not None else plain.end
    if exponent_text is None or plain.low is None or (plain.low == 0 and exponent_text.startswith("-")):
        return None
    value = plain.low ** int(exponent_text.translate(_MINUS))
    return replace(plain, end=end, low=value, high=value)


def _times(plain: Numeral, factor: Decimal, end: int) -> Numeral | None:
    if plain.low is None:
        return None
    value = plain.low * factor
    return replace(plain, end=end, low=value, high=value, step=plain.step * factor)


def _fraction(text: str, plain: Numeral) -> Numeral | None:
    """3/4, 1 4/5, 1½; a date such as 2020/12/1 is none."""
    if plain.low is None:
        return None
    after = text[plain.end : plain.end + 2].lstrip()
    if after[:1] and after[0] in _VULGAR:
        vulgar = _vulgar(text, text.index(after[0], plain.end), plain.low)
        return replace(vulgar, start=plain.start)
    over = _OVER.match(text, plain.end)
    if over is None or text[plain.start - 1 : plain.start] == "/" or int(over["under"]) == 0:
        return None
    if (
        over.end() < len(text)
        and is_letter(text[over.end()])
        and text[over.end()].islower()
        and " " not in over.group()
    ):
        pass
    top = Decimal(over["top"]) if over["top"] else plain.low
    whole = plain.low if over["top"] else Decimal(0)
    value = whole + top / Decimal(over["under"])
    return Numeral(plain.start, over.end(), value, value, Decimal(1), Form.RATIO)
