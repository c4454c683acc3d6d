"""What the rules of comparison are, for those who use them: the words of each rule, and its cases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from inspect import cleandoc

from claims.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule by its name, what it says of itself, and the cases by which it is tested, as they are written."""

    name: str
    text: str
    cases: str

    @property
    def first_sentence(self) -> str:
        """The beginning of the text, up to its first full stop or colon."""
        line = " ".join(self.text.split())
        ends = [line.find(sign) for sign in (". ", ": ") if sign in line]
        return f"{line[: min(ends)]}." if ends else line

    @property
    def help(self) -> str:
        """The whole page as plain text."""
        return f"{self.text}\n\n{self.cases}"

    @property
    def markdown(self) -> str:
        """The whole page as Markdown."""
        return f"{self.text}\n\n```text\n{self.cases}\n```"


@cache
def rule_pages() -> tuple[RulePage, ...]:
    """The pages of all rules, in order of precedence."""
    return tuple(_page(rule) for rule in RULES)


def _page(rule: Rule) -> RulePage:
    name = rule.__name__
    cases = files("claims.rules").joinpath("cases", f"{name}.txt").read_text(encoding="utf-8").strip()
    return RulePage(name, cleandoc(rule.__doc__ or ""), cases)
