"""The one module that calls a language model, by the `llm` library (Apache-2.0, https://llm.datasette.io).

The library is an extra and is loaded when a model is asked for. Its plugins reach hosted and local models alike, and
raise whatever their own clients raise; here that becomes a fault by its kind.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

from claims.reader.answer import Fault
from sources.errors import ReaderError

INSTALL = "pip install 'claim-registry[llm]'"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, and how many tokens that took in all; None where its plugin does not tell."""

    text: str
    tokens: int | None


class CallError(Exception):
    """A call that gave no text: by what fault, and what the client called it."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


Ask = Callable[[str, str, Mapping[str, Any]], Reply]
"""Takes an instruction, what is to be read and the schema of the answer. Raises CallError, and ReaderError where
there is no key."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model: its name under which answers are kept, where what is sent to it goes, and how it is asked."""

    name: str
    place: str
    ask: Ask


def open_model(name: str, timeout: float) -> LanguageModel:
    """The model of that name; a call may take ``timeout`` seconds.

    Raises ReaderError where the library or the model is missing, and for an alias.
    """
    try:
        import llm
    except ImportError as error:
        raise ReaderError(f"model {name}", "the library that calls it is not installed", INSTALL) from error
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError as error:
        remedy = "`llm models` lists the names; `llm install` adds the plugin of a provider or of local models"
        raise ReaderError(f"model {name}", "`llm` knows no such model", remedy) from error

    if model.model_id != name:
        problem = f"is another name of {model.model_id}"
        raise ReaderError(f"model {name}", problem, "name that one: answers are kept under the name of their model")

    def ask(instruction: str, content: str, schema: Mapping[str, Any]) -> Reply:
        if not model.supports_schema:
            instruction = f"{instruction}\nThe answer has to fit this schema:\n{json.dumps(schema)}"
        form = dict(schema) if model.supports_schema else None
        response = model.prompt(content, system=instruction, stream=False, schema=form)
        text, usage = response.text(), response.usage()
        spent = [tokens for tokens in (usage.input, usage.output) if tokens is not None]
        return Reply(text, sum(spent) if spent else None)

    def ask_in_time(instruction: str, content: str, schema: Mapping[str, Any]) -> Reply:
        try:
            return _in_time(lambda: ask(instruction, content, schema), timeout)
        except llm.NeedsKeyException as error:
            raise ReaderError(f"model {name}", "has no key", f"`llm keys set {model.needs_key}`") from error
        except Exception as error:
            raise CallError(_fault(error), type(error).__name__) from error

    return LanguageModel(model.model_id, _place(model), ask_in_time)


def _place(model: Any) -> str:
    """Where a model is, as far as its plugin says."""
    address = getattr(model, "api_base", None)
    plugin = type(model).__module__
    return f"{model}, by {plugin}{f', at {address}' if address else ''}"


def _in_time(call: Callable[[], Reply], timeout: float) -> Reply:
    """What ``call`` gives; raises TimeoutError when that takes too long. A client that hangs is left behind."""
    answers: SimpleQueue[Reply | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(call())
        except Exception as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = answers.get(timeout=timeout)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found


def _fault(error: Exception) -> Fault:
    names = " ".join(kind.__name__ for kind in type(error).__mro__).lower()
    if "timeout" in names:
        return Fault.TIMEOUT
    if "ratelimit" in names or getattr(error, "status_code", None) == 429:
        return Fault.RATE_LIMIT
    return Fault.FAILED_CALL
