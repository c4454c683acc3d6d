"""The Chinese lunar calendar, 1900 to 2100: which day of ours a lunar date is."""

from __future__ import annotations

from datetime import date, timedelta

FIRST = 1900
LAST = 2100

_YEARS = (
    "1e816d231007522600ea51c5164a2e0064b2200a9b18415562b0056a2000b59152175228007521d61b253000b252400a4b"
    "19514ab2c002ad210056b1620b692900da91f71d923200e922600d251b51a4d2e00a5623002b617415b52b006d42000ea9"
    "1621e922800e921d60d262f0052b2400a5719512b62c00b5a22006d41730ec929007491e716933100a93260052b1a60a5b"
    "2d00aad230056a1841b552b00ba42000b491521a932800a951c7152d2f005362400aad1a515aa2c005b22100da51731d4a"
    "2a00d4a1e80a953000a9726005561b60ab52d00ad523006d21840ea52b00ea5200064a1430c972700a9b1d7155a2f0056a"
    "2400b691a517522d00b522100b25164164b2900a4b1e814ab30002ad250056d1b60b692e00da92300d921841d252b00d25"
    "20a1a4d3200a5627002b61c605b52f006d52400ea91a51e922d00e922200d261630a562800a571e814d6310035a25006d5"
    "1b516c92e007492300693174152b2a0052b1f00a5b152155a270056a1c71b553000ba42500b491951a932c00a95210052d"
    "1640aad2800ab51e915aa31005d22600da51b61d4a2e00d4a2300c95184152e2a005561f00ab515215b228006d21c60ea5"
    "2f00725240064b1950c972b00cab210055a1630ad62900b691eb17523100b522600b251b61a4b2d00a4b22004ab175055b"
    "2a005ad1f00b6a1521b522800d921d71d252f00d252400a5519514ad2c004b620005b51630daa2900ec91f81e923100e92"
    "2600d261b60a562d00a5722004d617406d52a0075520007491430e9327006931c7152b2f0052b2300a5b195155a2c0056a"
    "2100b65164174a2900b4a1e81a953100a95250052d1a60aad2d00ab523005aa1740ba52a00da52000d4a1531c952700c96"
    "1c7194e2f005562400ab519515b22c006d22100ea51740e4a280068b1d80c9730004ab250055b1a60ad62d00b6a2300752"
    "18417252a00b451f00a8b142149b27004ab"
)
"""Seven hexadecimal digits a year: the days from 1 January to its first day (two), its leap month (one, 0 for none)
and the lengths of its months (four; the lowest bit is the first month, set for 30 days, clear for 29). Computed from
the
astronomical new moons and solar terms of the calendar that GB/T 33661-2017 defines."""


def lunar(year: int, month: int, day: int = 1, leap: bool = False) -> date | None:
    """Our date of a day of a lunar year; None outside the table, or when that year has no such day."""
    if not FIRST <= year <= LAST or not 1 <= month <= 12:
        return None
    row = _YEARS[(year - FIRST) * 7 : (year - FIRST) * 7 + 7]
    offset, leap_month, lengths = int(row[:2], 16), int(row[2], 16), int(row[3:], 16)
    if leap and leap_month != month:
        return None
    place = month - 1 + (1 if leap or 0 < leap_month < month else 0)
    days = [30 if lengths >> index & 1 else 29 for index in range(13)]
    if not 1 <= day <= days[place]:
        return None
    return date(year, 1, 1) + timedelta(days=offset + sum(days[:place]) + day - 1)


def month_end(year: int, month: int, leap: bool = False) -> date | None:
    """The last day of a lunar month."""
    return lunar(year, month, 30, leap) or lunar(year, month, 29, leap)
