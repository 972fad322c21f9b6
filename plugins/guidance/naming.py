"""Names of other pages in the front matter that lead nowhere, or to more than one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.document import Problem, line_of_entry, problem

from .pages import Pages

#: The keys that name other pages.
KEYS = ("related", "occupations")


def misnamed(page: Any, pages: Pages) -> Iterator[Problem]:
    """A remark for each name: the page is as it should be but for a link that is left out."""
    found = page.document
    for key in KEYS:
        for name in found.data.get(key) or []:
            line = line_of_entry(found, key, name)
            places = pages.places(name, found.data["lang"])
            if pages.find(name, found.data["lang"]) is None:
                message = f"{key}: det er ingen side som heter «{name}». Den blir ikke vist. Skriv slug til siden, for eksempel sykepleier."
                yield problem(found.file, line, "related-unknown", message)
            elif len(places) > 1:
                message = f"{key}: «{name}» kan være {' eller '.join(places)}. Skriv mappen foran."
                yield problem(found.file, line, "related-unclear", message)
