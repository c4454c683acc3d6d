"""Names of persons behind an office."""

from __future__ import annotations

import pytest

from claims.facts.persons import foreign_name, nearly_one, person_at, person_keys


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("程澜说，明年再来。", "程澜"),
        ("程素问说，明年再来。", "程素问"),
        ("欧阳澜在台下", "欧阳澜"),
        ("罗秋野", "罗秋野"),
        ("罗志强强调，明年再来。", "罗志强"),
        ("周翊在会上", "周翊"),
        ("周翊也说", "周翊"),
        ("陈有为说", "陈有为"),
        ("罗秋以3比1获胜", "罗秋"),
        ("罗以诚说", "罗以诚"),
        ("程素问／岚港报道", "程素问"),
        ("陈先生说", None),
        ("高度重视", None),
        ("的办公室", None),
    ],
)
def test_a_surname_begins_a_person(text: str, name: str | None) -> None:
    end = person_at(text, 0, len(text))
    assert (text[:end] if end else None) == name


def test_a_foreign_name_goes_on_behind_its_dot() -> None:
    assert foreign_name("亚历克·福尔说", 0, 7) == 6
    assert foreign_name("伊尔丝·林德奎斯特在台下", 0, 12) == 9
    assert foreign_name("罗秋野说", 0, 4) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("贺千帆", "贺千凡", True),
        ("贺千帆", "贺千舟", True),
        ("贺帆", "贺凡", True),
        ("贺帆", "贺舟", False),
        ("贺千帆", "罗千帆", False),
        ("贺千帆", "贺千帆", False),
        ("ramiro costa", "rogelio costa", True),
        ("r. costa", "rogelio costa", False),
        ("anna costa", "rogelio costa", False),
        ("anna holtby", "anna holtley", True),
        ("anna holt", "anna berg", False),
    ],
)
def test_two_names_are_nearly_one_but_for_a_slip(one: str, other: str, expected: bool) -> None:
    assert nearly_one(one, other) is expected
    assert nearly_one(other, one) is expected
    if expected:
        same_house = len(one) == len(other) == 3 and one[:2] == other[:2]
        assert person_keys(one) & person_keys(other) or same_house
