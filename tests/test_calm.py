"""Front matter that libyaml reads means what ruamel.yaml says it means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from plugins.document.calm import compose_calm
from tests.conftest import ROOT

WORDS = st.sampled_from(
    [
        "title",
        "Ås",
        "a b",
        "8. klasse",
        "kl. 08.30",
        "no",
        "0123",
        "1_000",
        "~",
        "null",
        "true",
        "https://nav.no/",
        "a:b",
        "x #y",
        "é",
        "y-vei",
    ]
)
VALUES = st.one_of(
    WORDS,
    WORDS.map('"{}"'.format),
    WORDS.map("'{}'".format),
    st.lists(WORDS, max_size=3).map(lambda some: f"[{', '.join(some)}]"),
    st.just(""),
)
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "  ", "    "]),
    st.sampled_from(["", "- ", "# "]),
    st.sampled_from(["", "a: ", "b: ", "c:"]),
    VALUES,
)


def told(node) -> object:
    """All that a node says, with its line; nothing has none."""
    value = (
        node.value
        if isinstance(node.value, str)
        else [told(each) if not isinstance(each, tuple) else list(map(told, each)) for each in node.value]
    )
    return type(node).__name__, value, getattr(node, "style", None) or None, node.start_mark.line if node.value else 0


@given(st.lists(LINES, min_size=1, max_size=8))
def test_both_read_the_same(lines):
    text = "\n".join(lines)
    found = compose_calm(text)
    if found is None:
        return
    try:
        other = YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        other = None
    assert other is not None and strip(told(found)) == strip(told(other))


def strip(thing):
    """Without the style of lists, which tells libyaml's flow lists as such and nobody asks for."""
    if isinstance(thing, tuple) and thing[0] != "ScalarNode":
        return thing[0], strip(thing[1]), thing[3]
    return [strip(each) for each in thing] if isinstance(thing, list) else thing


def test_the_shipped_pages_are_plainly_written():
    pages = sorted((ROOT / "content").rglob("*.md"))
    heads = [
        text.split("\n---\n")[0].removeprefix("---\n")
        for text in (path.read_text(encoding="utf-8") for path in pages)
        if text.startswith("---")
    ]
    assert sum(compose_calm(head) is not None for head in heads) > 0.9 * len(heads)
