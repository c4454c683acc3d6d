"""What disagrees in the articles of the demonstration, as their authors hid it."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parents[2] / "registry" / "demo" / "corpus"

Side = tuple[str, str]
"""The beginning of a source's name, and what its value expression holds."""

FINDINGS: list[tuple[str, Side, Side]] = [
    ("tension", ("cloud", "第三"), ("city", "前四")),
    ("tension", ("cloud", "第三"), ("feature", "top four")),
    ("tension", ("investors", "第三"), ("city", "前四")),
    ("tension", ("investors", "第三"), ("feature", "top four")),
    ("time_drift", ("models", "9萬"), ("city", "10万")),
    ("time_drift", ("models", "9萬"), ("briefing", "100,000")),
    ("conflict", ("cloud", "六十万"), ("investors", "六萬")),
    ("conflict", ("feature", "600,000"), ("investors", "六萬")),
    ("conflict", ("city", "2016"), ("briefing", "2017")),
    ("conflict", ("robots", "2016"), ("briefing", "2017")),
    ("conflict", ("investors", "2016"), ("briefing", "2017")),
    ("conflict", ("city", "第一"), ("robots", "第一")),
    ("conflict", ("city", "2月28日"), ("models", "2月18日")),
]

FALSE_ALARMS: list[tuple[Side, Side]] = [
    (("city", "620人"), ("cloud", "2900人")),  # the company of one paragraph and that of another
    (("cloud", "2019年8月"), ("investors", "2018年")),  # a typhoon, and when the columnist first came
]
"""What is flagged besides and is no disagreement: known, and not to become more."""
