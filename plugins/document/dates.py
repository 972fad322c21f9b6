"""Norwegian dates: day first, or refused."""

from __future__ import annotations

import datetime
import re

MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[Tt ]\d{1,2}:\d{2}.*)?")
DOTTED = re.compile(r"(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>\d{4})")
WRITTEN = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<name>[a-zæøå]+)\.?\s+(?P<y>\d{4})")


def read_date(text: str) -> datetime.date:
    """The day that `text` names, day before month; raises ValueError in bokmål otherwise.

    >>> read_date("03.04.2026").isoformat()
    '2026-04-03'
    """
    text = " ".join(text.lower().split())
    for form in (ISO, DOTTED, WRITTEN):
        if found := form.fullmatch(text):
            return _day(text, **found.groupdict())
    raise ValueError(f"«{text}» er ikke en dato. Skriv for eksempel 2026-04-03 eller 3. april 2026.")


def _day(text: str, d: str, y: str, m: str = "", name: str = "") -> datetime.date:
    months = [number for number, month in enumerate(MONTHS, 1) if len(name) > 2 and month.startswith(name)]
    try:
        return datetime.date(int(y), int(m) if m else months[0], int(d))
    except (ValueError, IndexError):
        raise ValueError(f"«{text}» er ikke en dag i kalenderen. Skriv dag, måned, år: 3. april 2026.") from None
