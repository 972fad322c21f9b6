"""What the room tells an editor, in bokmål."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.document import Document, Problem, problem


def offer(document: Document, made: Sequence[str]) -> Iterator[Problem]:
    """The summary that the build chose, ready to be copied into the page and bettered."""
    if made:
        lines = " ".join(f"- {sentence}" for sentence in made)
        message = f"Siden mangler «Kort sagt». Vi viser setninger fra siden så lenge. Skriv dine egne, eller bruk disse: summary: {lines}"
        yield problem(document.file, 1, "summary-made", message)
