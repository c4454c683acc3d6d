"""The answers of models as a file to be kept in git: sorted JSON lines, one an answer.

A file merges as a list of lines does, and says the same whatever the order in which answers came. What is not
understood is refused with file and line, and then nothing of the file is used. Reading needs no registry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.reader.reader import Reader
from registry.reader.answers import KeptAnswer, any_answer_of
from sources.errors import AnswerFileError

FORMAT = 1
"""The format that this release writes, and the newest it reads."""

RESTORE = "restore the line from git, or export the answers again"
"""What to do with a line that is damaged."""

_FIELDS = {"passage", "model", "prompt", "answer", "format"}
_HASH = re.compile(r"[0-9a-f]{1,64}")
_NAME_LIMIT = 200
_MARKERS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


def answer_lines(kept: Iterable[KeptAnswer]) -> Iterator[str]:
    """The lines of a file, sorted, without line ends."""
    return iter(sorted(map(_line, kept)))


def write_answer_file(path: Path, kept: Iterable[KeptAnswer]) -> None:
    """Writes the file whole, or leaves the old one as it is. Raises AnswerFileError when it cannot be written."""
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in answer_lines(kept))
        draft.replace(path)
    except OSError as error:
        raise AnswerFileError(str(path), f"cannot be written ({error.strerror})", "check its folder") from error


def read_answer_file(path: Path) -> tuple[KeptAnswer, ...]:
    """The answers of a file, each once.

    Raises AnswerFileError, naming the line, for one that is damaged, of a newer format or no answer, and for two that
    differ on one passage; without a line when the file cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise AnswerFileError(str(path), problem, "name a file of `claims reader export`") from error
    return parse_answers(data, str(path))


def parse_answers(data: bytes, name: str) -> tuple[KeptAnswer, ...]:
    """What the bytes of a file say that is called ``name`` in errors. Raises AnswerFileError."""
    known: dict[tuple[str, Reader], KeptAnswer] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            place = f"{name}, line {number}"
            kept = _read(line, place)
            before = known.setdefault((kept.passage, kept.reader), kept)
            if before != kept:
                problem = "another line holds another answer of the same model on the same passage"
                raise AnswerFileError(place, problem, "keep one of the two")
    return tuple(known.values())


def _line(kept: KeptAnswer) -> str:
    record = {
        "passage": kept.passage,
        "model": kept.reader.model,
        "prompt": kept.reader.prompt,
        "answer": kept.answer.record(),
        "format": FORMAT,
    }
    return json.dumps(record, ensure_ascii=False)


def _read(data: bytes, place: str) -> KeptAnswer:
    record = _record(data, place)
    form = record.get("format")
    if type(form) is not int or form < 1:
        raise AnswerFileError(place, "does not say its format", RESTORE)
    if form > FORMAT:
        problem = f"is of format {form}, this release knows {FORMAT}"
        raise AnswerFileError(place, problem, "upgrade claim-registry")
    if record.keys() != _FIELDS:
        odd = min(record.keys() ^ _FIELDS)
        problem = f"`{odd}` is no field of an answer" if odd in record else f"has no `{odd}`"
        raise AnswerFileError(place, problem, RESTORE)
    for name in ("passage", "prompt"):
        if not isinstance(record[name], str) or not _HASH.fullmatch(record[name]):
            raise AnswerFileError(place, f"`{name}` is no hash", RESTORE)
    model = record["model"]
    if not isinstance(model, str) or not 0 < len(model) <= _NAME_LIMIT or not model.isprintable():
        raise AnswerFileError(place, "`model` is not a name", RESTORE)
    answer = any_answer_of(record["answer"])
    if answer is None:
        raise AnswerFileError(place, "`answer` does not fit the schema", RESTORE)
    return KeptAnswer(record["passage"], Reader(model, record["prompt"]), answer)


def _record(data: bytes, place: str) -> dict[str, Any]:
    if data.startswith(_MARKERS):
        raise AnswerFileError(place, "git could not merge here", "keep the lines of both sides and delete the marks")
    try:
        record = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise AnswerFileError(place, f"is not UTF-8 (byte {error.start})", RESTORE) from error
    except (ValueError, RecursionError) as error:
        raise AnswerFileError(place, "is not JSON", RESTORE) from error
    if not isinstance(record, dict):
        raise AnswerFileError(place, "is not a JSON object", RESTORE)
    return record
