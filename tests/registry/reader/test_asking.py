from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.reader.answer import Fault
from registry.connection import Registry, open_registry
from registry.reader.answers import all_answers
from registry.reader.asking import ATTEMPTS, GIVEN_UP, Asked, Limits, ask_all
from registry.reader.language_model import open_model
from registry.reader.question import Question, of_passage
from sources.errors import ReaderError
from tests.claims.reader.second import passages
from tests.registry.reader.models import NAME, Answering, registered, silent

pytestmark = pytest.mark.usefixtures("home")

TEXT = "\n\n".join(f"{'The town sleeps late. ' * 12}The mill has {n}0 looms." for n in range(1, 7))
PIECES = tuple(map(of_passage, passages(TEXT)))


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with open_registry(tmp_path / "registry.db", create=True) as opened:
        yield opened


class RateLimitError(Exception):
    """As clients of hosted models raise it."""


class APITimeoutError(Exception):
    """The same."""


class OverloadedError(Exception):
    """Any other."""

    status_code = 529


def raising(error: Exception) -> Answering:
    def answer(_shown: dict[str, Any]) -> str:
        raise error

    return answer


def at_first(first: Answering, then: Answering = silent) -> Answering:
    """Every second question is answered by ``first``."""
    count = iter(range(1000))
    return lambda shown: (first if next(count) % 2 == 0 else then)(shown)


def asked(
    registry: Registry,
    answering: Answering,
    limits: Limits = Limits(),  # noqa: B008
    pieces: tuple[Question, ...] = PIECES[:2],
    timeout: float = 30,
) -> tuple[Asked, list[float]]:
    pauses: list[float] = []
    result = Asked()
    with registered(answering):
        ask_all(registry, pieces, open_model(NAME, timeout), limits, result, sleep=pauses.append)
    return result, pauses


FAULTS: dict[Fault, Answering] = {
    Fault.TIMEOUT: raising(APITimeoutError()),
    Fault.RATE_LIMIT: raising(RateLimitError()),
    Fault.FAILED_CALL: raising(OverloadedError()),
    Fault.REFUSAL: lambda _: "I am sorry, but I cannot help with that.",
    Fault.BROKEN_JSON: lambda _: '{"values": [{"n": 1',
    Fault.WRONG_SCHEMA: lambda _: '{"values": [{"n": 1, "low": 7}], "facts": []}',
    Fault.HALF: lambda _: '{"values": [], "facts": []}',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_fails_once_is_asked_again(registry: Registry, fault: Fault) -> None:
    result, pauses = asked(registry, at_first(FAULTS[fault]))
    assert (result.calls, result.answered, result.faults) == (4, 2, {})
    assert len(pauses) == 2
    assert len(all_answers(registry.db)) == 2


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_on_failing_is_left_to_grammar_and_counted(registry: Registry, fault: Fault) -> None:
    result, pauses = asked(registry, FAULTS[fault])
    assert (result.calls, result.answered, result.faults) == (2 * ATTEMPTS, 0, {fault: 2})
    assert pauses == sorted(pauses[:2]) * 2, "each pause is longer than the one before"
    assert all_answers(registry.db) == ()


def test_a_model_that_hangs_is_left_behind(registry: Registry) -> None:
    result, _ = asked(registry, lambda _: time.sleep(5) or "", pieces=PIECES[:1], timeout=0.05)
    assert result.faults == {Fault.TIMEOUT: 1}


def test_nothing_more_is_asked_where_no_call_comes_through(registry: Registry) -> None:
    result, _ = asked(registry, raising(OverloadedError()), pieces=PIECES)
    assert result.calls == GIVEN_UP * ATTEMPTS
    assert result.faults == {Fault.FAILED_CALL: len(PIECES)}
    assert result.details == {"OverloadedError": result.calls}


def test_calls_are_bounded(registry: Registry) -> None:
    result, _ = asked(registry, silent, Limits(calls=3), PIECES)
    assert (result.calls, result.answered, result.faults) == (3, 3, {Fault.BUDGET: 3})


def test_a_second_attempt_counts_against_the_bound(registry: Registry) -> None:
    result, _ = asked(registry, FAULTS[Fault.REFUSAL], Limits(calls=2), PIECES)
    assert (result.calls, result.faults) == (2, {Fault.REFUSAL: 1, Fault.BUDGET: 5})


def test_tokens_are_bounded_before_they_are_spent(registry: Registry) -> None:
    result, _ = asked(registry, silent, Limits(tokens=PIECES[0].tokens), PIECES)
    assert (result.calls, result.tokens) == (1, 120)
    assert asked(registry, silent, Limits(tokens=PIECES[0].tokens - 1), PIECES)[0].calls == 0


def test_control_c_loses_no_answer_that_has_come(registry: Registry) -> None:
    result = Asked()

    def told(number: int, _total: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with registered(silent), pytest.raises(KeyboardInterrupt):
        ask_all(registry, PIECES, open_model(NAME, 30), Limits(), result, told)
    assert result.answered == len(all_answers(registry.db)) == 2


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ReaderError, match="model nobody: `llm` knows no such model"):
        open_model("nobody", 30)


def test_a_key_that_is_missing_is_asked_for(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ReaderError, match="has no key; `llm keys set openai`"):
        ask_all(registry, PIECES, open_model("gpt-4o", 30), Limits(), Asked())


def test_an_alias_is_not_taken_for_a_model() -> None:
    with pytest.raises(ReaderError, match="model 4o: is another name of gpt-4o"):
        open_model("4o", 30)


def test_a_model_that_knows_no_schemas_is_told_it(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def execute(self: Any, prompt: Any, **_: Any) -> Iterator[str]:
        seen.append(prompt.system)
        assert prompt.schema is None
        yield "{}"

    with registered(silent) as model:
        monkeypatch.setattr(type(model), "supports_schema", False)
        monkeypatch.setattr(type(model), "execute", execute)
        ask_all(registry, PIECES[:1], open_model(NAME, 30), Limits(), Asked(), sleep=lambda _: None)
    assert '"additionalProperties": false' in seen[0]
