from __future__ import annotations

import pytest

from claims import lexicon
from sources.errors import ConfigError


def test_every_lexicon_of_the_package_loads() -> None:
    assert {"de", "en", "zh"} <= set(lexicon.names())
    for name in (*lexicon.names(), "units"):
        assert lexicon.load(name).name == name


def test_every_wrong_row_is_named_at_once() -> None:
    text = """
writing = "spaced"
unknown = 1
measures = ["a", "a", ""]
[numerals]
one = "1"
[vague]
few = [1]
[relative.year]
now = "x"
[units]
m = "metre"
"""
    with pytest.raises(ConfigError) as caught:
        lexicon.parse("xx", text)

    message = str(caught.value)
    for part in ("unknown", "measures: 'a'", "measures: ''", "numerals.one", "vague.few", "relative.year", "units.m"):
        assert part in message
    assert "\n" not in message


def test_a_lexicon_says_how_its_language_is_written() -> None:
    with pytest.raises(ConfigError, match="writing"):
        lexicon.parse("xx", "language = 'xx'")


def test_broken_syntax_and_a_missing_file_are_said() -> None:
    with pytest.raises(ConfigError, match="TOML"):
        lexicon.parse("xx", "a = = 1")
    with pytest.raises(ConfigError, match="no such file"):
        lexicon.load("klingon")


def test_an_absent_table_is_empty_and_an_open_end_is_none() -> None:
    read = lexicon.parse("xx", 'writing = "han"\n[fixed]\nmany = [10, ""]')

    assert read.han
    assert read.numbers["months"] == {}
    assert read.spans["fixed"]["many"] == (10, None)
