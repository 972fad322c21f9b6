"""How common a word is in bokmål."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """The Zipf value of a word: words per billion as a power of ten."""
    from wordfreq import zipf_frequency  # here, since it takes half a second to load, and pages that have not changed do without

    return zipf_frequency(word, "nb")
