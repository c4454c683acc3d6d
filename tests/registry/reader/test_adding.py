"""``claims add --reader llm``, from the announcement to the claims."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from claims.reader import prompt
from registry.connection import open_registry
from registry.load import scalar
from tests.command_line import Claims, only_line, rows
from tests.registry.reader.models import NAME, registered, saying, saying_of, silent

pytestmark = pytest.mark.usefixtures("home")

READER = ("--reader", "llm", "--model", NAME)
ONE = "Sandholm yard builds again\n\nThe company employs 420 people.\n"
TWO = "Sandholm yard employs 380 people, and has two docks.\n"


@pytest.fixture(autouse=True)
def articles(claims: Claims) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("two.txt").write_text(TWO, encoding="utf-8")


@pytest.fixture
def uninstalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python without the extra."""
    monkeypatch.setitem(sys.modules, "llm", None)


def subjects(claims: Claims) -> dict[str, str | None]:
    return {row["value_quote"]: row["subject"] for row in rows(claims("list", "--format", "jsonl"))}


yard = saying_of("420", subject="Sandholm yard")


def count(sql: str) -> int:
    with open_registry(Path("registry.db")) as registry:
        return int(scalar(registry.db, sql))


def test_without_a_reader_nothing_is_asked_and_nothing_loaded(claims: Claims, uninstalled: None) -> None:
    claims("add", "one.txt", "two.txt")
    assert count("SELECT (SELECT count(*) FROM reader_answers) + (SELECT count(*) FROM reader_passages)") == 0


def test_what_is_sent_where_is_said_before_the_first_call(claims: Claims) -> None:
    with registered(silent) as model:
        said = claims("add", "one.txt", "two.txt", *READER, "--dry-run", "--max-calls", "9").stderr.splitlines()
        assert (model.shown, Path("registry.db").exists()) == ([], False)
    assert said[0].startswith(
        f"second reader {NAME}: 2 passages of 2 sources to be sent to FakeModel: {NAME}, by tests"
    )
    assert said[1:3] == ["one.txt: 1 passage", "two.txt: 1 passage"]
    assert said[3].startswith("2 calls, about ")
    assert said[3].endswith(" tokens; no more than 9 calls")


def test_a_model_says_what_a_value_is_said_of(claims: Claims) -> None:
    with registered(yard):
        said = claims("add", "one.txt", "two.txt", *READER)
    assert subjects(claims)["420"] == "Sandholm yard"
    assert f"2 of 2 passages read by {NAME} besides grammar" in said.stdout
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    assert {pair["a"]["value_quote"], pair["b"]["value_quote"]} == {"420", "380"}


