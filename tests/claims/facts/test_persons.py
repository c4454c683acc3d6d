"""Names of persons behind an office."""

from __future__ import annotations

import pytest

from claims.facts.persons import foreign_part, person_at


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("程澜说，明年再来。", "程澜"),
        ("程素问说，明年再来。", "程素问"),
        ("欧阳澜在台下", "欧阳澜"),
        ("罗秋野", "罗秋野"),
        ("的办公室", None),
    ],
)
def test_a_surname_begins_a_person(text: str, name: str | None) -> None:
    end = person_at(text, 0, len(text))
    assert (text[:end] if end else None) == name


def test_a_foreign_name_goes_on_behind_its_dot() -> None:
    assert foreign_part("亚历克·福尔说", 0, 7) == 4
    assert foreign_part("罗秋野说", 0, 4) is None
