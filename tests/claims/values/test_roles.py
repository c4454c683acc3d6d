"""What keeps a number from carrying a claim: telephone numbers, known by a word before them and by their shape."""

from __future__ import annotations

import pytest

from claims.values import find_values


def roles(text: str, language: str) -> list[str | None]:
    return [mention.role for mention in find_values(text, language=language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Call 0161 496 0011 to leave your name.", "en"),
        ("Tel: +44 20 7946 0011.", "en"),
        ("Hotline (0161) 496 0011, day and night.", "en"),
        ("Call 999 for help.", "en"),
        ("In an emergency call 112.", "en"),
        ("市民可拨打12345反映。", "zh"),
        ("联系电话：86 571 8888 1234。", "zh"),
        ("热线96345已开通。", "zh"),
        ("Tel. 030 5550 1234", "de"),
    ],
)
def test_every_part_of_a_telephone_number_is_one(text: str, language: str) -> None:
    found = roles(text, language)
    assert found
    assert set(found) == {"phone"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The defence will call 43 witnesses.", "en"),
        ("The union will call 300 members out.", "en"),
        ("They had to call 1,200 voters.", "en"),
        ("Volunteers phone 450 households a day.", "en"),
        ("律师致电43名证人。", "zh"),
        ("他们当天拨打电话300次。", "zh"),
        ("该厂售出手机5000部。", "zh"),
    ],
)
def test_what_is_called_is_counted(text: str, language: str) -> None:
    assert "phone" not in roles(text, language)
