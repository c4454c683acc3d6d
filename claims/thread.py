"""What the reader of an article keeps in mind from sentence to sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claims.read_sentences import ReadSentence
from claims.topics.context import Context
from claims.topics.instances import Instance, opens_with_release
from claims.topics.labels import labels_in
from claims.topics.leading import carried_on, says_something, section_name
from claims.topics.naming import folded
from claims.topics.outline import HEADING, PARTS
from claims.topics.people import People
from claims.topics.sorts import Thing
from claims.topics.things import thing_of
from sources.cleaning import Block


@dataclass(slots=True)
class Thread:
    """What the reader of an article keeps in mind from sentence to sentence."""

    title: str | None
    people: People
    block: Block | None = None
    section: str | None = None
    carried: str | None = None
    hero: str | None = None
    stale: bool = False
    product: bool = False
    person: str | None = None
    thing: Thing | None = None
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    instances: tuple[Instance, ...] = ()
    release: tuple[Instance, ...] = ()
    heads_a_list: bool = False

    def enter(self, sentence: ReadSentence) -> None:
        """Goes on to a sentence: a heading opens a section, which forgets the versions named in the last."""
        if sentence.block is not self.block and sentence.block.kind == HEADING:
            self.section, self.carried, self.instances = section_name(sentence.reading), None, ()
            self.hero = self.section if self.section and self.is_of_a_person(self.section) else None
        self.stale |= sentence.block is not self.block and sentence.block.kind not in PARTS
        if sentence.block is not self.block and not (self.heads_a_list and sentence.block.kind in PARTS):
            self.release, self.heads_a_list = (), False
        self.block = sentence.block

    def offers(self, frequency: Mapping[str, int]) -> Context:
        """What earlier text offers the sentence; ``frequency`` counts the names of the article."""
        return Context(
            carried=self.carried,
            section=self.section,
            title=self.title,
            person=self.person,
            frequency=frequency,
            thing=self.thing,
            hero=self.hero,
            stale=self.stale,
            product=self.product,
        )

    def leave(self, sentence: ReadSentence, own: tuple[Instance, ...]) -> None:
        """Keeps the name that the sentence was about and the versions it named; a list goes on with its paragraph."""
        if opens_with_release(sentence.reading):
            self.release, self.heads_a_list = self.of_the_title(own), sentence.block.kind not in PARTS
            if sentence.block.kind == HEADING:
                self.instances = self.release
        in_list = sentence.row is not None or labels_in(sentence.reading, sentence.mentions)
        if sentence.block.kind not in PARTS and not in_list and says_something(sentence.reading):
            about_title = self.title and self.title in sentence.reading.wording
            english = not sentence.reading.chinese
            named = carried_on(sentence.reading, self.carried)
            person = english and named is not None and self.is_of_a_person(named)
            if person:
                self.hero = named
            if about_title or not person:
                self.go_on_with(self.title if about_title else named)
            self.person = self.people.mentioned(sentence.reading) or self.person
            self.thing = thing_of(sentence.reading, self.people, self.sorts) or self.thing
            renewed = {i.name for i in own}
            self.instances = (*(i for i in self.instances if i.name not in renewed), *own)

    def of_the_title(self, own: tuple[Instance, ...]) -> tuple[Instance, ...]:
        """Numbers of releases that stand without a name, as those of what the title names."""
        series = folded(self.title).split()[-1:] if self.title else []
        return tuple(replace(i, name=series[0]) if series and not i.name and "." in i.number else i for i in own)

    def is_of_a_person(self, name: str) -> bool:
        """Whether a name is a person's; where the title's is one, only if the article shows it."""
        biography = self.title is not None and self.people.is_person(self.title)
        return self.people.is_person(name) or (not biography and name != self.title and self.people.may_be(name))

    def go_on_with(self, name: str | None) -> None:
        """Keeps the name of what is no person for the sentences that name nothing of their own."""
        if name:
            self.carried, self.stale = name, False
