"""What a page says that is out of date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .model import Document, Problem
from .places import line_of_key
from .problems import problem


def expired(document: Document, today: datetime.date) -> Iterator[Problem]:
    """A remark where the page's `expires` has passed: it is not untrue for sure, but somebody must look."""
    day = document.data.get("expires")
    if day and day < today:
        message = f"expires: {day.isoformat()} er over. Se om det som står på siden, fortsatt gjelder, og sett en ny dato."
        yield problem(document.file, line_of_key(document, "expires"), "date-expired", message)
