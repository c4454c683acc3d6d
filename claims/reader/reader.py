"""Which model is asked, and by which prompt: what an answer is kept under besides its passage."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.reader.prompt import prompt_version


@dataclass(frozen=True, slots=True)
class Reader:
    """A second reader. Answers to another prompt are those of another reader."""

    model: str
    prompt: str = field(default_factory=prompt_version)
