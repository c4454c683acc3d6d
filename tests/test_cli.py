"""The command as scripts and people meet it: exit codes, streams, one line for every error."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from registry.connection import open_registry
from registry.schema import SCHEMA_VERSION
from tests.command_line import CLAIM_FIELDS, ONE, PAIR_FIELDS, Claims, only_line, rows

ROOT = Path(__file__).parent.parent

# What it prints


def test_claims_have_the_fields_of_the_contract(desk: Claims) -> None:
    found = rows(desk("list", "--format", "jsonl"))
    assert found
    for claim in found:
        assert set(claim) >= CLAIM_FIELDS
        text = Path(claim["source"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        assert text[claim["value_start"] : claim["value_end"]] == claim["value_quote"]
        assert not isinstance(claim["low"], str) or claim["kind"] == "date"
    assert json.loads(desk("list", "--format", "json").stdout) == found


def test_pairs_have_the_fields_of_the_contract(desk: Claims) -> None:
    everything = rows(desk("conflicts", "--all", "--format", "jsonl"))
    assert everything
    for pair in everything:
        assert set(pair) >= PAIR_FIELDS
        assert set(pair["a"]) & set(pair["b"]) >= CLAIM_FIELDS
        assert pair["status"] == "open"
        assert pair["a"]["id"] < pair["b"]["id"]
    flagged = rows(desk("conflicts", "--format", "jsonl"))
    assert flagged == [pair for pair in everything if pair["verdict"] in ("conflict", "tension", "time_drift")]
    assert {pair["a"]["low"] for pair in flagged} | {pair["b"]["low"] for pair in flagged} == {34, 340}


def test_filters(desk: Claims) -> None:
    everything = rows(desk("list", "--format", "jsonl"))
    for options, kept in (
        (("--source", "two.txt"), lambda claim: claim["source"] == "two.txt"),
        (("--source", "./two.txt"), lambda claim: claim["source"] == "two.txt"),
        (("--kind", "date"), lambda claim: claim["kind"] == "date"),
        (("--subject", "步云机器人"), lambda claim: "步云机器人" in (claim["subject"] or "")),
    ):
        assert rows(desk("list", *options, "--format", "jsonl")) == [claim for claim in everything if kept(claim)]
    assert rows(desk("list", "--limit", "1", "--format", "jsonl")) == everything[:1]
    pairs = rows(desk("conflicts", "--all", "--format", "jsonl"))
    verdict = pairs[-1]["verdict"]
    chosen = rows(desk("conflicts", "--all", "--verdict", verdict, "--format", "jsonl"))
    assert chosen == [pair for pair in pairs if pair["verdict"] == verdict]
    assert desk("conflicts", "--rule", "no_such_rule", "--format", "jsonl").stdout == ""


def test_the_text_report_names_both_sides_and_what_to_do(desk: Claims) -> None:
    report = desk("conflicts").stdout
    for words in ("one.txt", "two.txt", "⟦340家⟧", "⟦34家⟧", "2025-04-02", "claims decide", "cut away by blocking"):
        assert words in report
    assert "\x1b" not in report


def test_show_leads_from_beginnings_of_keys(desk: Claims) -> None:
    pair = rows(desk("conflicts", "--format", "jsonl"))[0]
    shown = desk("show", pair["id"][:6]).stdout
    assert pair["reason"] in " ".join(shown.split()) or pair["reason"][:20] in shown
    assert "岚港市科技局说" in shown
    whole = json.loads(desk("show", pair["id"], "--format", "json").stdout)
    assert {key: whole[key] for key in pair} == pair
    claim = json.loads(desk("show", pair["a"]["id"], "--format", "json").stdout)
    assert {key: claim[key] for key in pair["a"]} == pair["a"]
    assert [found["id"] for found in claim["pairs"]][:1] == [pair["id"]]


def test_a_decision_closes_a_conflict_and_is_shown(desk: Claims) -> None:
    pair = rows(desk("conflicts", "--format", "jsonl"))[0]
    desk("decide", pair["id"], "a_wrong", "--by", "Lin Wei", "--note", "局里确认")
    assert pair["id"] not in {found["id"] for found in rows(desk("conflicts", "--format", "jsonl"))}
    decided = rows(desk("conflicts", "--status", "decided", "--format", "jsonl"))
    assert [found["id"] for found in decided] == [pair["id"]]
    decision = decided[0]["decision"]
    assert (decision["decision"], decision["by"], decision["note"]) == ("a_wrong", "Lin Wei", "局里确认")
    assert decided[0]["correction"] == "pending"
    assert "局里确认" in desk("show", pair["id"]).stdout
    desk("decide", pair["id"], "unsure", "--by", "Chen")
    reopened = next(found for found in rows(desk("conflicts", "--format", "jsonl")) if found["id"] == pair["id"])
    assert (reopened["status"], reopened["correction"], reopened["decision"]["by"]) == ("open", None, "Chen")
    assert len(json.loads(desk("show", pair["id"], "--format", "json").stdout)["history"]) == 2


def test_decisions_outlive_their_source(desk: Claims) -> None:
    pair = rows(desk("conflicts", "--format", "jsonl"))[0]
    desk("decide", pair["id"], "b_wrong", "--by", "Lin")
    desk("remove", "two.txt")
    assert rows(desk("conflicts", "--all", "--format", "jsonl")) == []
    desk("add", "two.txt", "--published", "2025-04-02")
    assert rows(desk("conflicts", "--status", "decided", "--format", "jsonl"))[0]["id"] == pair["id"]


def test_adding_again_changes_nothing(desk: Claims) -> None:
    before = Path("registry.db").read_bytes()
    assert "2 unchanged" in desk("add", "one.txt", "two.txt", "--published", "2025-04-02").stdout
    assert Path("registry.db").read_bytes() == before


def test_doctor(desk: Claims) -> None:
    assert "all fit" in desk("doctor").stdout
    connection = sqlite3.connect("registry.db")
    connection.execute("UPDATE claims SET quote = quote || '。'")
    connection.commit()
    connection.close()
    assert "the quote at" in desk("doctor", code=1).stdout


def test_aliases_are_written_listed_and_applied(desk: Claims) -> None:
    assert "no names yet" in only_line(desk("alias", "list"))
    result = desk("alias", "add", "步云", "步云机器人", "Buyun Robotics")
    assert "2 documents read anew" in result.stderr
    assert desk("alias", "list").stdout == "步云: Buyun Robotics, 步云机器人\n"
    found = rows(desk("list", "--subject", "buyun robotics", "--format", "jsonl"))
    assert [claim["low"] for claim in found] == [900, 900]
    assert "already" in only_line(desk("alias", "add", "岚港", "步云", code=2))


def test_aliases_are_suggested_with_a_command_that_applies_them(claims: Claims, tmp_path: Path) -> None:
    Path("one.txt").write_text("织海科技发布了潮织（Tide）。潮织很大，Tide也是潮织。", encoding="utf-8")
    Path("two.txt").write_text("The Harbour Safety Board (HSB) met in May. The HSB met again.", encoding="utf-8")
    claims("add", "one.txt", "two.txt")
    found = rows(claims("alias", "suggest", "--format", "jsonl"))
    assert [(row["canonical"], row["alias"]) for row in found] == [("HSB", "Harbour Safety Board"), ("潮织", "Tide")]
    assert set(found[0]) == {
        *("canonical", "alias", "like", "evidence", "score", "canonical_counts", "alias_counts", "passages", "command"),
    }
    assert not (tmp_path / "aliases.toml").exists()
    text = claims("alias", "suggest", "--limit", "1").stdout
    assert "⟦Harbour Safety Board (HSB)⟧ met in May." in text
    assert "1 more left out by --limit" in text
    assert found[0]["command"] in text
    for row in found:
        claims(*shlex.split(row["command"])[1:])
    assert claims("alias", "suggest").stdout == "No further names found.\n"
    (tmp_path / "aliases.toml").write_text('[aliases]\n[apart]\n"HSB" = ["Harbour Safety Board"]\n', encoding="utf-8")
    assert [row["alias"] for row in rows(claims("alias", "suggest", "--format", "jsonl"))] == ["Tide"]
    assert rows(claims("alias", "suggest", "--min", "1", "--format", "jsonl")) == []


def test_without_an_alias_file_the_registry_keeps_what_it_knows(desk: Claims, tmp_path: Path) -> None:
    desk("alias", "add", "步云", "步云机器人", "Buyun Robotics")
    (tmp_path / "aliases.toml").rename(tmp_path / "kept.toml")
    assert desk("add", "one.txt").stdout.startswith("1 unchanged\n")
    assert desk("list", "--subject", "Buyun Robotics", "--format", "jsonl").stdout
    (tmp_path / "aliases.toml").write_text("[aliases]\n", encoding="utf-8")
    assert "2 documents read anew" in desk("add", "one.txt").stdout
    assert not desk("list", "--subject", "Buyun Robotics", "--format", "jsonl").stdout


def test_values_answer_each_line_in_order(claims: Claims) -> None:
    lines = '{"id": 1, "text": "企业340家"}\n{"id": "b", "text": "nothing here"}\n{"id": null, "text": "68%"}\n'
    found = rows(claims("values", "--jsonl", stdin=lines.encode()))
    assert [row["id"] for row in found] == [1, "b", None]
    value = found[0]["values"][0]
    assert {"start", "end", "surface", "kind", "low", "high", "unit", "approx"} <= set(value)
    assert (value["surface"], value["low"]) == ("340家", 340)
    assert found[1]["values"] == []


def test_extract_as_a_filter_and_from_files(desk: Claims) -> None:
    line = json.dumps({"id": 7, "text": ONE, "published": "2025-04-02"}).encode()
    filtered = rows(desk("extract", "--jsonl", stdin=line))[0]
    assert filtered["id"] == 7
    registered = rows(desk("list", "--source", "one.txt", "--format", "jsonl"))
    from_file = rows(desk("extract", "one.txt", "--published", "2025-04-02", "--format", "jsonl"))
    assert from_file == registered
    assert [claim["quote"] for claim in filtered["claims"]] == [claim["quote"] for claim in registered]
    assert set(filtered["claims"][0]) >= CLAIM_FIELDS


def test_the_project_folder_names_the_sources(claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "claims.toml").write_text('sources = ["articles"]\ndatabase = "store/claims.db"\n', encoding="utf-8")
    (tmp_path / "store").mkdir()
    monkeypatch.chdir(tmp_path / "articles")
    claims("add")
    assert (tmp_path / "store" / "claims.db").exists()
    assert {claim["source"] for claim in rows(claims("list", "--format", "jsonl"))} == {"articles/one.txt"}


def test_the_demo_keeps_its_folder_when_asked(claims: Claims, tmp_path: Path) -> None:
    assert "claims decide" in claims("demo").stdout
    assert list(tmp_path.iterdir()) == []
    claims("demo", "--keep", "kept")
    assert {"sources.json", "registry.db"} <= {path.name for path in (tmp_path / "kept").iterdir()}
    assert "all fit" in claims("doctor", "--db", "kept/registry.db").stdout
    assert "not empty" in only_line(claims("demo", "--keep", "kept", code=2))


def test_the_demo_says_where_it_cannot_write(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in ("file/kept", "file/kept/deep"):
        assert f"{place}: cannot be written (" in only_line(claims("demo", "--keep", place, code=2))


# What it refuses


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["colect"],
        ["list", "--knd", "date"],
        ["list", "--kind", "dates"],
        ["list", "--limit", "0"],
        ["list", "one.txt"],
        ["conflicts", "--verdict", "agrees"],
        ["conflicts", "--format", "xml"],
        ["show"],
        ["decide", "abc"],
        ["decide", "abc", "wrong"],
        ["show", ""],
        ["alias", "add", "--db", "one.txt", "步云", "Buyun"],
        ["alias", "add", "--db", "gone.db", "步云", "Buyun"],
        ["list", "--db", os.devnull],
        ["alias"],
        ["alias", "add", "步云"],
        ["values"],
        ["extract"],
        ["remove"],
        ["add"],
        ["add", "--published", "2025-02-30", "one.txt"],
        ["add", "--published", "2025"],
        ["add", "--manifest", "gone.json"],
        ["list"],
        ["conflicts"],
        ["show", "abc"],
        ["decide", "abc", "a_wrong"],
        ["remove", "one.txt"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_writes_nothing(claims: Claims, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    line = only_line(claims(*words, code=2))
    assert line.startswith("claims")
    assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]


@pytest.mark.parametrize(
    "words", [["show", "zzz"], ["decide", "zzz", "unsure"], ["remove", "zzz"], ["list", "--source", "z"]]
)
def test_what_is_not_registered_is_said(desk: Claims, words: list[str]) -> None:
    only_line(desk(*words, code=2))


@pytest.mark.parametrize("options", [["--by", " "], ["--by", "Lin", "--note", "长" * 1_000_000]])
def test_a_decision_by_no_one_or_without_end(desk: Claims, options: list[str]) -> None:
    pair = rows(desk("conflicts", "--format", "jsonl"))[0]
    only_line(desk("decide", pair["id"], "a_wrong", *options, code=2))
    assert rows(desk("conflicts", "--status", "decided", "--format", "jsonl")) == []


@pytest.mark.parametrize(
    "manifest",
    [
        "[",
        "{}",
        '[{"title": "x"}]',
        '[{"file": "one.txt", "published": "2025-13"}]',
        '[{"file": ["one.txt"]}]',
        "\xff",
    ],
)
def test_a_wrong_manifest_is_named_and_nothing_written(claims: Claims, tmp_path: Path, manifest: str) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "list.json").write_bytes(manifest.encode("latin-1"))
    assert "list.json" in only_line(claims("add", "--manifest", "list.json", "one.txt", code=2))
    assert not (tmp_path / "registry.db").exists()


def another_programs(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def damaged(path: Path) -> None:
    with open_registry(path, create=True):
        pass
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\x7f" * 4096 * 4
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    with open_registry(path, create=True):
        pass
    path.write_bytes(path.read_bytes()[:9000])


def newer(path: Path) -> None:
    with open_registry(path, create=True):
        pass
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


def no_database(path: Path) -> None:
    path.write_text(ONE * 100, encoding="utf-8")


@pytest.mark.parametrize("spoil", [another_programs, damaged, cut_short, newer, no_database])
@pytest.mark.parametrize(
    "words", [["add", "one.txt"], ["list"], ["conflicts"], ["doctor"], ["remove", "one.txt"], ["decide", "a", "unsure"]]
)
def test_what_is_no_sound_registry(
    claims: Claims, tmp_path: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    spoil(tmp_path / "other.db")
    before = (tmp_path / "other.db").read_bytes()
    assert "other.db" in only_line(claims(words[0], "--db", "other.db", *words[1:], code=2))
    assert (tmp_path / "other.db").read_bytes() == before


def test_bad_sources_among_good_ones(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n \n", encoding="utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (tmp_path / "folder").mkdir()
    result = claims("add", "gone.txt", "empty.txt", "one.txt", "photo.txt", "folder", code=2)
    assert result.stderr.count("\n") == 4
    assert all(name in result.stderr for name in ("gone.txt", "empty.txt", "photo.txt", "folder"))
    assert {claim["source"] for claim in rows(claims("list", "--format", "jsonl"))} == {"one.txt"}


def test_a_bad_row_of_a_manifest_among_good_ones(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "list.jsonl").write_text('{"file": "gone.txt"}\n{"file": "one.txt"}\n', encoding="utf-8")
    assert "gone.txt" in claims("add", "--manifest", "list.jsonl", code=2).stderr
    assert {claim["source"] for claim in rows(claims("list", "--format", "jsonl"))} == {"one.txt"}


@pytest.mark.parametrize("name", ["gone.txt", "https://example.org/article"])
def test_bad_sources_alone_make_no_registry(claims: Claims, tmp_path: Path, name: str) -> None:
    assert name in claims("add", name, code=2).stderr
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_without_rows_has_nothing_to_add(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    assert "list.json" in only_line(claims("add", "--manifest", "list.json", code=2))


def test_a_line_that_is_no_row(claims: Claims) -> None:
    for line, place in ((b"nonsense", "line 2, column 1"), (b'{"text": "\xff"}', "line 2"), (b"[" * 10**6, "line 2")):
        result = claims("values", "--jsonl", code=2, stdin=b'{"id": 1, "text": "340"}\n' + line + b"\n")
        assert len(rows(result)) == 1
        assert place in result.stderr
        assert result.stderr.count("\n") == 1


def test_odd_names(claims: Claims, tmp_path: Path) -> None:
    names = ["岚港 一.txt", "two\nlines.txt", os.fsdecode(b"caf\xe9.txt"), "-dash.txt"]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(f"{ONE}第{number}版。", encoding="utf-8")
    claims("add", ".")
    listed = {claim["source"] for claim in rows(claims("list", "--format", "jsonl"))}
    assert len(listed) == 4
    assert "\n" not in claims("list", "--limit", "1", "--source", "two\nlines.txt").stdout.splitlines()[0]
    for name in names:
        claims("remove", "--", name)
    assert claims("list", "--format", "jsonl").stdout == ""


def test_control_characters_do_not_reach_the_terminal(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE.replace("岚港共有", "岚港\u202e共有"), encoding="utf-8")
    manifest = [{"file": "one.txt", "title": "\x1b]0;title\x07", "publisher": "\x1b[2J", "published": "2025"}]
    (tmp_path / "list.json").write_text(json.dumps(manifest), encoding="utf-8")
    claims("add", "--manifest", "list.json")
    for words in (["list"], ["conflicts", "--all"]):
        assert not set(claims(*words).stdout) & set("\x1b\x07\u202e")


# The process itself


def command(*words: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, ROOT / "cli.py", *words], env=os.environ | {"PYTHONPATH": str(ROOT)}, **options
    )


def test_a_reader_who_hangs_up_is_no_error(desk: Claims) -> None:
    with command("list", "--format", "jsonl", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said(desk: Claims) -> None:
    with Path("/dev/full").open("wb") as full:
        process = command("list", stdout=full, stderr=subprocess.PIPE)
        _, errors = process.communicate()
    assert process.returncode == 2
    assert errors.count(b"\n") == 1
    assert b"standard output" in errors


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [("list", ">&-", 2), ("list", "2>&-", 0), ("list", "<&-", 0), ("values --jsonl", "<&-", 0), ("add .", "2>&-", 0)],
)
def test_closed_streams(desk: Claims, words: str, closed: str, code: int) -> None:
    line = f"'{sys.executable}' '{ROOT / 'cli.py'}' {words} {closed}"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (code, int(code == 2))
    assert "Traceback" not in done.stderr


def registered(path: Path) -> int:
    """How many sources a registry holds that another process is writing."""
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT count(*) FROM sources").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


def test_control_c_leaves_whole_sources(claims: Claims, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text((ONE * 2).replace("340", str(number + 3)), encoding="utf-8")
    process = command("add", ".", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while registered(tmp_path / "registry.db") < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130, errors
    assert errors.count(b"\n") == 1
    assert b"run it again" in errors
    claims("doctor")
    listed = {claim["source"] for claim in rows(claims("list", "--format", "jsonl"))}
    assert 2 <= len(listed) == registered(tmp_path / "registry.db") < 60


def test_two_processes_decide_at_once(desk: Claims) -> None:
    pair = rows(desk("conflicts", "--format", "jsonl"))[0]["id"]
    both = [
        command("decide", pair, word, "--by", by, stdout=subprocess.PIPE)
        for word, by in (("a_wrong", "Lin"), ("b_wrong", "Chen"))
    ]
    printed = [process.communicate()[0].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert any("Lin" in text and "Chen" in text for text in printed)
    history = json.loads(desk("show", pair, "--format", "json").stdout)["history"]
    assert {decision["by"] for decision in history} == {"Lin", "Chen"}
    (decided,) = rows(desk("conflicts", "--status", "decided", "--format", "jsonl"))
    assert decided["decision"].items() <= history[-1].items()


def test_help_loads_nothing_heavy() -> None:
    heavy = {"sqlite_utils", "datasette", "opencc", "rjieba", "charset_normalizer", "rapidfuzz", "claims.extract"}
    program = "import sys, cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())
