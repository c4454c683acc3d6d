"""One line of a file of decisions, as JSON: an entry of the log with what both sides said then, or a succession.

A line begins with the key of its pair (or claim) and the time, so that sorted lines stand in order of matters and time.
A succession says that a claim took the place of another one when its article was edited; without it, a registry that
is built again could not tell what is to be judged again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from claims.identity import pair_key
from registry.limits import EVIDENCE_LIMIT, NAME_LIMIT, NOTE_LIMIT, RIGHT_LIMIT, is_link
from registry.model import Entry, EntryKind, Judgement, Verification
from sources.errors import DecisionFileError

FORMAT = 1
"""The format that this release writes, and the newest it reads."""

RESTORE = "restore the line from git, or export the decisions again"
"""What to do with a line that is damaged."""

_NEWER = f"{RESTORE}; if it is of a newer release, upgrade claim-registry"

FIELDS: Mapping[EntryKind, tuple[str, ...]] = {
    EntryKind.DECISION: ("decision", "right", "a_said", "b_said"),
    EntryKind.UNDO: ("undoes",),
    EntryKind.FLAG: (),
    EntryKind.ASSIGN: ("assignee",),
    EntryKind.SECOND_OPINION: (),
    EntryKind.VERIFY: ("verification", "evidence", "a_said"),
}
"""What a line may hold besides what every line holds."""

_KEY = re.compile(r"[a-z0-9]{1,64}")
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_MARKERS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said when an entry was made: the source it stood in with its date, its value and its quote."""

    source: str
    published: str | None
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class FiledEntry:
    """An entry of the log as a file holds it. ``said`` is by side, ``a`` or ``b``, without those removed since."""

    entry: Entry
    said: Mapping[str, Said] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class FiledSuccession:
    """That the claim of the key ``new`` stands where that of the key ``old`` stood."""

    old: str
    new: str


FiledLine = FiledEntry | FiledSuccession

SUCCESSION = "succession"
"""What a line of that kind says instead of the kind of an entry."""


def write_line(filed: FiledLine) -> str:
    """The line, without line end; what is not said is left out."""
    if isinstance(filed, FiledSuccession):
        return json.dumps({"claim": filed.old, "kind": SUCCESSION, "successor": filed.new, "format": FORMAT})
    entry = filed.entry
    record: dict[str, Any] = {
        "pair" if entry.pair_key else "claim": entry.pair_key or entry.a_key,
        "at": entry.at,
        "id": entry.id,
        "kind": entry.kind.value,
        "by": entry.by,
        "decision": entry.judgement,
        "right": entry.right,
        "undoes": entry.undoes,
        "assignee": entry.assignee,
        "verification": entry.verification,
        "evidence": entry.evidence,
        "note": entry.note or None,
    }
    if entry.pair_key:
        record |= {"a": entry.a_key, "b": entry.b_key}
    for side, said in sorted(filed.said.items()):
        record[f"{side}_said"] = {
            key: value
            for key, value in (
                ("source", said.source),
                ("published", said.published),
                ("value", said.value),
                ("quote", said.quote),
            )
            if value is not None
        }
    record["format"] = FORMAT
    return json.dumps({key: value for key, value in record.items() if value is not None}, ensure_ascii=False)


def read_line(data: bytes, place: str) -> FiledLine:
    """What a line says. Raises DecisionFileError, naming ``place``, for what is not understood."""
    line = _Line(place, data)
    line.check_format()
    return line.succession() if line.record.get("kind") == SUCCESSION else line.entry()


