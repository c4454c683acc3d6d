"""The [[watch]] entries of claims.toml: where each stands, and one line for whatever is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.fact_sheet import parse_entries, read_fact_sheet
from sources.errors import ConfigError

ENTRY = """
[[watch]]  # the newest figure
subject = "Halden Robotics"
attribute = ["employees", "员工"]
as_of = "2025-03"
value = "820 people"
from = "annual report 2024"
"""


def test_an_entry_knows_its_place() -> None:
    text = f'sources = ["*.txt"]\r\n{ENTRY}{ENTRY.replace("820", "about 900")}[thresholds]\nscore = 0.6\n'
    first, second = parse_entries(text, "claims.toml")
    assert first.value_span.of(text) == "820 people"
    assert second.value_span.of(text) == "about 900 people"
    assert second.span.of(text).startswith('subject = "Halden Robotics"')
    assert second.span.of(text).endswith('value = "about 900 people"')
    assert (first.attribute, first.as_of, first.origin) == (("employees", "员工"), "2025-03", "annual report 2024")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_a_value_stands_where_it_is_said_to_stand(origin: str) -> None:
    told = origin.replace("\\", "").replace('"', "") + "."
    text = ENTRY.replace("annual report 2024", told) * 2
    for entry in parse_entries(text, "claims.toml"):
        assert (entry.value_span.of(text), entry.origin) == ("820 people", told)


def test_a_file_without_entries_is_no_fact_sheet(tmp_path: Path) -> None:
    file = tmp_path / "claims.toml"
    file.write_text('sources = ["*.txt"]\n', encoding="utf-8")
    assert read_fact_sheet(file) is None
    assert read_fact_sheet(None) is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('value = "820 people"', "value = 820", "`value` is no text"),
        ('"820 people"', '"a good many"', "holds no number"),
        ('"820 people"', '"820 people in 3 towns"', "holds 2 values"),
        ('value = "820 people"', 'value = """820\npeople"""', "does not stand on a line of its own"),
        ("value =", "valve =", "did you mean `value`?"),
        ('from = "annual report 2024"\n', "", "`from` is missing"),
        ('["employees", "员工"]', "[]", "`attribute` is no list of words"),
        ('["employees", "员工"]', "[1]", "`attribute` is no list of words"),
        ('"2025-03"', '"March"', "`as_of` is no date"),
        ('"2025-03"', '"2025/2024"', "ends before it begins"),
        ('"2025-03"', '"2025-13"', "is not in the calendar"),
        ('"Halden Robotics"', '" "', "`subject` is no text"),
    ],
)
def test_a_bad_entry_is_one_line(old: str, new: str, problem: str) -> None:
    assert old in ENTRY
    with pytest.raises(ConfigError) as caught:
        parse_entries(ENTRY + ENTRY.replace(old, new), "claims.toml")
    line = str(caught.value)
    assert problem in line
    assert line.startswith("claims.toml:9: watched fact 2")
    assert "\n" not in line


@pytest.mark.parametrize("text", ["watch = 3", 'watch = ["a"]', 'watch = [{subject = "a"}]', "[watch]\nvalue = 1"])
def test_other_forms_of_a_list_are_refused(text: str) -> None:
    with pytest.raises(ConfigError, match=r"\[\[watch\]\]"):
        parse_entries(text, "claims.toml")
