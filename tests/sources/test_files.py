"""Files and folders as sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sources.errors import SourceError
from sources.files import expand, load, source_name
from sources.reference import SourceRef


def names(*paths: Path, project: Path) -> list[str]:
    """The names found; an error as its whole line."""
    return [source.name if isinstance(source, SourceRef) else str(source) for source in expand(paths, project=project)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        ".hidden.txt",
        "data.csv",
        "deep/c.TXT",
        "deep/er/d.markdown",
        ".git/e.txt",
        "none/f.bin",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("12 bridges", encoding="utf-8")
    return tmp_path / "news"


def test_a_folder_stands_for_its_articles_in_sorted_order(folder: Path) -> None:
    assert names(folder, project=folder) == ["a.md", "b.txt", "deep/c.TXT", "deep/er/d.markdown"]


def test_a_file_that_is_named_is_a_source_whatever_its_suffix(folder: Path) -> None:
    assert names(folder / "data.csv", folder / ".hidden.txt", project=folder.parent) == [
        "news/data.csv",
        "news/.hidden.txt",
    ]


def test_a_path_given_twice_counts_once(folder: Path) -> None:
    again = folder / "deep" / ".." / "b.txt"
    assert names(folder / "b.txt", folder, again, project=folder).count("b.txt") == 1


def test_bad_ones_are_named_in_their_place(folder: Path) -> None:
    found = names(folder / "missing.txt", folder / "b.txt", folder / "none", project=folder)
    assert found[0] == "missing.txt: does not exist; check the name"
    assert found[1] == "b.txt"
    assert found[2].startswith("none: is a folder without articles; put articles into it")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path / "pipe", project=tmp_path) == [
        "pipe: is neither a file nor a folder; name a file or a folder"
    ]


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "deep" / "round").symlink_to(folder)
    assert len(names(folder, project=folder)) == 4


def test_an_address_is_a_source_that_cannot_be_read_yet() -> None:
    (ref,) = expand([Path("https://example.org/a/b.html")])
    assert ref == SourceRef("https://example.org/a/b.html", url="https://example.org/a/b.html")
    with pytest.raises(
        SourceError, match=r"example\.org/a/b\.html: cannot be fetched yet; save the page and add the file"
    ):
        load(ref)


@pytest.mark.parametrize(
    "name", ["two words.txt", "new\nline.txt", "桥梁.txt", "é\u0301.txt", "-o.txt", "'\".txt", "%20.txt"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("12 bridges", encoding="utf-8")
    (ref,) = expand([tmp_path], project=tmp_path)
    assert isinstance(ref, SourceRef)
    assert ref.name == name
    assert load(ref).text == "12 bridges"


def test_a_name_that_is_no_unicode_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path / "caf") + b"\xe9.txt"))
    try:
        path.write_text("12 bridges", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    (ref,) = expand([tmp_path], project=tmp_path)
    assert isinstance(ref, SourceRef)
    assert ref.name == "caf\\xe9.txt"
    assert load(ref).text == "12 bridges"


def test_names_are_relative_to_the_project_or_in_full(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    assert source_name(project / "a" / "b.txt", project) == "a/b.txt"
    assert source_name(project / "a" / ".." / "b.txt", project) == "b.txt"
    assert source_name(tmp_path / "c.txt", project) == (tmp_path / "c.txt").as_posix()


def test_names_are_relative_to_the_current_folder_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("12 bridges", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [source.name for source in expand([Path("a.txt")]) if isinstance(source, SourceRef)] == ["a.txt"]


@pytest.mark.parametrize(("name", "problem"), [("gone.txt", "does not exist"), ("folder", "is a folder, not a file")])
def test_what_cannot_be_loaded_is_named(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SourceError, match=f"^{name}: {problem}; "):
        load(SourceRef(name, path=tmp_path / name))
