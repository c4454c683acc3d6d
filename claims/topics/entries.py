"""Entries with a value right behind what it is said of: ``Lyon (1.7 million), Nice (0.9 million)``, 甲13户、乙5户."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Kind, ValueMention
from claims.scales import scale_of
from claims.topics.aspects import Aspect, aspect_of
from claims.topics.context import Candidate
from claims.topics.name_parts import name_of, wording
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.series import Member, ends_member, member_of
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION})
_LEAD = 3
_TAIL = 6
_LONGEST = 6
_MOST = 60
"""How many words may stand in a bracket before the value, behind it, in the name of an entry; how many entries."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its member, its value, where it ends, and whether the value stands in brackets."""

    member: Member
    mention: ValueMention
    end: int
    bracketed: bool


def entered(reading: Reading, mentions: Sequence[ValueMention]) -> Mapping[Span, Placement]:
    """The placements of the values in runs of two or more such entries, all of one sort.

    Without brackets one of the members must be a name, or none a word known as a property or a thing: 男性26.8万人，
    女性25.6万人 are parts of one subject, and stay with it.
    """
    found: dict[Span, Placement] = {}
    for run in _runs(reading, mentions):
        members = [entry.member for entry in run]
        known = any(role_of(head_of(m.tokens)[0]) for m in members)
        if run[0].bracketed or any(m.is_name for m in members) or not known:
            found.update(_placed(reading, run))
    return found


def _placed(reading: Reading, run: Sequence[_Entry]) -> Iterator[tuple[Span, Placement]]:
    aspect = _leading(reading, run)
    names = {wording(reading, e.member.tokens) for e in run}
    for entry in run:
        apart = tuple(e.member.span for e in run if e is not entry)
        name = wording(reading, entry.member.tokens)
        subject = Candidate(name, 0.0, is_name=True, span=entry.member.span)
        own = aspect_of(reading, entry.mention.span, entry.mention.quantity.kind)
        behind = Span(entry.mention.span.end, entry.end).of(reading.text)
        if own.wording in {"", *names} or (aspect and own.wording not in behind):
            own = aspect or Aspect(event=own.event)
        yield entry.mention.span, Placement(subject, own, apart=apart)


def _leading(reading: Reading, run: Sequence[_Entry]) -> Aspect | None:
    """The property that the words before the first entry name, None where they name none."""
    start = run[0].member.span.start
    wanted = {"attribute", "activity"} | ({"thing"} if run[0].mention.quantity.kind is Kind.COUNT else set())
    for phrase in reading.phrases:
        named, rest = name_of(phrase, load_words())
        told = [t for t in (rest if any(t.pos is Pos.NAME for t in named) else phrase.tokens) if not _is_generic(t)]
        if told and phrase.span.end <= start and role_of(head_of(told)[0]) in wanted:
            return Aspect(wording(reading, told), *head_of(told))
    rest = run[0].member.rest
    return Aspect(wording(reading, rest), *head_of(rest)) if rest else None


def _is_generic(token: Token) -> bool:
    return token.text.lower() in load_words().generic | load_words().demoting  # 较 of 较高 is read as a noun


def _runs(reading: Reading, mentions: Sequence[ValueMention]) -> Iterator[list[_Entry]]:
    run: list[_Entry] = []
    for mention in mentions:
        entry = _entry(reading, mention)
        if entry and run and _follows(reading, run[-1], entry):
            run.append(entry)
            continue
        if 1 < len(run) <= _MOST:
            yield run
        run = [entry] if entry else []
    if 1 < len(run) <= _MOST:
        yield run


def _follows(reading: Reading, first: _Entry, second: _Entry) -> bool:
    between = reading.tokens_in(Span(first.end, max(first.end, second.member.span.start)))
    alike = scale_of(first.mention.quantity).dimension == scale_of(second.mention.quantity).dimension
    joined = any(_joins(t) for t in between)
    linked = all(_joins(t) or t.pos is Pos.DETERMINER or t.text in '“”"《》' for t in between)
    return alike and joined and linked and first.bracketed == second.bracketed


def _joins(token: Token) -> bool:
    return token.text.lower() in load_words().joining


def _entry(reading: Reading, mention: ValueMention) -> _Entry | None:
    if mention.role is not None or mention.quantity.kind not in _KINDS:
        return None
    ahead = list(reading.tokens_in(Span(reading.span.start, mention.span.start)))
    behind = reading.tokens_in(Span(mention.span.end, reading.span.end))
    opened = next((n for n, t in enumerate(reversed(ahead[-_LEAD - 1 :])) if t.text in _OPENING), None)
    end = mention.span.end
    if opened is not None:
        closed = next((t for t in behind[:_TAIL] if t.text in _CLOSING), None)
        if closed is None:
            return None
        ahead, end = ahead[: len(ahead) - opened - 1], closed.span.end
    else:
        counted = 1 if behind and behind[0].pos is Pos.NOUN else 0
        if behind[counted:] and not (behind[counted].pos is Pos.PUNCTUATION or _joins(behind[counted])):
            return None
        end = behind[counted - 1].span.end if counted else end
    tokens = _named(ahead)
    if not tokens or (opened is None and _governed(ahead[: len(ahead) - len(tokens)])):
        return None
    member = member_of(tokens)
    if opened is not None and not (member.rest and role_of(head_of(member.rest)[0])):
        member = Member(tuple(tokens))
    return _Entry(member, mention, end, opened is not None)


def _governed(ahead: Sequence[Token]) -> bool:
    """Whether a Chinese preposition stands last that says for or by whom, not what: 向全球开源200款."""
    words = load_words()
    last = ahead[-1] if ahead else None
    governing = words.demoting - words.identifying - words.joining
    return last is not None and last.pos is Pos.PREPOSITION and not last.text.isascii() and last.text in governing


def _named(ahead: Sequence[Token]) -> list[Token]:
    """The words right before a value or a bracket that may name something: back to a break, a verb or a determiner."""
    words = load_words()
    kept: list[Token] = []
    for token in reversed(ahead):
        verb = token.text in words.verbs or (token.pos is Pos.VERB and (kept or token.text.isascii()))
        if verb or ends_member(token) or token.pos is Pos.DETERMINER or _joins(token):
            break
        kept.insert(0, token)
    return [t for t in kept if t.pos is not Pos.PUNCTUATION] if len(kept) <= _LONGEST else []
