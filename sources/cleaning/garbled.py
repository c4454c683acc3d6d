"""Chinese that was garbled byte by byte, and how it is mended.

Some sites edit their GBK pages as bytes: they put a reading in brackets after two bytes that look like a character but
are the end of one and the start of the next, or make a full-width mark ASCII that was no mark. The rest of the run is
then decoded one byte off, until a byte below 0x80 puts it right again::

    壟斷。”梁文鋒      94E0 A1A3 A1B1 C1BA CEC4 E468        as it was
    壟斷?!绷何匿h       94E0 A1  A3A1 B1C1 BACE C4E4 68     as it is read: one byte lost (?), all others shifted

So the bytes are still there: encoded again, shifted back and decoded, the run is what it was. The byte lost at its
start is known where a full-width mark follows (the sentence ended: ``。``) and where a reading tells which character
the site believed to see; else that character becomes U+FFFD. Digits are no part of a two-byte character, so no number
comes out of a repair, and none is lost.

A run is touched only if its characters become common ones by that (``frequency``): question marks in healthy text,
which such a run may look like, make them rare.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sources.cleaning.frequency import commonness
from sources.cleaning.rubies import LETTERS, is_reading, readings
from sources.offsets import Edit
from sources.script import HAN
from sources.span import Span

LOST = "\ufffd"
"""Stands for a character that cannot be recovered."""

LEAST_GAIN = 2.0
"""By how many levels of commonness a repair must better the run; one level is a factor of two."""

LONGEST_QUOTE = 2000
"""How far back the opening of a quote is looked for."""

_READING = rf"{LETTERS}{{1,8}}\)"
_SITE = re.compile(
    rf"[?\ufffd](?:(?P<reading>{_READING})|(?P<mark>[!;:,.?(])?)(?P<body>[^\x00-\x7f€\ufffd]*)"
    rf"(?P<end>[@-~€]|[?\ufffd](?P<last>{_READING}|/\w{{1,6}}>)?)?"
)
_RUBY = re.compile(rf"\(({_READING})")
_DAMAGED_RUBY = re.compile(rf"[?\ufffd]{_READING}")
_LOST_BYTE = "?\ufffd"
_FULL_WIDTH = dict(zip("!;:,.?(", "！；：，．？（", strict=True))
_CLOSERS = dict(zip("“‘《〈「『【", "”’》〉」』】", strict=True))
_CLOSED = frozenset("。" + closer for closer in _CLOSERS.values())
_MARKS = re.compile(r"[。，、；：！？“”‘’《》〈〉「」『』【】（）—…·]")
_STOP = re.compile("[。，、；：！？]")

Readings = Mapping[str, set[str]]
"""Which characters a text prints with which reading."""

Bytes = list[int | None]
"""Bytes of a run, None for one that is lost and cannot be told."""


def garbled(text: str) -> list[Edit]:
    """Edits that mend the garbled runs of ``text``, one for each character mended."""
    known = readings(text) if _DAMAGED_RUBY.search(text) else {}
    edits: list[Edit] = []
    place = 0
    while site := _SITE.search(text, place):
        mended = _mended(text, site, known)
        edits += mended
        place = mended[-1].span.end if mended else site.start() + 1
    return edits


def _mended(text: str, site: re.Match[str], known: Readings) -> list[Edit]:
    reading = site["reading"]
    if reading and not is_reading(reading[:-1]):
        return []
    edits = _shifted_back(text, site, known)
    if _is_better(text, site, edits):
        return edits
    return [Edit(Span(site.start(), site.end("reading")), LOST)] if reading else []


def _shifted_back(text: str, site: re.Match[str], known: Readings) -> list[Edit]:
    """What the run at ``site`` is when shifted back by a byte: an edit for each of its characters.

    There are none if its characters are no GBK. The run ends where a byte below 0x80 stands by itself: within its last
    character, or as an ASCII character after it.
    """
    body = site.end("reading") if site["reading"] else site.start() + 1
    spans = [Span(site.start(), body)]
    run: Bytes = [_first_byte(text, site, known)]
    for place in range(body, site.end("body")):
        code = _code(_FULL_WIDTH.get(text[place], text[place]))
        if len(code) != 2:
            return []
        spans.append(Span(place, place + 1))
        run += code
        if code[1] < 0x80:
            break
    else:
        spans[-1] = Span(spans[-1].start, site.end())
        run.append(_last_byte(text, site, run[-1]))
    mended = [_decoded(run[place : place + 2]) for place in range(0, len(run), 2)]
    reading = _reading_after(text, site)
    if mended[-1] not in known.get(reading, mended[-1]):
        # What a site cannot decode it may leave out, so only the last byte is sure to be the character's.
        mended[-1] = _read_as(reading, run[-2:] if run[-1] is None else [None, run[-1]], known)
    return [Edit(span, character) for span, character in zip(spans, mended, strict=True)]


def _first_byte(text: str, site: re.Match[str], known: Readings) -> int | None:
    """The byte lost at the start: of a full stop, or of the character whose reading the site put in."""
    if site["mark"]:
        return 0xA1
    before = _code(text[site.start() - 1 : site.start()])
    if not site["reading"] or len(before) != 2:
        return None
    believed = _read_as(site["reading"].rstrip(")"), [before[1], None], known)
    return None if believed == LOST else _code(believed)[1]


def _last_byte(text: str, site: re.Match[str], lead: int | None) -> int | None:
    """The byte after ``lead``, the last: an ASCII character or, lost, the end of the closing quote that is due."""
    end = site["end"]
    if end is not None and len(end) == 1 and end not in _LOST_BYTE:
        return 0x80 if end == "€" else ord(end)
    if lead != 0xA1:
        return None
    line = text[max(site.start() - LONGEST_QUOTE, 0) : site.start()].rpartition("\n")[2]
    last, closer = max((line.rfind(opener), closer) for opener, closer in _CLOSERS.items())
    return _code(closer)[1] if last > line.rfind(closer) else None


def _reading_after(text: str, site: re.Match[str]) -> str:
    """The reading that the last character of the run is printed with, whole or damaged; empty without one."""
    ruby = _RUBY.match(text, site.end())
    return (ruby[1] if ruby else site["last"] or "").rstrip(")")


def _read_as(reading: str, pair: Bytes, known: Readings) -> str:
    """The one character printed with ``reading`` whose bytes do not differ from ``pair``, LOST without one."""
    fitting = [
        character
        for character in known.get(reading, ())
        if all(byte in (None, own) for byte, own in zip(pair, _code(character), strict=False))
    ]
    return fitting[0] if len(fitting) == 1 else LOST


def _code(characters: str) -> bytes:
    return characters.encode("gb18030", "replace")


def _decoded(pair: Bytes) -> str:
    """The character of two bytes, or of one below 0x80; LOST where there is none."""
    if None in pair:
        return LOST
    decoded = bytes(byte for byte in pair if byte is not None).decode("gb18030", "replace")
    return decoded if len(decoded) == 1 else LOST


def _is_better(text: str, site: re.Match[str], edits: list[Edit]) -> bool:
    """Whether ``edits`` turn rare characters into common ones; a damaged reading lowers what they must gain.

    Without one, a full-width mark must follow the lost byte, or the run be long, and something must end it.
    """
    if not edits:
        return False
    mended = "".join(edit.text for edit in edits).strip(LOST)
    body = _MARKS.sub("", site["body"])
    gain = commonness(_MARKS.sub("", mended)) - commonness(body)
    if site["reading"]:
        return gain > 0
    if not HAN.match(text, site.start() - 1):
        return False
    if mended in _CLOSED and site["mark"]:
        return bool(site["last"] or _STOP.match(text, site.end()))
    ended = edits[-1].span.end == site.end() and site["end"] is not None
    return ended and (bool(site["mark"] and body) or len(body) > 2) and gain >= LEAST_GAIN
