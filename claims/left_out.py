"""Why a number in a text carries no claim: the closed list of reasons, each given where the number is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from sources.span import Span

REGISTERED = "registered"
"""What became of a number that is not left out."""


class Reason(StrEnum):
    """What a number is, or does, that is left out. There is none for "anything else"."""

    WORD = "word"
    ARTICLE = "article"
    IDIOM = "idiom"
    NAME = "name"
    LABEL = "label"
    VERSION = "version"
    GENERATION = "generation"
    IDENTIFIER = "identifier"
    ADDRESS = "address"
    PHONE = "phone"
    LINK = "link"
    CODE = "code"
    LIST_NUMBER = "list_number"
    SECTION = "section"
    CITATION = "citation"
    SCORE = "score"
    CLOCK = "clock"
    RELATIVE = "relative"
    VAGUE_DATE = "vague_date"
    PAGE_DATE = "page_date"
    DATES_ANOTHER = "dates_another"
    POINTS_BACK = "points_back"
    STEP = "step"
    TABLE_HEAD = "table_head"
    ROW_LABEL = "row_label"
    CAPTION_UNIT = "caption_unit"
    PART_OF_DATE = "part_of_date"
    TORN = "torn"
    MARKUP = "markup"


MEANINGS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.WORD: "part of a word, or a word that counts nothing where it stands: 三者, 新华三, 从零开始",
        Reason.ARTICLE: "an article: 一个 before any noun, an hour",
        Reason.IDIOM: "a word or set phrase that a numeral is part of: 一起, 万科, no one, third-party",
        Reason.NAME: "part of a name or a model: R1, 5G, GPT-4",
        Reason.LABEL: "a short quoted name, or a button's counter between dashes: “241算法”, - +1",
        Reason.VERSION: "a version: 2.1.3, GNOME 3.38",
        Reason.GENERATION: "those born in a decade: 95后",
        Reason.IDENTIFIER: "a number that only tells things apart: permits, orders, long keys, 007",
        Reason.ADDRESS: "a house number: 1008号",
        Reason.PHONE: "a telephone number",
        Reason.LINK: "part of a web or mail address",
        Reason.CODE: "program code, or a sign of it right beside the number",
        Reason.LIST_NUMBER: "the number of a list entry: 1. （一） 一是",
        Reason.SECTION: "a chapter, page, figure or paragraph: 第三章, figure 2",
        Reason.CITATION: "a footnote or reference: [3]",
        Reason.SCORE: "a score or proportion: 3:1",
        Reason.CLOCK: "a time of day that no clock shows",
        Reason.RELATIVE: "a date only in form: the year, the day",
        Reason.VAGUE_DATE: "a date too vague to check: 近年, recent years; 今天 in an article without a date",
        Reason.PAGE_DATE: "the date of the page itself: last modified on …",
        Reason.DATES_ANOTHER: "a date that says no more than when another value of its sentence held",
        Reason.POINTS_BACK: "as many as were named before: 这两条, these two",
        Reason.STEP: "a step of an argument: 第二层是…",
        Reason.TABLE_HEAD: "the head of a table's column",
        Reason.ROW_LABEL: "the label of a table's row",
        Reason.CAPTION_UNIT: "the unit of a whole table: 单位：万元",
        Reason.PART_OF_DATE: "joined to the date or address behind it, which is read as a whole",
        Reason.TORN: "cut by the end of a sentence or of a cell",
        Reason.MARKUP: "taken out in cleaning: tags, comments, targets of links, readings of characters",
    }
)
"""Each reason in a few words."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of a text that was read and carries no claim, and why."""

    span: Span
    reason: Reason
