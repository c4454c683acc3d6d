"""The alias file: read, added to and written without losing what its author wrote."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.aliases import folded_name
from registry.alias_file import AliasFile, read_alias_file, write_alias_file
from sources.errors import ConfigError, UsageError

WRITTEN = """\
# Names agreed with the foreign desk.

[aliases]
# the company, not the ship
"海鹞" = ["Sea Harrier"]
"澄光云" = [
    "Clearlight Cloud", # as on their site
    "Clearlight",
]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "aliases.toml"


def test_no_file_means_no_aliases(path: Path) -> None:
    assert read_alias_file(path).groups == {}
    assert not path.exists()


def test_added_names_are_read_back(path: Path) -> None:
    write_alias_file(read_alias_file(path).adding("Clearlight Cloud", ["澄光云", "Clearlight"]))
    write_alias_file(read_alias_file(path).adding("澄光云", ["澄光雲"]))
    assert read_alias_file(path).groups == {"Clearlight Cloud": ("Clearlight", "澄光云", "澄光雲")}
    assert read_alias_file(path).aliases.canonical("clearlight  CLOUD") == "Clearlight Cloud"


def test_the_file_is_sorted_and_keeps_its_comments(path: Path) -> None:
    path.write_text(WRITTEN, encoding="utf-8")
    write_alias_file(read_alias_file(path).adding("Buyun", ["步云"]))
    assert path.read_text(encoding="utf-8") == (
        "# Names agreed with the foreign desk.\n\n[aliases]\n"
        '"Buyun" = ["步云"]\n'
        '# the company, not the ship\n"海鹞" = ["Sea Harrier"]\n'
        '"澄光云" = ["Clearlight", "Clearlight Cloud"]\n'
    )


def test_writing_twice_changes_nothing(path: Path) -> None:
    path.write_text(WRITTEN, encoding="utf-8")
    once = read_alias_file(path).text()
    path.write_text(once, encoding="utf-8")
    assert read_alias_file(path).text() == once


def test_what_is_to_be_left_alone_stays_beside_the_aliases(path: Path) -> None:
    left = '\n# a group and its branch\n[apart]\n# asked in May\n"步云" = ["步云湾"]\n'
    path.write_text(WRITTEN + left, encoding="utf-8")
    file = read_alias_file(path).adding("步云", ["Buyun"])
    assert file.apart == {"步云": ("步云湾",)}
    assert file.aliases.canonical("步云湾") == "步云湾"
    write_alias_file(file)
    text = path.read_text(encoding="utf-8")
    assert '[aliases]\n"步云" = ["Buyun"]\n# the company, not the ship\n"海鹞"' in text
    assert text.endswith(left)


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda name: name.strip())


@given(names, st.lists(names, min_size=1, max_size=4))
def test_any_name_survives_the_file(name: str, others: list[str]) -> None:
    file = AliasFile(Path("aliases.toml")).adding(name, others)
    table = tomllib.loads(file.text())["aliases"]
    assert {head: sorted(known) for head, known in table.items()} == {h: sorted(k) for h, k in file.groups.items()}
    assert {folded_name(word) for head in table for word in (head, *table[head])} == {
        folded_name(word) for word in (name, *others)
    }


def test_a_name_belongs_to_one_subject(path: Path) -> None:
    path.write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(UsageError, match="a name of 海鹞 already"):
        read_alias_file(path).adding("澄光云", ["SeaHarrier"])


def test_an_empty_name_is_refused(path: Path) -> None:
    with pytest.raises(UsageError):
        read_alias_file(path).adding("澄光云", ["  "])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[alias]\n", "`alias` is no key"),
        ('"澄光云" = ["Clearlight"]', "is no key of it"),
        ("aliases = 3", "is not a table"),
        ('[apart]\n"澄光云" = "澄光"', "is not followed by a list"),
        ('[aliases]\n"澄光云" = "Clearlight"', "is not followed by a list"),
        ('[aliases]\n"澄光云" = [1]', "is not followed by a list"),
        ('[aliases]\n"澄光云" = ["X"]\n"海鹞" = ["x"]', "is a name of 澄光云 and of 海鹞"),
        ("[aliases", "is not TOML"),
    ],
)
def test_what_is_wrong_is_named(path: Path, text: str, said: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_alias_file(path)
    assert said in str(caught.value)
    assert "aliases.toml" in str(caught.value)
