"""On which day of a year a holiday falls."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.values.lunar import lunar, month_end

_RULE = re.compile(r"(?P<lunar>L?)(?P<month>\d\d)-(?:(?P<day>\d\d)|w(?P<weekday>[1-7])-(?P<nth>[1-5]))")


def holiday(rule: str, year: int) -> date | None:
    """The day that a rule of the lexicon names in a year; None when there is none.

    ``MM-DD`` is a fixed day, ``MM-wD-N`` the N-th weekday D (Monday 1) of a month, ``LMM-DD`` a day of the Chinese
    lunar year that begins in the year; the 30th of its last month is the last day whatever the month's length.
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    month = int(found["month"])
    if found["lunar"]:
        eve = (month, int(found["day"])) == (12, 30)
        return month_end(year, 12) if eve else lunar(year, month, int(found["day"]))
    if found["day"]:
        return date(year, month, int(found["day"]))
    first = date(year, month, 1)
    return first + timedelta(days=(int(found["weekday"]) - 1 - first.weekday()) % 7 + 7 * (int(found["nth"]) - 1))
