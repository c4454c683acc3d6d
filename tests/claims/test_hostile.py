"""Time grows with the text and no faster, whatever it is made of."""

from __future__ import annotations

import pytest

from claims.extract import extract
from sources.document import Document
from tests import timing

SMALLEST = 100
"""Code points of the first text; each is twice as long as the one before."""

LONG, LONG_WITH_CLAIMS = 100_000, 3_200
"""Where doubling ends: sooner for texts that are nothing but claims, each of which takes its time."""

RATIO = 3.2
"""How much longer twice the text may take: twice, and room for a busy machine."""

NEGLIGIBLE = 3.0
"""Seconds that say nothing about growth."""

WITHOUT_CLAIMS = {
    "digits": "7",
    "亿": "亿",
    "brackets": "(",
    "full-width brackets": "（",
    "opening quotation marks": "“",
    "straight quotation marks": '"',
    "closing quotation marks": "」",
    "的": "的",
    "commas": ",",
    "full-width commas": "，",
    "full stops": ". ",
    "hyphens": "ge-\n",
    "line breaks": "\n",
    "names": "Harbour Bank ",
    "owners": "公司的",
    "titles": "《馆》",
}
WITH_CLAIMS = {
    "values": "3人",
    "values in a list": "3人、",
    "values in clauses": "东馆有35人，",
    "English values in clauses": "the hall has 35 seats, ",
    "numbers in a row": "1 ",
    "ranks": "第一",
    "years": "2020年",
    "dates in clauses": "2020年，",
    "superlatives": "最大",
    "superlatives among several": "最大的之一",
    "sentences": "东馆有35人。",
    "English sentences": "The hall has 35 seats. ",
    "lines": "东馆有35人\n",
    "quoted sentences": "“东馆有35人，而且还会增加”",
}


def seconds(unit: str, size: int) -> float:
    document = Document("0" * 64, "utf-8", (unit * (size // len(unit) + 1))[:size])
    return timing.seconds(lambda: extract(document, published="2024-05-01"), runs=1)


CASES = [
    *(pytest.param(unit, LONG, id=name) for name, unit in WITHOUT_CLAIMS.items()),
    *(pytest.param(unit, LONG_WITH_CLAIMS, id=name) for name, unit in WITH_CLAIMS.items()),
]


@pytest.mark.parametrize(("unit", "longest"), CASES)
def test_twice_the_text_takes_no_more_than_twice_the_time(unit: str, longest: int) -> None:
    size, before = SMALLEST, seconds(unit, SMALLEST)
    # From the small end, so that what grows too fast fails within seconds.
    while size < longest:
        size *= 2
        now = seconds(unit, size)
        if now > max(NEGLIGIBLE, RATIO * before):
            now = min(now, seconds(unit, size))  # once more: the machine may have been busy
        assert now <= max(NEGLIGIBLE, RATIO * before), f"{before:.2f} s, but {now:.2f} s at {size} characters"
        before = now
