"""Words by which two sentences that look alike speak of two things."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.topics.contrasts import PART, contrasted, contrasts_in

ROWS = tomllib.loads(files("claims.topics").joinpath("contrasts.toml").read_text(encoding="utf-8"))["rows"]
cells = st.lists(st.sampled_from([PART, "0:0", "0:1", "1:0", "1:1"]), max_size=4).map(
    lambda found: tuple(sorted(set(found)))
)


@given(cells, cells)
def test_contrast_is_mutual_and_nothing_is_in_contrast_with_itself(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert contrasted(one, other) == contrasted(other, one)
    assert not contrasted(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the men who came", "the women who came"),
        ("男子决赛", "女子决赛"),
        ("the men's final", "女子决赛"),
        ("visitors on its opening night", "visitors over eight nights"),
        ("the city of Lille", "the metropolitan area of Lille"),
        ("首日旅客", "五天旅客"),
        ("35 people, of whom", "35 people"),
        ("其中的读者", "读者"),
    ],
)
def test_opposites_part(one: str, other: str) -> None:
    assert contrasted(contrasts_in(one), contrasts_in(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the men who came", "the men"),
        ("the men and women who came", "the women"),
        ("the men", "the readers"),
        ("the men", "男子决赛"),
        ("", ""),
    ],
)
def test_what_one_side_does_not_say_parts_nothing(one: str, other: str) -> None:
    assert not contrasted(contrasts_in(one), contrasts_in(other))


def test_english_is_found_by_whole_words_in_any_case() -> None:
    assert contrasts_in("The MEN came") == contrasts_in("the men came") != ()
    assert contrasts_in("The mention of menus") == ()


def test_every_row_parts_each_of_its_cells_from_the_others() -> None:
    for row in ROWS:
        assert len(row) > 1
        for cell in row:
            for other in row:
                if cell is not other:
                    assert contrasted(contrasts_in(cell[0]), contrasts_in(other[0])), (cell[0], other[0])