class _Line:
    """One line on its way to an entry; every complaint names its place."""

    def __init__(self, place: str, data: bytes) -> None:
        self.place = place
        self.record = self._record(data)

    def check_format(self) -> None:
        newer = self.record.get("format")
        if type(newer) is not int or newer < 1:
            raise self._error("does not say its format", RESTORE)
        if newer > FORMAT:
            raise self._error(f"is of format {newer}, this release knows {FORMAT}", "upgrade claim-registry")

    def succession(self) -> FiledSuccession:
        self._allow({"claim", "kind", "successor", "format"}, SUCCESSION)
        old, new = (self._matching(name, _KEY, "a key") for name in ("claim", "successor"))
        if old == new:
            raise self._error("names one claim twice", RESTORE)
        return FiledSuccession(old, new)

    def entry(self) -> FiledEntry:
        kind = EntryKind(self._word("kind", EntryKind))
        about = ("pair", "a", "b") if "pair" in self.record else ("claim",)
        self._allow({*about, *("at", "id", "kind", "by", "note", "format"), *FIELDS[kind]}, kind)
        pair, a, b = self._keys(kind)
        decision = self._word("decision", Judgement) if kind is EntryKind.DECISION else None
        verification = self._word("verification", Verification) if kind is EntryKind.VERIFY else None
        entry = Entry(
            id=self._matching("id", _ID, "an id"),
            kind=kind,
            pair_key=pair,
            a_key=a,
            b_key=b,
            by=self._name("by"),
            at=self._time(),
            note=self._text("note", NOTE_LIMIT) or "",
            judgement=Judgement(decision) if decision else None,
            right=self._text("right", RIGHT_LIMIT),
            undoes=self._matching("undoes", _ID, "an id") if kind is EntryKind.UNDO else None,
            assignee=self._name("assignee") if "assignee" in self.record else None,
            verification=Verification(verification) if verification else None,
            evidence=self._link(),
        )
        said = {side: self._said(f"{side}_said") for side in "ab" if f"{side}_said" in self.record}
        return FiledEntry(entry, said)

    def _allow(self, fields: Set[str], kind: str) -> None:
        unknown = sorted(self.record.keys() - fields)
        if unknown:
            raise self._error(f"`{unknown[0]}` is no field of an entry of kind {kind}", _NEWER)

    def _record(self, data: bytes) -> dict[str, Any]:
        if data.startswith(_MARKERS):
            raise self._error("git could not merge here", "keep the lines of both sides and delete the marks")
        try:
            record = json.loads(data.decode("utf-8"), object_pairs_hook=self._once)
        except UnicodeDecodeError as error:
            raise self._error(f"is not UTF-8 (byte {error.start})", RESTORE) from error
        except (ValueError, RecursionError) as error:
            raise self._error("is not JSON", RESTORE) from error
        if not isinstance(record, dict):
            raise self._error("is not a JSON object", RESTORE)
        return record

    def _once(self, members: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(members)
        if len(record) < len(members):
            raise self._error("says something twice", RESTORE)
        return record

    def _keys(self, kind: EntryKind) -> tuple[str | None, str, str | None]:
        if "pair" not in self.record:
            if kind not in (EntryKind.VERIFY, EntryKind.UNDO):
                raise self._error("names no pair", RESTORE)
            return None, self._matching("claim", _KEY, "a key"), None
        pair, a, b = (self._matching(name, _KEY, "a key") for name in ("pair", "a", "b"))
        if kind is EntryKind.VERIFY or a > b or pair_key(a, b) != pair:
            raise self._error("its keys do not belong together", RESTORE)
        return pair, a, b

    def _word(self, name: str, words: type[EntryKind] | type[Judgement] | type[Verification]) -> str:
        word = self._string(name)
        if word not in {known.value for known in words}:
            problem = f"`{name}` is {_short(word)}, which this release does not know"
            raise self._error(problem, _NEWER)
        return word

    def _matching(self, name: str, pattern: re.Pattern[str], what: str) -> str:
        text = self._string(name)
        if not pattern.fullmatch(text):
            raise self._error(f"`{name}` is not {what}", RESTORE)
        return text

    def _name(self, name: str) -> str:
        text = self._string(name)
        if len(text) > NAME_LIMIT or text != " ".join(text.split()) or not any(map(str.isalnum, text)):
            raise self._error(f"`{name}` is not a name", RESTORE)
        return text

    def _time(self) -> str:
        text = self._string("at")
        try:
            datetime.fromisoformat(text)
        except ValueError:
            text = ""
        if not _TIME.fullmatch(text):
            raise self._error("`at` is not a time such as 2025-04-09T08:15:00.000000Z", RESTORE)
        return text

    def _text(self, name: str, limit: int) -> str | None:
        if name not in self.record:
            return None
        text = self._string(name)
        if len(text) > limit:
            raise self._error(f"`{name}` has {len(text)} characters, {limit} are allowed", "shorten it")
        if not text or text != text.strip():
            raise self._error(f"`{name}` is empty or stands between blanks", RESTORE)
        return text

    def _link(self) -> str | None:
        text = self._text("evidence", EVIDENCE_LIMIT)
        if text is not None and not is_link(text):
            raise self._error("`evidence` is not a link", "write an address that begins with https://")
        return text

    def _said(self, name: str) -> Said:
        said = self.record[name]
        if not isinstance(said, dict) or not {"source", "value", "quote"} <= said.keys():
            raise self._error(f"`{name}` does not say source, value and quote", RESTORE)
        if said.keys() - {"source", "published", "value", "quote"}:
            raise self._error(f"`{name}` says more than this release knows", _NEWER)
        inner = {key: self._checked(value, name) for key, value in said.items()}
        return Said(inner["source"], inner.get("published"), inner["value"], inner["quote"])

    def _string(self, name: str) -> str:
        if name not in self.record:
            raise self._error(f"has no `{name}`", RESTORE)
        return self._checked(self.record[name], name)

    def _checked(self, value: object, name: str) -> str:
        if not isinstance(value, str):
            raise self._error(f"`{name}` is not a text", RESTORE)
        try:
            value.encode()
        except UnicodeEncodeError:
            raise self._error(f"`{name}` holds half a character", RESTORE) from None
        return value

    def _error(self, problem: str, remedy: str) -> DecisionFileError:
        return DecisionFileError(self.place, problem, remedy)


def _short(word: str) -> str:
    return repr(word if len(word) <= 40 else f"{word[:40]}…")
