"""Whether two sentences tell of one thing."""

from __future__ import annotations

from claims.model import Features
from claims.stories import branched, mentions


def told(frame: str) -> Features:
    return Features(frame=frame)


def test_a_name_is_found_however_the_sentence_is_cut() -> None:
    assert mentions(told("这家名叫景和堂的老药店有#人"), "景和堂")
    assert not mentions(told("这家老药店有#人"), "景和堂")
    assert not mentions(told("这家老药店有#人,不及景和堂"), "景和堂")
    assert not mentions(told("harbour bank has # branches"), "harbour bank")


def test_a_name_that_goes_on_is_that_of_another_model() -> None:
    assert not mentions(told("澄光x5 pro采用镜头,售价#元"), "澄光x5")
    assert mentions(told("澄光x5采用镜头,售价#元"), "澄光x5")


def test_numbers_and_directions_behind_a_name_tell_its_members_apart() -> None:
    assert branched("竹南", told("竹南一厂有#人"), told("竹南二厂有#人"))
    assert not branched("竹南", told("竹南一厂有#人"), told("竹南一厂的#人"))
    assert not branched("竹南", told("竹南一厂有#人"), told("竹南的工厂有#人"))


def test_so_do_lines_of_business_and_a_part_of_the_place() -> None:
    assert branched("恒越", told("恒越地产有#人"), told("同属恒越的恒越物业有#人"))
    assert not branched("恒越", told("恒越科技有#人"), told("恒越的员工有#人"))
    assert branched("宁海市", told("宁海市卖出#套"), told("宁海市高新区卖出#套"))
