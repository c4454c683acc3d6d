"""Speeds whose unit of time stands ahead of the number."""

from __future__ import annotations

import pytest

from tests.benchmarks.line import claims_of


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("这趟列车的时速为350公里。", "km/h"),
        ("云岭号初期按时速300公里运营。", "km/h"),
        ("隧道限速80公里。", "km/h"),
        ("卡车以每小时60公里的速度行驶。", "km/h"),
        ("颱風中心最大風速達到每秒45公尺。", "m/s"),
        ("云岭铁路全长350公里。", "km"),
        ("列车每小时一班，全程350公里。", "km"),
    ],
)
def test_a_length_told_for_a_stretch_of_time_is_a_speed(sentence: str, unit: str) -> None:
    assert unit in {claim.quantity.unit for claim in claims_of(sentence, "2024-05-02")}
