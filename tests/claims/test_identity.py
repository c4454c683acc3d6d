"""Keys: what must not change them, and what must."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases
from claims.extract import extract
from claims.identity import KEY_LENGTH, claim_key, folded, pair_key
from sources.cleaning.tears import columns
from sources.document import Document
from sources.readers import read
from tests.strategies import ENGLISH, SIMPLIFIED

KEY = re.compile(rf"[a-z0-9]{{{KEY_LENGTH}}}")

PARAGRAPHS = (
    "县图书馆去年借出图书12.6万册，比前年多出三成，是全县最大的图书馆。",
    "新馆占地8,400平方米，今年预算为350万元，其中一半用于买书。",
    "环湖公路全长约42公里，预计2027年通车，沿线共有17个村庄。",
    "The county library lent 126,000 books last year, a third more than in 1998, and employs 34 people.",
    "Its new hall cost 3.5 million euros and holds more than 90,000 volumes on four floors.",
)


UNBROKEN = re.compile(r"[!-~]+|\s|.")
HANGING = "，。、；"
"""Marks that a line takes along even when it is full."""


def wrapped(paragraph: str, width: int) -> str:
    """``paragraph`` in lines of at most ``width`` columns, broken between Han characters and at spaces."""
    lines = [""]
    for piece in UNBROKEN.findall(paragraph):
        if columns(lines[-1] + piece) <= width or piece in HANGING:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return "\n".join(line.rstrip() for line in lines)


def keys(text: str, name: str = "a.txt", published: str | None = "2024-05-01") -> list[str]:
    return [claim.key for claim in extract(read(text.encode("utf-8"), name), published=published)]


# -- the functions ----------------------------------------------------------------------------------------------------


def test_a_key_is_short_and_plain() -> None:
    assert KEY.fullmatch(claim_key("12.6万册", "借出图书12.6万册。"))
    assert KEY.fullmatch(pair_key("aaaa", "bbbb"))


def test_width_case_and_white_space_do_not_count() -> None:
    plain = claim_key("10万", "Qwen 模型达10万个。")
    assert claim_key("１０万", "QWEN模型　达\n１０万个。") == plain


@given(st.lists(st.text(alphabet="册藏书aZ9ｚ９%", min_size=1, max_size=3), max_size=6), st.sampled_from(" \n\u3000\t"))
def test_line_breaks_and_spaces_anywhere_do_not_count(pieces: list[str], space: str) -> None:
    assert claim_key("9", space.join(pieces)) == claim_key("9", "".join(pieces))


@given(st.lists(st.text(max_size=6), min_size=2, max_size=4), st.lists(st.text(max_size=6), min_size=2, max_size=4))
@example(["1", "2", ""], ["1", "2"])
@example(["1\n2", "3"], ["1", "2", "3"])
def test_other_wording_has_another_key(one: list[str], other: list[str]) -> None:
    same = [folded(part) for part in one] == [folded(part) for part in other]
    assert (claim_key(one[0], one[1], *one[2:]) == claim_key(other[0], other[1], *other[2:])) is same


@given(st.text(), st.text())
def test_a_pair_is_named_in_either_order(one: str, other: str) -> None:
    assert pair_key(one, other) == pair_key(other, one)


def test_a_pair_is_no_claim() -> None:
    assert pair_key("a", "b") != claim_key("a", "b")


def test_half_a_character_can_be_named() -> None:
    assert KEY.fullmatch(claim_key("\ud800", "5\ud800"))


# -- the keys of a document -------------------------------------------------------------------------------------------


@given(st.permutations(PARAGRAPHS))
@settings(max_examples=25, deadline=None)
def test_moved_paragraphs_keep_their_keys(order: list[str]) -> None:
    assert sorted(keys("\n\n".join(order))) == sorted(keys("\n\n".join(PARAGRAPHS)))


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS[:3], PARAGRAPHS[3:]], ids=["Chinese", "English"])
@pytest.mark.parametrize("width", [46, 54, 62, 70, 78])
def test_re_wrapped_text_keeps_its_keys(paragraphs: tuple[str, ...], width: int) -> None:
    chinese = not paragraphs[0].isascii()
    paragraph = ("" if chinese else " ").join(paragraphs)
    assert keys(wrapped(paragraph, width)) == keys(paragraph)


@pytest.mark.parametrize("number", ["3.5", "35"])
def test_a_line_that_begins_with_a_number_is_no_item_of_a_list(number: str) -> None:
    text = (
        "The county library has opened a hall, which its readers had been\n"
        "asking for since the fire, and for which taxpayers have been paying\n"
        f"{number} million euros in all, most of it borrowed from the county bank."
    )
    assert keys(text) == keys(text.replace("\n", " "))


@given(st.lists(st.sampled_from(SIMPLIFIED + PARAGRAPHS[:3]), min_size=1, max_size=5, unique=True))
@settings(max_examples=25, deadline=None)
def test_a_change_of_script_keeps_the_keys(sentences: list[str]) -> None:
    from opencc import OpenCC

    text = "\n\n".join(sentences)
    assert keys(OpenCC("s2t").convert(text)) == keys(text)


@pytest.mark.parametrize("text", [*SIMPLIFIED, *ENGLISH, *PARAGRAPHS])
def test_full_width_digits_keep_the_keys(text: str) -> None:
    wide = re.sub("[0-9]", lambda digit: chr(ord(digit.group()) + 0xFEE0), text)
    assert unicodedata.normalize("NFKC", wide) == unicodedata.normalize("NFKC", text)
    assert keys(wide) == keys(text)


def test_a_ruby_in_the_sentence_keeps_the_keys() -> None:
    text = PARAGRAPHS[0]
    assert keys(text.replace("图书馆", "图(tú)书(shū)馆(guǎn)")) == keys(text)


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_neither_name_nor_date_nor_title_nor_alias_is_in_a_key(text: str, tmp_path: Path) -> None:
    document = Document("0", "utf-8", text)
    aliases = Aliases.of({"County Library": ["县图书馆", "The county library"]})
    plain = [claim.key for claim in extract(document)]
    assert plain == keys(text, "b/c.txt", "1999-01-01")
    assert plain == [claim.key for claim in extract(document, title="环湖公路", aliases=aliases)]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_text_around_a_sentence_is_not_in_its_keys(text: str) -> None:
    around = f"馆长说读者还会增加。\n\n{text}\n\nNobody counted them.\n"
    assert keys(around) == keys(text)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (PARAGRAPHS[0], "12.6万", "12.9万"),
        (PARAGRAPHS[0], "三成", "两成"),
        (PARAGRAPHS[2], "约42", "42"),
        (PARAGRAPHS[2], "2027", "2028"),
        (PARAGRAPHS[3], "126,000", "126,001"),
        (PARAGRAPHS[4], "more than", "less than"),
    ],
)
def test_another_value_has_another_key(text: str, old: str, new: str) -> None:
    assert not set(keys(text)) & set(keys(text.replace(old, new)))
