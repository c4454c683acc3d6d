"""What fits into a line of a terminal, Chinese and English."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.reports.screen import Screen, clipped, columns, placed, plain, quoted, shortened, wrapped

texts = st.text(st.sampled_from("港口共有340家企业，“渔港”。ab c-é\u0301😀👩\u200d🚀（）⟦⟧"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"),
    [("port", 4), ("港口", 4), ("340家", 5), ("e\u0301", 1), ("，", 2), ("", 0), ("\u200d", 0), ("ｱ", 1)],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@given(texts, st.integers(10, 60))
def test_lines_fit_and_keep_every_character(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert columns(line) <= width or len(line.split()) == 1


def test_words_are_not_broken_and_closing_marks_stay_with_what_they_close() -> None:
    assert list(wrapped("three hundred companies", 13)) == ["three hundred", "companies"]
    assert list(wrapped("港口有企业，渔港也有。", 10)) == ["港口有企", "业，渔港也", "有。"]
    assert list(wrapped("港口有⟦企业⟧", 8)) == ["港口有", "⟦企业⟧"]


@given(texts, st.integers(2, 60))
def test_what_is_clipped_fits(text: str, width: int) -> None:
    short = clipped(text, width)
    assert columns(short) <= width
    assert short == text or short.endswith("…")


words = st.text(st.sampled_from("港口企业ab c，"), max_size=60)


@given(words, st.text(st.sampled_from("340家"), min_size=1, max_size=12), words, st.integers(40, 80))
def test_a_shortened_quote_fits_and_keeps_its_value(before: str, value: str, after: str, width: int) -> None:
    short = shortened(quoted(before, value, after), width)
    assert columns(short) <= width
    assert f"⟦{value}⟧" in short


def test_of_a_quote_the_words_away_from_the_value_are_left_out() -> None:
    quote = quoted("港口的码头和仓库里有", "340家", "企业和商铺")
    assert shortened(quote, columns(quote)) == quote
    assert shortened(quote, 24) == "…和仓库里有⟦340家⟧企业…"
    assert shortened(quoted("", "三百四十家" * 8, ""), 20) == "⟦三百四十家三百…⟧"


@given(st.text(st.characters()))
def test_plain_text_steers_no_terminal(text: str) -> None:
    line = plain(text)
    assert not {character for character in line if ord(character) < 32 or 0x7F <= ord(character) < 0xA0}
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert len(line.splitlines()) <= 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_on_a_terminal_only_and_never_against_a_wish() -> None:
    assert Screen.of(Terminal(), {}).colour
    assert not Screen.of(Terminal(), {"NO_COLOR": "1"}).colour
    assert not Screen.of(Terminal(), {"TERM": "dumb"}).colour
    assert not Screen.of(io.StringIO(), {}).colour
    assert Screen().styled("port", "bold") == "port"
    assert Screen(colour=True).styled("port", "bold", "red") == "\x1b[1;31mport\x1b[0m"


def test_the_value_is_lit_and_the_light_goes_out() -> None:
    assert Screen().lit("有⟦340家⟧企业") == "有⟦340家⟧企业"
    assert Screen(colour=True).lit("有⟦340家⟧企业") == "有⟦\x1b[1m340家\x1b[0m⟧企业\x1b[0m"


@pytest.mark.parametrize(
    ("parts", "width", "shown"),
    [
        (("340家", "press/a.txt", "", " · 2025-04-02"), 100, "340家 · press/a.txt · 2025-04-02"),
        (("340家", "/srv/papers/harbour/a.txt", "", " · 2025-04-02"), 40, "340家 · …pers/harbour/a.txt · 2025-04-02"),
        (
            ("", "/srv/papers/harbour/a.txt", " · The port grows", " · 2025"),
            40,
            "…s/harbour/a.txt · The port grows · 2025",
        ),
        (("", "/srv/papers/harbour/a.txt", " · The port grows on", " · 2025"), 32, "…/a.txt · The port grows… · 2025"),
        (("one thing after another thing", "/srv/a.txt", "", " · 2025"), 32, "one thing afte… · …/a.txt · 2025"),
        (("", "https://port.example/news/2025/", "", " · 2025-04-02"), 30, "…ample/news/2025/ · 2025-04-02"),
    ],
)
def test_a_path_gives_way_before_its_file_and_never_the_date(
    parts: tuple[str, str, str, str], width: int, shown: str
) -> None:
    assert placed(*parts, width) == shown


@given(texts, texts, texts, st.integers(40, 120))
def test_a_line_with_a_path_keeps_to_its_columns_and_its_end(before: str, path: str, behind: str, width: int) -> None:
    line = placed(before, path, behind, " · 2025-04-02", width)
    assert columns(line) <= width
    assert line.endswith(" · 2025-04-02")
