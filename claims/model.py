"""The values that everything else passes along: frozen, comparable, free of input and output."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sources.span import Span

Bound = Decimal | str | None
"""One end of an interval: a number, an ISO date at the precision stated (``2021-02``), or None for unbounded.

A time of day whose day is not told is what ISO 8601 writes for it: ``T03:42``.
"""

TIME_MARK = "T"
"""Parts a day from its time, and begins a time without a day (ISO 8601)."""


class Kind(StrEnum):
    """What sort of value a claim states."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    MEASURE = "measure"
    RANK = "rank"
    DATE = "date"
    DURATION = "duration"
    SUPERLATIVE = "superlative"
    FACT = "fact"


class Modality(StrEnum):
    """How a statement stands to the world."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    TARGET = "target"
    DENIED = "denied"


class Verdict(StrEnum):
    """What a comparison of two claims comes to."""

    CONFLICT = "conflict"
    TENSION = "tension"
    TIME_DRIFT = "time_drift"
    SCOPE_DIFFERS = "scope_differs"
    AGREE = "agree"

    @property
    def flagged(self) -> bool:
        """Whether an editor is asked to look."""
        return self in (Verdict.CONFLICT, Verdict.TENSION, Verdict.TIME_DRIFT)


class Severity(StrEnum):
    """What an editor loses by missing a finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a value expression says, as a closed interval with its unit and the precision it was written with.

    ``low`` and ``high`` are both numbers or both ISO dates; None is unbounded. A point has ``low == high``.
    ``step`` is the weight of the last digit written (``1.8亿`` 10 000 000, ``90,000`` 1, ``十几`` 1): how far two
    roundings of one number may lie apart. None for dates, superlatives and facts.
    """

    kind: Kind
    low: Bound
    high: Bound
    unit: str | None = None
    approx: bool = False
    step: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ValueMention:
    """A value expression in a text.

    ``span`` covers hedge, numeral and unit; ``core`` the numeral alone (for a date the whole expression). Both
    count code points of the text that was searched. ``role`` is None for a quantity that may carry a claim, else
    the name of what the number is instead (``list_number``, ``phone``, ``citation``, …; see the lexicons).
    """

    span: Span
    core: Span
    surface: str
    quantity: Quantity
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """What matching compares of a claim, drawn from the text around its value when it was extracted.

    ``names`` are the things it may be said of, folded, best first; ``named`` tells whether the first is a name and no
    common noun, ``loose`` that an English sentence has it behind a preposition, as the place or the like.
    ``related`` are those that the article says belong to the first of them (a founder's firm, a name's
    translation), ``beside`` all further names of the sentence, ``topic`` the name that the whole article is about.

    ``head`` is the counted or measured thing, ``event`` what happened on a date, ``modifiers`` what narrows the head
    down: concepts where the word is known to be one (``claims/topics/concepts.toml``), else lemmas. ``terms`` are all
    telling words of the clause. ``instances`` tell one of a series from the next (version, edition, ordinal),
    ``contrasts`` are the cells of ``claims/topics/contrasts.toml`` that the clause has a word of, ``superlative`` is
    the sort of a superlative (``first``, ``only``, ``large``) in one form for all languages.

    ``story`` are the names that a whole article is about.

    ``properties`` are those that the words around name (``claims/topics/properties.toml``), the nearest first.
    ``setting`` are the names and telling words of the whole sentence, ``around`` those of its neighbours and of the
    title, ``figures`` the other days and numbers of the sentence and its neighbours.

    ``frame`` is the sentence with its values masked, ``slot`` the piece of it around this value.
    ``values`` are the members of what a fact states, folded; its ``head`` is the attribute (``claims/facts``), and
    ``firm`` tells whether grammar binds the subject to it.
    ``quotations`` are the openings of the quotations beside the value. ``as_of_kind`` is ``at`` for a date at which a
    stock was counted, ``during`` for the period of a flow, empty when no date is stated; ``published`` is the date of
    the article.

    ``watched`` are the keys of the watched facts that the claim states (``claims/watch``). ``on_record`` marks the
    entry of a fact sheet itself, and ``in_force`` the dates ``first/last`` at which that is the right value.
    """

    names: tuple[str, ...] = ()
    named: bool = True
    loose: bool = False
    related: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    head: str = ""
    event: str = ""
    modifiers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    superlative: str = ""
    properties: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    frame: str = ""
    slot: str = ""
    topic: str = ""
    story: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    firm: bool = True
    quotations: tuple[str, ...] = ()
    as_of_kind: str = ""
    published: str | None = None
    watched: tuple[str, ...] = ()
    on_record: bool = False
    in_force: str | None = None


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Which ``fields`` of a claim a language model read, and by which version of the prompt; grammar read the others.

    ``text`` among them says that the whole claim, a fact without a figure, is of the model's reading.
    """

    model: str
    prompt: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of one document.

    ``span`` and ``value_span`` point into the document's decoded text; ``quote`` and ``value_quote`` are what
    stands there. ``sentence`` is the cleaned sentence, ``value_at`` the value expression inside it. ``section`` is
    the heading or title the sentence stands under. ``prefix`` and ``suffix`` are the document's text around the
    quote, by which its place can be found again. ``subject``, ``attribute`` and ``scope`` are in canonical wording,
    None when not known; ``as_of`` is an ISO date or a range ``first/last``. ``key`` is made of the wording alone
    (``claims/identity.py``) and unique within the document. ``reader`` is there where a language model read a part.
    """

    key: str
    span: Span
    quote: str
    value_span: Span
    value_quote: str
    quantity: Quantity
    sentence: str
    value_at: Span
    prefix: str = ""
    suffix: str = ""
    section: str | None = None
    subject: str | None = None
    attribute: str | None = None
    scope: str | None = None
    text: str | None = None
    as_of: str | None = None
    modality: Modality = Modality.ACTUAL
    attributed_to: str | None = None
    damaged: bool = False
    features: Features = Features()
    reader: ReadBy | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the value."""
        return self.quantity.kind


class Fate(StrEnum):
    """What became of a claim when its text changed. ``lost``: several places fit, and none is clearly its own."""

    STANDS = "stands"
    CHANGED = "changed"
    LOST = "lost"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Match:
    """Why two claims are held to speak of the same thing: how surely (0 to 1), of what, and which features agreed."""

    score: float
    topic: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule of comparison says of two matched claims: the verdict, and one sentence with both values in it."""

    verdict: Verdict
    severity: Severity
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims, the match between them and the ruling; ``a.key <= b.key``."""

    a: Claim
    b: Claim
    match: Match
    ruling: Ruling