def test_the_same_twice_without_a_call_a_key_or_the_library(claims: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    with registered(yard):
        claims("add", "one.txt", "two.txt", *READER)
    before = claims("list", "--format", "jsonl").stdout, claims("conflicts", "--all", "--format", "jsonl").stdout
    monkeypatch.setitem(sys.modules, "llm", None)
    again = claims("add", "one.txt", "two.txt", *READER)
    assert "every passage has its answer, nothing is sent" in again.stderr
    claims("refresh", "--all")
    claims("add", "one.txt")
    assert (
        claims("list", "--format", "jsonl").stdout,
        claims("conflicts", "--all", "--format", "jsonl").stdout,
    ) == before


def test_in_whatever_order_articles_come_the_registry_says_the_same(claims: Claims, tmp_path: Path) -> None:
    with registered(yard):
        claims("add", "one.txt", "two.txt", *READER)
        claims("add", "--db", "other.db", "one.txt", *READER)
        claims("add", "--db", "other.db", "two.txt", *READER)
    told = [claims("list", "--db", db, "--format", "jsonl").stdout for db in ("registry.db", "other.db")]
    assert told[0] == told[1]


def test_without_the_extra_one_line_says_how_to_install_it(claims: Claims, uninstalled: None) -> None:
    said = only_line(claims("add", "one.txt", *READER, code=2))
    assert said == (
        f"claims: model {NAME}: the library that calls it is not installed; pip install 'claim-registry[llm]'\n"
    )
    assert not Path("registry.db").exists()


def test_a_bound_of_no_calls_reads_with_what_is_there(claims: Claims, uninstalled: None) -> None:
    said = claims("add", "one.txt", *READER, "--max-calls", "0")
    assert f"0 of 1 passage read by {NAME} besides grammar; 1 by grammar alone" in said.stdout
    assert said.stderr == f"second reader {NAME}: 1 passage without an answer, nothing is sent\n"


def test_passages_left_to_grammar_are_counted_and_asked_about_the_next_time(claims: Claims) -> None:
    with registered(lambda _: "No."):
        said = claims("add", "one.txt", *READER, "--max-calls", "1")
    assert "1 passage left to grammar: 1 refusal" in said.stderr
    assert "1 by grammar alone" in said.stdout
    with registered(yard) as model:
        assert "1 document read anew" in claims("add", "one.txt", *READER).stdout
    assert len(model.shown) == 1
    assert subjects(claims)["420"] == "Sandholm yard"


def test_the_registry_goes_on_as_it_was_read_until_grammar_is_named(claims: Claims, uninstalled: None) -> None:
    claims("add", "one.txt", "two.txt", "--reader", "grammar")
    plain = subjects(claims)
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(sys.modules, "llm")
        with registered(yard):
            claims("add", "one.txt", "two.txt", *READER)
    claims("add", "two.txt")
    assert subjects(claims) != plain
    claims("remove", "two.txt")
    assert subjects(claims)["420"] == "Sandholm yard"
    claims("add", "two.txt", "--reader", "grammar")
    assert subjects(claims) == plain
    assert count("SELECT count(*) FROM reader_answers") == 1, "the answer on what stayed is kept"


def test_what_is_removed_takes_its_answers_along(claims: Claims) -> None:
    with registered(silent):
        claims("add", "one.txt", "two.txt", *READER)
    claims("remove", "one.txt")
    assert count("SELECT count(*) FROM reader_answers") == 1
    claims("remove", "two.txt")
    assert count("SELECT (SELECT count(*) FROM reader_answers) + (SELECT count(*) FROM reader_passages)") == 0


def test_control_c_keeps_the_answers_that_came(claims: Claims) -> None:
    def answer(shown: dict[str, Any]) -> str:
        if "420" in shown["passage"]:
            return yard(shown)
        raise KeyboardInterrupt

    with registered(answer), pytest.MonkeyPatch.context() as patch:
        patch.setattr("registry.reader.language_model._in_time", lambda call, _timeout: call())
        said = claims("add", "one.txt", "two.txt", *READER, code=130)
    assert "stopped after 0 sources; 1 answer kept, run it again to go on" in said.stderr
    with registered(silent) as model:
        claims("add", "one.txt", "two.txt", *READER)
    assert len(model.shown) == 1
    assert subjects(claims)["420"] == "Sandholm yard"


def test_another_prompt_is_another_version(claims: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    with registered(yard) as model:
        claims("add", "one.txt", *READER)
        monkeypatch.setattr(prompt, "_INSTRUCTION", f"{prompt._INSTRUCTION} Be brief.")
        prompt.instruction.cache_clear()
        prompt.prompt_version.cache_clear()
        said = claims("add", "one.txt", "--max-calls", "0", *READER).stdout
        assert "0 of 1 passage read" in said
        claims("add", "one.txt", *READER)
    assert len(model.shown) == 2
    assert count("SELECT count(DISTINCT prompt) FROM reader_answers") == 2
    monkeypatch.undo()
    prompt.instruction.cache_clear()
    prompt.prompt_version.cache_clear()


def test_a_quote_that_stands_nowhere_is_dropped_and_counted(claims: Claims) -> None:
    fact = {"subject": "Sandholm yard", "attribute": "owner", "value": "Tarnby", "quote": "owned by Tarnby"}

    def answer(shown: dict[str, Any]) -> str:
        return json.dumps({**json.loads(silent(shown)), "facts": [fact]})

    with registered(answer):
        said = claims("add", "one.txt", *READER).stdout
    assert "1 quote of its own dropped, because no such words stand there" in " ".join(said.split())


def test_the_table_of_the_project_says_it_for_good(claims: Claims) -> None:
    Path("claims.toml").write_text(
        f'sources = ["*.txt"]\n[reader]\nmodel = "{NAME}"\nmax_calls = 1\n', encoding="utf-8"
    )
    with registered(yard) as model:
        assert "no more than 1 call" in claims("add").stderr
        claims("add", "--max-calls", "5")
    assert len(model.shown) == 2
    assert subjects(claims)["420"] == "Sandholm yard"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("max_calls = 1", "`reader.model` names no model"),
        ('model = "m"\nmodels = 1', "`reader.models` is no key of it; did you mean `reader.model`?"),
        ('model = "m"\nmax_calls = -1', "`reader.max_calls` is no whole number that makes sense"),
        ('model = "m"\ntimeout = 0', "`reader.timeout` is no whole number that makes sense"),
    ],
)
def test_a_wrong_table_is_refused(claims: Claims, table: str, problem: str) -> None:
    Path("claims.toml").write_text(f"[reader]\n{table}\n", encoding="utf-8")
    assert problem in only_line(claims("add", "one.txt", code=2))


