"""Manifests, right and wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.errors import ManifestError
from sources.manifest import read_manifest
from sources.reference import SourceRef


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def error(folder: Path, name: str, content: str | bytes) -> str:
    """The line a wrong manifest is answered with, the folder left out."""
    with pytest.raises(ManifestError) as caught:
        read_manifest(written(folder, name, content), project=folder)
    return str(caught.value).replace(f"{folder}/", "")


BRIDGES = {
    "file": "a.txt",
    "title": "桥梁",
    "publisher": None,
    "published": "2025-04",
    "language": "zh-Hans",
    "pages": 3,
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("m.json", json.dumps([BRIDGES])),
        ("m.json", "\ufeff" + json.dumps([BRIDGES], ensure_ascii=False)),
        ("m.jsonl", "\n" + json.dumps(BRIDGES) + "\n\n"),
        ("M.JSONL", json.dumps(BRIDGES).replace(", ", ",\r ").replace("\r", "") + "\r\n"),
    ],
)
def test_what_is_known_of_a_source(tmp_path: Path, name: str, content: str) -> None:
    (ref,) = read_manifest(written(tmp_path, name, content), project=tmp_path)
    expected = SourceRef("a.txt", tmp_path / "a.txt", None, "桥梁", None, "2025-04", "zh-Hans", {"pages": 3})
    assert ref == expected


def test_a_table(tmp_path: Path) -> None:
    content = 'file,title,published,pages\r\na.txt,"Bridges, ""counted""\nagain",,3\r\nb.txt,,2025,\r\n'
    first, second = read_manifest(written(tmp_path, "m.csv", content), project=tmp_path)
    assert (first.name, first.title, first.published) == ("a.txt", 'Bridges, "counted"\nagain', None)
    assert (first.extra, second.published) == ({"pages": "3"}, "2025")


def test_files_are_relative_to_the_manifest_and_names_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    rows = [{"file": "a.txt"}, {"file": "../b.txt"}, {"file": str(tmp_path / "c.txt")}, {"file": "/elsewhere/d.txt"}]
    refs = read_manifest(written(tmp_path / "news", "m.json", json.dumps(rows)), project=tmp_path)
    assert [ref.name for ref in refs] == ["news/a.txt", "b.txt", "c.txt", "/elsewhere/d.txt"]


def test_an_address_is_a_name_unless_there_is_a_file(tmp_path: Path) -> None:
    url = "https://example.org/a"
    rows = [{"url": url, "file": None}, {"file": "a.txt", "url": url}]
    first, second = read_manifest(written(tmp_path, "m.json", json.dumps(rows)), project=tmp_path)
    assert (first.name, first.path, first.url) == (url, None, url)
    assert (second.name, second.url) == ("a.txt", url)


def test_the_same_row_twice_counts_once(tmp_path: Path) -> None:
    rows = [BRIDGES, BRIDGES]
    assert len(read_manifest(written(tmp_path, "m.json", json.dumps(rows)), project=tmp_path)) == 1


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("m.json", '[{"file": "a.txt"},]', "m.json, line 1, column "),
        ("m.json", '[\n{"file": a}]', "m.json, line 2, column 10: is not JSON"),
        ("m.json", '{"file": "a.txt"}', "m.json: holds no list; write a list"),
        ("m.json", "[" * 100_000, "m.json: is nested too deeply"),
        ("m.json", b'[{"file": "\xff"}]', "m.json: is not UTF-8 (byte 11); save it as UTF-8"),
        ("m.json", '[{"file": "a"}, 3]', "m.json, row 2: is no object"),
        ("m.json", '[{"title": "a"}]', "m.json, row 1: names neither a 'file' nor a 'url'"),
        ("m.json", '[{"file": ""}]', "m.json, row 1: names neither"),
        ("m.json", '[{"file": 3}]', "m.json, row 1: 'file' is 3, not text"),
        ("m.json", '[{"file": "a", "published": 2025}]', "m.json, row 1: 'published' is 2025, not text"),
        ("m.json", '[{"file": "a", "title": ["b"]}]', "m.json, row 1: 'title' is [\"b\"], not text"),
        ("m.json", '[{"file": "a\\u0000b"}]', "m.json, row 1: 'file' holds a character that is none"),
        ("m.json", '[{"file": "a", "title": "\\ud800"}]', "m.json, row 1: 'title' holds a character that is none"),
        ("m.json", '[{"file": "a", "published": "9 April"}]', "m.json, row 1: 'published': '9 April' is not a date"),
        (
            "m.json",
            '[{"file": "a"}, {"file": "b", "published": "2025-02-30"}]',
            "m.json, row 2: 'published': '2025-02-30'",
        ),
        ("m.json", '[{"file": "a"}, {"file": "a", "title": "b"}]', "m.json, row 2: says of a something else"),
        ("m.jsonl", '{"file": "a"}\n\n{"file": }', "m.jsonl, line 3, column 10: is not JSON"),
        ("m.jsonl", '{"file": "a"}\n[]', "m.jsonl, line 2: is no object"),
        ("m.csv", "name,title\na,b", "m.csv: names no column 'file' or 'url'"),
        ("m.csv", "", "m.csv: names no column 'file' or 'url'"),
        ("m.csv", "file,title\na,b\nc,d,e", "m.csv, line 3: has more cells than there are columns"),
        ("m.csv", 'file,title\na,"b', "m.csv, near line "),
        (
            "m.json",
            '[{"file": "a", "language": "klingon"}]',
            "m.json, row 1: 'language': 'klingon' is not a language tag",
        ),
        ("m.csv", "file,language\na,en\nb,zh_CN", "m.csv, line 3: 'language': 'zh_CN' is not a language tag"),
        ("m.csv", "file,published\na,2025\nb,yesterday", "m.csv, line 3: 'published': 'yesterday' is not a date"),
        ("m.txt", "a.txt", "m.txt: is no manifest; name a file that ends in .json, .jsonl, .csv"),
    ],
)
def test_a_wrong_manifest_is_answered_with_one_line(tmp_path: Path, name: str, content: str | bytes, line: str) -> None:
    answer = error(tmp_path, name, content)
    assert answer.startswith(line)
    assert "; " in answer
    assert "\n" not in answer


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="does not exist; name a manifest"):
        read_manifest(tmp_path / "m.json")


def test_the_manifests_of_the_material_can_be_read(shared: Path) -> None:
    manifests = sorted(shared.glob("articles/*/sources.json"))
    assert manifests
    for manifest in manifests:
        assert all(ref.path and ref.path.is_file() for ref in read_manifest(manifest))
