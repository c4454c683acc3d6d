"""A model made of paper: it says of the articles of the demonstration what ``readings.toml`` says."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

_READINGS: dict[str, list[dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("readings.toml").read_text(encoding="utf-8")
)


def answer(shown: dict[str, Any]) -> str:
    """What it says of a passage, by the schema."""
    text = shown["passage"].replace("⟦", "\0").replace("⟧", "\0")
    text = "".join(piece for n, piece in enumerate(text.split("\0")) if n % 2 == 0)
    values = []
    for value in shown["values"]:
        said: dict[str, Any] = {"n": value["n"]}
        for reading in _READINGS["reading"]:
            if reading["near"] in text and reading["value"] == value["value"]:
                said |= {key: word for key, word in reading.items() if key not in ("near", "value")}
        values.append(said)
    facts = [
        {key: word for key, word in fact.items() if key != "near"}
        for fact in _READINGS["fact"]
        if fact["near"] in text or fact["quote"] in text
    ]
    return json.dumps({"values": values, "facts": facts}, ensure_ascii=False)
