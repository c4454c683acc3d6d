"""A file of decisions: whatever is written is read again, whatever is not understood is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.identity import pair_key
from registry.decision_file import lines, parse, read_decision_file, write_decision_file
from registry.decision_line import FORMAT, FiledEntry, FiledSuccession, Said, read_line, write_line
from registry.limits import NAME_LIMIT, NOTE_LIMIT
from registry.model import Entry, EntryKind, Judgement, Verification
from sources.errors import DecisionFileError

KEYS = st.text("abcdefgh234567", min_size=12, max_size=12)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
NAMES = st.sampled_from(["Lin Wei", "陈宇", "O'Neil", "Zoë 7"])
TIMES = st.datetimes().map(lambda at: at.isoformat(timespec="microseconds") + "Z")
SAID = st.builds(Said, TEXTS, st.none() | st.sampled_from(["2025", "2025-04-09"]), TEXTS, TEXTS)


@st.composite
def filed_entries(draw: st.DrawFn, kind: EntryKind | None = None) -> FiledEntry:
    """An entry of any kind but undo, which needs another one."""
    kind = kind or draw(st.sampled_from([kind for kind in EntryKind if kind is not EntryKind.UNDO]))
    alone = kind is EntryKind.VERIFY
    a, b = sorted((draw(KEYS), draw(KEYS)))
    entry = Entry(
        id=draw(st.uuids()).hex,
        kind=kind,
        pair_key=None if alone else pair_key(a, b),
        a_key=a,
        b_key=None if alone else b,
        by=draw(NAMES),
        at=draw(TIMES),
        note=draw(TEXTS).strip(),
        judgement=draw(st.sampled_from(Judgement)) if kind is EntryKind.DECISION else None,
        right=(draw(TEXTS).strip() or None) if kind is EntryKind.DECISION else None,
        assignee=draw(st.none() | NAMES) if kind is EntryKind.ASSIGN else None,
        verification=draw(st.sampled_from(Verification)) if alone else None,
        evidence=draw(st.none() | st.just("https://bureau.example/2025?q=港口")) if alone else None,
    )
    sides = {EntryKind.DECISION: "ab", EntryKind.VERIFY: "a"}.get(kind, "")
    return FiledEntry(entry, {side: draw(SAID) for side in sides if draw(st.booleans())})


@given(filed_entries())
def test_a_line_is_read_as_it_was_written(filed: FiledEntry) -> None:
    line = write_line(filed)
    assert "\n" not in line
    assert read_line(line.encode(), "here") == filed
    assert dict(read_line(line.encode(), "here").said) == dict(filed.said)


@given(st.lists(filed_entries(), max_size=6), st.lists(filed_entries(), max_size=6), st.randoms())
def test_two_files_merge_by_putting_their_lines_together(
    ours: list[FiledEntry], theirs: list[FiledEntry], random: Any
) -> None:
    both = [*lines(ours), *lines(theirs), *lines(ours)]
    random.shuffle(both)
    merged = parse("\n".join(both).encode(), "here")
    assert list(lines(merged)) == sorted(set(both))
    assert list(lines(merged)) == sorted(set(both), key=str.encode)


@given(st.lists(filed_entries(EntryKind.DECISION), max_size=6))
def test_entries_come_the_earliest_first(entries: list[FiledEntry]) -> None:
    times = [filed.entry.at for filed in parse("\n".join(lines(entries)).encode(), "here")]
    assert times == sorted(times)


A, B = "aaaa22223333", "bbbb22223333"
GOOD: dict[str, Any] = {
    "pair": pair_key(A, B),
    "at": "2025-04-09T08:15:00.000000Z",
    "id": "0123456789abcdef",
    "kind": "decision",
    "by": "Lin Wei",
    "decision": "a_wrong",
    "note": "the bureau says 430",
    "a": A,
    "b": B,
    "a_said": {"source": "a.txt", "published": "2025-04-02", "value": "340家", "quote": "港口有340家企业"},
    "format": FORMAT,
}
VERIFIED = {key: GOOD[key] for key in ("at", "by", "format")} | {
    "claim": A,
    "id": "7",
    "kind": "verify",
    "verification": "supported",
}
UNDO = {key: GOOD[key] for key in ("pair", "by", "a", "b", "format")} | {
    "at": "2025-04-10T08:15:00.000000Z",
    "id": "2",
    "kind": "undo",
}


def changed(**fields: Any) -> dict[str, Any]:
    """The good line with other fields; None takes one out."""
    return {key: value for key, value in (GOOD | fields).items() if value is not None}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ("<<<<<<< HEAD", "git could not merge here"),
        ("=======", "git could not merge here"),
        ("[" * 100_000, "not JSON"),
        (json.dumps(GOOD)[:-1] + ', "note": "twice"}', "says something twice"),
        (b'{"note": "\xff"}', "not UTF-8"),
        (changed(format=None), "does not say its format"),
        (changed(format=True), "does not say its format"),
        (changed(format=FORMAT + 1), "upgrade claim-registry"),
        (changed(kind="reward"), "does not know"),
        (changed(kind=None), "no `kind`"),
        (changed(decision="c_wrong"), "does not know"),
        (changed(decision=None), "no `decision`"),
        (changed(decision=["a_wrong"]), "not a text"),
        (changed(mood="good"), "`mood` is no field"),
        (changed(assignee="Chen"), "`assignee` is no field"),
        (changed(pair=pair_key(A, A)), "do not belong together"),
        (changed(a=B, b=A), "do not belong together"),
        (changed(pair=None, claim=A), "no field"),
        (changed(a="AAAA"), "not a key"),
        (changed(id="../x"), "not an id"),
        (changed(by=""), "not a name"),
        (changed(by=" Lin "), "not a name"),
        (changed(by="x" * (NAME_LIMIT + 1)), "not a name"),
        (changed(by="\ud83d"), "half a character"),
        (changed(at="2025-04-09"), "not a time"),
        (changed(at="2025-13-09T08:15:00.000000Z"), "not a time"),
        (changed(note="x" * (NOTE_LIMIT + 1)), "characters"),
        (changed(note="长" * 1_000_000), "characters"),
        (changed(note=" "), "empty or stands between blanks"),
        (changed(a_said={"quote": "x"}), "does not say"),
        (changed(a_said={**GOOD["a_said"], "page": "3"}), "says more"),
        (VERIFIED | {"evidence": "javascript:alert(1)"}, "not a link"),
        (VERIFIED | {"verification": "true"}, "does not know"),
        (UNDO, "no `undoes`"),
        (UNDO | {"undoes": "9"}, "does not hold"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(line: Any, said: str) -> None:
    data = line if isinstance(line, bytes) else (line if isinstance(line, str) else json.dumps(line)).encode()
    with pytest.raises(DecisionFileError) as caught:
        parse(json.dumps(VERIFIED).encode() + b"\n\n" + data, "log.jsonl")
    assert str(caught.value).startswith("log.jsonl, line 3: ")
    assert said in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "other",
    [
        changed(decision="b_wrong"),
        changed(note="otherwise"),
        changed(a_said={**GOOD["a_said"], "quote": "x"}),
    ],
)
def test_one_id_cannot_stand_for_two_things(other: dict[str, Any]) -> None:
    with pytest.raises(DecisionFileError, match="line 2: another line holds"):
        parse(f"{json.dumps(GOOD)}\n{json.dumps(other)}".encode(), "log.jsonl")


def test_a_line_without_a_removed_quote_is_the_same_entry() -> None:
    (filed,) = parse(f"{json.dumps(changed(a_said=None))}\n{json.dumps(GOOD)}".encode(), "log.jsonl")
    assert filed.said["a"].quote == "港口有340家企业"


SUCCESSION = {"claim": "abcdefgh2345", "kind": "succession", "successor": "bcdefgh23456", "format": 1}


def test_a_succession_is_a_line_too() -> None:
    found = parse(f"{json.dumps(SUCCESSION)}\n{json.dumps(GOOD)}\n{json.dumps(SUCCESSION)}".encode(), "log.jsonl")
    assert [type(line) for line in found] == [FiledEntry, FiledSuccession]
    assert found[1] == FiledSuccession("abcdefgh2345", "bcdefgh23456")
    assert list(map(json.loads, lines(found))) == [SUCCESSION, GOOD]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (SUCCESSION | {"by": "Lin"}, "`by` is no field"),
        (SUCCESSION | {"successor": "abcdefgh2345"}, "one claim twice"),
        (SUCCESSION | {"successor": "../x"}, "not a key"),
        (SUCCESSION | {"format": FORMAT + 1}, "upgrade claim-registry"),
    ],
)
def test_a_succession_that_is_not_understood_is_refused(line: dict[str, Any], said: str) -> None:
    with pytest.raises(DecisionFileError, match=said):
        parse(json.dumps(line).encode(), "log.jsonl")


@pytest.mark.parametrize("target", [UNDO | {"id": "3", "undoes": GOOD["id"]}, VERIFIED])
def test_an_undo_takes_back_an_entry_on_the_same_matter(target: dict[str, Any]) -> None:
    wrong = UNDO | {"undoes": target["id"]}
    with pytest.raises(DecisionFileError, match="which it cannot"):
        parse("\n".join(map(json.dumps, (GOOD, target, wrong))).encode(), "log.jsonl")


def test_an_empty_file_holds_no_decision(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_bytes(b"")
    assert read_decision_file(tmp_path / "log.jsonl") == ()
    with pytest.raises(DecisionFileError, match="cannot be read"):
        read_decision_file(tmp_path)


def test_a_file_is_not_written_over_what_it_alone_holds(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    with pytest.raises(DecisionFileError, match=r"holds 1 entry that the registry does not.*decisions import"):
        write_decision_file(path, ())
    assert path.read_text(encoding="utf-8") == json.dumps(GOOD)
    write_decision_file(path, parse(path.read_bytes(), "log.jsonl"))
    assert path.read_text(encoding="utf-8").endswith("}\n")
    with pytest.raises(DecisionFileError, match="cannot be written"):
        write_decision_file(tmp_path / "gone" / "log.jsonl", ())
