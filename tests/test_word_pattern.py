"""The pattern for the words of the word list finds what a plain list of alternatives finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.plain.anyof import any_of

WORDS = st.lists(st.text("abæ.-", min_size=1, max_size=4), max_size=30)


def found(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, text)]


@given(WORDS, st.text("abæ.- ", max_size=60))
def test_the_longest_word_at_each_place_is_found(words: list[str], text: str) -> None:
    either = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"
    assert found(any_of(words), text) == found(either, text)


def test_words_in_endless_steps_do_not_go_too_deep() -> None:
    words = ["a" * length for length in range(1, 400)]
    assert found(any_of(words), "a" * 390 + " aaa") == [(0, 390), (391, 394)]