@pytest.mark.parametrize(
    "words",
    [
        ("--reader", "llm"),
        ("--model", NAME),
        ("--max-calls", "1"),
        ("--dry-run",),
        ("--reader", "grammar", *READER[2:]),
    ],
)
def test_options_that_do_not_go_together_are_refused(claims: Claims, words: tuple[str, ...]) -> None:
    only_line(claims("add", "one.txt", *words, code=2))


def test_a_watched_fact_has_the_last_word_on_its_subject(claims: Claims) -> None:
    watch = '[[watch]]\nsubject = "Sandholm yard"\nattribute = "employees"\nvalue = "420 people"\nfrom = "the yard"\n'
    Path("claims.toml").write_text(watch, encoding="utf-8")
    Path("two.txt").write_text("Sandholm yard has 380 employees at the quay.\n", encoding="utf-8")
    with registered(saying(subject="quay", attribute="crew")):
        claims("add", "two.txt", *READER)
    assert subjects(claims)["380"] == "Sandholm yard"
    claims("add", "two.txt", "--reader", "grammar")
    assert subjects(claims)["380"] == "Sandholm yard"


def test_who_read_what_is_said_wherever_a_claim_is_shown(claims: Claims) -> None:
    with registered(yard):
        claims("add", "one.txt", "two.txt", *READER)
    by = {row["value_quote"]: row for row in rows(claims("list", "--format", "jsonl"))}
    version = prompt.prompt_version()
    assert by["420"]["reader"] == {"model": NAME, "prompt": version, "fields": ["subject"]}
    assert by["380"]["reader"] is None
    assert f"[subject by {NAME}]" in claims("list").stdout
    shown = claims("show", by["420"]["id"]).stdout
    assert f"by a model subject by {NAME}" in " ".join(shown.split())
    (pair,) = rows(claims("conflicts", "--format", "jsonl"))
    assert f"subject by {NAME}, claim {by['420']['id']}" in claims("show", pair["id"]).stdout


def test_a_check_reads_drafts_with_the_answers_that_are_there_and_asks_nobody(
    claims: Claims, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("claims.toml").write_text(f'sources = ["*.txt"]\n[reader]\nmodel = "{NAME}"\n', encoding="utf-8")
    with registered(yard) as model:
        claims("add")
    assert len(model.shown) == 2
    claims("reader", "export", "answers.jsonl")
    monkeypatch.setitem(sys.modules, "llm", None)
    Path("registry.db").unlink()
    (finding,) = rows(claims("check", "--format", "jsonl", "one.txt", code=1))
    assert "Sandholm yard" in {finding[side]["subject"] for side in "ab" if finding[side]["value_quote"] == "420"}
    Path("one.txt").write_text(ONE.replace("420", "425"), encoding="utf-8")
    claims("check", "one.txt", code=1)
    assert not Path("registry.db").exists()
    claims("reader", "import")
    assert count("SELECT count(*) FROM reader_answers") == 2


def test_a_published_copy_has_no_answers(claims: Claims) -> None:
    with registered(yard):
        claims("add", "one.txt", "two.txt", *READER)
    claims("publish", "out")
    (copy,) = Path("out").rglob("*.db")
    with open_registry(copy) as registry:
        left = [scalar(registry.db, f"SELECT count(*) FROM {t}") for t in ("reader_answers", "reader_passages")]
        assert left == [0, 0]
        assert scalar(registry.db, "SELECT count(*) FROM claims WHERE reader IS NOT NULL") == 1


def test_an_edit_asks_anew_about_its_own_passage(claims: Claims) -> None:
    filler = "The town sleeps late. " * 12
    text = "\n\n".join([f"{filler}The mill has {n}0 looms." for n in range(1, 6)])
    Path("long.txt").write_text(text, encoding="utf-8")
    with registered(silent) as model:
        claims("add", "long.txt", *READER)
        assert len(model.shown) == 5
        Path("long.txt").write_text(text.replace("20 looms", "25 looms"), encoding="utf-8")
        claims("add", "long.txt", *READER)
    assert len(model.shown) == 7, "the passage, and the one that is shown with what stands before it"
