"""Everything that can go wrong in a way the user can mend.

::

    ClaimsError
    ├── UsageError            the words of a command, or what they ask for, are wrong
    ├── SourceError           one source cannot be read; the others still can
    ├── ManifestError         the manifest itself is wrong; nothing is read
    ├── ConfigError           claims.toml, an alias file or a lexicon is wrong
    ├── BaselineError         a baseline of known findings is not understood; nothing is written
    ├── DecisionFileError     a file of decisions is not understood; nothing of it is used
    ├── AnswerFileError       a file of a model's answers is not understood; nothing of it is used
    ├── ReaderError           the language model that is to read cannot be used
    └── RegistryError         the registry cannot be used as it is
        └── KeyNotFoundError  no claim, conflict or source answers to a name

Each is shown as one line: what it is about, what is wrong, and what to do. The command line catches the root
once; nothing else catches it but the loop over sources, which names a bad one and goes on, and the review, which
answers a key and goes on.
"""

from __future__ import annotations


class ClaimsError(Exception):
    """The root. ``place`` names the file, key or option; ``problem`` and ``remedy`` are plain clauses."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        line = f"{self.place}: {self.problem}; {self.remedy}"
        # A file name may hold anything; the promise of one line must not depend on it.
        return line.translate({10: "\\n", 13: "\\r"})


class UsageError(ClaimsError):
    """The words of a command, or what they ask for, are wrong."""


class SourceError(ClaimsError):
    """One source cannot be read; the others still can."""


class ManifestError(ClaimsError):
    """The manifest itself is wrong; nothing is read."""


class ConfigError(ClaimsError):
    """claims.toml, an alias file or a lexicon is wrong."""


class DecisionFileError(ClaimsError):
    """A file of decisions is not understood; nothing of it is used."""


class AnswerFileError(ClaimsError):
    """A file of a model's answers is not understood; nothing of it is used."""


class ReaderError(ClaimsError):
    """The language model that is to read cannot be used."""


class BaselineError(ClaimsError):
    """A baseline of known findings is not understood; nothing is written."""


class RegistryError(ClaimsError):
    """The registry cannot be used as it is."""


class KeyNotFoundError(RegistryError):
    """No claim, conflict or source answers to a name, or several do."""
