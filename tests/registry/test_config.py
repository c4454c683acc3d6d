"""claims.toml: found, read, and refused with the key that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.config import find_settings, read_settings
from registry.thresholds import Thresholds
from sources.errors import ConfigError


def written(folder: Path, text: str) -> Path:
    path = folder / "claims.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_stands_here(tmp_path: Path) -> None:
    settings = find_settings(tmp_path)
    assert settings.folder == tmp_path
    assert settings.database == tmp_path / "registry.db"
    assert settings.aliases == tmp_path / "aliases.toml"
    assert settings.decisions is None
    assert settings.manifest is None


def test_the_file_of_a_parent_folder_holds(tmp_path: Path) -> None:
    written(tmp_path, 'database = "data/claims.db"\nmanifest = "list.csv"\naliases = "names.toml"\ndecisions = "log"\n')
    (tmp_path / "a" / "b").mkdir(parents=True)
    settings = find_settings(tmp_path / "a" / "b")
    assert settings.folder == tmp_path
    assert settings.database == tmp_path / "data" / "claims.db"
    assert settings.manifest == tmp_path / "list.csv"
    assert settings.aliases == tmp_path / "names.toml"
    assert settings.decisions == tmp_path / "log"


def test_patterns_are_expanded_in_order_and_the_rest_is_kept(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).touch()
    settings = read_settings(written(tmp_path, 'sources = ["*.txt", "c.md", "gone/*.txt", "a.txt"]'))
    assert settings.source_paths() == tuple(tmp_path / name for name in ("a.txt", "b.txt", "c.md", "gone/*.txt"))


def test_thresholds(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, "[thresholds]\nscore = 1")).thresholds == Thresholds(score=1.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('databse = "x"', "did you mean `database`"),
        ("zzz = 1", "the keys are"),
        ("database = 1", "`database` is not a path"),
        ('database = ""', "`database` is not a path"),
        ('sources = "articles"', "`sources` is not a list"),
        ("sources = [1]", "`sources` is not a list"),
        ("thresholds = 1", "`thresholds` is not a table"),
        ("[thresholds]\nscor = 0.5", "did you mean `thresholds.score`"),
        ("[thresholds]\nscore = 1.5", "no number from 0 to 1"),
        ("[thresholds]\nscore = nan", "no number from 0 to 1"),
        ("[thresholds]\nscore = true", "no number from 0 to 1"),
        ('[thresholds]\nscore = "high"', "no number from 0 to 1"),
        ("database = ", "is not TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        find_settings(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "claims.toml").write_bytes('manifest = "清单.json"'.encode("gb18030"))
    with pytest.raises(ConfigError, match="UTF-8"):
        find_settings(tmp_path)
